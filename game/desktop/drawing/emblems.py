"""Emblems: a small picture of a scenario, drawn from its own ladder, places or rounds, and nothing else."""

from typing import TYPE_CHECKING

import pygame

from game.desktop.lately import Lately
from game.desktop.page import Page
from game.desktop.theme import Colour, Palette, mix

if TYPE_CHECKING:  # the menu is drawn before the scenarios can be read
    from game.view.menu import EmblemView

FINE = 3
"""How much larger an emblem is drawn than shown: its lines come out smooth."""


MOST = 64
"""Emblems that are kept: all of a menu, at the sizes of two windows."""


class Emblems:
    """The emblems of one screen, each drawn once at a size and in a theme."""

    def __init__(self) -> None:
        self.kept = Lately[pygame.Surface](MOST)

    def draw(self, page: Page, emblem: "EmblemView", place: pygame.Rect) -> None:
        """Draw an emblem so that it fills a place; nothing where there is no place."""
        if min(place.size) < 1:
            return

        def paint() -> pygame.Surface:
            whole = pygame.Surface((place.width * FINE, place.height * FINE))
            _Picture(whole, page.palette, round(FINE * page.scale)).draw(emblem)
            return pygame.transform.smoothscale(whole, place.size)

        page.surface.blit(self.kept.get((emblem, place.size, page.palette.dark), paint), place)
        page.outline(place, page.palette.faint, 4)


class _Picture:
    def __init__(self, surface: pygame.Surface, palette: Palette, unit: int) -> None:
        self.surface, self.palette, self.unit = surface, palette, unit
        self.area = surface.get_rect()

    def draw(self, emblem: "EmblemView") -> None:
        self.surface.fill(self.palette.sea)
        if len(emblem.places) > 1:
            self._places(emblem)
        if emblem.rungs:
            self._ladder(emblem)
        elif emblem.rounds:
            self._rounds(emblem.rounds)
        else:
            self._choices()

    def _places(self, emblem: "EmblemView") -> None:
        """Places and the ways between them, behind everything else."""
        area = self.area.inflate(-round(self.area.width * 0.24), -round(self.area.height * 0.3))
        points = [(round(area.x + x * area.width), round(area.y + y * area.height)) for x, y in emblem.places]
        for one, other in emblem.ways:
            pygame.draw.line(self.surface, self.palette.faint, points[one], points[other], 2 * self.unit)
        for point in points:
            pygame.draw.circle(self.surface, self.palette.land, point, 5 * self.unit)
            pygame.draw.circle(self.surface, self.palette.coast, point, 5 * self.unit, self.unit + 1)

    def _ladder(self, emblem: "EmblemView") -> None:
        """The rungs as steps that rise from left to right; a step across a threshold stands out."""
        unit = self.unit
        room = self.area.inflate(-20 * unit, -24 * unit)
        count = len(emblem.rungs)
        width = room.width / count
        for number, severity in enumerate(emblem.rungs):
            height = max(4 * unit, round(room.height * severity))
            step = pygame.Rect(
                round(room.x + number * width),
                room.bottom - height,
                max(unit, round(width - 3 * unit)),
                height,
            )
            self._step(step, severity, number in emblem.thresholds, len(emblem.places) > 1)

    def _step(self, step: pygame.Rect, severity: float, threshold: bool, see_through: bool) -> None:
        palette, unit = self.palette, self.unit
        colour = mix(
            mix(palette.coast, palette.accent, min(1.0, severity * 1.6)), palette.danger, severity**2
        )
        if see_through:
            body = pygame.Surface(step.size, pygame.SRCALPHA)
            body.fill((*colour, 70))
            self.surface.blit(body, step)
        else:
            pygame.draw.rect(self.surface, mix(palette.sea, colour, 0.4), step)
        head = pygame.Rect(step.x, step.y, step.width, 4 * unit)
        pygame.draw.rect(self.surface, colour, head)
        if threshold:
            tip = (step.centerx, step.y - 9 * unit)
            foot, half = step.y - 3 * unit, 4 * unit
            corners = [tip, (step.centerx - half, foot), (step.centerx + half, foot)]
            pygame.draw.polygon(self.surface, palette.danger, corners)

    def _rounds(self, rounds: int) -> None:
        """One ring for each round of a game by turns, filled where the risk has grown too large."""
        palette, unit = self.palette, self.unit
        columns = 5 if self.area.width > self.area.height * 0.8 else 2
        lines = -(-rounds // columns)
        across, down = self.area.width / (columns + 1), self.area.height / (lines + 1)
        radius = round(min(across, down) * 0.34)
        for number in range(rounds):
            line, column = divmod(number, columns)
            centre = (round(across * (column + 1)), round(down * (line + 1)))
            share = number / max(1, rounds - 1)
            colour = mix(palette.coast, palette.danger, share)
            pygame.draw.circle(self.surface, mix(palette.sea, colour, 0.25 + 0.75 * share**3), centre, radius)
            pygame.draw.circle(self.surface, colour, centre, radius, 2 * unit)

    def _choices(self) -> None:
        """Two choices against two: four outcomes, the worst for both marked."""
        palette, unit = self.palette, self.unit
        side = round(min(self.area.size) * 0.34)
        colours: tuple[Colour, ...] = (palette.coast, palette.actors[0], palette.actors[1], palette.danger)
        for number, colour in enumerate(colours):
            line, column = divmod(number, 2)
            cell = pygame.Rect(0, 0, side - 2 * unit, side - 2 * unit)
            cell.center = (
                round(self.area.centerx + (column - 0.5) * side),
                round(self.area.centery + (line - 0.5) * side),
            )
            pygame.draw.rect(self.surface, mix(palette.sea, colour, 0.3), cell, border_radius=3 * unit)
            pygame.draw.rect(self.surface, colour, cell, 2 * unit, border_radius=3 * unit)
        last = pygame.Rect(0, 0, side // 2, side // 2)
        last.center = (round(self.area.centerx + 0.5 * side), round(self.area.centery + 0.5 * side))
        pygame.draw.line(self.surface, palette.danger, last.topleft, last.bottomright, 3 * unit)
        pygame.draw.line(self.surface, palette.danger, last.topright, last.bottomleft, 3 * unit)

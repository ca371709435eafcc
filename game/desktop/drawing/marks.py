"""The mark and colour of each actor: a shape first, a colour second."""

from collections.abc import Iterable, Mapping

import pygame
from attrs import frozen

from game.desktop.page import Page
from game.desktop.theme import MARKS, Colour


@frozen
class Badge:
    """How an actor is shown."""

    mark: str
    colour: Colour


def badges(actors: Iterable[str], colours: tuple[Colour, ...]) -> Mapping[str, Badge]:
    """Give every actor a mark and a colour that stay the same for the whole game, whoever looks."""
    return {
        actor: Badge(MARKS[number % len(MARKS)], colours[number % len(colours)])
        for number, actor in enumerate(sorted(actors))
    }


def draw_mark(
    page: Page, mark: str, centre: tuple[int, int], radius: int, colour: Colour, hollow: bool = False
) -> None:
    """Draw a mark; a hollow one is an outline with room inside for a filled one."""
    width = max(2, page.px(2)) if hollow else 0
    surface = page.surface
    x, y = centre
    if mark in ("disc", "ring"):
        line = width or (page.px(3) if mark == "ring" else 0)
        pygame.draw.aacircle(surface, colour, centre, radius, line)
    elif mark == "square":
        side = round(radius * 0.9)
        pygame.draw.rect(surface, colour, pygame.Rect(x - side, y - side, 2 * side, 2 * side), width)
    elif mark == "triangle":
        pygame.draw.polygon(
            surface,
            colour,
            [(x, y - radius), (x + radius, y + round(radius * 0.8)), (x - radius, y + round(radius * 0.8))],
            width,
        )
    elif mark == "diamond":
        pygame.draw.polygon(
            surface, colour, [(x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)], width
        )
    elif mark == "cross":
        arm = max(2, radius // 2)
        pygame.draw.rect(surface, colour, pygame.Rect(x - arm // 2, y - radius, arm, 2 * radius), 0)
        pygame.draw.rect(surface, colour, pygame.Rect(x - radius, y - arm // 2, 2 * radius, arm), 0)
    else:
        pygame.draw.rect(
            surface,
            colour,
            pygame.Rect(x - radius, y - radius // 3, 2 * radius, max(3, 2 * radius // 3)),
            width,
        )


def draw_flag(page: Page, point: tuple[int, int], colour: Colour) -> None:
    """Draw a small flag: something must be ordered by here."""
    x, y = point
    size = page.px(5)
    pygame.draw.line(page.surface, colour, (x, y - size), (x, y + size), max(1, page.px(1.5)))
    pygame.draw.polygon(page.surface, colour, [(x, y - size), (x + 2 * size, y - size // 2), (x, y)])


def draw_arrow(page: Page, tip: tuple[int, int], colour: Colour, left: bool = False, radius: int = 5) -> None:
    """Draw an arrow head that points right, or left."""
    size = page.px(radius)
    back = size if left else -size
    x, y = tip
    pygame.draw.polygon(page.surface, colour, [(x, y), (x + back, y - size), (x + back, y + size)])

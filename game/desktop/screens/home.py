"""The first thing that is seen: the name, what this is, and where to begin."""

from collections.abc import Callable, Sequence
from typing import Final

import pygame
from attrs import frozen

from game.desktop.page import Page, Part, Widget
from game.desktop.theme import Colour, Style, mix
from game.desktop.widgets.buttons import button, button_width
from game.language import _

CLIMB: Final = (0, 1, 1, 2, 3, 3, 4, 4, 3, 2)
"""Rungs of one side in the picture, turn by turn."""
ANSWER: Final = (0, 0, 1, 1, 2, 4, 4, 3, 2, 2)
"""Rungs of the other."""
RUNGS: Final = 6
FORCE: Final = 4
"""The rung in the picture that is reached across a threshold."""
CLIMBING: Final = 2.4
"""Seconds that the picture takes to be drawn."""


@frozen
class Doorway:
    """A large way in: a picture or an icon, a title and a line under it."""

    name: str
    title: str
    under: str
    press: Callable[[], None]
    icon: str
    primary: bool = False
    picture: pygame.Surface | None = None
    part: str = ""
    """What it opens, where tests and readers tell several of them apart."""


def draw_hero(page: Page, rect: pygame.Rect, doors: tuple[Doorway, ...]) -> None:
    """Draw the name, what this is, and the ways in, before the picture of a crisis."""
    palette, gap = page.palette, page.gap
    page.fill(rect, palette.panel, 8)
    words_width = rect.width * (64 if page.tight else 56) // 100
    art = pygame.Rect(rect.x + words_width, rect.y, rect.width - words_width, rect.height)
    draw_climb(page, art.inflate(-4 * gap, -4 * gap))
    inner = pygame.Rect(rect.x + 3 * gap, rect.y + 2 * gap, words_width - 3 * gap, rect.height - 4 * gap)
    page.text("Backstop", pygame.Rect(inner.x, inner.y, inner.width, page.line(Style.DISPLAY)), Style.DISPLAY)
    y = inner.y + page.line(Style.DISPLAY)
    promise = _("A crisis climbs a ladder. Find the rung on which it stops.")
    y = page.paragraph(
        promise,
        pygame.Rect(inner.x, y, inner.width, 2 * page.line(Style.HEADING)),
        Style.HEADING,
        palette.accent_ink,
    )
    words = _("A game of escalation and deterrence. A model to think with; it forecasts nothing.")
    page.paragraph(words, pygame.Rect(inner.x, y, inner.width, 2 * page.line()), colour=palette.soft)
    height = door_height(page)
    width = min((inner.width - gap * (len(doors) - 1)) // max(1, len(doors)), page.px(400))
    for number, door in enumerate(doors):
        place = pygame.Rect(inner.x + number * (width + gap), inner.bottom - height, width, height)
        _door(page, place, door)


def hero_height(page: Page) -> int:
    """Return the height that the name and the ways in need."""
    text = page.line(Style.DISPLAY) + 2 * page.line(Style.HEADING) + 2 * page.line()
    return text + door_height(page) + 5 * page.gap


def door_height(page: Page) -> int:
    """Return the height of a way in."""
    return page.line(Style.HEADING) + 2 * page.line() + 2 * page.gap


def _door(page: Page, place: pygame.Rect, door: Doorway) -> None:
    palette, gap = page.palette, page.gap
    back = palette.accent if door.primary else palette.raised
    ink = palette.on_accent if door.primary else palette.ink
    under = palette.on_accent if door.primary else palette.soft
    if page.over(place) or page.has_focus(door.name):
        back = mix(back, palette.ink, 0.08)
    page.fill(place, back, 8)
    left = place.x + 2 * gap
    if door.picture is not None:
        shown = _picture(door.picture, place.height - 2 * gap)
        page.surface.blit(shown, (place.x + gap, place.y + gap))
        left = place.x + 2 * gap + shown.get_width()
    else:
        size = page.icon_width(30)
        page.icon(door.icon, pygame.Rect(left, place.y, size, place.height), ink, 30)
        left += size + 2 * gap
    room = pygame.Rect(left, 0, place.right - gap - left, 0)
    heading = page.type.wrap(door.title, Style.HEADING, room.width)
    lines = 2 if len(heading) > 1 else 1
    under_lines = min(3 - lines, len(page.type.wrap(door.under, Style.BODY, room.width)))
    height = lines * page.line(Style.HEADING) + under_lines * page.line()
    y = place.y + max(gap // 2, (place.height - height) // 2)
    y = page.paragraph(
        door.title,
        pygame.Rect(room.x, y, room.width, lines * page.line(Style.HEADING)),
        Style.HEADING,
        ink,
    )
    if under_lines:
        page.paragraph(
            door.under, pygame.Rect(room.x, y, room.width, under_lines * page.line()), colour=under
        )
    widget = Widget(door.name, place, "button", door.title, press=door.press)
    if door.part:
        widget.at = door.part
        widget.parts.append(Part(door.part, place, door.title, door.press))
    page.add(widget)


def _picture(picture: pygame.Surface, height: int) -> pygame.Surface:
    width = round(picture.get_width() * height / max(1, picture.get_height()))
    return pygame.transform.smoothscale(picture, (width, height))


def draw_climb(page: Page, rect: pygame.Rect) -> None:
    """Draw two sides on one ladder, turn by turn: up, across the line, and down again."""
    palette = page.palette
    gone = page.motion.progress("menu.climb", CLIMBING)
    heights = [rect.bottom - round(rect.height * (number + 0.5) / RUNGS) for number in range(RUNGS)]
    for number, y in enumerate(heights):
        if number == FORCE:
            page.dashes((rect.x, y), (rect.right, y), palette.danger, max(1, page.px(1.5)))
        else:
            page.stroke((rect.x, y), (rect.right, y), palette.faint)
    _track(page, rect, heights, ANSWER, palette.actors[0], gone, "square")
    _track(page, rect, heights, CLIMB, palette.accent_ink, gone, "disc")


def _track(
    page: Page,
    rect: pygame.Rect,
    heights: list[int],
    rungs: tuple[int, ...],
    colour: Colour,
    gone: float,
    mark: str,
) -> None:
    """Draw one side's way as steps, as far as it has come."""
    width = rect.width / len(rungs)
    end = rect.x + rect.width * gone
    shift = page.px(2) if mark == "square" else 0
    here = (rect.x, heights[rungs[0]] + shift)
    for number, rung in enumerate(rungs):
        left, right = rect.x + number * width, rect.x + (number + 1) * width
        if left > end:
            break
        y = heights[rung] + shift
        if y != here[1]:
            page.stroke((round(left), here[1]), (round(left), y), colour, page.px(3))
        here = (round(min(right, end)), y)
        page.stroke((round(left), y), here, colour, page.px(3))
    size = page.px(6)
    if mark == "square":
        page.fill(pygame.Rect(here[0] - size, here[1] - size, 2 * size, 2 * size), colour, 2)
    else:
        pygame.draw.circle(page.surface, colour, here, size)


def draw_corner(
    page: Page, right: int, y: int, items: Sequence[tuple[str, str, str, Callable[[], None]]]
) -> int:
    """Draw small buttons that end at the right: names, words, icons, what they do; return their left."""
    height = page.line() + 2 * page.gap
    widths = [button_width(page, label, Style.BODY, icon) for _name, label, icon, _press in items]
    left = x = right - sum(widths) - page.gap * (len(items) - 1)
    for (name, label, icon, press), width in zip(items, widths, strict=True):
        button(page, name, pygame.Rect(x, y, width, height), label, press, look="quiet", icon=icon)
        x += width + page.gap
    return left

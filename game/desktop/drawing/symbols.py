"""Signs of forces, after the manner of APP-6: a frame for the unit, and in it what kind of unit it is."""

from collections.abc import Callable

import pygame

from game.desktop.page import Page
from game.desktop.theme import Colour, mix

WIDTH, HEIGHT = 24, 16
"""The frame, in pixels at 1280 x 720."""


def draw_symbol(
    page: Page, symbol: str, corner: tuple[int, int], colour: Colour, *, faint: bool = False
) -> pygame.Rect:
    """Draw a sign in its owner's colour with its upper left corner there; a faint one does not count now."""
    frame = pygame.Rect(*corner, page.px(WIDTH), page.px(HEIGHT))
    edge = mix(colour, page.palette.panel, 0.5) if faint else colour
    page.fill(frame, mix(page.palette.ground, colour, 0.08 if faint else 0.28))
    page.outline(frame, edge, 0, max(1, page.px(1.5)))
    ink = page.palette.soft if faint else page.palette.ink
    _SIGNS.get(symbol, _plain)(page, frame.inflate(-page.px(4), -page.px(4)), ink)
    return frame


def _stroke(page: Page) -> int:
    return max(1, page.px(1.4))


def _infantry(page: Page, box: pygame.Rect, ink: Colour) -> None:
    for start, end in ((box.topleft, box.bottomright), (box.bottomleft, box.topright)):
        pygame.draw.line(page.surface, ink, start, end, _stroke(page))


def _armour(page: Page, box: pygame.Rect, ink: Colour) -> None:
    pygame.draw.ellipse(page.surface, ink, box.inflate(-page.px(2), -page.px(2)), _stroke(page))


def _artillery(page: Page, box: pygame.Rect, ink: Colour) -> None:
    pygame.draw.circle(page.surface, ink, box.center, max(2, page.px(3)))


def _air(page: Page, box: pygame.Rect, ink: Colour) -> None:
    wide, high = box.width * 38 // 100, max(2, box.height * 36 // 100)
    for side in (-1, 1):
        edge = box.centerx + side * wide
        points = [box.center, (edge, box.centery - high), (edge, box.centery + high)]
        pygame.draw.polygon(page.surface, ink, points)


def _air_defence(page: Page, box: pygame.Rect, ink: Colour) -> None:
    high = box.height * 3 // 4
    points = []
    for step in range(13):
        share = step / 12 * 2 - 1
        points.append((round(box.centerx + share * box.width / 2), round(box.bottom - high * (1 - share**2))))
    pygame.draw.lines(page.surface, ink, False, points, _stroke(page))


def _ship(page: Page, box: pygame.Rect, ink: Colour) -> None:
    deck, keel, half = box.centery, box.bottom - 1, box.width // 3
    hull = [
        (box.centerx - half, deck),
        (box.centerx + half, deck),
        (box.centerx + half // 2, keel),
        (box.centerx - half // 2, keel),
    ]
    pygame.draw.polygon(page.surface, ink, hull)
    pygame.draw.line(page.surface, ink, (box.centerx, deck), (box.centerx, box.y), _stroke(page))


def _missile(page: Page, box: pygame.Rect, ink: Colour) -> None:
    half = max(2, page.px(3))
    left, right = box.centerx - half, box.centerx + half
    points = [(left, box.bottom), (left, box.y + half), (box.centerx, box.y), (right, box.y + half)]
    pygame.draw.lines(page.surface, ink, False, [*points, (right, box.bottom)], _stroke(page))


def _strategic(page: Page, box: pygame.Rect, ink: Colour) -> None:
    pygame.draw.circle(page.surface, ink, box.center, box.height // 2, _stroke(page))
    pygame.draw.circle(page.surface, ink, box.center, max(1, page.px(1.5)))


def _plain(page: Page, box: pygame.Rect, ink: Colour) -> None:
    pygame.draw.line(page.surface, ink, box.midleft, box.midright, _stroke(page))


_SIGNS: dict[str, Callable[[Page, pygame.Rect, Colour], None]] = {
    "infantry": _infantry,
    "armour": _armour,
    "artillery": _artillery,
    "air": _air,
    "air_defence": _air_defence,
    "ship": _ship,
    "missile": _missile,
    "strategic": _strategic,
}

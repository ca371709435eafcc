"""Room for a card on a page that is full already: off what it is about, and off all that is drawn there."""

from typing import Final

import pygame

from game.desktop.page import Page

STEP: Final = 32
"""Pixels at 1280 x 720 between two places that are tried."""
FINE: Final = 8
"""One in so many pixels, across and down, is looked at to tell what is drawn where."""
NEAR: Final = 4.0
"""What each pixel of distance costs: among free places, the nearer one."""
INK: Final = 6.0
"""What each covered pixel costs: letters are thin."""
ABOUT: Final = 1000.0
"""What each pixel costs that is covered of what the card is about."""
EDGE: Final = 3
"""By so much may a colour differ from the one it is drawn in, in each of its parts."""


class CardRoom:
    """Finds where a card stands, and leaves it there until much else is drawn under it."""

    def __init__(self) -> None:
        self._for: object = None
        self._found = pygame.Rect(0, 0, 0, 0)
        self._cost = 0.0

    def place(self, page: Page, size: tuple[int, int], about: pygame.Rect | None, why: object) -> pygame.Rect:
        """Return a place of a size near something, but off it; where `why` changes, it may be another one."""
        area = page.area.inflate(-2 * page.gap, -2 * page.gap)
        drawn = _drawn(page)
        key = (why, size, page.area.size, page.layer, tuple(about) if about else None)
        slack = INK * size[0] * size[1] / 20
        if key == self._for and _cost(page, drawn, self._found, about) <= self._cost + slack:
            return self._found.copy()
        tried = [pygame.Rect(place, size).clamp(area) for place in _places(page, area, size, about)]
        costs = [_cost(page, drawn, one, about) for one in tried]
        self._cost = min(costs)
        self._for, self._found = key, tried[costs.index(self._cost)]
        return self._found.copy()


def _drawn(page: Page) -> pygame.Mask:
    """Return where something is drawn on the top layer: whatever is neither ground nor an empty panel."""
    size = (max(1, page.area.width // FINE), max(1, page.area.height // FINE))
    small = pygame.transform.scale(page.surface, size)
    edge = (EDGE, EDGE, EDGE, 255)
    found = pygame.mask.from_threshold(small, page.palette.panel, edge)
    found.draw(pygame.mask.from_threshold(small, page.palette.ground, edge), (0, 0))
    found.invert()
    if page.layer and page.covered:  # what lies behind an overlay may be covered
        box = page.covered[-1]
        kept = pygame.Mask(size)
        inside = pygame.Mask((max(1, box.width // FINE), max(1, box.height // FINE)), fill=True)
        kept.draw(inside, (box.x // FINE, box.y // FINE))
        found = found.overlap_mask(kept, (0, 0))
    return found


def _places(
    page: Page, area: pygame.Rect, size: tuple[int, int], about: pygame.Rect | None
) -> list[tuple[int, int]]:
    """Return the places to try: those right beside what it is about, and a grid over all of the window."""
    step, (width, height) = page.px(STEP), size
    rights = range(area.x, max(area.x, area.right - width) + step, step)
    downs = range(area.y, max(area.y, area.bottom - height) + step, step)
    found = [(x, y) for y in downs for x in rights]
    if about is not None:
        gap = 3 * page.gap
        across, down = about.centerx - width // 2, about.centery - height // 2
        found += [(about.right + gap, down), (about.x - gap - width, down)]
        found += [(across, about.bottom + gap), (across, about.y - gap - height)]
    return found


def _cost(page: Page, drawn: pygame.Mask, card: pygame.Rect, about: pygame.Rect | None) -> float:
    """Return how bad a place is: how much it covers, and how far away it is."""
    target = about.center if about is not None else page.area.midbottom
    cost = NEAR * pygame.Vector2(card.center).distance_to(target)
    if about is not None:
        both = card.inflate(4 * page.gap, 4 * page.gap).clip(about)
        cost += ABOUT * both.width * both.height
    stencil = pygame.Mask((max(1, card.width // FINE), max(1, card.height // FINE)), fill=True)
    return cost + INK * drawn.overlap_area(stencil, (card.x // FINE, card.y // FINE)) * FINE * FINE

"""Where an arrow key leads."""

from collections.abc import Sequence

import pygame

from game.desktop.page import Widget

_DIRECTIONS = {
    pygame.K_LEFT: (-1, 0),
    pygame.K_RIGHT: (1, 0),
    pygame.K_UP: (0, -1),
    pygame.K_DOWN: (0, 1),
}


def neighbour(widgets: Sequence[Widget], here: Widget | None, key: int) -> Widget | None:
    """Return the nearest widget in the direction of an arrow key; what lies askew counts as further off."""
    if here is None or key not in _DIRECTIONS:
        return None
    across, down = _DIRECTIONS[key]
    best: Widget | None = None
    least = 0.0
    for widget in widgets:
        if widget is here or not widget.focusable:
            continue
        ahead, aside = _distance(here.rect, widget.rect, across, down)
        if ahead < 0:
            continue
        cost = ahead + 3.0 * aside
        if best is None or cost < least:
            best, least = widget, cost
    return best


def _distance(here: pygame.Rect, there: pygame.Rect, across: int, down: int) -> tuple[float, float]:
    """Return how far ahead a rectangle is (negative: it is not ahead) and how far off the straight way."""
    if across:
        ahead = there.left - here.right if across > 0 else here.left - there.right
        aside = max(0, there.top - here.bottom, here.top - there.bottom)
    else:
        ahead = there.top - here.bottom if down > 0 else here.top - there.bottom
        aside = max(0, there.left - here.right, here.left - there.right)
    return float(ahead if ahead >= 0 else -1), float(aside)

"""A slider over a range of values: many stops, a mark where the value was, words at the ends."""

from bisect import bisect_left
from collections.abc import Callable, Sequence

import pygame

from game.desktop.page import Key, Page, Part, Widget
from game.desktop.theme import mix

FAR = 5
"""Stops that Page Up and Page Down take."""


def range_height(page: Page) -> int:
    """Return the height that a range needs."""
    return page.px(24) + page.line()


def range_slider(
    page: Page,
    name: str,
    rect: pygame.Rect,
    stops: Sequence[float],
    value: float,
    change: Callable[[float], None],
    *,
    was: float | None = None,
    ends: tuple[str, str] = ("", ""),
    label: str = "",
    enabled: bool = True,
) -> Widget:
    """Draw a range. Left and right take one stop, Page Up and Page Down several, Home and End all.

    `was` is marked: the value before it was changed. `ends` stand under the two ends.
    """
    palette = page.palette
    radius = page.px(9)
    track = pygame.Rect(rect.x + radius, rect.y + page.px(10), rect.width - 2 * radius, page.px(4))
    low, high = stops[0], stops[-1]

    def at(one: float) -> int:
        share = (one - low) / (high - low) if high > low else 0.5
        return round(track.x + track.width * max(0.0, min(1.0, share)))

    middle = track.centery
    page.fill(track, palette.line, 2)
    start = at(was) if was is not None else track.x
    here = at(value)
    left, right = min(start, here), max(start, here)
    colour = palette.accent if enabled else palette.soft
    page.fill(pygame.Rect(left, track.y, right - left, track.height), mix(colour, palette.panel, 0.25), 2)
    if was is not None:
        tall = page.px(7)
        page.stroke((start, middle - tall), (start, middle + tall), palette.ink, page.px(2))
    pygame.draw.circle(page.surface, colour, (here, middle), radius)
    pygame.draw.circle(page.surface, palette.panel, (here, middle), page.px(4))
    words = pygame.Rect(rect.x, rect.y + page.px(22), rect.width // 2, page.line())
    page.text(ends[0], words, colour=palette.soft)
    words = pygame.Rect(rect.centerx, words.y, rect.right - rect.centerx, words.height)
    page.text(ends[1], words, colour=palette.soft, align="right")
    widget = Widget(name, rect, "slider", label=label, enabled=enabled, at=f"{value:g}")
    if not enabled:
        return page.add(widget)

    def key(pressed: Key) -> bool:
        target = stepped(stops, value, pressed.code)
        if target is None:
            return False
        change(target)
        return True

    def drag(point: tuple[int, int]) -> None:
        change(min(stops, key=lambda stop: abs(at(stop) - point[0])))

    widget.key, widget.drag = key, drag
    marks = [at(stop) for stop in stops]
    for number, stop in enumerate(stops):
        left = rect.x if not number else (marks[number - 1] + marks[number]) // 2
        right = rect.right if number == len(stops) - 1 else (marks[number] + marks[number + 1]) // 2
        part = pygame.Rect(left, rect.y, right - left, rect.height)
        widget.parts.append(Part(f"{stop:g}", part, f"{stop:g}", _to(change, stop), True, stop == value))
    return page.add(widget)


def _to(change: Callable[[float], None], stop: float) -> Callable[[], None]:
    return lambda: change(stop)


def stepped(stops: Sequence[float], value: float, code: int) -> float | None:
    """Return where a key leads from a value, which need not be a stop; None for nowhere."""
    below = bisect_left(stops, value)
    on = below < len(stops) and stops[below] == value
    up, down = (below + 1 if on else below), below - 1
    target = {
        pygame.K_RIGHT: up,
        pygame.K_LEFT: down,
        pygame.K_PAGEUP: min(len(stops) - 1, up + FAR - 1),
        pygame.K_PAGEDOWN: max(0, down - FAR + 1),
        pygame.K_HOME: 0,
        pygame.K_END: len(stops) - 1,
    }.get(code)
    if target is None or not 0 <= target < len(stops):
        return None
    return stops[target]

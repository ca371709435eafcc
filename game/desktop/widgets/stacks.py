"""A list whose items draw themselves and differ in height: one stop for the keyboard, never half an item."""

from collections.abc import Callable, Sequence

import pygame
from attrs import frozen

from game.desktop.page import Key, Page, Part, Widget
from game.desktop.widgets.lists import draw_bar

DELETES = (pygame.K_DELETE, pygame.K_BACKSPACE)


@frozen
class Slab:
    """One item."""

    name: str
    label: str
    height: int
    draw: Callable[[Page, pygame.Rect, bool], None]
    """Draws it in a box; the truth value says whether the keyboard is at it."""
    press: Callable[[], None] | None = None
    """None for a heading."""
    enabled: bool = True
    selected: bool = False
    hint: str = ""
    delete: Callable[[], None] | None = None
    """What the Delete key does."""


def stack(
    page: Page,
    name: str,
    rect: pygame.Rect,
    items: Sequence[Slab],
    *,
    on_cursor: Callable[[Slab], None] | None = None,
    space: int = 0,
) -> Widget:
    """Draw a list. Arrows move its cursor, Enter or Space presses, Delete takes away, the wheel scrolls."""
    heights = [item.height + space for item in items]
    most = _last_offset(heights, rect.height + space)
    pressable = [number for number, item in enumerate(items) if item.press]
    cursor = _cursor(page, name, pressable)
    offset = min(page.memory.get(f"{name}.offset"), most)
    page.memory.put(f"{name}.offset", offset)
    bar = page.px(12) if most else 0
    widget = Widget(name, rect, "list", focusable=bool(pressable))
    y, shown = rect.y, 0
    for number in range(offset, len(items)):
        item = items[number]
        below = heights[number + 1] if item.press is None and number + 1 < len(items) else 0
        if y + item.height + below > rect.bottom and shown:
            break  # nor does a heading stand alone
        place = pygame.Rect(rect.x, y, rect.width - bar, min(item.height, rect.bottom - y))
        item.draw(page, place, page.has_focus(name) and number == cursor)
        if item.press:
            press = _pressing(page, name, number, item, on_cursor)
            widget.parts.append(
                Part(item.name, place, item.label, press, item.enabled, item.selected, item.hint)
            )
        y += heights[number]
        shown += 1
    if most:
        track = pygame.Rect(rect.right - page.px(6), rect.y, page.px(6), rect.height)
        draw_bar(page, track, offset, shown, len(items))

    def go(number: int) -> None:
        page.memory.put(f"{name}.cursor", number)
        page.memory.put(f"{name}.offset", _showing(items, heights, offset, number, rect.height + space))
        if on_cursor:
            on_cursor(items[number])

    def turn(steps: int) -> None:
        here = page.memory.get(f"{name}.offset")
        page.memory.put(f"{name}.offset", max(0, min(most, here - 2 * steps)))

    widget.key = _keys(items, pressable, cursor, shown, go)
    widget.wheel = turn
    if pressable:
        widget.press = items[cursor].press
        widget.label, widget.at = items[cursor].label, items[cursor].name
    return page.add(widget)


def _last_offset(heights: Sequence[int], room: int) -> int:
    """Return the first offset from which everything below fits."""
    used = 0
    for number in range(len(heights) - 1, -1, -1):
        used += heights[number]
        if used > room:
            return number + 1
    return 0


def _showing(items: Sequence[Slab], heights: Sequence[int], offset: int, number: int, room: int) -> int:
    """Return the offset nearest to the present one at which an item is wholly seen, with its heading."""
    first = number - 1 if number > 0 and items[number - 1].press is None else number
    offset = min(offset, first)
    while offset < number and sum(heights[offset : number + 1]) > room:
        offset += 1
    return offset


def _cursor(page: Page, name: str, pressable: Sequence[int]) -> int:
    cursor = page.memory.get(f"{name}.cursor")
    if not pressable:
        return -1
    if cursor not in pressable:
        cursor = min(pressable, key=lambda number: abs(number - cursor))
        page.memory.put(f"{name}.cursor", cursor)
    return cursor


def _pressing(
    page: Page, name: str, number: int, item: Slab, on_cursor: Callable[[Slab], None] | None
) -> Callable[[], None]:
    def press() -> None:
        page.memory.put(f"{name}.cursor", number)
        if on_cursor:
            on_cursor(item)
        if item.press:
            item.press()

    return press


def _keys(
    items: Sequence[Slab],
    pressable: Sequence[int],
    cursor: int,
    shown: int,
    go: Callable[[int], None],
) -> Callable[[Key], bool]:
    def key(pressed: Key) -> bool:
        if not pressable:
            return False
        if pressed.code in DELETES and (delete := items[cursor].delete) is not None:
            delete()
            return True
        at = pressable.index(cursor)
        step = {
            pygame.K_UP: -1,
            pygame.K_DOWN: 1,
            pygame.K_PAGEUP: -shown,
            pygame.K_PAGEDOWN: shown,
            pygame.K_HOME: -len(pressable),
            pygame.K_END: len(pressable),
        }.get(pressed.code)
        if step is None or (abs(step) == 1 and not 0 <= at + step < len(pressable)):
            return False
        go(pressable[max(0, min(len(pressable) - 1, at + step))])
        return True

    return key

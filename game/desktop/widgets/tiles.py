"""Tiles: cards of different heights in columns; one stop for the keyboard, and never half a line."""

from collections.abc import Callable, Sequence

import pygame
from attrs import frozen

from game.desktop.page import Key, Page, Part, Widget
from game.desktop.theme import Colour, mix
from game.desktop.widgets.lists import draw_bar

LEAST_LINES = 2.5
"""So many lines of a card that does not fit as a whole are worth showing: one sees that there is more."""


@frozen(eq=False)
class Tile:
    """One card."""

    name: str
    label: str
    """What it is, for tests and for those who ask."""
    height: Callable[[int], int]
    """The height it needs at a width."""
    draw: Callable[[pygame.Rect], None]
    """Draws what stands in it, its ground excepted."""
    press: Callable[[], None] | None = None
    """None for what is only read."""
    enabled: bool = True
    selected: bool = False
    hint: str = ""
    bare: bool = False
    """Whether it has no ground: a heading, a line of a list."""


def tiles(
    page: Page,
    name: str,
    rect: pygame.Rect,
    items: Sequence[Tile],
    *,
    columns: int = 1,
    on_cursor: Callable[[Tile], None] | None = None,
    apart: int | None = None,
) -> Widget:
    """Draw tiles. Arrows move a cursor over those that can be pressed, or scroll; so do the wheel and pages.

    `apart` is the gap between two tiles; half a step of the grid where it is not given.
    """
    apart = page.gap // 2 if apart is None else apart
    bands, bar = _laid_out(page, rect, items, columns, apart)
    most = _last(bands, rect.height, apart)
    pressable = [number for number, item in enumerate(items) if item.press]
    cursor = _cursor(page, name, pressable)
    offset = min(page.memory.get(f"{name}.offset"), most)
    page.memory.put(f"{name}.offset", offset)
    widget = Widget(name, rect, "list", focusable=bool(pressable) or bool(most))
    width = (rect.width - bar - (columns - 1) * 2 * apart) // columns
    y, shown = rect.y, 0
    for band in bands[offset:]:
        whole = not shown or y + band.height <= rect.bottom
        if not whole and rect.bottom - y < LEAST_LINES * page.line():
            break
        for place, number in enumerate(band.items):
            box = pygame.Rect(rect.x + place * (width + 2 * apart), y, width, band.height)
            if band.whole:
                box.width = rect.width - bar
            _clipped(page, rect, items[number], box, page.has_focus(name) and number == cursor)
            if items[number].press or items[number].hint:
                part = _part(page, name, number, items[number], box.clip(rect), on_cursor)
                widget.parts.append(part)
        y += band.height + apart
        shown += whole
        if not whole:
            break
    if most:
        track = pygame.Rect(rect.right - page.px(6), rect.y, page.px(6), rect.height)
        draw_bar(page, track, offset, shown, len(bands))
    widget.key = _keys(page, name, items, pressable, cursor, bands, (offset, shown, most), on_cursor)
    widget.wheel = _wheel(page, name, most)
    if pressable:
        widget.press = items[cursor].press
        widget.label, widget.at = items[cursor].label, items[cursor].name
    return page.add(widget)


def tiles_height(page: Page, items: Sequence[Tile], width: int, columns: int = 1) -> int:
    """Return the height that all tiles need."""
    apart = page.gap // 2
    bands = _bands(page, items, width, columns, apart)
    return sum(band.height for band in bands) + apart * max(0, len(bands) - 1)


@frozen
class _Band:
    """Tiles beside one another."""

    items: tuple[int, ...]
    height: int
    whole: bool
    """Whether its one tile has the whole width."""


def _laid_out(
    page: Page, rect: pygame.Rect, items: Sequence[Tile], columns: int, apart: int
) -> tuple[list[_Band], int]:
    """Return the bands, and the width that the scroll bar takes."""
    bands = _bands(page, items, rect.width, columns, apart, rect.height)
    if sum(band.height for band in bands) + apart * (len(bands) - 1) <= rect.height:
        return bands, 0
    bar = page.px(12)
    return _bands(page, items, rect.width - bar, columns, apart), bar


def _bands(
    page: Page, items: Sequence[Tile], room: int, columns: int, apart: int, enough: int | None = None
) -> list[_Band]:
    """Return tiles in bands; with `enough`, only until they are higher than that."""
    width = (room - (columns - 1) * 2 * apart) // columns
    bands: list[_Band] = []
    row: list[int] = []
    used = 0

    def close() -> None:
        nonlocal used
        if row:
            bands.append(_Band(tuple(row), max(items[number].height(width) for number in row), False))
            used += bands[-1].height + apart
            row.clear()

    for number, item in enumerate(items):
        if enough is not None and used > enough + apart:
            break
        if item.bare and columns > 1:
            close()
            bands.append(_Band((number,), item.height(room), True))
            continue
        row.append(number)
        if len(row) == columns:
            close()
    close()
    return bands


def _last(bands: Sequence[_Band], room: int, apart: int) -> int:
    """Return the first band from which all others fit; 0 where everything does."""
    used = -apart
    for number in range(len(bands) - 1, -1, -1):
        used += bands[number].height + apart
        if used > room:
            return min(number + 1, len(bands) - 1)
    return 0


def _cursor(page: Page, name: str, pressable: Sequence[int]) -> int:
    cursor = page.memory.get(f"{name}.cursor")
    if pressable and cursor not in pressable:
        cursor = min(pressable, key=lambda number: abs(number - cursor))
        page.memory.put(f"{name}.cursor", cursor)
    return cursor


def _part(
    page: Page,
    name: str,
    number: int,
    item: Tile,
    box: pygame.Rect,
    on_cursor: Callable[[Tile], None] | None,
) -> Part:
    def press() -> None:
        page.memory.put(f"{name}.cursor", number)
        if on_cursor:
            on_cursor(item)
        if item.press:
            item.press()

    return Part(item.name, box, item.label, press, item.enabled, item.selected, item.hint)


def _wheel(page: Page, name: str, most: int) -> Callable[[int], None]:
    def turn(steps: int) -> None:
        here = page.memory.get(f"{name}.offset")
        page.memory.put(f"{name}.offset", max(0, min(most, here - steps)))

    return turn


def _keys(
    page: Page,
    name: str,
    items: Sequence[Tile],
    pressable: Sequence[int],
    cursor: int,
    bands: Sequence[_Band],
    window: tuple[int, int, int],
    on_cursor: Callable[[Tile], None] | None,
) -> Callable[[Key], bool]:
    offset, shown, most = window
    band_of = {number: place for place, band in enumerate(bands) for number in band.items}

    def show(number: int) -> None:
        page.memory.put(f"{name}.cursor", number)
        band = band_of[number]
        above = band - 1 if band and items[bands[band - 1].items[0]].press is None else band
        page.memory.put(f"{name}.offset", max(min(offset, above), band - shown + 1, 0))
        if on_cursor:
            on_cursor(items[number])

    def scrolled(code: int) -> bool:
        steps = {
            pygame.K_UP: -1,
            pygame.K_DOWN: 1,
            pygame.K_PAGEUP: -shown,
            pygame.K_PAGEDOWN: shown,
            pygame.K_HOME: -most,
            pygame.K_END: most,
        }.get(code)
        if steps is None:
            return False
        target = max(0, min(most, offset + steps))
        page.memory.put(f"{name}.offset", target)
        return target != offset or abs(steps) > 1

    def key(pressed: Key) -> bool:
        if not pressable:
            return scrolled(pressed.code)
        target = _target(pressed.code, pressable, cursor, bands, band_of, shown)
        if target is None:
            return False
        show(target)
        return True

    return key


def _target(
    code: int,
    pressable: Sequence[int],
    cursor: int,
    bands: Sequence[_Band],
    band_of: dict[int, int],
    shown: int,
) -> int | None:
    """Return which tile a key leads to; None for none."""
    if code in (pygame.K_HOME, pygame.K_END):
        return pressable[0 if code == pygame.K_HOME else -1]
    here = bands[band_of[cursor]].items
    column = here.index(cursor)
    if code in (pygame.K_LEFT, pygame.K_RIGHT):
        beside = column + (1 if code == pygame.K_RIGHT else -1)
        return here[beside] if 0 <= beside < len(here) and here[beside] in pressable else None
    step = {pygame.K_UP: -1, pygame.K_DOWN: 1, pygame.K_PAGEUP: -shown, pygame.K_PAGEDOWN: shown}.get(code)
    if step is None:
        return None
    rows = sorted({band_of[number] for number in pressable})
    at = rows.index(band_of[cursor])
    wanted = at + step
    if abs(step) == 1 and not 0 <= wanted < len(rows):
        return None
    row = [n for n in bands[rows[max(0, min(len(rows) - 1, wanted))]].items if n in pressable]
    return row[min(column, len(row) - 1)]


def _clipped(page: Page, room: pygame.Rect, item: Tile, box: pygame.Rect, active: bool) -> None:
    """Draw a tile; of one that does not fit, whole lines of what does."""
    if room.contains(box):
        _draw(page, item, box, active)
        return
    before, page.clip = page.clip, room
    page.surface.set_clip(room)
    _draw(page, item, box, active)
    page.surface.set_clip(None)
    page.clip = before


def _draw(page: Page, item: Tile, box: pygame.Rect, active: bool) -> None:
    if not item.bare:
        back = ground_of(page, item, box)
        page.fill(box, back, 5)
        if active:
            page.outline(box, page.palette.focus, 5, 2)
        elif item.selected:
            page.outline(box, page.palette.soft, 5)
    elif active:
        page.outline(box, page.palette.focus, 4)
    item.draw(box)


def ground_of(page: Page, item: Tile, box: pygame.Rect) -> Colour:
    """Return what lies under a tile: pressed where it is chosen, lighter under the pointer."""
    palette = page.palette
    back = palette.pressed if item.selected else palette.raised
    if not item.enabled:
        back = mix(palette.panel, palette.raised, 0.35)
    if item.press and item.enabled and page.over(box):
        back = mix(back, palette.ink, 0.08)
    return back

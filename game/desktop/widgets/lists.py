"""A list of rows: one stop for the keyboard, a cursor inside it, and never half a row."""

from collections.abc import Callable, Sequence

import pygame
from attrs import frozen

from game.desktop.page import Key, Page, Part, Widget
from game.desktop.theme import Colour, Style, mix


@frozen
class Row:
    """One row."""

    name: str
    label: str
    press: Callable[[], None] | None = None
    """None for a heading."""
    enabled: bool = True
    selected: bool = False
    note: str = ""
    """Stands at the right."""
    mark: str = ""
    """Stands before the label."""
    icon: str = ""
    """The name of an icon that stands before the label, in place of a mark."""
    under: str = ""
    """A second line, where rows are high enough for one."""
    hint: str = ""
    colour: Colour | None = None
    heading: bool = False


def rows_height(page: Page) -> int:
    """Return the height of a row."""
    return page.line() + page.px(7)


def rows(
    page: Page,
    name: str,
    rect: pygame.Rect,
    items: Sequence[Row],
    *,
    on_cursor: Callable[[Row], None] | None = None,
    height: int | None = None,
) -> Widget:
    """Draw a list. Arrows move its cursor, Enter or Space presses the row under it, the wheel scrolls."""
    height = height or rows_height(page)
    shown = max(1, rect.height // height)
    most = max(0, len(items) - shown)
    pressable = [number for number, row in enumerate(items) if row.press]
    cursor = _cursor(page, name, pressable)
    offset = min(page.memory.get(f"{name}.offset"), most)
    page.memory.put(f"{name}.offset", offset)
    bar = page.px(10) if most else 0
    widget = Widget(name, rect, "list", focusable=bool(pressable))
    for number in range(offset, min(len(items), offset + shown)):
        row = items[number]
        place = pygame.Rect(rect.x, rect.y + (number - offset) * height, rect.width - bar, height)
        _draw(page, row, place, page.has_focus(name) and number == cursor)
        if row.press:
            widget.parts.append(
                Part(
                    row.name,
                    place,
                    row.label,
                    _pressing(page, name, number, row, on_cursor),
                    row.enabled,
                    row.selected,
                    row.hint,
                )
            )
    if most:
        draw_bar(
            page,
            pygame.Rect(rect.right - page.px(6), rect.y, page.px(6), shown * height),
            offset,
            shown,
            len(items),
        )

    def go(number: int) -> None:
        page.memory.put(f"{name}.cursor", number)
        above = number - 1 if number > 0 and items[number - 1].heading else number
        here = page.memory.get(f"{name}.offset")
        page.memory.put(f"{name}.offset", max(min(here, above), number - shown + 1, 0))
        if on_cursor:
            on_cursor(items[number])

    widget.key = _keys(pressable, cursor, shown, go)
    widget.wheel = wheel(page, name, most)
    if pressable:
        widget.press = items[cursor].press
        widget.label, widget.at = items[cursor].label, items[cursor].name
    return page.add(widget)


def _cursor(page: Page, name: str, pressable: Sequence[int]) -> int:
    cursor = page.memory.get(f"{name}.cursor")
    if not pressable:
        return -1
    if cursor not in pressable:
        cursor = min(pressable, key=lambda number: abs(number - cursor))
        page.memory.put(f"{name}.cursor", cursor)
    return cursor


def _pressing(
    page: Page, name: str, number: int, row: Row, on_cursor: Callable[[Row], None] | None
) -> Callable[[], None]:
    def press() -> None:
        page.memory.put(f"{name}.cursor", number)
        if on_cursor:
            on_cursor(row)
        if row.press:
            row.press()

    return press


def _keys(
    pressable: Sequence[int], cursor: int, shown: int, go: Callable[[int], None]
) -> Callable[[Key], bool]:
    def key(pressed: Key) -> bool:
        if not pressable:
            return False
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


def wheel(page: Page, name: str, most: int) -> Callable[[int], None]:
    """Return what the wheel does: three rows a notch."""

    def turn(steps: int) -> None:
        here = page.memory.get(f"{name}.offset")
        page.memory.put(f"{name}.offset", max(0, min(most, here - 3 * steps)))

    return turn


def _draw(page: Page, row: Row, place: pygame.Rect, active: bool) -> None:
    palette = page.palette
    inside = place.inflate(-2 * page.gap, 0)
    if row.heading:
        page.text(
            row.label, pygame.Rect(inside.x, place.y, inside.width, place.height), Style.STRONG, palette.soft
        )
        page.stroke((place.x, place.bottom - 2), (place.right, place.bottom - 2), palette.faint)
        return
    back = palette.pressed if row.selected else palette.raised if row.under else palette.panel
    if page.over(place) and row.enabled:
        back = mix(back, palette.ink, 0.10)
    elif active:
        back = mix(back, palette.ink, 0.07)
    page.fill(place.inflate(0, -2), back, 4)
    if active:
        page.outline(place.inflate(0, -2), palette.focus, 4)
    ink = palette.ink if row.enabled else palette.soft
    left = inside.x
    if row.icon:
        size = page.icon_width(16)
        page.icon(row.icon, pygame.Rect(left, place.y, size, place.height), row.colour or ink, 16)
        left += size + page.gap
    elif row.mark:
        mark = page.text(
            row.mark, pygame.Rect(left, place.y, page.px(18), place.height), Style.STRONG, row.colour or ink
        )
        left += max(mark.width, page.px(12)) + page.gap // 2
    right = inside.right
    if row.note:
        room = min(page.type.width(row.note, Style.BODY), inside.width * 45 // 100)
        top = place.centery - page.line() if row.under else place.y
        note = page.text(
            row.note,
            pygame.Rect(right - room, top, room, page.line() if row.under else place.height),
            colour=palette.soft,
            align="right",
        )
        right = note.x - page.gap
    if row.under:
        middle = place.centery
        page.text(
            row.label, pygame.Rect(left, middle - page.line(), right - left, page.line()), Style.STRONG, ink
        )
        page.text(row.under, pygame.Rect(left, middle, inside.right - left, page.line()), colour=palette.soft)
        return
    page.text(row.label, pygame.Rect(left, place.y, right - left, place.height), Style.BODY, ink)


def draw_bar(page: Page, rect: pygame.Rect, offset: int, shown: int, total: int) -> None:
    """Draw how much of something is shown, and which part of it."""
    page.fill(rect, page.palette.faint, 3)
    length = max(page.px(16), rect.height * shown // total)
    top = rect.y + (rect.height - length) * offset // max(1, total - shown)
    page.fill(pygame.Rect(rect.x, top, rect.width, length), page.palette.soft, 3)

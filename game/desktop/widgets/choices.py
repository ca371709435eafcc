"""One out of a few: tabs, and cards that say what each choice means."""

from collections.abc import Callable, Sequence

import pygame
from attrs import frozen

from game.desktop.page import Key, Page, Part, Widget
from game.desktop.theme import Colour, Style, mix


@frozen
class Pick:
    """Something to choose."""

    id: str
    label: str
    summary: str = ""
    enabled: bool = True
    hint: str = ""
    icon: str = ""
    """The name of an icon that stands before the label."""
    badge: bool = False
    """Whether something waits there: a dot says so; the hint should say what."""


def tabs(
    page: Page,
    name: str,
    rect: pygame.Rect,
    options: Sequence[Pick],
    chosen: str,
    choose: Callable[[str], None],
) -> Widget:
    """Draw tabs, each as wide as its words and an equal share of the rest. Left and right change it."""
    palette = page.palette
    widget = Widget(name, rect, "tabs", label=chosen, at=chosen)
    widths = tab_widths(page, options, chosen, rect.width)
    spare = (rect.width - sum(int(width) for width in widths)) / max(1, len(options))
    edge_x = float(rect.x)
    for option, width in zip(options, widths, strict=True):
        left, edge_x = round(edge_x), edge_x + width + spare
        place = pygame.Rect(left, rect.y, round(edge_x) - left, rect.height)
        here = option.id == chosen
        if page.over(place) and not here:
            page.fill(place, palette.raised, 4)
        ink = palette.ink if here else palette.soft
        _tab_label(page, option, place.inflate(-page.gap, 0), here, ink)
        if option.badge:
            dot = (place.right - page.px(6), place.y + page.px(7))
            pygame.draw.aacircle(page.surface, palette.accent, dot, page.px(4))
        edge = pygame.Rect(place.x, place.bottom - page.px(3), place.width, page.px(3))
        page.fill(edge, palette.accent if here else palette.faint)
        widget.parts.append(
            Part(
                option.id,
                place,
                option.label,
                _choosing(choose, option.id),
                True,
                here,
                option.hint or _unsaid(page, option, place),
            )
        )

    def key(pressed: Key) -> bool:
        ids = [option.id for option in options]
        step = {pygame.K_LEFT: -1, pygame.K_RIGHT: 1}.get(pressed.code)
        if step is None or chosen not in ids or not 0 <= ids.index(chosen) + step < len(ids):
            return False
        choose(ids[ids.index(chosen) + step])
        return True

    widget.key = key
    return page.add(widget)


def tab_widths(page: Page, options: Sequence[Pick], chosen: str, room: int) -> list[int]:
    """Return the width of each tab: icons with words, closer together where room is short.

    Where not all the words fit, the chosen tab keeps its own, then as many others as fit, from the first.
    """
    styles = (Style.STRONG, Style.BODY)
    words = [max(page.type.width(option.label, style) for style in styles) + 2 for option in options]
    icons = [page.icon_width() + page.gap if option.icon else 0 for option in options]
    if not any(icons):
        return words
    both = [word + icon + 2 * page.gap for word, icon in zip(words, icons, strict=True)]
    if sum(both) > room:
        both = [width - page.gap for width in both]
    if sum(both) <= room:
        return both
    alone = [icon + page.gap if icon else wide for icon, wide in zip(icons, both, strict=True)]
    spare = room - sum(alone)
    for number in sorted(range(len(options)), key=lambda number: options[number].id != chosen):
        more = both[number] - alone[number]
        if options[number].id == chosen or more <= spare:
            alone[number], spare = both[number], spare - more
    return alone


def _tab_label(page: Page, option: Pick, place: pygame.Rect, here: bool, ink: Colour) -> None:
    style = Style.STRONG if here else Style.BODY
    if not option.icon:
        page.text(option.label, place, style, ink, "centre")
        return
    size, words = page.icon_width(), page.type.width(option.label, style)
    if size + page.gap + words > place.width:
        page.icon(option.icon, place, ink)
        return
    left = place.x + (place.width - size - page.gap - words) // 2
    page.icon(option.icon, pygame.Rect(left, place.y, size, place.height), ink)
    page.text(option.label, pygame.Rect(left + size + page.gap, place.y, words, place.height), style, ink)


def _unsaid(page: Page, option: Pick, place: pygame.Rect) -> str:
    """Return the label of a tab that shows its icon alone, for its hint."""
    shown = page.icon_width() + page.gap + page.type.width(option.label, Style.BODY)
    return option.label if option.icon and shown > place.width - page.gap else ""


def _choosing(choose: Callable[[str], None], id: str) -> Callable[[], None]:
    return lambda: choose(id)


def cards_height(page: Page, options: Sequence[Pick], width: int, columns: int = 1) -> int:
    """Return the height that cards need."""
    heights = _card_heights(page, options, width, columns)
    return sum(int(height) for height in heights) + page.gap * max(0, len(heights) - 1)


def _card_heights(page: Page, options: Sequence[Pick], width: int, columns: int) -> list[int]:
    column = (width - page.gap * (columns - 1)) // columns
    heights = []
    for start in range(0, len(options), columns):
        tallest = 0
        for option in options[start : start + columns]:
            text = column - 2 * page.gap - page.px(24)
            body = page.measure(option.summary, text) if option.summary else 0
            tallest = max(tallest, page.line() + body + page.px(12))
        heights.append(tallest)
    return heights


def cards(
    page: Page,
    name: str,
    rect: pygame.Rect,
    options: Sequence[Pick],
    chosen: str,
    choose: Callable[[str], None],
    *,
    columns: int = 1,
) -> Widget:
    """Draw one card for each choice. Arrows move a cursor; Enter or Space chooses what is under it."""
    heights = _card_heights(page, options, rect.width, columns)
    column = (rect.width - page.gap * (columns - 1)) // columns
    cursor = min(page.memory.get(f"{name}.cursor"), max(0, len(options) - 1))
    bottom = rect.y + cards_height(page, options, rect.width, columns)
    widget = Widget(name, pygame.Rect(rect.x, rect.y, rect.width, bottom - rect.y), "choice", label=chosen)
    y = rect.y
    for number, option in enumerate(options):
        row, place_in_row = divmod(number, columns)
        if number and not place_in_row:
            y += heights[row - 1] + page.gap
        place = pygame.Rect(rect.x + place_in_row * (column + page.gap), y, column, heights[row])
        _card(page, option, place, option.id == chosen, page.has_focus(name) and number == cursor)
        widget.parts.append(
            Part(
                option.id,
                place,
                option.label,
                _picking(page, name, number, choose, option.id),
                option.enabled,
                option.id == chosen,
                option.hint,
            )
        )

    def key(pressed: Key) -> bool:
        step = {
            pygame.K_UP: -columns,
            pygame.K_DOWN: columns,
            pygame.K_LEFT: -1 if columns > 1 else 0,
            pygame.K_RIGHT: 1 if columns > 1 else 0,
        }.get(pressed.code, 0)
        if not step or not 0 <= cursor + step < len(options):
            return False
        page.memory.put(f"{name}.cursor", cursor + step)
        return True

    widget.key = key
    if options:
        widget.press = _picking(page, name, cursor, choose, options[cursor].id)
        widget.at = options[cursor].id
    return page.add(widget)


def _picking(
    page: Page, name: str, number: int, choose: Callable[[str], None], id: str
) -> Callable[[], None]:
    def pick() -> None:
        page.memory.put(f"{name}.cursor", number)
        choose(id)

    return pick


def _card(page: Page, option: Pick, place: pygame.Rect, chosen: bool, active: bool) -> None:
    palette = page.palette
    back = palette.pressed if chosen else palette.raised
    if page.over(place):
        back = mix(back, palette.ink, 0.08)
    page.fill(place, back, 5)
    page.outline(
        place, palette.focus if active else (palette.soft if chosen else palette.faint), 5, 2 if active else 1
    )
    centre = (place.x + page.px(16), place.y + page.px(6) + page.line() // 2)
    pygame.draw.circle(page.surface, palette.ink, centre, page.px(6), 1)
    if chosen:
        pygame.draw.circle(page.surface, palette.accent, centre, page.px(4))
    left = place.x + page.px(24) + page.gap
    width = place.right - page.gap - left
    page.text(
        option.label,
        pygame.Rect(left, place.y + page.px(6), width, page.line()),
        Style.STRONG,
    )
    if option.summary:
        top = place.y + page.px(6) + page.line()
        page.paragraph(option.summary, pygame.Rect(left, top, width, place.bottom - top), colour=palette.soft)

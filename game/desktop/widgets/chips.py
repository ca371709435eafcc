"""Chips: a few words to switch on and off; and segments, of which exactly one is chosen."""

from collections.abc import Callable, Collection, Mapping, Sequence

import pygame
from attrs import evolve

from game.desktop.drawing.marks import Badge, draw_mark
from game.desktop.page import Key, Page, Part, Widget
from game.desktop.theme import Style, mix
from game.desktop.widgets.choices import Pick

MARK = "mark"
"""The icon of a chip that shows an actor's mark instead."""


def chip_height(page: Page) -> int:
    """Return the height of a row of chips."""
    return page.line() + page.gap


def chips(
    page: Page,
    name: str,
    rect: pygame.Rect,
    options: Sequence[Pick],
    chosen: Collection[str],
    press: Callable[[str], None],
    *,
    marks: Mapping[str, Badge] | None = None,
) -> int:
    """Draw chips in as many rows as they need; return the y below them. `marks` stand before actors' names.

    One stop for the keyboard: arrows move a cursor, Enter or Space switches the chip under it.
    """
    places = _placed(page, rect, options)
    bottom = places[-1].bottom if places else rect.y
    cursor = min(page.memory.get(f"{name}.cursor"), max(0, len(options) - 1))
    widget = Widget(name, pygame.Rect(rect.x, rect.y, rect.width, bottom - rect.y), "choice")
    for number, (option, place) in enumerate(zip(options, places, strict=True)):
        on = option.id in chosen
        _chip(page, option, place, on, page.has_focus(name) and number == cursor)
        badge = (marks or {}).get(option.id)
        if badge is not None:
            centre = (place.x + _padding(page) + page.icon_width(14) // 2, place.centery)
            draw_mark(page, badge.mark, centre, page.px(5), badge.colour)
        pressed = _pressing(page, name, number, press, option.id)
        widget.parts.append(Part(option.id, place, option.label, pressed, option.enabled, on, option.hint))

    def key(pressed: Key) -> bool:
        step = {pygame.K_LEFT: -1, pygame.K_RIGHT: 1}.get(pressed.code)
        if step is None or not 0 <= cursor + step < len(options):
            return False
        page.memory.put(f"{name}.cursor", cursor + step)
        return True

    widget.key = key
    if options:
        widget.press = widget.parts[cursor].press
        widget.label, widget.at = options[cursor].label, options[cursor].id
        page.add(widget)
    return bottom


def chips_height(page: Page, width: int, options: Sequence[Pick]) -> int:
    """Return the height that chips need."""
    places = _placed(page, pygame.Rect(0, 0, width, 0), options)
    return places[-1].bottom if places else 0


def _pressing(
    page: Page, name: str, number: int, press: Callable[[str], None], id: str
) -> Callable[[], None]:
    def pressed() -> None:
        page.memory.put(f"{name}.cursor", number)
        press(id)

    return pressed


def _padding(page: Page) -> int:
    return page.px(7)


def chip_width(page: Page, option: Pick) -> int:
    """Return how wide a chip is."""
    icon = page.icon_width(14) + page.gap // 2 if option.icon else 0
    words = max(page.type.width(option.label, style) for style in (Style.STRONG, Style.BODY))
    return words + icon + 2 * _padding(page)


def _placed(page: Page, rect: pygame.Rect, options: Sequence[Pick]) -> list[pygame.Rect]:
    height, apart = chip_height(page), page.gap // 2
    x, y = rect.x, rect.y
    places = []
    for option in options:
        width = min(rect.width, chip_width(page, option))
        if x + width > rect.right and x > rect.x:
            x, y = rect.x, y + height + apart
        places.append(pygame.Rect(x, y, width, height))
        x += width + apart
    return places


def _chip(page: Page, option: Pick, place: pygame.Rect, on: bool, active: bool) -> None:
    palette = page.palette
    back = palette.pressed if on else palette.panel
    if page.over(place) and option.enabled:
        back = mix(back, palette.ink, 0.10)
    radius = round(place.height / 2 / page.scale)
    page.fill(place, back, radius)
    page.outline(place, palette.focus if active else palette.soft if on else palette.faint, radius)
    inside = place.inflate(-2 * _padding(page), 0)
    ink = palette.ink if on else palette.soft
    if option.icon:
        size = page.icon_width(14)
        if option.icon != MARK:
            page.icon(option.icon, pygame.Rect(inside.x, inside.y, size, inside.height), ink, 14)
        left = inside.x + size + page.gap // 2
        inside = pygame.Rect(left, inside.y, inside.right - left, inside.height)
    page.text(option.label, inside, Style.STRONG if on else Style.BODY, ink, "centre")


def segments(
    page: Page,
    name: str,
    rect: pygame.Rect,
    options: Sequence[Pick],
    chosen: str,
    choose: Callable[[str], None],
) -> Widget:
    """Draw a row of choices joined into one bar, one of them chosen, or none yet; left and right change it.

    Where both have no room, words go before icons; where words have none, icons stand and hints say them.
    """
    palette = page.palette
    widget = Widget(name, rect, "tabs", label=chosen, at=chosen)
    page.fill(rect, palette.raised, 5)
    if sum(_wanted(page, option) for option in options) > rect.width:  # words say more than icons
        bare = [evolve(option, icon="") for option in options]
        options = bare if sum(_wanted(page, option) for option in bare) <= rect.width + page.gap else options
    widths = _shares(page, options, rect.width)
    x = rect.x
    for number, (option, width) in enumerate(zip(options, widths, strict=True)):
        place = pygame.Rect(x, rect.y, width, rect.height)
        x += width
        here = option.id == chosen
        if here or page.over(place):
            page.fill(place, palette.pressed if here else mix(palette.raised, palette.ink, 0.08), 5)
        if here:
            page.outline(place, palette.accent, 5, max(1, page.px(1.5)))
        elif number and options[number - 1].id != chosen:
            page.stroke((place.x, place.y + page.gap), (place.x, place.bottom - page.gap), palette.line)
        said = _segment(page, option, place, here)
        hint = option.hint if said else f"{option.label}. {option.hint}".strip(" .")
        press = _choosing(choose, option.id)
        widget.parts.append(Part(option.id, place, option.label, press, option.enabled, here, hint))
    page.outline(rect, palette.line, 5)

    def key(pressed: Key) -> bool:
        ids = [option.id for option in options]
        step = {pygame.K_LEFT: -1, pygame.K_RIGHT: 1}.get(pressed.code)
        if step is None:
            return False
        if chosen not in ids:
            choose(ids[0 if step > 0 else -1])
            return True
        if not 0 <= ids.index(chosen) + step < len(ids):
            return False
        choose(ids[ids.index(chosen) + step])
        return True

    widget.key = key
    widget.press = _choosing(choose, chosen or options[0].id)
    return page.add(widget)


def _choosing(choose: Callable[[str], None], id: str) -> Callable[[], None]:
    return lambda: choose(id)


def _shares(page: Page, options: Sequence[Pick], room: int) -> list[int]:
    """Return the widths: equal where all words fit so, else by what each needs."""
    equal = room // len(options)
    wanted = [_wanted(page, option) for option in options]
    if max(wanted) <= equal or sum(wanted) > room:
        return [*[equal] * (len(options) - 1), room - equal * (len(options) - 1)]
    spare = (room - sum(wanted)) // len(options)
    widths = [width + spare for width in wanted]
    widths[-1] += room - sum(widths)
    return widths


def _wanted(page: Page, option: Pick) -> int:
    icon = page.icon_width() + page.gap if option.icon else 0
    return page.type.width(option.label, Style.STRONG) + icon + 2 * page.gap


def _segment(page: Page, option: Pick, place: pygame.Rect, here: bool) -> bool:
    """Draw one choice; return whether its words had room."""
    ink = page.palette.ink if here or option.enabled else page.palette.soft
    style = Style.STRONG if here else Style.BODY
    if not option.icon:
        page.text(option.label, place.inflate(-page.gap, 0), style, ink, "centre")
        return True
    size, words = page.icon_width(), page.type.width(option.label, style)
    if size + page.gap + words > place.width - page.gap:
        page.icon(option.icon, place, ink)
        return False
    left = place.x + (place.width - size - page.gap - words) // 2
    page.icon(option.icon, pygame.Rect(left, place.y, size, place.height), ink)
    page.text(option.label, pygame.Rect(left + size + page.gap, place.y, words, place.height), style, ink)
    return True

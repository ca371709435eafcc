"""Chips: a few words to switch on and off."""

from collections.abc import Callable, Collection, Mapping, Sequence

import pygame

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

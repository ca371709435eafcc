"""One out of a few, side by side in one bar: every choice is seen, and the chosen one is filled."""

from collections.abc import Callable, Sequence

import pygame
from attrs import evolve

from game.desktop.page import Key, Page, Part, Widget
from game.desktop.theme import Style, mix
from game.desktop.widgets.choices import Pick


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

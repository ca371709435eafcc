"""One out of two or three, side by side in one row: every choice is seen, and the chosen one is filled."""

from collections.abc import Callable, Sequence

import pygame

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
    """Draw them in equal shares. Left and right change the choice, and so does a press."""
    palette = page.palette
    page.fill(rect, palette.ground, 6)
    page.outline(rect, palette.line, 6)
    widget = Widget(name, rect, "choice", label=chosen, at=chosen)
    inner = rect.inflate(-page.px(4), -page.px(4))
    for number, option in enumerate(options):
        left = inner.x + inner.width * number // len(options)
        right = inner.x + inner.width * (number + 1) // len(options)
        place = pygame.Rect(left, inner.y, right - left, inner.height)
        here = option.id == chosen
        if here:
            page.fill(place, palette.pressed, 5)
            page.outline(place, palette.soft, 5)
        elif page.over(place):
            page.fill(place, mix(palette.ground, palette.ink, 0.08), 5)
        _label(page, option, place.inflate(-page.gap, 0), here)
        part = Part(option.id, place, option.label, _choosing(choose, option.id), True, here, option.hint)
        widget.parts.append(part)

    def key(pressed: Key) -> bool:
        ids = [option.id for option in options]
        step = {pygame.K_LEFT: -1, pygame.K_RIGHT: 1}.get(pressed.code)
        if step is None or chosen not in ids or not 0 <= ids.index(chosen) + step < len(ids):
            return False
        choose(ids[ids.index(chosen) + step])
        return True

    def press() -> None:
        ids = [option.id for option in options]
        choose(ids[(ids.index(chosen) + 1) % len(ids)] if chosen in ids else ids[0])

    widget.key, widget.press = key, press
    return page.add(widget)


def _label(page: Page, option: Pick, place: pygame.Rect, here: bool) -> None:
    style = Style.STRONG if here else Style.BODY
    ink = page.palette.ink if here else page.palette.soft
    words, size = page.type.width(option.label, style), page.icon_width() if option.icon else 0
    if size and size + page.gap + words > place.width:
        size = 0  # the words matter more
    wide = min(place.width, words + (size + page.gap if size else 0))
    left = place.x + (place.width - wide) // 2
    if size:
        page.icon(option.icon, pygame.Rect(left, place.y, size, place.height), ink)
        left += size + page.gap
    page.text(option.label, pygame.Rect(left, place.y, place.right - left, place.height), style, ink)


def _choosing(choose: Callable[[str], None], id: str) -> Callable[[], None]:
    return lambda: choose(id)

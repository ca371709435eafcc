"""A field for a whole number."""

from collections.abc import Callable

import pygame

from game.desktop.page import Key, Page, Widget

LONGEST = 12


def number_entry(
    page: Page, name: str, rect: pygame.Rect, value: str, change: Callable[[str], None], empty: str
) -> Widget:
    """Draw a field that takes digits."""
    palette = page.palette
    page.fill(rect, palette.ground, 4)
    page.outline(rect, palette.line, 4)
    inside = rect.inflate(-2 * page.gap, 0)
    drawn = page.text(value or empty, inside, colour=palette.ink if value else palette.soft)
    if page.has_focus(name):
        x = drawn.right + 2 if value else inside.x - 3
        page.stroke((x, rect.y + page.px(6)), (x, rect.bottom - page.px(6)), palette.focus, 2)

    def key(pressed: Key) -> bool:
        if pressed.code == pygame.K_BACKSPACE:
            change(value[:-1])
            return True
        if pressed.text.isdecimal() and pressed.text.isascii() and len(value) < LONGEST:
            change(value + pressed.text)
            return True
        return False

    return page.add(Widget(name, rect, "entry", label=value, key=key))

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


def text_entry(
    page: Page,
    name: str,
    rect: pygame.Rect,
    value: str,
    change: Callable[[str], None],
    empty: str,
    *,
    icon: str = "search",
    longest: int = 40,
) -> Widget:
    """Draw a field for a few words, with an icon before them; Escape empties it."""
    palette = page.palette
    page.fill(rect, palette.ground, 4)
    page.outline(rect, palette.line, 4)
    size = page.icon_width(16)
    page.icon(icon, pygame.Rect(rect.x + page.gap, rect.y, size, rect.height), palette.soft, 16)
    inside = pygame.Rect(rect.x + size + 2 * page.gap, rect.y, rect.width - size - 3 * page.gap, rect.height)
    drawn = page.text(value or empty, inside, colour=palette.ink if value else palette.soft)
    if page.has_focus(name):
        x = drawn.right + 2 if value else inside.x - 3
        page.stroke((x, rect.y + page.px(6)), (x, rect.bottom - page.px(6)), palette.focus, 2)

    def key(pressed: Key) -> bool:
        if pressed.code == pygame.K_BACKSPACE:
            change(value[:-1])
            return True
        if pressed.code == pygame.K_ESCAPE and value:
            change("")
            return True
        if pressed.text and pressed.text.isprintable() and len(value) < longest:
            if not (pressed.text == " " and not value):
                change(value + pressed.text)
            return True
        return False

    return page.add(Widget(name, rect, "entry", label=value, key=key))

"""A field for a few words to look for."""

from collections.abc import Callable

import pygame

from game.desktop.page import Key, Page, Widget

LONGEST = 40


def search_entry(
    page: Page, name: str, rect: pygame.Rect, value: str, change: Callable[[str], None], empty: str
) -> Widget:
    """Draw a field that takes letters; `empty` stands in it while nothing does."""
    palette = page.palette
    page.fill(rect, palette.ground, 5)
    page.outline(rect, palette.line, 5)
    icon = pygame.Rect(rect.x + page.gap, rect.y, page.icon_width(), rect.height)
    page.icon("search", icon, palette.soft)
    inside = pygame.Rect(icon.right + page.gap, rect.y, rect.right - 2 * page.gap - icon.right, rect.height)
    drawn = page.text(value or empty, inside, colour=palette.ink if value else palette.soft)
    if page.has_focus(name):
        x = min(drawn.right + 2, rect.right - page.gap) if value else inside.x - 3
        page.stroke((x, rect.y + page.px(7)), (x, rect.bottom - page.px(7)), palette.focus, 2)

    def key(pressed: Key) -> bool:
        if pressed.code == pygame.K_BACKSPACE:
            change(value[:-1])
            return True
        if pressed.text and pressed.text.isprintable() and len(value) < LONGEST:
            if pressed.text == " " and not value:
                return False
            change(value + pressed.text)
            return True
        return False

    return page.add(Widget(name, rect, "entry", label=value, key=key))

"""Fields: for a whole number, and for a few words."""

from collections.abc import Callable

import pygame

from game.desktop.page import Key, Page, Widget
from game.desktop.theme import Style

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
    """Draw a field for a few words, with an icon before them.

    The arrows, Home and End move the caret; Backspace and Delete take away a sign; Escape empties it.
    """
    palette = page.palette
    page.fill(rect, palette.ground, 4)
    page.outline(rect, palette.line, 4)
    size = page.icon_width(16)
    page.icon(icon, pygame.Rect(rect.x + page.gap, rect.y, size, rect.height), palette.soft, 16)
    inside = pygame.Rect(rect.x + size + 2 * page.gap, rect.y, rect.width - size - 3 * page.gap, rect.height)
    memory = f"{name}.caret"  # counted from the end, where it is at first
    caret = max(0, len(value) - page.memory.get(memory))
    start = _first_seen(page, value, caret, inside.width)
    page.text(value[start:] or empty, inside, colour=palette.ink if value else palette.soft)
    if page.has_focus(name):
        x = inside.x + page.type.width(value[start:caret], Style.BODY)
        page.stroke((x, rect.y + page.px(6)), (x, rect.bottom - page.px(6)), palette.focus, 2)

    def write(words: str, at: int) -> bool:
        page.memory.put(memory, len(words) - at)
        if words != value:
            change(words)
        return True

    def key(pressed: Key) -> bool:
        places = {
            pygame.K_LEFT: caret - 1,
            pygame.K_RIGHT: caret + 1,
            pygame.K_HOME: 0,
            pygame.K_END: len(value),
        }
        if pressed.code in places:
            at = places[pressed.code]
            return 0 <= at <= len(value) and at != caret and write(value, at)
        if pressed.code == pygame.K_BACKSPACE:
            return write(value[: max(0, caret - 1)] + value[caret:], max(0, caret - 1))
        if pressed.code == pygame.K_DELETE:
            return write(value[:caret] + value[caret + 1 :], caret)
        if pressed.code == pygame.K_ESCAPE and value:
            return write("", 0)
        if pressed.text and pressed.text.isprintable() and len(value) < longest:
            said = "" if pressed.text == " " and not value else pressed.text
            return write(value[:caret] + said + value[caret:], caret + len(said))
        return False

    return page.add(Widget(name, rect, "entry", label=value, key=key))


def _first_seen(page: Page, value: str, caret: int, width: int) -> int:
    """Return the first sign to draw so that the caret is in the field."""
    start = 0
    while start < caret and page.type.width(value[start:caret], Style.BODY) > width - page.gap:
        start += 1
    return start

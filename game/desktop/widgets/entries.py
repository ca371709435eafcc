"""Fields: for a whole number, and for a few words."""

from collections.abc import Callable
from typing import Final

import pygame

from game.desktop.page import Key, Page, Widget
from game.desktop.theme import Style, mix

LONGEST: Final = 12
"""Digits of a number."""


def number_entry(
    page: Page, name: str, rect: pygame.Rect, value: str, change: Callable[[str], None], empty: str
) -> Widget:
    """Draw a field that takes digits."""
    return _entry(
        page, name, rect, value, change, empty, rect.inflate(-2 * page.gap, 0), _Line(LONGEST, digits=True)
    )


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
    enter: Callable[[], None] | None = None,
) -> Widget:
    """Draw a field for a few words, with an icon before them; `enter` is done on Enter in it."""
    size = page.icon_width(16)
    left = rect.x + size + 2 * page.gap
    inside = pygame.Rect(left, rect.y, rect.right - page.gap - left, rect.height)
    found = _entry(page, name, rect, value, change, empty, inside, _Line(longest), enter)
    page.icon(icon, pygame.Rect(rect.x + page.gap, rect.y, size, rect.height), page.palette.soft, 16)
    return found


def _entry(
    page: Page,
    name: str,
    rect: pygame.Rect,
    value: str,
    change: Callable[[str], None],
    empty: str,
    inside: pygame.Rect,
    line: "_Line",
    enter: Callable[[], None] | None = None,
) -> Widget:
    palette = page.palette
    page.fill(rect, palette.ground, 4)
    page.outline(rect, palette.line, 4)
    caret_at, all_at = f"{name}.caret", f"{name}.all"  # the caret is counted from the end, where it is first
    here = page.has_focus(name)
    line.words, line.caret = value, max(0, len(value) - page.memory.get(caret_at))
    line.all = bool(value) and here and bool(page.memory.get(all_at))
    start = _first_seen(page, value, line.caret, inside.width)
    if line.all:
        wide = min(inside.width, page.type.width(value[start:], Style.BODY))
        page.fill(
            pygame.Rect(inside.x, rect.y + page.px(5), wide, rect.height - page.px(10)),
            mix(palette.ground, palette.accent, 0.5),
        )
    page.text(value[start:] or empty, inside, colour=palette.ink if value else palette.soft)
    if here:
        x = inside.x + page.type.width(value[start : line.caret], Style.BODY)
        page.stroke((x, rect.y + page.px(6)), (x, rect.bottom - page.px(6)), palette.focus, 2)

    def key(pressed: Key) -> bool:
        if enter is not None and pressed.code in (pygame.K_RETURN, pygame.K_KP_ENTER):
            enter()
            return True
        before = line.words
        used = line.key(pressed)
        page.memory.put(caret_at, len(line.words) - line.caret)
        page.memory.put(all_at, int(line.all))
        if line.words != before:
            change(line.words)
        return used

    return page.add(Widget(name, rect, "entry", label=value, key=key))


class _Line:
    """A line that is being written. It holds what several keys do to it before the next frame is drawn.

    The arrows, Home and End move the caret; Backspace and Delete take away a sign; Escape empties it;
    Ctrl+A marks all of it, and with Ctrl+C, Ctrl+X and Ctrl+V go words from and to elsewhere.
    """

    def __init__(self, longest: int, *, digits: bool = False) -> None:
        self.longest, self.digits = longest, digits
        self.words = ""
        self.caret = 0
        self.all = False
        """Whether all of it is marked: what comes next takes its place."""

    def key(self, pressed: Key) -> bool:
        """Take a key; return whether it was of use."""
        if pressed.ctrl:
            return self._edit(pressed.code)
        marked, self.all = self.all, False
        places = {
            pygame.K_LEFT: 0 if marked else self.caret - 1,
            pygame.K_RIGHT: len(self.words) if marked else self.caret + 1,
            pygame.K_HOME: 0,
            pygame.K_END: len(self.words),
        }
        if pressed.code in places:
            at = places[pressed.code]
            moved = 0 <= at <= len(self.words) and (at != self.caret or marked)
            self.caret = at if moved else self.caret
            return moved
        if pressed.code in (pygame.K_BACKSPACE, pygame.K_DELETE):
            if marked:
                self._write("", 0, len(self.words))
            elif pressed.code == pygame.K_BACKSPACE:
                self._write("", max(0, self.caret - 1), self.caret)
            else:
                self._write("", self.caret, self.caret + 1)
            return True
        if pressed.code == pygame.K_ESCAPE and self.words:
            self._write("", 0, len(self.words))
            return True
        if pressed.text and pressed.text.isprintable():
            self._put(pressed.text, marked)
            return True
        return False

    def _edit(self, code: int) -> bool:
        if code == pygame.K_a:
            self.all, self.caret = bool(self.words), len(self.words)
        elif code == pygame.K_v:
            marked, self.all = self.all, False
            self._put(_clipboard(), marked)
        elif code in (pygame.K_c, pygame.K_x) and self.all:
            _to_clipboard(self.words)
            if code == pygame.K_x:
                self.all = False
                self._write("", 0, len(self.words))
        return True

    def _put(self, text: str, instead: bool) -> None:
        """Write words where the caret is, or instead of everything, as far as they may stand here."""
        start, end = (0, len(self.words)) if instead else (self.caret, self.caret)
        signs = [sign for sign in text if sign.isprintable()]
        if self.digits:
            signs = [sign for sign in signs if sign.isdecimal() and sign.isascii()]
        found = "".join(signs)
        if not start:
            found = found.lstrip(" ")
        if found or not text:
            self._write(found[: max(0, self.longest - len(self.words) + end - start)], start, end)

    def _write(self, text: str, start: int, end: int) -> None:
        self.words = self.words[:start] + text + self.words[end:]
        self.caret = start + len(text)


def _clipboard() -> str:
    """Return what was copied elsewhere; nothing where there is no such place."""
    try:
        return pygame.scrap.get_text()
    except pygame.error:
        return ""


def _to_clipboard(words: str) -> None:
    try:
        pygame.scrap.put_text(words)
    except pygame.error:
        return  # there is nowhere to put it


def _first_seen(page: Page, value: str, caret: int, width: int) -> int:
    """Return the first sign to draw so that the caret is in the field."""
    start = 0
    while start < caret and page.type.width(value[start:caret], Style.BODY) > width - page.gap:
        start += 1
    return start

"""Pointer and keyboard: what a person does, as presses, drags and scrolls of the widgets on the page."""

from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING

import pygame

from game.desktop import keys
from game.desktop.focus import neighbour
from game.desktop.page import Key, Page, Part, Widget

if TYPE_CHECKING:
    from game.desktop.stage import Stage

ARROWS = (pygame.K_UP, pygame.K_DOWN, pygame.K_LEFT, pygame.K_RIGHT)
PRESSES = (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE)
EDITS = (pygame.K_a, pygame.K_c, pygame.K_v, pygame.K_x)
"""Keys that do something to a field while Ctrl is held."""
NAMED = 1 << 30
"""Keys that have a name and no sign of their own have codes from here on."""
TIP_DELAY = 0.35
"""Seconds that the pointer rests on something before its hint is shown: hints must not flicker past."""
ONCE = frozenset((*PRESSES, pygame.K_ESCAPE, *range(pygame.K_F1, pygame.K_F12 + 1)))
"""Keys that do one thing each time they are pressed, however long they are held."""
EXPOSED = (pygame.VIDEORESIZE, pygame.VIDEOEXPOSE, pygame.WINDOWSIZECHANGED, pygame.WINDOWEXPOSED)


class Hands:
    """One person's pointer and keyboard."""

    def __init__(self, stage: "Stage") -> None:
        self.stage = stage
        self.pointer = (-1, -1)
        """Where the pointer is now, which may be after the last frame."""
        self.keyboard = True
        """Whether the last thing used was the keyboard: then its place is shown."""
        self.tip_delay = TIP_DELAY
        self.presses = 0
        """Keys, presses and notches of the wheel that were taken: who waits for an answer to one can tell."""
        self._held: set[int] = set()
        self._hover = ""
        self._since = 0.0
        self._still = False
        """Whether the pointer has not moved since the last press: what lies under it came there by itself."""
        self._led = ""
        """The sign of a key that did something else: it is not written into the field it may have led to."""
        self._dragged: Widget | None = None

    def let_go(self) -> None:
        """Forget what is held and hovered."""
        self._dragged, self._hover = None, ""

    # --- hints --------------------------------------------------------------------------------------------

    def rests(self) -> bool:
        """Return whether the pointer has rested on something long enough to be told about it."""
        return not self._still and monotonic() - self._since >= self.tip_delay

    def patience(self) -> int | None:
        """Return the milliseconds until a hint is due; None where none is."""
        page = self.stage.page
        if (
            page is None
            or self._still
            or self.rests()
            or not (any(page.tips()) or page.term_at(self.pointer))
        ):
            return None
        return max(1, round(1000 * (self.tip_delay - (monotonic() - self._since))))

    # --- events -------------------------------------------------------------------------------------------

    def handle(self, event: pygame.event.Event) -> None:
        """Take one event of the pointer, the keyboard or the window."""
        stage = self.stage
        if event.type == pygame.KEYDOWN and self._is_held(event.key):
            return
        if event.type == pygame.KEYDOWN:
            self.keyboard = self._still = True
            self.presses += 1
            shift, ctrl = bool(event.mod & pygame.KMOD_SHIFT), bool(event.mod & pygame.KMOD_CTRL)
            stage.catch_up()
            writes = self._writes(event)
            self._led = "" if writes else event.unicode
            if not writes:  # what a key writes into a field comes by itself
                self._key(Key(event.key, shift, ctrl, event.unicode))
        elif event.type == pygame.KEYUP:
            self._held.discard(event.key)
        elif event.type == pygame.WINDOWFOCUSLOST:
            self._held.clear()
        elif event.type == pygame.TEXTINPUT:
            stage.catch_up()
            self._write(event.text)
        elif event.type == pygame.MOUSEMOTION:
            self._moved(stage.pixel_at(event.pos))
        elif event.type == pygame.MOUSEBUTTONDOWN and event.button == 1:
            self._pressed(stage.pixel_at(event.pos))
        elif event.type == pygame.MOUSEBUTTONUP:
            if self._dragged is not None and self._dragged.drop is not None:
                self._dragged.drop()
            self._dragged = None
        elif event.type == pygame.MOUSEWHEEL:
            self._wheel(event.y)
        elif event.type in EXPOSED:
            stage.redraw()

    def _is_held(self, code: int) -> bool:
        """Return whether a key that acts once is only being held: it would press twice, or open and close."""
        held = code in self._held
        self._held.add(code)
        return held and code in ONCE

    def _at(self, point: tuple[int, int]) -> tuple[Widget | None, Part | None]:
        page = self.stage.page
        for widget in reversed(page.widgets if page else []):
            if widget.rect.collidepoint(point):
                return widget, widget.part_at(point)
        return None, None

    def _moved(self, point: tuple[int, int]) -> None:
        self.pointer = point
        if self._still:
            self._still, self._since = False, monotonic()
        if self._dragged is not None and self._dragged.drag is not None:
            self._dragged.drag(point)
            self.stage.redraw()
        widget, part = self._at(point)
        term = self.stage.page.term_at(point) if self.stage.page else ""
        hover = f"{widget.name if widget else ''}/{part.name if part else ''}/{term}"
        if hover != self._hover:
            self._hover, self._since = hover, monotonic()
            self.stage.redraw()

    def _pressed(self, point: tuple[int, int]) -> None:
        stage = self.stage
        self.pointer = point
        self.keyboard = False
        self.presses += 1
        self._still = True  # a hint about what was just pressed would cover what came of it
        stage.message = ""
        stage.redraw()
        widget, part = self._at(point)
        if widget is None:
            return
        if widget.focusable:
            stage.focus(widget.name)
        self._dragged = widget if widget.drag else None
        if part is not None:
            self._press(part.enabled, part.press, part.hint)
        elif not widget.parts:
            self._press(widget.enabled, widget.press, widget.hint)

    def _press(self, enabled: bool, press: Callable[[], None] | None, hint: str) -> None:
        if not enabled and hint:
            self.stage.sound("refuse")
            self.stage.say(hint)
        elif press is not None:
            self.stage.sound("press" if enabled else "refuse")
            press()  # a row that is not enabled says itself why not

    def _wheel(self, steps: int) -> None:
        self.presses += 1
        self.stage.redraw()
        widget, _ = self._at(self.pointer)
        if widget is not None and widget.wheel is not None:
            widget.wheel(steps)

    # --- keys ---------------------------------------------------------------------------------------------

    def _field(self) -> Widget | None:
        """Return the field that has the keyboard, if one has."""
        page = self.stage.page
        widget = page.widget(page.focus) if page else None
        return widget if widget is not None and widget.kind == "entry" else None

    def _writes(self, event: pygame.event.Event) -> bool:
        """Return whether a key that goes down is about to write a sign into a field."""
        if self._field() is None or event.mod & pygame.KMOD_CTRL:
            return False
        named = event.key >= NAMED or event.key < pygame.K_SPACE or event.key == pygame.K_DELETE
        return not named or (event.unicode != "" and event.unicode.isprintable())

    def _write(self, text: str) -> None:
        """Write what was typed, by one key or by several, into the field that has the keyboard."""
        led, self._led = self._led, ""
        field = self._field()
        if field is None or field.key is None or (led and led == text):
            return
        self.stage.message = ""
        self.stage.redraw()
        for sign in text:
            field.key(Key(0, text=sign))

    def _key(self, key: Key) -> None:
        stage = self.stage
        stage.message = ""
        stage.redraw()
        if key.code == keys.HELP:
            self._help()
        elif key.code == keys.SETTINGS:
            stage.close() if stage.setting else stage.open_settings()
        elif key.code == keys.SCREENSHOT:
            stage.take_picture()
        elif key.code == keys.FULL_SCREEN:
            stage.fill_screen(not stage.settings.full_screen)
        elif key.code == pygame.K_ESCAPE and stage.covered:
            stage.close()
        elif key.code == pygame.K_TAB:
            self._tab(-1 if key.shift else 1)
        else:
            self._key_for_widgets(key, stage.page)

    def _help(self) -> None:
        """Open the help, at the term under the pointer or at the keyboard if there is one; or close it."""
        stage, page = self.stage, self.stage.page
        focused = page.widget(page.focus) if page and self.keyboard else None
        word = page.term_at(self.pointer) if page else ""
        if stage.helping and not word:
            stage.close()
        else:
            stage.open_help(word or (focused.term if focused else ""))

    def _key_for_widgets(self, key: Key, page: Page | None) -> None:
        stage = self.stage
        widget = page.widget(page.focus) if page else None
        if widget is not None:
            stage.focus(widget.name)
            edits = widget.kind == "entry" and key.code in EDITS
            if widget.key is not None and (edits or not key.ctrl) and widget.key(key):
                return
            if key.code in PRESSES and not key.ctrl:
                self._press(widget.enabled, widget.press, widget.hint)
                return
        if key.code in ARROWS and page is not None:
            target = neighbour(page.widgets, widget, key.code)
            if target is not None:
                stage.focus(target.name)
        elif not stage.covered and stage.screen is not None:
            stage.screen.key(key)

    def _tab(self, step: int) -> None:
        page = self.stage.page
        names = [widget.name for widget in page.widgets if widget.focusable] if page else []
        if page is None or not names:
            return
        here = names.index(page.focus) if page.focus in names else -1
        self.stage.focus(names[(here + step) % len(names)])

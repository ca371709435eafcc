"""The window, its events and the screen that is on. Nothing is drawn while nothing changes.

With BACKSTOP_UI_MAP set to a path, every frame also writes there, as JSON, which widgets are on the screen
and where, so that a test can press them in a real window.
"""

import contextvars
import json
import os
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

import pygame
from attrs import evolve

from game.desktop import keys, litter
from game.desktop.floats import draw_tip, draw_toast
from game.desktop.hands import Hands
from game.desktop.help_pages import HelpPages
from game.desktop.icons import Icons
from game.desktop.motion import Motion
from game.desktop.page import Key, Memory, Page
from game.desktop.settings import FASTER, Settings
from game.desktop.terms import draw_term, mark_headings
from game.desktop.theme import DARK, LARGE_TYPE, LIGHT, scale_for
from game.desktop.typeset import Typesetter
from game.desktop.ui_map import ui_map
from game.language import ENGLISH, Language, speaking

MAP_VARIABLE = "BACKSTOP_UI_MAP"
FRAME = 1000 // 60
"""Milliseconds between frames while something moves."""
LONG = 0.2
"""Work beside the window that took so many seconds of a core has made much that stays."""


class Screen(Protocol):
    """Something that fills the window."""

    @property
    def name(self) -> str:
        """A stable name, for tests and for memory."""

    def draw(self, page: Page) -> None:
        """Draw everything and register every widget."""

    def key(self, key: Key) -> bool:
        """Take a key that no widget wanted; return whether it was of use."""

    def help(self) -> tuple[keys.KeyHelp, ...]:
        """Return the keys of this screen."""


class Stage:
    """One window."""

    def __init__(self, surface: Callable[[], pygame.Surface], flip: Callable[[], None]) -> None:
        self._surface = surface
        self._flip = flip
        self.screen: Screen | None = None
        self.running = True
        self.memory = Memory()
        self.page: Page | None = None
        self.message = ""
        self.helping = False
        self.help = HelpPages()
        self.setting = False
        """Whether the settings lie on top."""
        self.frames = 0
        self.settings = Settings()
        self.language: Language = ENGLISH
        self.speech: Callable[[str], Language] = _speech
        """Finds the words of a language, among them those of the scenario that is played."""
        self.motion = Motion()
        self.icons = Icons()
        self.sound: Callable[[str], None] = lambda name: None
        """Plays a sound by its name; silent where there is no device."""
        self.on_settings: Callable[[Settings], None] = lambda settings: None
        """Keeps settings that a person has changed."""
        self.on_drawn: Callable[[], None] = lambda: None
        """Is told after each frame."""
        self.pixel_at: Callable[[tuple[int, int]], tuple[int, int]] = lambda point: point
        """Where a point of the window is on the surface, on screens with more pixels than points."""
        self._workers: list[threading.Thread] = []
        self._working = 0
        """How much of what is done beside the window has not been answered yet."""
        self._typesetters: dict[float, Typesetter] = {}
        self._focus: dict[tuple[str, int], str] = {}
        self.hands = Hands(self)
        self._dirty = True
        self._done = pygame.event.custom_type()
        self._map = os.environ.get(MAP_VARIABLE, "")
        self.coach: Callable[[Page], None] | None = None
        """Draws what the tutorial says over the screen that is on."""
        self.on_full_screen: Callable[[], None] = lambda: None
        self.on_screenshot: Callable[[pygame.Surface], str] = lambda surface: ""

    # --- what screens ask for -----------------------------------------------------------------------------

    def show(self, screen: Screen) -> None:
        """Put another screen on."""
        self.screen = screen
        self.message = ""
        self.redraw()

    def forget(self) -> None:
        """Forget where everything stood: scrolls, cursors, focus, what lies on top, what moves and is said.

        Whoever sits down next finds nothing of what the one before looked at, and presses nothing of it.
        """
        self.memory.forget("")
        self.motion.stop()
        self._focus.clear()
        self.hands.let_go()
        self.page, self.message = None, ""
        self.close()

    def redraw(self) -> None:
        """Something changed."""
        self._dirty = True

    def say(self, message: str) -> None:
        """Show a line at the foot of the window until the next press."""
        self.message = message
        self.redraw()

    def catch_up(self) -> None:
        """Draw at once where the keyboard has gone elsewhere: the next key is for what has it now."""
        if self._dirty and self.page is not None and self.screen is not None:
            wanted = self._focus.get((self.screen.name, self.page.layer), self.page.focus)
            if wanted != self.page.focus:
                self.draw()

    def focus(self, name: str) -> None:
        """Give a widget the keyboard."""
        if self.page is not None and self.screen is not None:
            self._focus[self.screen.name, self.page.layer] = name
        self.redraw()

    def work(self, task: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """Do something slow beside the window; `done` gets what came of it, or the exception."""

        def run() -> None:
            began = time.thread_time()
            try:
                result: Any = task()
            except Exception as problem:  # whatever it is, the window lives on and says so
                result = problem
            if time.thread_time() - began > LONG:
                litter.put_aside()
            pygame.event.post(pygame.event.Event(self._done, done=done, result=result))

        with speaking(self.language):
            context = contextvars.copy_context()
        self._working += 1
        self._workers = [worker for worker in self._workers if worker.is_alive()]
        self._workers.append(threading.Thread(target=context.run, args=(run,), daemon=True))
        self._workers[-1].start()

    def finish(self, seconds: float) -> None:
        """Wait for what is being done beside the window: what was begun is written before it closes."""
        end = time.monotonic() + seconds
        for worker in self._workers:
            worker.join(max(0.0, end - time.monotonic()))

    def apply(self, settings: Settings, language: Language | None = None) -> None:
        """Use other settings from now on."""
        self.settings = settings
        self.motion.reduced = settings.motion == "reduced"
        self.motion.faster = FASTER[settings.speed]
        if language is not None:
            self.language = language
        self._typesetters.clear()
        self.redraw()

    def change(self, settings: Settings, language: Language | None = None) -> None:
        """Use other settings from now on, and keep them."""
        self.apply(settings, language)
        self.on_settings(settings)

    def fill_screen(self, full: bool) -> None:
        """Fill the screen, or go back into a window, and keep that."""
        if full != self.settings.full_screen:
            self.on_full_screen()
            self.change(evolve(self.settings, full_screen=full))

    def open_settings(self) -> None:
        """Lay the settings over the screen."""
        self.helping, self.setting = False, True
        self.motion.start("settings.sample")
        self.redraw()

    def open_help(self, word: str = "") -> None:
        """Lay the help over the screen; with the id of a term, its entry in the glossary."""
        self.setting, self.helping = False, True
        self.help.open(word)
        self.redraw()

    # --- the loop -----------------------------------------------------------------------------------------

    def run(self) -> None:
        """Draw and wait, until the window is closed."""
        litter.seldom()
        while self.running:
            began = pygame.time.get_ticks()
            if self._dirty or self.motion.going:
                self.draw()
            left = FRAME - (pygame.time.get_ticks() - began)
            patience = max(1, left) if self.motion.going or self._dirty else 1000
            due = self.hands.patience()
            if due is not None and due <= patience:
                patience = due
                self._dirty = True
            for event in [pygame.event.wait(patience), *pygame.event.get()]:
                self.handle(event)

    def draw(self) -> None:
        """Draw a frame."""
        if self.screen is None:
            return
        with speaking(self.language):
            self._draw()

    def _draw(self) -> None:
        self._dirty = False
        self.motion.begin_frame()
        before = self.page
        page = self._compose(before.focus if before else "")
        wanted = self._settle(page)
        if wanted != page.focus:
            page.let_go()
            page = self._compose(wanted)
        if before is not None:
            before.let_go()
        self.page = page
        self._finish(page)
        self._flip()
        self.frames += 1
        self._write_map()
        self.on_drawn()

    def _compose(self, focus: str) -> Page:
        assert self.screen is not None
        surface = self._surface()
        scale = scale_for(surface.get_size()) * (LARGE_TYPE if self.settings.type == "large" else 1.0)
        if scale not in self._typesetters:
            self._typesetters = {scale: Typesetter(scale)}
        palette = LIGHT if self.settings.theme == "light" else DARK
        type = self._typesetters[scale]
        page = Page(surface, type, palette, self.memory, focus, self.hands.pointer, self.motion, self.icons)
        surface.fill(page.palette.ground)
        self.screen.draw(page)
        if not self.helping and not self.setting:
            mark_headings(page)
        if self.coach is not None and not self.helping and not self.setting:
            self.coach(page)
        if self.helping:
            from game.desktop.screens.help import draw_help  # only when asked for

            draw_help(page, self.help, self.screen.help(), self.close)
        elif self.setting:
            from game.desktop.screens.settings import draw_settings  # only when asked for

            draw_settings(page, self, self.close)
        return page

    def _settle(self, page: Page) -> str:
        """Return which widget of the top layer has the keyboard: the chosen one, or the screen's first."""
        assert self.screen is not None
        key = (self.screen.name, page.layer)
        wanted = self._focus.get(key, "")
        names = [widget.name for widget in page.widgets if widget.focusable]
        if wanted not in names and names:
            wanted = page.first if page.first in names else names[0]
        for name, layer in list(self._focus):
            if layer > page.layer:
                del self._focus[name, layer]
        self.page = page
        return wanted

    def _finish(self, page: Page) -> None:
        focused = page.widget(page.focus)
        keyboard, rests = self.hands.keyboard, self.hands.rests()
        if focused is not None and keyboard and not page.curtained:
            page.outline(focused.rect.inflate(page.px(6), page.px(6)), page.palette.focus, 7, page.px(2))
        tips = list(page.tips()) if rests else []
        if not tips and focused is not None and keyboard and not focused.enabled and focused.hint:
            tips = [(focused.rect, focused.hint)]
        for rect, hint in tips[:1]:
            draw_tip(page, rect, hint)
        if not tips and rests and (word := page.term_at(page.pointer)):
            draw_term(page, word)
        if self.message:
            draw_toast(page, self.message)

    @property
    def pointer(self) -> tuple[int, int]:
        """Where the pointer is now, which may be after the last frame."""
        return self.hands.pointer

    @property
    def waiting_to_draw(self) -> bool:
        """Whether something changed since the last frame."""
        return self._dirty

    def is_answer(self, event: pygame.event.Event) -> bool:
        """Return whether an event brings what came of some work."""
        return event.type == self._done

    # --- events -------------------------------------------------------------------------------------------

    def handle(self, event: pygame.event.Event) -> None:
        """Take one event."""
        with speaking(self.language):
            self._handle(event)

    def _handle(self, event: pygame.event.Event) -> None:
        if event.type == pygame.QUIT:
            self.running = False
        elif event.type == self._done:
            self._working -= 1
            event.done(event.result)
            self.redraw()
        else:
            self.hands.handle(event)

    @property
    def covered(self) -> bool:
        """Whether the help or the settings lie on top."""
        return self.helping or self.setting

    def take_picture(self) -> None:
        """Save a picture of the window and say where."""
        self.say(self.on_screenshot(self._surface()))

    def close(self) -> None:
        """Take away the help or the settings that lie on top."""
        self.helping = self.setting = False
        self.redraw()

    # --- for tests ----------------------------------------------------------------------------------------

    def ui_map(self) -> dict[str, Any]:
        """Return what is on the screen: widgets, their parts, and where."""
        if self.page is None or self.screen is None:
            return {}
        return ui_map(self.page) | {
            "frame": self.frames,
            "screen": self.screen.name,
            "message": self.message,
            "moving": self.motion.going,
            "working": self._working,
            "presses": self.hands.presses,
        }

    def _write_map(self) -> None:
        if not self._map:
            return
        path = Path(self._map)
        fresh = path.with_suffix(".new")
        fresh.write_text(json.dumps(self.ui_map()), encoding="utf-8")
        fresh.replace(path)


def _speech(code: str) -> Language:
    from game.loading.speech import speech  # with it comes all that reads scenarios

    return speech(code)

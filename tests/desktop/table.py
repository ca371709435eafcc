"""A stage without a window, a game that nobody computes, and a player who presses what a frame shows."""

import os
from collections.abc import Mapping, Sequence

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

import pygame

from game.desktop.app import App, Wish
from game.desktop.draft import Expected
from game.desktop.page import Page
from game.desktop.play import SeatAtTable
from game.desktop.stage import Stage
from game.engine.orders import Orders
from game.view.diplomacy import WeighedView
from game.view.ending import EndingView
from game.view.lines import LinesView, LineView
from game.view.seat import SeatView

PATIENCE = 20_000
"""Milliseconds that a test waits for work beside the window."""


class StillPlay:
    """A game in which nothing moves."""

    setting = "Conditional reading · assumptions: play"
    over = False
    hands_to = ""
    people: tuple[SeatAtTable, ...] = ()

    def __init__(self, view: SeatView, end: EndingView | None = None) -> None:
        self.view = view
        self.end = end
        self.given: list[tuple[Orders, list[Expected]]] = []
        self.undone: list[int] = []
        self.switched: list[int] = []
        self.overridden: list[dict[str, float]] = []
        self.refuses = ""
        self.fails = ""

    def weigh(self, table: str, levels: tuple[int, ...], first: str) -> tuple[WeighedView, ...]:
        return tuple(
            WeighedView(party.actor, party.name, party.mine, 2.0, 1.0, 1.0 if party.mine else -1.0)
            for one in self.view.tables
            for party in one.parties
            if one.id == table
        )

    def problems(self, orders: Orders) -> tuple[str, ...]:
        return (self.refuses,) if self.refuses else ()

    def end_turn(self, orders: Orders, slip: Sequence[Expected]) -> None:
        if self.fails:
            raise OSError(self.fails)
        self.given.append((orders, list(slip)))

    def sit(self, actor: str) -> None:
        self.hands_to = ""

    def lines(self) -> LinesView:
        turn = self.view.turn
        line = LineView(
            0, "Line A", "A", 1, turn - 1, None, "", False, "", True, (), f"{turn - 1} turns played"
        )
        return LinesView((line,), turn, turn - 1, self.view.hours_per_turn)

    def go_to(self, line: int, turn: int) -> None:
        if turn:
            self.undone.append(turn)
        else:
            self.switched.append(line)

    def override(self, values: Mapping[str, float]) -> None:
        self.overridden.append(dict(values))

    def ending(self) -> EndingView:
        assert self.end is not None
        return self.end


class Glass:
    """A window that nobody sees."""

    def __init__(self, size: tuple[int, int] = (1280, 720)) -> None:
        pygame.display.init()
        pygame.font.init()
        if pygame.display.get_surface() is None:
            pygame.display.set_mode((64, 64))
        pygame.event.clear()
        self.drawn = pygame.Surface(size)
        self.flips = 0

    def surface(self) -> pygame.Surface:
        return self.drawn

    def flip(self) -> None:
        self.flips += 1

    def toggle_full_screen(self) -> None:
        pass


class Hand:
    """Presses widgets by name and keys by number, and draws what comes of it."""

    def __init__(self, stage: Stage, glass: Glass) -> None:
        self.stage = stage
        self.glass = glass
        stage.hands.tip_delay = 0.0
        stage.draw()

    @property
    def page(self) -> Page:
        assert self.stage.page is not None
        return self.stage.page

    def draw(self) -> None:
        if self.stage.waiting_to_draw:
            self.stage.draw()

    def names(self) -> list[str]:
        return [widget["name"] for widget in self.stage.ui_map()["widgets"]]

    def parts(self, widget: str) -> list[str]:
        return [name for name in self.names() if name.startswith(f"{widget}/")]

    def rect(self, name: str) -> pygame.Rect:
        for widget in self.stage.ui_map()["widgets"]:
            if widget["name"] == name:
                return pygame.Rect(widget["rect"])
        raise AssertionError(f"there is no {name} among {self.names()}")

    def hover(self, name: str) -> None:
        self.stage.handle(pygame.event.Event(pygame.MOUSEMOTION, pos=self.rect(name).center))
        self.draw()

    def click(self, name: str) -> None:
        at = self.rect(name).center
        self.hover(name)
        for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            self.stage.handle(pygame.event.Event(kind, pos=at, button=1))
        self.draw()

    def wheel(self, name: str, steps: int) -> None:
        self.hover(name)
        self.stage.handle(pygame.event.Event(pygame.MOUSEWHEEL, y=steps))
        self.draw()

    def key(self, *codes: int, mod: int = 0, text: str = "") -> None:
        for code in codes:
            event = pygame.event.Event(pygame.KEYDOWN, key=code, mod=mod, unicode=text)
            self.stage.handle(event)
            if text:
                self.stage.handle(pygame.event.Event(pygame.TEXTINPUT, text=text))
            self.stage.handle(pygame.event.Event(pygame.KEYUP, key=code, mod=mod))
            self.draw()

    def wait(self) -> None:
        """Wait until something that is done beside the window is done."""
        left = PATIENCE
        while left > 0:
            event = pygame.event.wait(100)
            left -= 100
            self.stage.handle(event)
            if self.stage.is_answer(event):
                self.draw()
                return
        raise AssertionError("it is never done")


def stage(size: tuple[int, int] = (1280, 720)) -> tuple[Stage, pygame.Surface]:
    """Return a stage that draws on a surface."""
    glass = Glass(size)
    return Stage(glass.surface, glass.flip), glass.drawn


def app(size: tuple[int, int] = (1280, 720), wish: Wish | None = None) -> tuple[App, Hand]:
    """Return the whole game at the menu, with its scenarios read."""
    glass = Glass(size)
    found = App(glass)
    hand = Hand(found.stage, glass)
    found.read(wish)
    hand.wait()
    return found, hand

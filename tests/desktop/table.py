"""A stage without a window, and a game that nobody computes: for tests and pictures of screens."""

import os
from collections.abc import Sequence

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

import pygame

from game.desktop.draft import Expected
from game.desktop.stage import Stage
from game.engine.orders import Orders
from game.view.ending import EndingView
from game.view.seat import SeatView


class StillPlay:
    """A game in which nothing moves."""

    setting = "Conditional reading · assumptions: play"
    over = False

    def __init__(self, view: SeatView, end: EndingView | None = None) -> None:
        self.view = view
        self.end = end
        self.given: list[tuple[Orders, list[Expected]]] = []
        self.undone: list[int] = []

    def problems(self, orders: Orders) -> tuple[str, ...]:
        return ()

    def end_turn(self, orders: Orders, slip: Sequence[Expected]) -> None:
        self.given.append((orders, list(slip)))

    def undo_to(self, turn: int) -> None:
        self.undone.append(turn)

    def ending(self) -> EndingView:
        assert self.end is not None
        return self.end


def stage(size: tuple[int, int] = (1280, 720)) -> tuple[Stage, pygame.Surface]:
    """Return a stage that draws on a surface."""
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode((64, 64))
    surface = pygame.Surface(size)
    return Stage(lambda: surface, lambda: None), surface

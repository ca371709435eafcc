"""A game as a screen sees it: one seat's view of it, and the few things that seat can do."""

from collections.abc import Sequence
from typing import Protocol

from game.desktop.draft import Expected
from game.engine.orders import Orders
from game.view.diplomacy import WeighedView
from game.view.ending import EndingView
from game.view.seat import SeatView


class Play(Protocol):
    """One seat's place in one game."""

    @property
    def view(self) -> SeatView:
        """What the seat is shown now."""

    @property
    def setting(self) -> str:
        """Which reading and which assumptions are played, in words."""

    @property
    def over(self) -> bool:
        """Whether the game has ended."""

    def weigh(self, table: str, levels: tuple[int, ...], first: str) -> tuple[WeighedView, ...]:
        """Return what a package on a table would be worth to each party, as this seat thinks."""

    def problems(self, orders: Orders) -> tuple[str, ...]:
        """Return what is wrong with orders, in words."""

    def end_turn(self, orders: Orders, slip: Sequence[Expected]) -> None:
        """Give orders and resolve the turn; it is saved when this returns."""

    def undo_to(self, turn: int) -> None:
        """Go back to the start of a turn."""

    def ending(self) -> EndingView:
        """Return how it ended."""

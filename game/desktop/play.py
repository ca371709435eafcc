"""A game as a screen sees it: one seat's view of it, and the few things that seat can do."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from attrs import frozen

from game.desktop.draft import Expected
from game.engine.orders import Orders
from game.view.diplomacy import WeighedView
from game.view.ending import EndingView
from game.view.lines import LinesView
from game.view.seat import SeatView


@frozen
class SeatAtTable:
    """A seat that a person plays, or that people watch."""

    actor: str
    name: str
    waits: bool
    """Whether its orders for the open turn are still to be given."""


class Play(Protocol):
    """One seat's place in one game."""

    @property
    def view(self) -> SeatView:
        """What the seat is shown now, in the language that is spoken here."""

    @property
    def setting(self) -> str:
        """Which reading and which assumptions are played, in words."""

    @property
    def over(self) -> bool:
        """Whether the game has ended."""

    @property
    def people(self) -> tuple[SeatAtTable, ...]:
        """The seats that people play in this window; several take turns at it, none only look on."""

    @property
    def hands_to(self) -> str:
        """The seat to which the window has to be handed over before more is shown; empty for none."""

    def sit(self, actor: str) -> None:
        """Show what another seat knows; whoever hands the window over has made sure that it sits there."""

    def weigh(self, table: str, levels: tuple[int, ...], first: str) -> tuple[WeighedView, ...]:
        """Return what a package on a table would be worth to each party, as this seat thinks."""

    def problems(self, orders: Orders) -> tuple[str, ...]:
        """Return what is wrong with orders, in words."""

    def end_turn(self, orders: Orders, slip: Sequence[Expected]) -> None:
        """Give orders and, once nobody's are missing, resolve the turn; it is saved when this returns."""

    def lines(self) -> LinesView:
        """Return the lines of play of this game."""

    def go_to(self, line: int, turn: int) -> None:
        """Go to the start of a turn of a line of play; 0 is the end of that line.

        Nothing that was played is lost; where one cannot go there, the game stays where it is.
        """

    def override(self, values: Mapping[str, float]) -> None:
        """Change assumptions from the turn that is being ordered on.

        Raises ValueError or NotYet, with the reason in words, where they cannot be changed.
        """

    def ending(self) -> EndingView:
        """Return how it ended, in the language that is spoken here."""

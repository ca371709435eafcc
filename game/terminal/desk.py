"""The desk at which one seat gives its orders, and what a command is."""

from collections.abc import Callable
from enum import StrEnum

from attrs import frozen

from game.engine.orders import Offer, Orders
from game.language import _, count, say
from game.terminal.draft import Draft, described
from game.terminal.page import Page
from game.terminal.problems import NotNow
from game.view.diplomacy import WeighedView
from game.view.lines import LinesView
from game.view.seat import SeatView


class Step(StrEnum):
    """What the game does after a command."""

    STAY = "stay"
    """Asks this seat again."""
    END = "end"
    """Takes its orders."""
    BACK = "back"
    """Goes back to an earlier turn."""
    SWITCH = "switch"
    """Goes over to another line of play."""
    SAVE = "save"
    """Says where the game is kept."""
    QUIT = "quit"
    """Stops; the game is kept."""


class Desk:
    """One seat giving its orders for one turn."""

    def __init__(
        self,
        view: SeatView,
        page: Page,
        check: Callable[[Orders], tuple[str, ...]],
        weigh: Callable[[Offer], tuple[WeighedView, ...]],
        lines: LinesView | None = None,
    ) -> None:
        """`check` says what is wrong with orders, in words; `weigh` says what a package is worth."""
        self.view, self.page, self.weigh = view, page, weigh
        self._check = check
        self._drafts = [Draft()]
        self._warned = False
        self.back_to = view.turn - 1
        self.lines = lines
        self.switch_to = -1

    @property
    def draft(self) -> Draft:
        """The orders so far."""
        return self._drafts[-1]

    def change(self, draft: Draft) -> None:
        """Take a new draft, if the rules allow it, and say what is ordered now. Raises NotNow."""
        problems = self._check(draft.orders)
        if problems:
            raise NotNow(say("Not now: {problems}. Nothing was changed.", problems="; ".join(problems)))
        self._drafts.append(draft)
        self.say_orders()

    def undo(self) -> None:
        """Take back the last change. Raises NotNow."""
        if len(self._drafts) == 1:
            raise NotNow(
                _("Not now: you have ordered nothing yet. `back` returns to the turn before this one.")
            )
        self._drafts.pop()
        self.say_orders()

    def say_orders(self) -> None:
        """The orders so far."""
        lines = described(self.view, self.draft)
        self.page.paragraph(_("Your orders so far:") if lines else _("You have ordered nothing yet."))
        self.page.items(lines)
        left = self.view.limit.moves - self.draft.moves
        if lines and left > 0:
            self.page.paragraph(
                count(
                    left,
                    "You may order one more move. `end` ends your turn.",
                    "You may order {number} more moves. `end` ends your turn.",
                )
            )
        elif lines:
            self.page.paragraph(_("Say `end` to end your turn."))

    def may_end(self) -> bool:
        """Whether the turn may end; doing nothing is asked for twice."""
        bargains = self.draft.orders.offer is not None or self.draft.orders.replies
        if not self.draft.moves and not bargains and not self._warned:
            self._warned = True
            self.page.paragraph(_("You have ordered no move. To do nothing on purpose, say `end` once more."))
            return False
        return True

    def forget_warning(self) -> None:
        """Something else was said."""
        self._warned = False


@frozen
class Command:
    """One command."""

    word: str
    """What it is called."""
    usage: str
    """How it is said."""
    help: str
    """What it does."""
    run: Callable[[Desk, str], Step]
    """Does it, given the rest of the line."""

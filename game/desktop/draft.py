"""Orders while they are being thought about: nothing here has been given yet."""

from attrs import define, field, frozen

from game.desktop.talks import TalksDraft
from game.engine.orders import Contingent, Orders
from game.language import _, count, say
from game.model.actions import Engagement
from game.model.ids import ClaimId, ContingencyId, IncidentId
from game.view.moves import MoveView
from game.view.seat import SeatView


@frozen
class Expected:
    """What a seat expects of another: the answer on a prediction slip."""

    actor: str
    choice: str
    sure: int


@define
class Draft:
    """One turn's orders, as far as they are chosen."""

    moves: list[str] = field(factory=list)
    when: str = ""
    """The question of the contingent order."""
    then: str = ""
    otherwise: str = ""
    engagement: str = ""
    claim: tuple[str, str] | None = None
    slip: dict[str, Expected] = field(factory=dict)
    talks: TalksDraft = field(factory=TalksDraft)
    """What is said at tables."""

    @property
    def contingent(self) -> bool:
        """Whether there is a contingent order."""
        return bool(self.when and (self.then or self.otherwise))

    @property
    def used(self) -> int:
        """How many of the turn's moves are chosen; a contingent order counts as one."""
        return len(self.moves) + self.contingent

    def toggle(self, view: SeatView, move: MoveView) -> str:
        """Choose a move, or take it back; return why not, if it cannot be chosen."""
        if move.name in self.moves:
            self.moves.remove(move.name)
            return ""
        if not move.available:
            reasons = "; ".join(move.reasons) or _("it is not possible now")
            return say("Not available: {reasons}.", reasons=reasons)
        if self.used >= view.limit.moves:
            if view.limit.moves == 1 and self.moves:
                self.moves[:] = [move.name]
                return ""
            return count(
                view.limit.moves,
                "The only move of this turn is chosen: take it back first.",
                "All {number} moves of this turn are chosen: take one back first.",
            )
        self.moves.append(move.name)
        return ""

    def choose_branch(self, view: SeatView, branch: str, name: str) -> str:
        """Put a move into one branch of the contingent order, or take it out; return why not."""
        before = self.contingent
        if branch == "then":
            self.then = "" if self.then == name else name
        else:
            self.otherwise = "" if self.otherwise == name else name
        if self.contingent and not before and self.used > view.limit.moves:
            self.then = self.otherwise = ""
            return count(
                view.limit.moves,
                "An “if” order counts as the only move: take the other one back first.",
                "An “if” order counts as one of the {number} moves: take one back first.",
            )
        return ""

    def ask(self, question: str) -> None:
        """Hang the contingent order on a question, or on none if it hangs on that one already."""
        self.when = "" if self.when == question else question

    def say(self, claim: tuple[str, str] | None) -> None:
        """Choose a public claim: an incident and a claim."""
        self.claim = claim

    def drop_contingent(self) -> None:
        """Take the contingent order back."""
        self.when = self.then = self.otherwise = ""

    def orders(self) -> Orders:
        """Return the orders as they stand."""
        contingent = None
        if self.contingent:
            contingent = Contingent(ContingencyId(self.when), self.then, self.otherwise)
        return Orders(
            moves=tuple(self.moves),
            contingent=contingent,
            engagement=Engagement(self.engagement) if self.engagement else None,
            claim=(IncidentId(self.claim[0]), ClaimId(self.claim[1])) if self.claim else None,
            replies=self.talks.given_replies(),
            offer=self.talks.offer(),
        )


def find_move(view: SeatView, name: str) -> MoveView | None:
    """Return a move by its name."""
    return next((move for group in view.moves for move in group.moves if move.name == name), None)

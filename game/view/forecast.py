"""What a move would bring, by this seat's own estimate: its balance, who would answer it, what it commits to.

The figures are the ledger's own, rounded once so that the parts add up to the sum.
"""

from attrs import frozen

from game.engine.ledger import worth
from game.engine.ledger.words import at
from game.engine.program import Move
from game.model.actions import Kind
from game.view.ledger import ActLedger, LedgerRow, LedgerView
from game.view.notes import NoteView, notes_on, weighty
from game.view.sight import Sight

TENTH = 10


@frozen
class BalanceView:
    """A move's worth in points of this seat's own scale, to one decimal; the parts add up to `after`."""

    brings: float
    costs: float
    denied: float
    """Of what it brings, what answers are expected to take back."""
    punished: float
    """What answers are expected to cost."""
    risked: float
    """What a likelier accident is expected to cost."""
    after: float
    """What is left."""
    waiting: float
    """What doing nothing is worth."""

    @property
    def net(self) -> float:
        """How much more it is worth than waiting."""
        return round(self.after - self.waiting, 1)

    @property
    def lost(self) -> float:
        """Everything that goes off what it brings."""
        return round(self.costs + self.denied + self.punished + self.risked, 1)


@frozen
class ForecastView:
    """One of this seat's moves."""

    move: str
    """Its name, as orders use it."""
    balance: BalanceView | None
    """None where nothing of it can be weighed in points."""
    answers: tuple[LedgerRow, ...]
    """The weightiest first; empty where nobody would answer."""
    accident: float
    """How much likelier an accidental engagement becomes this turn, 0-1."""
    facts: tuple[NoteView, ...]
    """What it commits to, what it crosses, when it is ready, what it does to the clock: the urgent first."""


def forecasts(sight: Sight, known: LedgerView) -> tuple[ForecastView, ...]:
    """A forecast for every move of this seat, in the order of its moves."""
    acts = {act.move: act for act in known.acts}
    return tuple(_forecast(sight, move, acts.get(move.name)) for move in sight.program.moves_of[sight.me])


def balance_of(act: ActLedger) -> BalanceView:
    """The balance of an act of the ledger."""
    lost = (act.cost, act.denied, act.punished, act.risked)
    return _rounded(act.gain, lost, act.waiting)


def _forecast(sight: Sight, move: Move, act: ActLedger | None) -> ForecastView:
    facts = weighty(notes_on(sight, move))
    if act is not None:
        return ForecastView(move.name, balance_of(act), act.rows, act.accident, facts)
    if not sight.program.rungs:
        return ForecastView(move.name, None, (), 0.0, facts)
    value, rows = worth(sight.program, sight.me), sight.observation
    gain, cost = (at(amount, 0) for amount in value.of_move(move, rows))
    idle = move.action.kind is Kind.INACTION and not move.action.effects  # it is what others are beside
    if idle or (not gain and not cost):
        return ForecastView(move.name, None, (), 0.0, facts)
    balance = _rounded(gain, (cost, 0.0, 0.0, 0.0), at(value.of_waiting(rows), 0))
    return ForecastView(move.name, balance, (), 0.0, facts)


def _rounded(brings: float, lost: tuple[float, float, float, float], waiting: float) -> BalanceView:
    """Round to tenths; what rounding leaves over goes to the largest part, where it shows least."""
    whole = round((brings - sum(lost)) * TENTH)
    parts = [round(brings * TENTH), *(-round(part * TENTH) for part in lost)]
    largest = max(range(len(parts)), key=lambda place: abs(parts[place]))
    parts[largest] += whole - sum(parts)
    costs, denied, punished, risked = (-part / TENTH + 0.0 for part in parts[1:])
    after, idle = whole / TENTH, round(waiting * TENTH) / TENTH
    return BalanceView(parts[0] / TENTH, costs, denied, punished, risked, after, idle)

"""What orders that are only thought about would do on the ladders, as this seat expects it."""

from collections.abc import Sequence

from attrs import frozen

from game.view.ledger import ActLedger
from game.view.moves import MoveView
from game.view.seat import SeatView

LEAST = 0.05
"""Answers less likely than this are left out of the picture; the ledger has them."""


@frozen
class AnswerView:
    """Where somebody would go in answer, most likely."""

    by: str
    rung: int
    likely: float
    """0 to 1."""


@frozen
class ConsideredView:
    """What would follow from a move."""

    move: str
    rung: int
    """Where it would put this seat."""
    readings: tuple[int, ...]
    """The other rungs at which somebody would read it."""
    answers: tuple[AnswerView, ...]
    """One for each actor that might answer."""


def considered(view: SeatView, looked_at: str, chosen: Sequence[str] = ()) -> ConsideredView | None:
    """Return what would follow from the move that is looked at, along with those chosen already.

    The highest of them says where this seat would stand; the one looked at is whose answers are shown. None
    where none of them is above calm.
    """
    moves = {move.name: move for group in view.moves for move in group.moves}
    looks = [moves[name] for name in (looked_at, *chosen) if name in moves]
    highest = max(looks, key=_rung, default=None)
    if highest is None or not _rung(highest):
        return None
    acts = {act.move: act for act in view.ledger.acts}
    act = acts.get(looked_at) or acts.get(highest.name)
    return ConsideredView(highest.name, _rung(highest), highest.readings, _answers(act) if act else ())


def _rung(move: MoveView) -> int:
    return move.rung or 0


def _answers(act: ActLedger) -> tuple[AnswerView, ...]:
    best: dict[str, AnswerView] = {}
    for row in act.rows:
        if row.likely >= LEAST and (row.issuer not in best or row.likely > best[row.issuer].likely):
            best[row.issuer] = AnswerView(row.issuer, row.rung, row.likely)
    return tuple(best.values())

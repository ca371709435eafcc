"""The review of deterrence: how likely each promise looked to those whom it was to deter, turn by turn.

During play a seat sees only its own estimate; here stands beside it what the other believed then, and what it
would have taken by the other's own reckoning.
"""

from collections.abc import Sequence
from math import fsum

from attrs import frozen

from game.engine.program import Program
from game.language import _, count, say, told
from game.model.commitments import Commitment
from game.model.ids import ActorId
from game.session.game import Game
from game.view.ledger import LedgerRow, PromiseLedger, move_ledger, promise_ledger
from game.view.sight import Sight, sights
from game.view.words import percent


@frozen
class DeterredMark:
    """One turn in which a promise stood."""

    turn: int
    hour: int
    act: str
    """The most tempting act that would have called it down, as its issuer saw it."""
    thought: float
    """How likely the answer looked, as its issuer thought, 0-1."""
    looked: float
    """How likely it looked to the one whom it was to deter."""
    takes: float | None
    """The chance above which that one would have done better to wait; None where none was enough."""

    @property
    def needless(self) -> bool:
        """Whether that one would not have done it anyway, by its own reckoning."""
        return self.takes is not None and self.takes <= 0

    @property
    def deterred(self) -> bool:
        """Whether it deterred, as that one saw it: something was to be deterred, and it looked likely."""
        return self.takes is not None and 0 < self.takes < self.looked


@frozen
class DeterredTrail:
    """One promise over the whole game."""

    commitment: str
    name: str
    issuer: str
    issuer_name: str
    on: str
    on_name: str
    marks: tuple[DeterredMark, ...]
    words: str
    """All of it in a sentence."""


def deterrence_review(game: Game) -> tuple[DeterredTrail, ...]:
    """Every promise that stood in some turn, between actors who are played; of a game that is over."""
    if not game.program.rungs:
        return ()
    moments = {actor: sights(game, actor) for actor in game.program.played}
    found = []
    for commitment in game.scenario.commitments.values():
        if commitment.issuer in moments and commitment.on in moments:
            mine, theirs = moments[commitment.issuer], moments[commitment.on]
            marks = [_mark(one, other, commitment) for one, other in zip(mine, theirs, strict=True)]
            trail = _trail(game.program, commitment, tuple(mark for mark in marks if mark is not None))
            found += [trail] if trail.marks else []
    return tuple(found)


def _mark(mine: Sight, theirs: Sight, commitment: Commitment) -> DeterredMark | None:
    """What both sides thought in one turn; None while the promise did not stand, or nothing tempted."""
    if mine.whole("commitment", commitment.id) != 1 or theirs.whole("commitment", commitment.id) is None:
        return None
    own = promise_ledger(mine, commitment)
    if own.row is None:
        return None
    seen = _as_seen(theirs, commitment, own)
    if seen is None:
        return None
    return DeterredMark(mine.turn, mine.hour, own.act, own.row.likely, seen.likely, seen.takes)


def _as_seen(theirs: Sight, commitment: Commitment, own: PromiseLedger) -> LedgerRow | None:
    """The same answer to the same act in the ledger of the one whom it is to deter."""
    rows = []
    for move in theirs.program.moves_of[ActorId(own.on)]:
        if move.action.name == own.act:
            found = move_ledger(theirs, move.name)
            rows += [row for row in found.rows if row.issuer == commitment.issuer] if found else []
    return max(rows, key=lambda row: row.likely, default=None)


def _trail(program: Program, commitment: Commitment, marks: tuple[DeterredMark, ...]) -> DeterredTrail:
    issuer, other = (told(program.words(actor)) for actor in (commitment.issuer, commitment.on))
    return DeterredTrail(
        str(commitment.id),
        told(commitment.name),
        str(commitment.issuer),
        issuer,
        str(commitment.on),
        other,
        marks,
        _words(issuer, other, marks),
    )


def _words(issuer: str, other: str, marks: tuple[DeterredMark, ...]) -> str:
    """All of it in two sentences: in how many turns it deterred, and how well its issuer saw that."""
    if not marks:
        return _("It never stood where anything tempted.")
    needed = [mark for mark in marks if not mark.needless]
    if not needed:
        return say("By {actor}'s own reckoning it would not have done it anyway.", actor=other)
    return " ".join(part for part in (_verdict(other, marks, needed), _sight(issuer, needed)) if part)


def _verdict(other: str, marks: Sequence[DeterredMark], needed: Sequence[DeterredMark]) -> str:
    deterred = len([mark for mark in needed if mark.deterred])
    idle = len(marks) - len(needed)
    if not idle:
        if deterred == len(needed):
            return say("By {actor}'s own reckoning it deterred while it stood.", actor=other)
        if not deterred:
            return say("By {actor}'s own reckoning it did not deter at any time.", actor=other)
        return count(
            len(needed),
            "By {actor}'s own reckoning it deterred in {deterred} of the {number} turn in which it stood.",
            "By {actor}'s own reckoning it deterred in {deterred} of the {number} turns in which it stood.",
            actor=other,
            deterred=deterred,
        )
    said = (
        count(
            len(needed),
            "By {actor}'s own reckoning it deterred in {deterred} of the {number} turn in which there was "
            "something to deter.",
            "By {actor}'s own reckoning it deterred in {deterred} of the {number} turns in which there was "
            "something to deter.",
            actor=other,
            deterred=deterred,
        )
        if deterred
        else say(
            "By {actor}'s own reckoning it never deterred where there was something to deter.", actor=other
        )
    )
    rest = count(
        idle,
        "In the other {number} turn it would not have done it anyway.",
        "In the other {number} turns it would not have done it anyway.",
    )
    return f"{said} {rest}"


def _sight(issuer: str, needed: Sequence[DeterredMark]) -> str:
    """How well its issuer judged how it looked; nothing where there was nothing to judge."""
    if all(abs(mark.looked - mark.thought) < 1e-9 for mark in needed):
        return ""
    gap = fsum(mark.looked - mark.thought for mark in needed) / len(needed)
    if abs(gap) < 0.05:
        return say("{actor} judged rightly how it looked.", actor=capital(issuer))
    if gap < 0:
        return say(
            "It looked less likely than {actor} thought, by {gap} on average.",
            actor=issuer,
            gap=percent(-gap),
        )
    return say(
        "It looked more likely than {actor} thought, by {gap} on average.", actor=issuer, gap=percent(gap)
    )


def capital(text: str) -> str:
    """A name at the start of a sentence."""
    return text[:1].upper() + text[1:]

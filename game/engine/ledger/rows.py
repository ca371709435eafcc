"""The deterrence ledger of one moment: who would answer an act, how likely, and what that would cost.

Computed from what one actor sees, for a whole batch of games, once a turn for each mover; computer players
choose by these numbers and screens show them.
"""

from collections.abc import Iterator
from typing import Any, final

import numpy as np
from attrs import frozen

from game.engine.arrays import F64, Mask
from game.engine.conditions.promises import CommitmentState, number_of
from game.engine.ledger import formulas
from game.engine.ledger.answers import Act, Answer, book
from game.engine.ledger.bearing import Bearing, is_nothing
from game.engine.ledger.formulas import Amount, Expected, Terms
from game.engine.ledger.tabled import chance
from game.model.ids import ActorId, CommitmentId

IN_FORCE, DUE, KEPT = (
    number_of(state) for state in (CommitmentState.IN_FORCE, CommitmentState.DUE, CommitmentState.KEPT)
)


@frozen(eq=False)
class Row:
    """One answer in every game: what it could do, how far it is believed, how well it was heard."""

    answer: Answer
    """Whose, to what."""
    stands: Mask
    """Where the promise is in force or due; everywhere for an answer in kind."""
    credibility: Amount
    """l, log-odds that its word is good (or of an answer without any)."""
    terms: Terms
    """s, t, a, k and d."""
    understood: Amount
    """kappa."""
    chain: Amount
    """Chance that what must come before it comes."""
    likely: F64
    """q^, with the chain; 0 where the promise does not stand."""
    harm: Amount
    """h, in the mover's points."""
    denial: Amount
    """delta."""
    ready: Amount
    """The responder's ready strength in reach within the window ..."""
    against: Amount
    """... and the mover's."""
    exposed: Amount
    """n, units of the responder in harm's way."""


@final
class Ledger:
    """The ledger of one mover, through one observer's eyes."""

    def __init__(
        self,
        rows: Any,
        mover: ActorId,
        observer: ActorId | None = None,
        given: tuple[CommitmentId, ...] = (),
    ) -> None:
        """Of rows that can be read; the observer is the mover where none is named.

        `given` are promises to reckon with as if they stood.
        """
        self._rows, self.mover, self.observer = rows, mover, observer or mover
        self.program = rows.program
        self.book = book(self.program, mover, self.observer)
        self.bearing = Bearing(rows, mover, self.observer)
        self._denied = any(mover in table for table in self.program.scenario.deterrence.denial.values())
        self._left: dict[Act, Amount] = {}
        self._lost: dict[Act, F64 | None] = {}
        self._never = np.zeros(rows.count)
        self._silent: dict[Answer, F64] = {}
        self._likely: dict[Answer, F64] = {}
        self._costs: dict[Answer, F64] = {}
        everywhere = np.ones(rows.count, dtype=np.bool_)
        self._stands: dict[CommitmentId | None, Mask] = dict.fromkeys((None, *given), everywhere)

    # --- what an act meets ---

    def likely(self, answer: Answer) -> F64:
        """q^ of an answer in each game, with its chain; 0 where the promise does not stand."""
        if answer not in self._likely:
            if answer.commitment is None:
                self._answer_in_kind(answer)
            elif not self.stands(answer).any():
                self._likely[answer] = self._never
            else:
                found = self._alone(answer)
                for link in self.book.chains[answer.commitment]:
                    found = found * self._link(link, answer)
                self._likely[answer] = found * self.stands(answer)
        return self._likely[answer]

    def cost(self, answer: Answer) -> F64:
        """q^ h: points that an answer is expected to cost the mover."""
        if answer not in self._costs:
            likely = self.likely(answer)
            if likely is self._never:
                self._costs[answer] = likely
            elif answer not in self._costs:  # an answer in kind brings its costs with it
                self._costs[answer] = likely * self.bearing.harm(answer)
        return self._costs[answer]

    def _answer_in_kind(self, answer: Answer) -> None:
        """Answers in kind differ in their severity alone: those of one responder are worked out together."""
        group = self.book.in_kind.get(answer, (answer,))
        severity = np.array([[each.severity] for each in group])
        likely = chance(self._unspoken(answer, severity))
        costs = likely * self.bearing.harm(answer, severity)
        for each, chances, points in zip(group, likely, costs, strict=True):
            self._likely[each], self._costs[each] = chances, points

    def hope(self, answer: Answer) -> F64:
        """q^ h of a promised answer whether or not it stands by now: what it would cost if it fell due."""
        return np.asarray(self._alone(answer) * self.bearing.harm(answer))

    def loss(self, act: Act) -> F64:
        """Points that answers to an act are expected to cost the mover: the sum over responders of q^ h.

        A responder answers once, whatever number of promises it has given: the strongest counts, never the
        sum.
        """
        whole: F64 | None = None
        issuer, worst = act.answers[0].issuer, self.cost(act.answers[0])
        for answer in act.answers[1:]:
            if answer.issuer == issuer:
                if (cost := self.cost(answer)) is not self._never:
                    worst = np.maximum(worst, cost)
            else:
                whole = worst if whole is None else whole + worst
                issuer, worst = answer.issuer, self.cost(answer)
        return worst if whole is None else whole + worst

    def expected(self, act: Act) -> tuple[tuple[ActorId, Expected], ...]:
        """One entry for each responder: the chance of its likeliest answer, and what it costs.

        `Expected.harm` is such that q^ times it is the most that any of its answers is expected to cost.
        """
        found = []
        for issuer in dict.fromkeys(answer.issuer for answer in act.answers):
            mine = [answer for answer in act.answers if answer.issuer == issuer]
            likely, costs = self.likely(mine[0]), self.cost(mine[0])
            for answer in mine[1:]:
                likely, costs = np.maximum(likely, self.likely(answer)), np.maximum(costs, self.cost(answer))
            harm = costs / np.where(likely > 0, likely, 1.0)
            found.append((issuer, Expected(likely, harm, self.bearing.denial(issuer))))
        return tuple(found)

    def gain_left(self, act: Act) -> Amount:
        """[1 - sum of delta q^]: what answers leave of an act's gain; 1 where nobody denies."""
        if not self._denied:
            return 1.0
        if act not in self._left:
            self._left[act] = formulas.gain_left(Expected(q, 0.0, d) for q, d in self._denials(act))
        return self._left[act]

    def gain_lost(self, act: Act) -> F64 | None:
        """The share of an act's gain that answers take back; None where nobody takes any in any game."""
        if act not in self._lost:
            denials = tuple(self._denials(act))
            if any(likely is not self._never for likely, _ in denials):
                left = formulas.gain_left(Expected(q, 0.0, d) for q, d in denials)
                self._lost[act] = np.asarray(1.0 - left)
            else:
                self._lost[act] = None
        return self._lost[act]

    def _denials(self, act: Act) -> Iterator[tuple[F64, Amount]]:
        """q^ and delta of each responder who denies, of its likeliest answer."""
        for issuer in dict.fromkeys(answer.issuer for answer in act.answers):
            delta = self.bearing.denial(issuer)
            if not is_nothing(delta):
                mine = [self.likely(answer) for answer in act.answers if answer.issuer == issuer]
                likely = mine[0]
                for another in mine[1:]:
                    if another is not self._never:
                        likely = np.maximum(likely, another)
                yield likely, delta

    def row(self, answer: Answer) -> Row:
        """All that bears on one answer."""
        bearing, chain = self.bearing, 1.0
        if answer.commitment is not None:
            for link in self.book.chains[answer.commitment]:
                chain = chain * self._link(link, answer)  # type: ignore[assignment]  # a number, then columns
        return Row(
            answer=answer,
            stands=self.stands(answer),
            credibility=bearing.credibility(*bearing.word(answer)),
            terms=bearing.terms(answer),
            understood=self._heard(answer),
            chain=chain,
            likely=self.likely(answer),
            harm=bearing.harm(answer),
            denial=bearing.denial(answer.issuer),
            ready=bearing.ready(answer.issuer),
            against=bearing.ready(self.mover),
            exposed=bearing.exposed(answer),
        )

    # --- how likely ---

    def stands(self, answer: Answer) -> Mask:
        """Where a promise is in force or due by now; everywhere for an answer in kind."""
        if answer.commitment not in self._stands:
            assert answer.commitment is not None
            state = self._rows.whole("commitment", answer.commitment)
            self._stands[answer.commitment] = (state == IN_FORCE) | (state == DUE)
        return self._stands[answer.commitment]

    def _link(self, link: tuple[CommitmentId, ...], answer: Answer) -> F64:
        """The chance that one of these promises is kept, before the answer's own turn comes."""
        best: F64 | None = None
        for other in link:
            state = self._rows.whole("commitment", other)
            promised = self.book.promised(self.program.commitments[other], answer.target)
            open_yet = (state == IN_FORCE) | (state == DUE)
            kept = np.where(open_yet, self._alone(promised), (state == KEPT).astype(np.float64))
            best = kept if best is None else np.maximum(best, kept)
        assert best is not None, "a link has a promise"
        return best

    def _heard(self, answer: Answer) -> Amount:
        """kappa."""
        return 1.0 if answer.commitment is None else self._rows.number("understood", answer.commitment)

    def _alone(self, answer: Answer) -> F64:
        """q^ of a promised answer if it stands and what must come before it has come."""
        if answer not in self._silent:
            odds = self._unspoken(answer)
            likely = chance(odds)
            tied = self.bearing.weights.tied_hands
            if answer.commitment is not None and not is_nothing(tied):
                spoken = chance(odds + tied * self.bearing.tied_hands(answer))
                likely = np.asarray(formulas.as_understood(1.0, self._heard(answer), spoken, likely))
            self._silent[answer] = likely
        return self._silent[answer]

    def _unspoken(self, answer: Answer, severity: Amount | None = None) -> F64:
        """Log-odds of an answer that nobody had promised in public: all terms but the hands tied."""
        bearing, weights = self.bearing, self.bearing.weights
        terms = Terms(
            stake=0.0 if is_nothing(weights.stake) else bearing.stake(answer),
            tripwire=0.0 if is_nothing(weights.tripwire) else bearing.tripwire(answer),
            cost=0.0 if is_nothing(weights.cost) else bearing.cost(answer, severity),
            strategic=0.0 if is_nothing(weights.strategic) else bearing.strategic(answer, severity),
        )
        found = formulas.log_odds(bearing.credibility(*bearing.word(answer)), weights, terms)
        games = (self._rows.count,) if severity is None else (len(np.asarray(severity)), self._rows.count)
        return np.broadcast_to(np.asarray(found, dtype=np.float64), games)

"""What bears on an answer, term by term, as one observer believes it: words, stakes, people, strengths, arms.

Beliefs about a mover other than the observer are taken from the public record.
"""

from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache
from typing import Any, Protocol, TypeVar

import numpy as np

from game.engine.arrays import F64, I32, Mask
from game.engine.arsenals import believed
from game.engine.exact import total
from game.engine.ledger import formulas
from game.engine.ledger.answers import Answer, main_front, tier_of
from game.engine.ledger.formulas import Amount, Terms, Weights
from game.engine.ledger.tabled import saturating
from game.engine.program import Program
from game.engine.reach import forces_of, place_of, strength_of
from game.engine.roads import roads_of
from game.model.forces import Force
from game.model.ids import PUBLIC, ActorId, ForceId
from game.model.numbers import Number

VULNERABILITY = 60.0
"""v where a scenario is silent: against forces like one's own, 0.3 points for each point of severity."""

_T = TypeVar("_T")


class Readable(Protocol):
    """An observation, or a world in tests: rows by their names."""

    @property
    def program(self) -> Program:
        """The compiled scenario."""

    @property
    def count(self) -> int:
        """How many games."""

    def number(self, *name: str) -> F64:
        """A row of numbers, (games,)."""

    def whole(self, *name: str) -> I32:
        """A row of whole numbers, (games,)."""

    def value(self, number: Number) -> float | F64:
        """A constant, or this batch's value of an assumption."""


@lru_cache(maxsize=1024)
def _near_front(program: Program, force: ForceId) -> Mask | bool:
    """From which places a force is at the main front within the window; one answer where all give it."""
    front, roads = main_front(program), roads_of(program)
    if front is None:
        return True
    hours = roads.approach(roads.kind(program.scenario.forces[force]))[:, roads.index[front]]
    near: Mask = hours <= float(program.scenario.deterrence.window_hours)
    return bool(near[0]) if near.all() or not near.any() else near


def is_nothing(weight: Amount) -> bool:
    """Whether a weight is 0 in every game, so that its term need not be looked up."""
    return isinstance(weight, float | int) and weight == 0


class Bearing:
    """The terms of one mover's ledger; each is looked up once."""

    def __init__(self, rows: Any, mover: ActorId, observer: ActorId) -> None:
        """Of rows that can be read, through one observer's eyes."""
        self._rows: Readable = rows
        self.program: Program = rows.program
        self.mover, self.observer = mover, observer
        self._believer = str(mover) if mover == observer else str(PUBLIC)
        self._deterrence = self.program.scenario.deterrence
        self._kept: dict[Any, Any] = {}

    def _once(self, key: Any, make: Callable[[], _T]) -> _T:
        if key not in self._kept:
            self._kept[key] = make()
        found: _T = self._kept[key]
        return found

    @cached_property
    def weights(self) -> Weights:
        """The weights in play."""
        d, value = self._deterrence, self._rows.value
        return Weights(*(value(w) for w in (d.stake, d.tripwire, d.tied_hands, d.cost, d.strategic)))

    def terms(self, answer: Answer) -> Terms:
        """s, t, a, k and d of an answer."""
        return Terms(
            self.stake(answer),
            self.tripwire(answer),
            self.tied_hands(answer),
            self.cost(answer),
            self.strategic(answer),
        )

    def word(self, answer: Answer) -> tuple[str, str]:
        """Whose credibility counts, for which class of promise; no class for who has promised nothing."""
        if answer.commitment is not None:
            return answer.issuer, self.program.commitments[answer.commitment].promise
        return answer.issuer, ""

    def credibility(self, issuer: str, promise: str) -> Amount:
        """l: log-odds of an answer before the terms; `promise` is empty for who has promised nothing."""
        if promise:
            return self._rows.number("credibility", self._believer, issuer, promise)
        plain, serves = self._rows.value(self._deterrence.uncommitted), self._deterrence.promise
        if serves is None:
            return plain
        return plain + self._rows.number("credibility", self._believer, issuer, serves)

    def stake(self, answer: Answer) -> Amount:
        """s: full in oneself unless it is said."""
        if answer.target is None:
            return 0.0
        own = 1.0 if answer.issuer == answer.target else 0.0
        return self._rows.value(self._deterrence.stakes.get(answer.issuer, {}).get(answer.target, own))

    def tripwire(self, answer: Answer) -> Amount:
        """t: the responder's people where the act is, or on the soil of whom it hits."""
        exposed = self.exposed(answer)
        if is_nothing(exposed):
            return 0.0
        scale = self._rows.value(self._deterrence.tripwire_scale)
        return self._once(("tripwire", id(exposed)), lambda: saturating(np.asarray(exposed / scale)))

    def exposed(self, answer: Answer) -> Amount:
        """n, units of the responder in harm's way on others' behalf, ready or not.

        They stand at the main front, or on the soil of whom an act hits; whoever is hit itself has its stake.
        """
        scenario, target = self.program.scenario, answer.target
        if answer.issuer == target or not forces_of(scenario, answer.issuer):
            return 0.0
        front = main_front(self.program)
        near = tuple(
            front == place.id or (target is not None and target in (place.owner, place.holder))
            for place in scenario.regions.values()
        )
        return self._once(
            ("exposed", answer.issuer, near),
            lambda: self._standing_in(answer.issuer, np.array([*near, False])),
        )

    def _standing_in(self, actor: str, near: Mask) -> F64:
        found = np.zeros(self._rows.count)
        for force in forces_of(self.program.scenario, actor):
            strength = self._strength(force, now=False)
            found += np.where(near[place_of(self._rows, force)], strength, 0.0)
        return found

    def _strength(self, force: Force, *, now: bool) -> F64:
        return self._once(("strength", force.id, now), lambda: strength_of(self._rows, force, now=now))

    def tied_hands(self, answer: Answer) -> Amount:
        """a: publicity, times S/100 of what is promised, times public belief in a violation for a plan."""
        if answer.commitment is None:
            return 0.0
        belief: Amount = 1.0
        hung = tier_of(self.program, self.program.commitments[answer.commitment])
        if hung is not None:
            plan = self.program.scenario.plans[hung[0]]
            belief = self._once(("believed", plan.id), lambda: self._public(plan.incident, plan.counts))
        return formulas.hands_tied(self.public(answer), answer.severity, belief)

    def public(self, answer: Answer) -> Amount:
        """How public a promise is; 0 for an answer that nobody has promised."""
        if answer.commitment is None:
            return 0.0
        return self._rows.number("publicity", answer.commitment)

    def _public(self, incident: str, causes: Sequence[str]) -> F64:
        return total([self._rows.number("belief", incident, PUBLIC, cause) for cause in causes])

    def cost(self, answer: Answer, severity: Amount | None = None) -> Amount:
        """k: what answering at that severity would cost the responder."""
        asked = answer.severity if severity is None else severity
        return formulas.cost_of_answering(asked, self.superior(answer)[1])

    def strategic(self, answer: Answer, severity: Amount | None = None) -> Amount:
        """d: what the mover's strategic arms hold over an answer of that severity."""
        asked = answer.severity if severity is None else severity
        arsenal = self._deterrence.arsenals.get(self.mover)
        if arsenal is None:
            return 0.0
        line = float(self.program.severities[self.program.rung_index(arsenal.line)])
        if not np.any(asked > line):
            return 0.0
        belief = self._once("arms", lambda: believed(self._rows, self.mover, self._rows.value))
        return formulas.strategic_restraint(belief, asked, line)

    def harm(self, answer: Answer, severity: Amount | None = None) -> Amount:
        """h of an answer, in the mover's points; in kind, of what it adds to what its author does already."""
        vulnerability = self._rows.value(self._deterrence.vulnerability.get(self.mover, VULNERABILITY))
        adds = answer.severity if severity is None else severity
        if answer.commitment is None:
            already = self._once(("stands at", answer.issuer), lambda: self._standing_at(answer.issuer))
            adds = self._rows.value(self._deterrence.in_kind) * np.maximum(adds - already, 0.0)
        return formulas.harm(vulnerability, adds, self.superior(answer)[0])

    def _standing_at(self, issuer: ActorId) -> F64:
        found: F64 = self.program.severities[self._rows.whole("read", self._believer, issuer, self.mover)]
        return found

    def denial(self, issuer: ActorId) -> Amount:
        """delta: the share of the mover's gain that a responder takes back."""
        return self._rows.value(self._deterrence.denial.get(issuer, {}).get(self.mover, 0.0))

    def ready(self, actor: ActorId) -> Amount:
        """Units that an actor can bring to bear at the main front within the window; all without one."""
        if not forces_of(self.program.scenario, actor):
            return 0.0
        return self._once(("ready", actor), lambda: self._ready(actor))

    def _ready(self, actor: ActorId) -> F64:
        """As `reach.in_reach`, with the strength of each force looked up once."""
        found = np.zeros(self._rows.count)
        for force in forces_of(self.program.scenario, actor):
            near = _near_front(self.program, force.id)
            if near is True:
                found += self._strength(force, now=True)
            elif near is not False:
                strength = self._strength(force, now=True)
                found += np.where(near[place_of(self._rows, force)], strength, 0.0)
        return found

    def superior(self, answer: Answer) -> tuple[Amount, Amount]:
        """x/(1+x) of the responder over the mover, and y/(1+y) the other way; one half without forces."""
        if not self.program.scenario.forces:
            return 0.5, 0.5
        issuer = answer.issuer
        return self._once(("superior", issuer), lambda: self._superior(issuer))

    def _superior(self, issuer: ActorId) -> tuple[Amount, Amount]:
        x = formulas.superiority(self.ready(issuer), self.ready(self.mover))
        return x, 1.0 - x

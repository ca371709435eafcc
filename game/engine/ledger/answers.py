"""Which answers an act may meet: worked out once for each mover, from the scenario alone."""

from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache

from attrs import frozen

from game.engine.conditions.logic import All
from game.engine.conditions.promises import TierIs, TierState
from game.engine.moves import Move
from game.engine.program import Program
from game.engine.triggers import could_pull
from game.model.commitments import Commitment
from game.model.ids import ActorId, CommitmentId, PlanId, RegionId, TierId
from game.model.primitives import Condition


@frozen(cache_hash=True)
class Answer:
    """One responder's possible answer to an act: by a commitment, or in kind where it has promised none."""

    issuer: ActorId
    """j, who would answer."""
    commitment: CommitmentId | None
    """The promise; None for an answer in kind by somebody uncommitted."""
    severity: float
    """S of the answer."""
    target: ActorId | None
    """Whom the act hits: what the responder has at stake."""


@frozen(cache_hash=True)
class Act:
    """What matters in a move for who answers it; many moves are the same act."""

    target: ActorId | None
    """k, whom it hits."""
    severity: float
    """Of the rung at which it is sent."""
    answers: tuple[Answer, ...]
    """By responder, in the order of the actors. Whoever does not see the act is not among them."""


@lru_cache(maxsize=64)
def main_front(program: Program) -> RegionId | None:
    """Where strengths are compared: where the scenario says, else where most acts do, if any."""
    if (named := program.scenario.deterrence.front) is not None:
        return named
    fronts = [move.action.front.region for move in program.moves if move.action.front is not None]
    return max(dict.fromkeys(fronts), key=fronts.count, default=None)


def tier_of(program: Program, commitment: Commitment) -> tuple[PlanId, TierId] | None:
    """The tier that a commitment is, or that a pledge hangs on."""
    for duty in program.duties:
        if duty.commitment == commitment.id:
            return PlanId(duty.plan), TierId(duty.tier)
    for part in commitment.trigger:
        if isinstance(part, TierIs):
            return part.plan, part.tier
    return None


def triggers_of(program: Program, commitment: Commitment) -> tuple[Condition, ...]:
    """What an act may bring about that makes a commitment fall due: for a tier, what opens it."""
    found: list[Condition] = []
    for part in commitment.trigger:
        if isinstance(part, TierIs):
            found.extend(program.scenario.plans[part.plan].tiers[part.tier].when)
        else:
            found.append(part)
    if not commitment.trigger and (hung := tier_of(program, commitment)) is not None:
        found.extend(program.scenario.plans[hung[0]].tiers[hung[1]].when)
    return tuple(found)


def chain_of(program: Program, commitment: Commitment) -> tuple[tuple[CommitmentId, ...], ...]:
    """What must be kept before a commitment is answered: links, each kept by any one of its promises.

    A promise names its links itself (`chained_to`), and links of links count; a tier hangs on an earlier one
    only where it opens when that one was answered. Others open by their own hours and conditions, whatever
    became of those before them.
    """
    links: dict[tuple[CommitmentId, ...], None] = {}
    ahead = [commitment]
    while ahead:
        here = ahead.pop()
        for other in here.chained_to:
            if (other,) not in links and other != commitment.id:
                links[(other,)] = None
                ahead.append(program.commitments[other])
        hung = tier_of(program, here)
        when = program.scenario.plans[hung[0]].tiers[hung[1]].when if hung is not None else ()
        for part in _parts(when):
            if isinstance(part, TierIs) and part.state is TierState.MET:
                duties = (d for d in program.duties if (d.plan, d.tier) == (part.plan, part.tier))
                if link := tuple(d.commitment for d in duties):
                    links[link] = None
    return tuple(links)


def _parts(conditions: Iterable[Condition]) -> Iterator[Condition]:
    """Each of these that must hold, and those of which they are made."""
    for part in conditions:
        if isinstance(part, All):
            yield from _parts(part.of)
        else:
            yield part


@frozen(eq=False)
class Book:
    """The answers that one actor's moves may meet, so far as an observer knows of the promises."""

    program: Program
    """The compiled scenario."""
    mover: ActorId
    """i, whose acts."""
    observer: ActorId
    """o, through whose eyes."""

    @cached_property
    def threats(self) -> tuple[tuple[Commitment, tuple[Condition, ...]], ...]:
        """The commitments of others on the mover that both know of, with what may pull them."""
        found = []
        for commitment in self.program.commitments.values():
            name = ("commitment", commitment.id)
            known = all(self.program.layout.seen_by(name, who) for who in (self.mover, self.observer))
            if commitment.issuer != self.mover and commitment.on == self.mover and known:
                found.append((commitment, triggers_of(self.program, commitment)))
        return tuple(found)

    @cached_property
    def acts(self) -> tuple[Act | None, ...]:
        """What each of the mover's moves is, in their order; None where nobody would answer it."""
        found = [self._act(move) for move in self.program.moves_of[self.mover]]
        return tuple(act if act.answers else None for act in found)

    @cached_property
    def chains(self) -> dict[CommitmentId, tuple[tuple[CommitmentId, ...], ...]]:
        """The links before each commitment, so far as the observer knows of them."""
        seen = self.program.layout.seen_by
        return {
            commitment.id: tuple(
                link
                for link in chain_of(self.program, commitment)
                if all(seen(("commitment", other), self.observer) for other in link)
            )
            for commitment in self.program.commitments.values()
        }

    @cached_property
    def distinct(self) -> tuple[Act, ...]:
        """The acts, each once."""
        return tuple(dict.fromkeys(act for act in self.acts if act is not None))

    @cached_property
    def in_kind(self) -> dict[Answer, tuple[Answer, ...]]:
        """For each answer in kind, those of one responder to acts on one target."""
        groups: dict[tuple[str, str | None], dict[Answer, None]] = {}
        for act in self.distinct:
            for answer in act.answers:
                if answer.commitment is None:
                    key = (answer.issuer, answer.target)
                    groups.setdefault(key, {})[answer] = None
        return {answer: tuple(group) for group in groups.values() for answer in group}

    def act(self, move: Move) -> Act | None:
        """What one of the mover's moves is."""
        return self.acts[move.index - self.program.moves_of[self.mover][0].index]

    def _act(self, move: Move) -> Act:
        found = []
        for issuer in self.program.actors:
            if issuer == self.mover or (move.seen_by is not None and issuer not in move.seen_by):
                continue
            for commitment, triggers in self.threats:
                if commitment.issuer == issuer and any(could_pull(self.program, move, t) for t in triggers):
                    found.append(self.promised(commitment, move.target))
            if (kind := self._in_kind(move, issuer)) is not None:
                found.append(kind)
        severity = float(self.program.severities[move.rung]) if self.program.rungs else 0.0
        return Act(move.target, severity, tuple(found))

    @cached_property
    def threatened(self) -> tuple[Answer, ...]:
        """The answer of each threat to an act that calls it down; to none in particular where no move can."""
        found: dict[CommitmentId, Answer] = {}
        for act in self.distinct:
            for answer in act.answers:
                if answer.commitment is not None:
                    found.setdefault(answer.commitment, answer)
        return tuple(found.get(commitment.id, self.promised(commitment)) for commitment, _ in self.threats)

    def promised(self, commitment: Commitment, target: ActorId | None = None) -> Answer:
        """The answer that a commitment promises, wherever the act is."""
        severity = float(self.program.severities[self.program.rung_index(commitment.rung)])
        return Answer(commitment.issuer, commitment.id, severity, target)

    def _in_kind(self, move: Move, issuer: ActorId) -> Answer | None:
        """Somebody with a stake may answer an act at the rung at which it reads it, promise or not."""
        rung = move.reads.get(issuer, 0)
        if move.target is None or rung <= 0 or issuer not in self.program.played:
            return None
        deterrence = self.program.scenario.deterrence
        own = 1.0 if issuer == move.target else 0.0
        if deterrence.stakes.get(issuer, {}).get(move.target, own) == 0.0:
            return None
        return Answer(issuer, None, float(self.program.severities[rung]), move.target)


@lru_cache(maxsize=256)
def book(program: Program, mover: ActorId, observer: ActorId) -> Book:
    """The book of one actor's moves, made once for each program."""
    return Book(program, mover, observer)

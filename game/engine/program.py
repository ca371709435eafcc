"""A scenario compiled once: moves grounded on actors and targets, distinct conditions, rows, tables."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

import attrs
import numpy as np
from attrs import field, frozen

from game.engine.arrays import I32, Columns, Mask
from game.engine.grounding import ground, world_tracks
from game.engine.layout import Audience, Layout, RowName, audience_of, lay_out, observers
from game.engine.moves import STAGES, Acts, Move, PairInContact, TierDuty
from game.engine.naming import names_of
from game.engine.tables import Table, conditions_of, lay_tables
from game.language import told
from game.model.actions import Action, Front, Kind
from game.model.commitments import Commitment
from game.model.ids import FRONT, PUBLIC, SELF, TARGET, ActorId, CommitmentId, DealId, ObserverId
from game.model.ladder import Limit, Rung
from game.model.primitives import Condition, Effect
from game.model.scenario import Scenario
from game.model.world_rules import Contact


@frozen(eq=False, repr=False)
class Program:
    """A compiled scenario."""

    scenario: Scenario
    """What it was compiled from."""
    layout: Layout
    """Its rows."""
    actors: tuple[ActorId, ...]
    """In the file's order; rows that name an actor by a number use this order."""
    played: tuple[ActorId, ...]
    """Those who give orders."""
    moves: tuple[Move, ...]
    """Ordered by actor, then by target."""
    conditions: tuple[Condition, ...]
    """The distinct conditions that moves require."""
    commitments: dict[CommitmentId, Commitment]
    """Those of the file, and one for each tier and responder."""
    duties: tuple[TierDuty, ...]
    """The commitments that are tiers."""
    moves_of: dict[ActorId, tuple[Move, ...]] = field(factory=dict)
    """Each actor's moves, in the order of `moves`."""

    def __repr__(self) -> str:
        """Name it; its parts would fill a book."""
        return f"<Program {'+'.join((self.scenario.id, *self.scenario.variant))}>"

    @cached_property
    def number_places(self) -> dict[RowName, int]:
        """Where each row of numbers stands in its table."""
        return {name: row.index for name, row in self.layout.numbers.items()}

    @cached_property
    def whole_places(self) -> dict[RowName, int]:
        """Where each row of whole numbers stands in its table."""
        return {name: row.index for name, row in self.layout.whole.items()}

    @cached_property
    def _by_name(self) -> dict[str, Move]:
        return {move.name: move for move in self.moves}

    def move(self, name: str) -> Move:
        """The move of that name. Raises KeyError where there is none."""
        return self._by_name[name]

    def has_move(self, name: str) -> bool:
        """Whether there is a move of that name."""
        return name in self._by_name

    @cached_property
    def _matches(self) -> dict[tuple[str, str, str | None], tuple[Move, ...]]:
        found: dict[tuple[str, str, str | None], tuple[Move, ...]] = {}
        for move in self.moves:
            for target in {None, move.target}:
                key = (move.actor, move.action.id, target)
                found[key] = (*found.get(key, ()), move)
        return found

    def moves_matching(self, actor: str, action: str, target: str | None) -> tuple[Move, ...]:
        """An actor's moves of one action, on one target or (None) on any."""
        return self._matches.get((actor, action, target), ())

    @cached_property
    def rungs(self) -> tuple[Rung, ...]:
        """The ladder's rungs from calm up; a game without a ladder has none."""
        return tuple(self.scenario.ladder.rungs.values()) if self.scenario.ladder else ()

    @cached_property
    def severities(self) -> np.ndarray[Any, np.dtype[np.float64]]:
        """Severity by rung index."""
        return np.array([rung.severity for rung in self.rungs] or [0.0])

    @cached_property
    def _rung_indexes(self) -> dict[str, int]:
        return {str(rung.id): index for index, rung in enumerate(self.rungs)}

    def rung_index(self, rung: str) -> int:
        """The index of a rung; 0 where the id is empty."""
        return self._rung_indexes[rung] if rung and self.scenario.ladder else 0

    def actor_index(self, actor: str) -> int:
        """The number that rows use for an actor."""
        return self.actors.index(ActorId(actor))

    @cached_property
    def observers(self) -> tuple[ObserverId, ...]:
        """The actors and the public."""
        return observers(self.scenario)

    @cached_property
    def pairs(self) -> tuple[tuple[ActorId, ActorId], ...]:
        """Every ordered pair of actors."""
        return tuple((i, j) for i in self.actors for j in self.actors if i != j)

    @cached_property
    def limits(self) -> tuple[tuple[Limit, int, Columns], ...]:
        """The limits, each with its rung's index and the places in `pairs` of those who may cross it."""
        found = []
        for limit in self.scenario.limits.values() if self.rungs and self.pairs else ():
            places = [
                place
                for place, (one, other) in enumerate(self.pairs)
                if (not limit.by or one in limit.by) and (not limit.on or other in limit.on)
            ]
            found.append((limit, self.rung_index(limit.at), np.array(places, dtype=np.intp)))
        return tuple(found)

    @cached_property
    def public_acts(self) -> I32:
        """Moves towards somebody that everybody sees, one a column: row of `did_at`, rung read, by, on."""
        places, index = self.whole_places, self.actors.index
        acts = [
            (places["did_at", m.name], m.reads[PUBLIC], index(m.actor), index(m.target))
            for m in self.moves
            if m.target is not None and m.reads.get(PUBLIC, 0) > 0
        ]
        return np.array(acts, dtype=np.int32).reshape(-1, 4).T

    @cached_property
    def crossings(self) -> dict[tuple[str, str], tuple[Effect, ...]]:
        """What crossing a limit first brings, by limit and by who crossed it."""
        shared = world_tracks(self.scenario)
        return {
            (str(limit.id), str(actor)): ground(limit.on_crossed, {str(SELF): str(actor)}, shared)
            for limit in self.scenario.limits.values()
            if limit.on_crossed
            for actor in limit.by or self.actors
        }

    @cached_property
    def _acts(self) -> dict[tuple[str, str], tuple[Acts | None, tuple[Move, ...]]]:
        found: dict[tuple[str, str], tuple[Acts | None, tuple[Move, ...]]] = {}
        for one, other in self.pairs:
            acts = [m for m in self.moves_of[one] if m.target == other and any(m.reads.values())]
            plain = [m for m in acts if not _read_apart(m)]
            rows = np.array([self.layout.whole["until", m.name].index for m in plain], dtype=np.intp)
            together = len(rows) > 0 and rows[-1] - rows[0] == len(rows) - 1
            where: Any = slice(int(rows[0]), int(rows[-1]) + 1) if together else rows
            grouped = Acts(where, np.array([m.rung for m in plain], dtype=np.int32)) if plain else None
            found[one, other] = (grouped, tuple(m for m in acts if _read_apart(m)))
        return found

    def acts_of_pair(self, one: str, other: str) -> tuple[Acts | None, tuple[Move, ...]]:
        """The acts of `one` on `other`: those read alike by all, and the others one by one."""
        return self._acts[one, other]

    @cached_property
    def _seen(self) -> dict[str, dict[RowName, tuple[bool, int]]]:
        tables = ((True, self.layout.numbers), (False, self.layout.whole))
        return {
            actor: {
                name: (is_number, row.index)
                for is_number, table in tables
                for name, row in table.items()
                if row.seen_by is None or actor in row.seen_by
            }
            for actor in self.actors
        }

    def seen_rows(self, actor: str) -> Mapping[RowName, tuple[bool, int]]:
        """The rows that an actor may see: whether each is one of numbers, and its place in its table."""
        return self._seen[actor]

    @cached_property
    def first_rung_of_force(self) -> int:
        """The lowest rung at which any act of force stands; above the ladder where there is none."""
        forces = [m.rung for m in self.moves if m.action.kind is Kind.FORCE and m.rung > 0]
        return min(forces, default=len(self.rungs))

    @cached_property
    def credibility_rows(self) -> dict[tuple[str, ...], int]:
        """The rows of credibility, by name."""
        return {name: row.index for name, row in self.layout.numbers.items() if name[0] == "credibility"}

    @cached_property
    def fronts(self) -> tuple[tuple[Move, ...], ...]:
        """The moves of force of each front."""
        found: dict[Front, tuple[Move, ...]] = {}
        for move in self.moves:
            if move.action.front is not None and move.action.kind is Kind.FORCE:
                found[move.action.front] = (*found.get(move.action.front, ()), move)
        return tuple(found.values())

    @cached_property
    def in_contact(self) -> tuple[PairInContact, ...]:
        """The pairs whose forces may meet, each once."""
        hazard = self.scenario.hazard
        shared = world_tracks(self.scenario)
        pairs: dict[tuple[ActorId, ActorId], tuple[Contact, ...]] = {}
        for contact in hazard.contacts:
            one, other = sorted(contact.between, key=self.actors.index)
            pairs[one, other] = (*pairs.get((one, other), ()), contact)
        return tuple(
            PairInContact(
                one, other, contacts,
                tuple(m for m in hazard.modifiers if not m.between or {one, other} <= set(m.between)),
                ground(hazard.effects, {str(SELF): str(one), str(TARGET): str(other)}, shared),
            )
            for (one, other), contacts in pairs.items()
        )  # fmt: skip

    @cached_property
    def tables(self) -> dict[DealId, Table]:
        """The tables at which some actors bargain."""
        return lay_tables(self.scenario, self.conditions)

    @cached_property
    def excluded(self) -> Mask:
        """Which moves cannot be ordered together, (moves, moves): itself, and what an action excludes."""
        table = np.eye(len(self.moves), dtype=np.bool_)
        for move in self.moves:
            for action in move.action.excludes:
                for other in self.moves_matching(move.actor, action, None):
                    table[move.index, other.index] = table[other.index, move.index] = True
        return table

    @cached_property
    def requirement_table(self) -> I32:
        """For each move the indexes of the conditions it requires, padded with the index after the last."""
        longest = max((len(move.requires) for move in self.moves), default=0)
        table = np.full((len(self.moves), max(longest, 1)), len(self.conditions), dtype=np.int32)
        for move in self.moves:
            table[move.index, : len(move.requires)] = move.requires
        return table

    @cached_property
    def _names(self) -> dict[str, str]:
        return names_of(self.scenario)

    def words(self, name: str) -> str:
        """What people call an id; the id itself, spaced, where nothing names it."""
        return self._names.get(name, name.replace("_", " "))

    def named(self, name: str) -> bool:
        """Whether the scenario itself names that id."""
        return name in self._names and name not in ("public", "world")

    def called(self, name: str) -> str:
        """What people call an id, in the language that is spoken here."""
        return told(self.words(name))

    def explain(self, condition: Condition) -> str:
        """A condition in plain words, in the language that is spoken here."""
        return condition.explain(self.called)


def _grounded(scenario: Scenario) -> Iterator[tuple[Action, ActorId, ActorId | None]]:
    everyone = tuple(scenario.actors)
    for action in scenario.actions.values():
        for actor in action.by or tuple(a for a in everyone if scenario.actors[a].played):
            if action.target is None:
                yield action, actor, None
                continue
            for target in everyone if action.target.others else action.target.actors:
                if target != actor:
                    yield action, actor, target


def _move(
    scenario: Scenario, rungs: list[str], action: Action, actor: ActorId, target: ActorId | None
) -> Move:
    front = action.fronts.get(actor, action.front)
    names = {str(SELF): str(actor)} | ({str(TARGET): str(target)} if target else {})
    names |= {str(FRONT): str(front.region)} if front else {}
    requires, effects = (
        ground(part, names, world_tracks(scenario)) for part in (action.requires, action.effects)
    )
    seen_by = audience_of(action.seen_by, actor, target)
    rung = rungs.index(action.rung) if action.rung else 0
    reads: dict[str, int] = {}
    for observer in observers(scenario):
        if str(observer) == actor:
            reads[observer] = rung
        elif seen_by is None or observer in seen_by:
            read = action.reads_as.get(ActorId(observer), action.reads_as.get(ActorId("others")))
            reads[observer] = rungs.index(read) if read else rung
    name = "/".join((actor, action.id, *((target,) if target else ())))
    action = attrs.evolve(action, requires=requires, effects=effects, front=front)
    return Move(-1, name, actor, target, action, STAGES.index(action.kind), rung, reads, seen_by)


def _duties(scenario: Scenario, rungs: list[str]) -> tuple[tuple[TierDuty, Commitment], ...]:
    found = []
    for plan in scenario.plans.values():
        for tier in plan.tiers.values():
            for responder in tier.responders:
                name = CommitmentId(f"{plan.id}.{tier.id}.{responder}")
                duty = TierDuty(
                    name,
                    plan.id,
                    tier.id,
                    responder,
                    plan.accused,
                    rungs.index(tier.obliged),
                    rungs.index(tier.cap),
                )
                commitment = Commitment(
                    id=name,
                    name=tier.name,
                    issuer=responder,
                    promise=tier.promise,
                    trigger=(),
                    on=plan.accused,
                    rung=tier.obliged,
                    within_hours=tier.within_hours,
                    publicity=tier.publicity,
                    in_force=True,
                )
                found.append((duty, commitment))
    return tuple(found)


def _audience(commitment: Commitment) -> Audience:
    if not commitment.audience or "public" in commitment.audience:
        return None
    return frozenset((str(commitment.issuer), *map(str, commitment.audience)))


def compile_scenario(scenario: Scenario) -> Program:
    """Compile a scenario whose references have been checked by the loader."""
    rungs = [str(rung) for rung in scenario.ladder.rungs] if scenario.ladder else []
    found = [_move(scenario, rungs, *grounded) for grounded in _grounded(scenario)]
    order = {actor: n for n, actor in enumerate(scenario.actors)}
    found.sort(key=lambda m: (order[m.actor], -1 if m.target is None else order[m.target], _read_apart(m)))
    conditions: dict[Condition, int] = {}
    moves = []
    for index, move in enumerate(found):
        needed = tuple(conditions.setdefault(c, len(conditions)) for c in move.action.requires)
        moves.append(attrs.evolve(move, index=index, requires=needed))
    for condition in conditions_of(scenario):
        conditions.setdefault(condition, len(conditions))
    duties = _duties(scenario, rungs)
    commitments = dict(scenario.commitments) | {commitment.id: commitment for _, commitment in duties}
    layout = lay_out(
        scenario,
        [(move.name, move.seen_by) for move in moves],
        [
            (commitment, _audience(commitment), int(commitment.in_force))
            for commitment in commitments.values()
        ],
    )
    played = tuple(actor for actor, value in scenario.actors.items() if value.played)
    return Program(
        scenario=scenario,
        layout=layout,
        actors=tuple(scenario.actors),
        played=played,
        moves=tuple(moves),
        conditions=tuple(conditions),
        commitments=commitments,
        duties=tuple(duty for duty, _ in duties),
        moves_of={actor: tuple(move for move in moves if move.actor == actor) for actor in scenario.actors},
    )


def _read_apart(move: Move) -> bool:
    """False for a move that everybody sees and reads as it was sent: one maximum serves all observers."""
    return move.seen_by is not None or len(set(move.reads.values())) > 1


__all__ = [
    "STAGES",
    "Acts",
    "Move",
    "PairInContact",
    "Program",
    "TierDuty",
    "compile_scenario",
    "ground",
]

"""Escalation on pairs of actors: what is live, how it is read, which limits are crossed, how wide it is.

After Kahn (1965), Schelling (1966) and Smoke (1977). The rung of i on j is the highest of i's acts on j
that are live; climbing down is therefore an act or a lapse. A receiver may read an act higher or lower than
it was sent.
"""

import numpy as np

from game.engine.arrays import I32, Columns, Mask, columns_of
from game.engine.events import EventKind
from game.engine.program import Move
from game.engine.world import Cause, World
from game.language import phrase
from game.model.ids import PUBLIC, ActorId
from game.model.ladder import Limit

STANDING = 1_000_000_000
"""The hour until which an act lives that stands until it is withdrawn."""


def live(world: World, move: Move) -> Mask:
    """The games in which an act of that move is live."""
    mask: Mask = world.whole("until", move.name) > world.hour
    return mask


def perform(world: World, move: Move, where: Columns) -> None:
    """Note that a move was made; it lives at least through this turn."""
    hours = max(move.action.persists_hours, world.hours_per_turn)
    length = STANDING if move.action.stands else world.hour + hours
    # An earlier act of the same move never lives longer than one made now
    world.set_whole(("until", move.name), length, where)
    world.set_whole(("did_at", move.name), world.hour, where)
    world.whole("times", move.name)[where] += 1


def withdraw(world: World, moves: tuple[Move, ...], where: Columns) -> None:
    """End live acts."""
    for move in moves:
        row = world.whole("until", move.name)
        row[where] = np.minimum(row[where], world.hour)


def read_ladders(world: World) -> None:
    """Work out all readings of all pairs, the crisis rung, peaks, fronts and limits for acts now live."""
    program = world.program
    if not program.rungs:
        return
    crisis = world.whole("crisis")
    crisis[:] = 0
    world.cache["acts"] = {}
    for one, other in program.pairs:
        _read_acts(world, one, other)
        _add_accident(world, one, other)
        peak = world.whole("peak", one)
        np.maximum(peak, acts_alone(world, PUBLIC, one, other), out=peak)
        np.maximum(crisis, world.whole("read", PUBLIC, one, other), out=crisis)
    _count_fronts(world)
    _cross_limits(world)


def acts_alone(world: World, observer: str, one: str, other: str) -> I32:
    """What everybody reads in the acts of one on another, or what it sent itself, without any accident.

    Known from the reading of ladders to the end of the turn. Promises and limits ask for acts: what nobody
    ordered keeps no word and crosses no line.
    """
    found: I32 | None = world.cache["acts"].get((observer, one, other))
    return world.whole("read", observer, one, other) if found is None else found


def _add_accident(world: World, one: str, other: str) -> None:
    """An accidental engagement raises a pair in everybody's eyes, while it lives."""
    lives = world.whole("accident_until", one, other) > world.hour
    if lives.any():
        for observer in (PUBLIC, one):
            row = world.whole("read", observer, one, other)
            world.cache["acts"][observer, one, other] = row.copy()
        rung = np.where(lives, world.whole("accident_rung", one, other), 0)
        rows = _everybodys_reading(world, one, other)
        np.maximum(rows, rung, out=rows)


def _read_acts(world: World, one: str, other: str) -> None:
    """Read the acts alone, each observer as it sees them."""
    program = world.program
    plain, special = program.acts_of_pair(one, other)
    base: I32 = np.zeros(world.count, dtype=np.int32)
    if plain is not None:
        lives = world.whole_table[plain.rows] > world.hour
        base = (lives * plain.rungs[:, None]).max(axis=0)
    _everybodys_reading(world, one, other)[:] = base
    for move in special:
        lives = live(world, move)
        if lives.any():
            for reader, rung in move.reads.items():
                row = world.whole("read", reader, one, other)
                np.maximum(row, lives * np.int32(rung), out=row)


def _everybodys_reading(world: World, one: str, other: str) -> I32:
    """The readings of a pair, (observers, games), as a view: each observer's readings lie together."""
    program = world.program
    first = program.whole_places["read", program.observers[0], one, other]
    rows: I32 = world.whole_table[
        first : first + len(program.observers) * len(program.pairs) : len(program.pairs)
    ]
    return rows


def _count_fronts(world: World) -> None:
    fronts = world.whole("fronts")
    fronts[:] = 0
    for moves in world.program.fronts:
        fighting = world.nothing()
        for move in moves:
            fighting |= live(world, move)
        fronts += fighting


def _cross_limits(world: World) -> None:
    """Limits are crossed by acts that everybody sees; what nobody ordered crosses none.

    What a first crossing brings comes when all crossings of the turn are known.
    """
    program = world.program
    if not program.limits:
        return
    acts = _public_acts(world)
    first: list[tuple[Limit, ActorId, Columns]] = []
    for limit, rung, places in program.limits:
        crossed = world.whole("limit", limit.id)
        reached = acts[places] >= rung
        fresh = crossed < 0
        if not (fresh & np.logical_or.reduce(reached, axis=0)).any():
            continue
        by_row = world.whole("limit_by", limit.id)
        for place, there in zip(places.tolist(), reached, strict=True):
            where = columns_of(there & (crossed < 0))
            if len(where):
                one, other = program.pairs[place]
                crossed[where] = world.hour
                by_row[where] = program.actor_index(one)
                text = phrase(
                    "{actor} crosses a limit first: {limit}", actor=program.words(one), limit=limit.name
                )
                world.tell(EventKind.LIMIT, where, text, actor=one, target=other, subject=limit.id)
        if limit.on_crossed:
            newly = fresh & (crossed >= 0)
            first += [(limit, who, columns_of(newly & (by_row == n))) for n, who in enumerate(program.actors)]
    for limit, who, where in first:
        if len(where):
            cause = Cause(f"limit:{limit.id}:{who}", who)
            for effect in program.crossings[limit.id, who]:
                effect.apply(world, where, cause)


def _public_acts(world: World) -> I32:
    """What everybody reads in the acts of each pair, without any accident, (pairs, games)."""
    program = world.program
    first = program.whole_places["read", PUBLIC, *program.pairs[0]]
    acts: I32 = world.whole_table[first : first + len(program.pairs)]
    without = [(pair, row) for (reader, *pair), row in world.cache["acts"].items() if reader == PUBLIC]
    if without:
        acts = acts.copy()
        for (one, other), row in without:
            acts[program.pairs.index((one, other))] = row
    return acts

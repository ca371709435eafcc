"""Forces on the map: link by link along the quickest open way, and readiness spent and regained.

A force that is sent travels each link in its hours times `ForceRules.pace`. While it is on a link it stands
nowhere: `heading` is the place it reaches at hour `next_at`. Where no way is open it waits in the place it
has come to, and tries again every turn: `going` is set, `heading` is not.
"""

import numpy as np

from game.engine.arrays import F64, I32, Columns, Mask, columns_of
from game.engine.conditions.forces import gate_closed
from game.engine.events import EventKind
from game.engine.layout import NEVER, force_audience
from game.engine.roads import Roads, force_rows, roads_of
from game.engine.world import Cause, World
from game.language import N_, Phrase, phrase
from game.model.forces import Force
from game.model.ids import ForceId, RegionId

TIME = Cause("")
"""What brings about that a force on the road arrives."""


def send(world: World, force_id: ForceId, to: RegionId, where: Columns, cause: Cause) -> None:
    """Send a force to a place; one that is on a link already turns at its end.

    Nothing happens where the force is gone, or while the member that lends it has not joined. Sent to where
    it stands, a force halts.
    """
    force, roads = world.program.scenario.forces[force_id], roads_of(world.program)
    if roads.kind(force).strategic:
        return
    where = where[world.number("strength", force_id)[where] > 0]
    if force.member is not None:
        where = where[world.whole("member", force.owner, force.member)[where] > 0]
    target = roads.index[to]
    going, standing = world.whole("going", force_id), world.whole("heading", force_id)[where] < 0
    here = standing & (world.whole("place", force_id)[where] == target)
    halt(world, force_id, where[here], cause)
    where, standing = where[~here], standing[~here]
    fresh = going[where] != target
    where, standing = where[fresh], standing[fresh]
    going[where] = target
    tell_force(
        world,
        force,
        where[~standing],
        phrase("{force} will go on to {place}", force=named(world, force), place=world.program.words(to)),
        cause,
    )
    leaving = where[standing]
    now = np.full(len(leaving), float(world.hour)), np.zeros(len(leaving), np.bool_)
    _depart(world, force, leaving, now, cause)


def halt(world: World, force_id: ForceId, where: Columns, cause: Cause) -> None:
    """Stop a force: where it stands, or at the end of the link it is on."""
    going, heading = world.whole("going", force_id), world.whole("heading", force_id)
    where = where[(going[where] >= 0) & (going[where] != heading[where])]
    going[where] = heading[where]
    world.number("next_at", force_id)[where[heading[where] < 0]] = NEVER
    force = world.program.scenario.forces[force_id]
    tell_force(world, force, where, phrase("{force} is ordered to halt", force=named(world, force)), cause)


def advance(world: World) -> None:
    """At the start of a turn: make every move that is due by now, several links where time allows."""
    program = world.program
    if not program.scenario.forces:
        return
    due = world.number_table[force_rows(program, "next_at")] <= world.hour
    if due.any():
        for force, row in zip(program.scenario.forces.values(), due, strict=True):
            where = columns_of(row)
            while len(where):
                where = _carry_on(world, force, where)


def _carry_on(world: World, force: Force, where: Columns) -> Columns:
    """Reach the next place, or leave the one it waits in; returns the games in which it is due once more."""
    heading, place = world.whole("heading", force.id), world.whole("place", force.id)
    going, next_at = world.whole("going", force.id), world.number("next_at", force.id)
    arrived = heading[where] >= 0
    at = np.where(arrived, next_at[where], float(world.hour))
    reached = where[arrived]
    place[reached] = heading[reached]
    heading[reached] = -1
    spend(world, force.id, world.value(world.program.scenario.force_rules.spent_moving), reached)
    there = place[where] == going[where]
    done, on = where[there], where[~there]
    going[done] = -1
    next_at[done] = NEVER
    if world.recorder is not None:
        roads = roads_of(world.program)
        for column in done.tolist():
            reached_place = world.program.words(roads.places[place[column]])
            text = phrase("{force} reaches {place}", force=named(world, force), place=reached_place)
            tell_force(world, force, np.array([column]), text, TIME)
    _depart(world, force, on, (at[~there], ~arrived[~there]), TIME)
    again: Columns = on[(heading[on] >= 0) & (next_at[on] <= world.hour)]
    return again


_LEAVES = N_("{force} leaves {here} for {to}: {hours:.3g} hours to {via}")
_LEAVES_BY = N_("{force} leaves {here} for {to} by way of {via}: {hours:.3g} hours to {via}")
_READY = {True: N_("{force} is made more ready"), False: N_("{force} is made less ready")}


def _depart(world: World, force: Force, where: Columns, since: tuple[F64, Mask], cause: Cause) -> None:
    """Start on the next link, or wait where none is open; `since`: the hour, and who waited already."""
    at, waited = since
    if not len(where):
        return
    roads, pace = roads_of(world.program), world.value(world.program.scenario.force_rules.pace)
    place, going = world.whole("place", force.id)[where], world.whole("going", force.id)[where]
    onward, hours = np.full(len(where), -1, dtype=np.int32), np.zeros(len(where))
    shut = _closed(world, roads, force, where)
    for code in np.unique(shut).tolist():
        some = shut == code
        routes = roads.routes(roads.kind(force).domain, code)
        onward[some] = routes.onward[place[some], going[some]]
        hours[some] = routes.legs[place[some], onward[some]]
    leaves = onward >= 0
    hours = hours * (pace[where] if isinstance(pace, np.ndarray) else pace)
    world.whole("heading", force.id)[where] = onward
    world.number("next_at", force.id)[where] = np.where(leaves, at + hours, float(world.hour))
    if world.recorder is None:
        return
    for n, column in enumerate(where.tolist()):
        here, via, to = (world.program.words(roads.places[row[n]]) for row in (place, onward, going))
        who = named(world, force)
        if leaves[n]:
            template = _LEAVES if onward[n] == going[n] else _LEAVES_BY
            text = phrase(template, force=who, here=here, to=to, via=via, hours=float(hours[n]))
        elif not waited[n]:
            text = phrase("{force} waits in {here}: no way to {to} is open", force=who, here=here, to=to)
        else:
            continue
        tell_force(world, force, np.array([column]), text, cause)


def _closed(world: World, roads: Roads, force: Force, where: Columns) -> I32:
    """The gates that are closed to a force, one bit for each."""
    shut = np.zeros(len(where), dtype=np.int32)
    for bit, gate in enumerate(roads.gates):
        shut[gate_closed(world, gate, force.owner)[where]] |= np.int32(1 << bit)
    return shut


def spend(world: World, force_id: ForceId, readiness: float | F64, where: Columns) -> None:
    """Take readiness from a force, or give it where the amount is below 0; it stays between 0 and 1."""
    row = world.number("readiness", force_id)
    amount = readiness[where] if isinstance(readiness, np.ndarray) else readiness
    row[where] = np.minimum(np.maximum(row[where] - amount, 0.0), 1.0)


def make_ready(world: World, force_id: ForceId, by: float | F64, where: Columns, cause: Cause) -> None:
    """Raise a force's readiness, or lower it."""
    row, before = world.number("readiness", force_id), world.number("readiness", force_id)[where]
    spend(world, force_id, -by, where)
    force = world.program.scenario.forces[force_id]
    for more, changed in ((True, row[where] > before), (False, row[where] < before)):
        tell_force(world, force, where[changed], phrase(_READY[more], force=named(world, force)), cause)


def reinforce(world: World, force_id: ForceId, by: float | F64, where: Columns, cause: Cause) -> None:
    """Add units to a force; one that was gone is there again, where it stood last."""
    row = world.number("strength", force_id)
    row[where] = row[where] + (by[where] if isinstance(by, np.ndarray) else by)
    force = world.program.scenario.forces[force_id]
    tell_force(world, force, where, phrase("{force} is reinforced", force=named(world, force)), cause)


def recover(world: World) -> None:
    """In the accounting: forces that are not on the road regain readiness."""
    program = world.program
    if not program.scenario.forces:
        return
    readiness = world.number_table[force_rows(program, "readiness")]
    tired = readiness < 1.0
    if tired.any():
        heading = world.whole_table[force_rows(program, "heading")]
        gain = world.value(program.scenario.force_rules.recovers_per_day) * world.hours_per_turn / 24.0
        for force, some in enumerate(tired):
            where = columns_of(some & (heading[force] < 0))
            more = gain[where] if isinstance(gain, np.ndarray) else gain
            readiness[force, where] = np.minimum(readiness[force, where] + more, 1.0)


def named(world: World, force: Force) -> Phrase:
    """A force and whose it is, as events say it."""
    return phrase("{force} ({owner})", force=force.name, owner=world.program.words(force.owner))


def tell_force(world: World, force: Force, where: Columns, text: Phrase, cause: Cause) -> None:
    """Emit an event about a force to those who may see it."""
    audience = force_audience(force)
    seen_by = None if audience is None else tuple(sorted(audience))
    world.tell(
        EventKind.FORCE,
        where,
        text,
        actor=force.owner,
        subject=force.id,
        cause=cause.told(seen_by),
        seen_by=seen_by,
    )

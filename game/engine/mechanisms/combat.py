"""Engagements of forces: battles, in which both sides lose, and strikes, which air defence may stop."""

import numpy as np
from attrs import frozen

from game.engine.arrays import F64, Columns, Mask
from game.engine.conditions.situation import track_row
from game.engine.events import EventKind
from game.engine.layout import NEVER, force_audience
from game.engine.mechanisms.exchange import Side, at, exchange, one_sided, units_of
from game.engine.mechanisms.movement import named, spend, tell_force
from game.engine.reach import GONE, counts, forces_of, place_of
from game.engine.roads import force_rows, roads_of
from game.engine.world import Cause, World
from game.language import N_, phrase
from game.model.forces import Domain, Force
from game.model.ids import ActorId, ForceTypeId, RegionId
from game.model.numbers import Number

_ROUND_WORDS = (
    (0.0, N_("{actor} loses nothing")),
    (0.03, N_("{actor} loses next to nothing")),
    (0.075, N_("{actor} loses about a twentieth of what it had there")),
    (0.15, N_("{actor} loses about a tenth of what it had there")),
    (0.225, N_("{actor} loses about a fifth of what it had there")),
    (0.29, N_("{actor} loses about a quarter of what it had there")),
    (0.42, N_("{actor} loses about a third of what it had there")),
    (0.6, N_("{actor} loses about half of what it had there")),
    (0.85, N_("{actor} loses most of what it had there")),
    (0.999, N_("{actor} loses nearly all it had there")),
)
"""Losses up to a share, and how a report puts them."""


@frozen
class Fight:
    """Who fights whom, where."""

    region: RegionId
    """Where."""
    by: ActorId
    """The attacker."""
    against: ActorId
    """The defender."""
    domain: Domain | None = None
    """Only forces of this domain."""
    type: ForceTypeId | None = None
    """Only the attacker's forces of this type."""
    intensity: Number = 1.0
    """How hard: multiplies the time of Lanchester's law, and the losses of the table's."""
    word: str = N_("Forces of {one} fight forces of {other} at {place}")
    """What the attacker does to the defender, as an event says it."""


def muster(world: World, forces: tuple[Force, ...], onto: RegionId, where: Columns, *, reach: bool) -> Side:
    """The forces that count, in the games of `where`: those that reach a place, or else that stand there.

    With what they had before the first engagement of this turn: nobody gains by being resolved first.
    """
    roads, place = roads_of(world.program), roads_of(world.program).index[onto]
    strength, ready = np.zeros((len(forces), len(where))), np.zeros((len(forces), len(where)))
    attack, defence = np.zeros(len(where)), np.zeros(len(where))
    units, readiness, first = _before_all_fighting(world)
    for n, force in enumerate(forces):
        kind, stands = roads.kind(force), place_of(world, force, where)
        takes_part = roads.approach(kind)[stands, place] <= 0 if reach else stands == place
        row = world.program.number_places["strength", force.id] - first
        strength[n] = units[row][where] * (takes_part & counts(world, force, where))
        ready[n] = strength[n] * readiness[row][where]
        attack += ready[n] * at(world.value(kind.attack), where)
        defence += ready[n] * at(world.value(kind.defence), where)
    return Side(forces, strength, ready, attack, defence)


def _before_all_fighting(world: World) -> tuple[F64, F64, int]:
    """Strength and readiness of all forces before this turn's first engagement, and the first one's row."""
    block = force_rows(world.program, "strength")
    if "before all fighting" not in world.cache:
        ready = force_rows(world.program, "readiness")
        world.cache["before all fighting"] = (
            world.number_table[block].copy(),
            world.number_table[ready].copy(),
        )
    units, readiness = world.cache["before all fighting"]
    return units, readiness, block.start


def battle(world: World, fight: Fight, where: Columns, cause: Cause) -> None:
    """Both sides fight with all that reaches the place: one weighs its attack, the other its defence."""
    scenario = world.program.scenario
    attackers, defenders = (forces_of(scenario, side, fight.domain) for side in (fight.by, fight.against))
    one = muster(world, attackers, fight.region, where, reach=True)
    other = muster(world, defenders, fight.region, where, reach=True)
    engaged = (units_of(one.ready) > 0) & (units_of(other.strength) > 0)
    _nobody(world, fight, where[~engaged], cause)
    if not engaged.any():
        return
    where = where[engaged]
    one, other = _only(one, engaged), _only(other, engaged)
    noise = _noise(
        world, ("battle", cause.name, fight.region, fight.by, fight.against, fight.domain or ""), where
    )
    losses = exchange(world, one, other, fight.intensity, where)
    spent = world.value(scenario.force_rules.spent_fighting)
    lost = []
    for side, share in zip((one, other), losses, strict=True):
        lost.append((side, wear_down(world, side, np.minimum(share * noise, 1.0), where, cause)))
        for force, took_part in zip(side.forces, side.strength > 0, strict=True):
            spend(world, force.id, spent, where[took_part])
    _report(world, fight, tuple(lost), where, cause)


def strike(world: World, fight: Fight, where: Columns, cause: Cause) -> None:
    """One side strikes what stands in a place. Air defence that reaches the place stops a share of it.

    For strikes by a domain of weight S, met by air defence of weight D that stops that domain, the share
    D/(D+S) is stopped; what gets through does the harm that the exchange law gives for it. A force that goes
    itself loses, of the share that was stopped, what the attacker of a battle S against D would lose; one
    that reaches by another domain than its own (missiles) loses nothing.
    """
    scenario, roads = world.program.scenario, roads_of(world.program)
    strikers = forces_of(scenario, fight.by, fight.domain, fight.type)
    one = muster(world, strikers, fight.region, where, reach=True)
    other = muster(world, forces_of(scenario, fight.against), fight.region, where, reach=False)
    engaged = (units_of(one.ready) > 0) & (units_of(other.strength) > 0)
    _nobody(world, fight, where[~engaged], cause)
    if not engaged.any():
        return
    where = where[engaged]
    one, other = _only(one, engaged), _only(other, engaged)
    name = ("strike", cause.name, fight.region, fight.by, fight.against, fight.domain or "", fight.type or "")
    noise = _noise(world, name, where)
    spent = world.value(scenario.force_rules.spent_fighting)
    through, share_lost = np.zeros(len(where)), np.zeros(one.strength.shape)
    for domain in Domain:
        goes = [
            n for n, f in enumerate(one.forces) if (roads.kind(f).reach_by or roads.kind(f).domain) is domain
        ]
        wave = _part(world, one, goes, where)
        if not wave.attack.any():
            continue
        shield = muster(world, _shield(world, fight.against, domain), fight.region, where, reach=True)
        stopped = np.divide(
            shield.defence,
            shield.defence + wave.attack,
            out=np.zeros(len(where)),
            where=(shield.defence > 0) & (wave.attack > 0),
        )
        through += wave.attack * (1.0 - stopped)
        if stopped.any():
            harm, _ = exchange(world, wave, shield, fight.intensity, where)
            for n in goes:
                if roads.kind(one.forces[n]).domain is domain:
                    share_lost[n] = stopped * harm
            for force, took_part in zip(shield.forces, shield.ready > 0, strict=True):
                spend(world, force.id, spent, where[took_part & (stopped > 0)])
    share = one_sided(world, through, other, fight.intensity, where)
    harmed = wear_down(world, other, np.minimum(share * noise, 1.0), where, cause)
    own = wear_down(world, one, np.minimum(share_lost * noise, 1.0), where, cause)
    for force, took_part in zip(one.forces, one.ready > 0, strict=True):
        spend(world, force.id, spent, where[took_part])
    _report(world, fight, ((one, own), (other, harmed)), where, cause)


def wear_down(world: World, side: Side, share: F64, where: Columns, cause: Cause) -> F64:
    """Take that share of the strength of each force of a side, (games,) or (forces, games); what is lost.

    Losses move the tracks of `Exchange.wear`; a force below GONE units is gone.
    """
    lost = side.strength * share
    total = np.zeros(len(where))
    for force, units in zip(side.forces, lost, strict=True):
        row = world.number("strength", force.id)
        hit = (units > 0) & (row[where] > 0)
        columns = where[hit]
        fallen = np.minimum(units[hit], row[columns])
        left = row[columns] - fallen
        row[columns] = np.where(left < GONE, 0.0, left)
        _remove(world, force, columns[left < GONE])
        total[hit] += fallen
    scenario = world.program.scenario
    for wear in scenario.force_rules.exchange.wear if side.forces else ():
        name = track_row(scenario, side.forces[0].owner, wear.track)
        some = total > 0
        if world.has(name) and some.any():
            by = np.zeros(world.count)
            by[where] = total * at(world.value(wear.per_unit), where)
            world.change(name[1], name[2], by, where[some], cause)
    return total


def _remove(world: World, force: Force, where: Columns) -> None:
    """A force that is worn down is gone: it stands where it fell, with nothing, and goes nowhere."""
    if len(where):
        world.set_whole(("going", force.id), -1, where)
        world.set_number(("next_at", force.id), NEVER, where)
        tell_force(world, force, where, phrase("{force} is destroyed", force=named(world, force)), Cause(""))


def _shield(world: World, actor: ActorId, domain: Domain) -> tuple[Force, ...]:
    """The forces of an actor that stop strikes by a domain."""
    scenario = world.program.scenario
    return tuple(f for f in forces_of(scenario, actor) if domain in scenario.force_types[f.type].stops)


def _noise(world: World, name: tuple[str, ...], where: Columns) -> F64 | float:
    """One multiplier of losses for each game, all equally likely."""
    table = world.program.scenario.force_rules.exchange.noise
    if not table:
        return 1.0
    drawn = world.chance.pick(name, [1.0] * len(table), world.mask(where))[where]
    noise = np.zeros(len(where))
    for index, number in enumerate(table):
        np.copyto(noise, at(world.value(number), where), where=drawn == index)
    return noise


def _part(world: World, side: Side, rows: list[int], where: Columns) -> Side:
    """Some of a side's forces."""
    forces = tuple(side.forces[n] for n in rows)
    attack, defence = np.zeros(len(where)), np.zeros(len(where))
    for n in rows:
        kind = roads_of(world.program).kind(side.forces[n])
        attack += side.ready[n] * at(world.value(kind.attack), where)
        defence += side.ready[n] * at(world.value(kind.defence), where)
    return Side(forces, side.strength[rows], side.ready[rows], attack, defence)


def _only(side: Side, games: Mask) -> Side:
    return Side(
        side.forces, side.strength[:, games], side.ready[:, games], side.attack[games], side.defence[games]
    )


def _nobody(world: World, fight: Fight, where: Columns, cause: Cause) -> None:
    """Say to the attacker that nothing came of it."""
    here, who = world.program.words(fight.region), world.program.words(fight.by)
    text = phrase(
        "{actor} finds nobody to fight at {place}, or has nothing ready that reaches it",
        actor=who,
        place=here,
    )
    world.tell(
        EventKind.FORCE, where, text, actor=fight.by, subject=fight.region, cause=cause.told((fight.by,)),
        seen_by=(fight.by,),
    )  # fmt: skip


def _report(
    world: World, fight: Fight, losses: tuple[tuple[Side, F64], ...], where: Columns, cause: Cause
) -> None:
    """Say who lost what, in round words: to all where all may see it, or to each side what it lost itself."""
    if world.recorder is None:
        return
    words = world.program.words
    here, owners = words(fight.region), (fight.by, fight.against)
    said = [
        [
            phrase(in_round_words(u, t), actor=words(owner))
            for u, t in zip(units.tolist(), side.total.tolist(), strict=True)
        ]
        for owner, (side, units) in zip(owners, losses, strict=True)
    ]
    known = all(force_audience(force) is None for side, _ in losses for force in side.forces)
    what = phrase(fight.word, one=words(fight.by), other=words(fight.against), place=here)
    texts = [
        phrase("{fight}: {one}, {other}", fight=what, one=one, other=other) if known else what
        for one, other in zip(*said, strict=True)
    ]
    world.tell(
        EventKind.FORCE, where, texts, actor=fight.by, target=fight.against, subject=fight.region,
        cause=cause.told(cause.seen_by), seen_by=cause.seen_by,
    )  # fmt: skip
    if not known or cause.seen_by is not None:
        for owner, own in zip(owners, said, strict=True):
            texts = [phrase("At {place}, {said}", place=here, said=text) for text in own]
            world.tell(
                EventKind.FORCE, where, texts, actor=owner, subject=fight.region,
                cause=cause.told((owner,)), seen_by=(owner,),
            )  # fmt: skip


def in_round_words(units: float, of: float) -> str:
    """A loss as a share of what was there, as a report would put it; `{actor}` is who loses."""
    share = units / of if of > 0 else 0.0
    for most, words in _ROUND_WORDS:
        if share <= most:
            return words
    return N_("{actor} loses all it had there")

"""A world that one seat could believe in, made of nothing but what it sees.

What it sees is copied. What it does not see is filled in from what everybody sees, from its own beliefs, and
otherwise from how things start. Without dice each unknown takes its likeliest value; with dice of its own,
which must not be those of the rules, hidden causes, private types and aims are drawn from what it believes.
Of such a world one may ask what another seat sees: that is its estimate of the other's view. A player that
searches plays on in it.
"""

from collections.abc import Sequence

import numpy as np

from game.engine.arrays import F64, I32
from game.engine.chance import Chance, Dice
from game.engine.layout import NEVER, RowName
from game.engine.observe import Observation, observe
from game.engine.world import World
from game.model.actors import Actor
from game.model.ids import PUBLIC, ActorId
from game.model.incidents import Incident

STREAM = "imagination"
"""What is imagined is drawn from a stream of its own: nobody foresees the dice of the rules."""
HALF = 0.5
"""Without dice, something is taken to be so when it is likelier than not."""


def imagine(seen: Observation, seed: int | str | None = None) -> World:
    """A world as this seat may believe it to be, at the same turn, for the same games.

    Central where no seed is given; otherwise what is unknown is drawn, another world for each seed. It has no
    recorder, and dice of its own.
    """
    dice = Dice(seed if seed is not None else "central", seen.games, STREAM)
    world = World.start(seen.program, 0, seen.games, seen.assumed, chance=dice)
    world.turn, world.hour = seen.turn, seen.hour
    dice.at(seen.turn)
    for name in seen.names():
        _copy(world, seen, name)
    draws = dice if seed is not None else None
    _fill_from_the_public(world, seen)
    for incident in seen.program.scenario.incidents.values():
        _fill_incident(world, seen, incident, draws)
    for actor in seen.program.scenario.actors.values():
        if actor.id != seen.actor:
            _fill_actor(world, actor, draws)
    _fill_end(world, draws)
    return world


def as_seen_by(seen: Observation, other: ActorId, seed: int | str | None = None) -> Observation:
    """What another seat sees, as this one estimates it."""
    return observe(imagine(seen, seed), other)


def _copy(world: World, seen: Observation, name: RowName) -> None:
    if name in world.program.layout.numbers:
        world.number(*name)[:] = seen.number(*name)
    else:
        world.whole(*name)[:] = seen.whole(*name)


def _fill_from_the_public(world: World, seen: Observation) -> None:
    """What others believe, read and have been shown is taken to be what the public does."""
    layout = world.program.layout
    for name in (*layout.numbers, *layout.whole):
        if seen.can_see(*name):
            continue
        match name:
            case ("belief", incident, _, cause):
                world.number(*name)[:] = seen.number("belief", incident, PUBLIC, cause)
            case ("credibility", _, issuer, promise):
                world.number(*name)[:] = seen.number("credibility", PUBLIC, issuer, promise)
            case ("read", _, one, other):
                world.whole(*name)[:] = seen.whole("read", PUBLIC, one, other)
            case ("seen", incident, evidence, _):
                world.whole(*name)[:] = seen.whole("seen", incident, evidence, PUBLIC)
            case _:
                pass


def _fill_incident(world: World, seen: Observation, incident: Incident, draws: Chance | None) -> None:
    """The hidden cause from its own belief, who knows it, and what evidence there is and will be."""
    happened = seen.whole("happened", incident.id) >= 0
    causes = tuple(world.program.scenario.causes)
    if happened.any() and causes:
        belief = np.array([seen.number("belief", incident.id, seen.actor, cause) for cause in causes])
        likeliest = np.where(happened, _one_of(belief, draws, ("imagined cause", incident.id)), -1)
        world.whole("cause", incident.id)[:] = likeliest
        for actor in world.program.actors:
            if actor != seen.actor:
                _fill_knowledge(world, incident, actor, draws)
    for item in incident.evidence.values():
        shown = seen.whole("seen", incident.id, item.id, seen.actor)
        world.whole("shows", incident.id, item.id)[:] = shown
        if not item.on_order:
            due = seen.whole("happened", incident.id) + world.value(item.after_hours)
            world.number("arrives", incident.id, item.id)[:] = np.where(happened, due, NEVER)


def _fill_knowledge(world: World, incident: Incident, actor: ActorId, draws: Chance | None) -> None:
    """Whether another knows the cause that is imagined, by how likely the file says that is."""
    cause = world.whole("cause", incident.id)
    likely = np.zeros(world.count)
    for index, known in enumerate(world.program.scenario.causes):
        chance = incident.known_to.get(known, {}).get(actor)
        if chance is not None:
            likely = np.where(cause == index, world.value(chance), likely)
    if draws is None:
        knows = likely > HALF
    else:
        knows = draws.happens(("imagined to know", incident.id, actor), likely)
    world.whole("knows", incident.id, actor)[:] = np.where(knows, cause, -1)


def _fill_actor(world: World, actor: Actor, draws: Chance | None) -> None:
    """Another's private type and aims."""
    if actor.types:
        weights = np.array(
            [np.broadcast_to(world.value(t.probability), world.count) for t in actor.types.values()]
        )
        world.whole("type", actor.id)[:] = _one_of(weights, draws, ("imagined type", actor.id))
    left = np.ones((len(actor.aims), world.count))
    for n in range(min(actor.aims_drawn, len(actor.aims))):
        drawn = _one_of(left, draws, ("imagined aim", actor.id, str(n)))
        for index, aim in enumerate(actor.aims):
            chosen = drawn == index
            world.whole("aim", actor.id, aim)[chosen] = 1
            left[index, chosen] = 0.0


def _fill_end(world: World, draws: Chance | None) -> None:
    """The hidden end: the middle of what is left of the possible hours, or one of them."""
    clock = world.program.scenario.clock
    step = clock.hours_per_turn
    hours = [
        clock.horizon_hours + extra * step
        for extra in range(clock.hidden_end_hours // step + 1)
        if clock.horizon_hours + extra * step > world.hour
    ] or [world.hour + step]
    if draws is None or len(hours) == 1:
        world.number("end_hour")[:] = hours[(len(hours) - 1) // 2]
        return
    drawn = draws.pick(("imagined end",), [1.0] * len(hours))
    world.number("end_hour")[:] = np.array(hours, dtype=np.float64)[drawn]


def _one_of(weights: F64 | Sequence[F64], draws: Chance | None, name: tuple[str, ...]) -> I32:
    """A row of the weights in each game: drawn by its share, or the heaviest, the first of equals."""
    if draws is not None:
        return draws.pick(name, weights)
    best = np.zeros(np.shape(weights[0]), dtype=np.int32)
    most = np.array(weights[0], dtype=np.float64)
    for index, row in enumerate(weights[1:], start=1):
        best = np.where(row > most, np.int32(index), best)
        most = np.maximum(most, row)
    return best

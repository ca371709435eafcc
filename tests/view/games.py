"""Games of the shipped scenarios, played on by chance, for testing views of them."""

from functools import cache

import numpy as np

from game.engine.events import Event
from game.engine.observe import Observation, observe
from game.engine.program import Program, compile_scenario
from game.engine.turn import next_turn, open_games, resolve
from game.engine.world import World
from game.loading import find_scenario, load, shipped_scenarios
from game.model.ids import ActorId
from game.players import player

ALONE = np.zeros(1, dtype=np.intp)


@cache
def programs() -> tuple[Program, ...]:
    """Every shipped scenario in every combination of its variants."""
    documents = [load(find_scenario(scenario)) for scenario in shipped_scenarios()]
    return tuple(compile_scenario(d.scenario(variant)) for d in documents for variant in d.combinations())


def named(program: Program) -> str:
    """What a test of that scenario and reading is called."""
    return "+".join([program.scenario.id, *program.scenario.variant])


def worlds(program: Program, seed: int, turns: int = 30) -> list[World]:
    """A game that random players play: how it stood each time somebody had to order."""
    world = World.start(program, seed, record=True)
    open_games(world)
    players = {actor: player("random", program, seed) for actor in program.played}
    found = [world]
    for _ in range(turns):
        world = world.only(ALONE)
        resolve(world, {actor: players[actor].choose(observe(world, actor)) for actor in program.played})
        if world.over[0]:
            break
        next_turn(world)
        found.append(world)
    return found


def seen(world: World, actor: ActorId) -> tuple[Event, ...]:
    """What an actor saw happen."""
    assert world.recorder is not None
    return tuple(event for event in world.recorder.events(0) if event.visible_to(actor))


def look(found: list[World], actor: ActorId, at: int = -1) -> tuple[Observation, list[Observation]]:
    """What an actor observes at one of the moments of a game, and what it observed before."""
    until = len(found) + at if at < 0 else at
    return observe(found[until], actor), [observe(world, actor) for world in found[:until]]

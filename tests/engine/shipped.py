"""Every shipped scenario in every combination of its variants, compiled once, and ways to play it through."""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

import numpy as np

from game.engine.arrays import F64, I32, I64
from game.engine.chance import Dice
from game.engine.digest import state_digests
from game.engine.observe import Observation, observe
from game.engine.orders import REPLIES, BatchOrders
from game.engine.program import Program, compile_scenario
from game.engine.turn import next_turn, open_games, resolve
from game.engine.world import World
from game.loading import load, scenario_path, shipped_scenarios
from game.model.ids import ActorId, AssumptionId
from game.players import Player, player

Choose = Callable[[Observation], BatchOrders]


@lru_cache(maxsize=1)
def programs() -> tuple[Program, ...]:
    """All of them."""
    found = []
    for name in shipped_scenarios():
        path = scenario_path(name)
        assert path is not None
        document = load(path)
        found += [compile_scenario(document.scenario(chosen)) for chosen in document.combinations()]
    return tuple(found)


def named(program: Program) -> str:
    """What a test calls a program."""
    return "+".join((program.scenario.id, *program.scenario.variant))


def flagship() -> Program:
    """The flagship as it is usually played."""
    return next(
        program
        for program in programs()
        if (program.scenario.id, program.scenario.variant) == ("three_tiers_72h", ("conditional",))
    )


def all_play(program: Program, name: str, seed: int = 7) -> dict[ActorId, Choose]:
    """The same computer player in every seat; `doctrine` for each seat's own."""
    hands: dict[ActorId, Choose] = {}
    for actor in program.played:
        doctrine = str(program.scenario.actors[actor].doctrine)
        seat: Player = player(doctrine if name == "doctrine" else name, program, seed)
        hands[actor] = seat.choose
    return hands


def anything(rng: np.random.Generator, slots: int | None = None) -> Choose:
    """Orders of any kind, legal and illegal: moves, contingent ones, claims, rules of engagement, offers."""

    def choose(seen: Observation) -> BatchOrders:
        scenario, mine = seen.program.scenario, seen.program.moves_of[seen.actor]
        orders = BatchOrders.none(seen.program, seen.count, slots or 0)
        if not mine:
            return orders

        def some(low: int, high: int) -> I32:
            return rng.integers(low, high, seen.count).astype(np.int32)

        def move() -> I32:
            row = some(-1, len(mine))
            for game in range(seen.count):
                able = np.flatnonzero(seen.legal()[:, game])
                if len(able) and rng.random() < 0.9:
                    row[game] = rng.choice(able)
            return np.where(row >= 0, row + mine[0].index, -1).astype(np.int32)

        for slot in range(len(orders.moves)):
            orders.moves[slot] = move()
        questions, claims = len(scenario.contingencies), len(scenario.claims)
        orders.contingency[:] = some(-2, questions) if questions else -1
        orders.contingency[orders.contingency < 0] = -1
        orders.then[:], orders.otherwise[:] = move(), move()
        orders.engagement[:] = some(-1, 3)
        if claims and scenario.incidents:
            orders.incident[:], orders.claim[:] = some(0, len(scenario.incidents)), some(-1, claims)
        if scenario.deals:
            orders.deal[:], orders.first[:] = some(-2, len(scenario.deals)), some(-1, len(scenario.actors))
            for place in range(len(scenario.deals)):
                orders.replies[place] = some(-1, len(REPLIES))
            for place in range(len(orders.levels)):
                orders.levels[place] = some(-1, 4) if rng.random() < 0.1 else some(0, 2)
        return orders

    return choose


def start(
    program: Program, games: I64, values: Mapping[AssumptionId, float | F64] | None = None, seed: int = 3
) -> World:
    """Games at their first orders, with dice that allow no address twice."""
    world = World.start(program, seed, games, values, chance=Dice(seed, games, strict=True))
    open_games(world)
    return world


def play_on(world: World, hands: Mapping[ActorId, Choose]) -> Iterator[World]:
    """Play to the end; yields the world after each turn, with the games that ended in it."""
    while True:
        resolve(world, {actor: choose(observe(world, actor)) for actor, choose in hands.items()})
        yield world
        if world.over.all():
            return
        world = world.only(np.flatnonzero(~world.over))
        next_turn(world)


def digests(world: World, hands: Mapping[ActorId, Choose]) -> dict[int, bytes]:
    """The end state of each game, by its number."""
    found: dict[int, bytes] = {}
    for played in play_on(world, hands):
        ended = played.only(np.flatnonzero(played.over))
        found.update(zip(ended.games.tolist(), state_digests(ended), strict=True))
    return found


def spread_values(program: Program, games: int, seed: int = 5) -> dict[AssumptionId, F64]:
    """A column for each assumption, anywhere in its range."""
    rng = np.random.default_rng(seed)
    return {a.id: rng.uniform(a.low, a.high, games) for a in program.scenario.assumptions.values()}

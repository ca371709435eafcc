"""Non-interference: changing what an actor may not see changes neither what it is given nor what it does.

Issue 2, "Must hold", over every shipped scenario and variant; and a scenario that leaks, to see that this
test would notice.
"""

import re
from collections.abc import Callable, Iterator

import attrs
import numpy as np
import pytest

from game.engine.arrays import F64, I64
from game.engine.events import Event, EventKind
from game.engine.layout import NEVER, Row
from game.engine.moves import Move
from game.engine.observe import Hidden, observe
from game.engine.orders import BatchOrders
from game.engine.program import Program, compile_scenario
from game.engine.turn import next_turn, open_games, resolve
from game.engine.world import World
from game.model.ids import ActorId
from tests.engine.shipped import Choose, all_play, anything, flagship, named, play_on, programs, start
from tests.rulebook.clauses import clause

GAMES = np.arange(6, dtype=np.int64)
TURNS = (1, 2, 4, 6, 9, 13)


def worlds(program: Program, turns: tuple[int, ...] = TURNS) -> list[World]:
    """Situations from the start, the middle and the end of games in which anything is done."""
    found = []
    rng = np.random.default_rng(11)
    world = start(program, GAMES)
    if 1 in turns:
        found.append(world.only(np.arange(world.count)))
    for played in play_on(world, dict.fromkeys(program.played, anything(rng))):
        if played.turn + 1 in turns and not played.over.all():
            found.append(played.only(np.flatnonzero(~played.over)))
            next_turn(found[-1])
    return found


def hidden_rows(program: Program, actor: ActorId) -> tuple[list[Row], list[Row]]:
    layout = program.layout
    tables = (layout.numbers, layout.whole)
    one, other = ([row for row in t.values() if not layout.seen_by(row.name, actor)] for t in tables)
    return one, other


def plausible_number(program: Program, row: Row, games: int, rng: np.random.Generator) -> F64:
    scenario = program.scenario
    match row.name[0]:
        case "track":
            track = scenario.tracks[row.name[2]]  # type: ignore[index]  # ids are strings at run time
            return rng.uniform(track.low, track.high, games)
        case "belief":
            return rng.uniform(1e-12, 1, games)
        case "credibility":
            return rng.uniform(-4.6, 4.6, games)
        case "ready_at" | "lapses_at" | "arrives" | "due":
            return np.where(rng.random(games) < 0.5, NEVER, rng.integers(0, 90, games))
        case _:
            return rng.uniform(0, 100, games)


def plausible_whole(program: Program, row: Row, games: int, rng: np.random.Generator) -> I64:
    low, high = {
        "until": (-1, 120), "did_at": (-1, 80), "times": (0, 9), "read": (0, max(len(program.rungs), 1)),
        "cause": (0, len(program.scenario.causes)), "knows": (-1, len(program.scenario.causes)),
        "type": (-1, 2), "aim": (0, 2), "roe": (0, 3), "commitment": (0, 6), "fronts": (0, 4),
    }.get(row.name[0], (-1, 3))  # fmt: skip
    return rng.integers(low, high, games)


def perturbed(world: World, actor: ActorId, seed: int) -> World:
    """The same situation for that actor, with everything else about the world made up anew."""
    rng = np.random.default_rng(seed)
    other = world.only(np.arange(world.count))
    numbers, whole = hidden_rows(world.program, actor)
    for row in numbers:
        other.number_table[row.index] = plausible_number(world.program, row, world.count, rng)
    for row in whole:
        other.whole_table[row.index] = plausible_whole(world.program, row, world.count, rng)
    return other


def same_orders(one: BatchOrders, other: BatchOrders) -> bool:
    return all(
        np.array_equal(getattr(one, f.name), getattr(other, f.name)) for f in attrs.fields(BatchOrders)
    )


def differences(world: World, actor: ActorId, seed: int, players: dict[str, Choose]) -> list[str]:
    """What an actor could tell from, between a world and the same world with its hidden rows changed."""
    before, after = observe(world, actor), observe(perturbed(world, actor, seed), actor)
    found = []
    if before.as_bytes() != after.as_bytes():
        found.append("observation")
    if not np.array_equal(before.legal(), after.legal()):
        found.append("legal moves")
    for move in world.program.moves_of[actor]:
        if any(before.why_not(move, game) != after.why_not(move, game) for game in range(world.count)):
            found.append(f"reasons of {move.name}")
    for name, choose in players.items():
        if not same_orders(choose(before), choose(after)):
            found.append(f"decisions of {name}")
    return found


@clause("24.1")
@pytest.mark.parametrize("program", programs(), ids=named)
def test_what_an_actor_cannot_see_changes_nothing_for_it(program: Program) -> None:
    names = ("random", *program.scenario.doctrines)
    hands = {name: all_play(program, name) for name in names}
    for world in worlds(program):
        for actor in program.played:
            mine = {name: hands[name][actor] for name in names}
            for seed in range(2):
                assert differences(world, actor, seed, mine) == [], (actor, world.turn)


def test_something_is_hidden_and_something_changed() -> None:
    program = flagship()
    (world,) = worlds(program, (4,))
    for actor in program.played:
        numbers, whole = hidden_rows(program, actor)
        assert len(numbers) + len(whole) > 50
        other = perturbed(world, actor, 0)
        assert not np.array_equal(other.number_table, world.number_table)
        assert not np.array_equal(other.whole_table, world.whole_table)


def test_a_requirement_that_leaks_is_noticed() -> None:
    """Ukraine may strike only while Russia's rules of engagement, which are Russia's secret, are normal."""
    scenario = flagship().scenario
    accused, other = (ActorId(a) for a in ("russia", "ukraine"))
    condition = registered("engagement_is")(rules=scenario.rules_of_engagement.start, actor=accused)  # type: ignore[union-attr]
    action = next(a for a in scenario.actions.values() if other in a.by)
    leaking = attrs.evolve(action, requires=(condition,))
    program = compile_scenario(attrs.evolve(scenario, actions={**scenario.actions, action.id: leaking}))
    (world,) = worlds(program, (1,))
    found = [d for seed in range(4) for d in differences(world, other, seed, {})]
    assert {"observation", "legal moves"} <= set(found)
    assert any(action.id in difference for difference in found)


def registered(word: str) -> type:
    from game.engine.registry import conditions

    return conditions()[word]


@clause("24.2")
@pytest.mark.parametrize("program", programs(), ids=named)
def test_an_observation_raises_on_what_it_was_not_given_and_cannot_be_written_to(program: Program) -> None:
    world = start(program, GAMES)
    for actor in program.played:
        seen = observe(world, actor)
        numbers, whole = hidden_rows(program, actor)
        for row in (*numbers, *whole):
            assert not seen.can_see(*row.name)
            with pytest.raises(Hidden):
                seen.number(*row.name)
        for name in seen.names():
            with pytest.raises(ValueError, match="read-only"):
                seen.number(*name)[0] = 0
        with pytest.raises(ValueError, match="read-only"):
            seen.legal()[:] = True


@pytest.mark.parametrize("program", programs(), ids=named)
def test_a_settled_observation_stays_as_it_is(program: Program) -> None:
    world = start(program, GAMES)
    actor = program.played[0]
    settled = observe(world, actor).settled()
    before = settled.as_bytes()
    for _ in zip(range(2), play_on(world, all_play(program, "random")), strict=False):
        pass
    assert settled.as_bytes() == before


@clause("24.4")
@pytest.mark.parametrize("program", programs(), ids=named)
def test_no_event_names_a_move_to_somebody_who_does_not_see_it(program: Program) -> None:
    world = World.start(program, 5, np.arange(8), record=True)
    open_games(world)
    hands = dict.fromkeys(program.played, anything(np.random.default_rng(5)))
    secret, said = 0, 0
    for played in play_on(world, hands):
        assert played.recorder is not None
        for column in np.flatnonzero(played.over).tolist():
            for event in played.recorder.events(column):
                for name in (event.subject, event.cause):
                    if program.has_move(name):
                        seen_by = program.move(name).seen_by
                        audience = program.actors if event.seen_by is None else event.seen_by
                        assert seen_by is None or set(audience) <= seen_by, event
                        secret += seen_by is not None
                said += 1
    assert said > 0
    assert secret > 0 or all(move.seen_by is None for move in program.moves)


# --- across a turn: what a secret move leaves behind for those who do not see it ---

EVIDENCE = {"belief", "seen", "evidence", "member", "members", "coalition"}
"""Evidence that reaches others moves beliefs, and with them who goes along with a coalition."""
EXPOSURE = {
    "belief",
    "exposed",
    "inquiry",
    "member",
    "members",
    "coalition",
    "support",
    "claim",
    "wrong_claims",
}
"""A hand that is found out, and claims that are wrong by that light."""
FOOTPRINTS: dict[str, set[str]] = {
    "HastenEvidence": EVIDENCE,
    "Release": EVIDENCE,
    "Expose": EXPOSURE,
    "StageIncident": {"happened", "incident", "cohesion", "standing", "talks"} | EVIDENCE | EXPOSURE,
}
"""What effects are documented to bring about for all to see, whoever ordered them: words of rows, of events,
and tracks. Beyond this a secret move may move the tracks that its own effects on tracks name."""
SAMPLED = (1, 3, 6)


def footprint(move: Move) -> set[str]:
    """What others may notice of a secret move."""
    found = set(re.findall(r"track='(\w+)'", str(move.action.effects)))
    for effect in move.action.effects:
        found |= FOOTPRINTS.get(type(effect).__name__, set())
    return found


def word_of(name: tuple[str, ...]) -> str:
    """The word that an allow-list knows a row by: its track, or what sort of row it is."""
    return name[2] if name[0] == "track" else name[0]


def after_turn(world: World, orders: dict[ActorId, BatchOrders]) -> World:
    """A copy of a world, a turn later, in which nobody does anything else."""
    copy = world.only(np.arange(world.count))
    resolve(copy, orders)
    next_turn(copy)
    return copy


def heard(world: World, actor: ActorId, since: int) -> Iterator[list[Event]]:
    """What an actor was told in each game in the turns from `since`, but for tracks, which rows tell of."""
    assert world.recorder is not None
    for column in range(world.count):
        events = world.recorder.events(column)
        yield [
            event
            for event in events
            if event.turn >= since and event.visible_to(actor) and event.kind is not EventKind.TRACK
        ]


def noticed(still: World, moved: World, actor: ActorId, since: int) -> set[str]:
    """The words of what an actor sees otherwise in one world than in the other."""
    one, other = observe(still, actor), observe(moved, actor)
    found: set[str] = set()
    for name in one.names():
        read = "number" if name in still.program.layout.numbers else "whole"
        if not np.array_equal(getattr(one, read)(*name), getattr(other, read)(*name)):
            found.add(word_of(name))
    for before, after in zip(heard(still, actor, since), heard(moved, actor, since), strict=True):
        if before != after:
            found |= {event.kind.value for event in set(before) ^ set(after)} or {"order of events"}
    return found


def leaks(program: Program, allowed: Callable[[Move], set[str]]) -> tuple[int, set[tuple[str, str]]]:
    """How many secret moves were tried, and what others noticed of them beyond what is allowed."""
    world = World.start(program, 3, np.arange(4), record=True)
    open_games(world)
    hands = dict.fromkeys(program.played, anything(np.random.default_rng(3)))
    tried, found = 0, set()
    while True:
        if world.turn in SAMPLED:
            idle = {actor: BatchOrders.none(program, world.count) for actor in program.played}
            still = after_turn(world, idle)
            for actor in program.played:
                legal = observe(world, actor).legal()
                for place, move in enumerate(program.moves_of[actor]):
                    if move.seen_by is None or not legal[place].any():
                        continue
                    orders = BatchOrders.none(program, world.count)
                    orders.moves[0] = np.where(legal[place], move.index, -1)
                    moved = after_turn(world, {**idle, actor: orders})
                    tried += 1
                    for other in program.played:
                        if other not in move.seen_by:
                            words = noticed(still, moved, other, world.turn) - allowed(move)
                            found |= {(move.name, word) for word in words}
        if world.turn >= max(SAMPLED):
            return tried, found
        resolve(world, {actor: choose(observe(world, actor)) for actor, choose in hands.items()})
        world = world.only(np.flatnonzero(~world.over))
        if not world.count:
            return tried, found
        next_turn(world)


def base_readings() -> list[Program]:
    """One reading of each scenario that has secret moves."""
    first = {program.scenario.id: program for program in reversed(programs())}
    return [p for p in first.values() if any(move.seen_by is not None for move in p.moves)]


@clause("24.1", "24.4")
@pytest.mark.parametrize("program", base_readings(), ids=named)
def test_a_secret_move_leaves_nothing_behind_but_what_is_documented(program: Program) -> None:
    tried, found = leaks(program, footprint)
    assert tried > 0
    assert found == set()


def test_what_a_secret_move_leaves_behind_is_noticed() -> None:
    _, found = leaks(flagship(), lambda move: set())
    assert {word for _, word in found} >= {"talks", "cohesion", "belief", "happened", "incident", "evidence"}

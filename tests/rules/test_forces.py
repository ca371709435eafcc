"""Movement over links, gates, readiness and reach, against what can be counted on one's fingers."""

import itertools
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.engine.digest import state_digests
from game.engine.events import EventKind
from game.engine.layout import NEVER
from game.engine.observe import observe
from game.engine.program import Program
from game.engine.reach import in_reach, presence
from game.engine.roads import NO_WAY, force_rows, roads_of
from game.model.forces import Domain
from game.model.ids import ActorId, RegionId
from tests.rules.by_hand import TWO_ACTORS, WAIT, Table, program
from tests.rules.theatre import CLOSED, GAME

PLACES = ("port", "pass", "town", "isle")


def place(table: Table, force: str = "first") -> str:
    return PLACES[table.whole("place", force)]


def under_way(table: Table, force: str = "first") -> bool:
    return table.whole("heading", force) >= 0


def reached_after(table: Table, force: str, to: str) -> int:
    """The first hour at whose turn the force stands in a place; nobody does anything meanwhile."""
    while place(table, force) != to or under_way(table, force):
        table.turn()
    return table.world.hour


# --- ways ---


def test_quickest_ways_by_hand() -> None:
    roads = roads_of(program(GAME))
    land, sea = roads.routes(Domain.LAND), roads.routes(Domain.SEA)
    port, pass_, town, isle = range(4)
    assert (land.hours[port, town], land.onward[port, town]) == (9, pass_)
    assert (land.hours[town, port], land.onward[town, port]) == (9, pass_)
    assert (land.hours[port, isle], land.onward[port, isle]) == (NO_WAY, -1)
    assert (sea.hours[port, isle], sea.hours[port, town]) == (10, NO_WAY)
    shut = roads.routes(Domain.LAND, 1 << roads.gates.index("bridge"))
    assert (shut.hours[port, town], shut.onward[port, town]) == (20, town)


@st.composite
def maps(draw: st.DrawFn) -> list[tuple[int, int, int]]:
    pairs = list(itertools.combinations(range(6), 2))
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=12))
    return [(one, other, draw(st.integers(1, 9))) for one, other in chosen]


def of_map(links: list[tuple[int, int, int]]) -> Program:
    regions = "".join(f'  p{n}: {{name: "P {n}"}}\n' for n in range(6))
    ways = "".join(f"  - {{between: [p{a}, p{b}], hours: {{land: {h}}}}}\n" for a, b, h in links)
    return program(
        TWO_ACTORS, "actions:" + WAIT, f"regions:\n{regions}" + (f"links:\n{ways}" if ways else "")
    )


@settings(max_examples=15, deadline=None, derandomize=True)
@given(maps())
def test_no_way_is_quicker_than_the_one_that_is_found(links: list[tuple[int, int, int]]) -> None:
    routes = roads_of(of_map(links)).routes(Domain.LAND)
    legs = {(a, b): h for one, other, h in links for a, b, h in ((one, other, h), (other, one, h))}
    best = {(a, a): 0 for a in range(6)}
    for _ in range(6):
        for (a, b), hours in list(best.items()):
            for (c, d), leg in legs.items():
                if b == c and best.get((a, d), 999) > hours + leg:
                    best[a, d] = hours + leg
    for a, b in itertools.product(range(6), repeat=2):
        assert routes.hours[a, b] == best.get((a, b), NO_WAY)
        here, spent = a, 0
        while here != b and routes.onward[here, b] >= 0:
            spent += legs[here, int(routes.onward[here, b])]
            here = int(routes.onward[here, b])
        assert (here, spent) == ((b, best[a, b]) if (a, b) in best else (a, 0))


def test_rows_of_all_forces_lie_together() -> None:
    table = Table(GAME)
    for word in ("strength", "readiness", "next_at"):
        block = table.world.number_table[force_rows(table.program, word)]
        for row, force in zip(block, table.program.scenario.forces, strict=True):
            assert np.shares_memory(row, table.world.number(word, force))
    for word in ("place", "going", "heading"):
        whole = table.world.whole_table[force_rows(table.program, word)]
        for row, force in zip(whole, table.program.scenario.forces, strict=True):
            assert np.shares_memory(row, table.world.whole(word, force))


# --- movement ---


def test_transit_takes_its_hours_over_several_turns() -> None:
    table = Table(GAME)
    table.turn(red="go")
    assert (place(table), under_way(table), table.number("next_at", "first")) == ("pass", True, 9.0)
    table.turn()
    assert (place(table), under_way(table), table.whole("going", "first")) == ("town", False, -1)
    assert table.number("next_at", "first") == NEVER


def test_several_links_may_fit_in_one_turn() -> None:
    table = Table(GAME.replace("hours_per_turn: 6", "hours_per_turn: 12"))
    table.turn(red="go")
    assert (place(table), under_way(table)) == ("town", False)


def test_the_pace_multiplies_all_hours() -> None:
    slow = Table(GAME.replace("force_rules:", "force_rules:\n  pace: 2"))
    slow.turn(red="go")
    assert (place(slow), slow.number("next_at", "first")) == ("port", 8.0)
    assert reached_after(slow, "first", "town") == 18


def test_the_pace_may_differ_from_game_to_game() -> None:
    table = Table(
        GAME.replace(
            "force_rules:",
            "assumptions: {pace: {value: 1, low: 0.5, high: 2, unit: factor, grade: D, invented: x}}\n"
            "force_rules:\n  pace: {assumption: pace}",
        ),
        games=3,
        values={"pace": np.array([0.5, 1.0, 2.0])},
    )
    table.turn(red="go")
    assert table.world.whole("place", "first").tolist() == [2, 1, 0]


def test_a_closed_gate_is_gone_around_where_there_is_another_way() -> None:
    table = Table(GAME)
    table.turn(blue="heat")
    table.turn(red="go")
    assert (place(table), table.number("next_at", "first")) == ("port", 26.0)
    assert reached_after(table, "first", "town") == 30


def test_a_gate_that_closes_on_the_way_makes_a_force_turn_back_or_wait() -> None:
    table = Table(GAME)
    table.resolve(red="go", blue="heat")
    table.go_on()
    assert (place(table), table.number("next_at", "first")) == ("pass", 8.0), "back to port, and straight on"
    narrow = Table(GAME.replace("hours: {land: 20, air: 4}", "hours: {air: 4}"))
    narrow.turn(red="go", blue="heat")
    assert (place(narrow), under_way(narrow), narrow.whole("going", "first")) == ("pass", False, 2)
    narrow.turn()
    assert place(narrow) == "pass", "it waits"
    narrow.turn(blue="cool")
    assert (under_way(narrow), narrow.number("next_at", "first")) == (True, 23.0), "leaves at hour 18"
    said = [event.text for event in narrow.events(EventKind.FORCE)]
    assert sum("waits in Pass" in text for text in said) == 1


def test_a_gate_is_closed_to_all_while_its_conditions_hold() -> None:
    table = Table(GAME)
    table.turn(red="sail")
    assert under_way(table, "ships")
    late = Table(GAME)
    late.turns(4)
    late.turn(red="sail")
    assert (place(late, "ships"), under_way(late, "ships")) == ("port", False)


def test_a_member_keeps_its_gate_shut_to_its_own_coalition_until_it_joins() -> None:
    member = '{name: "One", proof: 1, controls: [straits]}'
    game = GAME.replace(
        'red: {name: "Red"}', f'red: {{name: "Red", coalition: {{members: {{one: {member}}}}}}}'
    ).replace("    straits: [{hour_at_least: {hour: 24}}]\n", "")
    table = Table(game, games=2)
    table.world.whole("member", "red", "one")[:] = (0, 1)
    table.resolve(red="sail")
    assert table.world.whole("heading", "ships").tolist() == [-1, 3]


def test_changing_destination_turns_at_the_end_of_the_link() -> None:
    table = Table(GAME)
    table.turn(red="go")
    table.turn(red="back")
    assert (place(table), under_way(table), table.number("next_at", "first")) == ("town", True, 14.0), (
        "it was on its way to town until hour 9, and turns there"
    )
    assert reached_after(table, "first", "port") == 18


def test_a_halt_takes_effect_at_the_end_of_the_link() -> None:
    table = Table(GAME.replace("hours_per_turn: 6", "hours_per_turn: 2"))
    table.turn(red="go")
    table.turn(red="stop")
    assert (place(table), under_way(table), table.whole("going", "first")) == ("pass", False, -1)
    table.turns(4)
    assert place(table) == "pass"


def test_a_force_that_is_gone_or_whose_member_has_not_joined_goes_nowhere() -> None:
    gone = Table(GAME)
    gone.world.number("strength", "first")[:] = 0
    gone.turn(red="go")
    assert gone.whole("going", "first") == -1
    game = GAME.replace(
        'red: {name: "Red"}', 'red: {name: "Red", coalition: {members: {one: {name: "One", proof: 1}}}}'
    ).replace("type: brigade, region: port", "member: one, type: brigade, region: port")
    lent = Table(game, games=2)
    lent.world.whole("member", "red", "one")[:] = (0, 1)
    lent.resolve(red="go")
    assert lent.world.whole("going", "first").tolist() == [-1, 2]


def test_an_order_to_stay_where_it_stands_changes_nothing() -> None:
    table = Table(GAME)
    table.turn(red="back")
    assert (place(table), table.whole("going", "first"), table.number("next_at", "first")) == (
        "port",
        -1,
        NEVER,
    )


# --- readiness ---


def test_readiness_is_spent_on_each_link_and_comes_back() -> None:
    table = Table(GAME.replace(CLOSED, CLOSED + "  spent_moving: 0.2\n  recovers_per_day: 0.2\n"))
    table.turn(red="go")
    assert table.number("readiness", "first") == pytest.approx(0.8), (
        "one link done, and none recovered on the road"
    )
    table.turn()
    assert table.number("readiness", "first") == pytest.approx(0.6)
    table.turns(4)
    assert table.number("readiness", "first") == pytest.approx(0.8), "0.2 in a day at rest"
    table.world.number("readiness", "first")[:] = 0.99
    table.turn()
    assert table.number("readiness", "first") == 1.0


def test_readiness_and_strength_can_be_raised() -> None:
    table = Table(GAME.replace(CLOSED, CLOSED + "  recovers_per_day: 0\n"))
    table.turn(red="tire")
    assert table.number("readiness", "first") == 0.25
    table.turn(red=("drill", "recruit"))
    assert (table.number("readiness", "first"), table.number("strength", "first")) == (0.5, 5.5)
    for _ in range(3):
        table.turn(red="drill")
    assert table.number("readiness", "first") == 1.0


# --- reach and presence ---

REACH = GAME.replace(
    "forces:\n",
    """forces:
  wing: {name: "Wing", owner: blue, type: squadron, region: town, strength: 3, readiness: 0.5}
  tubes: {name: "Tubes", owner: blue, type: rockets, region: isle, strength: 5}
""",
)


def reached(table: Table, who: str, where: str, **filters: object) -> float:
    return float(in_reach(table.world, who, RegionId(where), **filters)[0])  # type: ignore[arg-type]


def test_who_reaches_what() -> None:
    table = Table(REACH)
    assert [reached(table, "blue", where, domain=Domain.AIR) for where in PLACES] == [1.5, 1.5, 1.5, 0.0]
    assert [reached(table, "blue", where, domain=Domain.LAND) for where in PLACES] == [5.0, 5.0, 7.0, 5.0]
    assert reached(table, "red", "port") == 6.0, "the arsenal is no force that fights"
    assert reached(table, "blue", "port", domain=Domain.AIR, now=False) == 3.0
    assert reached(table, "red", "town") == 0.0
    assert reached(table, "red", "town", within_hours=8) == 0.0
    assert reached(table, "red", "town", within_hours=9) == 4.0


def test_presence_counts_what_stands_there_ready_or_not() -> None:
    table = Table(REACH)
    table.world.number("readiness", "guard")[:] = 0
    assert presence(table.world, "blue", RegionId("town"))[0] == 5.0
    assert presence(table.world, "red", RegionId("port"))[0] == 6.0
    table.turn(red="go")
    assert presence(table.world, "red", RegionId("pass"))[0] == 0.0, "it only passes"
    table.turn()
    assert presence(table.world, "red", RegionId("town"))[0] == 4.0


def test_an_observer_reckons_with_what_it_sees() -> None:
    table = Table(REACH.replace("strength: 5}", "strength: 5, seen_by: owner}"))
    town = RegionId("town")
    mine, theirs = (observe(table.world, ActorId(actor)) for actor in ("blue", "red"))
    assert in_reach(mine, "blue", town).tolist() == in_reach(table.world, "blue", town).tolist() == [8.5]
    assert in_reach(theirs, "blue", town).tolist() == [3.5]
    assert presence(theirs, "blue", RegionId("isle")).tolist() == [0.0]


# --- secrecy, batches ---


@pytest.mark.parametrize("seen_by", ["owner", "nobody"])
def test_a_secret_force_moves_without_a_trace(seen_by: str) -> None:
    game = GAME.replace(
        "region: port, strength: 4}", f"region: port, strength: 4, seen_by: {seen_by}}}"
    ).replace("kind: movement, by: [red]", "kind: movement, seen_by: self, by: [red]")
    moved, stayed = Table(game), Table(game)
    for table, order in ((moved, ("go", "wait")), (stayed, ("wait",))):
        table.turn(red=order)
        table.turns(2)
    assert place(moved) != place(stayed)
    assert moved.sees("blue").as_bytes() == stayed.sees("blue").as_bytes()
    for event in moved.events(EventKind.FORCE):
        assert not event.visible_to("blue")


def test_a_move_is_the_same_alone_and_in_a_batch() -> None:
    def play(games: int, change: Callable[[Table], None]) -> list[bytes]:
        table = Table(GAME, games=games)
        change(table)
        for order in ("go", "wait", "back", "wait"):
            table.turn(red=order)
        return state_digests(table.world)

    def every_other(table: Table) -> None:
        table.world.number("track", "world", "heat")[1::2] = 60.0

    together = play(9, every_other)
    assert together[0] == play(1, every_other)[0]
    assert len(set(together)) == 2

"""Section 16: forces on the map. The numbers are checked in tests/rules/test_forces.py and test_combat.py."""

import math

import pytest

from game.engine.events import EventKind
from game.engine.reach import in_reach, presence
from game.model.forces import Domain
from game.model.ids import RegionId
from tests.rulebook.clauses import clause
from tests.rules.by_hand import TWO_ACTORS, Table
from tests.rules.theatre import MAP

FORCES = """
forces:
  first: {name: "First", owner: red, type: brigade, region: port, strength: 8}
  wing: {name: "Wing", owner: red, type: squadron, region: port, strength: 3}
  tubes: {name: "Tubes", owner: red, type: rockets, region: port, strength: 2}
  vault: {name: "Vault", owner: red, type: arsenal, region: port, strength: 50}
  guard: {name: "Guard", owner: blue, type: brigade, region: town, strength: 4}
  shield: {name: "Shield", owner: blue, type: battery, region: town, strength: 1}
  fleet: {name: "Fleet", owner: blue, type: fleet, region: isle, strength: 1}
"""
RULES = """
force_rules:
  pace: 1
  recovers_per_day: 0.4
  spent_moving: 0.1
  spent_fighting: 0.2
  exchange:
    table:
      - {ratio: 0.5, attacker_loses: 0.3, defender_loses: 0.1}
      - {ratio: 2, attacker_loses: 0.2, defender_loses: 0.4}
    wear: [{track: war_cost, per_unit: 10}]
  closed:
    bridge: [{track_at_least: {actor: world, track: heat, level: 50}}]
    straits: [{hour_at_least: {hour: 999}}]
"""
ACTIONS = """
actions:
  wait: {name: "Wait", kind: inaction}
  go: {name: "Go", kind: movement, by: [red], effects: [{move_force: {force: first, to: town}}]}
  stop: {name: "Stop", kind: movement, by: [red], effects: [{halt_force: {force: first}}]}
  back: {name: "Back", kind: movement, by: [red], effects: [{move_force: {force: first, to: port}}]}
  heat: {name: "Heat", kind: signal, effects: [{change_track: {track: heat, by: 60}}]}
  cool: {name: "Cool", kind: signal, effects: [{change_track: {track: heat, by: -60}}]}
  fight:
    name: "Fight"
    kind: force
    target: {others: true}
    effects: [{battle: {region: town, domain: land}}]
  raid:
    name: "Raid"
    kind: force
    by: [red]
    target: {others: true}
    effects: [{strike: {region: town, domain: air}}]
  fire:
    name: "Fire"
    kind: force
    by: [red]
    target: {others: true}
    effects: [{strike: {region: town, type: rockets}}]
  raise: {name: "Raise", kind: preparation, by: [blue], effects: [{reinforce_force: {force: guard, by: 2}}]}
"""
GAME = TWO_ACTORS + MAP + FORCES + RULES + ACTIONS
PORT, PASS, TOWN = (RegionId(name) for name in ("port", "pass", "town"))


def stands(table: Table, force: str = "first") -> str | None:
    """The place where a force stands; nowhere on the road."""
    on_the_road = table.whole("heading", force) >= 0
    return None if on_the_road else ("port", "pass", "town", "isle")[table.whole("place", force)]


def arrived(table: Table) -> Table:
    """The same, with the brigade of Red in town and nobody tired."""
    table.turn(red="go")
    table.turn()
    table.world.number("readiness", "first")[:] = 1.0
    return table


@clause("16.1", "16.2")
def test_a_force_takes_the_quickest_way_and_its_hours() -> None:
    table = Table(GAME)
    table.turn(red="go")
    assert (table.whole("place", "first"), table.number("next_at", "first")) == (1, 9.0), "by way of the pass"
    table.turn()
    assert (stands(table), table.world.hour) == ("town", 12)
    slow = Table(GAME.replace("pace: 1", "pace: 2"))
    slow.turn(red="go")
    slow.turns(2)
    assert (stands(slow), slow.world.hour) == ("town", 18)
    long = Table(GAME.replace("hours_per_turn: 6", "hours_per_turn: 12"))
    long.turn(red="go")
    assert stands(long) == "town"


@clause("16.3")
def test_a_force_on_the_road_counts_nowhere() -> None:
    table = Table(GAME)
    table.turn(red="go")
    assert stands(table) is None
    for place in (PORT, PASS, TOWN):
        assert presence(table.world, "red", place, domain=Domain.LAND)[0] == (2 if place == PORT else 0)
        assert in_reach(table.world, "red", place, kind=None, domain=Domain.LAND)[0] == 2, "the rockets"
    table.resolve(blue="fight/red")
    assert table.number("strength", "first") == 8


@clause("16.4")
def test_new_orders_take_effect_at_the_end_of_the_link() -> None:
    halted, turned = Table(GAME), Table(GAME)
    for table, order in ((halted, "stop"), (turned, "back")):
        table.turn(red="go")
        table.turn(red=order)
    assert stands(halted) == "town", "the link it was on ends there"
    assert (stands(turned), turned.number("next_at", "first")) == (None, 14.0)


@clause("16.5", "16.6")
def test_gates_close_and_are_gone_around_or_waited_at() -> None:
    member = 'coalition: {members: {one: {name: "One", proof: 1, controls: [bridge]}}}'
    around = Table(GAME)
    around.turn(blue="heat")
    around.turn(red="go")
    assert (stands(around), around.number("next_at", "first")) == (None, 26.0)
    narrow = GAME.replace("hours: {land: 20, air: 4}", "hours: {air: 4}")
    vetoed = Table(narrow.replace('red: {name: "Red"}', f'red: {{name: "Red", {member}}}'), games=2)
    vetoed.world.whole("member", "red", "one")[:] = (0, 1)
    vetoed.turn(red="go")
    assert vetoed.world.whole("heading", "first").tolist() == [-1, 2]
    waiting = Table(narrow)
    waiting.turn(blue="heat")
    waiting.turn(red="go")
    assert (stands(waiting), waiting.whole("going", "first")) == ("port", 2)
    assert presence(waiting.world, "red", PORT, domain=Domain.LAND)[0] == 10
    assert in_reach(waiting.world, "red", TOWN, domain=Domain.AIR)[0] == 3, "fire passes"
    waiting.turn(blue="cool")
    assert stands(waiting) is None


@clause("16.7")
def test_strategic_forces_neither_fight_nor_are_fought() -> None:
    table = Table(GAME)
    assert presence(table.world, "red", PORT)[0] == in_reach(table.world, "red", PORT)[0] == 13
    table.world.whole("place", "vault")[:] = 2
    table.resolve(blue="fight/red")
    assert table.number("strength", "vault") == 50


@clause("16.8")
def test_readiness_is_spent_and_regained() -> None:
    table = Table(GAME)
    table.turn(red="go")
    assert table.number("readiness", "first") == pytest.approx(0.9), "one link, and none regained on the road"
    table.turn()
    assert table.number("readiness", "first") == pytest.approx(0.8)
    assert in_reach(table.world, "red", TOWN, domain=Domain.LAND)[0] == pytest.approx(8 * 0.8 + 2)
    table.resolve(red="fight/blue")
    assert table.number("readiness", "first") == pytest.approx(0.8 - 0.2 + 0.1)


@clause("16.9")
def test_what_a_member_lends_counts_while_it_has_joined() -> None:
    game = GAME.replace(
        'red: {name: "Red"}', 'red: {name: "Red", coalition: {members: {one: {name: "One", proof: 1}}}}'
    ).replace("strength: 8}", "strength: 8, member: one}")
    table = Table(game, games=2)
    table.world.whole("member", "red", "one")[:] = (0, 1)
    assert in_reach(table.world, "red", PORT).tolist() == [5, 13]
    table.resolve(red="go")
    assert table.world.whole("going", "first").tolist() == [-1, 2]


@clause("16.10")
def test_reach_is_transit_time_by_the_domain_of_reach() -> None:
    table = Table(GAME)
    assert in_reach(table.world, "red", TOWN, domain=Domain.AIR)[0] == 3, "2 hours by air over the pass"
    assert in_reach(table.world, "red", TOWN, domain=Domain.LAND)[0] == 2, "rockets reach by air"
    assert in_reach(table.world, "blue", PORT)[0] == 0, "a guard acts where it stands"


@clause("16.11")
def test_presence_needs_no_readiness_and_forces_meet_where_both_are() -> None:
    contact = GAME.replace(
        "actions:",
        "contingencies:\n"
        "  met: {name: Met, when: [{forces_meet: {one: red, other: blue, domain: land}}]}\n"
        "actions:",
    )
    table = Table(contact)
    (meet,) = table.program.scenario.contingencies["met"].when  # type: ignore[index]  # ids are strings
    table.world.number("readiness", "guard")[:] = 0
    assert presence(table.world, "blue", TOWN)[0] == 5
    assert not meet.holds(table.world)[0]
    assert meet.holds(arrived(table).world)[0]


@clause("16.12")
def test_both_sides_fight_with_all_that_reaches_the_place() -> None:
    """8 of the brigade and 2 of the rockets against 4 and 1: ratio 2."""
    table = arrived(Table(GAME))
    table.resolve(red="fight/blue")
    left = [table.number("strength", force) for force in ("first", "tubes", "wing", "guard", "shield")]
    assert left == pytest.approx([6.4, 1.6, 3, 2.4, 0.6])
    nobody = Table(GAME)
    nobody.world.whole("place", "guard")[:] = nobody.world.whole("place", "shield")[:] = 3
    nobody.resolve(red="fight/blue")
    assert nobody.number("strength", "tubes") == 2


@clause("16.12")
def test_nobody_gains_by_being_resolved_first() -> None:
    table = arrived(Table(GAME))
    for force, strength in (("first", 4), ("tubes", 0), ("guard", 4), ("shield", 0)):
        table.world.number("strength", force)[:] = strength
    table.resolve(red="fight/blue", blue="fight/red")
    left = [table.number("strength", force) for force in ("first", "guard")]
    assert left == pytest.approx([4 * 0.6, 4 * 0.6]), "3 parts of 10 as attacker, 1 as defender"


@clause("16.13")
def test_the_table_gives_shares_by_the_last_ratio_reached() -> None:
    for strength, red, blue in (
        (2.4, 0, 0),
        (2.5, 0.3, 0.1),
        (9.9, 0.3, 0.1),
        (10, 0.2, 0.4),
        (99, 0.2, 0.4),
    ):
        table = arrived(Table(GAME))
        table.world.number("strength", "first")[:] = strength
        table.world.number("strength", "tubes")[:] = 0
        table.resolve(red="fight/blue")
        assert table.number("strength", "first") == pytest.approx(strength * (1 - red))
        assert table.number("strength", "guard") == pytest.approx(4 * (1 - blue))
    unready = arrived(Table(GAME))
    unready.world.number("strength", "first")[:] = 0.1
    for force in ("guard", "shield"):
        unready.world.number("readiness", force)[:] = 0
    unready.resolve(red="fight/blue")
    assert unready.number("strength", "guard") == pytest.approx(4 * 0.6)


@clause("16.14")
def test_lanchesters_square_law() -> None:
    lanchester = GAME.replace("    table:", "    law: lanchester\n    rate_per_day: 0.8\n    table:")
    table = arrived(Table(lanchester))
    table.resolve(red="fight/blue")
    t = 0.8 * 0.25
    red, blue = 10 * math.cosh(t) - 5 * math.sinh(t), 5 * math.cosh(t) - 10 * math.sinh(t)
    assert table.number("strength", "first") == pytest.approx(8 * red / 10)
    assert table.number("strength", "guard") == pytest.approx(4 * blue / 5)
    long = arrived(Table(lanchester.replace("domain: land}}]", "domain: land, intensity: 999}}]")))
    long.resolve(red="fight/blue")
    assert long.number("strength", "guard") == 0
    assert long.number("strength", "first") == pytest.approx(8 * math.sqrt(10**2 - 5**2) / 10)


@clause("16.15")
def test_one_number_multiplies_the_losses_of_both_sides() -> None:
    table = arrived(Table(GAME.replace("    wear:", "    noise: [0.5, 1.5]\n    wear:"), games=300))
    table.resolve(red="fight/blue")
    red = 1 - table.world.number("strength", "first") / 8
    blue = 1 - table.world.number("strength", "guard") / 4
    assert blue == pytest.approx(2 * red)
    assert set(red.round(9)) == {0.1, 0.3}
    assert 110 < (red < 0.2).sum() < 190


@clause("16.16", "16.17")
def test_air_defence_stops_a_share_and_takes_its_toll_of_those_who_come() -> None:
    """4 against air defence of 1: a fifth is stopped, and 3.2 against 4 and 1 is the first line."""
    flown = Table(GAME)
    flown.world.number("strength", "wing")[:] = 4
    flown.resolve(red="raid/blue")
    assert flown.number("strength", "guard") == pytest.approx(4 * 0.9)
    assert flown.number("strength", "wing") == pytest.approx(4 * (1 - 0.2 * 0.2))
    assert flown.number("strength", "fleet") == 1, "it stands elsewhere"
    fired = Table(GAME)
    fired.world.number("strength", "tubes")[:] = 4
    fired.resolve(red="fire/blue")
    assert fired.number("strength", "guard") == pytest.approx(4 * 0.9), "4 of which a fifth is stopped"
    assert fired.number("strength", "tubes") == 4


@clause("16.18")
def test_losses_cost_and_what_is_worn_down_is_gone_until_reinforced() -> None:
    table = arrived(Table(GAME))
    table.world.number("strength", "guard")[:] = 0.06
    table.resolve(red="fight/blue")
    assert table.number("strength", "guard") == 0
    assert table.number("track", "blue", "war_cost") == pytest.approx(10 * 0.4 * 1.06)
    table.go_on()
    table.turn(blue="raise")
    assert (table.number("strength", "guard"), stands(table, "guard")) == (2, "town")


@clause("16.19")
def test_hidden_forces_move_and_lose_in_secret() -> None:
    hidden = GAME.replace("strength: 8}", "strength: 8, seen_by: owner}").replace(
        "kind: movement, by", "kind: movement, seen_by: self, by"
    )
    gone, stayed = Table(hidden), Table(hidden)
    gone.turn(red="go")
    gone.turn()
    stayed.turns(2)
    assert gone.sees("blue").as_bytes() == stayed.sees("blue").as_bytes()
    assert not any(event.visible_to("blue") for event in gone.events(EventKind.FORCE))
    gone.resolve(red="fight/blue")
    told = [event.text for event in gone.events(EventKind.FORCE) if event.visible_to("blue")]
    assert told[0] == "Forces of Red fight forces of Blue at Town"
    assert len(told) == 2
    assert told[1].startswith("At Town, Blue loses")

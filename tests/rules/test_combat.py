"""Battles and strikes, against the closed forms of Lanchester (1916) and tables that one can read."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.engine.chance import Script, enumerate_games
from game.engine.digest import state_digests
from game.engine.events import EventKind
from game.engine.mechanisms.combat import in_round_words
from game.engine.mechanisms.exchange import square_law
from tests.rules.by_hand import TWO_ACTORS, Table
from tests.rules.theatre import MAP

FORCES = """
forces:
  first: {name: "First", owner: red, type: brigade, region: town, strength: 6}
  second: {name: "Second", owner: red, type: brigade, region: town, strength: 2}
  guard: {name: "Guard", owner: blue, type: brigade, region: town, strength: 4}
  far: {name: "Far", owner: blue, type: brigade, region: port, strength: 9}
  vault: {name: "Vault", owner: blue, type: arsenal, region: town, strength: 50}
"""
TABLE = """
force_rules:
  recovers_per_day: 0
  spent_fighting: 0.25
  exchange:
    table:
      - {ratio: 0.5, attacker_loses: 0.3, defender_loses: 0.05}
      - {ratio: 1.5, attacker_loses: 0.2, defender_loses: 0.1}
      - {ratio: 3, attacker_loses: 0.1, defender_loses: 0.4}
    wear: [{track: war_cost, per_unit: 10}]
"""
SQUARE = """
force_rules:
  recovers_per_day: 0
  spent_fighting: 0
  exchange: {law: lanchester, rate_per_day: 0.5}
"""
ACTIONS = """
actions:
  wait: {name: "Wait", kind: inaction}
  fight: {name: "Fight", kind: force, target: {others: true}, effects: [{battle: {region: town}}]}
  fly: {name: "Fly", kind: force, target: {others: true}, effects: [{battle: {region: town, domain: air}}]}
  raid: {name: "Raid", kind: force, target: {others: true}, effects: [{strike: {region: town}}]}
"""


def game(rules: str, forces: str = FORCES) -> str:
    """A game of these rules; one may fly only where there is something that flies."""
    ways = MAP.replace(", gate: bridge", "").replace(", gate: straits", "")
    actions = ACTIONS if "Hawks" in forces else ACTIONS.replace("  fly", "  #")
    return TWO_ACTORS + ways + forces + rules + actions


def strengths(table: Table, *forces: str) -> list[float]:
    return [table.number("strength", force) for force in forces]


def law(a0: float, b0: float, a: float, b: float, days: float) -> tuple[float, float]:
    """The shares that two sides lose by Lanchester's square law."""
    one, other = square_law(np.array([a0]), np.array([b0]), np.array([a]), np.array([b]), days)
    return float(one[0]), float(other[0])


# --- the square law ---

sizes = st.floats(0.1, 50)
rates = st.floats(0.01, 2)


@given(sizes, sizes, rates, rates, st.floats(0.01, 3))
def test_lanchesters_square_law_without_noise(a0: float, b0: float, a: float, b: float, days: float) -> None:
    """a A^2 - b B^2 never changes while both are there; then the winner keeps what is left of it."""
    lost_a, lost_b = law(a0, b0, a, b, days)
    at, bt = a0 * (1 - lost_a), b0 * (1 - lost_b)
    kept = a * a0 * a0 - b * b0 * b0
    assert a * at * at - b * bt * bt == pytest.approx(kept, abs=1e-9 * (a * a0 * a0 + b * b0 * b0))
    if at > 1e-9 and bt > 1e-9:
        r = math.sqrt(a * b)
        closed = a0 * math.cosh(r * days) - b0 * math.sqrt(b / a) * math.sinh(r * days)
        assert at == pytest.approx(closed, rel=1e-6, abs=1e-6)


def test_the_winner_keeps_the_root_of_the_difference_of_squares() -> None:
    lost = law(5, 4, 1, 1, 1e6)
    assert list(lost) == pytest.approx([1 - 3 / 5, 1])
    lost = law(3, 4, 1, 2, 1e6)
    assert list(lost) == pytest.approx([1, 1 - math.sqrt(1 - 9 / 32)])


def test_equals_wear_one_another_down_for_ever() -> None:
    for days in (0.5, 4.0, 40.0, 1e6):
        lost = law(4, 4, 1, 1, days)
        assert lost[0] == lost[1] == pytest.approx(1 - math.exp(-min(days, 300.0)))


def test_fire_that_is_not_answered_destroys_in_proportion_to_time() -> None:
    assert list(law(2, 10, 1, 0, 0.5)) == pytest.approx([0, 0.1])
    assert list(law(0, 3, 1, 1, 0.5)) == [1, 0]
    assert list(law(2, 3, 1, 1, 0.0)) == [0, 0]
    assert list(law(2, 3, 0, 0, 9.0)) == [0, 0]


def test_two_half_turns_of_battle_equal_one() -> None:
    six, twelve = (
        Table(game(SQUARE).replace("hours_per_turn: 6", f"hours_per_turn: {hours}")) for hours in (6, 12)
    )
    six.turn(red="fight/blue")
    six.resolve(red="fight/blue")
    twelve.resolve(red="fight/blue")
    forces = ("first", "second", "guard")
    assert strengths(six, *forces) == pytest.approx(strengths(twelve, *forces), rel=1e-12)
    lost = law(8, 4, 0.5, 0.5, 0.5)
    assert strengths(six, "guard") == pytest.approx([4 * (1 - lost[1])])


def test_weights_are_rates_and_intensity_is_time() -> None:
    weighty = (
        game(SQUARE)
        .replace("holds_ground: true", "attack: 2, defence: 3")
        .replace("battle: {region: town}", "battle: {region: town, intensity: 0.5}")
    )
    table = Table(weighty)
    table.resolve(red="fight/blue")
    lost = law(8, 4, 1.0, 1.5, 0.125)
    assert strengths(table, "first", "guard") == pytest.approx([6 * (1 - lost[0]), 4 * (1 - lost[1])])


# --- the table ---


def test_the_table_takes_the_last_line_that_is_reached() -> None:
    table = Table(game(TABLE))
    table.resolve(red="fight/blue")
    assert strengths(table, "first", "second", "guard") == pytest.approx([4.8, 1.6, 3.6]), "8 to 4 is 2"
    assert strengths(table, "far", "vault") == [9, 50], "neither is there, nor does a strategic force fight"
    assert table.number("readiness", "first") == table.number("readiness", "guard") == 0.75
    assert table.number("readiness", "far") == 1


@pytest.mark.parametrize(
    ("ready", "red", "blue"),
    [(0.2, 0, 0), (0.3, 0.3, 0.05), (0.75, 0.2, 0.1), (1.0, 0.2, 0.1)],
)
def test_readiness_counts_for_the_ratio(ready: float, red: float, blue: float) -> None:
    table = Table(game(TABLE))
    for force in ("first", "second"):
        table.world.number("readiness", force)[:] = ready
    table.resolve(red="fight/blue")
    assert strengths(table, "first", "guard") == pytest.approx([6 * (1 - red), 4 * (1 - blue)])


def test_whoever_is_caught_unready_meets_the_last_line() -> None:
    table = Table(game(TABLE))
    table.world.number("readiness", "guard")[:] = 0
    table.resolve(red="fight/blue")
    assert strengths(table, "first", "guard") == pytest.approx([5.4, 2.4])


def test_losses_wear_the_side_that_suffers_them() -> None:
    table = Table(game(TABLE))
    table.resolve(red="fight/blue")
    assert table.number("track", "red", "war_cost") == pytest.approx(16)
    assert table.number("track", "blue", "war_cost") == pytest.approx(4)
    shared = Table(game(TABLE.replace("track: war_cost, per_unit: 10", "track: heat, per_unit: 1")))
    shared.resolve(red="fight/blue")
    assert shared.number("track", "world", "heat") == pytest.approx(2.0)


def test_nothing_happens_where_one_side_has_nothing() -> None:
    table = Table(game(TABLE))
    table.world.whole("place", "guard")[:] = 0
    table.resolve(red="fight/blue")
    assert strengths(table, "first", "guard") == [6, 4]
    assert table.number("readiness", "first") == 1
    (event,) = table.events(EventKind.FORCE)
    assert event.text == "Red finds nobody to fight at Town, or has nothing ready that reaches it"
    assert event.seen_by == ("red",)


def test_a_force_on_the_road_neither_fights_nor_is_fought() -> None:
    table = Table(game(TABLE))
    table.world.whole("heading", "guard")[:] = 1
    table.world.whole("heading", "second")[:] = 1
    table.resolve(red="fight/blue")
    assert strengths(table, "first", "second", "guard") == [6, 2, 4]
    table.world.whole("heading", "guard")[:] = -1
    table.go_on()
    table.resolve(red="fight/blue")
    assert strengths(table, "first", "second", "guard") == pytest.approx([4.8, 2, 3.6])


def test_a_force_that_is_worn_down_is_gone() -> None:
    table = Table(game(TABLE))
    table.world.number("strength", "guard")[:] = 0.055
    table.resolve(red="fight/blue")
    assert strengths(table, "guard") == [0]
    assert any(event.text == "Guard (Blue) is destroyed" for event in table.events(EventKind.FORCE))


def test_the_log_says_who_lost_what_in_round_words() -> None:
    table = Table(game(TABLE))
    table.resolve(red="fight/blue")
    (event,) = table.events(EventKind.FORCE)
    assert event.text == (
        "Forces of Red fight forces of Blue at Town: Red loses about a fifth of what it had there, "
        "Blue loses about a tenth of what it had there"
    )
    assert event.seen_by is None
    said = [in_round_words(share, 1.0) for share in (0, 0.01, 0.5, 1.0)]
    assert said == [
        "{actor} loses nothing",
        "{actor} loses next to nothing",
        "{actor} loses about half of what it had there",
        "{actor} loses all it had there",
    ]


def test_where_somebody_fights_in_secret_each_side_learns_its_own_losses() -> None:
    table = Table(game(TABLE, FORCES.replace("strength: 2}", "strength: 2, seen_by: owner}")))
    table.resolve(red="fight/blue")
    events = table.events(EventKind.FORCE)
    assert [(event.seen_by, event.text) for event in events] == [
        (None, "Forces of Red fight forces of Blue at Town"),
        (("red",), "At Town, Red loses about a fifth of what it had there"),
        (("blue",), "At Town, Blue loses about a tenth of what it had there"),
    ]


# --- chance ---

NOISY = TABLE.replace("wear:", "noise: [0.5, 1, 2]\n    wear:")


def test_noise_multiplies_losses_and_each_value_is_as_likely() -> None:
    def play(script: Script) -> float:
        table = Table(game(NOISY), chance=script)
        table.resolve(red="fight/blue")
        assert table.number("strength", "first") / 6 == pytest.approx(
            1 - 2 * (1 - table.number("strength", "guard") / 4)
        )
        return 1 - table.number("strength", "guard") / 4

    found = {round(lost, 9): probability for probability, lost in enumerate_games(play)}
    assert found == pytest.approx({0.05: 1 / 3, 0.1: 1 / 3, 0.2: 1 / 3})


@pytest.mark.parametrize("rules", [NOISY, SQUARE])
def test_a_battle_is_the_same_alone_and_in_a_batch(rules: str) -> None:
    def play(games: int) -> list[bytes]:
        table = Table(game(rules), games=games)
        table.turn(red="fight/blue")
        table.turn(blue="fight/red")
        return state_digests(table.world)

    together = play(40)
    assert together[0] == play(1)[0]
    assert len(set(together)) == (9 if rules == NOISY else 1)


# --- monotone ---


@settings(max_examples=15, deadline=None, derandomize=True)
@given(
    st.lists(st.floats(0.1, 40), min_size=2, max_size=8),
    st.sampled_from(["fight/blue", "raid/blue"]),
    st.sampled_from([TABLE, SQUARE]),
)
def test_more_attackers_never_do_less_harm(red: list[float], order: str, rules: str) -> None:
    table = Table(game(rules, GUNS), games=len(red))
    for force in ("first", "wing"):
        table.world.number("strength", force)[:] = sorted(red)
    table.resolve(red=order)
    left = table.world.number("strength", "guard")
    assert (np.diff(left) <= 1e-12).all()


# --- strikes ---

GUNS = """
forces:
  first: {name: "First", owner: red, type: brigade, region: town, strength: 6}
  wing: {name: "Wing", owner: red, type: squadron, region: pass, strength: 3}
  tubes: {name: "Tubes", owner: red, type: rockets, region: port, strength: 3}
  guard: {name: "Guard", owner: blue, type: brigade, region: town, strength: 2}
  shield: {name: "Shield", owner: blue, type: battery, region: town, strength: 2}
  vault: {name: "Vault", owner: blue, type: arsenal, region: town, strength: 50}
"""


def raid(rules: str, options: str, forces: str = GUNS) -> Table:
    table = Table(
        game(rules, forces).replace("strike: {region: town}", f"strike: {{region: town, {options}}}")
    )
    table.resolve(red="raid/blue")
    return table


def test_air_defence_stops_its_share_of_a_strike() -> None:
    """3 against 2 of air defence: 2/5 stopped; 1.8 against 4 units is below the first line."""
    table = raid(TABLE, "type: squadron")
    assert strengths(table, "guard", "shield", "vault") == [2, 2, 50]
    assert strengths(table, "wing") == pytest.approx([3 * (1 - 2 / 5 * 0.2)]), "3 to 2 is 1.5"
    assert [table.number("readiness", force) for force in ("wing", "shield", "guard", "first")] == [
        0.75,
        0.75,
        1,
        1,
    ]


def test_without_air_defence_all_of_it_gets_through() -> None:
    """3 against 2 that stand there: ratio 1.5."""
    table = raid(TABLE, "type: squadron", GUNS.replace("  shield:", "  #"))
    assert strengths(table, "guard", "wing") == pytest.approx([1.8, 3])
    assert table.number("track", "blue", "war_cost") == pytest.approx(2)
    assert table.number("track", "red", "war_cost") == 0


def test_what_is_fired_from_afar_is_stopped_but_costs_no_force() -> None:
    """Rockets reach by air: 2/5 of 3 are stopped, and 1.8 against the 2 of air defence itself is 0.9."""
    table = raid(
        TABLE,
        "type: rockets",
        GUNS.replace(
            'guard: {name: "Guard", owner: blue, type: brigade, region: town, strength: 2}',
            'guard: {name: "Guard", owner: blue, type: brigade, region: port, strength: 2}',
        ),
    )
    assert strengths(table, "shield") == pytest.approx([2 * 0.95])
    assert strengths(table, "tubes") == [3]


def test_a_strike_by_lanchesters_law_destroys_its_rate() -> None:
    """0.5 a day for a quarter of a day: 1.8 units destroy 0.225 of 4; air defence takes 2/5 of its battle."""
    table = raid(SQUARE, "type: squadron")
    assert strengths(table, "guard", "shield") == pytest.approx([2 * (1 - 0.225 / 4), 2 * (1 - 0.225 / 4)])
    lost = law(3, 2, 0.5, 0.5, 0.25)
    assert strengths(table, "wing") == pytest.approx([3 * (1 - 2 / 5 * lost[0])])


def test_a_battle_may_be_for_one_domain_only() -> None:
    table = Table(
        game(
            TABLE, GUNS + '  hawks: {name: "Hawks", owner: blue, type: squadron, region: town, strength: 1}\n'
        )
    )
    table.resolve(red="fly/blue")
    assert strengths(table, "first", "guard", "wing", "hawks") == pytest.approx([6, 2, 2.7, 0.6])

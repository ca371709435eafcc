"""Promises that rest on something, true lines apart from declared ones, salami tactics, limits that bite."""

import attrs
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.engine.chance import Dice
from game.engine.conditions.salami import ActsWithin
from game.engine.events import EventKind
from game.engine.observe import observe
from game.engine.triggers import could_pull
from game.model.ids import ActorId, RungId
from tests.rulebook.clauses import clause
from tests.rules.by_hand import LADDER, TWO_ACTORS, Table, program

DORMANT, IN_FORCE, DUE, KEPT, BROKEN, WITHDRAWN = range(6)

GAME = (
    TWO_ACTORS.replace('blue: {name: "Blue"}', 'blue: {name: "Blue"}\n  green: {name: "Green"}')
    + LADDER
    + """
tracks:
  support: {name: "Support", start: 60}
  tension: {name: "Tension", owner: world, start: 10}
promises:
  line: {name: "Red line", cost_of_keeping: 15}
audience: {strength: 20, track: support}
limits:
  blood:
    name: "blood"
    at: middle
    on_crossed:
      - change_track: {track: support, by: -7}
      - change_track: {track: tension, by: 5}
      - chance: {probability: 0.5, then: [{change_track: {track: tension, by: 1}}]}
  blue_hit: {name: "Blue hit", at: middle, on: [blue], on_crossed: [{change_track: {track: support, by: -1}}]}
commitments:
  shield:
    name: "While the truce holds"
    issuer: blue
    promise: line
    trigger: [{rung_at_least: {rung: high, by: red}}]
    on: red
    rung: high
    stands_while: [{live: {actor: red, action: truce}}]
  slices:
    name: "Not slice by slice"
    issuer: blue
    promise: line
    trigger: [{acts_within: {rung: low, by: red, on: green, at_least: 3, within_hours: 18}}]
    on: red
    rung: middle
    in_force: true
  bluff:
    name: "Not one step"
    issuer: blue
    promise: line
    trigger: [{rung_at_least: {rung: low, by: red}}]
    truth: [{rung_at_least: {rung: high, by: red}}]
    on: red
    rung: middle
    audience: [red]
actions:
  wait: {name: "Wait", kind: inaction}
  truce: {name: "Keep the truce", kind: diplomacy, by: [red], persists_hours: 12}
  promise: {name: "Promise", kind: signal, by: [blue], effects: [{issue: {commitment: shield}}]}
  poke: {name: "Poke", kind: posture, rung: low, target: {others: true}}
  prod: {name: "Prod", kind: posture, rung: low, target: {others: true}}
  sneak: {name: "Sneak", kind: covert, rung: low, target: {others: true}, seen_by: self}
  harmless: {name: "Harmless", kind: posture, rung: low, target: {others: true}, reads_as: {others: calm}}
  advance: {name: "Advance", kind: force, rung: middle, target: {others: true}}
  overrun: {name: "Overrun", kind: force, rung: high, target: {others: true}}
  answer:
    name: "Answer"
    kind: force
    rung: high
    by: [blue]
    target: {others: true}
    requires: [{any: [{true_line_crossed: bluff}, {no: [{commitment_is: {commitment: shield, state: due}}]}]}]
"""
)


def state(table: Table, commitment: str) -> int:
    return table.whole("commitment", commitment)


# --- What a promise rests on ---


@clause("7.8")
def test_a_promise_is_excused_when_what_it_stands_on_ends() -> None:
    table = Table(GAME)
    table.turn(red="truce", blue="promise")
    assert state(table, "shield") == IN_FORCE
    table.turn()
    assert state(table, "shield") == IN_FORCE, "the truce lives for two turns"
    table.turn()
    assert state(table, "shield") == WITHDRAWN
    assert table.number("track", "blue", "support") == 60, "nobody pays for it"
    assert table.number("credibility", "red", "blue", "line") == 0
    said = [e.text for e in table.events(EventKind.COMMITMENT)]
    assert said == [
        "Blue: “While the truce holds” is given",
        "Blue: “While the truce holds” no longer binds: what it rested on has ended",
    ]
    table.turn(red="overrun/green")
    assert state(table, "shield") == WITHDRAWN


@clause("7.8")
def test_it_cannot_be_given_without_what_it_stands_on_and_can_be_given_again_with_it() -> None:
    table = Table(GAME)
    table.turn(blue="promise")
    assert state(table, "shield") == DORMANT
    table.turn(red="truce", blue="promise")
    assert state(table, "shield") == IN_FORCE


@clause("7.8")
def test_what_has_fallen_due_is_owed_though_its_ground_goes() -> None:
    table = Table(GAME)
    table.turn(red="truce", blue="promise")
    table.turn(red="overrun/green")
    assert state(table, "shield") == DUE
    table.resolve()
    assert state(table, "shield") == BROKEN, "twelve hours from hour 6 end with the turn that begins at 12"


@clause("7.8")
def test_the_blow_that_ends_the_ground_still_finds_the_promise() -> None:
    table = Table(GAME.replace("persists_hours: 12", "persists_hours: 6"))
    table.turn(red="truce", blue="promise")
    table.turn(red="overrun/green")
    assert state(table, "shield") == DUE, "the trigger is asked before the ground"


# --- True lines ---


@clause("7.9")
def test_the_true_line_notes_its_hour_and_nothing_falls_due() -> None:
    table = Table(GAME)
    table.turn(red="poke/green")
    assert table.whole("true_line", "bluff") == -1, "the declared trigger is not the true one"
    table.turn(red="overrun/green")
    assert (table.whole("true_line", "bluff"), state(table, "bluff")) == (6, DORMANT)
    table.turn(red="overrun/blue")
    assert table.whole("true_line", "bluff") == 6, "the first hour stays"


@clause("7.9")
def test_the_true_line_is_the_issuers_secret() -> None:
    table = Table(GAME)
    table.turn(red="overrun/green")
    assert [table.sees(a).can_see("true_line", "bluff") for a in ("red", "blue", "green")] == [0, 1, 0]
    (event,) = (e for e in table.events(EventKind.COMMITMENT) if "in truth" in e.text)
    assert event.seen_by == ("blue",)


@pytest.mark.parametrize("actor", ["red", "green"])
@clause("7.9")
def test_a_changed_true_line_changes_nothing_for_others(actor: str) -> None:
    table = Table(GAME)
    table.turn(red="poke/green")
    before = observe(table.world, ActorId(actor)).as_bytes()
    table.world.whole("true_line", "bluff")[:] = 3
    table.world.cache.clear()
    assert observe(table.world, ActorId(actor)).as_bytes() == before


# --- Salami tactics ---

ACTS = ("poke/green", "prod/green", "sneak/green", "harmless/green")
COMPILED = program(GAME)


@clause("7.7")
def test_fewer_acts_than_it_takes_do_not_trigger() -> None:
    table = Table(GAME)
    table.turn(red=("poke/green", "prod/green"))
    table.turns(1)
    assert state(table, "slices") == IN_FORCE


@pytest.mark.parametrize(
    "turns",
    [
        (("poke/green", "prod/green", "advance/green"),),
        (("poke/green", "prod/green"), "poke/green"),
        ("poke/green", "poke/green", "poke/green"),
        ("poke/green", (), ("poke/green", "prod/green")),
    ],
)
@clause("7.7")
def test_enough_acts_within_the_hours_trigger(turns: tuple[str | tuple[str, ...], ...]) -> None:
    table = Table(GAME)
    for orders in turns:
        assert state(table, "slices") == IN_FORCE
        table.turn(red=orders)
    assert state(table, "slices") == DUE


@clause("7.7")
def test_enough_acts_spread_wider_than_the_hours_do_not() -> None:
    table = Table(GAME)
    for orders in ("poke/green", "poke/green", (), "poke/green", (), "poke/green"):
        table.turn(red=orders)
        assert state(table, "slices") == IN_FORCE


def test_only_acts_that_everybody_reads_so_by_and_on_those_meant_count() -> None:
    table = Table(GAME)
    table.turn(red=("sneak/green", "harmless/green", "poke/blue"))
    table.turn(red=("sneak/green", "poke/green"), blue=("poke/green", "prod/green"))
    table.turn(red=("harmless/green", "poke/green"))
    assert state(table, "slices") == IN_FORCE


@clause("7.7")
def test_two_half_turns_remember_as_one() -> None:
    """18 hours are three turns of six, or six of three: the same acts trigger or not."""
    for gap in (2, 3):
        halves = Table(GAME.replace("hours_per_turn: 6", "hours_per_turn: 3"))
        wholes = Table(GAME)
        for turn in range(gap + 1):
            orders = ("poke/green", "prod/green") if turn == 0 else ("poke/green",) if turn == gap else ()
            wholes.turn(red=orders)
            halves.turn(red=orders)
            halves.turn()
        assert state(halves, "slices") == state(wholes, "slices") == (DUE if gap == 2 else IN_FORCE)


@given(st.lists(st.sets(st.sampled_from(ACTS), max_size=3), min_size=1, max_size=7))
def test_the_count_is_that_of_the_acts_done_in_the_window(turns: list[set[str]]) -> None:
    table = Table(COMPILED)
    for turn, orders in enumerate(turns):
        table.resolve(red=tuple(sorted(orders)))
        window = turns[max(0, turn - 2) : turn + 1]
        done = sum(1 for acts in window for act in acts if act.split("/")[0] in ("poke", "prod"))
        slices = ActsWithin(RungId("low"), 1, 18, ActorId("red"), ActorId("green"))
        for least in range(8):
            enough = attrs.evolve(slices, at_least=least).holds(table.world)
            assert enough.tolist() == [done >= least]
        if turn + 1 < len(turns):
            table.go_on()


def test_conditions_that_ask_for_the_same_acts_share_their_rows() -> None:
    more = """
every_turn:
  - when:
      holds:
        - acts_within: {rung: low, by: red, on: green, at_least: 1, within_hours: 12}
        - acts_within: {rung: low, at_least: 9, within_hours: 6}
      then: []
"""
    rows = [name for name in program(GAME + more).layout.whole if name[0] == "acts_done"]
    assert rows == [("acts_done", "low", "red", "green", "1"), ("acts_done", "low", "red", "green", "2")]


def test_an_act_at_the_rung_could_pull_the_trigger_of_many() -> None:
    compiled = program(GAME)
    (trigger,) = compiled.scenario.commitments["slices"].trigger  # type: ignore[index]  # ids are strings
    pulling = {m.name for m in compiled.moves if could_pull(compiled, m, trigger)}
    assert pulling == {f"red/{act}/green" for act in ("poke", "prod", "advance", "overrun")}


# --- Limits that bite ---


@clause("3.12")
def test_a_first_crossing_brings_its_effects_once_to_who_crossed() -> None:
    table = Table(GAME)
    table.turn(red="advance/green")
    assert [table.number("track", a, "support") for a in ("red", "blue", "green")] == [53, 60, 60]
    assert table.number("track", "world", "tension") in (15, 16)
    before = table.number("track", "world", "tension")
    table.turn(blue="advance/green", red="advance/green")
    assert [table.number("track", a, "support") for a in ("red", "blue", "green")] == [53, 60, 60]
    assert table.number("track", "world", "tension") == before


@clause("3.12")
def test_two_limits_crossed_at_once_both_bite() -> None:
    table = Table(GAME)
    table.turn(red=("advance/green", "overrun/blue"))
    assert table.number("track", "red", "support") == 60 - 7 - 1


@clause("3.12")
def test_an_accident_crosses_no_limit_and_brings_nothing() -> None:
    game = GAME.replace('"Low", severity: 20', '"Low", severity: 20, hazard_per_day: 0.999')
    table = Table(game + "hazard: {contacts: [{between: [red, blue], level: 50}]}\n")
    table.turn(red="poke/blue")
    assert table.whole("accident_rung", "red", "blue") == 2
    assert (table.whole("limit", "blood"), table.number("track", "red", "support")) == (-1, 60)


def test_a_batch_bites_as_each_game_alone() -> None:
    compiled = program(GAME)

    def played(numbers: list[int]) -> tuple[bytes, ...]:
        games = np.array(numbers, dtype=np.int64)
        table = Table(compiled, len(numbers), chance=Dice(5, games, strict=True))
        table.turn(red=("poke/green", "advance/blue"), blue="overrun/red")
        table.turn(red="truce", blue=("promise", "advance/green"), green="advance/red")
        return tuple(
            table.world.number_table[:, n].tobytes() + table.world.whole_table[:, n].tobytes()
            for n in range(len(numbers))
        )

    together = played([3, 4, 5, 6])
    assert together == tuple(played([n])[0] for n in (3, 4, 5, 6))
    assert len(set(together)) == 2, "the chance at the limit differs by game"

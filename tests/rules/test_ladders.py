"""Escalation on pairs: R_ij(t) is the highest rung among the acts of i on j that are live at t."""

from itertools import product

import pytest

from tests.rulebook.clauses import clause
from tests.rules.by_hand import LADDER, TWO_ACTORS, Table

GAME = (
    TWO_ACTORS.replace('blue: {name: "Blue"}', 'blue: {name: "Blue"}\n  green: {name: "Green"}')
    + LADDER
    + """
limits:
  blood: {name: "blood", at: middle}
  blue_hit: {name: "Blue hit", at: low, on: [blue], by: [green]}
regions:
  north: {name: "North"}
  south: {name: "South"}
actions:
  wait: {name: "Wait", kind: inaction}
  low: {name: "Low", kind: force, rung: low, target: {others: true}, front: {region: north}}
  middle: {name: "Middle", kind: force, rung: middle, target: {others: true}, front: {region: south}}
  shell: {name: "Shell", kind: force, rung: low, target: {others: true}, front: {region: north}}
  long: {name: "Long", kind: posture, rung: middle, target: {others: true}, persists_hours: 18}
  standing: {name: "Standing", kind: posture, rung: high, target: {others: true}, stands: true}
  bluff:
    name: "Bluff"
    kind: posture
    rung: low
    target: {others: true}
    reads_as: {others: high, green: middle}
  secret: {name: "Secret", kind: covert, rung: high, target: {others: true}, seen_by: self}
  whisper: {name: "Whisper", kind: covert, rung: middle, target: {others: true}, seen_by: target}
  back: {name: "Back", kind: stand_down, effects: [{withdraw: {at_least: middle}}]}
  all_back: {name: "All back", kind: stand_down, stands: true, effects: [{withdraw: {}}]}
  no_standing: {name: "No standing", kind: stand_down, effects: [{withdraw: {actions: [standing]}}]}
"""
)
CALM, LOW, MIDDLE, HIGH = "calm", "low", "middle", "high"


@clause("3.2")
def test_no_live_act_is_calm() -> None:
    table = Table(GAME)
    table.resolve(red="wait")
    for observer, one, other in product(
        (*table.program.observers,), table.program.actors, table.program.actors
    ):
        if one != other:
            assert table.rung(observer, one, other) == CALM
    assert table.whole("crisis") == 0


@clause("3.2")
def test_the_rung_is_the_highest_act_and_each_pair_has_its_own() -> None:
    table = Table(GAME)
    table.resolve(red=("low/blue", "middle/blue"), blue="low/green")
    assert [
        table.rung("public", *pair) for pair in (("red", "blue"), ("blue", "green"), ("blue", "red"))
    ] == [
        MIDDLE,
        LOW,
        CALM,
    ]
    assert table.program.rungs[table.whole("crisis")].id == MIDDLE


@clause("3.4")
@pytest.mark.parametrize("first", ["low", "middle", "long", "standing", "bluff", "secret", "whisper"])
@pytest.mark.parametrize("more", ["low", "middle", "standing", "secret"])
def test_adding_an_act_never_lowers_a_rung(first: str, more: str) -> None:
    one, both = Table(GAME), Table(GAME)
    one.resolve(red=f"{first}/blue")
    both.resolve(red=tuple({f"{first}/blue", f"{more}/blue"}))
    for observer in one.program.observers:
        assert both.whole("read", observer, "red", "blue") >= one.whole("read", observer, "red", "blue")


@clause("3.3")
def test_an_act_lives_as_long_as_it_persists() -> None:
    table = Table(GAME)
    table.resolve(red=("long/blue", "low/green"))
    seen = []
    for _ in range(4):
        seen.append((table.rung("public", "red", "blue"), table.rung("public", "red", "green")))
        table.go_on()
        table.resolve()
    assert seen == [(MIDDLE, LOW), (MIDDLE, CALM), (MIDDLE, CALM), (CALM, CALM)], "18 hours are three turns"


@clause("1.4")
def test_two_half_turns_equal_one() -> None:
    whole = Table(GAME.replace("hours_per_turn: 6", "hours_per_turn: 12"))
    halves = Table(GAME)
    whole.turn(red=("long/blue", "standing/green"))
    halves.turn(red=("long/blue", "standing/green"))
    halves.resolve()
    assert [whole.rung("public", "red", other) for other in ("blue", "green")] == [
        halves.rung("public", "red", other) for other in ("blue", "green")
    ]


@clause("3.4")
def test_undoing_the_only_act_at_a_rung_drops_to_the_next() -> None:
    table = Table(GAME)
    table.turn(red=("standing/blue", "long/blue"))
    assert table.rung("public", "red", "blue") == HIGH
    table.resolve(red="no_standing")
    assert table.rung("public", "red", "blue") == MIDDLE


@clause("3.5")
def test_withdrawing_ends_acts_from_a_rung_up() -> None:
    table = Table(GAME)
    table.turn(red=("standing/blue", "bluff/green"))
    table.resolve(red=("back", "low/blue"))
    assert table.rung("public", "red", "blue") == LOW, "acts of this turn come after the stand-down"


def test_withdrawing_everything_does_not_end_the_withdrawal_itself() -> None:
    table = Table(GAME)
    table.turn(red="standing/blue")
    table.turn(red="all_back")
    assert table.rung("public", "red", "blue") == CALM
    assert table.whole("until", "red/all_back") > table.world.hour


@clause("3.6")
def test_observers_read_an_act_as_it_reads_to_them() -> None:
    table = Table(GAME)
    table.resolve(red="bluff/blue")
    readings = [table.rung(observer, "red", "blue") for observer in ("red", "blue", "green", "public")]
    assert readings == [LOW, HIGH, MIDDLE, HIGH]


@clause("3.6")
def test_nobody_reads_what_it_does_not_see() -> None:
    table = Table(GAME)
    table.resolve(red=("secret/blue", "whisper/green"))
    assert [table.rung(o, "red", "blue") for o in ("red", "blue", "green", "public")] == [
        HIGH,
        CALM,
        CALM,
        CALM,
    ]
    assert [table.rung(o, "red", "green") for o in ("red", "blue", "green", "public")] == [
        MIDDLE,
        CALM,
        MIDDLE,
        CALM,
    ]
    assert (table.whole("crisis"), table.whole("peak", "red")) == (0, 0)


def test_relabelling_actors_permutes_the_table() -> None:
    names = {"red": "blue", "blue": "green", "green": "red"}
    one, other = Table(GAME), Table(GAME)
    one.resolve(red=("low/blue", "whisper/green"), blue=("middle/red", "secret/red"), green="long/red")
    other.resolve(blue=("low/green", "whisper/red"), green=("middle/blue", "secret/blue"), red="long/blue")
    for observer in ("red", "blue", "green"):
        for i, j in ((i, j) for i in names for j in names if i != j):
            assert one.whole("read", observer, i, j) == other.whole(
                "read", names[observer], names[i], names[j]
            )


@clause("3.8")
def test_limits_are_crossed_once_and_stay_crossed() -> None:
    table = Table(GAME)
    table.turn(red="low/blue", green="low/red")
    assert (table.whole("limit", "blood"), table.whole("limit", "blue_hit")) == (-1, -1)
    table.turn(blue="middle/red", green="low/blue")
    crossed = [(table.whole("limit", k), table.whole("limit_by", k)) for k in ("blood", "blue_hit")]
    assert crossed == [(6, 1), (6, 2)]
    table.turn(red="middle/green")
    table.turn()
    assert [(table.whole("limit", k), table.whole("limit_by", k)) for k in ("blood", "blue_hit")] == crossed


@clause("3.9")
def test_secret_acts_cross_no_limit() -> None:
    table = Table(GAME)
    table.turn(red="secret/blue")
    assert table.whole("limit", "blood") == -1


@clause("3.10")
def test_peaks_only_rise() -> None:
    table = Table(GAME)
    peaks = []
    for orders in ("low/blue", "middle/blue", "wait", "low/green"):
        table.turn(red=orders)
        peaks.append(table.whole("peak", "red"))
    assert peaks == [1, 2, 2, 2]


@clause("3.11")
def test_scope_counts_fronts_with_force() -> None:
    table = Table(GAME)
    for orders, fronts in (
        (("low/blue",), 1),
        (("low/blue", "shell/green"), 1),
        (("low/blue", "middle/blue"), 2),
    ):
        table.turn(red=orders)
        assert table.whole("fronts") == fronts
    table.turn(red="standing/blue")
    assert table.whole("fronts") == 0, "a posture is no fighting"

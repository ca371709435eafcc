"""Options with a lead time: ordered in advance, ready later, lapsing unless renewed."""

import numpy as np
import pytest

from game.engine.events import EventKind
from tests.rulebook.clauses import clause
from tests.rules.by_hand import TWO_ACTORS, Table

GAME = (
    TWO_ACTORS
    + """
options:
  air:
    name: "Air"
    by: [red, blue]
    lead_hours: {value: 12, low: 6, high: 24, unit: hours, grade: D, invented: "a test"}
    lasts_hours: 18
  mole: {name: "A mole", by: [red], lead_hours: 6, visible: false}
actions:
  wait: {name: "Wait", kind: inaction}
  ready: {name: "Ready", kind: preparation, effects: [{prepare: {option: air}}]}
  cancel: {name: "Cancel", kind: preparation, effects: [{cancel_option: {option: air}}]}
  dig: {name: "Dig", kind: preparation, by: [red], seen_by: self, effects: [{prepare: {option: mole}}]}
  fly: {name: "Fly", kind: force, requires: [{option_ready: {option: air}}]}
  boast: {name: "Boast", kind: signal, requires: [{option_ordered: {option: air}}]}
"""
)


def hours_when_legal(table: Table, move: str, turns: int) -> list[int]:
    hours = []
    for _ in range(turns):
        if table.legal(move):
            hours.append(table.world.hour)
        table.turn()
    return hours


@clause("13.1")
def test_an_option_is_ready_after_its_lead_and_for_as_long_as_it_lasts() -> None:
    table = Table(GAME)
    assert not table.legal("red/fly")
    table.turn(red="ready")
    assert hours_when_legal(table, "red/fly", 6) == [12, 18, 24], "ordered at 0, ready at 12, lapsed at 30"
    assert not table.legal("red/boast")


@clause("13.2")
def test_the_last_hour_to_order_is_the_lead_before_the_need() -> None:
    for ordered, in_time in ((12, True), (18, False)):
        table = Table(GAME)
        table.turns(ordered // 6)
        table.turn(red="ready")
        table.turns((24 - ordered) // 6 - 1)
        assert (table.world.hour, table.legal("red/fly")) == (24, in_time)


@clause("13.3")
def test_ordering_again_renews_what_is_ready_and_hurries_nothing() -> None:
    table = Table(GAME)
    table.turn(red="ready")
    table.turn(red="ready")
    assert table.number("ready_at", "red", "air") == 12.0
    table.turn(red="ready")
    assert table.number("lapses_at", "red", "air") == 12.0 + 18
    table.turn(red="ready")
    assert table.number("lapses_at", "red", "air") == 18.0 + 18


@clause("13.4")
def test_what_lapsed_must_be_ordered_anew() -> None:
    table = Table(GAME)
    table.turn(red="ready")
    table.turns(4)
    assert (table.world.hour, table.number("ready_at", "red", "air")) == (30, 1e9)
    table.turn(red="ready")
    assert table.number("ready_at", "red", "air") == 42.0


@clause("13.5")
def test_a_cancelled_option_is_gone() -> None:
    table = Table(GAME)
    table.turn(red="ready")
    table.turn(red="cancel")
    table.turn()
    assert not table.legal("red/fly")


@clause("13.7")
def test_each_actor_has_its_own() -> None:
    table = Table(GAME)
    table.turn(red="ready")
    table.turn()
    assert (table.legal("red/fly"), table.legal("blue/fly")) == (True, False)


@clause("13.6")
def test_preparation_is_seen_unless_it_is_hidden() -> None:
    table = Table(GAME)
    table.turn(red=("ready", "dig"))
    seen = table.sees("blue")
    assert seen.number("ready_at", "red", "air").tolist() == [12.0]
    assert not seen.can_see("ready_at", "red", "mole")
    assert {event.subject for event in table.events(EventKind.OPTION) if event.visible_to("blue")} == {"air"}


def test_an_assumed_lead_gives_each_game_its_own() -> None:
    lead = np.array([6.0, 12.0, 24.0])
    table = Table(GAME, games=3, values={"options.air.lead_hours": lead})
    table.turn(red="ready")
    assert table.world.number("ready_at", "red", "air").tolist() == lead.tolist()
    assert table.world.number("lapses_at", "red", "air").tolist() == (lead + 18).tolist()


def test_reasons_are_given_in_words() -> None:
    table = Table(GAME)
    move = table.program.move("red/fly")
    assert table.sees("red").why_not(move) == ("needs: Air of Red is ready",)
    table.turn(red="ready")
    table.turn()
    assert table.sees("red").why_not(move) == ()


@pytest.mark.parametrize("option", ["air", "mole"])
def test_nothing_is_ready_that_nobody_ordered(option: str) -> None:
    table = Table(GAME)
    table.turns(3)
    assert table.number("ready_at", "red", option) == 1e9

"""How games end and what the end is worth, each actor on its own scale."""

from collections import Counter

import attrs
import numpy as np
import pytest

from game.engine.chance import Script, enumerate_games
from game.engine.mechanisms.endings import NoEnding, scores
from game.engine.turn import next_turn, resolve
from game.model.ids import ActorId
from tests.rulebook.clauses import clause
from tests.rules.by_hand import LADDER, Table

GAME = (
    """
format: 1
id: endings
title: "Endings"
clock: {hours_per_turn: 6, horizon_hours: 12, hidden_end_hours: 18}
orders: {moves: 2}
actors:
  red:
    name: "Red"
    types:
      hard: {name: "Hard", probability: 0.3}
      soft: {name: "Soft", probability: 0.7}
    objectives:
      calm: {name: "Calm", points: 40, track: talks, nothing_at: 20, full_at: 60}
      quiet: {name: "Few losses", points: 30, track: losses, nothing_at: 10, full_at: 0}
      pride: {name: "Pride", points: 20, type: hard, when: [{did: {actor: red, action: shoot}}]}
    aims:
      one: {name: "One", points: 10, when: [{did: {actor: red, action: talk}}]}
      two: {name: "Two", points: 10, when: [{on_turn: {turns: [2]}}]}
      three: {name: "Three", points: 10, when: [{on_turn: {turns: [2]}}]}
      four: {name: "Four", points: 10, when: [{on_turn: {turns: [2]}}]}
    aims_drawn: 2
    aftermath:
      price: {name: "The price", points: -60, when: [{live: {actor: red, action: besiege}}]}
  blue:
    name: "Blue"
    objectives:
      all: {name: "All", points: 100, track: losses, of: red, nothing_at: 0, full_at: 10}
tracks:
  talks: {name: "Talks", owner: world, start: 40}
  losses: {name: "Losses"}
outcomes:
  war:
    name: "War"
    class: general_war
    at_end_only: false
    when: [{rung_at_least: {rung: high}}]
    values: {blue: 70}
  early:
    name: "Early peace"
    at_end_only: false
    when: [{did: {actor: red, action: settle}}]
    values: {red: 55, blue: 45}
  shot: {name: "After shots", when: [{did: {actor: red, action: shoot}}]}
  typed:
    name: "Typed"
    when: [{did: {actor: blue, action: settle}}]
    values: {red: 5}
    values_by_type: {red: {hard: 90}}
  nothing: {name: "Nothing"}
actions:
  wait: {name: "Wait", kind: inaction}
  talk: {name: "Talk", kind: diplomacy, effects: [{change_track: {track: talks, by: 10}}]}
  settle: {name: "Settle", kind: diplomacy}
  shoot: {name: "Shoot", kind: force, effects: [{change_track: {track: losses, by: 4, actor: $self}}]}
  besiege: {name: "Besiege", kind: force, stands: true}
  war: {name: "War", kind: force, rung: high, target: {others: true}}
"""
    + LADDER
)


def finish(table: Table) -> list[int]:
    """Play on until every game is over; the turns that each took."""
    lasted = {}
    while True:
        for game in table.world.games[table.world.over].tolist():
            lasted[game] = table.world.turn
        if table.world.over.all():
            return [turn for _, turn in sorted(lasted.items())]
        table.world = table.world.only(np.flatnonzero(~table.world.over))
        next_turn(table.world)
        resolve(table.world, {})


def outcome(table: Table) -> str:
    return list(table.program.scenario.outcomes)[table.whole("outcome")]


def value(table: Table, actor: str) -> float:
    return table.number("value", actor)


def at_the_end(*turns: dict[str, str], hidden: int = 0, **rows: int) -> Table:
    table = Table(GAME.replace("hidden_end_hours: 18", f"hidden_end_hours: {hidden}"))
    for name, number in rows.items():
        table.world.whole(*name.split("_of_"))[:] = number
    for number, orders in enumerate(turns):
        table.resolve(**orders)
        if number + 1 < len(turns):
            table.go_on()
    return table


@clause("1.2")
def test_the_hidden_end_is_uniform_over_whole_turns() -> None:
    def play(script: Script) -> int:
        table = Table(GAME, chance=script)
        table.resolve()
        return finish(table)[0]

    lengths: dict[int, float] = {}
    for probability, turns in enumerate_games(play):
        lengths[turns] = lengths.get(turns, 0.0) + probability
    assert lengths == pytest.approx({2: 0.25, 3: 0.25, 4: 0.25, 5: 0.25})
    table = Table(GAME, games=4000)
    table.resolve()
    drawn = Counter(finish(table))
    assert {turns: count / 4000 for turns, count in drawn.items()} == pytest.approx(lengths, abs=0.03)


@clause("1.2")
def test_nobody_sees_the_hidden_end() -> None:
    table = Table(GAME)
    assert not any(table.sees(actor).can_see("end_hour") for actor in ("red", "blue"))


@clause("23.1")
def test_the_first_outcome_that_matches_is_the_games() -> None:
    both = at_the_end({"red": "shoot"}, {"blue": "settle"})
    assert outcome(both) == "shot", "it stands above the other in the file"
    assert outcome(at_the_end({}, {"blue": "settle"})) == "typed"
    assert outcome(at_the_end({}, {})) == "nothing"


@clause("23.2")
def test_some_endings_end_the_game_at_once_and_others_wait_for_the_clock() -> None:
    table = Table(GAME)
    table.resolve(red="shoot")
    assert not table.world.over.any()
    table.go_on()
    table.resolve(red="settle")
    assert outcome(table) == "early"
    assert (value(table, "red"), value(table, "blue")) == (55.0, 45.0)


@clause("23.3")
def test_general_war_is_worth_nothing_to_anybody_whatever_the_file_says() -> None:
    table = at_the_end({"red": "war/blue"})
    assert outcome(table) == "war"
    assert (value(table, "red"), value(table, "blue")) == (0.0, 0.0)


@clause("23.5")
def test_values_may_depend_on_a_private_type() -> None:
    assert [value(at_the_end({}, {"blue": "settle"}, type_of_red=kind), "red") for kind in (0, 1)] == [
        90.0,
        5.0,
    ]


@clause("23.4")
def test_objectives_scale_with_their_tracks() -> None:
    # Talks at 50 of 20..60: three quarters of 40; losses 4 of 10..0: six tenths of 30; no aim counts.
    table = Table(GAME.replace("hidden_end_hours: 18", "hidden_end_hours: 0"))
    for aim in ("one", "two", "three", "four"):
        table.world.whole("aim", "red", aim)[:] = 0
    table.world.whole("type", "red")[:] = 1
    table.turn(red="talk")
    table.resolve(red="shoot")
    assert value(table, "red") == pytest.approx(40 * 0.75 + 30 * 0.6)
    assert value(table, "blue") == pytest.approx(40.0), "scaled by Red's losses"


@clause("23.4")
def test_the_review_says_what_each_objective_brought() -> None:
    table = Table(GAME.replace("hidden_end_hours: 18", "hidden_end_hours: 0"))
    table.world.whole("type", "red")[:] = 0
    for aim in ("one", "two", "three", "four"):
        table.world.whole("aim", "red", aim)[:] = int(aim in ("one", "two"))
    table.turn(red=("talk", "besiege"))
    table.resolve(red="shoot")
    found = {
        score.objective: (score.points, score.of, score.part) for score in scores(table.world, ActorId("red"))
    }
    assert found == {
        "Calm": (pytest.approx(30.0), 40.0, "objective"),
        "Few losses": (pytest.approx(18.0), 30.0, "objective"),
        "Pride": (20.0, 20.0, "objective"),
        "One": (10.0, 10.0, "aim"),
        "Two": (10.0, 10.0, "aim"),
        "The price": (-60.0, -60.0, "aftermath"),
    }
    assert value(table, "red") == pytest.approx(28.0)


@clause("23.6")
def test_a_value_is_never_below_nothing_or_above_a_hundred() -> None:
    table = Table(GAME.replace("by: 4", "by: 40"))
    table.resolve(red=("besiege", "shoot"))
    finish(table)
    assert (value(table, "red"), value(table, "blue")) == (0.0, 100.0)


@clause("23.7")
def test_types_and_aims_are_drawn_as_the_scenario_says() -> None:
    table = Table(GAME, games=4000)
    assert np.mean(table.world.whole("type", "red") == 0) == pytest.approx(0.3, abs=0.03)
    aims = np.array([table.world.whole("aim", "red", aim) for aim in ("one", "two", "three", "four")])
    assert (aims.sum(axis=0) == 2).all()
    assert aims.mean(axis=1) == pytest.approx([0.5] * 4, abs=0.03)
    assert (table.world.whole("type", "blue") == -1).all()


def test_a_clock_that_runs_out_without_an_ending_is_an_error_and_not_a_hang() -> None:
    table = Table(GAME)
    table.world.number("end_hour")[:] = 6.0
    scenario = table.program.scenario
    (war, *_) = scenario.outcomes.values()
    table.world.program = attrs.evolve(table.program, scenario=attrs.evolve(scenario, outcomes={war.id: war}))
    with pytest.raises(NoEnding, match="no outcome matched"):
        table.resolve()

"""Graduated steps (Osgood 1962): announced, verified, answered; what they cost and what they calm."""

import numpy as np
import pytest

from game.engine.events import EventKind
from tests.rulebook.clauses import clause
from tests.rules.by_hand import LADDER, TWO_ACTORS, Table

NONE, ANNOUNCED, VERIFIED, ANSWERED = range(4)

GAME = (
    TWO_ACTORS.replace('blue: {name: "Blue"}', 'blue: {name: "Blue"}\n  green: {name: "Green"}')
    + LADDER
    + """
tracks:
  support: {name: "Support", start: 60}
  tension: {name: "Tension", owner: world, start: 50}
audience:
  track: support
  cover: 0.6
  covered_when: [{live: {actor: green, action: mediate}}]
steps:
  pull_back:
    name: "Guns back from the line"
    by: red
    action: guns_back
    answered_by: [guns_back, salute]
    of: blue
    within_hours: 24
    verified_after_hours: 6
    face: {assumption: face}
    returned: 0.75
    track: tension
    moves: -4
assumptions:
  face: {value: 8, low: 0, high: 20, unit: points, grade: D, invented: "a test"}
actions:
  wait: {name: "Wait", kind: inaction}
  guns_back: {name: "Guns back", kind: stand_down, stands: true}
  guns_forward: {name: "Guns forward", kind: posture, effects: [{withdraw: {actions: [guns_back]}}]}
  salute: {name: "Salute", kind: diplomacy, target: {others: true}}
  mediate: {name: "Mediate", kind: diplomacy, by: [green], stands: true}
  thank:
    name: "Thank them"
    kind: diplomacy
    by: [blue]
    requires: [{step_is: {step: pull_back, state: verified}}]
"""
)


def step(table: Table) -> int:
    return table.whole("step", "pull_back")


def support(table: Table) -> float:
    return table.number("track", "red", "support")


def tension(table: Table) -> float:
    return table.number("track", "world", "tension")


def said(table: Table) -> list[str]:
    return [event.text.split("”")[1].strip() for event in table.events(EventKind.STEP)]


@clause("21.1", "21.2", "21.3")
def test_a_step_is_announced_verified_and_answered() -> None:
    table = Table(GAME)
    table.turn(red="guns_back")
    assert (step(table), table.number("step_at", "pull_back")) == (ANNOUNCED, 0.0)
    assert (support(table), tension(table)) == (52, 50)
    assert not table.legal("blue/thank")
    table.turn()
    assert (step(table), support(table), tension(table)) == (VERIFIED, 52, 46)
    assert table.legal("blue/thank")
    table.turn(blue="salute/red")
    assert (step(table), support(table), tension(table)) == (ANSWERED, 58, 42)
    table.turn(red="guns_back", blue="salute/red")
    assert (step(table), support(table), tension(table)) == (ANSWERED, 58, 42), "once"
    assert said(table) == ["is announced", "is verified: it was carried out", "is answered in kind"]
    assert all(event.seen_by is None for event in table.events(EventKind.STEP))


@clause("21.2")
@pytest.mark.parametrize(("needed", "turns"), [(0, 1), (3, 1), (6, 1), (7, 2), (12, 2), (13, 3)])
def test_a_step_is_verified_no_sooner_than_the_turn_after_its_announcement(needed: int, turns: int) -> None:
    table = Table(GAME.replace("verified_after_hours: 6", f"verified_after_hours: {needed}"))
    table.turn(red="guns_back")
    for _ in range(turns):
        assert step(table) == ANNOUNCED
        table.turn()
    assert step(table) == VERIFIED


@clause("21.2")
def test_a_step_given_up_before_it_is_verified_is_void_and_may_be_taken_again() -> None:
    table = Table(GAME)
    table.turn(red="guns_back")
    table.turn(red="guns_forward")
    assert (step(table), support(table), tension(table)) == (NONE, 52, 50)
    assert said(table)[-1] == "is given up before anybody could verify it"
    table.turn(red="guns_back")
    assert (step(table), table.number("step_at", "pull_back"), support(table)) == (ANNOUNCED, 12.0, 44)


def test_what_was_verified_stays_verified_though_the_act_ends() -> None:
    table = Table(GAME)
    table.turn(red="guns_back")
    table.turns(1)
    table.turn(red="guns_forward")
    assert step(table) == VERIFIED


@clause("21.3")
def test_an_answer_that_comes_early_counts_once_the_step_is_verified() -> None:
    table = Table(GAME)
    table.turn(red="guns_back", blue="guns_back")
    assert (step(table), tension(table)) == (ANNOUNCED, 50)
    table.turn()
    assert (step(table), support(table), tension(table)) == (ANSWERED, 58, 42)


@pytest.mark.parametrize(("turn", "state"), [(2, ANSWERED), (3, ANSWERED), (4, VERIFIED)])
@clause("21.3")
def test_an_answer_counts_within_its_hours(turn: int, state: int) -> None:
    table = Table(GAME)
    table.turn(red="guns_back")
    table.turns(turn - 1)
    table.turn(blue="salute/red")
    assert step(table) == state


@pytest.mark.parametrize("orders", [{"blue": "salute/green"}, {"green": "salute/red"}, {"blue": "wait"}])
def test_only_the_other_side_answers_and_only_towards_who_took_the_step(orders: dict[str, str]) -> None:
    table = Table(GAME)
    table.turn(red="guns_back")
    table.turns(1)
    table.turn(**orders)
    assert step(table) == VERIFIED


def test_anybody_else_may_answer_a_step_towards_nobody_in_particular() -> None:
    table = Table(GAME.replace("    of: blue\n", ""))
    table.turn(red="guns_back")
    table.turn(red="salute/blue")
    assert step(table) == VERIFIED, "nobody answers itself"
    table.turn(green="salute/red")
    assert step(table) == ANSWERED


@clause("21.1", "21.3")
def test_a_mediator_covers_what_a_step_costs_and_no_more_comes_back_than_was_paid() -> None:
    table = Table(GAME)
    table.turn(green="mediate")
    table.turn(red="guns_back")
    assert support(table) == pytest.approx(60 - 8 * 0.4)
    table.turn()
    table.turn(blue="guns_back")
    assert support(table) == pytest.approx(60 - 8 * 0.4 * 0.25)


@clause("21.3")
def test_no_more_comes_back_than_the_floor_let_be_paid() -> None:
    table = Table(GAME.replace('"Support", start: 60', '"Support", start: 2'))
    table.turn(red="guns_back")
    assert (support(table), table.number("step_paid", "pull_back")) == (0, 2)
    table.turn()
    table.turn(blue="guns_back")
    assert support(table) == pytest.approx(2 * 0.75)


@clause("21.4")
def test_two_half_turns_equal_one_for_the_hours_of_steps() -> None:
    game = GAME.replace("verified_after_hours: 6", "verified_after_hours: 12")
    wholes = Table(game.replace("hours_per_turn: 6", "hours_per_turn: 12"))
    halves = Table(game)
    for orders in ({"red": "guns_back"}, {"blue": "salute/red"}, {}):
        wholes.turn(**orders)
        halves.turn(**orders)
        halves.turn()
        assert [step(t) for t in (wholes, halves)] == [step(wholes)] * 2
        assert (support(wholes), tension(wholes)) == (support(halves), tension(halves))
    late = [wholes.program, halves.program]
    for at, state in ((12, ANSWERED), (24, VERIFIED)):
        found = []
        for program in late:
            table = Table(program)
            while table.world.hour <= at:
                hour = table.world.hour
                table.turn(red="guns_back" if hour == 0 else (), blue="salute/red" if hour == at else ())
            found.append(step(table))
        assert found == [state, state]


def test_in_each_game_a_step_costs_what_is_assumed_there() -> None:
    table = Table(GAME, games=3, values={"face": np.array([0.0, 4.0, 20.0])})
    table.turn(red="guns_back")
    assert table.world.number("track", "red", "support").tolist() == [60, 56, 40]
    table.turn(blue="guns_back")
    assert table.world.number("track", "red", "support").tolist() == [60, 59, 55]


def test_a_step_without_a_track_or_a_price_only_stands() -> None:
    game = GAME.replace("    track: tension\n    moves: -4\n", "").replace(
        "    face: {assumption: face}\n", ""
    )
    table = Table(game.replace("audience:\n  track: support\n  cover", "audience:\n  cover"))
    table.turn(red="guns_back")
    table.turn(blue="guns_back")
    assert (step(table), support(table), tension(table)) == (ANSWERED, 60, 50)


def test_what_a_step_cost_is_known_to_who_took_it() -> None:
    table = Table(GAME)
    seeing = [table.sees(actor).can_see("step_paid", "pull_back") for actor in ("red", "blue", "green")]
    assert seeing == [True, False, False]

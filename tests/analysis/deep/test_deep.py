"""What the deep checks look at, and what they say of the textbook scenarios."""

from pathlib import Path

import numpy as np
import pytest

from game.analysis.deep import Report, Sizes, examine
from game.analysis.deep.findings import Weight
from game.analysis.deep.mixes import all_mixes, doctrine_mixes
from game.analysis.deep.sample import Play, gather, reading_of
from game.loading import load

ROOT = Path(__file__).resolve().parents[3]
SCENARIOS = ROOT / "scenarios"


@pytest.mark.parametrize("name", ["chicken", "first_ladder", "brinkmanship"])
def test_small_scenarios_get_no_silly_complaints(name: str) -> None:
    report = examine(SCENARIOS / f"{name}.yaml", Sizes(1000))
    assert [str(one) for one in report.problems] == []
    assert report.sheets


def test_the_same_file_gives_the_same_report_with_any_number_of_workers() -> None:
    def said(report: Report) -> object:
        return report.told, report.sheets

    file = SCENARIOS / "first_ladder.yaml"
    assert said(examine(file, Sizes(200))) == said(examine(file, Sizes(200), workers=2))


def test_a_file_with_plain_problems_is_not_played(tmp_path: Path) -> None:
    file = tmp_path / "bad.yaml"
    file.write_text("format: 1\n", encoding="utf-8")
    report = examine(file)
    assert {one.check for one in report.told} == {"plain"}
    assert all(one.weight is Weight.PROBLEM for one in report.told)
    assert not report.readings


def test_mixes_are_doctrines_and_random_players_as_played_and_drawn() -> None:
    scenario = load(SCENARIOS / "first_ladder.yaml").scenario()
    mixes = all_mixes(scenario)
    assert len({mix.name for mix in mixes}) == len(mixes)
    assert {mix.doctrines for mix in mixes} == {True, False}
    assert {mix.drawn for mix in mixes} == {True, False}
    assert all(mix.counts for mix in doctrine_mixes(scenario))
    assert all(set(mix.seats) == set(scenario.actors) for mix in mixes)


def test_assumptions_are_drawn_over_their_ranges() -> None:
    material = gather(load(SCENARIOS / "first_ladder.yaml"), Sizes(300), 1)
    reading = material.readings[0]
    drawn = [s for s in material.of(reading) if s.mix.drawn]
    assert drawn
    assert len(material.of(reading, counting=True)) == len(doctrine_mixes(reading.scenario))


def test_a_forced_move_is_made_whenever_it_is_legal_and_only_where_it_is_forced() -> None:
    reading = reading_of(load(SCENARIOS / "chicken.yaml"), ())
    games = 40
    numbers = np.tile(np.arange(games, dtype=np.int64), 2)
    straight = reading.program.move("row/straight").index
    forced = np.repeat(np.array([-1, straight], dtype=np.int32), games)
    seats = dict.fromkeys(reading.program.played, "cautious")
    played = Play(reading.packed, seats, numbers, {}, forced).done()
    plain = Play(reading.packed, seats, numbers[:games], {}).done()
    assert (played.games.outcome[:games] == plain.games.outcome).all()
    outcomes = list(reading.scenario.outcomes)
    driven_on = {outcomes.index(name) for name in outcomes if name in ("crash", "row_wins")}
    assert set(played.games.outcome[games:].tolist()) <= driven_on


def test_a_dominant_move_of_a_textbook_game_is_noted(tmp_path: Path) -> None:
    """The prisoner's dilemma: whatever the other does, confessing is better."""
    file = tmp_path / "dilemma.yaml"
    file.write_text(DILEMMA, encoding="utf-8")
    report = examine(file, Sizes(1600))
    told = {(one.check, one.problem.path) for one in report.notes}
    assert ("dominating", "actions.confess") in told
    assert not report.problems


DILEMMA = """
format: 1
id: dilemma
title: "Dilemma"
clock: {hours_per_turn: 1, horizon_hours: 1}
actors:
  one: {name: "One"}
  other: {name: "Other"}
actions:
  silent: {name: "Say nothing", kind: inaction}
  confess: {name: "Confess", kind: signal}
outcomes:
  both:
    name: "Both confess"
    when: [{did: {actor: one, action: confess}}, {did: {actor: other, action: confess}}]
    values: {one: 20, other: 20}
  one_free:
    name: "One goes free"
    when: [{did: {actor: one, action: confess}}]
    values: {one: 100, other: 0}
  other_free:
    name: "The other goes free"
    when: [{did: {actor: other, action: confess}}]
    values: {one: 0, other: 100}
  neither:
    name: "Neither confesses"
    values: {one: 60, other: 60}
"""

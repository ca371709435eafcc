"""The review of deterrence: what was believed then, beside what the issuer thought."""

import pytest

from game.model.numbers import Assumed
from game.session.game import Game
from game.view.deterred import DeterredMark, deterrence_review
from game.view.sight import sights
from tests.session.tables import scenario
from tests.view.theatre import theatre


def finished() -> Game:
    game = Game.start(theatre().scenario, seed=1, seats=dict.fromkeys(theatre().played, "random"), save=False)
    game.play_on()
    return game


def test_a_promise_is_shown_for_the_turns_in_which_it_stood() -> None:
    trails = {trail.commitment: trail for trail in deterrence_review(finished())}
    line = trails["line"]
    assert (line.issuer_name, line.on_name) == ("Norland", "Sudria")
    assert line.marks[0].turn == 1
    assert line.marks[0].act == "Fire across the ford"
    for mark in line.marks:
        assert 0 <= mark.thought <= 1
        assert 0 <= mark.looked <= 1
    assert line.words.startswith("By Sudria's own reckoning it ")


def test_it_has_no_credit_for_what_needed_no_deterring() -> None:
    mark = DeterredMark(1, 0, "Fire", 0.5, 0.4, 0.0)
    assert mark.needless
    assert not mark.deterred
    for trail in deterrence_review(finished()):
        if all(mark.needless for mark in trail.marks):
            assert trail.words.endswith("would not have done it anyway.")
        if any(mark.thought == mark.looked for mark in trail.marks) and len(trail.marks) == 1:
            assert "judged rightly" not in trail.words


@pytest.mark.parametrize(
    ("looked", "takes", "deterred"), [(0.4, 0.22, True), (0.2, 0.22, False), (1.0, None, False)]
)
def test_it_deters_where_it_looks_likelier_than_it_takes(
    looked: float, takes: float | None, deterred: bool
) -> None:
    assert DeterredMark(1, 0, "Fire", 0.5, looked, takes).deterred is deterred


def test_each_turn_is_accounted_for_by_the_assumptions_that_were_in_play_then() -> None:
    game = Game.start(scenario(), seed=2, save=False)
    some = next(iter(game.scenario.assumptions.values()))
    game.end_turn()
    game.override({some.id: some.high})
    game.end_turn()
    first, second = sights(game, game.program.played[0])
    assert first.amount(Assumed(some.id)) == some.value
    assert second.amount(Assumed(some.id)) == some.high

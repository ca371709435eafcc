"""The ending: what it was worth and why, and what was true; and the log on the way there."""

import pytest

from game.engine.orders import Orders
from game.engine.program import Program
from game.model.ids import ActorId
from game.session.game import Game, NotYet
from game.session.predictions import Course, Prediction
from game.view.ending import ending_view
from game.view.seated import seated_view
from tests.view.games import named, programs


def start(program: Program, seed: int, *people: ActorId) -> Game:
    seats = {actor: "human" if actor in people else "random" for actor in program.played}
    return Game.start(program.scenario, seed=seed, seats=seats, save=False)


@pytest.mark.parametrize("program", programs(), ids=named)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_what_it_was_worth_is_the_sum_of_its_parts(program: Program, seed: int) -> None:
    game = start(program, seed)
    with pytest.raises(NotYet):
        ending_view(game)
    game.play_on()
    view = ending_view(game)
    assert view.outcome == game.outcome
    assert {value.actor for value in view.values} == set(program.played)
    for value in view.values:
        total = sum(part.got for part in value.parts)
        if value.parts[0].kind != "outcome":  # an ending that sets the value itself may set one below zero
            total = min(max(total, 0.0), 100.0)
        assert value.value == pytest.approx(0.0 if view.class_ == "general_war" else total)


@pytest.mark.parametrize("program", programs(), ids=named)
def test_what_was_true_is_told(program: Program) -> None:
    game = start(program, 5)
    game.play_on()
    view, truth = ending_view(game), game.truth()
    subjects = [said.subject for said in view.truths]
    for incident in program.scenario.incidents.values():
        happened = truth.whole("happened", incident.id) >= 0
        assert (incident.name in subjects) == happened
        trails = [trail for trail in view.beliefs if trail.incident_name == incident.name]
        assert len(trails) == (len(program.played) + 1 if happened else 0)
        for trail in trails:
            assert [hour for hour, _ in trail.marks] == [h for h in truth.hours if h >= trail.marks[0][0]]
    assert len(view.log) == len(game.events())


def test_predictions_are_scored() -> None:
    program = next(program for program in programs() if program.scenario.id == "first_ladder")
    orvana, kelland = program.played
    game = start(program, 1, orvana)
    while not game.over:
        game.submit(orvana, Orders(), [Prediction(kelland, Course.HOLDS, 80)])
        game.end_turn()
    scores = ending_view(game).scores
    assert [score.turn for score in scores] == list(range(1, game.turns_played + 1))
    for score in scores:
        assert score.predictor_name == program.words(orvana)
        assert score.score == pytest.approx(0.04 if score.right else 0.64)


@pytest.mark.parametrize("program", programs(), ids=named)
def test_what_is_new_in_the_log_is_what_came_after_the_last_orders(program: Program) -> None:
    me = program.played[0]
    game, known = start(program, 2, me), 0
    while not game.over:
        log = seated_view(game, me).log
        assert [line.new for line in log] == [False] * known + [True] * (len(log) - known)
        known = len(log)
        game.submit(me, Orders())
        game.end_turn()


def test_a_hidden_clock_says_whether_it_ran_out() -> None:
    program = next(program for program in programs() if program.scenario.id == "first_ladder")
    told = set()
    for seed in range(24):
        game = start(program, seed)
        game.play_on()
        truth = game.truth()
        (said,) = (said.text for said in ending_view(game).truths if said.subject == "The clock")
        ran_out = truth.hours[-1] >= truth.number("end_hour")
        assert said.startswith("It ran out at hour" if ran_out else "It would have run out at hour")
        told.add(ran_out)
    assert told == {True, False}

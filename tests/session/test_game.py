"""A game in progress: secret orders, undo, and what each seat gets to see."""

from pathlib import Path

import pytest

from game.engine.orders import Contingent, Orders
from game.loading import find_scenario, load
from game.model.actions import Engagement
from game.model.ids import ActorId, ContingencyId
from game.session.game import Game, NotYet, OrdersRefused
from game.session.predictions import Course, Prediction
from game.session.record import RecordProblem, canonical, read
from game.session.replay import replay
from tests.session.tables import (
    COLUMN,
    KELLAND,
    ORVANA,
    ROW,
    play_out,
    play_turn,
    scenario,
    solo,
    some_orders,
)

STRAIGHT, SWERVE = Orders(("row/straight",)), Orders(("column/swerve",))


def test_orders_are_secret_until_all_are_given() -> None:
    game = Game.start(scenario("chicken"), seed=1, seats={ROW: "human", COLUMN: "human"}, save=False)
    assert game.waiting_for() == (ROW, COLUMN)
    before = game.observation(COLUMN).as_bytes()
    game.submit(ROW, STRAIGHT)
    assert game.observation(COLUMN).as_bytes() == before
    assert game.waiting_for() == (COLUMN,)
    with pytest.raises(NotYet, match="Column driver"):
        game.end_turn()
    game.submit(COLUMN, SWERVE)
    game.end_turn()
    assert game.over
    assert game.outcome == "row_wins"
    assert game.values() == {ROW: 4.0, COLUMN: 2.0}
    assert game.waiting_for() == ()


def test_orders_can_be_changed_until_the_turn_ends() -> None:
    game = Game.start(scenario("chicken"), seed=1, seats={ROW: "human", COLUMN: "human"}, save=False)
    game.submit(COLUMN, SWERVE)
    game.submit(ROW, STRAIGHT)
    game.submit(ROW, Orders(("row/swerve",)))
    assert game.ordered(ROW) == Orders(("row/swerve",))
    game.end_turn()
    assert game.outcome == "both_swerve"


def test_seats_order_one_after_the_other_where_the_scenario_says_so(tmp_path: Path) -> None:
    text = find_scenario("chicken").read_text(encoding="utf-8")
    text = text.replace("sequence: simultaneous", "sequence: by_turns").replace(
        "horizon_hours: 1", "horizon_hours: 2"
    )
    file = tmp_path / "turns.yaml"
    file.write_text(text, encoding="utf-8")
    game = Game.start(load(file).scenario(), seed=1, seats={ROW: "human", COLUMN: "human"}, save=False)
    assert game.waiting_for() == (ROW,)
    assert game.check(COLUMN, SWERVE) == ("Column driver gives no orders this turn",)
    game.submit(ROW, STRAIGHT)
    game.end_turn()
    assert game.waiting_for() == (COLUMN,)
    game.submit(COLUMN, SWERVE)
    game.end_turn()
    assert game.outcome == "row_wins"


def test_computers_play_alone(tmp_path: Path) -> None:
    game = Game.start(scenario("chicken"), seed=1, path=tmp_path / "a.backstop")
    assert game.people == ()
    game.play_on()
    assert game.over
    assert read(tmp_path / "a.backstop").end is not None


def test_every_wrong_order_is_refused_with_all_reasons() -> None:
    game = solo()
    wrong = Orders(
        ("orvana/no_such_thing", "kelland/note"),
        contingent=Contingent(ContingencyId("never"), "orvana/nor_this"),
    )
    with pytest.raises(OrdersRefused) as caught:
        game.submit(ORVANA, wrong, [Prediction(ORVANA, Course.HOLDS, 10)])
    assert len(caught.value.problems) >= 6
    assert game.waiting_for() == (ORVANA,)
    with pytest.raises(OrdersRefused, match="played by the computer"):
        game.submit(KELLAND, some_orders(game, KELLAND))
    with pytest.raises(OrdersRefused):
        game.submit(ActorId("moon"), Orders())


def test_nothing_is_predicted_where_there_is_no_ladder() -> None:
    game = Game.start(scenario("chicken"), seed=1, seats={ROW: "human"}, save=False)
    with pytest.raises(OrdersRefused, match="nothing to predict"):
        game.submit(ROW, STRAIGHT, [Prediction(COLUMN, Course.HOLDS, 60)])


def test_hidden_things_are_told_only_at_the_end() -> None:
    game = solo()
    for ask in (game.events, game.values, game.truth, game.state):
        with pytest.raises(NotYet):
            ask()
    play_out(game)
    everything = game.events()
    assert {event.seen_by for event in game.events(ORVANA)} < {event.seen_by for event in everything}
    assert all(event.visible_to(ORVANA) for event in game.events(ORVANA))
    truth = game.truth()
    assert len(truth.hours) == game.turns_played + 1
    assert ("cause", "boat_hit") in truth.names()
    assert truth.whole("cause", "boat_hit", at=0) == -1
    assert truth.whole("cause", "boat_hit") >= 0
    assert truth.number("value", "orvana") == game.values()[ORVANA]
    assert truth.scores(ORVANA)


def test_undo_gives_the_same_future_for_the_same_orders() -> None:
    game = play_out(solo())
    first = [canonical(event.as_record()) for event in game.events()]
    for turn in range(game.turns_played, 0, -1):
        game.undo_to(turn)
        assert (game.turn, game.over) == (turn, False)
        play_out(game)
        assert [canonical(event.as_record()) for event in game.events()] == first


def test_undo_forgets_what_the_turn_was_to_be() -> None:
    game = solo()
    play_turn(game)
    game.submit(ORVANA, some_orders(game))
    game.undo_to(1)
    assert game.ordered(ORVANA) is None
    assert game.own_orders(ORVANA) == {}
    for wrong in (0, 1, 2):
        with pytest.raises(ValueError, match="cannot be undone"):
            game.undo_to(wrong)


def test_an_observation_outlives_its_turn() -> None:
    game = solo()
    seen = game.observation(ORVANA)
    before = seen.as_bytes()
    play_turn(game)
    assert seen.as_bytes() == before
    assert [one.turn for one in game.history(ORVANA)] == [1, 2]
    assert game.history(ORVANA)[0].as_bytes() == before


def test_the_events_of_a_turn_are_new_to_its_seats() -> None:
    game = solo()
    assert game.seen(ORVANA) == 0
    opening = len(game.events(ORVANA))
    play_turn(game)
    assert game.seen(ORVANA) == opening


def test_predictions_are_kept_and_scored(tmp_path: Path) -> None:
    path = tmp_path / "a.backstop"
    game = solo(path)
    while not game.over:
        slip = [Prediction(KELLAND, Course.CLIMBS if game.turn == 1 else Course.HOLDS, 70)]
        game.submit(ORVANA, some_orders(game), slip)
        game.end_turn()
    score = game.score(ORVANA)
    assert len(score.predictions) == game.turns_played
    assert score.brier is not None
    assert Game.resume(path).score(ORVANA) == score
    assert game.score(KELLAND).brier is None


def test_rules_of_engagement_and_claims_are_recorded(tmp_path: Path) -> None:
    path = tmp_path / "a.backstop"
    game = solo(path)
    orders = Orders(some_orders(game).moves, engagement=Engagement.TIGHT)
    game.submit(ORVANA, orders)
    game.end_turn()
    assert read(path).turns[0].orders[ORVANA] == orders


def test_a_replay_gives_byte_equal_events(tmp_path: Path) -> None:
    for seed in range(3):
        path = tmp_path / f"{seed}.backstop"
        game = solo(path, seed)
        play_out(game, skip=seed)
        game.undo_to(2)
        play_out(game, skip=seed + 1)
        again = replay(read(path))
        assert again.difference is None
        written = [canonical(event.as_record()) for event in game.events()]
        assert [canonical(event.as_record()) for event in again.events] == written


def test_a_turn_that_cannot_be_written_has_not_happened(tmp_path: Path) -> None:
    path = tmp_path / "a.backstop"
    game = solo(path)
    play_turn(game)
    orders = some_orders(game)
    game.submit(ORVANA, orders)
    written = path.read_bytes()
    path.unlink()
    path.mkdir()
    with pytest.raises(RecordProblem, match="cannot write"):
        game.end_turn()
    assert (game.turn, game.ordered(ORVANA)) == (2, orders)
    with pytest.raises(RecordProblem, match="cannot write"):
        game.undo_to(1)
    path.rmdir()
    path.write_bytes(written)
    game.end_turn()
    assert read(path).turns[1].orders[ORVANA] == orders

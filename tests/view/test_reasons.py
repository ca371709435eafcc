"""The computer players' reasons: they agree with what was ordered, and the scores are the players' own."""

from functools import cache

import pytest

from game.engine.orders import Orders
from game.engine.program import Program
from game.players import player
from game.players.choice import TENTHS
from game.players.doctrine_player import DoctrinePlayer
from game.session.game import Game, NotYet
from game.view.reasons import Reasons, accounts, move_label, reasons
from game.view.sight import Sight
from tests.view.games import named, programs


@cache
def played(program: Program, seed: int) -> Game:
    game = Game.start(program.scenario, seed=seed, save=False)
    game.play_on()
    return game


def every(game: Game) -> Reasons:
    return reasons(game)


@pytest.mark.parametrize("program", programs(), ids=named)
def test_asked_again_a_player_orders_what_it_ordered(program: Program) -> None:
    game = played(program, 3)
    for actor in program.played:
        told = {sight.turn: why.orders for sight, why in accounts(game, actor)}
        assert told == game.own_orders(actor)


@pytest.mark.parametrize("program", programs(), ids=named)
def test_scores_are_the_players_own_and_their_parts_sum_to_them(program: Program) -> None:
    game = played(program, 3)
    for actor in program.played:
        own = player(game.seats[actor], game.program, game.header.seed)
        assert isinstance(own, DoctrinePlayer)
        mine = program.moves_of[actor]
        for sight, why in accounts(game, actor):
            seen = sight.observation
            scores = {move.name: int(row[0]) for move, row in zip(mine, own.scores(seen), strict=True)}
            for weighed in why.weighed:
                assert round(weighed.score * TENTHS) == scores[weighed.move]
                told = sum(part.points for part in weighed.parts)
                assert told == pytest.approx(weighed.score, abs=0.16)  # rounded down to tenths, twice
            assert sum(weighed.chance for weighed in why.weighed) == pytest.approx(1.0)


@pytest.mark.parametrize("program", programs(), ids=named)
def test_reasons_agree_with_what_was_ordered(program: Program) -> None:
    game = played(program, 4)
    told = every(game)
    assert [one.actor for one in told.players] == list(program.played)
    for one in told.players:
        orders = game.own_orders(one.actor)  # type: ignore[arg-type]  # ids are strings
        turns = told.of(one.actor)
        assert [turn.turn for turn in turns] == sorted(orders)
        for turn in turns:
            sight = Sight(game.history(one.actor)[turn.turn - 1], (), (), {})  # type: ignore[arg-type]
            names = orders[turn.turn].moves
            assert [move.label for move in turn.moves] == [move_label(sight, name) for name in names]
            for move in turn.moves:
                assert 0 < move.chance <= 1
                assert move.behind >= 0
                assert (move.rank == 1) <= (move.behind == 0)
            best = max((move.score for move in turn.moves), default=0.0)
            for rejected in turn.rejected:
                assert rejected.behind >= 0
                assert rejected.score <= max(best, rejected.score + rejected.behind) + 1e-9


def test_what_a_player_believed_is_what_its_seat_saw() -> None:
    program = next(one for one in programs() if one.scenario.id == "three_tiers_72h")
    game = played(program, 7)
    told, seen = every(game), 0
    truth = game.truth()
    causes = list(program.scenario.causes.values())
    for one in told.players:
        for turn in told.of(one.actor):
            for belief in turn.believed:
                incident = next(
                    i for i in program.scenario.incidents.values() if i.name == belief.incident_name
                )
                true = causes[truth.whole("cause", incident.id)].name
                assert [cause.name for cause in belief.causes if cause.true] == [true]
                assert sum(cause.share for cause in belief.causes) <= 1.0 + 1e-9
                seen += 1
    assert seen


def test_a_random_player_says_that_it_chooses_blindly() -> None:
    program = next(one for one in programs() if one.scenario.id == "three_tiers_72h")
    game = Game.start(program.scenario, seed=2, seats=dict.fromkeys(program.played, "random"), save=False)
    with pytest.raises(NotYet):
        every(game)
    game.play_on()
    told = every(game)
    assert all(one.blind and "blindly" in one.summary for one in told.players)
    turns = told.of(told.players[0].actor)
    assert any(turn.blind for turn in turns)
    assert not any(turn.moves or turn.rejected for turn in turns)


def test_people_owe_no_reasons() -> None:
    program = next(one for one in programs() if one.scenario.id == "three_tiers_72h")
    me = program.played[0]
    game = Game.start(program.scenario, seed=2, seats={me: "human"}, save=False)
    while not game.over:
        game.submit(me, Orders())
        game.end_turn()
    assert str(me) not in [one.actor for one in every(game).players]

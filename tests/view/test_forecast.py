"""Forecasts: the ledger's own figures rounded once, by what the seat knows, with what a move commits to."""

import pytest

from game.engine.observe import observe
from game.engine.program import Program
from game.engine.turn import open_games
from game.engine.world import World
from game.model.ids import ActorId
from game.view.forecast import balance_of, forecasts
from game.view.ledger import ledger
from game.view.moves import moves
from game.view.notes import WEIGHTY
from game.view.sight import Sight
from tests.view.games import programs


def flagship() -> Program:
    return next(
        one
        for one in programs()
        if one.scenario.id == "three_tiers_72h" and "conditional" in one.scenario.variant
    )


def sight(actor: str) -> Sight:
    world = World.start(flagship(), 7)
    open_games(world)
    return Sight(observe(world, ActorId(actor)), (), (), {})


@pytest.mark.parametrize("actor", ["ukraine", "russia", "us"])
def test_every_move_has_a_forecast_and_its_parts_add_up(actor: str) -> None:
    seen = sight(actor)
    found = forecasts(seen, ledger(seen))
    assert [one.move for one in found] == [move.name for move in seen.program.moves_of[ActorId(actor)]]
    for one in found:
        if one.balance is not None:
            assert one.balance.brings - one.balance.lost == pytest.approx(one.balance.after)


def test_the_forecast_agrees_with_the_ledger() -> None:
    seen = sight("ukraine")
    known = ledger(seen)
    found = {one.move: one for one in forecasts(seen, known)}
    for act in known.acts:
        one = found[act.move]
        assert one.answers == act.rows
        assert one.balance == balance_of(act)
        assert one.balance is not None
        assert one.balance.net == pytest.approx(act.net, abs=0.11)
        for exact, shown in (
            (act.gain, one.balance.brings),
            (act.cost, one.balance.costs),
            (act.punished, one.balance.punished),
            (act.denied, one.balance.denied),
        ):
            assert shown == pytest.approx(exact, abs=0.3)


def test_the_facts_tell_when_an_option_is_ready_and_what_binds() -> None:
    seen = sight("ukraine")
    found = {one.move: one for one in forecasts(seen, ledger(seen))}
    reserve = found["ukraine/order_reserve/russia"].facts
    assert [fact.kind for fact in reserve] == ["deadline", "ready"]
    assert reserve[1].words == "Assault reserve would be ready at hour 12 and lapse 30 hours later"
    (binds,) = found["ukraine/ukraine_warns/russia"].facts
    assert binds.kind == "binds"
    assert "binds you to answer Russia" in binds.words
    clock = [fact.words for fact in found["ukraine/allege_violation/russia"].facts if fact.kind == "clock"]
    assert clock[0] == "Tier 1, Ukraine could open at hour 0 and close at hour 24"
    assert all(fact.kind in WEIGHTY for one in found.values() for fact in one.facts)


def test_waiting_is_not_compared_with_itself() -> None:
    seen = sight("ukraine")
    found = {one.move: one for one in forecasts(seen, ledger(seen))}
    assert found["ukraine/wait"].balance is None


@pytest.mark.parametrize("actor", ["ukraine", "russia", "us", "coalition"])
def test_nothing_is_said_to_be_taken_back_of_a_deal_that_was_never_made(actor: str) -> None:
    told = [effect for group in moves(sight(actor)) for move in group.moves for effect in move.effects]
    assert told
    assert not [effect for effect in told if "was delivered under" in effect]


def test_levers_make_a_promise_more_believed() -> None:
    promises = [one for one in ledger(sight("ukraine")).promises if one.row is not None]
    assert promises
    for one in promises:
        assert one.row is not None
        assert all(lever.likely > one.row.likely for lever in one.levers)
        assert list(one.levers) == sorted(one.levers, key=lambda lever: -lever.likely)


def test_what_tempts_others_leaves_out_what_one_sees_to_be_impossible() -> None:
    seen = sight("ukraine")
    for other in ledger(seen).others:
        assert other.actor != "ukraine"
        worth = [act.net for act in other.acts]
        assert worth == sorted(worth, reverse=True)
        for act in other.acts:
            move = seen.program.move(act.move)
            readable = [
                index
                for index in move.requires
                if all(
                    seen.observation.can_see(*row)
                    for row in seen.program.conditions[index].reads(seen.scenario)
                )
            ]
            assert not seen.observation.unmet(readable)

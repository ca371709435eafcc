"""What happened, beat by beat, from what one seat saw."""

from game.engine.events import Turning
from game.engine.orders import Orders
from game.loading import find_scenario, load
from game.model.ids import ActorId
from game.session.game import Game
from game.session.saves import HUMAN
from game.view.beats import TURNINGS, Tone, between
from game.view.seat import SeatView
from game.view.seated import seated_view

ME = ActorId("orvana")


def played(tmp_path, *moves: str) -> SeatView:  # type: ignore[no-untyped-def]
    scenario = load(find_scenario("first_ladder")).scenario(())
    game = Game.start(scenario, seed=9, seats={ME: HUMAN}, path=tmp_path / "game.backstop")
    game.play_on()
    for move in moves:
        game.submit(ME, Orders(moves=(f"orvana/{move}",)))
        game.play_on()
    return seated_view(game, ME)


def test_an_act_is_told_as_meant_and_as_read_with_what_came_of_it(tmp_path) -> None:  # type: ignore[no-untyped-def]
    view = played(tmp_path, "order_landing/kelland")
    act = next(beat for beat in view.beats if beat.mine and beat.kind == "act")
    assert (act.sent, act.read) == (2, 3)
    assert act.misread
    assert act.target_name == "Kelland"
    assert act.more, "the option that it ordered is told under it"
    other = next(beat for beat in view.beats if beat.actor == "kelland" and beat.kind == "act")
    assert other.sent is None, "nobody knows what others mean"


def test_what_is_new_is_what_came_since_the_last_orders(tmp_path) -> None:  # type: ignore[no-untyped-def]
    view = played(tmp_path, "draw_line_orvana/kelland", "send_divers")
    assert {beat.turn for beat in view.beats if beat.new} == {2, 3}  # the third began with a report
    assert {beat.turn for beat in between(view.beats, 1, 1)} == {1}
    assert any(beat.tone is Tone.EVIDENCE for beat in view.beats if beat.new)
    assert not [beat for beat in view.beats if beat.kind in ("track", "turn")]


def test_a_promise_is_told_under_the_act_that_gave_it(tmp_path) -> None:  # type: ignore[no-untyped-def]
    view = played(tmp_path, "draw_line_orvana/kelland")
    act = next(beat for beat in view.beats if beat.mine and beat.kind == "act")
    assert act.more
    assert not [beat for beat in view.beats if beat.kind == "commitment"]
    assert all(change.good is not None for change in act.changes if "Kelland" not in change.name)


def test_every_turning_has_its_tone() -> None:
    assert set(TURNINGS) == set(Turning) - {Turning.NEWS}
    assert TURNINGS[Turning.BROKEN] is TURNINGS[Turning.WORSE] is Tone.ALARM
    assert TURNINGS[Turning.KEPT] is TURNINGS[Turning.CALMER] is Tone.DEAL

"""A window's place in a game: going back where seats take turns, and looking on while the game is at work."""

from pathlib import Path
from threading import Event, Thread

import pytest

from game.desktop.seated import SeatedPlay
from game.engine.orders import Orders
from game.language import ENGLISH, speaking
from game.language.pseudo import PSEUDO
from game.loading import find_scenario, load
from game.model.ids import ActorId
from game.places import HOME
from game.session.game import Game
from tests.session.tables import ORVANA, play_out, play_turn, scenario, solo

SECOND = ActorId("second")


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME, str(tmp_path))


def by_turns(seed: int = 3) -> SeatedPlay:
    """A person plays the second of two seats that order one after the other."""
    brink = load(find_scenario("brinkmanship")).scenario()
    game = Game.start(brink, seed=seed, seats={SECOND: "human"}, save=False)
    game.play_on()
    return SeatedPlay(game)


def may_order(play: SeatedPlay) -> bool:
    return any(move.available for group in play.view.moves for move in group.moves)


def wait(play: SeatedPlay) -> None:
    """Order whatever can be ordered that ends nothing."""
    for group in play.view.moves:
        for move in group.moves:
            if move.available and not play.problems(Orders((move.name,))):
                play.end_turn(Orders((move.name,)), [])
                return


# --- going back ---------------------------------------------------------------------------------------------


def test_going_back_to_a_computers_turn_lands_where_somebody_is_asked() -> None:
    play = by_turns()
    assert (play.view.turn, may_order(play)) == (2, True)
    play.go_to(0, 1)
    assert (play.view.turn, may_order(play)) == (2, True)
    assert play.game.waiting_for() == (SECOND,)


def test_turns_in_which_only_computers_order_are_not_offered() -> None:
    play = by_turns()
    assert play.lines().last == 0
    for _ in range(2):
        if not play.over:
            wait(play)
    lines = play.lines()
    played = lines.current.turns
    assert lines.current.passed == tuple(range(1, played + 1, 2))
    assert lines.last == played - played % 2
    play.go_to(0, lines.last)
    assert (play.view.turn, may_order(play)) == (lines.last, True)


def test_who_looks_on_can_go_back_to_every_turn() -> None:
    game = Game.start(scenario(), seed=1, save=False)
    game.end_turn()
    game.end_turn()
    lines = SeatedPlay(game).lines()
    assert (lines.last, lines.current.passed) == (2, ())


def test_where_one_cannot_go_the_game_stays_where_it_is(tmp_path: Path) -> None:
    game = solo(tmp_path / "a.backstop")
    for _ in range(3):
        play_turn(game)
    play = SeatedPlay(game)
    play.go_to(0, 2)
    wait(play)
    before = (tmp_path / "a.backstop").read_bytes()
    with pytest.raises(ValueError, match="turn 9 cannot be undone"):
        play.go_to(0, 9)
    assert play.lines().current.letters == "B"
    assert (tmp_path / "a.backstop").read_bytes() == before
    play.go_to(0, 3)
    assert (play.lines().current.letters, play.view.turn) == ("C", 3)


# --- looking on while the game is at work ----------------------------------------------------------------


def test_the_window_shows_the_last_moment_until_the_next_is_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """A turn is held in the midst of being resolved: nothing that the window asks waits, or is half new."""
    game = Game.start(scenario(), seed=1, save=False)
    play = SeatedPlay(game)
    reached, go_on = Event(), Event()
    resolve = game.end_turn

    def held() -> None:
        resolve()
        reached.set()
        assert go_on.wait(20)

    monkeypatch.setattr(game, "end_turn", held)
    worker = Thread(target=play.step)
    worker.start()
    assert reached.wait(20)
    assert game.turns_played == 1
    for language in (ENGLISH, PSEUDO):
        with speaking(language):
            assert (play.lines().last, play.lines().current.turns, play.view.turn) == (0, 0, 1)
            assert (play.over, play.people, len(play.seats)) == (False, (), 2)
            assert play.setting is not None
    go_on.set()
    worker.join()
    assert (play.lines().last, play.view.turn) == (1, 2)


def test_an_ending_that_was_left_is_not_shown_for_the_next() -> None:
    play = SeatedPlay(play_out(solo()))
    first = play.ending()
    assert play.ending() is first
    with speaking(PSEUDO):
        assert play.ending().outcome_name != first.outcome_name
    last = play.lines().last
    play.go_to(0, last)
    assert (play.game.over, play.actor) == (False, ORVANA)
    wait(play)
    if play.over:
        assert play.ending() is not first

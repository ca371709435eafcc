"""Watching computers play: a pace, a pause, one turn at a time, any seat's eyes, and the ending."""

from pathlib import Path

import pygame
import pytest

from game.desktop.app import App, Wish
from game.desktop.screens.watch import PACES, Watch
from game.places import HOME
from game.session.saves import saved_games
from tests.desktop.layout import LOOKS, Look, problems, untranslated
from tests.desktop.table import Hand, app

WISH = Wish("first_ladder", None, None, None, {}, 3, {}, watch=True)


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME, str(tmp_path))


def watching(size: tuple[int, int] = (1280, 720)) -> tuple[App, Watch, Hand]:
    """A game that is watched, paused."""
    game, hand = app(size, WISH)
    hand.wait()
    screen = game.stage.screen
    assert isinstance(screen, Watch)
    screen.toggle()
    assert screen.paused
    hand.wait()
    return game, screen, hand


def test_turns_go_one_by_one_and_end() -> None:
    game, screen, hand = watching()
    turn = screen.play.view.turn
    hand.click("watch.step")
    hand.wait()
    assert screen.play.view.turn == turn + 1
    for _ in range(40):
        if screen.play.over:
            break
        hand.key(pygame.K_n)
        hand.wait()
    assert screen.play.over
    hand.click("watch.end")
    assert game.stage.screen is not None
    assert game.stage.screen.name == "ending"


def test_it_goes_on_by_itself_at_its_pace() -> None:
    _, screen, hand = watching()
    turn = screen.play.view.turn
    hand.click("watch.pace/fast")
    hand.key(pygame.K_k)
    assert not screen.paused
    for _ in range(int(PACES["fast"][0] / 0.25) + 4):
        hand.wait()
        if screen.play.view.turn > turn:
            break
    assert screen.play.view.turn > turn
    hand.key(pygame.K_k)
    assert screen.paused


def test_any_seat_can_be_looked_through() -> None:
    _, screen, hand = watching()
    assert screen.play.view.actor == "orvana"
    hand.click("watch.seats/kelland")
    hand.wait()
    assert screen.play.view.actor == "kelland"
    assert not hand.parts("moves")
    hand.key(pygame.K_RETURN, mod=pygame.KMOD_CTRL)
    assert screen.overlay == ""


def test_a_second_press_resolves_one_turn() -> None:
    _, screen, hand = watching()
    turn = screen.play.view.turn
    screen.step()
    screen.step()
    screen.look_as("kelland")
    hand.wait()
    assert (screen.play.view.turn, screen.play.view.actor) == (turn + 1, "orvana")


def test_a_turn_that_cannot_be_resolved_pauses_and_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    _, screen, hand = watching()

    def fail() -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(screen.watched, "step", fail)
    screen.paused = False
    screen.step()
    hand.wait()
    assert screen.paused
    assert "the disk is full" in screen.stage.message


def test_a_watched_game_is_saved_and_can_be_gone_on_with() -> None:
    game, screen, hand = watching()
    hand.click("watch.step")
    hand.wait()
    (saved,) = saved_games()
    game.to_menu()
    hand.wait()
    game.open(saved.path)
    hand.wait()
    again = game.stage.screen
    assert isinstance(again, Watch)
    assert again.play.view.turn == screen.play.view.turn


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_it_stands_under_every_look(look: Look) -> None:
    _, _, hand = watching(look.size)
    hand.click("watch.step")
    hand.wait()
    hand.stage.apply(look.settings, look.language)
    hand.draw()
    assert problems(hand.page) == []
    if look.language.code != "en":
        assert untranslated(hand.page) == []


def test_going_back_from_the_end_goes_on_from_there() -> None:
    _, screen, hand = watching()
    while not screen.play.over:
        screen.step()
        hand.wait()
    screen.toggle()
    screen.shown_for = 3.0
    hand.key(pygame.K_F3)
    hand.click("overlay.turns/turn.1")
    hand.click("overlay.go")
    hand.wait()
    assert (screen.play.over, screen.play.view.turn, screen.overlay) == (False, 1, "")
    assert screen.shown_for == 0.0
    hand.click("watch.pace/fast")
    for _ in range(int(PACES["fast"][0] / 0.25) + 4):
        hand.wait()
        if screen.play.view.turn > 1:
            break
    assert screen.play.view.turn > 1

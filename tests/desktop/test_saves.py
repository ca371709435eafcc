"""Saved games: cards with pictures, names, the trash, endings to look at again, and what is damaged."""

from pathlib import Path

import pygame
import pytest

from game.desktop.app import App, Wish
from game.desktop.screens.crisis import Crisis
from game.desktop.screens.menu import Menu
from game.desktop.screens.saves import Saves
from game.desktop.settings import Settings
from game.places import HOME
from game.session.game import Game
from game.session.saves import (
    ENDING,
    new_path,
    picture_of,
    saves_folder,
    trash_folder,
    unfinished_games,
)
from tests.desktop.layout import LOOKS, Look, problems, untranslated
from tests.desktop.table import Hand, app
from tests.session.tables import ORVANA, play_out, play_turn, scenario, solo


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME, str(tmp_path))


def shelf(size: tuple[int, int] = (1280, 720)) -> tuple[App, Saves, Hand]:
    """The screen of saved games, over one that goes on, one that has ended, one watched and one damaged."""
    play_turn(solo(new_path("first_ladder")))
    play_out(solo(new_path("first_ladder")))
    Game.start(scenario(), seed=1)
    (saves_folder() / f"torn{ENDING}").write_text("hello", encoding="utf-8")
    game, hand = app(size)
    hand.click("saves")
    hand.wait()
    screen = game.stage.screen
    assert isinstance(screen, Saves)
    return game, screen, hand


def said(hand: Hand) -> str:
    return " | ".join(mark.text for mark in hand.page.marks)


def test_cards_say_what_is_played_by_whom_and_how_far_it_is() -> None:
    _, _, hand = shelf()
    words = said(hand)
    for part in ("The Light on Skerry Rock", "Turn 2, hour 12", "Orvana", "Computers play every seat"):
        assert part in words
    assert len(hand.parts("saves.games")) == 2


def test_a_damaged_game_is_listed_with_what_is_wrong() -> None:
    game, _, hand = shelf()
    hand.click("saves.shelf/damaged")
    assert "no record of a Backstop game" in said(hand)
    hand.click("saves.games/torn")
    assert isinstance(game.stage.screen, Saves)
    assert "no record" in game.stage.message


def test_a_finished_game_shows_its_ending_again() -> None:
    game, screen, hand = shelf()
    hand.click("saves.shelf/finished")
    hand.click("saves.open")
    hand.wait()
    assert game.stage.screen is not None
    assert game.stage.screen.name == "ending"
    assert screen.found is not None
    assert screen.found.finished[0].where in said(hand)


def test_a_game_is_gone_on_with_by_mouse_and_by_keys() -> None:
    game, screen, hand = shelf()
    assert screen.found is not None
    going = next(one for one in screen.found.going_on if not one.watched)
    hand.click(f"saves.games/{going.path.stem}")
    hand.click("saves.open")
    hand.wait()
    assert isinstance(game.stage.screen, Crisis)


@pytest.mark.parametrize("enter", [None, pygame.K_RETURN, pygame.K_KP_ENTER])
def test_a_game_is_named_with_the_keyboard(enter: int | None) -> None:
    _, screen, hand = shelf()
    hand.key(pygame.K_F2)
    for letter in "Mine":
        hand.key(ord(letter.lower()), text=letter)
    if enter is None:
        hand.click("saves.yes")
    else:
        hand.key(enter)
    hand.wait()
    assert screen.found is not None
    assert "Mine" in [one.name for one in screen.found.games]
    assert "Mine" in said(hand)


def test_throwing_away_asks_first_and_can_be_taken_back() -> None:
    _, screen, hand = shelf()
    before = len(hand.parts("saves.games"))
    hand.key(pygame.K_DELETE)
    assert hand.page.focus == "saves.no"
    hand.key(pygame.K_ESCAPE)
    assert len(hand.parts("saves.games")) == before
    hand.key(pygame.K_DELETE)
    hand.click("saves.yes")
    hand.wait()
    assert len(hand.parts("saves.games")) == before - 1
    assert len(list(trash_folder().glob(f"*{ENDING}"))) == 1
    hand.click("saves.undo")
    hand.wait()
    assert len(hand.parts("saves.games")) == before
    assert screen.key is not None


def test_an_empty_shelf_says_so() -> None:
    game, hand = app()
    hand.click("saves")
    hand.wait()
    assert "saved by itself" in said(hand)
    hand.key(pygame.K_ESCAPE)
    assert isinstance(game.stage.screen, Menu)


def test_each_turn_that_is_shown_leaves_a_picture_beside_its_record() -> None:
    game, hand = app(wish=Wish("first_ladder", "orvana", None, None, {}, 7, {}))
    hand.wait()
    hand.click("begin")
    game.finish()
    (saved,) = unfinished_games()
    assert saved.picture == picture_of(saved.path)
    assert max(pygame.image.load(str(saved.picture)).get_size()) <= 400


def test_no_picture_tells_what_one_of_several_people_sees() -> None:
    game, hand = app(wish=Wish("first_ladder", "orvana", None, None, {}, 7, {"kelland": "human"}))
    hand.wait()
    game.stage.apply(Settings(motion="reduced"))
    hand.draw()
    assert game.stage.screen is not None
    game.stage.screen._fell -= 1  # type: ignore[attr-defined]
    hand.key(pygame.K_RETURN)
    hand.wait()
    hand.click("begin")
    assert isinstance(game.stage.screen, Crisis)
    taken: list[object] = []
    assert game._pictures is not None
    game._pictures.take = lambda *what: taken.append(what)  # type: ignore[method-assign]
    game.stage.redraw()
    hand.draw()
    assert taken == []


def test_a_window_that_is_closed_waits_for_the_turn_that_is_being_written() -> None:
    game, hand = app(wish=Wish("first_ladder", "orvana", None, None, {}, 7, {}))
    hand.wait()
    hand.click("begin")
    crisis = game.stage.screen
    assert isinstance(crisis, Crisis)
    crisis.resolve([])
    game.stage.handle(pygame.event.Event(pygame.QUIT))
    assert not game.stage.running
    game.finish()
    (saved,) = unfinished_games()
    assert saved.turn == 2
    assert ORVANA in saved.seats


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_the_shelves_stand_under_every_look(look: Look) -> None:
    _, _, hand = shelf(look.size)
    hand.stage.apply(look.settings, look.language)
    hand.draw()
    if look.language.code != "en":
        hand.wait()
    for name in ("going", "finished", "damaged"):
        hand.click(f"saves.shelf/{name}")
        assert problems(hand.page) == []
        if look.language.code != "en" and name != "damaged":
            assert untranslated(hand.page) == []
    hand.click("saves.shelf/going")
    for key in (pygame.K_F2, pygame.K_DELETE):
        hand.key(key)
        assert problems(hand.page) == []
        hand.key(pygame.K_ESCAPE)

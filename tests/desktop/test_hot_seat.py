"""Several people in one window: secret orders, a curtain that hides everything, and who agrees to go back."""

from pathlib import Path

import pygame
import pytest
from attrs import evolve

from game.desktop.app import App, Wish
from game.desktop.screens.crisis import Crisis
from game.desktop.screens.handover import CALM, Handover
from game.desktop.screens.menu import Menu
from game.desktop.seated import Busy, SeatedPlay
from game.places import HOME
from game.session.saves import unfinished_games
from tests.desktop.layout import LOOKS, Look, problems, shortened, untranslated
from tests.desktop.table import Hand, app

WISH = Wish("first_ladder", "orvana", None, None, {}, 7, {"kelland": "human"})


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME, str(tmp_path))


def two(size: tuple[int, int] = (1280, 720)) -> tuple[App, Hand]:
    """A game of two people, at its first curtain."""
    game, hand = app(size, WISH)
    hand.wait()
    hand.draw()
    return game, hand


def curtain(game: App) -> Handover:
    found = game.stage.screen
    assert isinstance(found, Handover)
    return found


def seat(game: App) -> Crisis:
    found = game.stage.screen
    assert isinstance(found, Crisis)
    return found


def play_of(screen: Handover | Crisis) -> SeatedPlay:
    assert isinstance(screen.play, SeatedPlay)
    return screen.play


def sit(game: App, hand: Hand) -> None:
    """Press Enter at the curtain, when it has hung for a while, and begin."""
    curtain(game)._fell -= CALM
    hand.key(pygame.K_RETURN)
    hand.wait()
    if "begin" in hand.names():
        hand.click("begin")


def order(game: App, hand: Hand) -> None:
    """Give orders with the first move that can be made."""
    crisis = seat(game)
    moves = [move for group in crisis.play.view.moves for move in group.moves if move.available]
    for move in moves:
        crisis.draft.moves = [move.name]
        if not crisis.problem():
            break
    crisis.resolve([])
    hand.wait()


def texts(hand: Hand) -> list[str]:
    return sorted(mark.text for mark in hand.page.marks)


def test_the_window_goes_from_hand_to_hand_and_each_sees_what_happened() -> None:
    game, hand = two()
    assert curtain(game).seat.actor == "orvana"
    sit(game, hand)
    assert seat(game).play.view.actor == "orvana"
    order(game, hand)
    assert curtain(game).seat.actor == "kelland"
    sit(game, hand)
    assert seat(game).play.view.actor == "kelland"
    assert seat(game).play.view.turn == 1
    order(game, hand)
    assert curtain(game).seat.actor == "orvana"
    sit(game, hand)
    crisis = seat(game)
    assert (crisis.play.view.actor, crisis.play.view.turn) == ("orvana", 2)
    assert (crisis.overlay, crisis.shown_turn) == ("reveal", 1)
    crisis.revealed()
    assert crisis.overlay == ""


def test_nothing_of_the_former_seat_is_left_behind_the_curtain() -> None:
    game, hand = two()
    sit(game, hand)
    former = seat(game)
    hand.click("aspects/log")
    hand.hover(hand.parts("moves")[0])
    former.stage.memory.put("moves.offset", 3)
    private = {mark.text for mark in hand.page.marks}
    assert any("You are Orvana" in text for text in private)
    order(game, hand)
    stage = game.stage
    assert isinstance(stage.screen, Handover)
    assert stage.memory.get("moves.offset") == 0
    assert set(hand.names()) == {"handover.open", "menu"}
    assert stage.message == ""
    allowed = {"The Light on Skerry Rock · turn 1, hour 0", "Orvana", "Menu", "Kelland"}
    left = {mark.text for mark in hand.page.marks} & private
    assert left <= allowed


def test_who_sits_down_sees_what_a_fresh_window_would_show(tmp_path: Path) -> None:
    """The same game, opened anew by a program that has never drawn the other seat: the same frame."""
    game, hand = two()
    sit(game, hand)
    hand.click("aspects/log")
    hand.wheel("moves", -2)
    order(game, hand)
    sit(game, hand)
    hand.stage.hands.pointer = (-1, -1)
    hand.stage.redraw()
    hand.draw()
    crisis = seat(game)
    assert crisis.draft.moves == []
    assert crisis.aspect == "situation"
    fresh, other = app()
    (saved,) = unfinished_games()
    fresh.open(saved.path)
    other.wait()
    assert curtain(fresh).seat.actor == "kelland", "the orders of the first were kept"
    sit(fresh, other)
    other.stage.hands.pointer = (-1, -1)
    other.stage.redraw()
    other.draw()
    assert texts(other) == texts(hand)
    assert other.page.focus == hand.page.focus


def test_a_key_that_is_still_held_down_opens_nothing() -> None:
    game, hand = two()
    hand.key(pygame.K_RETURN)
    assert not curtain(game).opening
    curtain(game)._fell -= CALM
    hand.key(pygame.K_RETURN)
    assert curtain(game).opening
    hand.key(pygame.K_RETURN, pygame.K_ESCAPE)
    hand.wait()
    assert not isinstance(game.stage.screen, Handover)


def test_the_button_is_dimmed_until_it_answers() -> None:
    game, hand = two()
    game.stage.apply(evolve(game.stage.settings, motion="reduced"))
    curtain(game)._fell += 60.0
    game.stage.draw()
    button = hand.page.widget("handover.open")
    assert button is not None
    assert not button.enabled
    assert game.stage.motion.going, "the frame in which it lights up comes by itself"
    hand.click("handover.open")
    assert game.stage.message == ""
    assert not curtain(game).opening
    curtain(game)._fell -= 60.0 + CALM
    game.stage.draw()
    button = hand.page.widget("handover.open")
    assert button is not None
    assert button.enabled
    assert not game.stage.motion.going


def test_escape_at_the_curtain_leads_to_the_shelf_at_once() -> None:
    game, hand = app()
    hand.click("scenarios/first_ladder")
    choices = game.menu.choices
    assert choices is not None
    choices.take_seat("orvana")
    choices.give("kelland", "human")
    game.begin(choices)
    hand.wait()
    curtain(game)
    hand.key(pygame.K_ESCAPE)
    assert isinstance(game.stage.screen, Menu)
    assert "shelf" not in hand.names()
    hand.wait()
    assert "shelf" not in hand.names()


def test_leaving_at_the_curtain_keeps_the_game() -> None:
    game, hand = two()
    sit(game, hand)
    order(game, hand)
    hand.click("menu")
    hand.wait()
    assert isinstance(game.stage.screen, Menu)
    assert len(unfinished_games()) == 1


def test_going_back_asks_everybody() -> None:
    game, hand = two()
    for _ in range(2):
        sit(game, hand)
        order(game, hand)
    sit(game, hand)
    seat(game).revealed()
    hand.key(pygame.K_F3)
    assert {"agree.orvana", "agree.kelland"} <= set(hand.names())
    hand.click("overlay.go")
    assert play_of(seat(game)).game.turn == 2
    assert "agree" in game.stage.message
    hand.click("agree.orvana")
    hand.click("agree.kelland")
    hand.click("overlay.go")
    hand.wait()
    assert curtain(game).seat.actor == "orvana"
    assert play_of(curtain(game)).game.turn == 1


def test_the_ending_is_shown_to_all() -> None:
    wish = Wish("chicken", "row", None, None, {}, 3, {"column": "human"})
    game, hand = app(wish=wish)
    hand.wait()
    for _ in range(2):
        sit(game, hand)
        order(game, hand)
    assert game.stage.screen is not None
    assert game.stage.screen.name == "ending"


def test_a_second_press_starts_nothing_twice() -> None:
    game, hand = two()
    sit(game, hand)
    play = play_of(seat(game))
    with play._alone(), pytest.raises(Busy):
        play.go_to(0, 1)
    crisis = seat(game)
    order_now = crisis.draft.orders()
    with play._alone():
        crisis.stage.work(lambda: play.end_turn(order_now, []), crisis._resolved)
        hand.wait()
    assert "still at work" in game.stage.message
    assert play.game.turn == 1


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_the_curtain_and_the_sheet_of_lines_stand_under_every_look(look: Look) -> None:
    game, hand = two(look.size)
    hand.stage.apply(look.settings, look.language)
    hand.draw()
    assert problems(hand.page) == []
    assert shortened(hand.page) == []
    if look.language.code != "en":
        assert untranslated(hand.page) == []
    sit(game, hand)
    order(game, hand)
    sit(game, hand)
    order(game, hand)
    sit(game, hand)
    seat(game).revealed()
    hand.key(pygame.K_F3)
    assert problems(hand.page) == []
    if look.language.code != "en":
        assert untranslated(hand.page) == []

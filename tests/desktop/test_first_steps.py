"""What a newcomer meets first: a secret of one's own, hints that do not cover, the way back in words."""

from pathlib import Path

import pygame
import pytest

from game.desktop.app import App, Wish
from game.desktop.screens.assumptions import Pending
from game.desktop.screens.briefing import Briefing
from game.desktop.screens.crisis import Crisis
from game.places import HOME
from game.session.saves import unfinished_games
from tests.desktop.layout import LOOKS, Look, problems, shortened, untranslated
from tests.desktop.table import Hand, app

SECRET = Wish("three_tiers_72h", "ukraine", "conditional", "study", {}, 6, {})
"""With this seed Ukraine has staged the incident itself."""


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME, str(tmp_path))


def begun(wish: Wish) -> tuple[App, Crisis, Hand]:
    game, hand = app(wish=wish)
    hand.wait()
    hand.draw()
    hand.click("begin")
    assert isinstance(game.stage.screen, Crisis)
    return game, game.stage.screen, hand


def texts(hand: Hand) -> str:
    return "\n".join(mark.text for mark in hand.page.marks)


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_what_only_this_seat_knows_stands_on_the_first_page(look: Look) -> None:
    game, hand = app(look.size, wish=SECRET)
    game.stage.apply(look.settings, look.language)
    hand.wait()
    game.stage.redraw()
    hand.draw()
    assert problems(hand.page) == []
    assert shortened(hand.page) == []
    if look.language.code != "en":
        assert untranslated(hand.page) == []
    else:
        assert "Only you know this" in texts(hand)


def test_who_says_what_it_knows_to_be_untrue_is_told_so() -> None:
    _, crisis, hand = begun(SECRET)
    told = {one.move: one.facts for one in crisis.play.view.forecasts}
    first = told["ukraine/allege_violation/russia"][0]
    assert (first.kind, first.words) == ("untrue", "you know that this is not so")
    crisis.show_orders("claim")
    hand.draw()
    assert "You know that this is not so." in texts(hand)
    assert "under 1 %" not in texts(hand), "what beliefs call 0 % is 0 % here as well"


def test_who_left_the_briefing_is_briefed_again_until_a_turn_was_played() -> None:
    game, hand = app(wish=Wish("first_ladder", "orvana", None, None, {}, 7, {}))
    hand.wait()
    assert isinstance(game.stage.screen, Briefing)
    (saved,) = unfinished_games()
    again, hand = app()
    again.open(saved.path)
    hand.wait()
    assert again.stage.screen is not None
    assert again.stage.screen.name == Briefing.name
    hand.click("begin")
    crisis = again.stage.screen
    assert isinstance(crisis, Crisis)
    crisis.resolve([])
    hand.wait()
    last, hand = app()
    last.open(saved.path)
    hand.wait()
    assert isinstance(last.stage.screen, Crisis)


def test_a_new_turn_shows_every_kind_of_move_and_going_back_says_so() -> None:
    _, crisis, hand = begun(Wish("first_ladder", "orvana", None, None, {}, 7, {}))
    hand.click("moves.kinds/force")
    assert hand.page.widget("moves.kinds").at == "force"  # type: ignore[union-attr]
    crisis.resolve([])
    hand.draw()
    assert "The turn is being resolved" in texts(hand)
    hand.wait()
    crisis.revealed()
    hand.draw()
    assert hand.page.widget("moves.kinds").at == "all"  # type: ignore[union-attr]
    crisis.go_to(crisis.play.lines().current.id, 1)
    hand.draw()
    assert "Going back to turn 1" in texts(hand)
    hand.wait()


def test_hints_wait_until_the_mouse_has_moved_after_a_press() -> None:
    game, _, hand = begun(Wish("first_ladder", "orvana", None, None, {}, 7, {}))
    hand.hover("back")
    assert game.stage.hands.rests()
    hand.key(pygame.K_F7)
    assert not game.stage.hands.rests(), "what is under the pointer now came there by itself"
    hand.hover("back")
    assert game.stage.hands.rests()


def test_a_number_that_is_changed_and_not_applied_is_said_at_the_end_of_the_turn() -> None:
    _, crisis, hand = begun(Wish("first_ladder", "orvana", None, None, {}, 7, {}))
    one = crisis.play.view.assumptions[0]
    crisis.part(Pending).change(one, one.high if one.value != one.high else one.low)
    hand.stage.redraw()
    hand.draw()
    assert "1 number changed, not yet applied" in texts(hand)

"""The panel of orders: moves found by a few letters, filtered, forecast, given and taken back."""

import pygame
import pytest

from game.desktop.app import Wish
from game.desktop.screens.crisis import Crisis
from game.desktop.screens.orders_forecast import balance_words, find_forecast
from game.desktop.screens.orders_moves import MoveFilter
from game.language.pseudo import PSEUDO
from game.view.words import percent
from tests.desktop.layout import LOOKS, Look, problems, shortened, untranslated
from tests.desktop.table import Hand, app

WISH = Wish("three_tiers_72h", "ukraine", "conditional", "play", {}, 7, {})
FORTIFY = "ukraine/fortify/russia"


def seat(look: Look | None = None) -> tuple[Crisis, Hand]:
    """The first turn of the flagship."""
    game, hand = app(look.size if look else (1280, 720), WISH)
    if look is not None:
        game.stage.apply(look.settings, look.language)
    hand.wait()
    hand.draw()
    hand.click("begin")
    crisis = game.stage.screen
    assert isinstance(crisis, Crisis)
    return crisis, hand


def texts(hand: Hand) -> list[str]:
    return [mark.text for mark in hand.page.marks]


def type_words(hand: Hand, words: str) -> None:
    for sign in words:
        hand.key(ord(sign), text=sign)


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_the_panel_is_laid_out_well_in_every_look(look: Look) -> None:
    crisis, hand = seat(look)
    for name in hand.parts("moves")[:2]:
        hand.click(name)
        assert problems(hand.page) == []
    for tab in ("if", "rules", "claim", "moves"):
        hand.click(f"orders.tabs/{tab}")
        assert problems(hand.page) == [], tab
    hand.wheel("moves", -20)
    assert problems(hand.page) == []
    hand.key(pygame.K_SLASH, text="/")
    type_words(hand, "zzz")
    assert problems(hand.page) == []
    assert "moves.all" in hand.names()
    whole = [mark.text for mark in hand.page.marks if mark.rect.colliderect(hand.rect("end_turn"))]
    assert whole
    assert not set(whole) & set(shortened(hand.page))
    assert crisis.part(MoveFilter).search == "zzz"


def test_nothing_of_the_panel_is_said_without_a_catalogue() -> None:
    _, hand = seat(next(look for look in LOOKS if look.language is PSEUDO))
    left = hand.rect("orders.chosen").x
    for tab in ("moves", "if", "rules", "claim"):
        hand.click(f"orders.tabs/{tab}")
        mine = {mark.text for mark in hand.page.marks if mark.rect.x >= left and mark.rect.y > 60}
        assert [text for text in untranslated(hand.page) if text in mine] == [], tab


def test_a_move_is_found_and_ordered_with_the_keyboard_alone() -> None:
    crisis, hand = seat()
    hand.key(pygame.K_SLASH, text="/")
    assert hand.page.focus == "moves.search"
    type_words(hand, "fortify")
    assert next(name.removeprefix("moves/") for name in hand.parts("moves")) == FORTIFY
    hand.key(pygame.K_RETURN)
    assert hand.page.focus == "moves"
    hand.key(pygame.K_RETURN)
    assert crisis.draft.moves == [FORTIFY]
    assert crisis.looked_at == FORTIFY
    hand.key(pygame.K_DELETE)
    assert crisis.draft.moves == []
    hand.key(pygame.K_f, mod=pygame.KMOD_CTRL)
    assert hand.page.focus == "moves.search"
    hand.key(pygame.K_ESCAPE)
    assert crisis.part(MoveFilter).search == ""
    hand.key(pygame.K_ESCAPE)
    assert hand.page.focus == "moves", "a second time it leaves the field, not the game"
    assert len(hand.parts("moves")) > 1


def test_the_search_has_a_caret_and_takes_any_letters() -> None:
    crisis, hand = seat()
    hand.key(pygame.K_SLASH, text="/")
    type_words(hand, "drohne é")
    assert crisis.part(MoveFilter).search == "drohne é"
    hand.key(pygame.K_HOME)
    type_words(hand, "x")
    hand.key(pygame.K_RIGHT, pygame.K_BACKSPACE, pygame.K_DELETE)
    hand.key(pygame.K_END, pygame.K_BACKSPACE)
    assert crisis.part(MoveFilter).search == "xohne "
    type_words(hand, "word" * 20)
    assert len(crisis.part(MoveFilter).search) == 40
    assert problems(hand.page) == []


def test_search_looks_at_names_kinds_and_effects() -> None:
    crisis, hand = seat()
    keep = crisis.part(MoveFilter)
    for words, some in (
        ("draw line", "ukraine_warns"),
        ("force", "artillery"),
        ("talks falls", "shut_out_monitors"),
    ):
        keep.search = words
        found = [
            move.name
            for group in crisis.play.view.moves
            for move in group.moves
            if keep.shows(move, group.name)
        ]
        assert any(some in name for name in found), words
    crisis.stage.redraw()
    hand.draw()


def test_kinds_and_what_is_possible_filter_the_list() -> None:
    crisis, hand = seat()
    hand.click("moves.kinds/force")
    assert any("Not possible now" in text for text in texts(hand))
    assert any("needs: Assault reserve" in text for text in texts(hand)), "the reason stands in the row"
    hand.click("moves.possible")
    assert [name.rpartition("moves/")[2] for name in hand.parts("moves")] == ["ukraine/artillery/russia"]
    hand.click("moves.kinds/all")
    hand.click("moves.possible")
    assert crisis.part(MoveFilter) == MoveFilter(turn=1)


def test_the_forecast_shows_the_ledgers_figures() -> None:
    crisis, hand = seat()
    hand.key(pygame.K_SLASH, text="/")
    type_words(hand, "fortify")
    hand.hover(f"moves/{FORTIFY}")
    act = next(act for act in crisis.play.view.ledger.acts if act.move == FORTIFY)
    forecast = find_forecast(crisis, FORTIFY)
    assert forecast is not None
    assert forecast.balance is not None
    assert balance_words(forecast.balance) in texts(hand)
    (row,) = act.rows
    assert f"Russia answers: {percent(row.likely)}, {row.rung_name}" in texts(hand)


def test_chosen_moves_stand_in_slots_and_are_taken_back_with_delete() -> None:
    crisis, hand = seat()
    assert "Move 1 of 2: free" in texts(hand)
    hand.click(hand.parts("moves")[0])
    assert any("1 of 2 moves" in text for text in texts(hand))
    while hand.page.focus != "orders.chosen":
        hand.key(pygame.K_TAB)
    hand.key(pygame.K_DELETE)
    assert crisis.draft.moves == []


def test_an_order_that_hangs_on_a_question_is_given_with_the_keyboard() -> None:
    crisis, hand = seat()
    hand.key(pygame.K_i)

    def go(name: str) -> None:
        while hand.page.focus != name:
            hand.key(pygame.K_TAB)

    go("if.question")
    hand.key(pygame.K_DOWN, pygame.K_RETURN)
    assert crisis.draft.when == crisis.play.view.contingencies[1].id
    go("if.moves")
    hand.key(pygame.K_DOWN, pygame.K_RETURN)
    assert crisis.draft.then
    assert crisis.draft.contingent
    assert crisis.branch == "otherwise", "the other answer is asked for next"
    hand.key(pygame.K_DOWN, pygame.K_RETURN)
    assert crisis.draft.otherwise
    assert crisis.draft.otherwise != crisis.draft.then
    go("orders.chosen")
    hand.key(pygame.K_DELETE)
    assert not crisis.draft.contingent


def test_rules_of_engagement_say_what_they_do_to_the_risk() -> None:
    crisis, hand = seat()
    hand.key(pygame.K_r)
    assert crisis.play.view.engagement is not None
    assert len(crisis.play.view.engagement.hazard) == len(hand.parts("rules")) == 3
    assert any("Accidental clashes: ×" in text for text in texts(hand))
    hand.click("rules/free")
    assert any("Rules: Normal → Free" in text for text in texts(hand))


@pytest.mark.parametrize("look", LOOKS[:3], ids=str)
def test_orders_that_clash_say_how_in_the_button(look: Look) -> None:
    crisis, hand = seat(look)
    crisis.draft.moves[:] = ["ukraine/hold_fire", "ukraine/artillery/russia"]
    crisis.stage.redraw()
    hand.draw()
    assert problems(hand.page) == []
    inside = [mark.text for mark in hand.page.marks if hand.rect("end_turn").contains(mark.rect)]
    assert len(inside) > 1
    assert not set(inside) & set(shortened(hand.page))

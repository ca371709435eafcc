"""The deterrence tab: laid out well in every look, its figures those of the ledger, said once."""

import pygame
import pytest

from game.desktop.app import Wish
from game.desktop.drawing.answers import figures, verdict
from game.desktop.screens.crisis import Crisis
from game.language.pseudo import PSEUDO
from tests.desktop.layout import LOOKS, Look, problems, shortened, untranslated
from tests.desktop.table import Hand, app

WISH = Wish("three_tiers_72h", "ukraine", "conditional", "play", {}, 7, {})
PAGES = ("move", "promises", "others")


def seat(look: Look | None = None, wish: Wish = WISH) -> tuple[Crisis, Hand]:
    """The first turn of the flagship, with the tab open."""
    game, hand = app(look.size if look else (1280, 720), wish)
    if look is not None:
        game.stage.apply(look.settings, look.language)
    hand.wait()
    hand.draw()
    hand.click("begin")
    crisis = game.stage.screen
    assert isinstance(crisis, Crisis)
    hand.click("aspects/deterrence")
    return crisis, hand


def texts(hand: Hand) -> list[str]:
    return [mark.text for mark in hand.page.marks]


def look_at(crisis: Crisis, hand: Hand, move: str) -> None:
    crisis.look_at(move)
    hand.draw()


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_the_tab_is_laid_out_well_in_every_look(look: Look) -> None:
    crisis, hand = seat(look)
    for move in ("ukraine/fortify/russia", "ukraine/allege_violation/russia", "ukraine/wait"):
        look_at(crisis, hand, move)
        assert problems(hand.page) == []
    for page in PAGES:
        hand.click(f"deterrence.tabs/{page}")
        assert problems(hand.page) == [], page
        head = crisis.play.view.ledger
        assert not [text for text in shortened(hand.page) if text in ("Your orders", "End turn")], head


def test_nothing_on_the_tab_is_said_without_a_catalogue() -> None:
    crisis, hand = seat(next(look for look in LOOKS if look.language is PSEUDO))
    look_at(crisis, hand, "ukraine/fortify/russia")
    left = hand.rect("aspects").x, hand.rect("deterrence.tabs").bottom
    for page in PAGES:
        hand.click(f"deterrence.tabs/{page}")
        mine = {mark.text for mark in hand.page.marks if mark.rect.y > left[1] and mark.rect.x < 830}
        assert [text for text in untranslated(hand.page) if text in mine] == [], page


def test_the_figures_are_the_ledgers_and_stand_once() -> None:
    crisis, hand = seat()
    act = next(act for act in crisis.play.view.ledger.acts if act.move == "ukraine/fortify/russia")
    look_at(crisis, hand, act.move)
    (row,) = act.rows
    assert row.takes is not None
    assert figures(row) in texts(hand)
    assert verdict(row) in texts(hand)
    assert f"looks like {round(row.likely * 100)} %, it takes {round(row.takes * 100)} %" == figures(row)
    assert row.points == round(row.likely * 100) - round(row.takes * 100)
    assert texts(hand).count(figures(row)) == 1


def test_a_move_that_nobody_answers_offers_those_that_somebody_would() -> None:
    crisis, hand = seat()
    look_at(crisis, hand, "ukraine/wait")
    acts = [name for name in hand.parts("ledger.rows") if "/act." in name]
    assert acts
    hand.click(acts[0])
    assert crisis.looked_at == acts[0].removeprefix("ledger.rows/act.")
    assert any("by." in name for name in hand.parts("ledger.rows"))


def test_a_promise_says_what_would_make_it_more_believed() -> None:
    crisis, hand = seat()
    hand.click("deterrence.tabs/promises")
    levers = [lever for one in crisis.play.view.ledger.promises for lever in one.levers]
    assert levers
    assert any("If your word weighed more" in text for text in texts(hand))


def test_the_pages_and_their_cards_are_reached_with_the_keyboard() -> None:
    crisis, hand = seat()
    while hand.page.focus != "deterrence.tabs":
        hand.key(pygame.K_TAB)
    hand.key(pygame.K_RIGHT)
    assert any(name.startswith("ledger.rows/promise.") for name in hand.names())
    while hand.page.focus != "ledger.rows":
        hand.key(pygame.K_TAB)
    first = hand.page.widget("ledger.rows")
    assert first is not None
    before = first.at
    hand.key(pygame.K_DOWN)
    assert crisis.answer.startswith("promise.")
    assert crisis.answer != before


def test_what_others_might_do_is_told_of_others_alone() -> None:
    crisis, hand = seat()
    hand.click("deterrence.tabs/others")
    others = crisis.play.view.ledger.others
    assert [one.actor for one in others] == ["russia", "coalition", "us"]
    assert others[0].acts[0].label in texts(hand)

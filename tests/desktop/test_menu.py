"""The menu: ways in, the shelf and its filters, and the questions before a game, under every look."""

from pathlib import Path

import pygame
import pytest
from attrs import evolve

from game.desktop.app import App
from game.desktop.screens.menu import Menu
from game.desktop.screens.shelf import Filters
from game.places import HOME
from game.view.menu import menu_view
from tests.desktop.layout import LOOKS, Look, problems, shortened, untranslated
from tests.desktop.table import Hand, app

FLAGSHIP = "three_tiers_72h"
HEADS = ("Learn in three minutes", "Continue", "Start the game", "Next", "Your game", "Who are you?")


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME, str(tmp_path))


def at_menu(look: Look = LOOKS[0]) -> tuple[App, Menu, Hand]:
    game, hand = app(look.size)
    game.stage.apply(look.settings, look.language)
    hand.draw()
    assert isinstance(game.stage.screen, Menu)
    return game, game.stage.screen, hand


def check(hand: Hand, look: Look, where: str) -> None:
    assert problems(hand.page) == [], where
    assert not [text for text in shortened(hand.page) if text in HEADS], where
    if look.language.code != "en":
        assert untranslated(hand.page) == [], where


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_the_shelf_and_every_question_are_laid_out_well(look: Look) -> None:
    _, menu, hand = at_menu(look)
    check(hand, look, "shelf")
    titles = [mark for mark in hand.page.marks if mark.cut]
    assert len(titles) <= len(menu.scenarios), "summaries may be cut, and nothing else is"
    for scenario in ("chicken", "first_ladder", "the_bargain", FLAGSHIP):
        if f"scenarios/{scenario}" not in hand.names():
            hand.wheel("scenarios", -4)
        hand.click(f"scenarios/{scenario}")
        for step in hand.parts("steps"):
            hand.click(step)
            check(hand, look, f"{scenario}, {step}")
        hand.click("shelf")


def test_a_card_opens_by_key_and_escape_goes_back_to_it() -> None:
    _, menu, hand = at_menu()
    for _ in range(30):
        if hand.page.focus == "scenarios":
            break
        hand.key(pygame.K_TAB)
    hand.key(pygame.K_RIGHT, pygame.K_DOWN)
    card = hand.page.widget("scenarios")
    assert card is not None
    hand.key(pygame.K_RETURN)
    assert menu.choices is not None
    assert menu.choices.scenario.id == card.at
    hand.key(pygame.K_ESCAPE)
    assert "shelf" not in hand.names()
    assert hand.page.focus == "scenarios"


def test_what_is_opened_while_the_shelf_is_read_again_stays_open() -> None:
    game, menu, hand = at_menu()
    game.to_menu()
    hand.draw()
    hand.click(f"scenarios/{FLAGSHIP}")
    hand.click("step.reading/conditional")
    choices = menu.choices
    hand.wait()
    assert menu.choices is choices
    assert choices is not None
    assert choices.variants == {"reading": "conditional"}
    menu.fill(menu.scenarios[:1], ())
    assert menu.choices is None, "one that is gone is closed"


def test_filters_leave_scenarios_out_and_say_so_when_none_is_left() -> None:
    _, menu, hand = at_menu()
    every = len(hand.parts("scenarios"))
    hand.click("filter.level")
    assert menu.filters.level == "introductory"
    assert 0 < len(hand.parts("scenarios")) < every
    hand.click("filter.kind")
    assert menu.filters.kind == "map"
    assert "scenarios" not in hand.names()
    assert any("Take a filter away" in mark.text for mark in hand.page.marks)
    for _ in range(3):
        hand.click("filter.kind")
        hand.click("filter.level")
    assert menu.filters == Filters()
    hand.click("search")
    for letter in "chick":
        hand.key(ord(letter), text=letter)
    assert hand.parts("scenarios") == ["scenarios/chicken"]
    hand.key(pygame.K_ESCAPE)
    assert menu.filters.words == ""


def test_a_filter_asks_for_all_of_it() -> None:
    by_id = {scenario.id: scenario for scenario in menu_view().scenarios}
    flagship = by_id[FLAGSHIP]
    assert Filters(level="advanced", length="long", kind="talks", words="tiers hours").lets(flagship)
    for one in ({"level": "introductory"}, {"length": "short"}, {"kind": "textbook"}, {"words": "lamp"}):
        assert not evolve(Filters(), **one).lets(flagship)


def test_what_is_chosen_stands_at_the_side() -> None:
    _, menu, hand = at_menu()
    hand.click(f"scenarios/{FLAGSHIP}")
    said = [mark.text for mark in hand.page.marks]
    assert said.count("still to choose") == 3
    hand.click("step.reading/conditional")
    hand.click("steps/seat")
    hand.click("step.seat/russia")
    said = [mark.text for mark in hand.page.marks]
    assert said.count("still to choose") == 1
    assert "Russia" in said
    assert menu.choices is not None
    assert menu.choices.missing() == ("assumptions",)


def test_a_person_can_take_another_seat_and_nobody_can_take_any() -> None:
    _, menu, hand = at_menu()
    hand.click("scenarios/first_ladder")
    hand.click("steps/seat")
    hand.click("step.seat/orvana")
    hand.click("steps/others")
    choices = menu.choices
    assert choices is not None
    assert len(hand.parts("step.players.kelland")) == len(choices.scenario.players) + 1
    assert any("Two people, one window" in mark.text for mark in hand.page.marks)
    hand.click("step.players.kelland/human")
    assert choices.seats_of_people() == ("orvana", "kelland")
    hand.click("steps/seat")
    hand.click("step.seat/watch")
    assert choices.watch
    assert choices.seats_of_people() == ()
    assert choices.why_not() == ""
    assert any(mark.text == "Watch the game" for mark in hand.page.marks)


def test_emblems_come_from_the_scenarios_own_ladders_and_places() -> None:
    emblems = {scenario.id: scenario.emblem for scenario in menu_view().scenarios}
    assert len(emblems[FLAGSHIP].rungs) == 12
    assert emblems[FLAGSHIP].ways
    assert len(emblems["first_ladder"].rungs) == 6
    assert emblems["brinkmanship"].rounds == 10
    assert not emblems["chicken"].rungs
    for emblem in emblems.values():
        assert all(0 <= x <= 1 and 0 <= y <= 1 for x, y in emblem.places)

"""Assumptions on the screen: laid out well under every look, found, read, changed and taken back."""

import attrs
import pygame
import pytest

from game.desktop.screens.assumption_cards import Shown
from game.desktop.screens.assumptions import Pending
from game.desktop.widgets.ranges import stepped
from tests.desktop.layout import LOOKS, Look, problems
from tests.desktop.midgames import BARGAIN, FLAGSHIP, cut_in, opened, seat_of, tab_to, unsaid, words

PLAIN = LOOKS[0]


@pytest.mark.parametrize("look", LOOKS, ids=str)
@pytest.mark.parametrize(
    ("name", "actor"), [(FLAGSHIP, "ukraine"), (BARGAIN, "russia"), ("first_ladder", "orvana")]
)
def test_they_are_laid_out_well_under_every_look(look: Look, name: str, actor: str) -> None:
    crisis, _, hand = opened(look, seat_of(look, name, actor, 0), "assumptions")
    for number, one in enumerate(crisis.play.view.assumptions):
        if number % 7 and number < len(crisis.play.view.assumptions) - 1:
            continue
        crisis.part(Shown).chosen = one.id
        hand.stage.redraw()
        hand.draw()
        assert problems(hand.page) == [], one.id
        assert unsaid(hand, look) == [], one.id
    tab_to(hand, "assumption.value")
    hand.key(pygame.K_END)
    assert problems(hand.page) == []
    assert unsaid(hand, look) == []
    assert crisis.part(Pending).values
    button = hand.page.widget("assumption.override")
    assert button is not None
    assert button.label not in cut_in(hand)


def test_a_number_is_changed_with_the_mouse_and_becomes_an_override() -> None:
    crisis, play, hand = opened(PLAIN, seat_of(PLAIN, FLAGSHIP, "ukraine", 0), "assumptions")
    hand.click("assumptions/hazard_warning")
    assert "assumption.reset" not in hand.names()
    hand.click("assumption.value/0.005")
    value = crisis.part(Pending).values["hazard_warning"]
    assert value == 0.005
    assert "Changed; it was 0.003" in words(hand)
    hand.click("assumption.reset")
    assert crisis.part(Pending).values == {}
    hand.click("assumption.value/0.005")
    hand.click("assumption.override")
    hand.wait()
    assert play.overridden == [{"hazard_warning": value}]
    assert crisis.part(Pending).values == {}


def test_a_number_is_changed_with_the_keyboard() -> None:
    crisis, play, hand = opened(PLAIN, seat_of(PLAIN, FLAGSHIP, "ukraine", 0))
    hand.key(pygame.K_8)
    assert crisis.aspect == "assumptions"
    tab_to(hand, "assumptions")
    hand.key(pygame.K_DOWN, pygame.K_DOWN)
    chosen = crisis.part(Shown).chosen
    tab_to(hand, "assumption.value")
    hand.key(pygame.K_RIGHT, pygame.K_RIGHT, pygame.K_LEFT)
    assert list(crisis.part(Pending).values) == [chosen]
    tab_to(hand, "assumption.override")
    hand.key(pygame.K_RETURN)
    hand.wait()
    assert list(play.overridden[0]) == [chosen]


def test_changes_are_dropped() -> None:
    crisis, play, hand = opened(PLAIN, seat_of(PLAIN, FLAGSHIP, "ukraine", 0), "assumptions")
    hand.click("assumption.value/0.005")
    hand.click("assumption.drop")
    assert crisis.part(Pending).values == {}
    assert play.overridden == []


def test_the_list_is_searched_and_filtered_by_grade() -> None:
    crisis, _, hand = opened(PLAIN, seat_of(PLAIN, FLAGSHIP, "ukraine", 0), "assumptions")
    shown = crisis.part(Shown)
    hand.click("assumption.chips/B")
    assert shown.grades == {"B"}
    listed = [one for one in crisis.play.view.assumptions if shown.lists(one)]
    assert listed
    assert {one.grade for one in listed} == {"B"}
    tab_to(hand, "assumption.search")
    for sign in "qqq":
        hand.key(ord(sign), text=sign)
    assert "No assumption fits this search." in words(hand)


def test_an_override_that_was_made_is_marked() -> None:
    view = seat_of(PLAIN, FLAGSHIP, "ukraine", 0)
    first, *others = view.assumptions
    changed = attrs.evolve(first, value=first.high)
    _, _, hand = opened(PLAIN, attrs.evolve(view, assumptions=(changed, *others)), "assumptions")
    assert "Changed; it was 0.002" in words(hand)
    widget = hand.page.widget("aspects")
    assert widget is not None
    hints = {part.name: part.hint for part in widget.parts}
    assert "some numbers were changed" in hints["assumptions"]


@pytest.mark.parametrize(
    ("value", "code", "target"),
    [
        (2.0, pygame.K_RIGHT, 3.0),
        (2.0, pygame.K_LEFT, 1.0),
        (2.5, pygame.K_RIGHT, 3.0),
        (2.5, pygame.K_LEFT, 2.0),
        (9.0, pygame.K_RIGHT, None),
        (0.0, pygame.K_LEFT, None),
        (2.0, pygame.K_END, 9.0),
        (2.0, pygame.K_HOME, 0.0),
        (2.0, pygame.K_PAGEUP, 7.0),
        (2.0, pygame.K_PAGEDOWN, 0.0),
        (2.0, pygame.K_UP, None),
    ],
)
def test_keys_step_from_stop_to_stop(value: float, code: int, target: float | None) -> None:
    assert stepped([float(stop) for stop in range(10)], value, code) == target

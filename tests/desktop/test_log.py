"""The log: laid out well under every look; filtered with chips and words, by mouse and by keyboard."""

import pygame
import pytest

from game.desktop.screens.record import KIND_ICONS, TOPIC_ICONS, Filter
from game.engine.events import EventKind
from game.view.log import TOPICS, LogLine
from tests.desktop.layout import LOOKS, Look, problems
from tests.desktop.midgames import BARGAIN, FLAGSHIP, ford, opened, seat_of, tab_to, unsaid, words

PLAIN = LOOKS[0]


@pytest.mark.parametrize("look", LOOKS, ids=str)
@pytest.mark.parametrize(
    ("name", "actor", "turns", "seed"),
    [(FLAGSHIP, "us", 6, 11), (FLAGSHIP, "ukraine", 0, 7), (BARGAIN, "ukraine", 2, 3)],
)
def test_it_is_laid_out_well_under_every_look(
    look: Look, name: str, actor: str, turns: int, seed: int
) -> None:
    _crisis, _, hand = opened(look, seat_of(look, name, actor, turns, seed), "log")
    assert problems(hand.page) == []
    assert unsaid(hand, look) == []
    for chip in [*hand.parts("record.own"), *hand.parts("record.chips")]:
        hand.click(chip)
        hand.hover("aspects")
        assert problems(hand.page) == [], chip
        assert unsaid(hand, look) == [], chip
        hand.click(chip)
    for _page in range(4):
        hand.wheel("record", -9)
        assert problems(hand.page) == []


def test_every_kind_of_event_has_a_picture_and_a_topic() -> None:
    kinds = {kind.value for kind in EventKind if kind is not EventKind.TURN}
    assert set(KIND_ICONS) == kinds
    assert set(TOPIC_ICONS) == set(TOPICS)
    for kind in kinds:
        assert LogLine(0, 1, "", kind, "", False, False).topic in TOPICS


def test_the_latest_turn_stands_first() -> None:
    _, _, hand = opened(PLAIN, seat_of(PLAIN, FLAGSHIP, "us", 6, 11), "log")
    said = [text for text in words(hand).split("\n") if text.startswith("Turn ") and "hours" in text]
    assert said[0] == "Turn 7, hours 36 to 42"
    assert "since your last orders" in words(hand)


def test_filters_narrow_and_are_taken_back_with_the_mouse() -> None:
    crisis, _, hand = opened(PLAIN, seat_of(PLAIN, FLAGSHIP, "us", 6, 11), "log")
    kept = crisis.part(Filter)
    hand.click("record.chips/topic:evidence")
    hand.click("record.chips/actor:russia")
    assert (kept.topics, kept.actors) == ({"evidence"}, {"russia"})
    assert all(line.actor == "russia" for line in crisis.play.view.log if kept.shows(line))
    hand.click("record.own/mine")
    assert "Nothing of this kind has happened." in words(hand)
    hand.click("record.clear")
    assert not kept.narrow
    assert "record.clear" not in hand.names()


def test_words_are_searched_and_chips_pressed_with_the_keyboard() -> None:
    crisis, _, hand = opened(PLAIN, seat_of(PLAIN, FLAGSHIP, "us", 6, 11), "log")
    kept = crisis.part(Filter)
    tab_to(hand, "record.search")
    for sign in "bridge":
        hand.key(ord(sign), text=sign)
    assert kept.words == "bridge"
    shown = [line for line in crisis.play.view.log if kept.shows(line)]
    assert shown
    assert all("bridge" in line.text.casefold() for line in shown)
    tab_to(hand, "record.chips")
    hand.key(pygame.K_RIGHT, pygame.K_SPACE)
    assert kept.topics == {"evidence"}
    tab_to(hand, "record.clear")
    hand.key(pygame.K_RETURN)
    assert not kept.narrow


def test_figures_are_told_only_when_they_are_asked_for() -> None:
    quiet = LogLine(0, 1, "Losses rise", "track", "us", False, False)
    kept = Filter()
    assert not kept.shows(quiet)
    kept.switch(kept.topics, "tracks")
    assert kept.shows(quiet)


def test_a_game_that_has_just_begun_says_so() -> None:
    view = ford(PLAIN, "norland", 0)
    crisis, _, hand = opened(PLAIN, view, "log")
    crisis.part(Filter).words = "zeppelin"
    hand.stage.redraw()
    hand.draw()
    assert "Nothing of this kind has happened." in words(hand)

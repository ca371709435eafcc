"""A window of any size, however odd: things are cut there, and that is all."""

from pathlib import Path

import pygame
import pytest

from game.desktop.app import Wish
from game.desktop.screens.crisis import ORDER_KEYS, PANEL_KEYS, Crisis
from game.places import HOME
from tests.desktop.ended_games import ended, ended_play
from tests.desktop.table import Hand, app

SIZES = ((1280, 300), (400, 300), (3840, 300), (120, 600), (60, 40), (1, 1))
OVERLAYS = ("plan", "briefing", "back", "slip", "resolving", "reveal", "actor:us")


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME, str(tmp_path))


def at_every_size(hand: Hand) -> None:
    """Draw what is on the screen at every size, and as it was."""
    size = hand.glass.drawn.get_size()
    for other in (*SIZES, size):
        hand.glass.drawn = pygame.Surface(other)
        hand.stage.draw()
        assert hand.page.area.size == other


def test_the_menu_and_what_lies_on_it() -> None:
    game, hand = app()
    at_every_size(hand)
    for open_it in (hand.stage.open_help, hand.stage.open_settings):
        open_it()
        at_every_size(hand)
    hand.stage.close()
    game.to_saves()
    at_every_size(hand)
    game.to_menu()
    hand.wait()
    hand.click("scenarios/first_ladder")
    for step in hand.parts("steps"):
        hand.click(step)
        at_every_size(hand)


def test_every_screen_of_the_flagship() -> None:
    game, hand = app(wish=Wish("three_tiers_72h", "us", "conditional", "study", {}, 7, {}))
    hand.wait()
    for tab in hand.parts("briefing.tabs"):
        hand.click(tab)
        at_every_size(hand)
    hand.click("begin")
    crisis = game.stage.screen
    assert isinstance(crisis, Crisis)
    for tab in hand.parts("aspects"):
        hand.click(tab)
        at_every_size(hand)
    for key in (*PANEL_KEYS, *ORDER_KEYS):
        hand.key(key)
        at_every_size(hand)
    crisis.resolve([])
    hand.wait()
    for overlay in OVERLAYS:
        crisis.open(overlay)
        at_every_size(hand)
    crisis.close()
    game.to_ending(ended_play(ended(), game.stage.language))
    hand.draw()
    for tab in hand.parts("ending.tabs"):
        hand.click(tab)
        at_every_size(hand)


def test_the_curtain_and_those_who_look_on() -> None:
    for wish in (
        Wish("first_ladder", "orvana", None, None, {}, 7, {"kelland": "human"}),
        Wish("first_ladder", None, None, None, {}, 7, {}, True),
    ):
        _, hand = app(wish=wish)
        hand.wait()
        at_every_size(hand)

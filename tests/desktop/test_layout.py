"""No text meets another, leaves the window or its room; whatever is cut can be read elsewhere."""

import pytest

from game.desktop.screens.crisis import ORDER_KEYS, PANEL_KEYS, Crisis
from game.desktop.screens.ending import Ending
from game.desktop.screens.menu import Menu
from game.desktop.stage import Stage
from tests.desktop.layout import problems, shortened
from tests.desktop.sample_views import seat_view
from tests.desktop.table import Glass, Hand, StillPlay, app

SIZES = [(1280, 720), (1600, 900), (1920, 1080)]
FLAGSHIP = "three_tiers_72h"
NEVER_CUT = ("Your orders", "End turn", "You are", "hour ", "Turn ", "Ladders", "Start", "Still to choose")


class Leave:
    def to_menu(self) -> None: ...

    def to_ending(self, play: object) -> None: ...


def check(hand: Hand, where: str) -> None:
    assert problems(hand.page) == [], where
    assert not [text for text in shortened(hand.page) if text.startswith(NEVER_CUT)], where


@pytest.mark.parametrize("size", [*SIZES, (1366, 768), (2560, 1440), (1280, 1024)])
def test_the_main_screen_holds_a_crowded_moment(size: tuple[int, int]) -> None:
    glass = Glass(size)
    stage = Stage(glass.surface, glass.flip)
    crisis = Crisis(stage, StillPlay(seat_view()), Leave())
    stage.show(crisis)
    hand = Hand(stage, glass)
    for tab in (*PANEL_KEYS, *ORDER_KEYS):
        hand.key(tab)
        check(hand, f"key {chr(tab)}")
    for overlay in ("plan", "briefing", "back", "slip", "resolving", "reveal", "actor:russia"):
        crisis.open(overlay)
        hand.draw()
        check(hand, overlay)
        crisis.close()
    stage.helping = True
    stage.redraw()
    hand.draw()
    check(hand, "help")


@pytest.mark.parametrize("size", [(1024, 600), (640, 480), (200, 120), (3840, 2160)])
def test_a_window_of_any_size_is_drawn_without_harm(size: tuple[int, int]) -> None:
    """Window managers may ignore the smallest size; then things are cut, and that is all."""
    glass = Glass(size)
    stage = Stage(glass.surface, glass.flip)
    crisis = Crisis(stage, StillPlay(seat_view()), Leave())
    stage.show(crisis)
    hand = Hand(stage, glass)
    for tab in (*PANEL_KEYS, *ORDER_KEYS):
        hand.key(tab)
    for overlay in ("plan", "slip", "reveal", "actor:russia"):
        crisis.open(overlay)
        hand.draw()
    assert hand.page.widgets


@pytest.mark.parametrize(("size", "seat"), list(zip(SIZES, ("us", "russia", "coalition"), strict=True)))
def test_every_screen_of_a_real_game_is_laid_out_well(size: tuple[int, int], seat: str) -> None:
    game, hand = app(size)
    menu = game.stage.screen
    assert isinstance(menu, Menu)
    hand.click(f"scenarios/{FLAGSHIP}")
    for step, choice in (
        ("reading", "conditional"),
        ("length", ""),
        ("assumptions", "study"),
        ("seat", seat),
    ):
        hand.click(f"steps/{step}")
        check(hand, step)
        if choice:
            hand.click(f"step.{step}/{choice}")
    hand.click("steps/others")
    check(hand, "others")
    assert menu.choices is not None
    menu.choices.seed = "11"
    hand.click("start")
    hand.wait()
    check(hand, "briefing")
    hand.click("begin")
    while isinstance(crisis := game.stage.screen, Crisis):
        for move in hand.parts("moves")[: crisis.play.view.limit.moves]:
            hand.click(move)
        check(hand, f"turn {crisis.play.view.turn}")
        for tab in hand.parts("panels"):
            hand.click(tab)
            check(hand, f"turn {crisis.play.view.turn}, {tab}")
        for tab in (*hand.parts("aspects")[1:], "aspects/situation"):
            hand.click(tab)
            check(hand, f"turn {crisis.play.view.turn}, {tab}")
        while crisis.problem():
            crisis.draft.moves.pop()
        crisis.resolve([])
        hand.wait()
        check(hand, f"reveal of turn {crisis.shown_turn}")
        hand.click("overlay.close")
    assert isinstance(game.stage.screen, Ending)
    for tab in hand.parts("ending.tabs"):
        hand.click(tab)
        check(hand, tab)
    hand.click("menu")
    hand.wait()
    check(hand, "menu again")

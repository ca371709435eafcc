"""The flagship in a real window: to an ending with the mouse alone, and with the keyboard alone."""

from pathlib import Path

import pytest

from tests.desktop.real_games import FLAGSHIP, SMALL, end_turn, go_on, order, sit_down
from tests.desktop.real_window import Player, Screen

pytestmark = [pytest.mark.window, pytest.mark.slow]

MOST_TURNS = 20


def choose_with_mouse(player: Player, seat: str) -> None:
    player.click(f"scenarios/{FLAGSHIP}")
    player.click("start")
    assert "Still to choose" in player.see()["message"]
    for choice in ("step.reading/conditional", "step.assumptions/play", f"step.seat/{seat}"):
        player.click(f"steps/{choice.split('/')[0].removeprefix('step.')}")
        player.click(choice)
    player.click("steps/others")
    player.click("start")
    sit_down(player)


def test_the_flagship_is_played_to_an_ending_with_the_mouse_alone(screen: Screen, tmp_path: Path) -> None:
    with Player(screen, tmp_path) as player:
        player.widget("scenarios")
        choose_with_mouse(player, "ukraine")
        for turn in range(1, MOST_TURNS + 1):
            if turn == 2:
                player.wheel("moves", 2)
            moves = player.parts("moves")
            player.click(moves[turn % len(moves)])
            if turn == 1:
                look_everywhere(player)
            player.click("end_turn")
            if turn == 1:
                player.click("slip.russia/climbs")
                player.click("sure.russia/80 %")
            player.click("slip.reveal")
            go_on(player)
            if player.screen_name() == "ending":
                break
        assert player.screen_name() == "ending"
        tabs = player.parts("ending.tabs")
        assert len(tabs) > 4
        for tab in tabs:
            player.click(tab)
        player.click("menu")
        player.widget("scenarios")
        player.settle()
        assert "resume" not in player.names(), "a finished game is not offered to be played on"
        assert player.leave(*player.over("quit")) == 0
    assert player.said() == ""


def look_everywhere(player: Player) -> None:
    """Order something of every kind, and open everything that can be opened."""
    player.click("orders.tabs/claim")
    player.click(player.parts("claims")[1])
    player.click("orders.tabs/rules")
    player.click("rules/tight")
    player.click("orders.tabs/if")
    player.click(player.parts("if.question")[0])
    player.click(player.parts("if.moves")[0])
    player.click("orders.tabs/moves")
    for tab in player.parts("aspects"):
        player.click(tab)
    player.click("aspects/situation")
    for tab in player.parts("panels"):
        player.click(tab)
    for opens in ("ladder.russia", "plan.details", "briefing"):
        player.click(opens)
        player.click("overlay.close")


def test_the_flagship_is_played_to_an_ending_with_the_keyboard_alone(screen: Screen, tmp_path: Path) -> None:
    with Player(screen, tmp_path) as player:
        player.widget("scenarios")
        choose_with_keys(player, "russia")
        for turn in range(1, MOST_TURNS + 1):
            assert player.see()["focus"] == "moves"
            player.key(*["Down"] * turn, "Return")
            if turn == 1:
                look_about_with_keys(player)
            if turn == 3:
                player.key("F3")
                player.key("Return")
                assert "turn 2" in player.see()["message"]
                player.tab_to("moves")
            player.key("ctrl+Return")
            if turn == 1:
                player.tab_to("slip.ukraine")
                player.key("Right")
                player.tab_to("sure.ukraine")
                player.key("Right", "Right")
            player.tab_to("slip.reveal")
            player.key("Return")
            assert player.see()["focus"] == "overlay.close"
            player.key("Return")
            if player.screen_name() == "ending":
                break
            player.tab_to("moves")
        assert player.screen_name() == "ending"
        player.tab_to("ending.tabs")
        player.key("Right", "Right", "Right")
        player.tab_to("menu")
        player.key("Return")
        player.widget("scenarios")
        player.tab_to("quit")
        assert player.leave("key", "Return") == 0
    assert player.said() == ""


def choose_with_keys(player: Player, seat: str) -> None:
    player.arrow_to("scenarios", FLAGSHIP, "Right")
    player.key("Return")
    player.arrow_to("step.reading", "timetable")
    player.key("space")
    for step, choice in (("assumptions", "play"), ("seat", seat)):
        player.tab_to("steps")
        while player.widget("steps")["at"] != step:
            player.key("Right")
        player.arrow_to(f"step.{step}", choice)
        player.key("Return")
    player.tab_to("start")
    player.key("Return")
    player.wait(lambda seen: seen["screen"] == "briefing" and seen["focus"] == "begin")
    player.key("Return")
    player.wait(lambda seen: seen["screen"] == "crisis")


def look_about_with_keys(player: Player) -> None:
    """A claim, rules of engagement, every tab, the help, and a ladder in words."""
    player.key("c")
    player.tab_to("claims")
    player.key("Down", "Return")
    player.key("r")
    player.tab_to("rules")
    player.key("Down", "space")
    player.key("m")
    player.key("b", "t", "e", "l")
    player.key("F1")
    assert player.see()["focus"] == "help.close"
    player.key("Escape")
    player.tab_to("ladder.ukraine")
    player.key("Return")
    player.key("Escape")


@pytest.mark.parametrize("sound", [None, "no_such_driver"], ids=["no device", "no such driver"])
def test_without_sound_nothing_is_missing(screen: Screen, tmp_path: Path, sound: str | None) -> None:
    loud = {"muted": False, "volume": 100}
    with Player(screen, tmp_path, *SMALL, sound=sound, settings=loud) as player:
        sit_down(player)
        order(player, "orvana/protest/kelland")
        end_turn(player)
        go_on(player)
        assert player.screen_name() == "crisis"
        player.click("settings")
        assert player.widget("settings.muted/muted.no")["selected"]
        player.click("settings.volume/40")
        player.click("overlay.close")
        player.click("menu")
        player.widget("scenarios")
        assert player.leave(*player.over("quit")) == 0
    assert "Traceback" not in player.said()

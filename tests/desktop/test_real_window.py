"""The flagship in a real window: to an ending with the mouse alone, and with the keyboard alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop.real_window import Player, Screen

pytestmark = [pytest.mark.window, pytest.mark.slow]

MOST_TURNS = 20
FLAGSHIP = "three_tiers_72h"


@pytest.fixture
def screen() -> Iterator[Screen]:
    screen = Screen((1280, 720))
    yield screen
    screen.close()


def choose_with_mouse(player: Player, seat: str) -> None:
    player.click(f"scenarios/{FLAGSHIP}")
    player.click("start")
    assert "Still to choose" in player.see()["message"]
    for choice in ("step.reading/conditional", "step.assumptions/play", f"step.seat/{seat}"):
        player.click(f"steps/{choice.split('/')[0].removeprefix('step.')}")
        player.click(choice)
    player.click("steps/others")
    player.click("start")
    player.wait(lambda seen: seen["screen"] == "briefing")
    player.click("begin")


def test_the_flagship_is_played_to_an_ending_with_the_mouse_alone(screen: Screen, tmp_path: Path) -> None:
    with Player(screen, tmp_path) as player:
        player.widget("scenarios")
        player.picture(tmp_path / "menu.png")
        choose_with_mouse(player, "ukraine")
        for turn in range(1, MOST_TURNS + 1):
            if turn == 2:
                player.wheel("moves", 2)
            moves = player.parts("moves")
            player.click(moves[turn % len(moves)])
            if turn == 1:
                player.click("orders.tabs/claim")
                player.click(player.parts("claims")[1])
                player.click("orders.tabs/rules")
                player.click("rules/tight")
                player.click("orders.tabs/if")
                player.click(player.parts("if.question")[0])
                player.click(player.parts("if.moves")[0])
                player.picture(tmp_path / "contingent.png")
                player.click("orders.tabs/moves")
                for tab in player.parts("panels"):
                    player.click(tab)
                player.click("ladder.russia")
                player.click("overlay.close")
                player.click("plan.details")
                player.click("overlay.close")
            player.picture(tmp_path / f"turn{turn}.png")
            player.click("end_turn")
            if turn == 1:
                player.click("slip.russia/climbs")
                player.click("sure.russia/80 %")
            player.click("slip.reveal")
            player.click("overlay.close")
            if player.screen_name() == "ending":
                break
        assert player.screen_name() == "ending"
        for tab in player.parts("ending.tabs"):
            player.click(tab)
            player.picture(tmp_path / f"{tab.replace('/', '-')}.png")
        player.click("menu")
        player.widget("scenarios")
        assert "resume" not in player.names(), "a finished game is not offered to be played on"
        assert player.leave(*player.over("quit")) == 0
    assert player.errors.read_text(encoding="utf-8") == ""


def test_the_flagship_is_played_to_an_ending_with_the_keyboard_alone(screen: Screen, tmp_path: Path) -> None:
    with Player(screen, tmp_path) as player:
        player.widget("scenarios")
        player.arrow_to("scenarios", FLAGSHIP, "Right")
        player.key("Return")
        player.arrow_to("step.reading", "timetable")
        player.key("space")
        for step, choice in (("assumptions", "play"), ("seat", "russia")):
            player.tab_to("steps")
            while player.widget("steps")["at"] != step:
                player.key("Right")
            player.arrow_to(f"step.{step}", choice)
            player.key("Return")
        player.tab_to("start")
        player.key("Return")
        player.wait(lambda seen: seen["screen"] == "briefing" and seen["focus"] == "begin")
        player.key("Return")
        for turn in range(1, MOST_TURNS + 1):
            assert player.see()["focus"] == "moves"
            player.key(*["Down"] * turn, "Return")
            if turn == 1:
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
            if turn == 3:
                player.key("F3")
                player.key("Return")
                player.wait(lambda seen: seen["layer"] == 0 and "turn 2" in seen["message"])
                player.tab_to("moves")
            player.picture(tmp_path / f"turn{turn}.png")
            player.key("ctrl+Return")
            if turn == 1:
                player.tab_to("slip.ukraine")
                player.key("Right")
                player.tab_to("sure.ukraine")
                player.key("Right", "Right")
            player.tab_to("slip.reveal")
            player.key("Return")
            player.wait(lambda seen: seen["focus"] == "overlay.close")
            player.key("Return")
            if player.screen_name() == "ending":
                break
            player.tab_to("moves")
        assert player.screen_name() == "ending"
        player.tab_to("ending.tabs")
        player.key("Right", "Right", "Right")
        player.picture(tmp_path / "ending.png")
        player.tab_to("menu")
        player.key("Return")
        player.widget("scenarios")
        player.tab_to("quit")
        assert player.leave("key", "Return") == 0
    assert player.errors.read_text(encoding="utf-8") == ""


def test_a_killed_window_loses_no_turn(screen: Screen, tmp_path: Path) -> None:
    with Player(
        screen, tmp_path, "play", FLAGSHIP, "--seat", "us", "--variant", "conditional+class", "--seed", "3"
    ) as player:
        player.widget("start")
        if player.screen_name() == "menu":
            player.click("steps/assumptions")
            player.click("step.assumptions/study")
            player.click("start")
        player.wait(lambda seen: seen["screen"] == "briefing")
        player.click("begin")
        player.click(player.parts("moves")[0])
        player.click("end_turn")
        player.click("slip.reveal")
        player.widget("overlay.close")
        player.kill()
        player.arguments = ()
        player.start()
        player.widget("resume")
        player.picture(tmp_path / "resume.png")
        player.click(player.parts("resume")[0])
        player.wait(lambda seen: seen["screen"] == "crisis")
        player.click("back")
        assert player.parts("overlay.turns") == ["overlay.turns/turn.1", "overlay.turns/turn.2"]


def test_the_window_grows_with_its_screen(tmp_path: Path) -> None:
    screen = Screen((1920, 1080))
    try:
        with Player(screen, tmp_path, "play", "first_ladder") as player:
            player.widget("scenarios")
            player.fill_window()
            left, top, width, height = player.widget("quit")["rect"]
            assert left + width > 1500
            assert top + height < 200
            player.click("steps/others")
            assert player.see()["size"] == [1920, 1080]
            assert player.leave(*player.over("quit")) == 0
        assert player.errors.read_text(encoding="utf-8") == ""
    finally:
        screen.close()

"""The real window grows and shrinks: nothing leaves it, and it is played on at every size."""

from pathlib import Path

import pytest

from game.desktop.theme import SMALLEST
from tests.desktop.real_games import FLAGSHIP, end_turn, go_on, sit_down
from tests.desktop.real_window import Player, Screen

pytestmark = [pytest.mark.window, pytest.mark.slow]

SIZES = ((1600, 900), (1920, 1080), (1366, 1000), SMALLEST)
GAME = ("play", FLAGSHIP, "--seat", "us", "--variant", "conditional", "--assumptions", "play", "--seed", "3")


def outside(player: Player) -> list[str]:
    """What is not wholly in the window, by name."""
    seen = player.see()
    width, height = seen["size"]
    found = []
    for widget in seen["widgets"]:
        left, top, wide, high = widget["rect"]
        if left < 0 or top < 0 or left + wide > width or top + high > height:
            found.append(f"{widget['name']} {widget['rect']}")
    return found


def test_it_grows_and_shrinks_in_the_middle_of_a_game(wide_screen: Screen, tmp_path: Path) -> None:
    with Player(wide_screen, tmp_path, *GAME) as player:
        sit_down(player)
        for turn, size in enumerate(SIZES, start=1):
            player.resize(size)
            for tab in player.parts("aspects"):
                player.click(tab)
                assert outside(player) == [], f"{tab} at {size}"
            left, top, width, height = player.widget("end_turn")["rect"]
            assert left + width > size[0] * 0.95, "the orders stand at the right edge"
            assert top + height > size[1] * 0.95
            player.click("aspects/situation")
            moves = player.parts("moves")
            player.click(moves[turn % len(moves)])
            end_turn(player)
            assert outside(player) == [], f"the reveal at {size}"
            go_on(player)
        player.click("back")
        assert "overlay.turns/turn.5" in player.names(), "four turns were played"
        player.click("overlay.close")
        player.click("menu")
        assert player.leave(*player.over("quit")) == 0
    assert player.said() == ""


def test_with_large_type_nothing_leaves_the_smallest_window(screen: Screen, tmp_path: Path) -> None:
    with Player(screen, tmp_path, *GAME, settings={"type": "large"}) as player:
        player.wait(lambda seen: seen["screen"] == "briefing")
        assert outside(player) == []
        sit_down(player)
        for tab in [*player.parts("aspects"), *player.parts("orders.tabs")]:
            player.click(tab)
            assert outside(player) == [], tab
    assert player.said() == ""

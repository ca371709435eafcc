"""A real window that is killed loses no turn that it has shown; saved games are found by their picture."""

from pathlib import Path

import pygame
import pytest

from tests.desktop.real_games import SMALL, end_turn, go_on, kept_game, order, sit_down
from tests.desktop.real_window import Player, Screen

pytestmark = [pytest.mark.window, pytest.mark.slow]


def resume(player: Player) -> None:
    """Start the program anew, without a wish, and go on with the game that was played last."""
    player.arguments = ()
    player.start()
    player.click("resume")
    player.wait(lambda seen: seen["screen"] in ("briefing", "crisis"))
    if player.see()["screen"] == "briefing":  # no turn was played yet
        player.settle()
        player.click("begin")
    player.wait(lambda seen: seen["screen"] == "crisis")
    player.settle()


def test_killed_in_the_middle_of_a_turn(screen: Screen, tmp_path: Path) -> None:
    with Player(screen, tmp_path, *SMALL) as player:
        sit_down(player)
        order(player, "orvana/order_landing/kelland")
        end_turn(player)
        go_on(player)
        order(player, "orvana/protest/kelland")
        player.kill()
        assert kept_game(tmp_path).turn == 2

        resume(player)
        player.click("back")
        assert player.available("overlay.turns") == {"turn.1", "turn.2"}
        player.click("overlay.close")
        order(player, "orvana/wait")
        end_turn(player)
        go_on(player)
    assert player.said() == ""
    assert kept_game(tmp_path).turn == 3


def test_killed_when_the_turn_is_first_shown(screen: Screen, tmp_path: Path) -> None:
    with Player(screen, tmp_path, *SMALL, settings={"motion": "full"}) as player:
        sit_down(player)
        for turn in (1, 2):
            player.click("end_turn")
            player.press("slip.reveal")
            player.widget("overlay.close")  # the first frame that tells of the turn
            player.kill()
            assert kept_game(tmp_path).turn == turn + 1, "what was shown is kept"
            resume(player)
    assert player.said() == ""


def test_killed_right_after_the_press_that_ends_a_turn(screen: Screen, tmp_path: Path) -> None:
    with Player(screen, tmp_path, *SMALL) as player:
        sit_down(player)
        player.click("end_turn")
        player.press("slip.reveal")
        player.kill()
        turn = kept_game(tmp_path).turn
        assert turn in (1, 2), "the turn is kept whole, or it has not been"
        resume(player)
        assert player.widget("back")["enabled"] == (turn == 2)
        end_turn(player)
        go_on(player)
    assert player.said() == ""
    assert kept_game(tmp_path).turn == turn + 1


def test_saved_games_show_a_picture_and_are_gone_on_with(screen: Screen, tmp_path: Path) -> None:
    with Player(screen, tmp_path, *SMALL) as player:
        sit_down(player)
        order(player, "orvana/protest/kelland")
        end_turn(player)
        go_on(player)
        player.click("menu")
        player.widget("scenarios")
        player.click("saves")
        player.wait(lambda seen: seen["screen"] == "saves")
        (record,) = tmp_path.rglob("*.backstop")
        assert record.with_suffix(".png").exists()
        left, top, _width, height = player.widget(f"saves.games/{record.stem}")["rect"]
        player.picture(tmp_path / "saves.png")
        window = pygame.image.load(str(tmp_path / "saves.png"))
        x, y = player.corner
        picture = window.subsurface(x + left + height // 4, y + top + height // 4, height, height // 2)
        colours = {
            tuple(picture.get_at((x, y))) for x in range(0, height, 3) for y in range(0, height // 2, 3)
        }
        assert len(colours) > 30, "a picture of the main screen, not an empty frame"

        player.click("saves.rename")
        player.key("a", "b", "c")
        player.click("saves.yes")
        assert player.widget(f"saves.games/{record.stem}")["label"] == "abc"
        player.click("saves.delete")
        player.click("saves.yes")
        assert not record.exists()
        player.click("saves.undo")
        assert record.exists()
        player.click("saves.open")
        player.wait(lambda seen: seen["screen"] == "crisis")
        end_turn(player)
        go_on(player)
    assert player.said() == ""
    assert kept_game(tmp_path).turn == 3

"""In a real window: back to an earlier turn, another way from there, and then the first way again."""

from pathlib import Path

import pytest

from tests.desktop.real_games import SMALL, end_turn, go_on, kept_game, order, sit_down
from tests.desktop.real_window import Player, Screen

pytestmark = [pytest.mark.window, pytest.mark.slow]


def turns(player: Player) -> set[str]:
    """The turns that one can choose on the open sheet of lines."""
    return player.available("overlay.turns")


def test_back_to_turn_one_along_another_line_and_to_the_first_line_again(
    screen: Screen, tmp_path: Path
) -> None:
    with Player(screen, tmp_path, *SMALL) as player:
        sit_down(player)
        assert not player.widget("back")["enabled"], "in the first turn there is nothing to go back to"
        for move in ("orvana/order_landing/kelland", "orvana/protest/kelland"):
            order(player, move)
            end_turn(player)
            go_on(player)

        player.click("back")
        assert turns(player) == {"turn.1", "turn.2", "turn.3"}
        player.click("overlay.turns/turn.1")
        player.click("overlay.go")
        assert "turn 1 of" in player.see()["message"]
        order(player, "orvana/draw_line_orvana/kelland")
        end_turn(player)
        go_on(player)

        player.click("back")
        assert turns(player) >= {"turn.1", "turn.2", "A.2", "A.3"}, "the first line is kept"
        player.click("overlay.turns/A.3")
        player.click("overlay.go")
        assert "turn 3 of" in player.see()["message"]
        order(player, "orvana/wait")
        end_turn(player)
        go_on(player)
        player.click("back")
        assert turns(player) >= {"turn.1", "turn.2", "turn.3", "turn.4", "B.2"}
        player.click("overlay.close")
        player.click("menu")
        player.widget("scenarios")
    assert player.said() == ""

    game = kept_game(tmp_path)
    first, second = sorted(game.lines(), key=lambda line: line.id)
    assert (first.letters, first.turns, first.current) == ("A", 3, True)
    assert (second.letters, second.turns, second.current) == ("B", 1, False)
    (me,) = game.people
    assert [game.own_orders(me)[turn].moves[0].split("/")[1] for turn in (1, 2, 3)] == [
        "order_landing",
        "protest",
        "wait",
    ]
    game.switch_to(second.id)
    assert game.own_orders(me)[1].moves == ("orvana/draw_line_orvana/kelland",)

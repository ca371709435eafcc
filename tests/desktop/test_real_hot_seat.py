"""Two people at one real window: a curtain between them, and each sees only what is theirs."""

from pathlib import Path

import pygame
import pytest

from game.model.ids import ActorId
from tests.desktop.real_games import SMALL, end_turn, go_on, kept_game, order, sit_down
from tests.desktop.real_window import Player, Screen

pytestmark = [pytest.mark.window, pytest.mark.slow]

TWO = (*SMALL, "--players", "kelland=human")


def open_curtain(player: Player) -> None:
    """Press until it opens: just after it fell, nothing opens it."""
    while player.screen_name() == "handover":
        player.press("handover.open")
        player.settle()


def sees_only_cloth(player: Player, file: Path) -> bool:
    """Whether both halves of the window are the same, outside the card in its middle: folds and no more."""
    player.picture(file)
    seen = pygame.image.load(str(file))
    width, height = seen.get_size()
    edge = pygame.Rect(0, 0, width // 5, height)
    left = seen.subsurface(edge)
    right = pygame.transform.flip(seen.subsurface(edge.move(width - edge.width, 0)), True, False)
    rows = [bytes(pygame.image.tobytes(left.subsurface(0, y, edge.width, 1), "RGB")) for y in range(height)]
    return pygame.image.tobytes(left, "RGB") == pygame.image.tobytes(right, "RGB") and len(set(rows)) == 1


def test_two_people_play_and_neither_sees_the_other_s_seat(screen: Screen, tmp_path: Path) -> None:
    with Player(screen, tmp_path, *TWO) as player:
        player.wait(lambda seen: seen["screen"] == "handover")
        assert "Orvana" in player.widget("handover.open")["label"]
        open_curtain(player)
        sit_down(player)
        player.click("aspects/log")
        order(player, "orvana/order_landing/kelland")
        end_turn(player)

        player.wait(lambda seen: seen["screen"] == "handover")
        player.settle()
        assert player.names() == {"handover.open", "menu"}
        assert "Kelland" in player.widget("handover.open")["label"]
        assert sees_only_cloth(player, tmp_path / "curtain.png")
        player.key("F3", "l", "2")
        assert player.names() == {"handover.open", "menu"}, "no key looks behind it"
        open_curtain(player)
        sit_down(player)
        names = player.names()
        assert any(name.startswith("moves/kelland/") for name in names)
        assert not any(name.startswith("moves/orvana/") for name in names)
        assert player.widget("aspects/situation")["selected"], "not the tab that the other one looked at"
        order(player, "kelland/sail_past/orvana")
        end_turn(player)

        player.wait(lambda seen: seen["screen"] == "handover")
        player.settle()
        assert "Orvana" in player.widget("handover.open")["label"]
        assert sees_only_cloth(player, tmp_path / "curtain.png")
        open_curtain(player)
        assert player.screen_name() == "crisis"
        assert "turn 2" in player.widget("overlay.close")["label"], "first what happened is shown"
        go_on(player)
        assert any(name.startswith("moves/orvana/") for name in player.names())
        order(player, "orvana/wait")
        end_turn(player)
        player.wait(lambda seen: seen["screen"] == "handover")
        player.click("menu")
        player.widget("scenarios")
    assert player.said() == ""

    game = kept_game(tmp_path)
    orvana, kelland = ActorId("orvana"), ActorId("kelland")
    assert game.own_orders(orvana)[1].moves == ("orvana/order_landing/kelland",)
    assert game.own_orders(kelland)[1].moves == ("kelland/sail_past/orvana",)
    assert (game.turn, game.waiting_for()) == (2, (kelland,))

"""What somebody at a real window does again and again: sit down, order a move, end a turn."""

from pathlib import Path

from game.session.game import Game
from tests.desktop.real_window import Player

FLAGSHIP = "three_tiers_72h"
SMALL = ("play", "first_ladder", "--seat", "orvana", "--seed", "7")
"""A game of five turns that starts at its briefing."""


def sit_down(player: Player) -> None:
    """Read the briefing and take the seat."""
    player.wait(lambda seen: seen["screen"] == "briefing")
    player.click("begin")
    player.wait(lambda seen: seen["screen"] == "crisis")
    player.settle()


def order(player: Player, move: str) -> None:
    """Choose a move, wherever it is in the list."""
    player.click(player.find("moves", move))
    assert f"orders.chosen/take_back.{move}" in player.names(), player.see()["message"]


def end_turn(player: Player) -> None:
    """End the turn without a prediction and look at what came of it."""
    player.click("end_turn")
    if "slip.reveal" in player.names():
        player.click("slip.reveal")


def go_on(player: Player) -> None:
    """Close what is told of the last turn."""
    player.click("overlay.close")


def kept_game(home: Path) -> Game:
    """The one game whose record lies in the folder."""
    (record,) = home.rglob("*.backstop")
    return Game.resume(record)

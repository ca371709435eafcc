"""An offer made in a real window: with the mouse alone, and with the keyboard alone."""

from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent

import pytest

from game.engine.orders import Offer
from game.model.ids import ActorId, DealId
from game.session.game import Game
from tests.desktop.real_window import Player, Screen
from tests.view.theatre import SECTIONS

pytestmark = [pytest.mark.window, pytest.mark.slow]


@pytest.fixture
def player(screen: Screen, tmp_path: Path) -> Iterator[Player]:
    """Somebody at Norland's seat, in the first turn."""
    file = tmp_path / "theatre.yaml"
    file.write_text("".join(map(dedent, SECTIONS)), encoding="utf-8")
    with Player(screen, tmp_path, "play", str(file), "--seat", "norland", "--seed", "3") as player:
        player.wait(lambda seen: seen["screen"] == "briefing")
        yield player
        assert player.errors.read_text(encoding="utf-8") == ""


def offered(home: Path) -> Offer | None:
    """What the kept game says was offered in its first turn."""
    (record,) = home.rglob("*.backstop")
    game = Game.resume(record)
    return game.own_orders(ActorId("norland"))[1].offer


def test_with_the_mouse(player: Player, tmp_path: Path) -> None:
    player.click("begin")
    player.click("aspects/map")
    player.click("map/place.hollin")
    player.click("aspects/deterrence")
    player.click("aspects/talks")
    player.click("talks.theirs/pull_back")
    player.click("talks.theirs/pull_back")
    player.click("talks.ours/statement")
    player.click("talks.first/sudria")
    player.click("talks.put")
    player.picture(tmp_path / "talks.png")
    player.click("end_turn")
    player.click("slip.reveal")
    player.click("overlay.close")
    assert offered(tmp_path) == Offer(DealId("ford_talks"), (2, 0, 1, 0), ActorId("sudria"))


def test_with_the_keyboard(player: Player, tmp_path: Path) -> None:
    player.key("Return")
    player.wait(lambda seen: seen["screen"] == "crisis")
    player.key("2")
    player.key("4")
    player.arrow_to("talks.theirs", "inspectors")
    player.key("Return")
    player.tab_to("talks.put")
    player.key("space")
    player.key("ctrl+Return")
    player.tab_to("slip.reveal")
    player.key("Return")
    player.wait(lambda seen: seen["focus"] == "overlay.close")
    player.key("Return")
    assert offered(tmp_path) == Offer(DealId("ford_talks"), (0, 1, 0, 0))

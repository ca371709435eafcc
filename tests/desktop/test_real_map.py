"""The map in a real window: the wheel goes in where the pointer is, and the mouse drags it about."""

from pathlib import Path

import pygame
import pytest

from tests.desktop.real_games import FLAGSHIP, sit_down
from tests.desktop.real_window import Player, Screen

pytestmark = [pytest.mark.window, pytest.mark.slow]

GAME = ("play", FLAGSHIP, "--seat", "us", "--variant", "conditional", "--assumptions", "play", "--seed", "3")


def places(player: Player) -> dict[str, tuple[int, int]]:
    """Where the middle of each place is that is wholly on the map."""
    field = pygame.Rect(player.widget("map")["rect"])
    found = {}
    for name in player.parts("map"):
        if name.startswith("map/at."):
            place = pygame.Rect(player.widget(name)["rect"])
            if field.inflate(-2, -2).contains(place):
                found[name] = place.center
    return found


def test_the_map_is_dragged_and_gone_into_with_the_mouse(screen: Screen, tmp_path: Path) -> None:
    with Player(screen, tmp_path, *GAME) as player:
        sit_down(player)
        player.click("aspects/map")
        player.click(next(iter(places(player))))  # what is told of a place takes room of the map
        whole = places(player)
        assert len(whole) > 3
        player.drag("map", 120, 60)
        assert places(player) == whole, "a map that is seen whole stays where it is"

        player.wheel("map", -4)
        near = places(player)
        assert near != whole
        player.drag("map", 60, 30)
        moved = places(player)
        shifts = {
            (moved[name][0] - near[name][0], moved[name][1] - near[name][1])
            for name in near.keys() & moved.keys()
        }
        assert len(shifts) == 1, "all of it moves as one"
        across, down = shifts.pop()
        assert 30 <= across <= 60, "with the hand that holds it"
        assert 15 <= down <= 30

        player.click("map/maximize")
        assert places(player) == whole
        player.click("map/zoom-in")
        assert places(player) != whole
        player.click("map/maximize")
        player.click("map/key-round")
        assert player.screen_name() == "crisis"
    assert player.said() == ""

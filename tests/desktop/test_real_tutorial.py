"""The tutorial in a real window: whoever presses what the coach points at comes to its end."""

from pathlib import Path

import pytest

from game.desktop.lessons import LESSONS
from game.desktop.settings import read_settings
from tests.desktop.real_window import Player, Screen

pytestmark = [pytest.mark.window, pytest.mark.slow]

MOST = 120
"""Presses after which somebody who does what they are told must be done."""


def lesson_on(player: Player, at: int) -> int:
    """Return the number of the lesson whose card is on the screen, from the last one on; -1 for no card."""
    title = player.labels().get("coach")
    if title is None:
        return -1
    return next(number for number in range(at, len(LESSONS)) if LESSONS[number].title == title)


def test_the_tutorial_is_played_by_pressing_what_the_coach_points_at(screen: Screen, tmp_path: Path) -> None:
    seen = []
    with Player(screen, tmp_path) as player:
        player.click("learn")
        player.wait(lambda seen: seen["screen"] == "briefing")
        player.settle()
        at = 0
        for _press in range(MOST):
            at = lesson_on(player, at)
            if at < 0:
                break
            if at not in seen:
                seen.append(at)
            lesson, names = LESSONS[at], player.names()
            if lesson.done is None:
                player.click("coach/next")
            else:
                player.click(next(name for name in lesson.points if name in names))
        assert seen == list(range(len(LESSONS))), "no lesson is passed over"
        assert player.screen_name() == "ending"
        assert read_settings(tmp_path / "settings.json")[0].learnt
        player.click("menu")
        player.widget("scenarios")
        assert player.leave(*player.over("quit")) == 0
    assert player.said() == ""

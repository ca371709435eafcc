"""Every shipped scenario has a game that was played and read once, and goes the same way ever after."""

import pytest

from game.loading import shipped_scenarios
from tests.playthroughs.replay import FOLDER, scripts, start, transcript


@pytest.mark.parametrize("script", scripts())
def test_a_game_goes_as_it_went(script: str) -> None:
    expected = (FOLDER / f"{script}.txt").read_text(encoding="utf-8")
    assert transcript(script) == expected, (
        "if this is meant: python -m tests.playthroughs, and read the difference"
    )


def test_every_shipped_scenario_has_a_playthrough_to_its_end() -> None:
    played = {start(script)[0].scenario.id for script in scripts()}
    assert set(shipped_scenarios()) <= played
    for script in scripts():
        assert "\nWhat it was worth to each" in (FOLDER / f"{script}.txt").read_text(encoding="utf-8"), script

"""What is done beside the window when a game is opened, so that nothing of it holds the window up later.

This is imported there too: with it come all screens of a game.
"""

from pathlib import Path

import game.desktop.pictures
import game.desktop.screens.briefing
import game.desktop.screens.crisis
import game.desktop.screens.ending
import game.desktop.screens.help
import game.desktop.screens.settings  # noqa: F401
from game.desktop import litter
from game.desktop.seated import SeatedPlay
from game.desktop.start import Choices


def started(choices: Choices, seed: int) -> SeatedPlay:
    """Start a game."""
    return _ready(SeatedPlay.start(choices, seed))


def resumed(path: Path) -> SeatedPlay:
    """Open a saved game where it was left; a finished one looks back at once."""
    return _ready(SeatedPlay.resume(path))


def _ready(play: SeatedPlay) -> SeatedPlay:
    play.look_back()
    litter.clear()
    return play

"""The commands, one file each. Whatever one needs is imported when it runs, so that `--help` is quick."""

from game.commands.play import play
from game.commands.replay import replay
from game.commands.simulate import simulate
from game.commands.translate import translate
from game.commands.validate import validate

__all__ = ["play", "replay", "simulate", "translate", "validate"]

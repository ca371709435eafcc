"""Sounds: short, warm and few; made by `make`, played by `player`, and never needed to play the game."""

from game.desktop.sound.player import NAMES, Sounds

__all__ = ["NAMES", "Sounds"]

"""Plays sounds, where there is something to play them on; elsewhere the game is silent, and that is all.

The device is opened beside the window, at the first sound that is asked for, so that no frame waits for it.
"""

import threading
from collections.abc import Callable
from typing import Final

import pygame

from game.desktop.settings import Settings
from game.desktop.sound.names import NAMES, RATE
from game.places import assets_folder

__all__ = ["NAMES", "Sounds"]

BUFFER: Final = 512
"""Samples that the device takes at a time: a press is heard within 25 ms."""
VOICES: Final = 8
"""How many sounds are heard at once; a ninth is left out."""


class Sounds:
    """The sounds of one window."""

    def __init__(self, settings: Callable[[], Settings]) -> None:
        self._settings = settings
        self._sounds: dict[str, pygame.mixer.Sound] = {}
        self._opening: threading.Thread | None = None
        self._first = ""
        """What is heard as soon as the device is open."""

    def play(self, name: str) -> None:
        """Play a sound at the volume that is set now. Never fails: what cannot be heard is left out."""
        if self._settings().muted or self._settings().volume <= 0:
            return
        if self._opening is None:
            self._first = name
            self._opening = threading.Thread(target=self._open, name="sounds", daemon=True)
            self._opening.start()
        elif not self._opening.is_alive():
            self._play(name)

    def ready(self, seconds: float = 5.0) -> bool:
        """Wait until the device is open, if it is being opened; return whether anything can be heard."""
        if self._opening is not None:
            self._opening.join(seconds)
        return bool(self._sounds) and pygame.mixer.get_init() is not None

    def _open(self) -> None:
        try:
            if pygame.mixer.get_init() is None:
                pygame.mixer.init(RATE, -16, 1, BUFFER)
                pygame.mixer.set_num_channels(VOICES)
            for name in NAMES:
                path = assets_folder() / "sounds" / f"{name}.wav"
                self._sounds[name] = pygame.mixer.Sound(str(path))
        except (pygame.error, OSError, NotImplementedError):
            self._sounds.clear()
            return
        self._play(self._first)

    def _play(self, name: str) -> None:
        sound = self._sounds.get(name)
        if sound is None or pygame.mixer.get_init() is None:
            return
        try:
            # The ear hears loudness by ratios: the square makes the slider's steps sound even.
            sound.set_volume((self._settings().volume / 100) ** 2)
            sound.play()
        except pygame.error:
            self._sounds.clear()

"""Pictures of the window: small ones beside saved games, and those that a person asks for."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from itertools import chain, count
from pathlib import Path
from typing import Final

import pygame

from game.desktop.screens.crisis import Crisis
from game.desktop.seated import SeatedPlay
from game.language import say
from game.session.saves import picture_of, saves_folder

SMALL: Final = (400, 225)
"""The largest size of a saved game's picture."""


class Pictures:
    """Keeps a small picture of its last turn beside each record, written beside the window."""

    def __init__(self) -> None:
        self._writer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="pictures")
        self._last: tuple[Path, object] | None = None

    def take(self, surface: pygame.Surface, record: Path, moment: object) -> None:
        """Keep a picture, unless that moment has one already."""
        if self._last == (record, moment):
            return
        self._last = record, moment
        width, height = surface.get_size()
        scale = min(SMALL[0] / width, SMALL[1] / height, 1.0)
        small = pygame.transform.smoothscale(surface, (round(width * scale), round(height * scale)))
        self._writer.submit(_write, small, picture_of(record))

    def finish(self) -> None:
        """Wait until all are written."""
        self._writer.shutdown(wait=True)


def moment_of(screen: object) -> tuple[Path, object] | None:
    """The record and the moment that a screen shows, if a picture of it may be kept.

    A seat's own screen is nobody else's to see, so where several people play only what all see is kept.
    """
    play = getattr(screen, "play", None)
    overlay: str = getattr(screen, "overlay", "")
    if not isinstance(play, SeatedPlay) or play.game.path is None or overlay:
        return None
    if play.several and isinstance(screen, Crisis):
        return None
    return play.game.path, (play.game.turns_played, play.lines().current.id, play.over)


def _write(picture: pygame.Surface, path: Path) -> None:
    """Write it whole or not at all; a game without a picture is no worse a game."""
    fresh = path.with_suffix(".new.png")
    try:
        pygame.image.save(picture, str(fresh))
        fresh.replace(path)
    except (OSError, pygame.error):
        fresh.unlink(missing_ok=True)


def save_picture(surface: pygame.Surface) -> str:
    """Save a picture of the window in the folder of saved games; say where it is."""
    folder = saves_folder().parent / "pictures"
    stem = f"backstop-{datetime.now():%Y%m%d-%H%M%S}"
    names = chain([f"{stem}.png"], (f"{stem}-{number}.png" for number in count(2)))
    path = next(one for name in names if not (one := folder / name).exists())
    try:
        folder.mkdir(parents=True, exist_ok=True)
        pygame.image.save(surface, str(path))
    except (OSError, pygame.error) as problem:
        return say("The picture could not be saved: {problem}", problem=problem)
    return say("Saved a picture: {path}", path=path)

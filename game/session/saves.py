"""Where games are kept, and which of them wait to be played on."""

import os
import re
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Final

from attrs import frozen
from platformdirs import user_data_path

from game.model.ids import ActorId
from game.session.record import RecordProblem, read

ENDING: Final = ".backstop"
"""What names of records end with."""
HOME: Final = "BACKSTOP_HOME"
"""The environment variable that names another folder than the system's own for such data."""
HUMAN: Final = "human"
"""How a record names a seat that a person plays."""


@frozen
class SavedGame:
    """A game that can be played on."""

    path: Path
    """Its record."""
    scenario: str
    """The scenario's id."""
    variant: str
    """The variants, joined by `+`; empty where there are none."""
    seats: tuple[ActorId, ...]
    """The seats that people play."""
    turn: int
    """The turn that is to be ordered next."""
    when: datetime
    """When it was last played, local time."""


def saves_folder() -> Path:
    """The folder of saved games; it need not exist yet."""
    home = os.environ.get(HOME)
    return (Path(os.path.expanduser(home)) if home else user_data_path("backstop", appauthor=False)) / "saves"


def new_path(scenario: str) -> Path:
    """A name for the record of a game that starts now, in a folder that is there. Raises RecordProblem."""
    folder = saves_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RecordProblem(f"cannot make the folder {folder}: {error.strerror or error}") from None
    word = re.sub(r"[^A-Za-z0-9_]+", "_", scenario)[:60] or "game"
    stem = f"{word}-{datetime.now():%Y%m%d-%H%M%S}"
    return next(path for path in _names(folder, stem) if not path.exists())


def unfinished_games(unreadable: Callable[[Path, str], None] | None = None) -> tuple[SavedGame, ...]:
    """The games that wait to be played on, last played first.

    What cannot be read is passed over, and told to `unreadable` with the reason.
    """
    found = []
    try:
        paths = sorted(saves_folder().glob(f"*{ENDING}"))
    except OSError:
        return ()
    for path in paths:
        try:
            record = read(path)
            when = datetime.fromtimestamp(path.stat().st_mtime)
        except (RecordProblem, OSError, ValueError, OverflowError) as error:
            if unreadable is not None:
                unreadable(path, str(error).removeprefix(f"{path}: "))
            continue
        header = record.header
        people = tuple(actor for actor, who in header.seats.items() if who == HUMAN)
        if record.end is None and people:
            variant = "+".join(header.variant)
            found.append(SavedGame(path, header.scenario, variant, people, len(record.turns) + 1, when))
    return tuple(sorted(found, key=lambda game: (game.when, game.path.name), reverse=True))


def _names(folder: Path, stem: str) -> Iterator[Path]:
    yield folder / f"{stem}{ENDING}"
    number = 2
    while True:
        yield folder / f"{stem}-{number}{ENDING}"
        number += 1

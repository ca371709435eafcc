"""Where games are kept: which there are, what they are called, and how one is thrown away and got back.

Beside a record `X.backstop` may lie `X.png`, a small picture of its last turn, and `X.name`, what its players
call it. Neither is needed, and a record without them is whole.
"""

import os
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final

from attrs import frozen
from platformdirs import user_data_path

from game.language import say
from game.model.ids import ActorId, OutcomeId
from game.places import HOME
from game.session.lines import Header
from game.session.record import Record, RecordProblem, read
from game.session.story import played_lines

ENDING: Final = ".backstop"
"""What names of records end with."""
PICTURE: Final = ".png"
"""What the name of a record's picture ends with."""
NAME: Final = ".name"
"""What the name of the file ends with that holds what players call a game."""
LONGEST_NAME: Final = 60
"""Letters of what players call a game."""
TRASH: Final = "trash"
"""The folder beside that of saved games to which thrown away ones go."""
HUMAN: Final = "human"
"""How a record names a seat that a person plays."""


@frozen
class SavedGame:
    """A game whose record is sound."""

    path: Path
    """Its record."""
    header: Header
    """What it started from."""
    scenario: str
    """The scenario's id."""
    variant: str
    """The variants, joined by `+`; empty where there are none."""
    seats: tuple[ActorId, ...]
    """The seats that people play; none in a game that people only watch."""
    turn: int
    """The turn that is to be ordered next; the last one once the game is over."""
    when: datetime
    """When it was last played, local time."""
    name: str = ""
    """What its players call it; empty where they have given it no name."""
    file: Path | None = None
    """The scenario's file, if it does not come with Backstop."""
    lines: int = 1
    """How many lines of play it has."""
    open_lines: int = 0
    """On how many of them the game has not ended."""
    outcome: OutcomeId | None = None
    """How it ended, if it did."""
    picture: Path | None = None
    """A small picture of its last turn, if there is one."""

    @property
    def over(self) -> bool:
        """Whether it has ended."""
        return self.outcome is not None


@frozen
class DamagedGame:
    """A file among the saved games that cannot be read."""

    path: Path
    """The file."""
    problem: str
    """What is wrong with it, in words."""
    when: datetime | None
    """When it was last written, local time, if that can be told."""


def saves_folder() -> Path:
    """The folder of saved games; it need not exist yet."""
    home = os.environ.get(HOME)
    return (Path(os.path.expanduser(home)) if home else user_data_path("backstop", appauthor=False)) / "saves"


def trash_folder() -> Path:
    """The folder of games that were thrown away; it need not exist yet."""
    return saves_folder().with_name(TRASH)


def new_path(scenario: str) -> Path:
    """A name for the record of a game that starts now, in a folder that is there. Raises RecordProblem."""
    folder = _made(saves_folder())
    word = re.sub(r"[^A-Za-z0-9_]+", "_", scenario)[:60] or "game"
    stem = f"{word}-{datetime.now():%Y%m%d-%H%M%S}"
    return next(path for path in _names(folder, stem) if not path.exists())


def picture_of(record: Path) -> Path:
    """Where the picture of a game lies; it need not exist."""
    return record.with_suffix(PICTURE)


def saved_games() -> tuple[SavedGame | DamagedGame, ...]:
    """Every game that is kept, last played first; nothing that lies there is passed over."""
    found: list[SavedGame | DamagedGame] = []
    try:
        paths = sorted(saves_folder().glob(f"*{ENDING}"))
    except OSError:
        return ()
    for path in paths:
        when = None
        try:
            when = datetime.fromtimestamp(path.stat().st_mtime)
            found.append(_saved(path, read(path), when))
        except (RecordProblem, OSError, ValueError, OverflowError) as error:
            found.append(DamagedGame(path, str(error).removeprefix(f"{path}: "), when))
    return tuple(sorted(found, key=lambda game: (game.when or datetime.min, game.path.name), reverse=True))


def unfinished_games(unreadable: Callable[[Path, str], None] | None = None) -> tuple[SavedGame, ...]:
    """The games that wait for people to play them on, last played first.

    What cannot be read is passed over, and told to `unreadable` with the reason.
    """
    found = []
    for game in saved_games():
        if isinstance(game, DamagedGame):
            if unreadable is not None:
                unreadable(game.path, game.problem)
        elif game.seats and not game.over:
            found.append(game)
    return tuple(found)


def rename(path: Path, name: str) -> None:
    """Call a game by a name, or by none. Raises RecordProblem where that cannot be written."""
    beside = path.with_suffix(NAME)
    words = " ".join(name.split())[:LONGEST_NAME]
    try:
        if words:
            beside.write_text(words, encoding="utf-8")
        else:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise RecordProblem(
            say("cannot write {path}: {reason}", path=beside, reason=error.strerror or error)
        ) from None


def throw_away(path: Path) -> Path:
    """Move a game to the trash with what lies beside it; return its record there. Raises RecordProblem."""
    return _moved(path, trash_folder())


def get_back(trashed: Path) -> Path:
    """Move a game from the trash back among the saved ones; return its record. Raises RecordProblem."""
    return _moved(trashed, saves_folder())


def _moved(path: Path, folder: Path) -> Path:
    """Move a record and what lies beside it, all of it or nothing."""
    to = next(one for one in _names(_made(folder), path.stem) if not one.exists())
    moved: list[tuple[Path, Path]] = []
    try:
        for ending in (ENDING, PICTURE, NAME):
            one, there = path.with_suffix(ending), to.with_suffix(ending)
            if ending == ENDING or one.is_file():
                one.replace(there)
                moved.append((one, there))
    except OSError as error:
        for one, there in moved:
            with suppress(OSError):
                there.replace(one)
        reason = error.strerror or error
        raise RecordProblem(
            say("cannot move {path} to {folder}: {reason}", path=path, folder=folder, reason=reason)
        ) from None
    return to


def _saved(path: Path, record: Record, when: datetime) -> SavedGame:
    header, end, turns = record.header, record.end, len(record.turns)
    picture = picture_of(path)
    return SavedGame(
        path=path,
        header=header,
        scenario=header.scenario,
        variant="+".join(header.variant),
        seats=tuple(actor for actor, who in header.seats.items() if who == HUMAN),
        turn=turns if end else turns + 1,
        when=when,
        name=_name(path),
        file=None if header.file is None else Path(header.file),
        lines=len(record.tree.branches),
        open_lines=len([line for line in played_lines(record.tree) if not line.ended]),
        outcome=None if end is None else end.outcome,
        picture=picture if picture.is_file() else None,
    )


def _name(path: Path) -> str:
    try:
        return " ".join(path.with_suffix(NAME).read_text(encoding="utf-8").split())[:LONGEST_NAME]
    except (OSError, UnicodeDecodeError):
        return ""


def _made(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RecordProblem(
            say("cannot make the folder {folder}: {reason}", folder=folder, reason=error.strerror or error)
        ) from None
    return folder


def _names(folder: Path, stem: str) -> Iterator[Path]:
    yield folder / f"{stem}{ENDING}"
    number = 2
    while True:
        yield folder / f"{stem}-{number}{ENDING}"
        number += 1

"""The record of a game: its header, then one line of JSON a turn, written by append and never rewritten.

A game is its orders: with the seed and the scenario they give the same events on any machine. So one file
serves as save, undo history, replay and crash recovery. Going back appends a line as well and begins a new
line of play; the one that was left stays in the file and can be returned to (game.session.branches).

Every line ends with `sum`, a digest of that line and of all lines before it. A line that was edited, dropped
or moved is therefore noticed and named; it is a guard against accidents and idle hands, not a signature. A
last line without its newline was torn by a crash: it is dropped with a notice, for its turn had not been
shown yet.
"""

import json
import os
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path
from typing import BinaryIO, Final

from attrs import evolve, frozen

from game.engine.events import Event
from game.language import _, say
from game.session.branches import Tree
from game.session.fields import Line, Malformed
from game.session.lines import FORMAT, KIND, End, Entry, Given, Header, Override, Turn, from_line

LARGEST: Final = 32 * 1024 * 1024
"""Bytes: a longer file is no record of a game that people played."""


class RecordProblem(Exception):
    """A record that cannot be read, written or played; its text is one line for people."""


@frozen
class Record:
    """A record that was read: the branch that counts, and what is needed to go on writing."""

    header: Header
    """What the game started from."""
    tree: Tree = Tree()
    """All lines of play, and which of them counts."""
    notice: str | None = None
    """What a reader should be told: a torn last line was dropped."""
    size: int = 0
    """How many bytes of the file are sound."""
    total: str = ""
    """The sum of the last sound line."""

    @property
    def turns(self) -> tuple[Turn, ...]:
        """The turns of the line of play that counts."""
        return self.tree.current.turns

    @property
    def overrides(self) -> tuple[Override, ...]:
        """The assumptions that were changed on it."""
        return self.tree.current.overrides

    @property
    def end(self) -> End | None:
        """How it ended, if it did."""
        return self.tree.current.end

    @property
    def given(self) -> tuple[Given, ...]:
        """Orders for the open turn, while others have still to give theirs."""
        return self.tree.given

    @property
    def undone(self) -> int:
        """How many turns stay in the file on other lines of play."""
        return sum(branch.own for branch in self.tree.branches) - len(self.turns)


class Journal:
    """A record that is being written: each line reaches the disk before its turn is shown."""

    def __init__(self, path: Path, size: int, total: str) -> None:
        self.path = path
        self._size = size
        self._total = total

    @classmethod
    def create(cls, path: Path, header: Header) -> "Journal":
        """Start a new file. Raises RecordProblem where there is one already, or none can be."""
        text, total = _sealed(header.as_line(), "")
        try:
            with path.open("xb") as file:
                try:
                    _write(file, text)
                except OSError:
                    path.unlink(missing_ok=True)
                    raise
            _sync_folder(path.parent)
        except FileExistsError:
            raise RecordProblem(say("{path}: there is a file of that name already", path=path)) from None
        except OSError as error:
            raise RecordProblem(_cannot("write", path, error)) from None
        return cls(path, len(text), total)

    @classmethod
    def reopen(cls, path: Path, record: Record) -> "Journal":
        """Go on where a record ends; a torn last line is cut off when the next one is written."""
        return cls(path, record.size, record.total)

    def append(self, *entries: Entry) -> None:
        """Add lines, all of them or none. Raises RecordProblem where they cannot be written."""
        text, total = b"", self._total
        for entry in entries:
            sealed, total = _sealed(entry.as_line(), total)
            text += sealed
        try:
            with self.path.open("r+b") as file:
                self._expect_own_end(file)
                file.seek(self._size)
                file.truncate()
                try:
                    _write(file, text)
                except OSError:
                    file.truncate(self._size)
                    raise
        except OSError as error:
            raise RecordProblem(_cannot("write", self.path, error)) from None
        self._size += len(text)
        self._total = total

    def _expect_own_end(self, file: BinaryIO) -> None:
        """Another process may have resumed the same game: never write into its lines."""
        if file.seek(0, os.SEEK_END) < self._size:
            raise RecordProblem(
                say("{path}: the file was cut short while the game was played", path=self.path)
            )
        file.seek(self._size)
        if b"\n" in file.read():
            raise RecordProblem(say("{path}: another program is playing this game", path=self.path))


def read(path: Path) -> Record:
    """Read a record. Raises RecordProblem, with one clear line, for anything that is not a sound one."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise RecordProblem(_cannot("read", path, error)) from None
    if len(data) > LARGEST:
        raise RecordProblem(say("{path}: too long for a record", path=path))
    try:
        return _parsed(data)
    except RecordProblem as problem:
        raise RecordProblem(f"{path}: {problem}") from None


def events_digest(events: Iterable[Event]) -> str:
    """The digest of a turn's events: BLAKE2b of their canonical JSON, one event a line."""
    digest = blake2b(digest_size=16)
    for event in events:
        digest.update(canonical(event.as_record()) + b"\n")
    return digest.hexdigest()


def canonical(value: object) -> bytes:
    """The one way in which a value is written: no spaces, keys in their own order, shortest exact numbers."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode("utf-8")


def _parsed(data: bytes) -> Record:
    *rows, tail = data.split(b"\n")
    if not rows:
        raise RecordProblem(_("this is no record of a Backstop game") if tail else _("the file is empty"))
    record = _opened(rows[0])
    for number, row in enumerate(rows[1:], start=2):
        try:
            line = _loaded(row)
            _check_sum(line, record.total)
            record = evolve(record, tree=record.tree.then(from_line(line)))
        except Malformed as problem:
            raise RecordProblem(say("line {number}: {problem}", number=number, problem=problem)) from None
        record = evolve(record, size=record.size + len(row) + 1, total=str(line["sum"]))
    if tail:
        notice = _("the last line was cut off when the program stopped; its turn has to be ordered again")
        record = evolve(record, notice=notice)
    return record


def _opened(row: bytes) -> Record:
    try:
        line = _loaded(row)
    except Malformed:
        raise RecordProblem(_("this is no record of a Backstop game")) from None
    if line.get("record") != KIND:
        raise RecordProblem(_("this is no record of a Backstop game"))
    if line.get("format") != FORMAT:
        found = f"{line.get('format')!r:.20}"
        raise RecordProblem(
            say(
                "it is written in format {found}; this version of Backstop reads format {known}",
                found=found,
                known=FORMAT,
            )
        )
    try:
        _check_sum(line, "")
        return Record(Header.from_line(line), size=len(row) + 1, total=str(line["sum"]))
    except Malformed as problem:
        raise RecordProblem(say("line {number}: {problem}", number=1, problem=problem)) from None


def _sealed(line: Line, before: str) -> tuple[bytes, str]:
    total = _sum(line, before)
    return canonical({**line, "sum": total}) + b"\n", total


def _sum(line: Line, before: str) -> str:
    return blake2b(before.encode() + b"\n" + canonical(line), digest_size=8).hexdigest()


def _check_sum(line: Line, before: str) -> None:
    rest = {word: value for word, value in line.items() if word != "sum"}
    if line.get("sum") != _sum(rest, before):
        raise Malformed(_("not as Backstop wrote it; this line, or one before it, was changed"))


def _loaded(row: bytes) -> Line:
    try:
        line = json.loads(row.decode("utf-8"), parse_constant=_no_constant)
        canonical(line)
    except (ValueError, RecursionError):
        raise Malformed(_("no JSON that Backstop could have written")) from None
    if not isinstance(line, dict):
        raise Malformed(_("no JSON object"))
    return line


def _no_constant(word: str) -> None:
    raise ValueError(word)


def _write(file: BinaryIO, text: bytes) -> None:
    file.write(text)
    file.flush()
    os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Make the new file's name last too, where the system can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _cannot(verb: str, path: Path, error: OSError) -> str:
    reason = error.strerror or error
    if verb == "read":
        return say("cannot read {path}: {reason}", path=path, reason=reason)
    return say("cannot write {path}: {reason}", path=path, reason=reason)

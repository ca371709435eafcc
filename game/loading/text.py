"""From bytes to text: size, encoding and characters, before any YAML is read."""

import re
from collections.abc import Iterator
from pathlib import Path

from game.loading.problems import WHOLE, Problem, ScenarioProblems
from game.places import scenarios_folder

Stamp = tuple[int, int, int]
"""What changes when a file is written anew."""

LIMIT = 2 * 1024 * 1024
"""The largest file that is read, in bytes."""
_MOST_REPORTED = 20

# Line breaks that YAML and editors count differently, marks that reorder text, and what does not print.
UNWANTED = re.compile(
    "\r(?!\n)|[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069"
    "\ufeff\ufffe\uffff\ud800-\udfff]"
)  # fmt: skip


def unwanted(character: str) -> str:
    """What to say about a character that a scenario may not contain."""
    if character == "\t":
        return "a tab; use spaces"
    if character == "\r":
        return "a carriage return without a line feed; save the file with ordinary line endings"
    if character in "\u2028\u2029\x85":
        return f"an invisible line break (U+{ord(character):04X}); use an ordinary one"
    if character == "\ufeff":
        return "a byte order mark inside the text; remove it"
    return f"a character that does not print (U+{ord(character):04X}); remove it"


def stamps(path: Path) -> frozenset[Stamp]:
    """Say when a scenario's file, and every file that it may be based on, were written.

    What was read from them still holds while this is the same.
    """
    files = {path, *path.parent.glob("*.yaml"), *scenarios_folder().glob("*.yaml")}
    return frozenset(filter(None, map(_stamp, files)))


def _stamp(path: Path) -> Stamp | None:
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size


def read(path: Path, name: str) -> tuple[bytes, str]:
    """Read a file's bytes and text. Raises ScenarioProblems with every bad character."""
    content = _bytes(path, name)
    text = decode(content, name)
    problems = list(_characters(text, name))
    if problems:
        raise ScenarioProblems(problems)
    return content, text


def _bytes(path: Path, name: str) -> bytes:
    try:
        if path.is_dir():
            raise _whole(name, "this is a folder, not a scenario file")
        if path.exists() and not path.is_file():
            raise _whole(name, "this is not an ordinary file")
        with path.open("rb") as file:
            content = file.read(LIMIT + 1)
    except (OSError, ValueError) as error:
        if isinstance(error, ScenarioProblems):
            raise
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise _whole(name, f"cannot be read: {why}") from None
    if len(content) > LIMIT:
        raise _whole(name, "larger than 2 MiB; a scenario is a text that people read")
    return content


def decode(content: bytes, name: str) -> str:
    """Decode UTF-8 with or without a byte order mark. Raises ScenarioProblems for anything else."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _whole(name, "this is UTF-16; save it as UTF-8")
    content = content.removeprefix(b"\xef\xbb\xbf")
    if not content.strip():
        raise _whole(name, "the file is empty")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8", "replace")
        line, column = _place(before, len(before))
        byte = content[error.start]
        message = f"not UTF-8 (byte 0x{byte:02X}); save the file as UTF-8"
        raise ScenarioProblems([Problem(name, line, column, WHOLE, message)]) from None


def _characters(text: str, name: str) -> Iterator[Problem]:
    if text.count("\x00") > len(text) // 4:
        yield Problem(name, 1, 1, WHOLE, "this is UTF-16 or UTF-32, or no text at all; save it as UTF-8")
        return
    for count, found in enumerate(UNWANTED.finditer(text)):
        if count == _MOST_REPORTED:
            return
        line, column = _place(text, found.start())
        yield Problem(name, line, column, WHOLE, unwanted(found.group()))


def _place(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1


def _whole(name: str, message: str) -> ScenarioProblems:
    return ScenarioProblems([Problem(name, 1, 1, WHOLE, message)])

"""What is wrong with a scenario, said so that its author can mend it."""

from collections.abc import Iterable
from difflib import get_close_matches

from attrs import field, frozen

_LONGEST_GUESS = 64


@frozen(order=True)
class Problem:
    """One thing to mend."""

    file: str
    """The file, as the caller named it."""
    line: int
    """From 1."""
    column: int
    """From 1, in characters."""
    path: str
    """Where in the scenario: ids and fields joined by dots, items of lists counted from 1."""
    message: str
    """What is wrong, and how to mend it where we can guess."""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.path}: {self.message}"


class ScenarioProblems(ValueError):
    """A scenario that cannot be played as it is written; carries every problem, in the order of the file."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(problem) for problem in self.problems))


class UnknownName(ValueError):
    """A name or value on a command line that nothing answers to; one line that names the near ones."""


@frozen
class Finding:
    """What a check found, before it is known where in the file that is."""

    path: tuple[str | int, ...]
    """Ids and fields as the file spells them; items of lists counted from 1."""
    message: str = field()
    """What is wrong."""


WHOLE = "scenario"
"""The path of a problem that concerns the file as a whole."""
_LONGEST_QUOTED = 72


def shown(text: str) -> str:
    """Text as a message quotes it: on one line, printable and short."""
    line = text if len(text) <= _LONGEST_QUOTED else text[: _LONGEST_QUOTED - 1] + "…"
    return line if line.isprintable() else ascii(line)[1:-1]


def dotted(path: Iterable[str | int]) -> str:
    """A path as problems write it."""
    return ".".join(shown(str(part)) for part in path) or WHOLE


def near(word: str, names: Iterable[str]) -> str:
    """Return ` (did you mean ...?)` for the names closest to a word, or nothing where none is close."""
    if len(word) > _LONGEST_GUESS:
        return ""
    close = get_close_matches(word, sorted(set(map(str, names))), n=2, cutoff=0.65)
    return f" (did you mean {' or '.join(close)}?)" if close else ""


def listed(names: Iterable[str]) -> str:
    """Names as a sentence lists them: `a, b or c`."""
    every = list(map(str, names))
    return every[0] if len(every) == 1 else f"{', '.join(every[:-1])} or {every[-1]}" if every else "nothing"

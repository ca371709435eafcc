"""Reading values out of a line of JSON, trusting nothing: another type than expected is a `Malformed`."""

from typing import Any, TypeAlias, TypeVar

from game.language import say

Line: TypeAlias = dict[str, Any]
"""One line as JSON gives it."""

_T = TypeVar("_T")


class Malformed(ValueError):
    """A line that says something else than lines of its kind say."""


def needed(line: Line, word: str, kind: type[_T]) -> _T:
    """Return a value that has to be there."""
    if word not in line:
        raise Malformed(say("{word} is missing", word=word))
    return of_kind(line[word], kind, word)


def optional(line: Line, word: str, kind: type[_T]) -> _T | None:
    """Return a value that may be missing."""
    return None if line.get(word) is None else of_kind(line[word], kind, word)


def texts(line: Line, word: str) -> list[str]:
    """Return a list of texts."""
    return [of_kind(one, str, word) for one in needed(line, word, list)]


def few_words(line: Line, word: str, count: int) -> list[str]:
    """Return so many texts, or none where they are missing."""
    if line.get(word) is None:
        return []
    words = texts(line, word)
    if len(words) != count:
        raise Malformed(
            say("{word} has {found} words, not {wanted}", word=word, found=len(words), wanted=count)
        )
    return words


def numbers(line: Line, word: str) -> dict[str, float]:
    """Return numbers by name."""
    return {name: number_in(value, word) for name, value in needed(line, word, dict).items()}


def number_in(value: object, word: str) -> float:
    """Return a number as a float."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise Malformed(say("{word} holds {value}, which is no number", word=word, value=f"{value!r:.40}"))
    try:
        return float(value)
    except OverflowError:
        raise Malformed(say("{word} holds a number out of all bounds", word=word)) from None


def of_kind(value: object, kind: type[_T], word: str) -> _T:
    """Return a value, which has to be of a kind."""
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise Malformed(say("{word} is {value}, which is not of its kind", word=word, value=f"{value!r:.40}"))
    return value

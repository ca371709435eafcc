"""The three ways in which a line cannot be followed, kept apart because each is mended in another way."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches


class LineProblem(Exception):
    """A line that cannot be followed; its text says what is wrong and how to mend it."""


class NotUnderstood(LineProblem):
    """The words mean nothing here."""


class Ambiguous(LineProblem):
    """The words could mean several things."""


class NotNow(LineProblem):
    """The words are clear, but the rules do not allow it now."""


def unknown(what: str, given: str, known: Sequence[str], mend: str) -> NotUnderstood:
    """Nothing is called that; names what is near."""
    lower = {name.casefold(): name for name in known}
    near = [lower[name] for name in get_close_matches(given.casefold(), list(lower), n=3, cutoff=0.6)]
    hint = f" Did you mean {' or '.join(near)}?" if near else ""
    return NotUnderstood(f"Not understood: no {what} “{given}”.{hint} {mend}")


def several(given: str, candidates: Iterable[str]) -> Ambiguous:
    """Several things are called that."""
    return Ambiguous(
        f"Which one? “{given}” fits {'; '.join(candidates)}. Say more of its name, or its number."
    )

"""The three ways in which a line cannot be followed, kept apart because each is mended in another way."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from functools import reduce

from game.language import _, say


class LineProblem(Exception):
    """A line that cannot be followed; its text says what is wrong and how to mend it."""


class NotUnderstood(LineProblem):
    """The words mean nothing here."""


class Ambiguous(LineProblem):
    """The words could mean several things."""


class NotNow(LineProblem):
    """The words are clear, but the rules do not allow it now."""


def unknown(what: str, given: str, known: Sequence[str], mend: str) -> NotUnderstood:
    """Nothing is called that, says of `what` it is marked for translators; names what is near."""
    lower = {name.casefold(): name for name in known}
    near = [lower[name] for name in get_close_matches(given.casefold(), list(lower), n=3, cutoff=0.6)]
    said = [say("Not understood: no {what} “{given}”.", what=_(what), given=given)]
    if near:
        said.append(say("Did you mean {names}?", names=reduce(_or, near)))
    return NotUnderstood(" ".join((*said, mend)))


def _or(one: str, other: str) -> str:
    return say("{one} or {other}", one=one, other=other)


def several(given: str, candidates: Iterable[str]) -> Ambiguous:
    """Several things are called that."""
    return Ambiguous(
        say(
            "Which one? “{given}” fits {names}. Say more of its name, or its number.",
            given=given,
            names="; ".join(candidates),
        )
    )

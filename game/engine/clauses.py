"""Clauses about conditions and effects, in the language that is spoken here.

Whole sentences are translated, so what may be missing from one (`by whom`, `how often`) is put around it.
"""

from collections.abc import Iterable
from functools import reduce

from game.language import N_, say
from game.model.ids import SELF
from game.model.numbers import Assumed, Number
from game.model.primitives import Words


def all_of(clauses: Iterable[str]) -> str:
    """`a and b`; nothing where there is nothing."""
    return _folded(N_("{one} and {other}"), clauses)


def one_of(clauses: Iterable[str]) -> str:
    """`a or b`; nothing where there is nothing."""
    return _folded(N_("{one} or {other}"), clauses)


def _folded(joint: str, clauses: Iterable[str]) -> str:
    given = list(clauses)
    return reduce(lambda one, other: say(joint, one=one, other=other), given) if given else ""


def figure(number: Number, words: Words) -> str:
    """A number; one that is assumed is quoted by its name."""
    if isinstance(number, Assumed):
        return say("“{name}”", name=words(number.assumption))
    return say("{number:g}", number=float(number))


def per_cent(number: float) -> str:
    """A share as a whole per cent."""
    return say("{percent} %", percent=f"{number:.0%}"[:-1])


def track_of(actor: str, track: str, words: Words) -> str:
    """Whose track; a track of the world is nobody's."""
    if actor in (SELF, "world"):
        return words(track)
    return say("{thing} of {owner}", thing=words(track), owner=words(actor))


def thing_of(actor: str, thing: str, words: Words) -> str:
    """Whose option, act or offer."""
    return say("{thing} of {owner}", thing=words(thing), owner=words(actor))


def towards(by: str, on: str | None, words: Words) -> str:
    """Who acts, and towards whom if that matters."""
    return say("{actor} towards {target}", actor=by, target=words(on)) if on else by


def in_brackets(clause: str, what: str) -> str:
    """A clause with something that is said in passing."""
    return f"{clause} ({what})" if what else clause

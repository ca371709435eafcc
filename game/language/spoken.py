"""The language that is spoken here and now.

It belongs to the context that a screen, a page or a command runs in (a context variable), never to the whole
program: two people may read the same game in two languages. Work in another thread takes its context along.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from gettext import NullTranslations
from typing import Any

from attrs import field, frozen


@frozen(eq=False)
class Language:
    """A language: what it is called and its catalogues."""

    code: str
    """As in `de` or `pt_BR`."""
    name: str
    """In the language itself."""
    interface: NullTranslations = field(factory=NullTranslations)
    """The texts of the program."""
    scenarios: NullTranslations = field(factory=NullTranslations)
    """The texts of scenarios: names, summaries, briefings."""
    point: str = "."
    """What stands between a whole number and its decimals."""


ENGLISH = Language("en", "English")
"""The language that the code and the scenarios are written in."""

_spoken: ContextVar[Language] = ContextVar("language", default=ENGLISH)


def spoken() -> Language:
    """Return the language that is spoken here."""
    return _spoken.get()


@contextmanager
def speaking(language: Language) -> Iterator[Language]:
    """Speak another language within a block."""
    token = _spoken.set(language)
    try:
        yield language
    finally:
        _spoken.reset(token)


def _(text: str) -> str:
    """Return a text of the interface in the language that is spoken here."""
    return _spoken.get().interface.gettext(text) if text else ""


def say(template: str, **parts: Any) -> str:
    """Return a sentence; its parts are filled in after translating: `say("You are {name}", name=name)`."""
    words = _spoken.get().interface.gettext(template)
    return words.format_map({name: figures(part) for name, part in parts.items()})


def count(number: float, one: str, many: str, /, **parts: Any) -> str:
    """Return the sentence for a number of things: `count(3, "{number} turn", "{number} turns")`.

    The number itself is the part `number`; for what is not whole, the words of many are used.
    """
    whole = int(number) if number == int(number) else 2
    words = _spoken.get().interface.ngettext(one, many, whole)
    parts = {"number": number, **parts}
    return words.format_map({name: figures(part) for name, part in parts.items()})


def sense(context: str, text: str) -> str:
    """Return a text that means different things in different places; `context` tells translators which."""
    return _spoken.get().interface.pgettext(context, text)


def N_sense(context: str, text: str) -> str:  # noqa: N802
    """Mark a text of a table that is said with `sense` in that context."""
    return text


def N_(text: str) -> str:  # noqa: N802  (gettext's own name for a text that is translated where it is shown)
    """Mark a text of a table for the catalogue; it is translated where it is shown, with `_`."""
    return text


def told(text: str) -> str:
    """Return a scenario's text (a name, a summary, a briefing) in the language that is spoken here.

    What was told before stays as it is, so it does no harm to tell a text of a view again.
    """
    if not text or isinstance(text, _Told) or _spoken.get() is ENGLISH:
        return text
    return _Told(_spoken.get().scenarios.gettext(text))


class _Told(str):
    """A text of a scenario in somebody's language."""

    __slots__ = ()


class _Figure(float):
    """A number that is written with the decimal point of the language spoken here."""

    def __format__(self, how: str) -> str:
        return super().__format__(how).replace(".", _spoken.get().point)


def figures(part: Any) -> Any:
    """Return a part of a sentence; a number with decimals is written as it is where this is spoken."""
    return _Figure(part) if isinstance(part, float) and _spoken.get().point != "." else part


def point(written: str) -> str:
    """Return a number that is written already, `1.5`, with the decimal point of the language spoken here."""
    return written.replace(".", _spoken.get().point)

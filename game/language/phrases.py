"""Sentences that are kept for a reader: the events of a game are the same in every language."""

from collections.abc import Mapping
from typing import Any

from attrs import field, frozen

from game.language.spoken import _spoken

Part = Any
"""A part of a phrase: a scenario's name (a string), another phrase, a list of either, or a number."""


@frozen
class Phrase:
    """A sentence with its parts, in no language yet."""

    template: str
    """In English, with named places: `{actor} orders {option}: ready at hour {hour}`."""
    parts: Mapping[str, Part] = field(factory=dict)
    """What stands there. Strings are texts of the scenario and are translated as such."""

    def __str__(self) -> str:
        """In the language that is spoken here."""
        language = _spoken.get()
        words = language.interface.gettext(self.template)
        if not self.parts:
            return words
        return words.format(
            **{name: _said(part, language.scenarios.gettext) for name, part in self.parts.items()}
        )

    @property
    def source(self) -> str:
        """In English, whatever is spoken here: what records and digests are made of."""
        if not self.parts:
            return self.template
        return self.template.format(**{name: _source(part) for name, part in self.parts.items()})


def phrase(template: str, **parts: Part) -> Phrase:
    """Return a sentence that is said later."""
    return Phrase(template, parts)


def _said(part: Part, gettext: Any) -> Any:
    if isinstance(part, Phrase):
        return str(part)
    if isinstance(part, str):
        return gettext(part) if part else ""
    if isinstance(part, tuple | list):
        return ", ".join(str(_said(one, gettext)) for one in part)
    return part


def _source(part: Part) -> Any:
    if isinstance(part, Phrase):
        return part.source
    if isinstance(part, tuple | list):
        return ", ".join(str(_source(one)) for one in part)
    return part

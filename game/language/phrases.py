"""Sentences that are kept for a reader: the events of a game are the same in every language."""

from collections.abc import Iterable, Mapping
from functools import reduce
from typing import Any

from attrs import evolve, field, frozen

from game.language.spoken import _spoken, figures, told

Part = Any
"""A part of a phrase: a scenario's name (a string), another phrase, a list of either, or a number."""


@frozen
class Phrase:
    """A sentence with its parts, in no language yet."""

    template: str
    """In English, with named places: `{actor} orders {option}: ready at hour {hour}`."""
    parts: Mapping[str, Part] = field(factory=dict, hash=False)
    """What stands there. Strings are texts of the scenario and are translated as such."""
    of_scenario: bool = False
    """Whether the sentence itself is a text of the scenario; then places are filled in only where named."""
    capital: bool = False
    """Whether it begins a line whatever its first part is: its first letter becomes a capital."""

    def __str__(self) -> str:
        """In the language that is spoken here."""
        words = told(self.template) if self.of_scenario else _spoken.get().interface.gettext(self.template)
        return self._filled(words, {name: _said(part) for name, part in self.parts.items()})

    @property
    def source(self) -> str:
        """In English, whatever is spoken here: what records and digests are made of."""
        return self._filled(self.template, {name: _source(part) for name, part in self.parts.items()})

    def _filled(self, words: str, parts: Mapping[str, Any]) -> str:
        if self.of_scenario:  # an author's braces are not ours
            for name, part in parts.items():
                words = words.replace("{" + name + "}", str(part))
        elif parts:
            words = words.format_map(parts)
        return words[:1].upper() + words[1:] if self.capital else words


def phrase(template: str, **parts: Part) -> Phrase:
    """Return a sentence that is said later."""
    return Phrase(template, parts)


def phrase_count(number: float, one: str, many: str, /, **parts: Part) -> Phrase:
    """Return a sentence for a number of things that is said later, as `count` says one now."""
    return Counted(one, {"number": number, **parts}, many=many, number=number)


def quote(text: str, **parts: Part) -> Phrase:
    """Return a scenario's own sentence, in which some names are filled in later."""
    return Phrase(text, parts, of_scenario=True)


def opening(said: Phrase) -> Phrase:
    """Return the same sentence with a capital first, whatever name it begins with."""
    return evolve(said, capital=True)


@frozen
class Counted(Phrase):
    """A sentence for a number of things."""

    many: str = ""
    """In English, for more than one; `template` is for one."""
    number: float = 0
    """How many."""

    def __str__(self) -> str:
        """In the language that is spoken here."""
        whole = int(self.number) if self.number == int(self.number) else 2
        words = _spoken.get().interface.ngettext(self.template, self.many, whole)
        return self._filled(words, {name: _said(part) for name, part in self.parts.items()})

    @property
    def source(self) -> str:
        """In English, whatever is spoken here."""
        words = self.template if self.number == 1 else self.many
        return self._filled(words, {name: _source(part) for name, part in self.parts.items()})


@frozen
class Joined(Phrase):
    """Several phrases one after the other: `template` says how one follows another."""

    items: tuple[Part, ...] = ()
    """In their order."""

    def __str__(self) -> str:
        """In the language that is spoken here."""
        template = _spoken.get().interface.gettext(self.template)
        return _folded(template, [str(_said(item)) for item in self.items])

    @property
    def source(self) -> str:
        """In English, whatever is spoken here."""
        return _folded(self.template, [str(_source(item)) for item in self.items])


def joined(template: str, items: Iterable[Part]) -> Phrase:
    """Return several phrases as one: `joined("{one} and {other}", reasons)`."""
    return Joined(template, {}, items=tuple(items))


def _folded(template: str, items: list[str]) -> str:
    return reduce(lambda one, other: template.format(one=one, other=other), items) if items else ""


def _said(part: Part) -> Any:
    if isinstance(part, Phrase):
        return str(part)
    if isinstance(part, str):
        return told(part)
    if isinstance(part, tuple | list):
        return ", ".join(str(_said(one)) for one in part)
    return figures(part)


def _source(part: Part) -> Any:
    if isinstance(part, Phrase):
        return part.source
    if isinstance(part, tuple | list):
        return ", ".join(str(_source(one)) for one in part)
    return part

"""The glossary: what each word of the game means, in a sentence or two, and the clause that settles it."""

from typing import Final

from game.language import _
from game.view.glossary import a_to_f, g_to_z
from game.view.glossary.word import Word

__all__ = ["WORDS", "Word", "words"]

WORDS: Final = {word.id: word for word in (*a_to_f.WORDS, *g_to_z.WORDS)}
"""By id; in English, `_` says them in another language."""


def words(query: str = "") -> tuple[Word, ...]:
    """The words that hold what is looked for, in the language spoken here.

    Those that hold it in their names come first, then those that hold it in what they mean, by name.
    """
    wanted = query.casefold().split()
    found = [Word(word.id, _(word.name), _(word.text), word.clause) for word in WORDS.values()]
    named = [word for word in found if _holds(word.name, wanted)]
    told = [word for word in found if word not in named and _holds(word.text, wanted)]
    return (*sorted(named, key=_by_name), *sorted(told, key=_by_name))


def _by_name(word: Word) -> str:
    return word.name.casefold().lstrip("“„«")


def _holds(text: str, wanted: list[str]) -> bool:
    return all(part in text.casefold() for part in wanted)

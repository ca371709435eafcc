"""One word of the game."""

from attrs import frozen


@frozen
class Word:
    """A word of the game."""

    id: str
    name: str
    """In English; `_` says it in another language."""
    text: str
    """What it means, in English."""
    clause: str
    """The clause of the rulebook that settles it: `17.15`; empty where none does."""

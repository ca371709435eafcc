"""What a scenario takes from another."""

from attrs import field, frozen


@frozen
class Derivation:
    """The scenario that this one is made from; the other sections of the file are laid over it."""

    scenario: str
    """The id of the other scenario: a file beside this one, or one that comes with Backstop."""
    ids: dict[str, str] = field(factory=dict)
    """Its ids with what they are called here, wherever they stand."""
    id_parts: dict[str, str] = field(factory=dict)
    """Parts of ids, between underscores, with what stands there here; `ids` come first."""
    words: dict[str, str] = field(factory=dict)
    """Words and names in its texts with what stands here instead: whole words, letter for letter."""
    invented: str = ""
    """Why its numbers count as invented here; where this is given, its sources and notes are dropped."""

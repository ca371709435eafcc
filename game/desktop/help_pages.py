"""Which page of the help is open, and where on it."""

from attrs import define

PAGES = ("keys", "words", "rules")
"""The key map, the glossary, the rulebook."""


@define
class HelpPages:
    """What the help remembers while the window is open."""

    page: str = "keys"
    query: str = ""
    """What is looked for among the words."""
    word: str = ""
    """The id of the entry that is open; the first that is found where it is empty."""
    section: int = 0
    """The section of the rulebook that is open, by its place."""

    def open(self, word: str = "") -> None:
        """Start at the key map, or at an entry of the glossary."""
        self.page, self.query, self.word = ("words" if word else "keys"), "", word

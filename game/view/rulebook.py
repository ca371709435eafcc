"""The rulebook as a player reads it: its sections, one of them, one clause, or the clauses with a word."""

from game.loading.rulebook import Clause, Section, rulebook

__all__ = ["Clause", "NoClause", "Section", "find_rules", "sections"]


class NoClause(ValueError):
    """Nothing in the rulebook answers to these words."""


def sections() -> tuple[Section, ...]:
    """All sections that have clauses."""
    return tuple(section for section in rulebook() if section.clauses)


def find_rules(words: str) -> tuple[Section, ...]:
    """The sections, each with the clauses that are meant. Raises NoClause.

    A number means a section or a clause; words mean the sections whose titles hold them all, or else every
    clause that does.
    """
    wanted = words.casefold().split()
    if not wanted:
        return sections()
    number = wanted[0].rstrip(".")
    if len(wanted) == 1 and number.replace(".", "", 1).isdecimal():
        found = [_only(s, [c for c in s.clauses if number in (str(s.number), c.number)]) for s in sections()]
    else:
        found = [s for s in sections() if _holds(s.title, wanted)] or [
            _only(s, [c for c in s.clauses if _holds(c.text, wanted)]) for s in sections()
        ]
    if not any(section.clauses for section in found):
        raise NoClause(words)
    return tuple(section for section in found if section.clauses)


def _only(section: Section, clauses: list[Clause]) -> Section:
    return Section(section.number, section.title, tuple(clauses))


def _holds(text: str, wanted: list[str]) -> bool:
    return all(word in text.casefold() for word in wanted)

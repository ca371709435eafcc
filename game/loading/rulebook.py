"""The rulebook that people read in the game: sections of numbered clauses, read from `docs/rulebook.md`.

A clause is one paragraph: `**4.2** What holds. *(Source: whose idea it is.)*` The page is the single source;
a wheel carries it along.
"""

import re
from functools import cache

from attrs import frozen

from game.places import rulebook_path

_HEADING = re.compile(r"## (\d+)\. (.+)")
_CLAUSE = re.compile(r"\*\*(\d+)\.(\d+)\*\* (.+)", re.DOTALL)
_SOURCE = re.compile(r"\s*\*\(Source: (.+?)\)\*\s*$", re.DOTALL)


@frozen
class Clause:
    """One numbered rule."""

    number: str
    """Its number, `section.clause`."""
    text: str
    """What it says, one paragraph on one line."""
    source: str
    """Where it comes from; empty where the page names nothing."""


@frozen
class Section:
    """A family of rules."""

    number: int
    """Its number, from 1."""
    title: str
    """Its title."""
    clauses: tuple[Clause, ...]
    """In the order of the page."""


def read_rulebook(page: str) -> tuple[Section, ...]:
    """The sections of a page. What is no clause, as an introduction, is passed over."""
    sections: list[Section] = []
    clauses: list[Clause] = []
    for paragraph in re.split(r"\n\s*\n", page):
        text = " ".join(paragraph.split())
        if heading := _HEADING.fullmatch(text):
            clauses = []
            sections.append(Section(int(heading[1]), heading[2], ()))
        elif (found := _CLAUSE.fullmatch(text)) and sections:
            source = _SOURCE.search(found[3])
            said = found[3][: source.start()] if source else found[3]
            clauses.append(Clause(f"{found[1]}.{found[2]}", said, source[1] if source else ""))
            sections[-1] = Section(sections[-1].number, sections[-1].title, tuple(clauses))
    return tuple(sections)


@cache
def rulebook() -> tuple[Section, ...]:
    """The rulebook that comes with Backstop."""
    return read_rulebook(rulebook_path().read_text(encoding="utf-8"))

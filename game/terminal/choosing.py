"""Questions that have to be answered before a game can start."""

from collections.abc import Iterable
from typing import TextIO

from game.language import N_, say
from game.terminal.naming import Named, find
from game.terminal.page import Page
from game.terminal.problems import LineProblem


class NoAnswer(Exception):
    """The input ended while a question was open."""


def choose(question: str, choices: Iterable[tuple[str, str, str]], source: TextIO, out: TextIO) -> str:
    """Ask until one of the choices (id, name, summary) is named, by number or name; return its id."""
    page, things = Page(out), []
    page.heading(question)
    for number, (id, name, summary) in enumerate(choices, 1):
        things.append(Named(id, (name, id), number))
        page.numbered(number, f"{name} ({id}). {summary}" if summary else f"{name} ({id})")
    mend = say("Say a number from 1 to {last}, or a name.", last=len(things))
    while True:
        page.prompt("> ")
        line = source.readline()
        if not line:
            raise NoAnswer(question)
        if not out.isatty():
            page.verbatim(line.strip())
        try:
            return find(N_("choice"), line, things, mend).key
        except LineProblem as problem:
            page.paragraph(str(problem))

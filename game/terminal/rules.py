"""The rulebook, heard: its sections, one of them, one clause, or every clause with a word."""

from game.language import _, say
from game.terminal.desk import Desk, Step
from game.terminal.problems import NotUnderstood
from game.view.rulebook import NoClause, find_rules, sections


def rules(desk: Desk, rest: str) -> Step:
    """Say the clauses that are asked for, or which sections there are."""
    if not rest:
        desk.page.heading(_("The rulebook. Say `rules` and a number, or a word such as `hazard`:"))
        desk.page.items(f"{section.number}. {section.title}" for section in sections())
        return Step.STAY
    try:
        found = find_rules(rest)
    except NoClause:
        raise NotUnderstood(
            say("Not understood: no rule has “{words}” in it. `rules` lists the sections.", words=rest)
        ) from None
    for section in found:
        desk.page.heading(f"{section.number}. {section.title}")
        for clause in section.clauses:
            source = say("Source: {source}", source=clause.source)
            desk.page.paragraph(f"{clause.number}. {clause.text} ({source})")
    return Step.STAY

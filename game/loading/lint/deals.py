"""Tables can open, those who sit there can order, and every card has a giver who sits there and a worth."""

from collections.abc import Iterator

from game.engine.conditions.deals import DealIs, DealState, TermIs
from game.engine.effects.deals import Breach, ClearLimit, SnapBack
from game.loading.lint.walk import Path, meant, primitives
from game.loading.problems import Finding, listed
from game.model.deals import Deal, Term
from game.model.ids import SELF
from game.model.scenario import Scenario

MOST_TERMS = 8
"""More cards make more packages than anybody can weigh."""
MOST_LEVELS = 2


def check(scenario: Scenario) -> Iterator[Finding]:
    """Parties, cards, levels and faces fit together; what breaks a deal stands where somebody can."""
    for deal in scenario.deals.values():
        here: Path = ("deals", str(deal.id))
        yield from _parties(scenario, deal, here)
        yield from _opens(deal, here)
        if not 1 <= len(deal.terms) <= MOST_TERMS:
            yield Finding(
                (*here, "terms"), f"a table has 1 to {MOST_TERMS} terms, and here are {len(deal.terms)}"
            )
        for term in deal.terms.values():
            yield from _term(deal, term, (*here, "terms", str(term.id)))
        for actor in deal.face:
            if actor not in deal.parties:
                yield Finding((*here, "face", str(actor)), f"{actor} does not sit at this table")
        if deal.guarantors and deal.promise is None:
            yield Finding(
                (*here, "guarantors"), "guarantors add to belief in a promise: say which `promise` a term is"
            )
    for path, value in primitives(scenario):
        if isinstance(value, TermIs) and value.level is not None:
            yield from _level(scenario, path, value)
        if isinstance(value, Breach | SnapBack):
            yield from _gives(scenario, path, value)
        if isinstance(value, ClearLimit) and not (path[0] == "deals" and "effects" in path):
            yield Finding(path, "only delivering a term of a deal clears a limit")


def _parties(scenario: Scenario, deal: Deal, path: Path) -> Iterator[Finding]:
    if len(set(deal.parties)) < 2:
        yield Finding((*path, "parties"), "it takes at least two different parties to make a deal")
    for number, party in enumerate(deal.parties, 1):
        if not scenario.actors[party].played:
            yield Finding((*path, "parties", number), f"{party} gives no orders, so it can never agree")
        if party in deal.parties[: number - 1]:
            yield Finding((*path, "parties", number), f"{party} sits at this table already")


def _opens(deal: Deal, path: Path) -> Iterator[Finding]:
    """A table is open before a deal and after one was broken, never while one is in force or kept."""
    for number, condition in enumerate(deal.when, 1):
        wanted = (
            condition.wanted
            if isinstance(condition, DealIs) and condition.deal == deal.id
            else tuple(DealState)
        )
        if not {DealState.NONE, DealState.BROKEN} & set(wanted):
            yield Finding((*path, "when", number), "this never holds while the table could be open")


def _term(deal: Deal, term: Term, path: Path) -> Iterator[Finding]:
    if term.giver not in deal.parties:
        yield Finding((*path, "giver"), f"{term.giver} does not sit at this table")
    if not 1 <= len(term.levels) <= MOST_LEVELS:
        yield Finding(
            (*path, "levels"), f"a term has 1 or {MOST_LEVELS} levels above nothing, not {len(term.levels)}"
        )
    for number, level in enumerate(term.levels, 1):
        if not level.worth:
            yield Finding((*path, "levels", number), "nobody can weigh it: say what it is `worth` to whom")


def _level(scenario: Scenario, path: Path, value: TermIs) -> Iterator[Finding]:
    levels = len(scenario.deals[value.deal].terms[value.term].levels)
    if value.level is not None and not 1 <= value.level <= levels:
        yield Finding((*path, "level"), f"`{value.term}` has levels 1 to {levels}")


def _gives(scenario: Scenario, path: Path, value: Breach | SnapBack) -> Iterator[Finding]:
    """Somebody who can bring it about gives something under that deal."""
    if path[0] == "deals":
        return
    if path[0] in ("every_turn", "hazard"):
        yield Finding(path, "nobody acts here: a deal is broken by an action of one of its parties")
        return
    actors = meant(scenario, path, str(SELF))
    deal = scenario.deals[value.deal]
    terms = [deal.terms[value.term]] if isinstance(value, Breach) and value.term else deal.terms.values()
    if not any(term.giver in actors for term in terms):
        yield Finding(path, f"{listed(actors)} gives nothing there that could be taken back or withheld")

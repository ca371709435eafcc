"""Legal moves, tables, contingencies and true lines give nothing away: they ask what their actor may see."""

from collections.abc import Iterator

from game.engine.program import Program, compile_scenario
from game.loading.lint.walk import Path
from game.loading.problems import Finding, listed
from game.model.ids import ActorId
from game.model.primitives import Condition
from game.model.scenario import Scenario


def check(scenario: Scenario) -> Iterator[Finding]:
    """What a requirement reads is visible to its actor, and what a true line reads to its issuer."""
    program = compile_scenario(scenario)
    yield from _requirements(program)
    asked = (*_true_lines(scenario), *_asked_at_tables(scenario), *_questions(program))
    for path, condition, actors in asked:
        blind = [actor for actor in actors if not visible(program, condition, actor)]
        if blind:
            yield Finding(path, f"{listed(blind)} may not see what this asks about")


def _requirements(program: Program) -> Iterator[Finding]:
    seen: dict[tuple[int, ActorId], bool] = {}
    blind: dict[tuple[str, int], list[ActorId]] = {}
    for move in program.moves:
        for number, (index, condition) in enumerate(zip(move.requires, move.action.requires, strict=True), 1):
            key = (index, move.actor)
            if key not in seen:
                seen[key] = visible(program, condition, move.actor)
            if not seen[key]:
                who = blind.setdefault((str(move.action.id), number), [])
                if move.actor not in who:
                    who.append(move.actor)
    for (action, number), actors in blind.items():
        yield Finding(
            ("actions", action, "requires", number), f"{listed(actors)} may not see what this asks about"
        )


Asked = tuple[Path, Condition, tuple[ActorId, ...]]
"""Where something is asked, what, and who must be able to see it."""


def _true_lines(scenario: Scenario) -> Iterator[Asked]:
    for commitment in scenario.commitments.values():
        for number, condition in enumerate(commitment.truth, 1):
            path: Path = ("commitments", str(commitment.id), "truth", number)
            yield path, condition, (commitment.issuer,)


def _questions(program: Program) -> Iterator[Asked]:
    for id, contingency in program.scenario.contingencies.items():
        for number, condition in enumerate(contingency.when, 1):
            yield ("contingencies", str(id), "when", number), condition, contingency.by or program.played


def _asked_at_tables(scenario: Scenario) -> Iterator[Asked]:
    """What opens tables, and what lets terms be offered, with those who sit there."""
    for deal in scenario.deals.values():
        path: Path = ("deals", str(deal.id))
        for number, condition in enumerate(deal.when, 1):
            yield (*path, "when", number), condition, deal.parties
        for term in deal.terms.values():
            for number, condition in enumerate(term.requires, 1):
                yield (*path, "terms", str(term.id), "requires", number), condition, deal.parties


def visible(program: Program, condition: Condition, actor: ActorId) -> bool:
    """Whether an actor may see every row that a condition reads; a row that does not exist says nothing."""
    layout = program.layout
    return all(
        layout.seen_by(row, actor)
        for row in condition.reads(program.scenario)
        if row in layout.numbers or row in layout.whole
    )

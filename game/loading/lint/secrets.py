"""Legal moves, contingencies and true lines give nothing away: they ask only what their actor may see."""

from collections.abc import Iterator

from game.engine.program import Program, compile_scenario
from game.loading.problems import Finding, listed
from game.model.ids import ActorId
from game.model.primitives import Condition
from game.model.scenario import Scenario


def check(scenario: Scenario) -> Iterator[Finding]:
    """What a requirement reads is visible to its actor, and what a true line reads to its issuer."""
    program = compile_scenario(scenario)
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
    for commitment in scenario.commitments.values():
        for number, condition in enumerate(commitment.truth, 1):
            if not visible(program, condition, commitment.issuer):
                path = ("commitments", str(commitment.id), "truth", number)
                yield Finding(path, f"{commitment.issuer} may not see what this asks about")
    for id, contingency in scenario.contingencies.items():
        for number, condition in enumerate(contingency.when, 1):
            actors = [a for a in contingency.by or program.played if not visible(program, condition, a)]
            if actors:
                path = ("contingencies", str(id), "when", number)
                yield Finding(path, f"{listed(actors)} may not see what this asks about")


def visible(program: Program, condition: Condition, actor: ActorId) -> bool:
    """Whether an actor may see every row that a condition reads; a row that does not exist says nothing."""
    layout = program.layout
    return all(
        layout.seen_by(row, actor)
        for row in condition.reads(program.scenario)
        if row in layout.numbers or row in layout.whole
    )

"""Every condition and effect that ships says itself in plain words, and asks only what it may."""

import re
from collections.abc import Iterator

import pytest

from game.engine.program import Program
from game.model.primitives import Condition
from tests.engine.shipped import named, programs
from tests.rulebook.clauses import clause

ID = re.compile(r"\b[a-z0-9]+_[a-z0-9_]+\b|\$|\{|\}|\b(?:None|True|False|inf|nan)\b")
"""What people should never read: ids with an underscore, placeholders, Python's own words."""


def sentences(program: Program) -> Iterator[tuple[str, str]]:
    """Everything that primitives say, with where it stands."""
    scenario, explain, words = program.scenario, program.explain, program.words
    for move in program.moves:
        for number, condition in enumerate(move.action.requires):
            yield f"{move.name} requires {number}", explain(condition)
        for number, effect in enumerate(move.action.effects):
            yield f"{move.name} effect {number}", effect.explain(words)
    for contingency in scenario.contingencies.values():
        for condition in contingency.when:
            yield f"contingency {contingency.id}", explain(condition)
    for commitment in program.commitments.values():
        for condition in commitment.trigger:
            yield f"trigger of {commitment.id}", explain(condition)
    for outcome in scenario.outcomes.values():
        for condition in outcome.when:
            yield f"outcome {outcome.id}", explain(condition)
    for actor in scenario.actors.values():
        for objective in (*actor.objectives.values(), *actor.aims.values(), *actor.aftermath.values()):
            for condition in objective.when:
                yield f"{actor.id} {objective.id}", explain(condition)
    for plan in scenario.plans.values():
        for tier in plan.tiers.values():
            for condition in tier.when:
                yield f"tier {tier.id}", explain(condition)
        for effect in (*plan.on_alleged, *plan.below_threshold, *plan.found_wrong):
            yield f"plan {plan.id}", effect.explain(words)
    for pair in program.in_contact:
        for effect in pair.effects:
            yield f"hazard of {pair.one} and {pair.other}", effect.explain(words)
    for effect in scenario.every_turn:
        yield "every turn", effect.explain(words)


@pytest.mark.parametrize("program", programs(), ids=named)
def test_primitives_say_themselves_in_plain_words(program: Program) -> None:
    for where, text in sentences(program):
        assert text, where
        assert text.strip() == text, where
        assert not ID.search(text), (where, text)


@clause("24.5")
@pytest.mark.parametrize("program", programs(), ids=named)
def test_moves_require_only_what_their_actor_may_see(program: Program) -> None:
    for move in program.moves:
        for condition in move.action.requires:
            for row in condition.reads(program.scenario):
                assert program.layout.seen_by(row, move.actor), (move.name, row)


@pytest.mark.parametrize("program", programs(), ids=named)
def test_contingencies_ask_only_what_those_who_use_them_may_see(program: Program) -> None:
    for contingency in program.scenario.contingencies.values():
        for actor in contingency.by or program.played:
            for condition in contingency.when:
                for row in condition.reads(program.scenario):
                    assert program.layout.seen_by(row, actor), (contingency.id, actor, row)


@pytest.mark.parametrize("program", programs(), ids=named)
def test_conditions_read_rows_that_exist(program: Program) -> None:
    scenario = program.scenario
    asked: list[Condition] = [c for m in program.moves for c in m.action.requires]
    asked += [c for o in scenario.outcomes.values() for c in o.when]
    asked += [c for k in program.commitments.values() for c in k.trigger]
    for condition in asked:
        for row in condition.reads(scenario):
            assert row in program.layout.numbers or row in program.layout.whole, row

"""Assumptions that were changed while the game was played: everybody at the table knows them."""

from collections.abc import Sequence

from attrs import frozen

from game.language import told
from game.model.scenario import Scenario
from game.session.story import Changed
from game.view.assumptions import AssumptionView
from game.view.words import number


@frozen
class OverrideView:
    """One change of an assumption during the game."""

    assumption: str
    name: str
    unit: str
    before: float
    after: float
    before_words: str
    after_words: str
    turn: int
    """The first turn that is resolved under it."""
    hour: int
    """When that turn begins."""


def overrides(
    scenario: Scenario, changed: Sequence[Changed], known: Sequence[AssumptionView]
) -> tuple[OverrideView, ...]:
    """Every change, in order; `known` are all assumptions of the scenario."""
    names = {one.id: one.name for one in known}
    return tuple(
        OverrideView(
            str(change.assumption),
            names[str(change.assumption)],
            told(scenario.assumptions[change.assumption].unit),
            change.before,
            change.after,
            number(change.before),
            number(change.after),
            change.turn,
            (change.turn - 1) * scenario.clock.hours_per_turn,
        )
        for change in changed
    )

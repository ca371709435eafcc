"""Whoever holds or sends information has a name of its own."""

from collections.abc import Iterator

from game.loading.problems import Finding
from game.model.ids import ActorId
from game.model.scenario import Scenario


def check(scenario: Scenario) -> Iterator[Finding]:
    """No informant is called as an actor is: both are observers."""
    for id in scenario.informants:
        if ActorId(id) in scenario.actors:
            yield Finding(
                ("informants", str(id)), "an actor has this id; it is an observer itself, and needs no entry"
            )

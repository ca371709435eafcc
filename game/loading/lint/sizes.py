"""A scenario is small enough to be compiled: rows and moves multiply with what it holds."""

from collections.abc import Iterator

from game.loading.lint.walk import targets, who_acts
from game.loading.problems import Finding
from game.model.scenario import Scenario

MOST = {
    "actors": 16,
    "actions": 400,
    "tracks": 100,
    "limits": 100,
    "regions": 100,
    "links": 1_000,
    "force_types": 100,
    "forces": 200,
    "options": 200,
    "incidents": 50,
    "causes": 32,
    "informants": 32,
    "claims": 30,
    "promises": 50,
    "commitments": 200,
    "plans": 16,
    "contingencies": 100,
    "deals": 16,
    "steps": 50,
    "outcomes": 100,
}
"""How many a scenario may have of each: several times as many as anybody could keep in mind at a table."""
MOST_MOVES = 2_000
"""Actions, counted once for every actor who may do them and every one they may be done to."""


def check(scenario: Scenario) -> Iterator[Finding]:
    """Nothing is too many."""
    found = False
    for section, most in MOST.items():
        count = len(getattr(scenario, section))
        if count > most:
            found = True
            yield Finding((section,), f"at most {most} {section}, and there are {count}")
    if found:
        return
    moves = 0
    for action, spec in scenario.actions.items():
        aimed = targets(scenario, action)
        for actor in who_acts(scenario, action):
            moves += 1 if spec.target is None else sum(target != actor for target in aimed)
    if moves > MOST_MOVES:
        yield Finding(
            ("actions",),
            f"at most {MOST_MOVES} moves (each action by each actor on each target), not {moves}",
        )

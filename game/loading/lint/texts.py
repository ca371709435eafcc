"""What the log says of an act can be filled in."""

import re
from collections.abc import Iterator

from game.loading.problems import Finding
from game.model.scenario import Scenario

_BRACES = re.compile(r"\{([^{}]*)\}|[{}]")


def check(scenario: Scenario) -> Iterator[Finding]:
    """Only `{actor}`, and `{target}` where there is one."""
    for id, action in scenario.actions.items():
        for found in _BRACES.finditer(action.text):
            if found[1] == "target" and action.target is None:
                yield Finding(
                    ("actions", str(id), "text"), "{target} stands for nobody: the action has no `target`"
                )
            elif found[1] not in ("actor", "target"):
                yield Finding(
                    ("actions", str(id), "text"),
                    f"{found[0]} cannot be filled in; {{actor}} and {{target}} can",
                )

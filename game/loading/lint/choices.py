"""Every seat can always do something."""

from collections.abc import Iterator

from game.loading.lint.walk import targets, who_acts
from game.loading.problems import Finding
from game.model.ids import ActionId
from game.model.scenario import Scenario


def check(scenario: Scenario) -> Iterator[Finding]:
    """Somebody plays, and every played actor has an action that requires nothing."""
    played = [id for id, actor in scenario.actors.items() if actor.played]
    if not played:
        yield Finding(("actors",), "nobody is played; at least one actor needs a seat")
    for actor in played:
        free = any(
            _open_to(scenario, str(actor), str(id))
            for id, action in scenario.actions.items()
            if not action.requires
        )
        if not free:
            yield Finding(
                ("actors", str(actor)),
                "it has no action without requirements, so it may find itself without a move",
            )


def _open_to(scenario: Scenario, actor: str, action: str) -> bool:
    if actor not in who_acts(scenario, action):
        return False
    return scenario.actions[ActionId(action)].target is None or any(
        t != actor for t in targets(scenario, action)
    )

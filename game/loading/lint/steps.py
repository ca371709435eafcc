"""Steps towards a calmer crisis are done in the open, and can be answered by somebody else."""

from collections.abc import Iterator

from game.loading.lint.walk import targets, who_acts
from game.loading.problems import Finding
from game.model.actions import Visibility
from game.model.actors import Owner
from game.model.ids import ActionId
from game.model.scenario import Scenario
from game.model.steps import Step


def check(scenario: Scenario) -> Iterator[Finding]:
    """Who takes a step can do its act, others can do the answers, and everybody sees both."""
    for step in scenario.steps.values():
        path = ("steps", str(step.id))
        if step.by not in who_acts(scenario, step.action):
            yield Finding((*path, "action"), f"{step.by} can never do `{step.action}`")
        if step.of == step.by:
            yield Finding((*path, "of"), f"{step.by} cannot answer its own step")
        for number, action in enumerate(step.answered_by, 1):
            if not _can_answer(scenario, step, action):
                who = step.of or "anybody else"
                yield Finding(
                    (*path, "answered_by", number), f"`{action}` is never done to {step.by} by {who}"
                )
        if step.of is not None and not step.answered_by:
            yield Finding((*path, "of"), "say what would be an answer: `answered_by` is empty")
        for key, action in (("action", step.action), *(("answered_by", a) for a in step.answered_by)):
            if scenario.actions[action].seen_by is not Visibility.EVERYONE:
                yield Finding((*path, key), f"not everybody sees `{action}`, and a step is taken in the open")
        if step.track is not None and scenario.tracks[step.track].owner is not Owner.WORLD:
            yield Finding((*path, "track"), f"a step moves a track of the world, and `{step.track}` is none")


def _can_answer(scenario: Scenario, step: Step, action: ActionId) -> bool:
    able = [actor for actor in who_acts(scenario, action) if actor != step.by and step.of in (None, actor)]
    aimed = scenario.actions[action].target is None or step.by in targets(scenario, action)
    return bool(able) and aimed

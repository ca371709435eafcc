"""What is done above calm is done to somebody."""

from collections.abc import Iterator

from game.loading.lint.walk import Path, primitives, targets, who_acts
from game.loading.problems import Finding
from game.model.ids import FRONT, TARGET, ActionId
from game.model.scenario import Scenario


def check(scenario: Scenario) -> Iterator[Finding]:
    """A rung above calm and `$target` need a target; somebody can do every action, and to somebody else."""
    calm = next(iter(scenario.ladder.rungs), None) if scenario.ladder else None
    for action in scenario.actions.values():
        path: Path = ("actions", str(action.id))
        aimed = action.target.actors if action.target is not None else ()
        for key, named in (("by", action.by), ("target", aimed)):
            for actor in dict.fromkeys(one for one in named if named.count(one) > 1):
                yield Finding((*path, key), f"`{actor}` is named twice")
        if action.rung is not None and action.rung != calm and action.target is None:
            yield Finding(
                (*path, "rung"), "an act above calm needs a `target`: rungs live on pairs of actors"
            )
        if action.target is not None:
            others = [
                one
                for one in who_acts(scenario, action.id)
                for other in targets(scenario, action.id)
                if one != other
            ]
            if not others:
                yield Finding(
                    (*path, "target"), "nobody else is named: write `actors: [...]` or `others: true`"
                )
    for path, value in primitives(scenario):
        fronts = [k for k in ("region", "to", "within_reach_of") if getattr(value, k, None) == FRONT]
        if path[0] == "actions" and fronts:
            action = scenario.actions[ActionId(str(path[1]))]
            if action.front is None and set(who_acts(scenario, action.id)) - set(action.fronts):
                yield Finding((*path, fronts[0]), "$front is no place: the action has no `front`")
        if path[0] == "actions" and not targets(scenario, str(path[1])):
            for key in ("actor", "target", "observer", "by", "on", "as_seen_by", "against", "one", "other"):
                if getattr(value, key, None) == TARGET:
                    yield Finding((*path, key), "$target stands for nobody: the action has no `target`")

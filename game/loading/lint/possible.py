"""Nothing is asked or done of an actor who has no such thing."""

from collections.abc import Iterator
from typing import Any

from game.loading.lint.walk import Path, meant, primitives, targets, who_acts
from game.loading.problems import Finding, listed
from game.model.actors import Owner
from game.model.ids import ActorId
from game.model.scenario import Scenario


def check(scenario: Scenario) -> Iterator[Finding]:
    """Tracks, options, rules of engagement, types, arms, acts and claims are the right actor's."""
    for path, value in primitives(scenario):
        actor = getattr(value, "actor", None)
        if actor is not None:
            actors = meant(scenario, path, str(actor))
            # A `type` elsewhere is one of forces, which `lint.forces` looks at
            private = ("type",) if path[-1] == "type_is" else ()
            for key in ("track", "option", "rules", "posture", *private):
                if hasattr(value, key):
                    yield from _each(scenario, path, key, getattr(value, key), actors)
            for key in ("action", "claim"):
                if hasattr(value, key):
                    yield from _some(scenario, path, key, value, actors)
        if path[-1] == "gather" and not scenario.incidents[value.incident].evidence[value.evidence].on_order:
            yield Finding(
                (*path, "evidence"),
                f"`{value.evidence}` comes by itself; only what is `on_order` is gathered",
            )
        if path[-1] in ("plan_is", "deal_is") and value.state is None and not value.states:
            yield Finding(path, "say which `state`")


def _each(
    scenario: Scenario, path: Path, key: str, name: Any, actors: tuple[ActorId, ...]
) -> Iterator[Finding]:
    """Every actor that may be meant must have it."""
    everyone: tuple[str, ...] = tuple(scenario.actors)
    what = f"`{name}`"
    if key == "track":
        track = scenario.tracks[name]
        able = actors if track.owner is Owner.WORLD else track.actors or everyone
    elif key == "option":
        able = scenario.options[name].by
    elif key == "rules":
        what = "rules of engagement"
        rules = scenario.rules_of_engagement
        able = () if rules is None else rules.actors or everyone
    elif key == "posture":
        what = "strategic arms"
        able = tuple(scenario.deterrence.arsenals)
    else:
        able = tuple(id for id, actor in scenario.actors.items() if name in actor.types)
    missing = [actor for actor in actors if actor not in able]
    if missing:
        yield Finding((*path, key), f"{listed(missing)} cannot have {what}")


def _some(
    scenario: Scenario, path: Path, key: str, value: Any, actors: tuple[ActorId, ...]
) -> Iterator[Finding]:
    """At least one actor that may be meant can do it."""
    if key == "claim":
        able = scenario.claims[value.claim].by or tuple(scenario.actors)
    else:
        able = who_acts(scenario, value.action)
    if not set(actors) & set(able):
        yield Finding((*path, key), f"{listed(actors)} can never do `{getattr(value, key)}`")
    elif key == "action" and value.target is not None:
        aimed = set(meant(scenario, path, str(value.target)))
        if not aimed & set(targets(scenario, value.action)):
            yield Finding((*path, "target"), f"`{value.action}` is never done to {listed(sorted(aimed))}")

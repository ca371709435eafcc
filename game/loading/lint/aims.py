"""An actor's objectives make a scale of about 100 points, and each can be met or missed."""

from collections.abc import Iterable, Iterator

from game.loading.lint.walk import central
from game.loading.problems import Finding
from game.model.actors import Actor, Objective, Owner
from game.model.scenario import Scenario

LOW, HIGH = 75.0, 150.0


def check(scenario: Scenario) -> Iterator[Finding]:
    """Points of objectives and drawn aims sum to 75-150 for each private type (some may exclude others)."""
    for actor in scenario.actors.values():
        path = ("actors", str(actor.id))
        if actor.aims_drawn > len(actor.aims):
            yield Finding((*path, "aims_drawn"), f"{actor.aims_drawn} cannot be drawn from {len(actor.aims)}")
        for kind in actor.types or (None,):
            least, most = _span(scenario, actor, kind)
            if most > 0 and (most < LOW or least > HIGH):
                of_type = f" for the type {kind}" if kind else ""
                span = f"{least:g}" if least == most else f"{least:g} to {most:g}"
                yield Finding((*path, "objectives"), f"the points sum to {span}{of_type}, far from 100")
        for part, table in (
            ("objectives", actor.objectives),
            ("aims", actor.aims),
            ("aftermath", actor.aftermath),
        ):
            for objective in table.values():
                yield from _objective(scenario, actor, objective, (*path, part, str(objective.id)))


def _span(scenario: Scenario, actor: Actor, kind: str | None) -> tuple[float, float]:
    fixed = sum(_positive(scenario, actor.objectives.values(), kind))
    aims = sorted(_positive(scenario, actor.aims.values(), kind))
    drawn = min(actor.aims_drawn, len(aims))
    return fixed + sum(aims[:drawn]), fixed + sum(aims[len(aims) - drawn :])


def _positive(scenario: Scenario, objectives: Iterable[Objective], kind: str | None) -> list[float]:
    return [max(0.0, central(scenario, o.points)) for o in objectives if o.type is None or o.type == kind]


def _objective(
    scenario: Scenario, actor: Actor, objective: Objective, path: tuple[str, ...]
) -> Iterator[Finding]:
    if not objective.when and objective.track is None:
        yield Finding(path, "it says neither `when` it is met nor what `track` scales it")
    track = scenario.tracks[objective.track] if objective.track is not None else None
    whose = objective.of or actor.id
    if track is not None and track.owner is Owner.ACTOR and track.actors and whose not in track.actors:
        yield Finding((*path, "track"), f"{whose} does not have the track `{track.id}`")
    if objective.nothing_at == objective.full_at:
        yield Finding((*path, "full_at"), "`full_at` and `nothing_at` are the same")
    if objective.of is not None and objective.track is None:
        yield Finding((*path, "of"), "`of` says whose `track`, and there is none")

"""Where face is lost at home, there is a track to lose it on."""

from collections.abc import Iterator

from game.loading.lint.walk import central, meant, primitives
from game.loading.problems import Finding, listed
from game.model.actors import Owner
from game.model.ids import ActorId
from game.model.scenario import Scenario


def check(scenario: Scenario) -> Iterator[Finding]:
    """The audience's track is an actor's own, and whoever loses face by an effect or a step has it."""
    track = scenario.tracks.get(scenario.audience.track)
    if track is not None and track.owner is Owner.WORLD:
        yield Finding(("audience", "track"), "audiences charge actors, and this track is the world's")
        return
    if scenario.audience.for_wrong_claim != 0 and track is None:
        yield Finding(("audience", "for_wrong_claim"), "nobody can pay this: `audience` names no `track`")
    for path, value in primitives(scenario):
        if path[-1] == "lose_face":
            yield from _payers(scenario, path, meant(scenario, path, str(value.actor)))
    for step in scenario.steps.values():
        if central(scenario, step.face) > 0:
            yield from _payers(scenario, ("steps", str(step.id), "face"), (step.by,))


def _payers(
    scenario: Scenario, path: tuple[str | int, ...], actors: tuple[ActorId, ...]
) -> Iterator[Finding]:
    track = scenario.tracks.get(scenario.audience.track)
    if track is None:
        yield Finding(path, "no face can be lost: `audience` names no `track`")
        return
    missing = [actor for actor in actors if track.actors and actor not in track.actors]
    if missing:
        yield Finding(path, f"{listed(missing)} cannot lose face: `{track.id}` is not theirs")

"""Tracks start within their bounds."""

from collections.abc import Iterator

from game.loading.lint.walk import central
from game.loading.problems import Finding
from game.model.actors import Owner, Track
from game.model.numbers import Number
from game.model.scenario import Scenario


def check(scenario: Scenario) -> Iterator[Finding]:
    """The floor is below the ceiling, and every start lies between them, of an actor that has the track."""
    for track in scenario.tracks.values():
        path = ("tracks", str(track.id))
        if track.low >= track.high:
            yield Finding((*path, "high"), f"the ceiling {track.high:g} is not above the floor {track.low:g}")
            continue
        yield from _start(scenario, track, track.start, (*path, "start"))
        for actor, start in track.starts.items():
            here = (*path, "starts", str(actor))
            if track.owner is Owner.WORLD:
                yield Finding(here, "the world's track has one `start` for all")
            elif track.actors and actor not in track.actors:
                yield Finding(here, f"`{actor}` does not have this track")
            yield from _start(scenario, track, start, here)


def _start(scenario: Scenario, track: Track, start: Number, path: tuple[str, ...]) -> Iterator[Finding]:
    value = central(scenario, start)
    if not track.low <= value <= track.high:
        yield Finding(path, f"it starts at {value:g}, outside its bounds, {track.low:g} to {track.high:g}")

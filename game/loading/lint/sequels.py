"""Endings lead to scenarios that come with Backstop, and to variants and assumptions that these have."""

from collections.abc import Iterator

from game.loading.declared import Declared, declared
from game.loading.problems import Finding, near
from game.model.actors import Owner
from game.model.endings import Carried, Sequel
from game.model.scenario import Scenario
from game.places import scenario_path, shipped_scenarios

Path = tuple[str | int, ...]


def check(scenario: Scenario) -> Iterator[Finding]:
    """Every sequel can be started from what it names, and takes its numbers from tracks that somebody has."""
    for ending in scenario.outcomes.values():
        for number, sequel in enumerate(ending.leads_to, 1):
            here: Path = ("outcomes", str(ending.id), "leads_to", number)
            for name, carried in sequel.values.items():
                yield from _track(scenario, carried, (*here, "values", name))
            path = scenario_path(sequel.scenario)
            if path is None:
                close = near(sequel.scenario, shipped_scenarios())
                yield Finding(
                    (*here, "scenario"), f"no scenario `{sequel.scenario}` comes with Backstop{close}"
                )
            elif (there := declared(path)) is not None:
                yield from _names(sequel, there, here)


def _names(sequel: Sequel, there: Declared, here: Path) -> Iterator[Finding]:
    groups: dict[str, str] = {}
    for number, variant in enumerate(sequel.variants, 1):
        path = (*here, "variants", number)
        if variant not in there.variants:
            close = near(variant, there.variants)
            yield Finding(path, f"{sequel.scenario} has no variant `{variant}`{close}")
            continue
        group = there.variants[variant] or variant
        if group in groups:
            yield Finding(path, f"`{groups[group]}` and `{variant}` exclude one another in {sequel.scenario}")
        groups[group] = variant
    for name in sequel.values:
        if name not in there.assumptions:
            close = near(name, there.assumptions)
            yield Finding((*here, "values", name), f"{sequel.scenario} has no assumption `{name}`{close}")


def _track(scenario: Scenario, carried: Carried, here: Path) -> Iterator[Finding]:
    track = scenario.tracks[carried.track]
    if track.owner is Owner.ACTOR:
        if carried.actor is None:
            yield Finding((*here, "track"), f"say whose `{track.id}` it is: give an `actor`")
        elif track.actors and carried.actor not in track.actors:
            yield Finding((*here, "actor"), f"`{carried.actor}` does not have the track `{track.id}`")
    elif carried.actor is not None:
        yield Finding((*here, "actor"), f"`{track.id}` is the world's; leave `actor` out")
    if carried.nothing_at == carried.full_at:
        yield Finding((*here, "full_at"), "the level that means nothing and the level that means all are one")

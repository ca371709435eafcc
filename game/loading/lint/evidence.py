"""What evidence shows is a probability for each cause."""

from collections.abc import Iterator

from game.loading.lint.walk import Path, central, primitives
from game.loading.problems import Finding
from game.model.ids import CauseId
from game.model.incidents import Evidence
from game.model.scenario import Scenario

TOLERANCE = 1e-6


def check(scenario: Scenario) -> Iterator[Finding]:
    """Every showing has a likelihood for every cause its incident can have; for each cause they sum to 1."""
    possible = _possible(scenario)
    for incident in scenario.incidents.values():
        causes = possible[incident.id]
        for item in incident.evidence.values():
            path: Path = ("incidents", str(incident.id), "evidence", str(item.id), "shows")
            yield from _item(scenario, item, causes, path)


def _possible(scenario: Scenario) -> dict[str, list[CauseId]]:
    """The causes that each incident can have: those with a prior, and those that an act can stage."""
    staged = [(v.incident, v.cause) for path, v in primitives(scenario) if path[-1] == "stage_incident"]
    return {
        id: [cause for cause in scenario.causes if cause in incident.priors or (id, cause) in staged]
        for id, incident in scenario.incidents.items()
    }


def _item(scenario: Scenario, item: Evidence, causes: list[CauseId], path: Path) -> Iterator[Finding]:
    if not item.shows:
        yield Finding(path, "evidence shows something: at least one showing is needed")
        return
    complete = True
    for name, showing in item.shows.items():
        here = (*path, name, "likelihood")
        for cause in causes:
            if cause not in showing.likelihood:
                complete = False
                yield Finding(here, f"the likelihood given `{cause}` is missing")
        for cause, number in showing.likelihood.items():
            value = central(scenario, number)
            if not 0 <= value <= 1:
                complete = False
                yield Finding((*here, str(cause)), f"{value:g} is no probability: it is outside 0 to 1")
    for cause in causes if complete else ():
        sum_ = sum(central(scenario, showing.likelihood[cause]) for showing in item.shows.values())
        if abs(sum_ - 1) > TOLERANCE:
            yield Finding(path, f"given `{cause}` the likelihoods sum to {sum_:g}, not to 1")

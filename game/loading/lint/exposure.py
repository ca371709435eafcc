"""Only what somebody may have staged can be found out."""

from collections.abc import Iterator

from game.loading.lint.walk import central, primitives
from game.loading.problems import Finding
from game.model.scenario import Scenario


def check(scenario: Scenario) -> Iterator[Finding]:
    """Incidents that may be exposed can be staged; a cause that names a hand means that there was one."""
    for cause in scenario.causes.values():
        if cause.by is not None and not cause.staged:
            message = "`by` says who staged it, and it is no cause that means so; add `staged: true`"
            yield Finding(("causes", str(cause.id), "by"), message)
    able = _stageable(scenario)
    for incident in scenario.incidents.values():
        if central(scenario, incident.exposure_per_day) > 0 and incident.id not in able:
            path = ("incidents", str(incident.id), "exposure_per_day")
            yield Finding(path, f"nobody can have staged {incident.id}, so there is nothing to come out")
    for path_, value in primitives(scenario):
        if path_[-1] == "expose" and value.incident not in able:
            here = (*path_, "incident")
            yield Finding(here, f"nobody can have staged {value.incident}, so there is nothing to come out")


def _stageable(scenario: Scenario) -> set[str]:
    """The incidents that an act can stage, or that may have a cause which means that somebody did."""
    acts = {str(value.incident) for path, value in primitives(scenario) if path[-1] == "stage_incident"}
    return acts | {
        str(incident.id)
        for incident in scenario.incidents.values()
        if any(scenario.causes[cause].staged for cause in incident.priors)
    }

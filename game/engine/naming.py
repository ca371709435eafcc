"""What people call the things that a scenario names by ids."""

from collections.abc import Mapping
from typing import Any

from game.language import N_sense
from game.model.scenario import Scenario


def names_of(s: Scenario) -> dict[str, str]:
    """The title of every id of a scenario; where two things share an id, the more important one has it."""
    names: dict[str, str] = {
        "public": N_sense("name", "everybody"),
        "world": N_sense("name", "the world"),
    }
    names.update({str(key): outcome.name for key, outcome in s.outcomes.items()})
    names.update({str(rung.id): rung.name for rung in (s.ladder.rungs.values() if s.ladder else ())})
    tables: tuple[Mapping[Any, Any], ...] = (
        s.causes,
        s.claims,
        s.promises,
        s.limits,
        s.tracks,
        s.options,
        s.regions,
        s.incidents,
        s.plans,
        s.contingencies,
        s.force_types,
        s.forces,
        s.deals,
        s.steps,
        s.informants,
        s.commitments,
        s.actions,
        s.actors,
    )
    for table in tables:
        names.update({str(key): value.name for key, value in table.items()})
    for plan in s.plans.values():
        names.update({str(key): tier.name for key, tier in plan.tiers.items()})
    for incident in s.incidents.values():
        names.update({str(key): item.name for key, item in incident.evidence.items()})
    for actor in s.actors.values():
        names.update({str(key): kind.name for key, kind in actor.types.items()})
        if actor.coalition is not None:
            names.update({str(key): member.name for key, member in actor.coalition.members.items()})
    for deal in s.deals.values():
        names.update({str(key): term.name for key, term in deal.terms.items()})
    return names

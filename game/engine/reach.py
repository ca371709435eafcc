"""Who can act where: strength standing in a place, and strength that reaches it.

The same reckoning serves the rules, which look at the world, and players and screens, which look at what one
actor may know: a force that the observer may not see counts as absent.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import Protocol

import numpy as np

from game.engine.arrays import F64, I32, Columns, Mask
from game.engine.layout import RowName
from game.engine.program import Program
from game.engine.roads import roads_of
from game.model.forces import Domain, Force
from game.model.ids import ForceTypeId, RegionId
from game.model.scenario import Scenario

GONE = 0.05
"""A force worn down below so many units is gone."""


class Rows(Protocol):
    """Whatever answers by the names of rows: a World, or an Observation."""

    @property
    def program(self) -> Program:
        """The compiled scenario."""

    @property
    def count(self) -> int:
        """How many games."""

    def number(self, *name: str) -> F64:
        """A row of numbers; raises KeyError for one that is hidden."""

    def whole(self, *name: str) -> I32:
        """A row of whole numbers; raises KeyError for one that is hidden."""


@lru_cache(maxsize=256)
def forces_of(
    scenario: Scenario, actor: str, domain: Domain | None = None, kind: ForceTypeId | None = None
) -> tuple[Force, ...]:
    """An actor's forces that can fight, in the file's order: of a domain, of a type; strategic ones never."""
    return tuple(
        force
        for force in scenario.forces.values()
        if force.owner == actor
        and not (spec := scenario.force_types[force.type]).strategic
        and (domain is None or spec.domain is domain)
        and (kind is None or force.type == kind)
    )


def counts(rows: Rows, force: Force, where: Columns | None = None) -> Mask:
    """The games in which a force counts: it is not on the road, and the member that lends it has joined."""
    heading = rows.whole("heading", force.id)
    mask: Mask = (heading if where is None else heading[where]) < 0
    if force.member is not None:
        joined = rows.whole("member", force.owner, force.member)
        mask &= (joined if where is None else joined[where]) > 0
    return mask


def strength_of(rows: Rows, force: Force, where: Columns | None = None, *, now: bool = True) -> F64:
    """What a force can bring to bear where it is, in units: strength times readiness, a new array.

    Without `now`, all of its strength. Nothing on the road, while its member has not joined, or where the
    observer may not see it.
    """
    try:
        strength, readiness = rows.number("strength", force.id), rows.number("readiness", force.id)
        there = counts(rows, force, where)
    except KeyError:
        return np.zeros(rows.count if where is None else len(where))
    if where is not None:
        strength, readiness = strength[where], readiness[where]
    # A mask as a factor is twice as quick as a choice between two rows
    return strength * readiness * there if now else strength * there


def place_of(rows: Rows, force: Force, where: Columns | None = None) -> I32:
    """The number of the place where a force stands, or which it left last; -1 where it may not be seen."""
    try:
        place = rows.whole("place", force.id)
    except KeyError:
        return np.full(rows.count if where is None else len(where), -1, dtype=np.int32)
    return place if where is None else place[where]


def in_reach(
    rows: Rows,
    actor: str,
    region: RegionId,
    *,
    domain: Domain | None = None,
    kind: ForceTypeId | None = None,
    now: bool = True,
    within_hours: float = 0.0,
) -> F64:
    """Strength of an actor that reaches a place, in units, (games,).

    A force reaches a place within `reach_hours` of transit from its own, in the domain it reaches by.
    With `within_hours` it also counts forces that would reach it after so many hours of movement, before
    `ForceRules.pace`. `now`: strength times readiness, else all of its strength.
    """
    roads, result = roads_of(rows.program), np.zeros(rows.count)
    onto = roads.index[region]
    for force in forces_of(rows.program.scenario, actor, domain, kind):
        near = roads.approach(roads.kind(force))[:, onto] <= within_hours
        if near.any():
            strength = strength_of(rows, force, now=now)
            result += strength if near.all() else strength * near.take(place_of(rows, force))
    return result


def presence(
    rows: Rows,
    actor: str,
    region: RegionId,
    *,
    domain: Domain | None = None,
    kind: ForceTypeId | None = None,
) -> F64:
    """Strength of an actor that stands in a place, ready or not, in units, (games,): a tripwire."""
    here, result = roads_of(rows.program).index[region], np.zeros(rows.count)
    for force in forces_of(rows.program.scenario, actor, domain, kind):
        result += (place_of(rows, force) == here) * strength_of(rows, force, now=False)
    return result


def rows_of(forces: Iterable[Force]) -> tuple[RowName, ...]:
    """The rows that a reckoning of these forces looks at."""
    found: list[RowName] = []
    for force in forces:
        found += [(word, force.id) for word in ("strength", "readiness", "place", "heading")]
        if force.member is not None:
            found.append(("member", force.owner, force.member))
    return tuple(found)

"""Ways between places, worked out once for each program: quickest routes by domain, and what lies in reach.

Quickest ways between all pairs of places by the algorithm of Floyd (1962, "Algorithm 97: Shortest path",
Communications of the ACM 5, 345) and Warshall (1962). Hours here are the file's, before `ForceRules.pace`.
"""

from functools import lru_cache
from typing import final

import numpy as np
from attrs import frozen

from game.engine.arrays import F64, I32
from game.engine.program import Program
from game.model.forces import Domain, Force, ForceType, Link
from game.model.ids import RegionId
from game.model.scenario import Scenario

NO_WAY = np.inf
"""The hours to a place that cannot be reached."""


@frozen(eq=False)
class Routes:
    """The quickest ways in one domain, past gates that are open."""

    hours: F64
    """(places, places): hours of transit from a place to another; `NO_WAY` where there is none."""
    onward: I32
    """(places, places): the next place on the way from a place to another; -1 where there is none."""
    legs: F64
    """(places, places): hours of the single link between two neighbours; `NO_WAY` where there is none."""


@final
class Roads:
    """All that follows from a scenario's places, links and kinds of force. Use `roads_of`."""

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self.places: tuple[RegionId, ...] = tuple(scenario.regions)
        """In the file's order: rows name a place by its number here."""
        self.index: dict[RegionId, int] = {place: n for n, place in enumerate(self.places)}
        """The number of each place."""
        self.gates: tuple[str, ...] = tuple(dict.fromkeys(link.gate for link in scenario.links if link.gate))
        """The gates that stand on some link; a set of closed ones is a whole number, one bit for each."""
        self._routes: dict[tuple[Domain, int], Routes] = {}
        self._approach: dict[tuple[Domain, Domain, float, bool], F64] = {}

    def kind(self, force: Force) -> ForceType:
        """A force's type."""
        return self._scenario.force_types[force.type]

    def routes(self, domain: Domain, closed: int = 0) -> Routes:
        """The quickest ways in a domain while the gates of these bits are closed."""
        key = (domain, closed)
        if key not in self._routes:
            shut = {gate for bit, gate in enumerate(self.gates) if closed >> bit & 1}
            links = [link for link in self._scenario.links if link.gate not in shut]
            self._routes[key] = _quickest(links, domain, self.index)
        return self._routes[key]

    def approach(self, kind: ForceType) -> F64:
        """Hours a force of a kind must travel until a place lies in its reach, (places, places).

        From a place, for a place; 0 where it is in reach already. A strategic force never moves. Gates count
        as open: they stop movement, not fire, and who holds them shut may open them.
        """
        key = (kind.domain, kind.reach_by or kind.domain, kind.reach_hours, kind.strategic)
        if key not in self._approach:
            reached = self.routes(kind.reach_by or kind.domain).hours <= kind.reach_hours
            table = np.where(reached, 0.0, NO_WAY)
            if not kind.strategic:
                travel = self.routes(kind.domain).hours
                for via in range(len(self.places)):
                    there = travel[:, via, None] + np.where(reached[via], 0.0, NO_WAY)
                    np.minimum(table, there, out=table)
            self._approach[key] = table
        return self._approach[key]


def _quickest(links: list[Link], domain: Domain, index: dict[RegionId, int]) -> Routes:
    count = len(index)
    legs = np.full((count, count), NO_WAY)
    onward = np.full((count, count), -1, dtype=np.int32)
    for link in links:
        if domain in link.hours:
            one, other = (index[place] for place in link.between)
            quicker = min(legs[one, other], link.hours[domain])
            legs[one, other] = legs[other, one] = quicker
            onward[one, other], onward[other, one] = other, one
    hours = legs.copy()
    for place in range(count):
        hours[place, place], onward[place, place] = 0.0, place
    for via in range(count):
        round_about = hours[:, via, None] + hours[via]
        better = round_about < hours
        hours = np.where(better, round_about, hours)
        onward = np.where(better, onward[:, via, None], onward)
    return Routes(hours, onward, legs)


@lru_cache(maxsize=16)
def roads_of(program: Program) -> Roads:
    """The roads of a program, worked out once."""
    return Roads(program.scenario)


def force_rows(program: Program, word: str) -> slice:
    """Where the rows of all forces for a word lie together in their table."""
    forces = list(program.scenario.forces)
    if not forces:
        return slice(0, 0)
    first = program.number_places.get((word, forces[0]))
    if first is None:
        first = program.whole_places[word, forces[0]]
    return slice(first, first + len(forces))

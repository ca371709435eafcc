"""Who sits in which seat while a scenario is looked at: mixes of doctrines, and players without any."""

from attrs import frozen

from game.analysis.ensemble import default_players
from game.model.ids import ActorId
from game.model.scenario import Scenario

MOST_ROTATIONS = 3
"""Mixes in which neighbours in the file follow different doctrines."""
RANDOM = "random"
"""The player that knows no doctrine: it goes where no doctrine would."""


@frozen
class Mix:
    """A player for each seat, and how assumptions are chosen."""

    name: str
    """What the report calls it."""
    seats: dict[ActorId, str]
    """The player in each seat."""
    doctrines: bool = True
    """Whether all of them follow doctrines."""
    drawn: bool = False
    """Whether each game draws every assumption from its range; otherwise all keep the set that is played."""

    @property
    def counts(self) -> bool:
        """Whether shares of games are taken from it: doctrines, under the set that is played."""
        return self.doctrines and not self.drawn


def doctrine_mixes(scenario: Scenario) -> tuple[Mix, ...]:
    """Every seat by its own doctrine, every seat by the same one, and seats by different ones."""
    played = [id for id, actor in scenario.actors.items() if actor.played]
    names = [str(name) for name in scenario.doctrines]
    mixes = [Mix("each seat's own doctrine", default_players(scenario))]
    mixes += [Mix(f"all {name}", dict.fromkeys(played, name)) for name in names]
    if len(names) > 1 and len(played) > 1:
        for step in range(min(len(names), MOST_ROTATIONS)):
            seats = {actor: names[(place + step) % len(names)] for place, actor in enumerate(played)}
            mixes.append(Mix(f"mixed doctrines, {step + 1}", seats))
    return _distinct(mixes)


def all_mixes(scenario: Scenario) -> tuple[Mix, ...]:
    """The doctrines' mixes, random players, and both with assumptions drawn over their ranges."""
    played = [id for id, actor in scenario.actors.items() if actor.played]
    own, *others = doctrine_mixes(scenario)
    chance = dict.fromkeys(played, RANDOM)
    mixes = [own, *others, Mix("random players", chance, doctrines=False)]
    if scenario.assumptions:
        mixed = others[-1] if others else own
        mixes += [
            Mix(f"{own.name}, assumptions drawn", own.seats, drawn=True),
            Mix(f"{mixed.name}, assumptions drawn", mixed.seats, drawn=True),
            Mix("random players, assumptions drawn", chance, doctrines=False, drawn=True),
        ]
    return tuple(mixes)


def _distinct(mixes: list[Mix]) -> tuple[Mix, ...]:
    found: dict[tuple[tuple[ActorId, str], ...], Mix] = {}
    for mix in mixes:
        found.setdefault(tuple(sorted(mix.seats.items())), mix)
    return tuple(found.values())

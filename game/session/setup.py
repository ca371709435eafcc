"""From words on a command line to a game that can be started: its scenario, its numbers and its seats."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Self

from attrs import frozen

from game.loading import (
    Document,
    UnknownName,
    assumption_values,
    default_assumption_set,
    scenario_path,
)
from game.loading.problems import listed, near
from game.model.ids import ActorId, AssumptionId, AssumptionSetId, VariantId
from game.model.scenario import Scenario
from game.session.game import Game
from game.session.saves import HUMAN

RANDOM = "random"
"""The computer player that needs no doctrine."""


@frozen(eq=False)
class Setup:
    """What a game starts from, all of it checked."""

    scenario: Scenario
    """With its variants applied."""
    source: Path | None
    """Its file, if it does not come with Backstop."""
    assumptions: AssumptionSetId | None
    """The assumption set; central values where missing."""
    changes: dict[AssumptionId, float]
    """The assumptions changed beyond that set."""
    players: dict[ActorId, str]
    """Who plays a seat, where somebody said so."""

    @classmethod
    def of(
        cls,
        document: Document,
        variants: tuple[VariantId, ...],
        *,
        assumptions: str | None = None,
        changes: Mapping[str, float] | None = None,
        players: Iterable[str] = (),
        people: bool = True,
    ) -> Self:
        """Build the scenario and check the words; without `people`, computers play every seat.

        Raises ScenarioProblems and UnknownName.
        """
        scenario = document.scenario(variants)
        chosen = default_assumption_set(scenario) if assumptions is None else AssumptionSetId(assumptions)
        assumption_values(scenario, chosen, changes)
        named = {AssumptionId(name): value for name, value in (changes or {}).items()}
        source = None if is_shipped(document.path) else document.path
        return cls(scenario, source, chosen, named, who_plays(scenario, players, people=people))

    @property
    def values(self) -> dict[AssumptionId, float]:
        """The assumptions that differ from their central values."""
        return assumption_values(self.scenario, self.assumptions, self.changes)

    def start(
        self, seed: int, people: Iterable[ActorId] = (), *, game: int = 0, path: Path | None = None
    ) -> Game:
        """Start the game, with these seats for people. Raises RecordProblem."""
        return Game.start(
            self.scenario,
            seed=seed,
            game=game,
            values=self.changes,
            assumptions=self.assumptions,
            seats={**self.players, **dict.fromkeys(people, HUMAN)},
            path=path,
            source=self.source,
        )


def is_shipped(path: Path) -> bool:
    """Whether a scenario's file is one that comes with Backstop."""
    shipped = scenario_path(path.stem)
    return shipped is not None and path.resolve() == shipped.resolve()


def changes_of(words: Iterable[str]) -> dict[str, float]:
    """The numbers of words such as `hotline=0.4`. Raises UnknownName for another shape."""
    found: dict[str, float] = {}
    for word in words:
        name, equals, text = (part.strip() for part in word.partition("="))
        if name in found:
            raise UnknownName(f"--set gives {name} twice")
        try:
            found[name] = float(text)
        except ValueError:
            equals = ""
        if not equals or not name:
            raise UnknownName(f"--set takes ID=VALUE with a number as value, not {word}")
    return found


def who_plays(scenario: Scenario, words: Iterable[str], *, people: bool = True) -> dict[ActorId, str]:
    """The players of words such as `russia=hawk,us=random`. Raises UnknownName."""
    names = [RANDOM, *scenario.doctrines, *([HUMAN] if people else [])]
    found: dict[ActorId, str] = {}
    for word in (part for given in words for part in given.split(",")):
        actor, equals, name = (part.strip() for part in word.partition("="))
        if not equals:
            raise UnknownName(f"--players takes ID=NAME,..., not {word.strip() or 'nothing'}")
        if name not in names:
            raise UnknownName(
                f"there is no player {name}{near(name, names) or f'; there are {listed(names)}'}"
            )
        if seat(scenario, actor) in found:
            raise UnknownName(f"--players names {actor} twice")
        found[ActorId(actor)] = name
    return found


def seat(scenario: Scenario, word: str) -> ActorId:
    """The played actor of that id. Raises UnknownName."""
    seats = [str(id) for id, actor in scenario.actors.items() if actor.played]
    if word not in seats:
        raise UnknownName(f"there is no seat {word}{near(word, seats) or f'; there are {listed(seats)}'}")
    return ActorId(word)


def own_seat(made: Setup, word: str) -> ActorId:
    """The seat of that id, which nobody else may have. Raises UnknownName."""
    actor = seat(made.scenario, word)
    other = made.players.get(actor, HUMAN)
    if other != HUMAN:
        raise UnknownName(f"--seat gives you {actor}, and --players gives it to {other}; choose one")
    return actor

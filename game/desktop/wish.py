"""What the command line, or an ending, asks for: a scenario with some choices made."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from game.desktop.start import Choices

if TYPE_CHECKING:
    from game.view.menu import ScenarioView


class Wish:
    """What the command line asked for."""

    def __init__(
        self,
        scenario: str,
        seat: str | None,
        variant: str | None,
        assumptions: str | None,
        values: Mapping[str, float],
        seed: int | None,
        players: Mapping[str, str],
        watch: bool = False,
    ) -> None:
        self.scenario = scenario
        self.seat, self.variant, self.assumptions = seat, variant, assumptions
        self.values, self.seed, self.players = values, seed, players
        self.watch = watch

    def choices(self, scenario: "ScenarioView") -> Choices:
        """Return the choices that it makes; what the scenario does not know is left open."""
        choices = Choices(scenario)
        wanted = (self.variant or "").split("+")
        for group in scenario.groups:
            for choice in group.choices:
                if choice.id in wanted:
                    choices.variants[group.id] = choice.id
        if self.assumptions in [one.id for one in scenario.sets]:
            choices.assumptions = self.assumptions or ""
        if self.seat in [one.actor for one in scenario.seats]:
            choices.seat = self.seat or ""
        choices.values = dict(self.values)
        for actor, player in self.players.items():
            choices.give(actor, player)
        choices.people.discard(choices.seat)
        choices.watch = self.watch
        choices.seed = "" if self.seed is None else str(self.seed)
        return choices

"""What is chosen before a game starts: nothing that matters is chosen silently."""

import random
from typing import TYPE_CHECKING

from attrs import define, field

if TYPE_CHECKING:
    from game.view.menu import GroupView, ScenarioView


@define
class Choices:
    """The choices for one scenario, as far as they are made."""

    scenario: "ScenarioView"
    variants: dict[str, str] = field(factory=dict)
    """By group; an optional group that is missing is played as written."""
    assumptions: str = ""
    seat: str = ""
    players: dict[str, str] = field(factory=dict)
    """By actor; one that is missing plays as the scenario says."""
    seed: str = ""
    values: dict[str, float] = field(factory=dict)
    """Single assumptions changed on the command line."""

    def missing(self) -> tuple[str, ...]:
        """Return the steps that are still open, by name."""
        open_steps = [
            group.id for group in self.scenario.groups if group.required and group.id not in self.variants
        ]
        if self.scenario.sets and not self.assumptions:
            open_steps.append("assumptions")
        if not self.seat:
            open_steps.append("seat")
        return tuple(open_steps)

    def why_not(self) -> str:
        """Return in a sentence what is still to be chosen; empty if the game can start."""
        if self.scenario.problems:
            return "This scenario has problems: " + self.scenario.problems[0]
        names = {group.id: f"the {lower(group)}" for group in self.scenario.groups}
        names |= {"assumptions": "a set of assumptions", "seat": "your seat"}
        words = [names[step] for step in self.missing()]
        if not words:
            return ""
        return (
            "Still to choose: "
            + (", ".join(words[:-1]) + " and " + words[-1] if len(words) > 1 else words[0])
            + "."
        )

    def variant(self) -> tuple[str, ...]:
        """Return the chosen variants in the order of the groups."""
        return tuple(self.variants[group.id] for group in self.scenario.groups if group.id in self.variants)

    def player_of(self, actor: str) -> str:
        """Return which computer player takes a seat."""
        return self.players.get(actor) or self.scenario.default_players.get(actor, "")

    def next_player(self, actor: str) -> None:
        """Let the next computer player take a seat."""
        ids = [player.id for player in self.scenario.players]
        here = self.player_of(actor)
        self.players[actor] = ids[(ids.index(here) + 1) % len(ids)] if here in ids else ids[0]


def fresh_seed() -> int:
    """Return a seed that nobody has chosen; short enough to be read out in a classroom."""
    return random.SystemRandom().randrange(1, 1_000_000)


def lower(group: "GroupView") -> str:
    """Return a group's name inside a sentence."""
    return group.name[:1].lower() + group.name[1:]

"""What is chosen before a game starts: nothing that matters is chosen silently."""

import random
from typing import TYPE_CHECKING, Final

from attrs import define, field

from game.language import _, say, told

if TYPE_CHECKING:
    from game.view.menu import ScenarioView

PERSON: Final = "human"
"""Who plays a seat that a person takes; the names of computer players are the scenario's doctrines."""


@define
class Choices:
    """The choices for one scenario, as far as they are made."""

    scenario: "ScenarioView"
    variants: dict[str, str] = field(factory=dict)
    """By group; an optional group that is missing is played as written."""
    assumptions: str = ""
    seat: str = ""
    """The seat of whoever sits down first."""
    people: set[str] = field(factory=set)
    """Further seats that people play in the same window, one after the other."""
    watch: bool = False
    """Whether computers play every seat, and people look on."""
    players: dict[str, str] = field(factory=dict)
    """By actor; one that is missing plays as the scenario says."""
    seed: str = ""
    values: dict[str, float] = field(factory=dict)
    """Single assumptions changed on the command line, or before the start."""

    def missing(self) -> tuple[str, ...]:
        """Return the steps that are still open, by name."""
        open_steps = [
            group.id for group in self.scenario.groups if group.required and group.id not in self.variants
        ]
        if self.scenario.sets and not self.assumptions:
            open_steps.append("assumptions")
        if not self.seat and not self.watch:
            open_steps.append("seat")
        return tuple(open_steps)

    def why_not(self) -> str:
        """Return in a sentence what is still to be chosen; empty if the game can start."""
        if self.scenario.problems:
            return say("This scenario has problems: {problem}", problem=self.scenario.problems[0])
        names = {group.id: told(group.name) for group in self.scenario.groups}
        names |= {"assumptions": _("a set of assumptions"), "seat": _("your seat")}
        words = [names[step] for step in self.missing()]
        return say("Still to choose: {steps}.", steps=", ".join(words)) if words else ""

    def variant(self) -> tuple[str, ...]:
        """Return the chosen variants in the order of the groups."""
        return tuple(self.variants[group.id] for group in self.scenario.groups if group.id in self.variants)

    def seats_of_people(self) -> tuple[str, ...]:
        """Return the seats that people play, in the scenario's order; none where they only look on."""
        taken = set() if self.watch else {self.seat, *self.people}
        return tuple(seat.actor for seat in self.scenario.seats if seat.actor in taken)

    def computers(self) -> dict[str, str]:
        """Return who plays the seats that were given to a computer by name."""
        people = self.seats_of_people()
        return {actor: name for actor, name in self.players.items() if actor not in people}

    def player_of(self, actor: str) -> str:
        """Return who takes a seat: `PERSON`, or a computer player's name."""
        if actor in self.seats_of_people():
            return PERSON
        return self.players.get(actor) or self.scenario.default_players.get(actor, "")

    def give(self, actor: str, player: str) -> None:
        """Let somebody take a seat that is not one's own: `PERSON`, or a computer player."""
        self.people.discard(actor)
        if player == PERSON:
            self.people.add(actor)
        else:
            self.players[actor] = player

    def next_player(self, actor: str) -> None:
        """Let the next player take a seat; after the last computer player comes a person."""
        ids = [player.id for player in self.scenario.players]
        if not self.watch:
            ids.append(PERSON)
        here = self.player_of(actor)
        self.give(actor, ids[(ids.index(here) + 1) % len(ids)] if here in ids else ids[0])

    def take_seat(self, actor: str) -> None:
        """Sit down at a seat; who sat there is sent away."""
        self.seat, self.watch = actor, False
        self.people.discard(actor)


def fresh_seed() -> int:
    """Return a seed that nobody has chosen; short enough to be read out in a classroom."""
    return random.SystemRandom().randrange(1, 1_000_000)

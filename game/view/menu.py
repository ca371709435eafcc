"""The menu: which scenarios there are, and what each asks before it starts."""

from attrs import frozen

from game.view.moves import ChoiceView


@frozen
class GroupView:
    """Variants that exclude one another."""

    id: str
    name: str
    question: str
    required: bool
    """Whether one must be chosen; otherwise none is fine."""
    choices: tuple[ChoiceView, ...]


@frozen
class SeatChoiceView:
    """A seat to take."""

    actor: str
    name: str
    role: str
    dilemma: str


@frozen
class ScenarioView:
    """One scenario."""

    id: str
    path: str
    title: str
    summary: str
    minutes: int
    level: str
    groups: tuple[GroupView, ...]
    sets: tuple[ChoiceView, ...]
    """Assumption sets; where there are any, one must be chosen."""
    seats: tuple[SeatChoiceView, ...]
    players: tuple[ChoiceView, ...]
    """Computer players for the other seats."""
    default_players: dict[str, str]
    """By actor."""
    problems: tuple[str, ...]
    """Why it cannot be played; empty where it can."""


@frozen
class MenuView:
    """The start screen."""

    scenarios: tuple[ScenarioView, ...]

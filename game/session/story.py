"""What a game's record tells people of its lines of play and of the assumptions changed in it."""

from collections.abc import Iterator, Mapping

from attrs import frozen

from game.model.ids import ActorId, AssumptionId, OutcomeId
from game.model.scenario import Scenario
from game.session.branches import Branch, Tree
from game.session.lines import Override


@frozen
class PlayedLine:
    """One line of play."""

    id: int
    """What `Game.switch_to` takes."""
    letters: str
    """What people call it: A, B, ... Z, AA, AB ..."""
    parent: int | None
    """The line that it left; None for the first."""
    first: int
    """Its first turn of its own."""
    turns: int
    """How many turns were played on it, with those that it shares."""
    outcome: OutcomeId | None
    """How it ended, if it did."""
    current: bool
    """Whether it is the one that is played."""
    changed_in: tuple[int, ...]
    """The turns in which assumptions were changed, on it or before it left another."""
    ordered: tuple[frozenset[ActorId], ...]
    """Who gave orders in each of its turns."""

    @property
    def ended(self) -> bool:
        """Whether the game ended on it."""
        return self.outcome is not None


@frozen
class Changed:
    """An assumption that was changed during the game."""

    assumption: AssumptionId
    before: float
    """What it was until then."""
    after: float
    """What it has been since."""
    turn: int
    """The first turn that is resolved under it."""


def played_lines(tree: Tree) -> tuple[PlayedLine, ...]:
    """All lines of play, in the order in which they were begun."""
    return tuple(
        _played(branch, letters(number), branch.id == tree.at) for number, branch in enumerate(tree.branches)
    )


def letters(number: int) -> str:
    """A, B, ... Z, AA, AB ... for 0, 1, ..."""
    word = ""
    number += 1
    while number:
        number, place = divmod(number - 1, 26)
        word = chr(ord("A") + place) + word
    return word


def changes(
    scenario: Scenario, start: Mapping[AssumptionId, float], overrides: tuple[Override, ...]
) -> Iterator[Changed]:
    """Every change of an assumption, in order; what changed nothing is left out."""
    now = {name: assumption.value for name, assumption in scenario.assumptions.items()} | dict(start)
    for override in overrides:
        for name, value in override.values.items():
            if value != now[name]:
                yield Changed(name, now[name], value, override.turn)
            now[name] = value


def _played(branch: Branch, name: str, current: bool) -> PlayedLine:
    return PlayedLine(
        branch.id,
        name,
        branch.parent,
        branch.first,
        len(branch.turns),
        None if branch.end is None else branch.end.outcome,
        current,
        tuple(dict.fromkeys(change.turn for change in branch.overrides)),
        tuple(frozenset(turn.orders) for turn in branch.turns),
    )

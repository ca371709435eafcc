"""Finds what a player means by a number, a name or the beginning of a name."""

from collections.abc import Iterable, Sequence

from attrs import frozen

from game.terminal.problems import several, unknown
from game.view.moves import MoveView
from game.view.seat import SeatView


@frozen
class Named:
    """Something that can be meant."""

    key: str
    """What it is in the game."""
    names: tuple[str, ...]
    """What it may be called; the first is the one to show."""
    number: int | None = None
    """Its number in a list, if it stands in one."""

    @property
    def shown(self) -> str:
        """Its name with its number."""
        return self.names[0] if self.number is None else f"{self.number} {self.names[0]}"


def plain(text: str) -> str:
    """Text without case, underscores and doubled spaces."""
    return " ".join(text.casefold().replace("_", " ").replace("/", " ").split())


def matches(text: str, things: Iterable[Named]) -> list[Named]:
    """What it can mean: things of that name; or else whose name begins so; or else whose words begin so."""
    wanted = plain(text)
    everything = list(things)
    exact = [thing for thing in everything if any(plain(name) == wanted for name in thing.names)]
    if exact:
        return exact
    begins = [thing for thing in everything if any(plain(name).startswith(wanted) for name in thing.names)]
    return begins or [
        thing for thing in everything if any(_words_begin(name, wanted) for name in thing.names)
    ]


def _words_begin(name: str, wanted: str) -> bool:
    """Whether every word that was said is the beginning of a word of the name."""
    words = plain(name).split()
    return all(any(word.startswith(said) for word in words) for said in wanted.split())


def find(what: str, text: str, things: Sequence[Named], mend: str) -> Named:
    """The one thing that is meant. Raises NotUnderstood or Ambiguous."""
    text = text.strip()
    if text.isdecimal():
        for thing in things:
            if thing.number == int(text):
                return thing
    found = matches(text, things) if text else []
    if not found:
        raise unknown(what, text, [name for thing in things for name in thing.names[:1]], mend)
    if len(found) > 1:
        raise several(text, [thing.shown for thing in found])
    return found[0]


def move_names(view: SeatView) -> tuple[Named, ...]:
    """Every move of the seat, available or not."""
    return tuple(_move(move) for group in view.moves for move in group.moves)


def _move(move: MoveView) -> Named:
    _, action, *target = move.name.split("/")
    return Named(move.name, (move.label, " ".join([action, *target]), move.name), move.number)


def move_of(view: SeatView, name: str) -> MoveView:
    """The move of that name."""
    return next(move for group in view.moves for move in group.moves if move.name == name)


def claim_names(view: SeatView) -> tuple[Named, ...]:
    """Every public claim that the seat may make."""
    return tuple(
        Named(
            f"{choice.incident}/{choice.claim}",
            (f"{choice.text} ({choice.incident_name})", choice.claim),
            choice.number,
        )
        for choice in view.claim_choices
    )


def question_names(view: SeatView) -> tuple[Named, ...]:
    """Every question that a contingent order may hang on."""
    return tuple(
        Named(choice.id, (choice.name, choice.id), number)
        for number, choice in enumerate(view.contingencies, 1)
    )


def seat_names(view: SeatView) -> tuple[Named, ...]:
    """Every other seat that can be predicted."""
    return tuple(
        Named(choice.actor, (choice.actor_name, choice.actor), number)
        for number, choice in enumerate(view.predictions, 1)
    )

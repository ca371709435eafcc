"""The ending: how it ended, what it was worth to each, and what was true."""

from attrs import frozen

from game.view.prediction import ScoreView


@frozen
class ValuePart:
    """What one objective brought."""

    name: str
    kind: str
    """`objective`, `aim` or `aftermath`; `outcome` where the ending itself sets the value."""
    got: float
    of: float


@frozen
class ValueView:
    """What the game was worth to one actor, on its own scale; never compared with another's."""

    actor: str
    actor_name: str
    value: float
    type_name: str
    parts: tuple[ValuePart, ...]
    """Sum to `value`, but for clipping and for general war, which is worth 0 to everyone."""


@frozen
class TruthView:
    """Something that was hidden while the game was played."""

    subject: str
    text: str


@frozen
class BeliefTrail:
    """What was believed about the true cause of an incident, turn by turn."""

    incident_name: str
    cause_name: str
    """The true cause."""
    observer_name: str
    marks: tuple[tuple[int, float], ...]
    """Hour, probability given to the true cause."""


@frozen
class ReadTrail:
    """What was sent beside how the other side read it, turn by turn."""

    by_name: str
    on_name: str
    marks: tuple[tuple[int, str, str], ...]
    """Hour, rung sent, rung read by the one it was done to."""


@frozen
class EndingView:
    """The end of a game."""

    outcome: str
    outcome_name: str
    class_: str
    class_name: str
    text: str
    hour: int
    turn: int
    values: tuple[ValueView, ...]
    truths: tuple[TruthView, ...]
    beliefs: tuple[BeliefTrail, ...]
    readings: tuple[ReadTrail, ...]
    """Only pairs in which sent and read differed at some time."""
    scores: tuple[ScoreView, ...]
    log: tuple[tuple[int, str, bool], ...]
    """All events, also those that were hidden: hour, text, whether it was hidden from somebody."""
    not_a_forecast: str

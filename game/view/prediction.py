"""The prediction slip: what will each other seat do, and how sure are you?"""

from attrs import frozen

from game.view.moves import ChoiceView

SURENESS = (50, 60, 70, 80, 90, 95)
"""Per cent."""


@frozen
class PredictionView:
    """What can be predicted of one other seat."""

    actor: str
    actor_name: str
    question: str
    choices: tuple[ChoiceView, ...]
    sureness: tuple[int, ...] = SURENESS


@frozen
class ScoreView:
    """A prediction and what came of it."""

    turn: int
    hour: int
    predictor_name: str
    actor_name: str
    predicted: str
    sure: int
    """Per cent."""
    happened: str
    right: bool
    score: float
    """Brier's: 0 is perfect, 1 is certain and wrong."""

"""The prediction slip: what will each other seat do, and how sure are you?"""

from attrs import frozen

from game.language import N_, _, say
from game.session.predictions import Course
from game.view.moves import ChoiceView
from game.view.sight import Sight

COURSES = {
    Course.CLIMBS: (N_("climbs"), N_("Its acts go to a higher rung, as the public reads them.")),
    Course.HOLDS: (N_("holds"), N_("Its acts stay at the same rung.")),
    Course.CLIMBS_DOWN: (N_("climbs down"), N_("Its acts go to a lower rung.")),
}
"""What can be predicted of anybody: its title and its meaning."""

SURENESS = (50, 60, 70, 80, 90, 95)
"""Per cent; what a screen offers (any from 50 to 100 will do)."""


@frozen
class PredictionView:
    """What can be predicted of one other seat."""

    actor: str
    actor_name: str
    question: str
    choices: tuple[ChoiceView, ...]
    """Their ids are the values of `game.session.predictions.Course`."""
    sureness: tuple[int, ...] = SURENESS


@frozen
class ScoreView:
    """A prediction and what came of it."""

    turn: int
    predictor_name: str
    actor_name: str
    predicted: str
    sure: int
    """Per cent."""
    happened: str
    right: bool
    score: float
    """Brier's: 0 is perfect, 1 is certain and wrong."""


def predictions(sight: Sight) -> tuple[PredictionView, ...]:
    """One question for each other seat; none in a game without a ladder or with a single turn."""
    clock = sight.scenario.clock
    if not sight.program.rungs or clock.horizon_hours <= clock.hours_per_turn:
        return ()
    choices = tuple(ChoiceView(course.value, *map(_, words)) for course, words in COURSES.items())
    return tuple(
        PredictionView(
            str(actor),
            sight.name(actor),
            say("What will {actor} do this turn?", actor=sight.name(actor)),
            choices,
        )
        for actor in sight.program.played
        if actor != sight.me
    )

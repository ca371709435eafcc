"""Prediction slips: before a turn is resolved, a seat may say what it expects of others, and how sure it is.

A slip costs nothing and moves nothing. At the end it is scored by Brier's rule (Brier 1950, Monthly Weather
Review 78:1): the mean squared distance between sureness and what happened. 0 is perfect foresight; always
saying 50 % scores 0.25.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from math import fsum

from attrs import frozen

from game.language import say
from game.model.ids import ActorId


class Course(StrEnum):
    """Which way an actor's own acts go on the ladder, as the public reads them, from one turn to the next."""

    CLIMBS = "climbs"
    HOLDS = "holds"
    CLIMBS_DOWN = "climbs_down"


SURENESS = range(50, 101)
"""In per cent: who is less sure than 50 predicts something else."""


@frozen
class Prediction:
    """What a seat expects of one other actor."""

    actor: ActorId
    """Of whom."""
    course: Course
    """What that actor will do."""
    sureness: int
    """How sure the seat is, 50 to 100 per cent."""


@frozen
class Scored:
    """A prediction with what happened."""

    turn: int
    """The turn in which it was made."""
    prediction: Prediction
    """What was expected."""
    happened: Course
    """What happened."""

    @property
    def right(self) -> bool:
        """Whether it came true."""
        return self.prediction.course is self.happened

    @property
    def penalty(self) -> float:
        """The squared distance between sureness and truth: 0 to 1."""
        distance = (1.0 if self.right else 0.0) - self.prediction.sureness / 100
        return distance * distance


@frozen
class Score:
    """How well a seat read the others, over a game."""

    predictions: tuple[Scored, ...]
    """All that can be judged, in order."""

    @property
    def right(self) -> int:
        """How many came true."""
        return len([scored for scored in self.predictions if scored.right])

    @property
    def brier(self) -> float | None:
        """The mean penalty: 0 is best, 0.25 is saying 50 % always; None without predictions."""
        if not self.predictions:
            return None
        return fsum(scored.penalty for scored in self.predictions) / len(self.predictions)


def course(before: int, after: int) -> Course:
    """Which way somebody went between two rungs, given by their place on the ladder."""
    if after > before:
        return Course.CLIMBS
    return Course.CLIMBS_DOWN if after < before else Course.HOLDS


def problems(slip: Iterable[Prediction], seat: ActorId, actors: Iterable[ActorId]) -> tuple[str, ...]:
    """Return what is wrong with a slip, in words."""
    known = set(actors)
    found: list[str] = []
    seen: set[ActorId] = set()
    for prediction in slip:
        if prediction.actor == seat or prediction.actor not in known:
            found.append(say("{actor} is not another seat of this game", actor=prediction.actor))
        if prediction.actor in seen:
            found.append(say("{actor} is on the slip twice", actor=prediction.actor))
        if prediction.sureness not in SURENESS:
            found.append(say("sureness is 50 to 100 per cent, not {sureness}", sureness=prediction.sureness))
        seen.add(prediction.actor)
    return tuple(found)


def score(slips: Mapping[int, Iterable[Prediction]], rungs: Mapping[int, Mapping[ActorId, int]]) -> Score:
    """Judge one seat's slips, by turn; `rungs` has every actor's own highest rung as the public read it.

    A prediction of a turn that has no successor yet is left out.
    """
    return Score(
        tuple(
            Scored(turn, prediction, course(rungs[turn][prediction.actor], rungs[turn + 1][prediction.actor]))
            for turn, slip in sorted(slips.items())
            for prediction in slip
            if turn + 1 in rungs
        )
    )

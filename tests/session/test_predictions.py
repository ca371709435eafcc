"""Prediction slips are scored by Brier's rule."""

import pytest

from game.model.ids import ActorId
from game.session.predictions import Course, Prediction, course, problems, score

NORTH, SOUTH, EAST = ActorId("north"), ActorId("south"), ActorId("east")


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [(0, 1, Course.CLIMBS), (4, 4, Course.HOLDS), (0, 0, Course.HOLDS), (5, 2, Course.CLIMBS_DOWN)],
)
def test_a_course_is_read_off_the_ladder(before: int, after: int, expected: Course) -> None:
    assert course(before, after) is expected


@pytest.mark.parametrize(
    ("sureness", "right", "penalty"),
    [(100, True, 0.0), (100, False, 1.0), (50, True, 0.25), (50, False, 0.25)],
)
def test_brier_1950(sureness: int, right: bool, penalty: float) -> None:
    """Brier (1950): the squared distance between the stated probability and what happened."""
    slip = (Prediction(SOUTH, Course.CLIMBS if right else Course.HOLDS, sureness),)
    scored = score({1: slip}, {1: {SOUTH: 0}, 2: {SOUTH: 3}}).predictions[0]
    assert scored.right is right
    assert scored.penalty == penalty


def test_a_score_is_the_mean_over_the_game() -> None:
    rungs = {1: {SOUTH: 0, EAST: 0}, 2: {SOUTH: 2, EAST: 0}, 3: {SOUTH: 1, EAST: 0}}
    slips = {
        1: (Prediction(SOUTH, Course.CLIMBS, 80), Prediction(EAST, Course.HOLDS, 90)),
        2: (Prediction(SOUTH, Course.CLIMBS, 60),),
        3: (Prediction(SOUTH, Course.HOLDS, 60),),
    }
    found = score(slips, rungs)
    assert found.right == 2
    assert [scored.turn for scored in found.predictions] == [1, 1, 2]
    assert found.brier == pytest.approx((0.04 + 0.01 + 0.36) / 3)
    assert score({}, rungs).brier is None


def test_a_slip_says_what_is_wrong_with_it() -> None:
    slip = (
        Prediction(NORTH, Course.HOLDS, 60),
        Prediction(SOUTH, Course.HOLDS, 49),
        Prediction(SOUTH, Course.HOLDS, 101),
        Prediction(ActorId("moon"), Course.HOLDS, 100),
    )
    assert len(problems(slip, NORTH, (NORTH, SOUTH, EAST))) == 5
    assert problems((Prediction(SOUTH, Course.HOLDS, 50),), NORTH, (NORTH, SOUTH)) == ()

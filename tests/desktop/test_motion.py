"""Motions end: every one of them comes to rest, and under reduced motion nothing moves."""

import pytest

from game.desktop.motion import SWINGS, Motion


class Clock:
    def __init__(self) -> None:
        self.time = 100.0

    def __call__(self) -> float:
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


def at(motion: Motion, clock: Clock, time: float) -> Motion:
    clock.time = time
    motion.begin_frame()
    return motion


def test_what_was_never_started_is_at_its_end(clock: Clock) -> None:
    motion = Motion(clock)
    assert motion.progress("glide", 0.5) == 1
    assert not motion.going


def test_a_motion_goes_from_nothing_to_its_end_and_asks_for_frames_until_then(clock: Clock) -> None:
    motion = Motion(clock)
    motion.start("glide")
    seen = []
    for time in (100.0, 100.1, 100.25, 100.49):
        seen.append(at(motion, clock, time).progress("glide", 0.5))
        assert motion.going
    assert seen == pytest.approx([0, 0.2, 0.5, 0.98])
    assert at(motion, clock, 100.5).progress("glide", 0.5) == 1
    assert not motion.going


def test_it_waits_for_its_delay_and_follows_the_speed(clock: Clock) -> None:
    motion = Motion(clock)
    motion.start("glide")
    assert at(motion, clock, 100.1).progress("glide", 1.0, delay=0.2) == 0
    assert motion.going
    motion.faster = 2.0
    assert at(motion, clock, 100.61).progress("glide", 1.0, delay=0.2) == 1


def test_easing_is_fast_at_first(clock: Clock) -> None:
    motion = Motion(clock)
    motion.start("glide")
    assert at(motion, clock, 100.25).eased("glide", 1.0) > 0.5
    assert motion.eased("other", 1.0) == 1


def swing(motion: Motion, clock: Clock, now: float) -> tuple[float, bool]:
    """Where it stands in a frame, and whether that asks for another."""
    return at(motion, clock, now).pulse(1.0), motion.going


def test_nothing_swings_for_ever(clock: Clock) -> None:
    motion = Motion(clock)
    assert swing(motion, clock, 200.0) == (1, False)
    motion.start("something")
    swings = [swing(motion, clock, 200.0 + step / 10) for step in range(10)]
    assert min(swings)[0] < 0.1
    assert max(swings)[0] > 0.9
    assert all(going for _, going in swings)
    assert swing(motion, clock, 200.0 + SWINGS) == (1, False)


def test_reduced_motion_shows_the_end_at_once(clock: Clock) -> None:
    motion = Motion(clock)
    motion.reduced = True
    motion.start("glide")
    assert at(motion, clock, 100.0).eased("glide", 1.0) == motion.pulse(1.0) == 1
    assert not motion.going


def test_stopping_forgets_by_prefix(clock: Clock) -> None:
    motion = Motion(clock)
    motion.start("reveal.1")
    motion.start("map.1")
    motion.stop("reveal")
    at(motion, clock, 100.0)
    assert motion.progress("reveal.1", 1.0) == 1
    assert motion.progress("map.1", 1.0) == 0

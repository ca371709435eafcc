"""Imagined worlds: made of what a seat sees and nothing else, and sound enough to be played on in."""

import numpy as np
import pytest

from game.engine.imagine import as_seen_by, imagine
from game.engine.layout import NOBODY
from game.engine.observe import observe
from game.engine.program import Program
from game.engine.turn import resolve
from game.model.ids import PUBLIC
from tests.engine.shipped import all_play, flagship, named, programs
from tests.engine.test_secrecy import perturbed, worlds
from tests.rulebook.clauses import clause

SEEDS = (None, 5)


@clause("25.10")
@pytest.mark.parametrize("program", programs(), ids=named)
def test_an_imagined_world_depends_on_what_is_seen_alone(program: Program) -> None:
    for world in worlds(program, (1, 4)):
        for actor in program.played:
            for seed in SEEDS:
                one = imagine(observe(world, actor), seed)
                other = imagine(observe(perturbed(world, actor, 3), actor), seed)
                assert np.array_equal(one.number_table, other.number_table), (actor, seed)
                assert np.array_equal(one.whole_table, other.whole_table), (actor, seed)


@pytest.mark.parametrize("program", programs(), ids=named)
def test_the_imaginer_sees_in_it_what_it_saw(program: Program) -> None:
    for world in worlds(program, (1, 4)):
        for actor in program.played:
            seen = observe(world, actor)
            for seed in SEEDS:
                again = observe(imagine(seen, seed), actor)
                assert again.as_bytes() == seen.as_bytes(), actor


@pytest.mark.parametrize("program", programs(), ids=named)
def test_an_imagined_world_can_be_played_on(program: Program) -> None:
    hands = all_play(program, "doctrine")
    for world in worlds(program, (4,)):
        imagined = imagine(observe(world, program.played[0]), 5)
        resolve(imagined, {actor: choose(observe(imagined, actor)) for actor, choose in hands.items()})
        assert np.isfinite(imagined.number_table).all()


@clause("25.10")
def test_others_are_taken_to_believe_what_the_public_does() -> None:
    program = flagship()
    (world,) = worlds(program, (4,))
    me, other = program.played[:2]
    seen = observe(world, me)
    theirs = as_seen_by(seen, other)
    (incident, *_), cause = program.scenario.incidents, next(iter(program.scenario.causes))
    believed = theirs.number("belief", incident, other, cause)
    assert np.array_equal(believed, seen.number("belief", incident, PUBLIC, cause))


def test_a_hidden_cause_is_the_likeliest_or_drawn_by_belief() -> None:
    program = flagship()
    (world,) = worlds(program, (4,))
    me = program.played[0]
    seen = observe(world, me)
    incident = next(i for i in program.scenario.incidents if (seen.whole("happened", i) >= 0).all())
    belief = np.array([seen.number("belief", incident, me, cause) for cause in program.scenario.causes])
    central = imagine(seen).whole("cause", incident)
    assert np.array_equal(central, belief.argmax(axis=0))
    many = observe(world.only(np.zeros(1, dtype=np.intp)), me)
    drawn = [int(imagine(many, seed).whole("cause", incident)[0]) for seed in range(300)]
    shares = np.bincount(drawn, minlength=len(belief)) / len(drawn)
    assert np.abs(shares - belief[:, 0] / belief[:, 0].sum()).max() < 0.12


def test_nothing_that_nobody_sees_is_copied() -> None:
    program = flagship()
    (world,) = worlds(program, (4,))
    world.number("end_hour")[:] = 1234.0
    assert program.layout.numbers["end_hour",].seen_by == NOBODY
    assert (imagine(observe(world, program.played[0])).number("end_hour") < 1234.0).all()

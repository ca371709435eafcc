"""Changing what an actor cannot see changes nothing that it is shown (domain model, "Hidden information")."""

import attrs
import numpy as np
import pytest

from game.engine.observe import observe
from game.engine.program import Program
from game.engine.world import World
from game.model.ids import ActorId
from game.view.seat import SeatView, seat_view
from tests.rulebook.clauses import clause
from tests.view.games import ALONE, look, named, programs, seen, worlds


def scrambled(world: World, actor: ActorId) -> World:
    """The same game with every row changed that the actor was not given."""
    other = world.only(ALONE)
    mine = set(observe(world, actor).names())
    for name, row in world.program.layout.numbers.items():
        if name not in mine:
            other.number_table[row.index] = other.number_table[row.index] * 0.25 + 7.5
    for name, row in world.program.layout.whole.items():
        if name not in mine:
            other.whole_table[row.index] = np.where(other.whole_table[row.index] > 0, 0, 1)
    other.cache.clear()
    return other


def shown(found: list[World], actor: ActorId) -> SeatView:
    observation, earlier = look(found, actor)
    return seat_view(observation, seen(found[-1], actor), earlier)


@clause("24.3")
@pytest.mark.parametrize("program", programs(), ids=named)
def test_what_a_seat_cannot_see_changes_nothing_it_is_shown(program: Program) -> None:
    for seed in (1, 2):
        found = worlds(program, seed)
        for actor in program.played:
            hidden = [scrambled(world, actor) for world in found]
            assert attrs.asdict(shown(hidden, actor)) == attrs.asdict(shown(found, actor))


@pytest.mark.parametrize("program", programs(), ids=named)
def test_a_view_is_plain_data(program: Program) -> None:
    found = worlds(program, 3)
    for actor in program.played:
        for value in leaves(attrs.asdict(shown(found, actor))):
            assert isinstance(value, str | int | float | bool | None), value
            assert not isinstance(value, np.generic), value
            assert "$" not in str(value), value


def leaves(value: object) -> list[object]:
    if isinstance(value, dict):
        return [leaf for item in value.values() for leaf in leaves(item)]
    if isinstance(value, tuple | list):
        return [leaf for item in value for leaf in leaves(item)]
    return [value]

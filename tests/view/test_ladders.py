"""The ladder that a seat is shown: what it sent, and how the other side reads it, turn by turn."""

import pytest

from game.engine.program import Program
from game.view.ladders import LadderView
from game.view.seat import seat_view
from tests.view.games import look, named, programs, seen, worlds

LADDERS = [program for program in programs() if program.rungs]


@pytest.mark.parametrize("program", LADDERS, ids=named)
@pytest.mark.parametrize("seed", [1, 2])
def test_sent_and_read_are_what_both_sides_have_in_mind(program: Program, seed: int) -> None:
    found = worlds(program, seed)
    for actor in program.played:
        observation, earlier = look(found, actor)
        view = seat_view(observation, seen(found[-1], actor), earlier)
        for ladder in view.ladders:
            for pair in ladder.pairs:
                for world, mark in zip(found, pair.history, strict=True):
                    reader = pair.on if ladder.mine else actor
                    assert mark.read == int(world.whole("read", reader, ladder.by, pair.on)[0])
                    sent = int(world.whole("read", ladder.by, ladder.by, pair.on)[0])
                    assert mark.sent == (sent if ladder.mine else None)


@pytest.mark.parametrize("program", LADDERS, ids=named)
def test_a_ladder_stands_at_the_highest_of_its_pairs(program: Program) -> None:
    found = worlds(program, 3)
    for actor in program.played:
        observation, earlier = look(found, actor)
        ladders: tuple[LadderView, ...] = seat_view(observation, (), earlier).ladders
        assert [ladder.mine for ladder in ladders] == [True] + [False] * (len(ladders) - 1)
        for ladder in ladders:
            assert ladder.read == max((pair.read for pair in ladder.pairs), default=0)
            assert [mark.turn for mark in ladder.history] in ([], list(range(1, len(found) + 1)))

"""Rows that mechanisms take together lie together, in the order in which they are taken."""

import numpy as np
import pytest

from game.engine.program import Program
from tests.engine.shipped import named, programs


def steady(places: list[int]) -> bool:
    """Whether places rise in equal steps."""
    return len(set(np.diff(places).tolist())) <= 1 and places == sorted(places)


@pytest.mark.parametrize("program", programs(), ids=named)
def test_what_is_taken_together_lies_together(program: Program) -> None:
    numbers, whole, everybody = program.number_places, program.whole_places, program.observers
    for incident in program.scenario.incidents.values():
        items = tuple(incident.evidence)
        beliefs = [
            numbers["belief", incident.id, o, cause] for o in everybody for cause in program.scenario.causes
        ]
        assert beliefs == list(range(beliefs[0], beliefs[0] + len(beliefs)))
        for word, places in (("arrives", numbers), ("shows", whole)):
            rows = [places[word, incident.id, item] for item in items]
            assert rows == list(range(rows[0], rows[0] + len(rows))) if rows else True
        for item in items:
            seen = [whole["seen", incident.id, item, observer] for observer in everybody]
            assert steady(seen)
            assert seen[1] - seen[0] == len(items)
        for observer in everybody:
            rows = [whole["seen", incident.id, item, observer] for item in items]
            assert rows == list(range(rows[0], rows[0] + len(rows))) if rows else True
    for one, other in program.pairs if program.rungs else ():
        read = [whole["read", observer, one, other] for observer in everybody]
        assert steady(read)
        assert read[1] - read[0] == len(program.pairs)
    for actor, moves in program.moves_of.items():
        assert [move.index for move in moves] == list(range(moves[0].index, moves[0].index + len(moves)))
        for word in ("until", "did_at", "times"):
            rows = [whole[word, move.name] for move in moves]
            assert rows == list(range(rows[0], rows[0] + len(rows))), actor


@pytest.mark.parametrize("program", programs(), ids=named)
def test_the_public_is_the_last_observer(program: Program) -> None:
    assert program.observers == (*program.actors, "public")

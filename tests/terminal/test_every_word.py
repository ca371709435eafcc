"""Whatever a seat can ask to hear, in every shipped scenario, is said in words: no id, no gap."""

import io
import re

import pytest

from game.engine.program import Program
from game.terminal import deterrence, moves, situation
from game.terminal.page import Page
from game.view.seat import SeatView, seat_view
from tests.view.games import look, named, programs, seen, worlds
from tests.view.moments import moment
from tests.view.theatre import theatre

NO_WORD = re.compile(
    r"[a-z]_[a-z]|\$[a-z]|[a-z]\.[a-z]|\b(?:True|False|nan|inf)\b|None[,.)]"
    r"|[a-z]/[a-z]|  +\S|(?<!\.)\.\.(?!\.)"
)
"""What betrays an id, a value of the program itself, or a gap."""


def is_in_words(text: str) -> None:
    for line in text.splitlines():
        assert len(line) <= 80, line
        assert line.isprintable(), line
        assert not NO_WORD.search(re.sub(r"^ *- |^ +", "", line)), line


def everything(view: SeatView) -> str:
    out = io.StringIO()
    page = Page(out)
    situation.turn(page, view)
    for parts in situation.TOPICS.values():
        for part in parts:
            part(page, view)
    moves.moves(page, view)
    moves.extras(page, view)
    moves.claims(page, view)
    moves.questions(page, view)
    if view.predictions:
        moves.predictions(page, view)
    for group in view.moves:
        for move in group.moves:
            moves.details(page, view, move)
    return out.getvalue()


@pytest.mark.parametrize("program", programs(), ids=named)
def test_everything_is_said_in_words(program: Program) -> None:
    found = worlds(program, 4)
    for actor in program.played:
        for at in {1, len(found) // 2, len(found) - 1} & set(range(len(found))) | {0}:
            observation, earlier = look(found, actor, at)
            is_in_words(everything(seat_view(observation, seen(found[at], actor), earlier)))


@pytest.mark.parametrize("actor", theatre().played)
@pytest.mark.parametrize("turns", [0, 1, 2])
def test_a_map_members_and_a_ledger_are_said_in_words(actor: str, turns: int) -> None:
    view = moment(actor, turns)
    text = everything(view)
    is_in_words(text)
    for group in view.moves:
        for move in group.moves:
            out = io.StringIO()
            deterrence.act(Page(out), view, move.name, move.label)
            is_in_words(out.getvalue())
    assert "The ford at Hollin: held by Sudria" in text
    assert "The League of Friends: 2 of 3 members have joined" in " ".join(text.split())
    assert ("Forces under way" in text) == (turns == 1)
    assert "Sudria: raised posture" in text or turns == 0

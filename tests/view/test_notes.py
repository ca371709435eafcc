"""What a seat is told of a move: signals, steps it announces or answers, what a limit brings."""

from game.view.notes import notes
from game.view.sight import Sight
from tests.rules import test_red_lines, test_signals, test_steps
from tests.rules.by_hand import Table

WORDS = 'words: {name: "Words", kind: signal, signal: speech, by: [blue]}'


def said(table: Table, move: str) -> tuple[str, ...]:
    found = table.program.move(move)
    return notes(Sight(table.sees(found.actor), (), (), {}), found)


def test_a_signal_says_what_it_is_and_whether_talk_is_cheap() -> None:
    table = Table(test_signals.GAME.replace("  wait:", f"  {WORDS}\n  wait:"))
    assert said(table, "blue/words") == ("a signal: a speech, and talk is cheap",)
    assert said(table, "blue/shout") == ("a signal: a visit",)
    assert said(table, "blue/leak") == ("nobody else sees it", "a signal: a leak")
    assert said(table, "red/bow") == ()


def test_a_step_says_what_it_costs_and_who_answers_it() -> None:
    table = Table(test_steps.GAME)
    announced = "announces a step, “Guns back from the line”: 8 points of face, 75 % back if answered"
    assert said(table, "red/guns_back") == (announced,)
    answers = "answers a step of Red: “Guns back from the line”"
    assert said(table, "blue/guns_back") == ()
    table.turn(red="guns_back")
    assert said(table, "red/guns_back") == ()
    assert said(table, "blue/guns_back") == (answers,)
    assert said(table, "blue/salute/red") == (answers,)
    assert said(table, "blue/salute/green") == said(table, "green/salute/red") == ()
    table.turns(4)
    assert said(table, "blue/guns_back") == (), "too late"


def test_crossing_a_limit_says_what_it_brings() -> None:
    table = Table(test_red_lines.GAME)
    (note,) = (n for n in said(table, "red/advance/green") if "limit" in n)
    start = "would be the first to cross a limit: blood, which brings: Support of Red falls by 7;"
    assert note.startswith(start)

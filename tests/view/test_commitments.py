"""What a seat reads about promises: what they rest on, how public they are by now, its own true lines."""

from game.view.commitments import CommitmentView, commitments
from game.view.sight import Sight
from tests.rules import test_red_lines, test_signals
from tests.rules.by_hand import Table


def promise(table: Table, actor: str, name: str) -> CommitmentView:
    found = commitments(Sight(table.sees(actor), (), (), {}))
    return next(view for view in found if view.id == name)


def test_a_seat_reads_its_own_true_line_and_nobody_elses() -> None:
    table = Table(test_red_lines.GAME)
    assert promise(table, "blue", "bluff").true_since is None
    table.turn(red="overrun/green")
    mine, theirs = promise(table, "blue", "bluff"), promise(table, "red", "bluff")
    assert (mine.truth, mine.true_since) == (("Red stands at “High” or above",), 0.0)
    assert (theirs.truth, theirs.true_since) == ((), None)
    assert mine.trigger == theirs.trigger


def test_everybody_who_knows_a_promise_reads_what_it_rests_on() -> None:
    table = Table(test_red_lines.GAME)
    for actor in ("red", "blue", "green"):
        assert promise(table, actor, "shield").rests_on == ("“Keep the truce” of Red is under way",)


def test_publicity_is_what_it_has_become() -> None:
    table = Table(test_signals.GAME)
    table.turn(blue="warn")
    assert promise(table, "red", "red_line").publicity == 0.2
    table.turn(blue="repeat")
    assert promise(table, "red", "red_line").publicity == 0.7
    assert promise(table, "red", "red_line").understood == 0.5

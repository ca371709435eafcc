"""Lines of play: every one is kept, can be returned to, and survives torn and damaged records."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from game.engine.orders import Orders
from game.model.ids import OutcomeId
from game.session.branches import Branch, Tree
from game.session.fields import Malformed
from game.session.game import Game
from game.session.lines import End, Given, Switch, Turn, Undo
from game.session.predictions import Course, Prediction
from game.session.record import Journal, RecordProblem, canonical, read
from game.session.replay import replay
from game.session.story import letters
from tests.session.tables import (
    COLUMN,
    KELLAND,
    ORVANA,
    ROW,
    play_out,
    play_turn,
    scenario,
    solo,
    some_orders,
)
from tests.session.test_record import HEADER, changed, turn


def shape(game: Game) -> list[tuple[str, int | None, int, int, bool]]:
    """Of every line: its letters, the one it left, its first own turn, its turns, whether it is played."""
    return [(one.letters, one.parent, one.first, one.turns, one.current) for one in game.lines()]


def events_of(game: Game) -> list[bytes]:
    return [canonical(event.as_record()) for event in game.events(ORVANA)]


def test_going_back_begins_a_new_line_and_keeps_the_old_one(tmp_path: Path) -> None:
    game = solo(tmp_path / "a.backstop")
    for _ in range(3):
        play_turn(game)
    first = events_of(game)
    game.undo_to(2)
    assert shape(game) == [("A", None, 1, 3, False), ("B", 0, 2, 1, True)]
    play_turn(game, skip=1)
    game.switch_to(0)
    assert shape(game) == [("A", None, 1, 3, True), ("B", 0, 2, 2, False)]
    assert events_of(game) == first
    assert game.turn == 4


def test_a_line_without_a_turn_of_its_own_leaves_nothing_behind() -> None:
    game = solo()
    for _ in range(3):
        play_turn(game)
    game.undo_to(3)
    game.undo_to(2)
    assert shape(game) == [("A", None, 1, 3, False), ("B", 0, 2, 1, True)]
    game.switch_to(0)
    assert shape(game) == [("A", None, 1, 3, True)]


def test_a_line_branches_off_the_one_that_played_the_turn_before() -> None:
    game = solo()
    for _ in range(3):
        play_turn(game)
    game.undo_to(3)
    play_turn(game, skip=1)
    game.undo_to(2)
    play_turn(game, skip=2)
    game.undo_to(1)
    play_turn(game, skip=3)
    assert shape(game)[1:] == [("B", 0, 3, 3, False), ("C", 0, 2, 2, False), ("D", 0, 1, 1, True)]


def test_an_ended_line_can_be_returned_to_and_still_knows_its_end(tmp_path: Path) -> None:
    path = tmp_path / "a.backstop"
    game = play_out(solo(path))
    outcome, state = game.outcome, game.state()
    game.undo_to(2)
    play_turn(game, skip=1)
    assert not game.over
    (ended, _) = game.lines()
    assert (ended.ended, ended.outcome) == (True, outcome)
    game.switch_to(ended.id)
    assert (game.over, game.state()) == (True, state)
    assert Game.resume(path).state() == state


def test_wrong_lines_are_refused() -> None:
    game = solo()
    play_turn(game)
    for wrong in (0, 1, -1):
        with pytest.raises(ValueError, match="line of play"):
            game.switch_to(wrong)


def test_a_resumed_game_knows_all_its_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.backstop"
    game = solo(path)
    for _ in range(3):
        play_turn(game)
    game.undo_to(2)
    play_turn(game, skip=1)
    game.switch_to(0)
    again = Game.resume(path)
    assert again.lines() == game.lines()
    assert events_of(again) == events_of(game)
    again.switch_to(1)
    assert again.turn == 3
    assert replay(read(path)).difference is None


Step = tuple[str, int]


@settings(max_examples=25, deadline=None)
@given(
    some.lists(some.tuples(some.sampled_from(("play", "undo", "switch")), some.integers(0, 5)), max_size=12)
)
def test_whatever_is_done_no_turn_is_lost(steps: list[Step]) -> None:
    """Every line that was ever left with turns of its own can be returned to, with the same events."""
    game = solo(seed=3)
    kept: dict[int, list[bytes]] = {}
    for what, number in steps:
        if what == "play" and not game.over:
            play_turn(game, number)
        elif what == "undo" and game.turns_played:
            game.undo_to(1 + number % game.turns_played)
        elif what == "switch" and len(game.lines()) > 1:
            others = [line.id for line in game.lines() if not line.current]
            game.switch_to(others[number % len(others)])
        here = next(line for line in game.lines() if line.current)
        kept[here.id] = events_of(game)
        if here.parent is not None and here.turns < here.first:
            del kept[here.id]
    for id in [line.id for line in game.lines() if line.id in kept]:
        if id != next(line.id for line in game.lines() if line.current):
            game.switch_to(id)
        assert events_of(game) == kept[id]


# --- the record -------------------------------------------------------------------------------------------


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "one.backstop"


END = End(OutcomeId("truce"), {}, "abcd")


def write(path: Path, *entries: Turn | Undo | Switch | Given | End) -> None:
    journal = Journal.create(path, HEADER)
    for entry in entries:
        journal.append(entry)


def test_a_record_of_before_there_were_lines_reads_as_lines(path: Path) -> None:
    """Undo lines mean what they always meant: the last line of play counts, and now the others are found."""
    write(path, turn(1), turn(2), END, Undo(2), turn(2), turn(3), Undo(1), turn(1))
    record = read(path)
    assert [(one.parent, one.first, len(one.turns)) for one in record.tree.branches] == [
        (None, 1, 2), (0, 2, 3), (0, 1, 1),
    ]  # fmt: skip
    assert record.tree.branches[0].end == END
    assert (record.turns, record.end, record.undone) == ((turn(1),), None, 4)


def test_a_torn_switch_has_not_happened(path: Path) -> None:
    write(path, turn(1), turn(2), Undo(2), turn(2), Switch(0))
    *kept, last = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(kept) + last[:9])
    record = read(path)
    assert record.tree.at == 1
    assert record.notice is not None
    Journal.reopen(path, record).append(turn(3))
    assert len(read(path).turns) == 3


@pytest.mark.parametrize(
    ("number", "old", "new"), [(4, '"undo_to":2', '"undo_to":1'), (6, '"switch_to":0', '"switch_to":1')]
)
def test_a_damaged_line_is_named(path: Path, number: int, old: str, new: str) -> None:
    write(path, turn(1), turn(2), Undo(2), turn(2), Switch(0))
    changed(path, number, old, new)
    with pytest.raises(RecordProblem, match=rf"line {number}: .*was changed$"):
        read(path)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (Switch(7), "no line of play number 7"),
        (Switch(0), "played already"),
        (Undo(3), "cannot be undone"),
        (Given(5, ORVANA, Orders(), ()), "turn 5 follows turn 1"),
    ],
)
def test_a_line_that_cannot_follow_is_named(path: Path, wrong: Switch | Undo | Given, words: str) -> None:
    write(path, turn(1), wrong)
    with pytest.raises(RecordProblem, match=f"line 3: .*{words}"):
        read(path)


def test_a_line_of_the_future_is_named(path: Path) -> None:
    class Wish(Undo):
        def as_line(self) -> dict[str, object]:
            return {"wish": "peace"}

    write(path, turn(1), Wish(1))
    with pytest.raises(RecordProblem, match="line 3: a line of a kind that this version"):
        read(path)


def test_letters_go_on_after_z() -> None:
    assert [letters(number) for number in (0, 1, 25, 26, 27, 701, 702)] == [
        "A", "B", "Z", "AA", "AB", "ZZ", "AAA",
    ]  # fmt: skip


def test_a_tree_says_what_cannot_be() -> None:
    tree = Tree((Branch(0, turns=(turn(1),), end=END),))
    with pytest.raises(Malformed, match="although it is over"):
        tree.then(turn(2))


# --- several people ---------------------------------------------------------------------------------------


def two(path: Path) -> Game:
    return Game.start(scenario("chicken"), seed=1, seats={ROW: "human", COLUMN: "human"}, path=path)


def test_orders_of_one_are_kept_until_the_other_has_given_theirs(tmp_path: Path) -> None:
    path = tmp_path / "a.backstop"
    game = two(path)
    game.submit(ROW, Orders(("row/straight",)))
    again = Game.resume(path)
    assert again.waiting_for() == (COLUMN,)
    assert again.ordered(ROW) == game.ordered(ROW)
    again.submit(COLUMN, Orders(("column/swerve",)))
    again.end_turn()
    assert again.outcome == "row_wins"
    assert read(path).given == ()
    kinds = [next(iter(json.loads(line))) for line in path.read_text(encoding="utf-8").splitlines()]
    assert kinds == ["record", "given", "turn", "end"]


def test_a_person_alone_writes_no_orders_ahead(tmp_path: Path) -> None:
    path = tmp_path / "a.backstop"
    game = solo(path)
    game.submit(ORVANA, some_orders(game), [Prediction(KELLAND, Course.HOLDS, 60)])
    assert len(path.read_bytes().splitlines()) == 1


def test_kept_orders_that_the_rules_forbid_are_named(tmp_path: Path) -> None:
    path = tmp_path / "a.backstop"
    two(path)
    wrong = Given(1, ROW, Orders(("row/fly",)), ())
    Journal.reopen(path, read(path)).append(wrong)
    with pytest.raises(RecordProblem, match="cannot be played on: turn 1"):
        Game.resume(path)


def test_going_back_asks_everybody_for_orders_again(tmp_path: Path) -> None:
    game = Game.start(
        scenario(), seed=1, seats={ORVANA: "human", KELLAND: "human"}, path=tmp_path / "a.backstop"
    )
    play_turn(game)
    game.submit(ORVANA, some_orders(game))
    game.undo_to(1)
    assert game.waiting_for() == (ORVANA, KELLAND)
    assert read(tmp_path / "a.backstop").given == ()

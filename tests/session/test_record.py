"""A record gives back what was written, and says in one line what is wrong with what was not."""

import json
from pathlib import Path

import pytest

from game.engine.orders import Contingent, Offer, Orders
from game.model.actions import Engagement
from game.model.deals import Reply
from game.model.ids import (
    ActorId,
    AssumptionId,
    AssumptionSetId,
    ClaimId,
    ContingencyId,
    DealId,
    IncidentId,
    OutcomeId,
    VariantId,
)
from game.session.lines import End, Header, Turn, Undo
from game.session.predictions import Course, Prediction
from game.session.record import Journal, RecordProblem, read

NORTH, SOUTH = ActorId("north"), ActorId("south")
HEADER = Header(
    engine="0.1.0",
    scenario="strait",
    content="00ff",
    file="/somewhere/strait.yaml",
    variant=(VariantId("conditional"), VariantId("class")),
    assumptions=AssumptionSetId("play"),
    values={AssumptionId("hotline"): 0.1 + 0.2},
    seed=7,
    game=0,
    seats={NORTH: "human", SOUTH: "hawk"},
)
FULL = Orders(
    moves=("north/wait", "north/warn/south"),
    contingent=Contingent(ContingencyId("they_stop"), "north/stop", "north/strike/south"),
    engagement=Engagement.FREE,
    claim=(IncidentId("fire"), ClaimId("accident")),
    replies=((DealId("ceasefire"), Reply.REJECT), (DealId("canal"), Reply.ACCEPT)),
    offer=Offer(DealId("ceasefire"), (0, 2, 1), SOUTH),
)


NOTHING = Orders()


def turn(number: int, orders: Orders = NOTHING) -> Turn:
    slip = (Prediction(SOUTH, Course.CLIMBS_DOWN, 80),)
    return Turn(number, {NORTH: orders, SOUTH: Orders(("south/wait",))}, {NORTH: slip}, f"digest {number}")


END = End(OutcomeId("truce"), {NORTH: 55.125, SOUTH: -3.0}, "abcd")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "one.backstop"


def write(path: Path, *entries: Turn | Undo | End) -> Journal:
    journal = Journal.create(path, HEADER)
    for entry in entries:
        journal.append(entry)
    return journal


def test_what_was_written_is_read_back(path: Path) -> None:
    write(path, turn(1, FULL), turn(2), END)
    record = read(path)
    assert record.header == HEADER
    assert record.turns == (turn(1, FULL), turn(2))
    assert record.end == END
    assert record.notice is None
    assert record.size == path.stat().st_size


def test_a_record_without_bargaining_reads_as_none(path: Path) -> None:
    """Records of games before there were tables hold neither replies nor an offer."""
    write(path, turn(1))
    text = path.read_text(encoding="utf-8")
    assert "replies" not in text
    assert "offer" not in text
    assert (read(path).turns[0].orders[NORTH].replies, read(path).turns[0].orders[NORTH].offer) == ((), None)


def test_every_line_is_json_of_its_own(path: Path) -> None:
    write(path, turn(1, FULL), Undo(1), turn(1), END)
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert [next(iter(line)) for line in lines] == ["record", "turn", "undo_to", "turn", "end"]


def test_an_undone_branch_stays_in_the_file_and_out_of_the_game(path: Path) -> None:
    write(path, turn(1), turn(2, FULL), turn(3), Undo(2), turn(2), END, Undo(2), turn(2, FULL))
    record = read(path)
    assert record.turns == (turn(1), turn(2, FULL))
    assert record.end is None
    assert record.undone == 3
    assert len(path.read_bytes().splitlines()) == 9


def test_entries_given_together_are_written_together(path: Path) -> None:
    Journal.create(path, HEADER).append(turn(1), END)
    assert (read(path).turns, read(path).end) == ((turn(1),), END)


@pytest.mark.parametrize("bytes_left", [1, 20, -1])
def test_a_torn_last_line_is_dropped_with_a_notice(path: Path, bytes_left: int) -> None:
    write(path, turn(1), turn(2))
    *kept, last = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(kept) + last[:bytes_left])
    record = read(path)
    assert record.turns == (turn(1),)
    assert record.notice is not None
    assert "cut off" in record.notice
    Journal.reopen(path, record).append(turn(2, FULL))
    assert read(path).turns == (turn(1), turn(2, FULL))
    assert read(path).notice is None


def changed(path: Path, number: int, old: str, new: str) -> None:
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    assert old in lines[number - 1]
    lines[number - 1] = lines[number - 1].replace(old, new)
    path.write_text("".join(lines), encoding="utf-8")


@pytest.mark.parametrize(
    ("number", "old", "new"),
    [
        (1, '"seed":7', '"seed":8'),
        (2, "south/wait", "south/rest"),
        (3, "digest 2", "digest 9"),
        (4, "55.125", "99.125"),
    ],
)
def test_an_edited_line_is_named(path: Path, number: int, old: str, new: str) -> None:
    write(path, turn(1), turn(2), END)
    changed(path, number, old, new)
    with pytest.raises(RecordProblem, match=rf"^\S+one\.backstop: line {number}: .*was changed$"):
        read(path)


def test_a_missing_and_a_doubled_line_are_noticed(path: Path) -> None:
    write(path, turn(1), turn(2), turn(3))
    lines = path.read_bytes().splitlines(keepends=True)
    for wrong in (lines[:2] + lines[3:], [*lines[:3], lines[2], lines[3]], [lines[0], lines[2], lines[1]]):
        path.write_bytes(b"".join(wrong))
        with pytest.raises(RecordProblem, match=r"line [234]: "):
            read(path)


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"\n",
        b"torn",
        b"hello\n",
        b"[1, 2]\n",
        b'{"a": 1}\n',
        b"\xff\xfe\x00\n",
        b"null\n",
        b'{"record": "backstop game", "format": 99, "sum": ""}\n',
        b'{"record": "backstop game", "format": 1}\n',
        b'{"record": "backstop game", "format": NaN}\n',
        b"[" * 100_000 + b"\n",
        b'{"record": ' * 100_000 + b"\n",
        b"9" * 5000 + b"\n",
        b"\x89PNG\r\n\x1a\n" + bytes(100),
    ],
)
def test_a_foreign_file_is_one_clear_line(path: Path, text: bytes) -> None:
    path.write_bytes(text)
    with pytest.raises(RecordProblem) as caught:
        read(path)
    assert str(caught.value).startswith(str(path))
    assert "\n" not in str(caught.value)


def test_a_format_of_the_future_is_named(path: Path) -> None:
    write(path)
    changed(path, 1, '"format":1', '"format":2')
    with pytest.raises(RecordProblem, match="format 2; this version of Backstop reads format 1"):
        read(path)


def test_what_cannot_be_read_or_written_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(RecordProblem, match="cannot read"):
        read(tmp_path / "nothing.backstop")
    with pytest.raises(RecordProblem, match="cannot read"):
        read(tmp_path)
    file = tmp_path / "file"
    file.write_text("", encoding="utf-8")
    with pytest.raises(RecordProblem, match="cannot write"):
        Journal.create(file / "game.backstop", HEADER)
    with pytest.raises(RecordProblem, match="a file of that name"):
        Journal.create(file, HEADER)


def test_two_programs_never_write_into_each_other(path: Path) -> None:
    first = write(path, turn(1))
    second = Journal.reopen(path, read(path))
    first.append(turn(2))
    with pytest.raises(RecordProblem, match="another program"):
        second.append(turn(2, FULL))
    assert read(path).turns == (turn(1), turn(2))


def test_a_file_that_was_cut_while_played_is_left_alone(path: Path) -> None:
    journal = write(path, turn(1), turn(2))
    path.write_bytes(path.read_bytes()[:50])
    with pytest.raises(RecordProblem, match="cut short"):
        journal.append(turn(3))


def test_a_sound_line_of_another_shape_is_refused(path: Path) -> None:
    """Whoever can compute sums can still not make the reader stumble."""
    good = turn(1).as_line()
    odd_lines: list[dict[str, object]] = [
        {**good, "orders": []},
        {**good, "orders": {"north": {"moves": "all"}}},
        {**good, "orders": {"north": {"moves": [], "engagement": "wild"}}},
        {**good, "orders": {"north": {"moves": [], "claim": ["one"]}}},
        {**good, "orders": {"north": {"moves": [], "contingent": ["a", "b", 3]}}},
        {**good, "orders": {"north": {"moves": [], "replies": "yes"}}},
        {**good, "orders": {"north": {"moves": [], "replies": [["ceasefire"]]}}},
        {**good, "orders": {"north": {"moves": [], "replies": [["ceasefire", "perhaps"]]}}},
        {**good, "orders": {"north": {"moves": [], "replies": [["ceasefire", ["accept"]]]}}},
        {**good, "orders": {"north": {"moves": [], "replies": [[3, "accept"]]}}},
        {**good, "orders": {"north": {"moves": [], "offer": ["ceasefire", [1]]}}},
        {**good, "orders": {"north": {"moves": [], "offer": ["ceasefire", [True], None]}}},
        {**good, "orders": {"north": {"moves": [], "offer": ["ceasefire", [7], None]}}},
        {**good, "orders": {"north": {"moves": [], "offer": ["ceasefire", 1, None]}}},
        {**good, "orders": {"north": {"moves": [], "offer": ["ceasefire", [1], 5]}}},
        {**good, "predictions": {"north": [["south", "flies", 60]]}},
        {**good, "predictions": {"north": [["south", "holds"]]}},
        {**good, "predictions": {"north": [["south", "holds", True]]}},
        {**good, "turn": True},
        {"undo_to": 1},
        {"undo_to": "x"},
        {"end": 3, "values": {}, "state": ""},
        {"end": "truce", "values": {"north": "much"}, "state": ""},
        {"end": "truce", "values": {"north": 10**400}, "state": ""},
        {"other": 1},
    ]
    for number, line in enumerate(odd_lines):
        file = path.with_name(f"{number}.backstop")
        journal = Journal.create(file, HEADER)

        class Given(Undo):
            def as_line(self, line: dict[str, object] = line) -> dict[str, object]:
                return line

        journal.append(Given(1))
        with pytest.raises(RecordProblem, match="line 2: "):
            read(file)

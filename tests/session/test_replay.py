"""A record may hold anything; replaying it plays what the rules allow and names what they do not."""

from pathlib import Path

import pytest
from attrs import evolve

from game.engine.orders import Orders
from game.model.ids import ActorId, AssumptionId, AssumptionSetId, VariantId
from game.session.game import Game
from game.session.lines import End, Header, Turn, Undo
from game.session.predictions import Course, Prediction
from game.session.record import Journal, RecordProblem, read
from game.session.replay import replay, replay_all
from game.session.retelling import verdict
from tests.session.tables import KELLAND, ORVANA, play_out, play_turn, solo

MOON = ActorId("moon")


@pytest.fixture
def played(tmp_path: Path) -> Path:
    path = tmp_path / "game.backstop"
    play_out(solo(path))
    return path


def forged(path: Path, header: Header, *entries: Turn | End) -> Path:
    """A sound record of other lines."""
    file = path.with_name("forged.backstop")
    Journal.create(file, header).append(*entries)
    return file


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"scenario": "atlantis"}, "does not come with"),
        ({"content": "00"}, "was changed since"),
        ({"file": "/nowhere/x.yaml"}, "cannot be played"),
        ({"variant": (VariantId("odd"),)}, "no variant .?odd"),
        ({"assumptions": AssumptionSetId("odd")}, "no assumption set odd"),
        ({"values": {AssumptionId("odd"): 1.0}}, "no assumption odd"),
        ({"values": {AssumptionId("regions.skerry_rock.facts_per_hour"): 1e9}}, "outside its range"),
        ({"seats": {ORVANA: "human"}}, "seats"),
        ({"seats": {ORVANA: "human", KELLAND: "hawk", MOON: "hawk"}}, "seats"),
        ({"seats": {ORVANA: "human", KELLAND: "nobody"}}, "no player called nobody"),
    ],
)
def test_a_header_that_fits_nothing_is_named(played: Path, change: dict[str, object], problem: str) -> None:
    file = forged(played, evolve(read(played).header, **change))  # type: ignore[arg-type]
    with pytest.raises(RecordProblem, match=problem):
        replay(read(file))
    with pytest.raises(RecordProblem, match=problem):
        Game.resume(file)


@pytest.mark.parametrize("number", [-1, 2**63])
def test_a_number_that_no_game_has_is_named(played: Path, number: int) -> None:
    file = forged(played, evolve(read(played).header, game=number))
    with pytest.raises(RecordProblem, match="no game number"):
        read(file)


@pytest.mark.parametrize(
    ("orders", "problem"),
    [
        ({ORVANA: Orders(("orvana/fly",)), KELLAND: Orders()}, "no move called"),
        ({ORVANA: Orders(("kelland/wait",)), KELLAND: Orders()}, "no move called"),
        ({ORVANA: Orders(("orvana/land/kelland",)), KELLAND: Orders()}, "not available"),
        ({ORVANA: Orders()}, "orders of Kelland are missing"),
        ({ORVANA: Orders(), KELLAND: Orders(), MOON: Orders()}, "moon gave orders out of turn"),
    ],
)
def test_orders_that_the_rules_forbid_are_named(
    played: Path, orders: dict[ActorId, Orders], problem: str
) -> None:
    record = read(played)
    again = replay(read(forged(played, record.header, evolve(record.turns[0], orders=orders))))
    assert again.difference is not None
    assert again.difference.startswith("turn 1: ")
    assert problem in again.difference
    assert verdict(record, again).startswith("not the same game")


def test_a_slip_about_nobody_is_named(played: Path) -> None:
    record = read(played)
    slips: dict[ActorId, tuple[Prediction, ...]] = {ORVANA: (Prediction(MOON, Course.HOLDS, 60),)}
    file = forged(played, record.header, evolve(record.turns[0], predictions=slips))
    assert "moon" in str(replay(read(file)).difference)


def test_other_events_and_another_end_are_named(played: Path) -> None:
    record = read(played)
    assert record.end is not None
    *first, last = record.turns
    cases: tuple[tuple[tuple[Turn | End, ...], str], ...] = (
        ((*first, evolve(last, events="00")), f"turn {last.turn}: other things happen"),
        ((*first, last, evolve(record.end, state="00")), "the end: the end state"),
        ((*first, last, evolve(record.end, values={})), "the end: it is worth"),
        ((*first, record.end), "the end: the game goes on"),
        (
            (*first, last, evolve(last, turn=last.turn + 1)),
            f"turn {last.turn + 1}: the game is over before it",
        ),
    )
    for entries, problem in cases:
        again = replay(read(forged(played, record.header, *entries)))
        assert str(again.difference).startswith(problem)
        played.with_name("forged.backstop").unlink()


def branched(path: Path) -> Game:
    """Lines A, B and C, each with turns of its own; C is played."""
    game = solo(path)
    for _ in range(3):
        play_turn(game)
    game.undo_to(3)
    play_turn(game, skip=1)
    game.undo_to(2)
    game.override({next(iter(game.scenario.assumptions)): next(iter(game.scenario.assumptions.values())).low})
    play_turn(game, skip=2)
    return game


def test_lines_that_were_left_are_checked_too(tmp_path: Path) -> None:
    branched(tmp_path / "lines.backstop")
    record = read(tmp_path / "lines.backstop")
    again = replay_all(record)
    assert (again.difference, again.lines) == (None, 3)
    assert again.match.turns == 2
    assert verdict(record, again).endswith("all its 3 lines of play were checked")


@pytest.mark.parametrize(("line", "turn"), [(0, 3), (0, 1), (1, 3), (2, 2)])
def test_damage_on_a_line_that_was_left_is_named(tmp_path: Path, line: int, turn: int) -> None:
    branched(tmp_path / "lines.backstop")
    record = read(tmp_path / "lines.backstop")
    branches = list(record.tree.branches)
    turns = list(branches[line].turns)
    turns[turn - 1] = evolve(turns[turn - 1], events="00")
    branches[line] = evolve(branches[line], turns=tuple(turns))
    damaged = evolve(record, tree=evolve(record.tree, branches=tuple(branches)))
    again = replay_all(damaged)
    assert str(again.difference).startswith(f"line {'ABC'[line]}: turn {turn}: other things happen")
    assert (replay(damaged).difference is None) is (line != 2)


def test_the_verdict_says_how_far_it_went(played: Path) -> None:
    record = read(played)
    assert record.end is not None
    again = replay(record)
    assert again.scenario.outcomes[record.end.outcome].name in verdict(record, again)
    Journal.reopen(played, record).append(Undo(2))
    record = read(played)
    assert verdict(record, replay(record)) == "the same game: the events of 1 turn; it has not ended yet"

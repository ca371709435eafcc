"""Assumptions changed during a game: what was played stays, what comes is resolved under the new ones."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from game.model.ids import AssumptionId
from game.session.game import Game, NotYet
from game.session.lines import Override
from game.session.record import Journal, RecordProblem, canonical, read
from game.session.replay import replay
from tests.session.tables import KELLAND, ORVANA, play_out, play_turn, scenario, solo, some_orders

ASSUMPTIONS = scenario().assumptions
SOME = next(iter(ASSUMPTIONS))


def bounds(name: AssumptionId) -> tuple[float, float]:
    return ASSUMPTIONS[name].low, ASSUMPTIONS[name].high


def everything(game: Game) -> list[bytes]:
    return [canonical(event.as_record()) for event in game.events()]


def test_a_change_is_told_and_written(tmp_path: Path) -> None:
    path = tmp_path / "a.backstop"
    game = solo(path)
    play_turn(game)
    central, high = ASSUMPTIONS[SOME].value, ASSUMPTIONS[SOME].high
    game.override({SOME: high})
    (change,) = game.changed()
    assert (change.assumption, change.before, change.after, change.turn) == (SOME, central, high, 2)
    assert game.values_in_play()[SOME] == high
    assert SOME not in game.values_in_play(1)
    assert read(path).overrides == (Override(2, {SOME: high}),)
    assert Game.resume(path).changed() == game.changed()
    assert game.lines()[0].changed_in == (2,)


def test_what_is_no_change_is_not_told() -> None:
    game = solo()
    game.override({SOME: ASSUMPTIONS[SOME].value})
    assert game.changed() == ()


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, "no assumption is changed"),
        ({AssumptionId("odd"): 1.0}, "no assumption odd"),
        ({SOME: 1e9}, "outside its range"),
        ({SOME: float("nan")}, "outside its range"),
    ],
)
def test_what_cannot_be_assumed_is_refused(values: dict[AssumptionId, float], words: str) -> None:
    game = solo()
    with pytest.raises(ValueError, match=words):
        game.override(values)
    assert game.changed() == ()


def test_nothing_is_changed_under_orders_that_were_given() -> None:
    game = Game.start(scenario(), seed=1, seats={ORVANA: "human", KELLAND: "human"}, save=False)
    game.submit(ORVANA, some_orders(game))
    with pytest.raises(NotYet, match="orders for this turn already"):
        game.override({SOME: ASSUMPTIONS[SOME].low})
    play_out(game)
    with pytest.raises(NotYet, match="over"):
        game.override({SOME: ASSUMPTIONS[SOME].low})


def test_going_back_before_a_change_undoes_it_and_its_line_keeps_it() -> None:
    game = solo()
    play_turn(game)
    game.override({SOME: ASSUMPTIONS[SOME].low})
    play_turn(game)
    game.undo_to(2)
    assert game.changed() == ()
    game.switch_to(0)
    assert [change.turn for change in game.changed()] == [2]
    play_turn(game)
    game.undo_to(3)
    assert [change.turn for change in game.changed()] == [2]


def test_a_line_with_nothing_but_a_change_is_kept() -> None:
    game = solo()
    play_turn(game)
    game.undo_to(1)
    game.override({SOME: ASSUMPTIONS[SOME].high})
    game.switch_to(0)
    assert [line.letters for line in game.lines()] == ["A", "B"]
    game.switch_to(1)
    assert game.values_in_play()[SOME] == ASSUMPTIONS[SOME].high


def test_a_change_in_a_record_that_cannot_be_is_named(tmp_path: Path) -> None:
    for number, (entry, words) in enumerate(
        ((Override(1, {SOME: 1e9}), "outside its range"), (Override(1, {}), "no assumption is changed"))
    ):
        path = tmp_path / f"{number}.backstop"
        solo(path)
        Journal.reopen(path, read(path)).append(entry)
        with pytest.raises(RecordProblem, match=words):
            Game.resume(path)
    path = tmp_path / "late.backstop"
    solo(path)
    Journal.reopen(path, read(path)).append(Override(4, {SOME: 1.0}))
    with pytest.raises(RecordProblem, match="turn 4 follows turn 0"):
        read(path)


@some.composite
def changes(draw: some.DrawFn) -> dict[AssumptionId, float]:
    names = draw(some.lists(some.sampled_from(sorted(ASSUMPTIONS)), min_size=1, max_size=4, unique=True))
    return {name: draw(some.floats(*bounds(name))) for name in names}


@settings(max_examples=15, deadline=None)
@given(some.integers(1, 4), changes())
def test_what_was_played_stays_and_the_same_changes_give_the_same_future(
    turn: int, values: dict[AssumptionId, float]
) -> None:
    plain = solo(seed=5)
    while plain.turn < turn and not plain.over:
        play_turn(plain)
    before = plain.history(ORVANA)
    rows = [one.as_bytes() for one in before]
    plain.override(values)
    assert [one.as_bytes() for one in plain.history(ORVANA)[:-1]] == rows[:-1]
    first = everything(play_out(plain))
    plain.undo_to(turn)
    plain.override(values)
    assert everything(play_out(plain)) == first
    plain.switch_to(0)
    assert everything(plain) == first


@settings(max_examples=10, deadline=None)
@given(values=changes())
def test_changed_at_the_start_is_as_if_started_so_but_for_what_was_drawn(
    values: dict[AssumptionId, float], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A record with changes plays again to the same end, with its values in every turn after."""
    path = tmp_path_factory.mktemp("game") / "a.backstop"
    game = solo(path, seed=2)
    game.override(values)
    play_out(game)
    again = replay(read(path))
    assert again.difference is None
    assert again.match.state() == game.state()
    for name, value in values.items():
        assert game.values_in_play(1).get(name, ASSUMPTIONS[name].value) == value

"""A certified stand-down that turns out void: the plan that it ended goes on where it was."""

from game.engine.events import EventKind
from game.engine.mechanisms.response_plan import FAILED, IDLE, MET, OPEN, PASSED, RUNNING, STOPPED, WAITING
from tests.rulebook.clauses import clause
from tests.rules.by_hand import Table
from tests.rules.test_response_plan import GAME, STATES, duty, tier, trust

VOIDED = (
    GAME.replace("to_hour: 12", "to_hour: 24")
    .replace("to_hour: 30", "to_hour: 36")
    .replace("ends_at: 36", "ends_at: 96")
    .replace(
        "      on_refused:",
        "      on_voided: [{change_track: {track: trust, by: -5, actor: blue}}]\n      on_refused:",
    )
)


@clause("9.6")
def test_a_plan_goes_on_where_it_was_once_the_stand_down_that_ended_it_is_void() -> None:
    table = Table(VOIDED)
    table.turn(blue="allege")
    table.turn(red="yield")
    table.turn()  # certified at hour 18, when 18 of the plan's hours have passed
    assert (table.whole("plan", "plan"), tier(table, "first"), tier(table, "second")) == (
        STOPPED,
        PASSED,
        PASSED,
    )
    assert {duty(table, f"plan.{name}") for name in ("first.blue", "second.green")} == {STATES["withdrawn"]}
    table.turn()
    table.turn(red="low/blue")
    assert (table.whole("plan", "plan"), table.whole("plan_from", "plan")) == (RUNNING, 12)
    assert (tier(table, "first"), duty(table, "plan.first.blue")) == (OPEN, STATES["due"])
    assert table.number("due", "plan.first.blue") == 12 + 24
    assert (tier(table, "second"), duty(table, "plan.second.green")) == (OPEN, STATES["due"])
    assert trust(table, "blue") == 45.0
    assert "The clock of the plan runs on" in [event.text for event in table.events(EventKind.PLAN)]
    table.turn()
    assert (tier(table, "first"), duty(table, "plan.first.blue")) == (FAILED, STATES["broken"])
    table.turn(green="middle/red")
    assert (tier(table, "second"), duty(table, "plan.second.green")) == (MET, STATES["kept"])


@clause("9.6")
def test_a_void_stand_down_brings_back_neither_words_taken_back_nor_hours_that_were_over() -> None:
    table = Table(VOIDED.replace("to_hour: 24", "to_hour: 12"))
    table.turn(blue=("take_back", "allege"))
    table.turn(red="yield")
    table.turn()
    table.turn(red="low/blue")
    assert (tier(table, "first"), duty(table, "plan.first.blue")) == (FAILED, STATES["withdrawn"])
    assert (tier(table, "second"), duty(table, "plan.second.green")) == (OPEN, STATES["due"])


@clause("9.6")
def test_a_plan_that_never_began_can_begin_once_the_stand_down_is_void() -> None:
    table = Table(VOIDED)
    table.turn(red="yield")
    table.turn()
    assert table.whole("plan", "plan") == STOPPED
    table.turn(red="low/blue")
    assert (table.whole("plan", "plan"), tier(table, "first")) == (IDLE, WAITING)
    table.turn(blue="allege")
    assert (table.whole("plan", "plan"), tier(table, "first"), duty(table, "plan.first.blue")) == (
        RUNNING,
        OPEN,
        STATES["due"],
    )

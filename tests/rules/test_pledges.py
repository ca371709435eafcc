"""Pledges of the file that hang on a tier of a response plan: they go where the tier goes."""

import pytest

from game.engine.mechanisms.response_plan import OPEN
from tests.rulebook.clauses import clause
from tests.rules.by_hand import Table
from tests.rules.test_response_plan import GAME, STATES, duty, tier

PLEDGE = """commitments:
  pledge:
    name: "If the second tier opens, we answer"
    issuer: green
    promise: word
    trigger: [{tier_is: {plan: plan, tier: second, state: open}}]
    on: red
    rung: middle
    within_hours: 12
    in_force: true
"""


@clause("8.7", "8.10")
def test_a_pause_holds_the_hours_of_a_pledge_for_a_tier() -> None:
    table = Table(GAME.replace("plans:\n  plan:", PLEDGE + "plans:\n  plan:"))
    table.turn(blue=("allege", "low/red"), red="siege/blue")
    table.turn()
    due = table.number("due", "pledge")
    table.turn(green="pause")
    table.turns(3)
    assert (duty(table, "pledge"), table.number("due", "pledge")) == (STATES["due"], due + 4 * 6)
    table.turn(green="resume")
    assert duty(table, "pledge") == STATES["broken"], "its last six hours pass once the clock runs"


@clause("8.10")
def test_a_pledge_for_a_tier_goes_where_the_tier_goes() -> None:
    table = Table(GAME.replace("plans:\n  plan:", PLEDGE + "plans:\n  plan:"))
    table.turn(blue=("allege", "low/red"), red="siege/blue")
    table.turn()
    assert (tier(table, "second"), duty(table, "pledge")) == (OPEN, STATES["due"])
    table.turn(green="stop")
    table.turns(3)
    assert duty(table, "pledge") == STATES["withdrawn"]
    assert table.number("credibility", "blue", "green", "word") == pytest.approx(0.0, abs=0.05)

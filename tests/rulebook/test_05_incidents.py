"""Sections 5, 6 and 8: what is believed, what is said, and what counts."""

import numpy as np
import pytest

from game.engine.conditions.knowledge import belief_in
from game.engine.mechanisms.attribution import FLOOR, beliefs
from game.engine.observe import check_orders
from game.engine.orders import Orders
from game.model.ids import CauseId, ClaimId, IncidentId, ObserverId
from tests.rulebook.clauses import clause
from tests.rules.by_hand import LADDER, TWO_ACTORS, Table

SHOT = IncidentId("shot")
GAME = (
    TWO_ACTORS
    + LADDER
    + """
causes: {order: {name: "An order"}, colonel: {name: "A colonel"}, mistake: {name: "A mistake"}}
trust: {own: 1, default: 0.5, by_observer: {blue: {red: 0}}}
claims:
  deny: {name: "Nobody ordered it", causes: [colonel, mistake]}
  accuse: {name: "It was ordered", causes: [order], by: [blue]}
incidents:
  shot:
    name: "A shot"
    text: "A shot."
    at_hour: 6
    accused: red
    priors: {order: 0.5, colonel: 0.3, mistake: 0.2}
    evidence:
      film:
        name: "A film"
        source: blue
        after_hours: 6
        to: [blue]
        shows:
          order_book: {text: "The order.", likelihood: {order: 1, colonel: 0, mistake: 0}}
          nothing: {text: "Nothing.", likelihood: {order: 0, colonel: 1, mistake: 1}}
promises: {line: {name: "Red line"}}
plans:
  plan:
    name: "The plan"
    incident: shot
    accused: red
    counts: [order, colonel]
    tiers:
      first: {name: "First", responders: [blue], to_hour: 24, obliged: low, cap: high, promise: line}
actions:
  strike: {name: "Strike", kind: force, rung: high, target: {others: true}}
"""
)


def held(table: Table, observer: str) -> list[float]:
    found: list[float] = beliefs(table.world, SHOT, ObserverId(observer))[:, 0].tolist()
    return found


@clause("5.13")
def test_no_cause_is_ever_ruled_out_entirely() -> None:
    table = Table(GAME)
    table.turns(3)
    least = min(held(table, "blue"))
    assert 0 < least <= 10 * FLOOR, "the film rules causes out, as far as anything can"


@clause("6.1")
def test_what_a_seat_says_does_not_change_what_it_believes() -> None:
    table = Table(GAME)
    table.turn()
    before = held(table, "red"), held(table, "public")
    table.turn(red=Orders(claim=(SHOT, ClaimId("deny"))))
    assert held(table, "red") == before[0]
    assert held(table, "public") != before[1]
    assert table.whole("claim", "shot", "red") == 0


@clause("6.4")
def test_a_claim_has_to_be_ones_own_and_about_something_that_happened() -> None:
    table = Table(GAME)
    deny = Orders(claim=(SHOT, ClaimId("deny")))
    assert check_orders(table.sees("red"), deny) == ("A shot has not happened",)
    table.turn(red=deny)
    assert table.whole("claim", "shot", "red") == -1
    accuse = Orders(claim=(SHOT, ClaimId("accuse")))
    assert check_orders(table.sees("red"), accuse) == ("that claim is not red's to make",)
    assert check_orders(table.sees("blue"), accuse) == ()
    table.turn(red=accuse)
    assert table.whole("claim", "shot", "red") == -1


@clause("8.11")
def test_belief_in_a_violation_is_the_sum_over_the_causes_that_count() -> None:
    table = Table(GAME)
    table.turn()
    counts = table.program.scenario.plans[next(iter(table.program.scenario.plans))].counts
    assert counts == (CauseId("order"), CauseId("colonel"))
    found = belief_in(table.world, SHOT, ObserverId("public"), counts)
    assert np.asarray(found)[0] == pytest.approx(0.8)

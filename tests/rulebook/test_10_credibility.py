"""Sections 10, 11 and 15: what is learnt of an issuer, what audiences charge, who holds a place."""

import pytest

from game.engine.events import EventKind
from tests.rulebook.clauses import clause
from tests.rules.by_hand import LADDER, TWO_ACTORS, Table

GAME = (
    TWO_ACTORS
    + LADDER
    + """
tracks: {support: {name: "Support", start: 60}}
promises:
  line: {name: "Red line", cost_of_keeping: 15}
  pact: {name: "Pact", cost_of_keeping: 30}
reputation: {weight: 1, hard_scale: 60, soft_scale: 20, spill_over: 0.25, forgets_after_days: 1000000}
audience: {strength: 20, for_threatening: 5, track: support}
regions: {village: {name: "The village", holder: red, owner: blue, facts_per_hour: 0.5}}
commitments:
  red_line:
    name: "No further"
    issuer: blue
    promise: line
    trigger: [{rung_at_least: {rung: middle, by: red}}]
    on: red
    rung: high
    publicity: 0.5
actions:
  warn: {name: "Warn", kind: signal, by: [blue], effects: [{issue: {commitment: red_line}}]}
  spend: {name: "Spend", kind: signal, by: [blue], effects: [{costly_signal: {promise: line, cost: 12}}]}
  take:
    name: "Take"
    kind: force
    rung: low
    target: {others: true}
    effects: [{take_region: {region: village}}]
"""
)


def credibility(table: Table, promise: str) -> float:
    return table.number("credibility", "red", "blue", promise)


@clause("10.1")
def test_every_other_observer_judges_each_class_and_nobody_judges_itself() -> None:
    world = Table(GAME).world
    for promise in ("line", "pact"):
        assert world.has(("credibility", "red", "blue", promise))
        assert world.has(("credibility", "public", "blue", promise))
        assert not world.has(("credibility", "blue", "blue", promise))


@clause("10.7")
@pytest.mark.parametrize("share", [0.0, 0.25, 1.0])
def test_a_share_of_what_is_learnt_carries_over(share: float) -> None:
    table = Table(GAME.replace("spill_over: 0.25", f"spill_over: {share}"))
    table.turn(blue="spend")
    assert credibility(table, "line") == pytest.approx(12 / 20 - 12 / 60, abs=1e-6)
    assert credibility(table, "pact") == pytest.approx(share * credibility(table, "line"), abs=1e-9)


@clause("11.4")
def test_to_give_a_promise_costs_by_publicity_and_severity() -> None:
    table = Table(GAME)
    table.turn(blue="warn")
    assert table.number("track", "blue", "support") == pytest.approx(60 - 5 * 0.5 * 62 / 100)
    assert table.number("track", "red", "support") == 60


@clause("15.1")
def test_a_place_changes_hands_when_it_is_taken() -> None:
    table = Table(GAME)
    table.turn(red="take/blue")
    assert table.whole("holds", "village") == 0
    table.turn(blue="take/red")
    assert table.whole("holds", "village") == 1
    assert len(table.events(EventKind.REGION)) == 1, "to take what one holds is nothing"

"""Section 1: turns of equal length, and eight phases in order."""

from game.engine.events import EventKind
from tests.rulebook.clauses import clause
from tests.rules.by_hand import LADDER, TWO_ACTORS, Table

GAME = (
    TWO_ACTORS
    + LADDER
    + """
tracks:
  calm: {name: "Calm", owner: world, start: 50}
causes: {mistake: {name: "A mistake"}}
incidents:
  shot:
    name: "A shot"
    text: "A shot."
    at_hour: 8
    priors: {mistake: 1}
    evidence:
      film:
        name: "A film"
        source: blue
        after_hours: 0
        to: [blue]
        shows: {it: {text: "It.", likelihood: {mistake: 1}}}
promises: {line: {name: "Red line"}}
commitments:
  red_line:
    name: "No further"
    issuer: blue
    promise: line
    trigger: [{rung_at_least: {rung: middle, by: red}}]
    on: red
    rung: high
    in_force: true
every_turn:
  - when:
      holds: [{commitment_is: {commitment: red_line, state: due}}]
      then: [{change_track: {track: calm, by: -20}}]
actions:
  film:
    name: "Show the film"
    kind: signal
    by: [blue]
    requires: [{has_evidence: {incident: shot, evidence: film}}]
  advance: {name: "Advance", kind: force, rung: middle, target: {others: true}}
outcomes:
  alarm:
    name: "Alarm"
    at_end_only: false
    when: [{track_at_most: {track: calm, level: 30}}]
  over: {name: "Over"}
"""
)


def game() -> Table:
    return Table(GAME.replace('outcomes:\n  over: {name: "Over"}\n', "", 1))


@clause("1.1")
def test_turns_are_equally_long_and_the_one_that_reaches_the_end_is_the_last() -> None:
    table = game()
    hours = [table.world.hour]
    for _ in range(7):
        table.turn()
        hours.append(table.world.hour)
    assert hours == [0, 6, 12, 18, 24, 30, 36, 42]
    assert not table.world.over.any()
    table.resolve()
    assert table.world.over.all(), "the turn from hour 42 reaches hour 48"


@clause("1.3")
def test_incident_evidence_orders_resolution_commitments_accounting_outcome_follow_in_one_turn() -> None:
    table = game()
    table.turn()
    assert not table.legal("blue/film")
    table.turn()
    assert table.world.hour == 12
    assert table.legal("blue/film"), "the shot of hour 8 and its film come before the orders of hour 12"
    table.resolve(red="advance/blue")
    kinds = [event.kind for event in table.world.recorder.events(0) if event.turn == 3]  # type: ignore[union-attr]
    seen = (
        EventKind.TURN,
        EventKind.INCIDENT,
        EventKind.EVIDENCE,
        EventKind.ACT,
        EventKind.COMMITMENT,
        EventKind.TRACK,
        EventKind.ENDED,
    )
    assert [kind for kind in kinds if kind in seen] == list(seen)

"""What time does by itself: facts on the ground, drift, losses, effects of every turn."""

import pytest

from game.engine.events import EventKind
from game.engine.orders import Orders
from game.model.actions import Engagement
from tests.rulebook.clauses import clause
from tests.rules.by_hand import LADDER, TWO_ACTORS, Table

GAME = (
    TWO_ACTORS
    + LADDER
    + """
tracks:
  losses: {name: "Losses", good: false, start: 10}
  talks: {name: "Talks", owner: world, start: 40, drift_per_day: -4}
  secret: {name: "Secret", start: 10, high: 12, drift_per_day: 8, seen_by: owner}
regions:
  village: {name: "The village", holder: red, owner: blue, facts_per_hour: 0.5}
  hill: {name: "The hill", facts_per_hour: 1}
rules_of_engagement: {losses_track: losses, losses_tight: 1, losses_free: -0.5, actors: [red, blue]}
every_turn:
  - when:
      holds: [{region_held_by: {region: village, actor: red}}]
      then: [{change_track: {track: losses, by: 2, actor: blue}}]
      else: [{change_track: {track: losses, by: 1, actor: red}}]
actions:
  wait: {name: "Wait", kind: inaction}
  take: {name: "Take", kind: movement, effects: [{take_region: {region: village}}]}
  climb: {name: "Climb", kind: movement, by: [red], effects: [{take_region: {region: hill}}]}
  shoot: {name: "Shoot", kind: force, rung: middle, target: {others: true}}
  gloat:
    name: "Gloat"
    kind: signal
    requires: [{facts_at_least: {region: village, points: 6}}]
  plot:
    name: "Plot"
    kind: covert
    seen_by: self
    effects: [{change_track: {track: losses, by: 5, actor: $self}}, {take_region: {region: hill}}]
"""
)


@clause("15.2", "15.3")
def test_whoever_holds_what_was_anothers_digs_in() -> None:
    table = Table(GAME)
    for turn in range(1, 4):
        table.turn()
        assert table.number("facts", "village") == 3.0 * turn, "half a point an hour"
    table.turn(blue="take")
    assert (table.number("facts", "village"), table.whole("holds", "village")) == (0.0, 1)
    table.turns(2)
    assert table.number("facts", "village") == 0.0, "it is Blue's own"


def test_facts_can_be_asked_about() -> None:
    table = Table(GAME)
    table.turn()
    assert not table.legal("red/gloat")
    table.turn()
    assert table.legal("red/gloat")


@clause("15.2")
def test_a_place_of_nobody_hardens_for_whoever_takes_it() -> None:
    table = Table(GAME)
    table.turn()
    assert (table.number("facts", "hill"), table.whole("holds", "hill")) == (0.0, -1)
    table.turn(red="climb")
    assert table.number("facts", "hill") == 6.0


@clause("22.1", "22.2")
def test_tracks_drift_within_their_bounds() -> None:
    table = Table(GAME)
    table.turn()
    assert (table.number("track", "world", "talks"), table.number("track", "red", "secret")) == (39.0, 12.0)
    table.turns(3)
    assert (table.number("track", "world", "talks"), table.number("track", "red", "secret")) == (36.0, 12.0)


@clause("22.3")
def test_effects_of_every_turn_ask_anew_each_turn() -> None:
    table = Table(GAME)
    table.turn()
    table.turn(blue="take")
    assert (table.number("track", "blue", "losses"), table.number("track", "red", "losses")) == (12.0, 11.0)


@clause("14.3")
@pytest.mark.parametrize(
    ("rules", "losses"), [(Engagement.TIGHT, 13.0), (Engagement.NORMAL, 12.0), (Engagement.FREE, 11.5)]
)
def test_rules_of_engagement_trade_losses_only_under_fire(rules: Engagement, losses: float) -> None:
    table = Table(GAME)
    table.turn(blue=Orders(engagement=rules))
    assert table.number("track", "blue", "losses") == 12.0, "nobody fired"
    table = Table(GAME)
    table.turn(blue=Orders(engagement=rules), red="shoot/blue")
    assert table.number("track", "blue", "losses") == losses


@clause("14.1")
def test_rules_of_engagement_stand_until_they_are_changed_and_are_ones_own_secret() -> None:
    table = Table(GAME)
    table.turn(blue=Orders(engagement=Engagement.FREE))
    table.turn()
    assert table.whole("roe", "blue") == 2
    assert not table.sees("red").can_see("roe", "blue")
    (event,) = table.events(EventKind.ENGAGEMENT)
    assert event.seen_by == ("blue",)


def test_a_secret_act_is_not_named_by_what_it_moves_in_public() -> None:
    table = Table(GAME)
    table.turn(red="plot")
    public = [event for event in table.events(EventKind.TRACK) if event.visible_to("blue")]
    assert any(event.actor == "red" and event.subject == "losses" for event in public)
    for kind in EventKind:
        for event in table.events(kind):
            if event.visible_to("blue"):
                assert "plot" not in str(event.as_record()).lower()


def test_a_record_of_events_is_plain_data_in_a_fixed_order() -> None:
    table = Table(GAME)
    table.turn(red=("plot", "shoot/blue"))
    assert table.world.recorder is not None
    for event in table.world.recorder.events(0):
        assert list(event.as_record()) == [
            "hour", "turn", "kind", "text", "actor", "target", "subject", "cause", "amount", "seen_by",
        ]  # fmt: skip

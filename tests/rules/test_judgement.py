"""How computer players use the ledger, their own true lines, and several response plans."""

import numpy as np
import pytest

from game.engine.ledger.risk import accident_risk
from game.model.endings import Doctrine, Drive
from game.model.ids import ActorId, DoctrineId
from game.players.judgement import Judgement
from game.players.outlook import BLUFF, MEANT, Outlook
from game.players.reckoning import Kind, Reckoning
from tests.rulebook.clauses import clause
from tests.rules.by_hand import LADDER, TWO_ACTORS, Table

GAME = (
    TWO_ACTORS
    + LADDER.replace("severity: 50}", "severity: 50, hazard_per_day: 0.2}")
    + """
tracks: {land: {name: "Land", start: 20}}
promises: {line: {name: "Red line"}}
hazard: {contacts: [{between: [red, blue]}]}
deterrence: {denial: {blue: {red: 0.5}}, war: 80}
commitments:
  warned:
    name: "No further"
    issuer: blue
    promise: line
    trigger: [{rung_at_least: {rung: middle, by: red}}]
    on: red
    rung: high
    in_force: true
    truth: [{rung_at_least: {rung: high, by: red}}]
causes: {order: {name: "An order"}, mistake: {name: "A mistake"}}
incidents:
  shot: {name: "A shot", text: "A shot.", at_hour: 0, priors: {order: 0.8, mistake: 0.2}}
  blast: {name: "A blast", text: "A blast.", at_hour: 0, priors: {order: 0.3, mistake: 0.7}}
plans:
  for_red:
    name: "Red's plan"
    incident: shot
    accused: blue
    counts: [order]
    tiers: {one: {name: "One", responders: [red], obliged: low, cap: high, promise: line}}
  for_blue:
    name: "Blue's plan"
    incident: blast
    accused: red
    counts: [order]
    tiers: {one: {name: "One", responders: [blue], obliged: low, cap: high, promise: line}}
actions:
  wait: {name: "Wait", kind: inaction}
  push:
    name: "Push"
    kind: force
    rung: middle
    target: {others: true}
    effects: [{change_track: {track: land, actor: $self, by: 10}}]
  stab: {name: "Stab", kind: force, rung: high, target: {others: true}}
  accuse_blue: {name: "Accuse", kind: diplomacy, by: [red], effects: [{allege: {plan: for_red}}]}
  accuse_red: {name: "Accuse", kind: diplomacy, by: [blue], effects: [{allege: {plan: for_blue}}]}
"""
)
VALUED = GAME.replace(
    'red: {name: "Red"}',
    'red: {name: "Red", objectives: {gain: {name: "Land", points: 100, track: land}}}',
)
RED, BLUE = ActorId("red"), ActorId("blue")


def judgement(table: Table, actor: ActorId, **weights: float) -> Judgement:
    drives = {Drive.CAUTION.value: weights.pop("caution", 1.0)}
    heeds = weights.pop("heeds_threats", 1.0)
    doctrine = Doctrine(id=DoctrineId("test"), name="Test", drives=drives, heeds_threats=heeds)
    return Judgement(Reckoning(table.program, actor), doctrine)


def worth(table: Table, actor: ActorId, kind: Kind, **weights: float) -> float:
    judged = judgement(table, actor, **weights)
    return float(judged.values(Outlook(table.sees(actor)))[judged.reckoning.kinds[kind]][0])


def act_of(table: Table, move: str) -> Kind:
    reckoning = Reckoning(table.program, RED)
    act = reckoning.book.act(table.program.move(move))
    assert act is not None
    return ("act", str(reckoning.book.distinct.index(act)))


@clause("25.6")
def test_an_act_costs_what_the_ledger_expects_of_its_answers() -> None:
    table = Table(GAME)
    ledger = Outlook(table.sees(RED)).ledger
    act = ledger.book.act(table.program.move("red/push/blue"))
    assert act is not None
    loss = float(ledger.loss(act)[0])
    assert loss > 0
    for heeds in (0.0, 1.0, 2.5):
        found = worth(table, RED, act_of(table, "red/push/blue"), heeds_threats=heeds)
        assert found == pytest.approx(-heeds * loss)


@clause("25.7")
def test_a_cautious_player_takes_off_the_risk_of_an_accident() -> None:
    table = Table(GAME)
    move = table.program.move("red/push/blue")
    kind = ("rung", "blue", str(move.rung))
    reckless, careful = (worth(table, RED, kind, caution=weight) for weight in (0.0, 2.0))
    added = float(accident_risk(table.sees(RED), move)[0])
    assert added > 0
    assert reckless - careful == pytest.approx(2.0 * 80 * added)


def test_what_others_would_take_back_is_no_gain() -> None:
    table = Table(VALUED)
    judged, outlook = judgement(table, RED), Outlook(table.sees(RED))
    values = np.rint(judged.values(outlook) * 10)
    mine = table.program.moves_of[RED]
    lost = dict(judged.denied(outlook, values))
    place = mine.index(table.program.move("red/push/blue"))
    act = outlook.ledger.book.act(mine[place])
    assert act is not None
    gained = 10 * 10 * 10 * 100 / 100  # tenths of the amount, tenths of points, a point for each of ten
    denied = 1.0 - float(np.asarray(outlook.ledger.gain_left(act))[0])
    assert 0 < denied < 1
    assert float(lost[place][0]) == pytest.approx(gained * denied)


@clause("25.8")
def test_a_bluff_presses_less_than_a_true_line_that_was_crossed() -> None:
    table = Table(GAME)
    commitment = table.program.commitments["warned"]  # type: ignore[index]  # ids are strings
    assert float(Outlook(table.sees(BLUE)).due(commitment)[0]) == pytest.approx(BLUFF * 0.1)
    table.world.whole("commitment", "warned")[:] = 2
    assert float(Outlook(table.sees(BLUE)).due(commitment)[0]) == pytest.approx(BLUFF)
    table.world.whole("true_line", "warned")[:] = 0
    assert float(Outlook(table.sees(BLUE)).due(commitment)[0]) == 1.0
    table.world.whole("commitment", "warned")[:] = 1
    assert float(Outlook(table.sees(BLUE)).due(commitment)[0]) == MEANT
    assert float(Outlook(table.sees(RED)).due(commitment)[0]) == pytest.approx(0.1), "it does not know"


@clause("25.9")
def test_one_is_accused_or_not_by_the_plan_whose_clock_runs() -> None:
    table = Table(GAME)
    assert not Outlook(table.sees(RED)).accused[0]
    table.turn(blue="accuse_red")
    red, blue = Outlook(table.sees(RED)), Outlook(table.sees(BLUE))
    assert red.accused[0]
    assert not blue.accused[0]
    assert red.running[0]
    assert float(red.mine[0]) == pytest.approx(0.3)
    suspicion = red.suspicion("blue")
    assert suspicion is not None
    assert float(suspicion[0]) == pytest.approx(0.8)
    assert red.suspicion("red") is not None

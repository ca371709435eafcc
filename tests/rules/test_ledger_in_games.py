"""The deterrence ledger of small games: who is in it, by which words, with which strengths."""

import math

import numpy as np
import pytest

from game.engine.exact import logistic
from game.engine.ledger import Answer, Ledger
from game.engine.ledger.risk import accident_risk
from game.players.outlook import Outlook
from game.view.ledger import move_ledger
from game.view.sight import Sight
from tests.rulebook.clauses import clause
from tests.rules.by_hand import LADDER, TWO_ACTORS, Table

GAME = (
    TWO_ACTORS.replace(
        'blue: {name: "Blue"}',
        'blue: {name: "Blue"}\n  green: {name: "Green"}\n  grey: {name: "Grey", played: false}',
    )
    + LADDER
    + """
promises:
  line: {name: "Red line"}
reputation:
  start: 0
  starts: {blue: 0.8}
commitments:
  soft:
    name: "A soft word"
    issuer: blue
    promise: line
    trigger: [{rung_at_least: {rung: low, by: red}}]
    on: red
    rung: low
    in_force: true
    publicity: 0.5
    understood: 0.4
  hard:
    name: "A hard word"
    issuer: blue
    promise: line
    trigger: [{rung_at_least: {rung: middle, by: red}}]
    on: red
    rung: high
    in_force: true
  after:
    name: "Only behind Blue"
    issuer: green
    promise: line
    trigger: [{rung_at_least: {rung: middle, by: red}}]
    on: red
    rung: middle
    in_force: true
    chained_to: [hard]
actions:
  wait: {name: "Wait", kind: inaction}
  push: {name: "Push", kind: force, rung: middle, target: {others: true}}
  nudge: {name: "Nudge", kind: force, rung: low, target: {others: true}}
  stab: {name: "Stab", kind: covert, rung: middle, seen_by: self, target: {others: true}}
"""
)
DETERRENCE = """
deterrence:
  stake: 1
  tripwire: 0.6
  tied_hands: 1.5
  cost: 1
  strategic: 2
  uncommitted: -1
  stakes: {green: {blue: 0.5}}
  denial: {blue: {red: 0.25}}
  vulnerability: {red: 40}
  arsenals: {red: {line: middle, believed: 0.6}}
"""


def ledger(table: Table) -> Ledger:
    return Ledger(table.world, table.program.move("red/push/blue").actor)


def answers(table: Table, move: str) -> dict[tuple[str, str | None], Answer]:
    found = ledger(table).book.act(table.program.move(f"red/{move}"))
    return (
        {}
        if found is None
        else {(str(a.issuer), a.commitment and str(a.commitment)): a for a in found.answers}
    )


@clause("17.1", "17.9")
def test_a_scenario_without_weights_gives_credibility_itself() -> None:
    table = Table(GAME)
    hard = answers(table, "push/blue")["blue", "hard"]
    assert float(ledger(table).likely(hard)[0]) == pytest.approx(float(logistic(0.8)), abs=0.001)
    assert float(np.asarray(ledger(table).row(hard).harm)) == pytest.approx(0.3 * 62)


@clause("17.10")
def test_each_responder_answers_once_by_its_strongest_word() -> None:
    table = Table(GAME)
    found = ledger(table)
    act = found.book.act(table.program.move("red/push/blue"))
    assert act is not None
    by_hand: dict[str, float] = {}
    for each in act.answers:
        cost = float(found.cost(each)[0])
        by_hand[each.issuer] = max(by_hand.get(each.issuer, 0.0), cost)
    assert float(found.loss(act)[0]) == pytest.approx(math.fsum(by_hand.values()))
    assert len([a for a in act.answers if a.issuer == "blue"]) == 3


@clause("17.12")
def test_an_answer_that_hangs_on_another_multiplies() -> None:
    table = Table(GAME)
    found, all_of_them = ledger(table), answers(table, "push/blue")
    chain = float(found.likely(all_of_them["blue", "hard"])[0])
    assert float(found.likely(all_of_them["green", "after"])[0]) == pytest.approx(0.5 * chain, abs=0.001)
    table.world.whole("commitment", "hard")[:] = 3
    assert float(ledger(table).likely(all_of_them["green", "after"])[0]) == pytest.approx(0.5, abs=0.001)
    table.world.whole("commitment", "hard")[:] = 4
    assert float(ledger(table).likely(all_of_them["green", "after"])[0]) == 0.0


@clause("17.3", "17.11")
def test_responders_with_no_commitment_get_a_row_if_they_have_a_stake() -> None:
    table = Table(GAME + DETERRENCE)
    assert ("blue", None) in answers(table, "push/blue")
    assert ("green", None) in answers(table, "push/blue")
    assert ("green", None) not in answers(table, "push/grey")
    assert ("grey", None) not in answers(table, "push/grey"), "nobody plays it"


@clause("17.8")
def test_a_covert_act_is_pinned_on_nobody_who_does_not_see_it() -> None:
    assert answers(Table(GAME + DETERRENCE), "stab/blue") == {}


def test_a_word_that_does_not_stand_is_no_answer() -> None:
    table = Table(GAME)
    table.world.whole("commitment", "hard")[:] = 0
    assert float(ledger(table).likely(answers(table, "push/blue")["blue", "hard"])[0]) == 0.0


@clause("17.5")
def test_all_terms_of_a_row_come_together() -> None:
    table = Table(GAME + DETERRENCE)
    found, soft = ledger(table), answers(table, "push/blue")["blue", "soft"]
    row = found.row(soft)
    terms = (row.terms.stake, row.terms.tripwire, row.terms.tied_hands, row.terms.cost, row.terms.strategic)
    assert [float(np.asarray(t).reshape(-1)[0]) for t in terms] == pytest.approx([1, 0, 0.5 * 0.2, 0.1, 0])
    unspoken, spoken = logistic(0.8 + 1 - 0.1), logistic(0.8 + 1 + 1.5 * 0.1 - 0.1)
    expected = 0.4 * float(spoken) + 0.6 * float(unspoken)
    assert float(row.likely[0]) == pytest.approx(expected, abs=0.001)
    assert float(np.asarray(row.harm)) == pytest.approx(40 * 0.2 * 0.5)
    assert row.denial == 0.25


@clause("17.7")
def test_strategic_arms_hold_off_an_answer_above_their_line_only() -> None:
    table = Table(GAME + DETERRENCE)
    found = answers(table, "push/blue")
    below, above = (ledger(table).row(found["blue", name]) for name in ("soft", "hard"))
    assert float(np.asarray(below.terms.strategic)) == 0.0
    assert float(np.asarray(above.terms.strategic).reshape(-1)[0]) == pytest.approx(0.6 * 12 / 50)


@clause("17.11")
def test_an_answer_in_kind_costs_what_it_adds_to_what_is_done_already() -> None:
    table = Table(GAME)
    in_kind = answers(table, "push/blue")["blue", None]
    before = float(ledger(table).cost(in_kind)[0])
    assert before == pytest.approx(float(ledger(table).likely(in_kind)[0]) * 0.5 * 0.3 * 50)
    table.turn(blue="nudge/red")
    after = float(ledger(table).cost(in_kind)[0])
    assert after == pytest.approx(before * (50 - 20) / 50)


@clause("17.16")
def test_one_who_looks_on_reads_the_public_record() -> None:
    table = Table(GAME)
    table.world.number("credibility", "red", "blue", "line")[:] = 3.0
    mover = table.program.move("red/push/blue").actor
    hard = answers(table, "push/blue")["blue", "hard"]
    onlooker = table.program.move("green/push/red").actor
    own, public = Ledger(table.world, mover), Ledger(table.world, mover, onlooker)
    assert float(own.likely(hard)[0]) == pytest.approx(float(logistic(3.0)), abs=0.001)
    assert float(public.likely(hard)[0]) == pytest.approx(float(logistic(0.8)), abs=0.001)


FORCES = """
regions:
  front: {name: "Front", holder: blue, owner: blue}
  home: {name: "Home", holder: red, owner: red}
  far: {name: "Far", holder: green, owner: green}
links:
  - {between: [front, home], hours: {land: 6}}
  - {between: [front, far], hours: {land: 48}}
force_types: {army: {name: "Army", domain: land, holds_ground: true}}
forces:
  red_army: {name: "Red army", owner: red, type: army, region: home, strength: 3}
  blue_army: {name: "Blue army", owner: blue, type: army, region: front, strength: 6, readiness: 0.5}
  green_army: {name: "Green army", owner: green, type: army, region: far, strength: 4}
  green_post: {name: "Green post", owner: green, type: army, region: front, strength: 2, readiness: 0}
"""
FRONT = GAME.replace("kind: force, rung: middle", "kind: force, rung: middle, front: {region: front}")


def game_of_forces() -> Table:
    return Table(FRONT + FORCES + DETERRENCE)


@clause("17.6", "17.9")
def test_strengths_are_those_that_are_ready_and_in_reach_within_the_window() -> None:
    table = game_of_forces()
    row = ledger(table).row(answers(table, "push/blue")["blue", "hard"])
    assert (float(np.asarray(row.ready)[0]), float(np.asarray(row.against)[0])) == (3.0, 3.0)
    beyond = ledger(table).row(answers(table, "push/blue")["green", "after"])
    assert float(np.asarray(beyond.ready)[0]) == 0.0, "two days away, and the post is not ready"
    assert float(np.asarray(beyond.harm)[0]) == 0.0
    assert float(np.asarray(row.harm)[0]) == pytest.approx(40 * 0.62 * 0.5)


@clause("17.4")
def test_people_in_harms_way_count_ready_or_not_and_for_others_alone() -> None:
    table = game_of_forces()
    found = answers(table, "push/blue")
    post = ledger(table).row(found["green", "after"])
    assert float(np.asarray(post.exposed)[0]) == 2.0
    assert float(np.asarray(post.terms.tripwire)[0]) == pytest.approx(1 - math.exp(-1), abs=0.002)
    assert ledger(table).row(found["blue", "hard"]).terms.tripwire == 0.0


@clause("17.14")
def test_an_accident_is_the_likelier_the_higher_the_rung_an_act_adds() -> None:
    hazard = """
hazard: {contacts: [{between: [red, blue], level: 0.5}]}
"""
    text = FRONT.replace("severity: 50}", "severity: 50, hazard_per_day: 0.1}")
    table = Table(text + FORCES + DETERRENCE + hazard)
    move = table.program.move("red/push/blue")
    expected = 1 - (1 - 0.1) ** (0.5 * 6 / 24)
    assert float(accident_risk(table.world, move)[0]) == pytest.approx(expected)
    table.turn(red="push/blue")
    assert float(accident_risk(table.world, move)[0]) == 0.0, "it stands there already"


@clause("17.17")
def test_screens_show_the_numbers_that_players_choose_by() -> None:
    table = Table(FRONT + FORCES + DETERRENCE)
    seen = table.sees("red")
    shown = move_ledger(Sight(seen, (), (), {}), "red/push/blue")
    assert shown is not None
    mine = Outlook(seen).ledger
    act = mine.book.act(table.program.move("red/push/blue"))
    assert act is not None
    assert math.fsum(row.likely * row.harm for row in shown.rows) == pytest.approx(float(mine.loss(act)[0]))
    for row in shown.rows:
        assert row.deters == ("would deter you" in row.words)

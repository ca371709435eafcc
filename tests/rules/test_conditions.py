"""Every condition word, where it holds and where it does not, and what it says."""

from collections.abc import Callable

import pytest

from game.engine.orders import Orders
from game.loading.build import builder
from game.loading.ledger import At, Ledger
from game.loading.nodes import Fields, parse
from game.model.actions import Engagement
from game.model.ids import ClaimId, IncidentId
from game.model.primitives import Condition
from tests.rules.by_hand import LADDER, TWO_ACTORS, Table

GAME = (
    TWO_ACTORS.replace(
        'red: {name: "Red"}', 'red: {name: "Red", types: {iron: {name: "iron", probability: 1}}}'
    )
    + LADDER
    + """
tracks:
  nerve: {name: "Nerve", start: 50}
  talks: {name: "Talks", owner: world, start: 40}
options:
  air: {name: "Air", by: [red], lead_hours: 6}
regions:
  hill: {name: "The hill", holder: blue, facts_per_hour: 1}
  vale: {name: "The vale"}
links: [{between: [hill, vale], hours: {land: 30}, gate: bridge}]
force_types: {brigade: {name: "Brigade", domain: land}}
forces:
  guard: {name: "Guard", owner: blue, type: brigade, region: hill}
  van: {name: "Van", owner: red, type: brigade, region: vale, strength: 4, readiness: 0.5}
force_rules: {recovers_per_day: 0, closed: {bridge: [{hour_at_least: {hour: 12}}]}}
rules_of_engagement: {}
limits:
  blood: {name: "blood", at: middle}
causes: {meant: {name: "Meant"}, slip: {name: "A slip"}}
informants: {press: {name: "The press"}}
incidents:
  shot:
    name: "A shot"
    text: "Somebody fired."
    at_hour: 6
    priors: {meant: 3, slip: 1}
    known_to: {meant: {red: 1}, slip: {red: 1}}
    evidence:
      film:
        name: "A film"
        source: press
        after_hours: 0
        to: [blue]
        shows:
          something: {text: "Something.", likelihood: {meant: 0.5, slip: 0.5}}
          nothing: {text: "Nothing.", likelihood: {meant: 0.5, slip: 0.5}}
claims:
  denied: {name: "It was not us", causes: [slip]}
promises: {word: {name: "Word"}}
commitments:
  line:
    name: "No further"
    issuer: blue
    promise: word
    trigger: [{rung_at_least: {rung: high, by: red}}]
    on: red
    rung: low
    truth: [{hour_at_least: {hour: 6}}]
  patience:
    name: "Not again"
    issuer: blue
    promise: word
    trigger: [{acts_within: {rung: low, by: red, at_least: 3, within_hours: 18}}]
    on: red
    rung: low
deterrence: {arsenals: {red: {line: high}}}
steps:
  pause: {name: "A pause", by: red, action: yield}
plans:
  plan:
    name: "the plan"
    incident: shot
    accused: red
    counts: [meant]
    tiers:
      first:
        name: "First"
        responders: [blue]
        from_hour: 0
        to_hour: 24
        obliged: low
        cap: high
        promise: word
    stand_down: {below: low, verified_after_hours: 12}
actions:
  wait: {name: "Wait", kind: inaction}
  warn: {name: "Warn", kind: signal, by: [blue], effects: [{issue: {commitment: line}}]}
  allege: {name: "Allege", kind: diplomacy, by: [blue], effects: [{allege: {plan: plan}}]}
  yield: {name: "Yield", kind: stand_down, by: [red], effects: [{stand_down: {plan: plan, admission: false}}]}
  ready: {name: "Ready", kind: preparation, by: [red], effects: [{prepare: {option: air}}]}
  advance: {name: "Advance", kind: force, rung: middle, target: {others: true}, persists_hours: 12}
"""
)

Before = Callable[[Table], None]


def at_start(table: Table) -> None:
    """Nothing has been done."""


def later(table: Table) -> None:
    """Hour 12, turn 3: after an incident, an allegation, an advance, a stand-down and a claim."""
    table.turn(red=("ready", "advance/blue"), blue=Orders(("blue/warn",), engagement=Engagement.FREE))
    table.turn(red=Orders(("red/yield",), claim=(IncidentId("shot"), ClaimId("denied"))), blue="allege")


CASES = """
start no  all: [{on_turn: {turns: [1]}}, {happened: {incident: shot}}]
    it is turn 1 and “A shot” has happened
later yes  all: [{on_turn: {turns: [3]}}, {happened: {incident: shot}}]
    it is turn 3 and “A shot” has happened
start yes  any: [{on_turn: {turns: [1]}}, {happened: {incident: shot}}]
    either it is turn 1 or “A shot” has happened
start no  any: [{on_turn: {turns: [2]}}, {hour_at_least: {hour: 6}}]
    either it is turn 2 or hour 6 has come
start no  no: [{on_turn: {turns: [1]}}, {happened: {incident: shot}}]
    it is not so that it is turn 1 or “A shot” has happened
start yes  no: [{on_turn: {turns: [2]}}]
    it is not so that it is turn 2
later yes  on_turn: {turns: [2, 3]}
    it is turn 2 or 3
start no  on_turn: {turns: [2, 3]}
    it is turn 2 or 3
later yes  hour_at_least: {hour: 12}
    hour 12 has come
later no  hour_at_least: {hour: 13}
    hour 13 has come
later yes  did: {actor: red, action: advance}
    Red has ordered “Advance”
start no  did: {actor: red, action: advance}
    Red has ordered “Advance”
later no  did: {actor: red, action: advance, target: blue, within_hours: 6}
    Red has ordered “Advance” (Blue) in the last 6 hours
later yes  did: {actor: red, action: advance, within_hours: 12}
    Red has ordered “Advance” in the last 12 hours
later no  did: {actor: red, action: advance, times: 2}
    Red has ordered “Advance” 2 times
later no  live: {actor: red, action: advance}
    “Advance” of Red is under way
later no  live: {actor: red, action: ready}
    “Ready” of Red is under way
start yes  track_at_least: {actor: red, track: nerve, level: 50}
    Nerve of Red is 50 or more
start no  track_at_least: {actor: red, track: nerve, level: 50.5}
    Nerve of Red is 50.5 or more
start yes  track_at_most: {track: talks, level: 40}
    Talks is 40 or less
start no  track_at_most: {track: talks, level: 39}
    Talks is 39 or less
later yes  rung_at_least: {rung: middle}
    somebody stands at “Middle” or above
later no  rung_at_least: {rung: high, by: red, on: blue}
    Red towards Blue stands at “High” or above
later no  rung_at_most: {rung: low, by: red}
    Red stands at “Low” or below
later yes  rung_at_most: {rung: calm, by: blue, as_seen_by: red}
    Blue stands at “Calm” or below
later yes  limit_crossed: {limit: blood}
    the limit “blood” has been crossed
later no  limit_crossed: {limit: blood, by: blue}
    the limit “blood” has been crossed by Blue
later yes  option_ready: {option: air, actor: red}
    Air of Red is ready
start no  option_ready: {option: air, actor: red}
    Air of Red is ready
start no  option_ordered: {option: air, actor: red}
    Air of Red has been ordered
later yes  option_ordered: {option: air, actor: red}
    Air of Red has been ordered
later yes  engagement_is: {rules: free, actor: blue}
    the rules of engagement of Blue are free
later no  engagement_is: {rules: free, actor: red}
    the rules of engagement of Red are free
start yes  region_held_by: {region: hill, actor: blue}
    Blue holds The hill
start no  region_held_by: {region: hill, actor: red}
    Red holds The hill
later yes  facts_at_least: {region: hill, points: 12}
    facts on the ground at The hill stand at 12 or more
later no  facts_at_least: {region: hill, points: 13}
    facts on the ground at The hill stand at 13 or more
start no  happened: {incident: shot}
    “A shot” has happened
start yes  believes: {incident: shot, causes: [meant], at_least: 0.75, observer: public}
    everybody's belief in Meant is at least 75 %
start no  believes: {incident: shot, causes: [meant], at_most: 0.74, observer: blue}
    Blue's belief in Meant is at most 74 %
start yes  believes_counts: {plan: plan, at_least: 0.7, at_most: 0.8, observer: blue}
    Blue's belief in a violation is between 70 % and 80 %
start no  believes_counts: {plan: plan, at_least: 0.8, observer: blue}
    Blue's belief in a violation is at least 80 %
later yes  has_evidence: {incident: shot, evidence: film, observer: blue}
    Blue has “A film”
later no  has_evidence: {incident: shot, evidence: film, observer: red}
    Red has “A film”
later yes  can_release: {incident: shot, actor: blue}
    Blue holds evidence on “A shot” that is not public
later no  can_release: {incident: shot, actor: red}
    Red holds evidence on “A shot” that is not public
later yes  claimed: {incident: shot, claim: denied, actor: red}
    Red says “It was not us”
later no  claimed: {incident: shot, claim: denied, actor: blue}
    Blue says “It was not us”
later yes  cause_is: {incident: shot, causes: [meant, slip]}
    the cause of “A shot” is Meant or A slip
start no  cause_is: {incident: shot, causes: [meant, slip]}
    the cause of “A shot” is Meant or A slip
later yes  knows_cause: {incident: shot, actor: red}
    Red knows why “A shot” happened
later no  knows_cause: {incident: shot, actor: blue}
    Blue knows why “A shot” happened
start yes  plan_is: {plan: plan, state: idle}
    the clock of “the plan” is idle
later yes  plan_is: {plan: plan, states: [paused, running]}
    the clock of “the plan” is paused or running
later no  plan_is: {plan: plan, state: stopped}
    the clock of “the plan” is stopped
later yes  stand_down_is: {plan: plan, state: declared}
    a stand-down has been declared
later no  stand_down_is: {plan: plan, state: none}
    no stand-down has been declared
later yes  tier_is: {plan: plan, tier: first, state: open}
    “First” is open
later no  tier_is: {plan: plan, tier: first, state: waiting}
    “First” is waiting
later yes  tier_hours_left_at_most: {plan: plan, tier: first, hours: 18}
    “First” closes within 18 hours
later no  tier_hours_left_at_most: {plan: plan, tier: first, hours: 17}
    “First” closes within 17 hours
start no  tier_hours_left_at_most: {plan: plan, tier: first, hours: 99}
    “First” closes within 99 hours
start yes  commitment_is: {commitment: line, state: dormant}
    “No further” is dormant
later yes  commitment_is: {commitment: line, state: in_force}
    “No further” is in force
later no  commitment_is: {commitment: line, state: due}
    “No further” is due for an answer
start yes  force_ready: {actor: red, at_least: 2}
    Red has ready forces of 2 or more
start no  force_ready: {actor: red, at_least: 2.5, domain: land}
    Red has ready land forces of 2.5 or more
start yes  force_ready: {actor: red, at_least: 4, type: brigade, within_reach_of: vale, now: false}
    Red has forces (Brigade) of 4 or more in reach of The vale
start no  force_ready: {actor: red, at_least: 1, within_reach_of: hill}
    Red has ready forces of 1 or more in reach of The hill
later yes  forces_in: {actor: blue, region: hill}
    Blue has forces in The hill
later no  forces_in: {actor: blue, region: hill, at_least: 2, domain: land}
    Blue has land forces of 2 or more in The hill
start no  forces_meet: {one: red, other: blue}
    forces of Red and Blue stand in the same place
start yes  force_strength_at_most: {force: guard, level: 1}
    the strength of Guard is 1 or less
later no  force_strength_at_most: {force: van, level: 3}
    the strength of Van is 3 or less
start no  force_under_way: {force: van}
    Van is under way
start yes  gate_open: {gate: bridge, actor: red}
    bridge is open to Red
later no  gate_open: {gate: bridge, actor: red}
    bridge is open to Red
start yes  type_is: {type: iron, actor: red}
    Red is iron
later yes  acts_within: {rung: low, by: red, at_least: 1, within_hours: 18}
    Red has done 1 act at “Low” or above within 18 hours
later no  acts_within: {rung: low, by: red, on: blue, at_least: 2, within_hours: 6}
    Red has done 2 acts on Blue at “Low” or above within 6 hours
start no  true_line_crossed: {commitment: line}
    what “No further” in truth guards against has come about
later yes  true_line_crossed: {commitment: line}
    what “No further” in truth guards against has come about
start yes  posture_is: {posture: routine, actor: red}
    the strategic arms of Red stand at routine posture or above
later no  posture_is: {posture: high, actor: red}
    the strategic arms of Red stand at high posture
start yes  step_is: {step: pause, state: none}
    the step “A pause” has not been announced
later no  step_is: {step: pause, state: verified}
    the step “A pause” is verified
"""
"""When it is asked, whether it holds, the condition; and under it what it says."""

WHEN: dict[str, Before] = {"start": at_start, "later": later}


def read(text: str) -> Condition:
    """A condition as a file writes it."""
    root = parse(f"{{{text}}}", "condition")
    assert isinstance(root, Fields)
    ledger = Ledger("condition")
    built = builder(Condition)(root, At(("condition",), root, ledger, {}))
    assert not ledger.problems, ledger.problems
    assert isinstance(built, Condition)
    return built


def cases() -> list[tuple[str, str, str, str]]:
    """The cases, taken apart: when, whether, what, said."""
    lines = CASES.strip().splitlines()
    return [(*one.split(maxsplit=2), said.strip()) for one, said in zip(lines[::2], lines[1::2], strict=True)]  # type: ignore[misc]


@pytest.mark.parametrize(("when", "holds", "text", "said"), cases())
def test_a_condition_holds_where_it_should_and_says_so(when: str, holds: str, text: str, said: str) -> None:
    table = Table(GAME, games=3)
    WHEN[when](table)
    condition = read(text)
    assert condition.holds(table.world).tolist() == [holds == "yes"] * 3
    assert table.program.explain(condition) == said
    for row in condition.reads(table.program.scenario):
        assert table.world.has(row), row

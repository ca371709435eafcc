"""A made-up crisis that has everything: a map with forces, members, strategic arms, steps and a table."""

from functools import cache

from game.engine.program import Program
from tests.rules.by_hand import program

ACTORS = """
format: 1
id: theatre
title: "The ford"
clock: {hours_per_turn: 6, horizon_hours: 48}
orders: {moves: 2, claims: true}
actors:
  norland:
    name: "Norland"
    seat: {role: "The cabinet of Norland", briefing: "The ford is yours.", dilemma: "Hold or talk."}
    objectives:
      keep: {name: "Keep the ford", points: 100, when: [{region_held_by: {actor: norland, region: ford}}]}
  sudria:
    name: "Sudria"
    seat: {role: "The staff of Sudria", briefing: "The ford was yours.", dilemma: "Take or talk."}
  league:
    name: "The League of Friends"
    short: "League"
    seat: {role: "The council of the League", briefing: "You have promised."}
    coalition:
      plan: guarantee
      backstop: harbour
      promise: backing
      losses_track: fallen
      free_riding: 0.1
      quorum: 0.6
      members:
        aland:
          name: "Aland"
          weight: 3
          proof: 0.4
          controls: [narrows]
          summary: "Wants proof, and holds the narrows."
        boland: {name: "Boland", weight: 2, proof: 0.7, backstop: 0.55, losses: 30}
        coland: {name: "Coland", weight: 1, proof: 0}
  harbour:
    name: "Harbour Republic"
    short: "Harbour"
    seat: {role: "The president of the Harbour Republic", briefing: "You are far away."}
outcomes:
  over: {name: "Over"}
"""

LADDER = """
ladder:
  name: "Five rungs"
  rungs:
    calm: {name: "Calm", severity: 0}
    warning: {name: "Public warning", severity: 15}
    show: {name: "Show of force", severity: 30}
    fire: {name: "Local fire", severity: 55, threshold: "force", hazard_per_day: 0.1}
    war: {name: "War across the theatre", severity: 85, threshold: "war"}
tracks:
  fallen: {name: "Soldiers lost", start: 4, good: false}
  standing: {name: "Standing at home", start: 60}
  tension: {name: "Tension", owner: world, start: 40, good: false}
audience: {strength: 20, track: standing}
"""

MAP = """
regions:
  ford: {name: "The ford at Hollin", x: 6, y: 4, holder: sudria, owner: norland, facts_per_hour: 0.5,
    summary: "A crossing that both sides call theirs."}
  hollin: {name: "Hollin", x: 4.5, y: 4.4, holder: norland, owner: norland}
  capital: {name: "Norhaven", x: 1, y: 5, holder: norland, owner: norland}
  plain: {name: "The southern plain", x: 9, y: 2, holder: sudria, owner: sudria}
  gulf: {name: "The gulf", x: 5, y: 0}
  port: {name: "Port Amity", x: 0, y: 1, holder: league, owner: league}
links:
  - {between: [ford, hollin], hours: {land: 6, air: 1}}
  - {between: [hollin, capital], hours: {land: 12, air: 1}}
  - {between: [ford, plain], hours: {land: 6, air: 1}}
  - {between: [gulf, port], hours: {sea: 10, air: 2}, gate: narrows}
  - {between: [gulf, plain], hours: {sea: 8, air: 2}}
  - {between: [capital, port], hours: {land: 24, air: 2}}
  - {between: [hollin, gulf], hours: {air: 2}}
force_types:
  brigade: {name: "Brigade", domain: land, attack: 1, defence: 1.5, holds_ground: true, symbol: infantry}
  guns: {name: "Artillery", domain: land, reach_hours: 6, symbol: artillery}
  wing: {name: "Air wing", domain: air, reach_hours: 2, symbol: air}
  shield: {name: "Air defence", domain: land, stops: [air], symbol: air_defence}
  squadron: {name: "Squadron", domain: sea, symbol: ship}
  rockets: {name: "Missiles", domain: land, reach_hours: 3, reach_by: air, symbol: missile}
  arsenal: {name: "Strategic forces", domain: land, strategic: true, symbol: strategic}
forces:
  first: {name: "First Brigade", owner: norland, type: brigade, region: hollin, strength: 4, readiness: 0.9}
  reserve: {name: "Reserve", owner: norland, type: brigade, region: capital, strength: 3, readiness: 0.4}
  battery: {name: "Field battery", owner: norland, type: guns, region: hollin, strength: 2}
  umbrella: {name: "Umbrella", owner: norland, type: shield, region: capital, strength: 2}
  drones: {name: "Hidden drones", owner: norland, type: wing, region: hollin, strength: 1, seen_by: owner}
  guards: {name: "Guards division", owner: sudria, type: brigade, region: ford, strength: 6.5}
  column: {name: "Second column", owner: sudria, type: brigade, region: plain, strength: 5, readiness: 0.7}
  heavy: {name: "Heavy guns", owner: sudria, type: guns, region: plain, strength: 3}
  falcons: {name: "Falcon wing", owner: sudria, type: wing, region: plain, strength: 4}
  secret: {name: "Night column", owner: sudria, type: brigade, region: plain, strength: 9, seen_by: owner}
  strategic_s: {name: "Rocket troops", owner: sudria, type: arsenal, region: plain, strength: 10}
  tripwire: {name: "League battlegroup", owner: league, type: brigade, region: hollin, strength: 1.5}
  lent: {name: "Aland's brigade", owner: league, type: brigade, region: port, strength: 2, member: aland}
  fleet: {name: "League squadron", owner: league, type: squadron, region: port, strength: 3, member: boland}
  carrier: {name: "Carrier group", owner: harbour, type: squadron, region: gulf, strength: 5}
"""

PROMISES = """
causes:
  order: {name: "An order from above"}
  accident: {name: "An accident"}
incidents:
  attack:
    name: "Attack on the post at Hollin"
    text: "A post is hit at night."
    accused: sudria
    severity: 45
    region: hollin
    at_hour: 0
    priors: {order: 0.5, accident: 0.5}
claims:
  denied: {name: "it was an accident", causes: [accident]}
promises:
  backing: {name: "To back the plan", cost_of_keeping: 30}
commitments:
  line:
    name: "Whoever fires across the ford will be answered"
    issuer: norland
    promise: backing
    trigger: [{rung_at_least: {by: sudria, on: norland, rung: fire}}]
    on: sudria
    rung: fire
    within_hours: 12
    in_force: true
    publicity: 0.8
    understood: 0.9
  shelter:
    name: "We stand behind the League"
    issuer: harbour
    promise: backing
    trigger: [{rung_at_least: {by: sudria, on: norland, rung: war}}]
    on: sudria
    rung: fire
    within_hours: 24
    in_force: true
    publicity: 0.6
plans:
  guarantee:
    name: "the guarantee of the ford"
    incident: attack
    accused: sudria
    counts: [order]
    tiers:
      first: {name: "Tier 1, Norland", responders: [norland], from_hour: 0, to_hour: 12, obliged: warning,
        cap: fire, promise: backing}
      second: {name: "Tier 2, the League", responders: [league], from_hour: 12, to_hour: 36, obliged: show,
        cap: war, promise: backing}
reputation: {start: 0.0, weight: 1.0}
deterrence:
  stake: 1.0
  tripwire: 1.0
  tied_hands: 1.0
  cost: 1.5
  strategic: 1.0
  denial: {league: {sudria: 0.3}, norland: {sudria: 0.2}}
  promise: backing
  arsenals:
    sudria: {line: fire, believed: 0.5, summary: "Some hundreds of warheads."}
    harbour: {line: fire, believed: 0.6}
"""

ACTIONS = """
actions:
  wait: {name: "Wait and watch", kind: inaction}
  protest: {name: "Protest", kind: diplomacy, rung: warning, target: {others: true}}
  parade: {name: "Show force at the ford", kind: posture, rung: show, target: {others: true}}
  raise_arms:
    name: "Raise the readiness of strategic arms"
    kind: posture
    by: [sudria, harbour]
    effects: [{set_posture: {posture: raised}}]
  march:
    name: "Send the reserve to Hollin"
    kind: movement
    by: [norland]
    effects: [{move_force: {force: reserve, to: hollin}}]
  advance:
    name: "Send the second column to the ford"
    kind: movement
    by: [sudria]
    effects: [{move_force: {force: column, to: ford}}]
  shoot:
    name: "Fire across the ford"
    kind: force
    rung: fire
    by: [norland, sudria]
    target: {actors: [norland, sudria]}
    front: {region: ford}
    persists_hours: 6
    effects: [{change_track: {track: fallen, by: 2, actor: $target}}]
  lift: {name: "Lift the blockade of the road", kind: stand_down, by: [sudria], stands: true}
  open_road: {name: "Open the bridge", kind: stand_down, by: [norland], stands: true}
steps:
  blockade:
    name: "The road is opened"
    by: sudria
    action: lift
    answered_by: [open_road]
    of: norland
    within_hours: 24
    verified_after_hours: 6
    track: tension
    moves: -5
"""

TABLE = """
deals:
  ford_talks:
    name: "Talks on the ford"
    parties: [norland, sudria]
    promise: backing
    stands_hours: 12
    guarantors: {league: 0.8}
    discount_per_day: 0.05
    face: {norland: -4, sudria: -6}
    terms:
      pull_back:
        name: "Pull back from the ford"
        giver: sudria
        delay_hours: 6
        detection: 0.8
        snaps_back: 0.5
        summary: "The Guards leave the crossing."
        levels:
          - {name: "out of sight of the bridge", worth: {norland: 8, sudria: -4}}
          - {name: "behind the hills", worth: {norland: 16, sudria: -11}}
      inspectors:
        name: "Let inspectors in"
        giver: sudria
        levels: [{name: "two days, two posts", worth: {norland: 4, sudria: -2}}]
      statement:
        name: "A statement of regret"
        giver: norland
        levels:
          - {name: "for the misunderstanding", worth: {norland: -2, sudria: 3}}
          - {name: "for the shooting", worth: {norland: -6, sudria: 8}}
      freeze:
        name: "Freeze the works on the bank"
        giver: norland
        delay_hours: 12
        levels:
          - {name: "for a month", worth: {norland: -3, sudria: 6}}
          - {name: "for a year", worth: {norland: -8, sudria: 11}}
"""


SECTIONS = (ACTORS, LADDER, MAP, PROMISES, ACTIONS, TABLE)
"""The whole file, in parts."""


@cache
def theatre() -> Program:
    """The crisis at the ford, compiled."""
    return program(*SECTIONS)

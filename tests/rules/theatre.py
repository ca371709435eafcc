"""A small map with forces of two actors, for the tests of movement and of fighting."""

from tests.rules.by_hand import TWO_ACTORS

MAP = """
tracks:
  war_cost: {name: "War cost", good: false, high: 1000}
  heat: {name: "Heat", owner: world}
regions:
  port: {name: "Port"}
  pass: {name: "Pass"}
  town: {name: "Town"}
  isle: {name: "Isle"}
links:
  - {between: [port, pass], hours: {land: 4, air: 1}}
  - {between: [pass, town], hours: {land: 5, air: 1}, gate: bridge}
  - {between: [port, town], hours: {land: 20, air: 4}}
  - {between: [port, isle], hours: {sea: 10, air: 2}, gate: straits}
force_types:
  brigade: {name: "Brigade", domain: land, holds_ground: true}
  squadron: {name: "Squadron", domain: air, reach_hours: 2}
  battery: {name: "Air defence", domain: land, reach_hours: 0, stops: [air]}
  rockets: {name: "Rockets", domain: land, reach_hours: 4, reach_by: air}
  fleet: {name: "Fleet", domain: sea}
  arsenal: {name: "Arsenal", domain: land, strategic: true}
"""
"""From port to town by land: 9 hours over the pass while the bridge is open, 20 straight on."""

FORCES = """
forces:
  first: {name: "First", owner: red, type: brigade, region: port, strength: 4}
  ships: {name: "Ships", owner: red, type: fleet, region: port, strength: 2}
  vault: {name: "Vault", owner: red, type: arsenal, region: port, strength: 50}
  guard: {name: "Guard", owner: blue, type: brigade, region: town, strength: 2}
"""

CLOSED = """
force_rules:
  closed:
    bridge: [{track_at_least: {actor: world, track: heat, level: 50}}]
    straits: [{hour_at_least: {hour: 24}}]
"""

ACTIONS = """
actions:
  wait: {name: "Wait", kind: inaction}
  go: {name: "Go", kind: movement, by: [red], effects: [{move_force: {force: first, to: town}}]}
  back: {name: "Back", kind: movement, by: [red], effects: [{move_force: {force: first, to: port}}]}
  stop: {name: "Stop", kind: movement, by: [red], effects: [{halt_force: {force: first}}]}
  sail: {name: "Sail", kind: movement, by: [red], effects: [{move_force: {force: ships, to: isle}}]}
  heat: {name: "Heat", kind: intelligence, effects: [{change_track: {track: heat, by: 60}}]}
  cool: {name: "Cool", kind: intelligence, effects: [{change_track: {track: heat, by: -60}}]}
  drill: {name: "Drill", kind: preparation, by: [red], effects: [{ready_force: {force: first, by: 0.25}}]}
  tire: {name: "Tire", kind: preparation, by: [red], effects: [{ready_force: {force: first, by: -0.75}}]}
  recruit:
    name: "Recruit"
    kind: preparation
    by: [red]
    effects: [{reinforce_force: {force: first, by: 1.5}}]
"""

GAME = TWO_ACTORS + MAP + FORCES + CLOSED + ACTIONS
"""A game in which Red can go to town."""

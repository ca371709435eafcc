"""A twin of the flagship, broken on purpose: one small change for each deep check."""

import re
from pathlib import Path

FLAGSHIP = Path(__file__).resolve().parents[3] / "scenarios" / "three_tiers_72h.yaml"

NEVER = """
      - track_at_least: {track: talks, level: 60}
      - track_at_most: {track: talks, level: 40}"""
"""What cannot hold at once."""

BREAKS = {
    # No one could ever do it; and an assumption that only it uses changes nothing.
    "impossible": (
        "actions",
        f"""
  square_the_circle:
    name: "Square the circle"
    kind: diplomacy
    by: [us]
    requires:{NEVER}
    effects: [{{change_track: {{track: standing, by: {{assumption: idle}}}}}}]
""",
    ),
    "idle_assumptions": (
        "assumptions",
        """
  idle: {value: 5, low: 1, high: 9, unit: points, grade: D, invented: "nothing hangs on it"}
""",
    ),
    # Anybody would rather do anything else.
    "neglected": (
        "actions",
        """
  dance_at_noon:
    name: "Dance at noon"
    kind: diplomacy
    by: [us]
    appeals: {resolve: -10, caution: -10, face: -10, deal: -10, alliance: -10}
""",
    ),
    "unreached": ("outcomes", f"""
  nirvana:
    name: "Nirvana"
    when:{NEVER}
"""),
    # Whatever is still going on at the end of the third day ends so.
    "swallowing": (
        "outcomes",
        """
  bored:
    name: "Everybody goes home"
    at_end_only: false
    when: [{hour_at_least: {hour: 66}}]
""",
    ),
    # Nobody foresees what it brings, so nobody orders it for that.
    "dominating": (
        "actions",
        """
  say_the_word:
    name: "Say the word"
    kind: diplomacy
    by: [us]
    appeals: {resolve: -3, caution: -3, face: -3}
""",
    ),
    "": (
        "every_turn",
        """
  - when:
      holds: [{did: {actor: us, action: say_the_word, within_hours: 6}}]
      then:
        - change_track: {track: standing, by: 60, actor: us}
        - change_track: {track: cohesion, by: 60, actor: us}
        - change_track: {track: support, by: 60, actor: us}
        - change_track: {track: talks, by: 60}
""",
    ),
    # It happens, and nothing is ever learnt about it.
    "unattributed": (
        "incidents",
        """
  lights_out:
    name: "The lights go out"
    text: "A city is dark."
    at_hour: 6
    priors: {unauthorised: 0.5, accident: 0.5}
""",
    ),
    # One thing to do, and waiting.
    "no_choice": (
        "actors",
        """
  onlooker:
    name: "The onlooker"
    objectives: {quiet: {name: "Quiet", points: 100, track: talks}}
""",
    ),
    " ": (
        "actions",
        """
  write_letters: {name: "Write letters", kind: diplomacy, by: [onlooker]}
""",
    ),
    # Ready as soon as it is ordered, when all is known.
    "last_hours": (
        "options",
        """
  at_once: {name: "At once", by: [us], lead_hours: 0}
""",
    ),
    "  ": (
        "actions",
        """
  answer_at_once:
    name: "Answer at once"
    kind: force
    rung: theatre_strike
    by: [us]
    target: {actors: [russia]}
    requires: [{option_ready: {option: at_once}}]
  make_ready_at_once:
    name: "Make ready at once"
    kind: preparation
    by: [us]
    effects: [{prepare: {option: at_once}}]
""",
    ),
}  # fmt: skip
"""For each check the section to which something is added, and what; a blank one belongs to the one above."""

PLACES = {
    "impossible": ("actions.square_the_circle", "problem"),
    "idle_assumptions": ("assumptions.idle", "problem"),
    "neglected": ("actions.dance_at_noon", "note"),
    "unreached": ("outcomes.nirvana", "problem"),
    "swallowing": ("outcomes.bored", "problem"),
    "dominating": ("actions.say_the_word", "problem"),
    "unattributed": ("incidents.lights_out", "problem"),
    "no_choice": ("actors.onlooker", "problem"),
    "last_hours": ("options.at_once", "note"),
}
"""Where each check must find it."""


def broken_twin(folder: Path) -> Path:
    """Write the twin and return its file."""
    text = FLAGSHIP.read_text(encoding="utf-8")
    for section, added in BREAKS.values():
        text, count = re.subn(rf"(?m)^{section}:$", lambda found: found[0] + added.rstrip("\n"), text)  # noqa: B023
        assert count == 1, f"the flagship has no section {section}"
    file = folder / "broken_twin.yaml"
    file.write_text(text, encoding="utf-8")
    return file

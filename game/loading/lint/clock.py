"""Hours fit the clock."""

from collections.abc import Iterator

from game.loading.lint.walk import primitives
from game.loading.problems import Finding
from game.model.scenario import Scenario

MOST_TURNS = 500


def check(scenario: Scenario) -> Iterator[Finding]:
    """The horizon is whole turns, and nothing waits for a time that does not come."""
    clock = scenario.clock
    if clock.horizon_hours % clock.hours_per_turn:
        yield Finding(
            ("clock", "horizon_hours"),
            f"{clock.horizon_hours} hours are no whole number of turns of {clock.hours_per_turn}",
        )
    if 0 < clock.hidden_end_hours < clock.hours_per_turn:
        yield Finding(
            ("clock", "hidden_end_hours"), f"less than a turn of {clock.hours_per_turn} hours hides nothing"
        )
    latest = clock.horizon_hours + clock.hidden_end_hours
    if latest // clock.hours_per_turn > MOST_TURNS:
        yield Finding(("clock",), f"{latest // clock.hours_per_turn} turns; a game has at most {MOST_TURNS}")
    for incident in scenario.incidents.values():
        if incident.at_hour is not None and not 0 <= incident.at_hour < latest:
            message = f"the game never reaches hour {incident.at_hour}: it ends by hour {latest}"
            yield Finding(("incidents", str(incident.id), "at_hour"), message)
    last_turn = latest // clock.hours_per_turn
    for path, value in primitives(scenario):
        if path[-1] == "on_turn":
            for number, turn in enumerate(value.turns, 1):
                if not 1 <= turn <= last_turn:
                    yield Finding(
                        (*path, "turns", number), f"there is no turn {turn}: turns are 1 to {last_turn}"
                    )

"""Postures of strategic arms rise."""

from collections.abc import Iterator

from game.loading.lint.walk import central
from game.loading.problems import Finding
from game.model.scenario import Scenario


def check(scenario: Scenario) -> Iterator[Finding]:
    """High posture is believed no less, and is no less hazardous, than raised posture."""
    for actor, arsenal in scenario.deterrence.arsenals.items():
        for low, high in (("raised", "high"), ("hazard_raised", "hazard_high")):
            least, most = (central(scenario, getattr(arsenal, key)) for key in (low, high))
            if most < least:
                yield Finding(
                    ("deterrence", "arsenals", str(actor), high),
                    f"{most:g} is below `{low}`, {least:g}: multipliers rise with posture",
                )

"""Endings that swallow most games, so that what seats do hardly matters for how it ends."""

from collections.abc import Iterator

from game.analysis.deep.findings import Checked, Found, Weight, percent
from game.analysis.deep.sample import Material
from game.analysis.deep.unreached import count
from game.analysis.shares import share

MOST = 0.6
"""Share of games between doctrines that one ending may have."""
ENDINGS = 3
"""Where there are fewer, one of them has more than half of the games by arithmetic."""


def check(material: Material) -> Checked:
    """An ending with more games than `MOST` in some reading is a problem."""
    return Checked(tuple(_found(material)))


def _found(material: Material) -> Iterator[Found]:
    for reading in material.readings:
        if len(reading.scenario.outcomes) < ENDINGS:
            continue
        samples = material.of(reading, counting=True)
        games = sum(len(sampled.games.outcome) for sampled in samples)
        for outcome in reading.scenario.outcomes:
            often = share(sum(count(sampled, outcome) for sampled in samples), games)
            if often.share > MOST:
                yield Found(
                    Weight.PROBLEM,
                    ("outcomes", str(outcome)),
                    f"{percent(often.share)} of {games:,} games between doctrines end so{reading.within} "
                    f"({percent(often.low)} to {percent(often.high)}); more than {percent(MOST)} is too many",
                )

"""Outcomes that no game ever reached."""

from game.analysis.deep.findings import Checked, Found, Sheet, Weight, percent
from game.analysis.deep.sample import Material, Sampled
from game.model.ids import OutcomeId


def check(material: Material) -> Checked:
    """An outcome that nobody ever reached is a problem; one that only random players reach is noted."""
    outcomes = dict.fromkeys(id for reading in material.readings for id in reading.scenario.outcomes)
    games = sum(len(sampled.games.outcome) for sampled in material.samples)
    found = []
    for outcome in outcomes:
        reached = [sampled for sampled in material.samples if count(sampled, outcome)]
        path = ("outcomes", str(outcome))
        if not reached:
            found.append(Found(material.grave, path, f"no game of {games:,} ended so"))
        elif not any(sampled.mix.doctrines for sampled in reached):
            found.append(
                Found(Weight.NOTE, path, f"only random players ended so, no doctrine ({games:,} games)")
            )
    return Checked(tuple(found), _sheet(material, tuple(outcomes)))


def count(sampled: Sampled, outcome: OutcomeId) -> int:
    """How many games of a sample ended so."""
    outcomes = list(sampled.reading.scenario.outcomes)
    return int((sampled.games.outcome == outcomes.index(outcome)).sum()) if outcome in outcomes else 0


def _sheet(material: Material, outcomes: tuple[OutcomeId, ...]) -> Sheet:
    heads = [reading.name or "share of games" for reading in material.readings]
    rows = []
    for outcome in outcomes:
        cells = []
        for reading in material.readings:
            samples = material.of(reading, counting=True)
            ended = sum(count(sampled, outcome) for sampled in samples)
            cells.append(percent(ended / sum(len(sampled.games.outcome) for sampled in samples)))
        rows.append((str(outcome), *cells))
    return Sheet("Endings, over the mixes of doctrines", ("Outcome", *heads), tuple(rows))

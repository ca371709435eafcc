"""Incidents that nobody can attribute: no observer's belief ever leaves the priors by much."""

from collections.abc import Iterator

import numpy as np

from game.analysis.deep.findings import Checked, Found, Sheet, Weight, percent
from game.analysis.deep.sample import Material, Reading
from game.loading.lint.walk import central
from game.model.ids import IncidentId, ObserverId

MOVED = 0.15
"""How far a belief must move to count: half the sum of the differences to the priors."""
OFTEN = 0.05
"""In so many of the games in which it happens, or more, some observer's belief must have moved."""
SURE = 0.95
"""Nothing is uncertain about an incident with a cause so likely from the start."""


def check(material: Material) -> Checked:
    """An incident that moves nobody's belief is a problem; one that never happens is noted."""
    return Checked(tuple(_found(material)), _sheet(material))


def _incidents(material: Material) -> dict[IncidentId, tuple[Reading, ...]]:
    found: dict[IncidentId, tuple[Reading, ...]] = {}
    for reading in material.readings:
        for incident in reading.scenario.incidents:
            found[incident] = (*found.get(incident, ()), reading)
    return found


def _found(material: Material) -> Iterator[Found]:
    for incident, readings in _incidents(material).items():
        path = ("incidents", str(incident))
        happened = sum(s.tally.happened[incident] for r in readings for s in material.of(r))
        games = sum(len(s.games.outcome) for r in readings for s in material.of(r))
        if not happened:
            yield Found(Weight.NOTE, path, f"it never happened in {games:,} games")
            continue
        best = max((_best(material, reading, incident)[1] for reading in readings), default=0.0)
        if best < OFTEN and not all(_settled(reading, incident) for reading in readings):
            yield Found(
                Weight.PROBLEM,
                path,
                f"nobody can attribute it before the end: in {percent(1 - best)} of the games in which it "
                f"happens no observer's belief moves {percent(MOVED)} away from where it started",
            )


def _settled(reading: Reading, incident: IncidentId) -> bool:
    priors = [central(reading.scenario, n) for n in reading.scenario.incidents[incident].priors.values()]
    return not priors or max(priors) >= SURE * sum(priors)


def _best(material: Material, reading: Reading, incident: IncidentId) -> tuple[ObserverId | None, float]:
    """The observer whose belief moves most often, and in what share of the games."""
    found: tuple[ObserverId | None, float] = (None, 0.0)
    for observer in reading.program.observers:
        moved = np.concatenate([s.tally.moved[incident][observer] for s in material.of(reading)])
        often = float((moved >= MOVED).mean()) if len(moved) else 0.0
        found = (observer, often) if often > found[1] else found
    return found


def _sheet(material: Material) -> Sheet | None:
    rows = []
    for incident, readings in _incidents(material).items():
        for reading in readings:
            samples = material.of(reading)
            happened = sum(s.tally.happened[incident] for s in samples)
            observer, often = _best(material, reading, incident)
            games = sum(len(s.games.outcome) for s in samples)
            who = reading.program.words(observer) if observer else "nobody"
            rows.append((reading.name, str(incident), percent(happened / games), f"{who}, {percent(often)}"))
    if not rows:
        return None
    heads = ("Reading", "Incident", "Happened", "Whose belief moves most often")
    return Sheet(f"Incidents (a belief moves if it goes {percent(MOVED)} or more)", heads, tuple(rows))

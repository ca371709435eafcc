"""Assumptions with no effect: the same games, from one end of the range to the other, and nothing differs.

Each assumption is set to its lowest and to its highest value in games with the same dice; what counts is the
digest of the whole end state, so that the smallest difference shows.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import attrs
import numpy as np

from game.analysis.deep.findings import Checked, Found, Sheet, Weight
from game.analysis.deep.mixes import RANDOM, Mix, doctrine_mixes
from game.analysis.deep.sample import LARGEST, Material, Play, Reading
from game.engine.arrays import F64, I64
from game.model.ids import AssumptionId
from game.model.numbers import Assumed

ROUNDS = ((1, 8), (8, 3), (50, 2))
"""How many times the usual number of games, in how many mixes: what shows no effect is given more games, for
a small hazard shows in few."""
_NOT_PLAYED = frozenset({"assumptions", "assumption_sets", "variants", "sources"})


def check(material: Material) -> Checked:
    """An assumption that changes no game is a problem; one that no reading uses is passed over."""
    used = {id for reading in material.readings for id in _used(reading)}
    left, games = set(used), 0
    for times, mixes in ROUNDS:
        for reading in material.readings:
            for mix in _mixes(reading)[:mixes]:
                tried = [id for id in reading.scenario.assumptions if id in left and id in _used(reading)]
                if tried:
                    left -= _effective(material, reading, mix, tried, times * material.sizes.changed)
                    games += times * material.sizes.changed
    found = tuple(
        Found(
            Weight.PROBLEM,
            _path(id),
            f"it has no effect: from {_ends(material, id)} not one of {games:,} games changes in anything",
        )
        for id in sorted(left)
    )
    row = (str(len(used)), str(len(used) - len(left)), str(len(left)))
    sheet = Sheet("Assumptions", ("In play", "Change some game", "Change none"), (row,)) if used else None
    return Checked(found, sheet)


def _mixes(reading: Reading) -> tuple[Mix, ...]:
    """Random players go everywhere; doctrines go where games are decided."""
    own, *others = doctrine_mixes(reading.scenario)
    chance = Mix("random players", dict.fromkeys(reading.program.played, RANDOM), doctrines=False)
    return (chance, own, *others)


def _effective(
    material: Material, reading: Reading, mix: Mix, tried: Sequence[AssumptionId], games: int
) -> set[AssumptionId]:
    """Those that change the end of some game in that mix."""
    at_once = max(1, LARGEST // (2 * games))
    parts = [tried[at : at + at_once] for at in range(0, len(tried), at_once)]
    tasks = [_task(reading, mix, part, games) for part in parts]
    found: set[AssumptionId] = set()
    for part, played in zip(parts, material.play(tasks), strict=True):
        ends = played.games.digest.reshape(len(part), 2, games, -1)
        differ = (ends[:, 0] != ends[:, 1]).any(axis=(1, 2))
        found.update(id for id, some in zip(part, differ.tolist(), strict=True) if some)
    return found


def _task(reading: Reading, mix: Mix, part: Sequence[AssumptionId], games: int) -> Play:
    """For each assumption its games at the lowest value, then the same at the highest."""
    numbers: I64 = np.tile(np.arange(games, dtype=np.int64), 2 * len(part))
    values: dict[AssumptionId, float | F64] = dict(reading.values)
    for place, id in enumerate(part):
        spec = reading.scenario.assumptions[id]
        column: F64 = np.full(len(numbers), reading.values.get(id, spec.value))
        first = 2 * place * games
        column[first : first + games], column[first + games : first + 2 * games] = spec.low, spec.high
        values[id] = column
    return Play(reading.packed, mix.seats, numbers, values)


def _used(reading: Reading) -> set[AssumptionId]:
    """The assumptions that a reading's numbers refer to, and whose range is more than one value."""
    scenario = reading.scenario
    fields = [spec.name for spec in attrs.fields(type(scenario)) if spec.name not in _NOT_PLAYED]
    named = {id for name in fields for id in _assumed(getattr(scenario, name))}
    return {id for id in named if scenario.assumptions[id].low < scenario.assumptions[id].high}


def _assumed(value: Any) -> Iterator[AssumptionId]:
    if isinstance(value, Assumed):
        yield value.assumption
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _assumed(inner)
    elif isinstance(value, tuple):
        for inner in value:
            yield from _assumed(inner)
    elif attrs.has(type(value)):
        for spec in attrs.fields(type(value)):
            yield from _assumed(getattr(value, spec.name))


def _ends(material: Material, id: AssumptionId) -> str:
    spec = next(r.scenario.assumptions[id] for r in material.readings if id in r.scenario.assumptions)
    return f"{spec.low:g} to {spec.high:g} {spec.unit}"


def _path(id: AssumptionId) -> tuple[str, ...]:
    """Where it is declared: in the table of assumptions, or in place, where its id is its path."""
    return ("assumptions", str(id)) if "." not in id else tuple(str(id).split("."))

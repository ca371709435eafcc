"""Seats with no real choice in a turn: fewer than two legal moves besides doing nothing."""

from collections.abc import Iterator

import numpy as np

from game.analysis.deep.findings import Checked, Found, Sheet, Weight, percent
from game.analysis.deep.sample import Material, Reading
from game.analysis.deep.tally import ENOUGH
from game.engine.arrays import I64

MOST = 0.05
"""Share of games in which a seat may have hardly a choice in a turn."""
FEWEST = 20
"""Games that must have come to a turn before anything is said of it."""


def check(material: Material) -> Checked:
    """A turn in which a seat hardly ever has a choice is a problem."""
    return Checked(tuple(_found(material)), _sheet(material))


def _counts(material: Material, reading: Reading) -> tuple[I64, I64, list[int]]:
    samples = material.of(reading, counting=True)
    few: I64 = np.add.reduce([s.tally.few for s in samples])
    asked: I64 = np.add.reduce([s.tally.asked for s in samples])
    hours = max((s.tally.hours for s in samples), key=len)
    return few, asked, hours


def _found(material: Material) -> Iterator[Found]:
    for reading in material.readings:
        few, asked, hours = _counts(material, reading)
        for row, actor in enumerate(reading.program.played):
            bad = [
                (few[row, turn] / asked[row, turn], hour)
                for turn, hour in enumerate(hours)
                if asked[row, turn] >= FEWEST and few[row, turn] > MOST * asked[row, turn]
            ]
            if bad:
                share, hour = max(bad, key=lambda item: item[0])
                at = ", ".join(str(hour) for _, hour in bad)
                yield Found(
                    Weight.PROBLEM,
                    ("actors", str(actor)),
                    f"{reading.program.words(actor)} has no real choice at hour {at}{reading.within}: in "
                    f"{percent(share)} of games at hour {hour} it can do fewer than {ENOUGH} things besides "
                    "doing nothing",
                )


def _sheet(material: Material) -> Sheet | None:
    rows = []
    for reading in material.readings:
        few, asked, _ = _counts(material, reading)
        for row, actor in enumerate(reading.program.played):
            total = int(asked[row].sum())
            if total:
                share = percent(float(few[row].sum()) / total)
                rows.append((reading.name, reading.program.words(actor), share))
    heads = ("Reading", "Seat", "Turns of games in which it had hardly a choice")
    return Sheet("Choices", heads, tuple(rows)) if rows else None

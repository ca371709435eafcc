"""Deep checks of scenarios: what can only be seen by playing them. One check a file.

They look at every reading that a file asks its players to choose, in mixes of doctrines and with random
players, under the assumptions that are played by default and with all of them drawn over their ranges.
"""

from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from game.analysis.deep import (
    dominating,
    idle_assumptions,
    impossible,
    last_hours,
    neglected,
    no_choice,
    swallowing,
    unattributed,
    unreached,
)
from game.analysis.deep.findings import Checked, Found, Told, Weight
from game.analysis.deep.report import Report
from game.analysis.deep.sample import Material, Sizes, gather
from game.loading import Document, Problem, ScenarioProblems, load, problems

Check = Callable[[Material], Checked]

CHECKS: dict[str, Check] = {
    module.__name__.rpartition(".")[2]: module.check
    for module in (
        impossible, neglected, unreached, swallowing, dominating, idle_assumptions, unattributed, no_choice,
        last_hours,
    )
}  # fmt: skip
"""Every check by its name, in the order of the report."""


def examine(path: str | Path, sizes: Sizes | None = None, workers: int = 1) -> Report:
    """Check a file as `validate` does, and then, if that is clean, by playing it."""
    started = perf_counter()
    file, sizes = str(path), sizes or Sizes()
    plain = problems(path)
    if plain:
        return Report(file, told=tuple(Told("plain", Weight.PROBLEM, one) for one in plain), sizes=sizes)
    try:
        document = load(path)
    except ScenarioProblems as error:  # the file was changed meanwhile
        return Report(file, tuple(Told("plain", Weight.PROBLEM, one) for one in error.problems), sizes=sizes)
    material = gather(document, sizes, workers)
    told: list[Told] = []
    sheets = []
    for name, check in CHECKS.items():
        checked = check(material)
        told += [Told(name, one.weight, _place(document, material, one)) for one in checked.found]
        sheets += [checked.sheet] if checked.sheet is not None else []
    return Report(
        file,
        told=tuple(told),
        sheets=tuple(sheets),
        readings=tuple(reading.name for reading in material.readings),
        sizes=sizes,
        seconds=perf_counter() - started,
    )


def _place(document: Document, material: Material, found: Found) -> Problem:
    """Its place in the file, in the first reading that has one."""
    places = [document.place(found.path, found.message, one.variants) for one in material.readings]
    return max(places, key=lambda place: place.line > 1)


__all__ = ["CHECKS", "Report", "Sizes", "examine"]

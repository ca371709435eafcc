"""What the draws over the ranges of the assumptions showed, as JSON and as tables. Never as a forecast."""

from typing import Any

from attrs import frozen
from rich.console import Console
from rich.table import Table
from rich.text import Text

from game.analysis.ranges import OverRanges, Range
from game.analysis.telling import sheet
from game.model.endings import OutcomeClass

MOST_PULLS = 6
"""So many assumptions are named for each class of endings."""


@frozen(eq=False)
class RangeStudy:
    """The readings of one scenario, each played under the same draws of its assumptions."""

    readings: tuple[OverRanges, ...]
    """One for each reading; at least one."""

    def as_record(self) -> dict[str, Any]:
        """Plain values, for JSON."""
        first = self.readings[0].ensemble
        return {
            "scenario": first.scenario.id,
            "seed": first.seed,
            "runs": first.runs,
            "draws": self.readings[0].draws,
            "results": [_result(one) for one in self.readings],
        }

    def show(self, console: Console) -> None:
        """Print it for people."""
        for one in self.readings:
            _show(one, console)
        first = self.readings[0].ensemble
        said = "This is no forecast: so often games between computer players ended so, each draw"
        left_out = " ".join(first.scenario.not_a_forecast.split())
        console.print(Text(f"{said} under its own assumptions, seed {first.seed}. {left_out}"))


def in_words(found: Range) -> str:
    """A share over the ranges: `in 1 of 8 games; 1 in 30 to 1 in 3 over the ranges` as percentages."""
    return f"{100 * found.share:.1f} % ({100 * found.low:.1f} to {100 * found.high:.1f})"


def _result(one: OverRanges) -> dict[str, Any]:
    return {
        "variant": "+".join(one.ensemble.scenario.variant),
        "classes": {
            ending.value: {
                "share": found.share,
                "low": found.low,
                "high": found.high,
                "moved_by": [
                    {"assumption": pull.assumption, "below": pull.below, "above": pull.above}
                    for pull in one.pulls(ending)[:MOST_PULLS]
                ],
            }
            for ending, found in one.ranges().items()
        },
        "digest": one.ensemble.digest,
    }


def _show(one: OverRanges, console: Console) -> None:
    scenario, runs = one.ensemble.scenario, one.ensemble.runs
    reading = " + ".join(scenario.variants[id].name for id in scenario.variant)
    console.print(Text(f"\n{scenario.title}" + (f": {reading}" if reading else ""), style="bold"))
    each = runs // one.draws
    console.print(Text(f"{runs:,} games: {one.draws} draws of all assumptions, {each} games each."))
    table = sheet("Class of endings", "Share of games (5 to 95 of 100 draws)")
    for ending, found in one.ranges().items():
        table.add_row(_called(ending), in_words(found))
    console.print(table)
    for ending in one.ranges():
        pulls = _pulls(one, ending)
        if pulls.row_count:
            console.print(pulls)


def _pulls(one: OverRanges, ending: OutcomeClass) -> Table:
    table = sheet(f"What moves {_called(ending)} most", "Lower half of its range", "Upper half")
    for pull in one.pulls(ending)[:MOST_PULLS]:
        spec = one.ensemble.scenario.assumptions[pull.assumption]
        name = spec.name or str(pull.assumption)
        table.add_row(name, f"{100 * pull.below:.1f} %", f"{100 * pull.above:.1f} %")
    return table


def _called(ending: OutcomeClass) -> str:
    return ending.value.replace("_", " ")

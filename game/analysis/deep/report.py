"""The report on one file, as plain values for programs and as tables for people."""

from typing import Any

import attrs
from attrs import frozen
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from game.analysis.deep.findings import Sheet, Told, Weight
from game.analysis.deep.sample import Sizes


@frozen
class Report:
    """What the deep checks say of one file."""

    file: str
    """The file, as the caller named it."""
    told: tuple[Told, ...] = ()
    """Everything found."""
    sheets: tuple[Sheet, ...] = ()
    """The tables."""
    readings: tuple[str, ...] = ()
    """The readings looked at; none where the file has problems that keep it from being played."""
    sizes: Sizes = Sizes()
    """How many games were played."""
    seconds: float = 0.0
    """How long it took."""

    @property
    def problems(self) -> tuple[Told, ...]:
        """What has to be mended."""
        return tuple(one for one in self.told if one.weight is Weight.PROBLEM)

    @property
    def notes(self) -> tuple[Told, ...]:
        """What should be known."""
        return tuple(one for one in self.told if one.weight is Weight.NOTE)

    def as_record(self) -> dict[str, Any]:
        """Plain values, for JSON."""
        return {
            "file": self.file,
            "readings": list(self.readings),
            "games": self.sizes.games,
            "seconds": round(self.seconds, 1),
            "problems": [_record(one) for one in self.problems],
            "notes": [_record(one) for one in self.notes],
            "tables": [
                {
                    "title": sheet.title,
                    "columns": list(sheet.columns),
                    "rows": [list(row) for row in sheet.rows],
                }
                for sheet in self.sheets
            ],
        }

    def show(self, console: Console) -> None:
        """Print it for people: the tables, then what was found."""
        if self.readings:
            console.print(Text(f"\n{self.file}", style="bold"))
            console.print(Text(self._looked_at()))
        for sheet in self.sheets:
            console.print(Text(f"\n{sheet.title}", style="bold"))
            console.print(_table(sheet))
        for one in (*self.problems, *self.notes):
            console.print(Text(str(one)), soft_wrap=True)

    def _looked_at(self) -> str:
        named = [name for name in self.readings if name]
        readings = f"; readings: {', '.join(named)}" if named else ""
        return (
            f"About {self.sizes.games:,} games a reading in all mixes, {self.sizes.forced} for each move "
            f"forced in a mix, {self.sizes.changed} for each end of each assumption in a mix{readings}; "
            f"{self.seconds:.0f} s. Shares of games between computer players, not forecasts."
        )


def _record(one: Told) -> dict[str, Any]:
    return {"check": one.check, **attrs.asdict(one.problem)}


def _table(sheet: Sheet) -> Table:
    alone = not any(row[0] for row in sheet.rows) and sheet.columns[0] == "Reading"
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for heading in sheet.columns[alone:]:
        table.add_column(heading)
    for row in sheet.rows:
        table.add_row(*(Text(cell) for cell in row[alone:]))
    return table

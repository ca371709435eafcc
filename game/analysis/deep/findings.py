"""What the deep checks say: problems to mend, notes to read, and a table of what was looked at."""

from enum import StrEnum

from attrs import frozen

from game.loading.problems import Problem


class Weight(StrEnum):
    """How much something found weighs."""

    PROBLEM = "problem"
    """An author should mend it; the exit code says so."""
    NOTE = "note"
    """An author should know it; it may well be meant."""


@frozen
class Found:
    """What a check found, before it is known where in the file that is."""

    weight: Weight
    """Problem or note."""
    path: tuple[str, ...]
    """Ids and fields as the file spells them."""
    message: str
    """What was found, with its numbers."""


@frozen
class Sheet:
    """A table of plain words."""

    title: str
    """What it shows."""
    columns: tuple[str, ...]
    """Headings."""
    rows: tuple[tuple[str, ...], ...]
    """A cell for each heading."""


@frozen
class Checked:
    """What one check has to say."""

    found: tuple[Found, ...] = ()
    """Problems and notes."""
    sheet: Sheet | None = None
    """Its table, if it has one."""


@frozen
class Told:
    """One thing found, with its place in the file."""

    check: str
    """The check's name: its file's."""
    weight: Weight
    """Problem or note."""
    problem: Problem
    """Where and what."""

    def __str__(self) -> str:
        said = self.problem
        return f"{said.file}:{said.line}:{said.column}: {said.path}: {self.weight.value}: {said.message}"


def percent(share: float) -> str:
    """A share as people read it."""
    return f"{100 * share:.1f} %" if 0 < share < 0.1 else f"{100 * share:.0f} %"

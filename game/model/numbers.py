"""Numbers that an author may declare to be assumptions, and the bounds a field puts on them."""

from enum import StrEnum
from typing import Any

import attrs
from attrs import field, frozen

from game.model.ids import AssumptionId, AssumptionSetId, SourceId


class Grade(StrEnum):
    """How well a number is known."""

    A = "A"
    """Measured."""
    B = "B"
    """Estimated in the literature."""
    C = "C"
    """By analogy."""
    D = "D"
    """Invented."""


@frozen
class Assumption:
    """A number that somebody could dispute."""

    id: AssumptionId
    """Its name; for one written in place, its path in the file."""
    value: float
    """The central value."""
    low: float
    """The lowest value that a reasonable person would defend."""
    high: float
    """The highest."""
    unit: str
    """What it counts: `hours`, `points`, `per day`, `probability`, ..."""
    grade: Grade
    """How well it is known."""
    source: SourceId | None = None
    """Where it comes from; `source` or `invented` must be given."""
    invented: str | None = None
    """Why this number, where no source has one."""
    disputed_by: str | None = None
    """Who would say otherwise, and why."""
    note: str | None = None
    """Anything else a reader should know."""
    name: str | None = None
    """Its title on screens; the id serves where there is none."""


@frozen
class Assumed:
    """A reference to an assumption, standing where a number stands: `{assumption: hotline}` in a file."""

    assumption: AssumptionId
    """The assumption whose value this is."""


Number = float | Assumed
"""A constant, or a column of the batch: any number in a scenario may be either."""


@frozen
class AssumptionSet:
    """A named choice of values for assumptions. No set is a silent default for `study` questions."""

    id: AssumptionSetId
    """Its name on the command line."""
    name: str
    """Its title."""
    summary: str
    """Whose view of the world it states."""
    values: dict[AssumptionId, float] = field(factory=dict)
    """The assumptions that differ from their central values."""


@frozen
class Source:
    """Where a fact or a number comes from."""

    id: SourceId
    """Its key."""
    title: str
    """Author, title, year, place: enough to find it."""
    kind: str = "literature"
    """`literature`, `report`, `data`, `design`."""
    note: str | None = None
    """What it does and does not support."""


def bounded(low: float | None = None, high: float | None = None, default: Any = attrs.NOTHING) -> Any:
    """A field holding a number between `low` and `high` inclusive; the loader reports what lies outside."""
    return field(default=default, metadata={"low": low, "high": high})

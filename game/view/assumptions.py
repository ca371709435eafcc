"""Assumptions: every number of a scenario that somebody could dispute, and what it is here."""

import math
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from attrs import fields, frozen, has

from game.language import N_, _, point, say, told
from game.model.ids import AssumptionId, CauseId
from game.model.numbers import Assumed, Assumption, Grade
from game.model.scenario import Scenario

GRADES = {
    Grade.A: (N_("measured"), N_("Measured: somebody counted it, and others could count it again.")),
    Grade.B: (N_("estimated"), N_("Estimated: studies give a figure, with a spread.")),
    Grade.C: (N_("by analogy"), N_("By analogy: borrowed from cases that resemble this one.")),
    Grade.D: (N_("invented"), N_("Invented: nobody knows; a reasoned guess to be varied.")),
}
"""What each grade means: in a word or two, and in a sentence."""

GROUPS = {
    "accidents": N_("Accidents and contact"),
    "incidents": N_("Incidents, evidence and trust"),
    "deterrence": N_("Deterrence and promises"),
    "actors": N_("Leaders and coalitions"),
    "forces": N_("Forces, places and options"),
    "deals": N_("Deals and steps"),
    "rules": N_("The course of things"),
}
"""Titles of the groups, in the order in which they are shown."""

_GROUP_OF = {
    "ladder": "accidents",
    "hazard": "accidents",
    "rules_of_engagement": "accidents",
    "incidents": "incidents",
    "causes": "incidents",
    "trust": "incidents",
    "claims": "incidents",
    "informants": "incidents",
    "deterrence": "deterrence",
    "promises": "deterrence",
    "commitments": "deterrence",
    "reputation": "deterrence",
    "audience": "deterrence",
    "actors": "actors",
    "regions": "forces",
    "links": "forces",
    "force_types": "forces",
    "forces": "forces",
    "force_rules": "forces",
    "options": "forces",
    "deals": "deals",
    "steps": "deals",
}
"""By the part of a scenario that uses a number, its group; all else is the course of things."""

FIELDS = {
    "hazard_per_day": N_("accidents a day"),
    "facts_per_hour": N_("facts on the ground, an hour"),
    "lead_hours": N_("lead time"),
    "strength": N_("strength of audience costs"),
    "multiply": N_("what it multiplies accidents by"),
    "probability": N_("chance"),
    "losses_tight": N_("losses under tight rules"),
    "losses_free": N_("losses under free rules"),
}
"""What numbers that authors write in place are about, by the field they stand in."""

STOPS = 20
"""About how many steps lie between the lowest and the highest value."""


@frozen
class AssumptionView:
    """One assumption."""

    id: str
    name: str
    group: str
    """A key of `GROUPS`."""
    group_name: str
    value: float
    """What it is in this game."""
    central: float
    """The central value of the scenario."""
    started: float
    """What it was when the game began: the central value, or that of the chosen set."""
    low: float
    """The lowest value that a reasonable person would defend."""
    high: float
    """The highest."""
    unit: str
    grade: str
    """`A` to `D`."""
    grade_name: str
    """What the grade means, in a word or two."""
    grade_words: str
    """In a sentence."""
    source: str
    """Where it comes from; empty where it was invented."""
    invented: str
    """Why this number; empty where it has a source."""
    disputed_by: str
    """Who would say otherwise, and why."""
    note: str
    drives: tuple[str, ...]
    """What it bears on, by name."""

    @property
    def overridden(self) -> bool:
        """Whether it was changed after the game began."""
        return self.value != self.started

    @property
    def from_set(self) -> bool:
        """Whether the chosen set, or the player before the start, moved it off its central value."""
        return self.started != self.central


def assumptions(
    scenario: Scenario,
    values: Mapping[AssumptionId, float],
    started: Mapping[AssumptionId, float] | None = None,
) -> tuple[AssumptionView, ...]:
    """Every assumption, by group and then as the scenario has them.

    `values` are those in play and `started` those at the start, both only where they differ from the central
    values; without `started`, nothing has been overridden.
    """
    began = values if started is None else started
    found = [_view(scenario, one, values, began) for one in scenario.assumptions.values()]
    order = list(GROUPS)
    return tuple(sorted(found, key=lambda view: order.index(view.group)))


def stops(low: float, high: float, *more: float) -> tuple[float, ...]:
    """Return about `STOPS` round values for a slider; the ends and `more` are among them."""
    if high <= low:
        return (low,)
    rough = (high - low) / STOPS
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(factor * power for factor in (1, 2, 5, 10) if factor * power >= rough * 0.999)
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    found = {_exact(number * step) for number in range(first, last + 1)}
    return tuple(sorted(found | {low, high} | {value for value in more if low <= value <= high}))


def figure(value: float) -> str:
    """Return an assumption's value as people write it: three digits that count, never a power of ten."""
    if abs(value) >= 1000 or value == round(value):
        return f"{value:.0f}"
    digits = max(0, 2 - math.floor(math.log10(abs(value))))
    return point(f"{value:.{digits}f}".rstrip("0").rstrip("."))


def _exact(value: float) -> float:
    return float(f"{value:.6g}")


def _view(
    scenario: Scenario,
    one: Assumption,
    values: Mapping[AssumptionId, float],
    started: Mapping[AssumptionId, float],
) -> AssumptionView:
    uses = used_by(scenario).get(one.id, ())
    group = next((_GROUP_OF.get(use.part, "rules") for use in uses), "rules")
    short, words = GRADES[one.grade]
    source = scenario.sources.get(one.source) if one.source else None
    return AssumptionView(
        id=str(one.id),
        name=assumption_name(scenario, one),
        group=group,
        group_name=_(GROUPS[group]),
        value=values.get(one.id, one.value),
        central=one.value,
        started=started.get(one.id, one.value),
        low=one.low,
        high=one.high,
        unit=told(one.unit),
        grade=one.grade.value,
        grade_name=_(short),
        grade_words=_(words),
        source=told(source.title) if source else "",
        invented=told(one.invented or ""),
        disputed_by=told(one.disputed_by or ""),
        note=told(one.note or ""),
        drives=tuple(dict.fromkeys(use.said() for use in uses if use.names)),
    )


def assumption_name(scenario: Scenario, one: Assumption) -> str:
    """Return what people call an assumption."""
    return told(one.name) if one.name else _readable(scenario, one, used_by(scenario).get(one.id, ()))


def _readable(scenario: Scenario, one: Assumption, uses: "tuple[Use, ...]") -> str:
    """A number that was written in place has a path for an id: what it belongs to says more."""
    *path, field = str(one.id).split(".")
    cause = scenario.causes.get(CauseId(field)) if path[-1:] == ["priors"] else None
    if cause is not None:
        what = say("chance of “{cause}”, before evidence", cause=told(cause.name))
    else:
        what = _(FIELDS[field]) if field in FIELDS else field.replace("_", " ")
    if not (uses and uses[0].names):
        return what[:1].upper() + what[1:]
    return say("{thing}: {what}", thing=uses[0].said(), what=what)


# --- what a number bears on -------------------------------------------------------------------------------


@frozen
class Use:
    """A place of a scenario where a number stands."""

    part: str
    """The section of the file."""
    names: tuple[str, ...]
    """The names of what it stands in, the outermost first."""

    def said(self) -> str:
        """In words."""
        return " › ".join(told(name) for name in self.names)


@lru_cache(maxsize=8)
def used_by(scenario: Scenario) -> Mapping[AssumptionId, tuple[Use, ...]]:
    """By assumption, where a scenario uses it; a scenario never changes, so it is looked through once."""
    found: dict[AssumptionId, list[Use]] = {}
    for part in fields(Scenario):
        for assumption, names in _uses(getattr(scenario, part.name), ()):
            found.setdefault(assumption, []).append(Use(part.name, names))
    return {assumption: tuple(uses) for assumption, uses in found.items()}


def _uses(thing: Any, names: tuple[str, ...]) -> Iterator[tuple[AssumptionId, tuple[str, ...]]]:
    if isinstance(thing, Assumed):
        yield thing.assumption, names
    elif isinstance(thing, Mapping):
        for one in thing.values():
            yield from _uses(one, names)
    elif isinstance(thing, tuple | list | frozenset | set):
        for one in thing:
            yield from _uses(one, names)
    elif has(type(thing)):
        # What a condition or an effect calls itself is for the dice, not for people
        name = getattr(thing, "name", None) if type(thing).__module__.startswith("game.model.") else None
        inside = (*names, name) if isinstance(name, str) and name else names
        for part in fields(type(thing)):
            yield from _uses(getattr(thing, part.name), inside)

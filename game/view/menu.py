"""The menu: which scenarios there are, and what each asks before it starts."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from attrs import frozen

from game.language import N_
from game.loading import (
    Document,
    ScenarioProblems,
    assumption_values,
    choose_variants,
    find_scenario,
    load,
    readings,
    shipped_scenarios,
)
from game.loading.text import Stamp, stamps
from game.model.endings import Variant
from game.model.ids import AssumptionSetId
from game.model.scenario import Scenario
from game.view.assumptions import AssumptionView, assumptions
from game.view.moves import ChoiceView

RANDOM = ChoiceView("random", N_("Random"), N_("Chooses blindly among what it may do."))
"""The computer player that no scenario declares."""


@frozen
class GroupView:
    """Variants that exclude one another."""

    id: str
    name: str
    question: str
    required: bool
    """Whether one must be chosen; otherwise none is fine."""
    choices: tuple[ChoiceView, ...]


@frozen
class SeatChoiceView:
    """A seat to take."""

    actor: str
    name: str
    role: str
    dilemma: str


@frozen
class EmblemView:
    """What a scenario's emblem is drawn from: its own ladder, places or rounds."""

    rungs: tuple[float, ...] = ()
    """Severities of the rungs above calm, 0 to 1, the lowest first."""
    thresholds: tuple[int, ...] = ()
    """Which of them are reached across a threshold."""
    places: tuple[tuple[float, float], ...] = ()
    """From the west and from the north, 0 to 1."""
    ways: tuple[tuple[int, int], ...] = ()
    """Between places."""
    rounds: int = 0
    """Of a game by turns; 0 where both sides choose at once."""


@frozen
class ScenarioView:
    """One scenario."""

    id: str
    path: str
    title: str
    summary: str
    minutes: int
    level: str
    groups: tuple[GroupView, ...]
    sets: tuple[ChoiceView, ...]
    """Assumption sets; where there are any, one must be chosen."""
    seats: tuple[SeatChoiceView, ...]
    players: tuple[ChoiceView, ...]
    """Computer players for the other seats."""
    default_players: dict[str, str]
    """By actor."""
    problems: tuple[str, ...]
    """Why it cannot be played; empty where it can."""
    has: tuple[str, ...] = ()
    """What is in it: `ladder`, `map`, `talks`, `coalition`, `textbook`."""
    turns: int = 0
    """As announced."""
    emblem: EmblemView = EmblemView()


@frozen
class MenuView:
    """The start screen."""

    scenarios: tuple[ScenarioView, ...]


def menu_view() -> MenuView:
    """The scenarios that come with Backstop, the shortest first."""
    found = [scenario_view(scenario_id) for scenario_id in shipped_scenarios()]
    return MenuView(tuple(sorted(found, key=lambda view: (view.minutes, view.title))))


def scenario_view(name: str) -> ScenarioView:
    """One scenario, by its id or its path; one with problems is shown with them. Raises UnknownName."""
    path = find_scenario(name)
    return _scenario_view(path, stamps(path))


@lru_cache(maxsize=64)
def _scenario_view(path: Path, written: frozenset[Stamp]) -> ScenarioView:
    """Read a file once for as long as nobody writes it: whoever comes back to the menu does not wait."""
    try:
        document = load(path)
        scenario = document.scenario(readings(document)[0])
    except ScenarioProblems as problems:
        return ScenarioView(
            path.stem, str(path), path.stem, "", 0, "", (), (), (), (), {}, tuple(map(str, problems.problems))
        )
    players = {
        str(key): ChoiceView(str(key), kind.name, kind.summary) for key, kind in scenario.doctrines.items()
    }
    return ScenarioView(
        id=scenario.id,
        path=str(path),
        title=scenario.title,
        summary=scenario.summary,
        minutes=scenario.minutes,
        level=scenario.level,
        groups=tuple(_groups(document)),
        sets=tuple(
            ChoiceView(str(one.id), one.name, one.summary) for one in scenario.assumption_sets.values()
        ),
        seats=tuple(
            SeatChoiceView(str(actor.id), actor.name, actor.seat.role, actor.seat.dilemma)
            for actor in scenario.actors.values()
            if actor.played and actor.seat
        ),
        players=(*players.values(), RANDOM),
        default_players={str(a.id): str(a.doctrine) for a in scenario.actors.values() if a.played},
        problems=(),
        has=tuple(_has(scenario)),
        turns=-(-scenario.clock.horizon_hours // scenario.clock.hours_per_turn),
        emblem=_emblem(scenario),
    )


def assumption_views(path: Path, variant: str, chosen: str) -> tuple[AssumptionView, ...]:
    """The assumptions of a scenario under a set, before a game: variants by `+`. Raises ScenarioProblems."""
    document = load(path)
    asked = [group for group in document.variant_groups.values() if group.required]
    named = set(variant.split("+"))
    first = [
        str(next(one.id for one in document.variants.values() if one.group == group.id))
        for group in asked
        if not named & {str(one.id) for one in document.variants.values() if one.group == group.id}
    ]
    words = "+".join([*(part for part in variant.split("+") if part), *first])
    scenario = document.scenario(choose_variants(document, words))
    return assumptions(scenario, assumption_values(scenario, AssumptionSetId(chosen), {}))


def _has(scenario: Scenario) -> Iterator[str]:
    """What is in a scenario; a textbook game is one without a ladder."""
    yield "ladder" if scenario.ladder else "textbook"
    if len(scenario.regions) > 1:
        yield "map"
    if scenario.deals:
        yield "talks"
    if any(actor.coalition for actor in scenario.actors.values()):
        yield "coalition"


def _emblem(scenario: Scenario) -> EmblemView:
    rungs = list(scenario.ladder.rungs.values())[1:] if scenario.ladder else []
    regions = list(scenario.regions.values())
    keys = [region.id for region in regions]
    return EmblemView(
        rungs=tuple(rung.severity / 100 for rung in rungs),
        thresholds=tuple(number for number, rung in enumerate(rungs) if rung.threshold),
        places=tuple(
            zip(
                _spread([region.x for region in regions]),
                _spread([-region.y for region in regions]),
                strict=True,
            )
        ),
        ways=tuple((keys.index(link.between[0]), keys.index(link.between[1])) for link in scenario.links),
        rounds=scenario.clock.horizon_hours // scenario.clock.hours_per_turn
        if scenario.orders.sequence == "by_turns"
        else 0,
    )


def _spread(values: Sequence[float]) -> list[float]:
    """Values between 0 and 1, from the least to the greatest."""
    if not values or max(values) == min(values):
        return [0.5 for _ in values]
    return [(value - min(values)) / (max(values) - min(values)) for value in values]


def _groups(document: Document) -> Iterator[GroupView]:
    """Groups of variants; a variant of no group is a group of its own that may be left out."""
    for group in document.variant_groups.values():
        members = [variant for variant in document.variants.values() if variant.group == group.id]
        if members:
            question = group.question or group.name
            yield GroupView(str(group.id), group.name, question, group.required, tuple(map(_choice, members)))
    for variant in document.variants.values():
        if variant.group is None:
            yield GroupView(str(variant.id), variant.name, variant.name, False, (_choice(variant),))


def _choice(variant: Variant) -> ChoiceView:
    return ChoiceView(str(variant.id), variant.name, variant.summary)

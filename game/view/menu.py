"""The menu: which scenarios there are, and what each asks before it starts."""

from collections.abc import Iterator

from attrs import frozen

from game.loading import Document, ScenarioProblems, find_scenario, load, readings, shipped_scenarios
from game.model.endings import Variant
from game.view.moves import ChoiceView

RANDOM = ChoiceView("random", "Random", "Chooses blindly among what it may do.")
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
    )


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

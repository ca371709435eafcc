"""From an ending to the next scenario: what a game left behind becomes the start of another.

A sequel names a shipped scenario, the variants that say what was left behind, and the assumptions that tracks
at the end decide. What comes of it is what a person could have asked for as well: the next game's record
holds its variants and values like any others, and needs nothing of the game before it.
"""

from collections.abc import Iterator
from pathlib import Path

from attrs import field, frozen

from game.language import N_, say, told
from game.loading import choose_variants, load, readings, scenario_path
from game.loading.problems import listed
from game.model.endings import Carried, Sequel
from game.model.ids import AssumptionId
from game.model.numbers import Assumption
from game.model.scenario import Scenario
from game.session.match import Match, Truth
from game.session.record import RecordProblem, read
from game.session.replay import replay

_DIGITS = 4
"""Decimals to which a carried number is rounded, so that a command line can say it."""
_WORLD = "world"


@frozen
class Following:
    """A scenario that may be played on from an ending, and what it starts from."""

    scenario: str
    """The id of the shipped scenario."""
    title: str
    """Its title."""
    text: str
    """What carries over, in a sentence."""
    variants: tuple[str, ...]
    """Its variants that say what the ending left behind."""
    variant_names: tuple[str, ...]
    """Their titles."""
    values: dict[str, float]
    """Its assumptions that the ending decides."""
    readings: tuple[Scenario, ...] = field(eq=False, repr=False)
    """The scenario, as every choice that is left open reads it: what its assumptions are called."""


def followings(match: Match) -> tuple[Following, ...]:
    """What may be played on from the end of a game; nothing while it goes on.

    Raises ScenarioProblems or UnknownName where a following scenario is no longer what the ending expects.
    """
    if match.outcome is None:
        return ()
    ending = match.program.scenario.outcomes[match.outcome]
    truth = match.truth()
    return tuple(_following(sequel, truth) for sequel in ending.leads_to)


def following(path: Path, scenario: str) -> Following:
    """What a finished game, given by its record, means for the start of a scenario.

    Raises RecordProblem where the record is unsound, its game is not over, or its ending leads elsewhere.
    """
    record = read(path)
    try:
        again = replay(record)
    except RecordProblem as problem:
        raise RecordProblem(f"{path}: {problem}") from None
    if again.difference is not None:
        raise RecordProblem(
            say("{path}: it cannot be carried on: {reason}", path=path, reason=again.difference)
        )
    if again.match.outcome is None:
        raise RecordProblem(say("{path}: this game is not over; only an ending can be carried on", path=path))
    ending = again.scenario.outcomes[again.match.outcome]
    fitting = [sequel for sequel in ending.leads_to if sequel.scenario == scenario]
    if not fitting:
        others = dict.fromkeys(sequel.scenario for sequel in ending.leads_to)
        template = (
            N_("{path}: its ending, “{ending}”, leads to {others}, not to {scenario}")
            if others
            else N_("{path}: its ending, “{ending}”, leads to no other scenario")
        )
        name = told(ending.name)
        raise RecordProblem(say(template, path=path, ending=name, others=listed(others), scenario=scenario))
    return _following(fitting[0], again.match.truth())


def _following(sequel: Sequel, truth: Truth) -> Following:
    path = scenario_path(sequel.scenario)
    if path is None:
        raise RecordProblem(
            say(
                "the scenario {scenario} does not come with this version of Backstop",
                scenario=sequel.scenario,
            )
        )
    document = load(path)
    chosen = choose_variants(document, "+".join(sequel.variants))
    found = tuple(document.scenario(reading) for reading in readings(document, chosen))
    assumptions = {name: one for scenario in reversed(found) for name, one in scenario.assumptions.items()}
    missing = [name for name in sequel.values if name not in assumptions]
    if missing:
        raise RecordProblem(
            say(
                "the scenario {scenario} has no assumption {names}",
                scenario=sequel.scenario,
                names=listed(missing),
            )
        )
    values = {
        name: carried_value(carried, _level(carried, truth), assumptions[AssumptionId(name)])
        for name, carried in sequel.values.items()
    }
    names = tuple(document.variants[id].name for id in chosen)
    title = found[-1].title
    return Following(sequel.scenario, title, sequel.text, tuple(map(str, chosen)), names, values, found)


def _level(carried: Carried, truth: Truth) -> float:
    return truth.number("track", str(carried.actor or _WORLD), str(carried.track))


def carried_value(carried: Carried, level: float, assumption: Assumption) -> float:
    """A track's level at the end as a value of the assumption, within its range, in proportion."""
    share = (level - carried.nothing_at) / (carried.full_at - carried.nothing_at)
    share = min(max(share, 0.0), 1.0)
    value = round(assumption.low + share * (assumption.high - assumption.low), _DIGITS)
    return min(max(value, assumption.low), assumption.high)


def words(following: Following, record: Path | None = None) -> Iterator[str]:
    """The words of a command line that starts it: by the record, or spelt out where there is none."""
    yield from ("backstop", "play", following.scenario)
    if record is not None:
        yield from ("--after", str(record))
        return
    if following.variants:
        yield from ("--variant", "+".join(following.variants))
    for name, value in following.values.items():
        yield from ("--set", f"{name}={value:g}")

"""The briefing: who one is, what one wants, and what is private."""

from collections.abc import Iterator

from attrs import frozen

from game.view.sight import Sight


@frozen
class AimView:
    """Something this seat values."""

    name: str
    points: float
    """When fully met, on its own scale."""
    kind: str
    """`objective`, `aim` (drawn in secret) or `aftermath`."""


@frozen
class BriefingView:
    """What this seat is told before the game."""

    role: str
    briefing: str
    dilemma: str
    setting: str
    not_a_forecast: str
    type_name: str
    """Its private type, if it has one."""
    type_summary: str
    aims: tuple[AimView, ...]


def briefing(sight: Sight) -> BriefingView:
    """This seat's briefing, with its drawn type and aims."""
    actor = sight.scenario.actors[sight.me]
    index = sight.count("type", sight.me)
    kind = list(actor.types.values())[index] if 0 <= index < len(actor.types) else None
    return BriefingView(
        role=actor.seat.role if actor.seat else actor.name,
        briefing=actor.seat.briefing if actor.seat else "",
        dilemma=actor.seat.dilemma if actor.seat else "",
        setting=sight.scenario.setting,
        not_a_forecast=sight.scenario.not_a_forecast,
        type_name=kind.name if kind else "",
        type_summary=kind.summary if kind else "",
        aims=tuple(_aims(sight)),
    )


def _aims(sight: Sight) -> Iterator[AimView]:
    actor = sight.scenario.actors[sight.me]
    types = list(actor.types)
    index = sight.count("type", sight.me)
    mine = types[index] if 0 <= index < len(types) else None
    for objective in actor.objectives.values():
        if objective.type in (None, mine):
            yield AimView(objective.name, sight.amount(objective.points), "objective")
    for aim in actor.aims.values():
        if sight.count("aim", sight.me, aim.id) > 0 and aim.type in (None, mine):
            yield AimView(aim.name, sight.amount(aim.points), "aim")
    for left in actor.aftermath.values():
        if left.type in (None, mine):
            yield AimView(left.name, sight.amount(left.points), "aftermath")

"""What happened on the map in the last turn, and where this seat's moves would act."""

from collections.abc import Iterator
from typing import Any, Literal

from attrs import fields, frozen, has

from game.engine.effects.forces import MoveForce
from game.engine.events import Event, EventKind
from game.engine.program import Move
from game.view.map_forces import path
from game.view.sight import Sight

What = Literal["fight", "act", "taken"]
"""Forces fought, an act was done there, or the place changed hands."""


@frozen
class HappeningView:
    """Something that this seat saw happen at a place in the turn before."""

    place: str
    what: What
    actor: str
    """Who did it; empty for nobody."""
    words: str


@frozen
class ActView:
    """Where one of this seat's moves would act."""

    move: str
    """The move's name, as orders use it."""
    places: tuple[str, ...]
    """Where it would be felt."""
    ways: tuple[tuple[str, ...], ...]
    """The ways on which it would send forces, place by place."""


def happenings(sight: Sight) -> tuple[HappeningView, ...]:
    """What happened at places in the turn before, each thing once."""
    found = [
        one
        for event in sight.events
        if event.turn == sight.turn - 1 and event.visible_to(sight.me)
        for one in _happened(sight, event)
    ]
    return tuple(dict.fromkeys(found))


def _happened(sight: Sight, event: Event) -> Iterator[HappeningView]:
    actor, regions = str(event.actor or ""), sight.scenario.regions
    if event.kind is EventKind.REGION and event.subject in regions:
        yield HappeningView(event.subject, "taken", actor, event.text)
    elif event.kind is EventKind.FORCE and event.subject in regions:
        yield HappeningView(event.subject, "fight", actor, event.text)
    elif event.kind is EventKind.ACT and event.actor in sight.program.moves_of:
        moves = (move for move in sight.program.moves_of[event.actor] if move.name == event.subject)
        for move in moves:
            if front := _front(move):
                yield HappeningView(front, "act", actor, event.text)


def acts(sight: Sight) -> tuple[ActView, ...]:
    """Where this seat's moves would act: those that act at some place."""
    found = (_act(sight, move) for move in sight.program.moves_of[sight.me])
    return tuple(act for act in found if act.places or act.ways)


def _act(sight: Sight, move: Move) -> ActView:
    places, ways = [front] if (front := _front(move)) else [], []
    for thing in _things(move.action.effects):
        if isinstance(thing, MoveForce):
            start = sight.whole("place", thing.force)
            force = sight.scenario.forces[thing.force]
            if start is not None:
                way = path(sight, force, start, list(sight.scenario.regions).index(thing.to))
                if len(way) > 1:
                    ways.append(way)
            places.append(str(thing.to))
        elif (region := getattr(thing, "region", None)) in sight.scenario.regions:
            places.append(str(region))
    return ActView(move.name, tuple(dict.fromkeys(places)), tuple(dict.fromkeys(ways)))


def _front(move: Move) -> str:
    front = move.action.fronts.get(move.actor) or move.action.front
    return str(front.region) if front else ""


def _things(thing: Any) -> Iterator[Any]:
    """Every primitive within effects, however deep."""
    if isinstance(thing, tuple):
        for one in thing:
            yield from _things(one)
    elif has(type(thing)):
        yield thing
        for part in fields(type(thing)):
            yield from _things(getattr(thing, part.name))

"""Tracks, places and standing: the numbers that the rules move."""

import math

from attrs import frozen

from game.model.actors import Objective, Owner, Track
from game.view.sight import Sight


@frozen
class TrackView:
    """A bounded number."""

    id: str
    name: str
    owner: str
    """An actor, or `world`."""
    owner_name: str
    mine: bool
    value: float
    low: float
    high: float
    unit: str
    change: float | None
    """Since last turn; None in the first."""
    good: bool | None
    """Whether its owner wants it high; of the world's, whether this seat does; None if it says nothing."""
    summary: str
    marks: tuple[float, ...] = ()
    """Values that matter to this seat: where one of its aims is met in full, or is worth nothing."""


@frozen
class RegionView:
    """A place: who holds it and how far facts on the ground have hardened."""

    id: str
    name: str
    x: float
    y: float
    holder: str
    holder_name: str
    """Empty for nobody."""
    owner: str
    owner_name: str
    facts: float | None
    change: float | None
    summary: str


@frozen
class CredibilityView:
    """How believable an actor's promises of one class are, in somebody's eyes."""

    observer: str
    observer_name: str
    issuer: str
    issuer_name: str
    promise: str
    promise_name: str
    probability: float
    """That its issuer is of the kind that keeps such promises."""
    change: float | None


def tracks(sight: Sight) -> tuple[TrackView, ...]:
    """The tracks this seat may see: its own, the world's, then others'."""
    found = []
    for track_id, track in sight.scenario.tracks.items():
        owners: tuple[str, ...] = ("world",)
        if track.owner is Owner.ACTOR:
            owners = tuple(str(actor) for actor in track.actors or sight.program.actors)
        found += [view for owner in owners if (view := _track(sight, track, str(track_id), owner))]
    order = {str(sight.me): 0, "world": 1}
    return tuple(sorted(found, key=lambda view: order.get(view.owner, 2)))


def _track(sight: Sight, track: Track, track_id: str, owner: str) -> TrackView | None:
    value = sight.number("track", owner, track_id)
    if value is None:
        return None
    return TrackView(
        track_id,
        track.name,
        owner,
        sight.name(owner),
        owner == sight.me,
        value,
        track.low,
        track.high,
        track.unit,
        _change(sight, value, "track", owner, track_id),
        track.good if track.owner is Owner.ACTOR else _wanted(sight, track),
        track.summary,
        _marks(sight, track, owner),
    )


def _marks(sight: Sight, track: Track, owner: str) -> tuple[float, ...]:
    """Where an aim of this seat that a track scales is met in full, and where it is worth nothing."""
    found = set()
    for aim in _aims(sight):
        whose = str(aim.of) if aim.of else "world" if track.owner is Owner.WORLD else str(sight.me)
        if aim.track == track.id and whose == owner and aim.type is None:
            found |= {aim.nothing_at, aim.full_at}
    return tuple(sorted(value for value in found if track.low < value < track.high))


def _aims(sight: Sight) -> list[Objective]:
    """This seat's objectives, and the aims that were drawn for it."""
    spec = sight.scenario.actors[sight.me]
    drawn = [aim for aim in spec.aims.values() if sight.whole("aim", sight.me, aim.id) == 1]
    return [*spec.objectives.values(), *drawn]


def _wanted(sight: Sight, track: Track) -> bool | None:
    """Whether this seat's objectives, and the aims that were drawn for it, want a track of the world high."""
    for objective in _aims(sight):
        if objective.track == track.id:
            return objective.full_at > objective.nothing_at
    return None


def _change(sight: Sight, value: float, *name: str) -> float | None:
    before = sight.before.number(*name) if sight.before else None
    return None if before is None else value - before


def regions(sight: Sight) -> tuple[RegionView, ...]:
    """The places, in the scenario's order."""
    found = []
    for region_id, region in sight.scenario.regions.items():
        holder = sight.actor(sight.whole("holds", region_id))
        owner = str(region.owner or "")
        facts = sight.number("facts", region_id)
        found.append(
            RegionView(
                str(region_id),
                region.name,
                region.x,
                region.y,
                holder,
                sight.name(holder) if holder else "",
                owner,
                sight.name(owner) if owner else "",
                facts,
                None if facts is None else _change(sight, facts, "facts", region_id),
                region.summary,
            )
        )
    return tuple(found)


def credibility(sight: Sight) -> tuple[CredibilityView, ...]:
    """How far this seat believes each class of promise of each other actor."""
    found = []
    for issuer in sight.program.actors:
        for promise_id, promise in sight.scenario.promises.items():
            name = ("credibility", str(sight.me), str(issuer), str(promise_id))
            log_odds = sight.number(*name) if issuer != sight.me else None
            if log_odds is None or not _could_promise(sight, str(issuer), str(promise_id)):
                continue
            before = sight.before.number(*name) if sight.before else None
            now = _probability(log_odds)
            found.append(
                CredibilityView(
                    str(sight.me),
                    sight.name(sight.me),
                    str(issuer),
                    sight.name(issuer),
                    str(promise_id),
                    promise.name,
                    now,
                    None if before is None else now - _probability(before),
                )
            )
    return tuple(found)


def _could_promise(sight: Sight, issuer: str, promise: str) -> bool:
    return any(
        commitment.issuer == issuer and commitment.promise == promise
        for commitment in sight.program.commitments.values()
    )


def _probability(log_odds: float) -> float:
    return 1 / (1 + math.exp(-log_odds))

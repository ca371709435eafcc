"""Forces on the map: those that this seat may see, on whose side they stand, and how far on their way."""

import math
from collections.abc import Iterable, Mapping
from typing import Literal

from attrs import frozen

from game.engine.reach import GONE
from game.engine.roads import roads_of
from game.language import N_, say, told
from game.model.forces import Domain, Force
from game.model.ids import RegionId
from game.view.sight import Sight
from game.view.words import number, percent

Side = Literal["friend", "hostile", "neutral"]
"""On whose side a force stands, for whoever looks: the shape of its frame on the map (APP-6)."""

SIDES: Mapping[Side, str] = {
    "friend": N_("Yours, and those who stand with you"),
    "hostile": N_("The other side"),
    "neutral": N_("Neither"),
}
"""What each frame means."""


@frozen
class ForceView:
    """A force that this seat may see."""

    id: str
    name: str
    owner: str
    owner_name: str
    mine: bool
    side: Side
    """Whose side it is on, for this seat."""
    member_name: str
    """The coalition member that lends it, if one does."""
    lent: bool
    """Whether it counts: its member has joined, or it needs none."""
    type_name: str
    symbol: str
    """What a map draws, by the file's name in assets/symbols: `infantry`, `air_defence` and so on."""
    domain: str
    """`land`, `air` or `sea`."""
    strength: float
    """Units."""
    readiness: float
    """Share that can act at once, 0 to 1."""
    place: str
    place_name: str
    going: str
    """Where it is under way to; empty where it stays."""
    going_name: str
    next_at: float | None
    """The hour at which it reaches the next place on its way."""
    arrives: float | None
    """The hour at which it reaches the end of its way."""
    way: tuple[str, ...]
    """The places that it has still to pass, the last where it goes to; empty where it stays or waits."""
    gone: float
    """How much of the way to the next place lies behind it, 0 to 1."""
    came_from: str
    """Where it stood a turn ago, if it was seen somewhere else."""
    brief: str
    """Whose it is, of what kind, how strong and how ready, where its name and place are known."""
    words: str
    """All of it in a sentence."""


def forces_seen(sight: Sight) -> tuple[ForceView, ...]:
    """Every force that this seat sees, in the scenario's order."""
    found = sides(sight, str(sight.me))
    views = (_force(sight, force, found[str(force.owner)]) for force in sight.scenario.forces.values())
    return tuple(view for view in views if view is not None)


def sides(sight: Sight, me: str) -> dict[str, Side]:
    """On whose side each actor stands, for one of them, as far as plans, promises and places say.

    Who answers the same party by a plan stands together, and against that party; so do the two ends of a
    promise, and who holds what another owns. Whoever is both with and against it is neither.
    """
    with_me, against = {me}, set[str]()
    for plan in sight.scenario.plans.values():
        responders = {str(one) for tier in plan.tiers.values() for one in tier.responders}
        if me in responders:
            with_me |= responders
            against.add(str(plan.accused))
        elif me == plan.accused:
            against |= responders
    for promise in sight.program.commitments.values():
        ends = {str(promise.issuer), str(promise.on)}
        if me in ends:
            against |= ends
    for place, region in sight.scenario.regions.items():
        ends = {str(region.owner or ""), sight.actor(sight.whole("holds", place))}
        if me in ends and "" not in ends:
            against |= ends
    against.discard(me)
    return {str(one): _side(str(one) in with_me, str(one) in against) for one in sight.program.actors}


def _side(with_me: bool, against: bool) -> Side:
    if with_me == against:
        return "neutral"
    return "friend" if with_me else "hostile"


def _force(sight: Sight, force: Force, side: Side) -> ForceView | None:
    """A force; None for one that this seat does not see, or that is no more."""
    place, strength = sight.whole("place", force.id), sight.number("strength", force.id)
    if place is None or strength is None or strength < GONE:
        return None
    regions = list(sight.scenario.regions)
    going = sight.count("going", force.id)
    kind = sight.scenario.force_types[force.type]
    next_at = sight.moment("next_at", force.id) if going >= 0 else None
    destination = regions[going] if going >= 0 else None
    readiness = sight.number("readiness", force.id) or 0.0
    coalition = sight.scenario.actors[force.owner].coalition
    member = told(coalition.members[force.member].name) if coalition and force.member else ""
    lent = not member or sight.count("member", force.owner, str(force.member)) == 1
    arrives = _arrives(sight, force, going, next_at)
    way, gone = _way(sight, force, place, next_at)
    return ForceView(
        id=str(force.id),
        name=told(force.name),
        owner=str(force.owner),
        owner_name=sight.name(force.owner),
        mine=force.owner == sight.me,
        side=side,
        member_name=member,
        lent=lent,
        type_name=told(kind.name),
        symbol=kind.symbol or _symbol(kind.domain, kind.strategic),
        domain=kind.domain.value,
        strength=strength,
        readiness=readiness,
        place=str(regions[place]),
        place_name=sight.words(regions[place]),
        going=str(destination or ""),
        going_name=sight.words(destination) if destination else "",
        next_at=next_at,
        arrives=arrives,
        way=way,
        gone=gone,
        came_from=_came_from(sight, force, place),
        brief=say(
            "{owner}, {type}: strength {strength}, {ready} ready",
            owner=sight.name(force.owner),
            type=told(kind.name),
            strength=number(round(strength, 1)),
            ready=percent(readiness),
        ),
        words=" ".join(_sentences(sight, force, (regions[place], destination, arrives), member, lent)),
    )


def _sentences(
    sight: Sight, force: Force, move: tuple[RegionId, RegionId | None, float | None], member: str, lent: bool
) -> Iterable[str]:
    place, destination, arrives = move
    parts = {
        "name": told(force.name),
        "owner": sight.name(force.owner),
        "type": told(sight.scenario.force_types[force.type].name),
        "strength": number(round(sight.number("strength", force.id) or 0.0, 1)),
        "ready": percent(sight.number("readiness", force.id) or 0.0),
        "place": sight.words(place),
    }
    if destination is None:
        yield say("{name} ({owner}, {type}): strength {strength}, {ready} ready, at {place}.", **parts)
    elif arrives is None:
        yield say(
            "{name} ({owner}, {type}): strength {strength}, {ready} ready, from {place} to {going}.",
            going=sight.words(destination),
            **parts,
        )
    else:
        yield say(
            "{name} ({owner}, {type}): strength {strength}, {ready} ready, from {place} to {going}, "
            "there at hour {hour}.",
            going=sight.words(destination),
            hour=f"{arrives:.0f}",
            **parts,
        )
    if member and lent:
        yield say("Lent by {member}.", member=member)
    elif member:
        yield say("{member} would lend it, and has not joined.", member=member)


def _symbol(domain: Domain, strategic: bool) -> str:
    if strategic:
        return "strategic"
    return {Domain.LAND: "infantry", Domain.AIR: "air", Domain.SEA: "ship"}[domain]


def _arrives(sight: Sight, force: Force, destination: int, next_at: float | None) -> float | None:
    """When it reaches the end of its way, if nothing stops it."""
    heading = sight.count("heading", force.id)
    if destination < 0 or heading < 0 or next_at is None:
        return next_at
    routes = roads_of(sight.program).routes(sight.scenario.force_types[force.type].domain)
    rest = float(routes.hours[heading, destination])
    pace = sight.amount(sight.scenario.force_rules.pace)
    return next_at + rest * pace if math.isfinite(rest) else None


def _way(sight: Sight, force: Force, place: int, next_at: float | None) -> tuple[tuple[str, ...], float]:
    """The places ahead of a force that moves, and how much of the way to the first lies behind it."""
    heading, going = sight.count("heading", force.id), sight.count("going", force.id)
    if heading < 0 or going < 0 or next_at is None:
        return (), 0.0
    routes = roads_of(sight.program).routes(sight.scenario.force_types[force.type].domain)
    leg = float(routes.legs[place, heading]) * sight.amount(sight.scenario.force_rules.pace)
    gone = 1.0 - (next_at - sight.hour) / leg if leg > 0 and math.isfinite(leg) else 0.0
    rest = path(sight, force, heading, going)
    return rest, min(1.0, max(0.0, gone))


def path(sight: Sight, force: Force, start: int, end: int) -> tuple[str, ...]:
    """The places on the quickest way of a force, both ends among them; empty where there is none."""
    roads = roads_of(sight.program)
    onward = roads.routes(sight.scenario.force_types[force.type].domain).onward
    found, here = [start], start
    while here != end:
        here = int(onward[here, end])
        if here < 0:
            return ()
        found.append(here)
    return tuple(str(roads.places[one]) for one in found)


def _came_from(sight: Sight, force: Force, place: int) -> str:
    before = sight.before.whole("place", force.id) if sight.before else None
    if before is None or before == place:
        return ""
    return str(list(sight.scenario.regions)[before])

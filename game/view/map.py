"""The map: places, the ways between them, and the forces that this seat may see."""

import math
from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from game.engine.reach import GONE
from game.engine.roads import roads_of
from game.model.forces import Domain, Force, Link
from game.view.sight import Sight
from game.view.words import hours, listing, sentence


@frozen
class ForceView:
    """A force that this seat may see."""

    id: str
    name: str
    owner: str
    owner_name: str
    mine: bool
    member_name: str
    """The coalition member that lends it, if one does."""
    lent: bool
    """Whether it counts: its member has joined, or it needs none."""
    type_name: str
    symbol: str
    """What a map draws: `infantry`, `artillery`, `air`, `air_defence`, `ship`, `missile`, `strategic`."""
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
    words: str
    """All of it in a sentence."""


@frozen
class PresenceView:
    """People of somebody who has promised an answer, in a place that is not theirs: a tripwire."""

    place: str
    actor: str
    actor_name: str
    strength: float
    """Units."""
    words: str


@frozen
class LinkView:
    """A way between two places."""

    one: str
    one_name: str
    other: str
    other_name: str
    hours: tuple[tuple[str, float], ...]
    """Transit hours by domain, as the scenario's pace makes them."""
    gate: str
    """The access it needs, in words; empty for none."""
    refused_by: tuple[str, ...]
    """Names of coalition members that keep the gate shut as long as they have not joined."""
    closed_while: tuple[str, ...]
    """What shuts it besides, in words."""
    words: str
    """All of it in a sentence."""


@frozen
class PlaceView:
    """A place, with everything that this seat knows to be there."""

    id: str
    name: str
    x: float
    """From the west, 0 to 1."""
    y: float
    """From the north, 0 to 1."""
    holder: str
    holder_name: str
    """Empty for nobody."""
    owner: str
    owner_name: str
    facts: float | None
    summary: str
    forces: tuple[ForceView, ...]
    incidents: tuple[str, ...]
    """Names of incidents that have happened and lie here, so far as the scenario places them."""
    presence: tuple[PresenceView, ...]


@frozen
class MapView:
    """Places, ways and forces."""

    places: tuple[PlaceView, ...]
    links: tuple[LinkView, ...]

    @property
    def forces(self) -> tuple[ForceView, ...]:
        """All forces in sight, place by place."""
        return tuple(force for place in self.places for force in place.forces)

    @property
    def under_way(self) -> tuple[ForceView, ...]:
        """Those on the move."""
        return tuple(force for force in self.forces if force.going)

    @property
    def worth_drawing(self) -> bool:
        """Whether there is more to it than a list of places."""
        return bool(self.links or self.forces)


def chart(sight: Sight) -> MapView:
    """The map as this seat knows it."""
    scenario = sight.scenario
    forces = [view for force in scenario.forces.values() if (view := _force(sight, force))]
    across = _scaled({str(key): region.x for key, region in scenario.regions.items()})
    down = _scaled({str(key): -region.y for key, region in scenario.regions.items()})
    places = []
    for region_id, region in scenario.regions.items():
        holder = sight.actor(sight.whole("holds", region_id))
        owner = str(region.owner or "")
        here = tuple(force for force in forces if force.place == region_id)
        places.append(
            PlaceView(
                id=str(region_id),
                name=region.name,
                x=across[region_id],
                y=down[region_id],
                holder=holder,
                holder_name=sight.name(holder) if holder else "",
                owner=owner,
                owner_name=sight.name(owner) if owner else "",
                facts=sight.number("facts", region_id),
                summary=region.summary,
                forces=here,
                incidents=_incidents(sight, str(region_id)),
                presence=_presence(sight, owner, holder, str(region_id), here),
            )
        )
    return MapView(tuple(places), tuple(_link(sight, link) for link in scenario.links))


def _scaled(values: Mapping[str, float]) -> dict[str, float]:
    """Values from 0 to 1 in their proportions; all in the middle where they do not differ."""
    low, high = min(values.values(), default=0.0), max(values.values(), default=0.0)
    if high <= low:
        return dict.fromkeys(values, 0.5)
    return {key: (value - low) / (high - low) for key, value in values.items()}


# --- forces -----------------------------------------------------------------------------------------------


def _force(sight: Sight, force: Force) -> ForceView | None:
    """A force; None for one that this seat does not see, or that is no more."""
    place, strength = sight.whole("place", force.id), sight.number("strength", force.id)
    if place is None or strength is None or strength < GONE:
        return None
    regions = list(sight.scenario.regions)
    going = sight.count("going", force.id)
    kind = sight.scenario.force_types[force.type]
    next_at = sight.moment("next_at", force.id) if going >= 0 else None
    destination = regions[going] if going >= 0 else None
    arrives = _arrives(sight, force, going, next_at)
    readiness = sight.number("readiness", force.id) or 0.0
    coalition = sight.scenario.actors[force.owner].coalition
    member = coalition.members[force.member].name if coalition and force.member else ""
    lent = not member or sight.count("member", force.owner, str(force.member)) == 1
    name, strong = force.name, f"{strength:.1f}".removesuffix(".0")
    where = f"at {sight.words(regions[place])}"
    if destination is not None:
        until = f", there at hour {arrives:.0f}" if arrives is not None else ""
        where = f"from {sight.words(regions[place])} to {sight.words(destination)}{until}"
    loan = "" if not member else f", lent by {member}" + ("" if lent else ", not joined")
    return ForceView(
        id=str(force.id),
        name=name,
        owner=str(force.owner),
        owner_name=sight.name(force.owner),
        mine=force.owner == sight.me,
        member_name=member,
        lent=lent,
        type_name=kind.name,
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
        words=f"{name} ({sight.name(force.owner)}, {kind.name.lower()}): strength {strong}, "
        f"{readiness:.0%} ready, {where}{loan}.".replace("%", " %"),
    )


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


# --- places -----------------------------------------------------------------------------------------------


def _incidents(sight: Sight, place: str) -> tuple[str, ...]:
    """Incidents that have happened here: those whose own effects or acts name the place."""
    return tuple(
        incident.name
        for incident in sight.scenario.incidents.values()
        if sight.count("happened", incident.id) >= 0 and str(incident.region or "") == place
    )


def _presence(
    sight: Sight, owner: str, holder: str, place: str, forces: Iterable[ForceView]
) -> tuple[PresenceView, ...]:
    """Whose people stand here who has promised an answer and neither owns, holds nor threatens the place."""
    host = owner or holder
    promises = {(str(one.issuer), str(one.on)) for one in sight.program.commitments.values()}
    enemies = {one for pair in promises if host in pair for one in pair}
    issuers = {issuer for issuer, _ in promises} - enemies - {owner, holder}
    found: dict[str, float] = {}
    for force in forces:
        stands = not force.going and force.domain == "land" and force.lent and force.symbol != "strategic"
        if stands and host and force.owner in issuers:
            found[force.owner] = found.get(force.owner, 0.0) + force.strength
    return tuple(
        PresenceView(
            place,
            actor,
            sight.name(actor),
            strength,
            f"Tripwire: {strength:g} units of {sight.name(actor)} stand at {sight.words(place)}.",
        )
        for actor, strength in found.items()
    )


def _link(sight: Sight, link: Link) -> LinkView:
    one, other = link.between
    pace = sight.amount(sight.scenario.force_rules.pace)
    times = tuple((str(domain), length * pace) for domain, length in link.hours.items())
    refused = tuple(_refusing(sight, link.gate)) if link.gate else ()
    closed = sight.conditions(sight.scenario.force_rules.closed.get(link.gate, ())) if link.gate else ()
    gate = link.gate.replace("_", " ")
    said = f"{sight.words(one)} to {sight.words(other)}: "
    said += listing(f"{hours(length)} by {domain}" for domain, length in times) or "no way by any domain"
    if gate:
        said += f"; access: {gate}"
        if refused:
            said += f", kept shut by {listing(refused)}"
        if closed:
            said += f", shut while {listing(closed)}"
    return LinkView(
        str(one),
        sight.words(one),
        str(other),
        sight.words(other),
        times,
        gate,
        refused,
        closed,
        sentence(said),
    )


def _refusing(sight: Sight, gate: str) -> Iterator[str]:
    for actor_id, actor in sight.scenario.actors.items():
        members = actor.coalition.members if actor.coalition else {}
        for member in members.values():
            if gate in member.controls and sight.count("member", actor_id, member.id) != 1:
                yield member.name

"""The map: places, the ways between them, and the forces that this seat may see."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from attrs import frozen

from game.language import N_, _, count, say, told
from game.model.forces import Domain, Link
from game.view.map_acts import ActView, HappeningView, acts, happenings
from game.view.map_forces import ForceView, forces_seen, sides
from game.view.sight import Sight
from game.view.words import hours, listing, number, sentence

Medium = Literal["land", "air", "sea"]
"""What a place is for those who move there."""

BY_DOMAIN: Mapping[str, str] = {
    "land": N_("{hours} by land"),
    "air": N_("{hours} by air"),
    "sea": N_("{hours} by sea"),
}
"""How long a way takes."""


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

    @property
    def shut(self) -> bool:
        """Whether somebody keeps its gate shut."""
        return bool(self.refused_by)


@frozen
class PlaceView:
    """A place, with everything that this seat knows to be there."""

    id: str
    name: str
    x: float
    """From the west, 0 to 1."""
    y: float
    """From the north, 0 to 1."""
    east: float
    """Degrees east, where the coast is real; else as the scenario draws its own map."""
    north: float
    medium: Medium
    """Land where some way leads there by land, sea where by ship, or else the air."""
    sanctuary: bool
    """Whether it lies beyond the theatre, as all understand it."""
    contested: bool
    """Whether forces stand there, on land, whose owners are on different sides."""
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
    real_coast: bool = False
    """Whether places lie on the real earth."""
    happened: tuple[HappeningView, ...] = ()
    """What this seat saw at places in the turn before."""
    acts: tuple[ActView, ...] = ()
    """Where this seat's moves would act."""

    def act(self, move: str) -> ActView | None:
        """Return where a move would act; None for one that acts at no place."""
        return next((act for act in self.acts if act.move == move), None)

    def place(self, id: str) -> PlaceView | None:
        """Return a place by its id."""
        return next((place for place in self.places if place.id == id), None)

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
    forces = forces_seen(sight)
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
                name=told(region.name),
                x=across[region_id],
                y=down[region_id],
                east=region.x,
                north=region.y,
                medium=_medium(scenario.links, str(region_id)),
                sanctuary=region.sanctuary,
                contested=_contested(sight, here),
                holder=holder,
                holder_name=sight.name(holder) if holder else "",
                owner=owner,
                owner_name=sight.name(owner) if owner else "",
                facts=sight.number("facts", region_id),
                summary=told(region.summary),
                forces=here,
                incidents=_incidents(sight, str(region_id)),
                presence=_presence(sight, owner, holder, str(region_id), here),
            )
        )
    return MapView(
        tuple(places),
        tuple(_link(sight, link) for link in scenario.links),
        scenario.real_coast,
        happenings(sight),
        acts(sight),
    )


def _contested(sight: Sight, forces: Iterable[ForceView]) -> bool:
    owners = {one.owner for one in forces if one.domain == "land" and one.symbol != "strategic" and one.lent}
    return any(sides(sight, one)[other] == "hostile" for one in owners for other in owners)


def _medium(links: Iterable[Link], place: str) -> Medium:
    domains = {domain for link in links if place in link.between for domain in link.hours}
    if not domains or Domain.LAND in domains:
        return "land"
    return "sea" if Domain.SEA in domains else "air"


def _scaled(values: Mapping[str, float]) -> dict[str, float]:
    """Values from 0 to 1 in their proportions; all in the middle where they do not differ."""
    low, high = min(values.values(), default=0.0), max(values.values(), default=0.0)
    if high <= low:
        return dict.fromkeys(values, 0.5)
    return {key: (value - low) / (high - low) for key, value in values.items()}


# --- places -----------------------------------------------------------------------------------------------


def _incidents(sight: Sight, place: str) -> tuple[str, ...]:
    """Incidents that have happened here: those whose own effects or acts name the place."""
    return tuple(
        told(incident.name)
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
            count(
                round(strength, 2),
                "Tripwire: {units} unit of {actor} stands at {place}.",
                "Tripwire: {units} units of {actor} stand at {place}.",
                units=number(strength),
                actor=sight.name(actor),
                place=sight.words(place),
            ),
        )
        for actor, strength in found.items()
    )


def _link(sight: Sight, link: Link) -> LinkView:
    one, other = link.between
    pace = sight.amount(sight.scenario.force_rules.pace)
    times = tuple((str(domain), length * pace) for domain, length in link.hours.items())
    refused = tuple(_refusing(sight, link.gate)) if link.gate else ()
    closed = sight.conditions(sight.scenario.force_rules.closed.get(link.gate, ())) if link.gate else ()
    gate = told(link.gate.replace("_", " "))
    said = [
        say(
            "{one} to {other}: {ways}.",
            one=sight.words(one),
            other=sight.words(other),
            ways=listing(say(BY_DOMAIN[domain], hours=hours(length)) for domain, length in times)
            or _("no way by any domain"),
        )
    ]
    if gate and refused:
        said.append(say("Access: {gate}, kept shut by {members}.", gate=gate, members=listing(refused)))
    elif gate:
        said.append(say("Access: {gate}.", gate=gate))
    if closed:
        said.append(say("Shut while {conditions}.", conditions=listing(closed)))
    return LinkView(
        str(one),
        sight.words(one),
        str(other),
        sight.words(other),
        times,
        gate,
        refused,
        closed,
        " ".join(sentence(one) for one in said),
    )


def _refusing(sight: Sight, gate: str) -> Iterator[str]:
    for actor_id, actor in sight.scenario.actors.items():
        members = actor.coalition.members if actor.coalition else {}
        for member in members.values():
            if gate in member.controls and sight.count("member", actor_id, member.id) != 1:
                yield told(member.name)

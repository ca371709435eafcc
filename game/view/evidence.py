"""Evidence: what has come in, from whom, who else has it, and what is due."""

import math
from collections.abc import Iterable

from attrs import frozen

from game.engine.program import Move
from game.engine.within import mentioned
from game.language import told
from game.model.ids import PUBLIC, CauseId, ObserverId
from game.model.incidents import Evidence, Incident, Showing
from game.view.beliefs import belief_in
from game.view.sight import Sight

SPEAKS = 0.8
"""A showing speaks for the causes that make it at least so likely, of what the likeliest makes it ..."""
AGAINST = 0.35
"""... and against those that make it at most so likely."""
SAYS_LITTLE = 1.5
"""Where the likeliest cause makes a showing less than so many times as likely as others, it says little."""


@frozen
class EvidenceView:
    """An item of evidence that this seat has, awaits or could gather."""

    incident: str
    incident_name: str
    item: str
    name: str
    source_name: str
    trust: float
    """This seat's trust in that source, 0 to 1."""
    state: str
    """`seen`, `awaited` (it comes to this seat or to all by itself) or `on_order` (it must be gathered)."""
    text: str
    """What it shows; empty while unseen."""
    public: bool
    """Whether everybody has it (`seen`) or will (`awaited`, or once it is gathered)."""
    due: float | None
    """The hour at which it is expected, while awaited."""
    burns_source: bool
    """Whether releasing it costs the source."""
    new: bool = False
    """Whether this seat has had it only since its last orders."""
    speaks_for: tuple[str, ...] = ()
    """The causes that it makes likelier, by name, while seen; none where it says little."""
    speaks_against: tuple[str, ...] = ()
    """Those that it makes less likely."""
    strength: float = 1.0
    """How many times as likely the causes that it speaks for make it, against those it speaks against."""
    shared_with: tuple[str, ...] = ()
    """Who else gets it from the same hand at the same time, by name; empty where everybody does."""
    moves: tuple[str, ...] = ()
    """This seat's moves that would share it, once seen, or gather it, while it is on order."""


@frozen
class ClaimView:
    """What an actor says in public about why an incident happened."""

    incident: str
    incident_name: str
    actor: str
    actor_name: str
    text: str
    mine: bool = False
    """Whether this seat says it."""
    my_belief: float | None = None
    """This seat's belief that it is so; None where it asserts no cause."""
    public_belief: float | None = None
    """The public's."""


def evidence(sight: Sight) -> tuple[EvidenceView, ...]:
    """What this seat has, awaits or could gather, of incidents that have happened."""
    found = []
    for incident in sight.scenario.incidents.values():
        if sight.count("happened", incident.id) >= 0:
            found += [view for item in incident.evidence.values() if (view := _item(sight, incident, item))]
    order = {"seen": 0, "awaited": 1, "on_order": 2}
    return tuple(sorted(found, key=lambda view: (order[view.state], view.due or 0.0)))


def _item(sight: Sight, incident: Incident, item: Evidence) -> EvidenceView | None:
    showing = sight.whole("seen", incident.id, item.id, sight.me)
    public = sight.count("seen", incident.id, item.id, PUBLIC) >= 0
    due: float | None = None
    if showing is not None and showing >= 0:
        shows = list(item.shows.values())[showing]
        state, text = "seen", told(shows.text)
        speaks = _speaks(sight, incident, shows)
    else:
        text, due = "", _due(sight, incident, item)
        speaks = (), (), 1.0
        if due is not None:
            state = "awaited"
        elif item.on_order and _gathering(sight, incident, item):
            state = "on_order"
        else:
            return None
    return EvidenceView(
        incident=str(incident.id),
        incident_name=told(incident.name),
        item=str(item.id),
        name=told(item.name),
        source_name=sight.name(item.source),
        trust=trust(sight, str(item.source)),
        state=state,
        text=text,
        public=public or (state != "seen" and PUBLIC in item.to),
        due=due,
        burns_source=item.costs_source,
        new=state == "seen" and not _had(sight, incident, item),
        speaks_for=speaks[0],
        speaks_against=speaks[1],
        strength=speaks[2],
        shared_with=_others(sight, item),
        moves=_moves(sight, incident, item, state, public=public),
    )


def _speaks(
    sight: Sight, incident: Incident, shows: Showing
) -> tuple[tuple[str, ...], tuple[str, ...], float]:
    """Which causes a showing makes likelier, which less likely, and by how much."""
    causes = sight.scenario.causes
    likely = {
        cause: sight.amount(share)
        for cause, share in shows.likelihood.items()
        if sight.amount(incident.priors.get(cause, 0.0)) > 0
    }
    most, least = max(likely.values(), default=0.0), min(likely.values(), default=0.0)
    if most <= 0 or most < SAYS_LITTLE * least:
        return (), (), 1.0

    def names(wanted: Iterable[CauseId]) -> tuple[str, ...]:
        return tuple(told(causes[cause].name) for cause in wanted)

    for_ = [cause for cause, share in likely.items() if share >= SPEAKS * most]
    against = [cause for cause, share in likely.items() if share <= AGAINST * most]
    others = [share for cause, share in likely.items() if cause not in for_]
    typical = math.fsum(others) / len(others) if others else most
    return names(for_), names(against), most / typical if typical > 0 else math.inf


def _others(sight: Sight, item: Evidence) -> tuple[str, ...]:
    """Who gets it by itself, besides this seat; nobody by name where everybody does."""
    if PUBLIC in item.to:
        return ()
    return tuple(sight.name(str(one)) for one in item.to if str(one) != str(sight.me))


def _moves(sight: Sight, incident: Incident, item: Evidence, state: str, *, public: bool) -> tuple[str, ...]:
    """This seat's moves that would share what it has seen, or gather what must be gathered."""
    if state == "on_order":
        found = _gathering(sight, incident, item)
    elif state == "seen" and not public:
        found = [
            move
            for move in sight.program.moves_of[sight.me]
            for effect in mentioned(move.action.effects, "release")
            if effect.incident == incident.id
        ]
    else:
        found = []
    return tuple(dict.fromkeys(told(move.action.name) for move in found))


def _had(sight: Sight, incident: Incident, item: Evidence) -> bool:
    """Whether this seat had it a turn ago; in the first turn nothing is news."""
    if sight.before is None:
        return True
    showing = sight.before.whole("seen", incident.id, item.id, sight.me)
    return showing is not None and showing >= 0


def _due(sight: Sight, incident: Incident, item: Evidence) -> float | None:
    """When it should reach this seat: counted from the incident, or from this seat's own order for it."""
    if ObserverId(sight.me) not in item.to and PUBLIC not in item.to and not item.on_order:
        return None
    start: float | None = sight.count("happened", incident.id)
    if item.on_order:
        asked = [sight.count("did_at", move.name) for move in _gathering(sight, incident, item)]
        start = max((hour for hour in asked if hour >= 0), default=None)
    return None if start is None else start + sight.amount(item.after_hours)


def _gathering(sight: Sight, incident: Incident, item: Evidence) -> list[Move]:
    """This seat's moves that gather it."""
    return [
        move
        for move in sight.program.moves_of[sight.me]
        for effect in mentioned(move.action.effects, "gather")
        if effect.incident == incident.id and effect.evidence == item.id
    ]


def trust(sight: Sight, source: str) -> float:
    """This seat's trust in a source."""
    rules = sight.scenario.trust
    if source == sight.me:
        return sight.amount(rules.own)
    named = rules.by_observer.get(ObserverId(sight.me), {}).get(ObserverId(source))
    return sight.amount(rules.default if named is None else named)


def claims(sight: Sight) -> tuple[ClaimView, ...]:
    """What is being said, by incident and then by actor."""
    found = []
    everything = list(sight.scenario.claims.values())
    for incident in sight.scenario.incidents.values():
        for actor in sight.program.actors:
            index = sight.count("claim", incident.id, actor)
            if index >= 0:
                claim = everything[index]
                found.append(
                    ClaimView(
                        str(incident.id),
                        told(incident.name),
                        str(actor),
                        sight.name(actor),
                        told(claim.name),
                        actor == sight.me,
                        belief_in(sight, incident.id, str(sight.me), claim.causes) if claim.causes else None,
                        belief_in(sight, incident.id, PUBLIC, claim.causes) if claim.causes else None,
                    )
                )
    return tuple(found)

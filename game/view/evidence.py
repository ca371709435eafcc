"""Evidence: what has come in, from whom, who else has it, and what is due."""

from attrs import frozen

from game.engine.program import Move
from game.engine.within import mentioned
from game.model.ids import PUBLIC, ObserverId
from game.model.incidents import Evidence, Incident
from game.view.sight import Sight


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
    """Whether everybody has it (`seen`) or will (`awaited`)."""
    due: float | None
    """The hour at which it is expected, while awaited."""
    burns_source: bool
    """Whether releasing it costs the source."""
    new: bool = False
    """Whether this seat has had it only since its last orders."""


@frozen
class ClaimView:
    """What an actor says in public about why an incident happened."""

    incident: str
    incident_name: str
    actor: str
    actor_name: str
    text: str


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
        state, text = "seen", list(item.shows.values())[showing].text
    else:
        text, due = "", _due(sight, incident, item)
        if due is not None:
            state = "awaited"
        elif item.on_order and _gathering(sight, incident, item):
            state = "on_order"
        else:
            return None
    return EvidenceView(
        incident=str(incident.id),
        incident_name=incident.name,
        item=str(item.id),
        name=item.name,
        source_name=sight.name(item.source),
        trust=trust(sight, str(item.source)),
        state=state,
        text=text,
        public=public or (state == "awaited" and PUBLIC in item.to),
        due=due,
        burns_source=item.costs_source,
        new=state == "seen" and not _had(sight, incident, item),
    )


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
                found.append(
                    ClaimView(
                        str(incident.id), incident.name, str(actor), sight.name(actor), everything[index].name
                    )
                )
    return tuple(found)

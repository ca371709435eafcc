"""Beliefs: what happened, and how likely each cause is."""

import math

from attrs import frozen

from game.language import told
from game.model.ids import PUBLIC, CauseId, IncidentId
from game.model.incidents import Cause, Incident
from game.view.sight import Sight

NEGLIGIBLE = 1e-6
"""Beliefs have a floor far below this."""


@frozen
class CauseView:
    """One possible cause of an incident."""

    id: str
    name: str
    summary: str
    mine: float | None
    """This seat's probability."""
    public: float | None
    """The public's."""
    change: float | None
    """Of mine, since last turn."""
    counts: bool
    """Whether some plan counts it as a violation."""


@frozen
class BeliefMark:
    """Beliefs when orders were asked for in some turn, in the order of `BeliefView.causes`."""

    turn: int
    hour: int
    mine: tuple[float, ...]
    public: tuple[float, ...]


@frozen
class BeliefView:
    """An incident that has happened, and what is believed about it."""

    incident: str
    incident_name: str
    text: str
    hour: int
    """When it happened."""
    severity: float
    accused_name: str
    causes: tuple[CauseView, ...]
    known_cause: str
    """The name of the cause, if this seat knows it for certain; else empty."""
    history: tuple[BeliefMark, ...]
    """Turn by turn, the present included last."""


def beliefs(sight: Sight) -> tuple[BeliefView, ...]:
    """One for each incident that has happened, the latest first."""
    found = [
        _belief(sight, incident, hour)
        for incident in sight.scenario.incidents.values()
        if (hour := sight.count("happened", incident.id)) >= 0
    ]
    return tuple(sorted(found, key=lambda view: -view.hour))


def belief_in(sight: Sight, incident: str, observer: str, causes: tuple[CauseId, ...]) -> float | None:
    """An observer's belief that one of these causes is the true one; None where this seat cannot see it."""
    shares = [sight.number("belief", incident, observer, cause) for cause in causes]
    known = [share for share in shares if share is not None]
    return math.fsum(known) if len(known) == len(shares) else None


def known_cause(sight: Sight, incident: IncidentId) -> Cause | None:
    """The cause of an incident that has happened, where this seat knows it for certain."""
    known = sight.whole("knows", incident, sight.me)
    if known is None or known < 0 or sight.count("happened", incident) < 0:
        return None
    return tuple(sight.scenario.causes.values())[known]


def _belief(sight: Sight, incident: Incident, hour: int) -> BeliefView:
    possible = [cause for cause in sight.scenario.causes.values() if _possible(sight, incident, cause.id)]
    names = tuple(cause.id for cause in possible)
    known = known_cause(sight, incident.id)
    return BeliefView(
        incident=str(incident.id),
        incident_name=told(incident.name),
        text=told(incident.text),
        hour=hour,
        severity=incident.severity,
        accused_name=sight.name(incident.accused) if incident.accused else "",
        causes=tuple(_cause(sight, incident, cause) for cause in possible),
        known_cause=told(known.name) if known is not None else "",
        history=tuple(
            BeliefMark(
                moment.turn,
                moment.hour,
                _shares(moment, str(incident.id), str(sight.me), names),
                _shares(moment, str(incident.id), PUBLIC, names),
            )
            for moment in sight.moments
            if 0 <= moment.count("happened", incident.id) <= moment.hour
        ),
    )


def _possible(sight: Sight, incident: Incident, cause: CauseId) -> bool:
    """A cause worth showing: it had a prior, or is believed in all the same."""
    return sight.amount(incident.priors.get(cause, 0.0)) > 0 or _share(sight, incident, cause) > NEGLIGIBLE


def _share(sight: Sight, incident: Incident, cause: CauseId) -> float:
    return sight.number("belief", incident.id, sight.me, cause) or 0.0


def _cause(sight: Sight, incident: Incident, cause: Cause) -> CauseView:
    mine = sight.number("belief", incident.id, sight.me, cause.id)
    before = sight.before
    earlier = None
    if before is not None and before.count("happened", incident.id) >= 0:
        earlier = before.number("belief", incident.id, sight.me, cause.id)
    return CauseView(
        str(cause.id),
        told(cause.name),
        told(cause.summary),
        mine,
        sight.number("belief", incident.id, PUBLIC, cause.id),
        None if mine is None or earlier is None else mine - earlier,
        any(
            cause.id in plan.counts for plan in sight.scenario.plans.values() if plan.incident == incident.id
        ),
    )


def _shares(sight: Sight, incident: str, observer: str, causes: tuple[CauseId, ...]) -> tuple[float, ...]:
    return tuple(sight.number("belief", incident, observer, cause) or 0.0 for cause in causes)

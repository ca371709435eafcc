"""The log: what this seat saw happen."""

from attrs import frozen

from game.engine.events import EventKind
from game.language import N_
from game.view.sight import Sight

TOPICS = {
    "acts": N_("Acts"),
    "evidence": N_("Evidence"),
    "forces": N_("Forces"),
    "plan": N_("Plans and promises"),
    "talks": N_("Talks"),
    "tracks": N_("Figures"),
    "end": N_("The end"),
}
"""What events are about, as one filters them."""

_TOPIC_OF = {
    EventKind.ACT: "acts",
    EventKind.FORGONE: "acts",
    EventKind.ENGAGEMENT: "acts",
    EventKind.INCIDENT: "evidence",
    EventKind.EVIDENCE: "evidence",
    EventKind.INQUIRY: "evidence",
    EventKind.CLAIM: "evidence",
    EventKind.OPTION: "forces",
    EventKind.FORCE: "forces",
    EventKind.REGION: "forces",
    EventKind.POSTURE: "forces",
    EventKind.ACCIDENT: "forces",
    EventKind.PLAN: "plan",
    EventKind.TIER: "plan",
    EventKind.STAND_DOWN: "plan",
    EventKind.COMMITMENT: "plan",
    EventKind.LIMIT: "plan",
    EventKind.DEAL: "talks",
    EventKind.COALITION: "talks",
    EventKind.STEP: "talks",
    EventKind.TRACK: "tracks",
    EventKind.ENDED: "end",
}
"""By kind of event, what it is about."""


@frozen
class LogLine:
    """One event."""

    hour: int
    turn: int
    text: str
    kind: str
    """The event's kind."""
    actor: str
    """Who did it; empty for nobody."""
    mine: bool
    new: bool
    """Whether it happened since this seat last gave orders."""

    @property
    def topic(self) -> str:
        """What it is about: a key of `TOPICS`."""
        return _TOPIC_OF.get(EventKind(self.kind), "acts")


def log(sight: Sight) -> tuple[LogLine, ...]:
    """What this seat saw, the oldest first; the beginnings of turns are left out."""
    return tuple(
        LogLine(
            event.hour,
            event.turn,
            event.text,
            event.kind.value,
            str(event.actor or ""),
            event.actor == sight.me,
            place >= sight.seen,
        )
        for place, event in enumerate(sight.events)
        if event.kind is not EventKind.TURN and event.visible_to(sight.me)
    )

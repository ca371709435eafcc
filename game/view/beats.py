"""What happened, beat by beat: each act with what it changed, each promise with why it fell due."""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from attrs import evolve, frozen

from game.engine.events import Event, EventKind, Turning
from game.view.sight import Sight


class Tone(StrEnum):
    """How a beat feels: what is drawn, heard and waited for."""

    QUIET = "quiet"
    """Nothing that anybody would call pressure."""
    ACT = "act"
    CLIMB = "climb"
    """An act that is read at the threshold of force or above it."""
    ALARM = "alarm"
    """An incident, an accident, a limit crossed, a promise broken."""
    EVIDENCE = "evidence"
    WORD = "word"
    """Something said: a claim, a promise given."""
    DUE = "due"
    """A clock or a promise that now asks for something."""
    DEAL = "deal"
    """An agreement, a promise kept, a calmer step."""
    END = "end"


@frozen
class ChangeView:
    """A track that an event moved."""

    name: str
    """With its owner, where it is not this seat's own."""
    by: float
    good: bool | None
    """Whether that is good for this seat; None where it is not its own."""


@frozen
class BeatView:
    """One thing that happened, with what came of it at once."""

    turn: int
    hour: int
    kind: str
    """The event's kind."""
    tone: Tone
    text: str
    actor: str
    """Who did it; empty for nobody."""
    target: str
    target_name: str
    mine: bool
    new: bool
    """Whether it happened since this seat last gave orders."""
    sent: int | None = None
    """The rung this seat meant, in its own act; None in others' acts, whose intentions it does not know."""
    read: int | None = None
    """The rung as it is read: by the one it was done to in this seat's acts, by this seat in others'."""
    because: str = ""
    """Why, in words, where this seat knows; empty where the text says all."""
    more: tuple[str, ...] = ()
    """What came of it at once, in words: an option is on its way, a clock starts."""
    changes: tuple[ChangeView, ...] = ()
    """What it moved."""

    @property
    def misread(self) -> bool:
        """Whether it was read as another rung than was meant."""
        return self.sent is not None and self.read is not None and self.sent != self.read


TONES = {
    EventKind.INCIDENT: Tone.ALARM,
    EventKind.ACCIDENT: Tone.ALARM,
    EventKind.LIMIT: Tone.ALARM,
    EventKind.POSTURE: Tone.ALARM,
    EventKind.REGION: Tone.ALARM,
    EventKind.EVIDENCE: Tone.EVIDENCE,
    EventKind.INQUIRY: Tone.EVIDENCE,
    EventKind.CLAIM: Tone.WORD,
    EventKind.PLAN: Tone.WORD,
    EventKind.TIER: Tone.WORD,
    EventKind.COMMITMENT: Tone.WORD,
    EventKind.COALITION: Tone.WORD,
    EventKind.OPTION: Tone.WORD,
    EventKind.DEAL: Tone.WORD,
    EventKind.STEP: Tone.WORD,
    EventKind.STAND_DOWN: Tone.WORD,
    EventKind.ENDED: Tone.END,
}
"""How an event feels in which nothing turned, by its kind."""
TURNINGS = {
    Turning.GIVEN: Tone.WORD,
    Turning.DUE: Tone.DUE,
    Turning.KEPT: Tone.DEAL,
    Turning.BROKEN: Tone.ALARM,
    Turning.LAPSED: Tone.WORD,
    Turning.OPENS: Tone.DUE,
    Turning.CALMER: Tone.DEAL,
    Turning.WORSE: Tone.ALARM,
}
"""How it feels when something did turn; a deal that all agree to is more than a word."""
UNDER = (EventKind.OPTION, EventKind.FORCE, EventKind.PLAN)
"""What is told under the act that brought it."""
LEAST = 0.5
"""A track that moved by less is not worth a word in a beat."""


def beats(sight: Sight) -> tuple[BeatView, ...]:
    """Everything that this seat saw, the oldest first, with what came of an act under it."""
    found: list[tuple[str, BeatView]] = []
    for place, event in enumerate(sight.events):
        if not event.visible_to(sight.me) or event.kind is EventKind.TURN:
            continue
        home = _home(found, event)
        if event.kind is EventKind.TRACK:
            if home is not None and abs(event.amount) >= LEAST:
                subject, beat = found[home]
                found[home] = subject, evolve(beat, changes=_added(beat.changes, _change(sight, event)))
        elif home is not None and (event.kind in UNDER or _given(event)):
            subject, beat = found[home]
            tone = Tone.DUE if event.turning is Turning.OPENS else beat.tone
            found[home] = subject, evolve(beat, more=(*beat.more, event.text), tone=tone)
        else:
            subject = f"{event.kind}:{event.subject}" if event.kind is EventKind.INCIDENT else event.subject
            found.append((subject, _beat(sight, event, place >= sight.seen)))
    return tuple(beat for _subject, beat in found)


def between(beats: Iterable[BeatView], first: int, last: int) -> tuple[BeatView, ...]:
    """What happened in a range of turns, both included."""
    return tuple(beat for beat in beats if first <= beat.turn <= last)


def _home(found: Sequence[tuple[str, BeatView]], event: Event) -> int | None:
    """Return which beat an event came of, looking back through the same turn; None for its own."""
    if _given(event) and found and found[-1][1].actor == event.actor and found[-1][1].turn == event.turn:
        return len(found) - 1
    if not event.cause:
        return None
    for place in range(len(found) - 1, -1, -1):
        subject, beat = found[place]
        if beat.turn != event.turn:
            return None
        if subject == event.cause:
            return place
    return None


def _given(event: Event) -> bool:
    """Whether a promise is given: by the act that was told just before."""
    return event.kind is EventKind.COMMITMENT and event.turning is Turning.GIVEN


def _added(changes: Sequence[ChangeView], change: ChangeView) -> tuple[ChangeView, ...]:
    """Changes with one more; of one track there is one line."""
    sums = {one.name: one for one in changes}
    before = sums.get(change.name)
    sums[change.name] = evolve(change, by=change.by + before.by) if before else change
    return tuple(one for one in sums.values() if one.by)


def _change(sight: Sight, event: Event) -> ChangeView:
    mine = event.actor == sight.me
    track = next((one for key, one in sight.scenario.tracks.items() if str(key) == event.subject), None)
    name = track.name if track else sight.words(event.subject)
    if event.actor in sight.scenario.actors and not mine:
        name = f"{sight.short(str(event.actor))}: {name}"
    good = (event.amount > 0) == track.good if track and mine else None
    return ChangeView(name, event.amount, good)


def _beat(sight: Sight, event: Event, new: bool) -> BeatView:
    mine = event.actor == sight.me
    sent, read = _rungs(sight, event, mine)
    target = str(event.target or "")
    return BeatView(
        turn=event.turn,
        hour=event.hour,
        kind=event.kind.value,
        tone=_tone(sight, event, read),
        text=event.text,
        actor=str(event.actor or ""),
        target=target,
        target_name=sight.name(target) if target else "",
        mine=mine,
        new=new,
        sent=sent,
        read=read,
        because=_because(sight, event),
    )


def _rungs(sight: Sight, event: Event, mine: bool) -> tuple[int | None, int | None]:
    """The rung meant, where this seat meant it, and the rung read."""
    if event.kind is not EventKind.ACT or event.actor not in sight.program.moves_of:
        return None, None
    move = next((one for one in sight.program.moves_of[event.actor] if one.name == event.subject), None)
    if move is None or not move.target or not max(move.rung or 0, *move.reads.values(), 0):
        return None, None
    reader = move.target if mine else sight.me
    return (move.rung or 0) if mine else None, move.reads.get(str(reader), move.rung or 0)


def _tone(sight: Sight, event: Event, read: int | None) -> Tone:
    if event.kind is EventKind.ACT:
        if read is not None and _forceful(sight, read):
            return Tone.CLIMB
        return Tone.ACT if read else Tone.QUIET
    if event.kind is EventKind.DEAL and event.turning is Turning.GIVEN:
        return Tone.DEAL
    return TURNINGS.get(event.turning, TONES.get(event.kind, Tone.QUIET))


def _forceful(sight: Sight, read: int) -> bool:
    """Whether a rung lies at or above the first threshold."""
    return any(rung.threshold for rung in sight.program.rungs[: read + 1])


def _because(sight: Sight, event: Event) -> str:
    """Why a promise fell due, or a tier opened: what its own text says must hold."""
    return "; ".join(_reasons(sight, event))


def _reasons(sight: Sight, event: Event) -> Iterator[str]:
    if event.kind is EventKind.COMMITMENT and event.turning is Turning.DUE:
        for key, commitment in sight.scenario.commitments.items():
            if str(key) == event.subject:
                yield from sight.conditions(commitment.trigger)
    if event.kind is EventKind.TIER and event.turning is Turning.OPENS:
        for plan in sight.scenario.plans.values():
            for id_, tier in plan.tiers.items():
                if str(id_) == event.subject:
                    yield from sight.conditions(tier.when)

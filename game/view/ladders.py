"""The ladders: where each actor stands, what was sent and how it is read, turn by turn."""

from attrs import frozen

from game.language import _, say
from game.model.ids import ActorId
from game.view.sight import Sight

SIGNS = (
    ("nuclear", "nuclear"),
    ("sanctuary", "homeland"),
    ("homeland", "homeland"),
    ("outside powers", "outside"),
    ("foreign", "outside"),
    ("force", "force"),
    ("war", "war"),
)
"""What a threshold is about, by a word of its English name: what picture stands beside it."""


@frozen
class RungView:
    """One rung of the scenario's ladder; its place in `SeatView.rungs` is its index."""

    id: str
    name: str
    severity: float
    """0 to 100."""
    threshold: str
    """The name of the threshold crossed on reaching it from below; empty for none."""
    summary: str
    sign: str = ""
    """What the threshold is about: `force`, `war`, `outside` (powers), `homeland`, `nuclear`; or empty."""


@frozen
class RungMark:
    """Where somebody stood when orders were asked for in some turn."""

    turn: int
    hour: int
    sent: int | None
    """Index of the rung sent; None where this seat does not know it (others' intentions)."""
    read: int | None
    """Index of the rung read; None where this seat does not know it."""


@frozen
class PairView:
    """What one actor does to one other."""

    on: str
    on_name: str
    sent: int | None
    """As for `RungMark.sent`."""
    read: int
    """Index of the rung read: by this seat in others' acts, by the one it was done to in its own."""
    read_by: str
    """Whose reading that is, as a name: `you`, `Russia`, `the public`."""
    history: tuple[RungMark, ...]
    """Turn by turn, the present included last."""


@frozen
class LadderMark:
    """A line drawn on a ladder: an obliged rung, a cap, a red line."""

    rung: int
    kind: str
    """`obliged`, `cap`, `stand_down`, `promise` (its commitment answers at this rung) or `limit`."""
    text: str
    live: bool = True
    """Whether it binds now: the tier is open, the promise stands, nobody has crossed the limit."""


@frozen
class LimitView:
    """A one-way flag."""

    id: str
    name: str
    rung: int
    crossed_at: int | None
    """The hour; None while it stands."""
    by_name: str
    """Who crossed it first; empty while it stands or where unknown."""


@frozen
class LadderView:
    """One actor's ladder: the highest of what it does to anybody."""

    by: str
    by_name: str
    by_short: str
    mine: bool
    sent: int | None
    read: int
    history: tuple[RungMark, ...]
    """Turn by turn, the present included last."""
    pairs: tuple[PairView, ...]
    """What it does to each other actor on whom it may act."""
    marks: tuple[LadderMark, ...]
    """Lines to draw."""


def rungs(sight: Sight) -> tuple[RungView, ...]:
    """The scenario's ladder from calm up."""
    return tuple(
        RungView(
            str(rung.id),
            rung.name,
            rung.severity,
            rung.threshold or "",
            rung.summary,
            _sign(plain.threshold or ""),
        )
        for rung, plain in zip(sight.program.rungs, sight.observation.program.rungs, strict=True)
    )


def _sign(threshold: str) -> str:
    return next((sign for word, sign in SIGNS if word in threshold.lower()), "")


def limits(sight: Sight) -> tuple[LimitView, ...]:
    """The limits, in the scenario's order."""
    found = []
    for limit_id, limit in sight.scenario.limits.items():
        hour = sight.count("limit", limit_id)
        by = sight.actor(sight.whole("limit_by", limit_id)) if hour >= 0 else ""
        found.append(
            LimitView(
                str(limit_id),
                limit.name,
                sight.program.rung_index(limit.at),
                hour if hour >= 0 else None,
                sight.name(by) if by else "",
            )
        )
    return tuple(found)


def ladders(sight: Sight) -> tuple[LadderView, ...]:
    """One ladder for each actor that can act on another, this seat's first."""
    if not sight.program.rungs:
        return ()
    actors = [
        actor for actor in sight.program.actors if _targets(sight, actor) or actor in sight.program.played
    ]
    actors.sort(key=lambda actor: actor != sight.me)
    return tuple(_ladder(sight, str(actor)) for actor in actors)


def _ladder(sight: Sight, by: str) -> LadderView:
    pairs = tuple(_pair(sight, by, on) for on in _targets(sight, by))
    marks = tuple(_highest(column) for column in zip(*(pair.history for pair in pairs), strict=True))
    return LadderView(
        by=by,
        by_name=sight.name(by),
        by_short=sight.short(by),
        mine=by == sight.me,
        sent=marks[-1].sent if marks else None,
        read=(marks[-1].read or 0) if marks else 0,
        history=marks,
        pairs=pairs,
        marks=_lines(sight, by),
    )


def _targets(sight: Sight, by: str) -> tuple[str, ...]:
    """On whom an actor has acts above calm, in the order of the actors."""
    found = {move.target for move in sight.program.moves_of[ActorId(by)] if move.rung and move.target}
    return tuple(str(actor) for actor in sight.program.actors if actor in found)


def _pair(sight: Sight, by: str, on: str) -> PairView:
    history = tuple(_mark(moment, by, on) for moment in sight.moments)
    read_by = sight.name(on) if by == sight.me else _("you")
    now = history[-1]
    return PairView(on, sight.name(on), now.sent, now.read or 0, read_by, history)


def _mark(sight: Sight, by: str, on: str) -> RungMark:
    sent = sight.whole("read", by, by, on)
    read = _read_by_other(sight, on) if by == sight.me else sight.whole("read", sight.me, by, on)
    return RungMark(sight.turn, sight.hour, sent, read)


def _read_by_other(sight: Sight, on: str) -> int:
    """How the other side must read this seat's acts on it in the last turn: readings are common knowledge."""
    since = max(-1, sight.hour - sight.scenario.clock.hours_per_turn)
    read = 0
    for move in sight.program.moves_of[sight.me]:
        if move.target == on and sight.count("until", move.name) > since:
            read = max(read, move.reads.get(on, 0))
    if sight.count("accident_until", sight.me, on) > since:
        read = max(read, sight.count("accident_rung", sight.me, on))
    return read


def _highest(marks: tuple[RungMark, ...]) -> RungMark:
    sent = [mark.sent for mark in marks if mark.sent is not None]
    read = [mark.read for mark in marks if mark.read is not None]
    return RungMark(marks[0].turn, marks[0].hour, max(sent, default=None), max(read, default=None))


def _lines(sight: Sight, by: str) -> tuple[LadderMark, ...]:
    index, found = sight.program.rung_index, []
    for plan in sight.scenario.plans.values():
        for tier in plan.tiers.values():
            if by in tier.responders:
                live = sight.count("tier", plan.id, tier.id) == 1
                owed = say("{tier}: owed", tier=tier.name)
                cap = say("{tier}: the plan's cap", tier=tier.name)
                found.append(LadderMark(index(tier.obliged), "obliged", owed, live))
                found.append(LadderMark(index(tier.cap), "cap", cap, live))
        if by == plan.accused and plan.stand_down:
            words = say("{plan}: stay below to stand down", plan=plan.name)
            live = sight.count("stand_down", plan.id) == 1
            found.append(LadderMark(index(plan.stand_down.below), "stand_down", words, live))
    for commitment in sight.scenario.commitments.values():
        if commitment.issuer == by and sight.whole("commitment", commitment.id) in (1, 2):
            found.append(LadderMark(index(commitment.rung), "promise", commitment.name))
    for limit in sight.scenario.limits.values():
        if not limit.by or by in limit.by:
            stands = sight.count("limit", limit.id) < 0
            found.append(LadderMark(index(limit.at), "limit", limit.name, stands))
    return tuple(sorted(set(found), key=lambda mark: (mark.rung, mark.kind, mark.text)))

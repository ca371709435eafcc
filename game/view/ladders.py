"""The ladders: where each actor stands, what was sent and how it is read, turn by turn."""

from attrs import frozen


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
    """`obliged`, `cap`, `promise` (somebody's commitment answers at this rung) or `limit`."""
    text: str


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

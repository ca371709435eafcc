"""Options: what must be ordered before it can be used, and the last hour to order it."""

from attrs import frozen


@frozen
class DeadlineView:
    """The last hour to order an option so that it is ready before something closes."""

    tier: str
    tier_name: str
    closes_at: int
    """The hour at which the window closes."""
    last_hour: int
    """The last hour at which ordering it is early enough."""
    state: str
    """`in_time` (it is or will be ready), `open` (there is time), `now` (this is the last turn) or `missed`."""
    words: str


@frozen
class OptionView:
    """A capability with a lead time, of this seat or, where others see it, of another."""

    id: str
    name: str
    summary: str
    owner: str
    owner_name: str
    mine: bool
    state: str
    """`not_ordered`, `preparing`, `ready` or `lapsed`."""
    words: str
    """Its state in a sentence."""
    lead_hours: float
    lasts_hours: float
    ready_at: float | None
    """The hour; None where it is not ordered."""
    lapses_at: float | None
    deadlines: tuple[DeadlineView, ...]
    """One for each tier in which this seat must respond."""

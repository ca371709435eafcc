"""Commitments: who has promised what, whether it is due, and whether it was kept."""

from attrs import frozen


@frozen
class CommitmentView:
    """A promise that this seat knows of."""

    id: str
    name: str
    issuer: str
    issuer_name: str
    on: str
    on_name: str
    """Against whom the answer goes."""
    rung: int
    rung_name: str
    """What keeps it."""
    promise_name: str
    publicity: float
    state: str
    """`dormant`, `in_force`, `due`, `kept`, `broken` or `withdrawn`."""
    words: str
    """Its state in a sentence."""
    trigger: tuple[str, ...]
    """When it falls due, in words."""
    due: float | None
    """The deadline, while due."""
    mine: bool
    against_me: bool

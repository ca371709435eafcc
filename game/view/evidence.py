"""Evidence: what has come in, from whom, who else has it, and what is due."""

from attrs import frozen


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
    """`seen`, `awaited` (it comes to this seat or to the public by itself) or `on_order` (somebody must gather it)."""
    text: str
    """What it shows; empty while unseen."""
    public: bool
    """Whether everybody has it (`seen`) or will (`awaited`)."""
    due: float | None
    """The hour at which it is expected, while awaited."""
    burns_source: bool
    """Whether releasing it costs the source."""


@frozen
class ClaimView:
    """What an actor says in public about why an incident happened."""

    incident: str
    incident_name: str
    actor: str
    actor_name: str
    text: str

"""What lies between two actors lies between two."""

from collections.abc import Iterator

from game.loading.problems import Finding
from game.model.scenario import Scenario


def check(scenario: Scenario) -> Iterator[Finding]:
    """Contacts join different actors; nobody promises something against itself."""
    for number, contact in enumerate(scenario.hazard.contacts, 1):
        if contact.between[0] == contact.between[1]:
            yield Finding(("hazard", "contacts", number, "between"), "an actor is not in contact with itself")
    for id, commitment in scenario.commitments.items():
        if commitment.issuer == commitment.on:
            yield Finding(("commitments", str(id), "on"), "the issuer cannot answer itself")

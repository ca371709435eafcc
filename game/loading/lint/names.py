"""Names fit on screens."""

from collections.abc import Iterator, Mapping

from game.loading.lint.walk import objects
from game.loading.problems import Finding
from game.model.scenario import Scenario

LONGEST = 48
LONGEST_OF: Mapping[str, int] = {
    "Objective": 90,
    "Contingency": 72,
    "Commitment": 72,
    "Rung": 56,
    "Evidence": 64,
    "Contact": 64,
}
"""Names that stand on a line of their own may be longer."""
LONGEST_SHORT = 12
LONGEST_TITLE = 64


def check(scenario: Scenario) -> Iterator[Finding]:
    """Names are not empty and not longer than there is room for."""
    if not scenario.title.strip() or len(scenario.title) > LONGEST_TITLE:
        yield Finding(("title",), _wrong(scenario.title, LONGEST_TITLE))
    for path, value in objects(scenario):
        name = getattr(value, "name", None)
        if isinstance(name, str):
            longest = LONGEST_OF.get(type(value).__name__, LONGEST)
            if not name.strip() or len(name) > longest:
                yield Finding((*path, "name"), _wrong(name, longest))
    for id, actor in scenario.actors.items():
        if len(actor.short) > LONGEST_SHORT:
            yield Finding(("actors", str(id), "short"), _wrong(actor.short, LONGEST_SHORT))


def _wrong(name: str, longest: int) -> str:
    return f"{len(name)} letters; there is room for {longest}" if name.strip() else "it is empty"

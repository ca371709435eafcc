"""Every game ends, and every ending can be reached."""

from collections.abc import Iterator

from game.loading.problems import Finding
from game.model.scenario import Scenario


def check(scenario: Scenario) -> Iterator[Finding]:
    """The last outcome matches always, when the clock has run out; no other does."""
    outcomes = list(scenario.outcomes.values())
    if not outcomes:
        yield Finding(("outcomes",), "at least one outcome is needed")
        return
    for outcome in outcomes[:-1]:
        if not outcome.when:
            message = (
                "it matches always, so those below it are never reached; give it conditions, or put it last"
            )
            yield Finding(("outcomes", str(outcome.id)), message)
    last = outcomes[-1]
    path = ("outcomes", str(last.id))
    if last.when:
        yield Finding(
            (*path, "when"),
            "the last outcome must match always, or a game may have no ending; leave out `when`",
        )
    elif not last.at_end_only:
        yield Finding((*path, "at_end_only"), "without conditions it would end every game at once")

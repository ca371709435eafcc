"""Signals are no acts of force, and only an issuer ties its own hands."""

from collections.abc import Iterator

from game.loading.lint.walk import Path, primitives, who_acts
from game.loading.problems import Finding, listed
from game.model.actions import Kind
from game.model.commitments import Commitment
from game.model.ids import ActorId, CommitmentId
from game.model.scenario import Scenario


def check(scenario: Scenario) -> Iterator[Finding]:
    """What an act of force says, it does; hands are tied by whoever gave the promise."""
    for action in scenario.actions.values():
        if action.signal is not None and action.kind is Kind.FORCE:
            yield Finding(
                ("actions", str(action.id), "signal"),
                "an act of force is no mere signal: leave `signal` out, or give the act another `kind`",
            )
    for path, value in primitives(scenario):
        if path[-1] == "tie_hands":
            issuer = _issuer(scenario, value.commitment)
            others = [actor for actor in _actors(scenario, path) if actor != issuer]
            if others:
                yield Finding(
                    (*path, "commitment"),
                    f"only {issuer}, who gives this promise, ties its hands to it, not {listed(others)}",
                )
            elif not _actors(scenario, path):
                yield Finding(path, "nobody acts here: hands are tied by an action, or by a term of a deal")
            if value.publicity == 0 and value.understood == 0:
                yield Finding(path, "it ties nothing: say how much `publicity` or `understood` it adds")


def _issuer(scenario: Scenario, commitment: CommitmentId) -> ActorId:
    """Who gives a promise: one of the file, or a tier's, which is called `plan.tier.responder`."""
    found: Commitment | None = scenario.commitments.get(commitment)
    return found.issuer if found is not None else ActorId(commitment.rpartition(".")[2])


def _actors(scenario: Scenario, path: Path) -> tuple[ActorId, ...]:
    """Who may bring an effect at a path about."""
    if path[0] == "actions":
        return who_acts(scenario, str(path[1]))
    if path[0] == "deals" and path[2] == "terms":
        terms = next(deal.terms for id, deal in scenario.deals.items() if str(id) == path[1])
        return tuple(term.giver for id, term in terms.items() if str(id) == path[3])
    return ()

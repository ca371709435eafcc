"""What would make a promise more believed: each term of the ledger moved alone, the others as they are."""

from collections.abc import Iterator

import numpy as np
from attrs import evolve, frozen

from game.engine.ledger import Ledger, Row
from game.engine.ledger.formulas import Amount, Terms, as_understood, cost_of_answering, hands_tied, log_odds
from game.engine.ledger.tabled import chance
from game.engine.ledger.words import at

LEAST = 0.01
"""A lever that moves the likelihood by less is not worth a line."""
MORE_TRUSTED = 1.0
"""By how many log-odds the issuer's word is moved: from 50 % to 73 %, from 73 % to 88 %."""


@frozen
class LeverView:
    """One thing that would make a promise more believed."""

    kind: str
    """`understood`, `public`, `believed`, `word`, `tripwire` or `strength`."""
    likely: float
    """How likely the answer would look then, 0-1."""


def levers(found: Ledger, row: Row) -> tuple[LeverView, ...]:
    """What would make one promised answer more believed, the strongest first."""
    now = float(_likely(found, row))
    better = [LeverView(kind, likely) for kind, likely in _moved(found, row) if likely - now >= LEAST]
    return tuple(sorted(better, key=lambda lever: -lever.likely))


def _moved(found: Ledger, row: Row) -> Iterator[tuple[str, float]]:
    answer, bearing, terms = row.answer, found.bearing, row.terms
    yield "understood", _likely(found, row, understood=1.0)
    tied = at(terms.tied_hands, 0)
    public = at(bearing.public(answer), 0)
    believed = tied / (public * answer.severity / 100.0) if public * answer.severity else 1.0
    yield "public", _likely(found, row, evolve(terms, tied_hands=hands_tied(1.0, answer.severity, believed)))
    yield "believed", _likely(found, row, evolve(terms, tied_hands=hands_tied(public, answer.severity, 1.0)))
    yield "word", _likely(found, row, credibility=at(row.credibility, 0) + MORE_TRUSTED)
    if answer.target != answer.issuer:
        yield "tripwire", _likely(found, row, evolve(terms, tripwire=1.0))
    ready, against = at(row.ready, 0), at(row.against, 0)
    if found.program.scenario.forces and ready + against > 0:
        cheaper = cost_of_answering(answer.severity, against / (2 * ready + against))
        yield "strength", _likely(found, row, evolve(terms, cost=cheaper))


def _likely(
    found: Ledger,
    row: Row,
    terms: Terms | None = None,
    *,
    credibility: float | None = None,
    understood: Amount | None = None,
) -> float:
    """q^ of a promised answer with some of its terms changed, by the ledger's own formulas."""
    weights, terms = found.bearing.weights, terms or row.terms
    word = at(row.credibility, 0) if credibility is None else credibility
    spoken = log_odds(word, weights, terms)
    silent = log_odds(word, weights, evolve(terms, tied_hands=0.0))
    heard = row.understood if understood is None else understood
    both = (chance(np.asarray([at(odds, 0)])) for odds in (spoken, silent))
    return at(as_understood(1.0, at(heard, 0), *both), 0) * at(row.chain, 0)

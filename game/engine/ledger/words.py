"""Why an answer is as likely, and would hurt as much, as the ledger says: short sober clauses."""

from collections.abc import Iterator

import numpy as np
from attrs import frozen

from game.engine.exact import logistic
from game.engine.ledger.formulas import Amount
from game.engine.ledger.rows import Ledger, Row
from game.language import _, count, say

SLIGHT = 0.05
"""A term that moves log-odds by less is not worth a clause."""


@frozen
class Why:
    """The clauses of one row in one game, about the responder: `has 3 units within a day`."""

    capability: tuple[str, ...]
    """What it could do."""
    credibility: tuple[str, ...]
    """What speaks for and against its doing it."""
    communication: tuple[str, ...]
    """How public its promise is, and how well it was understood."""


def why(ledger: Ledger, row: Row, game: int = 0) -> Why:
    """The clauses of a row in one game of the batch."""
    return Why(
        tuple(_capability(ledger, row, game)),
        tuple(_credibility(ledger, row, game)),
        tuple(_communication(ledger, row, game)),
    )


def at(amount: Amount, game: int) -> float:
    """One game's number."""
    column = np.asarray(amount, dtype=np.float64)
    return float(column[game] if column.ndim else column)


def _units(number: float) -> str:
    rounded = round(number, 1)
    return count(rounded, "{number:g} unit", "{number:g} units", number=rounded)


def _share(probability: float) -> str:
    return say("{percent} %", percent=round(100 * probability))


def _window(hours: int) -> str:
    if hours == 24:
        return _("within a day")
    return count(hours, "within {number} hour", "within {number} hours") if hours else _("on the spot")


def _capability(ledger: Ledger, row: Row, game: int) -> Iterator[str]:
    if ledger.program.scenario.forces:
        ready, against = at(row.ready, game), at(row.against, game)
        hours = ledger.program.scenario.deterrence.window_hours
        yield say(
            "has {ready} ready {window}, against {against}",
            ready=_units(ready),
            window=_window(hours),
            against=_units(against),
        )
    if at(row.denial, game) > 0:
        yield say("would take back {share} of what is gained", share=_share(at(row.denial, game)))


def _credibility(ledger: Ledger, row: Row, game: int) -> Iterator[str]:
    weights, terms = ledger.bearing.weights, row.terms
    word = float(logistic(at(row.credibility, game)))
    if row.answer.commitment is not None:
        yield say("its word has weight {share}", share=_share(word))
    else:
        yield say("has promised nothing; answers such acts unasked in {share} of cases", share=_share(word))
    in_the_way = say("has {units} in harm's way", units=_units(at(row.exposed, game)))
    for weight, term, clause in (
        (weights.stake, terms.stake, _("has a stake in what is hit")),
        (weights.tripwire, terms.tripwire, in_the_way),
        (weights.cost, terms.cost, _("would pay for an answer")),
        (weights.strategic, terms.strategic, _("has strategic arms to fear")),
    ):
        if at(weight, game) * at(term, game) >= SLIGHT:
            yield clause
    if at(row.chain, game) < 1.0 - 1e-9:
        chain = _share(at(row.chain, game))
        yield say("what must come before its answer comes in {share} of cases", share=chain)


def _communication(ledger: Ledger, row: Row, game: int) -> Iterator[str]:
    if row.answer.commitment is None:
        return
    if at(ledger.bearing.weights.tied_hands, game) * at(row.terms.tied_hands, game) >= SLIGHT:
        yield _("has tied its hands in public")
    elif at(ledger.bearing.public(row.answer), game) < SLIGHT:
        yield _("has promised in private")
    understood = at(row.understood, game)
    if understood < 0.25:
        yield _("hardly understood")
    elif understood < 0.45:
        yield _("little understood")
    elif understood < 0.65:
        yield _("half understood")
    elif understood < 0.9:
        yield _("mostly understood")
    else:
        yield _("understood")

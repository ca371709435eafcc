"""Why an answer is as likely, and would hurt as much, as the ledger says: short sober clauses."""

from collections.abc import Iterator

import numpy as np
from attrs import frozen

from game.engine.exact import logistic
from game.engine.ledger.formulas import Amount
from game.engine.ledger.rows import Ledger, Row

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


def _units(count: float) -> str:
    said = f"{count:.1f}".removesuffix(".0")
    return f"{said} unit" if said == "1" else f"{said} units"


def _share(probability: float) -> str:
    return f"{round(100 * probability)} %"


def _window(hours: int) -> str:
    if hours == 24:
        return "within a day"
    return f"within {hours} hours" if hours else "on the spot"


def _capability(ledger: Ledger, row: Row, game: int) -> Iterator[str]:
    if ledger.program.scenario.forces:
        ready, against = at(row.ready, game), at(row.against, game)
        hours = ledger.program.scenario.deterrence.window_hours
        yield f"has {_units(ready)} ready {_window(hours)}, against {_units(against)}"
    if at(row.denial, game) > 0:
        yield f"would take back {_share(at(row.denial, game))} of what is gained"


def _credibility(ledger: Ledger, row: Row, game: int) -> Iterator[str]:
    weights, terms = ledger.bearing.weights, row.terms
    word = float(logistic(at(row.credibility, game)))
    if row.answer.commitment is not None:
        yield f"its word has weight {_share(word)}"
    else:
        yield f"has promised nothing; answers such acts unasked in {_share(word)} of cases"
    for weight, term, clause in (
        (weights.stake, terms.stake, "has a stake in what is hit"),
        (weights.tripwire, terms.tripwire, f"has {_units(at(row.exposed, game))} in harm's way"),
        (weights.cost, terms.cost, "would pay for an answer"),
        (weights.strategic, terms.strategic, "has strategic arms to fear"),
    ):
        if at(weight, game) * at(term, game) >= SLIGHT:
            yield clause
    if at(row.chain, game) < 1.0 - 1e-9:
        yield f"what must come before its answer comes in {_share(at(row.chain, game))} of cases"


def _communication(ledger: Ledger, row: Row, game: int) -> Iterator[str]:
    if row.answer.commitment is None:
        return
    if at(ledger.bearing.weights.tied_hands, game) * at(row.terms.tied_hands, game) >= SLIGHT:
        yield "has tied its hands in public"
    elif at(ledger.bearing.public(row.answer), game) < SLIGHT:
        yield "has promised in private"
    understood = at(row.understood, game)
    if understood < 0.25:
        yield "hardly understood"
    elif understood < 0.45:
        yield "little understood"
    elif understood < 0.65:
        yield "half understood"
    elif understood < 0.9:
        yield "mostly understood"
    else:
        yield "understood"

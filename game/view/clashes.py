"""How likely forces clash by accident this turn, as one seat sees it, under each rules of engagement."""

import numpy as np

from game.engine.ledger.risk import chances, standing
from game.view.sight import Sight


def clash_chance(sight: Sight, factor: float = 1.0) -> float:
    """The chance that this seat's forces are in an accidental clash within the turn, at the present rungs.

    `factor` multiplies the hazard: rules of engagement do nothing else to it.
    """
    if not sight.program.rungs:
        return 0.0
    rows, spared = sight.observation, 1.0
    for pair in sight.program.in_contact:
        if sight.me in (pair.one, pair.other):
            other = pair.other if pair.one == sight.me else pair.one
            by_rung = np.asarray(chances(rows, pair))
            spared *= 1.0 - float(by_rung[int(np.asarray(standing(rows, sight.me, other))[0])][0])
    return 1.0 - float(spared**factor)

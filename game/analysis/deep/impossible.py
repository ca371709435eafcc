"""Actions that nobody can ever take: not legal in any game of any mix, with what never held."""

from collections.abc import Iterator

import numpy as np

from game.analysis.deep.findings import Checked, Found
from game.analysis.deep.sample import Material, Reading
from game.model.ids import ActionId


def check(material: Material) -> Checked:
    """An action that no reading's games ever allowed is a problem; in a textbook game it is noted."""
    actions = dict.fromkeys(action for reading in material.readings for action in reading.scenario.actions)
    return Checked(tuple(found for action in actions for found in _check(material, action)))


def possible(material: Material, action: ActionId) -> bool:
    """Whether somebody could take an action in some game."""
    return any(
        sampled.tally.possible[move.index]
        for sampled in material.samples
        for move in sampled.reading.program.moves
        if move.action.id == action
    )


def _check(material: Material, action: ActionId) -> Iterator[Found]:
    if possible(material, action):
        return
    games = sum(len(sampled.games.outcome) for sampled in material.samples)
    reasons = dict.fromkeys(
        reason for reading in material.readings for reason in _why(material, reading, action)
    )
    said = "; ".join(reasons) or "what it needs was never true all at once"
    yield Found(
        material.grave,
        ("actions", str(action)),
        f"nobody could ever take this action in {games:,} games: {said}",
    )


def _why(material: Material, reading: Reading, action: ActionId) -> Iterator[str]:
    """What it needs that never held, in plain words."""
    held = np.logical_or.reduce([sampled.tally.held for sampled in material.of(reading)])
    for move in reading.program.moves:
        if move.action.id == action:
            for index in move.requires:
                if not held[index]:
                    words = reading.program.explain(reading.program.conditions[index])
                    who = reading.program.words(move.actor)
                    yield f"for {who}, it never held that {words}"

"""Conditions, one file a family. Importing this package registers them all."""

from game.engine.conditions import (
    acts,
    coalitions,
    deals,
    exposure,
    forces,
    knowledge,
    logic,
    promises,
    salami,
    situation,
    steps,
)

__all__ = [
    "acts",
    "coalitions",
    "deals",
    "exposure",
    "forces",
    "knowledge",
    "logic",
    "promises",
    "salami",
    "situation",
    "steps",
]

"""Conditions, one file a family. Importing this package registers them all."""

from game.engine.conditions import acts, coalitions, knowledge, logic, promises, salami, situation, steps

__all__ = ["acts", "coalitions", "knowledge", "logic", "promises", "salami", "situation", "steps"]

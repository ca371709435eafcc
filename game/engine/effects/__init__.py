"""Effects, one file a family. Importing this package registers them all."""

from game.engine.effects import acts, branches, coalitions, deals, forces, intelligence, plans, signals

__all__ = ["acts", "branches", "coalitions", "deals", "forces", "intelligence", "plans", "signals"]

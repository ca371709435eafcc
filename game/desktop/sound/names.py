"""Which sounds there are, and the form in which they are kept."""

from typing import Final

RATE: Final = 22_050
"""Samples a second; nothing in these sounds lies above 6,000 Hz."""

NAMES: Final = ("press", "refuse", "turn", "reveal", "beat", "alarm", "evidence", "deal", "end")
"""press: something was pressed. refuse: it cannot be. turn: orders are given. reveal: what happened is shown.
beat: one thing of it. alarm: force, an accident, a limit crossed. evidence: somebody learnt something.
deal: an agreement, a promise kept. end: the game is over."""

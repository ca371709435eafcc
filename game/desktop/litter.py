"""When Python looks for litter: beside the window after long work, and hardly while something moves.

A game is some hundred thousand objects. Looking through all of them takes a tenth of a second, and Python
does so whenever many new ones were made: in the middle of a drag, say. What long work has made stays long,
so it is put aside once looked through; what is drawn leaves little to look at.
"""

import gc

YOUNG, MIDDLE, OLD = 5000, 10, 50
"""So many new objects are made before Python looks at them, and so often before it looks further back."""


def seldom() -> None:
    """Look through new objects less often than Python does by itself: a page is made of thousands."""
    gc.set_threshold(YOUNG, MIDDLE, OLD)


def put_aside() -> None:
    """Clear away what nothing needs and put aside what is left: it is not looked through again."""
    gc.collect()
    gc.freeze()


def clear() -> None:
    """Look through everything again, the game put aside before too: another one is opened."""
    gc.unfreeze()
    put_aside()

"""Something that takes longer than a frame, done a little in each frame while something stands in for it."""

from collections.abc import Generator, Hashable
from time import perf_counter
from typing import Generic, TypeVar

Made = TypeVar("Made")

SHARE = 0.0012
"""How many seconds of a frame such work may take; it ends with the step that goes beyond."""


def at_once(steps: Generator[None, None, Made]) -> Made:
    """Take all steps and return what comes of them."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            made: Made = end.value
            return made


class Piecework(Generic[Made]):
    """What is being made, and for what."""

    def __init__(self) -> None:
        self._of: Hashable = None
        self._steps: Generator[None, None, Made] | None = None

    @property
    def busy(self) -> bool:
        """Whether anything is being made."""
        return self._steps is not None

    def busy_with(self, of: Hashable) -> bool:
        """Whether this is what is being made."""
        return self._steps is not None and self._of == of

    def begin(self, of: Hashable, steps: Generator[None, None, Made]) -> None:
        """Make something else from now on."""
        self._of, self._steps = of, steps

    def stop(self) -> None:
        """Make nothing any more."""
        self._of = self._steps = None

    def go_on(self) -> Made | None:
        """Take some steps; return what was made once it is."""
        until = perf_counter() + SHARE
        while self._steps is not None and perf_counter() < until:
            try:
                next(self._steps)
            except StopIteration as end:
                self.stop()
                made: Made = end.value
                return made
        return None

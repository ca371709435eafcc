"""What moves: a motion has a name, a start and a length; under reduced motion everything is there at once."""

from collections.abc import Callable
from time import perf_counter

SWINGS = 4
"""How often something swings before it rests."""


class Motion:
    """The clock of one window's motions."""

    def __init__(self, clock: Callable[[], float] = perf_counter) -> None:
        self._clock = clock
        self._started: dict[str, float] = {}
        self._latest = float("-inf")
        self.reduced = False
        """Whether nothing moves."""
        self.faster = 1.0
        """How much faster than designed things move."""
        self.now = clock()
        """The time of the frame being drawn, in seconds."""
        self.going = False
        """Whether something that this frame drew is still on its way: another frame is needed."""

    def begin_frame(self) -> None:
        """Start a frame: everything in it is drawn for one moment."""
        self.now = self._clock()
        self.going = False

    def ask(self) -> None:
        """Ask for another frame after this one: something is still being made."""
        self.going = True

    def start(self, name: str) -> None:
        """Start a motion anew."""
        self._started[name] = self._latest = self._clock()

    def stop(self, prefix: str = "") -> None:
        """Forget motions; they are then at their end."""
        for name in [name for name in self._started if name.startswith(prefix)]:
            del self._started[name]

    def progress(self, name: str, seconds: float, delay: float = 0.0) -> float:
        """Return how far a motion is, 0 to 1; 1 for one never started, or under reduced motion."""
        began = self._started.get(name)
        if began is None or self.reduced:
            return 1.0
        gone = (self.now - began) * self.faster - delay
        if gone >= seconds:
            return 1.0
        self.going = True
        return max(0.0, gone / seconds)

    def eased(self, name: str, seconds: float, delay: float = 0.0) -> float:
        """Return how far a motion is that starts fast and comes to rest gently."""
        left = 1.0 - self.progress(name, seconds, delay)
        return 1.0 - left * left * left

    def pulse(self, seconds: float) -> float:
        """Return a value that swings between 0 and 1 a few times after the last motion began, and is then 1.

        Nothing swings for ever: a window in which nothing happens draws no frames.
        """
        gone = (self.now - self._latest) * self.faster
        if self.reduced or gone >= SWINGS * seconds:
            return 1.0
        self.going = True
        phase = (gone / seconds + 0.5) % 1.0
        return 1.0 - abs(2.0 * phase - 1.0)

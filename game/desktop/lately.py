"""What was drawn lately: so many pictures are kept, and the one unused for longest goes first."""

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Drawn = TypeVar("Drawn")


class Lately(Generic[Drawn]):
    """Things that take a while to make, by what they depend on.

    A window that is pulled larger asks for every size on the way; without a bound all of them would stay.
    """

    def __init__(self, most: int) -> None:
        """`most` must have room for all that one frame needs, or each frame makes all of it anew."""
        self.most = most
        self._made: dict[Hashable, Drawn] = {}

    def __len__(self) -> int:
        return len(self._made)

    def get(self, key: Hashable, make: Callable[[], Drawn]) -> Drawn:
        """Return what was made for a key, or make it now."""
        # Put in again below: the first of them is then the one that was unused for longest
        found = self._made.pop(key) if key in self._made else make()
        self._made[key] = found
        if len(self._made) > self.most:
            del self._made[next(iter(self._made))]
        return found

"""What every condition and every effect can do. The classes live in the engine, one file a family."""

from collections.abc import Callable, Iterable
from typing import Any, Protocol, runtime_checkable

Words = Callable[[str], str]
"""Gives the name that people read for any id."""


@runtime_checkable
class Condition(Protocol):
    """Something that holds or does not hold in each game of a batch."""

    def holds(self, world: Any, /) -> Any:
        """The mask of the games in which it holds, bool (games,)."""

    def reads(self, scenario: Any, /) -> Iterable[tuple[str, ...]]:
        """The names of the rows that it looks at, so that legal moves can be kept from leaking secrets."""

    def explain(self, words: Words, /) -> str:
        """The condition as a clause in plain words: `the air option is ready`."""


@runtime_checkable
class Effect(Protocol):
    """Something that happens to the games of a mask."""

    def apply(self, world: Any, where: Any, cause: Any, /) -> None:
        """Change the games of the columns `where` by the world's mutators; `cause` names who did it."""

    def consequences(self, scenario: Any, /) -> Iterable[tuple[tuple[str, ...], float]]:
        """What a computer player expects of it: kinds of consequence with their amounts."""

    def explain(self, words: Words, /) -> str:
        """The effect as a clause in plain words: `war cost rises by 4`."""

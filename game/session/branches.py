"""Lines of play: going back to a turn begins a new line, and every older one is kept and can be returned to.

A record's lines of text are applied here one by one, when it is written and when it is read, so that both
always agree on which lines of play there are.
"""

from typing import Self

from attrs import evolve, frozen

from game.language import _, say
from game.session.fields import Malformed
from game.session.lines import End, Entry, Given, Override, Switch, Turn, Undo


@frozen
class Branch:
    """One line of play, from the game's start to where it was left."""

    id: int
    """Lines are counted from 0 in the order in which they were begun."""
    parent: int | None = None
    """The line that it left; None for the first."""
    first: int = 1
    """The number of its first turn of its own."""
    turns: tuple[Turn, ...] = ()
    """All of its turns, with those that it shares with older lines."""
    overrides: tuple[Override, ...] = ()
    """The changes of assumptions that count on it, in order."""
    end: End | None = None
    """How it ended, if it did."""

    @property
    def own(self) -> int:
        """How many turns it shares with no older line."""
        return len(self.turns) - self.first + 1

    @property
    def empty(self) -> bool:
        """Whether nothing has happened on it yet that older lines do not hold."""
        return self.parent is not None and not self.own and not self.changed_from(self.first)

    def changed_from(self, turn: int) -> tuple[Override, ...]:
        """The changes of assumptions in that turn and later."""
        return tuple(change for change in self.overrides if change.turn >= turn)

    def changed_in(self, turn: int) -> tuple[Override, ...]:
        """The changes of assumptions before that turn's orders."""
        return tuple(change for change in self.overrides if change.turn == turn)


@frozen
class Tree:
    """All lines of play of one game, and which of them is played."""

    branches: tuple[Branch, ...] = (Branch(0),)
    """In the order in which they were begun."""
    at: int = 0
    """The id of the line that is played."""
    given: tuple[Given, ...] = ()
    """Orders for the turn that is open, while others have still to give theirs."""

    @property
    def current(self) -> Branch:
        """The line that is played."""
        return self.branch(self.at)

    def branch(self, id: int) -> Branch:
        """A line by its id. Raises Malformed where there is none."""
        for branch in self.branches:
            if branch.id == id:
                return branch
        raise Malformed(say("there is no line of play number {number}", number=id))

    def owner(self, turn: int) -> int:
        """The line on which a turn of the current one was first played; the first line for its start."""
        branch = self.current
        while turn < branch.first and branch.parent is not None:
            branch = self.branch(branch.parent)
        return branch.id

    def then(self, entry: Entry) -> Self:
        """The tree after one more line of the record. Raises Malformed where that line cannot follow."""
        if isinstance(entry, Undo):
            return self._back_to(entry.turn)
        if isinstance(entry, Switch):
            return self._over_to(entry.line)
        now = self.current
        if now.end is not None:
            raise Malformed(_("the game goes on although it is over"))
        if isinstance(entry, End):
            return self._with(evolve(now, end=entry))
        if entry.turn != len(now.turns) + 1:
            raise Malformed(say("turn {turn} follows turn {last}", turn=entry.turn, last=len(now.turns)))
        if isinstance(entry, Given):
            others = tuple(given for given in self.given if given.actor != entry.actor)
            return evolve(self, given=(*others, entry))
        if isinstance(entry, Override):
            return self._with(evolve(now, overrides=(*now.overrides, entry)))
        return self._with(evolve(now, turns=(*now.turns, entry)))

    def _with(self, branch: Branch) -> Self:
        """The tree with the current line as it is now; orders given for the open turn are void."""
        branches = tuple(branch if one.id == branch.id else one for one in self.branches)
        return evolve(self, branches=branches, given=())

    def _back_to(self, turn: int) -> Self:
        now = self.current
        if not 1 <= turn <= len(now.turns):
            raise Malformed(
                say("turn {turn} cannot be undone, for {last} were played", turn=turn, last=len(now.turns))
            )
        kept = tuple(one for one in self.branches if one is not now or not now.empty)
        fresh = Branch(
            id=kept[-1].id + 1,
            parent=self.owner(turn - 1),
            first=turn,
            turns=now.turns[: turn - 1],
            overrides=tuple(change for change in now.overrides if change.turn < turn),
        )
        return evolve(self, branches=(*kept, fresh), at=fresh.id, given=())

    def _over_to(self, id: int) -> Self:
        now = self.current
        if self.branch(id) is now:
            raise Malformed(say("line of play number {number} is played already", number=id))
        kept = tuple(one for one in self.branches if one is not now or not now.empty)
        return evolve(self, branches=kept, at=id, given=())

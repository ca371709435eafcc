"""The lines of play of one game: what was played, where it branched, what one can return to."""

from attrs import frozen

from game.language import count, say, told
from game.model.ids import ActorId
from game.session.game import Game
from game.session.story import PlayedLine


@frozen
class LineView:
    """One line of play."""

    id: int
    name: str
    """`Line A`."""
    letters: str
    first: int
    """Its first turn of its own."""
    turns: int
    """How many turns were played on it, with those that it shares with an older line."""
    parent: int | None
    """The line that it left; None for the first."""
    parent_name: str
    ended: bool
    outcome: str
    """How it ended; empty while it goes on."""
    current: bool
    """Whether it is the one that is played."""
    changed_in: tuple[int, ...]
    """Turns in which assumptions were changed."""
    words: str
    """Where it comes from and how far it went, in a sentence."""
    passed: tuple[int, ...] = ()
    """Its turns in which nobody who plays here gave orders, so that there is nothing to order anew."""


@frozen
class LinesView:
    """All lines of play, in the order in which they were begun."""

    lines: tuple[LineView, ...]
    turn: int
    """The turn that is open on the current line; the last one if it has ended."""
    last: int
    """The last turn of the current line that can be ordered anew; 0 where there is none."""
    hours_per_turn: int

    @property
    def current(self) -> LineView:
        """The line that is played."""
        return next(line for line in self.lines if line.current)

    @property
    def longest(self) -> int:
        """The number of the last turn of any line, played or open."""
        return max(line.turns + (not line.ended) for line in self.lines)

    def hour(self, turn: int) -> int:
        """When a turn begins."""
        return (turn - 1) * self.hours_per_turn

    def path(self, line: LineView) -> tuple[LineView, ...]:
        """The lines through which a line came, the oldest first, itself last."""
        found = [line]
        while found[0].parent is not None:
            parent = found[0].parent
            found.insert(0, next(one for one in self.lines if one.id == parent))
        return tuple(found)

    def on_way(self, line: LineView, turn: int) -> bool:
        """Whether a turn of a line was played on the way to where the current line stands."""
        if not line.first <= turn <= line.turns:
            return False
        path = self.path(self.current)
        if line not in path:
            return False
        later = [one.first for one in path[path.index(line) + 1 :]]
        return turn < min(later, default=turn + 1)


def lines_view(game: Game) -> LinesView:
    """What there is to go back to, or over to."""
    played = game.lines()
    return LinesView(
        tuple(_line(game, played, line) for line in played),
        game.turn,
        _last(next(line for line in played if line.current), frozenset(game.people)),
        game.scenario.clock.hours_per_turn,
    )


def line_name(letters: str) -> str:
    """What people call a line."""
    return say("Line {letters}", letters=letters)


def _line(game: Game, played: tuple[PlayedLine, ...], line: PlayedLine) -> LineView:
    outcome = "" if line.outcome is None else told(game.scenario.outcomes[line.outcome].name)
    parent = next((line_name(one.letters) for one in played if one.id == line.parent), "")
    return LineView(
        id=line.id,
        name=line_name(line.letters),
        letters=line.letters,
        first=line.first,
        turns=line.turns,
        parent=line.parent,
        parent_name=parent,
        ended=line.ended,
        outcome=outcome,
        current=line.current,
        changed_in=line.changed_in,
        words=_words(line, parent, outcome),
        passed=_passed(line, frozenset(game.people)),
    )


def _passed(line: PlayedLine, people: frozenset[ActorId]) -> tuple[int, ...]:
    """Turns in which only computers gave orders; none where people just look on."""
    if not people:
        return ()
    return tuple(turn for turn, who in enumerate(line.ordered, start=1) if not people & who)


def _last(line: PlayedLine, people: frozenset[ActorId]) -> int:
    passed = _passed(line, people)
    return max((turn for turn in range(1, line.turns + 1) if turn not in passed), default=0)


def _words(line: PlayedLine, parent: str, outcome: str) -> str:
    length = count(line.turns, "{number} turn played", "{number} turns played")
    state = say("ended: {outcome}", outcome=outcome) if outcome else length
    if not parent:
        return state
    return say("left {parent} at turn {turn}; {state}", parent=parent, turn=line.first, state=state)

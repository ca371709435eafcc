"""A game in progress: any seat a person or a computer, secret orders, undo, a record that loses no turn."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Self

from game import __version__
from game.engine.events import Event
from game.engine.observe import Observation, check_orders
from game.engine.orders import Orders, orders_of
from game.engine.program import Program
from game.language import _, say
from game.model.ids import ActorId, AssumptionId, AssumptionSetId, OutcomeId
from game.model.scenario import Scenario
from game.players import player
from game.session import predictions
from game.session.branches import Tree
from game.session.fields import Malformed
from game.session.lines import Entry, Given, Header, Override, Switch, Turn, Undo
from game.session.match import Match, Truth
from game.session.predictions import Prediction, Score
from game.session.record import Journal, RecordProblem, events_digest, read
from game.session.replay import at_end_of, end_of, opened, override_problems, replay, seats_of, values_of
from game.session.saves import HUMAN, new_path
from game.session.sequel import Following, followings
from game.session.story import Changed, PlayedLine, changes, played_lines


class OrdersRefused(ValueError):
    """Orders, or a slip, that cannot be taken; `problems` says why, in words."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(self.problems))


class NotYet(RuntimeError):
    """Something was asked for before its time: a turn's end without all orders, the truth during play."""


class Game:
    """One game, as its seats play it."""

    def __init__(
        self, header: Header, match: Match, journal: Journal | None, tree: Tree | None = None
    ) -> None:
        """Use `Game.start` or `Game.resume`."""
        self.header = header
        """What the game started from."""
        self.notice: str | None = None
        """What people should be told when a game is resumed: that a torn line was dropped."""
        self._match = match
        self._journal = journal
        self._tree = tree or Tree()
        self._orders: dict[ActorId, Orders] = {}
        self._slips: dict[ActorId, tuple[Prediction, ...]] = {}
        self._players = {
            actor: player(name, match.program, header.seed)
            for actor, name in header.seats.items()
            if name != HUMAN
        }

    @classmethod
    def start(
        cls,
        scenario: Scenario,
        *,
        seed: int,
        game: int = 0,
        values: Mapping[AssumptionId, float] | None = None,
        assumptions: AssumptionSetId | None = None,
        seats: Mapping[ActorId, str] | None = None,
        path: Path | None = None,
        save: bool = True,
        source: Path | None = None,
    ) -> Self:
        """Start a game and its record.

        `values` change assumptions beyond the set `assumptions`. Seats that `seats` leaves out are played by
        the actor's own doctrine. The record goes to `path`, or else to a new file among the saved games; with
        `save=False` there is none. `source` is the scenario's file, if it does not come with Backstop. Raises
        RecordProblem where the record cannot be written.
        """
        header = Header(
            engine=__version__,
            scenario=scenario.id,
            content=scenario.content_hash,
            file=None if source is None else str(source.resolve()),
            variant=scenario.variant,
            assumptions=assumptions,
            values=dict(values or {}),
            seed=seed,
            game=game,
            seats=seats_of(scenario, seats or {}),
        )
        started = cls(header, opened(scenario, header), None)
        if save:
            started._journal = Journal.create(path or new_path(scenario.id), header)
        return started

    @classmethod
    def resume(cls, path: Path) -> Self:
        """Go on with a recorded game. Raises RecordProblem where its record is unsound or no longer fits."""
        record = read(path)
        again = replay(record)
        if again.difference is not None:
            raise RecordProblem(
                say("{path}: it cannot be played on: {reason}", path=path, reason=again.difference)
            )
        game = cls(record.header, again.match, Journal.reopen(path, record), record.tree)
        game.notice = record.notice
        if game.over and record.end is None:
            game._write(end_of(again.match))
        for given in record.given:
            problems = game.problems_with(given.actor, given.orders, given.prediction)
            if problems:
                problem = say("turn {turn}: {problem}", turn=given.turn, problem=problems[0])
                raise RecordProblem(
                    say("{path}: it cannot be played on: {reason}", path=path, reason=problem)
                )
            game._orders[given.actor], game._slips[given.actor] = given.orders, given.prediction
        return game

    # --- what everybody knows -----------------------------------------------------------------------------

    @property
    def scenario(self) -> Scenario:
        """What is played."""
        return self._match.program.scenario

    @property
    def program(self) -> Program:
        """What is played, compiled."""
        return self._match.program

    @property
    def path(self) -> Path | None:
        """Where the record is."""
        return None if self._journal is None else self._journal.path

    @property
    def seats(self) -> dict[ActorId, str]:
        """Who plays each actor: `human`, or the name of a computer player."""
        return dict(self.header.seats)

    @property
    def people(self) -> tuple[ActorId, ...]:
        """The seats that people play."""
        return tuple(actor for actor, who in self.header.seats.items() if who == HUMAN)

    @property
    def turn(self) -> int:
        """The turn to be ordered now, from 1; the last turn once the game is over."""
        return self._match.turn

    @property
    def turns_played(self) -> int:
        """How many turns were resolved; each of them can be undone."""
        return self._match.turns

    @property
    def hour(self) -> int:
        """When this turn began, in hours since the start."""
        return self._match.hour

    @property
    def over(self) -> bool:
        """Whether the game has ended."""
        return self._match.over

    @property
    def outcome(self) -> OutcomeId | None:
        """How it ended, if it did."""
        return self._match.outcome

    # --- what one seat knows ------------------------------------------------------------------------------

    def observation(self, actor: ActorId) -> Observation:
        """What a seat may know now."""
        return self._match.observation(actor)

    def history(self, actor: ActorId) -> tuple[Observation, ...]:
        """What a seat knew when each turn was to be ordered, and knows now: the last one is `observation`."""
        return self._match.history(actor)

    def events(self, actor: ActorId | None = None) -> tuple[Event, ...]:
        """What a seat saw happen; everything for None, once the game is over."""
        if actor is None:
            self._only_when_over()
            return self._match.events()
        return tuple(event for event in self._match.events() if event.visible_to(actor))

    def seen(self, actor: ActorId) -> int:
        """How many of its `events` a seat had seen when it last gave orders; 0 before its first."""
        given = [line.turn for line in self._tree.current.turns if actor in line.orders]
        before = self._match.events_before(given[-1]) if given else ()
        return len([event for event in before if event.visible_to(actor)])

    def own_orders(self, actor: ActorId) -> dict[int, Orders]:
        """What a seat ordered in the turns that were played, by turn."""
        return {line.turn: line.orders[actor] for line in self._tree.current.turns if actor in line.orders}

    def score(self, actor: ActorId) -> Score:
        """How well a seat predicted the others so far."""
        slips = {
            line.turn: line.predictions[actor]
            for line in self._tree.current.turns
            if actor in line.predictions
        }
        return predictions.score(slips, self._match.public_rungs())

    # --- orders -------------------------------------------------------------------------------------------

    def waiting_for(self) -> tuple[ActorId, ...]:
        """The seats of people whose orders are missing."""
        return tuple(
            actor
            for actor in self._match.ordering()
            if self.header.seats[actor] == HUMAN and actor not in self._orders
        )

    def ordered(self, actor: ActorId) -> Orders | None:
        """What a seat has ordered for this turn so far."""
        return self._orders.get(actor)

    def check(self, actor: ActorId, orders: Orders) -> tuple[str, ...]:
        """What is wrong with some orders, in words; nothing if they can be given."""
        if self.over:
            return (_("the game is over"),)
        if actor not in self._match.ordering():
            return (say("{actor} gives no orders this turn", actor=self.program.called(actor)),)
        return check_orders(self.observation(actor), orders)

    def submit(self, actor: ActorId, orders: Orders, prediction: Iterable[Prediction] | None = None) -> None:
        """Take a seat's orders for this turn, with its prediction slip; what it gave before is replaced.

        Raises OrdersRefused with everything that is wrong with them, and RecordProblem where they have to be
        kept until others have given theirs and cannot be written.
        """
        slip = tuple(prediction or ())
        found = self.problems_with(actor, orders, slip)
        if found:
            raise OrdersRefused(found)
        if any(other != actor for other in self.waiting_for()):
            self._write(Given(self._match.turns + 1, actor, orders, slip))
        self._orders[actor], self._slips[actor] = orders, slip

    def problems_with(
        self, actor: ActorId, orders: Orders, slip: tuple[Prediction, ...] = ()
    ) -> tuple[str, ...]:
        """Everything that is wrong with a person's orders and prediction slip, in words."""
        found = [*self.check(actor, orders)]
        if self.header.seats.get(actor, HUMAN) != HUMAN:
            found.append(say("{actor} is played by the computer", actor=self.program.called(actor)))
        if slip and not self.program.rungs:
            found.append(_("this scenario has no ladder, so there is nothing to predict"))
        return (*found, *predictions.problems(slip, actor, self.program.played))

    def end_turn(self) -> None:
        """Resolve the turn and write it down.

        Raises NotYet while orders are missing, and RecordProblem where the turn cannot be written: then it
        has not happened, and the orders stay as they are.
        """
        if self.over:
            raise NotYet(_("the game is over"))
        if missing := self.waiting_for():
            raise NotYet(
                say("orders are missing: {seats}", seats=", ".join(map(self.program.called, missing)))
            )
        orders = {actor: self._chosen(actor) for actor in self._match.ordering()}
        after = self._match.played(orders)
        slips = {actor: slip for actor, slip in self._slips.items() if slip}
        line = Turn(self._match.turns + 1, orders, slips, events_digest(after.latest_events()))
        self._write(line, *([end_of(after)] if after.over else []))
        self._stand(after)

    def play_on(self) -> None:
        """Resolve turns for as long as no person has to order anything."""
        while not self.over and not self.waiting_for():
            self.end_turn()

    # --- lines of play, and assumptions -------------------------------------------------------------------

    def undo_to(self, turn: int) -> None:
        """Go back to an earlier turn, to order it anew; the line of play that is left is kept."""
        self.go_to(self._tree.at, turn)

    def lines(self) -> tuple[PlayedLine, ...]:
        """All lines of play, in the order in which they were begun."""
        return played_lines(self._tree)

    def switch_to(self, line: int) -> None:
        """Go over to the end of another line of play; the one that is left is kept."""
        self.go_to(line)

    def go_to(self, line: int, turn: int | None = None) -> None:
        """Go to the start of a turn of any line of play, to order it anew, or to the end of another line.

        Raises ValueError where there is none or it is played already, RecordProblem where it cannot be:
        then the game stays where it is.
        """
        way: list[Entry] = []
        match = self._match
        if line != self._tree.at or turn is None:
            way, match = [Switch(line)], self._at_end_of(line)
        if turn is not None:
            if not 1 <= turn <= match.turns:
                raise ValueError(
                    say("turn {turn} cannot be undone, for {last} were played", turn=turn, last=match.turns)
                )
            way, match = [*way, Undo(turn)], match.back_to(turn)
        self._write(*way)
        self._stand(match)

    def _at_end_of(self, line: int) -> Match:
        try:
            branch = self._tree.then(Switch(line)).current
        except Malformed as problem:
            raise ValueError(str(problem)) from None
        return at_end_of(self.scenario, self.header, branch)

    def override(self, values: Mapping[AssumptionId, float]) -> None:
        """Change assumptions from the turn that is being ordered on; what has happened stays as it is.

        Raises NotYet once somebody has given orders for this turn, or the game is over, and ValueError for
        an unknown assumption or a value out of its range.
        """
        if self.over:
            raise NotYet(_("the game is over"))
        if self._orders:
            raise NotYet(_("somebody has given orders for this turn already"))
        if problems := override_problems(self.scenario, values):
            raise ValueError(problems[0])
        self._write(Override(self._match.turns + 1, dict(values)))
        self._stand(self._match.overridden(values))

    def values_in_play(self, turn: int | None = None) -> dict[AssumptionId, float]:
        """The assumptions that differ from their central values, now or in some turn."""
        now = values_of(self.scenario, self.header)
        for override in self._tree.current.overrides:
            if turn is None or override.turn <= turn:
                now.update(override.values)
        return now

    def changed(self) -> tuple[Changed, ...]:
        """The assumptions that were changed during the game, in order."""
        start = values_of(self.scenario, self.header)
        return tuple(changes(self.scenario, start, self._tree.current.overrides))

    # --- the end ------------------------------------------------------------------------------------------

    def values(self) -> dict[ActorId, float]:
        """What the end is worth to each actor, on its own scale."""
        self._only_when_over()
        return self._match.values()

    def state(self) -> str:
        """The digest of the end state."""
        self._only_when_over()
        return self._match.state()

    def truth(self) -> Truth:
        """What was hidden, turn by turn, once the game is over."""
        self._only_when_over()
        return self._match.truth()

    def followings(self) -> tuple[Following, ...]:
        """What can be played on from the end, once the game is over."""
        self._only_when_over()
        return followings(self._match)

    def _chosen(self, actor: ActorId) -> Orders:
        if self.header.seats[actor] == HUMAN:
            return self._orders[actor]
        return orders_of(self.program, self._players[actor].choose(self.observation(actor)), 0)

    def _write(self, *entries: Entry) -> None:
        """Write to the record, if there is one, and only then to the tree of lines. Raises RecordProblem."""
        tree = self._tree
        for entry in entries:
            tree = tree.then(entry)
        if self._journal is not None:
            self._journal.append(*entries)
        self._tree = tree

    def _stand(self, match: Match) -> None:
        """Go on from there; orders for the open turn are void."""
        self._match = match
        self._orders, self._slips = {}, {}

    def _only_when_over(self) -> None:
        if not self.over:
            raise NotYet(_("this can be seen when the game is over"))

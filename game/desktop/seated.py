"""People at their seats in a running game: the one place where the window meets the session."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Lock, RLock

from attrs import frozen

from game.desktop.draft import Expected
from game.desktop.play import SeatAtTable
from game.desktop.start import PERSON, Choices
from game.engine.orders import Orders
from game.language import _, count, say, spoken, told
from game.loading import choose_variants, load
from game.model.ids import ActorId, AssumptionId, AssumptionSetId, DealId
from game.session.game import Game
from game.session.predictions import Course, Prediction
from game.view.diplomacy import WeighedView
from game.view.ending import EndingView, ending_view
from game.view.lines import LinesView, lines_view
from game.view.seat import SeatView
from game.view.seated import seated_problems, seated_view, seated_weigh


class Busy(RuntimeError):
    """The game is at work on something else; it says so in words."""


@frozen
class _Still:
    """How the game stood when something was last done: what the window reads while more is done."""

    code: str
    """The language of its words."""
    over: bool
    people: tuple[SeatAtTable, ...]
    seats: tuple[SeatAtTable, ...]
    changed: int
    """How many assumptions were changed by hand."""
    lines: LinesView


class SeatedPlay:
    """A game in one window: people at some seats, one after the other, or nobody who only looks on.

    The window asks while the game is at work on a turn beside it. So what it shows is read when nothing is
    done, kept whole, and swapped at the end; meanwhile the window goes on showing what was kept.
    """

    def __init__(self, game: Game) -> None:
        self.game = game
        """Nothing but this class may change it."""
        waiting = (*game.waiting_for(), *game.people, *game.seats)
        self.actor = waiting[0]
        """The seat that is shown."""
        self._hands_to = self.actor if self.several and not game.over else ""
        self._doing = Lock()
        """Held from when something is asked for until it is done: meanwhile nothing else is begun."""
        self._reading = RLock()
        """Held while the game changes, or is read: neither may happen in the midst of the other."""
        self._view: tuple[str, SeatView] | None = None
        self._ending: tuple[str, EndingView] | None = None
        self._still = self._stand()
        self._look()

    @classmethod
    def start(cls, choices: Choices, seed: int) -> "SeatedPlay":
        """Start the game that was chosen; its record is saved from the first moment."""
        document = load(Path(choices.scenario.path))
        scenario = document.scenario(choose_variants(document, "+".join(choices.variant())))
        people = {ActorId(actor): PERSON for actor in choices.seats_of_people()}
        game = Game.start(
            scenario,
            seed=seed,
            values=_values(choices.values),
            assumptions=AssumptionSetId(choices.assumptions) if choices.assumptions else None,
            seats={ActorId(actor): name for actor, name in choices.computers().items()} | people,
            source=Path(choices.scenario.path),
        )
        return cls._opened(game)

    @classmethod
    def resume(cls, path: Path) -> "SeatedPlay":
        """Play a saved game on."""
        return cls._opened(Game.resume(path))

    @classmethod
    def _opened(cls, game: Game) -> "SeatedPlay":
        if game.people:
            game.play_on()
        return cls(game)

    # --- who sits here ------------------------------------------------------------------------------------

    @property
    def watched(self) -> bool:
        """Whether computers play every seat, and people only look on."""
        return not self.game.people

    @property
    def several(self) -> bool:
        """Whether people take turns at the window."""
        return len(self.game.people) > 1

    @property
    def people(self) -> tuple[SeatAtTable, ...]:
        """The seats that people play in this window."""
        return self._now().people

    @property
    def seats(self) -> tuple[SeatAtTable, ...]:
        """All seats, for those who look on."""
        return self._now().seats

    @property
    def hands_to(self) -> str:
        """The seat to which the window has to be handed over before anything more is shown."""
        return self._hands_to

    @property
    def first_time(self) -> bool:
        """Whether the seat that is shown has given no orders yet."""
        return not self.game.own_orders(self.actor)

    @property
    def last_ordered(self) -> int:
        """The last turn that was resolved with orders of the seat that is shown; 0 before the first."""
        return max(self.game.own_orders(self.actor), default=0)

    def sit(self, actor: str) -> None:
        """Show what another seat knows."""
        with self._alone():
            self.actor, self._hands_to = ActorId(actor), ""
            self._look()

    def _at_table(self, actors: tuple[ActorId, ...]) -> tuple[SeatAtTable, ...]:
        waiting = self.game.waiting_for()
        named = self.game.scenario.actors
        return tuple(SeatAtTable(str(one), told(named[one].name), one in waiting) for one in actors)

    # --- what is shown ------------------------------------------------------------------------------------

    @property
    def view(self) -> SeatView:
        """What the seat is shown now, in the language that is spoken here."""
        assert self._view is not None
        code, view = self._view
        if code != spoken().code and self._reading.acquire(blocking=False):
            try:
                view = self._look()
            finally:
                self._reading.release()
        return view

    @property
    def setting(self) -> str:
        """Which reading and which assumptions are played, in words."""
        header, scenario = self.game.header, self.game.scenario
        words = list(self.view.variant)
        if header.assumptions is not None:
            name = told(scenario.assumption_sets[header.assumptions].name)
            words.append(say("assumptions: {name}", name=name))
        changed = self._now().changed
        if changed:
            words.append(count(changed, "{number} changed by hand", "{number} changed by hand"))
        return " · ".join(words)

    @property
    def over(self) -> bool:
        """Whether the game has ended."""
        return self._still.over

    def lines(self) -> LinesView:
        """Return the lines of play of this game."""
        return self._now().lines

    def ending(self) -> EndingView:
        """Return how it ended, in the language that is spoken here."""
        known = self._ending
        if known is not None and known[0] == spoken().code:
            return known[1]
        with self._reading:
            view = ending_view(self.game)
            self._ending = spoken().code, view
        return view

    def look_back(self) -> None:
        """Work out beside the window what the ending will show, if the game is over."""
        if self.game.over:
            reasons = self.ending().reasons
            for player in reasons.players:
                reasons.of(player.actor)

    def weigh(self, table: str, levels: tuple[int, ...], first: str) -> tuple[WeighedView, ...]:
        """Return what a package on a table would be worth to each party, as this seat thinks."""
        return seated_weigh(self.game, self.actor, DealId(table), levels, first)

    def problems(self, orders: Orders) -> tuple[str, ...]:
        """Return what is wrong with orders, in words."""
        return seated_problems(self.game, self.actor, orders)

    def _now(self) -> _Still:
        """How the game stands, in the language that is spoken here unless it is just changing."""
        still = self._still
        if still.code != spoken().code and self._reading.acquire(blocking=False):
            try:
                still = self._still = self._stand()
            finally:
                self._reading.release()
        return still

    def _stand(self) -> _Still:
        game = self.game
        return _Still(
            spoken().code,
            game.over,
            self._at_table(game.people),
            self._at_table(tuple(game.seats)),
            len({*game.header.values, *(one.assumption for one in game.changed())}),
            lines_view(game),
        )

    def _look(self) -> SeatView:
        view = seated_view(self.game, self.actor)
        self._view = spoken().code, view
        return view

    # --- what is done -------------------------------------------------------------------------------------

    def end_turn(self, orders: Orders, slip: Sequence[Expected]) -> None:
        """Give orders and, once nobody's are missing, resolve the turn; it is saved when this returns."""
        predictions = [Prediction(ActorId(one.actor), Course(one.choice), one.sure) for one in slip]
        with self._alone():
            self.game.submit(self.actor, orders, predictions)
            try:
                if not self.game.waiting_for():
                    self.game.end_turn()
                    self.game.play_on()
            finally:  # what could not be written has not happened; what was written before it has
                self._moved()

    def step(self) -> None:
        """Resolve one turn of a game that people only watch."""
        with self._alone():
            self.game.end_turn()
            self._moved()

    def go_to(self, line: int, turn: int) -> None:
        """Go to the start of a turn of a line of play; 0 is the end of that line.

        Where computers alone order in that turn, they play on until somebody at the window is asked.
        """
        with self._alone():
            self.game.go_to(line, turn or None)
            try:
                if self.game.people:
                    self.game.play_on()
            finally:
                self._moved()

    def override(self, values: Mapping[str, float]) -> None:
        """Change assumptions from the turn that is being ordered on."""
        with self._alone():
            self.game.override(_values(values))
            self._moved(same_seat=True)

    def _moved(self, same_seat: bool = False) -> None:
        """Something happened: look again, unless the window has to be handed over first."""
        self._ending = None
        waiting = self.game.waiting_for()
        if self.several and waiting and not same_seat:
            self._hands_to = waiting[0]
        else:
            self._look()
        self._still = self._stand()
        self.look_back()

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Do one thing at a time, whatever is pressed meanwhile."""
        if not self._doing.acquire(blocking=False):
            raise Busy(_("The game is still at work on what you asked for before."))
        try:
            with self._reading:
                yield
        finally:
            self._doing.release()


def _values(values: Mapping[str, float]) -> dict[AssumptionId, float]:
    return {AssumptionId(name): value for name, value in values.items()}

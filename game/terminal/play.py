"""Plays a whole game as plain text, for one person or for several at one keyboard."""

from collections.abc import Callable
from shlex import quote
from typing import TextIO

from game.engine.orders import Offer, Orders
from game.language import _, say
from game.model.ids import ActorId
from game.session.game import Game
from game.session.record import RecordProblem
from game.terminal import moves, situation
from game.terminal.commands import follow
from game.terminal.desk import Desk, Step
from game.terminal.ending import ending
from game.terminal.page import Page
from game.terminal.problems import LineProblem
from game.terminal.reasons import WHY, answer, invite
from game.view.diplomacy import WeighedView
from game.view.ending import EndingView, ending_view
from game.view.lines import lines_view
from game.view.seated import seated_problems, seated_view, seated_weigh


def play_text(game: Game, seats: tuple[ActorId, ...], source: TextIO, out: TextIO) -> int:
    """Play to the end, to `quit`, or until the input ends; returns the exit code, 0 in all three cases.

    `seats` are those that people play here; the game is kept after every turn. If that fails, play stops
    with exit code 1.
    """
    table = _Table(game, seats, source, Page(out), out.isatty())
    return table.play()


class _Stopped(Exception):
    """The player quits, or the input has ended."""


class _Table:
    """The people at one keyboard."""

    def __init__(
        self, game: Game, seats: tuple[ActorId, ...], source: TextIO, page: Page, screen: bool
    ) -> None:
        self._game, self._seats, self._source, self._page = game, seats, source, page
        self._screen = screen
        self._briefed: set[ActorId] = set()
        self._line: str | None = None

    def play(self) -> int:
        try:
            while not self._game.over:
                self._turn()
        except _Stopped as stopped:
            self._page.blank()
            self._page.paragraph(str(stopped))
            self._keep()
            return 0
        except RecordProblem as problem:
            self._page.paragraph(
                say("The turn could not be kept, so it has not been played: {problem}.", problem=problem)
            )
            self._keep()
            return 1
        except KeyboardInterrupt:
            self._page.blank()
            self._keep()
            raise
        view = ending_view(self._game)
        ending(self._page, view)
        self._explain(view)
        return 0

    def _explain(self, view: EndingView) -> None:
        """Answer questions about the computer players' reasons, until a line asks for something else."""
        invite(self._page, view)
        while True:
            line = self._source.readline()
            if not self._screen and line.casefold().split()[:1] == [WHY]:
                self._page.verbatim(line.strip())
            if not answer(self._page, view, line):
                return

    def _turn(self) -> None:
        """Every seat that is asked gives its orders; then the turn is resolved."""
        asked = self._game.waiting_for()
        for seat in asked:
            if not self._ask(seat):
                return
        if asked:
            self._page.paragraph(_("The orders are given. The turn is played."))
        self._game.end_turn()

    def _ask(self, seat: ActorId) -> bool:
        """Take a seat's orders; False where it went to another turn or line instead."""
        if len(self._seats) > 1:
            self._pass_to(seat)
        view = seated_view(self._game, seat)
        if seat not in self._briefed:
            self._briefed.add(seat)
            if view.turn == 1:
                situation.briefing(self._page, view)
            else:
                self._page.paragraph(_("The game goes on. Say `show briefing` to hear who you are."))
            self._page.blank()
            self._page.paragraph(_("Say `help`, or press Enter, to hear what you can say."))
        situation.turn(self._page, view)
        moves.moves(self._page, view, briefly=view.turn > 1)
        moves.extras(self._page, view)
        check: Callable[[Orders], tuple[str, ...]] = lambda orders: seated_problems(  # noqa: E731
            self._game, seat, orders
        )
        weigh: Callable[[Offer], tuple[WeighedView, ...]] = lambda offer: seated_weigh(  # noqa: E731
            self._game, seat, offer.deal, offer.levels, str(offer.first or "")
        )
        desk = Desk(view, self._page, check, weigh, lines_view(self._game))
        while True:
            step = self._follow(desk)
            if step is Step.END:
                self._game.submit(seat, desk.draft.orders, desk.draft.predictions)
                return True
            if step is Step.BACK:
                self._game.undo_to(desk.back_to)
                self._page.paragraph(
                    say(
                        "Back to turn {turn}, on a new line; the line that was left is kept.",
                        turn=desk.back_to,
                    )
                )
                return False
            if step is Step.SWITCH:
                self._game.switch_to(desk.switch_to)
                here = lines_view(self._game).current
                self._page.paragraph(
                    say("You are on {line}, where it was left; the other line is kept.", line=here.name)
                )
                return False
            if step is Step.SAVE:
                self._keep()
            if step is Step.QUIT:
                raise _Stopped(_("You have left the game."))

    def _follow(self, desk: Desk) -> Step:
        prompt = say("{actor}, hour {hour}>", actor=desk.view.actor_name, hour=desk.view.hour)
        line = self._read(f"\n{prompt} ")
        try:
            return follow(desk, line)
        except LineProblem as problem:
            self._page.paragraph(str(problem))
            return Step.STAY

    def _pass_to(self, seat: ActorId) -> None:
        """Keep one person's orders from the next one's eyes."""
        name = self._game.program.called(seat)
        self._page.heading(
            say("Now {actor}. Hand over the keyboard; {actor} presses Enter to go on.", actor=name)
        )
        line = self._read("")
        if self._screen:
            for _line in range(60):
                self._page.blank()
        self._line = line if line.strip() else None

    def _read(self, prompt: str) -> str:
        """The next line; one that was typed instead of Enter is not lost."""
        if self._line is not None:
            line, self._line = self._line, None
            return line
        self._page.prompt(prompt)
        line = self._source.readline()
        if not line:
            raise _Stopped(_("The input has ended before the game."))
        if not self._screen:
            self._page.verbatim(line.strip())
        return line

    def _keep(self) -> None:
        """Say where the game is and how to go on."""
        if self._game.path is None:
            self._page.paragraph(_("This game is not kept in a file."))
            return
        self._page.paragraph(
            say("The game is kept, from turn {turn} on, in this file:", turn=self._game.turn)
        )
        self._page.verbatim(str(self._game.path))
        self._page.paragraph(_("To go on with it:"))
        scenario = self._game.header.file or self._game.scenario.id
        self._page.verbatim(f"backstop play {quote(str(scenario))} --text --resume")

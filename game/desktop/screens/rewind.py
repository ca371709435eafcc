"""Which turn or line to go to, from the ending."""

from collections.abc import Callable

import pygame

from game.desktop import keys
from game.desktop.page import Key, Page
from game.desktop.play import Play
from game.desktop.screens.lines import WayBack, draw_lines
from game.desktop.stage import Stage
from game.language import say


class Rewind:
    """The lines of play, drawn over nothing."""

    name = "rewind"

    def __init__(self, stage: Stage, play: Play, sit: Callable[[], None], stay: Callable[[], None]) -> None:
        """`sit` goes on from where one went, `stay` goes back to the ending."""
        self.stage = stage
        self.play = play
        self.close = stay
        self._sit = sit
        self._way = WayBack()
        self._going = False

    def draw(self, page: Page) -> None:
        """Draw the screen."""
        draw_lines(page, self, self._way)

    def go_to(self, line: int, turn: int) -> None:
        """Go to the start of a turn of a line of play; 0 is the end of that line."""
        if self._going:
            return
        self._going = True
        self.stage.work(lambda: self.play.go_to(line, turn), self._went)

    def _went(self, problem: object) -> None:
        self._going = False
        if isinstance(problem, Exception):
            self.close()
            self.stage.say(say("It is not possible to go there: {problem}", problem=problem))
        else:
            self._sit()

    def key(self, key: Key) -> bool:
        """Take a key that no widget wanted."""
        if key.code == pygame.K_ESCAPE:
            self.close()
            return True
        return False

    def help(self) -> tuple[keys.KeyHelp, ...]:
        """Return the keys of this screen."""
        return ()

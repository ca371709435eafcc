"""The game in a window: opens it, and leads from the menu through a game to its ending and back."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import pygame

from game.desktop.wish import Wish
from game.language import _, say

if TYPE_CHECKING:
    from game.desktop.pictures import Pictures
    from game.desktop.play import Play
    from game.desktop.seated import SeatedPlay
    from game.desktop.settings import Settings
    from game.desktop.start import Choices
    from game.language import Phrase
    from game.session.saves import SavedGame
    from game.view.ending import SequelView
    from game.view.menu import ScenarioView

__all__ = ["App", "Wish", "run"]

CLASSIC = (
    "The old pygame is installed over pygame-ce; mend it with: "
    "python -m pip uninstall -y pygame pygame-ce && python -m pip install pygame-ce"
)
PATIENCE = 20.0
"""Seconds for which a closed window waits until a turn that is being resolved is written."""
NO_DISPLAY = "There is no display to open a window on ({}); play in the terminal instead: add --text to play"


def run(
    scenario_path: str | Path | None = None,
    seat: str | None = None,
    variant: str | None = None,
    assumptions: str | None = None,
    values: Mapping[str, float] | None = None,
    seed: int | None = None,
    players: Mapping[str, str] | None = None,
    watch: bool = False,
    language: str | None = None,
) -> int:
    """Open the window, at the menu or at a scenario with choices made, and return the exit status.

    A scenario whose choices are all made starts at once, at its briefing.
    """
    if not getattr(pygame, "IS_CE", False):
        print(CLASSIC, file=sys.stderr)
        return 1
    from game.desktop.settings import read_settings
    from game.desktop.window import Window, close_when_told

    settings, notice = read_settings()
    try:
        window = Window.open((settings.width, settings.height), full=settings.full_screen)
    except pygame.error as problem:
        print(NO_DISPLAY.format(problem), file=sys.stderr)
        return 1
    app = App(window)
    app.use(settings, notice, language)
    wish = None
    if scenario_path is not None:
        wish = Wish(str(scenario_path), seat, variant, assumptions, values or {}, seed, players or {}, watch)
    close_when_told()
    try:
        app.run(wish)
    finally:
        app.finish()
        app.keep_size(window.size)
        window.close()
    return 0


class WindowLike(Protocol):
    """What the app needs of a window."""

    def surface(self) -> pygame.Surface:
        """Return the surface to draw on."""

    def flip(self) -> None:
        """Show what was drawn."""

    def toggle_full_screen(self) -> None:
        """Fill the screen, or stop filling it."""


class App:
    """Leads from screen to screen."""

    def __init__(self, window: WindowLike) -> None:
        from game.desktop.screens.menu import Menu
        from game.desktop.sound import Sounds
        from game.desktop.stage import Stage

        self.stage = Stage(window.surface, window.flip)
        self.stage.sound = Sounds(lambda: self.stage.settings).play
        self.stage.on_full_screen = window.toggle_full_screen
        self.stage.on_screenshot = _save_picture
        self.stage.on_drawn = self._drawn
        self.stage.pixel_at = getattr(window, "pixel_at", self.stage.pixel_at)
        self.menu = Menu(self.stage, self.begin, self.resume)
        self.menu.saves = self.to_saves
        self.menu.learn = self.learn
        self._surface = window.surface
        self._pictures: Pictures | None = None
        self.stage.show(self.menu)

    def use(
        self, settings: "Settings", notice: "Phrase | None" = None, language_now: str | None = None
    ) -> None:
        """Use settings that were kept, and keep what is changed; `notice` says what of them was lost.

        A language that was asked for this time only is spoken, and not kept.
        """
        from attrs import evolve

        from game.desktop.settings import write_settings
        from game.language import ENGLISH, speaking

        language, problem = ENGLISH, ""
        wanted = evolve(settings, language=language_now or settings.language)
        if wanted.language != ENGLISH.code:
            from game.desktop.screens.settings import at_start

            language, problem = at_start(wanted)
        self.stage.apply(settings, language)
        self.menu.learnt = settings.learnt

        def keep(changed: "Settings") -> None:
            if said := write_settings(changed):
                self.stage.say(said)

        self.stage.on_settings = keep
        with speaking(language):
            said_first = str(notice or problem)
        if said_first:
            self.stage.say(said_first)

    def keep_size(self, size: tuple[int, int]) -> None:
        """Keep the size of the window for the next time; that of a filled screen is not its own."""
        from attrs import evolve

        settings = self.stage.settings
        if not settings.full_screen and size != (settings.width, settings.height):
            self.stage.on_settings(evolve(settings, width=size[0], height=size[1]))

    def run(self, wish: Wish | None = None) -> None:
        """Show the menu at once, read the scenarios behind it, and go on until the window is closed."""
        self.stage.draw()
        self.read(wish)
        self.stage.run()

    def finish(self) -> None:
        """Wait for what was begun: a turn that is being resolved is written before the window is gone."""
        self.stage.finish(PATIENCE)
        if self._pictures is not None:
            self._pictures.finish()

    def _drawn(self) -> None:
        """Keep a picture of each turn beside its record; in a game of several people none that tells."""
        screen = self.stage.screen
        if screen is None or screen.name not in ("crisis", "handover", "watch", "ending"):
            return
        from game.desktop.pictures import Pictures, moment_of

        found = moment_of(screen)
        if found is None or self.stage.motion.going or self.stage.helping or self.stage.setting:
            return
        if self._pictures is None:
            self._pictures = Pictures()
        self._pictures.take(self._surface(), *found)

    def read(self, wish: Wish | None = None) -> None:
        """Read scenarios and saved games."""
        self.stage.work(lambda: _read(wish), lambda found: self._filled(found, wish))

    def _filled(self, found: object, wish: Wish | None) -> None:
        if not isinstance(found, tuple):
            self.menu.fill((), ())
            self.stage.say(str(found))
            return
        scenarios, saved, wanted = found
        self.menu.fill(scenarios, saved)
        if wish is None or wanted is None:
            return
        if wanted.id not in [scenario.id for scenario in scenarios]:
            self.menu.fill([wanted, *scenarios], saved)
        choices = wish.choices(wanted)
        self.menu.take(choices)
        if not choices.why_not():
            self.begin(choices)

    # --- games --------------------------------------------------------------------------------------------

    def begin(self, choices: "Choices") -> None:
        """Start a game and show its briefing."""
        from game.desktop.start import fresh_seed

        seed = int(choices.seed) if choices.seed else fresh_seed()

        def start() -> "SeatedPlay":
            from game.desktop.opening import started

            return started(choices, seed)

        self.menu.wait(_("Setting the table …"))
        self.stage.work(start, lambda play: self._started(play, True))

    def learn(self) -> None:
        """Start the tutorial: a small game with somebody who points."""
        from attrs import evolve

        from game.desktop.coach import Coach
        from game.desktop.lessons import SCENARIO, SEAT, SEED

        def learnt() -> None:
            self.stage.change(evolve(self.stage.settings, learnt=True))

        def prepared(wish: Wish, scenario: "ScenarioView | Exception") -> None:
            if isinstance(scenario, Exception):
                self.menu.wait("")
                self.stage.say(say("This game cannot be played: {problem}", problem=scenario))
                return
            self.stage.coach = Coach(self.stage, learnt).draw
            self.begin(wish.choices(scenario))

        def read() -> "ScenarioView":
            from game.view.menu import scenario_view

            return scenario_view(SCENARIO)

        wish = Wish(SCENARIO, SEAT, None, None, {}, SEED, {})
        self.menu.wait(_("Setting the table …"))
        self.stage.work(read, lambda scenario: prepared(wish, scenario))

    def resume(self, saved: "SavedGame") -> None:
        """Play a saved game on."""
        self.menu.wait(_("Opening your game …"))
        self.open(saved.path)

    def open(self, path: Path) -> None:
        """Open a saved game where it was left; a finished one at its ending."""

        def start() -> "SeatedPlay":
            from game.desktop.opening import resumed

            return resumed(path)

        self.stage.work(start, lambda play: self._started(play, False))

    def _started(self, play: "SeatedPlay | Exception", fresh: bool) -> None:
        self.menu.wait("")
        if isinstance(play, Exception):
            self.stage.show(self.menu)
            self.stage.say(say("This game cannot be played: {problem}", problem=play))
            return
        self._speak_of(play)
        # Whoever left during the briefing sees it again.
        self.go_on(play, fresh or (not play.over and not play.hands_to and play.first_time))
        if play.game.notice:
            self.stage.say(play.game.notice)

    def _speak_of(self, play: "SeatedPlay") -> None:
        """Speak with the words of the scenario that is played, which may be a file of one's own."""
        from game.language import ENGLISH
        from game.language.catalogues import CatalogueProblem
        from game.loading.speech import speech_of

        file, scenario = play.game.header.file, play.game.scenario
        self.stage.speech = lambda code: speech_of(code, file, scenario)
        if self.stage.language is ENGLISH:
            return
        try:
            self.stage.language = self.stage.speech(self.stage.language.code)
        except CatalogueProblem as problem:
            self.stage.say(str(problem))

    def go_on(self, play: "SeatedPlay", fresh: bool = False) -> None:
        """Show what a game has to show now: its ending, the hand-over, those who look on, or a seat."""
        if play.over:
            self.to_ending(play)
        elif play.hands_to:
            self.hand_over(play)
        elif play.watched:
            self._watch(play)
        elif fresh:
            self._brief(play)
        else:
            self._sit(play)

    def hand_over(self, play: "SeatedPlay") -> None:
        """Hide everything until the next person sits before the window."""
        from game.desktop.screens.handover import Handover

        def sit() -> None:
            self.stage.work(lambda: play.sit(play.hands_to), sat)

        def sat(problem: object) -> None:
            if isinstance(problem, Exception):
                self.to_menu()
                self.stage.say(say("This game cannot be played: {problem}", problem=problem))
            elif play.first_time:
                self._brief(play)
            else:
                self._sit(play, play.last_ordered)

        self.stage.forget()
        self.stage.show(Handover(self.stage, play, sit, self.to_menu))

    def _watch(self, play: "SeatedPlay") -> None:
        from game.desktop.screens.watch import Watch

        self.stage.forget()
        self.stage.show(Watch(self.stage, play, self))

    def _brief(self, play: "SeatedPlay") -> None:
        from game.desktop.screens.briefing import Briefing

        self.stage.forget()
        self.stage.show(Briefing(play, lambda: self._sit(play), self.to_menu))

    def _sit(self, play: "SeatedPlay", since: int = 0) -> None:
        """Take a seat; with a turn, first see again what happened since it was ordered there."""
        from game.desktop.screens.crisis import Crisis

        self.stage.forget()
        crisis = Crisis(self.stage, play, self)
        crisis.on_moved = lambda: self._moved(play)
        self.stage.show(crisis)
        if since:
            crisis.replay(since)

    def _moved(self, play: "SeatedPlay") -> bool:
        """Go elsewhere after something was done at a seat, if that seat is not to be shown; say whether."""
        if not play.hands_to and not play.over:
            return False
        if play.over and not play.several:
            return False  # the seat sees the reveal of its last turn first
        self.go_on(play)
        return True

    def to_ending(self, play: "Play") -> None:
        """Show how it ended."""
        from game.desktop.screens.ending import Ending
        from game.desktop.seated import SeatedPlay

        def back() -> None:
            if isinstance(play, SeatedPlay):
                self.go_on(play)

        self.stage.forget()
        self.stage.show(Ending(self.stage, play, self.to_menu, back, self.carry_on))

    def to_saves(self) -> None:
        """Show all saved games."""
        from game.desktop.screens.saves import Saves

        self.stage.show(Saves(self.stage, self.open, self.to_menu))

    def carry_on(self, sequel: "SequelView") -> None:
        """Go to the menu with another scenario chosen that starts from an ending; the rest is asked there."""
        wish = Wish(sequel.scenario, None, "+".join(sequel.variants), None, dict(sequel.values), None, {})
        self.menu.close()
        self.stage.show(self.menu)
        self.stage.say(
            say("{title} starts from what the last game left behind. Choose the rest.", title=sequel.title)
        )
        self.read(wish)

    def to_menu(self) -> None:
        """Go to the menu; the game is saved already."""
        self.menu.learnt = self.stage.settings.learnt
        self.menu.close()
        self.stage.show(self.menu)
        self.read()


def _read(wish: Wish | None) -> tuple[object, object, object]:
    from game.session.saves import unfinished_games
    from game.view.menu import menu_view, scenario_view

    wanted = scenario_view(wish.scenario) if wish else None
    return menu_view().scenarios, unfinished_games(), wanted


def _save_picture(surface: pygame.Surface) -> str:
    from game.desktop.pictures import save_picture

    return save_picture(surface)

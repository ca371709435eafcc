"""The game in a window: opens it, and leads from the menu through a game to its ending and back."""

import os
import sys
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import pygame

if TYPE_CHECKING:
    from game.desktop.play import Play
    from game.desktop.seated import SeatedPlay
    from game.desktop.settings import Settings
    from game.desktop.start import Choices
    from game.session.saves import SavedGame
    from game.view.ending import SequelView
    from game.view.menu import ScenarioView

CLASSIC = (
    "The old pygame is installed over pygame-ce; mend it with: "
    "python -m pip uninstall -y pygame pygame-ce && python -m pip install pygame-ce"
)
NO_DISPLAY = "There is no display to open a window on ({}); play in the terminal instead: add --text to play"


def run(
    scenario_path: str | Path | None = None,
    seat: str | None = None,
    variant: str | None = None,
    assumptions: str | None = None,
    values: Mapping[str, float] | None = None,
    seed: int | None = None,
    players: Mapping[str, str] | None = None,
) -> int:
    """Open the window, at the menu or at a scenario with choices made, and return the exit status.

    A scenario whose choices are all made starts at once, at its briefing.
    """
    if not getattr(pygame, "IS_CE", False):
        print(CLASSIC, file=sys.stderr)
        return 1
    from game.desktop.settings import read_settings
    from game.desktop.window import Window

    settings, notice = read_settings()
    try:
        window = Window.open((settings.width, settings.height), full=settings.full_screen)
    except pygame.error as problem:
        print(NO_DISPLAY.format(problem), file=sys.stderr)
        return 1
    app = App(window)
    app.use(settings, notice)
    wish = None
    if scenario_path is not None:
        wish = Wish(str(scenario_path), seat, variant, assumptions, values or {}, seed, players or {})
    try:
        app.run(wish)
    finally:
        app.keep_size(window.size)
        window.close()
    return 0


class Wish:
    """What the command line asked for."""

    def __init__(
        self,
        scenario: str,
        seat: str | None,
        variant: str | None,
        assumptions: str | None,
        values: Mapping[str, float],
        seed: int | None,
        players: Mapping[str, str],
    ) -> None:
        self.scenario = scenario
        self.seat, self.variant, self.assumptions = seat, variant, assumptions
        self.values, self.seed, self.players = values, seed, players

    def choices(self, scenario: "ScenarioView") -> "Choices":
        """Return the choices that it makes; what the scenario does not know is left open."""
        from game.desktop.start import Choices

        choices = Choices(scenario)
        wanted = (self.variant or "").split("+")
        for group in scenario.groups:
            for choice in group.choices:
                if choice.id in wanted:
                    choices.variants[group.id] = choice.id
        if self.assumptions in [one.id for one in scenario.sets]:
            choices.assumptions = self.assumptions or ""
        if self.seat in [one.actor for one in scenario.seats]:
            choices.seat = self.seat or ""
        choices.values = dict(self.values)
        choices.players = dict(self.players)
        choices.seed = "" if self.seed is None else str(self.seed)
        return choices


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
        self.stage.on_screenshot = save_picture
        self.menu = Menu(self.stage, self.begin, self.resume)
        self.stage.show(self.menu)

    def use(self, settings: "Settings", notice: str = "") -> None:
        """Use settings that were kept, and keep what is changed; `notice` says what of them was lost."""
        from game.desktop.settings import write_settings
        from game.language import ENGLISH

        language, problem = ENGLISH, ""
        if settings.language != ENGLISH.code:
            from game.desktop.screens.settings import at_start

            language, problem = at_start(settings)
        self.stage.apply(settings, language)

        def keep(changed: "Settings") -> None:
            if said := write_settings(changed):
                self.stage.say(said)

        self.stage.on_settings = keep
        if notice or problem:
            self.stage.say(notice or problem)

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
            from game.desktop.seated import SeatedPlay

            return SeatedPlay.start(choices, seed)

        self.menu.wait("Setting the table …")
        self.stage.work(start, lambda play: self._started(play, True))

    def resume(self, saved: "SavedGame") -> None:
        """Play a saved game on."""

        def start() -> "SeatedPlay":
            from game.desktop.seated import SeatedPlay

            return SeatedPlay.resume(saved.path)

        self.menu.wait("Opening your game …")
        self.stage.work(start, lambda play: self._started(play, False))

    def _started(self, play: "SeatedPlay | Exception", fresh: bool) -> None:
        self.menu.wait("")
        if isinstance(play, Exception):
            self.stage.show(self.menu)
            self.stage.say(f"This game cannot be played: {play}")
        elif play.over:
            self.to_ending(play)
        elif fresh:
            self._brief(play)
        else:
            self._sit(play)
            if play.game.notice:
                self.stage.say(play.game.notice)

    def _brief(self, play: "SeatedPlay") -> None:
        from game.desktop.screens.briefing import Briefing

        self.stage.memory.forget("")
        self.stage.show(Briefing(play, lambda: self._sit(play), self.to_menu))

    def _sit(self, play: "Play") -> None:
        from game.desktop.screens.crisis import Crisis

        self.stage.memory.forget("")
        self.stage.show(Crisis(self.stage, play, self))

    def to_ending(self, play: "Play") -> None:
        """Show how it ended."""
        from game.desktop.screens.ending import Ending

        self.stage.memory.forget("")
        self.stage.show(Ending(self.stage, play, self.to_menu, lambda: self._sit(play), self.carry_on))

    def carry_on(self, sequel: "SequelView") -> None:
        """Go to the menu with another scenario chosen that starts from an ending; the rest is asked there."""
        wish = Wish(sequel.scenario, None, "+".join(sequel.variants), None, dict(sequel.values), None, {})
        self.stage.show(self.menu)
        self.stage.say(f"{sequel.title} starts from what the last game left behind. Choose the rest.")
        self.read(wish)

    def to_menu(self) -> None:
        """Go to the menu; the game is saved already."""
        self.stage.show(self.menu)
        self.read()


def _read(wish: Wish | None) -> tuple[object, object, object]:
    from game.session.saves import unfinished_games
    from game.view.menu import menu_view, scenario_view

    wanted = scenario_view(wish.scenario) if wish else None
    return menu_view().scenarios, unfinished_games(), wanted


def save_picture(surface: pygame.Surface) -> str:
    """Save a picture of the window in the folder of saved games; say where it is."""
    from game.session.saves import saves_folder

    folder = saves_folder().parent / "pictures"
    path = folder / f"backstop-{datetime.now():%Y%m%d-%H%M%S}.png"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        pygame.image.save(surface, str(path))
    except (OSError, pygame.error) as problem:
        return f"The picture could not be saved: {problem}"
    return f"Saved a picture: {path}"

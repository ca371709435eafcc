"""The menu: where to begin, which scenario, and what is chosen before it starts."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

import pygame

from game.desktop import keys
from game.desktop.drawing.emblems import Emblems
from game.desktop.page import Key, Page
from game.desktop.screens.home import Doorway, draw_corner, draw_hero, hero_height
from game.desktop.screens.setup import Setting, draw_setup, steps
from game.desktop.screens.shelf import Filters, draw_filters, draw_shelf
from game.desktop.stage import Stage
from game.desktop.start import Choices
from game.desktop.theme import Style
from game.language import _, say, told

if TYPE_CHECKING:
    from game.desktop.screens.numbers import Numbers
    from game.session.saves import SavedGame
    from game.view.menu import ScenarioView


class Menu:
    """The start screen. It can be shown before the scenarios are read."""

    name = "menu"

    def __init__(
        self,
        stage: Stage,
        begin: Callable[[Choices], None],
        resume: Callable[["SavedGame"], None],
    ) -> None:
        self.stage = stage
        self.begin = begin
        self.resume = resume
        self.learn: Callable[[], None] | None = None
        """Starts the tutorial."""
        self.learnt = False
        """Whether the tutorial has been played."""
        self.saves: Callable[[], None] | None = None
        """Shows all saved games."""
        self.ready = False
        self.busy = ""
        """What the player is asked to wait for."""
        self.scenarios: tuple[ScenarioView, ...] = ()
        self.saved: tuple[SavedGame, ...] = ()
        self.choices: Choices | None = None
        """For the scenario that is open; None while the shelf is shown."""
        self.step = ""
        self.filters = Filters()
        self.emblems = Emblems()
        self.numbers: Numbers | None = None
        """The assumptions of the open scenario; made with it, for the first frame must not wait for them."""
        self._picture: tuple[str, pygame.Surface | None] = "", None
        stage.motion.start("menu.climb")

    def fill(self, scenarios: Sequence["ScenarioView"], saved: Sequence["SavedGame"]) -> None:
        """Show what was read; a scenario that was opened meanwhile stays open, with all that is chosen."""
        self.scenarios, self.saved, self.ready = tuple(scenarios), tuple(saved), True
        if self.choices is not None and self.choices.scenario not in self.scenarios:
            self.choices = None
        self.stage.redraw()

    def choose(self, id: str) -> None:
        """Open a scenario."""
        scenario = next(scenario for scenario in self.scenarios if scenario.id == id)
        self.take(Choices(scenario))

    def take(self, choices: Choices) -> None:
        """Show choices, at the first step that is open."""
        from game.desktop.screens.numbers import Numbers

        self.choices, self.numbers = choices, self.numbers or Numbers(self.stage)
        if len(choices.scenario.seats) == 1 and not choices.watch:
            choices.seat = choices.scenario.seats[0].actor
        order = steps(choices)
        self.step = next((step for step in order if step in choices.missing()), order[-1])
        self.stage.memory.forget("step.")
        self.stage.redraw()

    def leave(self) -> None:
        """Go back to the shelf."""
        self.close()
        self.stage.focus("scenarios")

    def close(self) -> None:
        """Leave what was open: whoever comes from elsewhere finds the shelf."""
        self.choices = None

    # --- drawing ------------------------------------------------------------------------------------------

    def draw(self, page: Page) -> None:
        """Draw the screen."""
        gap = page.gap
        width = min(page.area.width - 6 * gap, page.px(1400))
        frame = pygame.Rect((page.area.width - width) // 2, 2 * gap, width, page.area.height - 4 * gap)
        if self.choices is not None and self.numbers is not None:
            setting = Setting(
                self.choices,
                self.step,
                self._go,
                self.leave,
                self._begin,
                self.emblems,
                self.numbers,
                self.stage,
            )
            draw_setup(page, frame, setting)
        else:
            self._home(page, frame)
        if self.busy:
            box = pygame.Rect(0, 0, page.px(460), page.line(Style.HEADING) + 8 * gap)
            box.center = page.area.center
            page.overlay(box)
            page.text(self.busy, box.inflate(-4 * gap, 0), Style.HEADING, align="centre")

    def _home(self, page: Page, frame: pygame.Rect) -> None:
        gap = page.gap
        hero = pygame.Rect(frame.x, frame.y, frame.width, hero_height(page))
        draw_hero(page, hero, tuple(self._doors()))
        y = hero.bottom + 2 * gap
        bar = pygame.Rect(frame.x, y, frame.width, page.line() + 2 * gap)
        corner = [
            ("settings", _("Settings"), "settings", self._settings),
            ("help", _("Help"), "circle-help", self._help),
            ("quit", _("Quit"), "log-out", self._quit),
        ]
        if self.saves is not None and self.ready:
            corner.insert(0, ("saves", _("Saved games"), "save", self.saves))
        left = draw_corner(page, bar.right, bar.y, corner)
        rest = pygame.Rect(bar.x, bar.y, left - gap - bar.x, bar.height)
        body = pygame.Rect(frame.x, bar.bottom + 2 * gap, frame.width, frame.bottom - bar.bottom - 2 * gap)
        if not self.ready:
            page.text(_("Reading the scenarios …"), rest, Style.HEADING, page.palette.soft)
            return
        draw_filters(page, rest, self.filters, self._filter)
        shown = [scenario for scenario in self.scenarios if self.filters.lets(scenario)]
        draw_shelf(page, body, shown, self.emblems, self.choose)
        page.first = "resume" if self.saved else "learn" if page.widget("learn") else "scenarios"

    def _doors(self) -> list[Doorway]:
        doors = []
        if self.learn is not None:
            under = (
                _("Played before: play it again.")
                if self.learnt
                else _("A small crisis, with a guide beside you.")
            )
            doors.append(
                Doorway(
                    "learn",
                    _("Learn in three minutes"),
                    under,
                    self.learn,
                    "graduation-cap",
                    primary=not self.saved,
                )
            )
        if self.saved:
            newest = self.saved[0]
            doors.insert(
                0,
                Doorway(
                    "resume",
                    _("Continue"),
                    self._saved_words(newest),
                    partial(self.resume, newest),
                    "play",
                    primary=True,
                    picture=self._thumbnail(newest),
                    part=newest.path.stem,
                ),
            )
        return doors

    def _thumbnail(self, saved: "SavedGame") -> pygame.Surface | None:
        """Return the picture of a saved game, read once; None where there is none."""
        path = saved.path.with_suffix(".png")
        key = f"{path} {saved.when}"
        if self._picture[0] != key:
            try:
                self._picture = key, pygame.image.load(str(path))
            except (FileNotFoundError, pygame.error):
                self._picture = key, None
        return self._picture[1]

    def _saved_words(self, saved: "SavedGame") -> str:
        scenario = next((one for one in self.scenarios if one.id == saved.scenario), None)
        if scenario is None:
            return say("{title}, turn {turn}", title=saved.scenario, turn=saved.turn)
        names = {seat.actor: told(seat.name) for seat in scenario.seats}
        seats = ", ".join(names.get(str(seat), str(seat)) for seat in saved.seats)
        return say("Turn {turn}: {title}, {seats}", turn=saved.turn, title=told(scenario.title), seats=seats)

    # --- what can be done ---------------------------------------------------------------------------------

    def _go(self, step: str) -> None:
        self.step = step
        self.stage.redraw()

    def _begin(self) -> None:
        if self.choices is not None:
            self.begin(self.choices)

    def _filter(self, filters: Filters) -> None:
        self.filters = filters
        self.stage.memory.forget("scenarios.")
        self.stage.redraw()

    def _help(self) -> None:
        self.stage.helping = True
        self.stage.redraw()

    def _settings(self) -> None:
        self.stage.setting = True
        self.stage.redraw()

    def _quit(self) -> None:
        self.stage.running = False

    def wait(self, words: str) -> None:
        """Ask the player to wait; nothing can be pressed until this is called with nothing."""
        self.busy = words
        self.stage.redraw()

    def key(self, key: Key) -> bool:
        """Take a key that no widget wanted."""
        if key.code == pygame.K_ESCAPE and self.choices is not None and not self.busy:
            self.leave()
            return True
        return False

    def help(self) -> tuple[keys.KeyHelp, ...]:
        """Return the keys of this screen."""
        return ()

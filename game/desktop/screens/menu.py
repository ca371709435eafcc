"""The menu: which scenario, read how, on which assumptions, from which seat, against whom."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

import pygame

from game.desktop import keys
from game.desktop.page import Key, Page
from game.desktop.screens.setup import STEP_TITLES, draw_step, steps
from game.desktop.stage import Stage
from game.desktop.start import Choices
from game.desktop.theme import Style
from game.desktop.widgets.buttons import button
from game.desktop.widgets.choices import Pick, tabs
from game.desktop.widgets.lists import Row, rows

if TYPE_CHECKING:
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
        self.ready = False
        self.busy = ""
        """What the player is asked to wait for."""
        self.scenarios: tuple[ScenarioView, ...] = ()
        self.saved: tuple[SavedGame, ...] = ()
        self.choices: Choices | None = None
        self.step = ""

    def fill(self, scenarios: Sequence["ScenarioView"], saved: Sequence["SavedGame"]) -> None:
        """Show what was read."""
        self.scenarios, self.saved, self.ready = tuple(scenarios), tuple(saved), True
        if self.choices is None and self.scenarios:
            longest = max(range(len(scenarios)), key=lambda number: scenarios[number].minutes)
            self.choose(longest)
        self.stage.redraw()

    def choose(self, number: int) -> None:
        """Look at a scenario."""
        scenario = self.scenarios[number]
        if self.choices is None or self.choices.scenario.id != scenario.id:
            self.take(Choices(scenario))

    def take(self, choices: Choices) -> None:
        """Show choices, at the first step that is open."""
        self.choices = choices
        if len(choices.scenario.seats) == 1:
            choices.seat = choices.scenario.seats[0].actor
        order = steps(choices)
        self.step = next((step for step in order if step in choices.missing()), order[-1])
        self.stage.memory.forget("step.")
        self.stage.redraw()

    # --- drawing ------------------------------------------------------------------------------------------

    def draw(self, page: Page) -> None:
        """Draw the screen."""
        gap, palette = page.gap, page.palette
        width = min(page.area.width - 6 * gap, page.px(1300))
        frame = pygame.Rect((page.area.width - width) // 2, 3 * gap, width, page.area.height - 6 * gap)
        page.text("Backstop", pygame.Rect(frame.x, frame.y, width, page.line(Style.DISPLAY)), Style.DISPLAY)
        title = page.type.width("Backstop", Style.DISPLAY) + 2 * gap
        words = (
            "Escalation and deterrence, one crisis at a time. A model to think with; it forecasts nothing."
        )
        place = pygame.Rect(
            frame.x + title,
            frame.y + page.px(8),
            width - title - page.px(220),
            page.line(Style.DISPLAY) - page.px(8),
        )
        page.text(words, place, colour=palette.soft)
        buttons = pygame.Rect(frame.right - page.px(200), frame.y, page.px(200), page.px(34))
        half = (buttons.width - gap) // 2
        button(
            page,
            "help",
            pygame.Rect(buttons.x, buttons.y, half, buttons.height),
            "Keys F1",
            self._help,
            look="quiet",
        )
        button(
            page,
            "quit",
            pygame.Rect(buttons.x + half + gap, buttons.y, half, buttons.height),
            "Quit",
            self._quit,
            look="quiet",
        )
        top = frame.y + page.line(Style.DISPLAY) + 2 * gap
        body = pygame.Rect(frame.x, top, width, frame.bottom - top)
        if not self.ready:
            page.panel(body)
            page.text("Reading the scenarios …", body, Style.HEADING, palette.soft, "centre")
            return
        side = width * 30 // 100
        self._side(page, pygame.Rect(body.x, body.y, side, body.height))
        self._chosen(page, pygame.Rect(body.x + side + gap, body.y, width - side - gap, body.height))
        page.first = "resume" if self.saved else "scenarios"
        if self.busy:
            box = pygame.Rect(0, 0, page.px(420), page.px(110))
            box.center = page.area.center
            page.overlay(box)
            page.text(self.busy, box, Style.HEADING, align="centre")

    def _side(self, page: Page, rect: pygame.Rect) -> None:
        top = rect.y
        height = 2 * page.line() + page.px(14)
        if self.saved:
            shown = self.saved[:3]
            box = pygame.Rect(rect.x, top, rect.width, len(shown) * height + page.px(54))
            inner = page.panel(box, "Play on", "saved by itself")
            items = [
                Row(
                    saved.path.stem,
                    self._title(saved),
                    partial(self.resume, saved),
                    mark="▶",
                    under=self._saved_words(saved),
                )
                for saved in shown
            ]
            rows(page, "resume", inner, items, height=height)
            top = box.bottom + page.gap
        inner = page.panel(pygame.Rect(rect.x, top, rect.width, rect.bottom - top), "Scenarios")
        chosen = self.choices.scenario.id if self.choices else ""
        items = [
            Row(
                scenario.id,
                scenario.title,
                partial(self.choose, number),
                mark="●" if scenario.id == chosen else "○",
                selected=scenario.id == chosen,
                under="cannot be played" if scenario.problems else _length(scenario),
            )
            for number, scenario in enumerate(self.scenarios)
        ]
        rows(page, "scenarios", inner, items, height=height)

    def _title(self, saved: "SavedGame") -> str:
        titles = {scenario.id: scenario.title for scenario in self.scenarios}
        return titles.get(saved.scenario, saved.scenario)

    def _saved_words(self, saved: "SavedGame") -> str:
        names = {
            seat.actor: seat.name
            for scenario in self.scenarios
            if scenario.id == saved.scenario
            for seat in scenario.seats
        }
        seats = ", ".join(names.get(str(seat), str(seat)) for seat in saved.seats)
        return f"{seats}, turn {saved.turn} · {saved.when:%d %b, %H:%M}"

    def _chosen(self, page: Page, rect: pygame.Rect) -> None:
        choices = self.choices
        inner = page.panel(rect)
        if choices is None:
            page.paragraph("There are no scenarios.", inner, colour=page.palette.soft)
            return
        gap, palette, scenario = page.gap, page.palette, choices.scenario
        page.text(
            scenario.title, pygame.Rect(inner.x, inner.y, inner.width, page.line(Style.TITLE)), Style.TITLE
        )
        y = inner.y + page.line(Style.TITLE) + gap // 2
        if scenario.problems:
            words = "\n".join(scenario.problems[:12])
            page.paragraph(
                words, pygame.Rect(inner.x, y, inner.width, inner.bottom - y), colour=palette.warning
            )
            return
        summary = pygame.Rect(inner.x, y, inner.width, 4 * page.line())
        y = page.paragraph(scenario.summary, summary, colour=palette.soft) + gap
        order = steps(choices)
        names = {group.id: group.name for group in scenario.groups} | STEP_TITLES
        open_steps = choices.missing()
        picks = [Pick(step, ("" if step in open_steps else "✓ ") + names[step]) for step in order]
        tabs(page, "steps", pygame.Rect(inner.x, y, inner.width, page.px(34)), picks, self.step, self._go)
        y += page.px(34) + 2 * gap
        foot = pygame.Rect(inner.x, inner.bottom - page.px(44), inner.width, page.px(44))
        draw_step(
            page, pygame.Rect(inner.x, y, inner.width, foot.y - 2 * gap - y), choices, self.step, self.stage
        )
        self._foot(page, foot, choices, order)

    def _foot(self, page: Page, foot: pygame.Rect, choices: Choices, order: list[str]) -> None:
        why = choices.why_not()
        width = page.px(200)
        start = pygame.Rect(foot.right - width, foot.y, width, foot.height)
        here = order.index(self.step)
        forward = order[here + 1] if here + 1 < len(order) else ""
        enabled = not why
        button(
            page,
            "start",
            start,
            "Start the game",
            partial(self.begin, choices),
            look="primary" if enabled else "plain",
            enabled=enabled,
            hint=why,
        )
        left = start.x - page.gap
        if forward:
            following = pygame.Rect(left - page.px(110), foot.y, page.px(110), foot.height)
            done = self.step not in choices.missing()
            button(
                page,
                "next",
                following,
                "Next ›",
                partial(self._go, forward),
                look="plain" if enabled or not done else "primary",
            )
            left = following.x - page.gap
        words = why or "Everything is chosen. You can still look through the steps."
        box = pygame.Rect(foot.x, foot.y, left - foot.x, foot.height)
        lines = page.measure(words, box.width)
        page.paragraph(
            words,
            pygame.Rect(box.x, box.y + max(0, box.height - lines) // 2, box.width, box.height),
            colour=page.palette.soft,
        )

    # --- what can be done ---------------------------------------------------------------------------------

    def _go(self, step: str) -> None:
        self.step = step
        self.stage.redraw()

    def _help(self) -> None:
        self.stage.helping = True

    def _quit(self) -> None:
        self.stage.running = False

    def wait(self, words: str) -> None:
        """Ask the player to wait; nothing can be pressed until this is called with nothing."""
        self.busy = words
        self.stage.redraw()

    def key(self, key: Key) -> bool:
        """Take a key that no widget wanted."""
        return False

    def help(self) -> tuple[keys.KeyHelp, ...]:
        """Return the keys of this screen."""
        return ()


def _length(scenario: "ScenarioView") -> str:
    minutes = "1 minute" if scenario.minutes == 1 else f"{scenario.minutes} minutes"
    return f"{minutes}, {scenario.level}"

"""Single assumptions, changed before the start: the same sliders as in a game, on what was chosen so far."""

from collections.abc import Sequence
from pathlib import Path

import pygame
from attrs import evolve

from game.desktop.page import Page
from game.desktop.screens.assumption_cards import Shown, draw_assumption_sliders
from game.desktop.stage import Stage
from game.desktop.start import Choices
from game.desktop.theme import Style
from game.language import _
from game.view.assumptions import AssumptionView
from game.view.menu import assumption_views


class Numbers:
    """The assumptions of the scenario that is open, read beside the window when they are asked for."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.shown = Shown()
        self._about: tuple[str, str, str, str] = "", "", "", ""
        self._views: tuple[AssumptionView, ...] | None = None
        self._problem = ""

    def views(self, choices: Choices) -> tuple[AssumptionView, ...] | None:
        """Return the assumptions under the chosen set and variants; None while they are being read."""
        variant = "+".join(choices.variant())
        about = choices.scenario.path, variant, choices.assumptions, self.stage.language.code
        if about != self._about:
            self._about, self._views, self._problem = about, None, ""
            path, chosen = Path(choices.scenario.path), choices.assumptions

            def read() -> tuple[AssumptionView, ...]:
                return assumption_views(path, variant, chosen)

            def done(found: tuple[AssumptionView, ...] | Exception) -> None:
                if about != self._about:
                    return  # something else was chosen meanwhile
                if isinstance(found, Exception):
                    self._problem = str(found)
                else:
                    self._views = found

            self.stage.work(read, done)
        return self._views

    def draw(self, page: Page, room: pygame.Rect, choices: Choices) -> None:
        """Draw the sliders, or what is missing for them."""
        y = page.paragraph(_("Would you change a single number?"), room, Style.TITLE) + page.gap // 2
        note = _(
            "The chosen set gives every number a value. What you change is marked in the record of the game."
        )
        y = page.paragraph(
            note, pygame.Rect(room.x, y, room.width, room.bottom - y), colour=page.palette.soft
        )
        rest = pygame.Rect(room.x, y + 2 * page.gap, room.width, room.bottom - y - 2 * page.gap)
        if not choices.assumptions:
            words = _("Choose a set of assumptions first.")
            page.paragraph(words, rest, colour=page.palette.warning)
            return
        found = self.views(choices)
        if found is None:
            page.paragraph(self._problem or _("Reading the numbers …"), rest, colour=page.palette.soft)
            return

        def change(id: str, value: float | None) -> None:
            started = next(one.started for one in found if one.id == id)
            if value is None or value == started:
                choices.values.pop(id, None)
            else:
                choices.values[id] = value
            self.stage.redraw()

        draw_assumption_sliders(page, rest, self._as_chosen(found, choices), self.shown, change)

    def _as_chosen(self, found: Sequence[AssumptionView], choices: Choices) -> tuple[AssumptionView, ...]:
        return tuple(evolve(one, value=choices.values.get(one.id, one.started)) for one in found)

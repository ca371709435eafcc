"""The assumptions of a game that is being played: changing one is an override, and is marked as one."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pygame
from attrs import define, evolve, field

from game.desktop.page import Page
from game.desktop.screens.assumption_cards import Shown, draw_assumption_sliders
from game.desktop.theme import Style
from game.desktop.widgets.buttons import button, button_width
from game.language import _, count, say
from game.view.assumptions import AssumptionView, figure

if TYPE_CHECKING:
    from game.desktop.screens.crisis import Crisis


@define
class Pending:
    """Changes that are thought about and not made yet."""

    values: dict[str, float] = field(factory=dict)

    def of(self, views: Sequence[AssumptionView]) -> tuple[AssumptionView, ...]:
        """Return the assumptions as they would be."""
        return tuple(evolve(one, value=self.values.get(one.id, one.value)) for one in views)

    def change(self, one: AssumptionView, value: float | None) -> None:
        """Think of another value; None is the one at the start."""
        wanted = one.started if value is None else value
        if wanted == one.value:
            self.values.pop(one.id, None)
        else:
            self.values[one.id] = wanted


def draw_assumptions(page: Page, rect: pygame.Rect, crisis: "Crisis") -> None:
    """Draw the assumptions of the game, and the button that overrides those that were changed."""
    view, pending = crisis.play.view, crisis.part(Pending)
    known = {one.id: one for one in view.assumptions}
    foot = page.line() + page.px(14)
    room = pygame.Rect(rect.x, rect.y, rect.width, rect.height - foot - page.gap)

    def change(id: str, value: float | None) -> None:
        pending.change(known[id], value)
        crisis.stage.redraw()

    def notes(one: AssumptionView) -> Sequence[str]:
        said = [
            say(
                "Overridden from turn {turn} on: {after} instead of {before}.",
                turn=made.turn,
                after=made.after_words,
                before=made.before_words,
            )
            for made in view.overrides
            if made.assumption == one.id
        ]
        if one.id in pending.values:
            said.append(say("Not made yet: now it is {value}.", value=figure(known[one.id].value)))
        return said

    shown = crisis.part(Shown)
    draw_assumption_sliders(page, room, pending.of(view.assumptions), shown, change, notes=notes)
    _foot(page, pygame.Rect(rect.x, room.bottom + page.gap, rect.width, foot), crisis, pending)


def _foot(page: Page, rect: pygame.Rect, crisis: "Crisis", pending: Pending) -> None:
    """Draw what a change means, and the buttons that make it or drop it."""
    if not pending.values:
        words = _(
            "Numbers that nobody knows for certain. "
            "A change counts from the next turn and is marked as an override."
        )
        page.paragraph(words, pygame.Rect(rect.x, rect.y, rect.width, rect.height), colour=page.palette.soft)
        return
    changes = len(pending.values)
    words = count(
        changes, "Override {number} number from the next turn", "Override {number} numbers from the next turn"
    )
    width = button_width(page, words, icon="pencil")
    place = pygame.Rect(rect.right - width, rect.y, width, rect.height)
    note = not_applied(pending)

    def make() -> None:
        values = dict(pending.values)
        pending.values.clear()
        crisis.override(values)

    hint = _("It is written into the record of this game, for everybody to see.")
    button(page, "assumption.override", place, words, make, look="primary", hint=hint, icon="pencil")
    drop = _("Drop changes")
    width = button_width(page, drop, icon="x")
    left = pygame.Rect(place.x - page.gap - width, rect.y, width, rect.height)

    def forget() -> None:
        pending.values.clear()
        crisis.stage.redraw()

    button(page, "assumption.drop", left, drop, forget, look="quiet", icon="x")
    size = page.icon_width(16)
    if left.x - 2 * page.gap - size - rect.x >= page.type.width(note, Style.STRONG):
        page.icon("triangle-alert", pygame.Rect(rect.x, rect.y, size, rect.height), page.palette.warning, 16)
        start = rect.x + size + page.gap
        box = pygame.Rect(start, rect.y, left.x - page.gap - start, rect.height)
        page.text(note, box, Style.STRONG, page.palette.warning)


def not_applied(pending: Pending) -> str:
    """Say that numbers were changed and do not count yet; empty where none was."""
    changes = len(pending.values)
    if not changes:
        return ""
    return count(
        changes, "{number} number changed, not yet applied", "{number} numbers changed, not yet applied"
    )

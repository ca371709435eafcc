"""The lines of play: what was played turn by turn, where it branched, and the way back to any of it."""

from collections.abc import Callable
from typing import Final, Protocol

import pygame
from attrs import define, field

from game.desktop.drawing.tree import Tree, draw_tree, tree_height
from game.desktop.page import Page
from game.desktop.play import Play
from game.desktop.screens.sheet import box_overlay, overlay_title
from game.desktop.stage import Stage
from game.desktop.theme import Style
from game.desktop.widgets.buttons import button, button_width
from game.language import _, say
from game.view.lines import LinesView, LineView

MOST_ROWS: Final = 7
"""Lines of play that are shown at once."""


class Traveller(Protocol):
    """A screen from which one can go to another turn or line."""

    stage: Stage
    play: Play

    def go_to(self, line: int, turn: int) -> None:
        """Go to the start of a turn of a line of play; 0 is the end of that line."""

    def close(self) -> None:
        """Stay here."""


@define
class WayBack:
    """What is chosen on the sheet of lines."""

    at: tuple[int, int] = (-1, 0)
    """The line and turn under the cursor."""
    agreed: set[str] = field(factory=set)
    """Who of several people has agreed to go there."""

    def choose(self, line: int, turn: int) -> None:
        """Look at another turn; agreement to the last one does not count for it."""
        if self.at != (line, turn):
            self.at = (line, turn)
            self.agreed.clear()


def draw_lines(page: Page, traveller: Traveller, way: WayBack) -> None:
    """Draw the sheet."""
    view = traveller.play.lines()
    _settle(view, way)
    rows = min(len(view.lines), MOST_ROWS)
    people = traveller.play.people if len(traveller.play.people) > 1 else ()
    text = 3 * page.line() + page.gap
    tall = tree_height(page, rows) + text + (page.line() + 4 * page.gap if people else 0)
    head = page.line(Style.TITLE) + 2 * page.line() + 2 * page.gap
    foot_height = page.line() + 3 * page.gap
    inner = box_overlay(page, 1040, round((head + tall + foot_height + 9 * page.gap) / page.scale))
    y = overlay_title(
        page,
        inner,
        _("Turns and lines of play"),
        _("Order any turn anew. What was played stays: each way is a line that can be taken up again."),
    )
    tree = Tree(view, way.at)
    room = pygame.Rect(inner.x, y, inner.width, tree_height(page, rows))
    widget = draw_tree(page, "overlay.turns", room, tree, way.choose)
    foot = pygame.Rect(inner.x, inner.bottom - foot_height, inner.width, foot_height)
    y = room.bottom + page.gap
    place, effect, why_not = _effect(view, way.at)
    page.text(place, pygame.Rect(inner.x, y, inner.width, page.line()), Style.STRONG)
    page.paragraph(
        effect or why_not,
        pygame.Rect(inner.x, y + page.line(), inner.width, 2 * page.line()),
        colour=page.palette.soft,
    )
    if people and effect:
        y += text
        _agreement(page, pygame.Rect(inner.x, y, inner.width, page.line() + 2 * page.gap), traveller, way)
    missing = [one.name for one in people if one.actor not in way.agreed]
    hint = why_not or (say("Still to agree: {people}.", people=", ".join(missing)) if missing else "")
    go = _pressing(traveller, view, way)
    widget.press = go if not hint else None
    widget.hint = hint
    _foot(page, foot, view, way, traveller, go, hint)
    page.first = "overlay.turns"


def _settle(view: LinesView, way: WayBack) -> None:
    """Begin at the turn that was played last."""
    ids = {line.id: line for line in view.lines}
    line = ids.get(way.at[0])
    if line is None or not line.first <= way.at[1] <= line.turns + 1:
        here = view.current
        turn = max(view.last, 1)
        owner = next((one for one in view.path(here) if view.on_way(one, turn)), here)
        way.choose(owner.id, turn)


def _effect(view: LinesView, at: tuple[int, int]) -> tuple[str, str, str]:
    """Where the cursor is, what going there does, and why one cannot go."""
    line = next(one for one in view.lines if one.id == at[0])
    turn, here = at[1], view.current
    place = say("{line}, turn {turn}, hour {hour}", line=line.name, turn=turn, hour=view.hour(turn))
    if turn in line.passed and not (line.ended and turn == line.turns and line.id != here.id):
        return place, "", _("Only computers gave orders in this turn: there is nothing to order anew.")
    if view.on_way(line, turn):
        words = _("You order this turn anew, on a new line. {line} is kept; what is hidden stays as it was.")
        return place, words.format(line=here.name), ""
    if line.id == here.id:
        return place, "", _("You are here.")
    if turn > line.turns or (turn == line.turns and line.ended):
        if line.ended:
            place = say("{line}, at its end: {outcome}", line=line.name, outcome=line.outcome)
        words = _("You take up {line} where it was left. {here} is kept.")
        return place, words.format(line=line.name, here=here.name), ""
    words = _("You order this turn of {line} anew, on a new line. {line} and {here} are kept.")
    return place, words.format(line=line.name, here=here.name), ""


def _pressing(traveller: Traveller, view: LinesView, way: WayBack) -> Callable[[], None]:
    line = next(one for one in view.lines if one.id == way.at[0])
    at_end = way.at[1] > line.turns or (way.at[1] == line.turns and line.ended)
    turn = 0 if at_end and not view.on_way(line, way.at[1]) else way.at[1]

    def go() -> None:
        # The next time the sheet begins at the turn that was played last then, and nobody has agreed to it
        way.choose(*WayBack().at)
        traveller.go_to(view.current.id if view.on_way(line, way.at[1]) else line.id, turn)

    return go


def _agreement(page: Page, room: pygame.Rect, traveller: Traveller, way: WayBack) -> None:
    """Several people play: all of them have to agree, each by pressing their own name."""
    left = room.x
    for one in traveller.play.people:
        agreed = one.actor in way.agreed
        label = say("{seat} agrees", seat=one.name) if agreed else say("{seat}: agree?", seat=one.name)
        width = min(button_width(page, label, icon="check"), room.right - left)

        def press(actor: str = one.actor) -> None:
            way.agreed ^= {actor}
            traveller.stage.redraw()

        button(
            page,
            f"agree.{one.actor}",
            pygame.Rect(left, room.y, width, room.height),
            label,
            press,
            selected=agreed,
            icon="circle-check" if agreed else "circle",
            hint=label,
        )
        left += width + page.gap


def _foot(
    page: Page,
    foot: pygame.Rect,
    view: LinesView,
    way: WayBack,
    traveller: Traveller,
    go: Callable[[], None],
    hint: str,
) -> None:
    line = next(one for one in view.lines if one.id == way.at[0])
    label = _label(view, line, way.at[1])
    width = button_width(page, label, icon="undo-2")
    button(
        page,
        "overlay.go",
        pygame.Rect(foot.right - width, foot.y, width, foot.height),
        label,
        go,
        look="plain" if hint else "primary",
        enabled=not hint,
        hint=hint,
        icon="undo-2",
    )
    stay = _("Stay here")
    width = button_width(page, stay)
    place = pygame.Rect(foot.x, foot.y, width, foot.height)
    button(page, "overlay.close", place, stay, traveller.close, look="quiet")


def _label(view: LinesView, line: LineView, turn: int) -> str:
    if view.on_way(line, turn) or line.id == view.current.id:
        return say("Go back to turn {turn}", turn=turn)
    if turn > line.turns or (turn == line.turns and line.ended):
        return say("Take up {line}", line=line.name)
    return say("{line}: go to turn {turn}", line=line.name, turn=turn)

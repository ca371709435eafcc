"""The moves that may be ordered: searched, filtered, possible ones first, each with its kind and rung."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import pygame
from attrs import define

from game.desktop.draft import find_move
from game.desktop.drawing.chips import KIND_ICONS, chip_width, rung_chip, rung_words
from game.desktop.drawing.kept import Kept
from game.desktop.page import Key, Page, Part, Widget
from game.desktop.screens.orders_forecast import draw_forecast, forecast_height, move_height
from game.desktop.theme import Style, mix
from game.desktop.widgets.buttons import button, button_width
from game.desktop.widgets.entries import text_entry
from game.desktop.widgets.stacks import Slab, stack
from game.language import _, count, say
from game.view.moves import MoveGroupView, MoveView

if TYPE_CHECKING:
    from game.desktop.screens.crisis import Crisis

SEARCH = "moves.search"
"""The name of the search field."""
FEW = 7
"""So few moves are seen at a glance: nothing to search or filter."""

FORECAST = 210
"""The most that a forecast takes of the room, in pixels at 1280 x 720: what is longer scrolls."""
MOST = 60
"""So many moves of a hundred have room for all that there is to say of them, where there is room at all."""


@define
class MoveFilter:
    """Which moves the list shows."""

    search: str = ""
    kind: str = ""
    """Empty for every kind."""
    only_possible: bool = False
    turn: int = 0
    """The turn that was searched in: a new turn starts with an empty search among every kind."""

    def shows(self, move: MoveView, kind: str) -> bool:
        """Whether a move of a kind with this title is in the list."""
        if self.only_possible and not move.available:
            return False
        return (not self.kind or move.kind == self.kind) and self.finds(move, kind)

    def finds(self, move: MoveView, kind: str) -> bool:
        """Whether each word searched for begins a word of a move's name, kind, summary or effects."""
        return self._holds(move.label, kind, move.summary, move.rung_name, move.target_name, *move.effects)

    def names(self, move: MoveView) -> bool:
        """Whether a move is called what is searched for."""
        return self._holds(move.label)

    def _holds(self, *words: str) -> bool:
        said = f" {' '.join(words)}".casefold()
        return all(f" {word}" in said or f"“{word}" in said for word in self.search.casefold().split())


def draw_moves(page: Page, room: pygame.Rect, crisis: "Crisis") -> None:
    """Draw the filter, the list and the forecast of the move that is looked at."""
    view, gap = crisis.play.view, page.gap
    keep = crisis.part(MoveFilter)
    if keep.turn != view.turn:
        keep.turn, keep.search, keep.kind = view.turn, "", ""
    y = room.y
    if sum(len(group.moves) for group in view.moves) > FEW:
        y = _filters(page, room, crisis, keep)
    else:
        keep.search = keep.kind = ""
    detail = _detail_height(page, pygame.Rect(room.x, y, room.width, room.bottom - y), crisis)
    place = pygame.Rect(room.x, y, room.width, room.bottom - detail - gap - y)
    slabs = _slabs(page, crisis, keep)
    few = sum(len(group.moves) for group in view.moves) <= FEW
    if few:
        place.height = min(place.height, sum(slab.height for slab in slabs))
    if not any(slab.press for slab in slabs):
        _nothing(page, place, crisis, keep)
    else:
        widget = stack(page, "moves", place, slabs, on_cursor=lambda slab: crisis.look_at(slab.name))
        _look(page, widget, crisis)
    box = pygame.Rect(room.x, place.bottom + gap, room.width, room.bottom - place.bottom - gap)
    if few:  # no room is kept for a list that cannot grow
        box.height = min(box.height, forecast_height(page, room.width - 2 * gap, crisis) + gap)
    page.fill(box, page.palette.ground, 5)
    draw_forecast(page, box.inflate(-2 * gap, -gap), crisis)


def _detail_height(page: Page, room: pygame.Rect, crisis: "Crisis") -> int:
    """Return the height for forecasts: so much that most of what is possible can be read without scrolling.

    It is the same for all moves, lest the list jumps about as one goes through it.
    """
    moves = [move for group in crisis.play.view.moves for move in group.moves if move.available]

    def work_out() -> int:
        width = room.width - 2 * page.gap
        heights = sorted(move_height(page, width, crisis, move) + page.gap for move in moves)
        return heights[len(heights) * MOST // 100] if heights else 0

    most = min(page.px(FORECAST), room.height * (42 if page.large else 46) // 100)
    wanted = crisis.part(Kept).value(page, "forecasts", (crisis.play.view, room.width), work_out)
    return max(room.height * 26 // 100, min(most, wanted))


def _filters(page: Page, room: pygame.Rect, crisis: "Crisis", keep: MoveFilter) -> int:
    """Draw the search field, the switch and the kinds; return the y below."""
    gap, height = page.gap, page.line() + page.px(9)

    def search(words: str) -> None:
        keep.search = words
        _from_top(crisis)

    def switch() -> None:
        keep.only_possible = not keep.only_possible
        _from_top(crisis)

    label = _("Possible")
    width = min(button_width(page, label, Style.BODY, "list-filter"), room.width * 45 // 100)
    field = pygame.Rect(room.x, room.y, room.width - width - gap, height)
    entry = text_entry(page, SEARCH, field, keep.search, search, _("Search moves ( / )"))
    entry.key = _leaving(crisis, keep, entry.key)
    button(
        page,
        "moves.possible",
        pygame.Rect(field.right + gap, room.y, width, height),
        label,
        switch,
        selected=keep.only_possible,
        icon="circle-check" if keep.only_possible else "list-filter",
        hint=_("Show everything again") if keep.only_possible else _("Show only what is possible now"),
    )
    y = room.y + height + page.px(4)
    if page.tight:
        return y
    return _kinds(page, pygame.Rect(room.x, y, room.width, height), crisis, keep) + page.px(4)


def _leaving(
    crisis: "Crisis", keep: MoveFilter, write: Callable[[Key], bool] | None
) -> Callable[[Key], bool]:
    """Return what keys do in the search: Enter goes to what was found, Escape empties it and then leaves."""

    def key(pressed: Key) -> bool:
        empty = pressed.code == pygame.K_ESCAPE and not keep.search
        if empty or pressed.code in {pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_DOWN}:
            crisis.stage.focus("moves")
            return True
        return write is not None and write(pressed)

    return key


def _kinds(page: Page, rect: pygame.Rect, crisis: "Crisis", keep: MoveFilter) -> int:
    """Draw one chip for each kind of act; return the y below."""
    groups = crisis.play.view.moves
    widget = Widget("moves.kinds", rect, "tabs", label=keep.kind, at=keep.kind or "all")
    names = ["", *(group.kind for group in groups)]

    def choose(kind: str) -> None:
        keep.kind = "" if kind == keep.kind else kind
        _from_top(crisis)

    width = rect.width / max(1, len(names))
    for number, kind in enumerate(names):
        left = rect.x + round(number * width)
        place = pygame.Rect(
            left, rect.y, rect.x + round((number + 1) * width) - left - page.px(3), rect.height
        )
        chosen = kind == keep.kind
        _kind_chip(page, place, kind, chosen)
        words = next((group.name for group in groups if group.kind == kind), _("Every kind"))
        part = Part(kind or "all", place, words, partial(choose, kind), True, chosen, words)
        widget.parts.append(part)

    def key(pressed: Key) -> bool:
        step = {pygame.K_LEFT: -1, pygame.K_RIGHT: 1}.get(pressed.code)
        if step is None or not 0 <= names.index(keep.kind) + step < len(names):
            return False
        keep.kind = names[names.index(keep.kind) + step]
        _from_top(crisis)
        return True

    widget.key = key
    page.add(widget)
    return rect.bottom


def _kind_chip(page: Page, place: pygame.Rect, kind: str, chosen: bool) -> None:
    palette = page.palette
    back = palette.pressed if chosen else palette.raised
    page.fill(place, mix(back, palette.ink, 0.1) if page.over(place) else back, 4)
    if chosen:
        page.fill(pygame.Rect(place.x, place.bottom - page.px(3), place.width, page.px(3)), palette.accent, 2)
    page.icon(KIND_ICONS.get(kind, "layers"), place, palette.ink if chosen else palette.soft, 18)


def _from_top(crisis: "Crisis") -> None:
    crisis.stage.memory.forget("moves.cursor")
    crisis.stage.memory.forget("moves.offset")
    crisis.stage.redraw()


def _nothing(page: Page, place: pygame.Rect, crisis: "Crisis", keep: MoveFilter) -> None:
    words = _("No move answers to this.")
    line = pygame.Rect(place.x, place.y + page.gap, place.width, page.line())
    page.text(words, line, colour=page.palette.soft)

    def again() -> None:
        keep.search = keep.kind = ""
        keep.only_possible = False
        _from_top(crisis)

    label = _("Show every move")
    width = min(place.width, button_width(page, label, icon="rotate-ccw"))
    box = pygame.Rect(place.x, line.bottom + page.gap, width, page.line() + page.px(12))
    button(page, "moves.all", box, label, again, icon="rotate-ccw")


# --- the list -----------------------------------------------------------------------------------------------


def _slabs(page: Page, crisis: "Crisis", keep: MoveFilter) -> list[Slab]:
    """Return what is possible by kind, and after it what is not."""
    slabs: list[Slab] = []
    beyond: list[MoveView] = []
    if keep.search.strip():
        return _found(page, crisis, keep)
    for group in crisis.play.view.moves:
        shown = [move for move in group.moves if keep.shows(move, group.name)]
        now = [move for move in shown if move.available]
        beyond += [move for move in shown if not move.available]
        if now:
            slabs.append(heading_slab(page, group))
            slabs += [_row(page, crisis, move) for move in now]
    return slabs + _beyond(page, crisis, beyond)


def _found(page: Page, crisis: "Crisis", keep: MoveFilter) -> list[Slab]:
    """Return what a search finds: what is called so, what has to do with it, and what is not possible."""
    found = [move for group in crisis.play.view.moves for move in group.moves if keep.shows(move, group.name)]
    slabs: list[Slab] = []
    for title, icon, named in ((_("Called so"), "search", True), (_("To do with it"), "zap", False)):
        moves = [move for move in found if move.available and keep.names(move) == named]
        if moves:
            slabs.append(heading_slab(page, MoveGroupView(icon, title, ()), icon))
            slabs += [_row(page, crisis, move) for move in moves]
    return slabs + _beyond(page, crisis, [move for move in found if not move.available])


def _beyond(page: Page, crisis: "Crisis", beyond: list[MoveView]) -> list[Slab]:
    """Return what is not possible now, with the reasons."""
    slabs: list[Slab] = []
    if beyond:
        words = count(len(beyond), "Not possible now: {number} move", "Not possible now: {number} moves")
        slabs.append(heading_slab(page, MoveGroupView("beyond", words, ()), "ban"))
        slabs += [_row(page, crisis, move) for move in beyond]
    return slabs


def heading_slab(page: Page, group: MoveGroupView, icon: str = "") -> Slab:
    """Return the heading of a kind of moves."""
    height = page.line() + page.px(7)

    def draw(page: Page, place: pygame.Rect, active: bool) -> None:
        palette, size = page.palette, page.icon_width(16)
        box = pygame.Rect(place.x + page.gap, place.y, size, place.height)
        page.icon(icon or KIND_ICONS.get(group.kind, "list"), box, palette.soft, 16)
        left = box.right + page.gap
        words = pygame.Rect(left, place.y, place.right - left, place.height)
        drawn = page.text(group.name, words, Style.STRONG, palette.soft)
        line = (drawn.right + page.gap, place.centery)
        if line[0] < place.right:
            page.stroke(line, (place.right, place.centery), palette.faint)

    return Slab(f"group.{group.kind}", group.name, height, draw)


def _row(page: Page, crisis: "Crisis", move: MoveView) -> Slab:
    def press() -> None:
        problem = crisis.draft.toggle(crisis.play.view, move)
        if problem:
            crisis.stage.say(problem)

    def take_back() -> None:
        if move.name in crisis.draft.moves:
            press()

    return move_slab(page, crisis, move, move.name in crisis.draft.moves, press, take_back)


def move_slab(
    page: Page,
    crisis: "Crisis",
    move: MoveView,
    chosen: bool,
    press: Callable[[], None],
    delete: Callable[[], None] | None = None,
) -> Slab:
    """Return a row for a move: its kind, its rung, and why it is not possible."""

    def draw(page: Page, place: pygame.Rect, active: bool) -> None:
        _draw_row(page, crisis, move, place, active, chosen)

    lines = 1 if move.available or not move.reasons else 2
    height = lines * page.line() + page.px(8)
    return Slab(move.name, move.label, height, draw, press, move.available, chosen, "", delete)


def _draw_row(
    page: Page, crisis: "Crisis", move: MoveView, place: pygame.Rect, active: bool, chosen: bool
) -> None:
    palette, gap = page.palette, page.gap
    looked = move.name == crisis.looked_at and crisis.order_tab == "moves"
    back = palette.pressed if chosen else palette.raised if looked else palette.panel
    if page.over(place) and move.available:
        back = mix(back, palette.ink, 0.08)
    face = place.inflate(0, -2)
    page.fill(face, back, 4)
    if active:
        page.outline(face, palette.focus, 4, 2)
    size = page.icon_width(16)
    top = pygame.Rect(place.x, place.y + page.px(4), place.width, page.line())
    if chosen:
        page.icon("circle-check", pygame.Rect(top.x + gap, top.y, size, top.height), palette.accent_ink, 16)
    else:
        icon = KIND_ICONS.get(move.kind, "circle") if move.available else "lock"
        page.icon(icon, pygame.Rect(top.x + gap, top.y, size, top.height), palette.soft, 16)
    left, right = top.x + size + 2 * gap, top.right - gap // 2
    if move.rung:
        words = rung_words(move.rung, move.rung_name if page.large else "")
        if page.type.width(move.label, Style.BODY) + chip_width(page, words) + gap > right - left:
            words = rung_words(move.rung)
        width = chip_width(page, words)
        rung_chip(
            page,
            pygame.Rect(right - width, place.y, width, top.height + page.px(8)),
            words,
            crisis.play.view.rungs[move.rung].severity,
        )
        right -= width + gap
    ink = palette.ink if move.available else palette.soft
    style = Style.STRONG if chosen else Style.BODY
    page.text(move.label, pygame.Rect(left, top.y, right - left, top.height), style, ink)
    if not move.available and move.reasons:
        under = pygame.Rect(left, top.bottom, place.right - gap // 2 - left, page.line())
        page.text("; ".join(move.reasons), under, colour=palette.warning)


def _look(page: Page, widget: Widget, crisis: "Crisis") -> None:
    """Show the forecast of the move under the pointer, or else under the cursor."""
    part = widget.part_at(page.pointer)
    before = crisis.looked_at
    if part is not None:
        crisis.looked_at = part.name
    elif page.has_focus(widget.name) or find_move(crisis.play.view, crisis.looked_at) is None:
        crisis.looked_at = widget.at
    if crisis.looked_at != before:
        crisis.stage.memory.forget("details")
        crisis.stage.redraw()  # the list shows which row it is


def not_now(move: MoveView) -> str:
    """Say why a move is not possible."""
    return say("Not now: {reasons}.", reasons="; ".join(move.reasons) or _("it is not possible now"))

"""Assumptions as a list and one of them in full: its slider, its grade, where it comes from, who disputes it.

The setup screen and the main screen draw it: before the start a change is a choice, afterwards an override.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

import pygame
from attrs import define, field

from game.desktop.page import Page
from game.desktop.theme import Style
from game.desktop.widgets.buttons import button, button_width
from game.desktop.widgets.chips import chip_height, chips
from game.desktop.widgets.choices import Pick
from game.desktop.widgets.entries import text_entry
from game.desktop.widgets.ranges import range_height, range_slider
from game.desktop.widgets.scrolls import Block, scroll
from game.desktop.widgets.tiles import Tile, tiles
from game.language import _, say
from game.view.assumptions import AssumptionView, figure, stops
from game.view.words import listing

Change = Callable[[str, float | None], None]
"""Gives an assumption another value; None for the one it had."""
CHANGED = "changed"


@define
class Shown:
    """Which assumptions are listed, and which one is shown in full."""

    chosen: str = ""
    words: str = ""
    grades: set[str] = field(factory=set)
    changed: bool = False

    def lists(self, one: AssumptionView) -> bool:
        """Return whether an assumption is listed."""
        said = f"{one.name} {one.group_name} {' '.join(one.drives)}".casefold()
        words = all(word in said for word in self.words.casefold().split())
        grade = not self.grades or one.grade in self.grades
        return words and grade and (not self.changed or one.overridden or one.from_set)


def draw_assumption_sliders(
    page: Page,
    rect: pygame.Rect,
    choices: Sequence[AssumptionView],
    shown: Shown,
    change: Change,
    *,
    notes: Callable[[AssumptionView], Sequence[str]] = lambda one: (),
    fixed: str = "",
) -> None:
    """Draw assumptions that can be changed. `value` of each is what it is set to, `started` what it was.

    `notes` says more of one, `fixed` why none can be changed now.
    """
    gap = page.gap
    listed = [one for one in choices if shown.lists(one)]
    left = pygame.Rect(rect.x, rect.y, (rect.width - 4 * gap) * 46 // 100, rect.height)
    right = pygame.Rect(left.right + 4 * gap, rect.y, rect.right - left.right - 4 * gap, rect.height)
    page.stroke((left.right + 2 * gap, rect.y), (left.right + 2 * gap, rect.bottom), page.palette.faint)
    y = _filters(page, left, choices, shown)
    room = pygame.Rect(left.x, y, left.width, left.bottom - y)
    chosen = next((one for one in listed if one.id == shown.chosen), listed[0] if listed else None)
    if chosen is None:
        page.paragraph(_("No assumption fits this search."), room, colour=page.palette.soft)
        return

    def look(tile: Tile) -> None:
        shown.chosen = tile.name
        page.memory.forget("assumption.more")

    items = list(_tiles(page, listed, chosen, look))
    tiles(page, "assumptions", room, items, on_cursor=look)
    _full(page, right, chosen, change, list(notes(chosen)), fixed)


# --- the list ---------------------------------------------------------------------------------------------


def _filters(page: Page, rect: pygame.Rect, choices: Sequence[AssumptionView], shown: Shown) -> int:
    def search(words: str) -> None:
        shown.words = words
        page.memory.forget("assumptions.offset")

    def press(id: str) -> None:
        if id == CHANGED:
            shown.changed = not shown.changed
        else:
            shown.grades.symmetric_difference_update({id})
        page.memory.forget("assumptions.offset")

    height = chip_height(page)
    place = pygame.Rect(rect.x, rect.y, rect.width, height)
    text_entry(page, "assumption.search", place, shown.words, search, _("Search the assumptions"))
    words = {one.grade: (one.grade_name, one.grade_words) for one in choices}
    picks = [
        Pick(grade, say("{grade} {meaning}", grade=grade, meaning=words[grade][0]), hint=words[grade][1])
        for grade in sorted(words)
    ]
    if len(picks) < 2:
        picks = []
    if any(one.overridden or one.from_set for one in choices):
        hint = _("Only those that are not at their central value")
        picks.append(Pick(CHANGED, _("Changed"), hint=hint, icon="pencil"))
    if not picks:
        return place.bottom + page.gap
    chosen = shown.grades | ({CHANGED} if shown.changed else set())
    row = pygame.Rect(rect.x, place.bottom + page.gap // 2, rect.width, height)
    return chips(page, "assumption.chips", row, picks, chosen, press) + page.gap


def _tiles(
    page: Page, listed: Sequence[AssumptionView], chosen: AssumptionView, look: Callable[[Tile], None]
) -> Iterator[Tile]:
    group = ""
    for one in listed:
        if one.group != group:
            group = one.group
            yield _heading(page, group, one.group_name)
        yield Tile(
            one.id,
            one.name,
            partial(_height, page, one),
            partial(_draw, page, one),
            lambda: None,  # choosing it is all there is to press
            selected=one is chosen,
        )


def _heading(page: Page, group: str, words: str) -> Tile:
    def draw(box: pygame.Rect) -> None:
        place = pygame.Rect(box.x, box.bottom - page.line() - page.px(2), box.width, page.line())
        page.text(words, place, Style.STRONG, page.palette.soft)

    return Tile(f"group.{group}", words, lambda width: page.line() + page.px(8), draw, bare=True)


def _side(page: Page, one: AssumptionView) -> int:
    """Return the width that the figure and the grade take."""
    figures = page.type.width(figure(one.value), Style.STRONG)
    pencil = page.icon_width(14) + page.gap // 2 if one.overridden else 0
    return figures + pencil + page.type.width("D", Style.STRONG) + 3 * page.gap


def _height(page: Page, one: AssumptionView, width: int) -> int:
    lines = page.type.wrap(one.name, Style.BODY, width - 2 * page.gap - _side(page, one))
    return min(2, len(lines)) * page.line() + page.px(16)


def _draw(page: Page, one: AssumptionView, box: pygame.Rect) -> None:
    """Draw a row: the name, where in its range the value lies, the figure and the grade."""
    palette, gap = page.palette, page.gap
    side = _side(page, one)
    name = pygame.Rect(box.x + gap, box.y + page.px(4), box.width - 2 * gap - side, box.height - page.px(14))
    page.paragraph(one.name, name)
    line = pygame.Rect(box.right - gap - side, name.y, side, page.line())
    width = page.type.width("D", Style.STRONG)
    page.text(
        one.grade, pygame.Rect(line.right - width, line.y, width, line.height), Style.STRONG, palette.soft
    )
    figures = pygame.Rect(line.x, line.y, side - width - gap, line.height)
    ink = palette.accent_ink if one.overridden else palette.ink
    drawn = page.text(figure(one.value), figures, Style.STRONG, ink, "right")
    if one.overridden:
        size = page.icon_width(14)
        page.icon("pencil", pygame.Rect(drawn.x - size - gap // 2, line.y, size, line.height), ink, 14)
    track = pygame.Rect(box.x + gap, box.bottom - page.px(7), box.width - 2 * gap, page.px(3))
    page.fill(track, palette.line, 1)
    span = one.high - one.low or 1.0
    for value, colour, radius in ((one.started, palette.soft, 3), (one.value, ink, 4)):
        x = round(track.x + track.width * max(0.0, min(1.0, (value - one.low) / span)))
        pygame.draw.circle(page.surface, colour, (x, track.centery), page.px(radius))


# --- one in full ------------------------------------------------------------------------------------------


def _full(
    page: Page, rect: pygame.Rect, one: AssumptionView, change: Change, notes: list[str], fixed: str
) -> None:
    palette, gap = page.palette, page.gap
    y = page.paragraph(
        one.name, pygame.Rect(rect.x, rect.y, rect.width, 3 * page.line(Style.HEADING)), Style.HEADING
    )
    value = page.text(
        figure(one.value),
        pygame.Rect(rect.x, y + gap // 2, rect.width, page.line(Style.TITLE)),
        Style.TITLE,
        palette.accent_ink if one.overridden else palette.ink,
    )
    left = value.right + gap
    page.text(one.unit, pygame.Rect(left, value.y, rect.right - left, value.height), colour=palette.soft)
    y = value.bottom + gap // 2
    slider = pygame.Rect(rect.x, y, rect.width, range_height(page))
    ends = (
        say("lowest {value}", value=figure(one.low)),
        say("highest {value}", value=figure(one.high)),
    )
    range_slider(
        page,
        "assumption.value",
        slider,
        stops(one.low, one.high, one.central, one.started),
        one.value,
        lambda value: change(one.id, value),
        was=one.started,
        ends=ends,
        label=one.name,
        enabled=not fixed,
    )
    y = slider.bottom + gap // 2
    if one.overridden:
        y = _reset(page, pygame.Rect(rect.x, y, rect.width, page.line() + page.px(10)), one, change, fixed)
    blocks = list(_blocks(page, one, notes, fixed))
    scroll(
        page,
        "assumption.more",
        pygame.Rect(rect.x, y + gap // 2, rect.width, rect.bottom - y - gap // 2),
        blocks,
    )


def _reset(page: Page, rect: pygame.Rect, one: AssumptionView, change: Change, fixed: str) -> int:
    """Draw what the value was, and the button that takes it back."""
    words = say("Reset to {value}", value=figure(one.started))
    width = min(rect.width, button_width(page, words, icon="rotate-ccw"))
    place = pygame.Rect(rect.right - width, rect.y, width, rect.height)
    left = pygame.Rect(rect.x, rect.y, place.x - rect.x - page.gap, rect.height)
    was = say("Changed; it was {value}", value=figure(one.started))
    page.text(was, left, Style.STRONG, page.palette.accent_ink)
    button(
        page,
        "assumption.reset",
        place,
        words,
        lambda: change(one.id, None),
        look="quiet",
        enabled=not fixed,
        hint=fixed,
        icon="rotate-ccw",
    )
    return rect.bottom


def _blocks(page: Page, one: AssumptionView, notes: list[str], fixed: str) -> Iterator[Block]:
    """Yield all that is known of it."""
    soft = page.palette.soft
    for note in notes:
        yield Block(note, colour=page.palette.accent_ink)
    if fixed:
        yield Block(fixed, colour=page.palette.warning)
    if one.from_set:
        words = say(
            "The central value is {value}; the chosen set has it otherwise.", value=figure(one.central)
        )
        yield Block(words)
    yield Block(say("Grade {grade}", grade=one.grade), Style.STRONG, space=True)
    yield Block(one.grade_words)
    if one.source:
        yield Block(_("Where it comes from"), Style.STRONG, space=True)
        yield Block(one.source)
    if one.invented:
        yield Block(_("Why this number"), Style.STRONG, space=True)
        yield Block(one.invented)
    if one.disputed_by:
        yield Block(_("Who disputes it"), Style.STRONG, space=True)
        yield Block(one.disputed_by)
    if one.note:
        yield Block(_("Note"), Style.STRONG, space=True)
        yield Block(one.note)
    if one.drives:
        yield Block(_("What it bears on"), Style.STRONG, space=True)
        yield Block(listing(one.drives), colour=soft)

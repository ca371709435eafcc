"""The timeline in full: a lane for every tier, option, item of evidence and promise."""

from collections.abc import Iterator

import pygame
from attrs import evolve, frozen

from game.desktop.drawing.axis import Axis, axis, draw_axis
from game.desktop.drawing.lanes import ICONS, Lanes
from game.desktop.drawing.timeline import TIER_ICONS, draw_window, redraw_now, tier_state, window_box
from game.desktop.page import Page
from game.desktop.theme import Colour, Style, mix
from game.desktop.widgets.scrolls import scroll_rows
from game.language import _, say
from game.view.deadlines import DueView, deadlines
from game.view.options import OptionView
from game.view.plan import PlanView, TierView
from game.view.seat import SeatView

BAR = 6
"""The height of an option's bar, in pixels at 1280 x 720; words stand above it."""
NAMES = 30
"""The share of the width that names take, in per cent."""


@frozen
class Lane:
    """One row: a name, what stands at hours, and a bar where it has one."""

    name: str
    icon: str
    mine: bool
    dues: tuple[DueView, ...]
    tier: TierView | None = None
    plan: PlanView | None = None
    option: OptionView | None = None


def lanes(view: SeatView) -> list[Lane]:
    """Return every row, tiers first."""
    dues = deadlines(view)
    return [*_tiers(view, dues), *_options(view, dues), *_others(dues)]


def _of(dues: tuple[DueView, ...], subject: str, *kinds: str) -> tuple[DueView, ...]:
    return tuple(due for due in dues if due.subject == subject and due.kind in kinds)


def _tiers(view: SeatView, dues: tuple[DueView, ...]) -> Iterator[Lane]:
    for plan in view.plans:
        for tier in plan.tiers:
            yield Lane(tier.name, TIER_ICONS[tier.state], tier.mine, (), tier, plan)
        checks = _of(dues, plan.id, "monitors")
        if checks:
            yield Lane(_("Stand-down"), ICONS["monitors"], False, checks)


def _options(view: SeatView, dues: tuple[DueView, ...]) -> Iterator[Lane]:
    for option in view.options:
        name = option.name
        if not option.mine:
            name = say("{owner}: {option}", owner=option.owner_name, option=option.name)
        found = _of(dues, f"{option.owner}/{option.id}", "order", "ready", "lapses")
        yield Lane(name, "package", option.mine, found, option=option)


def _others(dues: tuple[DueView, ...]) -> Iterator[Lane]:
    for due in dues:
        if due.kind in ("evidence", "promise"):
            yield Lane(due.label, ICONS[due.kind], due.mine, (due,))


def draw_calendar(page: Page, rect: pygame.Rect, view: SeatView) -> None:
    """Draw it: hours above, and as many rows as there is room for; the rest scrolls."""
    names = rect.width * NAMES // 100
    field = pygame.Rect(rect.x + names, rect.y, rect.width - names, rect.height)
    line = axis(page, field, view)
    top = draw_axis(line, field, view)
    rows = lanes(view)
    height = row_height(page)
    body = pygame.Rect(rect.x, top, rect.width, rect.bottom - top)

    def row(number: int, place: pygame.Rect) -> None:
        page.stroke((place.x, place.bottom - 1), (field.right, place.bottom - 1), page.palette.faint)
        _row(line, rows[number], place, names, view)

    scroll_rows(page, "calendar", body, len(rows), height, row)


def row_height(page: Page) -> int:
    """Return the height of a row: a line of words with a bar below it."""
    return page.line() + page.px(BAR + 4)


def _row(line: Axis, lane: Lane, place: pygame.Rect, names: int, view: SeatView) -> None:
    page = line.page
    size = page.icon_width(16)
    ink = page.palette.ink if lane.mine else page.palette.soft
    page.icon(lane.icon, pygame.Rect(place.x, place.y, size, place.height), ink, 16)
    left = place.x + size + page.gap
    box = pygame.Rect(left, place.y, place.x + names - page.gap - left, place.height)
    page.text(lane.name, box, Style.STRONG if lane.mine else Style.BODY, ink)
    room = pygame.Rect(line.rect.x, place.y, place.right - line.rect.x, place.height - 1)
    if lane.tier is not None and lane.plan is not None:
        _tier(line, lane.tier, lane.plan, room, view)
    if lane.option is not None:
        _option(line, lane.option, room, view, bool(lane.dues))
    if lane.dues:
        words = room if lane.option is None else room.inflate(0, -page.px(BAR)).move(0, -page.px(BAR) // 2)
        signs = Lanes.of(line, [words])
        for due in lane.dues:
            signs.put(evolve(due, label=due.brief))
        signs.draw(_nothing)
    redraw_now(line, room)


def _nothing() -> None:
    """A sign is there to be read."""


def _tier(line: Axis, tier: TierView, plan: PlanView, room: pygame.Rect, view: SeatView) -> None:
    """A window with its state beside it, on the side where the words fit."""
    page = line.page
    words = tier_state(view, plan, tier)
    width = page.type.width(words, Style.BODY)
    if tier.opens_at is None:
        place = pygame.Rect(line.x(line.now) + page.gap, room.y, width, room.height)
        if not room.contains(place):
            place.right = line.x(line.now) - page.gap
        page.text(words, place, colour=page.palette.soft)
        return
    taken = window_box(line, tier, room.inflate(0, -page.px(6)))
    draw_window(line, tier, taken)
    inside = taken.x + page.icon_width(15) + page.px(8)
    for x in (inside, line.x(line.now) + page.gap, taken.right + page.gap, taken.x - page.gap - width):
        box = pygame.Rect(x, room.y, width, room.height)
        within = x >= inside and box.right <= taken.right - page.px(2)
        beside = not box.colliderect(taken)
        if (within or beside) and room.contains(box) and not line.crosses_now(box.left, box.right):
            page.text(words, box, colour=page.palette.ink)
            return


def _option(line: Axis, option: OptionView, room: pygame.Rect, view: SeatView, dues: bool) -> None:
    """Preparing is hatched, ready is full; what would follow from an order now is an outline."""
    page, palette = line.page, line.page.palette
    colour: Colour = palette.ink if option.mine else palette.soft
    thick = page.px(BAR)
    y = room.bottom - thick - page.px(1)
    if option.state in ("not_ordered", "lapsed"):
        if option.mine:
            left, right = line.x(view.hour), line.x(view.hour + option.lead_hours)
            page.dashes((left, y + thick // 2), (right, y + thick // 2), palette.soft, page.px(1.5))
            if not dues:
                width = page.type.width(option.words, Style.BODY)
                box = pygame.Rect(right + page.gap, room.y, width, room.height - thick)
                if room.contains(box):
                    page.text(option.words, box, colour=palette.soft)
        return
    ready = option.ready_at if option.ready_at is not None else float(view.hour)
    if option.state == "preparing":
        left = line.x(max(0.0, ready - option.lead_hours))
        page.fill(pygame.Rect(left, y, line.x(ready) - left, thick), mix(palette.panel, colour, 0.3), 2)
    until = option.lapses_at if option.lapses_at is not None else float(line.last)
    full = pygame.Rect(line.x(ready), y, line.x(until) - line.x(ready), thick)
    page.fill(full, mix(palette.panel, colour, 0.7), 2)

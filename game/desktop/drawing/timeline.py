"""The plan's clock: hours, windows of tiers, the present, the last hour to order options, evidence due."""

import re
from collections.abc import Sequence

import pygame
from attrs import define, frozen

from game.desktop.drawing.marks import draw_flag, draw_mark
from game.desktop.page import Page
from game.desktop.theme import Colour, Style, mix
from game.view.options import OptionView
from game.view.plan import TierView
from game.view.seat import SeatView

LATER = 18
"""Hours drawn beyond the announced end where the true end is hidden."""


@frozen
class Entry:
    """Something at an hour."""

    hour: float
    text: str
    kind: str
    """`order` (a last hour), `missed`, `ready` or `evidence`."""
    urgent: bool = False
    own: bool = True
    """Whether it concerns this seat."""


def last_hour(view: SeatView) -> int:
    """Return the last hour on the strip."""
    end = view.horizon + (LATER if view.hidden_end else 0)
    return max(end, view.hour + view.hours_per_turn)


def entries(view: SeatView) -> tuple[list[Entry], list[Entry]]:
    """Return what stands on the two lanes below the windows: options, and evidence."""
    options: list[Entry] = []
    for option in view.options:
        options.extend(_of_option(view, option))
    evidence = [
        Entry(item.due, item.name, "evidence")
        for item in view.evidence
        if item.due is not None and item.state == "awaited" and item.due >= view.hour
    ]
    if view.plan and view.plan.stand_down and view.plan.stand_down.state == "declared":
        due = view.plan.stand_down.verified_at
        if due is not None:
            evidence.append(Entry(due, "monitors answer", "evidence"))
    return sorted(options, key=_hour), sorted(evidence, key=_hour)


def _hour(entry: Entry) -> float:
    return entry.hour


def _of_option(view: SeatView, option: OptionView) -> list[Entry]:
    name = option.name if option.mine else f"{option.owner_name}: {option.name}"
    if option.state == "preparing" and option.ready_at is not None:
        return [Entry(option.ready_at, f"{name} ready", "ready", own=option.mine)]
    if option.state == "ready" and option.lapses_at is not None and option.lapses_at < last_hour(view):
        return [Entry(option.lapses_at, f"{name} lapses", "ready", own=option.mine)]
    return [
        Entry(
            deadline.last_hour,
            f"{name} for {re.split('[:,]', deadline.tier_name)[0]}",
            "order",
            deadline.state == "now",
        )
        for deadline in option.deadlines
        if deadline.state in ("open", "now")
    ]


class _Axis:
    def __init__(self, page: Page, rect: pygame.Rect, last: int) -> None:
        self.page, self.rect, self.last = page, rect, last

    def x(self, hour: float) -> int:
        return round(self.rect.x + self.rect.width * max(0.0, min(hour, self.last)) / self.last)


def draw_timeline(page: Page, rect: pygame.Rect, view: SeatView) -> None:
    """Draw the strip."""
    palette = page.palette
    line = page.line()
    label = page.px(92)
    last = last_hour(view)
    axis = _Axis(
        page, pygame.Rect(rect.x + label, rect.y, rect.width - label - page.px(30), rect.height), last
    )
    _hours(page, axis, rect, view, line)
    y = rect.y + line + page.px(4)
    lanes = window_lanes(view)
    if lanes:
        _label(page, rect, y, label, "Windows")
    for lane in lanes:
        starts = [axis.rect.x, *(axis.x(_closes(tier, last)) for tier in lane)]
        ends = [*(axis.x(_opens(tier)) for tier in lane[1:]), axis.rect.right]
        for tier, start, end in zip(lane, starts, ends, strict=False):
            _window(page, axis, tier, y, line + page.px(4), (start, end))
        y += line + page.px(6)
    waiting = [tier.name for tier in view.plan.tiers if tier.opens_at is None] if view.plan else []
    if waiting and y + 2 * line <= rect.bottom:
        _label(page, rect, y, label, "No hour yet")
        box = pygame.Rect(axis.rect.x + page.px(8), y, rect.right - axis.rect.x - page.px(8), line)
        page.text(" · ".join(waiting), box, colour=palette.soft)
        y += line + page.px(2)
    options, evidence = entries(view)
    rows = max(1, (rect.bottom - y) // (line + page.px(1)))
    if options:
        lanes_for_options = max(1, min(2, rows - bool(evidence)))
        taken, dropped = _entries(page, axis, options, y, lanes_for_options)
        _label(page, rect, y, label, _counting("Options", dropped))
        y, rows = y + taken * (line + page.px(1)), rows - taken
    if evidence and y + line <= rect.bottom:
        _, dropped = _entries(page, axis, evidence, y, max(1, min(2, rows)))
        _label(page, rect, y, label, _counting("Evidence", dropped))
    _later(page, axis, view)
    x = axis.x(view.hour)
    page.stroke((x, rect.y + line), (x, rect.bottom), palette.accent, page.px(2))


def _counting(text: str, dropped: int) -> str:
    """A lane's label, with how many more there are than there is room for."""
    return f"{text} +{dropped}" if dropped else text


def _later(page: Page, axis: _Axis, view: SeatView) -> None:
    """Say that the game may end beyond the announced hour, where no other words stand."""
    left = axis.x(view.horizon)
    line = page.line()
    room = pygame.Rect(left, axis.rect.bottom - line, axis.x(axis.last) - left, line).inflate(-page.gap, 0)
    if view.hidden_end and not any(mark.rect.colliderect(room) for mark in page.marks):
        page.text("it may end here", room, colour=page.palette.soft, align="centre")


def _label(page: Page, rect: pygame.Rect, y: int, width: int, text: str) -> None:
    page.text(text, pygame.Rect(rect.x, y, width, page.line()), colour=page.palette.soft)


def _hours(page: Page, axis: _Axis, rect: pygame.Rect, view: SeatView, line: int) -> None:
    palette = page.palette
    foot = rect.y + line
    if view.hidden_end:
        left = axis.x(view.horizon)
        later = pygame.Rect(left, foot, axis.x(axis.last) - left, rect.bottom - foot)
        page.fill(later, mix(palette.panel, palette.faint, 0.6))
    page.stroke((axis.x(0), foot), (axis.x(axis.last), foot), palette.line)
    every = view.hours_per_turn
    while every < axis.last and axis.x(every) - axis.x(0) < page.px(44):
        every += view.hours_per_turn
    now = _now_box(page, axis, view, line)
    page.fill(now.inflate(page.gap, 0), palette.accent, 3)
    page.text(f"hour {view.hour}", now, Style.STRONG, palette.on_accent, "centre")
    _label(page, rect, rect.y, page.px(92), "Hour")
    for hour in range(0, axis.last + 1, view.hours_per_turn):
        x = axis.x(hour)
        page.stroke((x, foot), (x, foot + page.px(4)), palette.line)
        if hour % every:
            continue
        width = page.type.width(str(hour), Style.BODY)
        box = pygame.Rect(x - width // 2, rect.y, width, line)
        if not box.inflate(2 * page.gap, 0).colliderect(now):
            page.text(str(hour), box, colour=palette.soft)


def _now_box(page: Page, axis: _Axis, view: SeatView, line: int) -> pygame.Rect:
    width = page.type.width(f"hour {view.hour}", Style.STRONG)
    box = pygame.Rect(axis.x(view.hour) - width // 2, axis.rect.y, width, line)
    return box.clamp(axis.rect.inflate(page.px(40), 0))


def window_lanes(view: SeatView) -> list[list[TierView]]:
    """Put windows that overlap on different lanes; windows whose hours are unknown have none."""
    last = last_hour(view)
    lanes: list[list[TierView]] = []
    tiers = view.plan.tiers if view.plan else ()
    for tier in sorted((tier for tier in tiers if tier.opens_at is not None), key=_opens):
        lane = next((lane for lane in lanes if _closes(lane[-1], last) <= _opens(tier)), None)
        if lane is None:
            lanes.append([tier])
        else:
            lane.append(tier)
    return lanes[:3]


def _opens(tier: TierView) -> int:
    return tier.opens_at or 0


def _closes(tier: TierView, last: int) -> int:
    return last if tier.closes_at is None else tier.closes_at


def _window(page: Page, axis: _Axis, tier: TierView, y: int, height: int, free: tuple[int, int]) -> None:
    """Draw a window; where it is too narrow, its name goes beside it, if it fits between those of `free`."""
    palette = page.palette
    left, right = axis.x(_opens(tier)), axis.x(_closes(tier, axis.last))
    box = pygame.Rect(left, y, max(page.px(6), right - left - 2), height)
    is_open = tier.state == "open"
    page.fill(box, mix(palette.panel, palette.accent, 0.28) if is_open else palette.raised, 3)
    page.outline(box, palette.accent if is_open else palette.line, 3, 2 if is_open else 1)
    sign = {"met": "✓ ", "failed": "✗ ", "passed": "– ", "open": "▶ "}.get(tier.state, "")
    inside = box.inflate(-page.gap, 0)
    style = Style.STRONG if tier.mine else Style.BODY
    width = page.type.width(sign + tier.name, style)
    if width > inside.width:
        for left in (box.x - page.gap - width, box.right + page.gap):
            beside = pygame.Rect(left, y, width, height)
            fits = free[0] < left and beside.right < free[1]
            if fits and not any(mark.rect.colliderect(beside) for mark in page.marks):
                inside = beside
                break
    if inside.width > page.px(30):
        page.text(sign + tier.name, inside, style)


@define
class _Placed:
    entry: Entry
    x: int
    lane: int
    room: int
    """For its words; 0 for none."""


class _Lanes:
    """Where words already stand, lane by lane, so that none meet."""

    def __init__(self, page: Page, lanes: int, edge: int) -> None:
        self.edge = edge
        self.lanes: list[list[_Placed]] = [[] for _ in range(lanes)]
        self.before, self.after, self.least = page.px(8), page.px(14), page.px(44)

    def room(self, lane: int, x: int) -> int:
        """Return how many pixels are free for words at x; negative where not even the mark fits."""
        end = self.edge
        for placed in self.lanes[lane]:
            stop = placed.x + (self.after + placed.room if placed.room else self.before)
            if placed.x - self.before <= x and stop >= x - self.before:
                return -1
            if placed.x > x:
                end = min(end, placed.x - self.before)
        return end - x - self.after

    def put(self, entry: Entry, x: int, width: int) -> None:
        """Place an entry where its words fit whole, or else where most of them do."""
        numbers = range(len(self.lanes))
        lane = next((lane for lane in numbers if self.room(lane, x) >= width), None)
        if lane is None and not entry.own:
            return
        if lane is None:
            lane = max(numbers, key=lambda number: self.room(number, x))
            if self.room(lane, x) < 0:
                lane = self._make_room(x)
        room = max(0, min(width, self.room(lane, x)))
        self.lanes[lane].append(_Placed(entry, x, lane, room if room >= min(width, self.least) else 0))

    def _make_room(self, x: int) -> int:
        """Shorten the words that are in the way, urgent ones last; return the lane."""
        lane = min(
            range(len(self.lanes)), key=lambda number: any(one.entry.urgent for one in self.lanes[number])
        )
        for placed in self.lanes[lane]:
            if placed.x < x <= placed.x + self.after + placed.room + self.before:
                room = max(0, x - self.before - placed.x - self.after - 1)
                placed.room = room if room >= self.least else 0
        return lane


def _entries(page: Page, axis: _Axis, items: Sequence[Entry], y: int, lanes: int) -> tuple[int, int]:
    """Draw marks with words beside them; return how many lanes that took, and how many found no room.

    One's own come first; what others do is drawn where there is room, and stands in the details anyway.
    """
    line = page.line()
    plan = _Lanes(page, lanes, axis.rect.right + page.px(30))
    for entry in sorted(items, key=_rank):
        width = page.type.width(entry.text, Style.STRONG if entry.urgent else Style.BODY)
        plan.put(entry, axis.x(entry.hour), width)
    for number, lane in enumerate(plan.lanes):
        top = y + number * (line + page.px(1))
        for placed in lane:
            _sign(page, placed.entry, (placed.x, top + line // 2))
            style = Style.STRONG if placed.entry.urgent else Style.BODY
            box = pygame.Rect(placed.x + page.px(14), top, placed.room, line)
            page.text(placed.entry.text, box, style, palette_of(page, placed.entry))
    drawn = sum(len(lane) for lane in plan.lanes)
    return max((number for number, lane in enumerate(plan.lanes, 1) if lane), default=1), len(items) - drawn


def _rank(entry: Entry) -> tuple[bool, bool, float]:
    return not entry.urgent, not entry.own, entry.hour


def palette_of(page: Page, entry: Entry) -> Colour:
    """Return the colour of an entry's words."""
    return page.palette.warning if entry.urgent else page.palette.ink


def _sign(page: Page, entry: Entry, centre: tuple[int, int]) -> None:
    if entry.kind == "order":
        draw_flag(page, centre, page.palette.warning if entry.urgent else page.palette.accent)
    elif entry.kind == "ready":
        draw_mark(page, "square", centre, page.px(5), page.palette.good)
    else:
        draw_mark(page, "diamond", centre, page.px(5), page.palette.soft)

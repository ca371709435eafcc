"""The plan's clock as a strip: tiers and their states, hours with windows, and what comes when."""

from collections.abc import Callable, Sequence

import pygame

from game.desktop.drawing.axis import Axis, axis, draw_axis, last_hour
from game.desktop.drawing.lanes import ICONS, Lanes, due_colour
from game.desktop.page import Page, Part, Widget
from game.desktop.theme import Colour, Style, mix
from game.language import N_, _, say
from game.view.deadlines import DueView, deadlines
from game.view.plan import PlanView, TierView
from game.view.seat import SeatView
from game.view.words import hours

TIER_ICONS = {
    "waiting": "circle-dashed",
    "open": "hourglass",
    "met": "circle-check",
    "failed": "circle-x",
    "passed": "circle-minus",
}
"""The icon of a tier's state."""

STATES = {
    "open": N_("open"),
    "met": N_("met"),
    "failed": N_("not answered"),
    "passed": N_("did not apply"),
}
"""A tier's state in a word or two."""

ON_THE_LANE = frozenset({"order", "ready", "lapses", "evidence", "promise", "monitors"})
"""What stands as signs below the windows."""


def lane_dues(view: SeatView) -> list[DueView]:
    """Return what stands as signs on the strip: the urgent first, then one's own, then by the hour."""
    found = [due for due in deadlines(view) if due.kind in ON_THE_LANE and due.hour <= last_hour(view)]
    found.sort(key=lambda due: (not due.urgent, not due.mine, due.hour))
    return found + [due for due in deadlines(view) if due.kind == "end" and view.hidden_end]


def strip_height(page: Page, view: SeatView, due_lanes: int = 2) -> int:
    """Return the height that the strip wants, for so many lanes of signs at most."""
    row = page.line() + page.px(4)
    lanes = min(due_lanes, max(1, (len(lane_dues(view)) + 2) // 3)) if lane_dues(view) else 0
    pills = row + page.px(4) if view.plan and view.plan.tiers else 0
    return pills + page.line() + page.px(6) + (len(window_lanes(view)) + lanes) * row


def draw_timeline(page: Page, rect: pygame.Rect, view: SeatView, press: Callable[[], None] | None) -> None:
    """Draw the strip; a press anywhere on it opens the details."""
    top = rect.y
    row = page.line() + page.px(4)
    widget = Widget("timeline", rect, "timeline", _("Timeline"), press=press)
    if view.plan and view.plan.tiers:
        place = pygame.Rect(rect.x, top, rect.width, row)
        widget.parts += _pills(page, place, view, view.plan, press)
        top = place.bottom + page.px(4)
    room = pygame.Rect(rect.x, top, rect.width, rect.bottom - top)
    line = axis(page, room, view)
    y = draw_axis(line, room, view)
    for lane in window_lanes(view):
        for tier in lane:
            place = pygame.Rect(rect.x, y, rect.width, row - page.px(2))
            widget.parts.append(_window(line, tier, place, press or _nothing))
        y += row
    count = max(0, (rect.bottom - y + page.px(2)) // row)
    lanes = Lanes.of(line, [pygame.Rect(rect.x, y + n * row, rect.width, page.line()) for n in range(count)])
    for due in lane_dues(view):
        lanes.put(due)
    widget.parts += lanes.draw(press or _nothing)
    page.add(widget)


# --- tiers as pills ---------------------------------------------------------------------------------------


def _pills(
    page: Page, rect: pygame.Rect, view: SeatView, plan: PlanView, press: Callable[[], None] | None
) -> list[Part]:
    """One pill for each tier: icon and word for its state, and how long until it opens or closes."""
    width = (rect.width - (len(plan.tiers) - 1) * page.gap) / len(plan.tiers)
    parts = []
    for number, tier in enumerate(plan.tiers):
        left = rect.x + round(number * (width + page.gap))
        box = pygame.Rect(left, rect.y, round(width), rect.height)
        ink, back, edge = _tier_colours(page, tier)
        page.fill(box, back, 5)
        page.outline(box, edge, 5, page.px(2) if tier.state == "open" else 1)
        size = page.icon_width(16)
        icon = pygame.Rect(box.x + page.gap, box.y, size, box.height)
        page.icon(TIER_ICONS[tier.state], icon, ink, 16)
        words = pygame.Rect(icon.right + page.px(6), box.y, box.right - icon.right - page.px(12), box.height)
        style = Style.STRONG if tier.mine or tier.state == "open" else Style.BODY
        state = tier_state(view, plan, tier)
        texts = [say("{tier}: {state}", tier=name, state=state) for name in (tier.name, tier.short)]
        shown = next((text for text in texts if page.type.width(text, style) <= words.width), "")
        if not shown and page.type.width(tier.short, style) <= words.width:
            shown = tier.short
        page.text(shown, words, style, page.palette.ink)
        parts.append(
            Part(f"tier.{tier.id}", box, tier.name, press or _nothing, hint=_tier_hint(texts[0], tier))
        )
    return parts


def _nothing() -> None:
    """There are no details to open."""


def _tier_hint(words: str, tier: TierView) -> str:
    asks = say("Asks at least {rung}, no higher than {cap}.", rung=tier.obliged_name, cap=tier.cap_name)
    return f"{words}. {asks}"


def tier_state(view: SeatView, plan: PlanView, tier: TierView) -> str:
    """Say a tier's state and how long until it opens or closes: `open, 6 hours left`."""
    step = view.hours_per_turn
    if tier.state == "open" and tier.hours_left is not None:
        return say("open, {time} left", time=hours(tier.hours_left, step))
    if tier.state != "waiting":
        return _(STATES[tier.state])
    if plan.state in ("stopped", "ended"):
        return _("will not open")
    if tier.opens_at is None:
        return _("no hour yet")
    if tier.opens_at <= view.hour:
        return _("opens now")
    return say("opens in {time}", time=hours(tier.opens_at - view.hour, step))


def _tier_colours(page: Page, tier: TierView) -> tuple[Colour, Colour, Colour]:
    """Return the colours of a tier's icon, ground and border."""
    palette = page.palette
    if tier.state == "open":
        return palette.accent_ink, mix(palette.panel, palette.accent, 0.2), palette.accent
    if tier.state == "met":
        return palette.good, palette.raised, palette.good
    if tier.state == "failed":
        return palette.danger, palette.raised, palette.danger
    return palette.soft, palette.raised, palette.faint


# --- windows ----------------------------------------------------------------------------------------------


def window_lanes(view: SeatView) -> list[list[TierView]]:
    """Put windows that overlap on different lanes; those that open later, or nobody knows when, have none."""
    last = last_hour(view)
    lanes: list[list[TierView]] = []
    tiers = view.plan.tiers if view.plan else ()
    shown = (tier for tier in tiers if tier.opens_at is not None and tier.opens_at < last)
    for tier in sorted(shown, key=_opens):
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


def window_box(line: Axis, tier: TierView, row: pygame.Rect) -> pygame.Rect:
    """Return where a tier's window stands in a row."""
    left, right = line.x(_opens(tier)), line.x(_closes(tier, line.last))
    return pygame.Rect(left + 1, row.y, max(line.page.px(6), right - left - 2), row.height)


def draw_window(line: Axis, tier: TierView, box: pygame.Rect) -> None:
    """Draw a window: open ones stand out, those that are over are pale."""
    page, palette = line.page, line.page.palette
    ink, back, edge = _tier_colours(page, tier)
    over = tier.state in ("passed", "failed", "met")
    page.fill(box, mix(back, palette.panel, 0.6) if over else back, 4)
    page.outline(box, edge, 4, page.px(2) if tier.state == "open" else 1)
    size = page.icon_width(15)
    if box.width >= size + page.px(6):
        place = pygame.Rect(box.x + page.px(3), box.y, size, box.height)
        page.icon(TIER_ICONS[tier.state], place, ink, 15)


def _window(line: Axis, tier: TierView, row: pygame.Rect, press: Callable[[], None]) -> Part:
    """Draw a window with its short name where that fits whole on one side of the present."""
    page = line.page
    box = window_box(line, tier, row)
    draw_window(line, tier, box)
    left = box.x + page.icon_width(15) + page.px(8)
    width = page.type.width(tier.short, Style.BODY)
    for x in (left, line.x(line.now) + page.px(5)):
        words = pygame.Rect(x, box.y, width, box.height)
        if x >= left and words.right <= box.right - page.px(3) and not line.crosses_now(x, words.right):
            page.text(tier.short, words)
            break
    redraw_now(line, row)
    return Part(f"window.{tier.id}", box, tier.name, press, hint=tier.name)


def redraw_now(line: Axis, row: pygame.Rect) -> None:
    """Draw the present over what was drawn across it."""
    x = line.x(line.now)
    line.page.stroke((x, row.top), (x, row.bottom), line.page.palette.accent, line.page.px(2))


# --- one line, where there is no room for more ------------------------------------------------------------


def draw_next(page: Page, rect: pygame.Rect, dues: Sequence[DueView], most: int = 2) -> None:
    """Draw what comes next in one line, icons with words; whole sentences only."""
    x = rect.x
    size = page.icon_width(16)
    for due in dues[:most]:
        style = Style.STRONG if due.urgent else Style.BODY
        width = page.type.width(due.words, style)
        if x + size + page.px(5) + width > rect.right:
            continue
        colour = due_colour(page, due)
        page.icon(ICONS[due.kind], pygame.Rect(x, rect.y, size, rect.height), colour, 16)
        x += size + page.px(5)
        page.text(due.words, pygame.Rect(x, rect.y, width, rect.height), style, colour)
        x += width + 3 * page.gap

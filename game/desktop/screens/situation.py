"""The left side of the main screen: the clock above, and below it the aspect of the crisis that is chosen."""

from typing import TYPE_CHECKING

import pygame

from game.desktop.drawing.ladders import Lines, draw_ladders, draw_legend, legend_width, names_width
from game.desktop.drawing.tables import draw_places
from game.desktop.drawing.timeline import draw_timeline, window_lanes
from game.desktop.page import Page
from game.desktop.screens.aspects import available, draw_aspect, draw_tabs, tabs_width
from game.desktop.screens.briefing import aim_blocks, case_blocks
from game.desktop.screens.panels import draw_panels
from game.desktop.theme import Style
from game.desktop.typeset import capital
from game.desktop.widgets.buttons import button
from game.desktop.widgets.scrolls import scroll

if TYPE_CHECKING:
    from game.desktop.screens.crisis import Crisis

COMFORTABLE_PANEL = 215
"""What the panels below the ladders want, before ladders take more room than they need."""
SIX_CAUSES = 192
"""What a panel needs to show six causes; the clock gives up a line for it."""
LEAST_PANEL = 150
"""What is left for the panels below the ladders, at least, in pixels at 1280 x 720."""


def draw_situation(page: Page, left: pygame.Rect, crisis: "Crisis") -> None:
    """Draw the left side."""
    gap, view = page.gap, crisis.play.view
    rows = max(6, min(13, len(view.rungs)))
    height = page.px(64) + rows * (page.line() + page.px(7 if page.large else 1))
    top = left.y
    if view.plans or view.options or view.evidence:
        room = left.height - height - page.px(LEAST_PANEL) - 2 * gap
        wanted = _strip_height(page, left, crisis)
        row = page.line() + page.px(2)
        comfortable = room - page.px(SIX_CAUSES - LEAST_PANEL)
        strip = pygame.Rect(left.x, top, left.width, min(room, wanted, max(comfortable, wanted - row)))
        _timeline(page, strip, crisis)
        top = strip.bottom + gap
    below = pygame.Rect(left.x, top, left.width, left.bottom - top)
    if crisis.aspect != "situation" and crisis.aspect in available(crisis):
        draw_aspect(page, below, crisis)
    elif view.rungs:
        _ladders(page, below, height, crisis)
    else:
        _without_ladder(page, below, crisis)


def _ladders(page: Page, rect: pygame.Rect, height: int, crisis: "Crisis") -> None:
    view, gap = crisis.play.view, page.gap
    airy = page.px(64) + len(view.rungs) * page.px(30)
    spare = rect.height - gap - page.px(COMFORTABLE_PANEL)
    ladders = pygame.Rect(rect.x, rect.y, rect.width, max(height, min(airy, spare)))
    if page.large and view.regions:
        side = rect.width * 23 // 100
        places = pygame.Rect(rect.right - side, ladders.y, side, ladders.height)
        ladders.width -= side + gap
        draw_places(page, page.panel(places, "Places"), view.regions, "places.room")
    inner = _headed(page, ladders, crisis, "Ladders")
    _legend(page, ladders, inner, crisis)
    draw_ladders(
        page,
        inner,
        view.rungs,
        view.ladders,
        crisis.badges(page),
        crisis.considered(),
        crisis.open_actor,
        _open_lines(crisis),
    )
    rest = pygame.Rect(rect.x, ladders.bottom + gap, rect.width, rect.bottom - ladders.bottom - gap)
    draw_panels(page, rest, crisis)


def _headed(page: Page, rect: pygame.Rect, crisis: "Crisis", title: str) -> pygame.Rect:
    """Draw a panel under the tabs of aspects, or under its title where there is but one."""
    if len(available(crisis)) < 2:
        return page.panel(rect, title)
    return draw_tabs(page, rect, page.panel(rect), crisis)


def _legend(page: Page, ladders: pygame.Rect, inner: pygame.Rect, crisis: "Crisis") -> None:
    """Draw what the marks mean beside the title; two stand over the rungs where tabs take the room."""
    head = pygame.Rect(inner.x, ladders.y + page.gap, inner.width, page.line(Style.HEADING))
    tabs = tabs_width(page, crisis) if len(available(crisis)) >= 2 else page.px(90)
    room = inner.width - tabs - 2 * page.gap
    if room >= legend_width(page):
        draw_legend(page, head)
        return
    if room >= legend_width(page, ("cap", "obliged", "considered")):
        draw_legend(page, head, ("cap", "obliged", "considered"))
    marks = legend_width(page, ("sent", "read"))
    if names_width(page, inner, crisis.play.view.rungs) >= marks:
        over = pygame.Rect(inner.x, inner.y, marks, page.line())
        draw_legend(page, over, ("sent", "read"))


def _without_ladder(page: Page, rect: pygame.Rect, crisis: "Crisis") -> None:
    """A textbook game has no ladder: its situation stands there instead."""
    view = crisis.play.view
    upper = pygame.Rect(rect.x, rect.y, rect.width, rect.height * 62 // 100)
    inner = _headed(page, upper, crisis, "The situation")
    blocks = case_blocks(page, view)
    if view.briefing.aims:
        blocks += aim_blocks(page, view)
    scroll(page, "situation", inner, blocks)
    lower = pygame.Rect(rect.x, upper.bottom + page.gap, rect.width, rect.height - upper.height - page.gap)
    draw_panels(page, lower, crisis)


# --- the clock --------------------------------------------------------------------------------------------


def _strip_height(page: Page, left: pygame.Rect, crisis: "Crisis") -> int:
    view = crisis.play.view
    rows = (
        1
        + len(window_lanes(view))
        + bool(_unknown(crisis))
        + (2 if view.options else 0)
        + bool(view.evidence)
        + _obligation_lines(page, left, crisis)
    )
    return page.px(52) + rows * (page.line() + page.px(2))


def _unknown(crisis: "Crisis") -> list[str]:
    plan = crisis.play.view.plan
    return [tier.name for tier in plan.tiers if tier.opens_at is None] if plan else []


def _open_lines(crisis: "Crisis") -> Lines:
    """Return what open tiers oblige to and allow, by the name of who responds."""
    return frozenset(
        (name, kind, rung)
        for plan in crisis.play.view.plans
        for tier in plan.tiers
        for name in tier.responders
        for kind, rung in (("obliged", tier.obliged), ("cap", tier.cap))
        if tier.state == "open"
    )


def _obligation_lines(page: Page, left: pygame.Rect, crisis: "Crisis") -> int:
    """Return how many lines of its own this seat's obligation needs; 0 where it fits beside the title."""
    plan = crisis.play.view.plan
    if plan is None or not plan.my_obligation:
        return 0
    title = page.type.width(capital(plan.name), Style.HEADING)
    width = left.width - 3 * page.gap
    if page.type.width(plan.my_obligation, Style.STRONG) <= width - title - page.px(110):
        return 0
    return min(2, len(page.type.wrap(plan.my_obligation, Style.STRONG, width)))


def _timeline(page: Page, strip: pygame.Rect, crisis: "Crisis") -> None:
    view = crisis.play.view
    plan = view.plan
    name = capital(plan.name) if plan else "Time"
    inner = page.panel(strip, name)
    title = page.type.width(name, Style.HEADING) + 2 * page.gap
    more = page.px(84)
    head = pygame.Rect(
        inner.x + title,
        strip.y + page.gap,
        inner.width - title - more - page.gap,
        page.line(Style.HEADING),
    )
    if plan and plan.my_obligation:
        lines = _obligation_lines(page, strip, crisis)
        if lines:
            page.text(plan.words, head, colour=page.palette.soft)
            taken = lines * page.line() + page.px(2)
            head = pygame.Rect(inner.x, inner.y - page.px(3), inner.width, taken)
            inner = pygame.Rect(inner.x, inner.y + taken, inner.width, inner.height - taken)
        mine = [tier for tier in plan.tiers if tier.mine and tier.state == "open"]
        owed = any(view.actor_name not in tier.met_by for tier in mine)
        page.paragraph(
            plan.my_obligation, head, Style.STRONG, page.palette.warning if owed else page.palette.ink
        )
    elif plan:
        page.text(plan.words, head, colour=page.palette.soft)
    place = pygame.Rect(inner.right - more, strip.y + page.gap - page.px(3), more, page.line() + page.px(8))
    button(page, "plan.details", place, "Details", lambda: crisis.open("plan"), look="quiet")
    draw_timeline(page, inner, view)

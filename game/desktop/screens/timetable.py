"""The plan in full, over the main screen: every hour that counts as a picture, and the rules in words."""

from typing import TYPE_CHECKING

import pygame

from game.desktop.drawing.calendar import draw_calendar, lanes, row_height
from game.desktop.page import Page
from game.desktop.screens.sheet import box_overlay, close_overlay, overlay_title
from game.desktop.theme import Style
from game.desktop.typeset import capital
from game.desktop.widgets.scrolls import Block, leads, scroll
from game.language import _, say
from game.view.ladders import LimitView
from game.view.options import OptionView
from game.view.plan import PlanView, TierView
from game.view.words import listing, percent

if TYPE_CHECKING:
    from game.desktop.screens.crisis import Crisis


def draw_timetable(page: Page, crisis: "Crisis") -> None:
    """Draw it."""
    view = crisis.play.view
    inner = box_overlay(page, 1180, 660)
    y = overlay_title(page, inner, _("Every hour that counts"))
    foot = close_overlay(page, inner, _("Close"), crisis.close)
    room = pygame.Rect(inner.x, y, inner.width, foot.y - 2 * page.gap - y)
    blocks = plan_blocks(page, crisis)
    wanted = page.line() + page.px(8) + len(lanes(view)) * row_height(page) + page.gap
    height = min(wanted, room.height * 58 // 100) if blocks else room.height
    draw_calendar(page, pygame.Rect(room.x, room.y, room.width, height), view)
    if not blocks:
        return
    top = room.y + height + 2 * page.gap
    words = pygame.Rect(room.x, top, room.width, room.bottom - top)
    page.stroke((words.x, top - page.gap), (words.right, top - page.gap), page.palette.line)
    scroll(page, "overlay.text", words, blocks, margin=leads(page, blocks, 110))


def plan_blocks(page: Page, crisis: "Crisis") -> list[Block]:
    """Return all that is known of plans, options and limits, in words."""
    view = crisis.play.view
    blocks: list[Block] = []
    for plan in view.plans:
        blocks += _plan(page, plan)
    if view.options:
        blocks.append(Block(_("Options"), Style.HEADING, flush=True, space=True))
    for option in view.options:
        blocks += _option(page, option)
    if view.limits:
        blocks.append(Block(_("Limits"), Style.HEADING, flush=True, space=True))
    blocks += [Block(_limit(limit)) for limit in view.limits]
    return blocks


def _plan(page: Page, plan: PlanView) -> list[Block]:
    blocks = [
        Block(capital(plan.name), Style.HEADING, flush=True, space=True),
        Block(plan.words, lead=_("Now")),
    ]
    if plan.my_obligation:
        blocks.append(Block(plan.my_obligation, Style.STRONG, lead=_("You")))
    about = say(
        "{incident}; accused: {accused}. A violation is: {causes}.",
        incident=plan.incident_name,
        accused=plan.accused_name,
        causes=listing(plan.counts, "or"),
    )
    blocks.append(Block(about, lead=_("About")))
    if plan.my_belief is not None:
        blocks.append(Block(_belief(plan, plan.my_belief), lead=_("Belief")))
    if plan.stand_down:
        blocks.append(Block(plan.stand_down.words, lead=_("Stand-down")))
    for tier in plan.tiers:
        blocks += _tier(page, tier)
    return blocks


def _belief(plan: PlanView, mine: float) -> str:
    if plan.public_belief is None:
        return say("You give {mine} to a cause that counts.", mine=percent(mine))
    return say(
        "You give {mine} to a cause that counts; the public {public}.",
        mine=percent(mine),
        public=percent(plan.public_belief),
    )


def _tier(page: Page, tier: TierView) -> list[Block]:
    asks = say(
        "{actors}: at least {rung}, no higher than {cap}.",
        actors=listing(tier.responders),
        rung=tier.obliged_name,
        cap=tier.cap_name,
    )
    blocks = [
        Block(tier.name, Style.STRONG, flush=True, space=True),
        Block(capital(tier.state_words), lead=_("Now")),
        Block(asks, lead=_("Obliges")),
    ]
    if tier.met_by:
        blocks.append(Block(listing(tier.met_by), lead=_("Met by")))
    soft = page.palette.soft
    blocks += [
        Block(capital(line), colour=soft, lead="" if number else _("Opens when"))
        for number, line in enumerate(tier.conditions)
    ]
    return blocks


def _option(page: Page, option: OptionView) -> list[Block]:
    words = say("{option}: {state}", option=option.name, state=option.words)
    if not option.mine:
        words = say(
            "{owner}: {option}: {state}", owner=option.owner_name, option=option.name, state=option.words
        )
    blocks = [Block(words, Style.STRONG if option.mine else Style.BODY)]
    for deadline in option.deadlines:
        colour = page.palette.warning if deadline.state == "now" else page.palette.soft
        blocks.append(Block(capital(deadline.words), colour=colour))
    return blocks


def _limit(limit: LimitView) -> str:
    if limit.crossed_at is None:
        return say("{limit}: stands", limit=limit.name)
    if not limit.by_name:
        return say("{limit}: crossed at hour {hour}", limit=limit.name, hour=limit.crossed_at)
    return say(
        "{limit}: crossed at hour {hour} by {actor}",
        limit=limit.name,
        hour=limit.crossed_at,
        actor=limit.by_name,
    )

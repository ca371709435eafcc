"""What lies on top of the main screen: the slip, the reveal, the plan and a ladder in full, the way back."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import pygame

from game.desktop.drawing.ladders import mark_words
from game.desktop.page import Page
from game.desktop.screens.briefing import briefing_blocks
from game.desktop.screens.reveal import draw_reveal
from game.desktop.screens.sheet import box_overlay, close_overlay, overlay_title
from game.desktop.screens.slip import draw_slip
from game.desktop.theme import Style
from game.desktop.typeset import capital
from game.desktop.widgets.lists import Row, rows
from game.desktop.widgets.scrolls import Block, scroll
from game.view.seat import SeatView

if TYPE_CHECKING:
    from game.desktop.screens.crisis import Crisis


def draw(page: Page, crisis: "Crisis") -> None:
    """Draw what lies on top, if anything does."""
    kind, _, subject = crisis.overlay.partition(":")
    if kind == "slip":
        draw_slip(page, crisis)
    elif kind == "resolving":
        _resolving(page)
    elif kind == "reveal":
        draw_reveal(page, crisis)
    elif kind == "replay":
        draw_reveal(page, crisis, subject)
    elif kind == "plan":
        _reading(page, crisis, "The plan and what it asks", plan_blocks(page, crisis))
    elif kind == "actor":
        _reading(page, crisis, *actor_blocks(page, crisis, subject))
    elif kind == "briefing":
        _reading(page, crisis, "Your briefing", briefing_blocks(page, crisis.play.view))
    elif kind == "back":
        draw_turns(page, crisis.play.view, crisis.play.view.turn - 1, crisis.go_back, crisis.close)


def _reading(page: Page, crisis: "Crisis", title: str, blocks: list[Block]) -> None:
    inner = box_overlay(page, 860, 620)
    y = overlay_title(page, inner, title)
    foot = close_overlay(page, inner, "Close", crisis.close)
    scroll(
        page,
        "overlay.text",
        pygame.Rect(inner.x, y, inner.width, foot.y - page.gap - y),
        blocks,
        margin=page.px(110),
    )


def _resolving(page: Page) -> None:
    inner = box_overlay(page, 420, 120)
    page.text("The turn is being resolved …", inner, Style.HEADING, align="centre")


def draw_turns(
    page: Page, view: SeatView, last: int, go: Callable[[int], None], stay: Callable[[], None]
) -> None:
    """Offer every turn up to the last one that can be played anew."""
    inner = box_overlay(page, 520, 480)
    y = overlay_title(
        page,
        inner,
        "Go back to an earlier turn",
        "You order that turn anew. The hidden facts stay; the line you leave stays in the record.",
    )
    foot = close_overlay(page, inner, "Stay here", stay)
    items = [
        Row(
            f"turn.{turn}", f"Turn {turn}", partial(go, turn), note=f"hour {(turn - 1) * view.hours_per_turn}"
        )
        for turn in range(last, 0, -1)
    ]
    rows(page, "overlay.turns", pygame.Rect(inner.x, y, inner.width, foot.y - page.gap - y), items)
    page.first = "overlay.turns"


def plan_blocks(page: Page, crisis: "Crisis") -> list[Block]:
    """Return all that is known of plans, options and stand-downs, in words."""
    view, palette = crisis.play.view, page.palette
    blocks: list[Block] = []
    for plan in view.plans:
        blocks.append(Block(capital(plan.name), Style.HEADING, flush=True))
        blocks.append(Block(plan.words, lead="Now"))
        if plan.my_obligation:
            blocks.append(Block(plan.my_obligation, Style.STRONG, lead="You"))
        counts = ", ".join(plan.counts)
        blocks.append(
            Block(
                f"{plan.incident_name}; accused: {plan.accused_name}. A violation is: {counts}.", lead="About"
            )
        )
        if plan.my_belief is not None:
            public = "" if plan.public_belief is None else f"; the public {plan.public_belief:.0%}"
            blocks.append(
                Block(f"You give {plan.my_belief:.0%} to a cause that counts{public}.", lead="Belief")
            )
        if plan.stand_down:
            blocks.append(Block(plan.stand_down.words, lead="Stand-down"))
        for tier in plan.tiers:
            blocks.append(Block(tier.name, Style.STRONG, flush=True, space=True))
            blocks.append(Block(tier.state_words, lead="Now"))
            who = ", ".join(tier.responders)
            blocks.append(
                Block(f"{who}: at least {tier.obliged_name}, no higher than {tier.cap_name}.", lead="Obliges")
            )
            if tier.met_by:
                blocks.append(Block(", ".join(tier.met_by), lead="Met by"))
            blocks += [
                Block(line, colour=palette.soft, lead="" if number else "Opens when")
                for number, line in enumerate(tier.conditions)
            ]
    if view.options:
        blocks.append(Block("Options", Style.HEADING, flush=True, space=True))
    for option in view.options:
        owner = "" if option.mine else f"{option.owner_name}: "
        blocks.append(
            Block(f"{owner}{option.name}: {option.words}", Style.STRONG if option.mine else Style.BODY)
        )
        blocks += [
            Block(deadline.words, colour=palette.warning if deadline.state == "now" else palette.soft)
            for deadline in option.deadlines
        ]
    if view.limits:
        blocks.append(Block("Limits", Style.HEADING, flush=True, space=True))
    for limit in view.limits:
        crossed = (
            "stands"
            if limit.crossed_at is None
            else f"crossed at hour {limit.crossed_at}" + (f" by {limit.by_name}" if limit.by_name else "")
        )
        blocks.append(Block(f"{limit.name}: {crossed}"))
    return blocks


def actor_blocks(page: Page, crisis: "Crisis", actor: str) -> tuple[str, list[Block]]:
    """Return what one actor does to each other, turn by turn, in words."""
    view, soft = crisis.play.view, page.palette.soft
    ladder = next((ladder for ladder in view.ladders if ladder.by == actor), None)
    if ladder is None:
        return "", []
    blocks: list[Block] = []
    for pair in ladder.pairs:
        read = view.rungs[pair.read].name
        words = f"read as {read} by {pair.read_by}"
        if pair.sent is not None:
            words = f"sent as {view.rungs[pair.sent].name}, {words}"
        blocks.append(Block(f"On {pair.on_name}", Style.STRONG, flush=True, space=True))
        blocks.append(Block(words[:1].upper() + words[1:] + ".", lead="Now"))
        path = " → ".join(str(mark.read) if mark.read is not None else "?" for mark in pair.history)
        if path:
            blocks.append(Block(f"{path} (rungs as read, turn by turn)", colour=soft, lead="So far"))
    for mark in ladder.marks:
        blocks.append(
            Block(f"{capital(mark.text)}: {mark_words(mark.kind)} {view.rungs[mark.rung].name}.", lead="Line")
        )
    blocks.append(Block("What the rungs mean", Style.STRONG, flush=True, space=True))
    for number, rung in reversed(list(enumerate(view.rungs))):
        here = "▸ " if number == ladder.read else ""
        words = f"{here}{rung.name}. {rung.summary}" if rung.summary else f"{here}{rung.name}"
        blocks.append(Block(words, colour=None if here else soft, lead=f"rung {number}"))
    return f"{ladder.by_name} on the ladder", blocks

"""The reveal: what was done in the turn, and what it changed."""

from typing import TYPE_CHECKING

import pygame

from game.desktop.page import Page
from game.desktop.screens.sheet import box_overlay, close_overlay, overlay_title
from game.desktop.theme import Style
from game.desktop.widgets.scrolls import Block, leads, scroll
from game.view.seat import SeatView

if TYPE_CHECKING:
    from game.desktop.screens.crisis import Crisis

QUIET = ("track",)
"""Kinds of events that are told as a sum, not one by one."""
SHIFT = 0.05
"""A belief that moved by less is not worth a line here."""


def draw_reveal(page: Page, crisis: "Crisis") -> None:
    """Draw what happened since orders were given."""
    view, palette, gap = crisis.play.view, page.palette, page.gap
    inner = box_overlay(page, 1040, 600)
    over = crisis.play.over
    y = overlay_title(page, inner, f"What happened in turn {crisis.shown_turn}")
    foot = close_overlay(
        page, inner, "See how it ended" if over else f"On to turn {view.turn}", crisis.revealed
    )
    side = inner.width * 36 // 100
    left = pygame.Rect(inner.x, y, inner.width - side - 3 * gap, foot.y - gap - y)
    head = page.line() + gap // 2
    page.text("What your seat saw", pygame.Rect(left.x, left.y, left.width, head), colour=palette.soft)
    blocks: list[Block] = []
    hour = -1
    for line in view.log:
        if line.new and line.kind not in QUIET:
            lead = f"hour {line.hour}" if line.hour != hour else ""
            hour = line.hour
            words = f"▸ {line.text}" if line.mine else line.text
            blocks.append(Block(words, lead=lead, colour=palette.accent if line.mine else None))
    nothing = [Block("Nothing that you could see.", colour=palette.soft)]
    text = pygame.Rect(left.x, left.y + head, left.width, left.height - head)
    scroll(page, "overlay.text", text, blocks or nothing, margin=leads(page, blocks, 74))
    right = pygame.Rect(left.right + 3 * gap, y, side, left.height)
    page.stroke((right.x - 2 * gap, right.y), (right.x - 2 * gap, right.bottom), palette.faint)
    page.text("What it changed", pygame.Rect(right.x, right.y, right.width, head), colour=palette.soft)
    changes = change_blocks(page, view) or [Block("Nothing that you can measure.", colour=palette.soft)]
    text = pygame.Rect(right.x, right.y + head, right.width, right.height - head)
    scroll(page, "overlay.changes", text, changes, margin=page.px(68))


def change_blocks(page: Page, view: SeatView) -> list[Block]:
    """Return what changed since last turn: rungs, beliefs, tracks, places."""
    blocks: list[Block] = []
    rungs = _rungs(view)
    if rungs:
        blocks += [Block("On the ladders, as you read them", Style.STRONG, flush=True), *rungs]
    beliefs = [
        Block(f"{cause.name}: now {cause.mine:.0%}", lead=_signed(cause.change * 100))
        for belief in view.beliefs
        for cause in belief.causes
        if cause.mine is not None and cause.change is not None and abs(cause.change) >= SHIFT
    ]
    if beliefs:
        blocks += [Block("What you believe", Style.STRONG, flush=True, space=True), *beliefs]
    for title, mine in (("Yours", True), ("The others' and the world's", False)):
        tracks = [
            Block(
                track.name if mine or track.owner == "world" else f"{track.owner_name}: {track.name}",
                lead=_signed(track.change),
            )
            for track in view.tracks
            if track.mine is mine and track.change is not None and abs(track.change) >= 1
        ]
        if tracks:
            blocks += [Block(title, Style.STRONG, flush=True, space=True), *tracks]
    places = [
        Block(f"{region.name}: facts on the ground", lead=_signed(region.change))
        for region in view.regions
        if region.change
    ]
    if places:
        blocks += [Block("Places", Style.STRONG, flush=True, space=True), *places]
    stands = _standing(view)
    if stands:
        blocks += [Block("Members and arms", Style.STRONG, flush=True, space=True), *stands]
    return blocks


def _standing(view: SeatView) -> list[Block]:
    """Members who came or went, and postures that changed."""
    found = [
        Block(f"{member.name} has {'joined' if member.joined else 'left'} {coalition.actor_name}", lead="new")
        for coalition in view.coalitions
        for member in coalition.members
        if member.changed
    ]
    return found + [
        Block(f"{one.owner_name}: strategic arms now at {one.posture} posture", lead="new")
        for one in view.arsenals
        if one.changed
    ]


def _rungs(view: SeatView) -> list[Block]:
    found: list[Block] = []
    for ladder in view.ladders:
        if len(ladder.history) < 2:
            continue
        before, after = ladder.history[-2].read, ladder.history[-1].read
        if before is None or after is None or before == after:
            continue
        sign = "▲" if after > before else "▼"
        found.append(Block(f"{ladder.by_name}: {view.rungs[after].name}", lead=f"{sign} {before}→{after}"))
    return found


def _signed(change: float | None) -> str:
    return "" if change is None else f"{'▲' if change > 0 else '▼'} {abs(change):.0f}"

"""Coalitions and their members, the posture of strategic arms, and steps towards a calmer crisis."""

from typing import TYPE_CHECKING

import pygame

from game.desktop.page import Page
from game.desktop.theme import Style
from game.desktop.typeset import capital
from game.desktop.widgets.scrolls import Block, scroll
from game.view.arsenals import ArsenalView
from game.view.coalition import AskView, CoalitionView, MemberView
from game.view.steps import StepView

if TYPE_CHECKING:
    from game.desktop.screens.crisis import Crisis

POSTURES = ("routine", "raised", "high")
_STATES = {"none": "open", "announced": "announced", "verified": "verified", "answered": "answered"}


def draw_members(page: Page, rect: pygame.Rect, crisis: "Crisis") -> None:
    """Draw members on the left, arms and steps on the right."""
    view, gap = crisis.play.view, page.gap
    side = bool(view.arsenals or view.steps)
    width = rect.width * 58 // 100 if side and view.coalitions else rect.width if view.coalitions else 0
    if view.coalitions:
        left = pygame.Rect(rect.x, rect.y, width - (2 * gap if side else 0), rect.height)
        y = rect.y
        for coalition in view.coalitions:
            y = _weight(page, pygame.Rect(left.x, y, left.width, rect.bottom - y), coalition) + gap
        blocks = [block for coalition in view.coalitions for block in _members(page, coalition)]
        room = pygame.Rect(left.x, y, left.width, rect.bottom - y)
        scroll(page, "members", room, blocks, margin=page.px(86))
    if side:
        right = pygame.Rect(rect.x + width, rect.y, rect.width - width, rect.height)
        if view.coalitions:
            page.stroke((right.x - gap, right.y), (right.x - gap, right.bottom), page.palette.faint)
        blocks = [*_arms(page, view.arsenals), *_steps(page, view.steps)]
        scroll(page, "arms", right, blocks, margin=page.px(78))


def _weight(page: Page, rect: pygame.Rect, coalition: CoalitionView) -> int:
    """Draw a bar of the weight that has joined, with the quorum on it; return the y below."""
    palette = page.palette
    line = page.line()
    name = pygame.Rect(rect.x, rect.y, rect.width, page.line(Style.HEADING))
    state = "goes on without all" if coalition.proceeding else "can act" if coalition.agreed else "cannot act"
    drawn = page.text(capital(coalition.actor_name), name, Style.HEADING)
    beside = pygame.Rect(
        drawn.right + 2 * page.gap, name.y, name.right - drawn.right - 2 * page.gap, name.height
    )
    page.text(state, beside, Style.STRONG, palette.good if coalition.agreed else palette.warning)
    bar = pygame.Rect(rect.x, name.bottom + page.px(4), rect.width, page.px(14))
    page.fill(bar, palette.ground, 3)
    x = float(bar.x)
    for member in sorted(coalition.members, key=lambda member: not member.joined):
        width = bar.width * member.share
        part = pygame.Rect(round(x), bar.y, max(1, round(x + width) - round(x) - 2), bar.height)
        page.fill(part, palette.good if member.joined else palette.faint, 2)
        x += width
    quorum = round(bar.x + bar.width * coalition.quorum)
    page.stroke((quorum, bar.y - page.px(3)), (quorum, bar.bottom + page.px(3)), palette.accent, page.px(2))
    words = page.measure(coalition.words, rect.width)
    note = pygame.Rect(rect.x, bar.bottom + page.px(4), rect.width, min(words, 2 * line))
    return page.paragraph(coalition.words, note, colour=palette.soft)


def _members(page: Page, coalition: CoalitionView) -> list[Block]:
    blocks: list[Block] = []
    for member in coalition.members:
        blocks += _member(page, member)
    return blocks


def _member(page: Page, member: MemberView) -> list[Block]:
    palette = page.palette
    lead = "✓ joined" if member.joined else "✗ out"
    new = " (new)" if member.changed else ""
    name = f"{member.name} · {member.share:.0%}{new}"
    ink = palette.good if member.joined else palette.ink
    blocks = [Block(name, Style.STRONG, ink, lead=lead, space=True)]
    if member.summary:
        blocks.append(Block(member.summary, colour=palette.soft))
    for ask in member.asks:
        blocks.append(Block(f"{_sign(ask)} {capital(ask.text)}", colour=palette.soft if ask.met else None))
    if member.controls and not member.joined:
        blocks.append(Block(f"Keeps shut: {', '.join(member.controls)}", colour=palette.warning))
    return blocks


def _sign(ask: AskView) -> str:
    return "?" if ask.met is None else "✓" if ask.met else "✗"


def _arms(page: Page, arsenals: tuple[ArsenalView, ...]) -> list[Block]:
    palette = page.palette
    blocks: list[Block] = []
    if arsenals:
        blocks.append(Block("Strategic arms", Style.HEADING, flush=True))
    for one in arsenals:
        level = POSTURES.index(one.posture)
        ladder = "●" * (level + 1) + "○" * (2 - level)
        colour = palette.warning if level else None
        new = " (new)" if one.changed else ""
        blocks.append(
            Block(f"{one.owner_name}: {one.posture}{new}", Style.STRONG, colour, lead=ladder, space=True)
        )
        said = capital(one.words.split("; ", 1)[1])
        blocks.append(Block(f"{said} {one.summary}".strip(), colour=palette.soft, flush=True))
    return blocks


def _steps(page: Page, steps: tuple[StepView, ...]) -> list[Block]:
    palette = page.palette
    blocks: list[Block] = []
    if steps:
        blocks.append(Block("Steps towards a calmer crisis", Style.HEADING, flush=True, space=True))
    for step in steps:
        colour = palette.accent if step.mine_to_answer else palette.soft if step.state == "none" else None
        blocks.append(Block(step.words, colour=colour, lead=_STATES[step.state]))
    return blocks

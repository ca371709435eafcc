"""What lies on top of the main screen: the slip, the reveal, the plan and a ladder in full, the way back."""

from typing import TYPE_CHECKING

import pygame

from game.desktop.drawing.ladders import mark_words
from game.desktop.page import Page
from game.desktop.screens.briefing import briefing_blocks
from game.desktop.screens.lines import WayBack, draw_lines
from game.desktop.screens.reveal import draw_reveal
from game.desktop.screens.sheet import box_overlay, close_overlay, overlay_title
from game.desktop.screens.slip import draw_slip
from game.desktop.screens.timetable import draw_timetable
from game.desktop.theme import Style
from game.desktop.typeset import capital
from game.desktop.widgets.scrolls import Block, scroll

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
        draw_timetable(page, crisis)
    elif kind == "actor":
        _reading(page, crisis, *actor_blocks(page, crisis, subject))
    elif kind == "briefing":
        _reading(page, crisis, "Your briefing", briefing_blocks(page, crisis.play.view))
    elif kind == "back":
        draw_lines(page, crisis, crisis.part(WayBack))


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

"""What lies on top of the main screen: the slip, the reveal, the plan and a ladder in full, the way back."""

from typing import TYPE_CHECKING

import pygame

from game.desktop.drawing.ladders import mark_words
from game.desktop.page import Page
from game.desktop.screens.briefing import briefing_blocks
from game.desktop.screens.lines import WayBack, draw_lines
from game.desktop.screens.reveal import Reveal, draw_reveal
from game.desktop.screens.sheet import box_overlay, close_overlay, overlay_title
from game.desktop.screens.slip import draw_slip
from game.desktop.screens.timetable import draw_timetable
from game.desktop.theme import Style
from game.desktop.typeset import capital
from game.desktop.widgets.scrolls import Block, leads, scroll
from game.language import _, say

if TYPE_CHECKING:
    from game.desktop.screens.crisis import Crisis


def draw(page: Page, crisis: "Crisis") -> None:
    """Draw what lies on top, if anything does."""
    kind, _colon, subject = crisis.overlay.partition(":")
    if kind == "slip":
        draw_slip(page, crisis)
    elif kind == "resolving":
        if not crisis.goes_to and crisis.part(Reveal).sealed(crisis.play.view.turn):
            crisis.stage.sound("turn")
        _resolving(page, crisis.goes_to or _("The turn is being resolved …"))
    elif kind == "reveal":
        draw_reveal(page, crisis)
    elif kind == "replay":
        draw_reveal(page, crisis, subject)
    elif kind == "plan":
        draw_timetable(page, crisis)
    elif kind == "actor":
        _reading(page, crisis, *actor_blocks(page, crisis, subject))
    elif kind == "briefing":
        _reading(page, crisis, _("Your briefing"), briefing_blocks(page, crisis.play.view))
    elif kind == "back":
        draw_lines(page, crisis, crisis.part(WayBack))


def _reading(page: Page, crisis: "Crisis", title: str, blocks: list[Block]) -> None:
    inner = box_overlay(page, 860, 620)
    y = overlay_title(page, inner, title)
    foot = close_overlay(page, inner, _("Close"), crisis.close)
    scroll(
        page,
        "overlay.text",
        pygame.Rect(inner.x, y, inner.width, foot.y - page.gap - y),
        blocks,
        margin=leads(page, blocks, 80),
    )


def _resolving(page: Page, words: str) -> None:
    room = page.type.width(words, Style.HEADING) + page.icon_width(24) + 14 * page.gap
    inner = box_overlay(
        page, round(room / page.scale), round((page.line(Style.HEADING) + 8 * page.gap) / page.scale)
    )
    size = page.icon_width(24)
    page.icon("hourglass", pygame.Rect(inner.x, inner.y, size, inner.height), page.palette.accent_ink, 24)
    left = inner.x + size + 2 * page.gap
    page.text(words, pygame.Rect(left, inner.y, inner.right - left, inner.height), Style.HEADING)


def actor_blocks(page: Page, crisis: "Crisis", actor: str) -> tuple[str, list[Block]]:
    """Return what one actor does to each other, turn by turn, in words."""
    view, soft = crisis.play.view, page.palette.soft
    ladder = next((ladder for ladder in view.ladders if ladder.by == actor), None)
    if ladder is None:
        return "", []
    blocks: list[Block] = []
    for pair in ladder.pairs:
        read, sent = view.rungs[pair.read].name, None if pair.sent is None else view.rungs[pair.sent].name
        if sent is None:
            words = say("Read as {rung} by {reader}.", rung=read, reader=pair.read_by)
        else:
            words = say(
                "Sent as {sent}, read as {rung} by {reader}.", sent=sent, rung=read, reader=pair.read_by
            )
        blocks.append(Block(say("On {actor}", actor=pair.on_name), Style.STRONG, flush=True, space=True))
        blocks.append(Block(words, lead=_("Now")))
        path = " → ".join(str(mark.read) if mark.read is not None else "?" for mark in pair.history)
        if path:
            words = say("{path} (rungs as read, turn by turn)", path=path)
            blocks.append(Block(words, colour=soft, lead=_("So far")))
    for mark in ladder.marks:
        words = say(
            "{line}: {what} {rung}.",
            line=capital(mark.text),
            what=mark_words(mark.kind),
            rung=view.rungs[mark.rung].name,
        )
        blocks.append(Block(words, lead=_("Line")))
    blocks.append(Block(_("What the rungs mean"), Style.STRONG, flush=True, space=True))
    for number, rung in reversed(list(enumerate(view.rungs))):
        here = number == ladder.read
        words = f"{rung.name}. {rung.summary}" if rung.summary else rung.name
        lead = say("rung {number}", number=number)
        style = Style.STRONG if here else Style.BODY
        blocks.append(Block(words, style, None if here else soft, lead))
    return say("{actor} on the ladder", actor=ladder.by_name), blocks

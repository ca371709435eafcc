"""What the tables could have brought: the deal that was missed, turn by turn."""

from collections.abc import Sequence

import pygame

from game.desktop.page import Page
from game.desktop.theme import Style
from game.desktop.widgets.scrolls import Block, leads, scroll
from game.language import _, say
from game.view.missed_deal import WHY, MissedDealView, MissedTurn
from game.view.words import number, sentence


def draw_missed(page: Page, room: pygame.Rect, deals: Sequence[MissedDealView]) -> None:
    """Draw a panel for each table."""
    gap = page.gap
    width = (room.width - gap * (len(deals) - 1)) // max(1, len(deals))
    for place, deal in enumerate(deals):
        rect = pygame.Rect(room.x + place * (width + gap), room.y, width, room.height)
        inner = page.panel(rect, deal.name)
        blocks = missed_blocks(page, deal)
        scroll(page, f"missed.{place}", inner, blocks, margin=leads(page, blocks, 74))


def missed_blocks(page: Page, deal: MissedDealView) -> list[Block]:
    """Return what a table could have brought."""
    soft = page.palette.soft
    note = _("By what each party knew and believed in that turn; points of each one's own scale.")
    blocks = [Block(deal.words, Style.STRONG, flush=True), Block(note, colour=soft, flush=True)]
    before = ""
    for turn in deal.turns:
        blocks += _turn(page, turn, before)
        before = turn.package
    if not deal.turns:
        blocks.append(Block(_("The table was never open."), colour=soft, flush=True, space=True))
    return blocks


def _turn(page: Page, turn: MissedTurn, before: str) -> list[Block]:
    palette = page.palette
    sign = "✓" if turn.exists else "✗"
    said = f"{sign} {sentence(_(WHY[turn.closed_by]))}"
    blocks = [
        Block(
            said,
            colour=palette.good if turn.exists else None,
            lead=say("hour {hour}", hour=turn.hour),
            space=True,
        ),
    ]
    if turn.package:
        gains = ", ".join(
            say("{actor} {points}", actor=one.name, points=number(round(one.better, 1))) for one in turn.gains
        )
        package = _("The same package") if turn.package == before else turn.package
        words = say("{package}. Better than going on by: {gains}.", package=package, gains=gains)
        blocks.append(Block(words, colour=palette.soft))
    return blocks

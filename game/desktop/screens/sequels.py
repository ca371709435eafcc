"""What can be played on from an ending: another scenario, and what it starts from."""

from collections.abc import Callable, Sequence
from functools import partial

import pygame

from game.desktop.page import Page
from game.desktop.theme import Style
from game.desktop.typeset import capital
from game.desktop.widgets.buttons import button, button_width
from game.desktop.widgets.scrolls import Block, scroll
from game.language import N_, _
from game.view.ending import SequelView

CARRY = N_("Play on from here")


def draw_sequels(
    page: Page, room: pygame.Rect, sequels: Sequence[SequelView], carry: Callable[[SequelView], None]
) -> None:
    """Draw a card for each, with a button that starts it at the menu."""
    gap = page.gap
    width = (room.width - gap * (len(sequels) - 1)) // max(1, len(sequels))
    for number, sequel in enumerate(sequels):
        card = pygame.Rect(room.x + number * (width + gap), room.y, width, room.height)
        inner = page.panel(card, sequel.title)
        foot = pygame.Rect(
            inner.x, inner.bottom - page.line() - page.px(20), inner.width, page.line() + page.px(20)
        )
        wide = min(inner.width, button_width(page, _(CARRY), icon="play"))
        place = pygame.Rect(foot.x, foot.y, wide, foot.height)
        button(page, f"sequel.{number}", place, _(CARRY), partial(carry, sequel), look="primary", icon="play")
        text = pygame.Rect(inner.x, inner.y, inner.width, foot.y - gap - inner.y)
        scroll(page, f"sequel.{number}.text", text, sequel_blocks(page, sequel))


def sequel_blocks(page: Page, sequel: SequelView) -> list[Block]:
    """Return what carries over."""
    soft = page.palette.soft
    blocks = [Block(sequel.text)] if sequel.text else []
    if sequel.variant_names or sequel.values:
        blocks.append(Block(_("It starts from what this game left behind:"), Style.STRONG, soft, space=True))
    blocks += [Block(f"• {name}") for name in sequel.variant_names]
    for name, value in sequel.values:
        blocks.append(Block(f"• {capital(name.replace('_', ' ').replace('.', ', '))}: {value:g}"))
    said = _("You choose your seat and whatever else it asks. On a command line:")
    blocks += [Block(said, colour=soft, space=True), Block(sequel.command, colour=soft)]
    return blocks

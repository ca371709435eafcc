"""What can be played on from an ending: another scenario, and what it starts from."""

from collections.abc import Callable, Sequence
from functools import partial

import pygame

from game.desktop.page import Page
from game.desktop.theme import Style
from game.desktop.typeset import capital
from game.desktop.widgets.buttons import button, button_width
from game.desktop.widgets.scrolls import Block, scroll
from game.language import N_, _, say
from game.view.assumptions import figure
from game.view.ending import SequelView

CARRY = N_("Play on from here")


def draw_sequels(
    page: Page, room: pygame.Rect, sequels: Sequence[SequelView], carry: Callable[[SequelView], None]
) -> None:
    """Draw a card for each, as high as its words, with a button that starts it at the menu."""
    gap = 2 * page.gap
    width = (room.width - gap * (len(sequels) - 1)) // max(1, len(sequels))
    high = page.line() + page.px(20)
    for number, sequel in enumerate(sequels):
        blocks = sequel_blocks(page, sequel)
        inside = width - 3 * page.gap
        lines = sum(page.measure(block.text, inside) + block.space * page.line() // 2 for block in blocks)
        around = page.line(Style.HEADING) + high + 6 * page.gap
        card = pygame.Rect(room.x + number * (width + gap), room.y, width, min(room.height, lines + around))
        inner = page.panel(card, sequel.title)
        wide = min(inner.width, button_width(page, _(CARRY), icon="play"))
        place = pygame.Rect(inner.x, inner.bottom - high - page.gap // 2, wide, high)
        press = partial(carry, sequel)
        button(page, f"sequel.{number}", place, _(CARRY), press, look="primary", icon="play")
        text = pygame.Rect(inner.x, inner.y, inner.width, place.y - page.gap - inner.y)
        scroll(page, f"sequel.{number}.text", text, blocks)


def sequel_blocks(page: Page, sequel: SequelView) -> list[Block]:
    """Return what carries over."""
    soft = page.palette.soft
    blocks = [Block(sequel.text)] if sequel.text else []
    if sequel.variant_names or sequel.values:
        blocks.append(Block(_("It starts from what this game left behind:"), Style.STRONG, soft, space=True))
    blocks += [Block(f"• {name}") for name in sequel.variant_names]
    for (_id, value), name in zip(sequel.values, sequel.value_names, strict=True):
        words = say("{thing}: {what}", thing=capital(name), what=figure(value))
        blocks.append(Block(f"• {words}"))
    said = _("You choose your seat and whatever else it asks. On a command line:")
    blocks += [Block(said, colour=soft, space=True), Block(sequel.command, colour=soft)]
    return blocks

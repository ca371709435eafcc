"""Assumptions: every number that somebody could dispute, and how well it is known."""

from typing import TYPE_CHECKING

import pygame

from game.desktop.page import Page
from game.desktop.widgets.scrolls import Block, scroll
from game.view.words import number

if TYPE_CHECKING:
    from game.desktop.screens.crisis import Crisis


def draw_assumptions(page: Page, rect: pygame.Rect, crisis: "Crisis") -> None:
    """Draw the assumptions of the game."""
    blocks = [Block(one.name, lead=number(one.value)) for one in crisis.play.view.assumptions]
    scroll(page, "assumptions", rect, blocks, margin=page.px(64))

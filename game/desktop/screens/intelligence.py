"""Intelligence: what the evidence says, what is still to come, and what everybody makes of it."""

from typing import TYPE_CHECKING

import pygame

from game.desktop.drawing.beliefs import draw_beliefs
from game.desktop.drawing.tables import draw_evidence
from game.desktop.page import Page

if TYPE_CHECKING:
    from game.desktop.screens.crisis import Crisis


def draw_intelligence(page: Page, rect: pygame.Rect, crisis: "Crisis") -> None:
    """Draw what is known of the incidents."""
    view, half = crisis.play.view, rect.width // 2
    if view.beliefs:
        draw_beliefs(page, pygame.Rect(rect.x, rect.y, half - page.gap, rect.height), view.beliefs[0])
    draw_evidence(page, pygame.Rect(rect.x + half, rect.y, rect.width - half, rect.height), view)

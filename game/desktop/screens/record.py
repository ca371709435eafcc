"""The log: everything that this seat saw happen, turn by turn."""

from typing import TYPE_CHECKING

import pygame

from game.desktop.page import Page
from game.desktop.screens.panels import draw_log

if TYPE_CHECKING:
    from game.desktop.screens.crisis import Crisis


def draw_record(page: Page, rect: pygame.Rect, crisis: "Crisis") -> None:
    """Draw the log."""
    draw_log(page, rect, crisis)

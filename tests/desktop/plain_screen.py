"""A screen with one button and nothing else, to lay things over."""

import pygame

from game.desktop.keys import KeyHelp
from game.desktop.page import Key, Page
from game.desktop.widgets.buttons import button


class Plain:
    """Draws a button."""

    name = "plain"

    def draw(self, page: Page) -> None:
        button(page, "plain", pygame.Rect(40, 40, 200, 50), "", lambda: None)

    def key(self, key: Key) -> bool:
        return False

    def help(self) -> tuple[KeyHelp, ...]:
        return ()

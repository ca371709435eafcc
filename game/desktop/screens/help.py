"""The help overlay: which key does what."""

from collections.abc import Callable, Sequence

import pygame

from game.desktop.keys import EVERYWHERE, KeyHelp
from game.desktop.page import Page
from game.desktop.theme import Style
from game.desktop.widgets.buttons import button


def draw_help(page: Page, own: Sequence[KeyHelp], close: Callable[[], None]) -> None:
    """Draw the key map over the screen."""
    lines = len(own) + len(EVERYWHERE)
    row = page.line() + page.px(8)
    height = lines * row + page.px(190 if own else 150)
    box = pygame.Rect(0, 0, page.px(820), height)
    box.center = page.area.center
    page.overlay(box)
    inner = box.inflate(-6 * page.gap, -5 * page.gap)
    page.text("Keys", pygame.Rect(inner.x, inner.y, inner.width, page.line(Style.TITLE)), Style.TITLE)
    y = inner.y + page.line(Style.TITLE) + page.gap
    for title, group in (("On this screen", own), ("Everywhere", EVERYWHERE)):
        if not group:
            continue
        page.text(title, pygame.Rect(inner.x, y, inner.width, row), Style.STRONG, page.palette.soft)
        y += row
        for item in group:
            left = page.px(270)
            page.text(item.keys, pygame.Rect(inner.x, y, left, row), Style.STRONG)
            page.text(item.does, pygame.Rect(inner.x + left, y, inner.width - left, row))
            y += row
    place = pygame.Rect(inner.right - page.px(120), inner.bottom - page.px(36), page.px(120), page.px(36))
    button(page, "help.close", place, "Close", close, look="primary")
    page.text(
        "Everything also works with the mouse alone.",
        pygame.Rect(inner.x, place.y, inner.width - page.px(140), place.height),
        colour=page.palette.soft,
    )
    page.first = "help.close"

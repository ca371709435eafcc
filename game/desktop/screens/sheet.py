"""The sheet that an overlay is written on: its box, its title and the button that closes it."""

from collections.abc import Callable

import pygame

from game.desktop.page import Page
from game.desktop.theme import Style
from game.desktop.widgets.buttons import button, button_width


def box_overlay(page: Page, width: int, height: int) -> pygame.Rect:
    """Lay a box over the screen, given in pixels at 1280 x 720, and return the room inside it."""
    box = pygame.Rect(
        0,
        0,
        min(page.px(width), page.area.width - 4 * page.gap),
        min(page.px(height), page.area.height - 4 * page.gap),
    )
    box.center = page.area.center
    page.overlay(box)
    return box.inflate(-6 * page.gap, -4 * page.gap)


def overlay_title(page: Page, inner: pygame.Rect, title: str, under: str = "") -> int:
    """Draw the title, and words under it; return the y below."""
    page.text(title, pygame.Rect(inner.x, inner.y, inner.width, page.line(Style.TITLE)), Style.TITLE)
    y = inner.y + page.line(Style.TITLE) + page.gap
    if under:
        y = page.paragraph(
            under, pygame.Rect(inner.x, y, inner.width, 3 * page.line()), colour=page.palette.soft
        )
        y += page.gap
    return y


def close_overlay(page: Page, inner: pygame.Rect, label: str, press: Callable[[], None]) -> pygame.Rect:
    """Draw the main button at the foot; return where it is."""
    width = button_width(page, label)
    place = pygame.Rect(inner.right - width, inner.bottom - page.px(38), width, page.px(38))
    button(page, "overlay.close", place, label, press, look="primary")
    page.first = "overlay.close"
    return place

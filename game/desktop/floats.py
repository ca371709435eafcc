"""What floats over a page for a moment: the hint under the pointer, and the line that answers a press."""

import pygame

from game.desktop.page import Page
from game.desktop.theme import Style


def draw_tip(page: Page, rect: pygame.Rect, hint: str) -> None:
    """Draw a hint beside what it is about."""
    width = min(page.px(360), page.type.width(hint, Style.BODY)) + 2 * page.gap
    height = page.measure(hint, width - 2 * page.gap) + page.gap
    box = pygame.Rect(rect.x, rect.bottom + page.gap, width, height)
    if box.bottom > page.area.bottom:
        box.bottom = rect.top - page.gap
    box.clamp_ip(page.area)
    _float(page, box, hint)


def draw_toast(page: Page, message: str) -> None:
    """Draw a line at the foot of the window."""
    width = min(page.area.width - 8 * page.gap, page.type.width(message, Style.BODY) + 4 * page.gap)
    height = page.measure(message, width - 2 * page.gap) + 2 * page.gap
    box = pygame.Rect(0, 0, width, height)
    box.midbottom = (page.area.centerx, page.area.bottom - 2 * page.gap)
    _float(page, box, message)


def _float(page: Page, box: pygame.Rect, text: str) -> None:
    page.layer += 1
    page.covered.append(box)
    page.fill(box, page.palette.pressed, 5)
    page.outline(box, page.palette.soft, 5)
    place = pygame.Rect(box.x + page.gap, box.y + page.gap // 2, box.width - 2 * page.gap, box.height)
    page.paragraph(text, place)
    page.layer -= 1

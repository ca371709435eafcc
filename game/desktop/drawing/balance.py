"""A move's balance as a staircase: what it brings, what goes off it, and what is left beside waiting."""

import pygame

from game.desktop.drawing.chips import points_signed
from game.desktop.page import Page
from game.desktop.terms import term
from game.desktop.theme import Colour, Style
from game.language import _
from game.view.forecast import BalanceView

Stair = tuple[str, float, float, Colour, str]
"""A title, where it starts and ends in points, its colour, and its word in the glossary, if any."""


def balance_height(page: Page) -> int:
    """Return the height of the staircase with its figures."""
    return 2 * page.line() + page.px(64 if page.large else 32 if page.tight else 44)


def draw_balance(page: Page, rect: pygame.Rect, balance: BalanceView) -> None:
    """Draw the staircase with a title and a figure under each step."""
    palette = page.palette
    stairs = _stairs(page, balance)
    top = max(0.1, *(max(stair[1], stair[2]) for stair in stairs))
    bottom = min(0.0, *(min(stair[1], stair[2]) for stair in stairs))
    room = rect.height - 2 * page.line() - page.px(6)

    def level(points: float) -> int:
        return rect.y + round(room * (top - points) / (top - bottom))

    width = rect.width / len(stairs)
    page.stroke((rect.x, level(0.0)), (rect.right, level(0.0)), palette.line)
    for number, (title, start, end, colour, word) in enumerate(stairs):
        left = rect.x + round(number * width)
        box = pygame.Rect(left, rect.y, round(width) - page.gap, rect.height)
        high, low = level(max(start, end)), level(min(start, end))
        bar = pygame.Rect(box.x, high, box.width, max(2, low - high))
        page.fill(bar, colour, 2)
        if 0 < number < len(stairs) - 2:
            page.dashes((box.x - page.gap, level(start)), (box.x, level(start)), palette.soft)
        words = pygame.Rect(box.x, rect.bottom - 2 * page.line(), box.width, page.line())
        drawn = page.text(title, words, colour=palette.soft)
        term(page, drawn, word)
        figure = points_signed(end if start == 0.0 else end - start)
        page.text(figure, pygame.Rect(box.x, words.bottom, box.width, page.line()), Style.STRONG)


def _stairs(page: Page, balance: BalanceView) -> list[Stair]:
    palette = page.palette
    stairs: list[Stair] = [(_("Brings"), 0.0, balance.brings, palette.good, "")]
    here = balance.brings
    for title, lost, word in (
        (_("Costs"), balance.costs, ""),
        (_("Denied"), balance.denied, "denial"),
        (_("Punished"), balance.punished, "punishment"),
        (_("Accidents"), balance.risked, "accident"),
    ):
        stairs.append((title, here, here - lost, palette.warning, word))
        here -= lost
    stairs.append((_("Leaves"), 0.0, balance.after, palette.accent, ""))
    stairs.append((_("Waiting"), 0.0, balance.waiting, palette.soft, ""))
    return stairs

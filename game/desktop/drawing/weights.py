"""Small bars inside lists: what counted, how likely against what it takes, what was believed."""

import pygame

from game.desktop.page import Page
from game.desktop.theme import Style
from game.language import say
from game.view.words import number, percent


def draw_weight(
    page: Page, place: pygame.Rect, words: str, points: float, widest: float, grown: float
) -> None:
    """Words at the left; at the right a bar that grows rightwards for what counts for, leftwards against."""
    palette = page.palette
    bars = place.width * 34 // 100
    figures = page.type.width("+88.8", Style.BODY)
    field = pygame.Rect(place.right - figures - bars - page.gap, place.y, bars, place.height)
    page.text(words, pygame.Rect(place.x, place.y, field.x - page.gap - place.x, place.height))
    middle = field.centerx
    page.stroke((middle, place.y + 2), (middle, place.bottom - 2), palette.line)
    length = round(field.width / 2 * abs(points) / max(widest, 0.1) * grown)
    high = page.px(8)
    left = middle if points > 0 else middle - length
    page.fill(
        pygame.Rect(left, place.centery - high // 2, length, high),
        palette.good if points > 0 else palette.danger,
        3,
    )
    amount, tenths = number(round(abs(points), 1)), round(points, 1)
    figure = say("+{points}", points=amount) if tenths > 0 else f"−{amount}" if tenths < 0 else amount
    page.text(figure, pygame.Rect(place.right - figures, place.y, figures, place.height), align="right")


def draw_likely(page: Page, place: pygame.Rect, likely: float, takes: float | None, grown: float) -> None:
    """A bar as long as an answer was likely, with a mark where it would have deterred."""
    palette, high = page.palette, page.px(10)
    bar = pygame.Rect(place.x, place.centery - high // 2, place.width * 60 // 100, high)
    page.fill(bar, palette.faint, 4)
    deters = takes is not None and likely > takes
    colour = palette.good if deters else palette.warning
    page.fill(pygame.Rect(bar.x, bar.y, max(2, round(bar.width * likely * grown)), high), colour, 4)
    if takes is not None and takes <= 1.0:
        x = bar.x + round(bar.width * takes)
        page.stroke((x, bar.y - page.px(4)), (x, bar.bottom + page.px(3)), palette.ink, page.px(2))
    left = bar.right + page.gap
    page.text(
        percent(likely), pygame.Rect(left, place.y, place.right - left, place.height), colour=palette.soft
    )


def draw_belief(page: Page, place: pygame.Rect, words: str, share: float, true: bool, grown: float) -> None:
    """A cause, how far it was believed, and a tick where it was the true one."""
    palette = page.palette
    figures = page.type.width(percent(0.999), Style.BODY)
    bars = place.width * 26 // 100
    size = page.icon_width(16)
    if true:
        page.icon("circle-check", pygame.Rect(place.x, place.y, size, place.height), palette.good, 16)
    left = place.x + size + page.gap
    field = pygame.Rect(place.right - figures - bars - page.gap, place.centery - page.px(4), bars, page.px(8))
    style = Style.STRONG if true else Style.BODY
    page.text(words, pygame.Rect(left, place.y, field.x - page.gap - left, place.height), style)
    page.fill(field, palette.faint, 4)
    colour = palette.good if true else palette.soft
    page.fill(
        pygame.Rect(field.x, field.y, max(2, round(field.width * share * grown)), field.height), colour, 4
    )
    page.text(
        percent(share), pygame.Rect(place.right - figures, place.y, figures, place.height), align="right"
    )

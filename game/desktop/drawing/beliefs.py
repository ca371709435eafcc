"""Beliefs over causes: mine beside the public's, as bars and as numbers."""

from collections.abc import Callable

import pygame
from attrs import frozen

from game.desktop.page import Page
from game.desktop.theme import Colour, Style
from game.desktop.widgets.scrolls import scroll_rows
from game.view.beliefs import BeliefView, CauseView

NARROW = 520
"""A panel narrower than this, in pixels at 1280 x 720, is narrow."""


def draw_beliefs(
    page: Page, rect: pygame.Rect, belief: BeliefView, head: Callable[[pygame.Rect], None] | None = None
) -> None:
    """Draw one incident's causes; § marks those that a plan counts as a violation.

    `head` draws what stands above the causes, where there are several incidents to go through; in a narrow
    panel it gets a line of its own.
    """
    palette, line = page.palette, page.line() + (page.px(5) if head else 0)
    if head and rect.width < page.px(NARROW):
        head(pygame.Rect(rect.x, rect.y, rect.width, line))
        rect = pygame.Rect(rect.x, rect.y + line, rect.width, rect.height - line)
        head, line = None, page.line()
    widths = [page.type.width("§ " + cause.name, Style.BODY) for cause in belief.causes]
    widths.append(page.type.width(f"§ ✓ {belief.known_cause}", Style.STRONG) if belief.known_cause else 0)
    names = max(widths) + page.gap
    numbers = page.px(48 + 40 + 62)
    bars = max(page.px(40), min(page.px(110), rect.width // 5))
    name = min(names, rect.width - numbers - bars)
    columns = _Columns(
        pygame.Rect(rect.x, 0, name, 0),
        pygame.Rect(rect.x + name + page.gap, 0, rect.width - name - numbers - 2 * page.gap, 0),
        pygame.Rect(rect.right - numbers, 0, page.px(48), 0),
        pygame.Rect(rect.right - page.px(62), 0, page.px(48), 0),
    )
    title = pygame.Rect(rect.x, rect.y, columns.mine.x - rect.x - page.gap, line)
    known = f"{belief.known_cause}: you know it" if belief.known_cause else "Possible causes"
    legend = f"{known}   (§ a violation under the plan)"
    if any(cause.counts for cause in belief.causes) and page.type.width(legend, Style.BODY) <= title.width:
        known = legend
    if head:
        head(title)
    else:
        page.text(known, title, colour=palette.soft)
    page.text(
        "You",
        pygame.Rect(columns.mine.x, rect.y, columns.mine.width, line),
        Style.STRONG,
        palette.accent,
        "right",
    )
    page.text(
        "Public",
        pygame.Rect(columns.public.x - page.px(8), rect.y, page.px(56), line),
        colour=palette.soft,
        align="right",
    )
    page.stroke((rect.x, rect.y + line + 1), (rect.right, rect.y + line + 1), palette.faint)
    body = pygame.Rect(rect.x, rect.y + line + page.px(3), rect.width, rect.height - line - page.px(3))
    height = page.line() + page.px(3)

    def row(number: int, place: pygame.Rect) -> None:
        _row(page, place, belief.causes[number], columns, belief.known_cause)

    scroll_rows(page, "beliefs", body, len(belief.causes), height, row)


@frozen
class _Columns:
    name: pygame.Rect
    bars: pygame.Rect
    mine: pygame.Rect
    public: pygame.Rect


def _row(page: Page, place: pygame.Rect, cause: CauseView, columns: _Columns, known: str) -> None:
    palette = page.palette
    y, height = place.y, place.height
    sign = page.px(16)
    if cause.counts:
        page.text("§", pygame.Rect(columns.name.x, y, sign, height), colour=palette.warning)
    box = pygame.Rect(columns.name.x + sign, y, columns.name.width - sign, height)
    if cause.name == known:
        page.text(f"✓ {cause.name}", box, Style.STRONG)
    else:
        page.text(cause.name, box)
    upper = pygame.Rect(columns.bars.x, y + height // 2 - page.px(7), columns.bars.width, page.px(7))
    lower = pygame.Rect(columns.bars.x, upper.bottom + page.px(1), columns.bars.width, page.px(4))
    _bar(page, upper, cause.mine, palette.accent)
    _bar(page, lower, cause.public, palette.soft)
    page.text(
        _percent(cause.mine),
        pygame.Rect(columns.mine.x, y, columns.mine.width, height),
        Style.STRONG,
        align="right",
    )
    if cause.change is not None and abs(cause.change) >= 0.005:
        words = f"{'▲' if cause.change > 0 else '▼'}{abs(cause.change) * 100:.0f}"
        page.text(
            words, pygame.Rect(columns.mine.right + page.px(4), y, page.px(36), height), colour=palette.soft
        )
    page.text(
        _percent(cause.public),
        pygame.Rect(columns.public.x, y, columns.public.width, height),
        colour=palette.soft,
        align="right",
    )


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{share:.0%}"


def _bar(page: Page, rect: pygame.Rect, share: float | None, colour: Colour) -> None:
    page.fill(rect, page.palette.ground, 2)
    if share is not None:
        page.fill(pygame.Rect(rect.x, rect.y, max(1, round(rect.width * share)), rect.height), colour, 2)

"""Beliefs over causes: mine beside the public's, as bars and as numbers."""

from collections.abc import Callable

import pygame
from attrs import frozen

from game.desktop.page import Page
from game.desktop.theme import Colour, Style
from game.desktop.widgets.scrolls import scroll_rows
from game.language import _, say
from game.view.beliefs import BeliefView, CauseView
from game.view.words import belief as belief_words

NARROW, WIDE = 520, 660
"""A panel narrower than the one, in pixels at 1280 x 720, is narrow; one wider than the other is wide."""


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
    height = page.line() + page.px(3)
    fits = (rect.height - line - page.px(3)) // height >= len(belief.causes)
    count = 1 if fits or rect.width < page.px(WIDE) else 2
    bar = 0 if rect.height - line - page.px(3) >= -(-len(belief.causes) // count) * height else page.px(16)
    width = (rect.width - bar - (count - 1) * 4 * page.gap) // count
    columns = [_columns(page, belief, rect.x + n * (width + 4 * page.gap), width) for n in range(count)]
    for column in columns:
        _figures_named(page, column, rect.y, line)
    title = pygame.Rect(rect.x, rect.y, columns[0].mine.x - rect.x - page.gap, line)
    if head:
        head(title)
    else:
        _titled(page, title, belief)
    page.stroke((rect.x, rect.y + line + 1), (rect.right, rect.y + line + 1), palette.faint)
    body = pygame.Rect(rect.x, rect.y + line + page.px(3), rect.width, rect.height - line - page.px(3))
    rows = -(-len(belief.causes) // count)

    def row(number: int, place: pygame.Rect) -> None:
        for at, column in enumerate(columns):
            if at * rows + number < len(belief.causes):
                _row(page, place, belief.causes[at * rows + number], column, belief.known_cause)

    scroll_rows(page, "beliefs", body, rows, height, row)


def _titled(page: Page, title: pygame.Rect, belief: BeliefView) -> None:
    known = _("Possible causes")
    if belief.known_cause:
        known = say("{cause}: you know it", cause=belief.known_cause)
    legend = _("§ is a violation under the plan")
    drawn = page.text(known, title, colour=page.palette.soft)
    left = drawn.right + 2 * page.gap
    room = pygame.Rect(left, title.y, title.right - left, title.height)
    counts = any(cause.counts for cause in belief.causes)
    if counts and page.type.width(legend, Style.BODY) <= room.width:
        page.text(legend, room, colour=page.palette.soft)


def _columns(page: Page, belief: BeliefView, left: int, width: int) -> "_Columns":
    """Share a column of causes out between names, bars and figures."""
    widths = [page.type.width(cause.name, Style.BODY) + page.px(16) for cause in belief.causes]
    if belief.known_cause:
        widths.append(page.type.width(belief.known_cause, Style.STRONG) + page.px(34))
    mine = max(page.type.width(_("You"), Style.STRONG), page.type.width("100 %", Style.STRONG))
    public = max(page.type.width(_("Public"), Style.BODY), page.type.width("100 %", Style.BODY))
    change = page.px(14) + page.type.width("88", Style.BODY) + page.px(8)
    numbers = mine + change + public
    wanted = max(widths) + page.px(4)
    bars = max(page.px(28), min(page.px(140), width - numbers - wanted - 2 * page.gap))
    if wanted > width - numbers - bars - 2 * page.gap:
        bars = 0  # figures say it too; a name that is cut says nothing
    name = min(wanted, width - numbers - bars - 2 * page.gap)
    return _Columns(
        pygame.Rect(left, 0, name, 0),
        pygame.Rect(left + name + page.gap, 0, width - name - numbers - 2 * page.gap, 0),
        pygame.Rect(left + width - numbers, 0, mine, 0),
        pygame.Rect(left + width - public, 0, public, 0),
    )


def _figures_named(page: Page, column: "_Columns", y: int, height: int) -> None:
    """Name the two columns of figures."""
    mine = pygame.Rect(column.mine.x, y, column.mine.width, height)
    page.text(_("You"), mine, Style.STRONG, page.palette.accent_ink, "right")
    public = pygame.Rect(column.public.x, y, column.public.width, height)
    page.text(_("Public"), public, colour=page.palette.soft, align="right")


LEAST_BAR = 24
"""A bar shorter than this, in pixels at 1280 x 720, says nothing."""


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
        page.icon("check", pygame.Rect(box.x, y, sign, height), palette.good, 15)
        box = pygame.Rect(box.x + sign + page.px(2), y, box.width - sign - page.px(2), height)
    page.text(cause.name, box, Style.STRONG if cause.name == known else Style.BODY)
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
        icon = "arrow-up" if cause.change > 0 else "arrow-down"
        place = pygame.Rect(columns.mine.right + page.px(3), y, page.px(14), height)
        page.icon(icon, place, palette.soft, 13)
        figure = pygame.Rect(place.right, y, columns.public.x - place.right, height)
        page.text(f"{abs(cause.change) * 100:.0f}", figure, colour=palette.soft)
    page.text(
        _percent(cause.public),
        pygame.Rect(columns.public.x, y, columns.public.width, height),
        colour=palette.soft,
        align="right",
    )


def _percent(share: float | None) -> str:
    return "–" if share is None else belief_words(share)


def _bar(page: Page, rect: pygame.Rect, share: float | None, colour: Colour) -> None:
    if rect.width < page.px(LEAST_BAR):
        return
    page.fill(rect, page.palette.ground, 2)
    if share is not None:
        page.fill(pygame.Rect(rect.x, rect.y, max(1, round(rect.width * share)), rect.height), colour, 2)

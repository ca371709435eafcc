"""Everybody's rung before a turn and after it, with an arrow that climbs when its act is told."""

from collections.abc import Callable, Mapping

import pygame

from game.desktop.drawing.marks import Badge, draw_arrow, draw_mark
from game.desktop.page import Page
from game.desktop.theme import Style
from game.view.ladders import LadderView
from game.view.seat import SeatView

COLUMN = 44
"""What a column takes at least, in pixels at 1280 x 720: names of rungs take no more than it leaves."""


def rungs_between(ladder: LadderView, first: int, last: int) -> tuple[int, int]:
    """Return the rungs at which somebody was read before the first of some turns and after the last."""
    before = [mark.read for mark in ladder.history if mark.turn <= first and mark.read is not None]
    after = [mark.read for mark in ladder.history if mark.turn <= last + 1 and mark.read is not None]
    return (before[-1] if before else 0), (after[-1] if after else ladder.read)


def draw_moves(
    page: Page,
    rect: pygame.Rect,
    view: SeatView,
    badges: Mapping[str, Badge],
    turns: tuple[int, int],
    told: Callable[[str], float],
) -> None:
    """Draw one column for each actor; `told` says how far an actor's acts have been told, 0 to 1."""
    palette, gap = page.palette, page.gap
    if not view.rungs or not view.ladders:
        return
    widest = max(
        page.type.width(_named(number, rung.name), Style.BODY) for number, rung in enumerate(view.rungs)
    )
    names = min(widest + page.gap, rect.width - len(view.ladders) * page.px(COLUMN))
    foot = page.line() + gap
    room = pygame.Rect(rect.x + names, rect.y, rect.width - names, rect.height - foot)
    step = room.height / len(view.rungs)
    heights = [round(room.bottom - step * (number + 0.5)) for number in range(len(view.rungs))]
    ends = {ladder.by: rungs_between(ladder, *turns) for ladder in view.ladders}
    _lines(page, rect, room, view, heights, {rung for pair in ends.values() for rung in pair})
    width = room.width / len(view.ladders)
    styles = [(ladder.by_short, Style.STRONG if ladder.mine else Style.BODY) for ladder in view.ladders]
    named = all(page.type.width(*one) <= width - gap // 2 for one in styles)
    for number, ladder in enumerate(view.ladders):
        column = pygame.Rect(round(room.x + number * width), room.y, round(width), room.height)
        badge = badges[ladder.by]
        before, after = ends[ladder.by]
        gone = told(ladder.by)
        low, high = heights[before], heights[after]
        here = round(low + (high - low) * gone)
        radius = page.px(6)
        if before != after:
            draw_mark(page, badge.mark, (column.centerx, low), radius, palette.line, hollow=True)
            if abs(here - low) > 2 * radius:
                way = radius if here < low else -radius
                page.stroke(
                    (column.centerx, low - way), (column.centerx, here + way), badge.colour, page.px(2)
                )
        sent = ladder.sent
        draw_mark(page, badge.mark, (column.centerx, here), radius, badge.colour)
        if ladder.mine and sent is not None and sent != after and gone >= 1.0 and sent < len(heights):
            draw_mark(page, badge.mark, (column.centerx, heights[sent]), radius, badge.colour, hollow=True)
        if before != after and gone >= 1.0:
            draw_arrow(page, (column.centerx - 2 * radius, here), badge.colour)
        label = pygame.Rect(column.x, room.bottom + gap // 2, column.width, page.line())
        style = Style.STRONG if ladder.mine else Style.BODY
        if named:
            page.text(ladder.by_short, label.inflate(-gap // 2, 0), style, badge.colour, "centre")
        else:
            draw_mark(page, badge.mark, label.center, radius, badge.colour)


def _lines(
    page: Page,
    rect: pygame.Rect,
    room: pygame.Rect,
    view: SeatView,
    heights: list[int],
    used: set[int],
) -> None:
    """Draw the rungs; names where there is room, first for those at which somebody stands."""
    palette = page.palette
    line = page.line()
    apart = line - page.px(3)  # the lines of a text hold room for accents that rung names do not fill
    taken: list[int] = []
    order = sorted(
        range(len(heights)), key=lambda number: (number not in used, not view.rungs[number].threshold)
    )
    for number in order:
        y, rung = heights[number], view.rungs[number]
        if rung.threshold:
            page.dashes((room.x, y), (rect.right, y), palette.danger)
        else:
            page.stroke((room.x, y), (rect.right, y), palette.faint)
        if any(abs(y - other) < apart for other in taken):
            continue
        taken.append(y)
        box = pygame.Rect(rect.x, y - line // 2, room.x - rect.x - page.gap, line)
        colour = palette.ink if number in used else palette.danger if rung.threshold else palette.soft
        page.text(_named(number, rung.name), box, colour=colour)


def _named(number: int, name: str) -> str:
    return f"{number}  {name}"

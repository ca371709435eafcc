"""What each observer believed of the true cause, hour by hour."""

from collections.abc import Mapping, Sequence

import pygame

from game.desktop.drawing.marks import Badge, draw_mark
from game.desktop.page import Page
from game.desktop.theme import Style
from game.language import say
from game.view.ending import BeliefTrail
from game.view.words import percent


def draw_trail_chart(
    page: Page,
    rect: pygame.Rect,
    trails: Sequence[BeliefTrail],
    evidence: Sequence[int],
    signs: Mapping[str, Badge],
    grown: float = 1.0,
) -> None:
    """Draw one incident: a line for each observer, marks where evidence came, names where lines end."""
    palette, line = page.palette, page.line()
    scale = page.type.width(percent(1.0), Style.BODY) + page.gap
    names = max(page.type.width(_named(trail), Style.BODY) for trail in trails) + page.px(30)
    key = min(names, rect.width * 42 // 100)
    field = pygame.Rect(
        rect.x + scale, rect.y + line // 2, rect.width - scale - key, rect.height - 2 * line - page.gap
    )
    if field.height < line:
        return
    for share in (0.0, 0.25, 0.5, 0.75, 1.0):
        y = field.bottom - round(share * field.height)
        page.stroke((field.x, y), (field.right, y), palette.faint)
        if field.height > 5 * line or share in (0.0, 0.5, 1.0):
            box = pygame.Rect(rect.x, y - line // 2, scale - page.gap, line)
            page.text(percent(share), box, colour=palette.soft, align="right")
    hours = [hour for trail in trails for hour, _share in trail.marks]
    first, last = min(hours, default=0), max(hours, default=1)
    span = max(1, last - first)

    def across(hour: float) -> int:
        return field.x + round(field.width * (hour - first) / span)

    _hours(page, pygame.Rect(field.x, field.bottom + page.px(6), field.width, line), first, last)
    for hour in evidence:
        if first <= hour <= last:
            x = across(hour)
            page.dashes((x, field.y), (x, field.bottom), palette.line)
            size = page.px(4)
            pygame.draw.polygon(
                page.surface,
                palette.accent_ink,
                [(x, field.bottom - size), (x - size, field.bottom + size), (x + size, field.bottom + size)],
            )
    until = first + span * grown
    ends: list[tuple[int, int]] = []
    for number, trail in enumerate(trails):
        badge = signs.get(trail.observer, Badge("bar", palette.ink))
        points = [
            (across(hour), field.bottom - round(field.height * share))
            for hour, share in trail.marks
            if hour <= until
        ]
        if len(points) > 1:
            pygame.draw.lines(page.surface, badge.colour, False, points, max(2, page.px(2.5)))
        for point in points:
            draw_mark(page, badge.mark, point, page.px(4), badge.colour)
        if trail.marks:
            ends.append((field.bottom - round(field.height * trail.marks[-1][1]), number))
    left = field.right + page.gap
    _names(page, pygame.Rect(left, rect.y, rect.right - left, rect.height), trails, sorted(ends), signs)


def _hours(page: Page, box: pygame.Rect, first: int, last: int) -> None:
    soft = page.palette.soft
    page.text(
        say("hour {hour}", hour=first), pygame.Rect(box.x, box.y, box.width // 2, box.height), colour=soft
    )
    right = pygame.Rect(box.centerx, box.y, box.right - box.centerx, box.height)
    page.text(say("hour {hour}", hour=last), right, colour=soft, align="right")


def _named(trail: BeliefTrail) -> str:
    return say("{name} {share}", name=trail.observer_name, share=percent(trail.marks[-1][1]))


def _names(
    page: Page,
    rect: pygame.Rect,
    trails: Sequence[BeliefTrail],
    ends: Sequence[tuple[int, int]],
    signs: Mapping[str, Badge],
) -> None:
    """Name each line at its end, pushed apart where names would meet."""
    line = page.line()
    y = rect.y
    for place, (end, number) in enumerate(ends):
        left = len(ends) - place
        y = max(y, min(end - line // 2, rect.bottom - line * left))
        if y + line > rect.bottom:
            return
        badge = signs.get(trails[number].observer, Badge("bar", page.palette.ink))
        draw_mark(page, badge.mark, (rect.x + page.px(6), y + line // 2), page.px(5), badge.colour)
        page.text(
            _named(trails[number]), pygame.Rect(rect.x + page.px(18), y, rect.width - page.px(18), line)
        )
        y += line

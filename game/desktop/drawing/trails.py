"""What each observer believed of the true cause, hour by hour."""

from collections.abc import Mapping, Sequence

import pygame

from game.desktop.drawing.marks import Badge, draw_mark
from game.desktop.page import Page
from game.desktop.theme import Style
from game.view.ending import BeliefTrail


def draw_trails(
    page: Page, rect: pygame.Rect, trails: Sequence[BeliefTrail], badges: Mapping[str, Badge]
) -> None:
    """Draw one small chart for each incident, as many as there is room for."""
    incidents = list(dict.fromkeys(trail.incident_name for trail in trails))
    most = max(1, rect.height // page.px(170))
    shown = incidents[:most]
    height = (rect.height - (len(shown) - 1) * 2 * page.gap) // len(shown)
    for number, incident in enumerate(shown):
        room = pygame.Rect(rect.x, rect.y + number * (height + 2 * page.gap), rect.width, height)
        _chart(page, room, [trail for trail in trails if trail.incident_name == incident], badges)


def _chart(page: Page, rect: pygame.Rect, trails: Sequence[BeliefTrail], badges: Mapping[str, Badge]) -> None:
    palette, line = page.palette, page.line()
    title = f"{trails[0].incident_name}: {trails[0].cause_name}"
    page.text(title, pygame.Rect(rect.x, rect.y, rect.width, line), Style.STRONG)
    observers = max(page.type.width(trail.observer_name, Style.BODY) for trail in trails) + page.px(70)
    key = min(observers, rect.width * 40 // 100)
    field = pygame.Rect(
        rect.x + page.px(48),
        rect.y + line + page.gap,
        rect.width - page.px(48) - key,
        rect.height - 2 * line - 2 * page.gap,
    )
    for share in (0.0, 0.5, 1.0):
        y = field.bottom - round(share * field.height)
        page.stroke((field.x, y), (field.right, y), palette.faint)
        page.text(
            f"{share:.0%}",
            pygame.Rect(rect.x, y - line // 2, page.px(42), line),
            colour=palette.soft,
            align="right",
        )
    hours = [hour for trail in trails for hour, _ in trail.marks]
    first, last = min(hours, default=0), max(hours, default=1)
    span = max(1, last - first)
    page.text(
        f"hour {first}", pygame.Rect(field.x, field.bottom + 2, field.width // 2, line), colour=palette.soft
    )
    page.text(
        f"hour {last}",
        pygame.Rect(field.centerx, field.bottom + 2, field.right - field.centerx, line),
        colour=palette.soft,
        align="right",
    )
    ends: list[tuple[int, int]] = []
    for number, trail in enumerate(trails):
        badge = badges.get(trail.observer_name, Badge("bar", palette.ink))
        points = [
            (field.x + round(field.width * (hour - first) / span), field.bottom - round(field.height * share))
            for hour, share in trail.marks
        ]
        if len(points) > 1:
            pygame.draw.lines(page.surface, badge.colour, False, points, max(2, page.px(2)))
        for point in points:
            draw_mark(page, badge.mark, point, page.px(4), badge.colour)
        if points:
            ends.append((points[-1][1], number))
    _names(
        page,
        pygame.Rect(field.right + page.gap, rect.y + line, key - page.gap, rect.height - line),
        trails,
        sorted(ends),
        badges,
    )


def _names(
    page: Page,
    rect: pygame.Rect,
    trails: Sequence[BeliefTrail],
    ends: Sequence[tuple[int, int]],
    badges: Mapping[str, Badge],
) -> None:
    """Name each line at its end, pushed down where names would meet."""
    line = page.line()
    y = rect.y
    for end, number in ends:
        y = max(y, min(end - line // 2, rect.bottom - line * len(ends)))
        if y + line > rect.bottom:
            return
        badge = badges.get(trails[number].observer_name, Badge("bar", page.palette.ink))
        draw_mark(page, badge.mark, (rect.x + page.px(6), y + line // 2), page.px(5), badge.colour)
        share = trails[number].marks[-1][1]
        words = f"{trails[number].observer_name} {share:.0%}"
        page.text(words, pygame.Rect(rect.x + page.px(18), y, rect.width - page.px(18), line))
        y += line

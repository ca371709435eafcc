"""The axis of hours: past and future, the present, and where the end may come."""

import pygame
from attrs import frozen

from game.desktop.page import Page
from game.desktop.theme import Style, mix
from game.language import say
from game.view.seat import SeatView

LATER = 18
"""Hours drawn beyond the announced end where the true end is hidden."""


DAY = 24


def in_days(view: SeatView) -> bool:
    """Return whether a game's turns are so long that its clock counts days."""
    return view.hours_per_turn % DAY == 0


def last_hour(view: SeatView) -> int:
    """Return the last hour on the axis."""
    end = view.horizon + (LATER if view.hidden_end else 0)
    return max(end, view.hour + view.hours_per_turn)


@frozen
class Axis:
    """Where hours stand."""

    page: Page
    rect: pygame.Rect
    """From hour 0 to the last."""
    last: int
    now: float

    def x(self, hour: float) -> int:
        """Return where an hour stands."""
        return round(self.rect.x + self.rect.width * max(0.0, min(hour, self.last)) / self.last)

    def crosses_now(self, left: int, right: int) -> bool:
        """Return whether something from left to right would stand on the line of the present."""
        return left < self.x(self.now) + self.page.px(2) and right > self.x(self.now) - self.page.px(2)


def axis(page: Page, rect: pygame.Rect, view: SeatView) -> Axis:
    """Return the axis in a room; its ends leave space for half a figure."""
    side = page.type.width("00", Style.BODY)
    return Axis(page, rect.inflate(-2 * side, 0), last_hour(view), view.hour)


def draw_axis(axis: Axis, rect: pygame.Rect, view: SeatView) -> int:
    """Draw hours at the head of a room, its ground and the line of the present; return the y below."""
    page, palette = axis.page, axis.page.palette
    line = page.line()
    foot = rect.y + line + page.px(2)
    body = pygame.Rect(axis.rect.x, foot, axis.rect.width, rect.bottom - foot)
    gone = pygame.Rect(body.x, foot, axis.x(view.hour) - body.x, body.height)
    page.fill(gone, mix(palette.panel, palette.ground, 0.6))
    if view.hidden_end:
        left = axis.x(view.horizon)
        _hatched(page, pygame.Rect(left, foot, body.right - left, body.height))
    page.stroke((body.x, foot), (body.right, foot), palette.line)
    words = say("hour {hour}", hour=view.hour)
    if in_days(view):
        words = say("day {day}", day=view.hour // DAY)
    width = page.type.width(words, Style.STRONG) + page.gap
    now = pygame.Rect(axis.x(view.hour) - width // 2, rect.y, width, line)
    now.clamp_ip(rect)
    _figures(axis, rect, view, now, foot)
    x = axis.x(view.hour)
    page.stroke((x, rect.y + line), (x, rect.bottom), palette.accent, page.px(2))
    page.fill(now, palette.accent, 3)
    page.text(words, now, Style.STRONG, palette.on_accent, "centre")
    return foot + page.px(4)


def _figures(axis: Axis, rect: pygame.Rect, view: SeatView, now: pygame.Rect, foot: int) -> None:
    page, palette = axis.page, axis.page.palette
    every = view.hours_per_turn
    widest = page.type.width(str(axis.last), Style.BODY) + page.px(12)
    while every < axis.last and axis.x(every) - axis.x(0) < widest:
        every += view.hours_per_turn
    for hour in range(0, axis.last + 1, view.hours_per_turn):
        x = axis.x(hour)
        page.stroke((x, foot), (x, foot + page.px(3)), palette.line)
        if hour % every:
            continue
        figure = str(hour // DAY if in_days(view) else hour)
        width = page.type.width(figure, Style.BODY)
        box = pygame.Rect(x - width // 2, rect.y, width, page.line())
        if not box.inflate(page.gap, 0).colliderect(now) and rect.contains(box):
            page.text(figure, box, colour=palette.soft)


def _hatched(page: Page, rect: pygame.Rect) -> None:
    """Ground with a pattern: the game may end here."""
    palette = page.palette
    page.fill(rect, mix(palette.panel, palette.faint, 0.45))
    before = page.surface.get_clip()
    page.surface.set_clip(rect.clip(before))
    for x in range(rect.x - rect.height, rect.right, page.px(12)):
        pygame.draw.line(
            page.surface, palette.faint, (x, rect.bottom), (x + rect.height, rect.top), max(1, page.px(1.5))
        )
    page.surface.set_clip(before)

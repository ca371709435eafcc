"""The ladders of a whole game: a column for every actor, the same rungs for all, time from left to right."""

from collections.abc import Callable, Mapping, Sequence

import pygame
from attrs import frozen

from game.desktop.drawing.marks import Badge, draw_flag, draw_mark
from game.desktop.page import Page, Part, Widget
from game.desktop.terms import term
from game.desktop.theme import Style, mix
from game.language import _, say
from game.view.course import CourseView, GameCourse
from game.view.ladders import RungView


@frozen
class GameLadders:
    """Where the parts of the drawing are."""

    labels: pygame.Rect
    """The names of the rungs."""
    columns: tuple[pygame.Rect, ...]
    """One for each actor, under its name."""


def lay_out(page: Page, rect: pygame.Rect, course: GameCourse) -> GameLadders:
    """Share a room among the names of the rungs and the actors."""
    widest = max((page.type.width(rung.name, Style.STRONG) for rung in course.rungs), default=0)
    wide = max(page.px(170), min(widest + 2 * page.gap, rect.width * 23 // 100))
    head = page.line(Style.HEADING) + page.gap
    labels = pygame.Rect(rect.x, rect.y + head, wide, rect.height - head)
    room, count = rect.width - wide - page.gap, max(1, len(course.actors))
    width = (room - (count - 1) * 2 * page.gap) // count
    columns = tuple(
        pygame.Rect(labels.right + page.gap + number * (width + 2 * page.gap), labels.y, width, labels.height)
        for number in range(count)
    )
    return GameLadders(labels, columns)


def draw_game_ladders(
    page: Page,
    places: GameLadders,
    course: GameCourse,
    signs: Mapping[str, Badge],
    at: int,
    choose: Callable[[int], None],
    grown: float = 1.0,
) -> None:
    """Draw it; `at` is the place of the turn that is looked at, `grown` how much of the lines is there."""
    rungs = course.rungs
    levels = [_level(places.labels, number, len(rungs)) for number in range(len(rungs))]
    _labels(page, places.labels, rungs, levels)
    for actor, column in zip(course.actors, places.columns, strict=False):
        _column(page, column, actor, course, signs[actor.actor], levels, at, choose, grown)


def _level(rect: pygame.Rect, number: int, count: int) -> int:
    room = rect.height / max(1, count)
    return round(rect.bottom - room * (number + 0.5))


def _labels(page: Page, rect: pygame.Rect, rungs: Sequence[RungView], levels: Sequence[int]) -> None:
    """The names of the rungs, as many as have room; thresholds before others."""
    line, taken = page.line(), list[int]()
    order = sorted(range(len(rungs)), key=lambda number: (not rungs[number].threshold, number % 2, number))
    for number in order:
        y = levels[number]
        if any(abs(y - other) < line for other in taken):
            continue
        taken.append(y)
        rung = rungs[number]
        ink = page.palette.ink if rung.threshold else page.palette.soft
        box = pygame.Rect(rect.x, y - line // 2, rect.width, line)
        drawn = page.text(rung.name, box, Style.STRONG if rung.threshold else Style.BODY, ink, "right")
        if rung.threshold:
            term(page, drawn, "threshold")


def _column(
    page: Page,
    rect: pygame.Rect,
    actor: CourseView,
    course: GameCourse,
    sign: Badge,
    levels: Sequence[int],
    at: int,
    choose: Callable[[int], None],
    grown: float,
) -> None:
    palette, head = page.palette, page.line(Style.HEADING)
    name = pygame.Rect(rect.x, rect.y - head - page.gap, rect.width, head)
    draw_mark(page, sign.mark, (name.x + page.px(7), name.centery), page.px(6), sign.colour)
    left = name.x + page.px(22)
    page.text(actor.name, pygame.Rect(left, name.y, name.right - left, head), Style.HEADING)
    page.fill(rect, palette.panel, 4)
    turns = course.turns
    step = rect.width / max(1, len(turns))
    band = pygame.Rect(round(rect.x + step * at), rect.y, max(2, round(step)), rect.height)
    page.fill(band, mix(palette.panel, palette.accent, 0.22))
    for number, rung in enumerate(course.rungs):
        y = levels[number]
        if rung.threshold:
            page.dashes((rect.x, y), (rect.right, y), palette.danger)
        else:
            page.stroke((rect.x, y), (rect.right, y), palette.faint)
    _lines(page, rect, actor, sign, levels, step, grown)
    widget = Widget(f"course.{actor.actor}", rect, "chart", actor.name, focusable=False)
    for number, turn in enumerate(turns):
        place = pygame.Rect(round(rect.x + step * number), rect.y, max(2, round(step)), rect.height)
        hint = _hint(actor, course, number)
        label = say("Turn {turn}", turn=turn.turn)
        widget.parts.append(
            Part(str(turn.turn), place.clip(rect), label, _choosing(choose, number), hint=hint)
        )
        for who, rung_at in turn.crossings:
            if who == actor.actor and number < grown * len(turns):
                x = round(rect.x + step * (number + 0.5))
                draw_flag(page, (x, levels[rung_at] - page.px(8)), palette.danger)
    page.add(widget)


def _lines(
    page: Page,
    rect: pygame.Rect,
    actor: CourseView,
    sign: Badge,
    levels: Sequence[int],
    step: float,
    grown: float,
) -> None:
    """A line by steps of what was sent, and marks of what was read where the two differ."""
    shown = max(1, round(grown * (len(actor.marks) - 1)))
    points: list[tuple[int, int]] = []
    for number, mark in enumerate(actor.marks[1 : shown + 1]):
        left, right, y = rect.x + step * number, rect.x + step * (number + 1), levels[mark.sent]
        points += [(round(left), y), (round(right), y)]
    if len(points) > 1:
        pygame.draw.lines(page.surface, sign.colour, False, points, max(2, page.px(3)))
    for number, mark in enumerate(actor.marks[1 : shown + 1]):
        x = round(rect.x + step * (number + 0.5))
        if mark.read != mark.sent:
            colour = page.palette.ink
            page.dashes((x, levels[mark.sent]), (x, levels[mark.read]), colour, page.px(1))
            draw_mark(page, sign.mark, (x, levels[mark.read]), page.px(5), colour, hollow=True)
        draw_mark(page, sign.mark, (x, levels[mark.sent]), page.px(4), sign.colour)


def _hint(actor: CourseView, course: GameCourse, number: int) -> str:
    """What one actor did in a turn, and where that put it."""
    turn, mark = course.turns[number], actor.marks[number + 1]
    sent, read = course.rungs[mark.sent].name, course.rungs[mark.read].name
    if mark.sent == mark.read:
        stood = say("Hours {hour} to {until}: {rung}.", hour=turn.hour, until=turn.until, rung=sent)
    else:
        stood = say(
            "Hours {hour} to {until}: sent {rung}, read as {read}.",
            hour=turn.hour,
            until=turn.until,
            rung=sent,
            read=read,
        )
    deeds = [deed.text for deed in turn.deeds if deed.actor == actor.actor and deed.kind == "act"]
    return " · ".join((stood, *deeds[:4]))


def _choosing(choose: Callable[[int], None], number: int) -> Callable[[], None]:
    return lambda: choose(number)


def draw_game_legend(page: Page, box: pygame.Rect) -> None:
    """Say what the marks mean, from the right, as far as there is room."""
    palette, x = page.palette, box.right
    for kind, words in (
        ("cross", _("a threshold is crossed")),
        ("read", _("read otherwise")),
        ("sent", _("sent")),
    ):
        width = page.type.width(words, Style.BODY)
        if x - width - page.px(24) < box.x:
            return
        page.text(words, pygame.Rect(x - width, box.y, width, box.height), colour=palette.soft)
        x -= width + page.px(14)
        if kind == "cross":
            draw_flag(page, (x, box.centery), palette.danger)
        else:
            draw_mark(page, "disc", (x, box.centery), page.px(5), palette.ink, hollow=kind == "read")
        x -= page.px(24)

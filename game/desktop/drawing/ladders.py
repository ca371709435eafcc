"""The ladders side by side: rungs, thresholds, and every actor's steps turn by turn, sent beside read."""

from collections.abc import Callable, Mapping, Sequence
from math import ceil

import pygame

from game.desktop.drawing.marks import Badge, draw_arrow, draw_mark
from game.desktop.page import Page, Widget
from game.desktop.theme import Colour, Style, mix
from game.desktop.typeset import capital
from game.view.ladders import LadderView, RungView

Lines = frozenset[tuple[str, str, int]]
"""An actor's name, `obliged` or `cap`, and a rung."""

FEWEST_STEPS = 6
"""The history is spread over at least so many turns, so that the first steps do not jump about."""


def draw_ladders(
    page: Page,
    rect: pygame.Rect,
    rungs: Sequence[RungView],
    ladders: Sequence[LadderView],
    badges: Mapping[str, Badge],
    considered: int | None = None,
    press: Callable[[str], None] | None = None,
    live: Lines = frozenset(),
) -> None:
    """Draw all ladders on one scale.

    `considered` is the rung of a move that is being looked at; `live` are the lines of tiers that are open.
    """
    if not rungs or not ladders:
        page.paragraph("This game has no ladder.", rect, colour=page.palette.soft)
        return
    head = page.line() + page.px(4)
    height = (rect.height - head) / len(rungs)
    names = names_width(page, rect, rungs)
    thresholds = _gutter(
        page, rect, [word for rung in rungs for word in _halves(page, capital(rung.threshold))], 0.2
    )
    thresholds += page.gap if thresholds else 0
    field = pygame.Rect(rect.x + names, rect.y + head, rect.width - names - thresholds, rect.height - head)
    _rungs(page, rect, field, rungs, height)
    width = field.width / len(ladders)
    for number, ladder in enumerate(ladders):
        left, right = field.x + round(width * number), field.x + round(width * (number + 1))
        column = pygame.Rect(left, field.y, right - left - page.gap, field.height)
        _column(
            page, column, head, rungs, ladder, badges[ladder.by], considered if ladder.mine else None, live
        )
        whole = pygame.Rect(column.x, rect.y, column.width, rect.height)
        page.add(
            Widget(
                f"ladder.{ladder.by}",
                whole,
                "ladder",
                ladder.by_name,
                hint=describe(rungs, ladder),
                press=_opening(press, ladder.by),
            )
        )


def _opening(press: Callable[[str], None] | None, actor: str) -> Callable[[], None] | None:
    return None if press is None else lambda: press(actor)


def describe(rungs: Sequence[RungView], ladder: LadderView) -> str:
    """Say in words where an actor stands."""
    words = [f"{ladder.by_name}: read as {rungs[ladder.read].name}"]
    if ladder.sent is not None and ladder.sent != ladder.read:
        words[0] += f", sent as {rungs[ladder.sent].name}"
    words += [f"{mark.text}: {mark_words(mark.kind)} {rungs[mark.rung].name}" for mark in ladder.marks]
    return ". ".join(words) + "."


def mark_words(kind: str) -> str:
    """Return what a line on a ladder means."""
    return {
        "obliged": "obliged to act at",
        "cap": "no higher than",
        "promise": "answers at",
        "limit": "limit at",
        "stand_down": "below",
    }.get(kind, kind)


def names_width(page: Page, rect: pygame.Rect, rungs: Sequence[RungView]) -> int:
    """Return the room that the names of rungs take, their numbers included."""
    return _gutter(page, rect, [rung.name for rung in rungs], 0.29) + page.px(39)


def _gutter(page: Page, rect: pygame.Rect, names: Sequence[str], share: float) -> int:
    widest = max((page.type.width(name, Style.BODY) for name in names if name), default=0)
    return min(widest, round(rect.width * share))


def row_y(top: int, height: float, rungs: int, rung: int) -> int:
    """Return the middle of a rung's row; the lowest rung is at the foot."""
    return round(top + (rungs - rung - 0.5) * height)


def _rungs(
    page: Page, rect: pygame.Rect, field: pygame.Rect, rungs: Sequence[RungView], height: float
) -> None:
    palette = page.palette
    every = _every(page, height)
    for number, rung in enumerate(rungs):
        y = row_y(field.y, height, len(rungs), number)
        page.stroke((field.x, y), (field.right, y), palette.faint)
        box = pygame.Rect(rect.x, y - page.line() // 2, field.x - rect.x - page.gap, page.line())
        if number % every == 0:
            digits = pygame.Rect(box.x, box.y, page.px(22), box.height)
            page.text(str(number), digits, Style.BODY, palette.soft, "right")
            page.text(
                rung.name,
                pygame.Rect(digits.right + page.gap, box.y, box.right - digits.right - page.gap, box.height),
            )
        if rung.threshold:
            edge = round(y + height / 2)
            page.stroke((rect.x, edge), (rect.right, edge), palette.warning, max(1, page.px(1)))
            below = number > 0 and not rungs[number - 1].threshold
            _threshold(
                page,
                pygame.Rect(field.right + page.gap, edge, rect.right - field.right - page.gap, 0),
                rung,
                below,
            )


def _threshold(page: Page, side: pygame.Rect, rung: RungView, below: bool) -> None:
    """Name a threshold beside its line; a long name goes on below the line where the row below is free."""
    words = _halves(page, capital(rung.threshold)) if below else (capital(rung.threshold),)
    for number, text in enumerate(words):
        box = pygame.Rect(side.x, side.y + (number - 1) * page.line(), side.width, page.line())
        page.text(text, box, colour=page.palette.warning)


def _halves(page: Page, text: str) -> tuple[str, ...]:
    """Break a long name into two lines of about the same length."""
    words = text.split()
    if len(words) < 3 or page.type.width(text, Style.BODY) < page.px(110):
        return (text,)
    breaks = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    return min(breaks, key=lambda pair: max(page.type.width(half, Style.BODY) for half in pair))


def _every(page: Page, height: float) -> int:
    """Return which rungs are named where a ladder is too long to name them all."""
    return max(1, ceil((page.line() - 1) / max(1.0, height)))


def _column(
    page: Page,
    column: pygame.Rect,
    head: int,
    rungs: Sequence[RungView],
    ladder: LadderView,
    badge: Badge,
    considered: int | None,
    live: Lines,
) -> None:
    palette = page.palette
    page.fill(column, mix(palette.panel, badge.colour, 0.13 if ladder.mine else 0.06))
    page.stroke(column.topleft, (column.x, column.bottom), palette.line)
    _heading(page, pygame.Rect(column.x, column.y - head, column.width, head), ladder, badge)
    height = column.height / len(rungs)
    for number in range(len(rungs)):
        y = row_y(column.y, height, len(rungs), number)
        page.stroke((column.x + 1, y), (column.right, y), mix(palette.faint, palette.panel, 0.2))
        if rungs[number].threshold:
            edge = round(y + height / 2)
            page.stroke((column.x, edge), (column.right, edge), palette.warning)
    _lines(page, column, rungs, ladder, height, live)
    _steps(page, column, rungs, ladder, badge.colour, height)
    last = column.right - page.px(15)
    read = row_y(column.y, height, len(rungs), ladder.read)
    radius = max(3, min(page.px(7), round(height * 0.36)))
    if ladder.sent is not None:
        sent = row_y(column.y, height, len(rungs), ladder.sent)
        draw_mark(page, "disc", (last, sent), radius + page.px(3), palette.ink, hollow=True)
    draw_mark(page, badge.mark, (last, read), radius, badge.colour)
    if considered is not None:
        y = row_y(column.y, height, len(rungs), considered)
        page.dashes((column.x, y), (column.right - page.px(30), y), palette.accent, page.px(1.5))
        draw_arrow(page, (column.right - page.px(26), y), palette.accent)


def _heading(page: Page, box: pygame.Rect, ladder: LadderView, badge: Badge) -> None:
    radius = page.px(5)
    draw_mark(page, badge.mark, (box.x + radius + 2, box.centery - 1), radius, badge.colour)
    left = box.x + 2 * radius + page.gap
    name = ladder.by_name
    room = box.right - left
    if page.type.width(name, Style.STRONG) > room:
        name = ladder.by_short or name
    page.text(name, pygame.Rect(left, box.y, room, box.height - 2), Style.STRONG)


def _lines(
    page: Page,
    column: pygame.Rect,
    rungs: Sequence[RungView],
    ladder: LadderView,
    height: float,
    live: Lines,
) -> None:
    """Draw what an actor is obliged to do and where it must stop: plainly while the tier is open.

    Limits stand in the details only: they lie at the thresholds, whose lines are drawn already.
    """
    palette = page.palette
    for mark in ladder.marks:
        y = row_y(column.y, height, len(rungs), mark.rung)
        open_now = (ladder.by_name, mark.kind, mark.rung) in live
        if mark.kind == "obliged":
            colour = palette.good if open_now else mix(palette.good, palette.panel, 0.55)
            draw_arrow(page, (column.x + page.px(9), y), colour)
            page.stroke((column.x, y), (column.right, y), colour, page.px(2) if open_now else 1)
        elif mark.kind == "cap":
            edge = round(y - height / 2) + 2
            colour = palette.ink if open_now else palette.line
            page.stroke((column.x, edge), (column.right, edge), colour, max(2, page.px(2)))
            for x in range(column.x + page.px(4), column.right - page.px(4), page.px(9)):
                page.stroke((x, edge), (x + page.px(4), edge - page.px(4)), colour)
        elif mark.kind == "promise":
            page.dashes((column.x, y), (column.right, y), palette.soft)


def _steps(
    page: Page,
    column: pygame.Rect,
    rungs: Sequence[RungView],
    ladder: LadderView,
    colour: Colour,
    height: float,
) -> None:
    """Draw the history: a step line for what was read, small rings where something else was sent."""
    marks = ladder.history
    room = column.width - page.px(34)
    step = room / max(FEWEST_STEPS, len(marks))
    last = column.right - page.px(15)
    points: list[tuple[int, int]] = []
    for number, mark in enumerate(marks):
        x = round(last - (len(marks) - 1 - number) * step)
        if mark.read is not None:
            y = row_y(column.y, height, len(rungs), mark.read)
            if points:
                points.append((x, points[-1][1]))
            points.append((x, y))
        if mark.sent is not None and mark.sent != mark.read and number < len(marks) - 1:
            y = row_y(column.y, height, len(rungs), mark.sent)
            draw_mark(page, "disc", (x, y), page.px(4), page.palette.ink, hollow=True)
    if len(points) > 1:
        pygame.draw.lines(page.surface, colour, False, points, max(2, page.px(2)))


LEGEND = {
    "cap": "no higher",
    "obliged": "obliged",
    "considered": "your move",
    "sent": "as sent",
    "read": "as read",
}
"""What the marks mean, from the right."""


def legend_width(page: Page, kinds: Sequence[str] = tuple(LEGEND)) -> int:
    """Return the room that some of the legend needs."""
    return sum(page.type.width(LEGEND[kind], Style.BODY) + page.px(30) for kind in kinds)


def draw_legend(page: Page, box: pygame.Rect, kinds: Sequence[str] = tuple(LEGEND)) -> None:
    """Draw what the marks mean, from the right."""
    palette = page.palette
    y = box.centery
    x = box.right
    for kind in kinds:
        words = LEGEND[kind]
        width = page.type.width(words, Style.BODY)
        page.text(words, pygame.Rect(x - width, box.y, width, box.height), colour=palette.soft, align="right")
        x -= width + page.px(12)
        if kind == "read":
            draw_mark(page, "disc", (x, y), page.px(5), palette.soft)
        elif kind == "sent":
            draw_mark(page, "disc", (x, y), page.px(6), palette.ink, hollow=True)
        elif kind == "considered":
            draw_arrow(page, (x + page.px(4), y), palette.accent)
        elif kind == "obliged":
            draw_arrow(page, (x + page.px(4), y), palette.good)
        else:
            page.stroke((x - page.px(7), y), (x + page.px(5), y), palette.ink, page.px(2))
            page.stroke((x - page.px(4), y), (x, y - page.px(4)), palette.ink)
        x -= page.px(18)

"""One actor's ladder: what it did as a skyline, its mark where it stands now, and what may come next."""

from collections.abc import Callable, Sequence
from math import floor

import pygame
from attrs import frozen

from game.desktop.drawing.marks import Badge, draw_arrow, draw_mark
from game.desktop.drawing.rungs import Field
from game.desktop.page import Page, Part, Widget
from game.desktop.theme import Colour, Style, mix
from game.language import _, say
from game.view.considered import AnswerView, ConsideredView
from game.view.ladders import LadderMark, LadderView, RungMark, RungView

FEWEST_STEPS = 6
"""The history is spread over at least so many turns, so that the first steps do not jump about."""
GLIDE = 0.6
"""Seconds that a mark takes to its new rung, once the motion `ladders` has started."""
FLAGS = {
    "obliged": "flag-triangle-right",
    "cap": "arrow-up-to-line",
    "stand_down": "arrow-down-to-line",
    "promise": "handshake",
    "limit": "lock",
}
"""The icons of what binds an actor."""


@frozen
class Column:
    """One column of the picture: past, present and what may come."""

    field: Field
    rect: pygame.Rect
    """The column below its head."""
    ladder: LadderView
    badge: Badge
    mark_below: bool = False
    """Whether the actor's mark stands before the figure: its name needs the whole width."""

    @property
    def radius(self) -> int:
        """Of the actor's mark."""
        page = self.field.page
        return max(page.px(8), min(page.px(11), self.rect.width // 10))

    @property
    def now(self) -> int:
        """Where the present is."""
        return self.rect.right - self.next_width - self.radius

    @property
    def next_width(self) -> int:
        """What is kept for what may come: room for a mark."""
        return self.field.page.px(30)

    @property
    def step(self) -> float:
        """Between two turns."""
        room = self.now - self.rect.x - self.field.page.px(6)
        return room / max(FEWEST_STEPS, len(self.ladder.history))

    def x(self, place: int) -> int:
        """Return where a turn of the history stands."""
        return round(self.now - (len(self.ladder.history) - 1 - place) * self.step)

    @property
    def glide(self) -> float:
        """How far marks are on their way from the turn before."""
        return self.field.page.motion.eased("ladders", GLIDE)

    @property
    def stands(self) -> float:
        """The rung at which the mark is drawn: on its way from the one before."""
        marks = self.ladder.history
        before = marks[-2].read if len(marks) > 1 else None
        if before is None:
            return float(self.ladder.read)
        return before + (self.ladder.read - before) * self.glide


def draw_column(
    column: Column,
    head: pygame.Rect,
    considered: ConsideredView | None,
    press: Callable[[], None] | None,
    hint: str,
) -> None:
    """Draw it, and register it: a press opens its details, and each turn of its history has a hint."""
    page, rect = column.field.page, column.rect
    mine = column.ladder.mine
    _ground(column)
    _heading(column, head)
    _skyline(column)
    _lines(column)
    if considered is not None and mine:
        _would_go(column, considered)
    if considered is not None:
        for answer in considered.answers:
            if answer.by == column.ladder.by:
                _would_answer(column, answer)
    _marks(column)
    whole = pygame.Rect(rect.x, head.y, rect.width, rect.bottom - head.y)
    widget = Widget(f"ladder.{column.ladder.by}", whole, "ladder", column.ladder.by_name, hint=hint)
    widget.press = press
    widget.parts = _turns(column, whole, press, hint)
    page.add(widget)


def _ground(column: Column) -> None:
    """A light wash of the actor's colour; this seat's has an outline, and what may come is set apart."""
    page, rect, colour = column.field.page, column.rect, column.badge.colour
    _wash(page, rect, colour, 30 if column.ladder.mine else 16)
    edge = column.now + column.radius + page.px(1)
    _wash(page, pygame.Rect(edge, rect.y, rect.right - edge, rect.height), page.palette.panel, 110)
    if column.ladder.mine:
        page.outline(rect, colour, 0, page.px(2))
    else:
        page.stroke(rect.bottomleft, (rect.right - 1, rect.bottom), mix(page.palette.panel, colour, 0.6))


def _wash(page: Page, rect: pygame.Rect, colour: Colour, alpha: int) -> None:
    if rect.width <= 0 or rect.height <= 0:
        return
    layer = pygame.Surface(rect.size, pygame.SRCALPHA)
    layer.fill((*colour, alpha))
    page.surface.blit(layer, rect)


# --- the head ---------------------------------------------------------------------------------------------


def heading_height(page: Page) -> int:
    """Return the height of a head of two lines."""
    return page.line(Style.HEADING) + page.line(Style.TITLE)


def mark_width(page: Page) -> int:
    """Return what the mark before a name takes."""
    return 2 * page.px(6) + page.px(6)


def _heading(column: Column, head: pygame.Rect) -> None:
    """The mark and the name; below them the rung in large figures, and whether it climbs."""
    page, ladder, palette = column.field.page, column.ladder, column.field.page.palette
    radius = page.px(6)
    line = page.line(Style.HEADING)
    top = pygame.Rect(head.x, head.y, head.width, line)
    figure = str(ladder.read)
    wide = page.type.width(figure, Style.TITLE)
    left = top.x + mark_width(page)
    if head.height < heading_height(page):
        draw_mark(page, column.badge.mark, (top.x + radius + 2, top.centery), radius, column.badge.colour)
        number = pygame.Rect(head.right - wide - 2, head.y, wide, line)
        page.text(figure, number, Style.TITLE, palette.ink, "right")
        _name(column, pygame.Rect(left, top.y, number.x - page.px(4) - left, line))
        return
    under = pygame.Rect(head.x + 2, top.bottom, head.width - page.px(8), page.line(Style.TITLE))
    room = pygame.Rect(left, top.y, head.right - left, line)
    if column.mark_below:
        room = pygame.Rect(head.x + 2, top.y, head.width - page.px(8), line)
        at = under.x + radius, under.centery
        under = pygame.Rect(left, under.y, under.right - left, under.height)
    else:
        at = top.x + radius + 2, top.centery
    draw_mark(page, column.badge.mark, at, radius, column.badge.colour)
    _name(column, room)
    page.text(figure, pygame.Rect(under.x, under.y, wide, under.height), Style.TITLE)
    left = under.x + wide + page.px(7)
    _trend(column, pygame.Rect(left, under.y, under.right - left, under.height))


def _name(column: Column, room: pygame.Rect) -> None:
    """Draw the name as large as it fits whole, the short one before a smaller one."""
    page, ladder = column.field.page, column.ladder
    names = (ladder.by_name, ladder.by_short or ladder.by_name)
    fitting = [
        (name, style)
        for style in (Style.HEADING, Style.STRONG)
        for name in names
        if page.type.width(name, style) <= room.width
    ]
    name, style = fitting[0] if fitting else (names[1], Style.STRONG)
    page.text(name, room, style)


def _trend(column: Column, under: pygame.Rect) -> None:
    """What differs between sent and read; or else where it came from."""
    page, ladder, palette = column.field.page, column.ladder, column.field.page.palette
    marks = ladder.history
    if ladder.sent is not None and ladder.sent != ladder.read:
        parts = {"sent": ladder.sent, "read": ladder.read}
        words = (say("sent {sent}, read {read}", **parts), say("sent {sent}", **parts))
        _whole(page, under, "eye", words, palette.accent_ink)
        return
    before = marks[-2].read if len(marks) > 1 else None
    if before is None or before == ladder.read:
        _whole(page, under, "minus", (_("no change"), ""), palette.soft)
        return
    short = say("from {rung}", rung=before)
    if before < ladder.read:
        _whole(page, under, "arrow-up", (say("up from {rung}", rung=before), short), palette.warning)
    else:
        _whole(page, under, "arrow-down", (say("down from {rung}", rung=before), short), palette.good)


def _whole(page: Page, box: pygame.Rect, icon: str, texts: Sequence[str], colour: Colour) -> None:
    """Draw an icon with the first text that fits whole, or the icon alone."""
    size = page.icon_width(15)
    page.icon(icon, pygame.Rect(box.x, box.y, size, box.height), colour, 15)
    room = pygame.Rect(box.x + size + page.px(3), box.y, box.width - size - page.px(3), box.height)
    words = next((text for text in texts if page.type.width(text, Style.BODY) <= room.width), "")
    page.text(words, room, colour=colour)


# --- the past ---------------------------------------------------------------------------------------------


def _skyline(column: Column) -> None:
    """What was read, turn by turn, as a stepped line over its area; rings where something else was sent."""
    page, field, marks = column.field.page, column.field, column.ladder.history
    known = [(number, mark.read) for number, mark in enumerate(marks) if mark.read is not None]
    points: list[tuple[int, int]] = []
    area = pygame.Surface(column.rect.size, pygame.SRCALPHA)
    tint = (*column.badge.colour, 62)
    for place, (number, read) in enumerate(known):
        last = place == len(known) - 1
        y = field.y(column.stands if last else read)
        x = column.x(number)
        if points:
            points.append((x, points[-1][1]))
        points.append((x, y))
        end = column.x(known[place + 1][0]) if not last else x + column.radius
        block = pygame.Rect(x - column.rect.x, y - column.rect.y, end - x, column.rect.bottom - y)
        area.fill(tint, block)
    page.surface.blit(area, column.rect)
    if len(points) > 1:
        pygame.draw.lines(page.surface, column.badge.colour, False, points, max(2, page.px(2.5)))
    for number, mark in enumerate(marks[:-1]):
        if mark.sent is not None and mark.sent != mark.read:
            centre = (column.x(number), field.y(mark.sent))
            draw_mark(page, column.badge.mark, centre, page.px(5), page.palette.ink, hollow=True)


def _marks(column: Column) -> None:
    """Where it stands: read is filled; what was sent is hollow, with a tick between the two."""
    page, field, badge = column.field.page, column.field, column.badge
    read = (column.now, field.y(column.stands))
    sent = column.ladder.sent
    if sent is not None and sent != column.ladder.read:
        other = (column.now, field.y(sent))
        page.stroke(read, other, page.palette.ink, max(2, page.px(2)))
        draw_mark(page, badge.mark, other, column.radius, page.palette.panel)
        draw_mark(page, badge.mark, other, column.radius, page.palette.ink, hollow=True)
    draw_mark(page, badge.mark, read, column.radius + page.px(3), page.palette.panel)
    draw_mark(page, badge.mark, read, column.radius, badge.colour)


# --- what binds -------------------------------------------------------------------------------------------


def _lines(column: Column) -> None:
    """Small flags at the left edge; what binds now has a line across the column as well."""
    page, field, rect = column.field.page, column.field, column.rect
    thresholds = {number for number, rung in enumerate(field.rungs) if rung.threshold}
    size = page.icon_width(14)
    taken: dict[int, int] = {}
    for mark in _distinct(column.ladder.marks):
        if mark.kind not in FLAGS or (mark.kind == "limit" and mark.rung in thresholds):
            continue
        colour = flag_colour(page, mark.kind) if mark.live else page.palette.soft
        y = field.y(mark.rung)
        if mark.live and mark.kind == "cap":
            edge = field.edge(mark.rung + 1) + page.px(1)
            page.stroke((rect.x, edge), (rect.right - 1, edge), colour, page.px(2))
        elif mark.live and mark.kind in ("obliged", "stand_down"):
            page.dashes((rect.x, y), (column.now, y), colour, page.px(1.5))
        x = rect.x + page.px(3) + taken.get(mark.rung, 0) * (size + page.px(2))
        taken[mark.rung] = taken.get(mark.rung, 0) + 1
        box = pygame.Rect(x, y - size // 2, size, size)
        page.fill(box.inflate(page.px(2), page.px(2)), page.palette.panel, 3)
        page.icon(FLAGS[mark.kind], box, colour, 14)


def flag_colour(page: Page, kind: str) -> Colour:
    """Return the colour of what binds an actor."""
    palette = page.palette
    return {"obliged": palette.good, "cap": palette.warning, "limit": palette.danger}.get(kind, palette.ink)


def _distinct(marks: Sequence[LadderMark]) -> list[LadderMark]:
    """Return one mark for each kind and rung: a live one where there is any."""
    best: dict[tuple[int, str], LadderMark] = {}
    for mark in marks:
        if (mark.rung, mark.kind) not in best or mark.live:
            best[mark.rung, mark.kind] = mark
    return list(best.values())


# --- what may come ----------------------------------------------------------------------------------------


def _would_go(column: Column, considered: ConsideredView) -> None:
    """A ghost of this seat's mark with an arrow, and an eye where others would read it otherwise."""
    page, field = column.field.page, column.field
    accent = page.palette.accent_ink
    ghost = _ghost(column, considered.rung, accent)
    for rung in considered.readings:
        y = field.y(rung)
        page.dashes((ghost[0], ghost[1]), (ghost[0], y), accent, max(1, page.px(1.5)))
        size = page.icon_width(16)
        box = pygame.Rect(0, 0, size + page.px(4), size)
        box.center = (ghost[0], y)
        page.fill(box, page.palette.panel, 4)
        page.icon("eye", box, accent, 16)


def _would_answer(column: Column, answer: AnswerView) -> None:
    """A ghost where the ledger thinks that this actor would go, and how likely that is."""
    page, rect = column.field.page, column.rect
    y = _ghost(column, answer.rung, column.badge.colour)[1]
    line, radius = page.line(), column.radius
    above, below = y - radius - line, y + radius
    top = above if answer.rung >= column.ladder.read else below
    top = below if top < rect.y else above if top + line > rect.bottom else top
    percent = min(99, max(1, floor(answer.likely * 100 + 0.5)))
    words = say("{percent} %", percent=percent)
    width = page.type.width(words, Style.STRONG)
    box = pygame.Rect(rect.right - width - page.px(3), top, width, line)
    page.fill(box.inflate(page.px(4), -2), page.palette.panel, 3)
    page.text(words, box, Style.STRONG)


def _ghost(column: Column, rung: int, colour: Colour) -> tuple[int, int]:
    """Draw a pale mark with a dashed way to it from the present; return where it stands."""
    page, field, badge = column.field.page, column.field, column.badge
    x = column.rect.right - column.next_width // 2
    y, here, radius = field.y(rung), field.y(column.ladder.read), column.radius
    small = max(page.px(6), radius - page.px(2))
    width = max(2, page.px(2))
    if abs(y - here) > small:
        page.dashes((column.now, here), (x, here), colour, width)
        up = -1 if y < here else 1
        tip = y - up * small
        page.dashes((x, min(here, tip)), (x, max(here, tip)), colour, width)
        size = page.px(5)
        pygame.draw.polygon(
            page.surface, colour, [(x, tip), (x - size, tip - up * size), (x + size, tip - up * size)]
        )
    else:
        draw_arrow(page, (x - small, y), colour)
    draw_mark(page, badge.mark, (x, y), small + page.px(1), page.palette.panel)
    draw_mark(page, badge.mark, (x, y), small, mix(page.palette.panel, colour, 0.5))
    draw_mark(page, badge.mark, (x, y), small, colour, hollow=True)
    return x, y


# --- hints ------------------------------------------------------------------------------------------------


def _turns(column: Column, whole: pygame.Rect, press: Callable[[], None] | None, hint: str) -> list[Part]:
    """One part for each turn of the history; the last is the present and reaches to the right edge."""
    marks, parts = column.ladder.history, []
    left = whole.x
    for number, mark in enumerate(marks):
        last = number == len(marks) - 1
        right = whole.right if last else max(left, round(column.x(number) + column.step / 2))
        if right > left:
            words = hint if last else told(column.field.rungs, mark)
            rect = pygame.Rect(left, whole.y, right - left, whole.height)
            parts.append(
                Part(f"turn.{mark.turn}", rect, column.ladder.by_name, press or _nothing, hint=words)
            )
        left = max(left, right)
    return parts


def _nothing() -> None:
    """There are no details to open."""


def told(rungs: Sequence[RungView], mark: RungMark) -> str:
    """Say what was sent and read in one turn."""
    parts = {"turn": mark.turn, "hour": mark.hour}
    if mark.read is None:
        return say("Turn {turn}, hour {hour}: nobody can tell.", **parts)
    read = {"read": mark.read, "name": rungs[mark.read].name}
    if mark.sent is None or mark.sent == mark.read:
        return say("Turn {turn}, hour {hour}: at {read}, {name}.", **parts, **read)
    return say(
        "Turn {turn}, hour {hour}: sent {sent}, {meant}; read {read}, {name}.",
        **parts,
        **read,
        sent=mark.sent,
        meant=rungs[mark.sent].name,
    )

"""Lines of play as a diagram: turns from left to right, one row for each line, forks where they branched."""

from collections.abc import Callable
from typing import Final

import pygame
from attrs import frozen

from game.desktop.page import Key, Page, Part, Widget
from game.desktop.theme import Colour, Style
from game.language import N_, _, say
from game.view.lines import LinesView, LineView

LEAST: Final = 30
"""The narrowest column of a turn, in pixels at 1280 x 720."""
LEGEND: Final = (
    ("played", N_("played")),
    ("open", N_("still open")),
    ("ended", N_("the game ended")),
    ("changed", N_("assumptions changed")),
)


@frozen
class Tree:
    """What is drawn: the lines, and which turn of which line is looked at."""

    view: LinesView
    at: tuple[int, int]


@frozen
class _Frame:
    """Where things are."""

    rows: pygame.Rect
    row: int
    first_row: int
    left: int
    column: int
    first_turn: int
    last_turn: int

    def x(self, turn: int) -> int:
        return self.left + (turn - self.first_turn) * self.column + self.column // 2

    def y(self, number: int) -> int:
        return self.rows.y + (number - self.first_row) * self.row + self.row // 2

    def shows(self, turn: int) -> bool:
        return self.first_turn <= turn <= self.last_turn


def tree_height(page: Page, rows: int) -> int:
    """Return the height that so many lines need, with the head and the legend."""
    return rows * _row(page) + 2 * page.line() + 2 * page.gap


def draw_tree(
    page: Page, name: str, rect: pygame.Rect, tree: Tree, choose: Callable[[int, int], None]
) -> Widget:
    """Draw the diagram; arrows go along a line and from line to line, a press chooses a turn."""
    view = tree.view
    frame = _frame(page, rect, tree)
    widget = Widget(name, rect, "tree")
    _head(page, rect, frame)
    shown = list(enumerate(view.lines))[frame.first_row :]
    shown = [(number, line) for number, line in shown if frame.y(number) < frame.rows.bottom]
    numbers = {line.id: number for number, line in enumerate(view.lines)}
    for number, line in shown:
        _label(page, rect, frame, number, line)
        _rail(page, frame, number, line, numbers, view)
    for number, line in shown:
        _turns(page, frame, number, line, tree, widget, choose)
    _legend(page, pygame.Rect(rect.x, rect.bottom - page.line(), rect.width, page.line()))
    widget.key = _keys(tree, choose)
    widget.at = _part_name(view, *tree.at)
    return page.add(widget)


def _row(page: Page) -> int:
    return 2 * page.line() + page.gap


def _frame(page: Page, rect: pygame.Rect, tree: Tree) -> _Frame:
    view = tree.view
    label = rect.width * (44 if page.tight else 36) // 100
    width = rect.width - label
    most = max(1, width // page.px(LEAST))
    longest = view.longest
    column = min(page.px(72), width // max(1, min(longest, most)))
    first = max(1, min(tree.at[1] - most // 2, longest - most + 1))
    row, top = _row(page), rect.y + page.line()
    rows = pygame.Rect(rect.x, top, rect.width, rect.bottom - page.line() - page.gap - top)
    fit = max(1, rows.height // row)
    at = [line.id for line in view.lines].index(tree.at[0])
    first_row = max(0, min(at - fit // 2, len(view.lines) - fit))
    rows.height = fit * row
    return _Frame(rows, row, first_row, rect.x + label, column, first, min(longest, first + most - 1))


def _head(page: Page, rect: pygame.Rect, frame: _Frame) -> None:
    soft = page.palette.soft
    line = page.line()
    place = pygame.Rect(rect.x, rect.y, frame.left - rect.x - page.gap, line)
    page.text(_("Turn"), place, colour=soft, align="right")
    for turn in range(frame.first_turn, frame.last_turn + 1):
        place = pygame.Rect(frame.x(turn) - frame.column // 2, rect.y, frame.column, line)
        page.text(str(turn), place, colour=soft, align="centre")


def _label(page: Page, rect: pygame.Rect, frame: _Frame, number: int, line: LineView) -> None:
    palette = page.palette
    y = frame.y(number) - page.line()
    width = frame.left - rect.x - 2 * page.gap
    if line.current:
        band = pygame.Rect(rect.x, frame.y(number) - frame.row // 2, rect.width, frame.row).inflate(0, -4)
        page.fill(band, palette.raised, 5)
        page.fill(pygame.Rect(band.x, band.y, page.px(4), band.height), palette.accent, 2)
    left = rect.x + 2 * page.gap
    name = say("{line}: now", line=line.name) if line.current else line.name
    colour = palette.accent_ink if line.current else palette.ink
    page.text(name, pygame.Rect(left, y, width - page.gap, page.line()), Style.STRONG, colour)
    page.text(
        line.words, pygame.Rect(left, y + page.line(), width - page.gap, page.line()), colour=palette.soft
    )


def _rail(
    page: Page,
    frame: _Frame,
    number: int,
    line: LineView,
    numbers: dict[int, int],
    view: LinesView,
) -> None:
    """The line itself, and the fork at which it left another."""
    palette, y = page.palette, frame.y(number)
    last = line.turns + (0 if line.ended else 1)
    way = line in view.path(view.current)
    for turn in range(max(line.first, frame.first_turn), min(last, frame.last_turn + 1)):
        walked = way and (view.on_way(line, turn + 1) or (line.current and turn + 1 == last))
        colour, width = _ink(page, walked)
        page.stroke((frame.x(turn), y), (frame.x(turn + 1), y), colour, width)
    if line.parent is None or not frame.shows(line.first):
        return
    above = numbers[line.parent]
    x = frame.x(line.first) - frame.column // 2
    colour, width = _ink(page, way)
    top = max(frame.y(above), frame.rows.y)
    if line.first > frame.first_turn:
        page.stroke((frame.x(line.first - 1), top), (x, top), colour, width)
    else:
        pygame.draw.circle(page.surface, palette.soft, (x, top), page.px(3))
    page.stroke((x, top), (x, y), colour, width)
    page.stroke((x, y), (frame.x(line.first), y), colour, width)


def _ink(page: Page, walked: bool) -> tuple[Colour, int]:
    return (page.palette.accent_ink, page.px(3)) if walked else (page.palette.line, page.px(2))


def _turns(
    page: Page,
    frame: _Frame,
    number: int,
    line: LineView,
    tree: Tree,
    widget: Widget,
    choose: Callable[[int, int], None],
) -> None:
    view, y = tree.view, frame.y(number)
    last = line.turns + (0 if line.ended else 1)
    for turn in range(max(line.first, frame.first_turn), min(last, frame.last_turn) + 1):
        x = frame.x(turn)
        walked = view.on_way(line, turn) or (line.current and turn == last)
        kind = "open" if turn > line.turns else "ended" if line.ended and turn == last else "played"
        colour = page.palette.accent_ink if walked else page.palette.soft
        back = page.palette.raised if line.current else page.palette.panel
        _mark(page, kind, (x, y), colour, back)
        if turn in line.changed_in:
            _mark(page, "changed", (x, y - page.px(15)), page.palette.warning, back)
        place = pygame.Rect(0, 0, min(frame.column, page.px(40)), frame.row - page.px(6))
        place.center = (x, y)
        here = tree.at == (line.id, turn)
        if here or page.over(place):
            colour = page.palette.focus if here else page.palette.line
            page.outline(place, colour, 6, page.px(2) if here else 1)
        label = say("{line}, turn {turn}, hour {hour}", line=line.name, turn=turn, hour=view.hour(turn))
        widget.parts.append(
            Part(
                _part_name(view, line.id, turn),
                place,
                label,
                _choosing(choose, line.id, turn),
                selected=here,
                hint=label,
            )
        )


def _choosing(choose: Callable[[int, int], None], line: int, turn: int) -> Callable[[], None]:
    return lambda: choose(line, turn)


def _part_name(view: LinesView, id: int, turn: int) -> str:
    """`turn.3` on the way to where one is, `B.3` elsewhere."""
    line = next(one for one in view.lines if one.id == id)
    here = view.on_way(line, turn) or (line.current and turn > line.turns)
    return f"turn.{turn}" if here else f"{line.letters}.{turn}"


def _mark(page: Page, kind: str, centre: tuple[int, int], colour: Colour, back: Colour) -> None:
    x, y = centre
    radius = page.px(6)
    if kind == "played":
        pygame.draw.circle(page.surface, colour, centre, radius)
    elif kind == "open":
        pygame.draw.circle(page.surface, back, centre, page.px(8))
        pygame.draw.circle(page.surface, colour, centre, page.px(8), max(2, page.px(2)))
    elif kind == "ended":
        pygame.draw.rect(page.surface, colour, pygame.Rect(x - radius, y - radius, 2 * radius, 2 * radius))
    else:
        size = page.px(5)
        points = [(x, y - size), (x + size, y), (x, y + size), (x - size, y)]
        pygame.draw.polygon(page.surface, colour, points)


def _legend(page: Page, room: pygame.Rect) -> None:
    left = room.x + 2 * page.gap
    for kind, words in LEGEND:
        said = _(words)
        width = page.type.width(said, Style.BODY)
        if left + page.px(20) + width > room.right:
            return
        colour = page.palette.warning if kind == "changed" else page.palette.soft
        _mark(page, kind, (left + page.px(8), room.centery), colour, page.palette.panel)
        place = pygame.Rect(left + page.px(20), room.y, width + 1, room.height)
        page.text(said, place, colour=page.palette.soft)
        left = place.right + 3 * page.gap


def _keys(tree: Tree, choose: Callable[[int, int], None]) -> Callable[[Key], bool]:
    view = tree.view
    ids = [line.id for line in view.lines]
    line = view.lines[ids.index(tree.at[0])]

    def key(pressed: Key) -> bool:
        turn = tree.at[1]
        if pressed.code in (pygame.K_LEFT, pygame.K_RIGHT):
            return along(turn + (1 if pressed.code == pygame.K_RIGHT else -1))
        step = {pygame.K_UP: -1, pygame.K_DOWN: 1}.get(pressed.code, 0)
        if not step or not 0 <= ids.index(line.id) + step < len(ids):
            return False
        other = view.lines[ids.index(line.id) + step]
        choose(other.id, max(other.first, min(turn, _last(other))))
        return True

    def along(turn: int) -> bool:
        """To the next turn of the line; before its first one, to the line that it left."""
        target = line
        while turn < target.first and target.parent is not None:
            target = view.lines[ids.index(target.parent)]
        if not target.first <= turn <= _last(target):
            return False
        choose(target.id, turn)
        return True

    return key


def _last(line: LineView) -> int:
    return line.turns + (0 if line.ended else 1)

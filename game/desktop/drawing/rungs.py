"""The rungs that all ladders share: numbers and names at the left, thresholds at the right."""

from collections.abc import Collection, Sequence
from itertools import pairwise

import pygame
from attrs import frozen

from game.desktop.page import Page, Part, Widget
from game.desktop.theme import Colour, Style, mix
from game.desktop.typeset import capital
from game.language import say
from game.view.ladders import LimitView, RungView

ICONS = {
    "force": "swords",
    "war": "flag",
    "outside": "globe",
    "homeland": "house",
    "nuclear": "radiation",
}
"""The icon of a threshold, by its sign; others have a plain warning."""

NAMES, WIDER = 0.36, 0.3
"""The most of the width that names of rungs, and names of thresholds, may take."""


@frozen
class Field:
    """Where rungs are: the same for every column."""

    page: Page
    rect: pygame.Rect
    """Of the columns, without their heads."""
    left: int
    """Where the numbers of rungs begin."""
    gutter: pygame.Rect
    """Where thresholds are named."""
    rungs: tuple[RungView, ...]

    @property
    def height(self) -> float:
        """Of one rung."""
        return self.rect.height / len(self.rungs)

    def y(self, rung: float) -> int:
        """Return the middle of a rung; the lowest is at the foot."""
        return round(self.rect.bottom - (rung + 0.5) * self.height)

    def edge(self, rung: int) -> int:
        """Return the line that one crosses on reaching a rung from below."""
        return round(self.rect.bottom - rung * self.height)


@frozen
class _Chip:
    """A threshold's name, wrapped."""

    rung: int
    lines: tuple[str, ...]
    height: int


def field(page: Page, rect: pygame.Rect, head: int, rungs: Sequence[RungView]) -> Field:
    """Share a room out between names, columns and thresholds; columns begin below a head."""
    number = page.type.width("00", Style.STRONG) + page.gap
    styles = (Style.STRONG, Style.BODY)
    widest = max(page.type.width(rung.name, style) for rung in rungs for style in styles)
    names = number + page.gap + min(widest, round(rect.width * NAMES)) + page.gap
    room = rect.height - head
    gutter = _gutter(page, rungs, room, round(rect.width * WIDER) - (names - number) // 3)
    columns = pygame.Rect(rect.x + names, rect.y + head, rect.width - names - gutter, room)
    side = pygame.Rect(columns.right, columns.y, gutter, room)
    return Field(page, columns, rect.x, side, tuple(rungs))


def least_field(page: Page, rungs: Sequence[RungView], columns: int) -> int:
    """Return the width in which every rung has its name, with so much for columns."""
    widest = max(page.type.width(rung.name, Style.STRONG) for rung in rungs)
    words = [word for rung in rungs for word in capital(rung.threshold).split()]
    longest = max((page.type.width(word, Style.BODY) for word in words), default=0)
    gutter = max(page.px(96), longest + _before(page)) + page.gap if words else 0
    beside = page.type.width("00", Style.STRONG) + widest + 3 * page.gap + gutter
    return max(round(widest / NAMES) + 1, beside + columns)


def _gutter(page: Page, rungs: Sequence[RungView], room: int, most: int) -> int:
    """Return the least room in which every threshold has its whole name; nothing where there are none."""
    if not any(rung.threshold for rung in rungs):
        return 0
    widths = range(page.px(96), max(most, page.px(96)) + 1, page.gap)
    for near in (True, False):
        found = next((width for width in widths if _fits(page, rungs, width, room, near)), None)
        if found is not None:
            return found
    return widths[-1]


def _fits(page: Page, rungs: Sequence[RungView], width: int, room: int, near: bool) -> bool:
    """Return whether every word is whole and all names have room, near their lines if asked for."""
    text = width - _before(page)
    words = [word for rung in rungs for word in capital(rung.threshold).split()]
    whole = all(page.type.width(word, Style.BODY) <= text for word in words)
    chips = _chips(page, rungs, width)
    row = room / len(rungs)
    close = all(
        (one.height + other.height) / 2 <= row * (other.rung - one.rung) + page.line() * 0.75
        for one, other in pairwise(chips)
    )
    close = close and all(len(chip.lines) <= 2 for chip in chips)
    return whole and (close or not near) and sum(chip.height + 2 for chip in chips) <= room


def _before(page: Page) -> int:
    """What stands before a threshold's words in the gutter: the line's end, the icon, and what is around."""
    return page.px(8) + page.icon_width(16) + page.px(12)


def _chips(page: Page, rungs: Sequence[RungView], width: int) -> list[_Chip]:
    found = []
    for number, rung in enumerate(rungs):
        if rung.threshold:
            lines = page.type.wrap(capital(rung.threshold), Style.BODY, max(20, width - _before(page)))
            found.append(_Chip(number, lines, len(lines) * page.line() + page.px(3)))
    return found


def severity(page: Page, rung: RungView, most: float) -> Colour:
    """Return how a rung is shaded: the more severe, the more of the colour of danger; `most` at the top."""
    return mix(page.palette.panel, page.palette.danger, most * rung.severity / 100)


def draw_rungs(field: Field, here: Collection[int], limits: Sequence[LimitView]) -> None:
    """Draw the rungs; those at which somebody is stand out."""
    page, palette = field.page, field.page.palette
    number = page.type.width("00", Style.STRONG) + page.gap
    named = _named(field, here)
    widget = Widget("rungs", _whole(field), "rungs", focusable=False)
    for rung, view in enumerate(field.rungs):
        top, foot = field.edge(rung + 1), field.edge(rung)
        left = field.left + number + page.gap // 2
        page.fill(pygame.Rect(left, top, field.rect.right - left, foot - top), severity(page, view, 0.14))
        cell = pygame.Rect(field.left, top + 1, number, max(1, foot - top - 1))
        page.fill(cell, severity(page, view, 0.5), 3 if field.height > page.px(12) else 0)
        widget.parts.append(
            Part(view.id, pygame.Rect(field.left, top, widget.rect.width, foot - top), view.name, _nothing)
        )
        widget.parts[-1] = _hinted(widget.parts[-1], rung, view)
    for rung in range(1, len(field.rungs)):
        y = field.edge(rung)
        page.stroke((field.rect.x, y), (field.rect.right, y), mix(palette.panel, palette.line, 0.35))
    for rung, name in named.items():
        _name(field, rung, name, rung in here)
    page.add(widget)
    _thresholds(field, limits)


def _nothing() -> None:
    """A rung's name is there to be read."""


def _hinted(part: Part, rung: int, view: RungView) -> Part:
    hint = say("{number} {rung}. {summary}", number=rung, rung=view.name, summary=view.summary)
    return Part(part.name, part.rect, part.label, part.press, hint=hint.strip())


def _whole(field: Field) -> pygame.Rect:
    width = field.rect.x - field.left - field.page.gap
    return pygame.Rect(field.left, field.rect.y, width, field.rect.height)


@frozen
class _Name:
    """A rung's name as it stands: its lines, and the middle of them."""

    lines: tuple[str, ...]
    style: Style
    y: int
    height: int

    def meets(self, other: "_Name") -> bool:
        """Return whether there is no room for both."""
        return abs(self.y - other.y) * 2 < self.height + other.height - 4


def _named(field: Field, here: Collection[int]) -> dict[int, _Name]:
    """Return which rungs have room for names: where somebody is first, then thresholds, then the rest."""
    last = len(field.rungs) - 1
    thresholds = [number for number, rung in enumerate(field.rungs) if rung.threshold]
    named: dict[int, _Name] = {}
    for rung in (*sorted(here), 0, last, *thresholds, *range(last + 1)):
        name = _set(field, rung, rung in here)
        if rung not in named and not any(name.meets(other) for other in named.values()):
            named[rung] = name
    return named


def _set(field: Field, rung: int, here: bool) -> _Name:
    """Wrap a name; one that has more lines than its rung has room for keeps to the ends of the ladder."""
    page, words = field.page, field.rungs[rung].name
    line, room = page.line(), field.rect.x - 2 * page.gap - _cell(field).right
    fits = page.type.width(words, Style.STRONG) <= room
    style = Style.STRONG if here and fits else Style.BODY
    lines = page.type.wrap(words, style, room)
    if _crowded(field):
        lines = lines[:2] if len(lines) <= 2 else (words,)
    elif len(lines) * line > field.height + 2:
        lines = (words,)
    height = len(lines) * line
    y = max(field.rect.y + height // 2, min(field.y(rung), field.rect.bottom - height + height // 2))
    return _Name(lines, style, y, height)


def _crowded(field: Field) -> bool:
    """Return whether rungs are lower than their names, so that only some of them are named."""
    return field.height < field.page.line() - 1


def _cell(field: Field) -> pygame.Rect:
    """Return where the numbers of rungs stand."""
    width = field.page.type.width("00", Style.STRONG) + field.page.gap
    return pygame.Rect(field.left, field.rect.y, width, field.rect.height)


def _name(field: Field, rung: int, name: _Name, here: bool) -> None:
    page, palette, line = field.page, field.page.palette, field.page.line()
    cell = _cell(field)
    digits = pygame.Rect(cell.x, name.y - line // 2, cell.width, line)
    if _crowded(field):  # a number taller than its rung needs a ground of its own
        page.fill(digits.inflate(0, -2), severity(page, field.rungs[rung], 0.5), 3)
    page.text(str(rung), digits, Style.STRONG, palette.ink, "centre")
    left = cell.right + page.gap
    top = name.y - name.height // 2
    for place, words in enumerate(name.lines):
        box = pygame.Rect(left, top + place * line, field.rect.x - page.gap - left, line)
        page.text(words, box, name.style, palette.ink if here else mix(palette.soft, palette.ink, 0.4))


# --- thresholds -------------------------------------------------------------------------------------------


def _thresholds(field: Field, limits: Sequence[LimitView]) -> None:
    """A hatched band under each threshold, and its name; one whose limit is crossed is only a broken line."""
    page = field.page
    crossed = {limit.rung: limit for limit in limits if limit.crossed_at is not None}
    start = field.rect.x if _crowded(field) else field.left
    chips = _chips(page, field.rungs, field.gutter.width) if field.gutter.width else []
    tops = _apart(field, chips)
    for chip, top in zip(chips, tops, strict=True):
        edge, colour = field.edge(chip.rung), page.palette.danger
        if chip.rung in crossed:
            page.dashes((start, edge), (field.rect.right, edge), colour, page.px(2))
        else:
            page.stroke((start, edge), (field.rect.right, edge), colour, page.px(2))
            _hatch(page, pygame.Rect(field.rect.x, edge + page.px(2), field.rect.width, page.px(4)), colour)
        left = field.gutter.x + page.px(8)
        box = pygame.Rect(left, top, field.gutter.right - left, chip.height)
        pygame.draw.line(
            page.surface, colour, (field.rect.right, edge), (box.x + 1, box.centery), max(2, page.px(2))
        )
        _draw_chip(field, box, chip, crossed.get(chip.rung))


def _apart(field: Field, chips: Sequence[_Chip]) -> list[int]:
    """Return the tops of names: each at its line, pushed apart where they would meet."""
    tops: list[int] = []
    foot = field.gutter.y - 2
    for chip in reversed(chips):
        foot = max(field.edge(chip.rung) - chip.height // 2, foot + 2)
        tops.insert(0, foot)
        foot += chip.height
    ceiling = field.gutter.bottom
    for number, chip in enumerate(chips):
        tops[number] = min(tops[number], ceiling - chip.height)
        ceiling = tops[number] - 2
    return tops


def _hatch(page: Page, band: pygame.Rect, colour: Colour) -> None:
    pale = mix(page.palette.panel, colour, 0.7)
    step = page.px(7)
    for x in range(band.x, band.right - band.height, step):
        pygame.draw.line(
            page.surface, pale, (x, band.bottom), (x + band.height, band.top), max(1, page.px(1.5))
        )


def _draw_chip(field: Field, box: pygame.Rect, chip: _Chip, crossed: LimitView | None) -> None:
    page, palette = field.page, field.page.palette
    page.fill(box, mix(palette.panel, palette.danger, 0.06 if crossed else 0.2), 4)
    page.outline(box, palette.danger, 4)
    size = page.icon_width(16)
    icon = ICONS.get(field.rungs[chip.rung].sign, "octagon-alert")
    place = pygame.Rect(box.x + page.px(4), box.y, size, box.height)
    page.icon(icon, place, palette.danger if not crossed else palette.soft, 16)
    left = place.right + page.px(4)
    y = box.y + (box.height - len(chip.lines) * page.line()) // 2
    for words in chip.lines:
        room = pygame.Rect(left, y, box.right - left - page.px(2), page.line())
        page.text(words, room, colour=palette.soft if crossed else palette.danger)
        y += page.line()
    rung = field.rungs[chip.rung]
    hint = say("Threshold: {threshold}. It lies below {rung}.", threshold=rung.threshold, rung=rung.name)
    if crossed is not None:
        hint = _crossed(crossed, hint)
    page.add(Widget(f"threshold.{rung.id}", box, "threshold", rung.threshold, focusable=False, hint=hint))


def _crossed(limit: LimitView, hint: str) -> str:
    if limit.by_name:
        words = say(
            "{limit}: crossed at hour {hour} by {actor}.",
            limit=limit.name,
            hour=limit.crossed_at,
            actor=limit.by_name,
        )
    else:
        words = say("{limit}: crossed at hour {hour}.", limit=limit.name, hour=limit.crossed_at)
    return f"{hint} {words}"

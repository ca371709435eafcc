"""Plates of places: the name, who holds it, and the forces that stand there, stacked by owner and kind."""

from collections.abc import Mapping, Sequence
from enum import IntEnum

import pygame
from attrs import define, field, frozen

from game.desktop.drawing.marks import Badge, draw_mark
from game.desktop.drawing.symbols import Signs, box_of, draw_sign
from game.desktop.page import Page
from game.desktop.theme import Colour, Style, mix
from game.language import point
from game.view.map import MapView, PlaceView
from game.view.map_forces import ForceView

PIPS = 4
"""How many pips a force has that is wholly ready."""
MOST_IN_ROW = 5
"""How many stacks stand beside one another."""
PAD, SIDE = 6, 17
"""Around a plate, and the width of its holder's mark and of each icon."""
WIDEST = (156, 128, 120, 112)
"""The width of a line of the name, by how much is shown, in pixels at 1280 x 720."""


class Detail(IntEnum):
    """How much a plate shows."""

    FULL = 0
    """The name in two lines if need be, every stack with its strength and how ready it is."""
    LESS = 1
    """Smaller signs, and less room for the name."""
    NAME = 2
    """The name and what happened."""
    LITTLE = 3
    """The same on a little map, which never shows forces: it does not say that some are hidden."""


@frozen
class Stack:
    """Forces of one owner and kind in one place."""

    forces: tuple[ForceView, ...]

    @property
    def first(self) -> ForceView:
        """The one that lends the stack its sign."""
        return self.forces[0]

    @property
    def strength(self) -> float:
        """All of it, in units."""
        return sum(force.strength for force in self.forces)

    @property
    def readiness(self) -> float:
        """The share that can act at once."""
        return sum(one.strength * one.readiness for one in self.forces) / max(self.strength, 1e-9)

    @property
    def words(self) -> str:
        """Everything about everybody in it."""
        return " ".join(force.words for force in self.forces)


def stacks(place: PlaceView) -> tuple[Stack, ...]:
    """Return the forces that stand in a place, in stacks; whoever is on the road is drawn on the road."""
    found: dict[tuple[str, str, bool], list[ForceView]] = {}
    for force in place.forces:
        if not force.way:
            found.setdefault((force.owner, force.type_name, force.lent), []).append(force)
    return tuple(Stack(tuple(forces)) for forces in found.values())


@define(eq=False)
class Plate:
    """A measured plate."""

    place: PlaceView
    detail: Detail
    lines: tuple[str, ...]
    """Of the name."""
    icons: tuple[tuple[str, str], ...]
    """Signs of what happened there: the icon's name and the role of its colour."""
    stacks: tuple[Stack, ...] = ()
    columns: int = 0
    cell: tuple[int, int] = (0, 0)
    size: tuple[int, int] = (0, 0)
    parts: list[tuple[str, pygame.Rect, str]] = field(factory=list)
    """Stacks where they were last drawn: the first force, the room, the words."""


def style_of(detail: Detail) -> Style:
    """Return the style of a place's name."""
    return Style.BODY if detail is Detail.LITTLE else Style.STRONG


def measure(page: Page, view: MapView, place: PlaceView, detail: Detail) -> Plate:
    """Return a plate and its size."""
    room, style = page.px(WIDEST[detail]), style_of(detail)
    lines = page.type.wrap(place.name, style, room)
    most = 3 if detail is Detail.LITTLE else 2
    if len(lines) > most:
        rest = page.type.shorten(" ".join(lines[most - 1 :]), style, room)
        lines = (*lines[: most - 1], rest)
    plate = Plate(place, detail, lines, _icons(view, place, detail))
    pad, side = page.px(PAD), page.px(SIDE)
    head = side + max(page.type.width(line, style) for line in lines) + side * len(plate.icons)
    width, height = head, len(lines) * page.line(style)
    plate.stacks = stacks(place) if detail < Detail.NAME else ()
    if plate.stacks:
        share = 1.0 if detail is Detail.FULL else 0.86
        sign = box_of(page, share)
        digits = max(page.type.width(figures(stack.strength), Style.STRONG) for stack in plate.stacks)
        plate.cell = max(sign[0], digits) + page.px(4), sign[1] + page.px(5) + page.line(Style.STRONG)
        count = len(plate.stacks)
        rows = -(-count // MOST_IN_ROW)
        plate.columns = -(-count // rows)
        width = max(width, plate.columns * plate.cell[0])
        height += page.px(2) + rows * plate.cell[1]
    plate.size = width + 2 * pad, height + page.px(PAD)
    return plate


def figures(strength: float) -> str:
    """Return a strength as it stands below a sign."""
    short = f"{strength:.0f}" if strength >= 9.95 or round(strength, 1) % 1 == 0 else f"{strength:.1f}"
    return point(short)


def _icons(view: MapView, place: PlaceView, detail: Detail) -> tuple[tuple[str, str], ...]:
    if detail is Detail.LITTLE:
        return ()  # rings round its point say that something happened
    found = []
    if detail is Detail.NAME and stacks(place):
        found.append(("layers", "ink"))
    if place.incidents:
        found.append(("siren", "warning"))
    whats = {one.what for one in view.happened if one.place == place.id}
    for what, icon in (("fight", "swords"), ("act", "zap"), ("taken", "footprints")):
        if what in whats:
            found.append((icon, "danger"))
    if place.presence:
        found.append(("flag", "warning"))
    if place.sanctuary:
        found.append(("shield", "soft"))
    return tuple(found)


def draw_plate(
    page: Page,
    signs: Signs,
    plate: Plate,
    rect: pygame.Rect,
    badges: Mapping[str, Badge],
    edge: Colour | None,
) -> None:
    """Draw a plate; `edge` is the colour of its border where it is chosen, pointed at, or a target."""
    palette, place = page.palette, plate.place
    badge = badges.get(place.holder)
    back = mix(palette.panel, badge.colour, 0.10 if palette.dark else 0.07) if badge else palette.panel
    page.fill(rect, back, 4)
    line = edge or (mix(badge.colour, palette.panel, 0.25) if badge else palette.line)
    if place.sanctuary and edge is None:
        _dashed(page, rect, palette.line)
    else:
        page.outline(rect, line, 4, page.px(2) if edge else max(1, page.px(1)))
    style = style_of(plate.detail)
    pad, side, high = page.px(PAD), page.px(SIDE), page.line(style)
    top = rect.y + page.px(PAD) // 2
    if badge:
        draw_mark(page, badge.mark, (rect.x + pad + page.px(5), top + high // 2), page.px(5), badge.colour)
    else:
        _nobody(page, (rect.x + pad + page.px(5), top + high // 2))
    right = rect.right - pad
    for name, role in reversed(plate.icons):
        right -= side
        box = pygame.Rect(right + page.px(2), top, side - page.px(2), high)
        page.icon(name, box, getattr(palette, role), size=15)
    for number, text in enumerate(plate.lines):
        left = rect.x + pad + side
        page.text(text, pygame.Rect(left, top + number * high, right - left, high), style)
    _stacks(page, signs, plate, pygame.Rect(rect.x, top + len(plate.lines) * high, rect.width, 0), badges)


def _stacks(page: Page, signs: Signs, plate: Plate, below: pygame.Rect, badges: Mapping[str, Badge]) -> None:
    plate.parts.clear()
    if not plate.stacks:
        return
    wide, high = plate.cell
    left = below.centerx - plate.columns * wide // 2
    for number, stack in enumerate(plate.stacks):
        column, row = number % plate.columns, number // plate.columns
        cell = pygame.Rect(left + column * wide, below.y + page.px(2) + row * high, wide, high)
        draw_stack(page, signs, stack, cell, badges, 1.0 if plate.detail is Detail.FULL else 0.86)
        plate.parts.append((stack.first.id, cell, stack.words))


def draw_stack(
    page: Page,
    signs: Signs,
    stack: Stack,
    cell: pygame.Rect,
    badges: Mapping[str, Badge],
    share: float = 1.0,
) -> None:
    """Draw a stack: its sign with its owner's mark, how ready it is, and how strong."""
    palette, force = page.palette, stack.first
    badge = badges.get(force.owner)
    colour = badge.colour if badge else palette.soft
    faint = bool(force.going) or not force.lent
    high = box_of(page, share)[1]
    centre = cell.centerx, cell.y + high // 2
    for step in range(min(2, len(stack.forces) - 1), 0, -1):
        behind = centre[0] + page.px(3) * step, centre[1] - page.px(2) * step
        draw_sign(page, signs, "unit", force.side, behind, colour, faint=True, share=share)
    sign = draw_sign(page, signs, force.symbol, force.side, centre, colour, faint=faint, share=share)
    if badge:
        corner = sign.left + page.px(2), sign.top + page.px(2)
        if force.side == "hostile":
            corner = sign.left + page.px(6), sign.top + page.px(7)
        pygame.draw.circle(page.surface, palette.panel, corner, page.px(6))
        draw_mark(page, badge.mark, corner, page.px(4), badge.colour)
    _pips(page, (cell.centerx, cell.y + high + page.px(2)), stack.readiness, faint)
    text = pygame.Rect(cell.x, cell.y + high + page.px(5), cell.width, page.line(Style.STRONG))
    page.text(
        figures(stack.strength), text, Style.STRONG, palette.soft if faint else palette.ink, align="centre"
    )


def _pips(page: Page, centre: tuple[int, int], readiness: float, faint: bool) -> None:
    """Draw how much can act at once: full pips and empty ones."""
    palette = page.palette
    full = max(0, min(PIPS, round(readiness * PIPS)))
    wide, gap, high = page.px(6), page.px(2), max(2, page.px(3))
    left = centre[0] - (PIPS * wide + (PIPS - 1) * gap) // 2
    colour = palette.soft if faint else palette.good if full >= PIPS / 2 else palette.warning
    for pip in range(PIPS):
        box = pygame.Rect(left + pip * (wide + gap), centre[1] - high // 2, wide, high)
        page.surface.fill(colour if pip < full else palette.faint, box)


def _nobody(page: Page, centre: tuple[int, int]) -> None:
    """Draw that nobody holds a place."""
    pygame.draw.circle(page.surface, page.palette.soft, centre, page.px(4), max(1, page.px(1)))


def _dashed(page: Page, rect: pygame.Rect, colour: Colour) -> None:
    """Draw a border of dashes: beyond the theatre."""
    right, bottom = rect.right - 1, rect.bottom - 1
    corners: Sequence[tuple[tuple[int, int], tuple[int, int]]] = (
        (rect.topleft, (right, rect.y)),
        ((rect.x, bottom), (right, bottom)),
        (rect.topleft, (rect.x, bottom)),
        ((right, rect.y), (right, bottom)),
    )
    for one, other in corners:
        page.dashes(one, other, colour)

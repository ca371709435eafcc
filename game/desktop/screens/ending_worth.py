"""What the end was worth to each, on its own scale: a card for each seat, never a ranking."""

from collections.abc import Mapping, Sequence
from functools import partial

import pygame

from game.desktop.drawing.marks import Badge, draw_mark
from game.desktop.page import Page
from game.desktop.terms import term
from game.desktop.theme import Colour, Style
from game.desktop.widgets.scrolls import Block, scroll
from game.language import N_, _, say
from game.view.ending import ValuePart, ValueView

KINDS = {
    "objective": N_("Always"),
    "aim": N_("In secret"),
    "aftermath": N_("What is left behind"),
    "deal": N_("What was agreed"),
    "outcome": N_("The ending itself"),
}
"""Titles of the kinds of objectives."""
WHOLE = 100.0


def draw_worth(
    page: Page, room: pygame.Rect, values: Sequence[ValueView], mine: str, signs: Mapping[str, Badge]
) -> None:
    """Draw one card for each seat, one's own first; bars grow when the screen comes on."""
    note = pygame.Rect(room.x, room.y, room.width, page.line())
    icon = pygame.Rect(note.x, note.y, page.icon_width(), note.height)
    page.icon("info", icon, page.palette.soft)
    words = _("Each in points of its own 100. They measure different wishes: this is not a ranking.")
    if page.tight:
        words = _("Each on its own scale: not a ranking.")
    left = icon.right + page.gap
    drawn = page.text(
        words, pygame.Rect(left, note.y, note.right - left, note.height), colour=page.palette.soft
    )
    term(page, drawn, "value")
    top = note.bottom + 2 * page.gap
    ordered = sorted(values, key=lambda value: value.actor != mine)
    columns = max(1, len(ordered))
    width = (room.width - (columns - 1) * 2 * page.gap) // columns
    for number, value in enumerate(ordered):
        card = pygame.Rect(room.x + number * (width + 2 * page.gap), top, width, room.bottom - top)
        grown = page.motion.eased("ending", 0.9, 1.5 + 0.12 * number)
        _card(page, card, value, signs[value.actor], value.actor == mine, grown)


def _card(page: Page, card: pygame.Rect, value: ValueView, sign: Badge, mine: bool, grown: float) -> None:
    inner = page.panel(card)
    if mine:
        page.outline(card, page.palette.accent, 6, page.px(2))
    head = page.line(Style.HEADING)
    draw_mark(page, sign.mark, (inner.x + page.px(8), inner.y + head // 2), page.px(7), sign.colour)
    left = inner.x + page.px(26)
    wide = page.type.width("100", Style.DISPLAY)
    figure = pygame.Rect(inner.right - wide, inner.y, wide, page.line(Style.DISPLAY))
    page.text(f"{value.value * grown:.0f}", figure, Style.DISPLAY, align="right")
    name = say("{name} (you)", name=value.actor_name) if mine else value.actor_name
    room = pygame.Rect(left, inner.y, figure.x - page.gap - left, head)
    page.text(
        name, room, Style.HEADING if page.type.width(name, Style.HEADING) <= room.width else Style.STRONG
    )
    under = pygame.Rect(left, room.bottom, room.width, page.line())
    words = _("of its own 100")
    if value.type_name:
        words = say("In secret it was: {type}", type=value.type_name)
    page.text(words, under, colour=page.palette.soft)
    y = max(under.bottom, figure.bottom) + page.px(2)
    _bar(page, pygame.Rect(inner.x, y, inner.width, page.px(8)), value.value / WHOLE * grown, sign.colour)
    y += page.px(8) + page.gap
    blocks = _parts(page, value, sign.colour, grown, inner.width)
    scroll(page, f"worth.{value.actor}", pygame.Rect(inner.x, y, inner.width, inner.bottom - y), blocks)


def _parts(page: Page, value: ValueView, colour: Colour, grown: float, width: int) -> list[Block]:
    blocks: list[Block] = []
    kind = ""
    for part in value.parts:
        fresh = part.kind != kind
        if fresh:
            kind = part.kind
            title = _(KINDS[kind]) if kind in KINDS else kind
            blocks.append(Block(title, Style.STRONG, page.palette.accent_ink, space=True))
        room = width - page.px(14) - page.type.width(_got(part), Style.BODY) - page.gap
        *lines, last = page.type.wrap(part.name, Style.BODY, max(page.px(60), room))
        blocks += [Block(line) for line in lines]
        paint = partial(_part, part=part, name=last, colour=colour, grown=grown)
        blocks.append(Block("", paint=paint, height=page.line() + page.px(6)))
    return blocks


def _part(page: Page, place: pygame.Rect, part: ValuePart, name: str, colour: Colour, grown: float) -> None:
    """What it is, and how much of it was had; below, a bar as long as what could be had, filled that far."""
    words, line = _got(part), pygame.Rect(place.x, place.y, place.width, page.line())
    figures = page.type.width(words, Style.BODY)
    page.text(words, pygame.Rect(line.right - figures, line.y, figures, line.height), align="right")
    page.text(name, pygame.Rect(line.x, line.y, line.width - figures - page.gap, line.height))
    bar = pygame.Rect(place.x, line.bottom, place.width, page.px(4))
    share = part.got / part.of if part.of else 0.0
    _bar(page, bar, share * grown, page.palette.danger if part.of < 0 else colour)


def _got(part: ValuePart) -> str:
    """Say how much of something was had."""
    if part.kind == "outcome":
        return _points(part.got)
    return say("{got} of {of}", got=_points(part.got), of=_points(part.of))


def _bar(page: Page, rect: pygame.Rect, share: float, colour: Colour) -> None:
    page.fill(rect, page.palette.faint, 4)
    full = pygame.Rect(rect.x, rect.y, round(rect.width * max(0.0, min(1.0, share))), rect.height)
    if full.width > 1:
        page.fill(full, colour, 4)


def _points(points: float) -> str:
    return str(round(points)).replace("-", "−")

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
    name = say("{name} (you)", name=value.actor_name) if mine else value.actor_name
    page.text(name, pygame.Rect(left, inner.y, inner.right - left, head), Style.HEADING)
    y = inner.y + head + page.gap
    figure = page.text(
        f"{value.value * grown:.0f}",
        pygame.Rect(inner.x, y, page.type.width("100", Style.DISPLAY), page.line(Style.DISPLAY)),
        Style.DISPLAY,
    )
    beside = pygame.Rect(
        figure.right + page.gap, y, inner.right - figure.right - page.gap, page.line(Style.DISPLAY)
    )
    page.text(_("of its own 100"), beside, colour=page.palette.soft)
    y += page.line(Style.DISPLAY) + page.px(2)
    _bar(page, pygame.Rect(inner.x, y, inner.width, page.px(10)), value.value / WHOLE * grown, sign.colour)
    y += page.px(10) + page.gap
    blocks = _parts(page, value, sign.colour, grown)
    scroll(page, f"worth.{value.actor}", pygame.Rect(inner.x, y, inner.width, inner.bottom - y), blocks)


def _parts(page: Page, value: ValueView, colour: Colour, grown: float) -> list[Block]:
    soft = page.palette.soft
    blocks: list[Block] = []
    if value.type_name:
        blocks.append(Block(say("In secret it was: {type}", type=value.type_name), colour=soft))
    kind = ""
    for part in value.parts:
        fresh = part.kind != kind
        if fresh:
            kind = part.kind
            title = _(KINDS[kind]) if kind in KINDS else kind
            blocks.append(Block(title, Style.STRONG, page.palette.accent_ink, space=True))
        blocks.append(Block(part.name, space=not fresh))
        blocks.append(Block("", paint=partial(_part, part=part, colour=colour, grown=grown)))
    return blocks


def _part(page: Page, place: pygame.Rect, part: ValuePart, colour: Colour, grown: float) -> None:
    """A bar as long as what could be had, filled as far as it was; the figures beside it."""
    lost = part.of < 0
    if part.kind == "outcome":
        words = _points(part.got)
    elif lost:
        words = say("{got} (at worst {of})", got=_points(part.got), of=_points(part.of))
    else:
        words = say("{got} of {of}", got=_points(part.got), of=_points(part.of))
    usual = page.type.width(say("{got} of {of}", got="100", of="100"), Style.BODY)
    figures = max(page.px(72), usual, page.type.width(words, Style.BODY))
    page.text(words, pygame.Rect(place.right - figures, place.y, figures, place.height), align="right")
    bar = pygame.Rect(place.x, place.centery - page.px(4), place.width - figures - page.gap, page.px(8))
    if bar.width > page.px(24):
        share = part.got / part.of if part.of else 0.0
        _bar(page, bar, share * grown, page.palette.danger if lost else colour)


def _bar(page: Page, rect: pygame.Rect, share: float, colour: Colour) -> None:
    page.fill(rect, page.palette.faint, 4)
    full = pygame.Rect(rect.x, rect.y, round(rect.width * max(0.0, min(1.0, share))), rect.height)
    if full.width > 1:
        page.fill(full, colour, 4)


def _points(points: float) -> str:
    return str(round(points))

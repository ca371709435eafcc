"""The cards of a table: pips for their levels, whose they are, and what becomes of what was agreed."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

import pygame
from attrs import frozen

from game.desktop.drawing.marks import draw_mark
from game.desktop.page import Page
from game.desktop.theme import Style
from game.desktop.widgets.tiles import Tile
from game.language import _, say
from game.view.diplomacy import CardView, TableView
from game.view.words import instant

if TYPE_CHECKING:
    from game.desktop.screens.crisis import Crisis

STATE_ICONS = {
    "waiting": "hourglass",
    "delivered": "circle-check",
    "broken": "circle-x",
    "snapped_back": "undo-2",
}
"""What shows how far an agreed card has come."""


@frozen
class _Face:
    """What a card shows now."""

    card: CardView
    shown: int
    """Its level: agreed, or in the package in the making."""
    agreed: bool
    """Whether it was agreed and is not up for bargaining."""
    several: bool
    """Whether others in its column give too: it then shows whose it is."""
    deep: bool
    """Whether its level has two lines where it needs them."""

    def lines(self, page: Page, width: int) -> int:
        """Return how many lines the card keeps for its level, whichever it has."""
        if not self.deep:
            return 1
        names = [_whose(self.card.giver_name, level.name) for level in self.card.levels]
        return min(2, max(len(page.type.wrap(name, Style.BODY, width)) for name in names))


def card_tiles(
    page: Page, table: TableView, cards: Sequence[CardView], crisis: "Crisis", *, deep: bool
) -> list[Tile]:
    """Return tiles for some cards; pressing one takes it to its next level. `deep` ones have more room."""
    several = len({card.giver for card in cards}) > 1
    return [_tile(page, table, card, crisis, several, deep) for card in cards]


def _tile(page: Page, table: TableView, card: CardView, crisis: "Crisis", several: bool, deep: bool) -> Tile:
    package = crisis.draft.talks.package(table)
    level = package.levels[[one.id for one in table.cards].index(card.id)]
    agreed = table.state in ("in_force", "kept", "broken") and card.agreed > 0
    face = _Face(card, card.agreed if agreed else level, agreed, several, deep)

    def press() -> None:
        crisis.look_at_card(card.id)
        problem = crisis.draft.talks.cycle(table, card)
        if problem:
            crisis.stage.say(problem)

    return Tile(
        card.id,
        card.name,
        partial(_height, page, face),
        partial(_draw, page, face, crisis),
        press,
        enabled=card.available,
        selected=bool(face.shown),
    )


def _lead(page: Page) -> int:
    """Return the width that pips take beside a title."""
    return page.px(2 * 13) + page.gap


def _margin(page: Page, face: _Face) -> int:
    return page.px(8 if face.deep else 4)


def _height(page: Page, face: _Face, width: int) -> int:
    room = width - 2 * page.gap - _lead(page)
    title = min(2, len(page.type.wrap(face.card.name, Style.STRONG, room)))
    return (title + face.lines(page, room)) * page.line() + 2 * _margin(page, face)


def _whose(giver: str, level: str) -> str:
    return say("{actor}: {level}", actor=giver, level=level)


def _draw(page: Page, face: _Face, crisis: "Crisis", box: pygame.Rect) -> None:
    palette, gap, card = page.palette, page.gap, face.card
    live = card.available or face.agreed
    x, y = box.x + gap, box.y + _margin(page, face)
    middle = y + page.line() // 2
    if live:
        for place in range(len(card.levels)):
            _pip(page, (x + page.px(6) + place * page.px(13), middle), on=place < face.shown)
    else:
        page.icon("lock", pygame.Rect(x, y, page.px(24), page.line()), palette.soft, 15)
    left = x + _lead(page)
    room = pygame.Rect(left, y, box.right - gap - left, 2 * page.line())
    below = page.paragraph(card.name, room, Style.STRONG, palette.ink if live else palette.soft)
    line = pygame.Rect(left, below, box.right - gap - left, page.line())
    if face.agreed:
        sign = pygame.Rect(x, line.y, page.px(24), line.height)
        page.icon(STATE_ICONS.get(card.state, "handshake"), sign, size=15)
    elif face.several:
        badge = crisis.badges(page)[card.giver]
        draw_mark(page, badge.mark, (x + page.px(8), line.centery), page.px(6), badge.colour)
    lines = face.lines(page, line.width)
    words = _level_words(page, face, crisis, line.width, lines)
    room = pygame.Rect(line.x, line.y, line.width, lines * page.line())
    page.paragraph(words, room, colour=palette.ink if face.shown else palette.soft)


def state_words(card: CardView, step: int) -> str:
    """Say how far an agreed card has come, in a game whose turns have `step` hours."""
    if card.state == "waiting" and card.due is not None:
        return say("due {moment}", moment=instant(card.due, step))
    return card.state_words


def _level_words(page: Page, face: _Face, crisis: "Crisis", width: int, lines: int) -> str:
    """Say a card's level, and what became of it or, where there is room, who gives it."""
    card = face.card
    words = card.levels[face.shown - 1].name if face.shown else _("nothing")
    if face.agreed:
        return say("{state}: {level}", state=state_words(card, crisis.play.view.hours_per_turn), level=words)
    if not face.several:
        return words
    whose = _whose(crisis.short(card.giver), words)
    return whose if len(page.type.wrap(whose, Style.BODY, width)) <= lines else words


def _pip(page: Page, centre: tuple[int, int], *, on: bool) -> None:
    radius = page.px(5)
    if on:
        pygame.draw.circle(page.surface, page.palette.accent, centre, radius)
    else:
        pygame.draw.circle(page.surface, page.palette.soft, centre, radius, max(1, page.px(1.5)))

"""The talks: cards in two columns, who goes first, and beside them what a package is worth."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

import pygame

from game.desktop.drawing.marks import draw_mark
from game.desktop.page import Page
from game.desktop.screens.table_side import draw_side
from game.desktop.screens.table_words import card_blocks
from game.desktop.theme import Style
from game.desktop.typeset import capital
from game.desktop.widgets.chips import segments
from game.desktop.widgets.choices import Pick, tabs
from game.desktop.widgets.scrolls import scroll
from game.desktop.widgets.tiles import Tile, tiles, tiles_height
from game.language import _, say
from game.view.diplomacy import CardView, TableView

if TYPE_CHECKING:
    from game.desktop.screens.crisis import Crisis

STATE_ICONS = {
    "waiting": "hourglass",
    "delivered": "circle-check",
    "broken": "circle-x",
    "snapped_back": "undo-2",
}
"""What shows how far an agreed card has come."""

SPACIOUS = 760
"""A window higher than this, in pixels at 1280 x 720, has room for cards of two lines more."""


def draw_talks(page: Page, rect: pygame.Rect, crisis: "Crisis") -> None:
    """Draw one table."""
    gap, found = page.gap, crisis.play.view.tables
    table = next((one for one in found if one.id == crisis.table), found[0])
    y = rect.y
    if len(found) > 1:
        picks = [Pick(one.id, capital(one.name), icon=_table_icon(one), badge=_asks(one)) for one in found]
        place = pygame.Rect(rect.x, y, rect.width, page.line() + page.px(12))
        tabs(page, "talks.tables", place, picks, table.id, crisis.choose_table)
        y = place.bottom + gap
    y = _head(page, pygame.Rect(rect.x, y, rect.width, rect.bottom - y), table, named=len(found) == 1)
    side = max(page.px(280), rect.width * 36 // 100)
    left = pygame.Rect(rect.x, y, rect.width - side - 3 * gap, rect.bottom - y)
    right = pygame.Rect(rect.right - side, y, side, rect.bottom - y)
    page.stroke((right.x - 2 * gap, right.y), (right.x - 2 * gap, right.bottom), page.palette.faint)
    _left(page, left, table, crisis)
    draw_side(page, right, table, crisis)


def _asks(table: TableView) -> bool:
    return table.offer is not None and table.offer.can_reply


def _table_icon(table: TableView) -> str:
    if table.state in ("in_force", "kept"):
        return "handshake"
    return "mail-question" if table.offer else "lock-open" if table.open else "lock"


def _head(page: Page, rect: pygame.Rect, table: TableView, *, named: bool) -> int:
    """Say where a table stands, and its name where no tab says it; return the y below."""
    palette = page.palette
    line = pygame.Rect(rect.x, rect.y, rect.width, page.line(Style.HEADING))
    left = line.x
    if named:
        size = page.icon_width()
        page.icon(_table_icon(table), pygame.Rect(left, line.y, size, line.height), palette.soft)
        name = pygame.Rect(left + size + page.gap, line.y, rect.width // 2, line.height)
        left = page.text(capital(table.name), name, Style.HEADING).right + 2 * page.gap
    words = table.words if table.seated else say("{state}; you do not sit here", state=table.words)
    words = capital(words)
    colour = palette.accent_ink if table.offer else palette.soft
    y = line.bottom
    if page.type.width(words, Style.STRONG) <= line.right - left:
        page.text(words, pygame.Rect(left, line.y, line.right - left, line.height), Style.STRONG, colour)
    else:
        top = y if named else line.y
        room = pygame.Rect(rect.x, top, rect.width, 2 * page.line())
        y = page.paragraph(words, room, Style.STRONG, colour)
    if table.seated and table.state in ("none", "broken") and not page.tight:
        how = _(
            "Press cards to raise what each side gives, then put it on the table. "
            "The others answer next turn."
        )
        if page.type.width(how, Style.BODY) <= rect.width or page.large:
            room = pygame.Rect(rect.x, y, rect.width, 2 * page.line())
            y = page.paragraph(how, room, colour=palette.soft)
    return y + page.gap


# --- the left side ----------------------------------------------------------------------------------------


def _left(page: Page, rect: pygame.Rect, table: TableView, crisis: "Crisis") -> None:
    """Draw who goes first, the two columns of cards, and all about the card that is looked at."""
    gap, y = page.gap, rect.y
    if table.seated and table.state in ("none", "broken"):
        y = _first(page, rect, table, crisis) + gap
    width = (rect.width - 2 * gap) // 2
    half = (len(table.cards) + 1) // 2
    ours = table.ours if table.seated else table.cards[:half]
    theirs = table.theirs if table.seated else table.cards[half:]
    left, right = (_tiles(page, table, cards, crisis) for cards in (ours, theirs))
    head = page.line() + page.px(4)
    needed = head + max(tiles_height(page, left, width), tiles_height(page, right, width))
    told = max(4 * page.line() + 2 * gap, rect.bottom - y - needed - gap)
    if rect.bottom - y - told - gap < 4 * head:
        told = 0  # no room: what a card means is then in its hint
    deep = rect.bottom - y - told - (gap if told else 0)
    givers = _("You give") if table.seated else _("Cards")
    _column(page, pygame.Rect(rect.x, y, width, deep), "talks.ours", givers, left, crisis)
    others = _givers(table) if table.seated else ""
    place = pygame.Rect(rect.x + width + 2 * gap, y, width, deep)
    _column(page, place, "talks.theirs", others, right, crisis)
    if told:
        _told(page, pygame.Rect(rect.x, y + deep + gap, rect.width, told), table, crisis)


def _told(page: Page, rect: pygame.Rect, table: TableView, crisis: "Crisis") -> None:
    """Say everything about the card that is looked at."""
    page.fill(rect, page.palette.ground, 5)
    inside = rect.inflate(-2 * page.gap, -page.gap)
    card = next((card for card in table.cards if card.id == crisis.card), None)
    if card is None and table.cards:
        card = table.cards[0]
    if card is not None:
        blocks = card_blocks(page, card, crisis.play.view.hours_per_turn)
        scroll(page, "talks.details", inside, blocks)


def _first(page: Page, rect: pygame.Rect, table: TableView, crisis: "Crisis") -> int:
    """Draw who goes first as an arrow from who gives first; return the y below."""
    talks = crisis.draft.talks
    label = _("Who goes first")
    line = pygame.Rect(
        rect.x, rect.y, page.type.width(label, Style.BODY) + page.gap, page.px(14) + page.line()
    )
    picks = []
    for party in table.parties:
        name = _("You") if party.mine else crisis.short(party.actor)
        hint = (
            _("Your terms fall due first; the others deliver once yours are seen.")
            if party.mine
            else say("{actor} delivers first; everybody else once that is seen.", actor=party.name)
        )
        icon = "arrow-right" if party.mine else "arrow-left"
        picks.append(Pick(party.actor, name, hint=hint, icon=icon))
    at_once = _("All terms fall due at the same time.")
    picks.insert(1, Pick("", _("At once"), hint=at_once, icon="arrow-left-right"))
    wide = 3 * line.width <= 2 * rect.width and not page.tight
    if wide:
        page.text(label, line, colour=page.palette.soft)
    left = line.right + page.gap if wide else rect.x
    place = pygame.Rect(left, rect.y, rect.right - left, line.height)
    first = talks.package(table).first
    segments(page, "talks.first", place, picks, first, lambda actor: talks.go_first(table, actor))
    return place.bottom


def _givers(table: TableView) -> str:
    names = list(dict.fromkeys(card.giver_name for card in table.theirs))
    return say("{actor} gives", actor=capital(names[0])) if len(names) == 1 else _("They give")


def _column(
    page: Page, rect: pygame.Rect, name: str, title: str, items: Sequence[Tile], crisis: "Crisis"
) -> None:
    head = pygame.Rect(rect.x, rect.y, rect.width, page.line())
    page.text(title, head, Style.STRONG, page.palette.soft)
    top = head.bottom + page.px(4)
    place = pygame.Rect(rect.x, top, rect.width, rect.bottom - top)
    widget = tiles(page, name, place, items, on_cursor=lambda tile: crisis.look_at_card(tile.name))
    part = widget.part_at(page.pointer)
    if part is not None:
        crisis.card = part.name


# --- cards ------------------------------------------------------------------------------------------------


def _tiles(page: Page, table: TableView, cards: Sequence[CardView], crisis: "Crisis") -> list[Tile]:
    several = len({card.giver for card in cards}) > 1
    return [_tile(page, table, card, several, crisis) for card in cards]


def _tile(page: Page, table: TableView, card: CardView, several: bool, crisis: "Crisis") -> Tile:
    package = crisis.draft.talks.package(table)
    level = package.levels[[one.id for one in table.cards].index(card.id)]
    agreed = table.state in ("in_force", "kept", "broken") and card.agreed > 0
    shown = card.agreed if agreed else level

    def press() -> None:
        crisis.look_at_card(card.id)
        problem = crisis.draft.talks.cycle(table, card)
        if problem:
            crisis.stage.say(problem)

    return Tile(
        card.id,
        card.name,
        partial(_tile_height, page, card),
        partial(_draw_tile, page, table, card, shown, agreed, several, crisis),
        press,
        enabled=card.available,
        selected=bool(shown),
    )


def _lead(page: Page) -> int:
    """Return the width that pips take beside a title."""
    return page.px(2 * 13) + page.gap


def _tile_height(page: Page, card: CardView, width: int) -> int:
    room = width - 2 * page.gap - _lead(page)
    lines = min(2, len(page.type.wrap(card.name, Style.STRONG, room))) + _level_lines(page, card, room)
    return lines * page.line() + page.px(16 if _spacious(page) else 8)


def _spacious(page: Page) -> bool:
    return page.area.height >= page.px(SPACIOUS)


def _level_lines(page: Page, card: CardView, width: int) -> int:
    """Return how many lines a card keeps for its level, whichever it has: two where there is room."""
    if not _spacious(page):
        return 1
    names = [_said(card.giver_name, level.name) for level in card.levels]
    return min(2, max(len(page.type.wrap(name, Style.BODY, width)) for name in names))


def _said(giver: str, level: str) -> str:
    return say("{actor}: {level}", actor=giver, level=level)


def _draw_tile(
    page: Page,
    table: TableView,
    card: CardView,
    shown: int,
    agreed: bool,
    several: bool,
    crisis: "Crisis",
    box: pygame.Rect,
) -> None:
    palette, gap = page.palette, page.gap
    ink = palette.ink if card.available or agreed else palette.soft
    x, y = box.x + gap, box.y + page.px(8 if _spacious(page) else 4)
    middle = y + page.line() // 2
    if card.available or agreed:
        for place in range(len(card.levels)):
            _pip(page, (x + page.px(6) + place * page.px(13), middle), on=place < shown)
    else:
        page.icon("lock", pygame.Rect(x, y, page.px(24), page.line()), palette.soft, 15)
    left = x + _lead(page)
    room = pygame.Rect(left, y, box.right - gap - left, 2 * page.line())
    below = page.paragraph(card.name, room, Style.STRONG, ink)
    line = pygame.Rect(left, below, box.right - gap - left, page.line())
    lines = _level_lines(page, card, line.width)
    if several:
        badge = crisis.badges(page)[card.giver]
        draw_mark(page, badge.mark, (x + page.px(8), line.centery), page.px(6), badge.colour)
    words = card.levels[shown - 1].name if shown else _("nothing")
    if agreed:
        words = say("{level}: {state}", level=words, state=card.state_words)
        if card.due is not None and card.state == "waiting":
            words = say("{terms}, hour {hour}", terms=words, hour=round(card.due))
        page.icon(
            STATE_ICONS.get(card.state, "handshake"),
            pygame.Rect(x, line.y, page.px(24), line.height),
            size=15,
        )
    elif several:
        whose = _said(crisis.short(card.giver), words)
        if len(page.type.wrap(whose, Style.BODY, line.width)) <= lines:
            words = whose
    room = pygame.Rect(line.x, line.y, line.width, lines * page.line())
    page.paragraph(words, room, colour=palette.ink if shown else palette.soft)


def _pip(page: Page, centre: tuple[int, int], *, on: bool) -> None:
    radius = page.px(5)
    if on:
        pygame.draw.circle(page.surface, page.palette.accent, centre, radius)
    else:
        pygame.draw.circle(page.surface, page.palette.soft, centre, radius, max(1, page.px(1.5)))

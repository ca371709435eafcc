"""The talks: cards in two columns, who goes first, and beside them what a package is worth."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pygame

from game.desktop.page import Page
from game.desktop.screens.table_cards import card_tiles
from game.desktop.screens.table_side import draw_side
from game.desktop.screens.table_words import card_blocks
from game.desktop.theme import Style
from game.desktop.typeset import capital
from game.desktop.widgets.choices import Pick, tabs
from game.desktop.widgets.scrolls import scroll
from game.desktop.widgets.segments import segments
from game.desktop.widgets.tiles import Tile, tiles, tiles_height
from game.language import _, say
from game.view.diplomacy import TableView

if TYPE_CHECKING:
    from game.desktop.screens.crisis import Crisis


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
    half = (len(table.cards) + 1) // 2
    ours = table.ours if table.seated else table.cards[:half]
    theirs = table.theirs if table.seated else table.cards[half:]
    head, least = page.line() + page.px(4), 4 * page.line() + 2 * gap

    share = 42 if len(theirs) >= 2 * len(ours) else 58 if len(ours) >= 2 * len(theirs) else 50
    width = (rect.width - 2 * gap) * share // 100
    other = rect.width - 2 * gap - width

    def columns(deep: bool) -> tuple[list[Tile], list[Tile], int]:
        left, right = (card_tiles(page, table, cards, crisis, deep=deep) for cards in (ours, theirs))
        return left, right, head + max(tiles_height(page, left, width), tiles_height(page, right, other))

    left, right, needed = columns(deep=True)
    if y + needed + gap + least > rect.bottom:  # levels then have one line each
        left, right, needed = columns(deep=False)
        short = min((left, ours, width), (right, theirs, other), key=lambda one: len(one[0]))
        roomy = card_tiles(page, table, short[1], crisis, deep=True)
        if head + tiles_height(page, roomy, short[2]) <= needed:
            left, right = (roomy, right) if short[0] is left else (left, roomy)
    told = max(least, rect.bottom - y - needed - gap)
    if rect.bottom - y - told - gap < 4 * head:
        told = 0  # no room: what a card means is then in its hint
    height = rect.bottom - y - told - (gap if told else 0)
    givers = _("You give") if table.seated else _("Cards")
    _column(page, pygame.Rect(rect.x, y, width, height), "talks.ours", givers, left, crisis)
    others = _givers(table) if table.seated else ""
    place = pygame.Rect(rect.x + width + 2 * gap, y, other, height)
    _column(page, place, "talks.theirs", others, right, crisis)
    if told:
        _told(page, pygame.Rect(rect.x, y + height + gap, rect.width, told), table, crisis)


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

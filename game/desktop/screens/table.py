"""The talks: cards in two columns, who goes first, what a package is worth, and replies to an offer."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

import pygame

from game.desktop.page import Page
from game.desktop.talks import REPLIES, Package
from game.desktop.theme import Style
from game.desktop.typeset import capital
from game.desktop.widgets.buttons import button
from game.desktop.widgets.choices import Pick, tabs
from game.desktop.widgets.lists import Row, rows
from game.desktop.widgets.scrolls import Block, scroll
from game.view.diplomacy import CardView, TableView, WeighedView
from game.view.words import hours, number, percent

if TYPE_CHECKING:
    from game.desktop.screens.crisis import Crisis

FULL, EMPTY = "●", "○"


def draw_talks(page: Page, rect: pygame.Rect, crisis: "Crisis") -> None:
    """Draw one table."""
    gap, tables = page.gap, crisis.play.view.tables
    table = next((one for one in tables if one.id == crisis.table), tables[0])
    y = rect.y
    if len(tables) > 1:
        picks = [Pick(one.id, one.name) for one in tables]
        place = pygame.Rect(rect.x, y, rect.width, page.px(28))
        tabs(page, "talks.tables", place, picks, table.id, crisis.choose_table)
        y = place.bottom + gap // 2
    y = _head(page, pygame.Rect(rect.x, y, rect.width, rect.bottom - y), table, named=len(tables) == 1)
    side = max(page.px(272), rect.width * 34 // 100)
    width = (rect.width - side - 3 * gap) // 2
    told = max(page.px(96), rect.bottom - y - _cards_height(page, table) - gap)
    ours = pygame.Rect(rect.x, y, width, rect.bottom - y - told - gap)
    theirs = pygame.Rect(ours.right + gap, y, width, ours.height)
    right = pygame.Rect(rect.right - side, y, side, rect.bottom - y)
    page.stroke((right.x - gap, right.y), (right.x - gap, right.bottom), page.palette.faint)
    if table.seated:
        _column(page, ours, "talks.ours", "You give", table, table.ours, crisis)
        _column(page, theirs, "talks.theirs", _givers(table), table, table.theirs, crisis)
    else:
        half = (len(table.cards) + 1) // 2
        _column(page, ours, "talks.ours", "Cards", table, table.cards[:half], crisis)
        _column(page, theirs, "talks.theirs", "", table, table.cards[half:], crisis)
    _side(page, right, table, crisis)
    below = pygame.Rect(rect.x, ours.bottom + gap, 2 * width + gap, told)
    page.fill(below, page.palette.ground, 5)
    card = next((card for card in table.cards if card.id == crisis.card), None)
    step = crisis.play.view.hours_per_turn
    blocks = card_blocks(page, card, step) if card else table_blocks(page, table, step)
    scroll(page, "talks.details", below.inflate(-2 * gap, -gap), blocks)


def _row_height(page: Page) -> int:
    return 2 * page.line() + page.px(10)


def _cards_height(page: Page, table: TableView) -> int:
    """Return what the taller column of cards needs."""
    half = (len(table.cards) + 1) // 2
    most = max(len(table.ours), len(table.theirs)) if table.seated else half
    return page.line() + page.px(4) + most * _row_height(page)


def _head(page: Page, rect: pygame.Rect, table: TableView, *, named: bool) -> int:
    """Say where a table stands, and its name where no tab says it; return the y below."""
    palette = page.palette
    line = pygame.Rect(rect.x, rect.y, rect.width, page.line(Style.HEADING))
    left = line.x
    if named:
        left = page.text(capital(table.name), line, Style.HEADING).right + 2 * page.gap
    words = table.words if table.seated else f"{table.words}; you do not sit here"
    words = words if named else capital(words)
    beside = pygame.Rect(left, line.y, line.right - left, line.height)
    page.text(words, beside, colour=palette.accent if table.offer else palette.soft)
    return line.bottom + page.gap


def _givers(table: TableView) -> str:
    names = list(dict.fromkeys(card.giver_name for card in table.theirs))
    return f"{names[0]} gives" if len(names) == 1 else "They give"


# --- cards ------------------------------------------------------------------------------------------------


def _column(
    page: Page,
    rect: pygame.Rect,
    name: str,
    title: str,
    table: TableView,
    cards: Sequence[CardView],
    crisis: "Crisis",
) -> None:
    head = pygame.Rect(rect.x, rect.y, rect.width, page.line())
    page.text(title, head, Style.STRONG, page.palette.soft)
    several = len({card.giver for card in cards}) > 1
    items = [_row(page, table, card, several, crisis) for card in cards]
    top = head.bottom + page.px(4)
    place = pygame.Rect(rect.x, top, rect.width, rect.bottom - top)
    height = _row_height(page)
    widget = rows(
        page, name, place, items, height=height, on_cursor=lambda row: crisis.look_at_card(row.name)
    )
    part = widget.part_at(page.pointer)
    if part is not None:
        crisis.card = part.name


def _row(page: Page, table: TableView, card: CardView, several: bool, crisis: "Crisis") -> Row:
    package = crisis.draft.talks.package(table)
    level = package.levels[[one.id for one in table.cards].index(card.id)]
    agreed = table.state in ("in_force", "kept", "broken") and card.agreed
    shown = card.agreed if agreed else level
    pips = FULL * shown + EMPTY * (len(card.levels) - shown)
    under = card.levels[shown - 1].name if shown else "nothing"
    if agreed:
        due = f", hour {card.due:.0f}" if card.due is not None and card.state == "waiting" else ""
        under = f"{under}: {card.state_words}{due}"
    if several:
        under = f"{crisis.short(card.giver)}: {under}"

    def press() -> None:
        crisis.look_at_card(card.id)
        problem = crisis.draft.talks.cycle(table, card)
        if problem:
            crisis.stage.say(problem)

    return Row(
        card.id,
        card.name,
        press,
        enabled=card.available and table.open,
        selected=bool(shown),
        under=f"{pips}  {under}",
    )


# --- the right side ---------------------------------------------------------------------------------------


def _side(page: Page, rect: pygame.Rect, table: TableView, crisis: "Crisis") -> None:
    """Draw the offer that stands and the package in the making."""
    y = rect.y
    if table.offer is not None:
        y = _standing(page, rect, table, crisis)
    if table.seated and table.open:
        _making(page, pygame.Rect(rect.x, y, rect.width, rect.bottom - y), table, crisis)
    elif table.seated:
        text = pygame.Rect(rect.x, y, rect.width, rect.bottom - y)
        page.paragraph("You can put no offer on this table now.", text, colour=page.palette.soft)


def _standing(page: Page, rect: pygame.Rect, table: TableView, crisis: "Crisis") -> int:
    """Draw the offer that stands and what can be said to it; return the y below."""
    offer, palette, gap = table.offer, page.palette, page.gap
    assert offer is not None
    whose = "Your offer stands" if offer.mine else f"{capital(offer.by_name)} offers"
    until = "" if offer.until is None else f", until hour {offer.until:.0f}"
    line = pygame.Rect(rect.x, rect.y, rect.width, page.line())
    page.text(f"{whose}{until}", line, Style.STRONG, palette.accent)
    making = 2 * _weighed_lines(table) + 4 if table.open else 0
    spare = rect.height - page.px(150) - making * page.line()
    lines = max(1, min(5, spare // page.line()))
    y = page.paragraph(offer.words, pygame.Rect(rect.x, line.bottom, rect.width, lines * page.line()))
    y = _weighed(page, pygame.Rect(rect.x, y, rect.width, 5 * page.line()), offer.weighed)
    if offer.can_reply:
        place = pygame.Rect(rect.x, y + gap // 2, rect.width, page.px(30))
        picks = [Pick(reply, words) for reply, words in REPLIES.items()]
        said = crisis.draft.talks.said(table)
        tabs(page, "talks.reply", place, picks, said, partial(crisis.reply_at, table))
        y = place.bottom
    page.stroke((rect.x, y + gap), (rect.right, y + gap), palette.faint)
    return y + 2 * gap


def _weighed_lines(table: TableView) -> int:
    return 1 + len(table.parties)


def _making(page: Page, rect: pygame.Rect, table: TableView, crisis: "Crisis") -> None:
    """Draw the package in the making: its worth, who goes first, and the button."""
    talks, gap = crisis.draft.talks, page.gap
    package = talks.package(table)
    line = pygame.Rect(rect.x, rect.y, rect.width, page.line())
    counter = table.offer is not None and not table.offer.mine
    page.text("Your counter-offer" if counter else "Your offer", line, Style.STRONG)
    y = line.bottom
    same = table.offer is not None and package == Package(table.offer.levels, table.offer.first)
    if package.empty or same:
        words = "Press cards to change it." if same else "Press cards to put a package together."
        text = pygame.Rect(rect.x, y, rect.width, 2 * page.line())
        y = page.paragraph(words, text, colour=page.palette.soft)
    else:
        weighed = crisis.weigh(table, package)
        y = _weighed(page, pygame.Rect(rect.x, y, rect.width, 4 * page.line()), weighed)
    label = pygame.Rect(rect.x, y + gap // 2, rect.width, page.line())
    page.text("Who goes first", label, colour=page.palette.soft)
    picks = [Pick("", "At once")]
    picks += [
        Pick(party.actor, "You" if party.mine else crisis.short(party.actor)) for party in table.parties
    ]
    place = pygame.Rect(rect.x, label.bottom, rect.width, page.px(28))
    tabs(page, "talks.first", place, picks, package.first, lambda actor: talks.go_first(table, actor))
    put = pygame.Rect(rect.x, place.bottom + gap, rect.width, page.px(34))
    mine = talks.tabled == table.id
    words = "✓ It goes out with your orders" if mine else "Put it on the table"
    hint = "Press again to take it back." if mine else ""
    if same and not mine:
        hint = "This is the offer that stands already."
    press = partial(crisis.put_offer, table)
    button(page, "talks.put", put, words, press, selected=mine, enabled=mine or not same, hint=hint)


def _weighed(page: Page, rect: pygame.Rect, weighed: Sequence[WeighedView]) -> int:
    """Draw for each party how much better the package is than going on, as this seat thinks."""
    palette = page.palette
    head = pygame.Rect(rect.x, rect.y, rect.width, page.line())
    page.text("Points against going on without it:", head, colour=palette.soft)
    y = head.bottom
    for one in weighed:
        better = one.better >= 0
        sign = "▲" if better else "▼"
        who = "for you" if one.mine else f"for {one.name}, you think"
        figure = f"{sign} {number(round(abs(one.better), 1))}"
        room = page.type.width(figure, Style.STRONG)
        page.text(who, pygame.Rect(rect.x, y, rect.width - room - page.gap, page.line()), colour=palette.soft)
        place = pygame.Rect(rect.right - room, y, room, page.line())
        page.text(figure, place, Style.STRONG, palette.good if better else palette.warning)
        y += page.line()
    return y


def card_blocks(page: Page, card: CardView, step: int = 0) -> list[Block]:
    """Return everything to know about a card, in a game whose turns have `step` hours."""
    soft, warning = page.palette.soft, page.palette.warning
    blocks = [Block(f"{card.name} ({'you give' if card.mine else f'{card.giver_name} gives'})", Style.STRONG)]
    if card.summary:
        blocks.append(Block(card.summary))
    if not card.available and card.reasons:
        blocks.append(Block(f"Not now: {'; '.join(card.reasons)}.", colour=warning))
    for place, level in enumerate(card.levels, 1):
        pips = FULL * place + EMPTY * (len(card.levels) - place)
        worth = ", ".join(f"{who} {points:+g}" for who, points in level.worth)
        blocks.append(Block(f"{pips} {level.name}" + (f": {worth}" if worth else "")))
        blocks += [Block(capital(effect), colour=soft) for effect in level.effects]
    late = hours(card.delay_hours, step)
    said = f"Due {late} after its turn comes. " if card.delay_hours else "Due at once. "
    said += f"A breach is found out with {percent(card.detection)}; partners then take back "
    blocks.append(Block(said + f"{percent(card.snaps_back)} of what they gave.", colour=soft))
    if card.withheld:
        blocks.append(Block("You do not mean to deliver it.", colour=warning))
    return blocks


def table_blocks(page: Page, table: TableView, step: int = 0) -> list[Block]:
    """Return what there is to know about a table while no card is looked at."""
    soft = page.palette.soft
    blocks = [Block(table.summary)] if table.summary else []
    if table.offer is not None:
        blocks.append(Block(f"{capital(table.offer.by_name)} offers. {table.offer.words}.", colour=soft))
    if table.closed_reasons:
        blocks.append(
            Block(f"It opens only if: {'; '.join(table.closed_reasons)}.", colour=page.palette.warning)
        )
    for party in table.parties:
        if party.complies is not None:
            words = (
                f"You think that {party.name} would deliver what it agrees to with {percent(party.complies)}."
            )
            blocks.append(Block(words, colour=soft))
        if party.agrees and not party.mine:
            blocks.append(Block(f"{capital(party.name)} agrees to the offer that stands."))
    if table.guarantors:
        blocks.append(Block(f"Vouched for by {', '.join(table.guarantors)}.", colour=soft))
    if table.face:
        blocks.append(Block(f"Agreeing at all means {table.face:+g} for you at home.", colour=soft))
    if table.seated:
        blocks.append(Block(f"An offer stands for {hours(table.stands_hours, step)}.", colour=soft))
    blocks.append(
        Block("Only the parties see offers." if table.secret else "Everybody sees offers.", colour=soft)
    )
    return blocks

"""Beside the cards: the offer that stands, the package in the making, its worth, and what can be said."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

import pygame

from game.desktop.page import Page
from game.desktop.screens.table_cards import STATE_ICONS, state_words
from game.desktop.screens.table_words import table_blocks
from game.desktop.screens.table_worth import draw_worth, worth_height
from game.desktop.talks import REPLIES, Package
from game.desktop.theme import Style
from game.desktop.typeset import capital
from game.desktop.widgets.buttons import button
from game.desktop.widgets.choices import Pick
from game.desktop.widgets.scrolls import Block, scroll
from game.desktop.widgets.segments import segments
from game.language import N_, _, say
from game.view.diplomacy import CardView, OfferView, TableView, WeighedView
from game.view.words import instant

if TYPE_CHECKING:
    from game.desktop.screens.crisis import Crisis

REPLY_ICONS = {"accept": "check", "reject": "x", "let_lie": "hourglass"}
REPLY_HINTS = {
    "accept": N_("You agree. The deal is made once everybody at the table agrees."),
    "reject": N_("The offer is off the table."),
    "let_lie": N_("You say nothing; the offer stands until its hour."),
}


def draw_side(page: Page, rect: pygame.Rect, table: TableView, crisis: "Crisis") -> None:
    """Draw what stands, what is in the making, and what can be said."""
    package = crisis.draft.talks.package(table)
    offer = table.offer
    same = offer is not None and package == Package(offer.levels, offer.first)
    if table.seated and table.state in ("none", "broken") and not table.open and offer is None:
        y = _closed(page, rect, table, crisis)
    elif table.state in ("in_force", "kept") and offer is None:
        y = _agreed(page, rect, table, crisis)
    else:
        y = rect.y
        if offer is not None:
            y = _standing(page, rect, table, offer, crisis, brief=not same and not _roomy(page, rect))
        if table.seated and table.open:
            y = _making(page, _below(rect, y), table, crisis, same=same)
        elif table.seated and offer is not None:
            y = page.paragraph(
                _("You can put no offer on this table now."), _below(rect, y), colour=page.palette.soft
            )
    rest = _below(rect, y + page.gap)
    if rest.height >= 3 * page.line():
        _about(page, rest, table, crisis)


def _below(rect: pygame.Rect, y: int) -> pygame.Rect:
    return pygame.Rect(rect.x, y, rect.width, max(0, rect.bottom - y))


def _roomy(page: Page, rect: pygame.Rect) -> bool:
    """Return whether the offer that stands and a counter-offer have room one above the other."""
    return rect.height >= 22 * page.line() + page.px(120)


def _about(page: Page, rect: pygame.Rect, table: TableView, crisis: "Crisis") -> None:
    """Say what there is to know about the table itself."""
    page.stroke(rect.topleft, (rect.right, rect.y), page.palette.faint)
    room = pygame.Rect(rect.x, rect.y + page.gap, rect.width, rect.height - page.gap)
    blocks = table_blocks(page, table, crisis.play.view.hours_per_turn)
    if table.seated:
        thin = _(
            "The thin lines: from nobody keeping to the deal to everybody doing so. "
            "What others gain is your guess."
        )
        blocks.append(Block(thin, colour=page.palette.soft, space=True))
    scroll(page, "talks.about", room, blocks)


# --- closed -----------------------------------------------------------------------------------------------


def _closed(page: Page, rect: pygame.Rect, table: TableView, crisis: "Crisis") -> int:
    """Say that a table is closed and what opens it; what is tried out meanwhile is weighed all the same."""
    palette, gap = page.palette, page.gap
    reasons = [Block(_("It opens when all of this holds:"), colour=palette.soft)]
    reasons += [Block(capital(reason), lead="•") for reason in table.closed_reasons]
    if not table.closed_reasons:
        reasons = [Block(_("Nothing that you could see keeps it shut; the others may."), colour=palette.soft)]
    margin = page.px(24)
    needed = sum(page.measure(one.text, rect.width - 2 * gap - margin, one.style) for one in reasons)
    head = page.line(Style.HEADING)
    package = crisis.draft.talks.package(table)
    making = 0 if package.empty else worth_height(page, table) + page.line() + 2 * gap
    height = min(head + needed + 3 * gap, max(head + 4 * page.line(), rect.height - making - 3 * page.line()))
    box = pygame.Rect(rect.x, rect.y, rect.width, height)
    page.fill(box, palette.ground, 5)
    inner = box.inflate(-2 * gap, -2 * gap)
    size = page.icon_width()
    page.icon("lock", pygame.Rect(inner.x, inner.y, size, head), palette.warning)
    title = pygame.Rect(inner.x + size + gap, inner.y, inner.width - size - gap, head)
    page.text(_("This table is closed"), title, Style.HEADING)
    text = pygame.Rect(inner.x, title.bottom, inner.width, inner.bottom - title.bottom)
    scroll(page, "talks.closed", text, reasons, margin=margin)
    y = box.bottom + gap
    if package.empty:
        words = _("You can try packages out meanwhile: press cards to see what they would be worth.")
        return page.paragraph(words, _below(rect, y), colour=palette.soft)
    line = pygame.Rect(rect.x, y, rect.width, page.line())
    page.text(_("What you try out"), line, Style.STRONG)
    return draw_worth(page, _below(rect, line.bottom), crisis.weigh(table, package), crisis, moving=True)


# --- agreed -----------------------------------------------------------------------------------------------


def _agreed(page: Page, rect: pygame.Rect, table: TableView, crisis: "Crisis") -> int:
    """List what was agreed and how far it has come; return the y below."""
    palette, gap, step = page.palette, page.gap, crisis.play.view.hours_per_turn
    head = pygame.Rect(rect.x, rect.y, rect.width, page.line(Style.HEADING))
    size = page.icon_width()
    page.icon("handshake", pygame.Rect(head.x, head.y, size, head.height), palette.good)
    title = _("Every term was kept") if table.state == "kept" else _("A deal is in force")
    words = pygame.Rect(head.x + size + gap, head.y, head.width - size - gap, head.height)
    page.text(title, words, Style.HEADING)
    y = head.bottom + gap
    for card in table.cards:
        if not card.agreed or y + 2 * page.line() > rect.bottom:
            continue
        tint = {"delivered": palette.good, "broken": palette.danger}.get(card.state, palette.soft)
        sign = pygame.Rect(rect.x, y, size, page.line())
        page.icon(STATE_ICONS.get(card.state, "handshake"), sign, tint, 16)
        left = rect.x + size + gap
        text = pygame.Rect(left, y, rect.right - left, max(page.line(), rect.bottom - y - page.line()))
        whose = _("You") if card.mine else crisis.short(card.giver)
        named = say("{actor}: {card}", actor=whose, card=card.name)
        y = page.paragraph(named, text, Style.STRONG)
        line = pygame.Rect(left, y, rect.right - left, page.line())
        page.text(capital(state_words(card, step)), line, colour=palette.soft)
        y = line.bottom + gap // 2
    return y


# --- the offer that stands --------------------------------------------------------------------------------


def _standing(
    page: Page, rect: pygame.Rect, table: TableView, offer: OfferView, crisis: "Crisis", *, brief: bool
) -> int:
    """Draw the offer that stands and what can be said to it; return the y below."""
    palette, gap = page.palette, page.gap
    title = _standing_title(offer, crisis.play.view.hours_per_turn)
    y = page.paragraph(
        title, pygame.Rect(rect.x, rect.y, rect.width, 2 * page.line()), Style.STRONG, palette.accent_ink
    )
    if not brief:
        lines = table.package(offer.levels)
        spare = rect.bottom - y - worth_height(page, table) - page.px(60) - (page.px(84) if table.open else 0)
        most = max(2, spare // page.line())
        words = (
            "; ".join(lines)
            if sum(len(page.type.wrap(line, Style.BODY, rect.width)) for line in lines) > most
            else "\n".join(lines)
        )
        y = page.paragraph(words, pygame.Rect(rect.x, y, rect.width, most * page.line()))
        first = (
            say("{actor} goes first", actor=capital(offer.first_name))
            if offer.first
            else _("Everybody at once")
        )
        if rect.bottom - y > worth_height(page, table) + page.px(130):
            y = page.paragraph(first, pygame.Rect(rect.x, y, rect.width, page.line()), colour=palette.soft)
        y = draw_worth(page, _below(rect, y), offer.weighed, crisis)
    if offer.can_reply:
        place = pygame.Rect(rect.x, y + gap // 2, rect.width, page.line() + page.px(12))
        picks = [
            Pick(reply, _(words), hint=_(REPLY_HINTS[reply]), icon=REPLY_ICONS[reply])
            for reply, words in REPLIES.items()
        ]
        said = crisis.draft.talks.said(table)
        segments(page, "talks.reply", place, picks, said, partial(crisis.reply_at, table))
        y = place.bottom
    page.stroke((rect.x, y + gap), (rect.right, y + gap), palette.faint)
    return y + 2 * gap


def _standing_title(offer: OfferView, step: int) -> str:
    if offer.until is None:
        return _("Your offer stands") if offer.mine else say("{actor} offers", actor=capital(offer.by_name))
    moment = instant(offer.until, step)
    if offer.mine:
        return say("Your offer stands until {moment}", moment=moment)
    return say("{actor} offers, until {moment}", actor=capital(offer.by_name), moment=moment)


# --- the package in the making ----------------------------------------------------------------------------


def _making(page: Page, rect: pygame.Rect, table: TableView, crisis: "Crisis", *, same: bool) -> int:
    """Draw the package in the making: its worth and what can be done with it; return the y below."""
    talks, gap, palette = crisis.draft.talks, page.gap, page.palette
    package = talks.package(table)
    counter = table.offer is not None and not table.offer.mine
    line = pygame.Rect(rect.x, rect.y, rect.width, page.line())
    tall, low = page.line() + page.px(16), page.line() + page.px(12)
    foot = tall + gap + (0 if package.empty else low + gap)
    above = pygame.Rect(rect.x, rect.y, rect.width, max(0, rect.height - foot))
    y = rect.y
    if above.height < page.line():
        pass  # what can be pressed goes before what can be read
    elif same:
        words = _("Press cards to put something else beside it.")
        y = page.paragraph(words, above, colour=palette.soft)
    elif package.empty:
        page.text(_("Your counter-offer") if counter else _("Your offer"), line, Style.STRONG)
        words = _("Press cards to put a package together. What it is worth to whom shows here at once.")
        y = page.paragraph(words, _below(above, line.bottom), colour=palette.soft)
    else:
        page.text(_("Your counter-offer") if counter else _("Your offer"), line, Style.STRONG)
        weighed = crisis.weigh(table, package)
        y = draw_worth(page, _below(above, line.bottom), weighed, crisis, moving=True)
        y = _verdict(page, _below(above, y), weighed, crisis)
    mine = talks.tabled == table.id
    put = pygame.Rect(rect.x, min(y + gap, rect.bottom - foot + gap), rect.width, tall)
    words = _("It goes out with your orders") if mine else _("Put it on the table")
    hint = _("Press again to take it back.") if mine else _("It goes out when you end the turn.")
    if same and not mine:
        hint = _("This is the offer that stands already.")
    button(
        page,
        "talks.put",
        put,
        words,
        partial(crisis.put_offer, table),
        look="plain" if mine or same or package.empty else "primary",
        selected=mine,
        enabled=mine or not same,
        hint=hint,
        icon="check" if mine else "handshake",
    )
    if package.empty:
        return put.bottom
    return _lesser(page, _below(rect, put.bottom + gap), table, crisis, same=same)


def _lesser(page: Page, rect: pygame.Rect, table: TableView, crisis: "Crisis", *, same: bool) -> int:
    """Draw the two lesser buttons: a step towards the others, and beginning anew."""
    height = page.line() + page.px(12)
    half = (rect.width - page.gap) // 2

    def soften() -> None:
        found = crisis.draft.talks.soften(
            table, lambda package: crisis.play.weigh(table.id, package.levels, package.first)
        )
        crisis.stage.say(softened(found))

    def anew() -> None:
        crisis.draft.talks.clear(table)
        crisis.stage.redraw()

    left = pygame.Rect(rect.x, rect.y, half if not same else rect.width, height)
    button(
        page,
        "talks.soften",
        left,
        _("Soften"),
        soften,
        look="quiet",
        hint=_("Takes one step towards the others: the one that costs you least, as you think."),
        icon="feather",
    )
    if not same:
        right = pygame.Rect(rect.right - half, rect.y, half, height)
        hint = _("Back to the offer that stands.") if table.offer else _("Takes all cards back to nothing.")
        button(page, "talks.anew", right, _("Start over"), anew, look="quiet", hint=hint, icon="rotate-ccw")
    return left.bottom


def softened(found: "tuple[CardView, int] | None") -> str:
    """Say what softening changed."""
    if found is None:
        return _("There is no step left that would bring it nearer to them.")
    card, level = found
    if not level:
        return say("You no longer ask for “{card}”.", card=card.name)
    name = card.levels[level - 1].name
    if card.mine:
        return say("You give more of “{card}”: {level}.", card=card.name, level=name)
    return say("You ask for less of “{card}”: {level}.", card=card.name, level=name)


def _verdict(page: Page, rect: pygame.Rect, weighed: Sequence[WeighedView], crisis: "Crisis") -> int:
    """Say whether everybody would gain, as this seat thinks; return the y below."""
    palette = page.palette
    against = [one for one in weighed if not one.mine and one.better < 0]
    if any(one.mine and one.better < 0 for one in weighed):
        icon, colour, words = "triangle-alert", palette.warning, _("You would be worse off than without it.")
    elif against:
        names = ", ".join(crisis.short(one.actor) for one in against)
        icon, colour = "circle-x", palette.warning
        words = say("Out of reach, you think: {actors} would rather go on.", actors=names)
    else:
        icon, colour, words = "circle-check", palette.good, _("Within reach: everybody gains, as you think.")
    if rect.height < page.line():
        return rect.y
    size = page.icon_width()
    page.icon(icon, pygame.Rect(rect.x, rect.y, size, page.line()), colour)
    deep = min(rect.height, 3 * page.line())
    text = pygame.Rect(rect.x + size + page.gap, rect.y, rect.width - size - page.gap, deep)
    return page.paragraph(words, text, Style.STRONG)

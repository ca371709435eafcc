"""Beside the cards: the offer that stands, the package in the making, its worth, and what can be said."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

import pygame

from game.desktop.page import Page
from game.desktop.screens.table_cards import STATE_ICONS, state_words
from game.desktop.screens.table_words import signed, table_blocks
from game.desktop.talks import REPLIES, Package
from game.desktop.theme import Colour, Style, mix
from game.desktop.typeset import capital
from game.desktop.widgets.buttons import button
from game.desktop.widgets.chips import segments
from game.desktop.widgets.choices import Pick
from game.desktop.widgets.scrolls import Block, scroll
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
SMALLEST_SCALE = 5.0
"""Points that the bars of worth span at least, to either side."""


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
    making = 0 if package.empty else _weighed_height(page, table) + page.line() + 2 * gap
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
    return _weighed(page, _below(rect, line.bottom), crisis.weigh(table, package), crisis)


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
        spare = (
            rect.bottom - y - _weighed_height(page, table) - page.px(60) - (page.px(84) if table.open else 0)
        )
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
        if rect.bottom - y > _weighed_height(page, table) + page.px(130):
            y = page.paragraph(first, pygame.Rect(rect.x, y, rect.width, page.line()), colour=palette.soft)
        y = _weighed(page, _below(rect, y), offer.weighed, crisis)
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
        y = _weighed(page, _below(above, line.bottom), weighed, crisis)
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


# --- worth ------------------------------------------------------------------------------------------------


def _weighed_height(page: Page, table: TableView) -> int:
    return (len(table.parties) + 2) * page.line() + 2 * page.gap


def _weighed(page: Page, rect: pygame.Rect, weighed: Sequence[WeighedView], crisis: "Crisis") -> int:
    """Draw for each party how much better a package is than going on, as this seat thinks."""
    palette, line = page.palette, page.line()
    head = _("Better or worse than going on, in points")
    y = rect.y
    spare = rect.height - len(weighed) * line - page.gap
    if spare >= page.measure(head, rect.width):
        top = pygame.Rect(rect.x, y + page.gap // 2, rect.width, spare)
        y = page.paragraph(head, top, colour=palette.soft) + page.gap // 2
    ends = [abs(value) for one in weighed for value in (one.better, one.least, one.most) if value is not None]
    scale = max([SMALLEST_SCALE, *ends])
    names = _names(page, rect.width * 45 // 100, weighed, crisis)
    figures = [signed(round(one.better, 1)) for one in weighed]
    label = min(rect.width // 2, max(page.type.width(name, Style.BODY) for name in names) + page.gap)
    room = max(page.type.width(figure, Style.STRONG) for figure in figures)
    for one, name, figure in zip(weighed, names, figures, strict=True):
        row = pygame.Rect(rect.x, y, rect.width, line)
        if row.bottom > rect.bottom:
            break
        page.text(name, pygame.Rect(row.x, y, label, line), colour=palette.ink if one.mine else palette.soft)
        bar = pygame.Rect(row.x + label, y, row.width - label - room - page.gap, line)
        colour = palette.good if one.better >= 0 else palette.warning
        _bar(page, bar, one, scale, colour)
        page.text(figure, pygame.Rect(row.right - room, y, room, line), Style.STRONG, colour, "right")
        y += line
    return y + page.gap


def _names(page: Page, room: int, weighed: Sequence[WeighedView], crisis: "Crisis") -> list[str]:
    """Return whose worth each bar shows; that others' is a guess is said in words, or else by a sign."""
    names = [
        _("You") if one.mine else say("{actor}, you think", actor=crisis.short(one.actor)) for one in weighed
    ]
    if max(page.type.width(name, Style.BODY) for name in names) <= room:
        return names
    return [_("You") if one.mine else say("{actor}?", actor=crisis.short(one.actor)) for one in weighed]


def _bar(page: Page, rect: pygame.Rect, one: WeighedView, scale: float, colour: Colour) -> None:
    """Draw a bar from the middle; a thin line spans what it would be if nobody, or everybody, kept to it."""
    palette = page.palette
    half = rect.width // 2
    middle = rect.x + half
    track = pygame.Rect(rect.x, rect.centery - page.px(5), rect.width, page.px(10))
    page.fill(track, palette.ground, 3)
    length = round(half * min(1.0, abs(one.better) / scale))
    left = middle if one.better >= 0 else middle - length
    solid = pygame.Rect(left, track.y, max(2, length), track.height)
    page.fill(solid, colour if one.mine else mix(colour, palette.panel, 0.35), 2)
    if one.least is not None and one.most is not None and one.most - one.least > 0.05:
        ends = [middle + round(half * max(-1.0, min(1.0, value / scale))) for value in (one.least, one.most)]
        page.stroke((ends[0], rect.centery), (ends[1], rect.centery), palette.ink, max(1, page.px(1.5)))
        for end in ends:
            page.stroke(
                (end, rect.centery - page.px(3)),
                (end, rect.centery + page.px(3)),
                palette.ink,
                max(1, page.px(1.5)),
            )
    page.stroke((middle, track.y - page.px(2)), (middle, track.bottom + page.px(2)), palette.soft)

"""Facts as small cards in columns: places and promises; and evidence as a text."""

from collections.abc import Mapping, Sequence

import pygame
from attrs import frozen

from game.desktop.drawing.marks import Badge, draw_mark
from game.desktop.page import Page, Part, Widget
from game.desktop.theme import Colour, Style
from game.desktop.typeset import capital
from game.desktop.widgets.scrolls import Block, scroll, scroll_rows
from game.language import N_, _, say
from game.view.commitments import STATE_WORDS, CommitmentView
from game.view.evidence import EvidenceView
from game.view.seat import SeatView
from game.view.tracks import CredibilityView, RegionView
from game.view.words import number, percent

CARD = 270
"""The least width of a card, in pixels at 1280 x 720."""


@frozen
class Card:
    """A fact in two lines."""

    title: str
    under: str
    note: str = ""
    """At the right of the first line."""
    icon: str = ""
    """Before the note."""
    colour: Colour | None = None
    """Of the icon and the note."""
    badge: Badge | None = None
    """The mark before the second line."""
    hint: str = ""
    spare: bool = False
    """Whether the note may be left to its icon where the title needs the room."""


def draw_cards(page: Page, name: str, rect: pygame.Rect, cards: Sequence[Card]) -> None:
    """Draw cards in as many columns as there is room for; what is cut stands whole in the hint."""
    height = 2 * page.line() + page.px(8)
    columns = max(1, min(3, rect.width // page.px(CARD), len(cards)))
    lines = -(-len(cards) // columns)
    hints = Widget(f"{name}.hints", rect.copy(), "cards", focusable=False)

    def row(line: int, place: pygame.Rect) -> None:
        width = (place.width - (columns - 1) * 3 * page.gap) // columns
        for column in range(columns):
            index = line * columns + column
            if index < len(cards):
                left = place.x + column * (width + 3 * page.gap)
                box = pygame.Rect(left, place.y, width, place.height)
                _card(page, box, cards[index])
                card = cards[index]
                hint = card.hint or f"{card.title}. {card.under}"
                hints.parts.append(Part(str(index), box, card.title, _nothing, hint=hint))

    scroll_rows(page, name, rect, lines, height, row)
    if page.widget(name) is None and hints.parts:
        page.add(hints)


def _nothing() -> None:
    """A card is there to be read."""


def _card(page: Page, box: pygame.Rect, card: Card) -> None:
    palette, line = page.palette, page.line()
    head = pygame.Rect(box.x, box.y + page.px(2), box.width, line)
    room = head.width
    if card.note:
        width = page.type.width(card.note, Style.STRONG)
        size = page.icon_width(15) + page.px(4) + page.gap
        if card.spare and page.type.width(card.title, Style.STRONG) > room - width - size:
            width = 0  # its icon says it too, and the hint
        note = pygame.Rect(head.right - width, head.y, width, line)
        if width:
            page.text(card.note, note, Style.STRONG, card.colour)
        room = note.x - head.x - page.gap
        if card.icon:
            size = page.icon_width(15)
            icon = pygame.Rect(note.x - size - page.px(4), head.y, size, line)
            page.icon(card.icon, icon, card.colour, 15)
            room = icon.x - head.x - page.gap
    page.text(card.title, pygame.Rect(head.x, head.y, room, line), Style.STRONG)
    under = pygame.Rect(head.x, head.bottom, head.width, line)
    if card.badge is not None:
        centre = (under.x + page.px(6), under.centery)
        draw_mark(page, card.badge.mark, centre, page.px(5), card.badge.colour)
        under = pygame.Rect(under.x + page.px(16), under.y, under.width - page.px(16), under.height)
    page.text(card.under, under, colour=palette.soft)
    page.stroke((box.x, box.bottom - 2), (box.right, box.bottom - 2), palette.faint)


# --- places -----------------------------------------------------------------------------------------------


def draw_places(
    page: Page, rect: pygame.Rect, regions: Sequence[RegionView], badges: Mapping[str, Badge]
) -> None:
    """Draw who holds each place and how far facts on the ground have hardened."""
    draw_cards(page, "places", rect, [_place(page, region, badges) for region in regions])


def _place(page: Page, region: RegionView, badges: Mapping[str, Badge]) -> Card:
    held = held_words(region)
    note, colour = "", None
    if region.facts is not None and region.facts > 0:
        note, colour = say("facts {number}", number=round(region.facts)), page.palette.soft
        if region.change and region.change >= 0.5:
            note = say("facts {number}, up {change}", number=round(region.facts), change=round(region.change))
            colour = page.palette.warning
    hint = " ".join(words for words in (f"{region.name}: {held}.", region.summary) if words)
    return Card(region.name, held, note, "hammer" if note else "", colour, badges.get(region.holder), hint)


def held_words(region: RegionView) -> str:
    """Say who holds a place."""
    if not region.holder_name:
        return _("held by nobody")
    if region.owner_name and region.owner != region.holder:
        return say("held by {holder}, belongs to {owner}", holder=region.holder_name, owner=region.owner_name)
    return say("held by {holder}", holder=region.holder_name)


# --- promises ---------------------------------------------------------------------------------------------


STATE_ICONS = {
    "dormant": "circle-dashed",
    "in_force": "shield",
    "due": "alarm-clock",
    "kept": "circle-check",
    "broken": "circle-x",
    "withdrawn": "undo-2",
}
"""The icon of a promise's state."""


def draw_promises(page: Page, rect: pygame.Rect, view: SeatView, badges: Mapping[str, Badge]) -> None:
    """Draw commitments with their states, and how far each class of promise is believed."""
    cards = [_promise(page, promise, badges) for promise in view.commitments]
    cards += [_believed(page, standing, badges) for standing in view.credibility]
    if not cards:
        page.paragraph(_("Nobody has promised anything."), rect, colour=page.palette.soft)
        return
    draw_cards(page, "promises", rect, cards)


def _promise(page: Page, promise: CommitmentView, badges: Mapping[str, Badge]) -> Card:
    palette = page.palette
    colour = {
        "due": palette.warning,
        "kept": palette.good,
        "broken": palette.danger,
        "in_force": palette.ink,
    }.get(promise.state, palette.soft)
    parts = {"issuer": promise.issuer_name, "on": promise.on_name, "rung": promise.rung_name}
    under = say("{issuer} on {on}: {rung}", **parts)
    if promise.due is not None:
        under = say("by hour {hour}: {issuer} on {on}, {rung}", **parts, hour=number(promise.due))
    hint = say("“{promise}”: {state}. {answer}.", promise=promise.name, state=promise.words, answer=under)
    note = _(STATE_WORDS[promise.state])
    icon, badge = STATE_ICONS[promise.state], badges.get(promise.issuer)
    return Card(promise.name, under, note, icon, colour, badge, hint, spare=True)


def _believed(page: Page, standing: CredibilityView, badges: Mapping[str, Badge]) -> Card:
    title = say("Is {issuer} believed?", issuer=standing.issuer_name)
    under = say("{observer} on “{promise}”", observer=standing.observer_name, promise=standing.promise_name)
    hint = say(
        "{observer} gives {issuer} {percent} to be of the kind that keeps its word: {promise}.",
        observer=standing.observer_name,
        issuer=standing.issuer_name,
        percent=percent(standing.probability),
        promise=standing.promise_name,
    )
    share = percent(standing.probability)
    return Card(title, under, share, "scale", page.palette.ink, badges.get(standing.issuer), hint)


# --- evidence ---------------------------------------------------------------------------------------------


def draw_evidence(page: Page, rect: pygame.Rect, view: SeatView) -> None:
    """Draw what has come in, what is due, what could be gathered, and what is said in public."""
    soft = page.palette.soft
    blocks: list[Block] = []
    for item in view.evidence:
        colour = None if item.state == "seen" else soft
        blocks.append(Block(_evidence(item), lead=_when(item, view.hour), colour=colour))
    for claim in view.claims:
        words = say(
            "{actor} says of {incident}: {claim}",
            actor=claim.actor_name,
            incident=claim.incident_name,
            claim=claim.text,
        )
        blocks.append(Block(words, lead=_("says"), colour=soft))
    none = [Block(_("There is no evidence yet."), colour=soft)]
    scroll(page, "evidence", rect, blocks or none, margin=page.px(84))


STATES = {"on_order": N_("gather"), "awaited": N_("due")}
"""What stands before evidence that has not come."""


def _when(item: EvidenceView, hour: int) -> str:
    if item.state == "seen":
        return _("seen")
    if item.due is not None:
        return _("overdue") if item.due < hour else say("hour {hour}", hour=round(item.due))
    return _(STATES[item.state])


def _evidence(item: EvidenceView) -> str:
    name = capital(item.name)
    words = [
        say(
            "{evidence} ({source}; trust {percent})",
            evidence=name,
            source=item.source_name,
            percent=percent(item.trust),
        )
    ]
    if item.text:
        words.append(item.text)
    if item.state == "seen":
        words.append(_("Everybody has it.") if item.public else _("Not public."))
    if item.burns_source and not item.public:
        words.append(_("Releasing it burns the source."))
    return " ".join(words)

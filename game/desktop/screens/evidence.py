"""Cards of evidence: what it shows, from whom, how far that is trusted, what it speaks for, who has it."""

from collections.abc import Iterator, Sequence
from functools import partial

import pygame

from game.desktop.page import Page
from game.desktop.theme import Colour, Style
from game.desktop.widgets.tiles import Tile
from game.language import N_, _, say
from game.view.evidence import EvidenceView
from game.view.words import instant, listing, percent, quoted

STATE_ICONS = {"seen": "eye", "awaited": "hourglass", "on_order": "search"}
HEADINGS = {
    "seen": N_("In hand"),
    "awaited": N_("On its way"),
    "on_order": N_("Can be gathered"),
}
STRONG, CLEAR = 5.0, 2.5
"""How many times as likely a cause must make what is shown for it to speak strongly, or clearly."""
MOST_NAMED = 3
"""So many causes are named at most; of more it is only said that there are more."""


def evidence_tiles(page: Page, found: Sequence[EvidenceView], hour: int, step: int) -> list[Tile]:
    """Return cards under headings: in hand, on its way, to be gathered; what is new stands first."""
    items: list[Tile] = []
    for state, heading in HEADINGS.items():
        of_state = [item for item in found if item.state == state]
        if not of_state:
            continue
        items.append(_heading(page, state, _(heading)))
        items += [
            _tile(page, item, _note(item, hour, step))
            for item in sorted(of_state, key=lambda one: not one.new)
        ]
    return items


def _heading(page: Page, state: str, words: str) -> Tile:
    def draw(box: pygame.Rect) -> None:
        page.text(words, box, Style.STRONG, page.palette.soft)

    return Tile(f"heading.{state}", words, lambda width: page.line() + page.px(4), draw, bare=True)


def _tile(page: Page, item: EvidenceView, note: str) -> Tile:
    lines = list(_lines(page, item))
    return Tile(
        f"{item.incident}.{item.item}",
        item.name,
        partial(_height, page, lines),
        partial(_draw, page, item, lines, note),
    )


Line = tuple[str, str, Colour | None]
"""An icon, words and their colour."""


def _lines(page: Page, item: EvidenceView) -> Iterator[Line]:
    """Yield what a card says under its title."""
    soft = page.palette.soft
    if item.text:
        yield "", item.text, None
    yield from _spoken(page, item)
    source = say(
        "Source: {source}; you trust it to {trust}", source=item.source_name, trust=percent(item.trust)
    )
    yield "radar", source, soft
    yield "users", _holders(item), soft
    if item.moves and item.state == "seen":
        words = say("You could share it: {moves}", moves=listing(map(quoted, item.moves), "or"))
        yield "megaphone", words, soft
    elif item.moves:
        words = say("Order it with {moves}", moves=listing(map(quoted, item.moves), "or"))
        yield "megaphone", words, None
    if item.burns_source and item.state == "seen" and not item.public:
        yield "triangle-alert", _("Sharing it gives its source away."), page.palette.warning


def _spoken(page: Page, item: EvidenceView) -> Iterator[Line]:
    if item.state != "seen":
        return
    if not item.speaks_for:
        yield "equal", _("Says little: every cause makes it about as likely."), page.palette.soft
        return
    names = listing(item.speaks_for[:MOST_NAMED])
    said = (
        N_("Speaks strongly for: {causes}")
        if item.strength >= STRONG
        else N_("Speaks for: {causes}")
        if item.strength >= CLEAR
        else N_("Speaks a little for: {causes}")
    )
    yield "trending-up", say(said, causes=names), None
    if item.speaks_against:
        against = listing(item.speaks_against[:MOST_NAMED])
        yield "trending-down", say("Speaks against: {causes}", causes=against), None


def _holders(item: EvidenceView) -> str:
    """Say who has it, or will."""
    if item.state == "seen":
        if item.public:
            return _("Everybody has it")
        if item.shared_with:
            return say("Came to you and to {others}", others=listing(item.shared_with))
        return _("Only you, as far as you know")
    if item.public:
        return _("Everybody gets it")
    if item.shared_with:
        return say("Comes to you and to {others}", others=listing(item.shared_with))
    return _("Comes to you alone")


def _height(page: Page, lines: list[Line], width: int) -> int:
    room = width - 2 * page.gap
    text = sum(page.measure(words, room - _indent(page, icon)) for icon, words, _colour in lines)
    return page.line() + text + page.px(16)


def _indent(page: Page, icon: str) -> int:
    return page.icon_width(14) + page.gap if icon else 0


def _draw(page: Page, item: EvidenceView, lines: list[Line], note: str, box: pygame.Rect) -> None:
    palette, gap = page.palette, page.gap
    inside = pygame.Rect(box.x + gap, box.y + page.px(8), box.width - 2 * gap, box.height - page.px(16))
    size = page.icon_width()
    line = page.line()
    colour = palette.accent_ink if item.new else palette.ink if item.state == "seen" else palette.soft
    page.icon(STATE_ICONS[item.state], pygame.Rect(inside.x, inside.y, size, line), colour)
    room = page.type.width(note, Style.STRONG)
    left = inside.x + size + gap
    title = pygame.Rect(left, inside.y, max(0, inside.right - left - room - gap), line)
    page.text(item.name, title, Style.STRONG)
    ink = palette.accent_ink if item.new else palette.soft
    page.text(note, pygame.Rect(inside.right - room, inside.y, room, line), Style.STRONG, ink)
    y = inside.y + line
    for icon, words, tint in lines:
        indent = _indent(page, icon)
        if icon:
            place = pygame.Rect(inside.x, y, page.icon_width(14), line)
            page.icon(icon, place, tint or palette.ink, 14)
        text = pygame.Rect(inside.x + indent, y, inside.width - indent, max(0, box.bottom - y))
        y = page.paragraph(words, text, colour=tint)


def _note(item: EvidenceView, hour: int, step: int) -> str:
    """Say at the right of a card's title when it comes, or that it is new."""
    if item.new:
        return _("new")
    if item.state == "awaited" and item.due is not None:
        if item.due <= hour:
            return _("due now")
        return instant(item.due, step)
    return ""

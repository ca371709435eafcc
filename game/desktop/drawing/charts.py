"""The map: places as cards with the forces in them, the ways between them, and moves under way."""

from collections.abc import Callable, Iterable, Mapping, Sequence

import pygame
from attrs import define, field

from game.desktop.drawing.marks import Badge, draw_flag, draw_mark
from game.desktop.drawing.symbols import HEIGHT, WIDTH, draw_symbol
from game.desktop.page import Page, Part, Widget
from game.desktop.theme import Style, mix
from game.view.map import ForceView, LinkView, MapView, PlaceView

CARD, WIDEST = 160, 244
"""The width of a card, at least and at most, in pixels at 1280 x 720."""
APART = 26
"""How far cards keep from one another, so that the ways between them are seen."""
ROUNDS = 120
"""Steps in which cards that overlap are pushed apart."""
_ALONG = (0.5, 0.38, 0.62, 0.28, 0.72, 0.2, 0.8)
"""Where along a way its label may stand, in order of preference."""


@define(eq=False)
class Card:
    """A place on the map."""

    place: PlaceView
    rect: pygame.Rect
    units: list[tuple[int, int, ForceView, str]] = field(factory=list)
    """Left and top of each sign within the card, the force, and its strength in figures."""
    marks: list[tuple[int, str]] = field(factory=list)
    """Top of each owner's first line, and the owner."""


def draw_map(
    page: Page,
    rect: pygame.Rect,
    view: MapView,
    badges: Mapping[str, Badge],
    chosen: str,
    choose: Callable[[str], None],
) -> str:
    """Draw it; return the place to tell about: under the pointer, at the keyboard, or else the chosen."""
    cards = [_card(page, place) for place in view.places]
    _spread(page, rect, cards)
    by_id = {card.place.id: card for card in cards}
    taken = [card.rect.inflate(page.px(4), page.px(4)) for card in cards]
    for link in view.links:
        _way(page, link, by_id)
    _moves(page, rect, view.under_way, by_id, badges, taken)
    for link in view.links:
        _way_label(page, rect, link, by_id, taken)
    told = chosen
    for card in cards:
        name = f"place.{card.place.id}"
        if page.has_focus(name) and not any(page.over(other.rect) for other in cards):
            told = card.place.id
        if page.over(card.rect):
            told = card.place.id
    for card in cards:
        _draw_card(page, card, badges, card.place.id == told, choose)
    return told


# --- cards ------------------------------------------------------------------------------------------------


def _card(page: Page, place: PlaceView) -> Card:
    """Measure a card: its name, then its forces owner by owner, in as many lines as they need."""
    pad = page.px(7)
    name = page.type.width(place.name, Style.STRONG) + 2 * pad + page.px(17 + (18 if place.incidents else 0))
    width = max(page.px(CARD), min(page.px(WIDEST), name))
    line = page.px(HEIGHT + 6)
    y = pad + page.line(Style.STRONG) + page.px(3)
    card = Card(place, pygame.Rect(0, 0, width, 0))
    for owner in dict.fromkeys(force.owner for force in place.forces):
        x = pad + page.px(17)
        card.marks.append((y, owner))
        for force in (force for force in place.forces if force.owner == owner):
            text = _figures(force.strength)
            room = page.px(WIDTH + 3) + page.type.width(text, Style.BODY)
            if x + room > width - pad and x > pad + page.px(17):
                x, y = pad + page.px(17), y + line
            card.units.append((x, y, force, text))
            x += room + page.px(7)
        y += line
    card.rect.height = y + page.px(3)
    return card


def _figures(strength: float) -> str:
    return f"{strength:.0f}" if strength >= 9.95 or round(strength, 1) % 1 == 0 else f"{strength:.1f}"


def _spread(page: Page, rect: pygame.Rect, cards: Sequence[Card]) -> None:
    """Put cards where their coordinates say, then push apart those that overlap, the same way every time."""
    for card in cards:
        card.rect.x = round(rect.x + card.place.x * (rect.width - card.rect.width))
        card.rect.y = round(rect.y + card.place.y * (rect.height - card.rect.height))
    for gap in (page.px(APART), page.px(6)):
        for _ in range(ROUNDS):
            if not _push(cards, gap, rect):
                return


def _push(cards: Sequence[Card], gap: int, rect: pygame.Rect) -> bool:
    moved = False
    for number, one in enumerate(cards):
        for other in cards[number + 1 :]:
            wide = (one.rect.width + other.rect.width) // 2 + gap - abs(one.rect.centerx - other.rect.centerx)
            high = (
                (one.rect.height + other.rect.height) // 2 + gap - abs(one.rect.centery - other.rect.centery)
            )
            if wide <= 0 or high <= 0:
                continue
            moved = True
            if high * 2 <= wide:
                step = (high + 1) // 2
                up = (one.rect.centery, one.place.id) <= (other.rect.centery, other.place.id)
                one.rect.y, other.rect.y = (
                    (one.rect.y - step, other.rect.y + step)
                    if up
                    else (one.rect.y + step, other.rect.y - step)
                )
            else:
                step = (wide + 1) // 2
                left = (one.rect.centerx, one.place.id) <= (other.rect.centerx, other.place.id)
                one.rect.x, other.rect.x = (
                    (one.rect.x - step, other.rect.x + step)
                    if left
                    else (one.rect.x + step, other.rect.x - step)
                )
            one.rect.clamp_ip(rect)
            other.rect.clamp_ip(rect)
    return moved


def _draw_card(
    page: Page, card: Card, badges: Mapping[str, Badge], told: bool, choose: Callable[[str], None]
) -> None:
    palette, place, rect = page.palette, card.place, card.rect
    badge = badges.get(place.holder)
    back = mix(palette.panel, badge.colour, 0.16) if badge else palette.raised
    page.fill(rect, back, 5)
    edge = palette.accent if told else badge.colour if badge else palette.line
    page.outline(rect, edge, 5, page.px(2) if told else 1)
    pad = page.px(7)
    left = rect.x + pad
    head = pygame.Rect(left, rect.y + page.px(4), rect.width - 2 * pad, page.line(Style.STRONG))
    if badge:
        draw_mark(page, badge.mark, (left + page.px(5), head.centery), page.px(5), badge.colour)
        head = pygame.Rect(head.x + page.px(17), head.y, head.width - page.px(17), head.height)
    if place.incidents:
        star = pygame.Rect(head.right - page.px(14), head.y, page.px(14), head.height)
        _burst(page, star.center)
        head.width -= page.px(18)
    page.text(place.name, head, Style.STRONG)
    widget = Widget(
        f"place.{place.id}", rect, "place", place.name, press=_choosing(choose, place.id), hint=_hint(place)
    )
    tripwires = {presence.actor for presence in place.presence}
    for top, owner in card.marks:
        mark = badges.get(owner)
        if mark:
            centre = (left + page.px(5), rect.y + top + page.px(HEIGHT) // 2)
            draw_mark(page, mark.mark, centre, page.px(5), mark.colour)
            if owner in tripwires:
                draw_flag(page, (rect.right - page.px(14), centre[1]), palette.warning)
    for x, y, force, text in card.units:
        badge = badges.get(force.owner)
        colour = badge.colour if badge else palette.soft
        faint = bool(force.going) or not force.lent
        sign = draw_symbol(page, force.symbol, (rect.x + x, rect.y + y), colour, faint=faint)
        _readiness(page, sign, force)
        figures = pygame.Rect(
            sign.right + page.px(3), sign.y, page.type.width(text, Style.BODY), page.px(HEIGHT)
        )
        page.text(text, figures, colour=palette.soft if faint else palette.ink)
        widget.parts.append(
            Part(
                force.id,
                pygame.Rect(sign.x, sign.y, figures.right - sign.x, page.px(HEIGHT + 4)).clip(rect),
                force.name,
                _choosing(choose, place.id),
                hint=force.words,
            )
        )
    if widget.parts:
        title = pygame.Rect(rect.x, rect.y, rect.width, head.bottom - rect.y)
        widget.parts.append(Part("name", title, place.name, _choosing(choose, place.id), hint=_hint(place)))
    page.add(widget)


def _hint(place: PlaceView) -> str:
    said = f"{place.name}: held by {place.holder_name or 'nobody'}."
    return " ".join((said, *(f"{name}." for name in place.incidents), *(one.words for one in place.presence)))


def _choosing(choose: Callable[[str], None], place: str) -> Callable[[], None]:
    return lambda: choose(place)


def _readiness(page: Page, sign: pygame.Rect, force: ForceView) -> None:
    """A bar below the sign: how much of the force can act at once."""
    bar = pygame.Rect(sign.x, sign.bottom + 1, sign.width, max(2, page.px(2)))
    page.fill(bar, page.palette.ground)
    full = pygame.Rect(bar.x, bar.y, round(bar.width * max(0.0, min(1.0, force.readiness))), bar.height)
    page.fill(full, page.palette.good if force.readiness >= 0.6 else page.palette.warning)


def _burst(page: Page, centre: tuple[int, int]) -> None:
    """Something happened here."""
    x, y = centre
    size = page.px(6)
    for across, down in (
        (size, 0),
        (0, size),
        (size * 2 // 3, size * 2 // 3),
        (size * 2 // 3, -size * 2 // 3),
    ):
        pygame.draw.line(
            page.surface, page.palette.warning, (x - across, y - down), (x + across, y + down), page.px(2)
        )


# --- ways and moves ---------------------------------------------------------------------------------------


def _way(page: Page, link: LinkView, cards: Mapping[str, Card]) -> None:
    """A line: whole by land, dashed where only ships or aircraft pass; in warning where its gate is shut."""
    palette = page.palette
    one, other = cards[link.one].rect.center, cards[link.other].rect.center
    shut = bool(link.refused_by)
    colour = palette.warning if shut else palette.line
    if link.gate:
        _gate(page, cards[link.one].rect, cards[link.other].rect, shut=shut)
    if any(domain == "land" for domain, _ in link.hours):
        pygame.draw.line(page.surface, colour, one, other, page.px(2))
        return
    steps = max(2, round(pygame.Vector2(one).distance_to(other) / page.px(9)))
    for step in range(0, steps, 2):
        start = pygame.Vector2(one).lerp(other, step / steps)
        end = pygame.Vector2(one).lerp(other, min(1.0, (step + 1) / steps))
        pygame.draw.line(page.surface, colour, start, end, page.px(2))


def _gate(page: Page, one: pygame.Rect, other: pygame.Rect, *, shut: bool) -> None:
    """Two bars across the way, a little from one end; a shut gate has a third between them."""
    start, end = pygame.Vector2(one.center), pygame.Vector2(other.center)
    if start.distance_to(end) < 1:
        return
    along = (end - start).normalize()
    across = pygame.Vector2(-along.y, along.x) * page.px(6)
    edges = one.clipline(start, end), other.clipline(end, start)
    middle = (pygame.Vector2(edges[0][1] if edges[0] else start) + (edges[1][1] if edges[1] else end)) / 2
    colour = page.palette.warning if shut else page.palette.soft
    for step in (-1, 0, 1) if shut else (-1, 1):
        at = middle + along * step * page.px(4)
        pygame.draw.line(page.surface, colour, at - across, at + across, page.px(2))


def _way_label(
    page: Page, rect: pygame.Rect, link: LinkView, cards: Mapping[str, Card], taken: list[pygame.Rect]
) -> None:
    """Hours by domain, and the gate; where there is no room, the details of a place say it."""
    texts = [f"{domain} {hours:g} h" for domain, hours in link.hours]
    whole = ", ".join(texts)
    if link.gate:
        whole = f"{whole} ✗ {link.gate}" if link.refused_by else f"{whole} · {link.gate}"
    for text in (whole, ", ".join(texts)):
        box = _free_place(page, rect, cards[link.one].rect, cards[link.other].rect, (text,), taken)
        if box is not None:
            page.fill(box, page.palette.panel, 3)
            colour = page.palette.warning if link.refused_by else page.palette.soft
            page.text(text, box.inflate(-page.px(4), 0), colour=colour, align="centre")
            return


def _free_place(
    page: Page,
    rect: pygame.Rect,
    one: pygame.Rect,
    other: pygame.Rect,
    texts: Iterable[str],
    taken: list[pygame.Rect],
    extra: int = 0,
) -> pygame.Rect | None:
    """Return room for a label on the line between two cards, or near it, and take it; None for none."""
    width = max(page.type.width(text, Style.BODY) for text in texts) + page.px(6) + extra
    for beside in (0, -page.line(), page.line(), -2 * page.line(), 2 * page.line()):
        for share in _ALONG:
            centre = pygame.Vector2(one.center).lerp(other.center, share)
            box = pygame.Rect(0, 0, width, page.line())
            box.center = round(centre.x), round(centre.y) + beside
            if rect.contains(box) and box.collidelist(taken) < 0:
                taken.append(box)
                return box
    return None


def _moves(
    page: Page,
    rect: pygame.Rect,
    forces: Sequence[ForceView],
    cards: Mapping[str, Card],
    badges: Mapping[str, Badge],
    taken: list[pygame.Rect],
) -> None:
    """An arrow for everybody's moves along one way, and beside it what moves and when it is there."""
    for key in dict.fromkeys((force.place, force.going, force.owner) for force in forces):
        start, end, owner = key
        if start == end or start not in cards or end not in cards:
            continue
        together = [force for force in forces if (force.place, force.going, force.owner) == key]
        badge = badges.get(owner)
        colour = badge.colour if badge else page.palette.soft
        one, other = cards[start].rect, cards[end].rect
        _arrow(page, one, other, badge)
        arrivals = [force.arrives for force in together if force.arrives is not None]
        text = f"hour {max(arrivals):.0f}" if arrivals else "under way"
        if len(together) > 1:
            text = f"{len(together)} × · {text}"
        extra = page.px(WIDTH + 6)
        box = _free_place(page, rect, one, other, (text,), taken, extra)
        if box is None:
            continue
        page.fill(box, page.palette.panel, 3)
        corner = (box.x + page.px(2), box.y + (box.height - page.px(HEIGHT)) // 2)
        sign = draw_symbol(page, together[0].symbol, corner, colour)
        words = pygame.Rect(sign.right + page.px(3), box.y, box.right - sign.right - page.px(3), box.height)
        page.text(text, words, colour=colour)


def _arrow(page: Page, one: pygame.Rect, other: pygame.Rect, badge: Badge | None) -> None:
    colour = badge.colour if badge else page.palette.soft
    clipped = other.inflate(page.px(8), page.px(8)).clipline(one.center, other.center)
    tip = pygame.Vector2(clipped[0] if clipped else other.center)
    start = pygame.Vector2(one.center)
    if start.distance_to(tip) < 1:
        return
    along = (tip - start).normalize()
    across = pygame.Vector2(-along.y, along.x)
    size = page.px(11)
    pygame.draw.line(page.surface, colour, start, tip - along * size, page.px(4))
    foot = tip - along * size
    pygame.draw.polygon(page.surface, colour, [tip, foot + across * size * 0.6, foot - across * size * 0.6])

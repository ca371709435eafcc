"""The key to the map: whose frame is whose, what each sign is, and what the marks of places mean."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pygame
from attrs import frozen

from game.desktop.drawing.map_marks import draw_ring
from game.desktop.drawing.symbols import Signs, draw_sign
from game.desktop.page import Page
from game.desktop.theme import Colour, Style, mix
from game.language import _
from game.view.map import MapView
from game.view.map_forces import SIDES, Side

if TYPE_CHECKING:
    from game.desktop.screens.crisis import Crisis

SHARE = 0.72
"""How large signs are in the key."""
LEFT = 34
"""The room of a sign, in pixels at 1280 x 720."""


@frozen(eq=False)
class _Entry:
    words: str
    draw: Callable[[pygame.Rect], None]


def key_height(page: Page, width: int, view: MapView) -> int:
    """Return the height that the whole key needs."""
    lines = sum(len(page.type.wrap(words, Style.BODY, width - page.px(LEFT))) for words in _words(view))
    return lines * page.line() + len(_words(view)) * page.px(6)


def draw_key(page: Page, rect: pygame.Rect, crisis: "Crisis", signs: Signs) -> None:
    """Draw the key, as much of it as there is room for."""
    view, y = crisis.play.view.map, rect.y
    for entry in _entries(page, view, signs):
        lines = page.type.wrap(entry.words, Style.BODY, rect.width - page.px(LEFT))
        high = len(lines) * page.line() + page.px(6)
        if y + high > rect.bottom + page.px(6):
            return
        entry.draw(pygame.Rect(rect.x, y, page.px(LEFT - 8), page.line()))
        room = pygame.Rect(rect.x + page.px(LEFT), y, rect.width - page.px(LEFT), high)
        page.paragraph(entry.words, room, colour=page.palette.soft)
        y += high


def _sides(view: MapView) -> list[Side]:
    here = {force.side for force in view.forces}
    return [side for side in SIDES if side in here]


def _symbols(view: MapView) -> list[tuple[str, str]]:
    return list(dict.fromkeys((force.symbol, force.type_name) for force in view.forces))


def _marks(view: MapView) -> list[tuple[str, str, str]]:
    """What the marks of places mean: icon, the role of its colour, words."""
    found = []
    if any(place.incidents for place in view.places):
        found.append(("siren", "warning", _("An incident happened here")))
    whats = {one.what for one in view.happened}
    for what, icon, words in (
        ("fight", "swords", _("Forces fought here last turn")),
        ("act", "zap", _("Somebody acted here last turn")),
        ("taken", "footprints", _("Changed hands last turn")),
    ):
        if what in whats:
            found.append((icon, "danger", words))
    if any(place.presence for place in view.places):
        found.append(("flag", "warning", _("Tripwire: who has promised an answer stands here")))
    if any(place.sanctuary for place in view.places):
        found.append(("shield", "soft", _("Beyond the theatre")))
    if any(link.shut for link in view.links):
        found.append(("lock", "warning", _("Way that somebody keeps shut")))
    return found


def _words(view: MapView) -> list[str]:
    return [
        *(_(SIDES[side]) for side in _sides(view)),
        *(name for _symbol, name in _symbols(view)),
        *(words for _icon, _role, words in _marks(view)),
        _("Pips: how much of it is ready; below them its strength"),
        *([_("Where two sides meet")] if _meet(view) else []),
        *([_("Where the order you look at would act")] if view.acts else []),
    ]


def _meet(view: MapView) -> bool:
    if any(place.contested for place in view.places):
        return True
    return len({place.holder for place in view.places if place.holder and place.medium == "land"}) > 1


def _entries(page: Page, view: MapView, signs: Signs) -> list[_Entry]:
    palette = page.palette

    def sign(symbol: str, side: str) -> Callable[[pygame.Rect], None]:
        return lambda box: _sign(page, signs, symbol, side, box)

    def icon(name: str, colour: Colour) -> Callable[[pygame.Rect], None]:
        return lambda box: _icon(page, name, colour, box)

    draws = [sign("unit", side) for side in _sides(view)]
    draws += [sign(symbol, "friend") for symbol, _name in _symbols(view)]
    draws += [icon(name, getattr(palette, role)) for name, role, _words in _marks(view)]
    draws.append(lambda box: _pips(page, box))
    if _meet(view):
        draws.append(lambda box: _seam(page, box))
    if view.acts:
        draws.append(lambda box: draw_ring(page, box.center, page.px(7), palette.accent))
    return [_Entry(words, draw) for words, draw in zip(_words(view), draws, strict=True)]


def _sign(page: Page, signs: Signs, symbol: str, side: str, box: pygame.Rect) -> None:
    draw_sign(page, signs, symbol, side, box.center, page.palette.soft, share=SHARE)


def _icon(page: Page, name: str, colour: Colour, box: pygame.Rect) -> None:
    page.icon(name, box, colour, 16)


def _pips(page: Page, box: pygame.Rect) -> None:
    for pip in range(4):
        place = pygame.Rect(box.x + pip * page.px(7), box.centery - page.px(2), page.px(5), page.px(4))
        page.fill(place, page.palette.good if pip < 3 else page.palette.faint)


def _seam(page: Page, box: pygame.Rect) -> None:
    for step in range(4):
        band = box.inflate(-step * page.px(2), -page.px(4) - step * page.px(3))
        page.fill(band, mix(page.palette.land, page.palette.danger, 0.12 + 0.12 * step))

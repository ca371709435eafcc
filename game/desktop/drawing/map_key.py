"""The key to the map: whose frame is whose, what each sign is, and what the marks of places mean."""

from collections.abc import Callable

import pygame

from game.desktop.drawing.map_marks import draw_ring
from game.desktop.drawing.symbols import Signs, draw_sign
from game.desktop.page import Page
from game.desktop.theme import Colour, Style, mix
from game.desktop.widgets.scrolls import Block
from game.language import _
from game.view.map import MapView
from game.view.map_forces import SIDES, Side

SHARE = 0.62
"""How large signs are in the key."""
LEFT = 32
"""The room of a sign, in pixels at 1280 x 720."""

Draw = Callable[[Page, pygame.Rect], None]


def key_blocks(page: Page, width: int, view: MapView, signs: Signs) -> list[Block]:
    """Return the key as lines: a sign and what it means."""
    return [
        block
        for words, draw in zip(_words(view), _draws(view, signs), strict=True)
        for block in signed(page, width, words, draw, page.palette.soft, Style.BODY)
    ]


def signed(
    page: Page, width: int, words: str, draw: Draw, colour: Colour | None, style: Style
) -> list[Block]:
    """Return a paragraph of a scrolled text with a sign before its first line; its margin is `LEFT`."""
    first, *rest = page.type.wrap(words, style, width - page.px(LEFT) - page.px(14)) or ("",)

    def paint(page: Page, line: pygame.Rect) -> None:
        draw(page, pygame.Rect(line.x, line.y, page.px(LEFT - 6), line.height))
        left = page.px(LEFT)
        page.text(first, pygame.Rect(line.x + left, line.y, line.width - left, line.height), style, colour)

    return [
        Block("", Style.HEADING, flush=True, paint=paint),
        *(Block(line, style, colour=colour) for line in rest),
    ]


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


def _draws(view: MapView, signs: Signs) -> list[Draw]:
    draws = [sign(signs, "unit", side) for side in _sides(view)]
    draws += [sign(signs, symbol, "friend") for symbol, _name in _symbols(view)]
    draws += [_icon(name, role) for name, role, _words in _marks(view)]
    draws.append(_pips)
    if _meet(view):
        draws.append(_seam)
    if view.acts:
        draws.append(_target)
    return draws


def sign(signs: Signs, symbol: str, side: str, colour: Colour | None = None) -> Draw:
    """Return what draws a sign of a force, in the colour of soft text where none is given."""
    return lambda page, box: _sign(page, box, signs, symbol, side, colour)


def _sign(page: Page, box: pygame.Rect, signs: Signs, symbol: str, side: str, colour: Colour | None) -> None:
    draw_sign(page, signs, symbol, side, box.center, colour or page.palette.soft, share=SHARE)


def _icon(name: str, role: str) -> Draw:
    def draw(page: Page, box: pygame.Rect) -> None:
        page.icon(name, box, getattr(page.palette, role), 16)

    return draw


def _pips(page: Page, box: pygame.Rect) -> None:
    for pip in range(4):
        place = pygame.Rect(box.x + pip * page.px(7), box.centery - page.px(2), page.px(5), page.px(4))
        page.fill(place, page.palette.good if pip < 3 else page.palette.faint)


def _seam(page: Page, box: pygame.Rect) -> None:
    for step in range(4):
        band = box.inflate(-step * page.px(2), -page.px(4) - step * page.px(3))
        page.fill(band, mix(page.palette.land, page.palette.danger, 0.12 + 0.12 * step))


def _target(page: Page, box: pygame.Rect) -> None:
    draw_ring(page, box.center, page.px(7), page.palette.accent)

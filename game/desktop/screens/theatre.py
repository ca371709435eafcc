"""The map with what there is to know about one place beside it."""

from typing import TYPE_CHECKING

import pygame

from game.desktop.drawing.charts import draw_map
from game.desktop.drawing.marks import draw_flag
from game.desktop.drawing.symbols import HEIGHT, WIDTH, draw_symbol
from game.desktop.page import Page
from game.desktop.theme import Style
from game.desktop.widgets.scrolls import Block, scroll
from game.view.map import MapView, PlaceView

if TYPE_CHECKING:
    from game.desktop.screens.crisis import Crisis


def draw_theatre(page: Page, rect: pygame.Rect, crisis: "Crisis") -> None:
    """Draw the map, its signs, and the details of a place."""
    view, gap = crisis.play.view.map, page.gap
    told = max(page.px(96), min(page.px(180), rect.height * 24 // 100))
    keys = _legend_lines(page, rect.width, view) * page.line()
    legend = pygame.Rect(rect.x, rect.bottom - told - gap - keys, rect.width, keys)
    field = pygame.Rect(rect.x, rect.y + gap // 2, rect.width, legend.y - gap - rect.y - gap // 2)
    chosen = crisis.place or _first(view)
    told_of = draw_map(page, field, view, crisis.badges(page), chosen, crisis.choose_place)
    _legend(page, legend, view)
    box = pygame.Rect(rect.x, legend.bottom + gap, rect.width, told)
    page.fill(box, page.palette.ground, 5)
    place = next((place for place in view.places if place.id == told_of), None)
    if place is not None:
        inner = box.inflate(-2 * gap, -gap)
        scroll(page, "map.details", inner, place_blocks(page, view, place), margin=page.px(74))


def _first(view: MapView) -> str:
    """The place to tell about before one is chosen: where something happened, or where one's forces are."""

    def rank(place: PlaceView) -> tuple[bool, int, int]:
        own = [force for force in place.forces if force.mine]
        return not place.incidents, -len(own), -len(place.forces)

    return min(view.places, key=rank).id if view.places else ""


def place_blocks(page: Page, view: MapView, place: PlaceView) -> list[Block]:
    """Return everything to know about a place."""
    soft, warning = page.palette.soft, page.palette.warning
    held = f"held by {place.holder_name}" if place.holder_name else "held by nobody"
    if place.owner_name and place.owner != place.holder:
        held += f", belongs to {place.owner_name}"
    if place.facts:
        held += f"; facts on the ground {place.facts:.0f}"
    blocks = [Block(f"{place.name}: {held}", Style.STRONG, flush=True)]
    if place.summary:
        blocks.append(Block(place.summary, colour=soft, flush=True))
    blocks += [Block(name, colour=warning, lead="event") for name in place.incidents]
    for number, force in enumerate(place.forces):
        blocks.append(Block(force.words, lead="" if number else "forces"))
    coming = [force for force in view.under_way if force.going == place.id]
    blocks += [Block(force.words, lead="coming") for force in coming]
    blocks += [Block(presence.words, colour=warning, lead="tripwire") for presence in place.presence]
    for link in view.links:
        if place.id in (link.one, link.other):
            blocks.append(Block(link.words, colour=warning if link.refused_by else soft, lead="way"))
    return blocks


def _legend_items(view: MapView) -> list[tuple[str, str]]:
    """Signs and what they mean; the sign of a tripwire is no force's."""
    items = list(dict.fromkeys((force.symbol, force.type_name) for force in view.forces))
    return items + [("flag", "tripwire")] * any(place.presence for place in view.places)


def _item_width(page: Page, item: tuple[str, str]) -> int:
    return page.px(WIDTH + 5) + page.type.width(item[1], Style.BODY)


def _legend_lines(page: Page, width: int, view: MapView) -> int:
    """Return how many lines the legend takes: one or two."""
    items = _legend_items(view)
    whole = sum(_item_width(page, item) + page.px(14) for item in items) - page.px(14)
    return 0 if not items else 1 if whole <= width else 2


def _legend(page: Page, rect: pygame.Rect, view: MapView) -> None:
    """Draw which sign is which kind of force, in as many lines as there is room for."""
    palette = page.palette
    x, y = rect.x, rect.y
    for symbol, name in _legend_items(view):
        width = _item_width(page, (symbol, name))
        if x + width > rect.right:
            x, y = rect.x, y + page.line()
        if y + page.line() > rect.bottom + 1:
            return
        top = y + (page.line() - page.px(HEIGHT)) // 2
        if symbol == "flag":
            draw_flag(page, (x + page.px(8), y + page.line() // 2), palette.warning)
        else:
            draw_symbol(page, symbol, (x, top), palette.soft)
        left = x + page.px(WIDTH + 5)
        page.text(name, pygame.Rect(left, y, x + width - left, page.line()), colour=palette.soft)
        x += width + page.px(14)

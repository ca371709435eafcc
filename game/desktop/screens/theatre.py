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
    legend = pygame.Rect(rect.x, rect.bottom - told - gap - page.line(), rect.width, page.line())
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
    """The place to tell about before one is chosen: where something happened, or where the forces are."""
    places = sorted(view.places, key=lambda place: (not place.incidents, -len(place.forces)))
    return places[0].id if places else ""


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


def _legend(page: Page, rect: pygame.Rect, view: MapView) -> None:
    """Draw which sign is which kind of force, as far as there is room, and what else the map shows."""
    palette = page.palette
    x = rect.x
    kinds = dict.fromkeys((force.symbol, force.type_name) for force in view.forces)
    top = rect.y + (rect.height - page.px(HEIGHT)) // 2
    for symbol, name in kinds:
        width = page.type.width(name, Style.BODY)
        if x + page.px(WIDTH + 5) + width > rect.right:
            return
        sign = draw_symbol(page, symbol, (x, top), palette.soft)
        page.text(name, pygame.Rect(sign.right + page.px(5), rect.y, width, rect.height), colour=palette.soft)
        x = sign.right + page.px(5) + width + page.px(14)
    if any(place.presence for place in view.places):
        width = page.type.width("tripwire", Style.BODY)
        if x + page.px(17) + width <= rect.right:
            draw_flag(page, (x + page.px(2), rect.centery), palette.warning)
            words = pygame.Rect(x + page.px(17), rect.y, width, rect.height)
            page.text("tripwire", words, colour=palette.soft)

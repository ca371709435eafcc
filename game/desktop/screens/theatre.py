"""The map with what there is to know about one place beside it, and the key to its signs."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pygame
from attrs import evolve

from game.desktop.drawing.map import draw_map
from game.desktop.drawing.map_charts import Charts
from game.desktop.drawing.map_key import LEFT, key_blocks, sign, signed
from game.desktop.page import Page
from game.desktop.theme import Colour, Style
from game.desktop.typeset import capital
from game.desktop.widgets.choices import Pick, tabs
from game.desktop.widgets.scrolls import Block, blocks_height, scroll
from game.language import _, say
from game.view.map import PlaceView
from game.view.map_forces import ForceView
from game.view.words import number

if TYPE_CHECKING:
    from game.desktop.screens.crisis import Crisis

SIDE = 250
"""The width of what stands beside the map, in pixels at 1280 x 720."""


def draw_theatre(page: Page, rect: pygame.Rect, crisis: "Crisis") -> None:
    """Draw the map; beside it, where there is room or when asked for, the details of a place and the key."""
    gap, charts = page.gap, crisis.part(Charts)
    if not page.large and not charts.side:
        draw_map(page, pygame.Rect(rect.x, rect.y + gap // 2, rect.width, rect.height - gap // 2), crisis)
        return
    wide = min(round(page.px(SIDE) * max(1.0, page.type.scale / page.scale)), rect.width * 34 // 100)
    field = pygame.Rect(rect.x, rect.y + gap // 2, rect.width - wide - gap, rect.height - gap // 2)
    side = pygame.Rect(field.right + gap, field.y, wide, field.height)
    told = crisis.play.view.map.place(draw_map(page, field, crisis))
    blocks = key_blocks(page, wide, crisis.play.view.map, charts.signs)
    high = blocks_height(page, blocks, wide, page.px(LEFT))
    if page.large and side.height - high - gap >= page.px(260):
        lower = pygame.Rect(side.x, side.bottom - high, side.width, high)
        scroll(page, "map.key", lower, blocks, margin=page.px(LEFT))
        side.height -= high + 2 * gap
        page.stroke((side.x, lower.y - gap), (side.right, lower.y - gap), page.palette.faint)
        _place(page, side, crisis, told)
        return
    room = _tabs(page, side, crisis)
    if charts.side == "key":
        scroll(page, "map.key", room, blocks, margin=page.px(LEFT))
    else:
        _place(page, room, crisis, told)


def _tabs(page: Page, side: pygame.Rect, crisis: "Crisis") -> pygame.Rect:
    """Draw the tabs over what stands beside the map and return the room below them."""
    charts, high = crisis.part(Charts), page.line(Style.STRONG) + page.px(8)
    picks = [Pick("place", _("Place"), icon="milestone"), Pick("key", _("Key"), icon="key-round")]
    if page.large:
        charts.side = charts.side or "place"
    else:
        picks.append(Pick("", _("Close"), icon="x"))

    def choose(name: str) -> None:
        charts.side = name
        crisis.stage.redraw()

    tabs(page, "map.side", pygame.Rect(side.x, side.y, side.width, high), picks, charts.side, choose)
    return pygame.Rect(side.x, side.y + high + page.gap, side.width, side.height - high - page.gap)


def _place(page: Page, rect: pygame.Rect, crisis: "Crisis", place: PlaceView | None) -> None:
    if place is not None:
        scroll(page, "map.details", rect, _blocks(page, rect.width, crisis, place), margin=page.px(LEFT))


def _blocks(page: Page, width: int, crisis: "Crisis", place: PlaceView) -> list[Block]:
    """Return everything to know about a place."""
    view = crisis.play.view.map
    soft, warning, danger = page.palette.soft, page.palette.warning, page.palette.danger
    blocks = [Block(capital(place.name), Style.HEADING), Block(_held(place), Style.STRONG)]
    if place.facts:
        blocks.append(Block(say("Facts on the ground: {points}", points=number(round(place.facts)))))
    if place.sanctuary:
        blocks.append(Block(_("It lies beyond the theatre."), colour=soft))
    if place.summary:
        blocks.append(Block(place.summary, colour=soft))
    blocks += _titled(_("What happened here"), place.incidents, warning)
    blocks += _titled(_("Last turn"), [one.words for one in view.happened if one.place == place.id], danger)
    blocks += [Block(one.words, colour=warning, space=True) for one in place.presence]
    blocks = [evolve(block, flush=True) for block in blocks]
    for title, forces in (
        (_("Forces"), [one for one in place.forces if not one.way]),
        (_("Leaving"), [one for one in place.forces if one.way]),
        (_("Coming"), [one for one in view.under_way if one.going == place.id]),
    ):
        blocks += _forces(page, width, crisis, title, forces)
    ways = [link for link in view.links if place.id in (link.one, link.other)]
    if ways:
        blocks.append(Block(_("Ways"), Style.HEADING, space=True, flush=True))
    for link in ways:
        blocks.append(Block(link.words, colour=warning if link.shut else soft, flush=True))
    return blocks


def _forces(page: Page, width: int, crisis: "Crisis", title: str, forces: Sequence[ForceView]) -> list[Block]:
    """Return the forces of a place, each with its sign."""
    signs, badges = crisis.part(Charts).signs, crisis.badges(page)
    blocks = [Block(title, Style.HEADING, space=True, flush=True)] if forces else []
    for force in forces:
        badge = badges.get(force.owner)
        draw = sign(signs, force.symbol, force.side, badge.colour if badge else None)
        blocks += signed(page, width, force.name, draw, None, Style.STRONG)
        blocks.append(Block(force.brief, colour=page.palette.soft))
        if force.going and force.arrives is not None:
            told = say(
                "to {place}, there at hour {hour}", place=force.going_name, hour=f"{force.arrives:.0f}"
            )
            blocks.append(Block(told))
        elif force.going:
            blocks.append(Block(say("to {place}", place=force.going_name)))
        if force.member_name and not force.lent:
            blocks.append(Block(say("{member} has not joined", member=force.member_name)))
    return blocks


def _held(place: PlaceView) -> str:
    owned = bool(place.owner_name) and place.owner != place.holder
    if place.holder_name and owned:
        return say("Held by {holder}, belongs to {owner}", holder=place.holder_name, owner=place.owner_name)
    if place.holder_name:
        return say("Held by {holder}", holder=place.holder_name)
    if owned:
        return say("Held by nobody, belongs to {owner}", owner=place.owner_name)
    return _("Held by nobody")


def _titled(title: str, lines: Sequence[str], colour: Colour) -> list[Block]:
    if not lines:
        return []
    return [Block(title, Style.HEADING, space=True), *(Block(line, colour=colour) for line in lines)]

"""What is drawn at places and on the road: nodes, flashes of the last turn, moves, considered orders."""

import math
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import pygame
from attrs import frozen

from game.desktop.drawing.map_plates import Stack
from game.desktop.drawing.map_ways import (
    along,
    colour_of,
    curve,
    draw_plan,
    draw_road,
    main_domain,
    road,
    spot,
)
from game.desktop.drawing.marks import Badge, draw_mark
from game.desktop.drawing.symbols import Signs, box_of, draw_sign
from game.desktop.page import Page
from game.desktop.theme import Style, mix
from game.language import say
from game.view.map import MapView, PlaceView
from game.view.map_forces import ForceView

if TYPE_CHECKING:
    from game.desktop.screens.crisis import Crisis

Point = tuple[int, int]
SHARE = 0.8
"""How large the sign of a force on the road is."""
MOVING, FLASHING = 1.4, 5.0
"""Seconds in which what moved is shown to move, and in which what happened flashes."""


@frozen(eq=False)
class Marker:
    """A sign on the road, and where it has room."""

    stack: Stack
    point: Point
    rect: pygame.Rect
    label: str
    text: pygame.Rect | None


def markers(
    page: Page,
    view: MapView,
    where: Callable[[str], Point],
    badges: Mapping[str, Badge],
    field: pygame.Rect,
    taken: Sequence[pygame.Rect],
) -> list[Marker]:
    """Draw the roads of all moves, and return the signs that stand on them."""
    done = page.motion.eased("map.turn", MOVING)
    for force in view.forces:
        if force.came_from and not force.going:
            _trail(page, view, force, where, badges, done)
    found: list[Marker] = []
    busy = list(taken)
    together: dict[tuple[str, ...], list[ForceView]] = {}
    for force in view.forces:
        if force.way:
            key = (force.owner, force.type_name, force.place, *force.way, f"{force.gone:.2f}")
            together.setdefault(key, []).append(force)
    for forces in together.values():
        stack = Stack(tuple(forces))
        force = stack.first
        points = road(force, where)
        draw_road(page, points, colour_of(page, badges, force.owner))
        start = where(force.came_from) if force.came_from else where(force.place)
        now = spot(force, where)
        at = along([start, now], done) if done < 1.0 and start != now else now
        found.append(_marker(page, stack, at, field, busy))
    return found


def _trail(
    page: Page,
    view: MapView,
    force: ForceView,
    where: Callable[[str], Point],
    badges: Mapping[str, Badge],
    done: float,
) -> None:
    """Show a move that came to its end in the last turn: a fading line, and a sign that runs along it."""
    palette = page.palette
    domain = next(
        (
            main_domain(link)
            for link in view.links
            if {link.one, link.other} == {force.came_from, force.place}
        ),
        force.domain,
    )
    points = curve(where(force.came_from), where(force.place), domain)
    colour = mix(colour_of(page, badges, force.owner), palette.ground, 0.35)
    draw_plan(page, points, colour)
    if done < 1.0:
        badge = badges.get(force.owner)
        at = along(points, done)
        pygame.draw.circle(page.surface, palette.panel, at, page.px(9))
        if badge:
            draw_mark(page, badge.mark, at, page.px(6), badge.colour)


def _marker(page: Page, stack: Stack, at: Point, field: pygame.Rect, busy: list[pygame.Rect]) -> Marker:
    wide, high = box_of(page, SHARE)
    rect = pygame.Rect(0, 0, wide, high)
    rect.center = at
    arrives = stack.first.arrives
    label = say("hour {hour}", hour=f"{arrives:.0f}") if arrives is not None else ""
    text = None
    if label:
        size = page.type.width(label, Style.STRONG) + page.px(8), page.line(Style.STRONG)
        for box in (
            pygame.Rect((rect.right, rect.centery - size[1] // 2), size),
            pygame.Rect((rect.centerx - size[0] // 2, rect.bottom), size),
            pygame.Rect((rect.x - size[0], rect.centery - size[1] // 2), size),
            pygame.Rect((rect.centerx - size[0] // 2, rect.y - size[1]), size),
        ):
            if field.contains(box) and box.collidelist(busy) < 0:
                text = box
                busy.append(box)
                break
    busy.append(rect)
    return Marker(stack, at, rect, label, text)


def draw_markers(page: Page, signs: Signs, moving: Sequence[Marker], badges: Mapping[str, Badge]) -> None:
    """Draw the signs of what is on the road, and when it is there."""
    for marker in moving:
        force = marker.stack.first
        colour = colour_of(page, badges, force.owner)
        draw_sign(page, signs, force.symbol, force.side, marker.point, colour, share=SHARE)
        if marker.text is not None:
            page.fill(marker.text, page.palette.panel, 4)
            page.outline(marker.text, colour, 4)
            page.text(marker.label, marker.text, Style.STRONG, align="centre")


# --- places -----------------------------------------------------------------------------------------------


def draw_node(
    page: Page,
    crisis: "Crisis",
    view: MapView,
    place: PlaceView,
    at: Point,
    badges: Mapping[str, Badge],
) -> None:
    """Draw a place's point: a disc on land, a ring at sea, a lozenge in the air; and what happened there."""
    palette, radius = page.palette, page.px(6)
    colour = colour_of(page, badges, place.holder) if place.holder else palette.soft
    if place.presence:
        draw_ring(page, at, page.px(13), colour_of(page, badges, place.presence[0].actor), dashed=True)
    happened = any(one.place == place.id for one in view.happened)
    if place.incidents or happened:
        _flash(page, at, danger=happened)
    pygame.draw.circle(page.surface, palette.ground, at, radius + page.px(2))
    if place.medium == "land":
        pygame.draw.circle(page.surface, colour, at, radius)
        pygame.draw.circle(page.surface, palette.ground, at, max(2, page.px(2)))
    elif place.medium == "sea":
        pygame.draw.circle(page.surface, colour, at, radius, page.px(2))
    else:
        x, y = at
        points = [(x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)]
        pygame.draw.polygon(page.surface, colour, points, page.px(2))


def _flash(page: Page, at: Point, *, danger: bool) -> None:
    """Rings that spread from a place while the turn is new, and one that stays."""
    colour = page.palette.danger if danger else page.palette.warning
    new = page.motion.progress("map.turn", FLASHING)
    draw_ring(page, at, page.px(12), colour)
    if new < 1.0:
        for wave in (0.0, 0.5):
            phase = (new * 4 + wave) % 1.0
            faded = mix(colour, page.palette.land, phase)
            draw_ring(page, at, page.px(12 + 22 * phase), faded)


def draw_ring(page: Page, at: Point, radius: int, colour: tuple[int, int, int], dashed: bool = False) -> None:
    """Draw a ring round a point."""
    width = max(2, page.px(2))
    if not dashed:
        pygame.draw.circle(page.surface, colour, at, radius, width)
        return
    box = pygame.Rect(at[0] - radius, at[1] - radius, 2 * radius, 2 * radius)
    for step in range(6):
        start = step * math.tau / 6
        pygame.draw.arc(page.surface, colour, box, start, start + math.tau / 10, width)


# --- orders -----------------------------------------------------------------------------------------------


def draw_considered(page: Page, crisis: "Crisis", view: MapView, where: Callable[[str], Point]) -> None:
    """Show where the move that is looked at would act, and more quietly those that are chosen."""
    palette = page.palette
    chosen = [move for move in crisis.draft.moves if move != crisis.looked_at]
    for move, colour in (
        *((one, mix(palette.accent, palette.ground, 0.4)) for one in chosen),
        (crisis.looked_at, palette.accent),
    ):
        act = view.act(move)
        if act is None:
            continue
        for way in act.ways:
            for one, other in pairwise(way):
                domain = next(
                    (main_domain(link) for link in view.links if {link.one, link.other} == {one, other}),
                    "air",
                )
                draw_plan(page, curve(where(one), where(other), domain), colour)
        for place in act.places:
            _target(page, where(place), colour)


def _target(page: Page, at: Point, colour: tuple[int, int, int]) -> None:
    """A ring with four ticks."""
    x, y = at
    inner, outer = page.px(15), page.px(21)
    pygame.draw.circle(page.surface, colour, at, page.px(17), max(2, page.px(2)))
    for across, down in ((1, 0), (-1, 0), (0, 1), (0, -1)):
        pygame.draw.line(
            page.surface,
            colour,
            (x + across * inner, y + down * inner),
            (x + across * outer, y + down * outer),
            page.px(3),
        )

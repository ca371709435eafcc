"""Where plates and labels stand on the map, worked out once for each zoom and kept while one drags."""

import math
from collections.abc import Callable, Generator, Sequence
from itertools import pairwise

import pygame
from attrs import define, field, frozen

from game.desktop.drawing.map_camera import Camera, Projection
from game.desktop.drawing.map_labels import Seats, leader, placing
from game.desktop.drawing.map_plates import Detail, Plate, measure
from game.desktop.drawing.map_ways import along, curve, label_size, main_domain, spot
from game.desktop.drawing.symbols import box_of
from game.desktop.page import Page
from game.view.map import LinkView, MapView

SHARES = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74)
"""Where along a way its label may stand, in order of preference."""
CROWDED = 0.44
"""How much of the map plates may cover before all of them show less."""
FURTHEST, AGAIN = 64, 6
"""A plate that would stand further from its place than this shows less, in so many rounds at most."""
ASIDE = (0, 1, -1)
"""... and how many lines beside it."""


@frozen(eq=False)
class Kept:
    """Something that keeps its distance from a point while the map is dragged."""

    offset: tuple[int, int]
    size: tuple[int, int]

    def at(self, point: tuple[int, int]) -> pygame.Rect:
        """Return where it stands now."""
        return pygame.Rect((point[0] + self.offset[0], point[1] + self.offset[1]), self.size)


@define(eq=False)
class Layout:
    """Plates by place and labels by the number of the link."""

    plates: dict[str, tuple[Plate, Kept]] = field(factory=dict)
    labels: dict[int, Kept] = field(factory=dict)


def laying_out(
    page: Page,
    rect: pygame.Rect,
    view: MapView,
    camera: Camera,
    projection: Projection,
    blocked: Sequence[pygame.Rect],
    *,
    compact: bool,
) -> Generator[None, None, Layout]:
    """Place everything, in steps; the most detail is shown for which everything finds room."""
    where = {place.id: camera.pixel(projection.world(place.east, place.north)) for place in view.places}
    inner = rect.inflate(-2 * page.gap, -2 * page.gap)
    whole = camera.zoom <= 1.0
    bounds = inner if whole else inner.unionall([pygame.Rect(at, (1, 1)) for at in where.values()])
    if not whole:
        bounds = bounds.inflate(rect.width, rect.height)
    lines = [
        pair
        for link in view.links
        for pair in _pairs(curve(where[link.one], where[link.other], main_domain(link)))
    ]
    anchors = [where[place.id] for place in view.places]

    def seat_all(plates: Sequence[Plate]) -> Generator[None, None, Seats]:
        sizes = [plate.size for plate in plates]
        fixed = blocked if whole else ()
        ways = () if compact else lines  # a little map is about places: names may cover ways
        return (yield from placing(anchors, sizes, bounds, ways, fixed, gap=page.px(8), scale=page.scale))

    room = inner.width * inner.height if whole else 0
    plates = _measured(page, view, room, compact=compact)
    found = yield from seat_all(plates)
    full = [plate.detail for plate in plates]
    for _ in range(AGAIN):
        far = [n for n in _strays(page, view, anchors, found) if plates[n].detail < Detail.NAME]
        if not far:
            break
        for n in far:
            plates[n] = measure(page, view, view.places[n], Detail(plates[n].detail + 1))
        found = yield from seat_all(plates)
    less = sorted((n for n, plate in enumerate(plates) if plate.detail > full[n]), key=_importance(view))
    for n in less[:AGAIN]:  # others have made room: what matters most may show more again
        fuller = list(plates)
        fuller[n] = measure(page, view, view.places[n], Detail(plates[n].detail - 1))
        seats = yield from seat_all(fuller)
        if len(_strays(page, view, anchors, seats)) <= len(_strays(page, view, anchors, found)):
            plates, found = fuller, seats
    layout = Layout()
    taken = list(blocked) if whole else []
    for plate, seat in zip(plates, found, strict=True):
        if seat is not None:
            anchor = where[plate.place.id]
            offset = seat.x - anchor[0], seat.y - anchor[1]
            layout.plates[plate.place.id] = plate, Kept(offset, seat.size)
            taken.append(seat.inflate(page.px(4), page.px(4)))
    clear = page.px(9)
    taken += [pygame.Rect(x - clear, y - clear, 2 * clear, 2 * clear) for x, y in where.values()]
    wide, high = box_of(page)
    for force in view.under_way:
        x, y = spot(force, where.__getitem__)
        taken.append(pygame.Rect(x - wide // 2, y - high // 2, wide, high))
    for number, link in enumerate(() if compact else view.links):
        seat = _seat(page, link, curve(where[link.one], where[link.other], main_domain(link)), bounds, taken)
        if seat is not None:
            taken.append(seat)
            anchor = where[link.one]
            layout.labels[number] = Kept((seat.x - anchor[0], seat.y - anchor[1]), seat.size)
    return layout


def _strays(
    page: Page,
    view: MapView,
    anchors: Sequence[tuple[int, int]],
    found: Sequence[pygame.Rect | None],
) -> list[int]:
    """Return which plates have no seat, or one far from their place; own forces may be seen further off."""
    strays = []
    for n, seat in enumerate(found):
        own = any(force.mine for force in view.places[n].forces)
        far = page.px(FURTHEST * (2 if own else 1))
        if seat is None or math.dist(anchors[n], leader(anchors[n], seat)) > far:
            strays.append(n)
    return strays


def _importance(view: MapView) -> Callable[[int], tuple[int, int, int]]:
    """Return what sorts places by how much there is to see: own forces first, then all."""

    def rank(n: int) -> tuple[int, int, int]:
        forces = view.places[n].forces
        return -sum(force.mine for force in forces), -len(forces), n

    return rank


def _measured(page: Page, view: MapView, room: int, *, compact: bool) -> list[Plate]:
    """Return plates with the most detail for which they do not cover too much; no limit for no room."""
    plates: list[Plate] = []
    for detail in [Detail.LITTLE] if compact else list(Detail)[: Detail.LITTLE]:
        plates = [measure(page, view, place, detail) for place in view.places]
        covered = sum(plate.size[0] * plate.size[1] for plate in plates)
        if not room or covered <= CROWDED * room:
            break
    return plates


def _pairs(points: Sequence[tuple[int, int]]) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    step = max(1, len(points) // 3)
    some = [*points[:-1:step], points[-1]]
    return list(pairwise(some))


def _seat(
    page: Page,
    link: LinkView,
    points: Sequence[tuple[int, int]],
    bounds: pygame.Rect,
    taken: Sequence[pygame.Rect],
) -> pygame.Rect | None:
    size = label_size(page, link)
    if not link.hours:
        return None
    for aside in ASIDE:
        for share in SHARES:
            rect = pygame.Rect((0, 0), size)
            x, y = along(points, share)
            rect.center = x, y + aside * (size[1] // 2 + page.px(5))
            if bounds.contains(rect) and rect.collidelist(taken) < 0:
                return rect
    return None

"""Where the plates of places stand so that none covers another: the same way every time.

Each plate tries seats around its place, near ones first, and takes the cheapest that is free. The largest
choose first, and everybody may choose again when all have chosen; then whoever sits worst may begin anew
(after Christensen, Marks and Shieber 1995, "An empirical study of algorithms for point-feature label
placement", ACM Transactions on Graphics 14; Joslin and Clements 1999, "Squeaky wheel optimization", JAIR 10).
"""

import math
from collections.abc import Callable, Generator, Iterator, Sequence

import pygame
from attrs import define

from game.desktop.drawing.piecework import at_once

Point = tuple[int, int]

ROUNDS = 3
"""How often everybody chooses."""
TRIES = 6
"""How often whoever sits worst may choose first, to see whether all are better off (squeaky wheels first)."""
NOWHERE = 1e6
"""What it costs to have no seat."""
DISTANCES = (0, 8, 18, 32, 52, 80, 116, 160, 216, 288)
"""How far from its place a plate may stand, in pixels at 1280 x 720."""
ANGLES = 16
"""In how many directions."""
OVER_PLACE = 220.0
"""What it costs to cover another place's point."""
OVER_WAY = 1.1
"""What each pixel of a way that is covered costs."""
CROSSING = 90.0
"""What it costs when the line to a place runs under another plate."""
FAR, FURTHER = 1.0, 90.0
"""What each pixel of distance costs, and after how many pixels it costs as much again."""


Seats = list[pygame.Rect | None]


def place_plates(
    anchors: Sequence[Point],
    sizes: Sequence[tuple[int, int]],
    bounds: pygame.Rect,
    ways: Sequence[tuple[Point, Point]] = (),
    blocked: Sequence[pygame.Rect] = (),
    gap: int = 4,
    scale: float = 1.0,
) -> Seats:
    """Return a rectangle for each plate; None for one that finds no room. None meets another or leaves."""
    return at_once(placing(anchors, sizes, bounds, ways, blocked, gap, scale))


def placing(
    anchors: Sequence[Point],
    sizes: Sequence[tuple[int, int]],
    bounds: pygame.Rect,
    ways: Sequence[tuple[Point, Point]] = (),
    blocked: Sequence[pygame.Rect] = (),
    gap: int = 4,
    scale: float = 1.0,
) -> Generator[None, None, Seats]:
    """Do the same in steps."""
    solver = _Solver(anchors, sizes, bounds, ways, blocked, gap, scale)
    for n in range(len(sizes)):
        solver.look_round(n)
        yield
    order = sorted(range(len(sizes)), key=lambda n: (-sizes[n][0] * sizes[n][1], n))
    best, least = yield from solver.solve(order)
    for _ in range(TRIES):
        costs = solver.costs
        worst = max(order, key=lambda n: (costs[n], -n), default=0)
        if not order or order[0] == worst:
            break
        order = [worst, *(n for n in order if n != worst)]
        found, cost = yield from solver.solve(order)
        if cost < least:
            best, least = found, cost
    return best


class _Solver:
    """The seats of all plates, and choices among them in some order."""

    def __init__(
        self,
        anchors: Sequence[Point],
        sizes: Sequence[tuple[int, int]],
        bounds: pygame.Rect,
        ways: Sequence[tuple[Point, Point]],
        blocked: Sequence[pygame.Rect],
        gap: int,
        scale: float,
    ) -> None:
        self.anchors, self.sizes, self.bounds, self.ways = anchors, sizes, bounds, ways
        self.blocked, self.gap, self.scale = blocked, gap, scale
        self.seats: list[list[_Seat]] = [[] for _ in sizes]
        self._wide: set[int] = set()
        self.costs = [0.0] * len(sizes)
        """What each plate's seat cost, last time."""

    def look_round(self, n: int) -> None:
        """Find the seats near a place."""
        self.seats[n] = self._all(n, _near)

    def solve(self, order: Sequence[int]) -> Generator[None, None, tuple[Seats, float]]:
        """Let everybody choose in an order, several times; return the seats and what they cost together."""
        chosen: Seats = [None] * len(self.sizes)
        for _ in range(ROUNDS):
            before = list(chosen)
            for n in order:
                yield
                others = [
                    (self.anchors[m], one) for m, one in enumerate(chosen) if one is not None and m != n
                ]
                taken = [*self.blocked, *(one.inflate(self.gap, self.gap) for _, one in others)]
                chosen[n], self.costs[n] = self._best(n, taken, others)
                if chosen[n] is None and n not in self._wide:
                    self._wide.add(n)
                    self.seats[n] = self._all(n, _anywhere)
                    chosen[n], self.costs[n] = self._best(n, taken, others)
            if chosen == before:
                break
        return chosen, sum(self.costs)

    def _all(
        self,
        n: int,
        where: Callable[[Point, tuple[int, int], pygame.Rect, float], Iterator[tuple[float, pygame.Rect]]],
    ) -> "list[_Seat]":
        """Return the seats of a plate, the nearest first."""
        size = self.sizes[n]
        if size[0] > self.bounds.width or size[1] > self.bounds.height:
            return []
        found = [_Seat(cost, rect) for cost, rect in where(self.anchors[n], size, self.bounds, self.scale)]
        found.sort(key=lambda seat: (seat.cost, seat.rect.x, seat.rect.y))
        return found

    def _best(
        self, n: int, taken: Sequence[pygame.Rect], others: Sequence[tuple[Point, pygame.Rect]]
    ) -> tuple[pygame.Rect | None, float]:
        """Return the cheapest free seat and its cost, given where others sit and how their lines run."""
        anchor, best, least = self.anchors[n], None, NOWHERE
        for seat in self.seats[n]:
            if seat.cost >= least:
                break
            rect = seat.rect
            if rect.collidelist(taken) >= 0:
                continue
            if seat.covers is None:
                seat.covers = _in_the_way(rect, n, self.anchors, self.ways)
            cost = seat.cost + seat.covers
            end = leader(anchor, rect)
            for point, other in others:
                if other.clipline(anchor, end):
                    cost += CROSSING
                if rect.clipline(point, leader(point, other)):
                    cost += CROSSING
            if cost < least:
                best, least = rect, cost
        return best, least


@define(eq=False)
class _Seat:
    """Where a plate may stand."""

    cost: float
    """For its distance."""
    rect: pygame.Rect
    covers: float | None = None
    """What it costs for what lies under it, once that is known."""


def _near(
    anchor: Point, size: tuple[int, int], bounds: pygame.Rect, scale: float
) -> Iterator[tuple[float, pygame.Rect]]:
    """Yield seats around a place and what their distance costs."""
    wide, high = size
    clear = round(9 * scale)
    for distance in DISTANCES:
        reach = clear + distance * scale
        for step in range(ANGLES):
            angle = step * math.tau / ANGLES
            across, down = math.cos(angle), math.sin(angle)
            rect = pygame.Rect(0, 0, wide, high)
            rect.center = (
                round(anchor[0] + across * (wide / 2 + reach) * _square(across, down)),
                round(anchor[1] + down * (high / 2 + reach) * _square(across, down)),
            )
            if bounds.contains(rect):
                favour = 4 * abs(down) + (2 if down < 0 else 0)  # beside, or below, before above
                yield _stretch(distance * scale) + favour, rect


def _anywhere(
    anchor: Point, size: tuple[int, int], bounds: pygame.Rect, scale: float
) -> Iterator[tuple[float, pygame.Rect]]:
    """Yield seats all over the map, for a plate that finds none near its place."""
    (wide, high), clear = size, round(9 * scale)
    coarse = max(12, round(16 * scale))
    for x in range(bounds.x, bounds.right - wide + 1, coarse):
        for y in range(bounds.y, bounds.bottom - high + 1, coarse):
            rect = pygame.Rect(x, y, wide, high)
            if not rect.inflate(2 * clear, 2 * clear).collidepoint(anchor):
                yield _stretch(_distance(anchor, rect)) + 40, rect


def _stretch(distance: float) -> float:
    """Return what a distance costs: twice as far is more than twice as bad."""
    return distance * (FAR + distance / FURTHER)


def _square(across: float, down: float) -> float:
    """Turn a circle into a square: corners of plates lead to the place as their sides do."""
    return 1 / max(abs(across), abs(down))


def _distance(point: Point, rect: pygame.Rect) -> float:
    return math.hypot(
        max(rect.left - point[0], 0, point[0] - rect.right),
        max(rect.top - point[1], 0, point[1] - rect.bottom),
    )


def _in_the_way(
    rect: pygame.Rect, own: int, anchors: Sequence[Point], ways: Sequence[tuple[Point, Point]]
) -> float:
    """Return what it costs to cover places and ways."""
    cost = 0.0
    for n, anchor in enumerate(anchors):
        if n != own and rect.inflate(10, 10).collidepoint(anchor):
            cost += OVER_PLACE
        if n != own and _passes(anchors[own], rect, anchor):
            cost += CROSSING
    for one, other in ways:
        line = rect.clipline(one, other)
        if line:
            cost += OVER_WAY * math.dist(*line)
    if rect.collidepoint(anchors[own]):
        cost += OVER_PLACE
    return cost


def _passes(anchor: Point, rect: pygame.Rect, other: Point) -> bool:
    """Return whether the line from a place to its plate runs by another place."""
    around = pygame.Rect(other[0] - 9, other[1] - 9, 18, 18)
    return bool(around.clipline(anchor, leader(anchor, rect)))


def leader(anchor: Point, rect: pygame.Rect) -> Point:
    """Return the point of a plate that is nearest to its place."""
    return (
        min(max(anchor[0], rect.left), rect.right - 1),
        min(max(anchor[1], rect.top), rect.bottom - 1),
    )

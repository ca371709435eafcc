"""Where the plates of places stand so that none covers another: the same way every time.

Each plate tries seats around its place, near ones first, and takes the cheapest that is free; the largest
choose first, and everybody may choose again twice when all have chosen (after Christensen, Marks and Shieber
1995, "An empirical study of algorithms for point-feature label placement", ACM Transactions on Graphics 14).
"""

import math
from collections.abc import Iterator, Sequence

import pygame

Point = tuple[int, int]

ROUNDS = 3
"""How often everybody chooses."""
DISTANCES = (0, 8, 18, 32, 52, 80, 116, 160, 216, 288)
"""How far from its place a plate may stand, in pixels at 1280 x 720."""
ANGLES = 16
"""In how many directions."""
OVER_PLACE = 220.0
"""What it costs to cover another place's point."""
OVER_WAY = 1.1
"""What each pixel of a way that is covered costs."""
FAR = 1.0
"""What each pixel of distance costs."""


def place_plates(
    anchors: Sequence[Point],
    sizes: Sequence[tuple[int, int]],
    bounds: pygame.Rect,
    ways: Sequence[tuple[Point, Point]] = (),
    blocked: Sequence[pygame.Rect] = (),
    gap: int = 4,
    scale: float = 1.0,
) -> list[pygame.Rect | None]:
    """Return a rectangle for each plate; None for one that finds no room. None meets another or leaves."""
    order = sorted(range(len(sizes)), key=lambda n: (-sizes[n][0] * sizes[n][1], n))
    seats = [list(_seats(anchors[n], sizes[n], bounds, scale)) for n in range(len(sizes))]
    own = [
        [(cost + _in_the_way(rect, n, anchors, ways), rect) for cost, rect in seats[n]]
        for n in range(len(sizes))
    ]
    for some in own:
        some.sort(key=lambda seat: (seat[0], seat[1].x, seat[1].y))
    chosen: list[pygame.Rect | None] = [None] * len(sizes)
    for _ in range(ROUNDS):
        before = list(chosen)
        for n in order:
            taken = [
                *blocked,
                *(rect.inflate(gap, gap) for m, rect in enumerate(chosen) if rect is not None and m != n),
            ]
            chosen[n] = next((rect for _, rect in own[n] if rect.collidelist(taken) < 0), None)
        if chosen == before:
            break
    return chosen


def _seats(
    anchor: Point, size: tuple[int, int], bounds: pygame.Rect, scale: float
) -> Iterator[tuple[float, pygame.Rect]]:
    """Yield seats and what their distance costs: around the place, then everywhere on a coarse grid."""
    wide, high = size
    if wide > bounds.width or high > bounds.height:
        return
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
                yield distance * scale * FAR + favour, rect
    coarse = max(12, round(16 * scale))
    for x in range(bounds.x, bounds.right - wide + 1, coarse):
        for y in range(bounds.y, bounds.bottom - high + 1, coarse):
            rect = pygame.Rect(x, y, wide, high)
            if not rect.inflate(2 * clear, 2 * clear).collidepoint(anchor):
                yield _distance(anchor, rect) * FAR * 1.3 + 40, rect


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
    for one, other in ways:
        line = rect.clipline(one, other)
        if line:
            cost += OVER_WAY * math.dist(*line)
    if rect.collidepoint(anchors[own]):
        cost += OVER_PLACE
    return cost


def leader(anchor: Point, rect: pygame.Rect) -> Point:
    """Return the point of a plate that is nearest to its place."""
    return (
        min(max(anchor[0], rect.left), rect.right - 1),
        min(max(anchor[1], rect.top), rect.bottom - 1),
    )

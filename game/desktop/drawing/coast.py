"""The coasts of the world, as assets/map/land.npz keeps them. No borders: who holds what is the game's."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
from attrs import frozen

from game.places import assets_folder

Points = npt.NDArray[np.float64]

STEPS = 100
"""In a degree, in the file."""


@frozen(eq=False)
class Ring:
    """A coast that ends where it began."""

    points: Points
    """Degrees east and north."""
    water: bool
    """Whether it is water within land."""
    west: float
    south: float
    east: float
    north: float


class Coast:
    """All the land there is."""

    def __init__(self) -> None:
        with np.load(assets_folder() / "map" / "land.npz") as file:
            points = file["points"].astype(np.float64) / STEPS
            starts, holes = file["starts"], file["holes"]
        self.rings: tuple[Ring, ...] = tuple(
            _ring(points[first:last], bool(hole))
            for first, last, hole in zip(starts[:-1], starts[1:], holes, strict=True)
        )

    def within(self, west: float, south: float, east: float, north: float) -> Iterator[Ring]:
        """Yield what lies within these degrees, cut off a little beyond them, water last."""
        for ring in sorted(self.rings, key=lambda ring: ring.water):
            if ring.east < west or ring.west > east or ring.north < south or ring.south > north:
                continue
            points = ring.points
            for axis, limit, keep in ((0, west, 1), (0, east, -1), (1, south, 1), (1, north, -1)):
                points = clipped(points, axis, limit, keep)
            if len(points) > 2:
                yield Ring(points, ring.water, west, south, east, north)


def _ring(points: Points, water: bool) -> Ring:
    west, south = points.min(axis=0)
    east, north = points.max(axis=0)
    return Ring(points, water, float(west), float(south), float(east), float(north))


def clipped(points: Points, axis: int, limit: float, keep: int) -> Points:
    """Cut a ring at a line across one axis (Sutherland and Hodgman 1974); `keep` 1 keeps what lies above."""
    if not len(points):
        return points
    depth = (points[:, axis] - limit) * keep
    inside = depth >= 0
    if inside.all():
        return points
    before, was_inside = np.roll(points, 1, axis=0), np.roll(inside, 1)
    crosses = inside != was_inside
    gone = np.roll(depth, 1)
    share = np.divide(gone, gone - depth, out=np.zeros_like(gone), where=crosses)
    crossing = before + (points - before) * share[:, None]
    order = np.concatenate([np.arange(len(points))[crosses] * 2, np.arange(len(points))[inside] * 2 + 1])
    found = np.concatenate([crossing[crosses], points[inside]])
    result: Points = found[np.argsort(order)]
    return result

"""Soft areas: how strongly each place colours what lies around it, where two holders meet, and invented land.

An area has no border. Each place weighs on the land around it, less the further away; who weighs most tints
the land, and where two holders weigh alike there is a seam.
"""

import math
from collections.abc import Sequence
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

from game.desktop.drawing.map_camera import Point, Projection
from game.view.map import MapView

Grid = npt.NDArray[np.float64]

REACH = 0.9
"""How far a place's colour reaches, as a share of the way to the nearest other place."""
WAVES = 9
"""How many waves make an invented coast uneven."""


class Areas:
    """Weights on a coarse grid over a surface, all from 0 to 1."""

    def __init__(
        self,
        view: MapView,
        projection: Projection,
        corner: Point,
        scale: float,
        size: tuple[int, int],
        step: int,
    ) -> None:
        xs, ys = _grid(corner, scale, size, step)
        points = [projection.world(place.east, place.north) for place in view.places]
        reach = reaches(points)
        self.held: dict[str, Grid] = {}
        """By who holds it."""
        self.theatre: Grid = np.zeros_like(xs)
        """1 in the theatre, 0 far beyond it."""
        middle = float(np.median(reach)) if reach else 1.0
        for place, point, far in zip(view.places, points, reach, strict=True):
            away = (xs - point[0]) ** 2 + (ys - point[1]) ** 2
            if not place.sanctuary:
                wide = max(far, middle) * 2.4
                self.theatre = np.maximum(self.theatre, np.exp(-away / wide**2))
            if place.holder and place.medium == "land":
                weight = np.exp(-away / (far * 1.25) ** 2)
                earlier = self.held.get(place.holder)
                self.held[place.holder] = weight if earlier is None else np.maximum(weight, earlier)
        self.theatre = np.clip(self.theatre * 1.6, 0, 1)
        self.seam: Grid = _seam(list(self.held.values()), xs)
        """1 where two holders weigh alike and both weigh, and where forces face one another."""
        for place, point, far in zip(view.places, points, reach, strict=True):
            if place.contested:
                away = (xs - point[0]) ** 2 + (ys - point[1]) ** 2
                self.seam = np.maximum(self.seam, np.exp(-away / (0.5 * far) ** 2) * 0.8)


def _seam(weights: Sequence[Grid], like: Grid) -> Grid:
    if len(weights) < 2:
        return np.zeros_like(like)
    ranked = np.sort(np.stack(weights), axis=0)
    first, second = ranked[-1], ranked[-2]
    even = 1 - (first - second) / np.maximum(first + second, 1e-9)
    found: Grid = np.clip((even - 0.72) / 0.28, 0, 1) ** 2 * np.clip(second * 3.0 - 0.35, 0, 1)
    return found


def reaches(points: Sequence[Point]) -> list[float]:
    """Return how far each place's colour reaches; places close together do not hide one another."""
    away = [
        min((math.dist(one, other) for m, other in enumerate(points) if m != n), default=1.0) or 1.0
        for n, one in enumerate(points)
    ]
    usual = float(np.median(away)) if away else 1.0
    return [REACH * min(max(one, 0.9 * usual), 1.6 * usual) for one in away]


def _grid(corner: Point, scale: float, size: tuple[int, int], step: int) -> tuple[Grid, Grid]:
    wide, high = -(-size[0] // step), -(-size[1] // step)
    xs = corner[0] + (np.arange(wide) + 0.5) * step / scale
    ys = corner[1] + (np.arange(high) + 0.5) * step / scale
    across, down = np.meshgrid(xs, ys, indexing="ij")
    return across, down


def invented_height(
    view: MapView, projection: Projection, corner: Point, scale: float, size: tuple[int, int], step: int
) -> Grid:
    """Return heights of an invented land, above 0 where there is land; places lie on what they should."""
    xs, ys = _grid(corner, scale, size, step)
    points = [projection.world(place.east, place.north) for place in view.places]
    reach = reaches(points)
    usual = float(np.median(reach)) if reach else 1.0
    height = np.full_like(xs, -0.30)
    land, water = np.zeros_like(xs), np.zeros_like(xs)
    for place, point in zip(view.places, points, strict=True):
        near = np.exp(-((xs - point[0]) ** 2 + (ys - point[1]) ** 2) / (usual * 2.3) ** 2)
        if place.medium == "sea":
            water = np.maximum(water, near)
        else:
            land = 1 - (1 - land) * (1 - near)
    height += 0.95 * land - 0.85 * water
    pure = 1 - np.maximum(0, 2 * np.maximum(land, water) - 1) * 0.6
    found: Grid = height + _waves(view, xs / usual, ys / usual) * 0.16 * pure
    return found


def _waves(view: MapView, xs: Grid, ys: Grid) -> Grid:
    """Unevenness that is the same for the same places."""
    seed = blake2b("|".join(place.id for place in view.places).encode(), digest_size=64).digest()
    total = np.zeros_like(xs)
    for n in range(WAVES):
        angle, phase = seed[2 * n] / 256 * math.tau, seed[2 * n + 1] / 256 * math.tau
        often = 0.55 * 1.45**n
        total += np.sin((xs * math.cos(angle) + ys * math.sin(angle)) * often + phase) / (1 + 0.55 * n)
    return total

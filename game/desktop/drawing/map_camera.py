"""Where things on the map stand in the window: the projection, and how far one has gone in and to which side.

A real map is drawn with the same scale along all parallels and meridians at the middle of the theatre
(equirectangular); an invented one is spread to suit the room.
"""

import math
from collections.abc import Sequence

import pygame
from attrs import define, field, frozen

from game.view.map import MapView

Point = tuple[float, float]
"""A point of the map before anybody looks: to the right and down."""

CLOSEST = 6.0
"""How far one can go in."""
STEP = 1.25
"""One step of the wheel."""
SPREAD = (0.9, 1.9)
"""Width of an invented map for its height: that of the room, within these bounds."""


@frozen
class Projection:
    """From a scenario's coordinates to the map's."""

    across: float
    """How much a step to the east is worth, against one to the north."""
    real: bool

    def world(self, east: float, north: float) -> Point:
        """Return where a point lies."""
        return east * self.across, -north

    def degrees(self, point: Point) -> tuple[float, float]:
        """Return the coordinates of a point, east and north."""
        return point[0] / self.across, -point[1]


def projection_of(view: MapView, room: pygame.Rect) -> Projection:
    """Return the projection that suits a map in a room."""
    norths = [place.north for place in view.places] or [0.0]
    if view.real_coast:
        return Projection(math.cos(math.radians((min(norths) + max(norths)) / 2)), True)
    easts = [place.east for place in view.places] or [0.0]
    wide, high = max(easts) - min(easts), max(norths) - min(norths)
    spread = max(SPREAD[0], min(SPREAD[1], room.width / max(1, room.height)))
    return Projection(spread * high / wide if wide > 0 and high > 0 else 1.0, False)


@define(eq=False)
class Camera:
    """What part of the map is seen in a field."""

    zoom: float = 1.0
    """1 shows everything."""
    shift: Point = (0.0, 0.0)
    """How far the middle lies from the middle of everything, in the map's own measure."""
    _field: pygame.Rect = field(factory=lambda: pygame.Rect(0, 0, 1, 1))
    _low: Point = (0.0, 0.0)
    _high: Point = (1.0, 1.0)
    _fit: float = 1.0

    def look(self, room: pygame.Rect, points: Sequence[Point], margin: tuple[int, int]) -> None:
        """Look at these points through a field; `margin` stays free at its sides, and above and below."""
        self._field = room.copy()
        xs, ys = [x for x, _ in points] or [0.0], [y for _, y in points] or [0.0]
        self._low, self._high = (min(xs), min(ys)), (max(xs), max(ys))
        wide, high = self._high[0] - self._low[0], self._high[1] - self._low[1]
        across = max(40, room.width - 2 * margin[0]) / wide if wide > 0 else math.inf
        down = max(40, room.height - 2 * margin[1]) / high if high > 0 else math.inf
        fit = min(across, down)
        self._fit = fit if math.isfinite(fit) else 60.0
        self._bound()

    @property
    def scale(self) -> float:
        """Pixels for one step of the map."""
        return self._fit * self.zoom

    @property
    def middle(self) -> Point:
        """The point in the middle of the field."""
        return (
            (self._low[0] + self._high[0]) / 2 + self.shift[0],
            (self._low[1] + self._high[1]) / 2 + self.shift[1],
        )

    def pixel(self, point: Point) -> tuple[int, int]:
        """Return where a point stands in the window."""
        x, y = self.middle
        return (
            self._field.centerx + round((point[0] - x) * self.scale),
            self._field.centery + round((point[1] - y) * self.scale),
        )

    def point(self, pixel: tuple[int, int]) -> Point:
        """Return the point that stands at a pixel."""
        x, y = self.middle
        return x + (pixel[0] - self._field.centerx) / self.scale, y + (
            pixel[1] - self._field.centery
        ) / self.scale

    def pan(self, across: int, down: int) -> None:
        """Drag the map by some pixels."""
        self.shift = self.shift[0] - across / self.scale, self.shift[1] - down / self.scale
        self._bound()

    def go_in(self, steps: float, at: tuple[int, int] | None = None) -> None:
        """Zoom by steps of the wheel; the point under a pixel stays where it is."""
        pixel = at if at and self._field.collidepoint(at) else self._field.center
        before = self.point(pixel)
        self.zoom = min(CLOSEST, max(1.0, self.zoom * STEP**steps))
        after = self.point(pixel)
        self.shift = self.shift[0] + before[0] - after[0], self.shift[1] + before[1] - after[1]
        self._bound()

    def show_all(self) -> None:
        """Show everything again."""
        self.zoom, self.shift = 1.0, (0.0, 0.0)

    def bring_in(self, point: Point, margin: int) -> None:
        """Shift the map until a point is well within the field."""
        x, y = self.pixel(point)
        inner = self._field.inflate(-2 * margin, -2 * margin)
        across = min(0, inner.right - x) + max(0, inner.left - x)
        down = min(0, inner.bottom - y) + max(0, inner.top - y)
        if self.zoom > 1.0 and (across or down):
            self.pan(across, down)

    def _bound(self) -> None:
        """Keep the map in sight: one can go as far as its outermost places come to the middle."""
        if self.zoom <= 1.0:
            self.shift = (0.0, 0.0)
            return
        half = (self._high[0] - self._low[0]) / 2, (self._high[1] - self._low[1]) / 2
        room = self._field.width / self.scale / 4, self._field.height / self.scale / 4
        self.shift = (
            max(-half[0] - room[0], min(half[0] + room[0], self.shift[0])),
            max(-half[1] - room[1], min(half[1] + room[1], self.shift[1])),
        )

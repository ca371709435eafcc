"""What lies under the map: sea, land, coast, a whisper of a graticule, and soft areas of who holds what.

All of it is painted once on a surface larger than the field, and painted anew when one zooms, when one has
dragged the map past its edge, or when a place changes hands.
"""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
import pygame
from attrs import frozen

from game.desktop.drawing.coast import Coast
from game.desktop.drawing.map_areas import Areas, invented_height
from game.desktop.drawing.map_camera import Camera, Projection
from game.desktop.drawing.map_ways import draw_way
from game.desktop.drawing.marks import Badge, draw_mark
from game.desktop.page import Page
from game.desktop.theme import Colour, Palette, mix
from game.view.map import MapView

BEYOND = 320
"""How much more than the field is painted, to each side, in pixels at 1280 x 720."""
COARSE = 12
"""Soft areas are worked out for squares of so many pixels."""
FINE = 6
"""An invented coast is worked out for squares of so many pixels."""
TINT = 0.42
"""How strong the colour of who holds a place is where it is strongest."""
DUSK = 0.22
"""How much darker it is beyond the theatre."""
WIDTH_OF_MARKS = 26
"""How far the marks of who holds a place stand apart, in pixels at 1280 x 720."""

Grid = npt.NDArray[np.float64]


@frozen
class _Painted:
    """What the kept surface was painted for."""

    size: tuple[int, int]
    scale: float
    across: float
    palette: Palette
    holders: tuple[str, ...]
    contested: tuple[bool, ...]
    shut: tuple[bool, ...]
    type_scale: float


class Ground:
    """The surface under one map."""

    def __init__(self) -> None:
        self._coast: Coast | None = None
        self._surface: pygame.Surface | None = None
        self._painted: _Painted | None = None
        self._corner = (0.0, 0.0)
        """The point of the map at the surface's upper left."""

    def draw(
        self,
        page: Page,
        rect: pygame.Rect,
        view: MapView,
        camera: Camera,
        projection: Projection,
        badges: Mapping[str, Badge],
    ) -> None:
        """Draw the ground in a field."""
        wanted = _Painted(
            rect.size,
            camera.scale,
            projection.across,
            page.palette,
            tuple(place.holder for place in view.places),
            tuple(place.contested for place in view.places),
            tuple(link.shut for link in view.links),
            page.scale,
        )
        offset = self._offset(rect, camera)
        if wanted != self._painted or offset is None or self._surface is None:
            beyond = page.px(BEYOND), page.px(BEYOND)
            if camera.zoom <= 1.0:
                beyond = (0, 0)  # one cannot drag a map that is seen whole
            size = rect.width + 2 * beyond[0], rect.height + 2 * beyond[1]
            self._corner = camera.point((rect.x - beyond[0], rect.y - beyond[1]))
            self._surface = self._paint(page, size, view, camera.scale, projection, badges)
            self._painted = wanted
            offset = beyond
        page.surface.blit(self._surface, rect, pygame.Rect(offset, rect.size))

    def _offset(self, rect: pygame.Rect, camera: Camera) -> tuple[int, int] | None:
        """Where the field lies on the kept surface; None where it reaches beyond it."""
        if self._surface is None or self._painted is None or self._painted.scale != camera.scale:
            return None
        x, y = camera.point(rect.topleft)
        left = round((x - self._corner[0]) * camera.scale)
        top = round((y - self._corner[1]) * camera.scale)
        whole = self._surface.get_rect()
        return (left, top) if whole.contains(pygame.Rect((left, top), rect.size)) else None

    # --- painting -----------------------------------------------------------------------------------------

    def _paint(
        self,
        page: Page,
        size: tuple[int, int],
        view: MapView,
        scale: float,
        projection: Projection,
        badges: Mapping[str, Badge],
    ) -> pygame.Surface:
        surface = pygame.Surface(size)
        surface.fill(page.palette.sea)
        areas = Areas(view, projection, self._corner, scale, size, COARSE)
        if view.real_coast:
            self._graticule(page, surface, scale, projection)
            land = self._land(page, surface, scale, projection)
        else:
            land = self._invented(page, surface, view, scale, projection)
        _tint(page, surface, areas, land, badges)
        _marks(page, surface, areas, land, badges, self._corner, scale)
        self._ways(page, surface, view, scale, projection)
        return surface

    def _ways(
        self, page: Page, surface: pygame.Surface, view: MapView, scale: float, projection: Projection
    ) -> None:
        where = {}
        for place in view.places:
            x, y = projection.world(place.east, place.north)
            where[place.id] = round((x - self._corner[0]) * scale), round((y - self._corner[1]) * scale)
        sheet = Page(surface, page.type, page.palette, page.memory)
        sheet.scale = page.scale
        for link in view.links:
            draw_way(sheet, link, where.__getitem__)

    def _graticule(self, page: Page, surface: pygame.Surface, scale: float, projection: Projection) -> None:
        colour = mix(page.palette.sea, page.palette.coast, 0.28)
        wide, high = surface.get_size()
        west, north = projection.degrees(self._corner)
        east, south = projection.degrees((self._corner[0] + wide / scale, self._corner[1] + high / scale))
        step = 5 if scale < 90 else 2 if scale < 220 else 1
        for degree in range(int(west // step) * step, int(east) + step, step):
            x = round((projection.world(degree, 0)[0] - self._corner[0]) * scale)
            pygame.draw.line(surface, colour, (x, 0), (x, high))
        for degree in range(int(south // step) * step, int(north) + step, step):
            y = round((projection.world(0, degree)[1] - self._corner[1]) * scale)
            pygame.draw.line(surface, colour, (0, y), (wide, y))

    def _land(self, page: Page, surface: pygame.Surface, scale: float, projection: Projection) -> Grid:
        """Draw the real land; return how much of each coarse square is land."""
        self._coast = self._coast or Coast()
        palette = page.palette
        wide, high = surface.get_size()
        west, north = projection.degrees(self._corner)
        east, south = projection.degrees((self._corner[0] + wide / scale, self._corner[1] + high / scale))
        width = max(1, page.px(1))
        shallow = mix(palette.sea, palette.coast, 0.16)
        shapes = []
        for ring in self._coast.within(west - 1, south - 1, east + 1, north + 1):
            xs = (ring.points[:, 0] * projection.across - self._corner[0]) * scale
            ys = (-ring.points[:, 1] - self._corner[1]) * scale
            shapes.append((np.round(np.stack([xs, ys], axis=1)).astype(int).tolist(), ring.water))
        for points, _ in shapes:  # shallow water along the coast
            pygame.draw.lines(surface, shallow, True, points, page.px(7))
        for points, water in shapes:
            pygame.draw.polygon(surface, palette.sea if water else palette.land, points)
        small = pygame.Surface((-(-wide // COARSE), -(-high // COARSE)))
        for points, water in shapes:
            coarse = [(x / COARSE, y / COARSE) for x, y in points]
            pygame.draw.polygon(small, (0, 0, 0) if water else (255, 255, 255), coarse)
        for points, _ in shapes:
            if width > 1:
                pygame.draw.lines(surface, palette.coast, True, points, width)
            pygame.draw.aalines(surface, palette.coast, True, points)
        found: Grid = pygame.surfarray.array_red(small).astype(np.float64) / 255
        return found

    def _invented(
        self, page: Page, surface: pygame.Surface, view: MapView, scale: float, projection: Projection
    ) -> Grid:
        """Draw a land that does not exist: where places lie on land there is land, and round them water."""
        palette, size = page.palette, surface.get_size()
        height = invented_height(view, projection, self._corner, scale, size, FINE)
        sea, land = np.array(palette.sea, float), np.array(palette.land, float)
        coast = np.array(palette.coast, float)
        share = np.clip(height * 14 + 0.5, 0, 1)[..., None]
        colours = sea + (land - sea) * share
        shallow = np.clip(1 - np.abs(height + 0.05) / 0.07, 0, 1)[..., None] * (height < 0)[..., None]
        colours += (coast - colours) * 0.12 * shallow
        rise = np.clip(1 - np.abs((height % 0.16) - 0.08) / 0.012, 0, 1) * (height > 0.1)
        colours += (coast - colours) * 0.10 * rise[..., None]
        shore = np.clip(1 - np.abs(height) / 0.016, 0, 1)[..., None]
        colours += (coast - colours) * 0.75 * shore
        small = pygame.surfarray.make_surface(colours.astype(np.uint8))
        grown = small.get_width() * FINE, small.get_height() * FINE
        surface.blit(pygame.transform.smoothscale(small, grown), (0, 0))
        step = COARSE // FINE
        rough = share[::step, ::step, 0]
        found: Grid = np.array(rough[: -(-size[0] // COARSE), : -(-size[1] // COARSE)])
        return found


def _tint(page: Page, surface: pygame.Surface, areas: Areas, land: Grid, badges: Mapping[str, Badge]) -> None:
    """Lay the holders' colours over their areas, a seam where they meet, and dusk beyond the theatre."""
    palette = page.palette
    shape = areas.theatre.shape
    land = _fitted(land, shape)
    colours, strength = np.zeros((*shape, 3)), np.zeros(shape)
    weights = [(holder, weight) for holder, weight in areas.held.items() if holder in badges]
    total = sum((weight for _, weight in weights), np.full(shape, 1e-9))
    for holder, weight in weights:
        colours += np.array(badges[holder].colour, float) * (weight / total)[..., None]
    if weights:
        strength = np.clip(np.max([weight for _, weight in weights], axis=0) * 1.15, 0, 1) * TINT
    seam = areas.seam * 0.8
    danger = np.array(palette.danger, float)
    colours += (danger - colours) * seam[..., None]
    strength = np.maximum(strength, seam * 0.62) * (0.12 + 0.88 * land)
    _blend(surface, colours, strength)
    dusk = np.broadcast_to(np.array(palette.veil if palette.dark else palette.ground, float), colours.shape)
    _blend(surface, dusk, (1 - areas.theatre) * (DUSK if palette.dark else 0.45))


def _fitted(grid: Grid, shape: tuple[int, ...]) -> Grid:
    """Give a grid a shape that differs by a row or a column at most."""
    pad = [(0, max(0, want - have)) for want, have in zip(shape, grid.shape, strict=True)]
    found: Grid = np.pad(grid, pad, mode="edge")[: shape[0], : shape[1]]
    return found


def _blend(surface: pygame.Surface, colours: Grid, strength: Grid) -> None:
    """Lay coarse colours over a surface, softly."""
    wide, high = strength.shape
    layer = pygame.Surface((wide, high), pygame.SRCALPHA)
    pygame.surfarray.blit_array(layer, np.clip(colours, 0, 255).astype(np.uint8))
    alpha = pygame.surfarray.pixels_alpha(layer)
    alpha[:] = np.clip(strength * 255, 0, 255).astype(np.uint8)
    del alpha
    surface.blit(pygame.transform.smoothscale(layer, (wide * COARSE, high * COARSE)), (0, 0))


def _marks(
    page: Page,
    surface: pygame.Surface,
    areas: Areas,
    land: Grid,
    badges: Mapping[str, Badge],
    corner: tuple[float, float],
    scale: float,
) -> None:
    """Strew each holder's mark over its area: whoever does not tell colours apart sees it too."""
    step = page.px(WIDTH_OF_MARKS)
    radius = max(2, page.px(2.6))
    wide, high = surface.get_size()
    land = _fitted(land, areas.theatre.shape)
    stamps = {holder: _stamp(page, badges[holder], radius) for holder in areas.held if holder in badges}
    first = round(-corner[1] * scale) % step
    lines = round(-corner[1] * scale) // step
    for number, y in enumerate(range(first - step, high + step, step)):
        shift = step // 2 if (number - lines) % 2 else 0
        for x in range(round(-corner[0] * scale) % step - 2 * step + shift, wide + step, step):
            column, row = x // COARSE, y // COARSE
            if not (0 <= column < land.shape[0] and 0 <= row < land.shape[1]) or land[column, row] < 0.5:
                continue
            best = max(stamps, key=lambda one: areas.held[one][column, row], default="")
            weight = areas.held[best][column, row] if best else 0.0
            if weight < 0.22 or areas.seam[column, row] > 0.35:
                continue
            stamp = stamps[best]
            stamp.set_alpha(round(min(1.0, weight * 1.1) * 150))
            surface.blit(stamp, (x - radius - 1, y - radius - 1))


def _stamp(page: Page, badge: Badge, radius: int) -> pygame.Surface:
    side = 2 * radius + 3
    stamp = pygame.Surface((side, side), pygame.SRCALPHA)
    colour: Colour = mix(badge.colour, page.palette.ink, 0.15)
    sheet = Page(stamp, page.type, page.palette, page.memory)
    sheet.scale = page.scale
    draw_mark(sheet, badge.mark, (radius + 1,) * 2, radius, colour)
    return stamp

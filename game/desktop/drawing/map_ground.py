"""What lies under the map: sea, land, coast, a whisper of a graticule, and soft areas of who holds what.

All of it is painted once on a surface larger than the field, and painted anew when one zooms, when one has
dragged the map towards its edge, or when a place changes hands. That takes longer than a frame: where one
only looks from nearer or further, it is done a little in each frame, and the old picture, scaled, stands in.
"""

from collections.abc import Generator, Mapping

import numpy as np
import numpy.typing as npt
import pygame
from attrs import evolve, frozen

from game.desktop.drawing.coast import Coast
from game.desktop.drawing.map_areas import Areas, invented_height
from game.desktop.drawing.map_camera import Camera, Point, Projection
from game.desktop.drawing.map_ways import draw_way
from game.desktop.drawing.marks import Badge, draw_mark
from game.desktop.drawing.piecework import Piecework, at_once
from game.desktop.page import Page
from game.desktop.theme import Colour, Palette, mix
from game.view.map import MapView

BEYOND = 320
"""How much more than the field is painted, to each side, in pixels at 1280 x 720."""
AHEAD = 120
"""So near to the edge of what is painted, the next picture is begun."""
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
Steps = Generator[None, None, None]


@frozen(eq=False)
class _Picture:
    """A painted ground, and the point of the map at its upper left."""

    surface: pygame.Surface
    corner: Point


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
        self._picture: _Picture | None = None
        self._painted: _Painted | None = None
        self._next: Piecework[_Picture] = Piecework()

    @property
    def busy(self) -> bool:
        """Whether another picture is being painted."""
        return self._next.busy

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
        old, before = self._picture, self._painted
        if (
            old is None
            or before is None
            or page.motion.reduced
            or evolve(before, scale=camera.scale) != wanted
        ):
            self._next.stop()  # nothing there is like it: what has changed hands is never shown as it was
            old = self._take(at_once(self._paint(page, rect, view, camera, projection, badges)), wanted)
        elif self._is_due(page, rect, camera, old, before):
            if not self._next.busy_with(wanted):
                self._next.begin(wanted, self._paint(page, rect, view, camera, projection, badges))
            new = self._next.go_on()
            old = old if new is None else self._take(new, wanted)
            page.motion.ask()
        _lay(page, rect, camera, old, self._painted.scale if self._painted else camera.scale)

    def _take(self, picture: _Picture, painted: _Painted) -> _Picture:
        self._picture, self._painted = picture, painted
        return picture

    def _is_due(
        self, page: Page, rect: pygame.Rect, camera: Camera, old: _Picture, painted: _Painted
    ) -> bool:
        """Whether another picture is needed, or soon will be."""
        if painted.scale != camera.scale:
            return True
        ahead = 2 * page.px(AHEAD) if camera.zoom > 1.0 else 0
        seen = rect.inflate(ahead, ahead)
        seen.topleft = _offset(seen, camera, old)
        return not old.surface.get_rect().contains(seen)

    # --- painting -----------------------------------------------------------------------------------------

    def _paint(
        self,
        page: Page,
        rect: pygame.Rect,
        view: MapView,
        camera: Camera,
        projection: Projection,
        badges: Mapping[str, Badge],
    ) -> Generator[None, None, _Picture]:
        beyond, scale = page.px(BEYOND), camera.scale
        if camera.zoom <= 1.0:
            beyond = 0  # one cannot drag a map that is seen whole
        size = rect.width + 2 * beyond, rect.height + 2 * beyond
        corner = camera.point((rect.x - beyond, rect.y - beyond))
        surface = pygame.Surface(size)
        surface.fill(page.palette.sea)
        areas = Areas(view, projection, corner, scale, size, COARSE)
        yield
        picture = _Picture(surface, corner)
        if view.real_coast:
            _graticule(page, picture, scale, projection)
            land = yield from self._land(page, picture, scale, projection)
        else:
            land = _invented(page, picture, view, scale, projection)
        yield
        yield from _tint(page, surface, areas, land, badges)
        yield from _marks(page, surface, areas, land, badges, corner, scale)
        _ways(page, picture, view, scale, projection)
        return picture

    def _land(
        self, page: Page, picture: _Picture, scale: float, projection: Projection
    ) -> Generator[None, None, Grid]:
        """Draw the real land; return how much of each coarse square is land."""
        surface, corner = picture.surface, picture.corner
        self._coast = self._coast or Coast()
        palette = page.palette
        wide, high = surface.get_size()
        west, north = projection.degrees(corner)
        east, south = projection.degrees((corner[0] + wide / scale, corner[1] + high / scale))
        width = max(1, page.px(1))
        shallow = mix(palette.sea, palette.coast, 0.16)
        shapes = []
        for ring in self._coast.within(west - 1, south - 1, east + 1, north + 1):
            xs = (ring.points[:, 0] * projection.across - corner[0]) * scale
            ys = (-ring.points[:, 1] - corner[1]) * scale
            points = list(zip(_whole(xs), _whole(ys), strict=True))
            shapes.append((points, ring.water))
            yield
        for points, _ in shapes:  # shallow water along the coast
            pygame.draw.lines(surface, shallow, True, points, page.px(7))
            yield
        for points, water in shapes:
            pygame.draw.polygon(surface, palette.sea if water else palette.land, points)
            yield
        small = pygame.Surface((-(-wide // COARSE), -(-high // COARSE)))
        for points, water in shapes:
            coarse = [(x / COARSE, y / COARSE) for x, y in points]
            pygame.draw.polygon(small, (0, 0, 0) if water else (255, 255, 255), coarse)
        for points, _ in shapes:
            if width > 1:
                pygame.draw.lines(surface, palette.coast, True, points, width)
            pygame.draw.aalines(surface, palette.coast, True, points)
            yield
        found: Grid = pygame.surfarray.array_red(small).astype(np.float64) / 255
        return found


def _whole(numbers: Grid) -> list[int]:
    found: list[int] = np.round(numbers).astype(int).tolist()
    return found


def _offset(rect: pygame.Rect, camera: Camera, picture: _Picture) -> tuple[int, int]:
    """Return where a field lies on a picture of its own scale."""
    x, y = camera.point(rect.topleft)
    return (
        round((x - picture.corner[0]) * camera.scale),
        round((y - picture.corner[1]) * camera.scale),
    )


def _lay(page: Page, rect: pygame.Rect, camera: Camera, picture: _Picture, scale: float) -> None:
    """Lay the part of a picture that is seen in the field, scaled where it was painted for another scale."""
    whole = picture.surface.get_rect()
    if scale == camera.scale:
        seen = pygame.Rect(_offset(rect, camera, picture), rect.size)
        if not whole.contains(seen):
            pygame.draw.rect(page.surface, page.palette.sea, rect)
        page.surface.blit(picture.surface, rect, seen)
        return
    share = scale / camera.scale
    x, y = camera.point(rect.topleft)
    left, top = (x - picture.corner[0]) * scale, (y - picture.corner[1]) * scale
    seen = pygame.Rect(round(left), round(top), round(rect.width * share), round(rect.height * share))
    part = seen.clip(whole)
    if part != seen:
        pygame.draw.rect(page.surface, page.palette.sea, rect)
    if part:
        size = min(rect.width, round(part.width / share)), min(rect.height, round(part.height / share))
        at = rect.x + round((part.x - seen.x) / share), rect.y + round((part.y - seen.y) / share)
        page.surface.blit(pygame.transform.scale(picture.surface.subsurface(part), size), at)


def _graticule(page: Page, picture: _Picture, scale: float, projection: Projection) -> None:
    surface, corner = picture.surface, picture.corner
    colour = mix(page.palette.sea, page.palette.coast, 0.28)
    wide, high = surface.get_size()
    west, north = projection.degrees(corner)
    east, south = projection.degrees((corner[0] + wide / scale, corner[1] + high / scale))
    step = 5 if scale < 90 else 2 if scale < 220 else 1
    for degree in range(int(west // step) * step, int(east) + step, step):
        x = round((projection.world(degree, 0)[0] - corner[0]) * scale)
        pygame.draw.line(surface, colour, (x, 0), (x, high))
    for degree in range(int(south // step) * step, int(north) + step, step):
        y = round((projection.world(0, degree)[1] - corner[1]) * scale)
        pygame.draw.line(surface, colour, (0, y), (wide, y))


def _invented(page: Page, picture: _Picture, view: MapView, scale: float, projection: Projection) -> Grid:
    """Draw a land that does not exist: where places lie on land there is land, and round them water."""
    surface, palette, size = picture.surface, page.palette, picture.surface.get_size()
    height = invented_height(view, projection, picture.corner, scale, size, FINE)
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


def _ways(page: Page, picture: _Picture, view: MapView, scale: float, projection: Projection) -> None:
    where = {}
    for place in view.places:
        x, y = projection.world(place.east, place.north)
        where[place.id] = round((x - picture.corner[0]) * scale), round((y - picture.corner[1]) * scale)
    sheet = Page(picture.surface, page.type, page.palette, page.memory)
    sheet.scale = page.scale
    for link in view.links:
        draw_way(sheet, link, where.__getitem__)


def _tint(
    page: Page, surface: pygame.Surface, areas: Areas, land: Grid, badges: Mapping[str, Badge]
) -> Steps:
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
    yield
    yield from _blend(surface, colours, strength)
    dusk = np.broadcast_to(np.array(palette.veil if palette.dark else palette.ground, float), colours.shape)
    yield from _blend(surface, dusk, (1 - areas.theatre) * (DUSK if palette.dark else 0.45))


def _fitted(grid: Grid, shape: tuple[int, ...]) -> Grid:
    """Give a grid a shape that differs by a row or a column at most."""
    pad = [(0, max(0, want - have)) for want, have in zip(shape, grid.shape, strict=True)]
    found: Grid = np.pad(grid, pad, mode="edge")[: shape[0], : shape[1]]
    return found


def _blend(surface: pygame.Surface, colours: Grid, strength: Grid) -> Steps:
    """Lay coarse colours over a surface, softly."""
    wide, high = strength.shape
    layer = pygame.Surface((wide, high), pygame.SRCALPHA)
    pygame.surfarray.blit_array(layer, np.clip(colours, 0, 255).astype(np.uint8))
    alpha = pygame.surfarray.pixels_alpha(layer)
    alpha[:] = np.clip(strength * 255, 0, 255).astype(np.uint8)
    del alpha
    yield
    grown = pygame.transform.smoothscale(layer, (wide * COARSE, high * COARSE))
    yield
    surface.blit(grown, (0, 0))
    yield


def _marks(
    page: Page,
    surface: pygame.Surface,
    areas: Areas,
    land: Grid,
    badges: Mapping[str, Badge],
    corner: tuple[float, float],
    scale: float,
) -> Steps:
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
        yield


def _stamp(page: Page, badge: Badge, radius: int) -> pygame.Surface:
    side = 2 * radius + 3
    stamp = pygame.Surface((side, side), pygame.SRCALPHA)
    colour: Colour = mix(badge.colour, page.palette.ink, 0.15)
    sheet = Page(stamp, page.type, page.palette, page.memory)
    sheet.scale = page.scale
    draw_mark(sheet, badge.mark, (radius + 1,) * 2, radius, colour)
    return stamp

"""What the map is drawn from: the coasts of the world, and a sign for every kind of force."""

import numpy as np
import pygame
import pytest

from game.desktop.drawing.coast import Coast, clipped
from game.desktop.drawing.symbols import Signs, outline_of
from game.loading import load, scenario_path, shipped_scenarios
from game.places import assets_folder
from game.view.map_forces import SIDES

NAMES = sorted({file.stem.rsplit("-", 1)[0] for file in (assets_folder() / "symbols").glob("*.svg")})


def land(east: float, north: float) -> bool:
    """Whether a point is on land: how often a line to the west of it crosses a coast."""
    crossings = 0
    for ring in Coast().rings:
        x0, y0 = ring.points.T
        x1, y1 = np.roll(x0, -1), np.roll(y0, -1)
        across = (y0 > north) != (y1 > north)
        with np.errstate(divide="ignore", invalid="ignore"):
            crossings += int((across & (x0 + (north - y0) * (x1 - x0) / (y1 - y0) < east)).sum())
    return crossings % 2 == 1


def test_the_coast_is_where_it_is_on_earth() -> None:
    assert land(31.0, 49.6)
    assert land(34.0, 45.3)  # Crimea
    assert not land(31.8, 44.0)  # the Black Sea
    assert not land(50.5, 42.0)  # the Caspian lies within land
    assert not land(-40.0, 30.0)
    assert sum(ring.water for ring in Coast().rings) == 1


def test_the_coast_is_small() -> None:
    assert (assets_folder() / "map" / "land.npz").stat().st_size < 400_000


def test_rings_are_cut_at_the_edge_of_what_is_seen() -> None:
    found = list(Coast().within(22, 40, 45, 54))
    assert found
    assert all(ring.points[:, 0].min() >= 22 and ring.points[:, 1].max() <= 54 for ring in found)
    square = np.array([(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0)])
    assert sorted(map(tuple, clipped(square, 0, 2.0, 1))) == [(2, 0), (2, 4), (4, 0), (4, 4)]


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("symbol", NAMES)
def test_every_sign_is_drawn_in_the_colours_asked_for(symbol: str, side: str) -> None:
    outline = outline_of(symbol, side)
    assert "<text" not in outline  # not every reader of SVG draws letters
    assert "FILL" in outline
    assert "EDGE" in outline
    sign = Signs().get(symbol, side, 3.0, (10, 20, 30), (200, 100, 50), (250, 250, 250))
    seen = {tuple(sign.get_at((x, y)))[:3] for x in range(sign.get_width()) for y in range(sign.get_height())}
    assert {(10, 20, 30), (200, 100, 50)} <= seen
    assert symbol == "unit" or (250, 250, 250) in seen


def test_sides_differ_in_shape_and_kinds_in_what_stands_in_the_frame() -> None:
    outlines = {(name, side): outline_of(name, side) for name in NAMES for side in SIDES}
    assert len(set(outlines.values())) == len(outlines)
    assert outline_of("airship", "friend") == outline_of("unit", "friend")


def test_every_kind_of_force_of_a_shipped_scenario_has_a_sign_of_its_own() -> None:
    pygame.display.init()
    for name in shipped_scenarios():
        path = scenario_path(name)
        assert path is not None
        scenario = load(path).scenario()
        symbols = [kind.symbol for kind in scenario.force_types.values()]
        assert set(symbols) <= set(NAMES), name
        assert len(set(symbols)) == len(symbols), name

"""Make land.npz from the 1:50m land of Natural Earth as `world-atlas` packs it (TopoJSON).

    python assets/map/make_land.py path/to/land-50m.json

Rings of land only, no borders. `points` are hundredths of a degree, east and north; ring n runs from
`starts[n]` to `starts[n + 1]`; `holes` says which rings are water within land. Points that leave the coast
where it was to within a hundredth of a degree are left out (Douglas and Peucker 1973).
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

Ring = npt.NDArray[np.float64]

SCALE = 100
"""Steps in a degree."""
TOLERANCE = 0.008
"""How far a coast may be moved, in degrees."""
LEAST = 4
"""A ring with fewer points is a speck and left out."""


def arcs_of(topology: dict[str, Any]) -> list[Ring]:
    """Undo the packing: arcs are steps in whole numbers."""
    transform = topology["transform"]
    found = []
    for arc in topology["arcs"]:
        steps = np.cumsum(np.array(arc, dtype=np.float64), axis=0)
        found.append(steps * transform["scale"] + transform["translate"])
    return found


def rings(topology: dict[str, Any]) -> Iterator[tuple[Ring, bool]]:
    """Yield every ring, and whether it is a hole."""
    arcs = arcs_of(topology)
    for geometry in topology["objects"]["land"]["geometries"]:
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        for polygon in polygons:
            for place, ring in enumerate(polygon):
                parts = [arcs[n] if n >= 0 else arcs[~n][::-1] for n in ring]
                yield np.concatenate([parts[0], *(part[1:] for part in parts[1:])]), place > 0


def simplified(points: Ring) -> Ring:
    """Leave out what the eye would not miss."""
    keep = np.zeros(len(points), dtype=bool)
    keep[0] = keep[-1] = True
    spans = [(0, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        if last - first < 2:
            continue
        start, way = points[first], points[last] - points[first]
        offsets = points[first + 1 : last] - start
        length = float(np.hypot(*way))
        if length == 0:
            away = np.hypot(offsets[:, 0], offsets[:, 1])
        else:
            away = np.abs(offsets[:, 0] * way[1] - offsets[:, 1] * way[0]) / length
        furthest = int(np.argmax(away))
        if away[furthest] > TOLERANCE:
            middle = first + 1 + furthest
            keep[middle] = True
            spans += [(first, middle), (middle, last)]
    return points[keep]


def main(source: str) -> None:
    """Read the source and write land.npz beside this file."""
    topology = json.loads(Path(source).read_text(encoding="utf-8"))
    points, starts, holes = [], [0], []
    for ring, hole in rings(topology):
        short = simplified(ring)
        if len(short) < LEAST:
            continue
        points.append(np.round(short * SCALE).astype(np.int16))
        starts.append(starts[-1] + len(short))
        holes.append(hole)
    np.savez_compressed(
        Path(__file__).with_name("land.npz"),
        points=np.concatenate(points),
        starts=np.array(starts, dtype=np.int32),
        holes=np.array(holes),
    )


if __name__ == "__main__":
    main(sys.argv[1])

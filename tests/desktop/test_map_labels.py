"""Plates never meet, never leave the map, and always stand the same way."""

from itertools import combinations

import pygame
from hypothesis import given, settings
from hypothesis import strategies as st

from game.desktop.drawing.map_labels import leader, place_plates

BOUNDS = pygame.Rect(20, 30, 900, 600)
POINTS = st.tuples(st.integers(20, 919), st.integers(30, 629))
SIZES = st.tuples(st.integers(30, 260), st.integers(20, 150))
PLATES = st.lists(st.tuples(POINTS, SIZES), max_size=9)


@settings(max_examples=60, deadline=None)
@given(plates=PLATES, ways=st.lists(st.tuples(POINTS, POINTS), max_size=4))
def test_plates_keep_apart_and_stay_inside(
    plates: list[tuple[tuple[int, int], tuple[int, int]]], ways: list[tuple[tuple[int, int], tuple[int, int]]]
) -> None:
    anchors, sizes = [anchor for anchor, _ in plates], [size for _, size in plates]
    blocked = [pygame.Rect(860, 40, 50, 120)]
    found = place_plates(anchors, sizes, BOUNDS, ways, blocked)
    assert found == place_plates(anchors, sizes, BOUNDS, ways, blocked)
    seated = [rect for rect in found if rect is not None]
    assert all(BOUNDS.contains(rect) and not rect.colliderect(blocked[0]) for rect in seated)
    assert not any(one.colliderect(other) for one, other in combinations(seated, 2))
    assert [rect.size for rect in found if rect is not None] == [
        size for size, rect in zip(sizes, found, strict=True) if rect is not None
    ]


@settings(max_examples=60, deadline=None)
@given(anchors=st.lists(POINTS, min_size=1, max_size=8))
def test_small_plates_all_find_room(anchors: list[tuple[int, int]]) -> None:
    found = place_plates(anchors, [(120, 60)] * len(anchors), BOUNDS)
    assert None not in found


def test_a_plate_alone_stands_beside_its_place() -> None:
    (rect,) = place_plates([(400, 300)], [(120, 60)], BOUNDS)
    assert rect is not None
    assert not rect.collidepoint(400, 300)
    x, y = leader((400, 300), rect)
    assert abs(x - 400) + abs(y - 300) < 40


def test_a_plate_larger_than_the_map_has_no_room() -> None:
    assert place_plates([(400, 300)], [(1200, 60)], BOUNDS) == [None]

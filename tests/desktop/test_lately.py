"""What is kept of what was drawn stays bounded, however often a window changes its size."""

import pygame

from game.desktop.drawing import emblems
from game.desktop.drawing.emblems import Emblems
from game.desktop.drawing.symbols import Signs
from game.desktop.icons import MOST, Icons
from game.desktop.lately import Lately
from game.desktop.page import Memory, Page
from game.desktop.theme import DARK
from game.desktop.typeset import Typesetter
from game.view.menu import EmblemView
from tests.desktop.table import Glass


def test_the_one_that_was_unused_for_longest_goes_first() -> None:
    made: list[str] = []

    def make(key: str) -> str:
        made.append(key)
        return key

    kept = Lately[str](2)
    for key in ("a", "b", "a", "c", "a", "b"):
        assert kept.get(key, lambda key=key: make(key)) == key  # type: ignore[misc]
    assert made == ["a", "b", "c", "b"]
    assert len(kept) == 2


def test_emblems_icons_and_signs_of_every_size_are_not_all_kept() -> None:
    Glass((400, 300))
    page = Page(pygame.Surface((400, 300)), Typesetter(1.0), DARK, Memory())
    drawn, icons, signs = Emblems(), Icons(), Signs()
    emblem = EmblemView(rungs=(0.2, 0.5, 1.0))
    for size in range(8, 8 + 2 * emblems.MOST):
        drawn.draw(page, emblem, pygame.Rect(0, 0, size, size))
    assert len(drawn.kept) == emblems.MOST
    for tint in range(MOST + 20):
        icons.get("flag", 16, (tint % 256, tint // 256, 0))
    assert len(icons.kept) == MOST
    for tint in range(signs.kept.most + 20):
        signs.get("unit", "friend", 1.0, (tint % 256, tint // 256, 0), (0, 0, 0), (9, 9, 9))
    assert len(signs.kept) == signs.kept.most

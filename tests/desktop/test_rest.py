"""Every screen comes to rest: where nothing happens any more, nothing asks for another frame."""

import gc
from collections.abc import Callable, Iterator

import pytest

from game.desktop.motion import Motion
from game.desktop.screens.crisis import Crisis
from game.desktop.seated import SeatedPlay
from tests.desktop.golden import ASPECTS, OVERLAYS, copy, records, show
from tests.desktop.table import app

FRAMES = 400
"""More than anything takes that is done a little in each frame."""
LITTER = 500
"""Objects of a frame that only the collector of litter finds; a page is made of some thousands."""
A_FRAME = 0.25
"""Seconds between frames: motions end soon."""


class Table:
    """The game in a window whose time goes by faster."""

    def __init__(self) -> None:
        self.game, self.hand = app()
        self.stage = self.game.stage
        self.time = 0.0
        self.stage.motion = Motion(lambda: self.time)

    def open(self, record: int) -> None:
        """Open one of the games that are played already: in the midst of it, or at its end."""
        self.game._started(SeatedPlay.resume(copy(records()[record])), False)
        self.hand.draw()

    def rest(self, where: str) -> None:
        """Draw until nothing asks for a frame."""
        for _ in range(FRAMES):
            if not self.stage.motion.going and not self.stage.waiting_to_draw:
                return
            self.time += A_FRAME
            self.stage.draw()
        raise AssertionError(f"{where} never comes to rest")


@pytest.fixture(scope="module")
def table() -> Table:
    return Table()


def game_screens(table: Table) -> Iterator[str]:
    """Go through everything one can open in a game."""
    table.open(0)
    crisis = table.stage.screen
    assert isinstance(crisis, Crisis)
    for name in (*ASPECTS, *OVERLAYS):
        show(table.hand, name)
        yield name
        if name in OVERLAYS:
            crisis.revealed()
            yield f"after {name}"
    for overlay in ("briefing", "back", f"actor:{crisis.play.view.actor}", "replay:1-3", "resolving"):
        crisis.open(overlay)
        yield overlay
    crisis.close()
    for tab in ("moves", "if", "rules", "claim"):
        crisis.show_orders(tab)
        yield tab


def end_screens(table: Table) -> Iterator[str]:
    """Go through all tabs of the end."""
    table.open(1)
    for tab in table.hand.parts("ending.tabs"):
        table.hand.click(tab)
        yield tab


def menu_screens(table: Table) -> Iterator[str]:
    """Go through what there is outside a game."""
    table.game.to_menu()
    yield "menu"
    for open_it in (table.stage.open_help, table.stage.open_settings, table.game.to_saves):
        open_it()
        yield open_it.__name__
        table.stage.close()


@pytest.mark.slow
@pytest.mark.parametrize("screens", [game_screens, end_screens, menu_screens])
def test_everything_comes_to_rest(screens: Callable[[Table], Iterator[str]], table: Table) -> None:
    for name in screens(table):
        table.stage.redraw()
        table.rest(name)


@pytest.mark.slow
def test_the_marks_glide_once_the_turn_has_been_told(table: Table) -> None:
    table.open(0)
    show(table.hand, "reveal")
    table.rest("reveal")
    table.hand.click("overlay.close")
    assert table.stage.motion.going
    table.rest("the main screen")


@pytest.mark.slow
def test_the_map_is_painted_a_little_in_each_frame_and_comes_to_rest(table: Table) -> None:
    table.open(0)
    show(table.hand, "map")
    table.rest("map")
    for steps in (3, -1):
        table.hand.wheel("map", steps)
        assert table.stage.motion.going
        table.rest("a zoomed map")


@pytest.mark.slow
def test_frames_leave_hardly_any_litter(table: Table) -> None:
    table.open(0)
    for aspect in ASPECTS:
        show(table.hand, aspect)
        table.rest(aspect)
        gc.collect()
        gc.disable()
        try:
            table.stage.draw()
            assert gc.collect() < LITTER
        finally:
            gc.enable()

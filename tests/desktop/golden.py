"""Pictures of the main screens that are kept: python -m tests.desktop.golden writes them anew.

A game is played once by a doctrine in a person's seat, up to its fifth turn and again to its end; every look
then opens the same two records. Pictures are kept at half size; a tile of one counts as changed when its
pixels differ by more than the rendering of the same letters does on another machine.
"""

import os
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

import numpy as np
import pygame
from PIL import Image

from game.desktop.seated import SeatedPlay
from game.engine.orders import orders_of
from game.language import speaking
from game.loading import choose_variants, load
from game.model.ids import ActorId, AssumptionSetId
from game.places import scenario_path
from game.players import player
from game.session.game import Game
from tests.desktop.layout import LOOKS, Look
from tests.desktop.table import Hand, app

FOLDER = Path(__file__).parent / "golden"
SCENARIO, VARIANT, SEAT, SEED = "three_tiers_72h", "conditional", ActorId("ukraine"), 11
TURN = 5
"""The turn whose screens are kept."""
TILE = 20
"""Pixels of a kept picture that are compared together."""
TOLERANCE = 14.0
"""By how much, of 255, the pixels of a tile may differ on average."""
ASPECTS = ("situation", "map", "deterrence", "talks", "members", "intelligence", "log", "assumptions")
OVERLAYS = ("plan", "slip", "reveal")


def screens(look: Look) -> Iterator[tuple[str, pygame.Surface]]:
    """Yield the main screens under a look, by name."""
    game, hand = app(look.size)
    game.stage.apply(look.settings, look.language)
    hand.draw()
    yield "menu", hand.glass.drawn
    for record, names in ((records()[0], (*ASPECTS, *OVERLAYS)), (records()[1], ("ending",))):
        with speaking(look.language):
            play = SeatedPlay.resume(copy(record))
        game._started(play, False)
        hand.draw()
        for name in names:
            show(hand, name)
            yield name, hand.glass.drawn


def show(hand: Hand, name: str) -> None:
    """Go to a screen of the game that is open."""
    screen = hand.stage.screen
    if name in ASPECTS:
        screen.show_aspect(name)  # type: ignore[union-attr]
    elif name in OVERLAYS:
        screen.shown_turn = TURN - 1  # type: ignore[union-attr]
        screen.open(name)  # type: ignore[union-attr]
    hand.stage.redraw()
    hand.draw()


@cache
def records() -> tuple[Path, Path]:
    """Play the game once; return its record at the fifth turn and at its end."""
    folder = Path(mkdtemp(prefix="golden-"))
    path = scenario_path(SCENARIO)
    assert path is not None
    document = load(path)
    scenario = document.scenario(choose_variants(document, VARIANT))
    game = Game.start(
        scenario,
        seed=SEED,
        assumptions=AssumptionSetId("play"),
        seats={SEAT: "human"},
        path=folder / "end.backstop",
    )
    hand = player(str(scenario.actors[SEAT].doctrine), game.program, SEED)
    while not game.over:
        if game.turn == TURN:
            shutil.copy(folder / "end.backstop", folder / "middle.backstop")
        game.submit(SEAT, orders_of(game.program, hand.choose(game.observation(SEAT)), 0))
        game.end_turn()
    return folder / "middle.backstop", folder / "end.backstop"


def copy(record: Path) -> Path:
    """Return a record of its own for somebody who may write to it."""
    return Path(shutil.copy(record, Path(mkdtemp(prefix="golden-")) / record.name))


def small(surface: pygame.Surface) -> Image.Image:
    """Return a picture at half size."""
    whole = Image.frombytes("RGB", surface.get_size(), pygame.image.tobytes(surface, "RGB"))
    return whole.reduce(2)


def place(look: Look, name: str) -> Path:
    """Return where a picture is kept."""
    return FOLDER / str(look) / f"{name}.png"


def changed(kept: Image.Image, seen: Image.Image) -> list[tuple[int, int]]:
    """Return the tiles in which two pictures differ, by column and row."""
    if kept.size != seen.size:
        return [(0, 0)]
    away = np.abs(np.asarray(kept.convert("RGB"), dtype=float) - np.asarray(seen, dtype=float)).mean(axis=2)
    height, width = away.shape
    tiles = away[: height // TILE * TILE, : width // TILE * TILE]
    means = tiles.reshape(height // TILE, TILE, width // TILE, TILE).mean(axis=(1, 3))
    return [(int(column), int(row)) for row, column in np.argwhere(means > TOLERANCE)]


def main() -> None:
    """Write all pictures anew."""
    os.environ["BACKSTOP_HOME"] = mkdtemp(prefix="golden-")  # whoever runs it may have saved games
    shutil.rmtree(FOLDER, ignore_errors=True)
    for look in LOOKS:
        for name, surface in screens(look):
            file = place(look, name)
            file.parent.mkdir(parents=True, exist_ok=True)
            small(surface).quantize(256).save(file, optimize=True)
        print(look)


if __name__ == "__main__":
    main()

"""Signs of forces after APP-6: the frame says whose side a force is on, what stands in it says what it is.

The outlines in assets/symbols come from milsymbol; they are drawn once in each size and colour.
"""

import re
from io import BytesIO

import pygame
from attrs import field, frozen

from game.desktop.lately import Lately
from game.desktop.page import Page
from game.desktop.theme import Colour, mix
from game.places import assets_folder

BOX = (36, 30)
"""The room of a sign, in pixels at 1280 x 720; a diamond is as high as it, a box as wide."""
SCALE = 0.2
"""Pixels for a unit of the outlines: a box is 158 of them wide and a diamond 152 high."""
BARE = "unit"
"""The frame alone: for what has no sign of its own."""
VIEW = re.compile(r'viewBox="\S+ \S+ (\S+) (\S+)"')


@frozen(eq=False)
class Signs:
    """The signs that one screen has drawn."""

    kept: Lately[pygame.Surface] = field(factory=lambda: Lately(512))
    """So many: all kinds of forces of two sides, at the sizes of a map that is zoomed."""

    def get(
        self, symbol: str, side: str, scale: float, inside: Colour, edge: Colour, ink: Colour
    ) -> pygame.Surface:
        """Return a sign as a surface that must not be changed."""

        def paint() -> pygame.Surface:
            outline = outline_of(symbol, side)
            for word, colour in (("FILL", inside), ("EDGE", edge), ("INK", ink)):
                outline = outline.replace(f'"{word}"', '"#{:02x}{:02x}{:02x}"'.format(*colour))
            seen = VIEW.search(outline)
            wide, high = (float(side) for side in seen.groups()) if seen else (158.0, 108.0)
            size = round(wide * SCALE * scale), round(high * SCALE * scale)
            return pygame.image.load_sized_svg(BytesIO(outline.encode()), size)

        return self.kept.get((symbol, side, scale, inside, edge, ink), paint)


def outline_of(symbol: str, side: str) -> str:
    """Return the outline of a sign as SVG with words for its colours; the bare frame for an unknown one."""
    folder = assets_folder() / "symbols"
    file = folder / f"{symbol}-{side}.svg"
    if not file.is_file():
        file = folder / f"{BARE}-{side}.svg"
    return file.read_text(encoding="utf-8")


def box_of(page: Page, share: float = 1.0) -> tuple[int, int]:
    """Return the room of a sign in this window."""
    return page.px(BOX[0] * share), page.px(BOX[1] * share)


def draw_sign(
    page: Page,
    signs: Signs,
    symbol: str,
    side: str,
    centre: tuple[int, int],
    colour: Colour,
    *,
    faint: bool = False,
    share: float = 1.0,
) -> pygame.Rect:
    """Draw a sign in its owner's colour; a faint one does not count now."""
    palette = page.palette
    inside = mix(palette.panel, colour, 0.10 if faint else 0.34 if palette.dark else 0.22)
    edge = mix(colour, palette.panel, 0.45) if faint else colour
    ink = palette.soft if faint else palette.ink
    surface = signs.get(symbol, side, page.scale * share, inside, edge, ink)
    rect = surface.get_rect(center=centre)
    page.surface.blit(surface, rect)
    return rect

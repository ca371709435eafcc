"""Icons: drawn once in each size and colour from the outlines in assets/icons."""

from io import BytesIO

import pygame

from game.desktop.lately import Lately
from game.desktop.theme import Colour
from game.places import assets_folder

INK = "currentColor"
"""How an outline names the colour of its lines."""


MOST = 1024
"""Icons that are kept, in all sizes and colours: a hundred of a screen, and shades of what fades in."""


class Icons:
    """The icons of one window."""

    def __init__(self) -> None:
        self.kept = Lately[pygame.Surface](MOST)
        self._outlines: dict[str, str] = {}

    def get(self, name: str, size: int, colour: Colour) -> pygame.Surface:
        """Return an icon as a surface that must not be changed. Raises FileNotFoundError."""
        return self.kept.get((name, size, colour), lambda: self._paint(name, size, colour))

    def _paint(self, name: str, size: int, colour: Colour) -> pygame.Surface:
        outline = self._outlines.get(name)
        if outline is None:
            file = assets_folder() / "icons" / f"{name}.svg"
            outline = self._outlines[name] = file.read_text(encoding="utf-8")
        painted = outline.replace(INK, "#{:02x}{:02x}{:02x}".format(*colour))
        return pygame.image.load_sized_svg(BytesIO(painted.encode()), (size, size))

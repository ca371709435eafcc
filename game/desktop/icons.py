"""Icons: drawn once in each size and colour from the outlines in assets/icons."""

from io import BytesIO

import pygame

from game.desktop.theme import Colour
from game.places import assets_folder

INK = "currentColor"
"""How an outline names the colour of its lines."""


class Icons:
    """The icons of one window."""

    def __init__(self) -> None:
        self._drawn: dict[tuple[str, int, Colour], pygame.Surface] = {}
        self._outlines: dict[str, str] = {}

    def get(self, name: str, size: int, colour: Colour) -> pygame.Surface:
        """Return an icon as a surface that must not be changed. Raises FileNotFoundError."""
        key = (name, size, colour)
        found = self._drawn.get(key)
        if found is None:
            outline = self._outlines.get(name)
            if outline is None:
                file = assets_folder() / "icons" / f"{name}.svg"
                outline = self._outlines[name] = file.read_text(encoding="utf-8")
            painted = outline.replace(INK, "#{:02x}{:02x}{:02x}".format(*colour))
            found = pygame.image.load_sized_svg(BytesIO(painted.encode()), (size, size))
            self._drawn[key] = found
        return found

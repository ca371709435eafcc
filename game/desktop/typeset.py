"""Text as surfaces: loaded once, rendered once, wrapped and shortened by measuring."""

from collections import OrderedDict

import pygame

from game.desktop.theme import FACES, Colour, Style
from game.loading.shipped import assets_folder

KEPT = 3000
"""How many rendered texts are kept."""
ELLIPSIS = "…"
GLUE = "\N{NO-BREAK SPACE}"
"""Keeps `70 %` on one line."""


def capital(text: str) -> str:
    """Return a name as it stands at the head of something."""
    return text[:1].upper() + text[1:]


class Typesetter:
    """Sets text at one scale."""

    def __init__(self, scale: float) -> None:
        self.scale = scale
        self._fonts: dict[Style, pygame.font.Font] = {}
        self._rendered: OrderedDict[tuple[str, Style, Colour], pygame.Surface] = OrderedDict()
        self._widths: dict[tuple[str, Style], int] = {}
        self._wrapped: dict[tuple[str, Style, int], tuple[str, ...]] = {}

    def font(self, style: Style) -> pygame.font.Font:
        """Return the font of a style."""
        font = self._fonts.get(style)
        if font is None:
            path = assets_folder() / "fonts" / FACES[style.face]
            font = self._fonts[style] = pygame.font.Font(
                str(path), max(style.size, round(style.size * self.scale))
            )
        return font

    def height(self, style: Style) -> int:
        """Return the height of a line in pixels."""
        return self.font(style).get_linesize()

    def width(self, text: str, style: Style) -> int:
        """Return the width of a text in pixels."""
        key = (text, style)
        width = self._widths.get(key)
        if width is None:
            if len(self._widths) > 4 * KEPT:
                self._widths.clear()
            width = self._widths[key] = self.font(style).size(text)[0]
        return width

    def render(self, text: str, style: Style, colour: Colour) -> pygame.Surface:
        """Return a text as a surface that must not be changed."""
        key = (text, style, colour)
        surface = self._rendered.get(key)
        if surface is None:
            surface = self._rendered[key] = self.font(style).render(text, True, colour)
            if len(self._rendered) > KEPT:
                self._rendered.popitem(last=False)
        else:
            self._rendered.move_to_end(key)
        return surface

    def shorten(self, text: str, style: Style, width: int) -> str:
        """Return the text, or as much of it as fits with an ellipsis."""
        if self.width(text, style) <= width:
            return text
        low, high = 0, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            if self.width(text[:middle].rstrip() + ELLIPSIS, style) <= width:
                low = middle
            else:
                high = middle - 1
        return text[:low].rstrip() + ELLIPSIS

    def wrap(self, text: str, style: Style, width: int) -> tuple[str, ...]:
        """Return the lines of a text; blank lines between paragraphs are kept as empty lines."""
        key = (text, style, width)
        lines = self._wrapped.get(key)
        if lines is None:
            if len(self._wrapped) > KEPT:
                self._wrapped.clear()
            lines = self._wrapped[key] = tuple(self._wrap(text, style, width))
        return lines

    def _wrap(self, text: str, style: Style, width: int) -> list[str]:
        lines: list[str] = []
        for paragraph in text.strip("\n").split("\n"):
            line = ""
            for word in paragraph.replace(" %", f"{GLUE}%").split(" "):
                if not word:
                    continue
                longer = f"{line} {word}" if line else word
                if self.width(longer, style) <= width:
                    line = longer
                    continue
                if line:
                    lines.append(line)
                line = word
                while self.width(line, style) > width and len(line) > 1:
                    cut = len(self.shorten(line, style, width)) - 1
                    lines.append(line[: max(1, cut)])
                    line = line[max(1, cut) :]
            lines.append(line)
        return [line.replace(GLUE, " ") for line in lines]

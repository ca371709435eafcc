"""Text as surfaces: loaded once, rendered once, wrapped and shortened by measuring.

Signs that the face lacks are taken from a spare face, so that no empty box is ever seen.
"""

from collections import OrderedDict
from itertools import groupby

import pygame

from game.desktop.theme import FACES, SPARE_FACE, Colour, Style
from game.places import assets_folder

KEPT = 3000
"""How many rendered texts are kept."""
ELLIPSIS = "…"
GLUE = "\N{NO-BREAK SPACE}"
"""Keeps `70 %` on one line."""


def capital(text: str) -> str:
    """Return a name as it stands at the head of something."""
    return text[:1].upper() + text[1:]


class Typesetter:
    """Sets text at one scale: the window's, times what the setting for large type adds."""

    def __init__(self, scale: float) -> None:
        self.scale = scale
        self._fonts: dict[Style, pygame.font.Font] = {}
        self._spare: dict[Style, pygame.font.Font] = {}
        self._lacks: dict[tuple[str, Style], bool] = {}
        self._rendered: OrderedDict[tuple[str, Style, Colour], pygame.Surface] = OrderedDict()
        self._widths: dict[tuple[str, Style], int] = {}
        self._wrapped: dict[tuple[str, Style, int], tuple[str, ...]] = {}

    def font(self, style: Style) -> pygame.font.Font:
        """Return the font of a style."""
        font = self._fonts.get(style)
        if font is None:
            font = self._fonts[style] = self._load(FACES[style.face], style)
        return font

    def _load(self, file: str, style: Style) -> pygame.font.Font:
        path = assets_folder() / "fonts" / file
        return pygame.font.Font(str(path), max(style.size, round(style.size * self.scale)))

    def _spare_font(self, style: Style) -> pygame.font.Font:
        font = self._spare.get(style)
        if font is None:
            font = self._spare[style] = self._load(SPARE_FACE, style)
        return font

    def _is_lacking(self, sign: str, style: Style) -> bool:
        if sign < "\u02b0":  # every Latin letter is there
            return False
        lacks = self._lacks.get((sign, style))
        if lacks is None:
            lacks = self._lacks[sign, style] = self.font(style).metrics(sign)[0] is None
        return lacks

    def _runs(self, text: str, style: Style) -> list[tuple[str, pygame.font.Font]]:
        """Split a text into what the face has and what it lacks."""
        runs: list[tuple[str, pygame.font.Font]] = []
        for spare, signs in groupby(text, lambda sign: self._is_lacking(sign, style)):
            runs.append(("".join(signs), self._spare_font(style) if spare else self.font(style)))
        return runs

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
            width = sum(font.size(run)[0] for run, font in self._runs(text, style))
            self._widths[key] = width
        return width

    def render(self, text: str, style: Style, colour: Colour) -> pygame.Surface:
        """Return a text as a surface that must not be changed."""
        key = (text, style, colour)
        surface = self._rendered.get(key)
        if surface is None:
            surface = self._rendered[key] = self._draw(text, style, colour)
            if len(self._rendered) > KEPT:
                self._rendered.popitem(last=False)
        else:
            self._rendered.move_to_end(key)
        return surface

    def _draw(self, text: str, style: Style, colour: Colour) -> pygame.Surface:
        runs = self._runs(text, style)
        if len(runs) == 1:
            return runs[0][1].render(text, True, colour)
        ascent = self.font(style).get_ascent()
        width = sum(font.size(run)[0] for run, font in runs)
        surface = pygame.Surface((max(1, width), self.height(style)), pygame.SRCALPHA)
        left = 0
        for run, font in runs:
            surface.blit(font.render(run, True, colour), (left, ascent - font.get_ascent()))
            left += font.size(run)[0]
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

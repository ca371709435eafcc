"""Writes plain text in lines of at most eighty columns."""

import re
import textwrap
from collections.abc import Iterable
from typing import TextIO

from game.terminal.streams import plainer

WIDTH = 80
"""Columns."""
_GLUE = "\N{NO-BREAK SPACE}"
"""Keeps `70 %` on one line."""


class Page:
    """Somewhere to write: headings, paragraphs and lists."""

    def __init__(self, out: TextIO) -> None:
        """Write to `out`."""
        self._out = out

    def heading(self, text: str) -> None:
        """A line of its own after an empty one."""
        self._write("")
        self.paragraph(text)

    def paragraph(self, text: str, indent: str = "") -> None:
        """Text, wrapped; its own line breaks of a blank line are kept."""
        for number, part in enumerate(text.strip().split("\n\n")):
            if number:
                self._write("")
            for line in wrapped(part, indent, indent):
                self._write(line)

    def item(self, text: str, depth: int = 0) -> None:
        """An item of a list."""
        indent = "  " * depth
        for line in wrapped(text, f"{indent}- ", f"{indent}  "):
            self._write(line)

    def items(self, texts: Iterable[str], depth: int = 0) -> None:
        """A list."""
        for text in texts:
            self.item(text, depth)

    def numbered(self, number: int, text: str) -> None:
        """An item of a list that can be chosen by its number."""
        for line in wrapped(text, f"{number}. ", "  "):
            self._write(line)

    def verbatim(self, text: str) -> None:
        """A line that must not be broken, such as a path or a command to copy."""
        self._write(text)

    def blank(self) -> None:
        """An empty line."""
        self._write("")

    def prompt(self, text: str) -> None:
        """What stands before the reader's own words."""
        self._raw(text)
        self._out.flush()

    def _write(self, line: str) -> None:
        self._raw(line.rstrip() + "\n")

    def _raw(self, text: str) -> None:
        try:
            self._out.write(text)
        except UnicodeEncodeError:
            encoding = getattr(self._out, "encoding", None) or "ascii"
            self._out.write(plainer(text, encoding))


def wrapped(text: str, first: str = "", rest: str = "") -> list[str]:
    """Text in lines of at most `WIDTH` columns."""
    joined = re.sub(r"(\d) %", rf"\1{_GLUE}%", " ".join(text.split()))
    lines = textwrap.wrap(joined, WIDTH, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)
    return [line.replace(_GLUE, " ") for line in lines]

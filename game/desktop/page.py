"""One frame: what is drawn, what can be pressed, and where every text stands.

A screen draws itself anew on a page whenever something has changed. Widgets are registered while they are
drawn, so the pointer, the keyboard, the tests and the eye all meet the same rectangles.
"""

from collections.abc import Callable, Iterable
from typing import Literal

import pygame
from attrs import define, field, frozen

from game.desktop.icons import Icons
from game.desktop.motion import Motion
from game.desktop.theme import GRID, Colour, Palette, Style, scale_for
from game.desktop.typeset import Typesetter

Align = Literal["left", "centre", "right"]


@frozen
class Key:
    """A key that was pressed."""

    code: int
    shift: bool = False
    ctrl: bool = False
    text: str = ""


@frozen
class Part:
    """A row, tab or choice inside a widget."""

    name: str
    rect: pygame.Rect
    label: str
    press: Callable[[], None]
    enabled: bool = True
    selected: bool = False
    hint: str = ""


@define(eq=False)
class Widget:
    """Something that takes the pointer or the keyboard."""

    name: str
    rect: pygame.Rect
    kind: str
    label: str = ""
    enabled: bool = True
    selected: bool = False
    at: str = ""
    """The part that the keyboard is at, in a widget with parts."""
    focusable: bool = True
    hint: str = ""
    term: str = ""
    """The id of the glossary's entry that the help opens at while this has the keyboard."""
    press: Callable[[], None] | None = None
    key: Callable[[Key], bool] | None = None
    wheel: Callable[[int], None] | None = None
    drag: Callable[[tuple[int, int]], None] | None = None
    drop: Callable[[], None] | None = None
    """Called when a drag ends."""
    parts: list[Part] = field(factory=list)

    def part_at(self, point: tuple[int, int]) -> Part | None:
        """Return the part under a point."""
        return next((part for part in self.parts if part.rect.collidepoint(point)), None)


@frozen
class TextMark:
    """Where a text was drawn, for the tests of the layout."""

    text: str
    rect: pygame.Rect
    box: pygame.Rect
    """Where it had to fit."""
    cut: bool
    """Whether it was shortened."""
    layer: int


class Memory:
    """What widgets remember between frames: how far they are scrolled and where their cursor is."""

    def __init__(self) -> None:
        self._whole: dict[str, int] = {}

    def get(self, name: str, otherwise: int = 0) -> int:
        """Return a remembered number."""
        return self._whole.get(name, otherwise)

    def put(self, name: str, value: int) -> None:
        """Remember a number."""
        self._whole[name] = value

    def forget(self, prefix: str) -> None:
        """Forget everything about widgets whose names begin so."""
        for name in [name for name in self._whole if name.startswith(prefix)]:
            del self._whole[name]


class Page:
    """A frame being drawn."""

    def __init__(
        self,
        surface: pygame.Surface,
        type: Typesetter,
        palette: Palette,
        memory: Memory,
        focus: str = "",
        pointer: tuple[int, int] = (-1, -1),
        motion: Motion | None = None,
        icons: Icons | None = None,
    ) -> None:
        self.surface = surface
        self.scale = scale_for(surface.get_size())
        """Of spacing; that of type is `type.scale`."""
        self.motion = motion or Motion()
        self.icons = icons or Icons()
        self.type = type
        self.palette = palette
        self.memory = memory
        self.focus = focus
        self.pointer = pointer
        self.widgets: list[Widget] = []
        self.marks: list[TextMark] = []
        self.terms: list[tuple[pygame.Rect, str]] = []
        """Where words of the glossary stand on the top layer, and their ids."""
        self.layer = 0
        self._veiled = False
        self.first = ""
        """The widget that has the keyboard where nothing else has."""
        self.clip: pygame.Rect | None = None
        """Where something may be drawn that has no room as a whole: no half text is seen outside it."""
        self.curtained = False
        """Whether something lies over all of it for a moment: where the keyboard is need not be seen."""
        self.covered: list[pygame.Rect] = []
        """Rectangles that an overlay covers, by layer."""

    # --- measures -----------------------------------------------------------------------------------------

    @property
    def area(self) -> pygame.Rect:
        """The whole window."""
        return self.surface.get_rect()

    @property
    def large(self) -> bool:
        """Whether there is room for everything side by side."""
        room = self.scale / self.type.scale
        return self.area.width * room >= 1720 and self.area.height * room >= 940

    @property
    def tight(self) -> bool:
        """Whether type is so large for the window that only what matters has room."""
        room = self.type.scale / self.scale
        return self.area.width / self.scale / room < 1200

    def px(self, pixels: float) -> int:
        """Return a length given for 1280 x 720 at this window's scale."""
        return round(pixels * self.scale)

    @property
    def gap(self) -> int:
        """One step of the grid."""
        return self.px(GRID)

    def line(self, style: Style = Style.BODY) -> int:
        """Return the height of a line of text."""
        return self.type.height(style)

    # --- drawing ------------------------------------------------------------------------------------------

    def fill(self, rect: pygame.Rect, colour: Colour, radius: int = 0) -> None:
        """Fill a rectangle."""
        pygame.draw.rect(self.surface, colour, rect, border_radius=self.px(radius))

    def outline(self, rect: pygame.Rect, colour: Colour, radius: int = 0, width: int = 1) -> None:
        """Draw the border of a rectangle."""
        pygame.draw.rect(self.surface, colour, rect, width=width, border_radius=self.px(radius))

    def stroke(self, start: tuple[int, int], end: tuple[int, int], colour: Colour, width: int = 1) -> None:
        """Draw a straight line."""
        pygame.draw.line(self.surface, colour, start, end, width)

    def dashes(self, start: tuple[int, int], end: tuple[int, int], colour: Colour, width: int = 1) -> None:
        """Draw a dashed line, level or upright."""
        step = self.px(5)
        (x0, y0), (x1, y1) = start, end
        if y0 == y1:
            for x in range(x0, x1, 2 * step):
                pygame.draw.line(self.surface, colour, (x, y0), (min(x + step, x1), y0), width)
        else:
            for y in range(y0, y1, 2 * step):
                pygame.draw.line(self.surface, colour, (x0, y), (x0, min(y + step, y1)), width)

    def panel(self, rect: pygame.Rect, title: str = "", note: str = "") -> pygame.Rect:
        """Draw a panel and return the room inside it."""
        self.fill(rect, self.palette.panel, 6)
        inner = rect.inflate(-3 * self.gap, -2 * self.gap)
        if not title:
            return inner
        head = pygame.Rect(inner.x, inner.y, inner.width, self.line(Style.HEADING))
        drawn = self.text(title, head, Style.HEADING)
        if note:
            left = drawn.right + 2 * self.gap
            self.text(
                note,
                pygame.Rect(left, head.y, max(0, head.right - left), head.height),
                colour=self.palette.soft,
                align="right",
            )
        top = head.bottom + self.gap
        return pygame.Rect(inner.x, top, inner.width, inner.bottom - top)

    def text(
        self,
        text: str,
        box: pygame.Rect,
        style: Style = Style.BODY,
        colour: Colour | None = None,
        align: Align = "left",
        top: bool = False,
    ) -> pygame.Rect:
        """Draw one line inside a box, shortened if it must be, and return where it stands."""
        if not text or box.width <= 0:
            return pygame.Rect(box.topleft, (0, 0))
        shown = self.type.shorten(text, style, box.width)
        surface = self.type.render(shown, style, colour or self.palette.ink)
        rect = surface.get_rect()
        rect.y = box.y if top else box.y + (box.height - rect.height) // 2
        rect.x = box.x
        if align != "left":
            spare = box.width - rect.width
            rect.x += spare if align == "right" else spare // 2
        if self.clip is not None and not self.clip.contains(rect):
            return rect
        self.surface.blit(surface, rect)
        self.marks.append(TextMark(text, rect, box.copy(), shown != text, self.layer))
        return rect

    def icon_width(self, size: float = 18) -> int:
        """Return the width of an icon, in pixels of this window."""
        return round(size * self.type.scale)

    def icon(
        self, name: str, box: pygame.Rect, colour: Colour | None = None, size: float = 18
    ) -> pygame.Rect:
        """Draw an icon in the middle of a box, `size` pixels high at 1280 x 720; it grows with the type."""
        pixels = self.icon_width(size)
        surface = self.icons.get(name, pixels, colour or self.palette.ink)
        rect = surface.get_rect(center=box.center)
        if self.clip is None or self.clip.contains(box):
            self.surface.blit(surface, rect)
        return rect

    def paragraph(
        self, text: str, box: pygame.Rect, style: Style = Style.BODY, colour: Colour | None = None
    ) -> int:
        """Draw wrapped text from the top of a box, shortened if it must be; return the y below it."""
        lines = self.type.wrap(text, style, box.width)
        height = self.line(style)
        room = max(1, box.height // height)
        y = box.y
        for number, line in enumerate(lines[:room]):
            last = number == room - 1 and len(lines) > room
            words = f"{line} " + " ".join(lines[room:]) if last else line
            self.text(words, pygame.Rect(box.x, y, box.width, height), style, colour)
            y += height
        return y

    def measure(self, text: str, width: int, style: Style = Style.BODY) -> int:
        """Return the height that a paragraph needs."""
        return len(self.type.wrap(text, style, width)) * self.line(style)

    # --- widgets ------------------------------------------------------------------------------------------

    def add(self, widget: Widget) -> Widget:
        """Register a widget."""
        self.widgets.append(widget)
        return widget

    def let_go(self) -> None:
        """Forget what stood on it once another frame is drawn.

        Widgets know their page and the page them: left so, every frame would be litter to be looked for.
        """
        self.widgets, self.marks, self.terms = [], [], []

    def has_focus(self, name: str) -> bool:
        """Return whether a widget has the keyboard."""
        return self.focus == name

    def over(self, rect: pygame.Rect) -> bool:
        """Return whether the pointer is over a rectangle."""
        return rect.collidepoint(self.pointer)

    def veil(self) -> None:
        """Dim everything drawn so far; the overlay that comes next lays no veil of its own."""
        veil = pygame.Surface(self.area.size)
        veil.fill(self.palette.veil)
        veil.set_alpha(190)
        self.surface.blit(veil, (0, 0))
        self._veiled = True

    def behind(self, still: pygame.Surface) -> None:
        """Draw a picture of what lies, dimmed, behind the overlay that comes next."""
        self.surface.blit(still, (0, 0))
        self._veiled = True

    def overlay(self, rect: pygame.Rect) -> None:
        """Start something that covers the rest: what lies behind is dimmed and cannot be pressed."""
        if not self._veiled:
            self.veil()
        self._veiled = False  # what lies on top of this one lays a veil of its own
        self.fill(rect, self.palette.panel, 8)
        self.outline(rect, self.palette.line, 8)
        self.widgets.clear()
        self.terms.clear()
        self.first = ""
        self.layer += 1
        self.covered.append(rect.copy())

    def widget(self, name: str) -> Widget | None:
        """Return a widget by its name."""
        return next((widget for widget in self.widgets if widget.name == name), None)

    def term_at(self, point: tuple[int, int]) -> str:
        """Return the id of the glossary's word at a point; empty for none."""
        return next((id for rect, id in reversed(self.terms) if rect.collidepoint(point)), "")

    def tips(self) -> Iterable[tuple[pygame.Rect, str]]:
        """Yield the hint under the pointer, if there is one."""
        for widget in reversed(self.widgets):
            if self.over(widget.rect):
                part = widget.part_at(self.pointer)
                hint = part.hint if part else widget.hint
                if hint:
                    yield (part.rect if part else widget.rect), hint
                return

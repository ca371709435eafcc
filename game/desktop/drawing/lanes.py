"""Signs at hours with words beside them: whole words or none, never across the present, never over others."""

from collections.abc import Callable, Sequence

import pygame
from attrs import define, frozen

from game.desktop.drawing.axis import Axis
from game.desktop.page import Page, Part
from game.desktop.theme import Colour, Style
from game.view.deadlines import DueView

ICONS = {
    "opens": "door-open",
    "closes": "hourglass",
    "order": "flag",
    "ready": "package-check",
    "lapses": "timer",
    "evidence": "search",
    "promise": "handshake",
    "monitors": "binoculars",
    "end": "flag-triangle-right",
}
"""The icons of what comes."""


def due_colour(page: Page, due: DueView) -> Colour:
    """Return the colour of what comes: what cannot wait, one's own, and the rest."""
    return page.palette.warning if due.urgent else page.palette.ink if due.mine else page.palette.soft


@frozen
class _Placed:
    due: DueView
    icon: pygame.Rect
    words: pygame.Rect | None


@define
class Lanes:
    """Where signs and words stand, lane by lane, so that none meet."""

    axis: Axis
    rects: list[pygame.Rect]
    taken: list[list[pygame.Rect]]
    placed: list[_Placed]
    dropped: list[DueView]

    @classmethod
    def of(cls, axis: Axis, rects: Sequence[pygame.Rect]) -> "Lanes":
        """Return empty lanes."""
        return cls(axis, list(rects), [[] for _ in rects], [], [])

    def put(self, due: DueView) -> None:
        """Place a sign with its words if they fit whole anywhere near; else the sign; else nothing."""
        page = self.axis.page
        style = Style.STRONG if due.urgent else Style.BODY
        width = page.type.width(due.label, style)
        for number in range(len(self.rects)):
            for shift in self._shifts(due):
                icon = self._icon(number, due, shift)
                for words in (self._right(icon, width), self._left(icon, width)):
                    whole = icon.union(words)
                    if self._free(number, whole):
                        self._take(number, _Placed(due, icon, words), whole)
                        return
        for number in range(len(self.rects)):
            for shift in (*self._shifts(due), 2 * page.icon_width(16) + page.px(4)):
                icon = self._icon(number, due, shift)
                if self._free(number, icon):
                    self._take(number, _Placed(due, icon, None), icon)
                    return
        self.dropped.append(due)

    def _shifts(self, due: DueView) -> tuple[int, ...]:
        """How far a sign may stand from its hour: what is due now stands just behind the present."""
        page = self.axis.page
        size = page.icon_width(16)
        return (size // 2 + page.px(5),) if due.hour <= self.axis.now else (0, size // 2, -size // 2)

    def _icon(self, number: int, due: DueView, shift: int) -> pygame.Rect:
        size = self.axis.page.icon_width(16)
        rect = self.rects[number]
        return pygame.Rect(self.axis.x(due.hour) + shift - size // 2, rect.y, size, rect.height)

    def _right(self, icon: pygame.Rect, width: int) -> pygame.Rect:
        return pygame.Rect(icon.right + self.axis.page.px(4), icon.y, width, icon.height)

    def _left(self, icon: pygame.Rect, width: int) -> pygame.Rect:
        return pygame.Rect(icon.x - self.axis.page.px(4) - width, icon.y, width, icon.height)

    def _free(self, number: int, rect: pygame.Rect) -> bool:
        inside = self.rects[number].contains(rect)
        apart = rect.inflate(self.axis.page.gap, 0).collidelist(self.taken[number]) < 0
        return inside and apart and not self.axis.crosses_now(rect.left, rect.right)

    def _take(self, number: int, placed: _Placed, rect: pygame.Rect) -> None:
        self.taken[number].append(rect)
        self.placed.append(placed)

    def draw(self, press: Callable[[], None]) -> list[Part]:
        """Draw everything; return a part with a hint for each sign."""
        page, parts = self.axis.page, []
        for number, placed in enumerate(self.placed):
            due, colour = placed.due, due_colour(page, placed.due)
            page.icon(ICONS[due.kind], placed.icon, colour, 16)
            whole = placed.icon
            if placed.words is not None:
                style = Style.STRONG if due.urgent else Style.BODY
                page.text(due.label, placed.words, style, colour)
                whole = placed.icon.union(placed.words)
            name = f"{due.kind}.{due.subject}.{number}"
            parts.append(Part(name, whole, due.label, press, hint=due.words))
        return parts + self._more(press)

    def _more(self, press: Callable[[], None]) -> list[Part]:
        """Say at the right end how many there are that found no room."""
        if not self.dropped:
            return []
        page = self.axis.page
        words = f"+{len(self.dropped)}"
        width = page.type.width(words, Style.BODY)
        for number, rect in enumerate(self.rects):
            box = pygame.Rect(rect.right - width, rect.y, width, rect.height)
            if box.inflate(page.gap, 0).collidelist(self.taken[number]) < 0:
                page.text(words, box, colour=page.palette.soft)
                hint = " ".join(f"{due.words}." for due in self.dropped)
                return [Part("more", box, words, press, hint=hint)]
        return []

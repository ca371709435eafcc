"""Parts of a page that change rarely: kept as pictures, with the widgets, texts and terms in them."""

from collections.abc import Callable, Hashable
from typing import TypeVar, cast

import pygame
from attrs import frozen

from game.desktop.page import Page, TextMark, Widget
from game.language import spoken

Found = TypeVar("Found")


EDGE = 4
"""A part may reach so far beyond its rectangle, in pixels at 1280 x 720: the ends of lines and of marks."""


@frozen(eq=False)
class _Picture:
    subject: object
    key: Hashable
    surface: pygame.Surface
    widgets: tuple[Widget, ...]
    marks: tuple[TextMark, ...]
    terms: tuple[tuple[pygame.Rect, str], ...]


class Kept:
    """What one screen keeps; it forgets a part as soon as what it shows, or how, has changed."""

    def __init__(self) -> None:
        self._pictures: dict[str, _Picture] = {}
        self._values: dict[str, tuple[object, Hashable, object]] = {}

    def draw(
        self,
        page: Page,
        name: str,
        rect: pygame.Rect,
        of: tuple[object, Hashable],
        paint: Callable[[], object],
    ) -> None:
        """Paint a part within a rectangle, or lay its picture there.

        `of` is what it shows: an object that stays the same while nothing changes, and whatever else it
        depends on. A part that moves is painted each time, and kept once it has come to rest.
        """
        rect = rect.inflate(2 * page.px(EDGE), 2 * page.px(EDGE)).clip(page.area)
        subject, extra = of
        key = (extra, tuple(rect), page.layer, *_look(page))
        found = self._pictures.get(name)
        if found is not None and found.subject is subject and found.key == key:
            page.surface.blit(found.surface, rect)
            page.widgets += found.widgets
            page.marks += found.marks
            page.terms += found.terms
            return
        widgets, marks, terms = len(page.widgets), len(page.marks), len(page.terms)
        moving, page.motion.going = page.motion.going, False
        paint()
        still = not page.motion.going
        page.motion.going = moving or page.motion.going
        self._pictures.pop(name, None)
        if still and rect.width > 0 and rect.height > 0:
            surface = page.surface.subsurface(rect).copy()
            self._pictures[name] = _Picture(
                subject,
                key,
                surface,
                tuple(page.widgets[widgets:]),
                tuple(page.marks[marks:]),
                tuple(page.terms[terms:]),
            )

    def value(
        self, page: Page, name: str, of: tuple[object, Hashable], work_out: Callable[[], Found]
    ) -> Found:
        """Return something that takes a while to work out, as long as nothing it depends on has changed."""
        subject, extra = of
        key = (extra, *_look(page))
        found = self._values.get(name)
        if found is None or found[0] is not subject or found[1] != key:
            found = self._values[name] = (subject, key, work_out())
        return cast(Found, found[2])


def _look(page: Page) -> tuple[Hashable, ...]:
    return (page.area.size, page.palette.dark, page.type.scale, spoken().code)

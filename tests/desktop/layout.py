"""What is wrong with a frame: texts that meet, leave the window or are cut; widgets that meet; words unsaid.

`LOOKS` are the settings under which every screen has to stand; `seated` opens a game under one of them.
"""

import re
from collections.abc import Iterator
from itertools import combinations

import pygame
from attrs import frozen

from game.desktop.page import Page, TextMark
from game.desktop.settings import Settings
from game.language import ENGLISH, Language
from game.language.pseudo import PSEUDO

SLACK = 2
"""Pixels by which boxes of lines may meet: the boxes hold room for accents that the letters do not fill."""
LEAST = 20
"""A widget lower than this is hard to hit."""


def problems(page: Page) -> list[str]:
    """Say everything that is wrong with the top layer and what it does not cover."""
    return [*_texts(page), *_widgets(page)]


def shortened(page: Page) -> list[str]:
    """Return the texts that were cut."""
    return [mark.text for mark in page.marks if mark.cut]


def _texts(page: Page) -> list[str]:
    found = []
    for mark in page.marks:
        if not page.area.contains(mark.rect):
            found.append(f"{mark.text!r} leaves the window: {mark.rect}")
        if mark.rect.width > mark.box.width:
            found.append(f"{mark.text!r} is wider than its room: {mark.rect} in {mark.box}")
    for layer in range(page.layer + 1):
        marks = [mark for mark in page.marks if mark.layer == layer]
        for one, other in combinations(marks, 2):
            if _core(one).colliderect(_core(other)):
                found.append(f"{one.text!r} meets {other.text!r}: {one.rect}, {other.rect}")
    return found


def _core(mark: TextMark) -> pygame.Rect:
    return mark.rect.inflate(-1, -2 * SLACK)


def _widgets(page: Page) -> list[str]:
    found = []
    for widget in page.widgets:
        if not page.area.contains(widget.rect):
            found.append(f"{widget.name} leaves the window: {widget.rect}")
        if widget.press is not None and widget.rect.height < LEAST:
            found.append(f"{widget.name} is too low to hit: {widget.rect}")
        for part in widget.parts:
            if not widget.rect.inflate(2, 2).contains(part.rect):
                found.append(f"{widget.name}/{part.name} leaves its widget: {part.rect} in {widget.rect}")
    for one, other in combinations(page.widgets, 2):
        if one.rect.colliderect(other.rect):
            found.append(f"{one.name} meets {other.name}: {one.rect}, {other.rect}")
    names = [widget.name for widget in page.widgets]
    found += [f"two widgets are called {name}" for name in set(names) if names.count(name) > 1]
    return found


@frozen
class Look:
    """Settings under which a screen is drawn."""

    size: tuple[int, int]
    settings: Settings
    language: Language = ENGLISH

    def __str__(self) -> str:
        width, height = self.size
        return f"{width}x{height}-{self.settings.theme}-{self.settings.type}-{self.language.code}"


def _looks() -> Iterator[Look]:
    for size in ((1280, 720), (1920, 1080)):
        yield Look(size, Settings(motion="reduced"))
        yield Look(size, Settings(motion="reduced", type="large", theme="light"))
        yield Look(size, Settings(motion="reduced", theme="light"), PSEUDO)


LOOKS = tuple(_looks())
"""Both sizes; normal and large type; both themes; the longer language."""

PLAIN_WORD = re.compile(r"\b[A-Za-z]*[aeiou][A-Za-z]*\b")
NAMES = frozenset("Backstop Ctrl Enter Space Tab Shift Escape Page Home End Delete Deutsch English".split())
"""Words that are the same in every language here: names and what is printed on keys."""


def untranslated(page: Page) -> list[str]:
    """Return the texts on a page drawn in the pseudo-language in which a word came through no catalogue."""
    return [
        mark.text
        for mark in page.marks
        if any(len(word) > 2 and word not in NAMES for word in PLAIN_WORD.findall(mark.text))
    ]

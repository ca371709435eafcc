"""What is wrong with a frame: texts that meet, leave the window or are cut; widgets that meet."""

from itertools import combinations

import pygame

from game.desktop.page import Page, TextMark

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

"""Words of the glossary on a screen: a dotted line under each, its meaning under the pointer, F1 for more."""

import pygame

from game.desktop.floats import draw_tip
from game.desktop.page import Page
from game.language import _, say
from game.view.glossary import WORDS


def term(page: Page, rect: pygame.Rect, id: str) -> None:
    """Say that a word of the glossary stands in a rectangle: `term(page, page.text(...), "credibility")`."""
    if id not in WORDS or rect.width <= 0:
        return
    page.terms.append((rect.copy(), id))
    y = min(rect.bottom, page.area.bottom - 1)
    step = page.px(4)
    for x in range(rect.x, rect.right, step):
        page.stroke((x, y), (min(x + max(1, step // 3), rect.right), y), page.palette.soft)


def draw_term(page: Page, id: str) -> None:
    """Show what the word under the pointer means, and how to read on."""
    rect = next((rect for rect, found in reversed(page.terms) if found == id and page.over(rect)), None)
    word = WORDS.get(id)
    if rect is not None and word is not None:
        text = say("{word}: {meaning}", word=_(word.name), meaning=_(word.text))
        draw_tip(page, rect, f"{text} {_('F1 opens the glossary here.')}")

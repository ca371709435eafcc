"""Words of the glossary on a screen: a dotted line under each, its meaning under the pointer, F1 for more."""

from typing import Final

import pygame

from game.desktop.floats import draw_tip
from game.desktop.page import Page
from game.language import N_, _, say
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


HEADINGS: Final = {
    N_("Assumptions"): "assumption",
    N_("Before it is told: what do you expect?"): "slip",
    N_("Beliefs"): "belief",
    N_("Better or worse than going on, in points"): "bargaining_range",
    N_("Capability"): "capability",
    N_("Communication"): "communication",
    N_("Credibility"): "credibility",
    N_("Critical risk"): "critical_risk",
    N_("Denial"): "denial",
    N_("Evidence"): "evidence",
    N_("How others read it"): "read",
    N_("Ladders"): "ladder",
    N_("Margin"): "margin",
    N_("Possible causes"): "belief",
    N_("Promises"): "commitment",
    N_("Punishment"): "punishment",
    N_("Rules of engagement"): "roe",
    N_("Said in public"): "claim",
    N_("Steps towards a calmer crisis"): "step",
    N_("Strategic arms"): "arsenal",
    N_("Tracks"): "track",
    N_("Who goes first"): "package",
    N_("Would your word hold them back? As you think that they see you."): "credibility",
    N_("Your moves that somebody would answer"): "critical_risk",
}
"""Headings of screens that are words of the glossary, or stand for one."""


def mark_headings(page: Page) -> None:
    """Find the headings among what was drawn on the top layer, wherever they stand.

    One inside a button or a tab gets no line under it, but F1 over it opens its entry all the same.
    """
    wanted = {_(heading): id for heading, id in HEADINGS.items()}
    for mark in page.marks:
        id = wanted.get(mark.text, "")
        if not id or mark.cut or mark.layer != page.layer:
            continue
        if any(rect.colliderect(mark.rect) for rect, _found in page.terms):
            continue
        if any((widget.press or widget.parts) and widget.rect.contains(mark.rect) for widget in page.widgets):
            page.terms.append((mark.rect.copy(), id))
        else:
            term(page, mark.rect, id)


def draw_term(page: Page, id: str) -> None:
    """Show what the word under the pointer means, and how to read on."""
    rect = next((rect for rect, found in reversed(page.terms) if found == id and page.over(rect)), None)
    word = WORDS.get(id)
    if rect is not None and word is not None:
        text = say("{word}: {meaning}", word=_(word.name), meaning=_(word.text))
        more = _("F1 opens the glossary here.")
        draw_tip(page, rect, f"{text} {more}")

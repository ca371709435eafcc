"""The review of deterrence: how each promise looked to the one whom it was to deter, turn by turn."""

from collections.abc import Sequence

import pygame

from game.desktop.page import Page
from game.desktop.theme import Style
from game.desktop.typeset import capital
from game.desktop.widgets.scrolls import Block, leads, scroll
from game.view.deterred import DeterredMark, DeterredTrail
from game.view.words import percent

NOTE = "What it took and how likely an answer looked, by the other's reckoning; then what its issuer thought."


def draw_deterred(page: Page, room: pygame.Rect, trails: Sequence[DeterredTrail]) -> None:
    """Draw every promise with its turns."""
    inner = page.panel(room)
    blocks = [Block(NOTE, colour=page.palette.soft, flush=True)]
    for trail in trails:
        title = f"{capital(trail.issuer_name)} to {trail.on_name}: “{trail.name}”"
        blocks += [Block(title, Style.HEADING, flush=True, space=True), Block(trail.words, flush=True)]
        before = ""
        for mark in trail.marks:
            said = _words(mark)
            if said != before:
                ink = page.palette.soft if mark.needless else page.palette.warning
                ink = page.palette.good if mark.deterred else ink
                blocks.append(Block(said, colour=ink, lead=f"hour {mark.hour}"))
            before = said
    scroll(page, "deterred", inner, blocks, margin=leads(page, blocks, 74))


def _words(mark: DeterredMark) -> str:
    if mark.needless:
        return f"– “{mark.act}”: it would not have been done anyway"
    took = (
        f"took {percent(mark.takes)}" if mark.takes is not None and mark.takes <= 1 else "nothing was enough"
    )
    sign = "✓" if mark.deterred else "✗"
    return (
        f"{sign} “{mark.act}”: {took}, looked like {percent(mark.looked)} "
        f"(its issuer thought {percent(mark.thought)})"
    )

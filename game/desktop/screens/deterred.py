"""The review of deterrence: how each promise looked to the one whom it was to deter, turn by turn."""

from collections.abc import Sequence
from functools import partial

import pygame

from game.desktop.drawing.weights import draw_likely
from game.desktop.page import Page
from game.desktop.theme import Style
from game.desktop.typeset import capital
from game.desktop.widgets.scrolls import Block, scroll
from game.language import N_, _, say
from game.view.deterred import DeterredMark, DeterredTrail
from game.view.words import percent

NOTE = N_("Bars: how likely an answer looked to the one to be deterred; the mark is what it took to deter.")


def draw_deterred(page: Page, room: pygame.Rect, trails: Sequence[DeterredTrail]) -> None:
    """Draw every promise with its turns."""
    inner = page.panel(room)
    note = pygame.Rect(inner.x, inner.y, inner.width, page.line())
    icon = pygame.Rect(note.x, note.y, page.icon_width(), note.height)
    page.icon("info", icon, page.palette.soft)
    left = icon.right + page.gap
    page.text(_(NOTE), pygame.Rect(left, note.y, note.right - left, note.height), colour=page.palette.soft)
    blocks: list[Block] = []
    for trail in trails:
        title = say(
            "{issuer} to {actor}: “{promise}”",
            issuer=capital(trail.issuer_name),
            actor=trail.on_name,
            promise=trail.name,
        )
        blocks += [Block(title, Style.HEADING, flush=True, space=True), Block(trail.words, flush=True)]
        before = ""
        for mark in trail.marks:
            said = _words(mark)
            if said == before:
                continue
            ink = page.palette.soft if mark.needless else page.palette.good if mark.deterred else None
            icon_name = "minus" if mark.needless else "circle-check" if mark.deterred else "circle-x"
            hour = say("hour {hour}", hour=mark.hour)
            blocks.append(Block(f"{hour} · {said}", icon=icon_name, colour=ink, space=True))
            if not mark.needless:
                paint = partial(draw_likely, likely=mark.looked, takes=mark.takes, grown=1.0)
                blocks.append(Block("", paint=paint))
            before = said
    top = note.bottom + page.gap
    scroll(
        page,
        "deterred",
        pygame.Rect(inner.x, top, inner.width, inner.bottom - top),
        blocks,
        margin=page.px(30),
    )


def _words(mark: DeterredMark) -> str:
    if mark.needless:
        return say("“{act}”: it would not have been done anyway", act=mark.act)
    looked, thought = percent(mark.looked), percent(mark.thought)
    if mark.takes is None or mark.takes > 1:
        return say(
            "“{act}”: nothing was enough, looked like {looked} (its issuer thought {thought})",
            act=mark.act,
            looked=looked,
            thought=thought,
        )
    return say(
        "“{act}”: took {takes}, looked like {looked} (its issuer thought {thought})",
        act=mark.act,
        takes=percent(mark.takes),
        looked=looked,
        thought=thought,
    )

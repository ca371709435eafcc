"""The help overlay: which key does what, and the rulebook."""

from collections.abc import Callable, Sequence

import pygame

from game.desktop.keys import EVERYWHERE, KeyHelp
from game.desktop.page import Page
from game.desktop.theme import Style
from game.desktop.widgets.buttons import button
from game.desktop.widgets.lists import Row, rows
from game.desktop.widgets.scrolls import Block, scroll
from game.view.rulebook import sections

RULES = "help.rules"
"""Remembers whether the rulebook is open, and is the name of the button that opens it."""
SECTIONS = "help.sections"
"""The list of sections; its name with `.chosen` remembers which of them is open."""


def draw_help(page: Page, own: Sequence[KeyHelp], close: Callable[[], None]) -> None:
    """Draw the key map, or the rulebook, over the screen."""
    if page.memory.get(RULES):
        _draw_rules(page, close)
    else:
        _draw_keys(page, own, close)


def _draw_keys(page: Page, own: Sequence[KeyHelp], close: Callable[[], None]) -> None:
    lines = len(own) + len(EVERYWHERE)
    row = page.line() + page.px(8)
    height = lines * row + page.px(190 if own else 150)
    box = pygame.Rect(0, 0, page.px(820), height)
    box.center = page.area.center
    page.overlay(box)
    inner = box.inflate(-6 * page.gap, -5 * page.gap)
    page.text("Keys", pygame.Rect(inner.x, inner.y, inner.width, page.line(Style.TITLE)), Style.TITLE)
    y = inner.y + page.line(Style.TITLE) + page.gap
    for title, group in (("On this screen", own), ("Everywhere", EVERYWHERE)):
        if not group:
            continue
        page.text(title, pygame.Rect(inner.x, y, inner.width, row), Style.STRONG, page.palette.soft)
        y += row
        for item in group:
            left = page.px(270)
            page.text(item.keys, pygame.Rect(inner.x, y, left, row), Style.STRONG)
            page.text(item.does, pygame.Rect(inner.x + left, y, inner.width - left, row))
            y += row
    _foot(page, inner, "Everything also works with the mouse alone.", "Rulebook", close)
    page.first = "help.close"


def _draw_rules(page: Page, close: Callable[[], None]) -> None:
    """The sections on the left, the clauses of one of them on the right."""
    box = page.area.inflate(-8 * page.gap, -8 * page.gap)
    page.overlay(box)
    inner = box.inflate(-6 * page.gap, -5 * page.gap)
    head = pygame.Rect(inner.x, inner.y, inner.width, page.line(Style.TITLE))
    page.text("Rulebook", head, Style.TITLE)
    room = pygame.Rect(inner.x, head.bottom + page.gap, inner.width, 0)
    room.height = inner.bottom - page.px(36) - page.gap - room.y
    left = pygame.Rect(room.x, room.y, page.px(300), room.height)
    right = pygame.Rect(
        left.right + 2 * page.gap, room.y, room.right - left.right - 2 * page.gap, room.height
    )
    every = sections()
    chosen = min(page.memory.get(f"{SECTIONS}.chosen"), len(every) - 1)

    def open_section(number: int) -> Callable[[], None]:
        def opened() -> None:
            page.memory.put(f"{SECTIONS}.chosen", number)
            page.memory.put(f"{RULES}.clauses.offset", 0)

        return opened

    items = [
        Row(
            f"{SECTIONS}.{section.number}",
            f"{section.number}. {section.title}",
            open_section(number),
            selected=number == chosen,
        )
        for number, section in enumerate(every)
    ]
    rows(page, SECTIONS, left, items, on_cursor=lambda row: row.press() if row.press else None)
    blocks: list[Block] = []
    for clause in every[chosen].clauses:
        blocks.append(Block(clause.text, lead=clause.number, space=True))
        blocks.append(Block(f"Source: {clause.source}", colour=page.palette.soft))
    scroll(page, f"{RULES}.clauses", right, blocks, margin=page.px(64))
    _foot(page, inner, "Arrows in the list choose a section; Tab goes on to its clauses.", "Keys", close)
    page.first = SECTIONS


def _foot(page: Page, inner: pygame.Rect, words: str, other: str, close: Callable[[], None]) -> None:
    """What can be done: close, or turn to the other page."""

    def turn() -> None:
        page.memory.put(RULES, 1 - page.memory.get(RULES))

    place = pygame.Rect(inner.right - page.px(120), inner.bottom - page.px(36), page.px(120), page.px(36))
    button(page, RULES, place.move(-page.px(132), 0), other, turn)
    button(page, "help.close", place, "Close", close, look="primary")
    room = pygame.Rect(inner.x, place.y, inner.width - page.px(268), place.height)
    page.text(words, room, colour=page.palette.soft)

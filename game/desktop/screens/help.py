"""The help, over whatever screen is on: which key does what, the words of the game, the rulebook."""

from collections.abc import Callable, Sequence

import pygame

from game.desktop.help_pages import HelpPages
from game.desktop.keys import EVERYWHERE, KeyHelp
from game.desktop.page import Page
from game.desktop.screens.sheet import box_overlay
from game.desktop.screens.words import draw_words
from game.desktop.theme import Style
from game.desktop.widgets.buttons import button, button_width
from game.desktop.widgets.choices import Pick, tabs
from game.desktop.widgets.lists import Row, rows
from game.desktop.widgets.scrolls import Block, scroll
from game.language import _, say
from game.view.rulebook import sections

SECTIONS = "help.sections"
"""The list of the rulebook's sections."""
CLAUSES = "help.clauses"
"""The clauses of one of them."""


def draw_help(page: Page, at: HelpPages, own: Sequence[KeyHelp], close: Callable[[], None]) -> None:
    """Draw the page of the help that is open."""
    inner = box_overlay(page, 1160, 660)
    tab_height = page.line() + page.px(20)
    picks = (
        Pick("keys", _("Keys"), icon="keyboard"),
        Pick("words", _("Words"), icon="book-a"),
        Pick("rules", _("Rulebook"), icon="book-open"),
    )

    def turn(chosen: str) -> None:
        at.page = chosen

    label = _("Close")
    wide = button_width(page, label, icon="x")
    bar = pygame.Rect(inner.x, inner.y, inner.width - wide - 2 * page.gap, tab_height)
    tabs(page, "help.tabs", bar, picks, at.page, turn)
    place = pygame.Rect(inner.right - wide, inner.y, wide, tab_height)
    room = pygame.Rect(inner.x, bar.bottom + 2 * page.gap, inner.width, 0)
    room.height = inner.bottom - room.y
    if at.page == "words":
        draw_words(page, room, at)
    elif at.page == "rules":
        _draw_rules(page, room, at)
    else:
        _draw_keys(page, room, own)
    button(page, "help.close", place, label, close, icon="x")
    page.first = {"words": "help.search", "rules": SECTIONS}.get(at.page, "help.close")


# --- keys -------------------------------------------------------------------------------------------------


def _draw_keys(page: Page, room: pygame.Rect, own: Sequence[KeyHelp]) -> None:
    """Two columns: the keys of this screen, if it has any, and those that work everywhere."""
    foot = pygame.Rect(room.x, room.bottom - page.line(), room.width, page.line())
    page.text(_("Everything also works with the mouse alone."), foot, colour=page.palette.soft)
    room = pygame.Rect(room.x, room.y, room.width, foot.y - page.gap - room.y)
    groups = [(_("On this screen"), "own", own), (_("Everywhere"), "all", EVERYWHERE)]
    groups = [group for group in groups if group[2]]
    width = (room.width - (len(groups) - 1) * 4 * page.gap) // len(groups)
    for number, (title, name, items) in enumerate(groups):
        column = pygame.Rect(room.x + number * (width + 4 * page.gap), room.y, width, room.height)
        head = pygame.Rect(column.x, column.y, width, page.line(Style.HEADING))
        page.text(title, head, Style.HEADING, page.palette.accent_ink)
        y = head.bottom + page.gap
        for item in items:
            y = _key_line(page, pygame.Rect(column.x, y, width, column.bottom - y), item, name)


def _key_line(page: Page, room: pygame.Rect, item: KeyHelp, name: str) -> int:
    """The caps of a line, and what they do below or beside them; return the y below."""
    bottom, right = _caps(page, room, item.keys)
    words = _(item.does)
    if (
        right + page.type.width(words, Style.BODY) + page.gap <= room.right
        and bottom - room.y < 2 * page.line()
    ):
        page.text(
            words, pygame.Rect(right + page.gap, room.y, room.right - right - page.gap, bottom - room.y)
        )
        return bottom + page.px(12)
    height = page.measure(words, room.width)
    page.paragraph(
        words, pygame.Rect(room.x, bottom + page.px(2), room.width, height), colour=page.palette.soft
    )
    return bottom + height + page.px(10)


def _caps(page: Page, room: pygame.Rect, keys: str) -> tuple[int, int]:
    """Draw keys as one sees them on a keyboard; return the y below and the x after the last."""
    x, y, height = room.x, room.y, page.line() + page.px(6)
    for chord in keys.split(", "):
        caps = [_(cap) if len(cap) > 2 else cap for cap in chord.split("+")]
        widths = [max(height, page.type.width(cap, Style.STRONG) + 2 * page.gap) for cap in caps]
        whole = sum(int(width) for width in widths) + page.px(20) * (len(caps) - 1)
        if x > room.x and x + whole > room.right:
            x, y = room.x, y + height + page.px(4)
        for number, (cap, width) in enumerate(zip(caps, widths, strict=True)):
            if number:
                plus = pygame.Rect(x, y, page.px(12), height)
                page.text("+", plus, colour=page.palette.soft, align="centre")
                x = plus.right + page.px(4)
            key = pygame.Rect(x, y, width, height)
            page.fill(key, page.palette.raised, 5)
            page.outline(key, page.palette.line, 5)
            page.fill(
                pygame.Rect(key.x + page.px(4), key.bottom - 2, key.width - page.px(8), 2), page.palette.soft
            )
            page.text(cap, key, Style.STRONG, align="centre")
            x = key.right + page.px(4)
        x += page.px(8)
    return y + height, x


# --- rules ------------------------------------------------------------------------------------------------


def _draw_rules(page: Page, room: pygame.Rect, at: HelpPages) -> None:
    """The sections on the left, the clauses of one of them on the right."""
    left = pygame.Rect(room.x, room.y, room.width * 30 // 100, room.height)
    right = pygame.Rect(
        left.right + 2 * page.gap, room.y, room.right - left.right - 2 * page.gap, room.height
    )
    every = sections()
    at.section = min(at.section, len(every) - 1)

    def open_section(number: int) -> Callable[[], None]:
        def opened() -> None:
            at.section = number
            page.memory.put(f"{CLAUSES}.offset", 0)

        return opened

    items = [
        Row(
            f"{SECTIONS}.{section.number}",
            f"{section.number}. {section.title}",
            open_section(number),
            selected=number == at.section,
        )
        for number, section in enumerate(every)
    ]
    rows(page, SECTIONS, left, items, on_cursor=lambda row: row.press() if row.press else None)
    blocks: list[Block] = []
    for clause in every[at.section].clauses:
        blocks.append(Block(clause.text, lead=clause.number, space=True))
        blocks.append(Block(say("Source: {source}", source=clause.source), colour=page.palette.soft))
    scroll(page, CLAUSES, right, blocks, margin=page.px(64) if not page.tight else page.px(76))

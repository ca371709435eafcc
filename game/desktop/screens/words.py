"""The glossary as a page of the help: look for a word, read what it means and what settles it."""

from collections.abc import Callable

import pygame

from game.desktop.help_pages import HelpPages
from game.desktop.page import Page
from game.desktop.theme import Style
from game.desktop.widgets.buttons import button, button_width
from game.desktop.widgets.entries import text_entry
from game.desktop.widgets.lists import Row, rows
from game.desktop.widgets.scrolls import Block, scroll
from game.language import _, count, say
from game.view.glossary import Word, words
from game.view.rulebook import NoClause, find_rules, sections


def draw_words(page: Page, room: pygame.Rect, at: HelpPages) -> None:
    """The field and the list on the left, the entry on the right."""
    left = pygame.Rect(room.x, room.y, room.width * 30 // 100, room.height)
    field = pygame.Rect(left.x, left.y, left.width, page.line() + page.px(16))

    def look(query: str) -> None:
        at.query, at.word = query, ""
        page.memory.put("help.words.cursor", 0)
        page.memory.put("help.words.offset", 0)

    text_entry(page, "help.search", field, at.query, look, _("Look for a word"))
    found = words(at.query)
    chosen = next((word for word in found if word.id == at.word), found[0] if found else None)
    note = pygame.Rect(left.x, field.bottom + page.px(4), left.width, page.line())
    number = len(found)
    page.text(count(number, "{number} word", "{number} words"), note, colour=page.palette.soft)
    items = [Row(word.id, word.name, _opening(page, at, word), selected=word is chosen) for word in found]
    top = note.bottom + page.px(4)
    listed = pygame.Rect(left.x, top, left.width, left.bottom - top)
    if items:
        if chosen is not None and at.word and page.memory.get("help.words.cursor", -1) < 0:
            page.memory.put("help.words.cursor", found.index(chosen))
        rows(page, "help.words", listed, items, on_cursor=lambda row: row.press() if row.press else None)
    right = pygame.Rect(
        left.right + 3 * page.gap, room.y, room.right - left.right - 3 * page.gap, room.height
    )
    if chosen is None:
        page.paragraph(_("No word of the game holds that."), right, colour=page.palette.soft)
    else:
        _entry(page, right, at, chosen)


def _opening(page: Page, at: HelpPages, word: Word) -> Callable[[], None]:
    def opened() -> None:
        at.word = word.id
        page.memory.put("help.entry.offset", 0)

    return opened


def _entry(page: Page, room: pygame.Rect, at: HelpPages, word: Word) -> None:
    """A word, what it means, and the clause of the rulebook below it."""
    inner = page.panel(room)
    page.fill(room, page.palette.raised, 6)
    y = page.paragraph(
        word.name, pygame.Rect(inner.x, inner.y, inner.width, 2 * page.line(Style.TITLE)), Style.TITLE
    )
    y = (
        page.paragraph(word.text, pygame.Rect(inner.x, y + page.gap, inner.width, inner.bottom - y))
        + 2 * page.gap
    )
    if not word.clause or y > inner.bottom - 4 * page.line():
        return
    label = say("Open the rulebook at {clause}", clause=word.clause)
    wide = min(inner.width, button_width(page, label, icon="book-open"))
    high = page.line() + page.px(16)
    foot = pygame.Rect(inner.x, inner.bottom - high, wide, high)

    def turn() -> None:
        wanted = int(word.clause.split(".", maxsplit=1)[0])
        at.page = "rules"
        at.section = next(place for place, one in enumerate(sections()) if one.number == wanted)
        page.memory.put("help.clauses.offset", 0)
        page.memory.put("help.sections.cursor", at.section)

    button(page, "help.rulebook", foot, label, turn, icon="book-open")
    page.stroke((inner.x, y), (inner.right, y), page.palette.line)
    text = pygame.Rect(inner.x, y + page.gap, inner.width, foot.y - page.gap - y - page.gap)
    scroll(
        page, "help.entry", text, _clause(page, word), margin=page.px(64) if not page.tight else page.px(76)
    )


def _clause(page: Page, word: Word) -> list[Block]:
    try:
        found = find_rules(word.clause)
    except NoClause:
        return []
    soft = page.palette.soft
    blocks = [Block(_("What the rulebook says"), Style.STRONG, soft, flush=True)]
    for section in found:
        for clause in section.clauses:
            blocks.append(Block(clause.text, lead=clause.number, space=True))
            blocks.append(Block(say("Source: {source}", source=clause.source), colour=soft))
    return blocks

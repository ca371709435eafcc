"""Cards of the deterrence ledger: who would answer, how likely that looks, and what that rests on."""

from collections.abc import Sequence

import pygame
from attrs import frozen

from game.desktop.drawing.chips import actor_mark, chip_width, likelihood_bar, meter, rung_chip, rung_words
from game.desktop.drawing.marks import Badge
from game.desktop.page import Page
from game.desktop.terms import term
from game.desktop.theme import Colour, Style, mix
from game.desktop.typeset import capital
from game.language import _, count, say
from game.view.ledger import LedgerRow, points
from game.view.words import percent


@frozen
class Card:
    """One answer as it is drawn."""

    row: LedgerRow | None
    title: str
    badge: Badge | None
    under: str = ""
    """A second line under the title."""
    note: str = ""
    """Stands in place of the verdict where there is none."""
    severity: float = 0.0
    extra_title: str = ""
    extra: tuple[str, ...] = ()
    """A fourth column instead of what the answer would do."""
    grown: float = 1.0
    """How far its bar has come, 0 to 1."""


@frozen
class _Column:
    title: str
    icon: str
    share: float | None
    word: str
    """Its word in the glossary; only what has one is measured."""
    lines: tuple[str, ...]


def verdict(row: LedgerRow) -> str:
    """Say whether an answer deters, in whole points; of an answer to one's own act, whom."""
    if row.deters_me and row.points is not None:
        return _deterred(row, row.points)
    if row.takes is None or row.takes > 1:
        return _("no chance of it would be enough")
    if row.takes <= 0:
        return _("not needed: it is not worth it anyway")
    gap = row.points or 0
    if row.deters:
        return (
            count(gap, "deters by {number} point", "deters by {number} points") if gap else _("just deters")
        )
    if not gap:
        return _("just falls short")
    return count(-gap, "falls short by {number} point", "falls short by {number} points")


def _deterred(row: LedgerRow, gap: int) -> str:
    """Say whether an answer would keep this seat from its own act: the percentages stand beside the bar."""
    if row.deters:
        return _("would deter you") if gap else _("would just deter you")
    return _("would not deter you") if gap else _("would almost deter you")


def figures(row: LedgerRow) -> str:
    """Say how likely an answer looks beside what it takes."""
    looks = percent(row.likely)
    if row.takes is None or row.takes > 1 or row.takes <= 0:
        return say("looks like {looks}", looks=looks)
    return say("looks like {looks}, it takes {needs}", looks=looks, needs=percent(row.takes))


def verdict_colour(page: Page, row: LedgerRow) -> Colour:
    """Return the colour of a verdict."""
    if row.deters:
        return page.palette.good
    return page.palette.soft if row.takes is not None and row.takes <= 0 else page.palette.warning


def card_height(page: Page, card: Card, width: int, *, whole: bool) -> int:
    """Return the height of a card, folded or whole."""
    height = page.line(Style.STRONG) + page.px(16)
    if card.under:
        height += page.line()
    if card.row is not None:
        height += page.line() + page.px(4)
        if whole:
            height += page.px(8) + _columns_height(page, card, width - 2 * page.gap)
    return height


def draw_card(page: Page, place: pygame.Rect, card: Card, *, whole: bool, active: bool) -> None:
    """Draw a card: the head, the bar, and where it is whole the columns below."""
    palette, gap = page.palette, page.gap
    back = mix(palette.raised, palette.ink, 0.05) if page.over(place) and not whole else palette.raised
    page.fill(place, back, 6)
    page.outline(place, palette.focus if active else palette.faint, 6, 2 if active else 1)
    inside = place.inflate(-2 * gap, -page.px(12))
    y = _head(page, inside, card)
    if card.row is None:
        return
    line = pygame.Rect(inside.x, y, inside.width, page.line() + page.px(4))
    words = figures(card.row)
    width = min(page.type.width(words, Style.BODY), line.width * 55 // 100)
    bar = pygame.Rect(line.x, 0, line.width - width - 2 * gap, page.px(12))
    bar.centery = line.centery
    likelihood_bar(page, bar, card.row, card.grown)
    drawn = page.text(words, pygame.Rect(line.right - width, line.y, width, line.height))
    if whole and card.row.points is not None:
        term(page, drawn, "critical_risk")
    if whole:
        top = line.bottom + page.px(8)
        _columns(page, pygame.Rect(inside.x, top, inside.width, place.bottom - top), card)


def _head(page: Page, inside: pygame.Rect, card: Card) -> int:
    """Draw who it is, at which rung, and the verdict; return the y below."""
    gap, height = page.gap, page.line(Style.STRONG) + page.px(4)
    head = pygame.Rect(inside.x, inside.y, inside.width, height)
    size = page.icon_width(16)
    left = head.x
    if card.badge is not None:
        actor_mark(page, pygame.Rect(left, head.y, size, height), card.badge)
        left += size + gap
    right = head.right
    words = verdict(card.row) if card.row is not None else card.note
    if words:
        colour = verdict_colour(page, card.row) if card.row is not None else page.palette.soft
        width = min(page.type.width(words, Style.STRONG), head.width * 45 // 100)
        page.text(words, pygame.Rect(right - width, head.y, width, height), Style.STRONG, colour)
        right -= width + 2 * gap
    chip = rung_words(card.row.rung, card.row.rung_name) if card.row is not None else ""
    room = right - left - (chip_width(page, chip) + gap if chip else 0)
    if chip and room < page.type.width(card.title, Style.STRONG):
        chip = rung_words(card.row.rung) if card.row is not None else ""
        room = right - left - chip_width(page, chip) - gap
    drawn = page.text(card.title, pygame.Rect(left, head.y, room, height), Style.STRONG)
    if chip:
        box = pygame.Rect(drawn.right + gap, head.y, chip_width(page, chip), height)
        rung_chip(page, box, chip, card.severity, right=False)
    y = head.bottom
    if card.under:
        page.text(card.under, pygame.Rect(inside.x, y, inside.width, page.line()), colour=page.palette.soft)
        y += page.line()
    return y


def _answer_lines(row: LedgerRow) -> tuple[str, ...]:
    """What the answer would do: punishment apart from denial."""
    lines = [
        count(
            round(row.harm, 1),
            "punishes: {points} point of harm",
            "punishes: {points} points of harm",
            points=points(row.harm),
        )
    ]
    if row.denial:
        lines.append(say("denies: takes back {share} of the gain", share=percent(row.denial)))
    else:
        lines.append(_("denies nothing: what is gained stays gained"))
    return tuple(lines)


def _columns_of(card: Card) -> list[_Column]:
    row = card.row
    assert row is not None, "only an answer has columns"
    able = row.capability[:-1] if row.denial else row.capability  # what it denies has a column of its own
    able = able or (_("no forces to compare"),)
    heard = row.communication or (_("there is no promise to hear"),)
    fourth = (
        _Column(card.extra_title, "lightbulb", None, "", card.extra)
        if card.extra_title
        else _Column(_("The answer"), "zap", None, "", _answer_lines(row))
    )
    return [
        _Column(_("Capability"), "dumbbell", row.able, "capability", able),
        _Column(_("Credibility"), "scale", row.word, "credibility", row.credibility),
        _Column(_("Communication"), "ear", row.heard, "communication", heard),
        fourth,
    ]


def _columns_height(page: Page, card: Card, width: int) -> int:
    column = _column_width(page, width)
    tallest = max(
        sum(page.measure(capital(line), column) + page.px(2) for line in one.lines)
        for one in _columns_of(card)
    )
    return page.line(Style.STRONG) + page.px(16) + tallest


def _column_width(page: Page, width: int) -> int:
    return (width - 3 * 2 * page.gap) // 4


def _columns(page: Page, rect: pygame.Rect, card: Card) -> None:
    """Draw what the likelihood rests on: three meters with their reasons, and what the answer would do."""
    palette = page.palette
    width = _column_width(page, rect.width)
    for number, column in enumerate(_columns_of(card)):
        left = rect.x + number * (width + 2 * page.gap)
        size = page.icon_width(16)
        head = pygame.Rect(left, rect.y, width, page.line(Style.STRONG))
        page.icon(column.icon, pygame.Rect(left, head.y, size, head.height), palette.soft, 16)
        words = pygame.Rect(left + size + page.gap // 2, head.y, width - size - page.gap // 2, head.height)
        drawn = page.text(column.title, words, Style.STRONG)
        term(page, drawn, column.word)
        bar = pygame.Rect(left, head.bottom + page.px(4), width, page.px(6))
        if column.word:
            meter(page, bar, column.share, palette.accent)
        y = bar.bottom + page.px(4)
        _lines(page, pygame.Rect(left, y, width, rect.bottom - y), column.lines)


def _lines(page: Page, rect: pygame.Rect, lines: Sequence[str]) -> None:
    y = rect.y
    for line in lines:
        words = capital(line)
        height = page.measure(words, rect.width)
        if y + height > rect.bottom:
            break
        page.paragraph(words, pygame.Rect(rect.x, y, rect.width, height), colour=page.palette.soft)
        y += height + page.px(2)

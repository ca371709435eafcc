"""What a move would bring: its balance, who would answer, what it commits to; then all else of it."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

import pygame

from game.desktop.draft import find_move
from game.desktop.drawing.chips import (
    KIND_ICONS,
    actor_mark,
    balance_bars,
    chip_width,
    likelihood_bar,
    rung_chip,
    rung_words,
)
from game.desktop.drawing.marks import Badge
from game.desktop.page import Page
from game.desktop.theme import Colour, Style
from game.desktop.typeset import capital
from game.desktop.widgets.scrolls import Block, blocks_height, scroll
from game.language import _, say
from game.view.forecast import BalanceView, ForecastView
from game.view.ledger import LedgerRow, points
from game.view.moves import MoveView
from game.view.words import percent

if TYPE_CHECKING:
    from game.desktop.screens.crisis import Crisis

FACT_ICONS = {
    "deadline": "alarm-clock",
    "ready": "timer",
    "duty": "circle-check",
    "keeps": "circle-check",
    "cap": "octagon-alert",
    "calls": "zap",
    "limit": "octagon-alert",
    "clock": "clock",
    "binds": "link",
    "step": "footprints",
    "untrue": "eye-off",
}
"""The icon of each kind of fact."""


def find_forecast(crisis: "Crisis", name: str) -> ForecastView | None:
    """Return the forecast of a move."""
    return next((one for one in crisis.play.view.forecasts if one.move == name), None)


def draw_forecast(page: Page, box: pygame.Rect, crisis: "Crisis") -> None:
    """Draw the forecast of the move that is looked at."""
    move = find_move(crisis.play.view, crisis.looked_at)
    if move is None:
        words = _("Look at a move to see what it would bring. Nothing is ordered until you end the turn.")
        page.paragraph(words, box, colour=page.palette.soft)
        return
    top = _head(page, box, crisis, move) + page.px(3)
    room = pygame.Rect(box.x, top, box.width, box.bottom - top)
    blocks = [*facts(page, crisis, move), *details(page, crisis, move)]
    scroll(page, "details", room, blocks, margin=page.icon_width(16) + page.gap)


def forecast_height(page: Page, width: int, crisis: "Crisis") -> int:
    """Return the height that the whole forecast of the move that is looked at would take."""
    return move_height(page, width, crisis, find_move(crisis.play.view, crisis.looked_at))


def move_height(page: Page, width: int, crisis: "Crisis", move: MoveView | None) -> int:
    """Return the height that the whole forecast of a move would take."""
    if move is None:
        return 3 * page.line()
    blocks = [*facts(page, crisis, move), *details(page, crisis, move)]
    head = page.line(Style.STRONG) + page.px(8)
    return head + blocks_height(page, blocks, width, margin=page.icon_width(16) + page.gap)


def _head(page: Page, box: pygame.Rect, crisis: "Crisis", move: MoveView) -> int:
    """Draw a move's name and rung; return the y below."""
    size, height = page.icon_width(18), page.line(Style.STRONG) + page.px(4)
    head = pygame.Rect(box.x, box.y, box.width, height)
    page.icon(KIND_ICONS.get(move.kind, "list"), pygame.Rect(head.x, head.y, size, height), size=18)
    right = head.right
    if move.rung is not None and crisis.play.view.rungs:
        words = rung_words(move.rung, move.rung_name)
        room = max(head.width * 45 // 100, chip_width(page, str(move.rung)))
        width = min(chip_width(page, words), room)
        chip = pygame.Rect(head.right - width, head.y, width, height)
        rung_chip(page, chip, words, crisis.play.view.rungs[move.rung].severity)
        right = chip.x - page.gap
    left = head.x + size + page.gap
    page.text(move.label, pygame.Rect(left, head.y, right - left, height), Style.STRONG)
    return head.bottom


# --- facts --------------------------------------------------------------------------------------------------


def facts(page: Page, crisis: "Crisis", move: MoveView) -> Iterator[Block]:
    """Yield what to know at a glance, each with an icon."""
    palette = page.palette
    if not move.available:
        reasons = "; ".join(move.reasons) or _("it is not possible now")
        yield Block(say("Not now: {reasons}.", reasons=reasons), colour=palette.warning, icon="lock")
    forecast = find_forecast(crisis, move.name)
    if forecast is None:
        return
    if forecast.balance is not None:
        yield Block("", icon="scale", paint=partial(_balance_line, forecast.balance))
    badges = crisis.badges(page)
    for row in forecast.answers:
        yield Block("", paint=partial(_answer_line, row, badges.get(row.issuer)), flush=True)
    if crisis.play.view.rungs and not forecast.answers:
        yield Block(_("Nobody is expected to answer it."), icon="users")
    tones = {"good": palette.good, "warning": palette.warning}
    for fact in forecast.facts:
        icon = FACT_ICONS.get(fact.kind, "info")
        yield Block(capital(fact.words), colour=tones.get(fact.tone), icon=icon)
    if forecast.accident >= 0.005:
        words = say(
            "An accidental clash this turn becomes {share} likelier", share=percent(forecast.accident)
        )
        yield Block(words, icon="triangle-alert")


def balance_words(balance: BalanceView) -> str:
    """Say what a move is worth beside waiting."""
    if balance.net > 0:
        return say("{points} better than waiting", points=points(balance.net))
    if balance.net < 0:
        return say("{points} worse than waiting", points=points(-balance.net))
    return _("Worth as much as waiting")


def _balance_line(balance: BalanceView, page: Page, place: pygame.Rect) -> None:
    """Draw what a move is worth in words, then what it brings and what it loses as bars with figures."""
    words = capital(balance_words(balance))
    width = min(page.type.width(words, Style.STRONG), place.width * 62 // 100)
    colour = page.palette.good if balance.net > 0 else page.palette.warning if balance.net < 0 else None
    page.text(words, pygame.Rect(place.x, place.y, width, place.height), Style.STRONG, colour)
    left = place.x + width + page.gap
    gain, loss = f"+{points(balance.brings)}", f"−{points(balance.lost)}"
    figures = page.type.width(gain, Style.BODY), page.type.width(loss, Style.BODY)
    bars = place.right - left - sum(figures) - 2 * page.gap
    if bars < page.px(24):
        return
    page.text(gain, pygame.Rect(left, place.y, figures[0], place.height), colour=page.palette.good)
    left += figures[0] + page.gap
    bar = pygame.Rect(left, 0, bars, page.px(10))
    bar.centery = place.centery
    balance_bars(page, bar, balance)
    rest = pygame.Rect(bar.right + page.gap, place.y, figures[1], place.height)
    page.text(loss, rest, colour=page.palette.warning)


def _answer_line(row: LedgerRow, badge: Badge | None, page: Page, place: pygame.Rect) -> None:
    """Draw one responder: its mark, how likely it looks to answer and at which rung, and the bar of it."""
    size = page.icon_width(16)
    actor_mark(page, pygame.Rect(place.x, place.y, size, place.height), badge)
    left = place.x + size + page.gap
    words = say(
        "{actor} answers: {likely}, {rung}",
        actor=capital(row.issuer_name),
        likely=percent(row.likely),
        rung=row.rung_name,
    )
    bar = place.width * 24 // 100
    room = pygame.Rect(left, place.y, place.right - bar - page.gap - left, place.height)
    page.text(words, room)
    box = pygame.Rect(place.right - bar, 0, bar, page.px(8))
    box.centery = place.centery
    likelihood_bar(page, box, row)


# --- details ------------------------------------------------------------------------------------------------


def details(page: Page, crisis: "Crisis", move: MoveView) -> Iterator[Block]:
    """Yield all that is known of a move, by headings."""
    soft = page.palette.soft
    if move.summary:
        yield Block(move.summary, flush=True, space=True)
    forecast = find_forecast(crisis, move.name)
    told = {fact.words for fact in forecast.facts} if forecast else set()
    notes = [note for note in move.notes if note not in told]
    for title, icon, lines in (
        (_("What it does"), "zap", move.effects),
        (_("How others read it"), "eye", move.reads_as),
        (_("What it needs"), "key-round", move.requires),
        (_("Good to know"), "info", notes),
    ):
        yield from _section(title, icon, lines, soft)
    for row in forecast.answers if forecast else ():
        title = say("Why {actor} looks like {likely}", actor=row.issuer_name, likely=percent(row.likely))
        promise = say("has promised “{promise}”", promise=row.promise) if row.promise else ""
        lines = [promise, *row.credibility, *row.communication, *row.capability, row.words]
        yield from _section(title, "brain", [line for line in lines if line], soft)


def _section(title: str, icon: str, lines: "list[str] | tuple[str, ...]", soft: Colour) -> Iterator[Block]:
    if lines:
        yield Block(title, Style.STRONG, icon=icon, space=True)
    for line in lines:
        yield Block(capital(line), colour=soft)

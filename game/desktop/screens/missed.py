"""What the tables could have brought: when a deal was possible, the best, and what kept it from being."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby

import pygame

from game.desktop.page import Page
from game.desktop.terms import term
from game.desktop.theme import Style
from game.desktop.typeset import capital
from game.desktop.widgets.scrolls import Block, scroll
from game.language import _, say
from game.view.missed_deal import WHY, MissedDealView, MissedTurn, PartyGain
from game.view.words import number, sentence


def draw_missed(page: Page, room: pygame.Rect, deals: Sequence[MissedDealView]) -> None:
    """Draw a panel for each table that was ever open."""
    deals = [deal for deal in deals if deal.turns]
    gap = 2 * page.gap
    width = (room.width - gap * (len(deals) - 1)) // max(1, len(deals))
    for place, deal in enumerate(deals):
        rect = pygame.Rect(room.x + place * (width + gap), room.y, width, room.height)
        inner = page.panel(rect, deal.name)
        y = page.paragraph(
            deal.verdict, pygame.Rect(inner.x, inner.y, inner.width, 4 * page.line()), Style.STRONG
        )
        y = _strip(page, pygame.Rect(inner.x, y + page.gap, inner.width, page.px(18)), deal) + page.gap
        rest = pygame.Rect(inner.x, y, inner.width, inner.bottom - y)
        scroll(page, f"missed.{place}", rest, missed_blocks(page, deal), margin=page.px(26))


def _strip(page: Page, rect: pygame.Rect, deal: MissedDealView) -> int:
    """A cell for each turn: full where a package lay in the range, hollow where none did; the y below."""
    palette, turns = page.palette, deal.turns
    step = rect.width / len(turns)
    for place, turn in enumerate(turns):
        cell = pygame.Rect(
            round(rect.x + step * place) + 1, rect.y, max(3, round(step) - page.px(3)), rect.height
        )
        if turn.exists:
            page.fill(cell, palette.good, 3)
        else:
            page.outline(cell, palette.line, 3)
        if turn is deal.best:
            page.outline(cell, palette.ink, 3, page.px(2))
    line = page.line()
    low = pygame.Rect(rect.x, rect.bottom + page.px(2), rect.width, line)
    half = pygame.Rect(low.x, low.y, low.width // 4, line)
    page.text(say("hour {hour}", hour=turns[0].hour), half, colour=palette.soft)
    right = pygame.Rect(low.right - low.width // 4, low.y, low.width // 4, line)
    page.text(say("hour {hour}", hour=turns[-1].hour), right, colour=palette.soft, align="right")
    middle = pygame.Rect(half.right, low.y, low.width - 2 * half.width, line)
    words = _("full: a package lay in the range")
    if page.type.width(words, Style.BODY) <= middle.width:
        term(page, page.text(words, middle, colour=palette.soft, align="centre"), "bargaining_range")
    return low.bottom


def missed_blocks(page: Page, deal: MissedDealView) -> list[Block]:
    """Return what a table could have brought."""
    soft, accent = page.palette.soft, page.palette.accent_ink
    blocks: list[Block] = []
    if deal.best is not None:
        title = say("The best, at hour {hour}", hour=deal.best.hour)
        blocks.append(Block(title, Style.HEADING, accent, flush=True))
        blocks += [Block(capital(part), icon="package") for part in deal.best.package.split("; ")]
        blocks.append(
            Block(_("Points better than going on, each on its own scale:"), colour=soft, space=True)
        )
        widest = max(gain.better for gain in deal.best.gains)
        blocks += [
            Block("", paint=partial(_gain, gain=gain, widest=max(widest, 0.1))) for gain in deal.best.gains
        ]
    blocks.append(Block(_("Turn by turn"), Style.HEADING, accent, flush=True, space=True))
    for turns in _alike(deal.turns):
        blocks += _turns(page, turns)
    note = _("By what each party knew and believed in that turn.")
    blocks.append(Block(note, colour=soft, flush=True, space=True))
    return blocks


def _gain(page: Page, place: pygame.Rect, gain: PartyGain, widest: float) -> None:
    """How much better one party would have done: a bar against the greatest gain."""
    name = place.width * 36 // 100
    page.text(gain.name, pygame.Rect(place.x, place.y, name - page.gap, place.height))
    figures = page.type.width("+88.8", Style.BODY)
    bar = pygame.Rect(
        place.x + name, place.centery - page.px(4), place.width - name - figures - page.gap, page.px(8)
    )
    page.fill(bar, page.palette.faint, 4)
    full = max(2, round(bar.width * max(0.0, gain.better) / widest))
    page.fill(pygame.Rect(bar.x, bar.y, full, bar.height), page.palette.good, 4)
    words = say("+{points}", points=number(round(gain.better, 1)))
    page.text(words, pygame.Rect(place.right - figures, place.y, figures, place.height), align="right")


def _alike(turns: Sequence[MissedTurn]) -> Iterator[list[MissedTurn]]:
    """Turns that follow one another and say the same."""
    for _key, found in groupby(turns, key=lambda turn: (turn.closed_by, turn.package)):
        yield list(found)


def _turns(page: Page, turns: Sequence[MissedTurn]) -> list[Block]:
    first, last = turns[0], turns[-1]
    words = sentence(_(WHY[first.closed_by]))
    if first is last:
        said = say("Hour {hour}: {words}", hour=first.hour, words=words)
    else:
        said = say("Hours {hour} to {until}: {words}", hour=first.hour, until=last.hour, words=words)
    icon = "circle-check" if first.exists else "circle-x"
    blocks = [Block(said, icon=icon, colour=page.palette.good if first.exists else None, space=True)]
    if first.package:
        blocks.append(Block(sentence(first.package), colour=page.palette.soft))
    return blocks

"""Small signs that stand for a number: the chip of a rung, bars of likelihood and of balance, meters."""

import pygame

from game.desktop.drawing.marks import Badge, draw_mark
from game.desktop.page import Page
from game.desktop.theme import Colour, Palette, Style, mix
from game.language import say
from game.view.forecast import BalanceView
from game.view.ledger import LedgerRow, points

KIND_ICONS = {
    "inaction": "hourglass",
    "diplomacy": "handshake",
    "stand_down": "trending-down",
    "signal": "megaphone",
    "posture": "shield",
    "preparation": "timer",
    "movement": "move",
    "intelligence": "binoculars",
    "covert": "fingerprint",
    "force": "swords",
}
"""The icon of each kind of act."""

STRONGEST = 0.5
"""How much of the tint of danger the highest rung has."""


def severity_tint(palette: Palette, severity: float) -> Colour:
    """Return the ground of a rung's chip: from grey to the colour of danger as severity grows."""
    return mix(palette.raised, palette.danger, STRONGEST * max(0.0, min(1.0, severity / 100.0)))


def chip_width(page: Page, words: str) -> int:
    """Return the width of a chip with these words."""
    return page.type.width(words, Style.STRONG) + 2 * page.gap


def rung_words(rung: int, name: str = "") -> str:
    """Return what a rung's chip says: its number, and its name where there is room."""
    return say("{rung} {name}", rung=rung, name=name) if name else str(rung)


def rung_chip(
    page: Page, box: pygame.Rect, words: str, severity: float, *, right: bool = True
) -> pygame.Rect:
    """Draw a rung's chip at the right or the left edge of a box and return where it stands."""
    width, height = min(box.width, chip_width(page, words)), page.line(Style.STRONG) + page.px(2)
    place = pygame.Rect(box.right - width if right else box.x, 0, width, height)
    place.centery = box.centery
    page.fill(place, severity_tint(page.palette, severity), 4)
    page.outline(place, mix(severity_tint(page.palette, severity), page.palette.ink, 0.25), 4)
    page.text(words, place.inflate(-page.gap, 0), Style.STRONG, align="centre")
    return place


def likelihood_bar(page: Page, rect: pygame.Rect, row: LedgerRow, grown: float = 1.0) -> None:
    """Draw how likely an answer looks, from nothing to certain; the margin to what it takes is hatched.

    The tick stands at what it takes. Where the bar reaches over the tick the answer deters: the hatching then
    lies on the bar, and beyond it where the bar falls short. `grown` is how far the bar has come, 0 to 1.
    """
    palette = page.palette
    page.fill(rect, palette.ground, 3)
    page.outline(rect, palette.faint, 3)
    likely = grown * max(0.0, min(1.0, row.likely))
    colour = palette.good if row.deters else palette.soft
    filled = pygame.Rect(rect.x, rect.y, max(2, round(rect.width * likely)), rect.height)
    page.fill(filled, colour, 3)
    if row.takes is None or not 0 < row.takes <= 1:
        return
    tick = rect.x + round(rect.width * row.takes)
    left, right = sorted((tick, filled.right))
    ink = mix(palette.good, palette.ground, 0.45) if row.deters else palette.warning
    _hatch(page, pygame.Rect(left, rect.y, right - left, rect.height), ink)
    over = page.px(3)
    page.stroke((tick, rect.y - over), (tick, rect.bottom + over - 1), palette.ink, max(2, page.px(2)))


def _hatch(page: Page, rect: pygame.Rect, colour: Colour) -> None:
    """Fill a rectangle with slanting lines."""
    clip = page.surface.get_clip()
    page.surface.set_clip(rect.clip(clip))
    step = max(4, page.px(5))
    for x in range(rect.x - rect.height, rect.right + step, step):
        pygame.draw.line(
            page.surface, colour, (x, rect.bottom), (x + rect.height, rect.y), max(2, page.px(1.5))
        )
    page.surface.set_clip(clip)


def meter(page: Page, rect: pygame.Rect, share: float | None, colour: Colour) -> None:
    """Draw how much there is of something, in ten cells; a dashed line where it cannot be said."""
    palette = page.palette
    if share is None:
        page.dashes((rect.x, rect.centery), (rect.right, rect.centery), palette.line, max(1, page.px(2)))
        return
    gap = max(1, page.px(2))
    width = (rect.width - 9 * gap) / 10
    full = round(share * 10)
    for cell in range(10):
        left = round(rect.x + cell * (width + gap))
        place = pygame.Rect(left, rect.y, round(rect.x + cell * (width + gap) + width) - left, rect.height)
        page.fill(place, colour if cell < full else palette.faint, 2)


def balance_bars(page: Page, rect: pygame.Rect, balance: BalanceView) -> None:
    """Draw what a move brings above what it loses, on one scale."""
    palette = page.palette
    most = max(balance.brings, balance.lost, 0.1)
    height = rect.height // 2 - 1
    for top, amount, colour in (
        (rect.y, balance.brings, palette.good),
        (rect.bottom - height, balance.lost, palette.warning),
    ):
        page.fill(pygame.Rect(rect.x, top, rect.width, height), palette.faint, 2)
        width = round(rect.width * max(0.0, amount) / most)
        if width:
            page.fill(pygame.Rect(rect.x, top, width, height), colour, 2)


def actor_mark(page: Page, box: pygame.Rect, badge: Badge | None) -> None:
    """Draw an actor's mark in the middle of a box."""
    if badge is not None:
        draw_mark(page, badge.mark, box.center, max(4, page.line() * 3 // 10), badge.colour)


def points_signed(value: float) -> str:
    """Return points with their sign, as they stand under a bar."""
    written = points(abs(value))
    return written if not round(value, 1) else f"+{written}" if value > 0 else f"−{written}"

"""The briefing of one's seat: a role card at the left, and at the right what there is to know."""

from collections.abc import Callable
from typing import Final

import pygame

from game.desktop import keys
from game.desktop.drawing.marks import badges, draw_mark
from game.desktop.page import Key, Page
from game.desktop.play import Play
from game.desktop.screens.briefing_text import (
    KINDS,
    aim_blocks,
    briefing_blocks,
    case_blocks,
    caution_blocks,
    doing_lines,
    seat_blocks,
    secret_lines,
    setting_blocks,
)
from game.desktop.theme import Style, mix
from game.desktop.widgets.buttons import button, button_width
from game.desktop.widgets.choices import Pick, tabs
from game.desktop.widgets.scrolls import Block, blocks_height, scroll, scroll_to
from game.language import N_, _, say
from game.view.briefing import AimView
from game.view.seat import SeatView

__all__ = ["Briefing", "aim_blocks", "briefing_blocks", "case_blocks"]

PAGES: Final[tuple[tuple[str, str, str], ...]] = (
    ("seat", N_("Your seat"), "user-round"),
    ("setting", N_("The situation"), "book-open"),
    ("doing", N_("What you can do"), "list"),
    ("caution", N_("What this is not"), "info"),
)
KIND_ICONS: Final = {"objective": "target", "aim": "lock", "aftermath": "footprints"}


class Briefing:
    """Who you are, what is at stake, what you want."""

    name = "briefing"

    def __init__(self, play: Play, begin: Callable[[], None], leave: Callable[[], None]) -> None:
        self.play = play
        self.begin = begin
        self.leave = leave
        self.page = "seat"

    def draw(self, page: Page) -> None:
        """Draw the screen."""
        gap = page.gap
        width = min(page.area.width - 6 * gap, page.px(1240))
        frame = pygame.Rect((page.area.width - width) // 2, 2 * gap, width, page.area.height - 4 * gap)
        high = page.line() + 3 * gap
        foot = pygame.Rect(frame.x, frame.bottom - high, width, high)
        body = pygame.Rect(frame.x, frame.y, width, foot.y - 2 * gap - frame.y)
        side = width * (42 if page.tight else 38) // 100
        _role_card(page, pygame.Rect(body.x, body.y, side, body.height), self.play.view)
        main = pygame.Rect(body.x + side + 2 * gap, body.y, width - side - 2 * gap, body.height)
        self._pages(page, main)
        self._foot(page, foot)

    def _pages(self, page: Page, rect: pygame.Rect) -> None:
        """Draw the dilemma, large, and under it one of the pages."""
        palette, gap, view = page.palette, page.gap, self.play.view
        page.fill(rect, palette.panel, 8)
        inner = rect.inflate(-6 * gap, -4 * gap)
        y = inner.y
        if view.briefing.dilemma:
            size = page.icon_width(28)
            head = pygame.Rect(inner.x, y, size, page.line(Style.TITLE))
            page.icon("scale", head, palette.accent_ink, 26)
            left = inner.x + size + 2 * gap
            room = pygame.Rect(left, y, inner.right - left, inner.height // 3)
            style = Style.TITLE
            if page.measure(view.briefing.dilemma, room.width, style) > room.height:
                style = Style.HEADING
            y = page.paragraph(view.briefing.dilemma, room, style, palette.accent_ink) + 2 * gap
        for words in secret_lines(view):
            y = _secret(page, pygame.Rect(inner.x, y, inner.width, inner.height // 3), words) + 2 * gap
        # Long lines are hard to read: a column of some seventy letters.
        width = min(inner.width, 72 * page.type.width("n", Style.BODY))
        top = y + page.line() + 4 * gap
        text = pygame.Rect(inner.x, top, width, inner.bottom - top)
        blocks = self._blocks(page)
        seat = seat_blocks(page, view)
        used = blocks_height(page, seat, text.width) + 3 * gap
        below = pygame.Rect(text.x, text.y + used, text.width, text.height - used)
        both = below.height >= page.line(Style.HEADING) + gap + sum(_doing_heights(page, below, view))
        hidden = {"doing"} if both else set()
        if not view.briefing.not_a_forecast:
            hidden.add("caution")
        if self.page in hidden:
            self.page = "seat"
        picks = [Pick(name, _(title), icon=icon) for name, title, icon in PAGES if name not in hidden]
        bar = pygame.Rect(inner.x, y, inner.width, page.line() + 2 * gap)
        tabs(page, "briefing.tabs", bar, picks, self.page, self.turn_to)
        if self.page == "doing":
            _doing(page, text, view)
            return
        scroll(page, f"briefing.{self.page}", text, blocks)
        if both and self.page == "seat":
            head = pygame.Rect(below.x, below.y, below.width, page.line(Style.HEADING))
            page.text(_("What you can do"), head, Style.HEADING)
            top = head.bottom + gap
            _doing(page, pygame.Rect(below.x, top, below.width, below.bottom - top), view)

    def _blocks(self, page: Page) -> list[Block]:
        view = self.play.view
        if self.page == "setting":
            return setting_blocks(page, view)
        return caution_blocks(page, view) if self.page == "caution" else seat_blocks(page, view)

    def turn_to(self, name: str) -> None:
        """Show another page."""
        self.page = name

    def _foot(self, page: Page, foot: pygame.Rect) -> None:
        label = _("Menu")
        width = button_width(page, label, Style.BODY, "arrow-left")
        back = pygame.Rect(foot.x, foot.y, width, foot.height)
        button(page, "menu", back, label, self.leave, look="quiet", icon="arrow-left")
        words = _("Take your seat")
        wide = button_width(page, words, icon="arrow-right")
        place = pygame.Rect(foot.right - wide, foot.y, wide, foot.height)
        button(page, "begin", place, words, self.begin, look="primary", icon="arrow-right")
        left = back.right + 2 * page.gap
        middle = pygame.Rect(left, foot.y, place.x - 2 * page.gap - left, foot.height)
        page.text(self.play.setting, middle, colour=page.palette.soft, align="centre")
        page.first = "begin"

    def key(self, key: Key) -> bool:
        """Take a key that no widget wanted."""
        if key.code == pygame.K_ESCAPE:
            self.leave()
            return True
        return False

    def help(self) -> tuple[keys.KeyHelp, ...]:
        """Return the keys of this screen."""
        return ()


def _secret(page: Page, room: pygame.Rect, words: str) -> int:
    """Draw a card with what nobody else is told; return the y below."""
    palette, gap = page.palette, page.gap
    size = page.icon_width(20)
    left = room.x + size + 4 * gap
    width = room.right - 2 * gap - left
    lines = page.measure(words, width)
    card = pygame.Rect(room.x, room.y, room.width, page.line(Style.HEADING) + lines + 2 * gap)
    page.fill(card, mix(palette.panel, palette.accent, 0.14), 6)
    page.outline(card, palette.accent, 6, max(2, page.px(2)))
    head = pygame.Rect(left, card.y + gap, width, page.line(Style.HEADING))
    page.icon("lock", pygame.Rect(card.x + 2 * gap, head.y, size, head.height), palette.accent_ink, 20)
    page.text(_("Only you know this"), head, Style.HEADING, palette.accent_ink)
    page.paragraph(words, pygame.Rect(left, head.bottom, width, lines))
    return card.bottom


def _role_card(page: Page, rect: pygame.Rect, view: SeatView) -> None:
    """Draw the mark, the name and the role, and what one wants as bars of points."""
    palette, gap = page.palette, page.gap
    page.fill(rect, palette.panel, 8)
    actors = {actor.id for actor in view.actors} or {ladder.by for ladder in view.ladders} | {view.actor}
    badge = badges(actors, palette.actors)[view.actor]
    inner = rect.inflate(-6 * gap, -4 * gap)
    page.fill(pygame.Rect(rect.x, rect.y, rect.width, page.px(6)), badge.colour, 3)
    tile = pygame.Rect(inner.x, inner.y, page.px(64), page.px(64))
    page.fill(tile, mix(palette.panel, badge.colour, 0.22), 8)
    page.outline(tile, badge.colour, 8, max(2, page.px(2)))
    draw_mark(page, badge.mark, tile.center, page.px(20), badge.colour)
    left = tile.right + 2 * gap
    name = pygame.Rect(left, inner.y, inner.right - left, 0)
    page.text(view.title, pygame.Rect(name.x, name.y, name.width, page.line()), colour=palette.soft)
    y = name.y + page.line()
    words = say("You are {name}", name=view.actor_name)
    style = Style.DISPLAY if page.type.width(words, Style.DISPLAY) <= name.width else Style.TITLE
    y = page.paragraph(words, pygame.Rect(name.x, y, name.width, 2 * page.line(style)), style)
    y = max(y, tile.bottom) + gap
    y = page.paragraph(
        view.briefing.role, pygame.Rect(inner.x, y, inner.width, 3 * page.line()), colour=palette.soft
    )
    y += gap
    page.stroke((inner.x, y), (inner.right, y), palette.faint)
    y += gap + gap // 2
    head = pygame.Rect(inner.x, y, inner.width, page.line(Style.HEADING))
    drawn = page.text(_("What it is worth to you"), head, Style.HEADING)
    note = pygame.Rect(drawn.right + gap, head.y, head.right - drawn.right - gap, head.height)
    page.text(_("points of your 100"), note, colour=palette.soft, align="right")
    room = pygame.Rect(inner.x, head.bottom + gap, inner.width, inner.bottom - head.bottom - gap)
    _aims(page, room, view.briefing.aims)


def _aims(page: Page, room: pygame.Rect, aims: tuple[AimView, ...]) -> None:
    """Draw each aim with a bar as long as its points; what costs points points the other way."""
    palette, gap = page.palette, page.gap
    if not aims:
        page.paragraph(_("Your scenario says nothing about it."), room, colour=palette.soft)
        return
    items: list[tuple[str, AimView | None]] = []
    for kind, title in KINDS:
        found = [aim for aim in aims if aim.kind == kind]
        items += [(kind, None), *((title, aim) for aim in found)] if found else []
    titles = dict(KINDS)
    most = max(abs(aim.points) for aim in aims)
    width = room.width - page.px(14)
    points = page.type.width("−00", Style.STRONG) + gap
    heights = [
        (page.line() + gap + gap // 2)
        if aim is None
        else page.measure(aim.name, width - points, Style.BODY) + page.px(8) + gap
        for _title, aim in items
    ]
    offset = scroll_to(page, "briefing.aims", room, heights, len(items), follow=False)
    y = room.y
    for (kind, aim), height in list(zip(items, heights, strict=True))[offset:]:
        if y + height > room.bottom:
            break
        if aim is None:
            size = page.icon_width(16)
            colour = palette.accent_ink if kind == "aim" else palette.soft
            page.icon(KIND_ICONS[kind], pygame.Rect(room.x, y + gap // 2, size, page.line()), colour, 16)
            box = pygame.Rect(room.x + size + gap, y + gap // 2, width - size - gap, page.line())
            page.text(_(titles[kind]), box, Style.STRONG, colour)
        else:
            _aim(page, pygame.Rect(room.x, y, width, height), aim, points, most)
        y += height


def _aim(page: Page, place: pygame.Rect, aim: AimView, points: int, most: float) -> None:
    palette = page.palette
    colour = palette.warning if aim.points < 0 else palette.accent if aim.kind == "aim" else palette.good
    value = pygame.Rect(place.right - points, place.y, points, page.line())
    page.text(f"{aim.points:+.0f}".replace("-", "−"), value, Style.STRONG, align="right")
    below = page.paragraph(aim.name, pygame.Rect(place.x, place.y, place.width - points, place.height))
    track = pygame.Rect(place.x, below + page.px(2), place.width, page.px(6))
    page.fill(track, palette.raised, 3)
    length = max(page.px(4), round(track.width * abs(aim.points) / most))
    left = track.right - length if aim.points < 0 else track.x
    page.fill(pygame.Rect(left, track.y, length, track.height), colour, 3)


def _doing_heights(page: Page, rect: pygame.Rect, view: SeatView) -> list[int]:
    left = page.icon_width(20) + 2 * page.gap
    width = rect.width - page.px(14) - left
    return [page.measure(words, width) + page.gap + page.gap // 2 for _icon, words in doing_lines(view)]


def _doing(page: Page, rect: pygame.Rect, view: SeatView) -> None:
    """Draw what can be done as lines with icons."""
    size = page.icon_width(20)
    left = rect.x + size + 2 * page.gap
    lines, heights = doing_lines(view), _doing_heights(page, rect, view)
    offset = scroll_to(page, "briefing.doing", rect, heights, len(lines), follow=False)
    y = rect.y
    for (icon, words), height in list(zip(lines, heights, strict=True))[offset:]:
        if y + height > rect.bottom:
            break
        page.icon(icon, pygame.Rect(rect.x, y, size, page.line()), page.palette.accent_ink, 20)
        page.paragraph(words, pygame.Rect(left, y, rect.right - page.px(14) - left, height))
        y += height

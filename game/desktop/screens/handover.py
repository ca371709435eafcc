"""The window changes hands: everything is hidden until the next person sits before it."""

from collections.abc import Callable
from time import perf_counter
from typing import Final

import pygame

from game.desktop import keys
from game.desktop.drawing.marks import badges, draw_mark
from game.desktop.page import Key, Page
from game.desktop.play import Play, SeatAtTable
from game.desktop.stage import Stage
from game.desktop.theme import Style, mix
from game.desktop.widgets.buttons import button, button_width
from game.language import N_, _, say

CLOSING: Final = 0.7
"""Seconds in which the curtain falls."""
CALM: Final = 0.4
"""Seconds in which nothing opens it: a key that is still held down from the last turn is no answer."""
FOLDS: Final = 24
"""Folds of the curtain across the window."""


class Handover:
    """A curtain. Nothing that a seat knows is drawn here: names, the turn and the hour are known to all."""

    name = "handover"

    def __init__(
        self,
        stage: Stage,
        play: Play,
        sit: Callable[[], None],
        leave: Callable[[], None],
        clock: Callable[[], float] = perf_counter,
    ) -> None:
        """`sit` opens the curtain to the next person, `leave` goes to the menu."""
        self.stage = stage
        self.play = play
        self.next = play.hands_to
        self.actors = {actor.id for actor in play.view.actors} or {one.actor for one in play.people}
        self.moment = (play.lines().turn, play.lines().hour(play.lines().turn))
        self.opening = False
        """Whether the next person's view is being made."""
        self._sit, self._leave, self._clock = sit, leave, clock
        self._fell = clock()
        self._folds: tuple[object, pygame.Surface] | None = None
        stage.motion.start("curtain")

    @property
    def people(self) -> tuple[SeatAtTable, ...]:
        """Everybody who plays here, in the language that is spoken now."""
        return self.play.people

    @property
    def seat(self) -> SeatAtTable:
        """Who is to sit down."""
        return next(one for one in self.people if one.actor == self.next)

    # --- drawing ------------------------------------------------------------------------------------------

    def draw(self, page: Page) -> None:
        """Draw the screen."""
        self._curtain(page)
        gap, palette = page.gap, page.palette
        rows = len(self.people)
        row = page.line() + gap
        name = say("Now {seat}", seat=self.seat.name)
        width = min(page.area.width - 8 * gap, page.px(680))
        look_away = _("Everybody else, look away: what comes next is for these eyes alone.")
        text_width = width - 8 * gap
        height = page.line(Style.DISPLAY) + page.line() + page.measure(look_away, text_width, Style.HEADING)
        height += rows * row + page.px(52) + 13 * gap
        card = pygame.Rect(0, 0, width, min(height, page.area.height - 2 * gap))
        card.center = page.area.center
        page.fill(card, palette.panel, 10)
        page.outline(card, palette.accent, 10, page.px(2))
        inner = card.inflate(-8 * gap, -6 * gap)
        turn, hour = self.moment
        where = say("{title} · turn {turn}, hour {hour}", title=self.play.view.title, turn=turn, hour=hour)
        top = pygame.Rect(inner.x, inner.y, inner.width, page.line())
        page.text(where, top, colour=palette.soft, align="centre")
        y = inner.y + page.line() + gap
        self._name(page, pygame.Rect(inner.x, y, inner.width, page.line(Style.DISPLAY)), name)
        y += page.line(Style.DISPLAY) + gap
        for line in page.type.wrap(look_away, Style.HEADING, inner.width):
            place = pygame.Rect(inner.x, y, inner.width, page.line(Style.HEADING))
            page.text(line, place, Style.HEADING, palette.soft, "centre")
            y += page.line(Style.HEADING)
        y += 2 * gap
        self._table(page, pygame.Rect(inner.x, y, inner.width, rows * row), row)
        self._foot(page, pygame.Rect(inner.x, inner.bottom - page.px(44), inner.width, page.px(44)))

    def _curtain(self, page: Page) -> None:
        """Two halves that close over the whole window; nothing shines through, not even while they close."""
        shut = page.motion.eased("curtain", CLOSING)
        cloth = self._cloth(page)
        half = page.area.width // 2
        reach = round((half + 1) * (0.35 + 0.65 * shut))
        page.fill(page.area, mix(page.palette.ground, page.palette.veil, 0.5))
        page.surface.blit(cloth, (reach - cloth.get_width(), 0))
        page.surface.blit(pygame.transform.flip(cloth, True, False), (page.area.width - reach, 0))

    def _cloth(self, page: Page) -> pygame.Surface:
        size = (page.area.width // 2 + 1, page.area.height)
        key = (size, page.palette.dark)
        if self._folds is None or self._folds[0] != key:
            cloth = pygame.Surface(size)
            dark, light = page.palette.ground, mix(page.palette.raised, page.palette.accent, 0.10)
            fold = size[0] / (FOLDS / 2)
            for x in range(size[0]):
                along = (x % fold) / fold
                pygame.draw.line(cloth, mix(dark, light, 1.0 - abs(2.0 * along - 1.0)), (x, 0), (x, size[1]))
            self._folds = key, cloth
        return self._folds[1]

    def _name(self, page: Page, room: pygame.Rect, words: str) -> None:
        badge = badges(self.actors, page.palette.actors)[self.next]
        size = page.px(12)
        width = page.type.width(words, Style.DISPLAY) + 2 * size + page.gap
        left = max(room.x, room.centerx - width // 2)
        draw_mark(page, badge.mark, (left + size, room.centery), size, badge.colour)
        text = pygame.Rect(left + 2 * size + page.gap, room.y, 0, room.height)
        text.width = room.right - text.x
        page.text(words, text, Style.DISPLAY)

    def _table(self, page: Page, room: pygame.Rect, row: int) -> None:
        """Who has given orders and who has not: that much can be seen at any table."""
        palette = page.palette
        for number, one in enumerate(self.people):
            place = pygame.Rect(room.x, room.y + number * row, room.width, row)
            if one.actor == self.next:
                page.fill(place.inflate(page.gap, 0), palette.pressed, 5)
            icon, words, colour = _state(one, self.next)
            size = page.icon_width()
            page.icon(icon, pygame.Rect(place.x, place.y, size, row), getattr(palette, colour))
            left = place.x + size + page.gap
            said = _(words)
            wide = min(page.type.width(said, Style.BODY), place.width * 55 // 100)
            page.text(
                one.name, pygame.Rect(left, place.y, place.right - wide - page.gap - left, row), Style.STRONG
            )
            page.text(
                said,
                pygame.Rect(place.right - wide, place.y, wide, row),
                colour=palette.soft,
                align="right",
            )

    def _foot(self, page: Page, foot: pygame.Rect) -> None:
        label = _("One moment …") if self.opening else say("{seat} sits here: open", seat=self.seat.name)
        wide = min(button_width(page, label, icon="eye"), foot.width - page.px(120))
        leave = _("Menu")
        narrow = min(button_width(page, leave), foot.width - wide - page.gap)
        live = self._live()
        if not live:
            page.motion.ask()  # the frame in which it lights up has to come
        widget = button(
            page,
            "handover.open",
            pygame.Rect(foot.right - wide, foot.y, wide, foot.height),
            label,
            self.open,
            look="primary",
            enabled=live and not self.opening,
            icon="eye",
            hint=label if live else "",
        )
        if not self.opening:
            widget.press = self.open  # asks the clock itself: a frame may be older than a press
        place = pygame.Rect(foot.x, foot.y, narrow, foot.height)
        button(page, "menu", place, leave, self._leave, look="quiet")
        page.first = "handover.open"

    # --- what can be done ---------------------------------------------------------------------------------

    def _live(self) -> bool:
        """Whether the curtain has hung long enough to be opened."""
        return self._clock() - self._fell >= CALM

    def open(self) -> None:
        """The next person sits here."""
        if self.opening or not self._live():
            return
        self.opening = True
        self.stage.redraw()
        self._sit()

    def key(self, key: Key) -> bool:
        """Take a key that no widget wanted."""
        if key.code == pygame.K_ESCAPE and not self.opening:
            self._leave()
            return True
        return False

    def help(self) -> tuple[keys.KeyHelp, ...]:
        """Return the keys of this screen."""
        return ()


_GIVEN = N_("orders given")
_NOW = N_("orders now")
_LATER = N_("orders later")


def _state(one: SeatAtTable, next_seat: str) -> tuple[str, str, str]:
    """The icon, the words and the colour of what somebody has done this turn."""
    if one.actor == next_seat:
        return "pencil", _NOW, "accent_ink"
    if one.waits:
        return "hourglass", _LATER, "soft"
    return "circle-check", _GIVEN, "good"

"""Watching: computers play every seat, turn after turn, and people look through the eyes of any of them."""

import time
from functools import partial
from typing import Final

import pygame

from game.desktop import keys
from game.desktop.drawing.marks import draw_mark
from game.desktop.page import Key, Page, Part, Widget
from game.desktop.screens.crisis import Crisis, Leave
from game.desktop.seated import SeatedPlay
from game.desktop.stage import Stage
from game.desktop.theme import Style
from game.desktop.widgets.buttons import button
from game.desktop.widgets.choices import Pick
from game.desktop.widgets.scrolls import Block, scroll
from game.desktop.widgets.segments import segments
from game.language import N_, _, say

TICK: Final = 0.25
"""Seconds between two looks at the clock while a turn is being waited for."""
PACES: Final = {"slow": (9.0, N_("Slow")), "normal": (4.0, N_("Normal")), "fast": (1.0, N_("Fast"))}
"""Seconds for which each turn is shown, and what that is called."""
QUIET: Final = ("track",)
"""Kinds of events that are told as a sum, not one by one."""


class Watch(Crisis):
    """The main screen without orders: in their place, who is looked at, how fast, and what just happened."""

    name = "watch"

    def __init__(self, stage: Stage, play: SeatedPlay, leave: Leave, *, paused: bool = False) -> None:
        super().__init__(stage, play, leave)
        self.watched = play
        self.paused = paused
        self.pace = stage.settings.speed
        self.shown_for = 0.0
        """Seconds for which this turn has been shown."""
        self._at_work = False
        self._ticking = False
        self._tick()

    # --- drawing ------------------------------------------------------------------------------------------

    def draw(self, page: Page) -> None:
        """Draw the screen."""
        super().draw(page)
        if not self.overlay:
            page.first = "watch.end" if self.play.over else "watch.pause"

    def draw_side(self, page: Page, room: pygame.Rect) -> None:
        """Draw what one can do."""
        gap = page.gap
        inner = page.panel(room, _("Computers play"), self._state())
        y = inner.y
        y = self._clock(page, pygame.Rect(inner.x, y, inner.width, page.px(6))) + gap
        y = self._buttons(page, pygame.Rect(inner.x, y, inner.width, page.line() + 2 * gap)) + gap
        picks = [Pick(name, _(words)) for name, (_seconds, words) in PACES.items()]
        place = pygame.Rect(inner.x, y, inner.width, page.line() + gap)
        segments(page, "watch.pace", place, picks, self.pace, self._set_pace)
        y = place.bottom + 2 * gap
        page.text(_("Through whose eyes"), pygame.Rect(inner.x, y, inner.width, page.line()), Style.STRONG)
        y = self._seats(page, pygame.Rect(inner.x, y + page.line() + gap // 2, inner.width, 0)) + 2 * gap
        words = say("What {seat} saw of the last turn", seat=self.play.view.actor_name)
        page.text(words, pygame.Rect(inner.x, y, inner.width, page.line()), Style.STRONG)
        y += page.line() + gap // 2
        scroll(page, "watch.log", pygame.Rect(inner.x, y, inner.width, inner.bottom - y), self._news(page))

    def _state(self) -> str:
        if self.play.over:
            return _("The game is over")
        if self._at_work:
            return _("A turn is being resolved")
        return _("Paused") if self.paused else _("Going on")

    def _clock(self, page: Page, place: pygame.Rect) -> int:
        """How long this turn will still be shown."""
        page.fill(place, page.palette.raised, 3)
        share = 1.0 if self.play.over else min(1.0, self.shown_for / PACES[self.pace][0])
        done = pygame.Rect(place.x, place.y, round(place.width * share), place.height)
        page.fill(done, page.palette.soft if self.paused else page.palette.accent, 3)
        return place.bottom

    def _buttons(self, page: Page, room: pygame.Rect) -> int:
        if self.play.over:
            words = _("See how it ended")
            button(page, "watch.end", room, words, self._end, look="primary", icon="flag", style=Style.STRONG)
            return room.bottom
        half = (room.width - page.gap) // 2
        words, icon = (_("Go on"), "play") if self.paused else (_("Pause"), "pause")
        left = pygame.Rect(room.x, room.y, half, room.height)
        button(page, "watch.pause", left, words, self.toggle, look="primary", icon=icon, hint=words)
        right = pygame.Rect(left.right + page.gap, room.y, room.right - left.right - page.gap, room.height)
        step = _("One turn")
        button(page, "watch.step", right, step, self.step, icon="skip-forward", hint=step)
        return room.bottom

    def _seats(self, page: Page, room: pygame.Rect) -> int:
        """One row for each seat; Up and Down go from one to the next."""
        palette, badges = page.palette, self.badges(page)
        height = page.line() + page.gap
        seats = self.watched.seats
        box = pygame.Rect(room.x, room.y, room.width, height * len(seats))
        widget = Widget("watch.seats", box, "choice", label=self.watched.actor, at=self.watched.actor)
        for number, seat in enumerate(seats):
            place = pygame.Rect(box.x, box.y + number * height, box.width, height)
            here = seat.actor == self.watched.actor
            if here or page.over(place):
                page.fill(place.inflate(0, -2), palette.pressed if here else palette.raised, 5)
            badge = badges.get(seat.actor)
            if badge is not None:
                centre = (place.x + 2 * page.gap, place.centery)
                draw_mark(page, badge.mark, centre, page.px(6), badge.colour)
            left = place.x + 4 * page.gap
            size = page.icon_width(16)
            words = pygame.Rect(left, place.y, place.right - size - 2 * page.gap - left, height)
            page.text(seat.name, words, Style.STRONG if here else Style.BODY)
            if here:
                page.icon("eye", pygame.Rect(words.right, place.y, size + page.gap, height), palette.ink, 16)
            widget.parts.append(
                Part(seat.actor, place, seat.name, partial(self.look_as, seat.actor), True, here)
            )

        def key(pressed: Key) -> bool:
            step = {pygame.K_UP: -1, pygame.K_DOWN: 1}.get(pressed.code, 0)
            at = [seat.actor for seat in seats].index(self.watched.actor) + step
            if not step or not 0 <= at < len(seats):
                return False
            self.look_as(seats[at].actor)
            return True

        widget.key = key
        page.add(widget)
        return box.bottom

    def _news(self, page: Page) -> list[Block]:
        view = self.play.view
        last = max((line.turn for line in view.log), default=1)
        turn = view.turn if self.play.over else max(1, min(last, view.turn - 1))
        blocks, hour = [], -1
        for line in view.log:
            if line.turn != turn or line.kind in QUIET:
                continue
            lead = say("{number} h", number=line.hour) if line.hour != hour else ""
            hour = line.hour
            if line.mine:  # a mark and the weight say it too, not the colour alone
                own = say("▸ {text}", text=line.text)
                blocks.append(Block(own, Style.STRONG, page.palette.accent_ink, lead))
            else:
                blocks.append(Block(line.text, lead=lead))
        return blocks or [Block(_("Nothing that this seat could see."), colour=page.palette.soft)]

    # --- what can be done ---------------------------------------------------------------------------------

    def toggle(self) -> None:
        """Pause, or go on."""
        self.paused = not self.paused
        self._tick()
        self.stage.redraw()

    def step(self) -> None:
        """Resolve one turn now."""
        if self._at_work or self.play.over:
            return
        self._at_work = True
        self.stage.redraw()
        self.stage.work(self.watched.step, self._stepped)

    def _stepped(self, problem: object) -> None:
        self._at_work, self.shown_for = False, 0.0
        if isinstance(problem, Exception):
            self.paused = True
            self.stage.say(say("The turn could not be resolved: {problem}", problem=problem))
            return
        self.stage.memory.forget("watch.log")
        self.stage.sound("end" if self.play.over else "turn")
        self._tick()

    def _went(self, problem: object) -> None:
        """One went back, perhaps from the end: turns go on from there, at their pace."""
        super()._went(problem)
        self.shown_for = 0.0
        self.stage.memory.forget("watch.log")
        self._tick()

    def look_as(self, actor: str) -> None:
        """Look through another seat's eyes."""
        if actor == self.watched.actor or self._at_work:
            return
        self._at_work = True
        self.stage.work(partial(self.watched.sit, actor), self._looked)

    def _looked(self, problem: object) -> None:
        self._at_work = False
        self.looked_at = self.place = self.answer = ""
        self.incident = None
        if isinstance(problem, Exception):
            self.stage.say(str(problem))
        self._tick()

    def _set_pace(self, pace: str) -> None:
        self.pace = "slow" if pace == "slow" else "fast" if pace == "fast" else "normal"
        self.stage.redraw()

    def _end(self) -> None:
        self.leave.to_ending(self.play)

    def _tick(self) -> None:
        """Look at the clock again soon, unless nothing is waited for."""
        if self.paused or self.play.over or self._ticking or self._at_work:
            return
        self._ticking = True
        self.stage.work(lambda: time.sleep(TICK), self._ticked)

    def _ticked(self, nothing: object) -> None:
        self._ticking = False
        if self.stage.screen is not self or self.paused or self._at_work:
            return
        if not self.overlay and not self.stage.helping and not self.stage.setting:
            self.shown_for += TICK
        if self.shown_for >= PACES[self.pace][0]:
            self.step()
        else:
            self._tick()

    def key(self, key: Key) -> bool:
        """Take a key that no widget wanted; there is nothing to order here."""
        if not self.overlay and key.code == pygame.K_k:
            self.toggle()
            return True
        if not self.overlay and key.code == pygame.K_n:
            self.step()
            return True
        ordering = (pygame.K_m, pygame.K_i, pygame.K_r, pygame.K_c, pygame.K_SLASH)
        if key.code in ordering or (key.ctrl and key.code in (pygame.K_RETURN, pygame.K_KP_ENTER)):
            return False
        return super().key(key)

    def help(self) -> tuple[keys.KeyHelp, ...]:
        """Return the keys of this screen."""
        return keys.WATCH

"""The reveal: what was done in the turn, beat by beat, why, and then what it changed.

It plays by itself, can be paused, shown at once and played again; under reduced motion everything is there.
"""

from typing import TYPE_CHECKING, Final

import pygame

from game.desktop.page import Key, Page
from game.desktop.screens.reveal_beats import (
    beat_height,
    beat_lines,
    draw_beat,
    draw_hour,
    nothing_words,
)
from game.desktop.screens.reveal_changes import change_blocks
from game.desktop.screens.reveal_ladders import draw_moves
from game.desktop.screens.sheet import box_overlay, overlay_title
from game.desktop.theme import Style
from game.desktop.widgets.buttons import button, button_width
from game.desktop.widgets.scrolls import Block, leads, scroll, scroll_to
from game.language import _, say
from game.view.beats import BeatView, Tone, between

if TYPE_CHECKING:
    from game.desktop.screens.crisis import Crisis

QUIET = ("track",)
"""Kinds of events that are told as a sum, not one by one."""
SECONDS: Final = {
    Tone.QUIET: 0.5,
    Tone.WORD: 0.8,
    Tone.ACT: 1.0,
    Tone.DEAL: 1.1,
    Tone.DUE: 1.2,
    Tone.EVIDENCE: 1.2,
    Tone.CLIMB: 1.5,
    Tone.ALARM: 1.6,
    Tone.END: 1.6,
}
"""How long each beat has to itself."""
LONGEST: Final = 12.0
"""Seconds that a whole turn may take; a full one is told faster."""
ARRIVING: Final = 0.35
"""Seconds in which a beat comes in."""
SOUNDS: Final = {
    Tone.CLIMB: "alarm",
    Tone.ALARM: "alarm",
    Tone.EVIDENCE: "evidence",
    Tone.DEAL: "deal",
    Tone.END: "end",
}


class Reveal:
    """Where the telling of some turns stands."""

    def __init__(self) -> None:
        self.about: tuple[str, int] = "", 0
        self.starts: tuple[float, ...] = ()
        """When each beat comes, in seconds since the telling began."""
        self.elapsed = 0.0
        self.paused = False
        self.done = True
        self._last = 0.0
        self._heard = 0

    def begin(self, about: tuple[str, int], beats: tuple[BeatView, ...], now: float) -> None:
        """Start to tell."""
        lengths = [SECONDS[beat.tone] for beat in beats]
        share = min(1.0, LONGEST / max(0.1, sum(lengths)))
        self.about = about
        self.starts = tuple(0.2 + share * sum(lengths[:number]) for number in range(len(beats) + 1))
        self.elapsed, self._last, self._heard = 0.0, now, 0
        self.paused, self.done = False, not beats

    def sealed(self, turn: int) -> bool:
        """Note that orders are given; return whether that is news."""
        before, self.about = self.about, ("resolving", turn)
        return before != self.about

    def go_on(self, page: Page) -> None:
        """Let time pass."""
        if page.motion.reduced:
            self.done = True
        if self.done:
            return
        if not self.paused:
            # A frame that took long must not swallow a beat.
            self.elapsed += min(0.1, page.motion.now - self._last) * page.motion.faster
            page.motion.going = True
        self._last = page.motion.now
        self.done = self.elapsed >= self.starts[-1]

    def shown(self) -> int:
        """How many beats have come."""
        if self.done:
            return len(self.starts) - 1
        return len([start for start in self.starts[:-1] if start <= self.elapsed])

    def arrived(self, number: int) -> float:
        """How far a beat has come in, 0 to 1."""
        if self.done:
            return 1.0
        gone = max(0.0, min(1.0, (self.elapsed - self.starts[number]) / ARRIVING))
        return 1.0 - (1.0 - gone) ** 3

    def news(self) -> int | None:
        """Return the beat that has come since this was last asked, if one has; None once all is shown."""
        shown = self.shown()
        if self.done or shown <= self._heard:
            return None
        self._heard = shown
        return shown - 1

    def finish(self) -> None:
        """Show everything at once."""
        self.done = True


def draw_reveal(page: Page, crisis: "Crisis", replay: str = "") -> None:
    """Draw what happened since orders were given; `replay` is `first-last` for a range of earlier turns."""
    view, gap = crisis.play.view, page.gap
    beats, turns = _chosen(crisis, replay)
    reveal = crisis.part(Reveal)
    about = (crisis.overlay, view.turn)
    if reveal.about != about:
        reveal.begin(about, beats, page.motion.now)
        crisis.stage.sound("reveal")
    reveal.go_on(page)
    news = reveal.news()
    if news is not None and news < len(beats):
        crisis.stage.sound(SOUNDS.get(beats[news].tone, "beat"))
    inner = box_overlay(page, 1216, 680)
    y = overlay_title(page, inner, _title(crisis, replay, turns))
    foot = _foot(page, inner, crisis, reveal, beats)
    side = inner.width * 44 // 100
    body = pygame.Rect(inner.x, y, inner.width - side - 4 * gap, foot.y - 2 * gap - y)
    _column(page, body, crisis, reveal, beats)
    right = pygame.Rect(body.right + 4 * gap, y, side, body.height)
    page.stroke((right.x - 2 * gap, right.y), (right.x - 2 * gap, right.bottom), page.palette.faint)
    _side(page, right, crisis, reveal, beats, turns)


def _chosen(crisis: "Crisis", replay: str) -> tuple[tuple[BeatView, ...], tuple[int, int]]:
    """Return the beats to tell and the turns they are of."""
    view = crisis.play.view
    first, _dash, last = replay.partition("-")
    if first:
        turns = int(first), int(last or first)
        return between(view.beats, *turns), turns
    beats = tuple(beat for beat in view.beats if beat.new)
    start = min((beat.turn for beat in beats), default=max(1, view.turn - 1))
    return beats, (start, max(start, view.turn - 1))


def _title(crisis: "Crisis", replay: str, turns: tuple[int, int]) -> str:
    if replay or crisis.overlay.startswith("replay"):
        if turns[0] == turns[1]:
            return say("Turn {turn}, as you saw it", turn=turns[0])
        return say("Turns {first} to {last}, as you saw them", first=turns[0], last=turns[1])
    return say("What happened in turn {turn}", turn=crisis.shown_turn or turns[1])


def _foot(
    page: Page, inner: pygame.Rect, crisis: "Crisis", reveal: Reveal, beats: tuple[BeatView, ...]
) -> pygame.Rect:
    """Draw what can be done: pause and show all while it plays, play again and go on when it is told."""
    height = page.line() + page.px(20)
    foot = pygame.Rect(inner.x, inner.bottom - height, inner.width, height)
    ended = crisis.play.over and not crisis.overlay.startswith("replay")
    label = _("See how it ended") if ended else say("On to turn {turn}", turn=crisis.play.view.turn)
    close = crisis.close if crisis.overlay.startswith("replay") else crisis.revealed
    if crisis.overlay.startswith("replay"):
        label = _("Close")
    width = button_width(page, label)
    place = pygame.Rect(foot.right - width, foot.y, width, foot.height)

    def key(pressed: Key) -> bool:
        if pressed.code == pygame.K_ESCAPE:
            reveal.finish()
            return True
        return False

    if reveal.done:
        if beats and not page.motion.reduced:
            words = _("Play again")
            wide = button_width(page, words, Style.BODY, "rotate-ccw")
            again = pygame.Rect(foot.x, foot.y, wide, foot.height)

            def restart() -> None:
                reveal.begin(reveal.about, beats, page.motion.now)
                crisis.stage.redraw()

            button(page, "reveal.again", again, words, restart, look="quiet", icon="rotate-ccw")
        button(page, "overlay.close", place, label, close, look="primary")
        page.first = "overlay.close"
        return foot
    words = _("Go on") if reveal.paused else _("Pause")
    wide = button_width(page, words, Style.BODY, "play")

    def pause() -> None:
        reveal.paused = not reveal.paused

    pausing = button(
        page,
        "reveal.pause",
        pygame.Rect(foot.x, foot.y, wide, foot.height),
        words,
        pause,
        look="quiet",
        icon="play" if reveal.paused else "pause",
    )
    words = _("Show all at once")
    wide = button_width(page, words, icon="skip-forward")
    skip = pygame.Rect(place.x - page.gap - wide, foot.y, wide, foot.height)
    skipping = button(page, "reveal.skip", skip, words, reveal.finish, look="primary", icon="skip-forward")
    closing = button(page, "overlay.close", place, label, close, look="quiet")
    pausing.key = skipping.key = closing.key = key
    page.first = "reveal.skip"
    return foot


def _column(
    page: Page, rect: pygame.Rect, crisis: "Crisis", reveal: Reveal, beats: tuple[BeatView, ...]
) -> None:
    """Draw the beats that have come; the newest is always seen, and once all is told one can scroll."""
    if not beats:
        page.paragraph(nothing_words(), rect, colour=page.palette.soft)
        return
    view, shown = crisis.play.view, reveal.shown()
    badges = crisis.badges(page)
    width = rect.width - page.px(14)
    lines = [beat_lines(page, view, beat) for beat in beats]
    hours = [number == 0 or beats[number - 1].hour != beat.hour for number, beat in enumerate(beats)]
    head = page.line() + page.gap
    heights = [
        min(rect.height, beat_height(page, line, width) + (head if hour else 0))
        for line, hour in zip(lines, hours, strict=True)
    ]
    end = shown if not reveal.done else len(beats)
    offset = scroll_to(page, "overlay.text", rect, heights, end, follow=not reveal.done)
    y = rect.y
    for number in range(offset, end):
        if y + heights[number] > rect.bottom:
            break
        place = pygame.Rect(rect.x, y, width, heights[number])
        if hours[number]:
            draw_hour(page, pygame.Rect(place.x, place.y, place.width, page.line()), beats[number].hour)
            place = pygame.Rect(place.x, place.y + head, place.width, place.height - head)
        latest = not reveal.done and number == end - 1
        draw_beat(page, place, beats[number], lines[number], badges, reveal.arrived(number), latest)
        y += heights[number]


def _side(
    page: Page,
    rect: pygame.Rect,
    crisis: "Crisis",
    reveal: Reveal,
    beats: tuple[BeatView, ...],
    turns: tuple[int, int],
) -> None:
    """Draw the ladders, and once all is told what it changed."""
    view, palette, gap = crisis.play.view, page.palette, page.gap
    shown = reveal.shown()

    def told(actor: str) -> float:
        if reveal.done:
            return 1.0
        acts = [
            (beat.read, -number) for number, beat in enumerate(beats) if beat.actor == actor and beat.read
        ]
        if not acts:
            return 0.0
        highest = -max(acts)[1]  # the ladder shows the highest of what is done: it climbs with that act
        return reveal.arrived(highest) if highest < shown else 0.0

    top = rect
    if view.rungs:
        height = rect.height * 46 // 100 if reveal.done else rect.height
        least = len(view.rungs) * page.line() + 2 * page.line() + gap
        height = min(rect.height, max(height, min(least, rect.height * 56 // 100)))
        title = pygame.Rect(rect.x, rect.y, rect.width, page.line(Style.HEADING))
        page.text(_("On the ladder, as you read it"), title, Style.HEADING)
        box = pygame.Rect(rect.x, title.bottom + gap, rect.width, height - title.height - gap)
        draw_moves(page, box, view, crisis.badges(page), turns, told)
        top = pygame.Rect(rect.x, rect.y + height + 2 * gap, rect.width, rect.height - height - 2 * gap)
    if not reveal.done:
        return
    title = pygame.Rect(top.x, top.y, top.width, page.line(Style.HEADING))
    page.text(_("What it changed"), title, Style.HEADING)
    changes = change_blocks(page, view) or [Block(_("Nothing that you can measure."), colour=palette.soft)]
    text = pygame.Rect(top.x, title.bottom + gap, top.width, top.bottom - title.bottom - gap)
    scroll(page, "overlay.changes", text, changes, margin=leads(page, changes, 60))

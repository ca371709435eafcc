"""The course of the game: everybody's ladder turn by turn, and under each what was done in one of them."""

from collections.abc import Mapping
from functools import partial

import pygame

from game.desktop.drawing.game_ladders import draw_game_ladders, draw_game_legend, lay_out
from game.desktop.drawing.marks import Badge
from game.desktop.page import Key, Page, Part, Widget
from game.desktop.stage import Stage
from game.desktop.theme import Style
from game.desktop.widgets.buttons import button
from game.desktop.widgets.scrolls import Block, scroll
from game.language import _, say
from game.view.course import DeedView
from game.view.ending import EndingView

PLAY = "ending.play"
"""The motion that walks through the turns."""
A_TURN = 0.7
"""Seconds that it stays at each."""
KIND_ICONS = {
    "incident": "triangle-alert",
    "act": "chevron-right",
    "claim": "megaphone",
    "plan": "calendar-clock",
    "tier": "milestone",
    "stand_down": "hand",
    "commitment": "shield",
    "deal": "handshake",
    "coalition": "users",
    "step": "footprints",
    "posture": "radiation",
    "limit": "flag",
    "accident": "zap",
    "region": "map",
    "engagement": "crosshair",
    "forgone": "ban",
    "ended": "door-open",
}
"""What stands before each kind of event."""


class CourseTab:
    """Which turn is looked at."""

    def __init__(self, stage: Stage, end: EndingView) -> None:
        self.stage = stage
        self.end = end
        self.at = max(0, len(end.course.turns) - 1)
        self.playing = False

    def choose(self, turn: int) -> None:
        """Look at another turn, by its place."""
        self.at = max(0, min(turn, len(self.end.course.turns) - 1))
        self.playing = False
        self.stage.memory.forget("deeds.")
        self.stage.redraw()

    def _play(self) -> None:
        self.playing = not self.playing
        self.stage.motion.start(PLAY)
        self.stage.redraw()

    def _walk(self, page: Page) -> None:
        turns = len(self.end.course.turns)
        share = page.motion.progress(PLAY, A_TURN * turns)
        self.at = min(turns - 1, int(share * turns))
        if share >= 1.0:
            self.playing = False

    def draw(self, page: Page, room: pygame.Rect, signs: Mapping[str, Badge]) -> None:
        """Draw the ladders, the turns under them, and what was done."""
        if self.playing:
            self._walk(page)
        course = self.end.course
        bar = page.line() + page.px(16)
        share = 46 if page.tight else 54
        chart = pygame.Rect(room.x, room.y, room.width, room.height * share // 100)
        places = lay_out(page, chart, course)
        grown = page.motion.eased("ending.ladders", 0.8)
        draw_game_ladders(page, places, course, signs, self.at, self.choose, grown)
        row = pygame.Rect(room.x, chart.bottom + page.gap, room.width, bar)
        self._turns(page, row)
        top = row.bottom + page.gap
        height = room.bottom - top
        turn = course.turns[self.at]
        known = {actor.actor for actor in course.actors}
        others = [deed for deed in turn.deeds if deed.actor not in known]
        world = pygame.Rect(places.labels.x, top, places.labels.width, height)
        _deeds(page, world, "deeds.world", others)
        for actor, column in zip(course.actors, places.columns, strict=False):
            mine = [deed for deed in turn.deeds if deed.actor == actor.actor]
            _deeds(page, pygame.Rect(column.x, top, column.width, height), f"deeds.{actor.actor}", mine)

    def _turns(self, page: Page, row: pygame.Rect) -> None:
        """A button that walks through the game, the turns as stops, and which one is looked at."""
        palette, turns = page.palette, self.end.course.turns
        labels = [
            say("Turn {turn} · hours {hour} to {until}", turn=one.turn, hour=one.hour, until=one.until)
            for one in turns
        ]
        label = labels[self.at]
        square = pygame.Rect(row.x, row.y, row.height, row.height)
        hint = _("Stop here") if self.playing else _("Walk through the game turn by turn")
        button(
            page, "course.play", square, "", self._play, icon="pause" if self.playing else "play", hint=hint
        )
        wide = max(page.type.width(one, Style.STRONG) for one in labels)
        page.text(label, pygame.Rect(square.right + page.gap, row.y, wide, row.height), Style.STRONG)
        left = square.right + wide + 3 * page.gap
        key = row.width * 36 // 100 if not page.tight else 0
        track = pygame.Rect(left, row.y, row.right - left - key, row.height)
        widget = Widget("course.turns", track, "slider", label, at=str(turns[self.at].turn))
        step = track.width / max(1, len(turns))
        page.stroke((track.x, track.centery), (track.right, track.centery), palette.line, page.px(2))
        for number, one in enumerate(turns):
            centre = (round(track.x + step * (number + 0.5)), track.centery)
            here = number == self.at
            colour = palette.accent if here else palette.danger if one.crossings else palette.line
            pygame.draw.circle(
                page.surface, colour, centre, page.px(8 if here else 5 if one.crossings else 4)
            )
            place = pygame.Rect(round(track.x + step * number), track.y, round(step), track.height).clip(
                track
            )
            name = say("Turn {turn}", turn=one.turn)
            widget.parts.append(
                Part(str(one.turn), place, name, partial(self.choose, number), True, here, hint=name)
            )
        widget.key, widget.drag = self._key, lambda point: self.choose(int((point[0] - track.x) / step))
        page.add(widget)
        if key:
            draw_game_legend(page, pygame.Rect(row.right - key + page.gap, row.y, key - page.gap, row.height))

    def _key(self, pressed: Key) -> bool:
        turns = len(self.end.course.turns)
        target = {
            pygame.K_LEFT: self.at - 1,
            pygame.K_RIGHT: self.at + 1,
            pygame.K_HOME: 0,
            pygame.K_END: turns - 1,
        }.get(pressed.code, -1)
        if not 0 <= target < turns:
            return False
        self.choose(target)
        return True


def _deeds(page: Page, rect: pygame.Rect, name: str, deeds: list[DeedView]) -> None:
    page.fill(rect, page.palette.panel, 4)
    inner = rect.inflate(-2 * page.gap, -2 * page.gap)
    soft = page.palette.soft
    blocks = [
        Block(
            say("{text} (hidden then)", text=deed.text) if deed.hidden else deed.text,
            icon="eye-off" if deed.hidden else KIND_ICONS.get(deed.kind, "chevron-right"),
            colour=page.palette.accent_ink if deed.hidden else None,
        )
        for deed in sorted(deeds, key=lambda deed: deed.kind != "act")
    ]
    nothing = (
        _("Nothing happened beside what seats did.") if name == "deeds.world" else _("Nothing was done.")
    )
    scroll(page, name, inner, blocks or [Block(nothing, colour=soft)], margin=page.px(26) if blocks else 0)

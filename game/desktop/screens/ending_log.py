"""All that happened, what was hidden then marked; all of it, only what was hidden, or only what was done."""

import pygame

from game.desktop.page import Page
from game.desktop.screens.ending_course import KIND_ICONS
from game.desktop.stage import Stage
from game.desktop.theme import Style
from game.desktop.widgets.choices import Pick
from game.desktop.widgets.scrolls import Block, scroll
from game.desktop.widgets.segments import segments
from game.language import _, count, say
from game.view.ending import EndingView, PastEvent

QUIET = frozenset({"turn"})
"""Kinds that say nothing beyond the hour."""


class LogTab:
    """What of the log is shown."""

    def __init__(self, stage: Stage, end: EndingView) -> None:
        self.stage = stage
        self.end = end
        self.shown = "deeds"

    def _show(self, what: str) -> None:
        self.shown = what
        self.stage.memory.forget("whole.log")
        self.stage.redraw()

    def _keeps(self, event: PastEvent) -> bool:
        if event.kind in QUIET:
            return False
        if self.shown == "hidden":
            return event.hidden
        return self.shown == "all" or event.kind in KIND_ICONS

    def draw(self, page: Page, room: pygame.Rect) -> None:
        """Draw the filter and the log under it, turn by turn."""
        high = page.line() + page.px(14)
        wide = min(room.width, page.px(640))
        picks = (
            Pick("deeds", _("What was done"), icon="list"),
            Pick("hidden", _("What was hidden"), icon="eye-off"),
            Pick("all", _("Everything"), icon="layers"),
        )
        box = pygame.Rect(room.x, room.y, wide, high)
        segments(page, "log.filter", box, picks, self.shown, self._show)
        events = [event for event in self.end.log if self._keeps(event)]
        found = count(len(events), "{number} entry", "{number} entries")
        beside = pygame.Rect(box.right + page.gap, room.y, room.right - box.right - page.gap, high)
        page.text(found, beside, colour=page.palette.soft, align="right")
        inner = page.panel(
            pygame.Rect(room.x, box.bottom + page.gap, room.width, room.bottom - box.bottom - page.gap)
        )
        blocks: list[Block] = []
        turn = -1
        for event in events:
            if event.turn != turn:
                turn = event.turn
                head = say("Turn {turn} · hour {hour}", turn=turn, hour=event.hour)
                blocks.append(Block(head, Style.STRONG, page.palette.accent_ink, flush=True, space=True))
            blocks.append(_entry(page, event))
        scroll(page, "whole.log", inner, blocks, margin=page.px(30))


def _entry(page: Page, event: PastEvent) -> Block:
    if event.hidden:
        words = say("{text} (hidden then)", text=event.text)
        return Block(words, icon="eye-off", colour=page.palette.accent_ink)
    icons = {"track": "trending-up", "evidence": "fingerprint", "option": "hourglass", "force": "footprints"}
    return Block(event.text, icon=KIND_ICONS.get(event.kind) or icons.get(event.kind, "chevron-right"))

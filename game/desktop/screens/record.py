"""The log: everything that this seat saw happen, the latest turn first, with filters and a search."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

import pygame
from attrs import define, field

from game.desktop.drawing.marks import draw_mark
from game.desktop.page import Page
from game.desktop.theme import Style
from game.desktop.widgets.buttons import button, button_width
from game.desktop.widgets.chips import MARK, chip_height, chip_width, chips, chips_height
from game.desktop.widgets.choices import Pick
from game.desktop.widgets.entries import text_entry
from game.desktop.widgets.tiles import Tile, tiles
from game.language import N_, _, count, say
from game.view.log import TOPICS, LogLine
from game.view.seat import SeatView

if TYPE_CHECKING:
    from game.desktop.screens.crisis import Crisis

QUIET = "tracks"
"""The topic that is shown only when it is asked for: every figure that moved."""

TOPIC_ICONS = {
    "acts": "hand",
    "evidence": "fingerprint",
    "forces": "truck",
    "plan": "calendar-clock",
    "talks": "handshake",
    "tracks": "gauge",
    "end": "flag",
}

KIND_ICONS = {
    "act": "hand",
    "forgone": "ban",
    "engagement": "crosshair",
    "incident": "zap",
    "evidence": "eye",
    "inquiry": "search",
    "claim": "megaphone",
    "option": "package",
    "force": "truck",
    "region": "map-pin",
    "posture": "radiation",
    "accident": "flame",
    "plan": "calendar-clock",
    "tier": "layers",
    "stand_down": "snowflake",
    "commitment": "scroll-text",
    "limit": "octagon-alert",
    "deal": "handshake",
    "coalition": "users",
    "step": "footprints",
    "track": "gauge",
    "ended": "flag",
}
"""What shows each kind of event."""


@define
class Filter:
    """What of the log is shown."""

    words: str = ""
    topics: set[str] = field(factory=set)
    """Those that are shown; empty for all but the quiet one."""
    actors: set[str] = field(factory=set)
    """Whose doings are shown; empty for everybody's."""
    mine: bool = False
    new: bool = False

    @property
    def narrow(self) -> bool:
        """Whether anything is left out that is usually shown."""
        return bool(self.words or self.topics or self.actors or self.mine or self.new)

    def shows(self, line: LogLine) -> bool:
        """Return whether a line is shown."""
        topic = line.topic in self.topics if self.topics else line.topic != QUIET
        actor = not self.actors or line.actor in self.actors
        words = all(word in line.text.casefold() for word in self.words.casefold().split())
        return topic and actor and words and (line.mine or not self.mine) and (line.new or not self.new)

    def clear(self) -> None:
        """Show everything again."""
        self.words, self.mine, self.new = "", False, False
        self.topics.clear()
        self.actors.clear()

    def switch(self, chosen: set[str], id: str) -> None:
        """Switch one chip on or off."""
        chosen.symmetric_difference_update({id})


def draw_record(page: Page, rect: pygame.Rect, crisis: "Crisis") -> None:
    """Draw the log under its filters."""
    view, kept = crisis.play.view, crisis.part(Filter)
    found = [line for line in view.log if kept.shows(line)]
    y = _filters(page, rect, crisis, kept, len(found))
    room = pygame.Rect(rect.x, y, rect.width, rect.bottom - y)
    if not found:
        words = _("Nothing of this kind has happened.") if kept.narrow else _("Nothing has happened yet.")
        page.paragraph(words, room, colour=page.palette.soft)
        return
    tiles(page, "record", room, list(_tiles(page, found, crisis)), apart=0)


# --- filters ----------------------------------------------------------------------------------------------


def _filters(page: Page, rect: pygame.Rect, crisis: "Crisis", kept: Filter, shown: int) -> int:
    """Draw the search and the chips; return the y below."""
    view, gap = crisis.play.view, page.gap
    memory = crisis.stage.memory

    def changed() -> None:
        memory.forget("record.offset")
        crisis.stage.redraw()

    def search(words: str) -> None:
        kept.words = words
        changed()

    def press(id: str) -> None:
        kind, _colon, what = id.partition(":")
        if kind == "new":
            kept.new = not kept.new
        elif kind == "mine":
            kept.mine = not kept.mine
        else:
            kept.switch(kept.topics if kind == "topic" else kept.actors, what)
        changed()

    def clear() -> None:
        kept.clear()
        changed()

    height = chip_height(page)
    field_width = min(page.px(240) + page.line(), rect.width // 3)
    text_entry(
        page,
        "record.search",
        pygame.Rect(rect.x, rect.y, field_width, height),
        kept.words,
        search,
        _("Search the log"),
    )
    said = count(shown, "{number} entry", "{number} entries")
    right = rect.right
    if kept.narrow:
        words = _("Show all")
        width = button_width(page, words, icon="x")
        place = pygame.Rect(right - width, rect.y, width, height)
        button(page, "record.clear", place, words, clear, look="quiet", icon="x")
        right = place.x - gap
    room = pygame.Rect(rect.x + field_width + gap, rect.y, right - rect.x - field_width - gap, height)
    own, whose = _own_chips(view), _actor_chips(view)
    wanted = [*own, *whose]
    width = page.type.width(said, Style.BODY) + gap
    y = rect.y + height + gap // 2
    chosen = {f"topic:{one}" for one in kept.topics} | {f"actor:{one}" for one in kept.actors}
    chosen |= ({"new"} if kept.new else set()) | ({"mine"} if kept.mine else set())
    if chips_height(page, room.width, own) <= height:
        chips(page, "record.own", room, own, chosen, press)
        taken = sum(chip_width(page, one) + gap // 2 for one in own)
        left = room.x + taken
        if room.right - left >= width:
            place = pygame.Rect(left, rect.y, room.right - left, height)
            page.text(said, place, colour=page.palette.soft, align="right")
        wanted = whose
    wanted = [*_topic_chips(view), *wanted]
    marks = {f"actor:{actor}": badge for actor, badge in crisis.badges(page).items()}
    y = chips(
        page, "record.chips", pygame.Rect(rect.x, y, rect.width, height), wanted, chosen, press, marks=marks
    )
    return y + gap


def _own_chips(view: SeatView) -> list[Pick]:
    picks = [Pick("mine", _("Your own"), hint=_("Only what you did"), icon="user-round")]
    if any(line.new for line in view.log):
        hint = _("Only what happened since your last orders")
        picks.insert(0, Pick("new", _("New"), hint=hint, icon="bell"))
    return picks


def _topic_chips(view: SeatView) -> list[Pick]:
    seen = {line.topic for line in view.log}
    return [
        Pick(f"topic:{topic}", _(words), icon=TOPIC_ICONS[topic])
        for topic, words in TOPICS.items()
        if topic in seen
    ]


def _actor_chips(view: SeatView) -> list[Pick]:
    seen = {line.actor for line in view.log}
    return [
        Pick(f"actor:{actor.id}", actor.short, hint=say("Only what {actor} did", actor=actor.name), icon=MARK)
        for actor in view.actors
        if actor.id in seen and actor.id != view.actor
    ]


# --- lines ------------------------------------------------------------------------------------------------


def _tiles(page: Page, lines: Sequence[LogLine], crisis: "Crisis") -> Iterator[Tile]:
    """Yield a heading for each turn, the latest first, and under it what happened, in its order."""
    step = crisis.play.view.hours_per_turn
    margin = page.type.width("8888", Style.BODY) + page.gap
    for turn in sorted({line.turn for line in lines}, reverse=True):
        of_turn = [line for line in lines if line.turn == turn]
        yield _heading(page, turn, step, new=any(line.new for line in of_turn))
        before: int | None = None
        for number, line in enumerate(of_turn):
            yield _line(page, line, f"{turn}.{number}", margin, line.hour != before, crisis)
            before = line.hour


def _heading(page: Page, turn: int, step: int, *, new: bool) -> Tile:
    unit = 24 if step >= 24 else 1
    said = N_("Turn {turn}, days {start} to {end}") if unit > 1 else N_("Turn {turn}, hours {start} to {end}")
    words = say(said, turn=turn, start=(turn - 1) * step // unit, end=turn * step // unit)

    def draw(box: pygame.Rect) -> None:
        palette = page.palette
        line = pygame.Rect(box.x, box.bottom - page.line() - page.px(5), box.width, page.line())
        drawn = page.text(words, line, Style.STRONG)
        if new:
            left = drawn.right + 2 * page.gap
            page.icon(
                "bell", pygame.Rect(left, line.y, page.icon_width(14), line.height), palette.accent_ink, 14
            )
            left += page.icon_width(14) + page.gap // 2
            place = pygame.Rect(left, line.y, line.right - left, line.height)
            page.text(_("since your last orders"), place, Style.STRONG, palette.accent_ink)
        page.stroke((box.x, box.bottom - 2), (box.right, box.bottom - 2), palette.line)

    return Tile(f"turn.{turn}", words, lambda width: page.line() + page.px(14), draw, bare=True)


def _line(page: Page, line: LogLine, name: str, margin: int, hour: bool, crisis: "Crisis") -> Tile:
    indent = margin + page.icon_width(16) + page.gap + page.px(20)
    return Tile(
        name,
        line.text,
        lambda width: page.measure(line.text, width - indent) + page.px(4),
        partial(_draw_line, page, line, margin, indent, hour, crisis),
        bare=True,
    )


def _draw_line(
    page: Page, line: LogLine, margin: int, indent: int, hour: bool, crisis: "Crisis", box: pygame.Rect
) -> None:
    palette, height = page.palette, page.line()
    unit = 24 if crisis.play.view.hours_per_turn >= 24 else 1
    if hour:
        place = pygame.Rect(box.x, box.y, margin - page.gap, height)
        page.text(f"{line.hour // unit}", place, colour=palette.soft, align="right")
    icon = pygame.Rect(box.x + margin, box.y, page.icon_width(16), height)
    page.icon(KIND_ICONS.get(line.kind, "circle"), icon, palette.accent_ink if line.new else palette.soft, 16)
    badge = crisis.badges(page).get(line.actor)
    if badge is not None:
        centre = (icon.right + page.gap // 2 + page.px(8), box.y + height // 2)
        draw_mark(page, badge.mark, centre, page.px(5), badge.colour)
    text = pygame.Rect(box.x + indent, box.y, box.width - indent, box.height)
    page.paragraph(line.text, text, colour=palette.ink if line.new or line.mine else palette.soft)

"""The beats of a turn as a column that grows: who, what, how it was read, why, and what came of it."""

from collections.abc import Mapping, Sequence
from typing import Final

import pygame
from attrs import frozen

from game.desktop.drawing.marks import Badge, draw_mark
from game.desktop.page import Page
from game.desktop.theme import Colour, Style, mix
from game.desktop.typeset import capital
from game.language import _, say
from game.view.beats import BeatView, ChangeView, Tone
from game.view.seat import SeatView

ICONS: Final = {
    "act": "megaphone",
    "incident": "triangle-alert",
    "accident": "triangle-alert",
    "limit": "shield-alert",
    "posture": "rocket",
    "region": "flag",
    "evidence": "fingerprint",
    "inquiry": "search",
    "claim": "messages-square",
    "plan": "hourglass",
    "tier": "layers",
    "commitment": "shield",
    "deal": "handshake",
    "step": "footprints",
    "stand_down": "hand",
    "coalition": "users",
    "option": "calendar-clock",
    "force": "swords",
    "ended": "flag",
}
LOUD: Final = (Tone.CLIMB, Tone.ALARM, Tone.END)


@frozen
class Line:
    """One paragraph of a beat."""

    text: str
    style: Style
    colour: Colour
    icon: str = ""
    """What stands before it."""


def beat_lines(page: Page, view: SeatView, beat: BeatView) -> list[Line]:
    """Return what is said about a beat, the most important first."""
    palette = page.palette
    strong = Style.STRONG if beat.tone is not Tone.QUIET else Style.BODY
    lines = [Line(beat.text, strong, palette.soft if beat.tone is Tone.QUIET else palette.ink)]
    if beat.read is not None:
        lines.append(
            Line(_reading(view, beat), Style.BODY, palette.warning if beat.misread else palette.soft)
        )
    if beat.because:
        lines.append(
            Line(say("Because: {reason}.", reason=beat.because.rstrip(".")), Style.BODY, palette.soft)
        )
    lines += [Line(text, Style.BODY, palette.soft) for text in beat.more]
    lines += [_change(page, change) for change in beat.changes if round(abs(change.by)) > 0]
    return lines


def _change(page: Page, change: ChangeView) -> Line:
    """One track that moved; whether that is good for this seat is an icon, not only a colour."""
    palette = page.palette
    words = f"{'↑' if change.by > 0 else '↓'} {abs(change.by):.0f} {change.name}"
    if change.good is None:
        return Line(words, Style.BODY, palette.soft, "trending-up" if change.by > 0 else "trending-down")
    if change.good:
        return Line(words, Style.BODY, palette.good, "circle-check")
    return Line(words, Style.BODY, palette.warning, "triangle-alert")


def _reading(view: SeatView, beat: BeatView) -> str:
    read = view.rungs[beat.read or 0].name
    if beat.sent is None:
        return say("You read it as rung {rung}, {name}.", rung=beat.read, name=read)
    reader = capital(beat.target_name)
    if beat.misread:
        return say(
            "You meant rung {sent}, {meant}; {reader} reads rung {rung}, {name}.",
            sent=beat.sent,
            meant=view.rungs[beat.sent].name,
            reader=reader,
            rung=beat.read,
            name=read,
        )
    return say(
        "{reader} reads it as you meant it: rung {rung}, {name}.", reader=reader, rung=beat.read, name=read
    )


def beat_height(page: Page, lines: Sequence[Line], width: int) -> int:
    """Return the height that a beat needs."""
    inner = width - _margin(page) - page.gap
    texts = (page.measure(line.text, inner - _indent(page, line), line.style) for line in lines)
    return sum(texts) + page.gap + page.gap // 2


def _indent(page: Page, line: Line) -> int:
    """How far an icon pushes a line in."""
    return page.icon_width(16) + page.gap if line.icon else 0


def _margin(page: Page) -> int:
    return page.icon_width(20) + 4 * page.gap


def draw_beat(
    page: Page,
    place: pygame.Rect,
    beat: BeatView,
    lines: Sequence[Line],
    badges: Mapping[str, Badge],
    arrived: float,
    latest: bool,
) -> None:
    """Draw a beat that has come in as far as `arrived` says: from the right, as a card that is laid down."""
    palette, gap = page.palette, page.gap
    inner = pygame.Rect(place.x, place.y, place.width, place.height - gap // 2)
    shift = round((1.0 - arrived) * page.px(48))
    back, edge = palette.panel, palette.panel
    if beat.tone in LOUD:
        back, edge = mix(palette.panel, palette.danger, 0.10), mix(palette.panel, palette.danger, 0.4)
    elif beat.tone is Tone.EVIDENCE:
        back, edge = mix(palette.panel, palette.ink, 0.07), palette.line
    elif beat.mine:
        back, edge = mix(palette.panel, palette.accent, 0.08), mix(palette.panel, palette.accent, 0.25)
    inner = pygame.Rect(inner.x + shift, inner.y, inner.width - shift, inner.height)
    page.fill(inner, back, 6)
    page.outline(inner, edge, 6)
    if latest:
        page.fill(pygame.Rect(inner.x, inner.y, page.px(4), inner.height), palette.accent, 2)
    size = page.icon_width(20)
    head = pygame.Rect(inner.x + gap + gap // 2, inner.y + gap // 2, size, page.line())
    badge = badges.get(beat.actor)
    colour = badge.colour if badge else palette.danger if beat.tone is Tone.ALARM else palette.soft
    page.icon(ICONS.get(beat.kind, "info"), head, colour, 18)
    if badge is not None:
        centre = (head.right + gap, head.centery)
        draw_mark(page, badge.mark, centre, page.px(5), badge.colour)
    left = inner.x + _margin(page)
    y = inner.y + gap // 2
    for line in lines:
        room = pygame.Rect(left, y, inner.right - gap - left, max(page.line(), inner.bottom - y))
        if y + page.line(line.style) > inner.bottom + page.gap:
            break
        if line.icon:
            sign = pygame.Rect(room.x, y, page.icon_width(16), page.line(line.style))
            page.icon(line.icon, sign, line.colour, 16)
            indent = _indent(page, line)
            room = pygame.Rect(room.x + indent, room.y, room.width - indent, room.height)
        y = page.paragraph(line.text, room, line.style, line.colour)


def draw_hour(page: Page, rect: pygame.Rect, hour: int) -> None:
    """Draw the hour at which the beats below happened."""
    rect = rect.move(0, page.gap // 2)
    drawn = page.text(say("Hour {hour}", hour=hour), rect, Style.BODY, page.palette.soft)
    middle = rect.centery
    page.stroke((drawn.right + page.gap, middle), (rect.right, middle), page.palette.faint)


def nothing_words() -> str:
    """Return what stands where nothing was seen."""
    return _("Nothing that you could see.")

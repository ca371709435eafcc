"""Tracks as bullet bars: the value, where it was a turn ago, and the values that matter to this seat."""

from collections.abc import Mapping, Sequence

import pygame
from attrs import frozen

from game.desktop.drawing.marks import Badge, draw_mark
from game.desktop.page import Page, Part, Widget
from game.desktop.theme import Colour, Style, mix
from game.desktop.widgets.scrolls import scroll_rows
from game.language import _, say
from game.view.tracks import TrackView
from game.view.words import number

COLUMN = 300
"""The least width of a column of tracks, in pixels at 1280 x 720."""


def draw_tracks(
    page: Page, rect: pygame.Rect, tracks: Sequence[TrackView], badges: Mapping[str, Badge]
) -> None:
    """Draw tracks in as many columns as there is room for; each has its owner's mark and a hint."""
    height = page.line() + page.px(7)
    rows = max(1, rect.height // height)
    columns = max(1, min(3, rect.width // page.px(COLUMN), -(-len(tracks) // rows)))
    lines = -(-len(tracks) // columns)
    styles = (Style.STRONG, Style.BODY)  # one's own stand out
    names = max((page.type.width(track.name, style) + 1 for track in tracks for style in styles), default=0)
    hints = Widget("tracks.hints", rect.copy(), "tracks", focusable=False)

    def row(line: int, place: pygame.Rect) -> None:
        width = (place.width - (columns - 1) * 3 * page.gap) // columns
        for column in range(columns):
            index = column * lines + line
            if index < len(tracks):
                left = place.x + column * (width + 3 * page.gap)
                box = pygame.Rect(left, place.y, width, place.height)
                track = tracks[index]
                _track(page, box, track, badges.get(track.owner), names)
                name = f"{track.owner}.{track.id}"
                hints.parts.append(Part(name, box, track.name, _nothing, hint=describe(track)))

    scroll_rows(page, "tracks", rect, lines, height, row)
    if page.widget("tracks") is None and hints.parts:
        page.add(hints)


def _nothing() -> None:
    """A track is there to be read."""


def describe(track: TrackView) -> str:
    """Say what a track is, whose, and what it is at."""
    words = [
        say(
            "{track} ({owner}): {value}, between {low} and {high}.",
            track=track.name,
            owner=track.owner_name,
            value=number(track.value),
            low=number(track.low),
            high=number(track.high),
        )
    ]
    if track.marks:
        words.append(_("A tick marks where one of your aims is met in full, or worth nothing."))
    if track.summary:
        words.append(track.summary)
    return " ".join(words)


@frozen
class _Parts:
    owner: pygame.Rect
    name: pygame.Rect
    bar: pygame.Rect
    value: pygame.Rect
    trend: pygame.Rect


def _parts(page: Page, place: pygame.Rect, names: int) -> _Parts:
    size = page.px(18)
    value = page.type.width("100", Style.STRONG)
    trend = page.icon_width(15) + page.type.width("88", Style.BODY) + page.px(4)
    least = page.px(48)
    room = place.width - size - value - trend - 2 * page.gap - least
    name = max(page.px(40), min(names, room))
    left = place.x + size
    bar = left + name + page.gap
    figure = place.right - trend - page.px(4) - value
    return _Parts(
        pygame.Rect(place.x, place.y, size, place.height),
        pygame.Rect(left, place.y, name, place.height),
        pygame.Rect(bar, place.y, figure - page.px(4) - bar, place.height),
        pygame.Rect(figure, place.y, value, place.height),
        pygame.Rect(place.right - trend, place.y, trend, place.height),
    )


def _track(page: Page, place: pygame.Rect, track: TrackView, badge: Badge | None, names: int) -> None:
    palette, parts = page.palette, _parts(page, place, names)
    if badge is not None:
        draw_mark(page, badge.mark, parts.owner.move(-page.px(4), 0).center, page.px(5), badge.colour)
    else:
        page.icon("globe", parts.owner.move(-page.px(4), 0), palette.soft, 14)
    page.text(track.name, parts.name, Style.STRONG if track.mine else Style.BODY)
    _bullet(page, parts.bar, track)
    page.text(f"{track.value:.0f}", parts.value, Style.STRONG, align="right")
    change = track.change or 0.0
    if round(abs(change)) < 1:
        return
    better = track.good is not None and (change > 0) == track.good
    colour = palette.soft if track.good is None else palette.good if better else palette.warning
    size = page.icon_width(15)
    icon = pygame.Rect(parts.trend.x, parts.trend.y, size, parts.trend.height)
    page.icon("arrow-up" if change > 0 else "arrow-down", icon, colour, 15)
    figure = pygame.Rect(icon.right, icon.y, parts.trend.right - icon.right, icon.height)
    page.text(f"{abs(change):.0f}", figure, colour=colour)


def _bullet(page: Page, room: pygame.Rect, track: TrackView) -> None:
    """A thick bar for the value, its change at the end, ticks where aims are met or lost."""
    palette = page.palette
    thick = max(6, page.px(8))
    bar = pygame.Rect(room.x, room.centery - thick // 2, room.width, thick)
    page.fill(bar, mix(palette.panel, palette.line, 0.35), 2)
    span = track.high - track.low or 1.0

    def x(value: float) -> int:
        return bar.x + round(bar.width * max(0.0, min(1.0, (value - track.low) / span)))

    fill: Colour = palette.ink if track.mine else palette.soft
    now = x(track.value)
    page.fill(pygame.Rect(bar.x, bar.y, max(2, now - bar.x), thick), mix(palette.panel, fill, 0.75), 2)
    if track.change:
        before = x(track.value - track.change)
        low, high = sorted((now, before))
        if high - low >= 2:
            better = track.good is not None and (track.change > 0) == track.good
            colour = palette.soft if track.good is None else palette.good if better else palette.warning
            piece = pygame.Rect(low, bar.y, high - low, thick)
            if track.change > 0:
                page.fill(piece, colour)
            else:
                page.outline(piece, colour)
    for mark in track.marks:
        top, foot = (x(mark), bar.y - page.px(3)), (x(mark), bar.bottom + page.px(2))
        page.stroke(top, foot, palette.accent_ink, page.px(2))

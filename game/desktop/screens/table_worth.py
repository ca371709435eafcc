"""What a package is worth to each party against going on, as this seat thinks: bars from a middle line."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pygame
from attrs import define, field

from game.desktop.page import Page
from game.desktop.screens.table_words import signed
from game.desktop.theme import Colour, Style, mix
from game.language import _, say
from game.view.diplomacy import TableView, WeighedView

if TYPE_CHECKING:
    from game.desktop.screens.crisis import Crisis

SMALLEST_SCALE = 5.0
"""Points that the bars of worth span at least, to either side."""
SECONDS = 0.25
"""How long a bar takes to where it now ends."""
MOTION = "talks.worth"


@define
class Swing:
    """Where bars stood and where they are going, by actor: a change of the package is seen as a movement."""

    before: dict[str, float] = field(factory=dict)
    now: dict[str, float] = field(factory=dict)

    def of(self, page: Page, weighed: Sequence[WeighedView]) -> dict[str, float]:
        """Return where bars end in this frame."""
        target = {one.actor: one.better for one in weighed}
        if target != self.now:
            self.before = self._at(page) if set(target) == set(self.now) else dict(target)
            self.now = target
            page.motion.start(MOTION)
        return self._at(page)

    def _at(self, page: Page) -> dict[str, float]:
        share = page.motion.eased(MOTION, SECONDS)
        return {
            actor: self.before[actor] + (end - self.before[actor]) * share for actor, end in self.now.items()
        }


def worth_height(page: Page, table: TableView) -> int:
    """Return the height that the bars of a table's parties need."""
    return (len(table.parties) + 2) * page.line() + 2 * page.gap


def draw_worth(
    page: Page, rect: pygame.Rect, weighed: Sequence[WeighedView], crisis: "Crisis", *, moving: bool = False
) -> int:
    """Draw for each party how much better a package is than going on; return the y below.

    Bars that are `moving` swing to where a change of the package takes them.
    """
    palette, line = page.palette, page.line()
    head = _("Better or worse than going on, in points")
    y = rect.y
    spare = rect.height - len(weighed) * line - page.gap
    if spare >= page.measure(head, rect.width):
        top = pygame.Rect(rect.x, y + page.gap // 2, rect.width, spare)
        y = page.paragraph(head, top, colour=palette.soft) + page.gap // 2
    at = crisis.part(Swing).of(page, weighed) if moving else {one.actor: one.better for one in weighed}
    ends = [abs(value) for one in weighed for value in (one.better, one.least, one.most) if value is not None]
    scale = max([SMALLEST_SCALE, *ends])
    names = _names(page, rect.width * 45 // 100, weighed, crisis)
    figures = [signed(round(one.better, 1)) for one in weighed]
    label = min(rect.width // 2, max(page.type.width(name, Style.BODY) for name in names) + page.gap)
    room = max(page.type.width(figure, Style.STRONG) for figure in figures)
    for one, name, figure in zip(weighed, names, figures, strict=True):
        row = pygame.Rect(rect.x, y, rect.width, line)
        if row.bottom > rect.bottom:
            break
        page.text(name, pygame.Rect(row.x, y, label, line), colour=palette.ink if one.mine else palette.soft)
        bar = pygame.Rect(row.x + label, y, row.width - label - room - page.gap, line)
        colour = palette.good if one.better >= 0 else palette.warning
        _bar(page, bar, one, at[one.actor], scale, colour)
        page.text(figure, pygame.Rect(row.right - room, y, room, line), Style.STRONG, colour, "right")
        y += line
    return y + page.gap


def _names(page: Page, room: int, weighed: Sequence[WeighedView], crisis: "Crisis") -> list[str]:
    """Return whose worth each bar shows; that others' is a guess is said in words, or else by a sign."""
    names = [
        _("You") if one.mine else say("{actor}, you think", actor=crisis.short(one.actor)) for one in weighed
    ]
    if max(page.type.width(name, Style.BODY) for name in names) <= room:
        return names
    return [_("You") if one.mine else say("{actor}?", actor=crisis.short(one.actor)) for one in weighed]


def _bar(page: Page, rect: pygame.Rect, one: WeighedView, end: float, scale: float, colour: Colour) -> None:
    """Draw a bar from the middle; a thin line spans what it would be if nobody, or everybody, kept to it."""
    palette = page.palette
    half = rect.width // 2
    middle = rect.x + half
    track = pygame.Rect(rect.x, rect.centery - page.px(5), rect.width, page.px(10))
    page.fill(track, palette.ground, 3)
    length = round(half * min(1.0, abs(end) / scale))
    left = middle if end >= 0 else middle - length
    solid = pygame.Rect(left, track.y, max(2, length), track.height)
    page.fill(solid, colour if one.mine else mix(colour, palette.panel, 0.35), 2)
    if one.least is not None and one.most is not None and one.most - one.least > 0.05:
        ends = [middle + round(half * max(-1.0, min(1.0, value / scale))) for value in (one.least, one.most)]
        page.stroke((ends[0], rect.centery), (ends[1], rect.centery), palette.ink, max(1, page.px(1.5)))
        for x in ends:
            page.stroke(
                (x, rect.centery - page.px(3)),
                (x, rect.centery + page.px(3)),
                palette.ink,
                max(1, page.px(1.5)),
            )
    page.stroke((middle, track.y - page.px(2)), (middle, track.bottom + page.px(2)), palette.soft)

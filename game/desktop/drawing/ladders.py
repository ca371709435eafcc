"""The ladders side by side: shared rungs and thresholds, and a column for every actor."""

from collections.abc import Callable, Iterable, Mapping, Sequence

import pygame

from game.desktop.drawing.columns import FLAGS, Column, draw_column, flag_colour, heading_height, mark_width
from game.desktop.drawing.marks import Badge, draw_mark
from game.desktop.drawing.rungs import draw_rungs, field, least_field
from game.desktop.page import Page
from game.desktop.theme import Style, mix
from game.desktop.typeset import capital
from game.language import N_, _, say
from game.view.considered import ConsideredView
from game.view.ladders import LadderView, LimitView, RungView

SHORT = 13
"""A ladder of so many rungs has room for every name."""

NARROWEST, LOWEST = 300, 120
"""In less room than this, in pixels at 1280 x 720, there is no picture."""

LEAST_COLUMN = 68
"""What a column takes for its history and for what may come, at least."""


def draw_ladders(
    page: Page,
    rect: pygame.Rect,
    rungs: Sequence[RungView],
    ladders: Sequence[LadderView],
    badges: Mapping[str, Badge],
    considered: ConsideredView | None = None,
    press: Callable[[str], None] | None = None,
    limits: Sequence[LimitView] = (),
) -> None:
    """Draw all ladders on one scale.

    `considered` is what would follow from a move that is being looked at; a press on a column calls `press`.
    """
    if not rungs or not ladders:
        page.paragraph(_("This game has no ladder."), rect, colour=page.palette.soft)
        return
    if rect.width < page.px(NARROWEST) or rect.height < page.px(LOWEST):
        return  # a window manager has made the window smaller than anybody can read
    head = head_height(page, rect.height, len(rungs))
    shared = field(page, rect, head, rungs)
    draw_rungs(shared, {ladder.read for ladder in ladders}, limits)
    corner = pygame.Rect(rect.x, rect.y, shared.rect.x - page.gap - rect.x, head - page.px(6))
    lines = max(1, corner.height // page.line()) * page.line()
    corner = pygame.Rect(corner.x, corner.bottom - lines, corner.width, lines)
    draw_legend(page, corner, needed(ladders, considered, rungs))
    width = shared.rect.width / len(ladders)
    named = max(page.type.width(one.by_short or one.by_name, Style.STRONG) for one in ladders)
    below = named > width - mark_width(page)
    for number, ladder in enumerate(ladders):
        left = shared.rect.x + round(width * number) + page.px(3)
        right = shared.rect.x + round(width * (number + 1)) - page.px(3)
        body = pygame.Rect(left, shared.rect.y, right - left, shared.rect.height)
        top = pygame.Rect(left, rect.y, right + page.px(6) - left, head - page.px(3))
        column = Column(shared, body, ladder, badges[ladder.by], below)
        draw_column(column, top, considered, _opening(press, ladder.by), describe(rungs, ladder))


def head_height(page: Page, height: int, rungs: int) -> int:
    """Return the height of the heads: one line of them where the rungs of a short ladder need the room."""
    two = heading_height(page) + page.px(4)
    if rungs > SHORT or (height - two) / rungs >= page.line():
        return two
    return page.line(Style.HEADING) + page.px(4)


def least_height(page: Page, rungs: int) -> int:
    """Return the height at which every rung of a short ladder has its name, with heads of two lines."""
    return heading_height(page) + page.px(4) + min(rungs, SHORT) * (page.line() + page.px(1))


def least_width(page: Page, rungs: Sequence[RungView], ladders: Sequence[LadderView]) -> int:
    """Return the width in which every rung and every actor has its name."""
    names = max(page.type.width(one.by_short or one.by_name, Style.STRONG) for one in ladders)
    column = max(page.px(LEAST_COLUMN), names + page.px(10))
    return least_field(page, rungs, len(ladders) * column)


def _opening(press: Callable[[str], None] | None, actor: str) -> Callable[[], None] | None:
    return None if press is None else lambda: press(actor)


def describe(rungs: Sequence[RungView], ladder: LadderView) -> str:
    """Say in words where an actor stands and what binds it."""
    parts = {"actor": ladder.by_name, "read": ladder.read, "name": rungs[ladder.read].name}
    if ladder.sent is not None and ladder.sent != ladder.read:
        meant = rungs[ladder.sent].name
        words = [
            say(
                "{actor}: sent {sent}, {meant}; read {read}, {name}.",
                **parts,
                sent=ladder.sent,
                meant=meant,
            )
        ]
    else:
        words = [say("{actor} stands at {read}, {name}.", **parts)]
    for mark in ladder.marks:
        words.append(
            say(
                "{text}: {what} {rung}.",
                text=capital(mark.text),
                what=mark_words(mark.kind),
                rung=rungs[mark.rung].name,
            )
        )
    return " ".join(words)


MARK_WORDS = {
    "obliged": N_("obliged to act at"),
    "cap": N_("no higher than"),
    "promise": N_("answers at"),
    "limit": N_("limit at"),
    "stand_down": N_("below"),
}
"""What a line on a ladder means, before the name of its rung."""


def mark_words(kind: str) -> str:
    """Return what a line on a ladder means."""
    return _(MARK_WORDS.get(kind, kind))


LEGEND = {
    "considered": N_("your move"),
    "answer": N_("likely answer"),
    "eye": N_("others read it so"),
    "sent": N_("as sent"),
    "obliged": N_("obliged"),
    "cap": N_("no higher"),
    "promise": N_("answers here"),
    "stand_down": N_("stay below"),
    "limit": N_("limit"),
    "read": N_("as read"),
}
"""What the marks mean; what explains itself least comes first."""


def needed(
    ladders: Iterable[LadderView], considered: ConsideredView | None, rungs: Sequence[RungView] = ()
) -> list[str]:
    """Return which parts of the legend the picture has use for; limits at thresholds are not drawn."""
    ladders = list(ladders)
    thresholds = {number for number, rung in enumerate(rungs) if rung.threshold}
    kinds = {
        mark.kind
        for ladder in ladders
        for mark in ladder.marks
        if mark.kind != "limit" or mark.rung not in thresholds
    }
    differs = any(
        mark.sent is not None and mark.sent != mark.read for ladder in ladders for mark in ladder.history
    )
    wanted = {"obliged", "cap", "promise", "stand_down", "limit"} & kinds | {"read"}
    wanted |= {"sent"} if differs else set()
    if considered is not None:
        wanted |= {"considered"}
        wanted |= {"answer"} if considered.answers else set()
        wanted |= {"eye"} if considered.readings else set()
    return [kind for kind in LEGEND if kind in wanted]


def draw_legend(page: Page, box: pygame.Rect, kinds: Sequence[str] = ("read", "sent")) -> None:
    """Draw what the marks mean, line by line from the left, as many as have room."""
    x, y, line = box.x, box.y, page.line()
    size = page.icon_width(15)
    for kind in kinds:
        words = _(LEGEND[kind])
        width = page.type.width(words, Style.BODY)
        if x + size + page.px(4) + width > box.right and x > box.x:
            x, y = box.x, y + line
        if y + line > box.bottom or x + size + page.px(4) + width > box.right:
            return
        _legend_mark(page, kind, pygame.Rect(x, y, size, line))
        x += size + page.px(4)
        page.text(words, pygame.Rect(x, y, width, line), colour=page.palette.soft)
        x += width + page.px(10)


def _legend_mark(page: Page, kind: str, box: pygame.Rect) -> None:
    palette, radius = page.palette, page.px(5)
    if kind in FLAGS:
        page.icon(FLAGS[kind], box, flag_colour(page, kind), 15)
    elif kind == "eye":
        page.icon("eye", box, palette.accent_ink, 15)
    elif kind == "read":
        draw_mark(page, "disc", box.center, radius, palette.ink)
    elif kind == "sent":
        draw_mark(page, "disc", box.center, radius, palette.ink, hollow=True)
    else:
        colour = palette.accent_ink if kind == "considered" else palette.soft
        page.dashes((box.x, box.centery), (box.right, box.centery), colour, page.px(2))
        draw_mark(page, "disc", box.center, radius, mix(palette.panel, colour, 0.5))

"""The strip above everything else: the plan, what it asks of this seat, and what comes when."""

from typing import TYPE_CHECKING

import pygame

from game.desktop.drawing.kept import Kept
from game.desktop.drawing.timeline import draw_next, draw_timeline, strip_height
from game.desktop.page import Page
from game.desktop.theme import Colour, Style
from game.desktop.typeset import capital
from game.desktop.widgets.buttons import button, button_width
from game.language import _
from game.view.deadlines import deadlines
from game.view.seat import SeatView

if TYPE_CHECKING:
    from game.desktop.screens.crisis import Crisis


def has_clock(view: SeatView) -> bool:
    """Return whether anything in this game comes at an hour, apart from its end."""
    return bool(view.plans or view.options or any(due.kind != "end" for due in deadlines(view)))


def clock_height(page: Page, width: int, crisis: "Crisis") -> int:
    """Return the height that the strip wants; nothing in a game without a clock."""
    view = crisis.play.view
    return crisis.part(Kept).value(page, "clock.height", (view, width), lambda: _height(page, width, view))


def _height(page: Page, width: int, view: SeatView) -> int:
    if not has_clock(view):
        return 0
    if page.tight:
        return _head(page) + 2 * page.gap
    lines = _lines(page, width - 3 * page.gap, view) * page.line()
    return _head(page) + lines + strip_height(page, view, 2 if page.large else 1) + 3 * page.gap


def _head(page: Page) -> int:
    return page.line(Style.HEADING) + page.px(4)


def _name(view: SeatView) -> str:
    return capital(view.plan.name) if view.plan else _("What comes when")


def _beside(page: Page, width: int, view: SeatView) -> int:
    """Return the room between the title and the button."""
    title = page.icon_width() + page.gap + page.type.width(_name(view), Style.HEADING)
    return width - title - button_width(page, _("Details"), Style.BODY, "calendar-range") - 4 * page.gap


def _lines(page: Page, width: int, view: SeatView) -> int:
    """Return how many lines of its own this seat's obligation needs; 0 where it fits beside the title."""
    words = view.plan.my_obligation if view.plan else ""
    if not words or page.type.width(words, Style.STRONG) <= _beside(page, width, view):
        return 0
    return min(2, len(page.type.wrap(words, Style.STRONG, width)))


def draw_clock(page: Page, strip: pygame.Rect, crisis: "Crisis") -> None:
    """Draw the strip: in one line where type is large, or as a timeline."""
    view, gap, kept = crisis.play.view, page.gap, crisis.part(Kept)
    inner = page.panel(strip)

    def details() -> None:
        crisis.open("plan")

    head = pygame.Rect(inner.x, inner.y, inner.width, _head(page))
    label = _("Details")
    width = button_width(page, label, Style.BODY, "calendar-range")
    if page.tight:
        width = page.icon_width() + 3 * gap
    place = pygame.Rect(head.right - width, head.y - page.px(2), width, head.height + page.px(2))
    hint = _("Every hour of the plan: windows, options, evidence and promises")
    button(page, "plan.details", place, label, details, look="quiet", icon="calendar-range", hint=hint)
    room = pygame.Rect(head.x, head.y, place.x - gap - head.x, head.height)
    if page.tight:
        kept.draw(page, "next", room, (view, None), lambda: draw_next(page, room, deadlines(view)))
        return
    below = pygame.Rect(inner.x, head.bottom, inner.width, 2 * page.line())
    top = _titled(page, room, below, view) + gap
    strip = pygame.Rect(inner.x, top, inner.width, inner.bottom - top)
    kept.draw(page, "timeline", strip, (view, None), lambda: draw_timeline(page, strip, view, details))


def _titled(page: Page, head: pygame.Rect, below: pygame.Rect, view: SeatView) -> int:
    """Draw the plan's name and what it asks of this seat, or else its state; return the y below."""
    size = page.icon_width()
    page.icon("calendar-clock", pygame.Rect(head.x, head.y, size, head.height), page.palette.accent_ink)
    name = _name(view)
    box = pygame.Rect(head.x + size + page.gap, head.y, head.width - size - page.gap, head.height)
    title = page.text(name, box, Style.HEADING)
    plan = view.plan
    if plan is None:
        return head.bottom
    left = title.right + 2 * page.gap
    room = pygame.Rect(left, head.y, head.right - left, head.height)
    lines = _lines(page, below.width, view)
    words, colour = plan.my_obligation, _colour(page, view)
    if words and not lines and page.type.width(words, Style.STRONG) <= room.width:
        page.text(words, room, Style.STRONG, colour)
    elif page.type.width(plan.words, Style.BODY) <= room.width:
        page.text(plan.words, room, colour=page.palette.soft)
    if not lines:
        return head.bottom
    below.height = lines * page.line()
    page.paragraph(words, below, Style.STRONG, colour)
    return below.bottom


def _colour(page: Page, view: SeatView) -> Colour:
    """Return the colour of an obligation: a warning while it is owed."""
    tiers = view.plan.tiers if view.plan else ()
    owed = any(tier.mine and tier.state == "open" and view.actor_name not in tier.met_by for tier in tiers)
    return page.palette.warning if owed else page.palette.ink

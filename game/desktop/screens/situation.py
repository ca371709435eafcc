"""The left side of the main screen: the clock above, and below it the aspect of the crisis that is chosen."""

from typing import TYPE_CHECKING

import pygame

from game.desktop.drawing.columns import GLIDE
from game.desktop.drawing.faces import draw_faces, faces_height
from game.desktop.drawing.kept import Kept
from game.desktop.drawing.ladders import draw_ladders, least_height, least_width
from game.desktop.page import Page
from game.desktop.screens.aspects import available, draw_aspect, draw_tabs
from game.desktop.screens.briefing import aim_blocks, case_blocks
from game.desktop.screens.clock import clock_height, draw_clock
from game.desktop.screens.panels import draw_little_map, draw_panels, least_panels
from game.desktop.screens.reveal import QUIET
from game.desktop.theme import Style
from game.desktop.widgets.scrolls import scroll
from game.language import _
from game.view.considered import ConsideredView, considered

if TYPE_CHECKING:
    from game.desktop.screens.crisis import Crisis

AIRY = 42
"""The most that one rung takes, in pixels at 1280 x 720: a short ladder leaves the rest to the panels."""

READABLE = 720
"""The widest that a text is set, in pixels at 1280 x 720."""

BESIDE, LITTLE = 37, 270
"""The most of the width that a map beside the ladders takes, in per cent, and the least, in pixels."""


def draw_situation(page: Page, left: pygame.Rect, crisis: "Crisis") -> None:
    """Draw the left side."""
    top = left.y
    height = clock_height(page, left.width, crisis)
    if height:
        strip = pygame.Rect(left.x, top, left.width, height)
        draw_clock(page, strip, crisis)
        top = strip.bottom + page.gap
    below = pygame.Rect(left.x, top, left.width, left.bottom - top)
    if crisis.aspect != "situation" and crisis.aspect in available(crisis):
        draw_aspect(page, below, crisis)
    elif crisis.play.view.rungs:
        _ladders(page, below, crisis)
    else:
        _without_ladder(page, below, crisis)


def thought_about(crisis: "Crisis") -> ConsideredView | None:
    """Return what would follow from the move that is looked at, along with those already chosen."""
    return considered(crisis.play.view, crisis.looked_at, crisis.draft.moves)


def _ladders(page: Page, rect: pygame.Rect, crisis: "Crisis") -> None:
    """The ladders take the room that they can use; what is left below them shows what else is known."""
    view, gap = crisis.play.view, page.gap
    around = page.line(Style.HEADING) + page.px(12) + 3 * gap
    least = around + least_height(page, len(view.rungs))
    airy = least + len(view.rungs) * max(0, page.px(AIRY) - page.line())
    spare = rect.height - gap - least_panels(page)
    height = min(rect.height, max(least, min(airy, spare)))
    if rect.height - height - gap < page.px(96):
        height = rect.height
    ladders = pygame.Rect(rect.x, rect.y, rect.width, height)
    inner = _headed(page, ladders, crisis, _("Ladders"))
    if beside := map_width(page, inner.width, crisis):
        room = pygame.Rect(inner.right - beside, inner.y, beside, inner.height)
        draw_little_map(page, room, crisis)
        inner = pygame.Rect(inner.x, inner.y, inner.width - beside - 2 * gap, inner.height)
    thought = thought_about(crisis)

    def paint() -> None:
        badges = crisis.badges(page)
        draw_ladders(page, inner, view.rungs, view.ladders, badges, thought, crisis.open_actor, view.limits)

    moving = page.motion.progress("ladders", GLIDE) < 1.0
    crisis.part(Kept).draw(page, "ladders", inner, (view, (thought, moving)), paint)
    if height < rect.height:
        top = ladders.bottom + gap
        draw_panels(page, pygame.Rect(rect.x, top, rect.width, rect.bottom - top), crisis)


def map_width(page: Page, width: int, crisis: "Crisis") -> int:
    """Return how wide a map is that stands beside the ladders; 0 where they need the room themselves."""
    if not page.large or "map" not in available(crisis):
        return 0
    view = crisis.play.view
    spare = width - 2 * page.gap - least_width(page, view.rungs, view.ladders)
    found = min(spare, width * BESIDE // 100)
    return found if found >= page.px(LITTLE) else 0


def _headed(page: Page, rect: pygame.Rect, crisis: "Crisis", title: str) -> pygame.Rect:
    """Draw a panel under the tabs of aspects, or under its title where there is but one."""
    if len(available(crisis)) < 2:
        return page.panel(rect, title)
    return draw_tabs(page, rect, page.panel(rect), crisis)


def _without_ladder(page: Page, rect: pygame.Rect, crisis: "Crisis") -> None:
    """A textbook game has no ladder: who faces whom, and the case, stand there instead."""
    view = crisis.play.view
    told = any(line.kind not in QUIET for line in view.log) or bool(view.tracks)
    height = rect.height - page.gap - least_panels(page, 5) if told else rect.height
    upper = pygame.Rect(rect.x, rect.y, rect.width, height)
    inner = _headed(page, upper, crisis, _("The situation"))
    blocks = case_blocks(page, view)
    if view.briefing.aims:
        blocks += aim_blocks(page, view)
    margin = max(0, (inner.width - page.px(READABLE)) // 2)
    width = inner.width - 2 * margin
    wanted = sum(page.measure(block.text, width, block.style) + page.line() // 2 for block in blocks)
    spare = inner.height - faces_height(page) - 3 * page.gap - wanted
    faces = pygame.Rect(inner.x, inner.y + max(0, spare // 3), inner.width, inner.height)
    top = draw_faces(page, faces, view, crisis.badges(page)) + 3 * page.gap
    text = pygame.Rect(inner.x + margin, top, width, inner.bottom - top)
    scroll(page, "situation", text, blocks)
    if told:
        lower = pygame.Rect(
            rect.x, upper.bottom + page.gap, rect.width, rect.bottom - upper.bottom - page.gap
        )
        draw_panels(page, lower, crisis)

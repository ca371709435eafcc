"""What is known, below the ladders: one panel with tabs, or three side by side where there is room."""

from functools import partial
from typing import TYPE_CHECKING

import pygame

from game.desktop.drawing.beliefs import draw_beliefs
from game.desktop.drawing.tables import draw_evidence, draw_places, draw_promises, draw_tracks
from game.desktop.page import Page
from game.desktop.screens.reveal import QUIET
from game.desktop.theme import Style
from game.desktop.widgets.buttons import button
from game.desktop.widgets.choices import Pick, tabs
from game.desktop.widgets.scrolls import Block, leads, scroll

if TYPE_CHECKING:
    from game.desktop.screens.crisis import Crisis

NAMES = {
    "log": "Log",
    "beliefs": "Beliefs",
    "evidence": "Evidence",
    "tracks": "Tracks",
    "places": "Places",
    "promises": "Promises",
}


def available(crisis: "Crisis") -> list[str]:
    """Return which panels this game has anything for."""
    view = crisis.play.view
    has = {
        "log": True,
        "beliefs": bool(view.beliefs),
        "evidence": bool(view.evidence or view.claims),
        "tracks": bool(view.tracks),
        "places": bool(view.regions),
        "promises": bool(view.commitments or view.credibility),
    }
    return [name for name in NAMES if has[name]]


def draw_panels(page: Page, rect: pygame.Rect, crisis: "Crisis") -> None:
    """Draw what is known."""
    names = available(crisis)
    if not page.large:
        _tabbed(page, rect, crisis, names)
        return
    fixed = [name for name in ("beliefs", "log") if name in names]
    if "places" in names:
        names.remove("places")  # they stand in the room of the map
    tabbed = [name for name in names if name not in fixed]
    columns = len(fixed) + bool(tabbed)
    room = rect.width - (columns - 1) * page.gap
    left = rect.x
    for name in fixed:
        width = room * (38 if name == "beliefs" else 31) // 100 if columns == 3 else room // columns
        inner = page.panel(pygame.Rect(left, rect.y, width, rect.height), NAMES[name])
        _draw(page, inner, crisis, name)
        left += width + page.gap
    if tabbed:
        _tabbed(page, pygame.Rect(left, rect.y, rect.right - left, rect.height), crisis, tabbed)


def _tabbed(page: Page, rect: pygame.Rect, crisis: "Crisis", names: list[str]) -> None:
    chosen = crisis.panel if crisis.panel in names else names[0]
    inner = page.panel(rect)
    head = pygame.Rect(inner.x, inner.y - page.px(2), inner.width, page.px(28))
    tabs(page, "panels", head, [Pick(name, NAMES[name]) for name in names], chosen, crisis.show_panel)
    top = head.bottom + page.gap
    _draw(page, pygame.Rect(inner.x, top, inner.width, inner.bottom - top), crisis, chosen)


def _draw(page: Page, rect: pygame.Rect, crisis: "Crisis", name: str) -> None:
    view = crisis.play.view
    if name == "log":
        draw_log(page, rect, crisis)
    elif name == "beliefs":
        _beliefs(page, rect, crisis)
    elif name == "evidence":
        draw_evidence(page, rect, view)
    elif name == "tracks":
        draw_tracks(page, rect, view.tracks)
    elif name == "places":
        draw_places(page, rect, view.regions)
    else:
        draw_promises(page, rect, view)


def draw_log(page: Page, rect: pygame.Rect, crisis: "Crisis") -> None:
    """Draw the log: what is new in bold type, one's own acts marked."""
    view, palette = crisis.play.view, page.palette
    blocks: list[Block] = []
    for line in view.log:
        if line.kind in QUIET:
            continue
        if line.new and not any(block.flush for block in blocks):
            blocks.append(Block("Since your last orders", Style.STRONG, flush=True, space=True))
        words = f"▸ {line.text}" if line.mine else line.text
        blocks.append(Block(words, colour=palette.ink if line.new else palette.soft, lead=f"{line.hour}"))
    empty = [Block("Nothing has happened yet.", colour=palette.soft)]
    scroll(page, "log", rect, blocks or empty, margin=leads(page, blocks, 34), from_end=True)


def _beliefs(page: Page, rect: pygame.Rect, crisis: "Crisis") -> None:
    beliefs = crisis.play.view.beliefs
    count = len(beliefs)
    plan, number = crisis.play.view.plan, crisis.incident
    if number is None:
        about = plan.incident if plan else ""
        number = next((place for place, one in enumerate(beliefs) if one.incident == about), 0)
    number = min(number, count - 1)

    def turn(step: int) -> None:
        crisis.incident = (number + step) % count

    def head(title: pygame.Rect) -> None:
        width = page.px(28)
        for name, sign, step, left in (
            ("incident.previous", "‹", -1, title.x),
            ("incident.next", "›", 1, title.right - width),
        ):
            place = pygame.Rect(left, title.y, width, title.height)
            button(page, name, place, sign, partial(turn, step), look="quiet", hint="Another incident")
        words = f"{beliefs[number].incident_name} ({number + 1} of {count})"
        page.text(words, title.inflate(-2 * (width + page.gap), 0), Style.STRONG)

    draw_beliefs(page, rect, beliefs[number], head if count > 1 else None)

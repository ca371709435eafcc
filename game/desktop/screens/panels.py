"""What else is known, below the ladders: one panel with tabs, or a map and panels where there is room."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import pygame

from game.desktop.drawing.beliefs import draw_beliefs
from game.desktop.drawing.bullets import draw_tracks
from game.desktop.drawing.kept import Kept
from game.desktop.drawing.map import draw_map
from game.desktop.drawing.tables import draw_evidence, draw_places, draw_promises
from game.desktop.page import Page
from game.desktop.screens import aspects
from game.desktop.screens.reveal import QUIET
from game.desktop.theme import Style
from game.desktop.widgets.buttons import button
from game.desktop.widgets.choices import Pick, tabs
from game.desktop.widgets.scrolls import Block, leads, scroll
from game.language import N_, _, say

if TYPE_CHECKING:
    from game.desktop.screens.crisis import Crisis

NAMES = {
    "beliefs": N_("Beliefs"),
    "tracks": N_("Tracks"),
    "promises": N_("Promises"),
    "places": N_("Places"),
    "evidence": N_("Evidence"),
    "log": N_("Latest"),
}
ICONS = {
    "beliefs": "scale",
    "tracks": "gauge",
    "promises": "handshake",
    "places": "milestone",
    "evidence": "search",
    "log": "history",
}
KEYS = {"beliefs": "B", "tracks": "T", "promises": "V", "places": "P", "evidence": "E", "log": "L"}

SHARES = (36, 36)
"""The shares of the width that the first two of three panels side by side take, in per cent."""


def available(crisis: "Crisis") -> list[str]:
    """Return which panels this game has anything for."""
    view = crisis.play.view
    has = {
        "beliefs": bool(view.beliefs),
        "tracks": bool(view.tracks),
        "promises": bool(view.commitments or view.credibility),
        "places": bool(view.regions),
        "evidence": bool(view.evidence or view.claims),
        "log": True,
    }
    if "intelligence" in aspects.available(crisis):
        has["evidence"] = False  # it has a tab of its own
    return [name for name in NAMES if has[name]]


def least_panels(page: Page, most: int = 8) -> int:
    """Return the height that the panels want, at least, for so many rows at most."""
    rows = min(most, 8 if page.large else 4)
    return page.px(30) + 3 * page.gap + rows * (page.line() + page.px(7))


def draw_panels(page: Page, rect: pygame.Rect, crisis: "Crisis") -> None:
    """Draw what is known."""
    names = available(crisis)
    if not page.large:
        _tabbed(page, rect, crisis, names)
        return
    fixed = "beliefs" if "beliefs" in names else "tracks" if "tracks" in names else ""
    rest = [name for name in names if name not in (fixed, "log")]
    if not fixed or not rest:
        _tabbed(page, rect, crisis, names)
        return
    first, second = (rect.width * share // 100 for share in SHARES)
    lefts = rect.x, rect.x + first, rect.x + first + second
    columns = [
        pygame.Rect(x, rect.y, end - x, rect.height)
        for x, end in zip(lefts, (lefts[1] - page.gap, lefts[2] - page.gap, rect.right), strict=True)
    ]
    _draw(page, page.panel(columns[0], _(NAMES[fixed])), crisis, fixed)
    _tabbed(page, columns[1], crisis, rest)
    _draw(page, page.panel(columns[2], _(NAMES["log"])), crisis, "log")


def draw_little_map(page: Page, rect: pygame.Rect, crisis: "Crisis") -> None:
    """Draw the map as it stands beside other things: places, who holds them, and what happened there."""
    if page.over(rect) or page.focus.startswith("place."):
        draw_map(page, rect, crisis, compact=True)
        return
    of = crisis.play.view, crisis.place
    crisis.part(Kept).draw(page, "map", rect, of, lambda: draw_map(page, rect, crisis, compact=True))


def _tabbed(page: Page, rect: pygame.Rect, crisis: "Crisis", names: list[str]) -> None:
    chosen = crisis.panel if crisis.panel in names else names[0]
    inner = page.panel(rect)
    head = pygame.Rect(inner.x, inner.y - page.px(2), inner.width, page.line() + page.px(10))
    picks = [
        Pick(
            name,
            _(NAMES[name]),
            hint=say("{name} (key {key})", name=_(NAMES[name]), key=KEYS[name]),
            icon=ICONS[name],
        )
        for name in names
    ]
    tabs(page, "panels", head, picks, chosen, crisis.show_panel)
    top = head.bottom + page.gap
    _draw(page, pygame.Rect(inner.x, top, inner.width, inner.bottom - top), crisis, chosen)


def _draw(page: Page, rect: pygame.Rect, crisis: "Crisis", name: str) -> None:
    view, badges = crisis.play.view, crisis.badges(page)
    drawn: dict[str, Callable[[], None]] = {
        "log": lambda: draw_log(page, rect, crisis),
        "beliefs": lambda: _beliefs(page, rect, crisis),
        "evidence": lambda: draw_evidence(page, rect, view),
        "tracks": lambda: draw_tracks(page, rect, view.tracks, badges),
        "places": lambda: draw_places(page, rect, view.regions, badges),
        "promises": lambda: draw_promises(page, rect, view, badges),
    }
    if page.over(rect) or page.has_focus(name):
        drawn[name]()  # buttons and bars light up under the pointer
        return
    extra = (crisis.incident, page.memory.get(f"{name}.offset", -1))
    crisis.part(Kept).draw(page, f"panel.{name}", rect, (view, extra), drawn[name])


def draw_log(page: Page, rect: pygame.Rect, crisis: "Crisis") -> None:
    """Draw the log: what is new in ink, one's own acts in strong type."""
    view, palette = crisis.play.view, page.palette
    blocks: list[Block] = []
    for line in view.log:
        if line.kind in QUIET:
            continue
        if line.new and not any(block.flush for block in blocks):
            blocks.append(Block(_("Since your last orders"), Style.STRONG, flush=True, space=True))
        style = Style.STRONG if line.mine else Style.BODY
        blocks.append(Block(line.text, style, palette.ink if line.new else palette.soft, f"{line.hour}"))
    empty = [Block(_("Nothing has happened yet."), colour=palette.soft)]
    scroll(page, "log", rect, blocks or empty, margin=leads(page, blocks, 34), from_end=True)


def _beliefs(page: Page, rect: pygame.Rect, crisis: "Crisis") -> None:
    beliefs = crisis.play.view.beliefs
    many = len(beliefs)
    plan, number = crisis.play.view.plan, crisis.incident
    if number is None:
        about = plan.incident if plan else ""
        number = next((place for place, one in enumerate(beliefs) if one.incident == about), 0)
    number = min(number, many - 1)

    def turn(step: int) -> None:
        crisis.incident = (number + step) % many

    def head(title: pygame.Rect) -> None:
        width = page.icon_width() + page.gap
        for name, icon, step, left in (
            ("incident.previous", "chevron-left", -1, title.x),
            ("incident.next", "chevron-right", 1, title.right - width),
        ):
            place = pygame.Rect(left, title.y, width, title.height)
            hint = _("Another incident")
            button(page, name, place, "", partial(turn, step), look="quiet", hint=hint, icon=icon)
        place = title.inflate(-2 * (width + page.gap), 0)
        name = beliefs[number].incident_name
        words = say("{incident} ({number} of {all})", incident=name, number=number + 1, all=many)
        fits = page.type.width(words, Style.STRONG) <= place.width
        page.text(words if fits else name, place, Style.STRONG)

    draw_beliefs(page, rect, beliefs[number], head if many > 1 else None)

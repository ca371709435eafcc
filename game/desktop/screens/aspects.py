"""The tabs of the left side: eight aspects of the crisis, of which a game has those it has anything for."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pygame

from game.desktop.page import Page
from game.desktop.screens.assumptions import draw_assumptions
from game.desktop.screens.deterrence import draw_deterrence
from game.desktop.screens.intelligence import draw_intelligence
from game.desktop.screens.members import draw_members
from game.desktop.screens.record import draw_record
from game.desktop.screens.table import draw_talks
from game.desktop.screens.theatre import draw_theatre
from game.desktop.theme import Style
from game.desktop.widgets.choices import Pick, tab_widths, tabs
from game.language import N_, _, say, sense

if TYPE_CHECKING:
    from game.desktop.screens.crisis import Crisis

DRAWN: "dict[str, Callable[[Page, pygame.Rect, Crisis], None]]" = {
    "map": draw_theatre,
    "deterrence": draw_deterrence,
    "talks": draw_talks,
    "members": draw_members,
    "intelligence": draw_intelligence,
    "log": draw_record,
    "assumptions": draw_assumptions,
}
"""What draws each aspect; the situation draws itself over the whole side."""

NAMES = {
    "situation": N_("Situation"),
    "map": N_("Map"),
    "deterrence": N_("Deterrence"),
    "talks": N_("Talks"),
    "members": N_("Coalition"),
    "intelligence": N_("Intelligence"),
    "log": N_("Log"),
    "assumptions": N_("Assumptions"),
}

ICONS = {
    "situation": "trending-up",
    "map": "map",
    "deterrence": "shield-alert",
    "talks": "handshake",
    "members": "users",
    "intelligence": "fingerprint",
    "log": "scroll-text",
    "assumptions": "sliders-horizontal",
}


def available(crisis: "Crisis") -> list[str]:
    """Return which aspects this game has anything for."""
    view = crisis.play.view
    has = {
        "situation": True,
        "map": view.map.worth_drawing,
        "deterrence": bool(view.ledger.acts or view.ledger.promises),
        "talks": bool(view.tables),
        "members": bool(view.coalitions or view.arsenals or view.steps),
        "intelligence": bool(view.beliefs or view.evidence or view.claims),
        "log": True,
        "assumptions": bool(view.assumptions),
    }
    return [name for name, something in has.items() if something]


def name_of(crisis: "Crisis", aspect: str) -> str:
    """Return what an aspect's tab is called."""
    view = crisis.play.view
    if aspect == "members" and not view.coalitions:
        return sense("tab", "Arms") if view.arsenals else sense("tab", "Steps")
    return _(NAMES[aspect])


def waiting(crisis: "Crisis", aspect: str) -> str:
    """Return in words what waits behind a tab; empty for nothing."""
    view = crisis.play.view
    if aspect == "talks" and any(
        table.offer is not None and table.offer.can_reply and table.id not in crisis.draft.talks.replies
        for table in view.tables
    ):
        return _("an offer waits for your answer")
    if aspect == "intelligence" and any(item.new for item in view.evidence):
        return _("new evidence")
    if aspect == "members" and any(step.mine_to_answer for step in view.steps):
        return _("a step invites your answer")
    if aspect == "members" and any(one.changed for group in view.coalitions for one in group.members):
        return _("a member has changed its mind")
    if aspect == "assumptions" and any(one.overridden for one in view.assumptions):
        return _("some numbers were changed during the game")
    return ""


def _picks(crisis: "Crisis") -> list[Pick]:
    picks = []
    for number, aspect in enumerate(available(crisis), 1):
        name, news = name_of(crisis, aspect), waiting(crisis, aspect)
        hint = say("{name} (key {number})", name=name, number=number)
        if news:
            hint = say("{name} (key {number}): {news}", name=name, number=number, news=news)
        picks.append(Pick(aspect, name, hint=hint, icon=ICONS[aspect], badge=bool(news)))
    return picks


def tabs_width(page: Page, crisis: "Crisis", room: int | None = None) -> int:
    """Return the width that the tabs take of a room, by default as much as their words and icons want."""
    picks = _picks(crisis)
    chosen = crisis.aspect if crisis.aspect in {pick.id for pick in picks} else "situation"
    wanted = sum(tab_widths(page, picks, chosen, page.area.width))
    return wanted if room is None or wanted <= room else min(room, sum(tab_widths(page, picks, chosen, room)))


def draw_tabs(page: Page, rect: pygame.Rect, inner: pygame.Rect, crisis: "Crisis") -> pygame.Rect:
    """Draw the tabs at the head of a panel and return the room below them."""
    picks = _picks(crisis)
    names = [pick.id for pick in picks]
    height = page.line(Style.HEADING) + page.px(8)
    place = pygame.Rect(inner.x, rect.y + page.px(4), tabs_width(page, crisis, inner.width), height)
    chosen = crisis.aspect if crisis.aspect in names else "situation"
    tabs(page, "aspects", place, picks, chosen, crisis.show_aspect)
    top = place.bottom + page.gap
    return pygame.Rect(inner.x, top, inner.width, inner.bottom - top)


def draw_aspect(page: Page, rect: pygame.Rect, crisis: "Crisis") -> None:
    """Draw the aspect that is chosen, which is not the situation."""
    room = draw_tabs(page, rect, page.panel(rect), crisis)
    DRAWN[crisis.aspect](page, room, crisis)

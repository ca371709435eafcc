"""The tabs of the left side: the situation, and what else a game has: a map, deterrence, talks, members."""

from typing import TYPE_CHECKING

import pygame

from game.desktop.page import Page
from game.desktop.screens.deterrence import draw_deterrence
from game.desktop.screens.members import draw_members
from game.desktop.screens.table import draw_talks
from game.desktop.screens.theatre import draw_theatre
from game.desktop.theme import Style
from game.desktop.widgets.choices import Pick, tabs

if TYPE_CHECKING:
    from game.desktop.screens.crisis import Crisis


def available(crisis: "Crisis") -> list[str]:
    """Return which aspects this game has anything for."""
    view = crisis.play.view
    has = {
        "situation": True,
        "map": view.map.worth_drawing,
        "deterrence": bool(view.ledger.acts or view.ledger.promises),
        "talks": bool(view.tables),
        "members": bool(view.coalitions or view.arsenals or view.steps),
    }
    return [name for name, something in has.items() if something]


def name_of(crisis: "Crisis", aspect: str) -> str:
    """Return what an aspect's tab is called; a dot says that an offer waits for an answer."""
    view = crisis.play.view
    if aspect == "members":
        return "Coalition" if view.coalitions else "Arms" if view.arsenals else "Steps"
    waits = any(table.offer is not None and table.offer.can_reply for table in view.tables)
    if aspect == "talks" and waits:
        return "Talks •"
    return {"situation": "Situation", "map": "Map", "deterrence": "Deterrence", "talks": "Talks"}[aspect]


def tabs_width(page: Page, crisis: "Crisis") -> int:
    """Return the room that the tabs take."""
    names = [name_of(crisis, aspect) for aspect in available(crisis)]
    return sum(page.type.width(name, Style.STRONG) + page.px(20) for name in names)


def draw_tabs(page: Page, rect: pygame.Rect, inner: pygame.Rect, crisis: "Crisis") -> pygame.Rect:
    """Draw the tabs at the head of a panel and return the room below them."""
    names = available(crisis)
    height = page.line(Style.HEADING) + page.px(6)
    place = pygame.Rect(inner.x, rect.y + page.px(4), tabs_width(page, crisis), height)
    picks = [Pick(name, name_of(crisis, name)) for name in names]
    chosen = crisis.aspect if crisis.aspect in names else "situation"
    tabs(page, "aspects", place, picks, chosen, crisis.show_aspect)
    top = inner.y + page.line(Style.HEADING) + page.gap
    return pygame.Rect(inner.x, top, inner.width, inner.bottom - top)


def draw_aspect(page: Page, rect: pygame.Rect, crisis: "Crisis") -> None:
    """Draw the aspect that is chosen, which is not the situation."""
    room = draw_tabs(page, rect, page.panel(rect), crisis)
    {"map": draw_theatre, "deterrence": draw_deterrence, "talks": draw_talks, "members": draw_members}[
        crisis.aspect
    ](page, room, crisis)

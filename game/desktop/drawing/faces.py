"""Who faces whom: a large card for everybody, for games that have nothing else to draw."""

from collections.abc import Mapping

import pygame

from game.desktop.drawing.marks import Badge, draw_mark
from game.desktop.page import Page
from game.desktop.theme import Style, mix
from game.language import _
from game.view.seat import ActorView, SeatView

CARD = 260
"""The width of a card, in pixels at 1280 x 720, where there is room."""


def faces_height(page: Page) -> int:
    """Return the height that the cards take, with the room above them."""
    return 7 * page.gap + page.px(72) + page.line(Style.TITLE) + page.line()


def draw_faces(page: Page, rect: pygame.Rect, view: SeatView, badges: Mapping[str, Badge]) -> int:
    """Draw a card for each actor, this seat's first, with an arrow between; return the y below."""
    actors = sorted(view.actors, key=lambda actor: actor.id != view.actor)
    if not actors:
        return rect.y
    between = page.px(56)
    room = (rect.width - (len(actors) - 1) * between) // len(actors)
    width = min(page.px(CARD), room)
    height = faces_height(page) - 2 * page.gap
    left = rect.x + (rect.width - len(actors) * width - (len(actors) - 1) * between) // 2
    top = rect.y + 2 * page.gap
    for number, actor in enumerate(actors):
        box = pygame.Rect(left + number * (width + between), top, width, height)
        _card(page, box, view, actor, badges.get(actor.id))
        if number:
            gap = pygame.Rect(box.x - between, box.y, between, box.height)
            page.icon("arrow-left-right", gap, page.palette.soft, 28)
    return top + height


def _card(page: Page, box: pygame.Rect, view: SeatView, actor: ActorView, badge: Badge | None) -> None:
    palette = page.palette
    mine = actor.id == view.actor
    colour = badge.colour if badge else palette.soft
    page.fill(box, mix(palette.panel, colour, 0.14 if mine else 0.05), 8)
    page.outline(box, colour if mine else palette.line, 8, page.px(2) if mine else 1)
    y = box.y + 2 * page.gap
    if badge is not None:
        draw_mark(page, badge.mark, (box.centerx, y + page.px(36)), page.px(26), badge.colour)
    y += page.px(72) + page.gap
    inside = box.inflate(-2 * page.gap, 0)
    name = actor.name
    if page.type.width(name, Style.TITLE) > inside.width:
        name = actor.short
    page.text(
        name, pygame.Rect(inside.x, y, inside.width, page.line(Style.TITLE)), Style.TITLE, align="centre"
    )
    y += page.line(Style.TITLE)
    words = _("You") if mine else _does(view)
    line = pygame.Rect(inside.x, y, inside.width, page.line())
    if page.type.width(words, Style.BODY) > line.width:
        return
    page.text(words, line, Style.STRONG if mine else Style.BODY, palette.soft, "centre")


def _does(view: SeatView) -> str:
    """Say how the others choose."""
    return _("Chooses in secret, as you do") if view.limit.simultaneous else _("Moves in turn")

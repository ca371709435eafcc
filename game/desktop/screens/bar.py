"""The bar at the top of the main screen: what is played, who one is, when it is."""

from typing import TYPE_CHECKING

import pygame

from game.desktop.drawing.marks import draw_mark
from game.desktop.page import Page
from game.desktop.theme import Style
from game.desktop.widgets.buttons import button, button_width

if TYPE_CHECKING:
    from game.desktop.screens.crisis import Crisis


def draw_bar(page: Page, bar: pygame.Rect, crisis: "Crisis") -> None:
    """Draw the bar."""
    view, palette, gap = crisis.play.view, page.palette, page.gap
    page.fill(bar, palette.panel)
    page.stroke((0, bar.bottom - 1), (bar.right, bar.bottom - 1), palette.faint)
    right = bar.right - gap
    for name, label, press in (
        ("menu", "Menu", crisis.to_menu),
        ("help", "Keys F1", crisis.ask_help),
        ("back", "Go back F3", lambda: crisis.open("back")),
        ("briefing", "Briefing F2", lambda: crisis.open("briefing")),
    ):
        width = button_width(page, label, Style.BODY)
        place = pygame.Rect(right - width, bar.y + page.px(8), width, bar.height - page.px(16))
        enabled = name != "back" or view.turn > 1
        button(
            page,
            name,
            place,
            label,
            press,
            look="quiet",
            enabled=enabled,
            hint="" if enabled else "This is the first turn.",
        )
        right = place.x - gap
    room = right - 2 * gap
    first = pygame.Rect(2 * gap, bar.y + page.px(6), room * 50 // 100, page.line(Style.HEADING))
    page.text(view.title, first, Style.HEADING)
    page.text(
        crisis.play.setting,
        pygame.Rect(first.x, first.bottom, first.width, page.line()),
        colour=palette.soft,
    )
    second = pygame.Rect(first.right + 2 * gap, first.y, right - first.right - 3 * gap, first.height)
    badge = crisis.badges(page)[view.actor]
    draw_mark(page, badge.mark, (second.x + page.px(6), second.centery), page.px(6), badge.colour)
    page.text(
        f"You are {view.actor_name}", second.move(page.px(20), 0).inflate(-page.px(20), 0), Style.HEADING
    )
    page.text(
        _when(crisis), pygame.Rect(second.x, second.bottom, second.width, page.line()), colour=palette.soft
    )


def _when(crisis: "Crisis") -> str:
    view = crisis.play.view
    end = f"hour {view.hour} of {view.horizon}"
    return f"Turn {view.turn} · {end}{', then a hidden end' if view.hidden_end else ''}"

"""The bar at the top of the main screen: who one is, when it is, what is played, and ways elsewhere."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pygame

from game.desktop.drawing.axis import DAY, in_days
from game.desktop.drawing.marks import draw_mark
from game.desktop.page import Page
from game.desktop.theme import Style, mix
from game.desktop.widgets.buttons import button, button_width
from game.language import N_, _, count, say
from game.view.seat import SeatView

if TYPE_CHECKING:
    from game.desktop.screens.crisis import Crisis

BUTTONS = (
    ("briefing", "book-open", N_("Briefing"), "F2"),
    ("back", "git-branch", N_("Turns and lines"), "F3"),
    ("settings", "settings", N_("Settings"), "F10"),
    ("help", "circle-help", N_("Help and keys"), "F1"),
    ("menu", "log-out", N_("Menu"), ""),
)
"""The buttons at the right: their names, icons, words and keys."""


def draw_bar(page: Page, bar: pygame.Rect, crisis: "Crisis") -> None:
    """Draw the bar."""
    page.fill(bar, page.palette.panel)
    page.stroke((0, bar.bottom - 1), (bar.right, bar.bottom - 1), page.palette.faint)
    right = _buttons(page, bar, crisis)
    who = _who(page, bar, crisis)
    when = _when(page, pygame.Rect(who + 3 * page.gap, bar.y, right - who - 4 * page.gap, bar.height), crisis)
    room = pygame.Rect(when + 3 * page.gap, bar.y, right - when - 5 * page.gap, bar.height)
    _setting(page, room, crisis)


# --- who --------------------------------------------------------------------------------------------------


def _who(page: Page, bar: pygame.Rect, crisis: "Crisis") -> int:
    """The seat's mark and name, as large as the bar allows; return where it ends."""
    view = crisis.play.view
    badge = crisis.badges(page)[view.actor]
    tile = pygame.Rect(page.gap, bar.y + page.px(6), bar.height - page.px(12), bar.height - page.px(12))
    page.fill(tile, mix(page.palette.panel, badge.colour, 0.25), 6)
    page.outline(tile, badge.colour, 6, page.px(2))
    draw_mark(page, badge.mark, tile.center, page.px(11), badge.colour)
    left = tile.right + page.px(10)
    words = _you(crisis, view.actor_name)
    width = min(page.type.width(words, Style.TITLE), bar.width * 30 // 100)
    if page.type.width(words, Style.TITLE) > width:
        short = next((actor.short for actor in view.actors if actor.id == view.actor), view.actor_name)
        words = _you(crisis, short)
    box = pygame.Rect(left, bar.y, width, bar.height)
    return page.text(words, box, Style.TITLE).right


def _you(crisis: "Crisis", name: str) -> str:
    """Say who one is; who only looks on is nobody."""
    if crisis.name == "watch":
        return say("As {name} sees it", name=name)
    return say("You are {name}", name=name)


# --- when -------------------------------------------------------------------------------------------------


def _when(page: Page, room: pygame.Rect, crisis: "Crisis") -> int:
    """The turn and its hours over a thin bar of how much is gone; return where it ends."""
    view = crisis.play.view
    turn = turn_words(view)
    hours = hour_words(view)
    rule = room.x - page.px(12)
    page.stroke((rule, room.y + page.px(10)), (rule, room.bottom - page.px(10)), page.palette.faint)
    widths = page.type.width(turn, Style.HEADING), page.type.width(hours, Style.BODY)
    width = min(max(widths), room.width)
    above, below = page.line(Style.HEADING), page.line()
    top = room.y + (room.height - above - below - page.px(5)) // 2
    page.text(turn, pygame.Rect(room.x, top, width, above), Style.HEADING)
    page.text(hours, pygame.Rect(room.x, top + above, width, below), colour=page.palette.soft)
    track = pygame.Rect(room.x, top + above + below + page.px(1), width, max(3, page.px(4)))
    page.fill(track, page.palette.faint, 2)
    share = min(1.0, view.hour / view.horizon) if view.horizon else 0.0
    page.fill(pygame.Rect(track.x, track.y, round(track.width * share), track.height), page.palette.accent, 2)
    return room.x + width


def turn_words(view: SeatView) -> str:
    """Say which turn it is."""
    if view.hidden_end:
        return say("Turn {turn}", turn=view.turn)
    return say("Turn {turn} of {last}", turn=view.turn, last=view.of)


def hour_words(view: SeatView) -> str:
    """Say which hours the turn spans, and when the game ends."""
    parts = {"start": view.hour, "end": view.hour + view.hours_per_turn, "last": view.horizon}
    if in_days(view):
        parts = {name: hour // DAY for name, hour in parts.items()}
        if view.hidden_end:
            return say("Day {start} to {end} of {last}, then a hidden end", **parts)
        return say("Day {start} to {end} of {last}", **parts)
    if view.hidden_end:
        return say("Hour {start} to {end} of {last}, then a hidden end", **parts)
    return say("Hour {start} to {end} of {last}", **parts)


# --- what is played ---------------------------------------------------------------------------------------


def _setting(page: Page, room: pygame.Rect, crisis: "Crisis") -> None:
    """The scenario and how it is played; what of the assumptions was changed is marked."""
    view = crisis.play.view
    if room.width < page.px(90):
        return
    changed = sum(1 for one in view.assumptions if one.overridden)
    above, below = page.line(Style.HEADING), page.line()
    lines = above + below if changed or crisis.play.setting else above
    top = room.y + (room.height - lines) // 2
    title = pygame.Rect(room.x, top, room.width, above)
    if page.type.width(view.title, Style.HEADING) <= title.width:
        page.text(view.title, title, Style.HEADING, page.palette.soft)
    else:
        page.text(view.title, title, Style.BODY, page.palette.soft)
    under = pygame.Rect(room.x, top + above, room.width, below)
    if changed:
        words = count(changed, "{number} assumption changed", "{number} assumptions changed")
        size = page.icon_width(15)
        page.icon("sliders-horizontal", pygame.Rect(under.x, under.y, size, below), page.palette.warning, 15)
        under = pygame.Rect(under.x + size + page.px(5), under.y, under.width - size - page.px(5), below)
        page.text(words, under, Style.STRONG, page.palette.warning)
        return
    page.text(crisis.play.setting, under, colour=page.palette.soft)


# --- where to ---------------------------------------------------------------------------------------------


def _buttons(page: Page, bar: pygame.Rect, crisis: "Crisis") -> int:
    """Icons with their words where there is room for them; return where they begin."""
    presses = _presses(crisis)
    turns = crisis.play.lines().longest
    wide = page.large
    right = bar.right - page.gap
    for name, icon, label, key in reversed(BUTTONS):
        words = _(label) if wide else ""
        least = page.px(40)
        width = max(least, button_width(page, words, Style.BODY, icon) - 2 * page.gap) if words else least
        place = pygame.Rect(right - width, bar.y + page.px(7), width, bar.height - page.px(14))
        enabled = name != "back" or turns > 1
        hint = say("{name} ({key})", name=_(label), key=key) if key else _(label)
        if not enabled:
            hint = _("There is nothing to go back to: this is the first turn.")
        button(page, name, place, words, presses[name], look="quiet", enabled=enabled, hint=hint, icon=icon)
        right = place.x - page.px(6)
    return right


def _presses(crisis: "Crisis") -> dict[str, Callable[[], None]]:
    """Return what each button does."""
    return {
        "briefing": lambda: crisis.open("briefing"),
        "back": lambda: crisis.open("back"),
        "settings": crisis.stage.open_settings,
        "help": crisis.ask_help,
        "menu": crisis.to_menu,
    }

"""The questions before a game, one at a time: which reading, whose numbers, which seat, who else plays."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import pygame

from game.desktop.page import Page
from game.desktop.stage import Stage
from game.desktop.start import PERSON, Choices, fresh_seed
from game.desktop.theme import Style
from game.desktop.widgets.buttons import button, button_width
from game.desktop.widgets.choices import Pick, cards, cards_height
from game.desktop.widgets.entries import number_entry
from game.desktop.widgets.lists import rows_height
from game.desktop.widgets.segments import segments
from game.language import _, say, told

if TYPE_CHECKING:
    from game.view.menu import GroupView
    from game.view.moves import ChoiceView

AS_WRITTEN = "as_written"
WATCH = "watch"
"""The choice of nobody's seat."""


def draw_step(page: Page, room: pygame.Rect, choices: Choices, step: str, stage: Stage) -> None:
    """Draw one step."""
    group = next((group for group in choices.scenario.groups if group.id == step), None)
    if group is not None:
        _group(page, room, choices, group)
    elif step == "assumptions":
        _assumptions(page, room, choices)
    elif step == "seat":
        _seat(page, room, choices)
    else:
        _others(page, room, choices, stage)


def _question(page: Page, room: pygame.Rect, question: str, note: str = "") -> pygame.Rect:
    large = page.measure(question, room.width, Style.TITLE) <= page.line(Style.TITLE)
    y = page.paragraph(question, room, Style.TITLE if large else Style.HEADING)
    if note:
        y += page.gap // 2
        y = page.paragraph(
            note, pygame.Rect(room.x, y, room.width, room.bottom - y), colour=page.palette.soft
        )
    y += 2 * page.gap
    return pygame.Rect(room.x, y, room.width, room.bottom - y)


def _cards(
    page: Page,
    name: str,
    room: pygame.Rect,
    picks: list[Pick],
    chosen: str,
    choose: Callable[[str], None],
) -> None:
    """Draw cards in as many columns as they need; where that is too little, summaries become hints."""
    for columns in (1, 2, 3):
        if cards_height(page, picks, room.width, columns) <= room.height:
            cards(page, name, room, picks, chosen, choose, columns=columns)
            return
    brief = [Pick(pick.id, pick.label, hint=pick.summary) for pick in picks]
    for columns in (1, 2, 3):
        if cards_height(page, brief, room.width, columns) <= room.height:
            break
    cards(page, name, room, brief, chosen, choose, columns=columns)


class Choose:
    """Puts a choice where it belongs."""

    def __init__(self, target: Choices, field: str) -> None:
        self.target, self.field = target, field

    def __call__(self, id: str) -> None:
        """Make the choice."""
        if self.field == "assumptions":
            self.target.assumptions = id
        elif self.field == "seat" and id == WATCH:
            self.target.seat, self.target.watch = "", True
            self.target.people.clear()
        elif self.field == "seat":
            self.target.take_seat(id)
        elif id == AS_WRITTEN:
            self.target.variants.pop(self.field, None)
        else:
            self.target.variants[self.field] = id


def _picks(views: "tuple[ChoiceView, ...]") -> list[Pick]:
    return [Pick(view.id, told(view.name), told(view.summary)) for view in views]


def _group(page: Page, room: pygame.Rect, choices: Choices, group: "GroupView") -> None:
    note = _("Both readings are defensible, so there is no default: choose one.") if group.required else ""
    room = _question(page, room, told(group.question), note if len(group.choices) == 2 else "")
    picks = _picks(group.choices)
    chosen = choices.variants.get(group.id, "")
    if not group.required:
        picks.insert(0, Pick(AS_WRITTEN, _("As written"), _("The scenario without this change.")))
        chosen = chosen or AS_WRITTEN
    _cards(page, f"step.{group.id}", room, picks, chosen, Choose(choices, group.id))


def _assumptions(page: Page, room: pygame.Rect, choices: Choices) -> None:
    note = _("Many numbers of a crisis are unknown. A set states one view of them; none is the default.")
    room = _question(page, room, _("Whose view of the world do you want to play in?"), note)
    _cards(
        page,
        "step.assumptions",
        room,
        _picks(choices.scenario.sets),
        choices.assumptions,
        Choose(choices, "assumptions"),
    )


def _seat(page: Page, room: pygame.Rect, choices: Choices) -> None:
    room = _question(page, room, _("Who are you?"))
    picks = [
        Pick(
            seat.actor,
            told(seat.name),
            f"{told(seat.role).rstrip('.')}. {told(seat.dilemma)}"
            if seat.role and seat.role != seat.name
            else told(seat.dilemma),
            icon="user-round",
        )
        for seat in choices.scenario.seats
    ]
    words = _("The computer plays every seat, and you look on.")
    picks.append(Pick(WATCH, _("Nobody: watch"), words, icon="eye"))
    chosen = WATCH if choices.watch else choices.seat
    _cards(page, "step.seat", room, picks, chosen, Choose(choices, "seat"))


def _others(page: Page, room: pygame.Rect, choices: Choices, stage: Stage) -> None:
    scenario = choices.scenario
    line = rows_height(page) + page.px(6)
    seed = pygame.Rect(room.x, room.bottom - line, room.width, line)
    note = _(
        "Two people, one window: give a seat to a person, and you take turns; the screen is covered between."
    )
    room = _question(page, room, _("Who plays the other seats?"), note)
    seats = [seat for seat in scenario.seats if seat.actor != choices.seat]
    high = page.line() + page.px(12)
    whole = high + page.line() + 3 * page.gap
    space = seed.y - 2 * page.gap - room.y
    told_of = whole + page.line() if len(seats) * (whole + page.line()) <= space else whole
    names = [told(seat.name) for seat in seats]
    height = min(told_of, space // max(1, len(seats)))
    for number, (seat, name) in enumerate(zip(seats, names, strict=True)):
        place = pygame.Rect(room.x, room.y + number * height, room.width, height - page.gap)
        _player(page, place, choices, seat.actor, name, high)
    _seed(page, seed, choices, stage)


def _player(page: Page, rect: pygame.Rect, choices: Choices, actor: str, name: str, high: int) -> None:
    """Draw who may play a seat, side by side: a person, or one of the computer players."""
    who = choices.player_of(actor)
    beside = _("Takes turns with you at this computer; the screen is covered between.")
    picks = [
        Pick(player.id, _(told(player.name)), hint=_(told(player.summary)))
        for player in choices.scenario.players
    ]
    if not choices.watch:
        picks.insert(0, Pick(PERSON, _("A person"), hint=beside, icon="users"))
    chosen = next((pick for pick in picks if pick.id == who), None)
    words = chosen.hint if chosen else ""
    style = (
        _("A person") if who == PERSON else say("Computer: {style}", style=chosen.label if chosen else who)
    )
    width = page.type.width(name, Style.STRONG)
    page.text(name, pygame.Rect(rect.x, rect.y, width + 2, page.line()), Style.STRONG)
    left = rect.x + width + 2 * page.gap
    page.text(style, pygame.Rect(left, rect.y, rect.right - left, page.line()), colour=page.palette.soft)
    bar = pygame.Rect(rect.x, rect.y + page.line() + page.gap // 2, rect.width, high)
    segments(page, f"step.players.{actor}", bar, picks, who, partial(choices.give, actor))
    if rect.bottom - bar.bottom >= page.line():
        under = pygame.Rect(rect.x, bar.bottom, rect.width, page.line())
        page.text(words, under, colour=page.palette.soft)


def _seed(page: Page, rect: pygame.Rect, choices: Choices, stage: Stage) -> None:
    label = _("Seed")
    width = page.type.width(label, Style.STRONG) + 2 * page.gap
    page.text(label, pygame.Rect(rect.x, rect.y, width, rect.height), Style.STRONG)

    def change(text: str) -> None:
        choices.seed = text
        stage.redraw()

    entry = pygame.Rect(rect.x + width, rect.y, page.px(140), rect.height)
    number_entry(page, "step.seed", entry, choices.seed, change, _("any"))
    words = _("Draw one")
    wide = button_width(page, words, Style.BODY)
    draw = pygame.Rect(entry.right + page.gap, rect.y, wide, rect.height)
    button(page, "step.draw", draw, words, lambda: change(str(fresh_seed())), look="quiet")
    rest = pygame.Rect(draw.right + 2 * page.gap, rect.y, rect.right - draw.right - 2 * page.gap, rect.height)
    hint = _("The same seed and the same orders give the same game.")
    if page.type.width(hint, Style.BODY) <= rest.width:
        page.text(hint, rest, colour=page.palette.soft)

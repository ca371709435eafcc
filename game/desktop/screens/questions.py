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
from game.desktop.widgets.lists import Row, rows, rows_height
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
    note = _("Press a seat to change who plays it. Each sees what its seat sees, and no more.")
    room = _question(page, room, _("Who plays the other seats?"), note)
    names = {player.id: player for player in scenario.players}
    items = []
    for seat in scenario.seats:
        if seat.actor == choices.seat:
            continue
        who = choices.player_of(seat.actor)
        player = names.get(who)
        if who == PERSON:
            words, under = (
                _("A person"),
                _("Takes turns with you at this computer; the screen is covered between."),
            )
        else:
            name = _(told(player.name)) if player else who
            words = say("Computer: {style}", style=name)
            under = _(told(player.summary)) if player else ""
        items.append(
            Row(
                seat.actor,
                told(seat.name),
                partial(choices.next_player, seat.actor),
                note=words,
                icon="users" if who == PERSON else "monitor",
                under=under,
                hint=under,
            )
        )
    height = 2 * page.line() + page.px(14)
    space = seed.y - 2 * page.gap - room.y
    shown = min(len(items), max(1, space // height))
    if items:
        rows(
            page,
            "step.players",
            pygame.Rect(room.x, room.y, room.width, shown * height),
            items,
            height=height,
        )
    _seed(page, seed, choices, stage)


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

"""The steps before a game: one question at a time."""

from functools import partial
from typing import TYPE_CHECKING

import pygame

from game.desktop.page import Page
from game.desktop.stage import Stage
from game.desktop.start import Choices, fresh_seed
from game.desktop.theme import Style
from game.desktop.widgets.buttons import button
from game.desktop.widgets.choices import Pick, cards, cards_height
from game.desktop.widgets.entries import number_entry
from game.desktop.widgets.lists import Row, rows, rows_height

if TYPE_CHECKING:
    from game.view.menu import GroupView
    from game.view.moves import ChoiceView

STEP_TITLES = {"assumptions": "Assumptions", "seat": "Your seat", "others": "The others"}
AS_WRITTEN = "as_written"


def steps(choices: Choices) -> list[str]:
    """Return the steps of a scenario, in order."""
    order = [group.id for group in choices.scenario.groups]
    if choices.scenario.sets:
        order.append("assumptions")
    return [*order, "seat", "others"]


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
    y = page.paragraph(question, room, Style.HEADING)
    if note:
        y = page.paragraph(
            note, pygame.Rect(room.x, y, room.width, room.bottom - y), colour=page.palette.soft
        )
    y += page.gap
    return pygame.Rect(room.x, y, room.width, room.bottom - y)


def _cards(
    page: Page, name: str, room: pygame.Rect, picks: list[Pick], chosen: str, choose: "Choose"
) -> None:
    """Draw cards in as many columns as they need; where that is too little, summaries become hints."""
    for columns in (1, 2, 3):
        if cards_height(page, picks, room.width, columns) <= room.height:
            cards(page, name, room, picks, chosen, choose, columns=columns)
            return
    brief = [Pick(pick.id, pick.label, hint=pick.summary) for pick in picks]
    cards(page, name, room, brief, chosen, choose, columns=3)


class Choose:
    """Puts a choice where it belongs."""

    def __init__(self, target: Choices, field: str) -> None:
        self.target, self.field = target, field

    def __call__(self, id: str) -> None:
        """Make the choice."""
        if self.field == "assumptions":
            self.target.assumptions = id
        elif self.field == "seat":
            self.target.seat = id
            self.target.players.pop(id, None)
        elif id == AS_WRITTEN:
            self.target.variants.pop(self.field, None)
        else:
            self.target.variants[self.field] = id


def _picks(views: "tuple[ChoiceView, ...]") -> list[Pick]:
    return [Pick(view.id, view.name, view.summary) for view in views]


def _group(page: Page, room: pygame.Rect, choices: Choices, group: "GroupView") -> None:
    note = "Both readings are defensible, so there is no default: choose one." if group.required else ""
    room = _question(page, room, group.question, note if len(group.choices) == 2 else "")
    picks = _picks(group.choices)
    chosen = choices.variants.get(group.id, "")
    if not group.required:
        picks.insert(0, Pick(AS_WRITTEN, "As written", "The scenario without this change."))
        chosen = chosen or AS_WRITTEN
    _cards(page, f"step.{group.id}", room, picks, chosen, Choose(choices, group.id))


def _assumptions(page: Page, room: pygame.Rect, choices: Choices) -> None:
    note = "Many numbers of a crisis are unknown. A set states one view of them; none is the default."
    room = _question(page, room, "Whose view of the world do you want to play in?", note)
    _cards(
        page,
        "step.assumptions",
        room,
        _picks(choices.scenario.sets),
        choices.assumptions,
        Choose(choices, "assumptions"),
    )


def _seat(page: Page, room: pygame.Rect, choices: Choices) -> None:
    room = _question(page, room, "Who are you?")
    picks = [
        Pick(
            seat.actor,
            seat.name,
            f"{seat.role.rstrip('.')}. {seat.dilemma}"
            if seat.role and seat.role != seat.name
            else seat.dilemma,
        )
        for seat in choices.scenario.seats
    ]
    _cards(page, "step.seat", room, picks, choices.seat, Choose(choices, "seat"))


def _others(page: Page, room: pygame.Rect, choices: Choices, stage: Stage) -> None:
    scenario, palette = choices.scenario, page.palette
    room = _question(
        page,
        room,
        "How do the computer's seats play?",
        "Press a seat to change how it plays. They see what their seat sees, and no more.",
    )
    names = {player.id: player for player in scenario.players}
    items = []
    for seat in scenario.seats:
        if seat.actor == choices.seat:
            continue
        player = names.get(choices.player_of(seat.actor))
        words = player.name if player else choices.player_of(seat.actor)
        items.append(
            Row(
                seat.actor,
                seat.name,
                partial(choices.next_player, seat.actor),
                note=f"{words}  ⟳",
                under=player.summary if player else "",
            )
        )
    height = 2 * page.line() + page.px(12)
    shown = min(len(items), max(1, (room.height - page.px(80)) // height))
    rows(page, "step.players", pygame.Rect(room.x, room.y, room.width, shown * height), items, height=height)
    y = room.y + shown * height + 2 * page.gap
    line = rows_height(page) + page.px(6)
    label = page.px(64)
    page.text("Seed", pygame.Rect(room.x, y, label, line), Style.STRONG)

    def change(text: str) -> None:
        choices.seed = text
        stage.redraw()

    number_entry(
        page, "step.seed", pygame.Rect(room.x + label, y, page.px(180), line), choices.seed, change, "any"
    )
    draw = pygame.Rect(room.x + label + page.px(188), y, page.px(96), line)
    button(page, "step.draw", draw, "Draw one", lambda: change(str(fresh_seed())), look="quiet")
    rest = pygame.Rect(draw.right + 2 * page.gap, y, room.right - draw.right - 2 * page.gap, line)
    page.text("The same seed and the same orders give the same game.", rest, colour=palette.soft)

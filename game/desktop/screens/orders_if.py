"""An order that hangs on a question: what to ask, and a move for each answer."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import pygame

from game.desktop.draft import find_move
from game.desktop.drawing.chips import chip_width, rung_chip
from game.desktop.page import Page
from game.desktop.screens.orders_moves import heading_slab, move_slab
from game.desktop.theme import Style
from game.desktop.typeset import capital
from game.desktop.widgets.lists import Row, rows, rows_height
from game.desktop.widgets.stacks import Slab, stack
from game.language import N_, _, say
from game.view.moves import MoveView

if TYPE_CHECKING:
    from game.desktop.screens.crisis import Crisis

MOST_QUESTIONS = 4
"""So many questions are seen at once."""


def question_words(crisis: "Crisis") -> str:
    """Return the contingent order in a sentence."""
    view, draft = crisis.play.view, crisis.draft
    question = next((choice.name for choice in view.contingencies if choice.id == draft.when), "")
    then, otherwise = find_move(view, draft.then), find_move(view, draft.otherwise)
    nothing = _("nothing")
    return say(
        "{question}? Yes: {then}. No: {otherwise}.",
        question=capital(question) if question else "…",
        then=then.label if then else nothing,
        otherwise=otherwise.label if otherwise else nothing,
    )


def draw_if(page: Page, room: pygame.Rect, crisis: "Crisis") -> None:
    """Draw the form in two steps: the question, then a move for each answer."""
    view, draft, gap = crisis.play.view, crisis.draft, page.gap
    height = rows_height(page)
    y = room.y
    if not page.tight:
        words = _("One order may wait for what happens this turn. It counts as one of your moves.")
        y = page.paragraph(words, room, colour=page.palette.soft) + gap
    y = _step(
        page, pygame.Rect(room.x, y, room.width, height), 1, _("Ask what will happen"), bool(draft.when)
    )
    questions = [
        Row(
            choice.id,
            say("{question}?", question=capital(choice.name)),
            partial(draft.ask, choice.id),
            selected=draft.when == choice.id,
            icon="circle-dot" if draft.when == choice.id else "circle",
            hint=capital(choice.summary),
        )
        for choice in view.contingencies
    ]
    shown = min(len(questions), MOST_QUESTIONS)
    rows(page, "if.question", pygame.Rect(room.x, y, room.width, shown * height), questions)
    y += shown * height + gap
    done = bool(draft.then or draft.otherwise)
    place = pygame.Rect(room.x, y, room.width, height)
    y = _step(page, place, 2, _("Choose a move for each answer"), done)
    y = _branches(page, pygame.Rect(room.x, y, room.width, room.bottom - y), crisis) + gap
    _branch_moves(page, pygame.Rect(room.x, y, room.width, room.bottom - y), crisis)


def _step(page: Page, rect: pygame.Rect, step: int, words: str, done: bool) -> int:
    """Draw the head of a step: its number in a circle, or a check mark; return the y below."""
    palette, size = page.palette, page.icon_width(20)
    box = pygame.Rect(rect.x, rect.y, size, rect.height)
    if done:
        page.icon("circle-check", box, palette.good, 20)
    else:
        radius = page.line() // 2
        pygame.draw.circle(page.surface, palette.pressed, box.center, radius)
        page.text(str(step), box, Style.STRONG, align="centre")
    left = box.right + page.gap
    page.text(words, pygame.Rect(left, rect.y, rect.right - left, rect.height), Style.STRONG)
    return rect.bottom


def _branches(page: Page, rect: pygame.Rect, crisis: "Crisis") -> int:
    """Draw the two answers and their moves, one of which is being chosen; return the y below."""
    view, draft = crisis.play.view, crisis.draft
    height = page.line() + page.px(10)

    def branch(id: str) -> None:
        crisis.branch = id
        crisis.stage.redraw()

    slabs = []
    for id, name, icon, template in (
        ("then", draft.then, "check", N_("If yes: {move}")),
        ("otherwise", draft.otherwise, "x", N_("If no: {move}")),
    ):
        move = find_move(view, name)
        words = say(template, move=move.label if move else _("choose below, or nothing"))
        slabs.append(_branch(crisis, id, words, icon, move, height, partial(branch, id)))
    space = page.px(4)
    place = pygame.Rect(rect.x, rect.y, rect.width, 2 * height + space)
    stack(page, "if.branch", place, slabs, space=space)
    return place.bottom


def _branch(
    crisis: "Crisis",
    id: str,
    words: str,
    icon: str,
    move: MoveView | None,
    height: int,
    press: Callable[[], None],
) -> Slab:
    chosen = crisis.branch == id

    def draw(page: Page, place: pygame.Rect, active: bool) -> None:
        palette, size = page.palette, page.icon_width(16)
        page.fill(place, palette.pressed if chosen else palette.raised, 5)
        if chosen:
            page.fill(pygame.Rect(place.x, place.y, page.px(4), place.height), palette.accent, 2)
        if active:
            page.outline(place, palette.focus, 5, 2)
        page.icon(icon, pygame.Rect(place.x + page.gap, place.y, size, place.height), size=16)
        left, right = place.x + size + 2 * page.gap, place.right - page.gap
        if move is not None and move.rung:
            chip = chip_width(page, str(move.rung))
            box = pygame.Rect(right - chip, place.y, chip, place.height)
            rung_chip(page, box, str(move.rung), crisis.play.view.rungs[move.rung].severity)
            right = box.x - page.gap
        box = pygame.Rect(left, place.y, right - left, place.height)
        style = Style.STRONG if chosen else Style.BODY
        page.text(words, box, style, None if move else palette.soft)

    return Slab(id, words, height, draw, press, selected=chosen, hint=words)


def _branch_moves(page: Page, rect: pygame.Rect, crisis: "Crisis") -> None:
    view, draft = crisis.play.view, crisis.draft
    current = draft.then if crisis.branch == "then" else draft.otherwise

    def pick(move: MoveView) -> None:
        problem = draft.choose_branch(view, crisis.branch, move.name)
        if not problem and not draft.when:
            problem = _("Now choose the question as well.")
        if problem:
            crisis.stage.say(problem)
        elif crisis.branch == "then" and draft.then and not draft.otherwise:
            crisis.branch = "otherwise"

    slabs: list[Slab] = []
    for group in view.moves:
        moves = [move for move in group.moves if move.available and move.name not in draft.moves]
        if moves:
            slabs.append(heading_slab(page, group))
            slabs += [
                move_slab(page, crisis, move, move.name == current, partial(pick, move)) for move in moves
            ]
    stack(page, "if.moves", rect, slabs)

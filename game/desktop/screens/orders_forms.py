"""The other orders of a turn: one that hangs on a question, rules of engagement, a public claim."""

from functools import partial
from typing import TYPE_CHECKING

import pygame

from game.desktop.draft import find_move
from game.desktop.drawing.chips import KIND_ICONS
from game.desktop.page import Page
from game.desktop.theme import Style
from game.desktop.typeset import capital
from game.desktop.widgets.choices import Pick, cards, tabs
from game.desktop.widgets.lists import Row, rows, rows_height
from game.language import _, say
from game.view.moves import EngagementView, MoveView
from game.view.words import number

if TYPE_CHECKING:
    from game.desktop.screens.crisis import Crisis

MOST_QUESTIONS = 4
"""So many questions are seen at once."""


# --- an order that hangs on a question ----------------------------------------------------------------------


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
    y = _branches(page, pygame.Rect(room.x, y, room.width, page.line() + page.px(11)), crisis) + gap
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
    """Draw the two answers and their moves; return the y below."""
    view, draft = crisis.play.view, crisis.draft
    then, otherwise = find_move(view, draft.then), find_move(view, draft.otherwise)
    half = (rect.width - page.gap) // 2
    names = [
        say("If yes: {move}", move=then.label if then else "…"),
        say("If no: {move}", move=otherwise.label if otherwise else "…"),
    ]
    short = [page.type.shorten(name, Style.STRONG, half - 3 * page.gap) for name in names]
    branches = [Pick("then", short[0], hint=names[0]), Pick("otherwise", short[1], hint=names[1])]

    def branch(id: str) -> None:
        crisis.branch = id
        crisis.stage.redraw()

    tabs(page, "if.branch", rect, branches, crisis.branch, branch)
    return rect.bottom


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

    items = [
        Row(
            move.name,
            move.label,
            partial(pick, move),
            selected=move.name == current,
            icon="circle-check" if move.name == current else KIND_ICONS.get(move.kind, "circle"),
            note=str(move.rung) if move.rung else "",
        )
        for group in view.moves
        for move in group.moves
        if move.available and move.name not in draft.moves
    ]
    rows(page, "if.moves", rect, items)


# --- rules of engagement ------------------------------------------------------------------------------------


def draw_rules(page: Page, room: pygame.Rect, crisis: "Crisis") -> None:
    """Draw the three choices and what each does to the risk of an accident."""
    engagement = crisis.play.view.engagement
    if engagement is None:
        return
    words = _("Standing orders to soldiers: their safety, or control of the crisis.")
    y = page.paragraph(words, room, colour=page.palette.soft) + page.gap

    def choose(id: str) -> None:
        crisis.draft.engagement = "" if id == engagement.current else id

    options = [
        Pick(
            choice.id,
            say("{name} (in force)", name=choice.name) if choice.id == engagement.current else choice.name,
            _rule_words(engagement, place),
        )
        for place, choice in enumerate(engagement.choices)
    ]
    chosen = crisis.draft.engagement or engagement.current
    cards(page, "rules", pygame.Rect(room.x, y, room.width, room.bottom - y), options, chosen, choose)


def _rule_words(engagement: EngagementView, place: int) -> str:
    summary = engagement.choices[place].summary
    if place >= len(engagement.hazard):
        return summary
    factor = number(engagement.hazard[place])
    return say("{summary} Accidental clashes: × {factor}.", summary=summary, factor=factor)


# --- a public claim -----------------------------------------------------------------------------------------


def draw_claim(page: Page, room: pygame.Rect, crisis: "Crisis") -> None:
    """Draw what may be said in public of each incident."""
    view, draft = crisis.play.view, crisis.draft
    words = _(
        "What you say in public about why it happened. Saying is not believing; being caught out costs trust."
    )
    y = page.paragraph(words, room, colour=page.palette.soft) + page.gap
    items = [
        Row(
            "none",
            _("Make no new claim"),
            partial(draft.say, None),
            selected=draft.claim is None,
            icon="circle-dot" if draft.claim is None else "circle",
        )
    ]
    incident = ""
    for choice in view.claim_choices:
        if choice.incident != incident:
            incident = choice.incident
            items.append(Row(f"about.{incident}", choice.incident_name, heading=True))
        mine = (choice.incident, choice.claim)
        chosen = draft.claim == mine
        items.append(
            Row(
                f"{choice.incident}.{choice.claim}",
                choice.text,
                partial(draft.say, mine),
                selected=chosen,
                icon="circle-dot" if chosen else "circle",
                note=_("you say so now") if choice.current else "",
            )
        )
    rows(page, "claims", pygame.Rect(room.x, y, room.width, room.bottom - y), items)

"""The right side of the main screen: moves by kind, orders as chosen, and the end of the turn."""

from functools import partial
from typing import TYPE_CHECKING

import pygame

from game.desktop.draft import find_move
from game.desktop.page import Page, Widget
from game.desktop.theme import Style
from game.desktop.typeset import capital
from game.desktop.widgets.buttons import Look, button
from game.desktop.widgets.choices import Pick, cards, tabs
from game.desktop.widgets.lists import Row, rows, rows_height
from game.desktop.widgets.scrolls import Block, scroll
from game.view.moves import MoveView

if TYPE_CHECKING:
    from game.desktop.screens.crisis import Crisis


def draw_orders(page: Page, rect: pygame.Rect, crisis: "Crisis") -> None:
    """Draw the panel of orders."""
    view, gap = crisis.play.view, page.gap
    span = f"hour {view.hour} to {view.hour + view.hours_per_turn}"
    inner = page.panel(rect, "Your orders", span)
    foot = pygame.Rect(inner.x, inner.bottom - page.px(42), inner.width, page.px(42))
    y = _chosen(page, pygame.Rect(inner.x, inner.y, inner.width, inner.height), crisis)
    options = [Pick("moves", "Moves")]
    if view.limit.contingent and view.contingencies:
        options.append(Pick("if", "If …"))
    if view.limit.engagement and view.engagement:
        options.append(Pick("rules", "Rules"))
    if view.limit.claims:
        options.append(Pick("claim", "Claim"))
    if crisis.order_tab not in [option.id for option in options]:
        crisis.order_tab = "moves"
    if len(options) > 1:
        tabs(
            page,
            "orders.tabs",
            pygame.Rect(inner.x, y, inner.width, page.px(30)),
            options,
            crisis.order_tab,
            crisis.show_orders,
        )
        y += page.px(30) + gap
    room = pygame.Rect(inner.x, y, inner.width, foot.y - gap - y)
    {"moves": _moves, "if": _if, "rules": _rules, "claim": _claim}[crisis.order_tab](page, room, crisis)
    _end_turn(page, foot, crisis)


def _chosen(page: Page, rect: pygame.Rect, crisis: "Crisis") -> int:
    """Draw what is chosen so far; pressing a row takes it back. Return the y below."""
    view, draft = crisis.play.view, crisis.draft
    items = []
    for name in draft.moves:
        move = find_move(view, name)
        label = move.label if move else name
        items.append(
            Row(
                f"take_back.{name}",
                label,
                partial(draft.moves.remove, name),
                mark="✓",
                note="take back",
                selected=True,
            )
        )
    if draft.contingent:
        items.append(
            Row(
                "take_back.if",
                _if_words(crisis),
                draft.drop_contingent,
                mark="?",
                note="take back",
                selected=True,
            )
        )
    free = view.limit.moves - draft.used
    for number in range(free):
        items.append(Row(f"free.{number}", "a free move" if not number else "another free move", None))
    height = rows_height(page)
    rows(page, "orders.chosen", pygame.Rect(rect.x, rect.y, rect.width, height * view.limit.moves), items)
    y = rect.y + height * view.limit.moves
    words = _standing(crisis)
    if words:
        page.text(
            words, pygame.Rect(rect.x + page.gap, y, rect.width - page.gap, height), colour=page.palette.soft
        )
        y += height
    talks = draft.talks.words(view.tables)
    if talks:
        place = pygame.Rect(rect.x + page.gap, y, rect.width - page.gap, height)
        page.text(f"Talks: {talks}", place, colour=page.palette.accent)
        y += height
    return y


def _if_words(crisis: "Crisis") -> str:
    view, draft = crisis.play.view, crisis.draft
    question = next((choice.name for choice in view.contingencies if choice.id == draft.when), "")
    then, otherwise = find_move(view, draft.then), find_move(view, draft.otherwise)
    yes, no = then.label if then else "nothing", otherwise.label if otherwise else "nothing"
    return f"{capital(question)}? Yes: {yes}. No: {no}."


def _standing(crisis: "Crisis") -> str:
    view, draft = crisis.play.view, crisis.draft
    words = []
    if view.engagement:
        names = {choice.id: choice.name for choice in view.engagement.choices}
        now = names.get(view.engagement.current, view.engagement.current)
        new = names.get(draft.engagement, "")
        words.append(f"Rules: {now} → {new}" if new and new != now else f"Rules: {now}")
    if view.limit.claims:
        chosen = next((c for c in view.claim_choices if draft.claim == (c.incident, c.claim)), None)
        words.append(f"Claim: {chosen.text}" if chosen else "No new claim")
    return "   ·   ".join(words)


def _moves(page: Page, room: pygame.Rect, crisis: "Crisis") -> None:
    view, gap = crisis.play.view, page.gap
    detail = max(page.px(160), room.height * 36 // 100)
    place = pygame.Rect(room.x, room.y, room.width, room.height - detail - gap)
    items: list[Row] = []
    for group in view.moves:
        items.append(Row(f"group.{group.kind}", group.name, heading=True))
        items += [_move_row(crisis, move) for move in group.moves]
    widget = rows(page, "moves", place, items, on_cursor=lambda row: crisis.look_at(row.name))
    _look(page, widget, crisis)
    box = pygame.Rect(room.x, place.bottom + gap, room.width, detail)
    page.fill(box, page.palette.ground, 5)
    _details(page, box.inflate(-2 * gap, -gap), crisis)


def _look(page: Page, widget: Widget, crisis: "Crisis") -> None:
    """Show the details of the move under the pointer, or else under the cursor."""
    part = widget.part_at(page.pointer)
    if part is not None:
        crisis.looked_at = part.name
    elif page.has_focus(widget.name) or not crisis.looked_at:
        at = page.memory.get("moves.cursor")
        names = _row_names(crisis)
        if 0 <= at < len(names):
            crisis.looked_at = names[at]


def _row_names(crisis: "Crisis") -> list[str]:
    names: list[str] = []
    for group in crisis.play.view.moves:
        names.append("")
        names += [move.name for move in group.moves]
    return names


def _move_row(crisis: "Crisis", move: MoveView) -> Row:
    chosen = move.name in crisis.draft.moves
    note = "" if move.rung is None else (f"rung {move.rung}" if move.rung else "")

    def press() -> None:
        problem = crisis.draft.toggle(crisis.play.view, move)
        if problem:
            crisis.stage.say(problem)

    mark = "✓" if chosen else ("·" if move.available else "✗")
    return Row(
        move.name, move.label, press, move.available, chosen, note if move.available else "not now", mark
    )


def _details(page: Page, box: pygame.Rect, crisis: "Crisis") -> None:
    move = find_move(crisis.play.view, crisis.looked_at)
    soft = page.palette.soft
    if move is None:
        page.paragraph(
            "Look at a move to see what it does. Nothing is ordered until you end the turn.", box, colour=soft
        )
        return
    page.text(move.label, pygame.Rect(box.x, box.y, box.width, page.line()), Style.STRONG)
    blocks = []
    if not move.available:
        reasons = "; ".join(move.reasons) or "it is not possible now"
        blocks.append(Block(f"Not now: {reasons}.", colour=page.palette.warning, flush=True))
    if move.summary:
        blocks.append(Block(move.summary, flush=True))
    if move.rung is not None and move.rung_name:
        whom = f" on {move.target_name}" if move.target_name else ""
        blocks.append(Block(f"{move.rung_name}{whom}", colour=soft, lead="Rung"))
    for lead, lines in (
        ("Does", move.effects),
        ("Read", move.reads_as),
        ("Note", move.notes),
        ("Needs", move.requires),
    ):
        blocks += [
            Block(capital(line), colour=soft, lead="" if number else lead)
            for number, line in enumerate(lines)
        ]
    top = box.y + page.line() + page.px(2)
    scroll(page, "details", pygame.Rect(box.x, top, box.width, box.bottom - top), blocks, margin=page.px(58))


def _if(page: Page, room: pygame.Rect, crisis: "Crisis") -> None:
    view, draft, gap = crisis.play.view, crisis.draft, page.gap
    height = rows_height(page)
    questions = [
        Row(
            choice.id,
            f"{capital(choice.name)}?",
            partial(draft.ask, choice.id),
            selected=draft.when == choice.id,
            mark="◉" if draft.when == choice.id else "○",
        )
        for choice in view.contingencies
    ]
    shown = min(len(questions), 4)
    page.text(
        "1  What the order hangs on, this turn",
        pygame.Rect(room.x, room.y, room.width, height),
        Style.STRONG,
        page.palette.soft,
    )
    y = room.y + height
    rows(page, "if.question", pygame.Rect(room.x, y, room.width, shown * height), questions)
    y += shown * height + gap
    page.text(
        "2  The move for each answer",
        pygame.Rect(room.x, y, room.width, height),
        Style.STRONG,
        page.palette.soft,
    )
    y += height
    then, otherwise = find_move(view, draft.then), find_move(view, draft.otherwise)
    branches = [
        Pick("then", f"Yes: {then.label if then else '…'}"),
        Pick("otherwise", f"No: {otherwise.label if otherwise else '…'}"),
    ]

    def branch(id: str) -> None:
        crisis.branch = id
        crisis.stage.redraw()

    tabs(page, "if.branch", pygame.Rect(room.x, y, room.width, page.px(30)), branches, crisis.branch, branch)
    y += page.px(30) + gap
    current = draft.then if crisis.branch == "then" else draft.otherwise

    def pick(move: MoveView) -> None:
        problem = draft.choose_branch(view, crisis.branch, move.name)
        if not draft.when:
            problem = problem or "Now choose the question as well."
        if problem:
            crisis.stage.say(problem)

    items = [
        Row(
            move.name,
            move.label,
            partial(pick, move),
            selected=move.name == current,
            mark="✓" if move.name == current else "·",
            note=f"rung {move.rung}" if move.rung else "",
        )
        for group in view.moves
        for move in group.moves
        if move.available and move.name not in draft.moves
    ]
    rows(page, "if.moves", pygame.Rect(room.x, y, room.width, room.bottom - y), items)


def _rules(page: Page, room: pygame.Rect, crisis: "Crisis") -> None:
    engagement = crisis.play.view.engagement
    if engagement is None:
        return
    words = "Standing orders to soldiers: their safety, or control of the crisis."
    y = page.paragraph(words, room, colour=page.palette.soft) + page.gap

    def choose(id: str) -> None:
        crisis.draft.engagement = "" if id == engagement.current else id

    options = [
        Pick(
            choice.id,
            choice.name + (" (in force)" if choice.id == engagement.current else ""),
            choice.summary,
        )
        for choice in engagement.choices
    ]
    chosen = crisis.draft.engagement or engagement.current
    cards(page, "rules", pygame.Rect(room.x, y, room.width, room.bottom - y), options, chosen, choose)


def _claim(page: Page, room: pygame.Rect, crisis: "Crisis") -> None:
    view, draft = crisis.play.view, crisis.draft
    words = (
        "What you say in public about why it happened. Saying is not believing; being caught out costs trust."
    )
    y = page.paragraph(words, room, colour=page.palette.soft) + page.gap
    items = [
        Row(
            "none",
            "Make no new claim",
            partial(draft.say, None),
            selected=draft.claim is None,
            mark="◉" if draft.claim is None else "○",
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
                mark="◉" if chosen else "○",
                note="you say so now" if choice.current else "",
            )
        )
    rows(page, "claims", pygame.Rect(room.x, y, room.width, room.bottom - y), items)


def _end_turn(page: Page, foot: pygame.Rect, crisis: "Crisis") -> None:
    view, draft = crisis.play.view, crisis.draft
    label = "End turn"
    if draft.used < view.limit.moves:
        nothing = " with words alone" if draft.talks.words(view.tables) else " without a move"
        label += f" with {draft.used} of {view.limit.moves} moves" if draft.used else nothing
    problem = crisis.problem()
    if problem:
        label = "These orders clash"
    look: Look = "plain" if problem else "primary"
    button(page, "end_turn", foot, label, crisis.end_turn, look=look, enabled=not problem, hint=problem)

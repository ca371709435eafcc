"""The right side of the main screen: moves by kind, orders as chosen, and the end of the turn."""

from typing import TYPE_CHECKING

import pygame

from game.desktop.draft import find_move
from game.desktop.drawing.axis import DAY, in_days
from game.desktop.drawing.chips import KIND_ICONS, chip_width, rung_chip
from game.desktop.page import Page, Widget
from game.desktop.screens.assumptions import Pending, not_applied
from game.desktop.screens.orders_if import draw_if, question_words
from game.desktop.screens.orders_moves import draw_moves
from game.desktop.screens.orders_words import draw_claim, draw_rules
from game.desktop.theme import Style, mix
from game.desktop.widgets.choices import Pick, tabs
from game.desktop.widgets.stacks import Slab, stack
from game.language import _, count, say
from game.view.moves import MoveView
from game.view.seat import SeatView

if TYPE_CHECKING:
    from game.desktop.screens.crisis import Crisis


MOST_LINES = 3
"""So many lines say why orders clash; the hint has the rest."""


def draw_orders(page: Page, rect: pygame.Rect, crisis: "Crisis") -> None:
    """Draw the panel of orders."""
    view, gap = crisis.play.view, page.gap
    span = turn_span(view)
    inner = page.panel(rect, _("Your orders"), span)
    foot_height = (
        page.line(Style.HEADING) + _under_lines(page, inner.width, crisis) * page.line() + page.px(10)
    )
    foot = pygame.Rect(inner.x, inner.bottom - foot_height, inner.width, foot_height)
    y = _chosen(page, inner, crisis)
    options = _tabs(crisis)
    if crisis.order_tab not in [option.id for option in options]:
        crisis.order_tab = "moves"
    if len(options) > 1:
        height = page.line() + page.px(11)
        place = pygame.Rect(inner.x, y, inner.width, height)
        tabs(page, "orders.tabs", place, options, crisis.order_tab, crisis.show_orders)
        y += height + gap
    room = pygame.Rect(inner.x, y, inner.width, foot.y - gap - y)
    {"moves": draw_moves, "if": draw_if, "rules": draw_rules, "claim": draw_claim}[crisis.order_tab](
        page, room, crisis
    )
    _end_turn(page, foot, crisis)


def turn_span(view: SeatView) -> str:
    """Say for which hours, or days, one orders now."""
    end = view.hour + view.hours_per_turn
    if in_days(view):
        return say("day {start} to {end}", start=view.hour // DAY, end=end // DAY)
    return say("hour {start} to {end}", start=view.hour, end=end)


def _until(view: SeatView) -> str:
    """Say when orders are asked for again."""
    end = view.hour + view.hours_per_turn
    if in_days(view):
        return say("day {day}", day=end // DAY)
    return say("hour {hour}", hour=end)


def _tabs(crisis: "Crisis") -> list[Pick]:
    view, draft = crisis.play.view, crisis.draft
    options = [Pick("moves", _("Moves"), icon="list")]
    if view.limit.contingent and view.contingencies:
        hint = _("There is an order that hangs on a question.") if draft.contingent else ""
        options.append(Pick("if", _("If …"), icon="git-branch", badge=draft.contingent, hint=hint))
    if view.limit.engagement and view.engagement:
        changed = bool(draft.engagement)
        hint = _("You change the rules of engagement.") if changed else _("Rules of engagement")
        options.append(Pick("rules", _("Rules"), icon="shield", badge=changed, hint=hint))
    if view.limit.claims:
        hint = _("You make a public claim.") if draft.claim else _("What you say in public")
        options.append(Pick("claim", _("Claim"), icon="megaphone", badge=draft.claim is not None, hint=hint))
    return options


# --- what is chosen -----------------------------------------------------------------------------------------


def _chosen(page: Page, inner: pygame.Rect, crisis: "Crisis") -> int:
    """Draw a slot for each move of the turn, and what else is said; return the y below."""
    view, draft = crisis.play.view, crisis.draft
    height, space = page.line() + page.px(11), page.px(4)
    slabs = [_taken(crisis, name, height) for name in draft.moves]
    if draft.contingent:
        slabs.append(_taken_if(crisis, height))
    for number in range(len(slabs), view.limit.moves):
        slabs.append(_free(number, height, view.limit.moves))
    room = pygame.Rect(inner.x, inner.y, inner.width, view.limit.moves * (height + space) - space)
    stack(page, "orders.chosen", room, slabs, space=space)
    y = room.bottom + space
    return _standing(page, pygame.Rect(inner.x, y, inner.width, page.line() + page.px(5)), crisis) + page.px(
        3
    )


def _taken(crisis: "Crisis", name: str, height: int) -> Slab:
    move = find_move(crisis.play.view, name)
    label = move.label if move else name
    icon = KIND_ICONS.get(move.kind, "circle-check") if move else "circle-check"

    def take_back() -> None:
        crisis.draft.moves.remove(name)
        crisis.stage.redraw()

    def draw(page: Page, place: pygame.Rect, active: bool) -> None:
        _slot(page, place, icon, label, active, move, crisis)

    hint = say("{move}: press to take it back.", move=label)
    return Slab(f"take_back.{name}", label, height, draw, take_back, True, True, hint, take_back)


def _taken_if(crisis: "Crisis", height: int) -> Slab:
    words = question_words(crisis)

    def take_back() -> None:
        crisis.draft.drop_contingent()
        crisis.stage.redraw()

    def draw(page: Page, place: pygame.Rect, active: bool) -> None:
        _slot(page, place, "git-branch", words, active, None, crisis)

    return Slab("take_back.if", words, height, draw, take_back, True, True, words, take_back)


def _free(number: int, height: int, limit: int) -> Slab:
    words = (
        _("A move: choose one below")
        if limit == 1
        else say("Move {number} of {limit}: free", number=number + 1, limit=limit)
    )

    def draw(page: Page, place: pygame.Rect, active: bool) -> None:
        for y in (place.y, place.bottom - 1):
            page.dashes((place.x, y), (place.right, y), page.palette.line)
        for x in (place.x, place.right - 1):
            page.dashes((x, place.y), (x, place.bottom), page.palette.line)
        size = page.icon_width(16)
        page.icon("plus", pygame.Rect(place.x + page.gap, place.y, size, place.height), page.palette.soft, 16)
        left = place.x + size + 2 * page.gap
        box = pygame.Rect(left, place.y, place.right - page.gap - left, place.height)
        page.text(words, box, colour=page.palette.soft)

    return Slab(f"free.{number}", words, height, draw)


def _slot(
    page: Page,
    place: pygame.Rect,
    icon: str,
    label: str,
    active: bool,
    move: MoveView | None,
    crisis: "Crisis",
) -> None:
    palette, gap = page.palette, page.gap
    back = mix(palette.pressed, palette.ink, 0.08) if page.over(place) else palette.pressed
    page.fill(place, back, 5)
    page.fill(pygame.Rect(place.x, place.y, page.px(4), place.height), palette.accent, 2)
    if active:
        page.outline(place, palette.focus, 5, 2)
    size = page.icon_width(16)
    page.icon(icon, pygame.Rect(place.x + gap, place.y, size, place.height), palette.ink, 16)
    page.icon("x", pygame.Rect(place.right - gap - size, place.y, size, place.height), palette.soft, 16)
    right = place.right - 2 * gap - size
    if move is not None and move.rung:
        words = str(move.rung)
        box = pygame.Rect(right - chip_width(page, words), place.y, chip_width(page, words), place.height)
        rung_chip(page, box, words, crisis.play.view.rungs[move.rung].severity)
        right = box.x - gap
    left = place.x + size + 2 * gap
    page.text(label, pygame.Rect(left, place.y, right - left, place.height), Style.STRONG)


def _standing(page: Page, rect: pygame.Rect, crisis: "Crisis") -> int:
    """Draw what stands besides moves: rules, claim, talks; return the y below."""
    parts = _standing_parts(crisis)
    if not parts:
        return rect.y
    size, gap = page.icon_width(16), page.gap
    width = (rect.width - gap * (len(parts) - 1)) // len(parts)
    for number, (icon, words, new) in enumerate(parts):
        left = rect.x + number * (width + gap)
        colour = page.palette.accent_ink if new else page.palette.soft
        page.icon(icon, pygame.Rect(left, rect.y, size, rect.height), colour, 16)
        box = pygame.Rect(left + size + gap // 2, rect.y, width - size - gap // 2, rect.height)
        page.text(words, box, colour=colour)
        page.add(
            Widget(
                f"standing.{icon}",
                pygame.Rect(left, *rect.topleft[1:], width, rect.height),
                "text",
                words,
                focusable=False,
                hint=words,
            )
        )
    return rect.bottom


def _standing_parts(crisis: "Crisis") -> list[tuple[str, str, bool]]:
    """Return an icon, words and whether it is new, for all that is said besides moves."""
    view, draft = crisis.play.view, crisis.draft
    parts = []
    if view.engagement:
        names = {choice.id: choice.name for choice in view.engagement.choices}
        now = names.get(view.engagement.current, view.engagement.current)
        new = names.get(draft.engagement, "") if draft.engagement else ""
        if new:
            parts.append(("shield", say("Rules: {now} → {new}", now=now, new=new), True))
        else:
            parts.append(("shield", say("Rules: {now}", now=now), False))
    if view.limit.claims:
        chosen = next((c for c in view.claim_choices if draft.claim == (c.incident, c.claim)), None)
        said = say("Claim: {claim}", claim=chosen.text) if chosen else _("No new claim")
        parts.append(("megaphone", said, chosen is not None))
    talks = draft.talks.words(view.tables)
    if talks:
        parts.append(("handshake", say("Talks: {talks}", talks=talks), True))
    return parts


# --- the end of the turn ------------------------------------------------------------------------------------


def _end_turn(page: Page, foot: pygame.Rect, crisis: "Crisis") -> None:
    """Draw the button that ends the turn; it says what that will do."""
    palette, problem = page.palette, crisis.problem()
    label, under = _("End turn"), what_happens(crisis)
    under = not_applied(crisis.part(Pending)) or under
    if problem:
        label, under = _("These orders clash"), problem
    ink, back, edge = palette.on_accent, palette.accent, palette.accent
    if problem:
        ink, back, edge = palette.ink, palette.panel, palette.warning
    elif page.over(foot):
        back = mix(back, palette.ink, 0.12)
    page.fill(foot, back, 6)
    page.outline(foot, edge, 6, 2 if problem else 1)
    inside = foot.inflate(-2 * page.gap, -page.px(8))
    size = page.icon_width(20)
    words = page.type.width(label, Style.HEADING)
    left = inside.x + (inside.width - words - size - page.gap) // 2
    head = pygame.Rect(left, inside.y, size, page.line(Style.HEADING))
    page.icon("triangle-alert" if problem else "skip-forward", head, palette.warning if problem else ink, 20)
    box = pygame.Rect(head.right + page.gap, head.y, inside.right - head.right - page.gap, head.height)
    page.text(label, box, Style.HEADING, ink)
    below = pygame.Rect(inside.x, head.bottom, inside.width, inside.bottom - head.bottom)
    if problem:
        page.paragraph(under, below, colour=ink)
    else:
        if page.type.width(under, Style.BODY) <= below.width:
            page.text(under, below, colour=ink, align="centre")
        else:
            page.paragraph(under, below, colour=ink)
        keys = _("Ctrl+Enter")
        beside = pygame.Rect(box.x + words, head.y, inside.right - box.x - words, head.height)
        if page.type.width(keys, Style.BODY) + 2 * page.gap <= beside.width:
            page.text(keys, beside, colour=ink, align="right")
    press = None if problem else crisis.end_turn
    page.add(Widget("end_turn", foot, "button", label, not problem, hint=problem, press=press))


def _under_lines(page: Page, width: int, crisis: "Crisis") -> int:
    """Return how many lines the button has under its name: more where orders clash, to say how."""
    under = crisis.problem() or not_applied(crisis.part(Pending)) or what_happens(crisis)
    return max(1, min(MOST_LINES, page.measure(under, width - 2 * page.gap) // page.line()))


def what_happens(crisis: "Crisis") -> str:
    """Say what ending the turn will do, as the orders stand."""
    view, draft = crisis.play.view, crisis.draft
    until = _until(view)
    if draft.used == view.limit.moves:
        return count(draft.used, "{number} move, then {until}", "{number} moves, then {until}", until=until)
    if draft.used:
        limit = view.limit.moves
        return count(
            limit,
            "{used} of {number} move, then {until}",
            "{used} of {number} moves, then {until}",
            used=draft.used,
            until=until,
        )
    if draft.talks.words(view.tables):
        return say("Words alone, no move, then {until}", until=until)
    return say("No move: you wait, then {until}", until=until)

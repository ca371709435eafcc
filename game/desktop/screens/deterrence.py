"""The deterrence ledger: who would answer a move, whether one's own promises deter, what tempts others."""

from functools import partial
from typing import TYPE_CHECKING

import pygame
from attrs import define

from game.desktop.draft import find_move
from game.desktop.drawing.answers import Card, card_height, draw_card, figures, verdict, verdict_colour
from game.desktop.drawing.balance import balance_height, draw_balance
from game.desktop.drawing.chips import actor_mark, chip_width, likelihood_bar, rung_chip, rung_words
from game.desktop.page import Page, Widget
from game.desktop.screens.orders_forecast import balance_words, find_forecast
from game.desktop.theme import Style
from game.desktop.typeset import capital
from game.desktop.widgets.choices import Pick, tabs
from game.desktop.widgets.stacks import Slab, stack
from game.language import N_, _, say
from game.view.forecast import BalanceView, balance_of
from game.view.ledger import ActLedger, LedgerRow, OtherLedger, PromiseLedger, points
from game.view.words import listing, percent

if TYPE_CHECKING:
    from game.desktop.screens.crisis import Crisis

LEVERS = {
    "understood": N_("if it were fully understood: {likely}"),
    "public": N_("if it were said in public: {likely}"),
    "believed": N_("if all believed in the violation: {likely}"),
    "word": N_("if your word weighed more: {likely}"),
    "tripwire": N_("with your people in harm's way: {likely}"),
    "strength": N_("with twice the units ready: {likely}"),
}
"""What would make a promise more believed."""


MORE_STAIR = 96
"""By how much the staircase may grow where there is room, in pixels at 1280 x 720."""


GROWING = "ledger.bars"
"""The motion of the bars when another move is looked at."""
GROWN_IN = 0.3
"""Seconds."""


@define
class LedgerPages:
    """Which page of the ledger is open."""

    page: str = "move"
    """`move`, `promises` or `others`."""
    seen: tuple[str, str] = ("", "")
    """The page and the move whose bars have grown."""


def draw_deterrence(page: Page, rect: pygame.Rect, crisis: "Crisis") -> None:
    """Draw the ledger: its pages, and at the foot whose estimate it is."""
    gap, keep, known = page.gap, crisis.part(LedgerPages), crisis.play.view.ledger
    picks = [Pick("move", _("This move"), icon="crosshair")]
    if known.promises:
        picks.append(Pick("promises", _("Your promises"), icon="link"))
    if known.others:
        picks.append(Pick("others", _("What others might do"), icon="telescope"))
    if keep.page not in [pick.id for pick in picks]:
        keep.page = "move"

    def choose(id: str) -> None:
        keep.page = id
        crisis.stage.memory.forget("ledger.rows")
        crisis.stage.redraw()

    if keep.seen != (keep.page, crisis.looked_at):
        keep.seen = keep.page, crisis.looked_at
        page.motion.start(GROWING)
    y = rect.y
    if len(picks) > 1:
        height = page.line() + page.px(11)
        tabs(page, "deterrence.tabs", pygame.Rect(rect.x, y, rect.width, height), picks, keep.page, choose)
        y += height + gap
    foot = pygame.Rect(rect.x, rect.bottom - page.line(), rect.width, page.line())
    _whose(page, foot, crisis)
    room = pygame.Rect(rect.x, y, rect.width, foot.y - gap - y)
    {"move": _move, "promises": _promises, "others": _others}[keep.page](page, room, crisis)


def _whose(page: Page, foot: pygame.Rect, crisis: "Crisis") -> None:
    """Say whose estimate it is."""
    words = _("My estimate of them, never theirs: what they truly thought comes at the end.")
    arms = crisis.play.view.ledger.arms
    counted = say("The strategic arms of {actors} count.", actors=listing(arms)) if arms else ""
    size = page.icon_width(16)
    both = say("{words} {more}", words=words, more=counted) if counted else words
    page.add(Widget("ledger.whose", foot, "text", words, focusable=False, hint=both))
    if page.type.width(both, Style.BODY) <= foot.width - size - page.gap:
        words = both
    page.icon("info", pygame.Rect(foot.x, foot.y, size, foot.height), page.palette.soft, 16)
    box = pygame.Rect(foot.x + size + page.gap, foot.y, foot.width - size - page.gap, foot.height)
    page.text(words, box, colour=page.palette.soft)


# --- the move that is looked at -----------------------------------------------------------------------------


def _move(page: Page, room: pygame.Rect, crisis: "Crisis") -> None:
    act = next((act for act in crisis.play.view.ledger.acts if act.move == crisis.looked_at), None)
    forecast = find_forecast(crisis, crisis.looked_at)
    balance = balance_of(act) if act is not None else forecast.balance if forecast is not None else None
    y = _move_head(page, room, crisis, balance)
    cards = [(f"by.{row.issuer}", _answer_card(page, crisis, row)) for row in act.rows] if act else []
    if balance is not None:
        place = pygame.Rect(room.x, y + page.gap, room.width, balance_height(page))
        tall = sum(card_height(page, card, room.width, whole=True) + page.gap for _name, card in cards)
        spare = room.bottom - place.bottom - page.gap - tall if cards else 0
        place.height += max(0, min(spare, page.px(MORE_STAIR)))
        draw_balance(page, place, balance)
        y = place.bottom
    rest = pygame.Rect(room.x, y + page.gap, room.width, room.bottom - y - page.gap)
    if act is None or not act.rows:
        _nobody(page, rest, crisis)
        return
    _cards(page, rest, crisis, cards)


def _move_head(page: Page, room: pygame.Rect, crisis: "Crisis", balance: BalanceView | None) -> int:
    """Draw which move it is and whether it is worth it; return the y below."""
    head = pygame.Rect(room.x, room.y, room.width, page.line(Style.HEADING) + page.px(2))
    move = find_move(crisis.play.view, crisis.looked_at)
    if move is None:
        page.text(_("Look at a move on the right."), head, Style.HEADING)
        return head.bottom
    right = head.right
    if balance is not None:
        words = capital(balance_words(balance))
        colour = page.palette.good if balance.net > 0 else page.palette.warning if balance.net < 0 else None
        width = min(page.type.width(words, Style.STRONG), head.width * 4 // 10)
        page.text(words, pygame.Rect(right - width, head.y, width, head.height), Style.STRONG, colour)
        right -= width + 2 * page.gap
    words = rung_words(move.rung, move.rung_name) if move.rung else ""
    room_for = right - head.x - (chip_width(page, words) + page.gap if words else 0)
    title = say("If you order “{move}”", move=move.label)
    if page.type.width(title, Style.HEADING) > room_for and words:
        words = rung_words(move.rung or 0)
        room_for = right - head.x - chip_width(page, words) - page.gap
    drawn = page.text(title, pygame.Rect(head.x, head.y, room_for, head.height), Style.HEADING)
    if words:
        box = pygame.Rect(drawn.right + page.gap, head.y, chip_width(page, words), head.height)
        rung_chip(page, box, words, crisis.play.view.rungs[move.rung or 0].severity, right=False)
    return head.bottom


def _answer_card(page: Page, crisis: "Crisis", row: LedgerRow) -> Card:
    under = say("has promised “{promise}”", promise=row.promise) if row.promise else ""
    return Card(
        row,
        capital(row.issuer_name),
        crisis.badges(page).get(row.issuer),
        capital(under),
        severity=crisis.play.view.rungs[row.rung].severity,
        grown=page.motion.eased(GROWING, GROWN_IN),
    )


def _nobody(page: Page, room: pygame.Rect, crisis: "Crisis") -> None:
    """Say that nobody would answer, and list the moves that somebody would."""
    words = _("Nobody would answer this move: it harms nobody who has promised or could hit back.")
    y = page.paragraph(words, room, colour=page.palette.soft) + page.gap
    acts = crisis.play.view.ledger.acts
    if not acts:
        return
    head = pygame.Rect(room.x, y, room.width, page.line(Style.STRONG) + page.px(4))
    page.text(_("Your moves that somebody would answer"), head, Style.STRONG)
    height = page.line() + page.px(10)
    slabs = [_act_slab(page, crisis, act, height) for act in sorted(acts, key=lambda act: -act.net)]
    place = pygame.Rect(room.x, head.bottom, room.width, room.bottom - head.bottom)
    stack(page, "ledger.rows", place, slabs, space=page.px(4))


def _act_slab(page: Page, crisis: "Crisis", act: ActLedger, height: int) -> Slab:
    def draw(page: Page, place: pygame.Rect, active: bool) -> None:
        _row_ground(page, place, active)
        words = balance_words(balance_of(act))
        width = min(page.type.width(words, Style.BODY), place.width // 3)
        right = place.right - page.gap - width
        page.text(words, pygame.Rect(right, place.y, width, place.height), colour=page.palette.soft)
        box = pygame.Rect(place.x + page.gap, place.y, right - 2 * page.gap - place.x, place.height)
        page.text(act.label, box)

    return Slab(f"act.{act.move}", act.label, height, draw, lambda: crisis.look_at(act.move))


def _row_ground(page: Page, place: pygame.Rect, active: bool) -> None:
    page.fill(place, page.palette.pressed if page.over(place) else page.palette.raised, 5)
    if active:
        page.outline(place, page.palette.focus, 5, 2)


# --- one's own promises -------------------------------------------------------------------------------------


def _promises(page: Page, room: pygame.Rect, crisis: "Crisis") -> None:
    words = _("Would your word hold them back? As you think that they see you.")
    head = pygame.Rect(room.x, room.y, room.width, page.line(Style.HEADING))
    page.text(words, head, Style.HEADING)
    cards = [
        (f"promise.{one.commitment}", _promise_card(page, crisis, one))
        for one in crisis.play.view.ledger.promises
    ]
    top = head.bottom + page.gap
    _cards(page, pygame.Rect(room.x, top, room.width, room.bottom - top), crisis, cards)


def _promise_card(page: Page, crisis: "Crisis", promise: PromiseLedger) -> Card:
    row = promise.row
    if row is None:
        note, under = _("nothing to deter"), promise.words
    else:
        note = ""
        given = N_("To keep {actor} from “{act}”")
        template = given if promise.in_force else N_("Not given yet; it would keep {actor} from “{act}”")
        under = say(template, actor=promise.on_name, act=promise.act)
    levers = tuple(say(LEVERS[one.kind], likely=percent(one.likely)) for one in promise.levers)
    return Card(
        row,
        capital(promise.name),
        crisis.badges(page).get(promise.on),
        under,
        note,
        crisis.play.view.rungs[row.rung].severity if row is not None else 0.0,
        _("More believed"),
        levers or (_("nothing that you could change"),),
        page.motion.eased(GROWING, GROWN_IN),
    )


# --- what others might do -----------------------------------------------------------------------------------


def _others(page: Page, room: pygame.Rect, crisis: "Crisis") -> None:
    words = _("What tempts each of them most, and what holds it back")
    head = pygame.Rect(room.x, room.y, room.width, page.line(Style.HEADING))
    page.text(words, head, Style.HEADING)
    slabs: list[Slab] = []
    for other in crisis.play.view.ledger.others:
        slabs.append(_other_heading(page, crisis, other))
        slabs += [_temptation(page, crisis, other, number) for number in range(len(other.acts))]
    top = head.bottom + page.gap
    place = pygame.Rect(room.x, top, room.width, room.bottom - top)
    stack(page, "ledger.rows", place, slabs, space=page.px(4))


def _other_heading(page: Page, crisis: "Crisis", other: OtherLedger) -> Slab:
    def draw(page: Page, place: pygame.Rect, active: bool) -> None:
        size = page.icon_width(16)
        actor_mark(
            page, pygame.Rect(place.x, place.y, size, place.height), crisis.badges(page).get(other.actor)
        )
        left = place.x + size + page.gap
        box = pygame.Rect(left, place.y, place.right - left, place.height)
        page.text(capital(other.name), box, Style.STRONG)

    return Slab(f"head.{other.actor}", other.name, page.line(Style.STRONG) + page.px(6), draw)


def _temptation(page: Page, crisis: "Crisis", other: OtherLedger, number: int) -> Slab:
    act = other.acts[number]
    height = page.line(Style.STRONG) + page.px(14) + len(act.rows) * page.line()

    def draw(page: Page, place: pygame.Rect, active: bool) -> None:
        _row_ground(page, place, active)
        inside = place.inflate(-2 * page.gap, -page.px(10))
        head = pygame.Rect(inside.x, inside.y, inside.width, page.line(Style.STRONG) + page.px(4))
        words = other_words(act)
        width = min(page.type.width(words, Style.BODY), head.width * 45 // 100)
        colour = page.palette.warning if act.net > 0 else page.palette.soft
        page.text(words, pygame.Rect(head.right - width, head.y, width, head.height), colour=colour)
        left_room = head.width - width - 2 * page.gap
        chip = rung_words(act.rung)
        box = pygame.Rect(head.x, head.y, chip_width(page, chip), head.height)
        rung_chip(page, box, chip, crisis.play.view.rungs[act.rung].severity, right=False)
        title = pygame.Rect(box.right + page.gap, head.y, left_room - box.width - page.gap, head.height)
        page.text(act.label, title, Style.STRONG)
        for place_in, row in enumerate(act.rows):
            line = pygame.Rect(inside.x, head.bottom + place_in * page.line(), inside.width, page.line())
            _restraint(page, line, crisis, row)

    return Slab(f"other.{other.actor}.{number}", act.label, height, draw, crisis.stage.redraw, hint=act.words)


def other_words(act: ActLedger) -> str:
    """Say how tempting an act is to the one who might do it."""
    value = points(abs(act.net))
    if not round(act.net, 1):
        return _("worth as much to it as waiting")
    if act.net > 0:
        return say("worth {points} more to it than waiting", points=value)
    return say("worth {points} less to it than waiting", points=value)


def _restraint(page: Page, line: pygame.Rect, crisis: "Crisis", row: LedgerRow) -> None:
    """Draw one who might answer another's act: how likely, and whether that holds it back."""
    size, gap = page.icon_width(16), page.gap
    actor_mark(page, pygame.Rect(line.x, line.y, size, line.height), crisis.badges(page).get(row.issuer))
    left = line.x + size + gap
    mine = row.issuer == crisis.play.view.actor
    name = _("You") if mine else capital(row.issuer_name)
    columns = (line.width - size - 2 * gap) // 4
    page.text(name, pygame.Rect(left, line.y, columns - gap, line.height))
    bar = pygame.Rect(left + columns, 0, columns - gap, page.px(8))
    bar.centery = line.centery
    likelihood_bar(page, bar, row)
    rest = left + 2 * columns
    words = say("{figures}: {verdict}", figures=figures(row), verdict=verdict(row))
    if page.type.width(words, Style.BODY) > line.right - rest:
        words = verdict(row)  # the bar and its tick show the rest
    colour = verdict_colour(page, row)
    page.text(words, pygame.Rect(rest, line.y, line.right - rest, line.height), colour=colour)


# --- cards --------------------------------------------------------------------------------------------------


def _cards(page: Page, room: pygame.Rect, crisis: "Crisis", cards: list[tuple[str, Card]]) -> None:
    """Draw cards, the chosen one whole and the others folded; where there is room all are whole."""
    space = page.gap
    names = [name for name, _card in cards]
    chosen = crisis.answer if crisis.answer in names else next(iter(names), "")
    tall = sum(card_height(page, card, room.width, whole=True) + space for _name, card in cards) - space
    everything = tall <= room.height
    slabs = []
    for name, card in cards:
        whole = everything or name == chosen
        slabs.append(_card_slab(page, crisis, name, card, room.width, whole))
    stack(
        page, "ledger.rows", room, slabs, space=space, on_cursor=lambda slab: crisis.choose_answer(slab.name)
    )


def _card_slab(page: Page, crisis: "Crisis", name: str, card: Card, width: int, whole: bool) -> Slab:
    height = card_height(page, card, width - page.px(12), whole=whole)

    def draw(page: Page, place: pygame.Rect, active: bool) -> None:
        draw_card(page, place, card, whole=whole, active=active)

    hint = "" if whole or card.row is None else card.row.words
    return Slab(
        name, card.title, height, draw, partial(crisis.choose_answer, name), selected=whole, hint=hint
    )

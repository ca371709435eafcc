"""The deterrence ledger: who would answer the move one looks at, and whether one's own promises deter."""

from functools import partial
from typing import TYPE_CHECKING

import pygame

from game.desktop.draft import find_move
from game.desktop.page import Page
from game.desktop.theme import Style
from game.desktop.typeset import capital
from game.desktop.widgets.lists import Row, rows
from game.desktop.widgets.scrolls import Block, scroll
from game.view.ledger import ActLedger, LedgerRow, PromiseLedger
from game.view.words import listing, number, percent

if TYPE_CHECKING:
    from game.desktop.screens.crisis import Crisis

ESTIMATE = "Your own estimate; theirs comes at the end."


def draw_deterrence(page: Page, rect: pygame.Rect, crisis: "Crisis") -> None:
    """Draw the balance of the move, a bar for every answer, and why one of them is as likely as it is."""
    gap, palette = page.gap, page.palette
    act = next((act for act in crisis.play.view.ledger.acts if act.move == crisis.looked_at), None)
    y = _balance(page, rect, crisis, act)
    foot = pygame.Rect(rect.x, rect.bottom - page.line(), rect.width, page.line())
    arms = crisis.play.view.ledger.arms
    counted = f" The strategic arms of {listing(arms)} count." if arms else ""
    page.text(f"{ESTIMATE}{counted}", foot, colour=palette.soft)
    room = pygame.Rect(rect.x, y + gap, rect.width, foot.y - 2 * gap - y)
    left = pygame.Rect(room.x, room.y, room.width * 54 // 100, room.height)
    right = pygame.Rect(left.right + 2 * gap, room.y, room.right - left.right - 2 * gap, room.height)
    entries = _entries(crisis, act)
    names = [name for name, _ in entries]
    chosen = crisis.answer if crisis.answer in names else next(iter(names), "")
    _bars(page, left, crisis, act, dict(entries), chosen)
    page.stroke((right.x - gap, right.y), (right.x - gap, right.bottom), palette.faint)
    row = dict(entries).get(chosen)
    promise = next(
        (one for one in crisis.play.view.ledger.promises if f"promise.{one.commitment}" == chosen), None
    )
    if row is not None or promise is not None:
        scroll(page, "ledger.why", right, why_blocks(page, row, promise), margin=page.px(92))


def _balance(page: Page, rect: pygame.Rect, crisis: "Crisis", act: ActLedger | None) -> int:
    """Say what the move is worth; return the y below."""
    palette = page.palette
    head = pygame.Rect(rect.x, rect.y, rect.width, page.line(Style.HEADING))
    move = find_move(crisis.play.view, crisis.looked_at)
    label = move.label if move else "no move"
    page.text(f"If you order “{label}”", head, Style.HEADING)
    top = head.bottom + page.px(2)
    text = pygame.Rect(rect.x, top, rect.width, 3 * page.line())
    if act is None:
        words = "Nobody would answer this move: it harms nobody who has promised or could hit back."
        if crisis.play.view.ledger.acts:
            words += " Look at another move on the right."
        return page.paragraph(words, text, colour=palette.soft)
    y = page.paragraph(act.words, text)
    sums = [f"Brings {number(round(act.gain, 1))}", f"costs {number(round(act.cost, 1))}"]
    sums.append(f"after answers {number(round(act.worth, 1))}")
    sums.append(f"waiting is worth {number(round(act.waiting, 1))}")
    if act.accident > 0:
        sums.append(f"accidents this turn {percent(act.accident)} likelier")
    line = pygame.Rect(rect.x, y, rect.width, page.line())
    page.text(" · ".join(sums), line, colour=palette.soft)
    return line.bottom


def _entries(crisis: "Crisis", act: ActLedger | None) -> list[tuple[str, LedgerRow | None]]:
    found: list[tuple[str, LedgerRow | None]] = [
        (f"by.{row.issuer}", row) for row in (act.rows if act else ())
    ]
    return found + [(f"promise.{one.commitment}", one.row) for one in crisis.play.view.ledger.promises]


def _bars(
    page: Page,
    rect: pygame.Rect,
    crisis: "Crisis",
    act: ActLedger | None,
    entries: dict[str, LedgerRow | None],
    chosen: str,
) -> None:
    """Draw a list of answers, each with a bar: how likely it looks, and a tick at what it takes."""
    items: list[Row] = []
    if act and act.rows:
        items.append(Row("head.others", "Who would answer it", heading=True))
    for row in act.rows if act else ():
        name = f"by.{row.issuer}"
        press = partial(crisis.choose_answer, name)
        items.append(
            Row(
                name,
                f"{capital(row.issuer_name)}: {row.rung_name}",
                press,
                selected=name == chosen,
                under=_short(row),
            )
        )
    promises = crisis.play.view.ledger.promises
    if promises:
        items.append(Row("head.mine", "Your own promises: would they deter?", heading=True))
    for promise in promises:
        name = f"promise.{promise.commitment}"
        under = _short(promise.row) if promise.row else "no act can call it down by itself"
        under = f"to {promise.on_name}: {under}"
        note = "" if promise.in_force else "not given"
        press = partial(crisis.choose_answer, name)
        items.append(Row(name, capital(promise.name), press, selected=name == chosen, under=under, note=note))
    if not items:
        page.paragraph("There is nothing in the ledger now.", rect, colour=page.palette.soft)
        return
    height = 2 * page.line() + page.px(26)
    widget = rows(
        page, "ledger.rows", rect, items, height=height, on_cursor=lambda row: crisis.choose_answer(row.name)
    )
    for part in widget.parts:
        found = entries.get(part.name)
        if found is not None:
            place = pygame.Rect(
                part.rect.x + page.gap,
                part.rect.bottom - page.px(11),
                part.rect.width - 2 * page.gap,
                page.px(6),
            )
            draw_bar(page, place, found)


def _short(row: LedgerRow) -> str:
    looks = f"looks like {percent(row.likely)}"
    if row.takes is None or row.takes > 1:
        return f"{looks}; no chance of it would be enough"
    if row.takes <= 0:
        return f"{looks}; it is not worth it even without this"
    return f"takes {percent(row.takes)}, {looks}: {'deters' if row.likely > row.takes else 'does not deter'}"


def draw_bar(page: Page, rect: pygame.Rect, row: LedgerRow) -> None:
    """Draw how likely an answer looks, from nothing to certain, with a tick at what it would take."""
    palette = page.palette
    deters = row.takes is not None and row.likely > row.takes
    page.fill(rect, palette.ground, 2)
    share = max(0.0, min(1.0, row.likely))
    filled = pygame.Rect(rect.x, rect.y, max(1, round(rect.width * share)), rect.height)
    page.fill(filled, palette.good if deters else palette.warning, 2)
    if row.takes is not None and row.takes <= 1:
        x = round(rect.x + rect.width * max(0.0, row.takes))
        page.stroke((x, rect.y - page.px(2)), (x, rect.bottom + page.px(2)), palette.ink, page.px(2))


def why_blocks(page: Page, row: LedgerRow | None, promise: PromiseLedger | None) -> list[Block]:
    """Return why an answer is as likely as it is, and what it would cost."""
    soft, warning = page.palette.soft, page.palette.warning
    blocks: list[Block] = []
    if promise is not None:
        state = "" if promise.in_force else " (not given: what it would do)"
        blocks.append(Block(f"{capital(promise.name)}{state}", Style.STRONG, flush=True))
        blocks.append(Block(promise.words, flush=True))
    if row is None:
        return blocks
    if promise is None:
        blocks.append(Block(f"{capital(row.issuer_name)}: {row.rung_name}", Style.STRONG, flush=True))
        basis = f"It has promised: “{row.promise}”." if row.promise else "It has promised nothing."
        blocks.append(Block(f"{row.words} {basis}", flush=True))
    harm = f"It would cost {number(round(row.harm, 1))} points"
    blocks.append(Block(harm, lead="Punishment", space=True))
    denied = (
        f"It would take back {percent(row.denial)} of the gain" if row.denial else "It takes nothing back"
    )
    blocks.append(Block(denied, lead="Denial"))
    for lead, clauses, empty in (
        ("Capability", row.capability, ""),
        ("Credibility", row.credibility, ""),
        ("Heard", row.communication, "There is no promise to hear"),
    ):
        for place, clause in enumerate(clauses or ((empty,) if empty else ())):
            ink = warning if clause.startswith("no ") else None
            blocks.append(
                Block(
                    capital(clause),
                    colour=ink or (soft if not clauses else None),
                    lead="" if place else lead,
                    space=not place,
                )
            )
    return blocks

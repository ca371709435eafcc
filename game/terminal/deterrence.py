"""Says the deterrence ledger in words: who would answer a move, and whether one's own promises deter."""

from game.terminal.page import Page
from game.view.ledger import ActLedger, LedgerRow
from game.view.seat import SeatView
from game.view.words import number, percent, sentence

NOBODY = "Nobody would answer that move: it harms nobody who has promised or could hit back."


def summary(page: Page, view: SeatView) -> None:
    """One line for each move that somebody would answer, then one's own promises."""
    if not view.ledger.acts and not view.ledger.promises:
        page.paragraph("This game has no ledger: nobody could answer anything.")
        return
    page.heading("Who would answer your moves, by your own estimate; `ledger 3` says why:")
    for act in view.ledger.acts:
        page.item(f"{act.label}: {_net(act)}.")
        page.items((_line(row) for row in act.rows), 1)
    if view.ledger.arms:
        page.item(f"Strategic arms counted: {', '.join(view.ledger.arms)}.")
    promises(page, view)


def promises(page: Page, view: SeatView) -> None:
    """Whether one's own promises deter."""
    if view.ledger.promises:
        page.heading("Your own promises, by your estimate of those whom they are to deter:")
    for promise in view.ledger.promises:
        state = "" if promise.in_force else " (not given: what it would do)"
        page.item(f"{promise.name}{state}. {promise.words}")
        if promise.row is not None:
            page.items(_reasons(promise.row), 1)


def act(page: Page, view: SeatView, move: str, label: str) -> None:
    """All that the ledger says of one move."""
    page.heading(f"If you order “{label}”:")
    found = next((one for one in view.ledger.acts if one.move == move), None)
    if found is None:
        page.paragraph(NOBODY)
        return
    page.paragraph(found.words)
    if found.accident > 0:
        page.item(f"An accident this turn becomes {percent(found.accident)} likelier.")
    for row in found.rows:
        basis = f"It has promised: “{row.promise}”." if row.promise else "It has promised nothing."
        page.item(f"{row.issuer_name}, with {row.rung_name}: {row.words} {basis}")
        page.items(_reasons(row), 1)


def _net(found: ActLedger) -> str:
    net = found.worth - found.waiting
    return f"worth {number(round(abs(net), 1))} {'more' if net > 0 else 'less'} than waiting"


def _line(row: LedgerRow) -> str:
    return f"{row.issuer_name}, with {row.rung_name}: {row.words}"


def _reasons(row: LedgerRow) -> list[str]:
    denial = f"takes back {percent(row.denial)} of the gain" if row.denial else "takes nothing back"
    said = [f"Punishment: costs {number(round(row.harm, 1))} points. Denial: {denial}."]
    for lead, clauses in (
        ("Capability", row.capability),
        ("Credibility", row.credibility),
        ("Communication", row.communication),
    ):
        if clauses:
            said.append(f"{lead}: {sentence('; '.join(clauses))}")
    return said

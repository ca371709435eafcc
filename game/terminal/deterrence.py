"""Says the deterrence ledger in words: who would answer a move, and whether one's own promises deter."""

from game.language import N_, _, count, say
from game.terminal.page import Page
from game.view.ledger import ActLedger, LedgerRow
from game.view.seat import SeatView
from game.view.words import number, percent, sentence

NOBODY = N_("Nobody would answer that move: it harms nobody who has promised or could hit back.")


def summary(page: Page, view: SeatView) -> None:
    """One line for each move that somebody would answer, then one's own promises."""
    if not view.ledger.acts and not view.ledger.promises:
        page.paragraph(_("This game has no ledger: nobody could answer anything."))
        return
    page.heading(_("Who would answer your moves, by your own estimate; `ledger 3` says why:"))
    for act in view.ledger.acts:
        page.item(f"{act.label}: {_net(act)}.")
        page.items((_line(row) for row in act.rows), 1)
    if view.ledger.arms:
        page.item(say("Strategic arms counted: {actors}.", actors=", ".join(view.ledger.arms)))
    promises(page, view)


def promises(page: Page, view: SeatView) -> None:
    """Whether one's own promises deter."""
    if view.ledger.promises:
        page.heading(_("Your own promises, by your estimate of those whom they are to deter:"))
    for promise in view.ledger.promises:
        name = promise.name
        if not promise.in_force:
            name = say("{promise} (not given: what it would do)", promise=name)
        page.item(f"{name}. {promise.words}")
        if promise.row is not None:
            page.items(_reasons(promise.row), 1)


def act(page: Page, view: SeatView, move: str, label: str) -> None:
    """All that the ledger says of one move."""
    page.heading(say("If you order “{move}”:", move=label))
    found = next((one for one in view.ledger.acts if one.move == move), None)
    if found is None:
        page.paragraph(_(NOBODY))
        return
    page.paragraph(found.words)
    if found.accident > 0:
        page.item(say("An accident this turn becomes {share} likelier.", share=percent(found.accident)))
    for row in found.rows:
        basis = _("It has promised nothing.")
        if row.promise:
            basis = say("It has promised: “{promise}”.", promise=row.promise)
        page.item(f"{_line(row)} {basis}")
        page.items(_reasons(row), 1)


def _net(found: ActLedger) -> str:
    net = found.worth - found.waiting
    template = N_("worth {points} more than waiting") if net > 0 else N_("worth {points} less than waiting")
    return say(template, points=number(round(abs(net), 1)))


def _line(row: LedgerRow) -> str:
    return say("{actor}, with {rung}: {words}", actor=row.issuer_name, rung=row.rung_name, words=row.words)


def _reasons(row: LedgerRow) -> list[str]:
    harm = round(row.harm, 1)
    denial = (
        say("Denial: takes back {share} of the gain.", share=percent(row.denial))
        if row.denial
        else _("Denial: takes nothing back.")
    )
    said = [
        count(
            harm,
            "Punishment: costs {points} point. {denial}",
            "Punishment: costs {points} points. {denial}",
            points=number(harm),
            denial=denial,
        )
    ]
    for lead, clauses in (
        (N_("Capability: {reasons}"), row.capability),
        (N_("Credibility: {reasons}"), row.credibility),
        (N_("Communication: {reasons}"), row.communication),
    ):
        if clauses:
            said.append(say(lead, reasons=sentence("; ".join(clauses))))
    return said

"""Says tables in words: cards, the offer that stands, what it is worth, and what came of a deal."""

from collections.abc import Iterable

from game.terminal.page import Page
from game.view.diplomacy import (
    CardView,
    LevelView,
    OfferView,
    TableView,
    WeighedView,
    lapse_words,
    weighed_words,
)
from game.view.seat import SeatView
from game.view.words import hours, listing, number, percent, sentence


def tables(page: Page, view: SeatView) -> None:
    """Every table with all its cards."""
    for table in view.tables:
        _heading(page, table)
        if table.summary:
            page.paragraph(table.summary)
        if table.seated and table.state in ("none", "broken"):
            page.items(
                f"{party.name} would deliver what it agrees to: {percent(party.complies)}, as you believe."
                for party in table.parties
                if party.complies is not None
            )
        if table.face:
            verb = "brings" if table.face > 0 else "costs"
            page.item(f"Agreeing at all {verb} you {number(abs(table.face))} points at home.")
        if table.guarantors:
            page.item(f"Who vouches for a deal: {listing(table.guarantors)}.")
        _standing(page, view, table)
        for place, card in enumerate(table.cards, 1):
            page.numbered(place, _card(card, view.hours_per_turn))
            page.items((_level(card, n, level) for n, level in enumerate(card.levels, 1)), 1)


def tables_moved(page: Page, view: SeatView) -> None:
    """What a turn's beginning says: where each table stands, and what stands on it."""
    for table in view.tables:
        if table.open or table.offer is not None or table.state == "in_force":
            _heading(page, table)
            _standing(page, view, table)
            if table.open:
                page.item("`offer` lists the terms that can be offered.")


def _heading(page: Page, table: TableView) -> None:
    who = listing(party.name for party in table.parties)
    secret = ", in secret" if table.secret else ""
    page.heading(f"{table.name} ({who}{secret}): {table.words}.")


def _standing(page: Page, view: SeatView, table: TableView) -> None:
    if table.closed_reasons and table.state in ("none", "broken"):
        page.item(sentence(f"closed, for it needs: {'; '.join(table.closed_reasons)}"))
    if table.offer is not None:
        _offer(page, view, table, table.offer)
    for card in table.cards:
        if card.state != "none" and table.state != "none":
            page.item(sentence(f"{card.name} of {card.giver_name}: {_state(card)}"))


def _state(card: CardView) -> str:
    if card.withheld:
        return "you do not deliver it, and may be found out"
    if card.state == "waiting" and card.due is not None:
        return f"{card.state_words}, due at hour {number(card.due)}"
    return card.state_words


def _offer(page: Page, view: SeatView, table: TableView, offer: OfferView) -> None:
    whose = "You offer" if offer.mine else f"{offer.by_name} offers"
    page.item(sentence(f"{whose}: {offer.words}"))
    agreed = [party.name for party in table.parties if party.agrees and party.actor != offer.by]
    if agreed:
        page.item(f"Agreed so far: {listing(agreed)}.", 1)
    page.items(weighed(offer.weighed), 1)
    lapse = lapse_words(offer, view.hour, view.hours_per_turn)
    if lapse:
        page.item(sentence(lapse), 1)
    if offer.can_reply:
        page.item("You may say `accept`, `reject`, or nothing; `offer` puts a package of your own.", 1)


def weighed(worth: Iterable[WeighedView]) -> Iterable[str]:
    """What a package is worth to each, a sentence each."""
    return (sentence(weighed_words(one)) for one in worth)


def _card(card: CardView, step: int) -> str:
    who = "you give" if card.mine else f"{card.giver_name} gives"
    needs = f"not now: it needs {'; '.join(card.reasons)}" if not card.available and card.reasons else ""
    late = f"it takes {hours(card.delay_hours, step)} to deliver" if card.delay_hours else ""
    found = percent(card.detection)
    risk = f"{found} of breaches are found out; then partners take back {percent(card.snaps_back)}"
    said = (f"{card.name} ({who})", card.summary, needs, late, risk)
    return " ".join(sentence(one) for one in said if one)


def _level(card: CardView, place: int, level: LevelView) -> str:
    worth = ", ".join(f"{name} {'+' if points > 0 else ''}{number(points)}" for name, points in level.worth)
    offered = " (in the offer that stands)" if card.offered == place else ""
    return f"{place}: {level.name}{offered}; points: {worth}"

"""Says tables in words: cards, the offer that stands, what it is worth, and what came of a deal."""

from collections.abc import Iterable

from game.language import N_, _, count, say
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
                say(
                    "{actor} would deliver what it agrees to: {share}, as you believe.",
                    actor=party.name,
                    share=percent(party.complies),
                )
                for party in table.parties
                if party.complies is not None
            )
        if table.face:
            page.item(_face(table.face))
        if table.guarantors:
            page.item(say("Who vouches for a deal: {actors}.", actors=listing(table.guarantors)))
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
                page.item(_("`offer` lists the terms that can be offered."))


def _heading(page: Page, table: TableView) -> None:
    who = listing(party.name for party in table.parties)
    template = (
        N_("{table} ({actors}, in secret): {words}.") if table.secret else N_("{table} ({actors}): {words}.")
    )
    page.heading(say(template, table=table.name, actors=who, words=table.words))


def _standing(page: Page, view: SeatView, table: TableView) -> None:
    if table.closed_reasons and table.state in ("none", "broken"):
        needs = "; ".join(table.closed_reasons)
        page.item(sentence(say("closed, for it needs: {needs}", needs=needs)))
    if table.offer is not None:
        _offer(page, view, table, table.offer)
    for card in table.cards:
        if card.state != "none" and table.state != "none":
            said = say(
                "{card} of {actor}: {state}", card=card.name, actor=card.giver_name, state=_state(card)
            )
            page.item(sentence(said))


def _state(card: CardView) -> str:
    if card.withheld:
        return _("you do not deliver it, and may be found out")
    if card.state == "waiting" and card.due is not None:
        return say("{state}, due at hour {hour}", state=card.state_words, hour=number(card.due))
    return card.state_words


def _offer(page: Page, view: SeatView, table: TableView, offer: OfferView) -> None:
    template = N_("You offer: {package}") if offer.mine else N_("{actor} offers: {package}")
    page.item(sentence(say(template, actor=offer.by_name, package=offer.words)))
    agreed = [party.name for party in table.parties if party.agrees and party.actor != offer.by]
    if agreed:
        page.item(say("Agreed so far: {actors}.", actors=listing(agreed)), 1)
    page.items(weighed(offer.weighed), 1)
    lapse = lapse_words(offer, view.hour, view.hours_per_turn)
    if lapse:
        page.item(sentence(lapse), 1)
    if offer.can_reply:
        page.item(_("You may say `accept`, `reject`, or nothing; `offer` puts a package of your own."), 1)


def weighed(worth: Iterable[WeighedView]) -> Iterable[str]:
    """What a package is worth to each, a sentence each."""
    return (sentence(weighed_words(one)) for one in worth)


def _card(card: CardView, step: int) -> str:
    who = _("you give") if card.mine else say("{actor} gives", actor=card.giver_name)
    said = [f"{card.name} ({who})", card.summary]
    if not card.available and card.reasons:
        said.append(say("not now: it needs {needs}", needs="; ".join(card.reasons)))
    if card.delay_hours:
        said.append(say("it takes {time} to deliver", time=hours(card.delay_hours, step)))
    said.append(
        say(
            "{found} of breaches are found out; then partners take back {share}",
            found=percent(card.detection),
            share=percent(card.snaps_back),
        )
    )
    return " ".join(sentence(one) for one in said if one)


def _level(card: CardView, place: int, level: LevelView) -> str:
    worth = ", ".join(f"{name} {'+' if points > 0 else ''}{number(points)}" for name, points in level.worth)
    template = (
        N_("{number}: {level} (in the offer that stands); points: {worth}")
        if card.offered == place
        else N_("{number}: {level}; points: {worth}")
    )
    return say(template, number=place, level=level.name, worth=worth)


def _face(face: float) -> str:
    """What agreeing at all does at home."""
    much, points = round(abs(face), 2), number(abs(face))
    if face > 0:
        return count(
            much,
            "Agreeing at all brings you {points} point at home.",
            "Agreeing at all brings you {points} points at home.",
            points=points,
        )
    return count(
        much,
        "Agreeing at all costs you {points} point at home.",
        "Agreeing at all costs you {points} points at home.",
        points=points,
    )

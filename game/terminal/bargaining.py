"""Commands that bargain: put a package on a table, accept what stands there, or reject it."""

from collections.abc import Iterator

from game.engine.orders import Offer
from game.language import N_, _, say
from game.model.deals import Reply
from game.model.ids import ActorId, DealId
from game.terminal import diplomacy
from game.terminal.desk import Desk, Step
from game.terminal.naming import Named, find
from game.terminal.problems import NotNow, NotUnderstood
from game.view.diplomacy import CardView, TableView
from game.view.seat import SeatView
from game.view.words import listing, sentence


def usage(view: SeatView) -> str:
    """How an offer is said in this game: where one sits at several tables, with the table's word."""
    word = _word(view)
    return f"offer {word}1=1 3=2 first=NAME"


def _word(view: SeatView) -> str:
    """A table to name, open if any is, with a space behind it; nothing where there is only one."""
    seated = sorted((table for table in view.tables if table.seated), key=lambda table: not table.open)
    return f"{seated[0].id} " if len(seated) > 1 else ""


def _say(view: SeatView) -> str:
    template = (
        N_("say `{usage}`: the table, numbers of terms with their levels, and who goes first")
        if _word(view)
        else N_("say `{usage}`: numbers of terms with their levels, and who goes first")
    )
    return say(template, usage=usage(view))


def offer(desk: Desk, rest: str) -> Step:
    """Put a package on a table; alone it lists what can be offered, with `none` it takes the offer back."""
    if not desk.view.tables:
        raise NotNow(_("Not now: in this game there are no tables to bargain at."))
    if not rest:
        diplomacy.tables(desk.page, desk.view)
        desk.page.paragraph(say("To put an offer, {how}.", how=_say(desk.view)))
        return Step.STAY
    if rest.casefold() == "none":
        if desk.draft.orders.offer is None:
            raise NotNow(" ".join(_stays(desk.view)))
        desk.change(desk.draft.with_offer(None))
        return Step.STAY
    words = rest.replace(" =", "=").replace("= ", "=").split()
    named = [word for word in words if "=" in word]
    table = _table(desk, " ".join(words[: words.index(named[0])] if named else words))
    if not named:
        raise NotUnderstood(say("Not understood: what do you offer? {how}", how=sentence(_say(desk.view))))
    levels, first = _package(desk.view, table, words[words.index(named[0]) :])
    package = Offer(DealId(table.id), levels, ActorId(first) if first else None)
    desk.change(desk.draft.with_offer(package))
    desk.page.items(diplomacy.weighed(desk.weigh(package)))
    return Step.STAY


def _stays(view: SeatView) -> Iterator[str]:
    """How what one has put in an earlier turn leaves the table: the rules know no other way."""
    yield _("Not now: you have put no offer this turn.")
    mine = next((table for table in view.tables if table.offer is not None and table.offer.mine), None)
    if mine is None:
        return
    recalled = say("the offer at “{deal}” is withdrawn", deal=mine.name)  # as the effect says itself
    acts = [move for group in view.moves for move in group.moves if recalled in move.effects]
    if not acts:
        yield say(
            "What you put on {table} before stands until it lapses, is rejected, or you put another package "
            "in its place.",
            table=mine.name,
        )
        return
    yield say(
        "What you put on {table} before stands until it lapses, is rejected, or you put another package in "
        "its place, until you order “{move}” (`{number}`).",
        table=mine.name,
        move=acts[0].label,
        number=acts[0].number,
    )


def _package(view: SeatView, table: TableView, words: list[str]) -> tuple[tuple[int, ...], str]:
    """The levels of a package, and who goes first."""
    levels, first = [0] * len(table.cards), ""
    for word in words:
        what, equals, value = word.partition("=")
        if not equals or not value:
            raise NotUnderstood(say("Not understood: “{word}”; {how}.", word=word, how=_say(view)))
        if what.casefold() == "first":
            parties = [Named(party.actor, (party.name, party.actor)) for party in table.parties]
            first = find(N_("party"), value, parties, _("Say one of those who sit at the table.")).key
            continue
        card = find(N_("term"), what, _cards(table), _("`offer` lists them."))
        place = [one.id for one in table.cards].index(card.key)
        if not value.isdecimal() or len(value) > 1:
            name, known = table.cards[place].name, _levels(table, place)
            raise NotUnderstood(
                say("Not understood: {card} at which level? {levels}", card=name, levels=known)
            )
        levels[place] = int(value)
    return tuple(levels), first


def _levels(table: TableView, place: int) -> str:
    names = (
        say("{number} is {level}", number=n, level=level.name)
        for n, level in enumerate(table.cards[place].levels, 1)
    )
    return say("0 is nothing, {names}.", names=", ".join(names))


def _cards(table: TableView) -> tuple[Named, ...]:
    def named(place: int, card: CardView) -> Named:
        return Named(card.id, (card.name, card.id), place)

    return tuple(named(place, card) for place, card in enumerate(table.cards, 1))


def _table(desk: Desk, text: str, *, answering: bool = False) -> TableView:
    """The table that is meant; the only one in question where none is named."""
    seated = [table for table in desk.view.tables if table.seated]
    if not seated:
        raise NotNow(_("Not now: you sit at no table."))
    if not text:
        fitting = [
            table
            for table in seated
            if (table.offer is not None and table.offer.can_reply if answering else table.open)
        ]
        if len(fitting) == 1:
            return fitting[0]
        if not fitting and answering:
            raise NotNow(_("Not now: no offer stands that you could answer. `show deals` says what does."))
        seated = fitting or seated
        if len(seated) == 1:
            return seated[0]
        names = listing(say("{word} (“{table}”)", word=table.id, table=table.name) for table in seated)
        raise NotUnderstood(say("Not understood: at which table? Say it first: {names}.", names=names))
    things = [Named(table.id, (table.name, table.id)) for table in seated]
    found = find(N_("table"), text, things, _("`show deals` lists them."))
    return next(table for table in seated if table.id == found.key)


def accept(desk: Desk, rest: str) -> Step:
    """Agree to what stands."""
    return _reply(desk, rest, Reply.ACCEPT)


def reject(desk: Desk, rest: str) -> Step:
    """Clear the table."""
    return _reply(desk, rest, Reply.REJECT)


def _reply(desk: Desk, rest: str, reply: Reply) -> Step:
    table = _table(desk, rest, answering=True)
    desk.change(desk.draft.with_reply(DealId(table.id), reply))
    return Step.STAY

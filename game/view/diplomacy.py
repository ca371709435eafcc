"""Diplomacy: tables, their cards in two columns, the offer that stands, and what it is worth to whom."""

from collections.abc import Sequence

import numpy as np
from attrs import frozen

from game.engine.conditions.deals import DealState, TermState
from game.engine.packages import Packages, beliefs_in
from game.engine.prospects import going_on
from game.engine.tables import Card, Table
from game.language import N_, _, count, say, sense, told
from game.model.deals import Level
from game.model.ids import PUBLIC, ActorId, DealId
from game.view.sight import Sight
from game.view.words import hours, listing, number

DEAL_STATES = tuple(state.value for state in DealState)
"""As the rows of the world count them."""
TERM_STATES = tuple(state.value for state in TermState)
"""As the rows of the world count them."""

TERM_WORDS = {
    "none": N_("not agreed"),
    "waiting": N_("agreed, not delivered yet"),
    "delivered": N_("delivered"),
    "broken": N_("found not to have been delivered"),
    "snapped_back": N_("taken back"),
}
"""A term's state in words."""


@frozen
class LevelView:
    """One level of a card."""

    name: str
    worth: tuple[tuple[str, float], ...]
    """By actor, the points that delivering it brings or costs it, this seat first."""
    effects: tuple[str, ...]
    """What delivering it does, as clauses."""


@frozen
class CardView:
    """A term card."""

    id: str
    name: str
    summary: str
    giver: str
    giver_name: str
    mine: bool
    """Whether this seat gives it."""
    levels: tuple[LevelView, ...]
    """Level 1 and, if there is one, level 2; level 0 is nothing."""
    available: bool
    """Whether it can be offered now."""
    reasons: tuple[str, ...]
    """What keeps it from being offered."""
    offered: int | None
    """Its level in the offer that stands, 0 for nothing; None where no offer is seen."""
    agreed: int
    """Its level in the deal that was agreed last."""
    state: str
    """`none`, `waiting`, `delivered`, `broken` or `snapped_back`."""
    state_words: str
    due: float | None
    """The hour at which it falls due or was delivered."""
    withheld: bool
    """Whether this seat, its giver, does not mean to deliver it or has not done so."""
    delay_hours: float
    detection: float
    """Probability that a breach of it is found out."""
    snaps_back: float
    """Share of what the partners have given that they take back then."""


@frozen
class PartyView:
    """A party at a table."""

    actor: str
    name: str
    mine: bool
    agrees: bool
    """Whether it agrees to the offer that stands."""
    complies: float | None
    """Belief that it would deliver what it agrees to, as this seat sees it; None for itself."""


@frozen
class WeighedView:
    """What a package is worth to one actor, in points of its own scale, as this seat thinks."""

    actor: str
    name: str
    mine: bool
    worth: float
    """What it expects of the package."""
    going_on: float
    """What it expects of going on without one."""
    better: float
    """How much better the package is for it than going on, the risk of a breach reckoned in."""
    least: float | None = None
    """The same if none of the others could be trusted to deliver."""
    most: float | None = None
    """The same if all of them were sure to."""


@frozen
class OfferView:
    """An offer that stands."""

    by: str
    by_name: str
    mine: bool
    levels: tuple[int, ...]
    """By card, in the order of `TableView.cards`."""
    first: str
    """Whose terms come first; empty for all at once."""
    first_name: str
    until: float | None
    """The hour after whose replies it lapses."""
    can_reply: bool
    """Whether this seat can accept or reject it now."""
    weighed: tuple[WeighedView, ...]
    """What it is worth: this seat first, then the others as it thinks of them."""
    words: str
    """What it says, in one line."""


@frozen
class TableView:
    """A table at which some actors bargain."""

    id: str
    name: str
    summary: str
    secret: bool
    """Whether only the parties see offers."""
    seated: bool
    """Whether this seat is a party."""
    open: bool
    """Whether this seat can put an offer now."""
    state: str
    """`none`, `in_force`, `kept` or `broken`."""
    words: str
    """Where it stands, as a clause."""
    closed_reasons: tuple[str, ...]
    """What would have to hold for the table to open."""
    parties: tuple[PartyView, ...]
    """This seat first."""
    cards: tuple[CardView, ...]
    offer: OfferView | None
    stands_hours: int
    """How long an offer stands."""
    face: float
    """What agreeing at all brings or costs this seat at home, in points."""
    guarantors: tuple[str, ...]
    """Who vouches for a deal."""

    def package(self, levels: Sequence[int]) -> tuple[str, ...]:
        """Who gives what in a package, a clause for each giver: `Norland: Withdrawal (west of the river)`."""
        gives: dict[str, list[str]] = {}
        for card, level in zip(self.cards, levels, strict=True):
            if level:
                gives.setdefault(card.giver_name, []).append(_given(card.name, card.levels[level - 1].name))
        return tuple(_gives(giver, given) for giver, given in gives.items())

    @property
    def ours(self) -> tuple[CardView, ...]:
        """The cards that this seat gives."""
        return tuple(card for card in self.cards if card.mine)

    @property
    def theirs(self) -> tuple[CardView, ...]:
        """The cards that others give."""
        return tuple(card for card in self.cards if not card.mine)


def diplomacy(sight: Sight) -> tuple[TableView, ...]:
    """Every table, those at which this seat sits first."""
    tables = sight.program.tables.values()
    found = [_table(sight, table) for table in tables]
    return tuple(sorted(found, key=lambda view: not view.seated))


def _table(sight: Sight, table: Table) -> TableView:
    deal = table.deal
    seated = sight.me in deal.parties
    is_open = bool(sight.observation.table_open(deal.id)[0])
    state = DEAL_STATES[sight.count("deal", deal.id)]
    offer = _offer(sight, table, is_open)
    return TableView(
        id=str(deal.id),
        name=told(deal.name),
        summary=told(deal.summary),
        secret=deal.secret,
        seated=seated,
        open=is_open,
        state=state,
        words=_words(sight, table, state, is_open, offer),
        closed_reasons=() if state in ("in_force", "kept") else _unmet(sight, table, table.when),
        parties=tuple(_party(sight, table, party) for party in _me_first(sight, deal.parties)),
        cards=tuple(_card(sight, table, card, offer) for card in table.cards),
        offer=offer,
        stands_hours=deal.stands_hours,
        face=sight.amount(deal.face.get(sight.me, 0.0)),
        guarantors=tuple(sight.name(actor) for actor in deal.guarantors if _vouches(sight, table, actor)),
    )


def _vouches(sight: Sight, table: Table, guarantor: ActorId) -> bool:
    return bool(np.all(table.vouches(sight.observation, guarantor)))


def _words(sight: Sight, table: Table, state: str, is_open: bool, offer: OfferView | None) -> str:
    if state == "in_force":
        waiting = [told(card.term.name) for card in table.cards if _state(sight, table, card) == "waiting"]
        if not waiting:
            return _("agreed, and every term has been delivered")
        return say("agreed; still to be delivered: {terms}", terms=listing(waiting))
    if state == "kept":
        return _("agreed, and every term has been delivered")
    if offer is not None:
        now = (
            _("an offer of yours stands")
            if offer.mine
            else say("an offer of {actor} stands", actor=offer.by_name)
        )
    else:
        now = _("open, and nothing is on it") if is_open else sense("table", "closed")
    return say("the last deal was broken; {now}", now=now) if state == "broken" else now


def _me_first(sight: Sight, actors: tuple[ActorId, ...]) -> tuple[ActorId, ...]:
    return tuple(sorted(actors, key=lambda actor: actor != sight.me))


def _unmet(sight: Sight, table: Table, conditions: tuple[int, ...]) -> tuple[str, ...]:
    """What does not hold, for those who sit at the table and may see it."""
    seated = sight.me in table.deal.parties
    return sight.unmet(sight.observation.unmet(conditions)) if seated else ()


def _party(sight: Sight, table: Table, party: ActorId) -> PartyView:
    mine = party == sight.me
    beliefs = beliefs_in(sight.observation, table, sight.me, str(sight.me))
    complies = float(beliefs[party][0]) if party in beliefs else None
    agrees = sight.whole("agrees", table.deal.id, party) == 1 and sight.count("offer_by", table.deal.id) >= 0
    return PartyView(str(party), sight.name(party), mine, agrees, complies)


def _state(sight: Sight, table: Table, card: Card) -> str:
    return TERM_STATES[sight.count("term_state", table.deal.id, card.term.id)]


def _card(sight: Sight, table: Table, card: Card, offer: OfferView | None) -> CardView:
    deal, term = table.deal, card.term
    state = _state(sight, table, card)
    unmet = _unmet(sight, table, card.requires)
    return CardView(
        id=str(term.id),
        name=told(term.name),
        summary=told(term.summary),
        giver=str(term.giver),
        giver_name=sight.name(term.giver),
        mine=term.giver == sight.me,
        levels=tuple(_level(sight, card, place, level) for place, level in enumerate(term.levels)),
        available=sight.me in deal.parties and not unmet,
        reasons=unmet,
        offered=None if offer is None else offer.levels[card.place],
        agreed=sight.count("term", deal.id, term.id),
        state=state,
        state_words=_(TERM_WORDS[state]),
        due=sight.moment("term_at", deal.id, term.id),
        withheld=sight.count("withheld", deal.id, term.id) > 0,
        delay_hours=sight.amount(term.delay_hours),
        detection=sight.amount(term.detection),
        snaps_back=sight.amount(term.snaps_back),
    )


def _level(sight: Sight, card: Card, place: int, level: Level) -> LevelView:
    worth = tuple((sight.name(a), sight.amount(level.worth[a])) for a in _me_first(sight, tuple(level.worth)))
    return LevelView(told(level.name), worth, sight.effects(card.effects[place]))


def _offer(sight: Sight, table: Table, is_open: bool) -> OfferView | None:
    deal = table.deal.id
    by = sight.actor(sight.whole("offer_by", deal))
    if not by:
        return None
    levels = tuple(sight.count("offer", deal, card.term.id) for card in table.cards)
    first = sight.actor(sight.whole("offer_first", deal))
    return OfferView(
        by=by,
        by_name=sight.name(by),
        mine=by == sight.me,
        levels=levels,
        first=first,
        first_name=sight.name(first) if first else "",
        until=sight.moment("offer_until", deal),
        can_reply=is_open and by != sight.me,
        weighed=weigh(sight, deal, levels, first),
        words=package_words(sight, table, levels, first),
    )


def package_words(sight: Sight, table: Table, levels: tuple[int, ...], first: str) -> str:
    """A package in one line: who gives what, and who goes first."""
    parts = []
    for giver in _me_first(sight, table.deal.parties):
        given = [
            _given(told(card.term.name), told(card.term.levels[level - 1].name))
            for card, level in zip(table.cards, levels, strict=True)
            if level and card.term.giver == giver
        ]
        parts += [_gives(sight.name(giver), given)] if given else []
    parts += [say("{actor} goes first", actor=sight.name(first))] if first else []
    return "; ".join(parts)


def _given(card: str, level: str) -> str:
    return say("{card} ({level})", card=card, level=level)


def _gives(giver: str, given: Sequence[str]) -> str:
    return say("{actor}: {terms}", actor=giver, terms=listing(given))


def weigh(sight: Sight, deal: DealId, levels: tuple[int, ...], first: str = "") -> tuple[WeighedView, ...]:
    """What a package is worth to each party: to this seat, and to the others as it thinks of them.

    A screen may ask it of any package while one is being put together. Raises KeyError for no such table.
    """
    table = sight.program.tables[deal]
    wanted = np.array([levels], dtype=np.int32)
    step = sight.scenario.clock.hours_per_turn
    packages = Packages(table, wanted, ActorId(first) if first else None, sight.observation.value, step)
    covered = bool(sight.observation.face_covered(deal)[0])
    saved = sight.amount(table.deal.face_covered) if covered else 0.0
    found = []
    for actor in _me_first(sight, table.deal.parties):
        eyes = str(sight.me) if actor == sight.me else str(PUBLIC)
        beliefs = beliefs_in(sight.observation, table, actor, eyes)
        without = going_on(sight.program, sight.observation, actor, table.deal)
        worth = packages.worth(actor)
        least, most = (
            float(worth.advantage({giver: np.full(1, sure) for giver in beliefs}, without, saved)[0])
            for sure in (0.0, 1.0)
        )
        found.append(
            WeighedView(
                str(actor),
                sight.name(actor),
                actor == sight.me,
                round(float(worth.value(beliefs, saved)[0]), 6),
                round(float(without[0]), 6),
                round(float(worth.advantage(beliefs, without, saved)[0]), 6),
                round(min(least, most), 6),
                round(max(least, most), 6),
            )
        )
    return tuple(found)


def weighed_words(one: WeighedView) -> str:
    """What a package is worth to somebody, as a clause."""
    much = round(abs(one.better), 1)
    points = number(much)
    if one.better >= 0:
        worth = count(
            much, "{points} point better than going on", "{points} points better than going on", points=points
        )
    else:
        worth = count(
            much, "{points} point worse than going on", "{points} points worse than going on", points=points
        )
    if one.mine:
        return say("to you: {worth}", worth=worth)
    return say("to {actor}, as you think: {worth}", actor=one.name, worth=worth)


def lapse_words(offer: OfferView, hour: int, step: int = 0) -> str:
    """How long an offer stands, as a clause; empty where it does not lapse. Turns have `step` hours."""
    if offer.until is None:
        return ""
    return say("it stands for {time} more", time=hours(max(0.0, offer.until - hour), step))

"""What a seat means to say at tables this turn: a package in the making, and replies."""

from collections.abc import Callable, Sequence

from attrs import define, field, frozen

from game.engine.orders import Offer
from game.language import N_, _, say
from game.model.deals import Reply
from game.model.ids import ActorId, DealId
from game.view.diplomacy import CardView, TableView, WeighedView

REPLIES = {
    "accept": N_("Accept"),
    "reject": N_("Reject"),
    "let_lie": N_("Let it lie"),
}
"""What can be said to an offer, by the values of `Reply`."""

SAID = {
    "accept": (N_("the offer is accepted"), N_("the offer is accepted ({table})")),
    "reject": (N_("the offer is rejected"), N_("the offer is rejected ({table})")),
    "let_lie": (N_("the offer is left to lie"), N_("the offer is left to lie ({table})")),
}
"""The same as clauses: where there is one table, and where there are several."""

SMALL = 1e-6
"""Points that nobody notices."""

Weigh = Callable[["Package"], Sequence[WeighedView]]
"""What a package is worth to each party, as this seat thinks."""


@frozen
class Package:
    """Levels of all cards of a table, and who goes first."""

    levels: tuple[int, ...]
    first: str = ""

    @property
    def empty(self) -> bool:
        """Whether it says nothing."""
        return not any(self.levels)


@define
class TalksDraft:
    """One turn's words at tables, as far as they are chosen."""

    packages: dict[str, Package] = field(factory=dict)
    """By table, what is being put together."""
    tabled: str = ""
    """The table on which a package is put this turn; one offer a turn."""
    replies: dict[str, str] = field(factory=dict)
    """By table, what is said to the offer that stands."""

    def package(self, table: TableView) -> Package:
        """Return the package in the making: at first what stands on the table."""
        kept = self.packages.get(table.id)
        if kept is not None:
            return kept
        if table.offer is not None:
            return Package(table.offer.levels, table.offer.first)
        return Package((0,) * len(table.cards))

    def cycle(self, table: TableView, card: CardView) -> str:
        """Take a card to its next level, or back to nothing; return why not."""
        if not table.seated:
            return _("You do not sit at this table.")
        if not card.available:
            reasons = "; ".join(card.reasons) or _("it is not possible now")
            return say("{card} cannot be offered: {reasons}.", card=card.name, reasons=reasons)
        package = self.package(table)
        place = [one.id for one in table.cards].index(card.id)
        levels = list(package.levels)
        levels[place] = (levels[place] + 1) % (len(card.levels) + 1)
        self.packages[table.id] = Package(tuple(levels), package.first)
        return ""

    def soften(self, table: TableView, weigh: Weigh) -> tuple[CardView, int] | None:
        """Take one step towards the others, the one that costs this seat least; return which card moved.

        A step gives one level more or asks for one level less. None where nothing can be taken towards them.
        """
        package = self.package(table)
        here = weigh(package)
        best: tuple[float, int, Package] | None = None
        for place, card in enumerate(table.cards):
            level = package.levels[place] + (1 if card.mine else -1)
            if not 0 <= level <= len(card.levels) or (card.mine and not card.available):
                continue
            levels = (*package.levels[:place], level, *package.levels[place + 1 :])
            tried = Package(levels, package.first)
            if tried.empty:
                continue
            there = weigh(tried)
            gains = [then.better - now.better for then, now in zip(there, here, strict=True) if not now.mine]
            cost = sum(now.better - then.better for then, now in zip(there, here, strict=True) if now.mine)
            towards = min(gains, default=0.0) > -SMALL and max(gains, default=0.0) > SMALL
            if towards and (best is None or cost < best[0]):
                best = cost, place, tried
        if best is None:
            return None
        self.packages[table.id] = best[2]
        return table.cards[best[1]], best[2].levels[best[1]]

    def clear(self, table: TableView) -> None:
        """Begin anew: with what stands on the table, or with nothing."""
        self.packages.pop(table.id, None)
        if self.tabled == table.id:
            self.tabled = ""

    def go_first(self, table: TableView, actor: str) -> None:
        """Let somebody's terms come first; all at once where nobody is named."""
        self.packages[table.id] = Package(self.package(table).levels, actor)

    def put(self, table: TableView) -> str:
        """Put the package on the table with this turn's orders, or take it back; return why not."""
        if self.tabled == table.id:
            self.tabled = ""
            return ""
        package = self.package(table)
        if not table.open:
            return _("You can put nothing on this table now.")
        if package.empty:
            return _("An empty package is no offer: press a card to raise its level.")
        self.packages[table.id] = package
        self.tabled = table.id
        return ""

    def reply(self, table: TableView, reply: str) -> None:
        """Say something to the offer that stands; letting it lie is the same as saying nothing."""
        self.replies.pop(table.id, None)
        if reply != Reply.LET_LIE.value:
            self.replies[table.id] = reply

    def said(self, table: TableView) -> str:
        """Return what is said to the offer that stands."""
        return self.replies.get(table.id, Reply.LET_LIE.value)

    def given_replies(self) -> tuple[tuple[DealId, Reply], ...]:
        """Return the replies as orders have them."""
        return tuple((DealId(table), Reply(reply)) for table, reply in self.replies.items())

    def offer(self) -> Offer | None:
        """Return the offer as orders have it."""
        if not self.tabled:
            return None
        package = self.packages[self.tabled]
        first = ActorId(package.first) if package.first else None
        return Offer(DealId(self.tabled), package.levels, first)

    def words(self, tables: tuple[TableView, ...]) -> str:
        """Return in a few words what is said; empty for nothing."""
        names = {table.id: table.name for table in tables}
        several = len(tables) > 1
        said = [say(SAID[reply][several], table=names[table]) for table, reply in self.replies.items()]
        if self.tabled:
            out = N_("an offer goes out ({table})") if several else N_("an offer goes out")
            said.append(say(out, table=names[self.tabled]))
        return ", ".join(said)

"""The missed deal: in which turns a package would have left every party better off than going on, and which.

Each party is weighed by what it knew and believed when the turn was to be ordered, so that the review can say
what kept a deal from being made: distrust, faces at home, or only that nobody put the package.
"""

from collections.abc import Sequence

import numpy as np
from attrs import frozen

from game.engine.arrays import F64, Mask
from game.engine.packages import Packages, bargaining_range, beliefs_in, can_be_had, every_package
from game.engine.prospects import going_on
from game.engine.tables import NONE, Table
from game.language import N_, _, count, say, told
from game.session.game import Game
from game.view.diplomacy import package_words
from game.view.sight import Sight, sights
from game.view.words import listing, number

WHY = {
    "": N_("a package lay in the range"),
    "distrust": N_("there would have been one, had they trusted each other to keep it"),
    "face": N_("there would have been one, had agreeing cost nobody face at home"),
    "nothing": N_("no package was better for all than going on"),
}
"""What a turn says about the range."""


@frozen
class PartyGain:
    """How much better a package would have been for a party than going on, by what it then believed."""

    actor: str
    name: str
    better: float


@frozen
class MissedTurn:
    """One turn in which a table was open."""

    turn: int
    hour: int
    exists: bool
    """Whether any package left every party at least as well off as going on."""
    closed_by: str
    """What closed the range: empty where there is one, else `distrust`, `face` or `nothing`."""
    package: str
    """The best package then, in words; empty where there is none."""
    gains: tuple[PartyGain, ...]
    """What it would have brought each."""


@frozen
class MissedDealView:
    """What a table could have brought, turn by turn."""

    deal: str
    name: str
    turns: tuple[MissedTurn, ...]
    """The turns in which it was open, the first first."""
    agreed_at: int | None
    """The hour at which a deal was made, if ever; later turns are not looked at."""
    best: MissedTurn | None
    """The turn and package with the highest product of gains."""
    verdict: str
    """Whether a deal was made, and in how many turns one lay in the range."""
    words: str
    """All of it in a few sentences."""


def missed_deals(game: Game) -> tuple[MissedDealView, ...]:
    """For each table of a game that is over, what it could have brought."""
    return tuple(_missed(game, table) for table in game.program.tables.values())


def _missed(game: Game, table: Table) -> MissedDealView:
    seats = [sights(game, party) for party in table.deal.parties]
    review = _Review(table, seats[0][0])
    weighed = [
        review.turn(moments)
        for moments in zip(*seats, strict=True)
        if any(moment.observation.table_open(table.deal.id)[0] for moment in moments)
    ]
    inside = [(product, turn) for turn, product in weighed if turn.exists]
    best = max(inside, key=lambda found: found[0])[1] if inside else None
    turns = tuple(turn for turn, _ in weighed)
    truth = game.truth()
    made = [at for at, _ in enumerate(truth.hours) if truth.whole("deal", table.deal.id, at=at) != NONE]
    agreed_at = truth.hours[made[0] - 1] if made else None
    verdict = _verdict(turns, best, agreed_at)
    words = verdict if best is None else f"{verdict} {_of_the_best(best)}"
    return MissedDealView(str(table.deal.id), told(table.deal.name), turns, agreed_at, best, verdict, words)


class _Review:
    """One table with all its packages, by the numbers of one game."""

    def __init__(self, table: Table, sight: Sight) -> None:
        self.table, self.levels = table, every_package(table)
        givers = {card.term.giver for card in table.cards}
        self.firsts = (None, *(party for party in table.deal.parties if party in givers))
        step, amount = sight.scenario.clock.hours_per_turn, sight.observation.value
        self.groups = [Packages(table, self.levels[:, None, :], first, amount, step) for first in self.firsts]

    def turn(self, moments: Sequence[Sight]) -> tuple[MissedTurn, float]:
        """The range in one turn, by what each party knew; and the product of gains of its best package."""
        sight, deal = moments[0], self.table.deal.id
        free = [sight.observation.can_offer(deal, card.term.id) for card in self.table.cards]
        possible = np.concatenate([can_be_had(self.levels, free)] * len(self.firsts))
        gains = [self._advantages(moment) for moment in moments]
        row = int(bargaining_range(gains, possible).best[0])
        if row < 0:
            closed = self._closed_by(moments, possible)
            return MissedTurn(sight.turn, sight.hour, False, closed, "", ()), 0.0
        product = 1.0
        for gain in gains:
            product *= max(0.0, float(gain[row, 0]))
        first = self.firsts[row // len(self.levels)]
        chosen = tuple(int(level) for level in self.levels[row % len(self.levels)])
        each = tuple(
            PartyGain(str(moment.me), sight.name(moment.me), round(float(gain[row, 0]), 6))
            for moment, gain in zip(moments, gains, strict=True)
        )
        package = package_words(sight, self.table, chosen, str(first or ""))
        return MissedTurn(sight.turn, sight.hour, True, "", package, each), product

    def _advantages(self, sight: Sight, *, trusting: bool = False, shameless: bool = False) -> F64:
        """How much better every package is for a seat than going on, (packages of every order, 1)."""
        seen, deal = sight.observation, self.table.deal
        beliefs = beliefs_in(seen, self.table, sight.me, str(sight.me))
        if trusting:
            beliefs = {giver: np.ones(1) for giver in beliefs}
        covered = bool(seen.face_covered(deal.id)[0])
        saved = 1.0 if shameless else (sight.amount(deal.face_covered) if covered else 0.0)
        without = going_on(sight.program, seen, sight.me, deal)
        rows = [packages.worth(sight.me).advantage(beliefs, without, saved) for packages in self.groups]
        return np.concatenate([row + np.zeros(1) for row in rows])

    def _closed_by(self, moments: Sequence[Sight], possible: Mask) -> str:
        """What keeps the range shut: the first of these without which it would be open."""
        trusting = [self._advantages(moment, trusting=True) for moment in moments]
        if bargaining_range(trusting, possible).exists[0]:
            return "distrust"
        shameless = [self._advantages(moment, shameless=True) for moment in moments]
        return "face" if bargaining_range(shameless, possible).exists[0] else "nothing"


def _verdict(turns: Sequence[MissedTurn], best: MissedTurn | None, agreed_at: int | None) -> str:
    if not turns:
        return _("The table was never open.")
    made = (
        _("No deal was made.")
        if agreed_at is None
        else say("A deal was made at hour {hour}.", hour=agreed_at)
    )
    if best is None:
        reasons = {turn.closed_by for turn in turns}
        why = next(_(WHY[reason]) for reason in ("distrust", "face", "nothing") if reason in reasons)
        never = say("At no time was there a package that all preferred to going on; {why}.", why=why)
        return f"{made} {never}"
    inside = count(
        len(turns),
        "In {inside} of {number} turn a package lay in the range.",
        "In {inside} of {number} turns a package lay in the range.",
        inside=sum(turn.exists for turn in turns),
    )
    return f"{made} {inside}"


def _of_the_best(best: MissedTurn) -> str:
    gains = listing(
        say("{actor} by {points}", actor=gain.name, points=number(round(gain.better, 1)))
        for gain in best.gains
    )
    which = say("The best was at hour {hour}: {package}.", hour=best.hour, package=best.package)
    worth = say("In points, it would have been better than going on for {gains}.", gains=gains)
    return f"{which} {worth}"

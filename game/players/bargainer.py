"""How a computer player bargains: what it puts on a table, and what it says to what stands there.

It weighs packages by what is assumed in the game it plays and by its own beliefs, and those of the others as
the public record shows them. It offers the package above its aspiration that is best for whoever gains least
of the others; the aspiration W + (Vmax - W)(1 - (t/H)^(1/beta)) comes down to what going on is worth as the
announced end comes near (Faratin, Sierra and Jennings 1998). It accepts with probability L((V - W)/T)
(McFadden 1974). Points are relative to going on, so W is 0 here.
"""

from collections.abc import Mapping, Sequence
from functools import cached_property

import numpy as np
from attrs import field, frozen

from game.engine.arrays import F64, I32, Columns, Mask, columns_of
from game.engine.chance import Dice
from game.engine.exact import logistic, power
from game.engine.observe import Observation
from game.engine.orders import REPLIES, BatchOrders
from game.engine.packages import Beliefs, Packages, Worth, beliefs_in, can_be_had, every_package
from game.engine.program import Program
from game.engine.prospects import Amount, going_on
from game.engine.tables import Table
from game.model.deals import Reply
from game.model.endings import Doctrine, Drive
from game.model.ids import PUBLIC, ActorId, AssumptionId
from game.model.numbers import Assumed, Number

ACCEPT, REJECT = (REPLIES.index(reply) for reply in (Reply.ACCEPT, Reply.REJECT))
TENTHS = 10
"""Advantages are whole tenths of a point before anything is chosen by them."""
MOST = 10_000
"""Tenths at which advantages are clipped."""
KEPT = 10
"""How many packages are kept in mind for each way of weighing one's own gain against the others'."""
WEIGHTS = (0.35, 0.5, 0.65, 0.85)
"""Weight of one's own gain in these ways."""
REFERENCE = 0.6
"""Belief in compliance by which packages to keep in mind are sorted out."""
KEENNESS = 2.0
"""Points by which a deal is dearer for each unit of the drive above the ordinary one."""
HOW_OFTEN = 0.35
"""Chance that a player of the ordinary drive puts an offer in a turn in which it could."""
BETTER = 10
"""Tenths by which an offer of one's own must be better than the one that stands."""


READINGS = 16
"""For so many readings of the assumptions what packages are worth is kept."""

Reading = tuple[float | F64, ...]


@frozen(eq=False)
class _Some:
    """An observation in some of its games."""

    seen: Observation
    where: Columns

    @property
    def count(self) -> int:
        """How many games."""
        return len(self.where)

    @property
    def hour(self) -> int:
        """Now."""
        return self.seen.hour

    def number(self, *name: str) -> F64:
        """A row of numbers in these games."""
        return self.seen.number(*name)[self.where]

    def whole(self, *name: str) -> I32:
        """A row of whole numbers in these games."""
        return self.seen.whole(*name)[self.where]

    def value(self, number: Number) -> float | F64:
        """A constant, or what is assumed in these games."""
        value = self.seen.value(number)
        return value[self.where] if isinstance(value, np.ndarray) and value.ndim else value


@frozen(eq=False)
class Bargainer:
    """One actor of one doctrine at one table."""

    program: Program
    """The compiled scenario."""
    table: Table
    """Where."""
    actor: ActorId
    """Who."""
    doctrine: Doctrine
    """How it weighs things."""
    _kept: dict[Reading, Sequence[Mapping[ActorId, Worth]]] = field(factory=dict, init=False)

    @cached_property
    def _orders_of_turn(self) -> tuple[ActorId | None, ...]:
        """Who may go first: nobody, or one of those who give something."""
        givers = dict.fromkeys(card.term.giver for card in self.table.cards)
        return (None, *(party for party in self.table.deal.parties if party in givers))

    def _packages(self, levels: I32, first: ActorId | None, amount: Amount) -> Packages:
        step = self.program.scenario.clock.hours_per_turn
        return Packages(self.table, levels, first, amount, step)

    @cached_property
    def in_mind(self) -> tuple[tuple[ActorId | None, I32], ...]:
        """The packages worth thinking of, by who goes first: good for itself, and not bad for the others.

        They are sorted out once, by central values; what they are worth in a game is weighed by its own.
        """
        assumptions = self.program.scenario.assumptions

        def central(number: Number) -> float:
            return assumptions[number.assumption].value if isinstance(number, Assumed) else float(number)

        levels = every_package(self.table)
        mine, others = [], []
        for first in self._orders_of_turn:
            packages = self._packages(levels, first, central)
            at = {party: self._reference(packages, party) for party in self.table.deal.parties}
            mine.append(at[self.actor])
            others.append(_least([at[party] for party in at if party != self.actor]))
        own, least = np.concatenate(mine), np.concatenate(others)
        kept: set[int] = set()
        for weight in WEIGHTS:
            score = np.rint((weight * own + (1.0 - weight) * least) * TENTHS)
            kept.update(np.argsort(-score, kind="stable")[:KEPT].tolist())
        groups = []
        for place, first in enumerate(self._orders_of_turn):
            rows = sorted(row - place * len(levels) for row in kept if row // len(levels) == place)
            if rows:
                groups.append((first, levels[rows]))
        return tuple(groups)

    def _reference(self, packages: Packages, party: ActorId) -> F64:
        worth = packages.worth(party)
        return worth.value({giver: np.full(1, REFERENCE) for giver in worth.gains})

    @property
    def _keen(self) -> float:
        drive = self.doctrine.drives.get(Drive.DEAL.value, 1.0)
        return (drive - 1.0) * KEENNESS

    def bargain(self, seen: Observation, dice: Dice, orders: BatchOrders) -> None:
        """Fill in its reply and its offer in every game in which the table is open."""
        deal = self.table.deal.id
        is_open = seen.table_open(deal)
        if not is_open.any():
            return
        by, me = seen.whole("offer_by", deal), self.program.actor_index(self.actor)
        standing = np.full(seen.count, -MOST, dtype=np.int32)
        answering = columns_of(is_open & (by >= 0) & (by != me))
        if len(answering):
            self._reply(seen, dice, orders, answering, standing)
        self._offer(seen, dice, orders, is_open & (by != me), standing)

    def _weights(self, rows: _Some, party: ActorId) -> tuple[Beliefs, F64]:
        """A party's beliefs, and what going on is worth to it, as far as this player can tell."""
        eyes = str(self.actor) if party == self.actor else str(PUBLIC)
        alone = going_on(self.program, rows.seen, party, self.table.deal)[rows.where]
        return beliefs_in(rows, self.table, party, eyes), alone

    def _saved(self, rows: _Some) -> F64:
        covered = rows.seen.face_covered(self.table.deal.id)[rows.where]
        return np.where(covered, rows.value(self.table.deal.face_covered), 0.0)

    def _reply(
        self, seen: Observation, dice: Dice, orders: BatchOrders, where: Columns, standing: I32
    ) -> None:
        """Accept or reject what stands; `standing` gets what it is worth, in tenths."""
        deal = self.table.deal
        rows = _Some(seen, where)
        self._weigh_standing(seen, where, standing)
        value = standing[where] + self._keen_tenths
        yes = dice.uniform(("reply", self.actor, deal.id))[where] < self._says_yes(value)
        agreed = rows.whole("agrees", deal.id, self.actor) == 1
        reply = orders.replies[self.table.index]
        reply[where] = np.where(agreed, -1, np.where(yes, ACCEPT, np.where(value < 0, REJECT, -1)))
        standing[where[agreed | yes]] = MOST

    def _weigh_standing(self, seen: Observation, where: Columns, standing: I32) -> None:
        """Write what stands on the table is worth to this actor, in tenths."""
        deal = self.table.deal
        first = _Some(seen, where).whole("offer_first", deal.id)
        for party in self._orders_of_turn:
            there = columns_of(first == (-1 if party is None else self.program.actor_index(party)))
            if len(there):
                some = _Some(seen, where[there])
                levels = np.array([some.whole("offer", deal.id, card.term.id) for card in self.table.cards])
                standing[some.where] = self._advantage(some, levels.T, party)

    def _advantage(self, some: _Some, levels: I32, first: ActorId | None) -> I32:
        """Tenths that packages bring this actor beyond going on."""
        beliefs, without = self._weights(some, self.actor)
        worth = self._packages(levels, first, some.value).worth(self.actor)
        return _tenths(worth.advantage(beliefs, without, self._saved(some)))

    @property
    def _keen_tenths(self) -> int:
        return round(self._keen * TENTHS)

    def _says_yes(self, value: I32) -> F64:
        """The chance that it accepts what is worth so many tenths to it, its keenness included."""
        return logistic(value / (self.doctrine.temperature * TENTHS))

    # --- what it says of itself when the game is over -----------------------------------------------------

    def standing(self, seen: Observation) -> float | None:
        """Points beyond going on of what stands for it to answer in the first game; None for nothing."""
        deal = self.table.deal.id
        by = int(seen.whole("offer_by", deal)[0])
        if not seen.table_open(deal)[0] or by < 0 or by == self.program.actor_index(self.actor):
            return None
        standing = np.zeros(seen.count, dtype=np.int32)
        self._weigh_standing(seen, np.zeros(1, dtype=np.intp), standing)
        return float(standing[0]) / TENTHS

    def worth_of(self, seen: Observation, levels: Sequence[int], first: ActorId | None) -> float:
        """Points beyond going on of a package, to this actor in the first game."""
        some = _Some(seen, np.zeros(1, dtype=np.intp))
        package = np.array([[levels[card.place] for card in self.table.cards]], dtype=np.int32)
        return float(self._advantage(some, package, first)[0]) / TENTHS

    def chance_to_accept(self, points: float) -> float:
        """The chance that it accepts a package worth so many points to it."""
        value = np.array([round(points * TENTHS) + self._keen_tenths], dtype=np.int32)
        return float(self._says_yes(value)[0])

    # --- offers ---------------------------------------------------------------------------------------------

    def _offer(self, seen: Observation, dice: Dice, orders: BatchOrders, may: Mask, standing: I32) -> None:
        """Put the package above its aspiration that is best for whoever gains least of the others."""
        deal = self.table.deal.id
        late = min(1.0, seen.hour / max(self.program.scenario.clock.horizon_hours, 1))
        often = HOW_OFTEN * self.doctrine.drives.get(Drive.DEAL.value, 1.0) * (0.5 + late)
        moved = dice.uniform(("offer", self.actor, deal)) < often
        where = columns_of(may & moved & (standing < MOST) & (orders.deal < 0))
        if not len(where):
            return
        mine, least = self._weighed(seen, where)
        slack = round(self.doctrine.temperature * TENTHS)
        possible = least >= -slack
        top = np.max(np.where(possible, mine, -MOST), axis=0)
        asks = 1.0 - power(late, 1.0 / self.doctrine.concedes)
        mood = 0.6 + 0.4 * dice.uniform(("aspiration", self.actor, deal))[where]
        aspiration = np.rint(np.maximum(top, 0) * asks * mood).astype(np.int32)
        enough = possible & (mine >= aspiration) & (mine >= standing[where] + BETTER)
        score = np.where(enough, least.astype(np.int64) * (4 * MOST) + mine, np.iinfo(np.int64).min)
        best = np.argmax(score, axis=0)
        chosen = columns_of(enough[best, np.arange(len(where))])
        self._write(orders, where[chosen], best[chosen])

    def _weighed(self, seen: Observation, where: Columns) -> tuple[I32, I32]:
        """Tenths that each package in mind brings itself, and the least that it brings any other party."""
        rows = _Some(seen, where)
        saved = self._saved(rows)
        weights = {party: self._weights(rows, party) for party in self.table.deal.parties}
        free = [seen.can_offer(self.table.deal.id, card.term.id)[where] for card in self.table.cards]
        mine, least = [], []
        for (_, levels), worth in zip(self.in_mind, self._worth_in_mind(rows), strict=True):
            better = {
                party: worth[party].advantage(beliefs, without, saved)
                for party, (beliefs, without) in weights.items()
            }
            can = can_be_had(levels, free)
            mine.append(np.where(can, _tenths(better[self.actor] + self._keen), -MOST))
            least.append(
                np.where(
                    can, _tenths(_least([better[party] for party in better if party != self.actor])), -MOST
                )
            )
        return np.concatenate(mine), np.concatenate(least)

    def _worth_in_mind(self, rows: _Some) -> Sequence[Mapping[ActorId, Worth]]:
        """What the packages in mind are worth to each party: kept where all games share the same numbers."""
        reading = tuple(rows.value(Assumed(one)) for one in self._assumed)
        same = not any(isinstance(value, np.ndarray) for value in reading)
        if same and reading in self._kept:
            return self._kept[reading]
        found = []
        for first, levels in self.in_mind:
            packages = self._packages(levels[:, None, :], first, rows.value)
            found.append({party: packages.worth(party) for party in self.table.deal.parties})
        if same and len(self._kept) < READINGS:
            self._kept[reading] = found
        return found

    @cached_property
    def _assumed(self) -> tuple[AssumptionId, ...]:
        """The assumptions that the table's numbers hang on."""
        deal = self.table.deal
        numbers: list[Number] = [deal.discount_per_day, *deal.face.values()]
        for term in deal.terms.values():
            numbers += [term.delay_hours, term.detection, term.snaps_back]
            numbers += [worth for level in term.levels for worth in level.worth.values()]
        return tuple(dict.fromkeys(one.assumption for one in numbers if isinstance(one, Assumed)))

    def _write(self, orders: BatchOrders, where: Columns, place: I32) -> None:
        levels = np.concatenate([levels for _, levels in self.in_mind])
        firsts = np.concatenate(
            [
                np.full(len(levels), -1 if first is None else self.program.actor_index(first), dtype=np.int32)
                for first, levels in self.in_mind
            ]
        )
        orders.deal[where] = self.table.index
        orders.first[where] = firsts[place]
        for card in self.table.cards:
            orders.levels[card.place, where] = levels[place, card.place]


def bargainers(program: Program, actor: ActorId, doctrine: Doctrine) -> tuple[Bargainer, ...]:
    """A player's bargainers, one for each table at which it sits."""
    return tuple(
        Bargainer(program, table, actor, doctrine)
        for table in program.tables.values()
        if actor in table.deal.parties and len(table.cards)
    )


def _tenths(points: F64) -> I32:
    whole: I32 = np.minimum(np.maximum(np.rint(points * TENTHS), -MOST), MOST).astype(np.int32)
    return whole


def _least(rows: Sequence[F64]) -> F64:
    least = rows[0]
    for row in rows[1:]:
        least = np.minimum(least, row)
    return least

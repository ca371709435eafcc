"""What packages of terms are worth, and whether any leaves nobody worse off than going on (Fearon 1995).

V_i(d) = sum_k B_ik s_k e^(-rho t_k) - sum_k C_ik [1 - (1-s_partner) sn det] e^(-rho t_k) + face_i(d), with s
the belief that a giver complies: the logistic of its credibility and of what guarantors add. A deal that is
broken leaves its parties where they were, going on; so with S the belief that all others comply, a package is
better than going on without it where V - S W is above zero, W what going on is worth (`prospects`).

A term falls due after its delay, and the others' terms a turn after the last of those who go first. Whoever
goes second cancels what the first is found not to have delivered: all of it returns, not only the share sn.
"""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

import numpy as np
from attrs import frozen

from game.engine.arrays import F64, I32, Mask
from game.engine.exact import exp, logistic
from game.engine.prospects import Amount
from game.engine.tables import Card, Table
from game.model.ids import ActorId

Beliefs = Mapping[ActorId, F64]
"""For each other giver, the belief that it complies, (games,)."""


def every_package(table: Table) -> I32:
    """Every package but nothing at all: the levels of its cards, (packages, cards)."""
    sizes = [len(card.term.levels) + 1 for card in table.cards]
    count = 1
    for size in sizes:
        count *= size
    number = np.arange(1, count, dtype=np.int32)
    levels = np.empty((count - 1, len(sizes)), dtype=np.int32)
    for place in range(len(sizes) - 1, -1, -1):
        levels[:, place] = number % sizes[place]
        number = number // sizes[place]
    return levels


@frozen(eq=False)
class Packages:
    """Some packages on a table, by some values of its numbers: everything about their worth but beliefs.

    With levels of (packages, 1, cards) every package is set against every game; with levels of (games, cards)
    each game has a package of its own.
    """

    table: Table
    """Whose cards."""
    levels: I32
    """(packages, 1, cards) or (games, cards)."""
    first: ActorId | None
    """Who goes first."""
    amount: Amount
    """The values of numbers: one for all games, or a column for each."""
    hours_per_turn: int
    """The length of a turn."""

    def _level(self, card: Card) -> I32:
        level: I32 = self.levels[..., card.place]
        return level

    def _nothing(self) -> F64:
        return np.zeros(self.levels.shape[:-1])

    @cached_property
    def discounts(self) -> tuple[F64, ...]:
        """e^(-rho t) of each card."""
        rho = self.amount(self.table.deal.discount_per_day)
        if not np.any(rho):
            return (np.ones(self.levels.shape[:-1]),) * len(self.table.cards)
        lead = self._nothing() - 1.0
        for card in self.table.cards:
            if card.term.giver == self.first:
                delay = np.where(self._level(card) > 0, self.amount(card.term.delay_hours), -1.0)
                lead = np.maximum(lead, delay)
        lead = np.where(lead < 0.0, 0.0, lead + self.hours_per_turn)
        found = []
        for card in self.table.cards:
            hours = self.amount(card.term.delay_hours)
            if self.first is not None and card.term.giver != self.first:
                hours = lead + hours
            found.append(exp(-rho * hours / 24.0))
        return tuple(found)

    def worth(self, actor: ActorId) -> "Worth":
        """What they are worth to an actor, but for beliefs."""
        sure, cost = self._nothing(), self._nothing()
        gains: dict[ActorId, F64] = {}
        returned: dict[ActorId, F64] = {}
        gives: dict[ActorId, Mask] = {}
        for card in self.table.cards:
            giver = card.term.giver
            points = self._points(card, actor) * self.discounts[card.place]
            if giver == actor:
                sure = sure + np.maximum(points, 0.0)
                cost = cost + np.maximum(-points, 0.0)
                continue
            given = self._level(card) > 0
            share = 1.0 if giver == self.first else self.amount(card.term.snaps_back)
            back = np.where(given, share * self.amount(card.term.detection), 0.0)
            gains[giver] = gains.get(giver, self._nothing()) + points
            returned[giver] = np.maximum(returned.get(giver, self._nothing()), back)
            gives[giver] = gives.get(giver, given) | given
        face = self.amount(self.table.deal.face.get(actor, 0.0))
        return Worth(sure, cost, gains, returned, gives, face)

    def _points(self, card: Card, actor: ActorId) -> F64:
        points = self._nothing()
        for number, level in enumerate(card.term.levels, 1):
            if actor in level.worth:
                points = np.where(self._level(card) == number, self.amount(level.worth[actor]), points)
        return points


@frozen(eq=False)
class Worth:
    """What packages are worth to one actor, but for beliefs: (packages, 1 or games), or (games,)."""

    sure: F64
    """Points from its own terms that it gains by."""
    cost: F64
    """Points that its own terms cost."""
    gains: Mapping[ActorId, F64]
    """Points from the terms of each other giver."""
    returned: Mapping[ActorId, F64]
    """Share of the cost that returns if that giver is a cheat: the highest sn det of its terms."""
    gives: Mapping[ActorId, Mask]
    """Whether that giver gives anything."""
    face: F64 | float
    """Points that agreeing brings or costs at home, before any cover."""

    def value(self, beliefs: Beliefs, saved: F64 | float = 0.0) -> F64:
        """V; `saved` is the share of the face that is covered."""
        value = self.sure + self.face * (1.0 - saved)
        back: F64 | float = 0.0
        for giver, gain in self.gains.items():
            value = value + gain * beliefs[giver]
            back = np.maximum(back, (1.0 - beliefs[giver]) * self.returned[giver])
        return value - self.cost * (1.0 - back)

    def compliance(self, beliefs: Beliefs) -> F64:
        """S: belief that all others comply."""
        sure = np.ones(self.sure.shape)
        for giver, gives in self.gives.items():
            sure = sure * np.where(gives, beliefs[giver], 1.0)
        return sure

    def advantage(self, beliefs: Beliefs, going_on: F64, saved: F64 | float = 0.0) -> F64:
        """V - S W: how much better a package is than going on without one."""
        return self.value(beliefs, saved) - self.compliance(beliefs) * going_on


def beliefs_in(rows: Any, table: Table, actor: ActorId, eyes: str) -> Beliefs:
    """What an actor believes of each other giver's compliance, as `eyes` can tell: itself, or the public.

    The logistic of the giver's credibility in the deal's class of promise, and of what each guarantor adds,
    weighed by how far the guarantor's own word is believed; nobody vouches for itself, and who could pledge
    itself to the deal vouches only while it does. Terms that are no promise are sure to be delivered.
    `rows` is a world or an observation.
    """
    found: dict[ActorId, F64] = {}
    promise = table.deal.promise
    for giver in dict.fromkeys(card.term.giver for card in table.cards):
        if giver == actor:
            continue
        if promise is None:
            found[giver] = np.ones(rows.count)
            continue
        log_odds = rows.number("credibility", eyes, giver, promise)
        for guarantor, adds in table.deal.guarantors.items():
            if guarantor == giver:
                continue
            known = guarantor in (actor, eyes)
            word: Any = 1.0 if known else logistic(rows.number("credibility", eyes, guarantor, promise))
            log_odds = log_odds + rows.value(adds) * word * table.vouches(rows, guarantor)
        found[giver] = logistic(log_odds)
    return found


@frozen(eq=False)
class Range:
    """Which packages leave no party worse off than going on, in each game."""

    inside: Mask
    """(packages, games)."""
    exists: Mask
    """Whether there is any, (games,)."""
    best: I32
    """The one with the highest product of advantages (Nash 1950); -1 where there is none."""


def bargaining_range(advantages: Sequence[F64], possible: Mask | None = None) -> Range:
    """The bargaining range, from each party's advantages over going on, (packages, games) each."""
    inside = np.ones(advantages[0].shape, dtype=np.bool_) if possible is None else possible.copy()
    product = np.ones(advantages[0].shape)
    for advantage in advantages:
        inside &= advantage >= 0.0
        product = product * np.maximum(advantage, 0.0)
    exists: Mask = np.logical_or.reduce(inside, axis=0)
    best = np.argmax(np.where(inside, product, -1.0), axis=0)
    return Range(inside, exists, np.where(exists, best, -1).astype(np.int32))


def can_be_had(levels: I32, free: Sequence[Mask]) -> Mask:
    """Which packages hold only terms that can be offered now, (packages, games); `free` by card."""
    can = np.ones((len(levels), len(free[0])), dtype=np.bool_)
    for place, mask in enumerate(free):
        if not mask.all():
            can &= mask | (levels[:, place] == 0)[:, None]
    return can

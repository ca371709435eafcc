"""Why a computer player ordered what it ordered: its own scores, chances and beliefs, worked out anew.

A player decides from one observation and its own dice, so asking the same player about the same observation
again is the whole truth about its reasons; nothing is kept while games are played.
"""

from math import fsum

import numpy as np
from attrs import frozen

from game.engine.observe import Observation
from game.engine.orders import Orders, orders_of
from game.model.deals import Reply
from game.players.choice import TENTHS, quantal_weights, strike
from game.players.doctrine_player import DoctrinePlayer
from game.players.protocol import Player, excluded_among
from game.players.reckoning import Kind


@frozen
class Consequence:
    """One kind of consequence of a move, and what the player took it to be worth."""

    kind: Kind
    """As `reckoning` names kinds; also `already` and `just done` for acts that go on, and `denied` for what
    others take back."""
    points: float
    """Of its own scale."""


@frozen
class Weighed:
    """A move that could be made in that turn."""

    move: str
    """Its name, as orders use it."""
    score: float
    """Points, to a tenth."""
    chance: float
    """Of being picked first, 0-1."""
    parts: tuple[Consequence, ...]
    """What the score is made of, the weightiest first; they sum to it, but for rounding to tenths."""


@frozen
class Picked:
    """A move that was ordered."""

    move: str
    chance: float
    """Of being picked when it was, among what could still be ordered with the rest, 0-1."""
    best: str
    """The move that scored highest among those; the same one, unless chance chose a lower one."""
    behind: float
    """Points by which the picked move scored below it."""


@frozen
class Dealt:
    """What it did at a table."""

    deal: str
    reply: Reply | None
    """What it said to the package that stood there; None for nothing."""
    standing: float | None
    """Points that package was worth to it beyond going on; None where none stood for it to answer."""
    accepts: float
    """The chance that it accepts such a package, 0-1."""
    offered: float | None
    """What its own package was worth to it beyond going on; None where it put none."""


@frozen
class Account:
    """One player's reasons in one turn."""

    orders: Orders
    """What it ordered."""
    blind: bool
    """Whether it weighs nothing: the random player."""
    temperature: float
    """Points below the best at which a move's chance falls by the factor e; 0 for a blind player."""
    picked: tuple[Picked, ...]
    """In the order in which they were picked."""
    weighed: tuple[Weighed, ...]
    """Everything that could be ordered, the best first."""
    dealt: tuple[Dealt, ...]
    """Table by table, where it said anything."""


def account(player: Player, observation: Observation) -> Account:
    """Ask a player why it orders what it orders; of an observation of one game."""
    orders = orders_of(observation.program, player.choose(observation), 0)
    if not isinstance(player, DoctrinePlayer):
        return Account(orders, True, 0.0, (), (), ())
    mine = observation.program.moves_of[observation.actor]
    if not mine or not observation.may_order:
        return Account(
            orders, False, player.doctrine.temperature, (), (), _dealt(player, observation, orders)
        )
    scores, legal = player.scores(observation), observation.legal()
    weights = quantal_weights(scores, legal, player.doctrine.temperature)
    share = weights[:, 0] / max(1.0, fsum(weights[:, 0].tolist()))
    parts = player.parts(observation)
    order = sorted(np.flatnonzero(legal[:, 0]).tolist(), key=lambda place: (-int(scores[place, 0]), place))
    weighed = tuple(
        Weighed(
            mine[place].name,
            int(scores[place, 0]) / TENTHS,
            float(share[place]),
            tuple(
                Consequence(kind, points)
                for kind, points in sorted(parts(place).items(), key=lambda part: (-abs(part[1]), part[0]))
            ),
        )
        for place in order
    )
    picked = []
    places = {move.name: place for place, move in enumerate(mine)}
    for name in orders.moves:
        place = places[name]
        open_now = [row for row in order if weights[row, 0] > 0]
        best = open_now[0]
        picked.append(
            Picked(
                name,
                float(weights[place, 0]) / fsum(weights[:, 0].tolist()),
                mine[best].name,
                (int(scores[best, 0]) - int(scores[place, 0])) / TENTHS,
            )
        )
        strike(weights, np.array([place], dtype=np.int32), excluded_among(observation))
    dealt = _dealt(player, observation, orders)
    return Account(orders, False, player.doctrine.temperature, tuple(picked), weighed, dealt)


def _dealt(player: DoctrinePlayer, observation: Observation, orders: Orders) -> tuple[Dealt, ...]:
    replies = dict(orders.replies)
    found = []
    for bargainer in player.bargainers_of(observation.program, observation.actor):
        deal = bargainer.table.deal.id
        standing = bargainer.standing(observation)
        offered = None
        if orders.offer is not None and orders.offer.deal == deal:
            offered = bargainer.worth_of(observation, orders.offer.levels, orders.offer.first)
        if standing is None and offered is None:
            continue
        yes = 0.0 if standing is None else bargainer.chance_to_accept(standing)
        found.append(Dealt(str(deal), replies.get(deal), standing, yes, offered))
    return tuple(found)

"""How computer players bargain: what they put on a table and what they say to what stands there."""

from typing import Any

import attrs
import numpy as np
import pytest

from game.engine.chance import Dice
from game.engine.digest import state_digests
from game.engine.observe import observe
from game.engine.orders import REPLIES, BatchOrders
from game.engine.turn import next_turn, open_games, resolve
from game.engine.world import World
from game.model.deals import Reply
from game.model.endings import Doctrine
from game.model.ids import ActorId, DealId, DoctrineId
from game.players import player
from game.players.bargainer import Bargainer, bargainers
from tests.rulebook.clauses import clause
from tests.rules.by_hand import Table, program
from tests.rules.tables import AT_THE_TABLE, GAME, GREEN, changed, offer

RED, BLUE = ActorId("red"), ActorId("blue")
LONG = ("horizon_hours: 48", "horizon_hours: 480")
SURE = (AT_THE_TABLE, "")
"""Terms that are no promise are sure."""


def doctrine(**more: Any) -> Doctrine:
    return attrs.evolve(Doctrine(DoctrineId("one"), "One", temperature=1.0), **more)


def bargains(table: Table, actor: ActorId, who: Doctrine, seed: int = 1) -> BatchOrders:
    """What a player orders at its tables now."""
    orders = BatchOrders.none(table.program, table.world.count)
    dice = Dice(seed, table.world.games, "players")
    dice.at(table.world.turn)
    for bargainer in bargainers(table.program, actor, who):
        bargainer.bargain(table.sees(actor), dice, orders)
    return orders


def offers(orders: BatchOrders) -> list[tuple[int, ...]]:
    """The packages that were put."""
    return [tuple(orders.levels[:, game].tolist()) for game in np.flatnonzero(orders.deal == 0)]


@clause("20.20")
def test_it_offers_what_is_best_for_the_others_above_its_aspiration() -> None:
    """Both like (2, 1): Red gains 2 and Blue 7; half the way Red gains 6 and Blue only 1."""
    table = Table(changed(SURE, LONG), games=600)
    early = offers(bargains(table, RED, doctrine(concedes=0.3)))
    assert 60 < len(early) < 160, "not in every turn"
    assert {package[1] for package in early} == {1}
    assert np.mean([package[0] == 1 for package in early]) > 0.5
    late = Table(changed(SURE, LONG), games=600)
    late.turns(70)
    assert set(offers(bargains(late, RED, doctrine(concedes=0.3)))) >= {(2, 1)}
    assert np.mean([p == (2, 1) for p in offers(bargains(late, RED, doctrine(concedes=3)))]) > 0.9


@clause("20.20")
def test_it_concedes_as_early_as_its_doctrine_says() -> None:
    table = Table(changed(SURE, LONG), games=900)
    table.turns(30)
    shares = [
        np.mean([package == (2, 1) for package in offers(bargains(table, RED, doctrine(concedes=beta)))])
        for beta in (0.1, 1.0, 10.0)
    ]
    assert shares[0] < shares[2]
    assert shares == sorted(shares)


@clause("20.20")
@pytest.mark.parametrize(("temperature", "keen"), [(1.0, 1.0), (3.0, 1.0), (3.0, 2.0)])
def test_it_accepts_by_quantal_response(temperature: float, keen: float) -> None:
    """Paying for half costs Blue 5 and brings 6: one point better than going on."""
    table = Table(changed(SURE), games=4000)
    table.turn(red=offer(1, 1))
    orders = bargains(table, BLUE, doctrine(temperature=temperature, drives={"deal": keen}))
    accepted = np.mean(orders.replies[0] == REPLIES.index(Reply.ACCEPT))
    better = 1 + 2 * (keen - 1)
    assert accepted == pytest.approx(1 / (1 + np.exp(-better / temperature)), abs=0.03)
    assert not (orders.replies[0] == REPLIES.index(Reply.REJECT)).any()


@clause("20.20")
def test_it_rejects_what_is_worse_than_going_on_and_never_answers_itself() -> None:
    table = Table(changed(SURE), games=500)
    table.turn(red=offer(0, 1))
    orders = bargains(table, BLUE, doctrine(temperature=0.5))
    assert (orders.replies[0] == REPLIES.index(Reply.REJECT)).all()
    mine = bargains(table, RED, doctrine())
    assert (mine.replies[0] == -1).all()
    assert (mine.deal == -1).all(), "its own offer stands"


def test_it_puts_nothing_that_cannot_be_offered_and_nothing_at_a_closed_table() -> None:
    barred = changed(
        SURE,
        (
            "        giver: red",
            "        giver: red\n        requires: [track_at_least: {track: mood, level: 60}]",
        ),
    )
    table = Table(barred, games=300)
    assert all(package[0] == 0 for package in offers(bargains(table, BLUE, doctrine())))
    closed = Table(changed(SURE), games=300)
    closed.turn(red=offer(1, 1), blue=offer(1, 1))
    assert offers(bargains(closed, RED, doctrine())) == []


def test_it_does_not_outbid_what_it_has_agreed_to() -> None:
    three = changed(SURE, GREEN, ("[red, blue]", "[red, blue, green]"))
    table = Table(three, games=200)
    table.turn(red=offer(2, 1))
    table.world.set_whole(("agrees", "swap", "blue"), 1, np.arange(200))
    orders = bargains(table, BLUE, doctrine())
    assert (orders.replies[0] == -1).all()
    assert (orders.deal == -1).all()


def test_whoever_sits_at_no_table_bargains_nowhere() -> None:
    compiled = program(changed(GREEN))
    assert bargainers(compiled, ActorId("green"), doctrine()) == ()
    one: Bargainer = bargainers(compiled, RED, doctrine())[0]
    assert one.table is compiled.tables[DealId("swap")]
    assert sum(len(levels) for _, levels in one.in_mind) <= 40


@pytest.mark.parametrize("name", ["random", "reciprocal"])
def test_players_bargain_alike_alone_and_in_a_batch(name: str) -> None:
    compiled = program(GAME)

    def played(numbers: "np.ndarray[tuple[int], np.dtype[np.int64]]") -> list[bytes]:
        world = World.start(compiled, 5, numbers)
        open_games(world)
        hands = {actor: player(name, compiled, 3) for actor in compiled.played}
        for turn in range(7):
            resolve(world, {actor: hand.choose(observe(world, actor)) for actor, hand in hands.items()})
            if turn < 6:
                next_turn(world)
        return state_digests(world)

    together = played(np.arange(60, dtype=np.int64))
    assert [played(np.array([n]))[0] for n in (0, 13, 59)] == [together[n] for n in (0, 13, 59)]
    assert len(set(together)) > 1


def test_two_computers_come_to_terms_that_both_prefer() -> None:
    compiled = program(changed(SURE, LONG))
    world = World.start(compiled, 5, np.arange(200))
    open_games(world)
    for _ in range(12):
        orders = {}
        for actor in compiled.played:
            orders[actor] = BatchOrders.none(compiled, world.count)
            dice = Dice(2, world.games, "players")
            dice.at(world.turn)
            for bargainer in bargainers(compiled, actor, doctrine()):
                bargainer.bargain(observe(world, actor), dice, orders[actor])
        resolve(world, orders)
        next_turn(world)
    kept = world.whole("deal", "swap") == 2
    assert np.count_nonzero(kept) > 150
    found = set(
        zip(*(world.whole("term", "swap", term)[kept].tolist() for term in ("leave", "pay")), strict=True)
    )
    assert found <= {(1, 1), (2, 1)}

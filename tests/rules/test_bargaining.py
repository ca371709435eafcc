"""The table: who may offer and reply, what stands, what is agreed, what lapses."""

import attrs
import numpy as np
import pytest

from game.engine.digest import state_digests
from game.engine.events import EventKind
from game.engine.observe import Hidden, check_orders, observe
from game.engine.orders import Contingent, Offer, Orders, batch_orders, orders_of
from game.engine.turn import next_turn, open_games, resolve
from game.engine.world import World
from game.model.deals import Reply
from game.model.ids import ActorId, ContingencyId, DealId
from tests.engine.shipped import anything
from tests.rulebook.clauses import clause
from tests.rules.by_hand import TWO_ACTORS, Table, program
from tests.rules.tables import ACCEPT, AT_THE_TABLE, GAME, GREEN, REJECT, SWAP, changed, does, offer


@pytest.fixture
def table() -> Table:
    return Table(GAME)


def stands(table: Table) -> tuple[int, int, int]:
    """Whose offer stands, and its two levels."""
    return (
        table.whole("offer_by", "swap"),
        table.whole("offer", "swap", "leave"),
        table.whole("offer", "swap", "pay"),
    )


def agrees(table: Table) -> tuple[int, int]:
    return table.whole("agrees", "swap", "red"), table.whole("agrees", "swap", "blue")


NOBODYS = (-1, 0, 0)


@clause("20.2", "20.4")
def test_an_offer_stands_and_its_offerer_agrees(table: Table) -> None:
    table.turn(red=offer(1, 1, first="blue"))
    assert stands(table) == (0, 1, 1)
    assert table.whole("offer_first", "swap") == 1
    assert agrees(table) == (1, 0)
    assert table.whole("deal", "swap") == 0


@clause("20.4")
def test_a_deal_is_in_force_once_every_other_party_has_accepted() -> None:
    three = changed(
        ("[red, blue]", "[red, blue, green]"),
        GREEN,
    )
    table = Table(three)
    table.turn(red=offer(1, 1))
    table.turn(blue=ACCEPT)
    assert (table.whole("deal", "swap"), table.whole("agrees", "swap", "blue")) == (0, 1)
    table.resolve(green=ACCEPT)
    assert table.whole("deal", "swap") == 2
    assert stands(table) == NOBODYS


@clause("20.4")
def test_one_rejection_clears_the_table(table: Table) -> None:
    table.turn(red=offer(1, 1))
    table.turn(blue=REJECT)
    assert stands(table) == NOBODYS
    assert agrees(table) == (0, 0)
    table.turn(blue=ACCEPT)
    assert table.whole("deal", "swap") == 0


@clause("20.4")
def test_a_new_offer_replaces_the_one_that_stands(table: Table) -> None:
    table.turn(red=offer(1, 1))
    table.turn(blue=offer(2, 1, first="red"))
    assert stands(table) == (1, 2, 1)
    assert agrees(table) == (0, 1)
    table.turn(red=offer(1, 0))
    assert stands(table) == (0, 1, 0)


@clause("20.3")
def test_replies_are_heard_on_the_offer_as_it_was_seen(table: Table) -> None:
    """Red changes its mind in the turn in which Blue accepts: the agreement comes first."""
    table.turn(red=offer(1, 1))
    table.resolve(red=offer(0, 1), blue=ACCEPT)
    assert table.whole("deal", "swap") == 2
    assert table.whole("term", "swap", "leave") == 1
    assert stands(table) == NOBODYS


@clause("20.3")
def test_conditions_and_contingent_orders_see_replies_of_the_same_turn() -> None:
    asked = (
        'contingencies:\n  agreed: {name: "It is agreed", when: [deal_is: {deal: swap, state: in_force}]}\n'
    )
    table = Table(changed(("        detection: 1", "        delay_hours: 6\n        detection: 1")) + asked)
    table.turn(red=offer(1, 1))
    hanging = Orders(contingent=Contingent(ContingencyId("agreed"), "red/wait", "red/retake"))
    table.resolve(red=hanging, blue=ACCEPT)
    assert table.whole("times", "red/wait") == 1
    assert table.whole("times", "red/retake") == 0


@clause("20.5")
def test_of_offers_put_at_the_same_time_chance_lets_one_stand() -> None:
    table = Table(GAME, games=400)
    table.turn(red=offer(1, 1), blue=offer(2, 1))
    by = table.world.whole("offer_by", "swap")
    assert 150 < np.count_nonzero(by == 0) < 250
    assert set(by.tolist()) == {0, 1}
    levels = table.world.whole("offer", "swap", "leave")
    assert np.array_equal(levels, np.where(by == 0, 1, 2))
    assert np.array_equal(table.world.whole("agrees", "swap", "red"), (by == 0).astype(int))
    late = [event for event in table.events(EventKind.DEAL) if event.text.endswith("it does not stand")]
    assert len(late) == 1


@clause("20.5")
def test_those_who_put_the_very_same_package_have_agreed(table: Table) -> None:
    table.resolve(red=offer(1, 1, first="red"), blue=offer(1, 1, first="red"))
    assert table.whole("deal", "swap") == 1
    other = Table(GAME)
    other.turn(red=offer(1, 1, first="red"), blue=offer(1, 1, first="blue"))
    assert other.whole("deal", "swap") == 0


@clause("20.5")
def test_a_package_put_again_keeps_the_agreement_it_had(table: Table) -> None:
    table.turn(red=offer(1, 1))
    table.resolve(blue=offer(1, 1))
    assert table.whole("deal", "swap") == 2


@clause("20.6")
def test_an_offer_lapses_after_the_replies_of_the_turn_in_which_its_time_is_up(table: Table) -> None:
    table.turn(red=offer(1, 1))
    table.turn()
    assert stands(table) == (0, 1, 1)
    table.turn()
    assert table.world.hour == 18
    assert stands(table) == NOBODYS
    again = Table(GAME)
    again.turn(red=offer(1, 1))
    again.turn()
    again.resolve(blue=ACCEPT)
    assert again.whole("deal", "swap") == 2


@clause("20.6")
def test_an_offer_falls_when_the_table_closes_and_can_be_withdrawn() -> None:
    closing = changed((AT_THE_TABLE, AT_THE_TABLE + "    when: [track_at_least: {track: mood, level: 50}]\n"))
    closing = closing.replace(
        '"Wait", kind: inaction', '"Wait", kind: inaction, effects: [change_track: {track: mood, by: -9}]'
    )
    table = Table(closing)
    table.turn(red=offer(1, 1), blue="wait")
    assert not table.sees("blue").table_open("swap")[0]
    table.resolve(blue=ACCEPT)
    assert table.whole("deal", "swap") == 0
    assert stands(table) == NOBODYS
    other = Table(GAME)
    other.turn(red=offer(1, 1))
    other.turn(blue="recall")
    assert stands(other) == (0, 1, 1), "nobody withdraws the offer of another"
    other.turn(red="recall")
    assert stands(other) == NOBODYS


@clause("20.1")
def test_a_table_is_closed_while_a_deal_is_in_force_or_kept_and_opens_again_after_a_breach(
    table: Table,
) -> None:
    table.turn(red=offer(1, 1, first="red"))
    table.turn(blue=ACCEPT)
    assert table.whole("deal", "swap") == 1
    table.turn(red=offer(2, 0))
    assert stands(table) == NOBODYS
    assert table.whole("deal", "swap") == 2
    table.turn(blue=offer(2, 0))
    assert stands(table) == NOBODYS
    table.turn(red="retake")
    assert table.whole("deal", "swap") == 3
    table.turn(blue=offer(2, 0))
    assert stands(table) == (1, 2, 0)


@clause("20.2")
@pytest.mark.parametrize(
    "package",
    [(0, 0), (3, 0), (0, 2), (-1, 1), (1,), (1, 1, 1)],
)
def test_what_is_no_package_is_passed_over(table: Table, package: tuple[int, ...]) -> None:
    levels = np.full(2, -1)
    levels[: len(package)] = package[:2]
    orders = batch_orders(table.program, [Orders()])
    orders.deal[0] = 0
    orders.levels[:, 0] = levels
    if len(package) < 3:
        resolve(table.world, {ActorId("red"): orders})
        assert stands(table) == NOBODYS
    wrong = check_orders(Table(GAME).sees("red"), offer(*package))
    assert len(wrong) == 1


@clause("20.2")
def test_a_term_can_be_offered_only_while_what_it_requires_holds() -> None:
    text = changed(
        (
            "        giver: blue",
            "        giver: blue\n        requires: [track_at_least: {track: mood, level: 60}]",
        )
    )
    table = Table(text)
    (problem,) = check_orders(table.sees("red"), offer(1, 1))
    assert problem == "A swap: Blue pays cannot be offered now; needs: Mood is 60 or more"
    assert check_orders(table.sees("red"), offer(1, 0)) == ()
    table.turn(red=offer(1, 1))
    assert stands(table) == NOBODYS


def test_orders_that_cannot_be_given_are_explained(table: Table) -> None:
    red, blue = table.sees("red"), table.sees("blue")
    assert check_orders(red, ACCEPT) == ("A swap: no offer stands that could be answered",)
    assert check_orders(red, Orders(replies=((SWAP, Reply.LET_LIE),))) == ()
    assert check_orders(red, offer(1, 1, first="blue")) == ()
    assert check_orders(red, Orders(offer=Offer(DealId("no"), (1,)))) == ("there is no table called no",)
    assert check_orders(red, Orders(replies=((DealId("no"), Reply.ACCEPT),))) == (
        "there is no table called no",
    )
    (stranger,) = check_orders(blue, offer(1, 1, first="nobody"))
    assert stranger.endswith("so cannot go first")
    table.turn(red=offer(1, 1))
    red, blue = table.sees("red"), table.sees("blue")
    assert check_orders(red, REJECT) == ("A swap: the offer that stands is your own",)
    twice = Orders(replies=(*ACCEPT.replies, *REJECT.replies))
    assert check_orders(blue, twice) == ("A swap: the offer is answered twice",)
    both = attrs.evolve(offer(2, 1), replies=ACCEPT.replies)
    assert check_orders(blue, both) == ("A swap: accept the offer that stands or put another, not both",)
    table.turn(blue=ACCEPT)
    closed = "A swap: the table is closed, for a deal has been agreed"
    assert check_orders(table.sees("red"), offer(1, 1)) == (closed,)


def test_nobody_bargains_where_it_does_not_sit() -> None:
    text = changed(GREEN)
    table = Table(text)
    assert check_orders(table.sees("green"), offer(1, 1)) == ("A swap: Green does not sit at this table",)
    table.turn(green=offer(1, 1))
    assert stands(table) == NOBODYS
    table.turn(red=offer(1, 1))
    table.turn(green=REJECT)
    assert stands(table) == (0, 1, 1)
    with pytest.raises(Hidden):
        table.sees("green").can_offer("swap", "leave")


@clause("20.7")
def test_a_secret_table_gives_nothing_away_until_a_deal_is_made() -> None:
    text = changed(
        GREEN,
        (AT_THE_TABLE, AT_THE_TABLE + "    secret: true\n"),
        (", requires: [offer_stands: {deal: swap}]", ""),
    )
    table, quiet = Table(text), Table(text)
    table.turn(red=offer(1, 1, first="red"))
    quiet.turn()
    assert table.sees("green").as_bytes() == quiet.sees("green").as_bytes()
    assert table.sees("blue").as_bytes() != quiet.sees("blue").as_bytes()
    table.turn(blue=offer(2, 1))
    table.turn(red=REJECT)
    quiet.turns(2)
    assert table.sees("green").as_bytes() == quiet.sees("green").as_bytes()
    assert not any(event.visible_to("green") for event in table.events(EventKind.DEAL))
    table.turn(red=offer(1, 1, first="red"))
    table.turn(blue=ACCEPT)
    assert table.sees("green").whole("deal", "swap")[0] == 1


def test_orders_survive_their_way_through_a_batch(table: Table) -> None:
    given = attrs.evolve(offer(2, 0, first="blue"), replies=((SWAP, Reply.LET_LIE),))
    assert orders_of(table.program, batch_orders(table.program, [Orders(), given]), 1) == given


def test_the_same_alone_and_in_a_batch() -> None:
    compiled = program(GAME)
    games = np.arange(40, dtype=np.int64)

    def played(
        numbers: "np.ndarray[tuple[int], np.dtype[np.int64]]",
        where: "np.ndarray[tuple[int], np.dtype[np.intp]]",
    ) -> list[bytes]:
        world = World.start(compiled, 5, numbers)
        open_games(world)
        chooses = {actor: anything(np.random.default_rng(9)) for actor in compiled.played}
        for turn in range(8):
            everything = World.start(compiled, 5, games)
            orders = {}
            for actor in compiled.played:
                one = chooses[actor](observe(everything, actor))
                part = {f.name: getattr(one, f.name)[..., where] for f in attrs.fields(type(one))}
                orders[actor] = type(one)(**part)
            resolve(world, orders)
            if turn < 7:
                next_turn(world)
        return state_digests(world)

    together = played(games, np.arange(40))
    alone = [played(games[n : n + 1], np.array([n]))[0] for n in (0, 7, 23, 39)]
    assert alone == [together[n] for n in (0, 7, 23, 39)]


def test_conditions_say_what_they_ask(table: Table) -> None:
    said = [table.program.explain(condition) for condition in table.program.conditions]
    assert "an offer stands at “A swap”" in said
    assert "“A swap” is in force" in said
    assert "the term “Red leaves” is delivered at level 2 or above" in said
    assert not table.legal("red/ask")
    table.turn(red=offer(2, 1, first="red"))
    assert table.legal("red/ask")
    table.turn(blue=ACCEPT)
    assert table.legal("red/thank")
    assert table.legal("red/cheer")


def test_a_seat_without_a_table_has_no_commands_for_it() -> None:
    table = Table(TWO_ACTORS + 'actions:\n  wait: {name: "Wait", kind: inaction}\n')
    assert table.program.tables == {}
    table.turn(red=does("red/wait"))

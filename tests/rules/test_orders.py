"""What a seat may order in a turn, and what becomes of orders that go beyond it."""

import pytest

from game.engine.events import EventKind
from game.engine.observe import check_orders, observe
from game.engine.orders import Contingent, Orders, batch_orders, orders_of
from game.engine.turn import resolve
from game.model.actions import Engagement
from game.model.ids import ActorId, ClaimId, ContingencyId, IncidentId
from tests.rulebook.clauses import clause
from tests.rules.by_hand import TWO_ACTORS, Ordered, Table

GAME = (
    TWO_ACTORS
    + """
tracks:
  nerve: {name: "Nerve", start: 50}
contingencies:
  blue_yields:
    name: "Blue yields"
    when:
      - did: {actor: blue, action: yield, within_hours: 0}
  red_speaks:
    name: "Red speaks"
    by: [blue]
    when:
      - did: {actor: red, action: speak, within_hours: 0}
actions:
  wait: {name: "Wait", kind: inaction}
  yield: {name: "Yield", kind: stand_down}
  speak:
    name: "Speak"
    kind: signal
    effects:
      - change_track: {track: nerve, by: 1}
      - chance: {probability: 0.5, then: [{change_track: {track: nerve, by: 1}}]}
  strike:
    name: "Strike"
    kind: force
    effects: [{change_track: {track: nerve, by: -10}}]
  boast: {name: "Boast", kind: signal, excludes: [hide, yield]}
  hide:
    name: "Hide"
    kind: posture
    requires: [{track_at_most: {track: nerve, level: 20}}]
"""
)
"""Red and Blue, three moves a turn."""
REPEATED = "a contingent order repeats a move that is ordered anyway"


def if_blue_yields(then: str, otherwise: str = "", moves: tuple[str, ...] = ()) -> Orders:
    return Orders(moves, Contingent(ContingencyId("blue_yields"), then, otherwise))


@clause("2.5")
def test_a_contingent_order_sees_what_was_done_this_turn_up_to_signals() -> None:
    table = Table(GAME)
    table.turn(red=if_blue_yields("red/speak", "red/strike"), blue="wait")
    assert table.whole("times", "red/strike") == 1
    table.turn(red=if_blue_yields("red/speak", "red/strike"), blue="yield")
    assert (table.whole("times", "red/strike"), table.whole("times", "red/speak")) == (1, 1)


@clause("2.6")
def test_a_contingent_order_never_repeats_a_move_of_the_same_turn() -> None:
    for early in ("red/speak", "red/strike"):
        table = Table(GAME)
        table.turn(red=if_blue_yields(early, early, (early,)), blue="yield")
        assert table.whole("times", early) == 1


@clause("2.5")
def test_a_contingent_order_counts_as_a_move() -> None:
    table = Table(GAME)
    full = ("red/wait", "red/speak", "red/strike")
    orders = if_blue_yields("red/yield", moves=full)
    assert "4 moves ordered, but a turn has 3" in check_orders(table.sees("red"), orders)
    table.turn(red=orders, blue="yield")
    assert [table.whole("times", move) for move in (*full, "red/yield")] == [1, 1, 0, 1]


def test_a_question_may_be_for_some_seats_only() -> None:
    table = Table(GAME)
    orders = Orders((), Contingent(ContingencyId("red_speaks"), "red/strike", "red/strike"))
    assert check_orders(table.sees("red"), orders) == ("Red speaks: red may not ask that",)
    table.turn(red=orders)
    assert table.whole("times", "red/strike") == 0


@clause("2.9")
def test_nobody_orders_another_seats_move() -> None:
    table = Table(GAME)
    theirs = batch_orders(table.program, [Orders(("blue/strike",))])
    resolve(table.world, {ActorId("red"): theirs})
    assert table.whole("times", "blue/strike") == 0


@clause("2.2")
def test_a_turn_has_no_more_moves_than_the_scenario_says() -> None:
    table = Table(GAME)
    table.turn(red=("wait", "speak", "strike", "yield"))
    assert table.whole("times", "red/yield") == 0


@clause("2.4")
def test_a_move_that_is_not_legal_is_passed_over_and_said_to_its_actor_alone() -> None:
    table = Table(GAME)
    assert not table.legal("red/hide")
    table.turn(red="hide")
    assert table.whole("times", "red/hide") == 0
    (event,) = table.events(EventKind.FORGONE)
    assert event.seen_by == ("red",)
    assert "Hide" in event.text


@clause("2.3")
def test_the_same_move_twice_is_one_move() -> None:
    table = Table(GAME)
    table.turn(red=("strike", "strike"))
    assert (table.number("track", "red", "nerve"), table.whole("times", "red/strike")) == (40.0, 1)


@pytest.mark.parametrize(
    ("orders", "problem"),
    [
        (Orders(("red/fly",)), "red has no move called red/fly"),
        (Orders(("blue/wait",)), "red has no move called blue/wait"),
        (Orders(("red/wait", "red/wait")), "the same move is ordered twice"),
        (Orders(("red/wait",) * 4), "4 moves ordered, but a turn has 3"),
        (Orders(("red/hide",)), "Hide is not available: needs: Nerve of Red is 20 or less"),
        (Orders(engagement=Engagement.FREE), "red has no rules of engagement to set"),
        (Orders(claim=(IncidentId("a"), ClaimId("b"))), "there is no incident a or no claim b"),
        (if_blue_yields("red/wait", moves=("red/wait",)), REPEATED),
        (Orders((), Contingent(ContingencyId("pigs"), "red/wait")), "there is no question called pigs"),
    ],
)
def test_what_is_wrong_with_orders_is_said_in_words(orders: Orders, problem: str) -> None:
    assert problem in check_orders(Table(GAME).sees("red"), orders)


@pytest.mark.parametrize(
    "orders",
    [Orders(), Orders(("red/wait", "red/strike")), if_blue_yields("red/speak", "red/strike", ("red/wait",))],
)
def test_orders_survive_being_put_into_a_batch(orders: Orders) -> None:
    table = Table(GAME)
    assert check_orders(table.sees("red"), orders) == ()
    batch = batch_orders(table.program, [Orders(("red/yield",)), orders])
    assert orders_of(table.program, batch, 1) == orders


@clause("2.3")
@pytest.mark.parametrize("pair", [("boast", "yield"), ("yield", "boast")])
def test_what_excludes_one_another_is_not_ordered_together(pair: tuple[str, str]) -> None:
    table = Table(GAME)
    orders = Orders(tuple(f"red/{name}" for name in pair))
    assert any(
        "Boast" in problem and "Yield" in problem for problem in check_orders(table.sees("red"), orders)
    )
    table.turn(red=orders, blue=("boast", "wait"))
    assert [table.whole("times", f"red/{name}") for name in pair] == [1, 0], "the first of them stands"
    assert table.whole("times", "blue/boast") == 1
    contingent = if_blue_yields("red/boast", "red/boast", ("red/yield",))
    table.turn(red=contingent)
    assert table.whole("times", "red/boast") == int(pair[0] == "boast")


@clause("1.6")
def test_by_turns_only_one_actor_orders() -> None:
    table = Table(
        GAME.replace("orders: {moves: 3", "orders: {sequence: by_turns, moves: 3")
        + "rules_of_engagement: {}\n"
    )
    both: dict[str, Ordered] = {
        a: Orders((f"{a}/strike",), engagement=Engagement.FREE) for a in ("red", "blue")
    }
    for actor, other in (("red", "blue"), ("blue", "red")):
        seen = table.sees(other)
        assert not seen.may_order
        assert not seen.legal().any()
        assert seen.why_not(table.program.move(f"{other}/strike")) == ("it is not your turn",)
        assert observe(table.world, ActorId(actor)).may_order
        before = table.whole("roe", other)
        table.turn(**both)
        assert table.whole("roe", other) == before
    assert [table.whole("times", f"{a}/strike") for a in ("red", "blue")] == [1, 1]

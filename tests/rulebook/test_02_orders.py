"""Section 2: orders at once, carried out by kind."""

from game.engine.orders import batch_orders
from game.engine.turn import resolve
from game.model.ids import ActorId
from tests.rulebook.clauses import clause
from tests.rules.by_hand import LADDER, TWO_ACTORS, Table, _orders, rows

GAME = (
    TWO_ACTORS
    + LADDER
    + """
tracks:
  steps: {name: "Steps", start: 0}
actions:
  advance: {name: "Advance", kind: force, rung: middle, target: {others: true}}
  hurry: {name: "Hurry", kind: diplomacy, effects: [{change_track: {track: steps, by: 5}}]}
"""
)
KINDS = "inaction diplomacy stand_down signal posture preparation movement intelligence covert force".split()


@clause("2.1")
def test_it_makes_no_difference_whose_orders_are_handed_in_first() -> None:
    tables = []
    for order in (("red", "blue"), ("blue", "red")):
        table = Table(GAME)
        given = {
            ActorId(actor): batch_orders(table.program, [_orders(actor, move)])
            for actor in order
            for move in [("advance/blue", "hurry") if actor == "red" else ("advance/red",)]
        }
        resolve(table.world, given)
        tables.append(rows(table.world))
    assert all((one == other).all() for one, other in zip(*tables, strict=True))


@clause("2.1")
def test_nobody_sees_what_another_orders_this_turn() -> None:
    before = [Table(GAME).sees("blue").as_bytes() for _ in range(2)]
    table = Table(GAME)
    batch_orders(table.program, [_orders("red", "advance/blue")])
    assert table.sees("blue").as_bytes() == before[0] == before[1]


@clause("2.7")
def test_acts_are_carried_out_by_kind_whatever_the_order_of_the_file() -> None:
    actions = "".join(f'  do_{kind}: {{name: "{kind}", kind: {kind}}}\n' for kind in reversed(KINDS))
    start = TWO_ACTORS.replace("moves: 3", "moves: 4").replace("contingent: true", "contingent: false")
    for first in range(0, len(KINDS) - 3, 3):
        table = Table(start + "actions:\n" + actions)
        wanted = KINDS[first : first + 4]
        table.resolve(red=tuple(f"do_{kind}" for kind in reversed(wanted)))
        assert table.world.recorder is not None
        done = [
            event.subject for event in table.world.recorder.events(0) if event.subject.startswith("red/do")
        ]
        assert done == [f"red/do_{kind}" for kind in wanted]

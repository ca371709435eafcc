"""The condition words on coalitions, tables and staged incidents: where each holds and what it says."""

import pytest

from game.engine import registry
from game.engine.orders import Offer, Orders
from game.model.deals import Reply
from game.model.ids import DealId
from tests.rules.by_hand import LADDER, TWO_ACTORS, Table
from tests.rules.test_conditions import cases, read

GAME = (
    TWO_ACTORS.replace(
        'blue: {name: "Blue"}',
        """blue:
    name: "Blue"
    coalition:
      plan: plan
      members:
        north: {name: "The north", weight: 3, proof: 0.1}
        south: {name: "The south", weight: 1, proof: 1}""",
    )
    + LADDER
    + """
causes: {meant: {name: "Meant"}, faked: {name: "Faked", staged: true, by: red}}
incidents:
  shot: {name: "A shot", text: "Somebody fired.", at_hour: 0, priors: {meant: 3, faked: 1}}
promises: {word: {name: "Word"}}
plans:
  plan:
    name: "the plan"
    incident: shot
    accused: red
    counts: [meant]
    tiers: {one: {name: "One", responders: [blue], from_hour: 0, obliged: low, cap: high, promise: word}}
deals:
  talks:
    name: "The talks"
    parties: [red, blue]
    terms:
      leave:
        name: "Leave"
        giver: red
        delay_hours: 24
        levels: [{name: "a mile", worth: {red: -1, blue: 2}}]
actions:
  wait: {name: "Wait", kind: inaction}
"""
)
CASES = """
start yes  members_joined: {share: 0.75, actor: blue}
start no  members_joined: {share: 0.8, actor: blue}
start no  agreed: {actor: blue}
start no  exposed: {incident: shot}
start yes  acting_beats_sparing: {plan: plan, observer: blue, wrong: 7, missed: 3}
start no  acting_beats_sparing: {plan: plan, observer: blue, wrong: 8, missed: 2}
start yes  deal_is: {deal: talks, state: none}
start no  offer_stands: {deal: talks}
start yes  term_is: {deal: talks, term: leave, state: none}
offered yes  offer_stands: {deal: talks, by: red}
offered no  offer_stands: {deal: talks, by: blue}
agreed yes  deal_is: {deal: talks, states: [in_force, kept]}
agreed no  deal_is: {deal: talks, state: none}
agreed yes  term_is: {deal: talks, term: leave, state: waiting, level: 1}
agreed no  term_is: {deal: talks, term: leave, state: delivered}
"""
"""When it is asked, whether it holds, the condition."""
LINES = [one.split(maxsplit=2) for one in CASES.strip().splitlines()]


def reach(table: Table, when: str) -> None:
    """Nothing yet; or an offer stands; or it has been accepted."""
    if when in ("offered", "agreed"):
        table.turn(red=Orders(offer=Offer(DealId("talks"), (1,))))
    if when == "agreed":
        table.turn(blue=Orders(replies=((DealId("talks"), Reply.ACCEPT),)))


@pytest.mark.parametrize(("when", "holds", "text"), LINES)
def test_a_condition_holds_where_it_should_and_says_so(when: str, holds: str, text: str) -> None:
    table = Table(GAME, games=3)
    reach(table, when)
    condition = read(text)
    assert condition.holds(table.world).tolist() == [holds == "yes"] * 3
    said = table.program.explain(condition)
    assert len(said.split()) > 2
    assert "_" not in said
    for row in condition.reads(table.program.scenario):
        assert table.world.has(row), row


def test_every_condition_has_a_case() -> None:
    here = {text.split(":")[0] for _, _, text in LINES}
    assert here | {text.split(":")[0] for _, _, text, _ in cases()} == set(registry.conditions())

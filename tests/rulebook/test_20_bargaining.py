"""Section 20: bargaining in closed form. Its procedure is in tests/rules/test_bargaining and test_deals."""

import math
from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest

from game.engine.exact import logistic
from game.engine.packages import (
    Packages,
    Range,
    bargaining_range,
    beliefs_in,
    can_be_had,
    every_package,
)
from game.engine.prospects import going_on
from game.engine.tables import Table as Bargain
from game.model.ids import PUBLIC, ActorId, DealId
from tests.rulebook.clauses import clause
from tests.rules.by_hand import LADDER, TWO_ACTORS, Table, program

RED, BLUE, GREEN = ActorId("red"), ActorId("blue"), ActorId("green")
CLOCK = "clock: {hours_per_turn: 24, horizon_hours: 24}"
WAITS = """
actions:
  wait: {name: "Wait", kind: inaction}
"""
ASSUMED = "{{value: {value}, low: -2, high: 2, unit: share, grade: D, invented: x}}"


def going(red: float, blue: float, red_now: float = 0.0, blue_now: float = 0.0) -> str:
    """Two actors who value a prize of 100 points; what going on brings each drifts in within the day."""
    text, tracks = TWO_ACTORS.replace("clock: {hours_per_turn: 6, horizon_hours: 48}", CLOCK), "tracks:\n"
    for actor, now, drift in (("red", red_now, red), ("blue", blue_now, blue)):
        wants = f'{{name: "The prize", points: 100, track: prize_{actor}, full_at: 1}}'
        plain = f'  {actor}: {{name: "{actor.title()}"}}\n'
        assert plain in text
        named = f'  {actor}:\n    name: "{actor.title()}"\n    objectives: {{prize: {wants}}}\n'
        text = text.replace(plain, named)
        moves = ASSUMED.format(value=drift)
        track = f'name: "Prize", actors: [{actor}], high: 1, start: {now}, drift_per_day: {moves}'
        tracks += f"  prize_{actor}: {{{track}}}\n"
    return text + tracks + WAITS


def digits(giver: str, count: int, unit: float, worth: Mapping[str, float]) -> str:
    """Cards that write a share of a prize in digits of base 3; `worth` of one unit to each."""
    cards = ""
    for digit in range(count):
        levels = []
        for level in (1, 2):
            points = ", ".join(f"{who}: {each * unit * level * 3**digit!r}" for who, each in worth.items())
            levels.append(f'{{name: "{level}", worth: {{{points}}}}}')
        cards += f'      {giver}_{digit}: {{name: "Digit", giver: {giver}, levels: [{", ".join(levels)}]}}\n'
    return cards


def weighed(text: str, values: dict[str, Any] | None = None) -> tuple[Packages, dict[ActorId, Any]]:
    """Every package of a game's table, and what each party gains by it over going on, (packages, games)."""
    table = Table(text, values=values, games=max([1, *(len(value) for value in (values or {}).values())]))
    bargain = table.program.tables[DealId("split")]
    step = table.program.scenario.clock.hours_per_turn
    packages = Packages(bargain, every_package(bargain)[:, None, :], None, table.world.value, step)
    found = {}
    for party in bargain.deal.parties:
        beliefs = beliefs_in(table.world, bargain, party, str(party))
        without = going_on(table.program, table.world, party)
        found[party] = packages.worth(party).advantage(beliefs, without)
    return packages, found


SPLIT = 'deals:\n  split:\n    name: "A split"\n    parties: [red, blue]\n'


@clause("20.18")
def test_a_range_exists_exactly_where_the_costs_outweigh_the_difference_in_beliefs() -> None:
    """Blue holds a prize of 1 that Red believes to win with p1, and Blue believes Red to win with p2."""
    text = (
        going(0, 0, blue_now=1)
        + SPLIT
        + "    terms:\n"
        + digits("blue", 8, 100 / 6560, {"red": 1, "blue": -1})
    )
    p1 = np.array([0.7, 0.7, 0.7, 0.5, 0.4, 0.9, 0.9, 0.6])
    p2 = np.array([0.4, 0.4, 0.4, 0.5, 0.7, 0.2, 0.2, 0.55])
    c1 = np.array([0.1, 0.2, 0.2, 0.01, 0.01, 0.3, 0.45, 0.02])
    c2 = np.array([0.1, 0.11, 0.099, 0.01, 0.0, 0.3, 0.26, 0.02])
    values = {"tracks.prize_red.drift_per_day": p1 - c1, "tracks.prize_blue.drift_per_day": -(p2 + c2)}
    _, gains = weighed(text, values)
    found = bargaining_range([gains[RED], gains[BLUE]])
    assert found.exists.tolist() == (c1 + c2 >= p1 - p2).tolist()
    assert {*found.exists.tolist()} == {True, False}


FEAR = """
promises: {{term: {{name: "Terms", cost_of_keeping: 20}}}}
reputation: {{start: {log_odds!r}}}
"""


def fearful(snaps_back: float, belief: float = 0.6) -> str:
    """Each gives the other its share of a prize, and a concession of 20 points that a cheat would keep."""
    cards = digits("blue", 3, 100 / 26, {"red": 1}) + digits("red", 3, 100 / 26, {"blue": 1})
    for giver, other in (("red", "blue"), ("blue", "red")):
        worth = f"{{{giver}: -20, {other}: 20}}"
        level = f'{{name: "gives", worth: {worth}}}'
        cards += f'      {giver}_gives: {{name: "Gives", giver: {giver}, levels: [{level}]}}\n'
    cards = cards.replace("levels:", f"detection: 1, snaps_back: {snaps_back}, levels:")
    log_odds = math.log(belief / (1 - belief))
    terms = SPLIT + "    promise: term\n    terms:\n" + cards
    return going(0.375, 0.375) + FEAR.format(log_odds=log_odds) + terms


def shares(packages: Packages) -> tuple[Any, Any, Any]:
    """What each gets of the prize, and which packages hold both concessions and no more than the prize."""
    cards, levels = {str(card.term.id): card.place for card in packages.table.cards}, packages.levels[:, 0]

    def share(giver: str) -> Any:
        return sum(levels[:, cards[f"{giver}_{n}"]] * 3**n for n in range(3)) / 26

    to_red, to_blue = share("blue"), share("red")
    both = (levels[:, cards["red_gives"]] == 1) & (levels[:, cards["blue_gives"]] == 1)
    return to_red, to_blue, both & (to_red + to_blue <= 1 + 1e-9)


@clause("20.19")
@pytest.mark.parametrize(("snaps_back", "open_"), [(0.0, False), (0.7, True)])
def test_fear_of_breach_closes_the_range_and_snap_back_reopens_it(snaps_back: float, open_: bool) -> None:
    """c1+c2 = .25, s = .6, l = .2: x >= p-c+((1-s)/s)(1-r)l is .508 each, .415 with r = .7: .17 to share."""
    packages, gains = weighed(fearful(snaps_back))
    to_red, _, feasible = shares(packages)
    least = 0.375 + (0.4 / 0.6) * (1 - snaps_back) * 0.2
    assert np.array_equal(gains[RED][feasible, 0] >= 0, (to_red >= least)[feasible])
    assert (1 - 2 * least > 0) == open_
    if open_:
        assert 1 - 2 * least == pytest.approx(0.17)
    found = bargaining_range([gains[RED], gains[BLUE]], feasible[:, None])
    assert bool(found.exists[0]) == open_


@clause("20.19")
def test_without_fear_the_same_range_is_open() -> None:
    packages, gains = weighed(fearful(0.0, belief=0.99))
    assert bargaining_range([gains[RED], gains[BLUE]], shares(packages)[2][:, None]).exists[0]


TERMS = """
promises: {term: {name: "Terms", cost_of_keeping: 20}}
deals:
  split:
    name: "A split"
    parties: [red, blue]
    promise: term
    discount_per_day: 0.1
    face: {red: -3}
    terms:
      leave:
        name: "Leave"
        giver: red
        delay_hours: 24
        detection: 0.5
        snaps_back: 0.4
        levels: [{name: "half", worth: {red: -10, blue: 8}}, {name: "all", worth: {red: -20, blue: 16}}]
      pay:
        name: "Pay"
        giver: blue
        detection: 0.9
        snaps_back: 0.5
        levels: [{name: "pays", worth: {red: 30, blue: -12}}]
"""
PLAIN = TWO_ACTORS.replace("clock: {hours_per_turn: 6, horizon_hours: 48}", CLOCK) + WAITS + TERMS


def value(
    first: ActorId | None, levels: tuple[int, int], s: float, saved: float = 0.0
) -> tuple[float, float]:
    compiled = program(PLAIN)
    table = compiled.tables[DealId("split")]
    packages = Packages(table, np.array([levels], dtype=np.int32), first, float, 24)  # type: ignore[arg-type]
    belief = np.full(1, s)
    red = packages.worth(RED).value({BLUE: belief}, saved)
    return float(red[0]), float(packages.worth(BLUE).value({RED: belief})[0])


@clause("20.15")
def test_a_package_is_worth_what_fearon_says() -> None:
    later = math.exp(-0.1)
    red, blue = value(None, (2, 1), 0.6)
    assert red == pytest.approx(30 * 0.6 - 20 * later * (1 - 0.4 * 0.5 * 0.9) - 3)
    assert blue == pytest.approx(16 * 0.6 * later - 12 * (1 - 0.4 * 0.4 * 0.5))
    assert value(None, (1, 0), 0.6)[0] == pytest.approx(-10 * later - 3)
    assert value(None, (0, 1), 0.6)[0] == pytest.approx(18 - 3)


@clause("20.15")
def test_whoever_goes_second_waits_a_turn_and_cancels_all() -> None:
    red, blue = value(BLUE, (2, 1), 0.6)
    late = math.exp(-0.1 * 2)
    assert red == pytest.approx(30 * 0.6 - 20 * late * (1 - 0.4 * 0.9) - 3)
    assert blue == pytest.approx(16 * 0.6 * late - 12 * (1 - 0.4 * 0.4 * 0.5))


@clause("20.15")
def test_what_is_covered_of_a_face_is_saved() -> None:
    assert value(None, (2, 1), 0.6, saved=0.5)[0] == pytest.approx(value(None, (2, 1), 0.6)[0] + 1.5)


GUARANTEED = """
promises: {term: {name: "Terms", cost_of_keeping: 20}}
reputation: {start: 0.4}
actions:
  wait: {name: "Wait", kind: inaction}
deals:
  split:
    name: "A split"
    parties: [red, blue]
    promise: term
    guarantors: {green: 1.5, blue: 0.7}
    terms:
      leave: {name: "Leave", giver: red, levels: [{name: "leaves", worth: {red: -10, blue: 16}}]}
      pay: {name: "Pay", giver: blue, levels: [{name: "pays", worth: {red: 10, blue: -12}}]}
"""


@clause("20.16")
def test_guarantors_add_to_belief_by_how_far_their_own_word_is_believed() -> None:
    text = TWO_ACTORS.replace(
        '  blue: {name: "Blue"}\n', '  blue: {name: "Blue"}\n  green: {name: "Green"}\n'
    )
    table = Table(text + GUARANTEED)
    bargain: Bargain = table.program.tables[DealId("split")]
    word = float(logistic(0.4))
    red = beliefs_in(table.world, bargain, RED, "red")
    assert set(red) == {BLUE}
    assert red[BLUE][0] == pytest.approx(float(logistic(0.4 + 1.5 * word))), "Blue does not vouch for itself"
    blue = beliefs_in(table.world, bargain, BLUE, "blue")
    assert blue[RED][0] == pytest.approx(float(logistic(0.4 + 1.5 * word + 0.7)))
    table.world.set_number(("credibility", "public", "red", "term"), -1.0, np.array([0]))
    guess = beliefs_in(table.world, bargain, BLUE, str(PUBLIC))
    assert guess[RED][0] == pytest.approx(float(logistic(-1.0 + 1.5 * word + 0.7)))


@clause("20.16")
def test_who_could_pledge_itself_vouches_only_while_it_does() -> None:
    text = TWO_ACTORS.replace(
        '  blue: {name: "Blue"}\n', '  blue: {name: "Blue"}\n  green: {name: "Green"}\n'
    )
    pledge = """
commitments:
  behind_it:
    name: "Behind it"
    issuer: green
    promise: term
    trigger: [{hour_at_least: {hour: 99}}]
    on: red
    rung: low
"""
    table = Table(text + LADDER + GUARANTEED + pledge)
    bargain = table.program.tables[DealId("split")]
    red = beliefs_in(table.world, bargain, RED, "red")
    assert red[BLUE][0] == pytest.approx(float(logistic(0.4)))
    table.world.set_whole(("commitment", "behind_it"), 1, np.array([0]))
    red = beliefs_in(table.world, bargain, RED, "red")
    assert red[BLUE][0] == pytest.approx(float(logistic(0.4 + 1.5 * float(logistic(0.4)))))


@clause("20.16")
def test_terms_that_are_no_promise_are_sure() -> None:
    table = Table(PLAIN.replace("    promise: term\n", ""))
    bargain = table.program.tables[DealId("split")]
    assert beliefs_in(table.world, bargain, RED, "red")[BLUE].tolist() == [1.0]


COSTS = """
tracks:
  war_cost: {name: "War cost", drift_per_day: 10}
  heat: {name: "Heat", owner: world, start: 50, drift_per_day: -8}
  unseen: {name: "Unseen", seen_by: nobody, drift_per_day: 5}
every_turn:
  - change_track: {track: heat, by: 1}
"""


@clause("20.17")
def test_going_on_is_worth_what_drift_takes_until_the_announced_end() -> None:
    aims = (
        "    objectives:\n"
        "      cheap: {name: Cheap, points: 60, track: war_cost, nothing_at: 30, full_at: 0}\n"
        "      cool: {name: Cool, points: 40, track: heat, nothing_at: 100}\n"
    ).replace("nothing_at: 100}", "nothing_at: 100, full_at: 0}")
    text = TWO_ACTORS.replace('  red: {name: "Red"}\n', '  red:\n    name: "Red"\n' + aims) + COSTS + WAITS
    table = Table(text)
    # 48 hours: 20 points of cost, and heat down by 16 and up by 8 turns of 1
    assert going_on(table.program, table.world, RED)[0] == pytest.approx(-60 * 20 / 30 + 40 * 8 / 100)
    table.turns(4)
    # war cost 20 now, and 30 is the worst it counts
    assert going_on(table.program, table.world, RED)[0] == pytest.approx(-60 * 10 / 30 + 40 * 4 / 100)
    assert going_on(table.program, table.world, BLUE)[0] == 0
    seen = going_on(table.program, table.sees("red"), RED)
    assert seen[0] == going_on(table.program, table.world, RED)[0]


@clause("20.17")
def test_going_on_at_a_dangerous_rung_costs_what_accidents_would() -> None:
    aims = (
        '    objectives: {lives: {name: "Lives", points: 100, track: losses, nothing_at: 50, full_at: 0}}\n'
    )
    text = TWO_ACTORS.replace('  red: {name: "Red"}\n', '  red:\n    name: "Red"\n' + aims)
    text += LADDER.replace("severity: 50", "severity: 50, hazard_per_day: 0.1")
    text += """
tracks: {losses: {name: "Losses"}}
actions:
  wait: {name: "Wait", kind: inaction}
  shoot: {name: "Shoot", kind: force, rung: middle, target: {others: true}, persists_hours: 48}
hazard:
  contacts: [{between: [red, blue], level: 1}]
  effects: [change_track: {track: losses, actor: $self, by: 5}]
"""
    table = Table(text)
    assert going_on(table.program, table.world, RED)[0] == 0
    table.turn(blue="shoot/red")
    days = 42 / 24
    likely = 1 - 0.9**days
    assert going_on(table.program, table.world, RED)[0] == pytest.approx(-likely * 5 * 2)


@clause("20.18")
def test_the_best_package_has_the_highest_product_of_gains_among_those_to_be_had() -> None:
    gains = [
        np.array([[4.0, -1.0], [3.0, -1.0], [1.0, 2.0]]),
        np.array([[1.0, 5.0], [2.0, 5.0], [4.0, -2.0]]),
    ]
    found: Range = bargaining_range(gains)
    assert found.exists.tolist() == [True, False]
    assert found.best.tolist() == [1, -1]
    possible = np.array([[True, True], [False, True], [True, True]])
    assert bargaining_range(gains, possible).best.tolist() == [0, -1]


def test_every_package_is_listed_once_and_what_is_not_to_be_had_is_left_out() -> None:
    table = program(PLAIN).tables[DealId("split")]
    levels = every_package(table)
    assert levels.tolist() == [[0, 1], [1, 0], [1, 1], [2, 0], [2, 1]]
    can = can_be_had(levels, [np.array([True, False]), np.array([True, True])])
    assert can[:, 0].all()
    assert can[:, 1].tolist() == [True, False, False, False, False]


@clause("20.17")
def test_rules_of_every_turn_count_while_their_conditions_are_seen_to_hold() -> None:
    aims = '    objectives: {calm: {name: "Calm", points: 100, track: heat, nothing_at: 100, full_at: 0}}\n'
    text = TWO_ACTORS.replace('  red: {name: "Red"}\n', '  red:\n    name: "Red"\n' + aims)
    text += """
regions: {hill: {name: "Hill", holder: red}}
tracks: {heat: {name: "Heat", owner: world, start: 50}}
every_turn:
  - when: {holds: [region_held_by: {region: hill, actor: red}], then: [change_track: {track: heat, by: 1}]}
  - when: {holds: [region_held_by: {region: hill, actor: blue}], then: [change_track: {track: heat, by: 9}]}
actions: {wait: {name: "Wait", kind: inaction}}
"""
    table = Table(text)
    assert going_on(table.program, table.world, RED)[0] == pytest.approx(-8), (
        "eight turns of one, of a hundred"
    )
    assert going_on(table.program, table.sees("red"), RED)[0] == pytest.approx(-8)

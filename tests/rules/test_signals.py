"""Signals: cheap talk, sunk costs, tied hands, leaks; and what audiences charge for words and for face."""

import numpy as np
import pytest

from game.engine.events import EventKind
from game.engine.mechanisms.audience import backing_down_cost
from game.engine.orders import Orders
from game.model.ids import ClaimId, IncidentId
from tests.rulebook.clauses import clause
from tests.rules.by_hand import LADDER, TWO_ACTORS, Table

DORMANT, IN_FORCE, DUE, KEPT, BROKEN, WITHDRAWN = range(6)

GAME = (
    TWO_ACTORS.replace('blue: {name: "Blue"}', 'blue: {name: "Blue"}\n  green: {name: "Green"}')
    + LADDER
    + """
tracks:
  support: {name: "Support", start: 60}
promises:
  line: {name: "Red line", cost_of_keeping: 15}
reputation: {hard_scale: 60, soft_scale: 20, forgets_after_days: 60}
audience:
  strength: 20
  for_threatening: 2
  track: support
  cover: {assumption: mu}
  covered_when: [{live: {actor: green, action: mediate}}]
assumptions:
  mu: {value: 0.6, low: 0, high: 1, unit: share, grade: D, invented: "a test"}
commitments:
  red_line:
    name: "No further"
    issuer: blue
    promise: line
    trigger: [{rung_at_least: {rung: middle, by: red}}]
    on: red
    rung: high
    publicity: 0.2
    understood: 0.3
  whisper:
    name: "Between us"
    issuer: blue
    promise: line
    trigger: [{rung_at_least: {rung: middle, by: red}}]
    on: red
    rung: high
    publicity: 0
    audience: [green]
    in_force: true
actions:
  wait: {name: "Wait", kind: inaction}
  warn: {name: "Warn", kind: signal, signal: speech, by: [blue], effects: [{issue: {commitment: red_line}}]}
  repeat:
    name: "Say it in public"
    kind: signal
    signal: speech
    by: [blue]
    effects: [{tie_hands: {commitment: red_line, publicity: 0.5, understood: 0.2}}]
  shout:
    name: "Swear it"
    kind: signal
    signal: visit
    by: [blue]
    effects: [{tie_hands: {commitment: red_line, publicity: 0.9}}]
  leak:
    name: "Let it leak"
    kind: signal
    signal: leak
    by: [blue]
    seen_by: self
    effects: [{tie_hands: {commitment: whisper, understood: 0.4}}]
  talk:
    name: "Talk"
    kind: signal
    signal: speech
    by: [blue]
    effects: [{costly_signal: {promise: line, cost: 0}}]
  exercise:
    name: "Exercise"
    kind: signal
    signal: exercise
    by: [blue]
    effects: [{costly_signal: {promise: line, cost: 12}}]
  mediate: {name: "Mediate", kind: diplomacy, by: [green]}
  bow: {name: "Bow", kind: stand_down, by: [red, blue], effects: [{lose_face: {points: 10}}]}
  shame:
    name: "Shame them"
    kind: diplomacy
    by: [red]
    target: {others: true}
    effects: [{lose_face: {points: 4, actor: $target}}]
  advance: {name: "Advance", kind: force, rung: middle, target: {others: true}}
"""
)


def support(table: Table, actor: str = "blue") -> float:
    return table.number("track", actor, "support")


def words(table: Table) -> tuple[float, float, float]:
    """Credibility, publicity and understanding of the red line."""
    return (
        table.number("credibility", "red", "blue", "line"),
        table.number("publicity", "red_line"),
        table.number("understood", "red_line"),
    )


# --- Talk, sunk costs, tied hands ---


@clause("12.1")
def test_cheap_talk_moves_nothing() -> None:
    table = Table(GAME)
    table.turn(blue=("warn", "talk"))
    assert words(table) == (0.0, 0.2, 0.3)


@clause("12.2")
def test_sinking_costs_moves_credibility_and_ties_nothing() -> None:
    table = Table(GAME)
    table.turn(blue=("warn", "exercise"))
    credibility, *others = words(table)
    assert credibility > 0.3
    assert others == [0.2, 0.3]


@clause("12.3", "12.4")
def test_tying_hands_makes_a_promise_more_public_and_moves_no_credibility() -> None:
    table = Table(GAME)
    table.turn(blue="warn")
    table.turn(blue="repeat")
    assert words(table) == pytest.approx((0.0, 0.7, 0.5))
    assert support(table) == pytest.approx(60 - 2 * 0.2 * 0.62 - 2 * 0.5 * 0.62), (
        "it is so much more of a threat"
    )


@clause("12.3", "12.4")
def test_hands_are_tied_no_further_than_wholly() -> None:
    table = Table(GAME)
    table.turn(blue="warn")
    table.turn(blue=("repeat", "shout"))
    assert words(table) == pytest.approx((0.0, 1.0, 0.5))
    assert support(table) == pytest.approx(60 - 2 * 1.0 * 0.62), "only what was added is charged"
    before = support(table)
    table.turn(blue="shout")
    assert support(table) == before


@clause("11.6")
def test_backing_down_costs_by_how_public_it_is_by_now() -> None:
    quiet, tied = Table(GAME), Table(GAME)
    for table, second in ((quiet, "wait"), (tied, "repeat")):
        table.turn(blue="warn")
        table.turn(blue=second, red="advance/green")
        before = support(table)
        table.resolve()
        assert table.whole("commitment", "red_line") == BROKEN
        lost = before - support(table)
        assert lost == pytest.approx(backing_down_cost(20, words(table)[1], 62, 0, 1))
    assert words(tied)[1] > words(quiet)[1]


@clause("12.3")
def test_hands_are_tied_only_to_a_promise_that_stands() -> None:
    table = Table(GAME)
    table.turn(blue="repeat")
    assert words(table) == (0.0, 0.2, 0.3)
    table.turn(blue="warn", red="advance/green")
    assert table.whole("commitment", "red_line") == DUE
    table.resolve(blue="repeat")
    assert words(table)[1] == pytest.approx(0.7), "one that is due stands still"
    table.go_on()
    table.turn(blue="shout")
    assert words(table)[1] == pytest.approx(0.7), "one that was broken does not"


@clause("12.5")
def test_a_leak_is_understood_without_being_public() -> None:
    table = Table(GAME.replace("publicity: 0\n", "publicity: 0\n    understood: 0.5\n"))
    table.turn(blue="leak")
    assert table.number("understood", "whisper") == pytest.approx(0.9)
    assert table.number("publicity", "whisper") == 0
    assert support(table) == 60
    (event,) = table.events(EventKind.COMMITMENT)
    assert (event.text, event.seen_by) == ("Blue: “Between us” is understood better", ("blue", "green"))
    assert not table.sees("red").can_see("understood", "whisper")


def test_what_is_tied_by_an_assumption_is_tied_in_each_game_by_its_own() -> None:
    game = GAME.replace("publicity: 0.5, understood: 0.2", "publicity: {assumption: mu}")
    table = Table(game, games=3, values={"mu": np.array([0.0, 0.5, 1.0])})
    table.turn(blue="warn")
    table.turn(blue="repeat")
    assert table.world.number("publicity", "red_line") == pytest.approx([0.2, 0.7, 1.0])


@clause("10.10")
def test_the_public_has_beliefs_about_a_word_that_everybody_sees() -> None:
    table = Table(GAME)
    table.turn(blue="exercise")
    believed = table.number("credibility", "public", "blue", "line")
    assert believed == table.number("credibility", "red", "blue", "line") > 0
    for actor in ("red", "blue", "green"):
        assert table.sees(actor).number("credibility", "public", "blue", "line")[0] == believed


# --- Face ---


@clause("12.6")
def test_losing_face_costs_points_at_home() -> None:
    table = Table(GAME)
    table.turn(blue="bow", red="shame/green")
    assert [support(table, a) for a in ("red", "blue", "green")] == [60, 50, 56]


@pytest.mark.parametrize(("mu", "lost"), [(0.0, 10.0), (0.6, 4.0), (1.0, 0.0)])
@clause("12.6")
def test_a_mediator_covers_a_loss_of_face(mu: float, lost: float) -> None:
    table = Table(GAME, values={"mu": mu})
    table.turn(green="mediate", blue="bow")
    assert support(table) == pytest.approx(60 - lost)


@pytest.mark.parametrize("zero", range(4))
def test_audience_costs_are_zero_when_any_factor_is(zero: int) -> None:
    factors = [20.0, 1.0, 62.0, 1.0]
    factors[zero] = 0.0
    strength, publicity, severity, guilt = factors
    assert backing_down_cost(strength, publicity, severity, 0.0, guilt) == 0
    assert backing_down_cost(20.0, 1.0, 62.0, 1.0, 1.0) == 0, "mu = 1"


def test_lambda_20_severity_62_and_full_belief_give_12_4() -> None:
    assert backing_down_cost(20.0, 1.0, 62.0, 0.0, 1.0) == pytest.approx(12.4)


# --- Public claims that prove wrong ---

CLAIMS = (
    GAME.replace(
        "  for_threatening: 2\n", "  for_threatening: 2\n  for_wrong_claim: 6\n  wrong_claim_below: 0.2\n"
    )
    + """
causes: {ordered: {name: "Ordered"}, accident: {name: "An accident"}, staged: {name: "Staged"}}
claims:
  they_did_it: {name: "They gave the order", causes: [ordered]}
  it_was_staged: {name: "It was staged", causes: [staged]}
  who_knows: {name: "It is not known"}
informants: {mission: {name: "Mission"}}
trust: {default: 1}
incidents:
  shot:
    name: "A shot"
    text: "A shot is fired."
    at_hour: 0
    priors: {ordered: 0.6, accident: 0.3, staged: 0.1}
    known_to: {}
    evidence:
      film:
        name: "A film"
        source: mission
        after_hours: 9
        to: [public]
        shows:
          mishap: {text: "A mishap.", likelihood: {ordered: 0.05, accident: 1, staged: 1}}
          order: {text: "An order.", likelihood: {ordered: 0.95, accident: 0, staged: 0}}
"""
)
SHOT = IncidentId("shot")


def claim(actor: str, what: str) -> Orders:
    return Orders((f"{actor}/wait",), claim=(SHOT, ClaimId(what)))


def seed_that_shows(showing: int) -> int:
    for seed in range(50):
        table = Table(CLAIMS, seed=seed)
        table.turns(2)
        if table.whole("shows", "shot", "film") == showing:
            return seed
    raise AssertionError("no seed shows it")


@clause("11.7")
def test_a_public_claim_that_the_public_ceases_to_believe_costs_once() -> None:
    table = Table(CLAIMS, seed=seed_that_shows(0))
    table.turn(blue=claim("blue", "they_did_it"), green=claim("green", "who_knows"))
    assert support(table) == 60
    table.turns(2)
    belief = table.number("belief", "shot", "public", "ordered")
    assert belief < 0.2
    assert [support(table, a) for a in ("red", "blue", "green")] == [60, 54, 60]
    table.turn(blue=claim("blue", "who_knows"))
    table.turn(blue=claim("blue", "they_did_it"))
    assert support(table) == 54, "once for each claim"
    assert [e.text for e in table.events(EventKind.CLAIM) if "believed" in e.text] == [
        "What Blue said is no longer believed: They gave the order"
    ]


@clause("11.7")
def test_each_claim_is_paid_for_apart() -> None:
    table = Table(CLAIMS, seed=seed_that_shows(1))
    table.turn(blue=claim("blue", "it_was_staged"), red=claim("red", "they_did_it"))
    assert support(table) == 60, "nobody believed it, but nothing has spoken against it yet"
    table.turns(2)
    assert [support(table, a) for a in ("red", "blue")] == [60, 54]


def test_without_a_price_a_wrong_claim_has_no_row_and_no_cost() -> None:
    table = Table(CLAIMS.replace("for_wrong_claim: 6", "for_wrong_claim: 0"), seed=seed_that_shows(0))
    assert not table.world.has(("wrong_claims", "shot", "blue"))
    table.turn(blue=claim("blue", "they_did_it"))
    table.turns(2)
    assert support(table) == 60

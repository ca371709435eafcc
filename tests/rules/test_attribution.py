"""Incidents, evidence and beliefs, against Bayes' rule: b'(c) ~ b(c) [tau Lk(e|c) + (1-tau) n(e)]."""

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.engine.chance import Script, enumerate_games
from game.engine.events import EventKind
from game.engine.exact import total
from game.engine.mechanisms.attribution import FLOOR, posterior
from game.engine.orders import Orders
from game.model.ids import ClaimId, IncidentId
from tests.rulebook.clauses import clause
from tests.rules.by_hand import TWO_ACTORS, Table

INCIDENTS = """
causes: {meant: {name: "Meant"}, slip: {name: "A slip"}, staged: {name: "Staged"}}
informants: {monitors: {name: "Monitors"}}
incidents:
  shot:
    name: "A shot"
    text: "Somebody fired."
    at_hour: 6
    priors: {meant: 2, slip: 1, staged: 1}
    known_to: {slip: {red: 0.25}, staged: {blue: 1}}
    evidence:
      film:
        name: "A film"
        source: monitors
        after_hours: 6
        to: [public]
        shows:
          east: {text: "From the east.", likelihood: {meant: 0.8, slip: 0.6, staged: 0.1}}
          west: {text: "From the west.", likelihood: {meant: 0.2, slip: 0.4, staged: 0.9}}
      intercept:
        name: "An intercept"
        source: blue
        after_hours: 12
        to: [blue]
        costs_source: true
        shows:
          orders: {text: "Orders.", likelihood: {meant: 0.7, slip: 0.1, staged: 0.1}}
          noise: {text: "Noise.", likelihood: {meant: 0.3, slip: 0.9, staged: 0.9}}
      second_intercept:
        name: "Another intercept"
        source: blue
        after_hours: 24
        to: [blue]
        shows:
          orders: {text: "Orders.", likelihood: {meant: 0.7, slip: 0.1, staged: 0.1}}
          noise: {text: "Noise.", likelihood: {meant: 0.3, slip: 0.9, staged: 0.9}}
      agent:
        name: "An agent's report"
        source: blue
        after_hours: 6
        on_order: true
        to: [blue]
        shows:
          orders: {text: "Orders.", likelihood: {meant: 0.7, slip: 0.1, staged: 0.1}}
          noise: {text: "Noise.", likelihood: {meant: 0.3, slip: 0.9, staged: 0.9}}
  pretext:
    name: "A pretext"
    text: "A barracks burns."
    priors: {meant: 1, slip: 1, staged: 1}
trust:
  own: 0.9
  default: 0.5
  by_observer: {red: {blue: 0.2}, public: {monitors: 0.8}}
  claim_likelihood: 0.7
claims:
  not_us: {name: "It was not us", causes: [slip, staged]}
  a_slip: {name: "It was a slip", causes: [slip]}
  unknown: {name: "Nobody knows"}
actions:
  wait: {name: "Wait", kind: inaction}
  ask: {name: "Ask", kind: intelligence, effects: [{inquire: {incident: shot, probability: 0.4}}]}
  order:
    name: "Order"
    kind: intelligence
    by: [blue]
    effects: [{gather: {incident: shot, evidence: agent}}]
  publish: {name: "Publish", kind: intelligence, by: [blue], effects: [{release: {incident: shot}}]}
  tell_red: {name: "Tell", kind: intelligence, by: [blue], effects: [{release: {incident: shot, to: [red]}}]}
  stage:
    name: "Stage"
    kind: covert
    by: [red]
    effects: [{stage_incident: {incident: pretext, cause: staged}}]
  provoke: {name: "Provoke", kind: movement, effects: [{raise_incident: {incident: pretext}}]}
  jam:
    name: "Jam"
    kind: covert
    effects: [{delay_evidence: {incident: shot, source: monitors, hours: 12}}]
"""
GAME = TWO_ACTORS + INCIDENTS

shares = st.lists(st.floats(0.001, 1), min_size=2, max_size=6)


def beliefs(
    table: Table, observer: str, incident: str = "shot"
) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    causes = table.program.scenario.causes
    return np.array([table.world.number("belief", incident, observer, cause) for cause in causes])


# --- Bayes' rule ---


@clause("5.6")
def test_full_trust_is_bayes_rule() -> None:
    prior, likelihood = np.array([[0.5], [0.3], [0.2]]), np.array([[0.8], [0.4], [0.1]])
    after = posterior(prior, likelihood, 1.0)
    assert after[:, 0].tolist() == pytest.approx([0.4 / 0.54, 0.12 / 0.54, 0.02 / 0.54], rel=1e-14)


@clause("5.6")
@given(shares, st.floats(0, 1))
def test_no_trust_changes_nothing_and_beliefs_sum_to_one(likely: list[float], tau: float) -> None:
    likelihood = np.array(likely)[:, None]
    prior = np.array([[n + 1.0] for n in range(len(likely))])
    prior /= prior.sum()
    assert posterior(prior, likelihood, 0.0) == pytest.approx(prior, rel=1e-12)
    assert float(total(posterior(prior, likelihood, tau))[0]) == pytest.approx(1.0, rel=1e-12)


@clause("5.7")
@given(st.lists(st.tuples(st.floats(0.01, 1), st.floats(0.01, 1), st.floats(0, 1)), min_size=1, max_size=4))
def test_the_order_of_evidence_does_not_matter(items: list[tuple[float, float, float]]) -> None:
    ends = []
    for order in permutations(items):
        belief = np.array([[0.4], [0.6]])
        for first, second, tau in order:
            belief = posterior(belief, np.array([[first], [second]]), tau)
        ends.append(float(belief[0, 0]))
    assert ends == pytest.approx([ends[0]] * len(ends), rel=1e-9)


@clause("5.8")
@given(st.floats(0.01, 0.99), st.floats(0.01, 0.99), st.floats(0.01, 0.99), st.floats(0, 1))
def test_beliefs_are_a_martingale_under_the_model(prior: float, one: float, other: float, tau: float) -> None:
    # Under the observer's own model a source tells as its likelihoods say with probability tau, and otherwise
    # shows each thing as often as it would on the average of all causes.
    belief = np.array([[prior], [1 - prior]])
    likely = np.array([one, other])
    expected = 0.0
    for shown in (likely, 1 - likely):
        heard = tau * shown + (1 - tau) * shown.mean()
        probability = float((belief[:, 0] * heard).sum())
        expected += probability * float(posterior(belief, shown[:, None], tau)[0, 0])
    assert expected == pytest.approx(prior, rel=1e-9)


# --- In a game ---


@clause("1.5", "5.2")
def test_an_incident_happens_at_its_hour_with_a_cause_drawn_from_its_priors() -> None:
    table = Table(GAME, games=4000)
    assert (table.world.whole("happened", "shot") == -1).all()
    table.turn()
    assert (table.world.whole("happened", "shot") == 6).all()
    drawn = np.bincount(table.world.whole("cause", "shot"), minlength=3) / 4000
    assert drawn == pytest.approx([0.5, 0.25, 0.25], abs=0.03)


@clause("5.4")
def test_leaders_may_know_what_their_own_side_did() -> None:
    table = Table(GAME, games=4000)
    table.turn()
    cause, knows = table.world.whole("cause", "shot"), table.world.whole("knows", "shot", "red")
    assert np.mean(knows[cause == 1] == 1) == pytest.approx(0.25, abs=0.06)
    assert (knows[cause != 1] == -1).all()
    assert (table.world.whole("knows", "shot", "blue") == np.where(cause == 2, 2, -1)).all()
    sure = beliefs(table, "blue")[:, cause == 2]
    assert (sure[2] == 1.0).all()
    assert (sure[:2] == FLOOR).all()


@clause("5.4")
def test_who_would_have_known_infers_something_from_not_knowing_and_is_right_on_average() -> None:
    table = Table(GAME, games=4000)
    table.turn()
    cause = table.world.whole("cause", "shot")
    for actor, expected in (("red", (0.5, 0.1875, 0.25)), ("blue", (0.5, 0.25, 0.0))):
        unsure = table.world.whole("knows", "shot", actor) == -1
        held = beliefs(table, actor)[:, unsure]
        assert held[:, 0] == pytest.approx(np.array(expected) / sum(expected), abs=1e-9)
        assert (held >= FLOOR * 0.999).all()
        shares = np.bincount(cause[unsure], minlength=3) / unsure.sum()
        assert held.mean(axis=1) == pytest.approx(shares, abs=0.03)
    others = beliefs(table, "public").max(axis=1)
    assert others == pytest.approx([0.5, 0.25, 0.25]), "it is nobody else's business"


@clause("5.5")
def test_evidence_arrives_on_time_and_moves_each_observer_by_its_trust() -> None:
    table = Table(GAME, games=400)
    table.turn()
    assert (table.world.whole("seen", "shot", "film", "public") == -1).all()
    before = {str(o): beliefs(table, o) for o in table.program.observers}
    table.turn()
    seen = table.world.whole("seen", "shot", "film", "public")
    likelihood = np.array([[0.8, 0.6, 0.1], [0.2, 0.4, 0.9]])[seen].T
    for observer, tau in (("red", 0.5), ("blue", 0.5), ("public", 0.8)):
        expected = posterior(before[observer], likelihood, tau)
        known = (
            table.world.whole("knows", "shot", observer) >= 0
            if observer != "public"
            else np.zeros(400, np.bool_)
        )
        after = beliefs(table, observer)
        assert after[:, ~known] == pytest.approx(expected[:, ~known], rel=1e-9)
        assert (after[:, known] == before[observer][:, known]).all(), "who knows the truth is not moved"


def test_beliefs_are_calibrated_when_trust_is_full() -> None:
    """What an observer believes is how often it is so: with full trust its model is the truth."""

    def play(script: Script) -> tuple[float, bool]:
        sure = GAME.replace("default: 0.5", "default: 1").replace("monitors: 0.8", "monitors: 1")
        table = Table(sure, chance=script)
        table.turns(2)
        return float(beliefs(table, "public")[0, 0]), table.whole("cause", "shot") == 0

    games = list(enumerate_games(play))
    assert sum(p for p, _ in games) == pytest.approx(1.0)
    assert sum(p * belief for p, (belief, _) in games) == pytest.approx(0.5), "the prior, on average"
    for level in {round(belief, 6) for _, (belief, _) in games}:
        of_level = [(p, was) for p, (belief, was) in games if round(belief, 6) == level]
        assert sum(p for p, was in of_level if was) / sum(p for p, _ in of_level) == pytest.approx(
            level, rel=1e-5
        )


@clause("5.7")
def test_evidence_counts_once_however_often_it_is_repeated() -> None:
    table = Table(GAME)
    table.turns(3)
    assert table.whole("seen", "shot", "intercept", "blue") >= 0
    table.turn(blue="publish")
    once = beliefs(table, "red")
    table.turn(blue="publish")
    table.turn(blue="tell_red")
    assert (beliefs(table, "red") == once).all()


@clause("5.9")
def test_a_party_may_hold_evidence_back_or_give_it_to_some() -> None:
    table = Table(GAME)
    table.turns(3)
    prior = beliefs(table, "public")
    assert [table.whole("seen", "shot", "intercept", who) >= 0 for who in ("red", "blue", "public")] == [
        False,
        True,
        False,
    ]
    table.turn(blue="tell_red")
    assert table.whole("seen", "shot", "intercept", "red") >= 0
    assert (beliefs(table, "public") == prior).all()


@clause("5.10")
def test_a_burnt_source_brings_nothing_more_not_even_on_order() -> None:
    for burnt in (False, True):
        table = Table(GAME)
        table.turns(3)
        table.turn(blue="publish" if burnt else "wait")
        table.turn(blue="order")
        table.turns(2)
        found = [table.whole("seen", "shot", item, "blue") >= 0 for item in ("second_intercept", "agent")]
        assert found == [not burnt] * 2


@clause("5.11")
def test_what_is_gathered_comes_so_long_after_the_order() -> None:
    table = Table(GAME)
    table.turn(blue="order")
    assert table.number("arrives", "shot", "agent") == 1e9, "nothing has happened that one could look into"
    table.turn(blue="order")
    assert table.whole("seen", "shot", "agent", "blue") >= 0
    assert table.world.hour == 12


@clause("5.11")
def test_jamming_delays_what_is_still_to_come() -> None:
    table = Table(GAME)
    table.turn()
    table.turn(red="jam")
    assert table.whole("seen", "shot", "film", "public") == -1
    table.turn()
    assert table.whole("seen", "shot", "film", "public") == -1
    table.turn()
    assert table.whole("seen", "shot", "film", "public") >= 0


@clause("5.12")
def test_inquiries_find_the_truth_as_often_as_the_scenario_says() -> None:
    table = Table(GAME, games=4000)
    table.turn()
    knew = table.world.whole("knows", "shot", "red") >= 0
    table.turn(red="ask")
    knows = table.world.whole("knows", "shot", "red")
    assert np.mean(knows[~knew] >= 0) == pytest.approx(0.4, abs=0.04)
    found = knows >= 0
    assert (knows[found] == table.world.whole("cause", "shot")[found]).all()


@clause("5.3")
def test_who_stages_an_incident_alone_knows() -> None:
    table = Table(GAME)
    table.turn(red="stage")
    assert (table.whole("happened", "pretext"), table.whole("cause", "pretext")) == (0, 2)
    assert (table.whole("knows", "pretext", "red"), table.whole("knows", "pretext", "blue")) == (2, -1)
    assert beliefs(table, "blue", "pretext")[:, 0] == pytest.approx([1 / 3] * 3)
    for event in table.events(EventKind.INCIDENT):
        assert (event.actor, event.cause) == (None, "")


@clause("5.1")
def test_an_incident_that_is_raised_has_a_drawn_cause_and_happens_once() -> None:
    table = Table(GAME, games=3000)
    table.turn(red="provoke", blue="provoke")
    drawn = np.bincount(table.world.whole("cause", "pretext"), minlength=3) / 3000
    assert drawn == pytest.approx([1 / 3] * 3, abs=0.04)
    assert (table.world.whole("knows", "pretext", "red") == -1).all()
    before = table.world.whole("cause", "pretext").copy()
    table.turn(red=("provoke", "stage"))
    assert (table.world.whole("happened", "pretext") == 0).all()
    assert (table.world.whole("cause", "pretext") == before).all()


@clause("6.2")
def test_a_claim_is_weak_evidence_and_counts_once() -> None:
    table = Table(GAME)
    table.turn()
    before = beliefs(table, "red")
    claim = Orders(claim=(IncidentId("shot"), ClaimId("not_us")))
    table.resolve(blue=claim)
    # Red trusts Blue to 0.2; a claim is heard with 0.7 if it is true and 0.3 if it is not.
    assert beliefs(table, "red") == pytest.approx(posterior(before, np.array([[0.3], [0.7], [0.7]]), 0.2))
    after, own = beliefs(table, "red"), beliefs(table, "blue")
    table.go_on()
    seen = beliefs(table, "red")
    table.resolve(blue=Orders(claim=(IncidentId("shot"), ClaimId("a_slip"))))
    assert (beliefs(table, "red") == seen).all(), "only the first assertion moves anybody"
    assert table.whole("claim", "shot", "blue") == 1
    assert not (after == before).all()
    assert own.shape == (3, 1)


@clause("6.3")
def test_to_say_that_nobody_knows_moves_nobody() -> None:
    table = Table(GAME)
    table.turn()
    before = {str(o): beliefs(table, o) for o in table.program.observers}
    table.resolve(blue=Orders(claim=(IncidentId("shot"), ClaimId("unknown"))))
    assert all((beliefs(table, o) == before[o]).all() for o in before)
    assert table.whole("claim", "shot", "blue") == 2


def test_assumed_likelihoods_give_each_game_its_own() -> None:
    assumed = (
        GAME.replace(
            'east: {text: "From the east.", likelihood: {meant: 0.8',
            'east: {text: "From the east.", likelihood: {meant: {assumption: sharp}',
        ).replace(
            'west: {text: "From the west.", likelihood: {meant: 0.2',
            'west: {text: "From the west.", likelihood: {meant: {assumption: blunt}',
        )
        + """
assumptions:
  sharp: {value: 0.8, low: 0, high: 1, unit: probability, grade: D, invented: "a test"}
  blunt: {value: 0.2, low: 0, high: 1, unit: probability, grade: D, invented: "a test"}
"""
    )
    sharp = np.linspace(0.1, 0.9, 50)
    table, plain = (
        Table(assumed, games=50, values={"sharp": sharp, "blunt": 1 - sharp}),
        Table(GAME, games=50),
    )
    for each in (table, plain):
        each.turn()
    before = beliefs(table, "public")
    table.turn()
    seen = table.world.whole("seen", "shot", "film", "public")
    rest = np.array([[0.6, 0.1], [0.4, 0.9]])[seen].T
    likelihood = np.vstack([np.where(seen == 0, sharp, 1 - sharp), rest])
    assert beliefs(table, "public") == pytest.approx(posterior(before, likelihood, 0.8))
    one = Table(assumed, games=50)
    one.turns(2)
    plain.turn()
    assert (beliefs(one, "public") == beliefs(plain, "public")).all(), (
        "the central values are the plain numbers"
    )


@clause("5.14")
def test_a_cause_that_an_incident_cannot_have_does_not_make_sources_weigh_more() -> None:
    impossible = GAME.replace(
        'staged: {name: "Staged"}}', 'staged: {name: "Staged"}, moon: {name: "The moon"}}'
    )
    with_it, without = Table(impossible, games=50), Table(GAME, games=50)
    for table in (with_it, without):
        table.turn()
        table.turn()
    seen = with_it.world.whole("seen", "shot", "film", "public")
    assert (seen == without.world.whole("seen", "shot", "film", "public")).all()
    assert beliefs(with_it, "public")[:3] == pytest.approx(beliefs(without, "public"), abs=1e-9)

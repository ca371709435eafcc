"""Access denied and bought, staged incidents found out, and how much proof is enough."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.engine.arrays import F64
from game.engine.conditions.exposure import ActingBeatsSparing
from game.engine.events import EventKind
from game.engine.mechanisms.attribution import posterior, proof_needed
from game.engine.mechanisms.exposure import staged
from game.model.ids import ObserverId, PlanId
from tests.rulebook.clauses import clause
from tests.rules.by_hand import LADDER, TWO_ACTORS, Table

GAME = (
    TWO_ACTORS
    + LADDER
    + """
causes:
  meant: {name: "Meant"}
  false_flag: {name: "A false flag by Blue", staged: true, by: blue}
  spoiler: {name: "A third party", staged: true}
informants: {monitors: {name: "Monitors"}, agency: {name: "An agency"}}
incidents:
  shot:
    name: "A shot"
    text: "Somebody fired."
    at_hour: 6
    priors: {meant: 0.6, false_flag: 0.3, spoiler: 0.1}
    exposure_convinces: 0.9
    on_exposed: [change_track: {track: standing, by: -10}]
    evidence:
      film:
        name: "A film"
        source: monitors
        after_hours: 12
        to: [public]
        shows:
          east: {text: "From the east.", likelihood: {meant: 0.8, false_flag: 0.2, spoiler: 0.5}}
          west: {text: "From the west.", likelihood: {meant: 0.2, false_flag: 0.8, spoiler: 0.5}}
      samples:
        name: "Samples"
        source: monitors
        after_hours: 6
        on_order: true
        to: [public]
        shows:
          east: {text: "Eastern.", likelihood: {meant: 0.8, false_flag: 0.2, spoiler: 0.5}}
          west: {text: "Western.", likelihood: {meant: 0.2, false_flag: 0.8, spoiler: 0.5}}
  pretext:
    name: "A pretext"
    text: "A barracks burns."
    priors: {meant: 1}
    exposure_per_day: 0.2
    on_exposed: [change_track: {track: standing, by: -10}]
tracks: {standing: {name: "Standing", start: 50}}
promises: {pledge: {name: "A pledge"}}
plans:
  answer:
    name: "The plan"
    incident: shot
    accused: red
    counts: [meant]
    wrong_below: 0.25
    found_wrong: [change_track: {actor: blue, track: standing, by: -20}]
    tiers: {one: {name: "One", responders: [blue], from_hour: 24, obliged: low, cap: high, promise: pledge}}
actions:
  wait: {name: "Wait", kind: inaction}
  deny: {name: "Shut out", kind: covert, effects: [deny_evidence: {incident: shot, source: monitors}]}
  admit: {name: "Let in", kind: diplomacy, effects: [admit_evidence: {incident: shot, source: monitors}]}
  buy:
    name: "Buy"
    kind: intelligence
    effects: [hasten_evidence: {incident: shot, source: monitors, hours: 6}]
  order: {name: "Order", kind: intelligence, effects: [gather: {incident: shot, evidence: samples}]}
  stage:
    name: "Stage"
    kind: covert
    by: [red]
    effects: [stage_incident: {incident: pretext, cause: meant}]
  provoke: {name: "Provoke", kind: movement, by: [blue], effects: [raise_incident: {incident: pretext}]}
  look: {name: "Look", kind: intelligence, effects: [expose: {incident: shot, probability: 0.5}]}
  look_well: {name: "Look well", kind: intelligence, effects: [expose: {incident: pretext, probability: 1}]}
  allege: {name: "Allege", kind: diplomacy, by: [blue], effects: [allege: {plan: answer}]}
  spoil:
    name: "Leave it to others"
    kind: diplomacy
    effects: [chance: {probability: 0.5, then: [raise_incident: {incident: pretext}]}]
  boast: {name: "Boast", kind: signal, requires: [exposed: {incident: pretext}]}
"""
)


def belief(table: Table, observer: str, incident: str = "shot") -> F64:
    causes = table.program.scenario.causes
    return np.array([table.world.number("belief", incident, observer, cause) for cause in causes])


def seen(table: Table, item: str = "film") -> bool:
    return table.whole("seen", "shot", item, "public") >= 0


# --- access ---


@clause("5.15")
def test_monitoring_denied_brings_nothing_until_it_is_admitted_again() -> None:
    table = Table(GAME)
    table.turn(red="deny", blue="wait")
    assert table.whole("happened", "shot") == 6
    table.turns(3)
    assert not seen(table)
    table.turn(red="admit")
    assert seen(table), "what was due in the meantime comes at once"


def test_access_denied_before_an_incident_holds_for_what_it_leaves_behind() -> None:
    table = Table(GAME)
    table.resolve(red="deny")
    table.go_on()
    table.turns(4)
    assert not seen(table)


@clause("5.15")
def test_what_is_denied_can_neither_be_gathered_nor_bought() -> None:
    table = Table(GAME)
    table.turn()
    table.turn(red="deny")
    table.turn(blue=("order", "buy"))
    table.turns(2)
    assert not seen(table)
    assert not seen(table, "samples")
    table.turn(red="admit")
    assert seen(table)
    table.turn(blue="order")
    assert seen(table, "samples"), "it can be ordered again"


def test_to_deny_twice_is_to_deny_once() -> None:
    table = Table(GAME)
    table.turn()
    table.turn(red="deny", blue="deny")
    table.turns(2)
    table.turn(red="admit")
    assert seen(table)


def test_what_has_come_cannot_be_denied() -> None:
    table = Table(GAME)
    table.turns(3)
    before = belief(table, "public")
    assert seen(table)
    table.turn(red="deny")
    assert seen(table)
    assert (belief(table, "public") == before).all()


@clause("5.16")
def test_monitoring_bought_brings_it_sooner_though_not_before_the_next_turn() -> None:
    table = Table(GAME)
    table.turn()  # the incident, at hour 6: the film is due at 18
    table.turn(blue="buy", red="wait")
    assert seen(table), "12 hours less 6"
    late = Table(GAME)
    late.turn()
    late.turn(blue="wait", red="wait")
    assert not seen(late)
    most = Table(GAME.replace("hours: 6}", "hours: 600}"))
    most.turn()
    most.resolve(blue="buy")
    assert not seen(most)
    most.go_on()
    assert seen(most)


# --- staged incidents ---


@clause("5.17")
def test_who_stages_an_incident_may_be_found_out_by_itself_at_its_hazard() -> None:
    table = Table(GAME, games=4000)
    table.turn(red="stage")
    assert (table.world.whole("exposed", "pretext") == -1).sum() > 0
    table.turns(3)  # 24 hours after it
    share = float((table.world.whole("exposed", "pretext") >= 0).mean())
    assert share == pytest.approx(0.2, abs=0.025)


@clause("5.17")
def test_an_incident_that_nobody_staged_is_never_found_out() -> None:
    table = Table(GAME, games=500)
    table.turn(blue="provoke")
    for _ in range(5):
        table.turn(blue="look_well")
    assert (table.world.whole("exposed", "pretext") == -1).all()
    assert not staged(table.world, "pretext").any()  # type: ignore[arg-type]  # ids are strings


@clause("5.17")
def test_a_drawn_cause_that_means_staged_may_be_found_out() -> None:
    table = Table(GAME, games=2000)
    table.turn()
    table.turn(blue="look")
    cause, exposed = table.world.whole("cause", "shot"), table.world.whole("exposed", "shot") >= 0
    assert not exposed[cause == 0].any()
    for index in (1, 2):
        assert float(exposed[cause == index].mean()) == pytest.approx(0.5, abs=0.1)


@clause("5.18")
def test_what_comes_out_moves_everybody_by_bayes_rule_at_the_stated_likelihood() -> None:
    table = Table(GAME, games=400)
    table.turn()
    before = {who: belief(table, who) for who in ("red", "blue", "public")}
    table.turn(blue="look")
    exposed = table.world.whole("exposed", "shot") >= 0
    flagged = exposed & (table.world.whole("cause", "shot") == 1)
    likelihood = np.array([[0.1], [0.9], [0.1]])
    silence = np.array([[1.0], [0.5], [0.5]])  # blue looked, at a probability of a half
    for who, prior in before.items():
        expected = posterior(prior[:, flagged], likelihood, 1.0)
        assert belief(table, who)[:, flagged] == pytest.approx(expected, rel=1e-9)
        quiet = prior[:, ~exposed] if who != "blue" else posterior(prior[:, ~exposed], silence, 1.0)
        assert belief(table, who)[:, ~exposed] == pytest.approx(quiet, rel=1e-9)


@clause("5.18")
def test_being_found_out_is_public_names_the_stager_and_is_paid_for_once() -> None:
    table = Table(GAME)
    table.turn(red="stage")
    assert not table.legal("blue/boast")
    table.turn(blue="look_well")
    table.turn(blue="look_well")
    said = [event for event in table.events(EventKind.INQUIRY) if event.seen_by is None]
    assert [event.text for event in said] == ["It comes out that “A pretext” was staged by Red: Meant"]
    assert table.number("track", "red", "standing") == 40
    assert table.number("track", "blue", "standing") == 50
    assert table.legal("blue/boast")


@clause("5.20")
def test_a_third_party_that_is_found_out_has_nobody_to_pay() -> None:
    table = Table(GAME.replace("meant: 0.6, false_flag: 0.3, spoiler: 0.1", "spoiler: 1"))
    table.turn()
    for _ in range(6):
        table.turn(blue="look")
    assert table.whole("exposed", "shot") >= 0
    said = [event.text for event in table.events(EventKind.INQUIRY) if event.seen_by is None]
    assert said == ["It comes out that “A shot” was staged: A third party"]
    assert {table.number("track", who, "standing") for who in ("red", "blue")} == {50}


LEAKS = GAME.replace("after_hours: 12", "after_hours: 900").replace(
    "exposure_convinces: 0.9", "exposure_per_day: 0.6\n    exposure_convinces: 0.999"
)


@clause("5.21")
def test_the_longer_nothing_comes_out_the_less_is_staging_believed_just_as_it_should_be() -> None:
    table = Table(LEAKS, games=4000)
    table.turns(2)
    earlier = 0.4
    for _ in range(3):
        table.turn()
        was_staged, quiet = table.world.whole("cause", "shot") > 0, table.world.whole("exposed", "shot") < 0
        share = float(was_staged[quiet].mean())
        held = belief(table, "public")[1:].sum(axis=0)
        for who in ("blue", "red", "public"):
            held = belief(table, who)[1:].sum(axis=0)
            assert float(held[quiet].mean()) == pytest.approx(share, abs=0.03)
            assert float(held.mean()) == pytest.approx(float(was_staged.mean()), abs=0.03)
        assert held[quiet].max() < earlier
        earlier = float(held[quiet].max())


@clause("5.21")
def test_who_looks_in_vain_is_surer_that_there_is_nothing_and_nobody_else_is() -> None:
    table = Table(GAME.replace("after_hours: 12", "after_hours: 900"), games=4000)
    table.turn()
    before = belief(table, "red")
    table.turn(blue="look")
    was_staged, quiet = table.world.whole("cause", "shot") > 0, table.world.whole("exposed", "shot") < 0
    held = belief(table, "blue")[1:].sum(axis=0)[quiet]
    assert held == pytest.approx(0.4 * 0.5 / (0.4 * 0.5 + 0.6))
    assert float(held.mean()) == pytest.approx(float(was_staged[quiet].mean()), abs=0.03)
    for who in ("red", "public"):
        assert (belief(table, who)[:, quiet] == before[:, quiet]).all()


@clause("5.17")
def test_who_looks_without_a_hope_learns_nothing() -> None:
    table = Table(GAME.replace("probability: 0.5", "probability: 0"), games=50)
    table.turn()
    before = belief(table, "blue")
    table.turn(blue="look")
    assert (belief(table, "blue") == before).all()
    for column in range(50):
        assert table.world.recorder is not None
        quiet = [e for e in table.world.recorder.events(column) if e.text.startswith("Nothing comes out")]
        assert [event.seen_by for event in quiet] == [("blue",)]


@clause("6.6")
def test_an_exposure_can_prove_an_allegation_wrong() -> None:
    table = Table(GAME.replace("false_flag: 0.3, spoiler: 0.1", "false_flag: 0.4"), games=200)
    table.turn()
    table.turn(blue="allege")
    table.turn(red="look")
    table.turn()
    wrong = table.world.whole("found_wrong", "answer") == 1
    assert wrong.any()
    assert (wrong == (table.world.whole("exposed", "shot") >= 0)).all()


@clause("5.20")
def test_a_spoiler_may_raise_an_incident_later() -> None:
    table = Table(GAME, games=1000)
    table.turn(blue="spoil")
    assert float((table.world.whole("happened", "pretext") >= 0).mean()) == pytest.approx(0.5, abs=0.05)


@clause("5.19")
def test_that_an_incident_was_staged_is_secret_until_it_comes_out() -> None:
    table = Table(GAME)
    table.turn(red="stage")
    for actor in ("red", "blue"):
        assert not table.sees(actor).can_see("staged_by", "pretext")
        assert table.sees(actor).can_see("exposed", "pretext")


@clause("5.19")
def test_that_there_is_evidence_is_secret_until_it_is_shared() -> None:
    table = Table(GAME)
    for actor in ("red", "blue"):
        other = "blue" if actor == "red" else "red"
        for row in (("arrives", "shot", "film"), ("shows", "shot", "film"), ("seen", "shot", "film", other)):
            assert not table.sees(actor).can_see(*row)


# --- how much proof is enough ---


@clause("6.5")
@given(st.floats(0.01, 0.99), st.floats(0.1, 100), st.floats(0.1, 100))
def test_acting_beats_sparing_iff_belief_exceeds_the_share_of_the_cost_of_error(
    pi: float, wrong: float, missed: float
) -> None:
    acting, sparing = (1 - pi) * wrong, pi * missed
    if abs(acting - sparing) > 1e-9 * (wrong + missed):
        assert (acting < sparing) == (pi > proof_needed(wrong, missed))


@clause("6.5")
def test_the_condition_asks_the_same() -> None:
    table = Table(GAME, games=3)
    table.world.number("belief", "shot", "blue", "meant")[:] = (0.74, 0.75, 0.76)
    asks = ActingBeatsSparing(PlanId("answer"), wrong=3, missed=1, observer=ObserverId("blue"))
    assert asks.holds(table.world).tolist() == [False, False, True]
    said = "Blue believes enough in a violation to act (in points: 3 if wrong, 1 if missed)"
    assert asks.explain(table.program.words) == said
    assert list(asks.reads(table.program.scenario)) == [("belief", "shot", "blue", "meant")]


def test_effects_say_themselves_and_what_players_expect() -> None:
    program = Table(GAME).program
    said = {}
    for name in ("deny", "admit", "buy", "look"):
        (effect,) = program.move(f"blue/{name}").action.effects
        said[name] = effect.explain(program.words), list(effect.consequences(program.scenario))
    assert said == {
        "deny": ("Monitors can learn nothing more about “A shot”", [(("deny", "shot"), 1.0)]),
        "admit": ("Monitors may look into “A shot” again", [(("deny", "shot"), -1.0)]),
        "buy": ("evidence from Monitors on “A shot” comes sooner", [(("delay", "shot"), -6.0)]),
        "look": ("if “A shot” was staged, it may come out who did it", [(("expose", "shot"), 0.5)]),
    }
    words = program.words
    asks = program.move("blue/boast").action.requires[0]
    assert asks.explain(words) == "it has come out that “A pretext” was staged"

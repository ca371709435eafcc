"""Coalitions: a member joins iff pi >= theta and q_backstop >= sigma and losses <= gamma."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.engine.events import EventKind
from game.engine.exact import log_odds
from game.engine.mechanisms import coalitions
from game.engine.program import Program
from game.loading.lint.coalitions import check
from game.loading.problems import ScenarioProblems
from game.model.ids import ActorId
from tests.rulebook.clauses import clause
from tests.rules.by_hand import LADDER, TWO_ACTORS, Table, program, scenario

CLUB = ActorId("club")
SETTING = """
format: 1
id: by_hand
title: "By hand"
clock: {hours_per_turn: 6, horizon_hours: 48}
orders: {moves: 3}
outcomes: {over: {name: "Over"}}
promises: {pledge: {name: "A pledge"}}
causes: {meant: {name: "Meant"}, slip: {name: "A slip"}}
incidents:
  shot:
    name: "A shot"
    text: "Somebody fired."
    at_hour: 0
    priors: {meant: 0.6, slip: 0.4}
  other:
    name: "Another"
    text: "Again."
    priors: {meant: 0.9, slip: 0.1}
plans:
  answer:
    name: "The plan"
    incident: shot
    accused: red
    counts: [meant]
    tiers: {one: {name: "One", responders: [club], from_hour: 0, obliged: low, cap: high, promise: pledge}}
  second:
    name: "The other plan"
    incident: other
    accused: red
    counts: [meant]
    tiers: {one: {name: "One", responders: [club], from_hour: 0, obliged: low, cap: high, promise: pledge}}
tracks:
  losses: {name: "Losses", actors: [club]}
  unity: {name: "Unity", actors: [club]}
actions:
  wait: {name: "Wait", kind: inaction}
  bleed:
    name: "Bleed"
    kind: force
    by: [red]
    effects: [change_track: {actor: club, track: losses, by: 30}]
  go: {name: "Go on", kind: diplomacy, by: [club], effects: [proceed: {}]}
  act: {name: "Act", kind: diplomacy, by: [club], requires: [agreed: {}]}
  lend: {name: "Lend", kind: diplomacy, by: [club], requires: [members_joined: {share: 0.5}]}
  again: {name: "Again", kind: diplomacy, by: [red], effects: [raise_incident: {incident: other}]}
  allege: {name: "Allege", kind: diplomacy, by: [red], effects: [allege: {plan: second}]}
"""
MEMBERS = """
      members:
        east: {name: "The east", weight: 2, proof: 0.3}
        west: {name: "The west", weight: 1, proof: 0.7}
        south: {name: "The south", weight: 1, proof: 0.5, losses: 20}
"""


def club(members: str = MEMBERS, rules: str = "", more: str = "") -> Program:
    """Red, the giant and a club of these members; the incident has happened and 0.6 was meant."""
    written = "".join(f"\n      {line}" for line in rules.splitlines())
    return program(
        SETTING + LADDER,
        f"""
actors:
  red: {{name: "Red"}}
  giant: {{name: "The giant"}}
  club:
    name: "The club"
    coalition:
      plan: answer{written}{members}
""",
        more,
    )


def joined(table: Table) -> list[int]:
    coalition = table.program.scenario.actors[CLUB].coalition
    assert coalition is not None
    return [table.whole("member", "club", member) for member in coalition.members]


def members(proofs: list[float], more: str = "") -> str:
    lines = [f'm{n}: {{name: "M{n}", proof: {proof}{more}}}' for n, proof in enumerate(proofs)]
    return "\n      members:\n" + "\n".join(f"        {line}" for line in lines) + "\n"


# --- the three thresholds ---


@clause("19.1", "19.2")
def test_thresholds_0_all_join() -> None:
    table = Table(club(members([0, 0, 0]), "free_riding: 1"))
    assert joined(table) == [1, 1, 1]
    table.turns(3)
    assert joined(table) == [1, 1, 1]


@clause("19.2")
def test_thresholds_1_none() -> None:
    table = Table(club(members([1, 1, 1])))
    table.world.number("belief", "shot", "club", "meant")[:] = 1.0
    table.go_on()
    assert joined(table) == [0, 0, 0]


@clause("19.1", "19.2")
def test_a_member_joins_from_its_threshold_of_proof_up() -> None:
    assert joined(Table(club(members([0.59, 0.6, 0.61])))) == [1, 1, 0]


@clause("19.2")
def test_nothing_is_proved_before_anything_happened() -> None:
    quiet = SETTING.replace("at_hour: 0", "at_hour: 12")
    assert quiet != SETTING
    source = program(
        quiet + LADDER,
        'actors: {red: {name: "Red"}, club: {name: "The club", coalition: {plan: answer, members: '
        '{east: {name: "The east", proof: 0.1}, all: {name: "All", proof: 0}}}}}',
    )
    table = Table(source)
    assert joined(table) == [0, 1]
    table.turns(2)
    assert joined(table) == [1, 1]


def test_without_a_plan_no_proof_is_asked() -> None:
    source = program(
        TWO_ACTORS.replace(
            'blue: {name: "Blue"}', 'club: {name: "The club", coalition: {members: {east: {name: "East"}}}}'
        ),
        'actions: {wait: {name: "Wait", kind: inaction}}',
    )
    assert joined(Table(source)) == [1]


@clause("19.1", "19.4")
@given(st.floats(0.02, 0.98), st.floats(0.02, 0.98))
def test_the_backstop_must_be_believed(held: float, asked: float) -> None:
    table = Table(BACKED, values={"asked": asked})
    table.world.number("credibility", "club", "giant", "pledge")[:] = log_odds(held)
    promise = coalitions.backstop_held(table.world, CLUB)
    assert promise is not None
    assert float(promise[0]) == pytest.approx(held)
    coalitions.review_members(table.world)
    assert joined(table) == [1, int(promise[0] >= asked), 0]


BACKED = club(
    "\n      members: {easy: {name: E, proof: 0}, half: {name: H, proof: 0,"
    " backstop: {assumption: asked}},"
    " never: {name: Z, proof: 0, backstop: 1}}\n",
    "backstop: giant\npromise: pledge",
    "assumptions: {asked: {value: 0.5, low: 0.01, high: 0.99, unit: share, grade: D, invented: test}}",
)


@clause("19.1", "19.5")
def test_losses_beyond_what_it_bears_make_a_member_leave() -> None:
    table = Table(club(rules="losses_track: losses"))
    assert joined(table) == [1, 0, 1]
    table.turn(red="bleed")
    assert joined(table) == [1, 0, 0]
    said = table.events(EventKind.COALITION)[-1]
    assert said.text == "The club loses “The south” for now: too many losses"
    assert (said.actor, said.subject, said.seen_by) == ("club", "south", None)


@clause("19.9")
def test_why_a_member_joins_is_said() -> None:
    table = Table(club())
    assert table.events(EventKind.COALITION) == []  # who is in at the start is no news
    table.world.number("belief", "shot", "club", "meant")[:] = 0.95
    table.turn()
    said = [event.text for event in table.events(EventKind.COALITION)]
    assert said == ["The club wins “The west” over: proof enough"]


# --- free riding ---


@clause("19.6")
def test_free_riding_raises_the_proof_asked_by_the_share_of_others() -> None:
    """The late member asks 0.5 + 0.4 * 3/4 = 0.8 once three quarters of the others' weight has joined."""
    rules = "free_riding: 0.4"
    spec = """
      members:
        first: {name: A, weight: 3, proof: 0.2}
        last: {name: B, weight: 1, proof: 0.95}
        late: {name: C, weight: 2, proof: 0.5}
"""
    table = Table(club(spec, rules))
    assert joined(table) == [1, 0, 1]  # both saw nobody else there
    table.world.whole("member", "club", "late")[:] = 0
    belief = table.world.number("belief", "shot", "club", "meant")
    for held, comes in ((0.79, 0), (0.81, 1)):
        belief[:] = held
        coalitions.review_members(table.world)
        assert joined(table) == [1, 0, comes]


@clause("19.6")
def test_who_has_joined_stays_when_others_come() -> None:
    table = Table(club(members([0.5, 0.5]), "free_riding: 1"))
    for _ in range(4):
        assert joined(table) == [1, 1]
        table.turn()


@clause("19.7")
@given(st.permutations([0, 1, 2, 3]), st.floats(0, 1))
def test_the_order_of_members_does_not_matter(order: list[int], riding: float) -> None:
    proofs = [0.1, 0.4, 0.58, 0.9]
    here, there = (
        Table(club(members([proofs[n] for n in way]), f"free_riding: {riding:.3f}"))
        for way in ([0, 1, 2, 3], order)
    )
    for _ in range(3):
        assert [joined(here)[n] for n in order] == joined(there)
        for table in (here, there):
            table.world.number("belief", "shot", "club", "meant")[:] = 0.95
            table.turn()


# --- consent ---


@clause("19.8")
def test_consent_needs_all_until_the_coalition_proceeds() -> None:
    table = Table(club())
    assert joined(table) == [1, 0, 1]
    assert not table.legal("club/act")
    table.turn(club="go")
    assert table.legal("club/act")  # three quarters of the weight
    said = table.events(EventKind.COALITION)[-1].text
    assert said == "The club will not wait for unanimity; it goes on without “The west”"
    table.turn(club="go")
    assert table.events(EventKind.COALITION)[-1].text == said
    assert len(table.events(EventKind.COALITION)) == 1


@clause("19.8")
def test_proceeding_needs_a_quorum() -> None:
    table = Table(club(rules="quorum: 0.8"))
    table.turn(club="go")
    assert not table.legal("club/act")


def test_all_of_them_consent_without_proceeding() -> None:
    assert Table(club(members([0.1, 0.2]))).legal("club/act")


@clause("19.8")
def test_where_not_all_are_needed_a_quorum_consents() -> None:
    assert Table(club(rules="unanimous: false\nquorum: 0.75")).legal("club/act")
    assert not Table(club(rules="unanimous: false\nquorum: 0.76")).legal("club/act")


def test_members_are_counted_by_weight() -> None:
    table = Table(club())
    assert float(coalitions.joined_share(table.world, CLUB)[0]) == 0.75
    assert table.legal("club/lend")
    table.world.whole("member", "club", "east")[:] = 0
    table.world.cache.clear()  # what is legal was worked out for this turn
    assert not table.legal("club/lend")


@clause("19.9")
def test_a_track_shows_the_share() -> None:
    table = Table(club(rules="share_track: unity\nlosses_track: losses"))
    assert table.number("track", "club", "unity") == 75
    table.turn(red="bleed")
    assert table.number("track", "club", "unity") == 50


# --- several plans ---


@clause("19.3")
def test_of_several_plans_the_one_that_was_alleged_is_to_be_proved() -> None:
    source = program(
        SETTING.replace("priors: {meant: 0.9, slip: 0.1}", "priors: {meant: 0.2, slip: 0.8}") + LADDER,
        'actors: {red: {name: "Red"}, club: {name: "The club", coalition: {plans: [answer, second], members: '
        '{east: {name: "The east", proof: 0.5}}}}}',
    )
    table = Table(source)
    assert joined(table) == [1]  # 0.6 for the first
    table.turn(red=("again", "allege"))
    assert joined(table) == [0]  # the second was alleged, and 0.2 is not enough
    assert table.events(EventKind.COALITION)[-1].text.endswith("too little proof")


# --- words and checks ---


def test_conditions_and_effects_say_themselves() -> None:
    source = club()
    asked = {str(c) for move in source.moves for c in map(source.explain, move.action.requires)}
    assert "members with 50 % of the weight of The club have joined" in asked
    assert "the members of The club agree, or enough of them do and it does not wait for all" in asked
    effect = source.move("club/go").action.effects[0]
    assert effect.explain(source.words) == "The club goes on without the members that have not joined"
    assert list(effect.consequences(source.scenario)) == [(("proceed", "club"), 1.0)]


def test_many_games_at_once_decide_each_for_itself() -> None:
    games = 64
    table = Table(club(), games=games)
    belief = np.linspace(0, 1, games)
    table.world.number("belief", "shot", "club", "meant")[:] = belief
    coalitions.review_members(table.world)
    assert (table.world.whole("member", "club", "west") == (belief >= 0.7)).all()


@pytest.mark.parametrize(
    ("coalition", "found"),
    [
        ("{members: {}}", "members need some weight between them"),
        ("{members: {a: {name: A, weight: 0}}}", "members need some weight between them"),
        ("{backstop: blue, promise: pledge, members: {a: {name: A}}}", "`blue` cannot be its own backstop"),
        ("{backstop: red, members: {a: {name: A}}}", "`promise` is missing"),
        ("{members: {a: {name: A, backstop: 0.5}}}", "it asks for a backstop, and the coalition names none"),
        ("{share_track: shared, members: {a: {name: A}}}", "`shared` is the world's"),
        ("{losses_track: reds, members: {a: {name: A}}}", "`blue` cannot have `reds`"),
    ],
)
def test_what_a_coalition_cannot_weigh_is_a_problem(coalition: str, found: str) -> None:
    text = TWO_ACTORS.replace('blue: {name: "Blue"}', f'blue: {{name: "Blue", coalition: {coalition}}}')
    more = """
promises: {pledge: {name: "A pledge"}}
tracks: {shared: {name: "Shared", owner: world}, reds: {name: "Red's", actors: [red]}}
actions: {wait: {name: "Wait", kind: inaction}}
"""
    with pytest.raises(ScenarioProblems, match=found):
        scenario(text, more)


def test_only_a_coalition_is_asked_about_members() -> None:
    act = '{name: "Act", kind: diplomacy, requires: [agreed: {}], effects: [proceed: {}]}'
    more = f'actions: {{wait: {{name: "Wait", kind: inaction}}, act: {act}}}'
    with pytest.raises(ScenarioProblems, match="red or blue has no members") as caught:
        scenario(TWO_ACTORS, more)
    assert len(caught.value.problems) == 2


def test_a_sound_coalition_has_no_findings() -> None:
    assert list(check(club().scenario)) == []

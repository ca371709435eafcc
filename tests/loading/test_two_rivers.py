"""The fictional twin: nothing of the real world in it, and a plan that serves both parties alike."""

import re
from collections.abc import Iterator

import numpy as np
import pytest

from game.engine.program import compile_scenario
from game.loading import assumption_values, load, scenario_path
from game.loading.document import Document
from game.loading.nodes import Fields, Items, Node, Scalar
from game.model.ids import ActorId, PlanId, RegionId
from game.model.scenario import Scenario
from tests.engine.shipped import all_play, play_on, start

REAL = """
Ukraine Ukrainian Ukrainians Kyiv Kiev Odesa Kharkiv Dnipro Donbas Donetsk Luhansk Crimea Zelensky
Russia Russian Russians Moscow Kremlin Putin Rostov Belgorod Belarus Minsk Duma
America American Americans Washington Pentagon Congress White-House Alaska US USA
Europe European Europeans Brussels EU NATO OSCE UN
Britain British UK London England English France French Paris Germany German Berlin
Poland Polish Warsaw Przewodow
Italy Italian Rome Spain Turkey Turkish Ankara Istanbul Bosphorus Dardanelles Romania Bulgaria Finland Baltic
Nordic Norway Sweden Estonia Latvia Lithuania Moldova Georgia China Chinese Beijing Iran
Israel India Japan Korea
Black-Sea Sea-of-Azov Atlantic Mediterranean Danube
Iskander Kinzhal Oreshnik Poseidon Shahed Geran HIMARS ATACMS Patriot Storm-Shadow Taurus Tomahawk Trident
""".split()
"""States, places, organisations, weapons and their adjectives, as texts would have them."""
REAL_IN_IDS = """
ukraine ukrainian russia russian us usa america american washington moscow kremlin kyiv kiev europe european
eu nato osce london paris berlin poland britain france turkey crimea donbas black_sea korybko ft
""".split()
PLANS = (PlanId("ceasefire_plan"), PlanId("island_plan"))


@pytest.fixture(scope="module")
def twin() -> Document:
    path = scenario_path("two_rivers_72h")
    assert path is not None
    return load(path)


def texts(node: Node, path: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    """Every key and every value with its path; not the section that says what was replaced."""
    if isinstance(node, Scalar):
        yield ".".join(path), node.text
    elif isinstance(node, Items):
        for number, value in enumerate(node.values, 1):
            yield from texts(value, (*path, str(number)))
    elif isinstance(node, Fields):
        for key, value in node.values.items():
            if (*path, key) != ("based_on",):
                yield ".".join(path), key
                yield from texts(value, (*path, key))


def test_no_name_of_the_real_world_remains(twin: Document) -> None:
    names = re.compile(rf"\b({'|'.join(word.replace('-', ' ') for word in REAL)})\b")
    found = [(path, text) for path, text in texts(twin.root) if names.search(text)]
    assert found == []


def test_no_id_is_called_after_anything_real(twin: Document) -> None:
    identifier = re.compile(r"[a-z][a-z0-9_.]*")
    part = re.compile(rf"(?:^|[_.])({'|'.join(REAL_IN_IDS)})(?:$|[_.])")
    found = [text for _, text in texts(twin.root) if identifier.fullmatch(text) and part.search(text)]
    assert found == []


def test_the_flagship_would_be_noticed() -> None:
    path = scenario_path("three_tiers_72h")
    assert path is not None
    said = " ".join(text for _, text in texts(load(path).root))
    for name in ("Ukraine", "Russian", "Washington", "Kyiv", "Black Sea"):
        assert name in said


def test_nothing_claims_a_source(twin: Document) -> None:
    scenario = twin.scenario(("conditional",))
    assert scenario.sources == {}
    assert {(a.grade.value, a.source, a.note) for a in scenario.assumptions.values()} == {("D", None, None)}


def test_numbers_are_the_flagships() -> None:
    path, other = scenario_path("two_rivers_72h"), scenario_path("three_tiers_72h")
    assert path is not None
    assert other is not None
    mine, theirs = (
        sorted(a.value for a in load(p).scenario(("conditional",)).assumptions.values())
        for p in (path, other)
    )
    assert mine == theirs


@pytest.mark.parametrize("reading", ["timetable", "conditional"])
def test_both_parties_have_the_same_plan(twin: Document, reading: str) -> None:
    scenario = twin.scenario((reading,))
    one, other = (scenario.plans[plan] for plan in PLANS)
    assert {one.accused, other.accused} == {"halvane", "dorrel"}
    assert [t.responders for t in one.tiers.values()] == [("halvane",), ("coalition",), ("lanthe",)]
    assert [t.responders for t in other.tiers.values()] == [("dorrel",), ("coalition",), ("lanthe",)]
    for mine, theirs in zip(one.tiers.values(), other.tiers.values(), strict=True):
        for field in ("from_hour", "to_hour", "within_hours", "obliged", "cap", "promise", "publicity"):
            assert getattr(mine, field) == getattr(theirs, field), (mine.id, field)
    assert (one.severity_threshold, one.wrong_below) == (other.severity_threshold, other.wrong_below)
    assert [type(e) for e in one.found_wrong] == [type(e) for e in other.found_wrong]
    incidents = [scenario.incidents[plan.incident] for plan in (one, other)]
    assert incidents[0].severity == incidents[1].severity
    assert sorted(map(str, incidents[0].priors)) == sorted(map(str, incidents[1].priors))


def test_either_side_can_do_what_the_other_can(twin: Document) -> None:
    """Allege, with or without an inquiry, take it back, stage, inquire, stand down, warn."""
    scenario = twin.scenario(("conditional",))
    words = {
        actor: {
            type(effect).__name__
            for action in scenario.actions.values()
            if not action.by or ActorId(actor) in action.by
            for effect in action.effects
        }
        for actor in ("halvane", "dorrel")
    }
    needed = {
        "Allege",
        "StageIncident",
        "Inquire",
        "StandDown",
        "Issue",
        "Release",
        "StopPlan",
        "Gather",
        "Expose",
    }
    assert needed <= words["halvane"]
    assert needed <= words["dorrel"]


def played(scenario: Scenario, games: int = 400) -> tuple[dict[str, float], list[float], list[float]]:
    """Shares of games of computer players: by how they end; in which each plan was called on; in which
    either party got back what was its own.
    """
    program = compile_scenario(scenario)
    world = start(program, np.arange(games, dtype=np.int64), dict(assumption_values(scenario, "play")))
    ended = dict.fromkeys(map(str, scenario.outcomes), 0)
    alleged, back = [0, 0], [0, 0]
    for now in play_on(world, all_play(program, "doctrine")):
        over = now.over
        for outcome in now.whole("outcome")[over].tolist():
            ended[list(ended)[outcome]] += 1
        for place, plan in enumerate(PLANS):
            alleged[place] += int(np.count_nonzero(now.whole("alleged_at", plan)[over] >= 0))
        for place, region in enumerate((RegionId("village"), RegionId("island"))):
            owner = program.actor_index(str(scenario.regions[region].owner))
            back[place] += int(np.count_nonzero(now.whole("holds", region)[over] == owner))
    assert sum(ended.values()) == games
    shares = {name: count / games for name, count in ended.items()}
    return shares, [count / games for count in alleged], [count / games for count in back]


@pytest.mark.parametrize("reading", ["timetable", "conditional"])
def test_its_endings_are_many_and_the_two_sides_fare_alike(twin: Document, reading: str) -> None:
    scenario = twin.scenario((reading,))
    shares, alleged, back = played(scenario)
    assert max(shares.values()) <= 0.6, shares
    assert len([share for share in shares.values() if share > 0.01]) >= 5, shares
    for pair, least, apart in ((alleged, 0.3, 1.5), (back, 0.03, 2.5)):
        low, high = sorted(pair)
        assert low > least
        assert high / low < apart

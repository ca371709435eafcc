"""What an ending leaves behind becomes the start of another scenario."""

from pathlib import Path

import pytest

from game.engine.conditions.forces import ForcesIn
from game.engine.orders import Orders
from game.loading import choose_variants, find_scenario, load, readings, shipped_scenarios
from game.model.endings import Carried
from game.model.ids import ActorId, AssumptionId, TrackId
from game.model.numbers import Assumption, Grade
from game.session.game import Game, NotYet
from game.session.record import RecordProblem
from game.session.sequel import carried_value, following, words
from game.session.setup import Setup
from game.view.ending import ending_view

TALKS = """
format: 1
id: talks
title: "Talks"
clock: {hours_per_turn: 1, horizon_hours: 2}
tracks:
  anger: {name: "Anger", start: 25}
actors:
  north: {name: "North"}
  south: {name: "South"}
actions:
  wait: {name: "Wait", kind: inaction}
  insult: {name: "Insult", kind: signal, effects: [{change_track: {track: anger, by: 50, actor: south}}]}
  agree: {name: "Agree", kind: diplomacy}
outcomes:
  agreed:
    name: "Agreed"
    at_end_only: false
    when: [{did: {actor: north, action: agree}}]
  apart:
    name: "Apart"
    leads_to:
      - scenario: brinkmanship
        variants: [private_types]
        text: "They do not know one another any better."
      - scenario: three_tiers_72h
        values: {audience_strength: {track: anger, actor: south}}
"""
NORTH, SOUTH = ActorId("north"), ActorId("south")


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    path = tmp_path / "talks.yaml"
    path.write_text(TALKS, encoding="utf-8")
    return path


def played(talks: Path, *orders: str, save: Path | None = None) -> Game:
    """North says these things, turn by turn."""
    game = Game.start(
        load(talks).scenario(),
        seed=1,
        seats={NORTH: "human", SOUTH: "random"},
        path=save,
        save=save is not None,
        source=talks,
    )
    for move in orders:
        game.submit(NORTH, Orders((f"{NORTH}/{move}",)))
        game.end_turn()
    return game


def test_an_ending_is_carried_into_the_next_scenario(talks: Path, tmp_path: Path) -> None:
    record = tmp_path / "one.backstop"
    played(talks, "wait", "wait", save=record)
    found = following(record, "brinkmanship")
    assert (found.scenario, found.variants) == ("brinkmanship", ("private_types",))
    assert found.variant_names == ("You do not know whom you face",)
    document = load(find_scenario(found.scenario))
    made = Setup.of(document, choose_variants(document, "+".join(found.variants)), changes=found.values)
    next_game = Game.start(made.scenario, seed=1, values=made.changes, save=False)
    assert next_game.header.variant == ("private_types",)


def test_a_track_at_the_end_decides_an_assumption(talks: Path, tmp_path: Path) -> None:
    (insults, calm) = (tmp_path / "one.backstop", tmp_path / "two.backstop")
    angry = played(talks, "insult", "insult", save=insults)
    quiet = played(talks, "wait", "wait", save=calm)
    assumption = load(find_scenario("three_tiers_72h")).scenario(("timetable",)).assumptions
    range_ = assumption[AssumptionId("audience_strength")]
    for game, path in ((angry, insults), (quiet, calm)):
        share = game.truth().number("track", "south", "anger") / 100
        value = following(path, "three_tiers_72h").values[AssumptionId("audience_strength")]
        assert value == pytest.approx(range_.low + share * (range_.high - range_.low), abs=1e-3)
    assert following(insults, "three_tiers_72h").values != following(calm, "three_tiers_72h").values


@pytest.mark.parametrize(
    ("level", "value"), [(20, 2.0), (60, 6.0), (40, 4.0), (0, 2.0), (100, 6.0), (30, 3.0)]
)
def test_a_carried_number_is_in_proportion_and_within_its_range(level: float, value: float) -> None:
    assumption = Assumption(AssumptionId("a"), value=3, low=2, high=6, unit="points", grade=Grade.D)
    carried = Carried(TrackId("anger"), nothing_at=20, full_at=60)
    assert carried_value(carried, level, assumption) == value
    falling = Carried(TrackId("anger"), nothing_at=60, full_at=20)
    assert carried_value(falling, level, assumption) == pytest.approx(8 - value)


def test_what_cannot_be_carried_on_is_said_in_one_line(talks: Path, tmp_path: Path) -> None:
    unfinished, agreed, apart = (tmp_path / f"{n}.backstop" for n in ("unfinished", "agreed", "apart"))
    played(talks, "wait", save=unfinished)
    played(talks, "agree", save=agreed)
    played(talks, "wait", "wait", save=apart)
    with pytest.raises(RecordProblem, match="this game is not over"):
        following(unfinished, "brinkmanship")
    with pytest.raises(RecordProblem, match="“Agreed”, leads to no other scenario"):
        following(agreed, "brinkmanship")
    with pytest.raises(RecordProblem, match="leads to brinkmanship or three_tiers_72h, not to chicken"):
        following(apart, "chicken")
    with pytest.raises(RecordProblem, match="no record"):
        following(talks, "chicken")
    with pytest.raises(RecordProblem, match="cannot read"):
        following(tmp_path / "none", "chicken")
    talks.write_text(TALKS.replace("They do not", "They did not"), encoding="utf-8")
    with pytest.raises(RecordProblem, match="was changed since"):
        following(apart, "brinkmanship")


def test_the_ending_says_what_can_be_played_on(talks: Path, tmp_path: Path) -> None:
    game = played(talks, "wait")
    with pytest.raises(NotYet):
        game.followings()
    record = tmp_path / "a game.backstop"
    for save in (record, None):
        end = ending_view(played(talks, "insult", "wait", save=save))
        first, second = end.sequels
        assert first.title == "Ten Balls in a Bag"
        assert first.text == "They do not know one another any better."
        assert (first.value_names, len(second.value_names)) == ((), 1)
        assert second.value_names[0] != "audience_strength", "a name, not an id"
        if save is None:
            assert first.command == "backstop play brinkmanship --variant private_types"
            assert second.command.startswith("backstop play three_tiers_72h --set audience_strength=")
        else:
            assert first.command == f"backstop play brinkmanship --after '{record}'"
    assert ending_view(played(talks, "agree")).sequels == ()


def test_the_words_of_a_following_game_can_be_said(talks: Path, tmp_path: Path) -> None:
    record = tmp_path / "one.backstop"
    played(talks, "wait", "wait", save=record)
    found = following(record, "three_tiers_72h")
    (value,) = found.values.values()
    assert list(words(found)) == [
        "backstop", "play", "three_tiers_72h", "--set", f"audience_strength={value:g}"
    ]  # fmt: skip


def test_the_bargain_is_played_on_into_the_flagship(tmp_path: Path) -> None:
    bargain = load(find_scenario("the_bargain")).scenario()
    record = tmp_path / "bargain.backstop"
    game, seed = Game.start(bargain, seed=1, path=record), 1
    game.play_on()
    while game.outcome != "cease_fire_plan":
        record.unlink()
        seed += 1
        game = Game.start(bargain, seed=seed, path=record)
        game.play_on()
    found = following(record, "three_tiers_72h")
    assert found.variants == (), "a plan on paper puts no brigade anywhere"
    document = load(find_scenario(found.scenario))
    for reading in readings(document, choose_variants(document, "+".join(found.variants))):
        made = Setup.of(document, reading, changes=found.values)
        after = Game.start(
            made.scenario, seed=1, values=made.changes, assumptions=made.assumptions, save=False
        )
        talks = after.observation(ActorId("us")).number("track", "world", "talks")[0]
        assert talks == pytest.approx(found.values["talks_start"])
    assert ending_view(game).sequels[0].title == "Three Tiers, Seventy-Two Hours"


def test_only_where_brigades_stand_are_they_there_in_the_next_game() -> None:
    outcomes = load(find_scenario("the_bargain")).scenario().outcomes.values()
    deployed = {o.id for o in outcomes for s in o.leads_to if "troops_deployed" in s.variants}
    guarded = {o.id for o in outcomes if any(isinstance(c, ForcesIn) for c in o.when)}
    assert deployed == guarded
    assert deployed


@pytest.mark.parametrize("name", shipped_scenarios())
def test_every_shipped_sequel_can_be_started(name: str) -> None:
    for ending in load(find_scenario(name)).scenario(first_reading(name)).outcomes.values():
        for sequel in ending.leads_to:
            document = load(find_scenario(sequel.scenario))
            for reading in readings(document, choose_variants(document, "+".join(sequel.variants))):
                assumptions = document.scenario(reading).assumptions
                assert set(sequel.values) <= set(assumptions)


def first_reading(name: str) -> tuple[str, ...]:
    return readings(load(find_scenario(name)))[0]

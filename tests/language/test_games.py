"""A game is the same in every language, and nothing of it goes unsaid in a longer one."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from game.engine.orders import Orders
from game.engine.program import compile_scenario
from game.engine.prose import PROSE, as_spoken, is_prose, prose, retold, scenario_as_spoken
from game.language import ENGLISH, Language, speaking, told
from game.language.pseudo import PSEUDO
from game.loading import default_assumption_set, find_scenario, load, readings, shipped_scenarios
from game.loading.build import plan_of
from game.loading.manual import classes
from game.model.deals import Reply
from game.model.ids import ActorId, DealId
from game.model.primitives import Condition
from game.model.scenario import Scenario
from game.session.game import Game
from game.session.record import read
from game.view.sight import Sight

PLAIN_WORD = re.compile(r"\b[A-Za-z]*[aeiou][A-Za-z]*\b")
IDS = frozenset("public world".split())
"""Words that stand for an id where nobody is meant to read it."""
ENGINES_OWN = frozenset(
    {
        *("Derivation.invented", "Derivation.scenario", "ForceType.symbol", "Front.domain", "Link.gate"),
        *("Scenario.id", "Scenario.level", "Sequel.scenario", "Source.kind", "Source.note", "Source.title"),
    }
)
"""Plain text in the model that is no prose: names of things in other files, and what must stay findable."""


def plain_words(text: str) -> list[str]:
    """The words of a text that came through no catalogue of the longer language."""
    return [word for word in PLAIN_WORD.findall(text) if len(word) > 2 and word not in IDS]


@cache
def scenario_of(name: str) -> Scenario:
    document = load(find_scenario(name))
    return document.scenario(readings(document)[0])


def played(scenario: Scenario, language: Language, path: Path) -> Game:
    """A whole game of players who move at random, in a language."""
    with speaking(language):
        game = Game.start(
            scenario,
            seed=5,
            assumptions=default_assumption_set(scenario),
            seats={actor: "random" for actor, value in scenario.actors.items() if value.played},
            path=path,
        )
        while not game.over:
            game.end_turn()
    return game


@pytest.mark.parametrize("name", shipped_scenarios())
def test_a_game_is_the_same_in_every_language_and_all_of_it_is_said(name: str, tmp_path: Path) -> None:
    scenario = scenario_of(name)
    english = played(scenario, ENGLISH, tmp_path / "english.bsr")
    longer = played(scenario, PSEUDO, tmp_path / "longer.bsr")
    assert [event.as_record() for event in longer.events()] == [
        event.as_record() for event in english.events()
    ]
    one, other = (read(tmp_path / f"{word}.bsr") for word in ("english", "longer"))
    assert (one.turns, one.end) == (other.turns, other.end)
    for event in longer.events():
        assert event.text == event.said.source
        with speaking(PSEUDO):
            assert event.text != event.said.source
            assert not plain_words(event.text), event.said.source


def refusals(game: Game) -> Iterator[str]:
    """Everything that keeps a seat's moves and offers from being made."""
    for actor in game.program.played:
        seen = game.observation(actor)
        for move in game.program.moves_of[actor]:
            yield from seen.why_not(move)
            yield from game.check(actor, Orders((move.name, move.name)))
        for deal in game.program.tables:
            yield from game.check(actor, Orders(replies=((DealId(deal), Reply.ACCEPT),)))
        sight = Sight(seen, (), (), {})
        for move in game.program.moves_of[actor]:
            yield from sight.conditions(move.action.requires)
            yield from sight.needs(move.action.requires)
            yield from sight.effects(move.action.effects)
        for when in _whens(sight):
            yield from sight.conditions(when)


def _whens(sight: Sight) -> Iterator[tuple[Condition, ...]]:
    """Every other condition that a screen may show."""
    for commitment in sight.program.commitments.values():
        yield from (commitment.trigger, commitment.truth, commitment.stands_while)
    for question in sight.scenario.contingencies.values():
        yield question.when
    for plan in sight.scenario.plans.values():
        yield from (tier.when for tier in plan.tiers.values())


@pytest.mark.parametrize("name", shipped_scenarios())
def test_explanations_and_refusals_leave_no_word_untranslated(name: str, tmp_path: Path) -> None:
    scenario = scenario_of(name)
    game = Game.start(scenario, seed=1, seats=dict.fromkeys(_seats(scenario), "human"), save=False)
    seats = set(map(str, scenario.actors))
    with speaking(PSEUDO):
        for said in refusals(game):
            assert not set(plain_words(said)) - seats, said


def _seats(scenario: Scenario) -> list[ActorId]:
    return [actor for actor, value in scenario.actors.items() if value.played]


def test_a_program_in_another_language_has_the_same_rows_and_moves() -> None:
    program = compile_scenario(scenario_of("three_tiers_72h"))
    assert as_spoken(program) is program
    with speaking(PSEUDO):
        other = as_spoken(program)
        assert other is as_spoken(program)
        assert other.words("ukraine") == told("Ukraine") != "Ukraine"
    assert [move.name for move in other.moves] == [move.name for move in program.moves]
    assert list(other.layout.numbers) == list(program.layout.numbers)
    assert list(other.layout.whole) == list(program.layout.whole)
    assert other.conditions == program.conditions


def test_a_scenario_retold_by_itself_is_itself() -> None:
    scenario = scenario_of("first_ladder")
    again = retold(scenario, str)
    assert (list(prose(again)), again.actions) == (list(prose(scenario)), scenario.actions)
    assert scenario_as_spoken(scenario) is scenario
    louder = retold(scenario, str.upper)
    assert {text.upper() for _, text in prose(scenario)} == {text for _, text in prose(louder)}


def test_every_plain_text_of_the_model_is_prose_or_known_not_to_be() -> None:
    texts = {
        f"{cls.__name__}.{spec.key}"
        for cls in classes()
        for spec in plan_of(cls).fields.values()
        if spec.hint is str or spec.hint == str | None
    }
    for text in sorted(texts):
        cls, field = text.split(".")
        assert is_prose(cls, field) != (text in ENGINES_OWN), text


def test_the_rule_of_prose_names_only_what_there_is() -> None:
    known = {cls.__name__: plan_of(cls).fields for cls in classes()}
    for cls, names in PROSE.items():
        if cls:
            keys = {spec.key for spec in known[cls].values()}
            assert names <= keys, cls

"""What events mean: set where they are told, never read out of their words, and no part of their record."""

import ast
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest

import game.engine
from game.engine.events import Event, EventKind, Turning
from game.language import phrase
from tests.rules import test_arsenals, test_response_plan, test_steps
from tests.rules.by_hand import Table
from tests.rules.tables import ACCEPT, GAME, offer
from tests.rules.test_void_stand_down import VOIDED

ENGINE = Path(game.engine.__file__).parent
TURNS = {"COMMITMENT", "DEAL", "STEP", "PLAN", "TIER", "STAND_DOWN", "POSTURE", "OPTION"}
"""Kinds of events of which one means the opposite of another."""


def tellings() -> Iterator[tuple[str, ast.Call]]:
    """Every place of the engine that tells an event, with the kind that it tells."""
    for file in sorted(ENGINE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            kind = node.args[0] if node.args else None
            if (
                node.func.attr == "tell"
                and isinstance(kind, ast.Attribute)
                and ast.unparse(kind.value) == "EventKind"
            ):
                yield f"{file.relative_to(ENGINE)}:{node.lineno} {kind.attr}", node


def test_whoever_tells_an_event_that_may_turn_either_way_says_which() -> None:
    found = dict(tellings())
    assert {where.split()[-1] for where in found} >= TURNS
    silent = [
        where
        for where, call in found.items()
        if where.split()[-1] in TURNS and "turning" not in {keyword.arg for keyword in call.keywords}
    ]
    assert silent == []


def test_a_record_holds_no_turning() -> None:
    event = Event(6, 1, EventKind.TIER, phrase("{tier} opens", tier="A tier"))
    assert attrs.evolve(event, turning=Turning.OPENS).as_record() == event.as_record()


MEANS = {
    "{issuer}: “{promise}” is given": Turning.GIVEN,
    "{issuer}: “{promise}” falls due": Turning.DUE,
    "{issuer}: “{promise}” is kept": Turning.KEPT,
    "{issuer}: “{promise}” is not kept": Turning.BROKEN,
    "{issuer}: “{promise}” is taken back": Turning.LAPSED,
    "{issuer}: “{promise}” stands again": Turning.NEWS,
    "The clock of {plan} runs on": Turning.OPENS,
    "The clock of {plan} is stopped": Turning.CALMER,
    "The clock of {plan} has run out": Turning.LAPSED,
    "{tier} opens": Turning.OPENS,
    "{tier} is answered": Turning.KEPT,
    "{tier} closes without the answer that was promised": Turning.BROKEN,
    "{tier} passes: its condition did not come about": Turning.LAPSED,
    "{tier} passes: its hours were over before the clock": Turning.LAPSED,
    "{actor} declares that it stands down": Turning.CALMER,
    "{actor} declares that it stands down without admission": Turning.CALMER,
    "Monitors certify the stand-down of {actor}": Turning.CALMER,
    "Monitors do not certify the stand-down of {actor}": Turning.WORSE,
    "{actor} acts against the stand-down that was certified: it is void": Turning.BROKEN,
    "{actor} brings its strategic arms to raised posture": Turning.WORSE,
    "{actor} brings its strategic arms to high posture": Turning.WORSE,
    "{actor} brings its strategic arms to routine posture": Turning.CALMER,
    "{actor}: “{step}” is announced": Turning.CALMER,
    "{actor}: “{step}” is verified: it was carried out": Turning.CALMER,
    "{actor}: “{step}” is answered in kind": Turning.CALMER,
    "{actor}: “{step}” is given up before anybody could verify it": Turning.WORSE,
}
"""What each sentence means, wherever it is told."""
GAMES: dict[str, tuple[str, tuple[dict[str, str], ...]]] = {
    "postures": (test_arsenals.GAME, ({"red": "raise_it"}, {"red": "high_alert"}, {"red": "stand_back"})),
    "steps": (test_steps.GAME, ({"red": "guns_back"}, {}, {"blue": "salute/red"}, {})),
    "a step given up": (test_steps.GAME, ({"red": "guns_back"}, {"red": "guns_forward"}, {})),
    "a plan": (test_response_plan.GAME, ({"blue": "allege"}, {}, {}, {})),
    "a stand-down": (VOIDED, ({"blue": "allege"}, {"red": "yield"}, {}, {}, {"red": "low/blue"}, {})),
}


@pytest.mark.parametrize("game", GAMES)
def test_events_mean_what_their_sentences_say(game: str) -> None:
    source, turns = GAMES[game]
    table = Table(source)
    for orders in turns:
        table.turn(**orders)
    told = [event for kind in EventKind for event in table.events(kind) if event.said.template in MEANS]
    assert len({event.said.template for event in told}) >= 2
    assert [event.text for event in told if event.turning is not MEANS[event.said.template]] == []


def test_sentences_of_the_table_are_the_engines_own() -> None:
    said = {
        node.value
        for file in ENGINE.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert set(MEANS) <= said


DEALS = {
    "{actor} accepts the offer": Turning.NEWS,
    "agreed by all": Turning.GIVEN,
    "{actor} has delivered: {level}": Turning.KEPT,
    "{actor} has not delivered what it agreed to: {level}": Turning.BROKEN,
    "{actor} takes back: {level}": Turning.WORSE,
}


def test_a_breach_is_no_agreement() -> None:
    table = Table(GAME)
    table.turn(red=offer(2, 1, first="blue"))
    table.turn(blue=ACCEPT)
    table.turn(red="cheat")
    means = {event.said.parts["said"].template: event.turning for event in table.events(EventKind.DEAL)}
    assert {said: means[said] for said in DEALS} == DEALS

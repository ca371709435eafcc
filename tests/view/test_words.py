"""Numbers and clauses as people say them."""

import re
from pathlib import Path

import pytest

import game.desktop
import game.view
from game.language import speaking
from game.loading.speech import speech
from game.view.words import hours, listing, number, percent, quoted, sentence


@pytest.mark.parametrize(
    ("value", "words"),
    [(0, "0"), (-0.0, "0"), (6, "6"), (0.5, "0.5"), (1 / 3, "0.33"), (-2.999, "-3"), (99.996, "100")],
)
def test_numbers(value: float, words: str) -> None:
    assert number(value) == words


@pytest.mark.parametrize(
    ("share", "words"),
    [(0, "0 %"), (0.004, "under 1 %"), (0.125, "12 %"), (0.999, "over 99 %"), (1, "100 %")],
)
def test_nothing_uncertain_is_said_to_be_certain(share: float, words: str) -> None:
    assert percent(share) == words


def test_hours_lists_and_sentences() -> None:
    assert (hours(1), hours(12), hours(1.5)) == ("1 hour", "12 hours", "1.5 hours")
    assert [listing(items) for items in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]
    assert (sentence("it holds"), sentence("Does it?"), sentence("")) == ("It holds.", "Does it?", "")


@pytest.mark.parametrize(
    ("count", "step", "words"),
    [
        (168, 168, "7 days"),
        (24, 24, "1 day"),
        (12, 24, "12 hours"),
        (48, 6, "48 hours"),
        (36, 24, "1.5 days"),
    ],
)
def test_long_turns_are_counted_in_days(count: float, step: int, words: str) -> None:
    assert hours(count, step) == words


def test_names_stand_between_the_marks_of_the_language() -> None:
    with speaking(speech("de")):
        assert quoted("Line") == "„Line“"
    assert quoted("Line") == "“Line”"


GLUED = re.compile(r"\bf[\"']“\{\w+\}”[\"']")


def test_no_quotation_marks_are_glued_on() -> None:
    folders = (Path(package.__path__[0]) for package in (game.view, game.desktop))
    shown = [file for folder in folders for file in folder.rglob("*.py")]
    assert [file.name for file in shown if GLUED.search(file.read_text(encoding="utf-8"))] == []

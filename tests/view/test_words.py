"""Numbers and clauses as people say them."""

import pytest

from game.view.words import hours, listing, number, percent, sentence


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

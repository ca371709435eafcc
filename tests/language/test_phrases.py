"""Phrases are said in any language; records keep their English."""

import pickle
from gettext import NullTranslations

import pytest

from game.language import (
    ENGLISH,
    Language,
    _,
    count,
    joined,
    opening,
    phrase,
    phrase_count,
    quote,
    say,
    sense,
    speaking,
    spoken,
    told,
)
from game.language.pseudo import PSEUDO
from game.view.words import hours, listing, number, percent, sentence


class Words(NullTranslations):
    """A catalogue in a dictionary."""

    def __init__(self, words: dict[str, str]) -> None:
        super().__init__()
        self._words = words

    def gettext(self, message: str) -> str:
        return self._words.get(message, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        return self.gettext(f"{context}|{message}")


OTHER = Language(
    "xx",
    "Other",
    Words(
        {
            "{actor} holds {place}": "{place}: {actor}",
            "{number} hour": "{number} Std",
            "{number} hours": "{number} Stdn",
            "{hours} hours": "{hours} Stdn",
            "{items} and {last}": "{items} und {last}",
            "{one} and {other}": "{one} & {other}",
            "bargain|open": "auf",
            "{percent} %": "{percent}%",
            "Yes": "Ja",
        }
    ),
    Words({"the village": "das Dorf", "{actor} waited.": "{actor} wartete.", "Blue": "Blau"}),
    ",",
)


def test_a_phrase_is_said_in_the_language_that_is_spoken_and_kept_in_english() -> None:
    said = phrase("{actor} holds {place}", actor="Blue", place="the village")
    assert (str(said), said.source) == ("Blue holds the village",) * 2
    with speaking(OTHER):
        assert (str(said), said.source) == ("das Dorf: Blau", "Blue holds the village")
        assert spoken() is OTHER
    assert spoken() is ENGLISH


def test_a_scenarios_own_sentence_keeps_an_authors_braces() -> None:
    said = quote("{actor} waited.", actor="Blue")
    odd = quote("{actor} said {nothing} {", actor="Blue")
    with speaking(OTHER):
        assert str(said) == "Blau wartete."
        assert str(odd) == "Blau said {nothing} {"
    assert said.source == "Blue waited."


def test_parts_may_be_phrases_lists_and_numbers() -> None:
    inner = joined("{one} and {other}", [phrase("Yes"), phrase("Yes"), phrase("Yes")])
    said = opening(
        phrase("{names}: {inner}, {amount:.3g}", names=["Blue", "the village"], inner=inner, amount=1.5)
    )
    with speaking(OTHER):
        assert str(said) == "Blau, das Dorf: Ja & Ja & Ja, 1,5"
    assert said.source == "Blue, the village: Yes and Yes and Yes, 1.5"
    assert opening(phrase("{name} moves", name="the fleet")).source == "The fleet moves"


def test_plurals() -> None:
    one, many = (phrase_count(n, "{number} hour", "{number} hours") for n in (1, 2))
    assert (one.source, many.source) == ("1 hour", "2 hours")
    with speaking(OTHER):
        assert (str(one), str(many)) == ("1 Std", "2 Stdn")
        assert count(1.5, "{number} hour", "{number} hours") == "1,5 Stdn"
    assert count(0, "{number} hour", "{number} hours") == "0 hours"


def test_phrases_can_be_hashed_compared_and_sent_to_another_process() -> None:
    said = phrase("{actor} holds {place}", actor="Blue", place="the village")
    assert len({said, phrase("{actor} holds {place}", actor="Blue", place="the village")}) == 1
    assert pickle.loads(pickle.dumps(said)) == said


def test_a_text_that_was_told_is_not_told_again() -> None:
    with speaking(PSEUDO):
        once = told("the village")
        assert once != "the village"
        assert told(once) == once
        assert str(phrase("{place}", place=once)) == once


def test_senses_and_words_of_views() -> None:
    assert sense("bargain", "open") == "open"
    with speaking(OTHER):
        assert sense("bargain", "open") == "auf"
        assert (number(1.25), hours(1.5), percent(0.5)) == ("1,25", "1,5 Stdn", "50%")
        assert listing(["a", "b", "c"]) == "a, b und c"
        assert sentence("ja") == "Ja."
    assert _("") == ""


@pytest.mark.parametrize("text", ["You are {name}", "{number} of {total}: {name}", "Turn"])
def test_the_longer_language_keeps_places_and_marks_every_word(text: str) -> None:
    with speaking(PSEUDO):
        longer = say(text, name="X", number=1, total=2)
    assert len(longer) > len(text.format(name="X", number=1, total=2))
    assert any(letter in longer for letter in "áéíóú")

"""Catalogues: what is wrong with one is said, and those that ship are complete and up to date."""

from io import StringIO
from pathlib import Path

import pytest

from game.cli import run
from game.language import ENGLISH, speaking, told
from game.language.catalogues import (
    DOMAIN,
    CatalogueProblem,
    UnknownLanguage,
    catalogue_beside,
    language,
    languages,
    read_catalogue,
)
from game.language.collect import LOCALE, catalogue, texts
from game.language.pofile import Text, flaws, renewed
from game.language.pseudo import PSEUDO
from game.loading import load
from game.loading.speech import speech
from game.loading.translate import translation
from game.places import scenarios_folder

CODES = sorted(file.parent.name for file in LOCALE.glob(f"*/{DOMAIN}"))
SCENARIOS = sorted(scenarios_folder().glob("*.yaml"))
TRANSLATED = [path for path in SCENARIOS if catalogue_beside(path, "de").is_file()]
EVERY = [LOCALE / "de" / DOMAIN, *(catalogue_beside(path, "de") for path in TRANSLATED)]


def named(path: Path) -> str:
    return path.stem


def test_there_is_german() -> None:
    assert languages(LOCALE) == {"en": "English", "de": "Deutsch"}
    assert TRANSLATED == SCENARIOS


@pytest.mark.parametrize("code", CODES)
def test_the_interface_is_translated_completely(code: str) -> None:
    content = (LOCALE / code / DOMAIN).read_bytes()
    assert list(flaws(content, code)) == [], "translate what is missing"


@pytest.mark.parametrize("code", CODES)
def test_the_interfaces_catalogue_is_up_to_date(code: str) -> None:
    content = (LOCALE / code / DOMAIN).read_text(encoding="utf-8")
    assert catalogue(code) == content, "python -m game.language.collect"


@pytest.mark.parametrize("path", TRANSLATED, ids=named)
def test_a_scenarios_catalogue_is_complete_and_up_to_date(path: Path) -> None:
    made = translation(path, "de")
    assert made.missing == (), f"translate what is missing in {made.file.name}"
    assert made.content == made.file.read_text(encoding="utf-8"), f"backstop translate {path.stem}"


@pytest.mark.parametrize(
    "path", [LOCALE / "de" / DOMAIN, *(catalogue_beside(one, "de") for one in TRANSLATED)]
)
def test_catalogues_name_no_date_and_no_machine(path: Path) -> None:
    content = path.read_text(encoding="utf-8")
    volatile = ("POT-Creation", "Revision-Date", "Generated-By", str(LOCALE.parents[1]), str(Path.home()))
    assert not any(word in content for word in volatile)
    assert "fuzzy" not in content


def test_every_text_has_one_plural() -> None:
    assert len({text.key for text in texts()}) == len(texts())


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\xff\xfe", r"one\.de\.po is no catalogue: it is not written in UTF-8$"),
        (b"not a catalogue", r"one\.de\.po is no catalogue of texts in the format of \.po files"),
    ],
)
def test_a_broken_catalogue_is_named_in_one_sentence(content: bytes, words: str, tmp_path: Path) -> None:
    file = tmp_path / "one.de.po"
    file.write_bytes(content)
    with pytest.raises(CatalogueProblem, match=words) as found:
        read_catalogue(file)
    assert "\n" not in str(found.value)


def test_a_language_that_nobody_translated_is_named() -> None:
    with pytest.raises(UnknownLanguage, match="there is no language 'tlh'; there are en, de"):
        language("tlh", LOCALE)
    assert language("en", LOCALE) is ENGLISH
    assert language(PSEUDO.code, LOCALE) is PSEUDO


def test_play_says_so_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["play", "chicken", "--text", "--language", "tlh"]) == 2
    assert capsys.readouterr().err == "backstop: there is no language 'tlh'; there are en, de\n"


LOST_PLACE = b'msgid "You are {name}"\nmsgstr "Sie sind da"\n'


@pytest.mark.parametrize("content", [b"not a catalogue", b"\0\x89PNG\r\n\xff", b'msgid "a', LOST_PLACE])
def test_a_broken_catalogue_beside_a_scenario_is_named_and_english_is_spoken(
    content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", StringIO())
    scenario = tmp_path / "small.yaml"
    scenario.write_text(SMALL, encoding="utf-8")
    catalogue_beside(scenario, "de").write_bytes(content)
    run(["play", str(scenario), "--text", "--language", "de"])
    told = capsys.readouterr()
    first = told.err.splitlines()[0]
    assert first.startswith(f"backstop: {tmp_path}")
    assert first.endswith("; English is spoken")
    assert "Runde" not in told.out


def test_a_catalogue_whose_places_differ_is_named_and_quoted_shortly(
    tmp_path: Path,
) -> None:
    file = tmp_path / "one.de.po"
    file.write_text(f'msgid "{"long " * 80}{{name}}"\nmsgstr "kurz {{other}}"\n', encoding="utf-8")
    with pytest.raises(CatalogueProblem, match=r"one\.de\.po: 'long .* …'") as found:
        read_catalogue(file)
    assert "{name} is missing" in str(found.value)
    assert "{other} is not in the English" in str(found.value)
    assert len(str(found.value)) < len(str(file)) + 200


def test_a_catalogue_keeps_what_was_translated_and_drops_what_is_gone() -> None:
    old = renewed([Text("Gone"), Text("{number} ship", "{number} ships"), Text("Stay")], b"", "de", "A title")
    done = old.replace('msgid "Stay"\nmsgstr ""', 'msgid "Stay"\nmsgstr "Bleib"').replace(
        'msgstr[0] ""\nmsgstr[1] ""', 'msgstr[0] "{number} Schiff"\nmsgstr[1] "{number} Schiffe"'
    )
    fresh = [Text("New"), Text("Stay"), Text("{number} ship", "{number} ships"), Text("Stay", context="verb")]
    content = renewed(fresh, done.encode(), "de", "A title")
    assert "Gone" not in content
    assert 'msgid "Stay"\nmsgstr "Bleib"' in content
    assert "{number} Schiffe" in content
    assert list(flaws(content.encode(), "A title")) == ["'New' is not translated", "'Stay' is not translated"]
    assert renewed(fresh, content.encode(), "de", "A title") == content


def test_places_that_differ_are_flaws() -> None:
    content = renewed([Text("{actor} holds {place}")], b"", "de", "A title")
    wrong = content.replace('msgstr ""\n', 'msgstr "{actor} hält {ort}"\n').replace(
        'msgid ""\nmsgstr "{actor} hält {ort}"', 'msgid ""\nmsgstr ""'
    )
    (flaw,) = flaws(wrong.encode(), "A title")
    assert "the places in" in flaw


def test_the_code_of_a_language_must_be_one() -> None:
    with pytest.raises(UnknownLanguage, match="not the code of a language"):
        renewed([], b"", "german please", "A title")


SMALL = """
format: 1
id: small
title: "A small thing"
clock: {hours_per_turn: 6, horizon_hours: 12}
actors: {red: {name: "Red"}, blue: {name: "Blue"}}
actions: {wait: {name: "Wait", kind: inaction, text: "{actor} waited."}}
outcomes: {over: {name: "Over", text: "It is over."}}
"""


def test_an_author_translates_a_scenario_of_ones_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    scenario = tmp_path / "small.yaml"
    scenario.write_text(SMALL, encoding="utf-8")
    assert run(["translate", str(scenario), "--language", "de"]) == 0
    beside = tmp_path / "small.de.po"
    content = beside.read_text(encoding="utf-8")
    assert 'msgid "{actor} waited."' in content
    assert str(tmp_path) not in content
    done = content.replace('msgid "Red"\nmsgstr ""', 'msgid "Red"\nmsgstr "Rot"')
    beside.write_text(done, encoding="utf-8")
    capsys.readouterr()
    assert run(["translate", str(scenario), "--language", "de", "--check"]) == 1
    assert "'Blue' is not translated" in capsys.readouterr().out
    assert run(["translate", str(scenario), "--language", "de"]) == 0
    assert beside.read_text(encoding="utf-8") == done
    with speaking(speech("de", scenario)):
        assert (told("Red"), told("Blue")) == ("Rot", "Blue")


def test_a_scenario_made_from_another_is_told_in_its_words_where_it_has_none() -> None:
    two = scenarios_folder() / "two_rivers_72h.yaml"
    with speaking(speech("de", two, "three_tiers_72h")):
        assert told("Wait and watch") == "Abwarten und beobachten"
        assert told("Coalition") == "Küstenbund"
    with speaking(speech("de", scenarios_folder() / "three_tiers_72h.yaml")):
        assert told("Coalition") == "Europa"


def test_a_scenario_without_a_translation_is_told_in_english_as_a_whole(tmp_path: Path) -> None:
    scenario = tmp_path / "small.yaml"
    scenario.write_text(SMALL, encoding="utf-8")
    with speaking(speech("de", scenario)):
        assert (told("Line"), told("Coalition"), told("Wait and watch")) == (
            "Line",
            "Coalition",
            "Wait and watch",
        )
        assert (told("everybody"), told("the world")) == ("alle", "die Welt")


def test_a_menu_tells_every_scenario_that_ships() -> None:
    with speaking(speech("de")):
        assert told("Wait and watch") == "Abwarten und beobachten"


def test_no_actors_name_of_one_scenario_stands_in_the_interfaces_catalogue() -> None:
    """`Coalition` is a word of the interface too, and there it means any coalition."""
    interface = read_catalogue(LOCALE / "de" / DOMAIN)
    said = {text.one for text in texts() if text.context is None}
    actors = set()
    for path in TRANSLATED:
        document = load(path)
        scenario = document.scenario(next(iter(document.combinations())))
        actors |= {actor.name for actor in scenario.actors.values()}
    assert actors & said <= {"Coalition"}
    assert interface.gettext("Coalition") == "Koalition"

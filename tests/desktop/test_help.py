"""The help: its three pages under every look, the glossary's search, the rulebook, and F1 on a word."""

import pygame
import pytest

from game.desktop.keys import CRISIS, KeyHelp
from game.desktop.page import Page
from game.desktop.screens.help import SECTIONS
from game.desktop.stage import Stage
from game.desktop.terms import HEADINGS, term
from game.desktop.theme import Style
from game.desktop.widgets.buttons import button
from game.language.pseudo import PSEUDO
from game.view.glossary import WORDS, words
from game.view.rulebook import find_rules, sections
from tests.desktop.layout import LOOKS, Look, problems, shortened, untranslated
from tests.desktop.plain_screen import Plain
from tests.desktop.table import Glass, Hand


class Told(Plain):
    """A screen with keys of its own, and one word of the glossary on it."""

    def draw(self, page: Page) -> None:
        super().draw(page)
        box = pygame.Rect(400, 200, 300, page.line(Style.HEADING))
        term(page, page.text("0.62", box, Style.HEADING), "credibility")

    def help(self) -> tuple[KeyHelp, ...]:
        return CRISIS


def at_help(look: Look = LOOKS[0], page: str = "keys") -> Hand:
    glass = Glass(look.size)
    stage = Stage(glass.surface, glass.flip)
    stage.apply(look.settings, look.language)
    stage.show(Told())
    hand = Hand(stage, glass)
    hand.key(pygame.K_F1)
    hand.click(f"help.tabs/{page}")
    return hand


def texts(hand: Hand) -> list[str]:
    return [mark.text for mark in hand.page.marks]


@pytest.mark.parametrize("look", LOOKS, ids=str)
@pytest.mark.parametrize("page", ["keys", "words", "rules"])
def test_every_page_is_laid_out_well(look: Look, page: str) -> None:
    hand = at_help(look, page)
    assert problems(hand.page) == []
    if look.language is PSEUDO and page == "keys":  # the rulebook is a document in English
        assert untranslated(hand.page) == []
    if look.language is not PSEUDO:
        assert [text for text in shortened(hand.page) if len(text) < 40] == []


@pytest.mark.parametrize("look", [LOOKS[0], LOOKS[1], LOOKS[2]], ids=str)
def test_every_entry_of_the_glossary_fits(look: Look) -> None:
    hand = at_help(look, "words")
    for word in WORDS:
        hand.stage.help.word = word
        hand.stage.redraw()
        hand.draw()
        assert problems(hand.page) == [], word
        assert hand.page.widget("help.rulebook") is not None or not WORDS[word].clause


@pytest.mark.parametrize("look", [LOOKS[0], LOOKS[1], LOOKS[3]], ids=str)
def test_every_section_of_the_rulebook_fits(look: Look) -> None:
    hand = at_help(look, "rules")
    for number in range(len(sections())):
        hand.stage.help.section = number
        hand.page.memory.forget("help.clauses")
        hand.stage.redraw()
        hand.draw()
        assert problems(hand.page) == []
        assert sections()[number].clauses[0].number in texts(hand)


def test_the_rulebook_is_read_with_the_keyboard_and_closed() -> None:
    hand = at_help(page="rules")
    for _ in range(6):
        if hand.page.focus == SECTIONS:
            break
        hand.key(pygame.K_TAB)
    assert hand.page.focus == SECTIONS
    hand.key(pygame.K_DOWN, pygame.K_DOWN)
    assert sections()[2].clauses[0].number in texts(hand)
    assert sections()[0].clauses[0].number not in texts(hand)
    hand.click("help.close")
    assert "help.close" not in hand.names()


def test_words_are_looked_for_by_typing() -> None:
    hand = at_help(page="words")
    while hand.page.focus != "help.search":
        hand.key(pygame.K_TAB)
    for letter in "salam":
        hand.key(ord(letter), text=letter)
    assert hand.stage.help.query == "salam"
    assert hand.parts("help.words") == ["help.words/salami"]
    assert "Salami tactics" in texts(hand)
    hand.key(pygame.K_BACKSPACE)
    assert hand.stage.help.query == "sala"
    for letter in "zzz":
        hand.key(ord(letter), text=letter)
    assert hand.parts("help.words") == []
    assert problems(hand.page) == []


def test_an_entry_leads_to_its_clause() -> None:
    hand = at_help(page="words")
    hand.stage.help.word = "critical_risk"
    hand.stage.redraw()
    hand.draw()
    assert "17.15" in texts(hand)
    hand.click("help.rulebook")
    assert hand.stage.help.page == "rules"
    assert "17.1" in texts(hand)


def test_a_word_says_what_it_means_and_the_help_opens_there() -> None:
    hand = at_help()
    hand.click("help.close")
    hand.stage.handle(pygame.event.Event(pygame.MOUSEMOTION, pos=(410, 205)))
    hand.draw()
    assert any(text.startswith("Credibility: ") for text in texts(hand))
    hand.key(pygame.K_F1)
    assert hand.stage.help.page == "words"
    assert "Credibility" in texts(hand)
    hand.key(pygame.K_ESCAPE)
    assert hand.names() == ["plain"]


# --- the glossary -----------------------------------------------------------------------------------------


def test_every_word_names_a_clause_that_is_there_and_says_something() -> None:
    assert len(WORDS) >= 50
    for word in WORDS.values():
        assert word.text.endswith(".")
        assert len(word.text) < 260
        if word.clause:
            (section,) = find_rules(word.clause)
            assert [clause.number for clause in section.clauses] == [word.clause]


def test_what_the_task_of_the_game_asks_for_is_told() -> None:
    asked = {
        "rung",
        "threshold",
        "credibility",
        "capability",
        "communication",
        "denial",
        "punishment",
        "tripwire",
        "salami",
        "audience_cost",
        "quantal_choice",
        "critical_risk",
        "margin",
        "stand_down",
        "snap_back",
        "roe",
    }
    assert asked <= set(WORDS)


def test_words_whose_names_hold_it_come_first() -> None:
    found = [word.id for word in words("risk")]
    assert found[0] == "critical_risk"
    assert [word.name for word in words()] == sorted(
        (word.name for word in WORDS.values()), key=lambda name: name.casefold().lstrip("“")
    )
    assert words("no such word") == ()


def test_headings_of_a_screen_are_words_of_the_glossary() -> None:
    assert set(HEADINGS.values()) <= set(WORDS)
    glass = Glass()
    stage = Stage(glass.surface, glass.flip)
    stage.show(Headed())
    hand = Hand(stage, glass)
    assert [id for _rect, id in hand.page.terms] == ["credibility", "ladder"]
    assert hand.page.term_at((60, 310)) == "credibility"
    stage.handle(pygame.event.Event(pygame.MOUSEMOTION, pos=(60, 310)))
    hand.draw()
    hand.key(pygame.K_F1)
    assert stage.help.word == "credibility"


class Headed(Plain):
    """Two headings, one of them on a button, and a text that says no more than itself."""

    def draw(self, page: Page) -> None:
        for number, heading in enumerate(("Credibility", "Accident")):
            box = pygame.Rect(40, 300 + 60 * number, 300, page.line(Style.HEADING))
            page.text(heading, box, Style.HEADING)
        button(page, "plain", pygame.Rect(40, 40, 200, 50), "Ladders", lambda: None)

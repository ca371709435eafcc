"""Another language takes effect at once: in the screen that is on, in its views, and in work beside it."""

from pathlib import Path

import pytest

from game.desktop.app import App, Wish
from game.desktop.screens.crisis import Crisis
from game.desktop.screens.ending import Ending
from game.desktop.seated import SeatedPlay
from game.language import ENGLISH, spoken
from game.language.pseudo import PSEUDO
from game.places import HOME
from game.session.saves import new_path
from tests.desktop.layout import PLAIN_WORD, untranslated
from tests.desktop.table import Hand, app
from tests.session.tables import play_out, solo


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME, str(tmp_path))


def seated() -> tuple[App, SeatedPlay, Hand]:
    game, hand = app(wish=Wish("first_ladder", "orvana", None, None, {}, 7, {}))
    hand.wait()
    hand.click("begin")
    crisis = game.stage.screen
    assert isinstance(crisis, Crisis)
    assert isinstance(crisis.play, SeatedPlay)
    return game, crisis.play, hand


def speak(game: App, hand: Hand, pseudo: bool = True) -> None:
    game.stage.change(game.stage.settings, PSEUDO if pseudo else ENGLISH)
    hand.draw()


def test_the_view_is_told_anew_and_back_again() -> None:
    game, play, hand = seated()
    before = [mark.text for mark in hand.page.marks]
    title = play.view.title
    speak(game, hand)
    assert not set(PLAIN_WORD.findall(" ".join(mark.text for mark in hand.page.marks))) & {"Orvana", "Calm"}
    assert untranslated(hand.page) == []
    speak(game, hand, pseudo=False)
    assert [mark.text for mark in hand.page.marks] == before
    assert play.view.title == title


def test_the_draft_outlives_the_switch() -> None:
    game, _, hand = seated()
    crisis = game.stage.screen
    assert isinstance(crisis, Crisis)
    crisis.draft.moves = [crisis.play.view.moves[0].moves[0].name]
    speak(game, hand)
    assert len(crisis.draft.moves) == 1


def test_work_beside_the_window_speaks_the_window_s_language() -> None:
    game, play, hand = seated()
    speak(game, hand)
    crisis = game.stage.screen
    assert isinstance(crisis, Crisis)
    crisis.resolve([])
    hand.wait()
    assert play._view is not None
    assert play._view[0] == PSEUDO.code
    heard: list[str] = []
    game.stage.work(lambda: spoken().code, heard.append)
    hand.wait()
    assert heard == [PSEUDO.code]


def test_the_ending_is_told_anew() -> None:
    path = new_path("first_ladder")
    play_out(solo(path))
    game, hand = app()
    game.open(path)
    hand.wait()
    ending = game.stage.screen
    assert isinstance(ending, Ending)
    before = ending.end.outcome_name
    speak(game, hand)
    hand.draw()
    assert before not in [mark.text for mark in hand.page.marks]
    assert untranslated(hand.page) == []


def test_the_menu_is_told_anew() -> None:
    game, hand = app()
    speak(game, hand)
    assert untranslated(hand.page) == []

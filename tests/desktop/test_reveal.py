"""The telling of a turn: beat by beat, skipped, paused, played again; whole at once where nothing moves."""

from pathlib import Path
from typing import Any

import pygame
import pytest
from attrs import evolve

from game.desktop.motion import Motion
from game.desktop.page import Memory, Page
from game.desktop.screens.crisis import Crisis
from game.desktop.screens.reveal import SECONDS, Reveal
from game.desktop.screens.reveal_beats import beat_lines
from game.desktop.settings import Settings
from game.desktop.stage import Stage
from game.desktop.theme import DARK
from game.desktop.typeset import Typesetter
from game.desktop.wish import Wish
from game.places import HOME
from game.view.beats import BeatView, ChangeView, Tone
from game.view.prediction import ScoreView
from tests.desktop.layout import LOOKS, Look, problems, shortened, untranslated
from tests.desktop.sample_views import seat_view
from tests.desktop.table import Glass, Hand, StillPlay, app


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME, str(tmp_path))


class Leave:
    def to_menu(self) -> None: ...

    def to_ending(self, play: object) -> None: ...


def beat(tone: Tone, text: str, kind: str = "act", actor: str = "russia", **more: Any) -> BeatView:
    plain = BeatView(4, 18, kind, tone, text, actor, "ukraine", "Ukraine", actor == "ukraine", True)
    return evolve(plain, **more)


BEATS = (
    beat(Tone.QUIET, "Russia waited.", turn=3, new=False),
    beat(Tone.ACT, "Ukraine sent a ship past.", actor="ukraine", sent=2, read=4, target_name="Russia"),
    beat(Tone.CLIMB, "Russia fired.", read=6, changes=(ChangeView("Standing at home", -3.0, False),)),
    beat(Tone.EVIDENCE, "The radar points east.", "evidence", actor=""),
    beat(Tone.DUE, "A promise falls due.", "commitment", because="the first tier fails"),
    beat(Tone.DEAL, "A promise is kept.", "commitment", more=("The clock stops.",)),
)
SCORES = (ScoreView(4, "Ukraine", "Russia", "climbs", 80, "holds", False, 0.64),)


class Table:
    """The main screen just after a turn, with a clock that a test moves and sounds that it hears."""

    def __init__(self, motion: str = "full") -> None:
        glass = Glass()
        self.stage = Stage(glass.surface, glass.flip)
        self.now = 0.0
        self.stage.motion = Motion(lambda: self.now)
        self.stage.apply(Settings(motion=motion))  # type: ignore[arg-type]
        self.heard: list[str] = []
        self.stage.sound = self.heard.append
        self.crisis = Crisis(self.stage, StillPlay(evolve(seat_view(), beats=BEATS, scores=SCORES)), Leave())
        self.stage.show(self.crisis)
        self.hand = Hand(self.stage, glass)
        self.crisis.shown_turn = 4
        self.crisis.open("reveal")
        self.hand.draw()

    @property
    def reveal(self) -> Reveal:
        return self.crisis.part(Reveal)

    def pass_time(self, seconds: float) -> None:
        """Draw frames for a while, as the loop does."""
        for _ in range(round(seconds / 0.05)):
            self.now += 0.05
            self.stage.redraw()
            self.hand.draw()

    def said(self) -> list[str]:
        return [mark.text for mark in self.hand.page.marks]


def test_beats_come_one_by_one_with_their_sounds_and_then_what_they_changed() -> None:
    table = Table()
    assert table.stage.motion.going
    assert "What it changed" not in table.said()
    table.pass_time(0.3)
    assert "Ukraine sent a ship past." in table.said()
    assert "Russia fired." not in table.said()
    table.pass_time(8.0)
    assert table.reveal.done
    for text in ("Russia fired.", "The radar points east.", "What it changed", "What you predicted"):
        assert text in table.said()
    assert table.heard == ["reveal", "beat", "alarm", "evidence", "beat", "deal"]
    table.pass_time(0.5)
    assert not table.stage.motion.going, "nothing moves once all is told"


def test_what_was_meant_stands_beside_what_was_read_and_a_reason_where_it_is_known() -> None:
    table = Table("reduced")
    said = " ".join(table.said())
    names = [rung.name for rung in seat_view().rungs]
    assert f"You meant rung 2, {names[2]}; Russia reads rung 4, {names[4]}." in said
    assert f"You read it as rung 6, {names[6]}." in said
    assert "Because: the first tier fails." in said
    assert "↓ 3 Standing at home" in said
    assert "80 % sure" in said
    assert "Russia waited." not in said, "it was told a turn ago"


def test_under_reduced_motion_everything_is_there_at_once() -> None:
    table = Table("reduced")
    assert table.reveal.done
    assert not table.stage.motion.going
    assert "reveal.skip" not in table.hand.names()
    table.hand.key(pygame.K_RETURN)
    assert table.crisis.overlay == ""


@pytest.mark.parametrize("key", [pygame.K_RETURN, pygame.K_SPACE, pygame.K_ESCAPE])
def test_one_press_shows_all_and_the_next_goes_on(key: int) -> None:
    table = Table()
    table.hand.key(key)
    assert table.reveal.done
    assert table.crisis.overlay == "reveal"
    assert table.hand.page.focus == "overlay.close"
    table.hand.key(key)
    assert table.crisis.overlay == ""


def test_it_can_be_paused_and_played_again() -> None:
    table = Table()
    table.pass_time(0.3)
    table.hand.click("reveal.pause")
    shown = table.reveal.shown()
    table.pass_time(5.0)
    assert table.reveal.shown() == shown
    table.hand.click("reveal.pause")
    table.pass_time(8.0)
    assert table.hand.page.focus == "overlay.close"
    table.hand.click("reveal.again")
    assert "reveal.skip" in table.hand.names()
    assert table.reveal.shown() == 0


def test_the_speed_that_is_set_is_the_speed_of_the_telling() -> None:
    slow, fast = Table(), Table()
    slow.stage.apply(Settings(speed="slow"))
    fast.stage.apply(Settings(speed="fast"))
    slow.pass_time(2.0)
    fast.pass_time(2.0)
    assert fast.reveal.shown() > slow.reveal.shown()
    assert set(SECONDS) == set(Tone)


def test_earlier_turns_are_told_again_as_they_were_seen() -> None:
    table = Table("reduced")
    table.crisis.open("replay:3-3")
    table.hand.draw()
    assert "Russia waited." in table.said()
    assert "Russia fired." not in table.said()
    assert "Turn 3, as you saw it" in table.said()
    table.hand.click("overlay.close")
    assert table.crisis.overlay == ""
    table.crisis.open("replay:3-4")
    table.hand.draw()
    assert "Turns 3 to 4, as you saw them" in table.said()


@pytest.mark.slow
@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_real_turns_are_told_well_in_every_look(look: Look) -> None:
    game, hand = app(look.size, Wish("three_tiers_72h", "ukraine", "conditional", "play", {}, 7, {}))
    game.stage.apply(look.settings, look.language)
    hand.wait()
    hand.draw()
    hand.click("begin")
    for _ in range(3):
        crisis = game.stage.screen
        assert isinstance(crisis, Crisis)
        crisis.resolve([])
        hand.wait()
        hand.draw()
        assert crisis.overlay == "reveal"
        assert problems(hand.page) == []
        if look.language.code != "en":
            assert untranslated(hand.page) == []
        heads = ("What happened in turn", "What it changed", "On to turn", "On the ladder, as you read it")
        assert not [text for text in shortened(hand.page) if text.startswith(heads)]
        hand.click("overlay.close")


def test_each_change_is_a_line_of_its_own_and_says_with_an_icon_whether_it_is_good() -> None:
    moved = (
        ChangeView("Standing at home", -3.0, False),
        ChangeView("Unity", 4.0, True),
        ChangeView("Russia: Cost", 2.0, None),
    )
    Glass((400, 300))
    page = Page(pygame.Surface((400, 300)), Typesetter(1.0), DARK, Memory())
    lines = beat_lines(page, seat_view(), beat(Tone.ACT, "Russia fired.", changes=moved))[1:]
    assert [line.text for line in lines] == ["↓ 3 Standing at home", "↑ 4 Unity", "↑ 2 Russia: Cost"]
    assert [line.icon for line in lines] == ["triangle-alert", "circle-check", "trending-up"]

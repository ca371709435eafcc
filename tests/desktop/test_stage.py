"""The window's events: focus, arrows, presses, work beside the window, and no frame without a change."""

import json
from pathlib import Path

import pygame
import pytest

from game.desktop import keys
from game.desktop.page import Key, Page
from game.desktop.stage import MAP_VARIABLE, Stage
from game.desktop.widgets.buttons import button
from tests.desktop.table import Glass, Hand


class Four:
    """Four buttons in a square; the last cannot be pressed, the third lays something on top."""

    name = "four"

    def __init__(self) -> None:
        self.pressed: list[str] = []
        self.keys: list[int] = []
        self.covered = False

    def draw(self, page: Page) -> None:
        for number, name in enumerate(("one", "two", "three", "four")):
            place = pygame.Rect(100 + number % 2 * 300, 100 + number // 2 * 200, 200, 60)
            button(page, name, place, name, self.press(name), enabled=name != "four", hint="Not today.")
        if self.covered:
            page.overlay(pygame.Rect(200, 150, 400, 300))
            button(page, "close", pygame.Rect(300, 300, 100, 50), "close", self.uncover)

    def press(self, name: str) -> "Press":
        return Press(self, name)

    def uncover(self) -> None:
        self.covered = False

    def key(self, key: Key) -> bool:
        self.keys.append(key.code)
        return True

    def help(self) -> tuple[keys.KeyHelp, ...]:
        return (keys.KeyHelp("X", "something"),)


class Press:
    def __init__(self, screen: Four, name: str) -> None:
        self.screen, self.name = screen, name

    def __call__(self) -> None:
        self.screen.pressed.append(self.name)
        self.screen.covered = self.name == "three"


@pytest.fixture
def four() -> Four:
    return Four()


@pytest.fixture
def hand(four: Four) -> Hand:
    glass = Glass()
    stage = Stage(glass.surface, glass.flip)
    stage.show(four)
    return Hand(stage, glass)


def test_tab_goes_round_and_back(hand: Hand) -> None:
    assert hand.page.focus == "one"
    seen = []
    for _ in range(5):
        hand.key(pygame.K_TAB)
        seen.append(hand.page.focus)
    assert seen == ["two", "three", "four", "one", "two"]
    hand.key(pygame.K_TAB, mod=pygame.KMOD_SHIFT)
    assert hand.page.focus == "one"


def test_arrows_go_where_they_point(hand: Hand) -> None:
    for key, focus in (
        (pygame.K_RIGHT, "two"),
        (pygame.K_DOWN, "four"),
        (pygame.K_LEFT, "three"),
        (pygame.K_UP, "one"),
        (pygame.K_UP, "one"),
    ):
        hand.key(key)
        assert hand.page.focus == focus


@pytest.mark.parametrize("key", [pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE])
def test_enter_and_space_press(hand: Hand, four: Four, key: int) -> None:
    hand.key(pygame.K_TAB, key)
    assert four.pressed == ["two"]


def test_what_cannot_be_pressed_says_why(hand: Hand, four: Four) -> None:
    hand.click("four")
    assert four.pressed == []
    assert hand.stage.message == "Not today."
    hand.click("one")
    assert hand.stage.message == ""


def test_what_lies_on_top_takes_everything_and_gives_the_focus_back(hand: Hand, four: Four) -> None:
    hand.click("three")
    assert hand.names() == ["close"]
    assert hand.page.focus == "close"
    hand.key(pygame.K_RETURN)
    assert hand.page.focus == "three"
    assert four.pressed == ["three"]


def test_nothing_is_drawn_while_nothing_changes(hand: Hand) -> None:
    frames = hand.stage.frames
    hand.hover("one")
    assert hand.stage.frames == frames + 1, "a button lights up"
    for step in range(5):
        hand.stage.handle(pygame.event.Event(pygame.MOUSEMOTION, pos=(120 + step, 120)))
        hand.draw()
    assert hand.stage.frames == frames + 1


def test_keys_that_no_widget_wants_go_to_the_screen(hand: Hand, four: Four) -> None:
    hand.key(pygame.K_m, pygame.K_ESCAPE)
    assert four.keys == [pygame.K_m, pygame.K_ESCAPE]


def test_help_covers_the_screen_and_keeps_its_keys_from_it(hand: Hand, four: Four) -> None:
    hand.key(pygame.K_F1)
    assert {"help.tabs", "help.close"} <= set(hand.names())
    hand.key(pygame.K_m, pygame.K_ESCAPE)
    assert four.keys == []
    assert "help.close" not in hand.names()


def test_work_is_done_beside_the_window_and_its_failure_comes_back(hand: Hand) -> None:
    came: list[object] = []
    hand.stage.work(lambda: 6 * 7, came.append)
    hand.wait()
    hand.stage.work(lambda: 1 // 0, came.append)
    hand.wait()
    assert came[0] == 42
    assert isinstance(came[1], ZeroDivisionError)


def test_the_map_says_what_is_where(
    hand: Hand, four: Four, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "map.json"
    monkeypatch.setenv(MAP_VARIABLE, str(path))
    glass = Glass()
    stage = Stage(glass.surface, glass.flip)
    stage.show(four)
    stage.draw()
    found = json.loads(path.read_text(encoding="utf-8"))
    assert found["screen"] == "four"
    assert found["size"] == [1280, 720]
    assert [widget["name"] for widget in found["widgets"]] == ["one", "two", "three", "four"]
    assert found["widgets"][0]["rect"] == [100, 100, 200, 60]
    assert [widget["enabled"] for widget in found["widgets"]] == [True, True, True, False]


def test_closing_the_window_ends_the_loop(hand: Hand) -> None:
    hand.stage.handle(pygame.event.Event(pygame.QUIT))
    assert not hand.stage.running


def test_a_picture_is_asked_for_with_f12(hand: Hand) -> None:
    sizes: list[tuple[int, int]] = []

    def save(surface: pygame.Surface) -> str:
        sizes.append(surface.get_size())
        return "saved"

    hand.stage.on_screenshot = save
    hand.key(pygame.K_F12)
    assert sizes == [(1280, 720)]
    assert hand.stage.message == "saved"


def test_a_hint_waits_until_the_pointer_rests(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    now = [50.0]
    monkeypatch.setattr("game.desktop.hands.monotonic", lambda: now[0])
    hand.stage.hands.tip_delay = 0.35

    def hinted() -> bool:
        hand.stage.redraw()
        hand.draw()
        return any(mark.text == "Not today." for mark in hand.page.marks)

    hand.hover("one")
    assert not hinted()
    assert hand.stage.hands.patience() == 350
    now[0] += 0.4
    assert hinted()
    assert hand.stage.hands.patience() is None
    hand.hover("two")
    assert not hinted()


def test_a_key_that_is_held_acts_once(hand: Hand, four: Four) -> None:
    down = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_F1, mod=0, unicode="")
    for _ in range(3):
        hand.stage.handle(down)
    hand.draw()
    assert hand.stage.helping
    hand.stage.handle(pygame.event.Event(pygame.KEYUP, key=pygame.K_F1, mod=0))
    hand.stage.handle(down)
    assert not hand.stage.helping

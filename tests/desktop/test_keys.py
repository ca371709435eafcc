"""The key map is true and complete: every key on it does something, and none that does is missing."""

import pygame
import pytest

from game.desktop import keys
from game.desktop.keys import CAPS, CRISIS, ENDING, EVERYWHERE, KeyHelp
from game.desktop.page import Key
from game.desktop.screens.aspects import available
from game.desktop.screens.crisis import Crisis
from game.desktop.screens.ending import Ending
from game.desktop.stage import Stage
from game.language import ENGLISH
from tests.desktop.ended_games import ended, ended_play
from tests.desktop.sample_views import seat_view
from tests.desktop.table import Glass, Hand, StillPlay

NAMED = {
    "Tab": pygame.K_TAB,
    "Enter": pygame.K_RETURN,
    "Space": pygame.K_SPACE,
    "Escape": pygame.K_ESCAPE,
    "Page Up": pygame.K_PAGEUP,
    "Page Down": pygame.K_PAGEDOWN,
    "Home": pygame.K_HOME,
    "End": pygame.K_END,
    "Delete": pygame.K_DELETE,
}
Chord = tuple[int, bool, bool]
"""A key's code, with Shift, with Ctrl."""


class Leave:
    def to_menu(self) -> None: ...

    def to_ending(self, play: object) -> None: ...


def chords(lines: tuple[KeyHelp, ...]) -> set[Chord]:
    """Every way to press something that a key map names; the arrows aside."""
    found = set()
    for line in lines:
        for words in line.keys.split(", "):
            *held, cap = words.split("+")
            if cap == "Arrows":
                continue
            code = NAMED.get(cap) or (ord(cap.lower()) if len(cap) == 1 else getattr(pygame, f"K_{cap}"))
            found.add((code, "Shift" in held, "Ctrl" in held))
    return found


def crisis() -> tuple[Hand, Crisis]:
    glass = Glass()
    stage = Stage(glass.surface, glass.flip)
    screen = Crisis(stage, StillPlay(seat_view()), Leave())
    stage.show(screen)
    return Hand(stage, glass), screen


def ending() -> tuple[Hand, Ending]:
    glass = Glass()
    stage = Stage(glass.surface, glass.flip)
    screen = Ending(stage, ended_play(ended(), ENGLISH), lambda: None, lambda: None)
    stage.show(screen)
    return Hand(stage, glass), screen


EVERY_CODE = (
    *range(pygame.K_a, pygame.K_z + 1),
    *range(pygame.K_0, pygame.K_9 + 1),
    *range(pygame.K_F1, pygame.K_F12 + 1),
    pygame.K_ESCAPE,
    pygame.K_RETURN,
    pygame.K_SPACE,
    pygame.K_DELETE,
    pygame.K_SLASH,
)


@pytest.mark.parametrize("ctrl", [False, True])
def test_every_key_of_the_main_screen_is_on_its_map(ctrl: bool) -> None:
    known = chords(CRISIS) | chords(EVERYWHERE)
    missing = []
    for code in EVERY_CODE:
        _hand, screen = crisis()
        if screen.key(Key(code, ctrl=ctrl)) and (code, False, ctrl) not in known:
            missing.append(pygame.key.name(code))
    plain = {pygame.key.name(code) for code, _shift, held in known if not held}
    assert [name for name in missing if not ctrl or name not in plain] == []


def test_every_key_on_the_map_of_the_main_screen_does_something() -> None:
    for code, shift, ctrl in sorted(chords(CRISIS)):
        _hand, screen = crisis()
        if pygame.K_1 + len(available(screen)) <= code <= pygame.K_9:
            continue  # this game has fewer tabs
        if code == pygame.K_DELETE:
            continue  # the list of orders takes it, where the keyboard is
        assert screen.key(Key(code, shift, ctrl)), pygame.key.name(code)


def test_every_key_on_the_map_of_the_ending_does_something() -> None:
    _hand, screen = ending()
    tabs = len(screen._tabs())
    numbers = [code for code, _shift, _ctrl in chords(ENDING) if pygame.K_1 <= code <= pygame.K_9]
    assert len(numbers) == 9
    for code in sorted(numbers)[:tabs]:
        assert screen.key(Key(code))
    assert screen.key(Key(pygame.K_ESCAPE))
    for code in EVERY_CODE:
        if screen.key(Key(code)):
            assert (code, False, False) in chords(ENDING)


def test_keys_that_work_everywhere_do_what_they_say() -> None:
    hand, _screen = crisis()
    said: list[str] = []

    def picture(surface: pygame.Surface) -> str:
        said.append("picture")
        return "Saved."

    hand.stage.on_screenshot = picture
    hand.stage.on_full_screen = lambda: said.append("full")
    before = hand.page.focus
    hand.key(pygame.K_TAB)
    assert hand.page.focus != before
    hand.key(pygame.K_TAB, mod=pygame.KMOD_SHIFT)
    assert hand.page.focus == before
    hand.key(keys.HELP)
    assert "help.close" in hand.names()
    hand.key(pygame.K_ESCAPE)
    assert "help.close" not in hand.names()
    hand.key(keys.SETTINGS)
    assert "settings.theme" in hand.names()
    hand.key(keys.SETTINGS)
    assert "settings.theme" not in hand.names()
    hand.key(keys.FULL_SCREEN)
    hand.key(keys.SCREENSHOT)
    assert said == ["full", "picture"]
    named = {cap for line in EVERYWHERE for words in line.keys.split(", ") for cap in words.split("+")}
    assert {cap for cap in named if len(cap) > 3} <= set(CAPS)

"""Settings: the screen changes what it says, at once and for good; no file, however broken, is in the way."""

import json
from pathlib import Path

import pygame
import pytest
from attrs import asdict, fields
from hypothesis import given
from hypothesis import strategies as st

from game.desktop.settings import Settings, read_settings, write_settings
from game.desktop.stage import Stage
from game.language import _
from game.language.pseudo import PSEUDO
from tests.desktop.layout import LOOKS, Look, problems, shortened, untranslated
from tests.desktop.plain_screen import Plain
from tests.desktop.table import Glass, Hand, app


def at_settings(size: tuple[int, int] = (1280, 720)) -> tuple[Hand, list[Settings]]:
    glass, kept = Glass(size), list[Settings]()
    stage = Stage(glass.surface, glass.flip)
    stage.on_settings = kept.append
    stage.show(Plain())
    hand = Hand(stage, glass)
    hand.key(pygame.K_F10)
    return hand, kept


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_the_settings_are_laid_out_well(look: Look) -> None:
    hand, _kept = at_settings(look.size)
    hand.stage.apply(look.settings, look.language)
    hand.draw()
    assert problems(hand.page) == []
    if look.language is PSEUDO:
        assert untranslated(hand.page) == []
    else:
        assert shortened(hand.page) == []


@pytest.mark.parametrize(
    ("press", "name", "value"),
    [
        ("settings.theme/light", "theme", "light"),
        ("settings.type/large", "type", "large"),
        ("settings.motion/reduced", "motion", "reduced"),
        ("settings.speed/fast", "speed", "fast"),
        ("settings.volume/20", "volume", 20),
        ("settings.muted/muted.no", "muted", False),
        ("settings.muted/muted.yes", "muted", True),
    ],
)
def test_a_press_changes_a_setting_and_keeps_it(press: str, name: str, value: object) -> None:
    hand, kept = at_settings()
    hand.click(press)
    assert getattr(hand.stage.settings, name) == value
    assert getattr(kept[-1], name) == value
    assert "settings.theme" in hand.names()


def test_the_look_changes_at_once_and_the_keys_do_the_same() -> None:
    hand, kept = at_settings()
    for code, dark in ((pygame.K_RIGHT, False), (pygame.K_LEFT, True)):
        hand.key(code)
        assert hand.page.palette.dark == dark
    hand.key(pygame.K_TAB, pygame.K_RIGHT)
    assert hand.stage.settings.type == "large"
    assert len(kept) == 3
    hand.key(pygame.K_ESCAPE)
    assert "settings.theme" not in hand.names()


def test_full_screen_is_kept_by_key_and_by_press() -> None:
    hand, kept = at_settings()
    filled: list[bool] = []
    hand.stage.on_full_screen = lambda: filled.append(True)
    hand.click("settings.full_screen/full.yes")
    hand.click("settings.full_screen/full.yes")
    assert len(filled) == 1
    assert kept[-1].full_screen
    hand.key(pygame.K_F11)
    assert len(filled) == 2
    assert not kept[-1].full_screen


def test_a_language_is_spoken_at_once() -> None:
    hand, kept = at_settings()
    before = hand.parts("settings.language")
    assert "settings.language/en" in before
    for part in before:
        code = part.removeprefix("settings.language/")
        if code != "en":
            hand.click(part)
            hand.wait()
            assert hand.stage.language.code == code
            assert kept[-1].language == code
            title = hand.stage.language.interface.gettext("Settings")
            assert title in [mark.text for mark in hand.page.marks]
    hand.click("settings.language/en")
    hand.wait()
    assert "Settings" in [mark.text for mark in hand.page.marks]


def test_the_help_and_the_settings_take_turns() -> None:
    hand, _kept = at_settings()
    hand.key(pygame.K_F1)
    assert "help.close" in hand.names()
    hand.key(pygame.K_F10)
    assert "help.close" not in hand.names()
    hand.click("overlay.close")
    assert hand.names() == ["plain"]
    assert _("Settings") == "Settings"


# --- the file ---------------------------------------------------------------------------------------------


def test_what_is_written_is_read(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "settings.json"
    mine = Settings(theme="light", type="large", motion="reduced", speed="fast", volume=20, muted=True)
    assert write_settings(mine, path) == ""
    assert read_settings(path) == (mine, None)


def test_no_file_is_as_if_never_set(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "none.json") == (Settings(), None)


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    said = write_settings(Settings(), tmp_path / "file" / "settings.json")
    assert said.startswith("The settings cannot be kept")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=5,
)
NAMES = st.sampled_from([part.name for part in fields(Settings)])


@given(st.binary(max_size=200))
def test_no_bytes_are_in_the_way(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.mktemp("bytes") / "settings.json"
    path.write_bytes(content)
    settings, _notice = read_settings(path)
    assert isinstance(settings, Settings)


@given(st.dictionaries(NAMES | st.text(max_size=8), JSON, max_size=6))
def test_what_is_odd_is_as_usual_and_the_rest_is_kept(
    tmp_path_factory: pytest.TempPathFactory, content: dict[str, object]
) -> None:
    path = tmp_path_factory.mktemp("odd") / "settings.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    settings, notice = read_settings(path)
    usual = asdict(Settings())
    for name, value in asdict(settings).items():
        assert value in (usual[name], content.get(name))
        if name in content and value != content[name]:
            assert notice is not None
            assert name in str(notice)
    again, nothing = (write_settings(settings, path), read_settings(path))
    assert (again, nothing) == ("", (settings, None))


def test_what_cannot_be_read_is_said_in_the_language_of_the_rest(tmp_path: Path) -> None:
    """The language is one of the settings, so nobody knows it while they are read."""
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"language": "de", "theme": "pink"}), encoding="utf-8")
    settings, notice = read_settings(path)
    game, hand = app()
    game.use(settings, notice)
    hand.draw()
    assert "theme" in game.stage.message
    assert "Einstellungen" in game.stage.message

"""Sounds are as they are made, as loud as one another, and never in the way."""

import wave
from collections.abc import Iterator

import numpy as np
import pygame
import pytest
from attrs import evolve

from game.desktop.settings import Settings
from game.desktop.sound import NAMES, Sounds
from game.desktop.sound.make import LOUDNESS, MAKERS, PEAK, samples
from game.desktop.sound.names import RATE
from game.places import assets_folder


@pytest.fixture(autouse=True)
def _quiet() -> Iterator[None]:
    pygame.mixer.quit()
    yield
    pygame.mixer.quit()


def kept(name: str) -> np.ndarray[tuple[int], np.dtype[np.int16]]:
    with wave.open(str(assets_folder() / "sounds" / f"{name}.wav"), "rb") as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        return np.frombuffer(file.readframes(file.getnframes()), dtype="<i2")


@pytest.mark.parametrize("name", NAMES)
def test_the_files_are_what_the_script_makes(name: str) -> None:
    found, made = kept(name), samples(name)
    assert len(found) == len(made)
    assert np.abs(found.astype(int) - made.astype(int)).max() <= 2  # the last bit may differ between machines


@pytest.mark.parametrize("name", NAMES)
def test_all_are_short_soft_and_equally_loud(name: str) -> None:
    sound = kept(name) / 32767
    assert len(sound) / RATE <= 2.0
    assert np.abs(sound).max() <= PEAK + 0.001
    window = round(0.05 * RATE)
    loudest = np.sqrt(np.convolve(sound**2, np.ones(window) / window).max())
    assert loudest == pytest.approx(LOUDNESS, rel=0.3)
    assert abs(sound[0]) < 0.02, "it starts without a click"
    assert abs(sound[-1]) < 0.02, "it ends without a click"


def test_every_sound_has_a_maker() -> None:
    assert set(MAKERS) == set(NAMES)


def test_sounds_are_played_at_the_volume_that_is_set_now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    settings = Settings(volume=50)
    sounds = Sounds(lambda: settings)
    sounds.play("press")
    assert sounds.ready()
    assert pygame.mixer.get_busy()
    assert sounds._sounds["press"].get_volume() == pytest.approx(0.25, abs=0.02)
    pygame.mixer.stop()
    settings = evolve(settings, muted=True)
    sounds.play("press")
    assert not pygame.mixer.get_busy()
    settings = Settings(volume=100)
    for name in NAMES:
        sounds.play(name)
        assert sounds._sounds[name].get_volume() == pytest.approx(1.0)
    sounds.play("no such sound")


def test_the_device_is_opened_at_the_first_sound_and_no_earlier(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    muted = Sounds(lambda: Settings(muted=True))
    muted.play("press")
    assert not muted.ready()
    assert pygame.mixer.get_init() is None


def test_without_a_device_everything_is_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "no_such_driver")
    sounds = Sounds(Settings)
    for name in NAMES:
        sounds.play(name)
    assert not sounds.ready()
    for name in NAMES:
        sounds.play(name)
    assert pygame.mixer.get_init() is None


def test_a_device_that_goes_away_is_no_harm(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    sounds = Sounds(Settings)
    sounds.play("turn")
    assert sounds.ready()
    pygame.mixer.quit()
    sounds.play("turn")
    assert not sounds.ready()

"""Both themes: enough contrast for every text, and actors that people with colour blindness tell apart."""

from itertools import combinations

import numpy as np
import pytest
from colorspacious import cspace_convert

from game.desktop.theme import DARK, LIGHT, MARKS, Colour, Palette

THEMES = pytest.mark.parametrize("palette", [DARK, LIGHT], ids=["dark", "light"])
SIGHTS = ("normal", "deuteranomaly", "protanomaly", "tritanomaly")
FIRST_FOUR = 11.5
"""The least difference (CAM02-UCS) between the first four actors; 1 is just noticeable side by side."""
ANY_TWO = 6.0
"""The least between any two of seven, who also differ in their marks."""


def luminance(colour: Colour) -> float:
    parts = [c / 255 for c in colour]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def seen(colours: tuple[Colour, ...], sight: str) -> np.ndarray:
    """Colours as somebody sees them (Machado et al. 2009), in a space in which distance is difference."""
    shown = np.array(colours) / 255
    if sight != "normal":
        space = {"name": "sRGB1+CVD", "cvd_type": sight, "severity": 100}
        shown = np.clip(cspace_convert(shown, space, "sRGB1"), 0, 1)
    return np.asarray(cspace_convert(shown, "sRGB1", "CAM02-UCS"))


@THEMES
def test_texts_and_marks_stand_out(palette: Palette) -> None:
    """Contrast by WCAG 2.2: 4.5 for text, 3 for marks; 7 for the text that is read most."""
    for back in (palette.ground, palette.panel, palette.raised, palette.pressed):
        assert contrast(palette.ink, back) >= 7
        assert contrast(palette.soft, back) >= 4.5
        for colour in (palette.warning, palette.danger, palette.good, palette.accent_ink):
            assert contrast(colour, back) >= 4.4, (colour, back)
    for colour in (palette.focus, palette.accent, *palette.actors):
        assert contrast(colour, palette.panel) >= 4.5
        assert contrast(colour, palette.land) >= 3
        assert contrast(colour, palette.sea) >= 3
    assert contrast(palette.on_accent, palette.accent) >= 4.5


@THEMES
@pytest.mark.parametrize("sight", SIGHTS)
def test_actors_are_told_apart(palette: Palette, sight: str) -> None:
    places = seen(palette.actors, sight)
    for one, other in combinations(range(len(places)), 2):
        least = FIRST_FOUR if max(one, other) < 4 else ANY_TWO
        assert np.linalg.norm(places[one] - places[other]) >= least, (one, other)


def test_the_test_of_colours_can_fail() -> None:
    red, green = seen(((176, 60, 50), (110, 100, 45)), "deuteranomaly")
    assert np.linalg.norm(red - green) < FIRST_FOUR


def test_every_actor_has_a_mark_of_its_own() -> None:
    assert len(set(MARKS)) == len(MARKS) == len(DARK.actors) == len(LIGHT.actors)

"""The main screens look as they did, under every look; what looks otherwise on purpose is written anew.

After a change that is meant: python -m tests.desktop.golden, look at the pictures, and commit them.
"""

from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from tests.desktop.golden import FOLDER, TOLERANCE, changed, place, screens, small
from tests.desktop.layout import LOOKS, Look


@pytest.mark.slow
@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_the_main_screens_look_as_they_did(
    look: Look, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BACKSTOP_HOME", str(tmp_path / "home"))  # the menu shows what other tests have saved
    different, seen = [], set()
    for name, surface in screens(look):
        kept, now = place(look, name), small(surface)
        seen.add(kept)
        tiles = changed(Image.open(kept), now) if kept.exists() else [(0, 0)]
        if tiles:
            now.save(tmp_path / f"{name}.png")
            different.append(f"{name}: {len(tiles)} tiles, see {tmp_path / f'{name}.png'}")
    assert not different, "\n".join(different)
    assert set((FOLDER / str(look)).glob("*.png")) == seen


def test_a_changed_word_is_noticed_and_a_changed_pixel_is_not() -> None:
    one = Image.new("RGB", (200, 100), (20, 26, 33))
    other = one.copy()
    ImageDraw.Draw(one).text((20, 20), "Tier 2 opens")
    ImageDraw.Draw(other).text((20, 20), "Coalition out")
    assert changed(one, one.copy()) == []
    assert changed(one, other)
    dot = one.copy()
    dot.putpixel((60, 60), (20 + int(TOLERANCE), 26, 33))
    assert changed(one, dot) == []
    assert changed(one, Image.new("RGB", (100, 100)))

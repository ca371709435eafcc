"""Scenarios and assets are found, installed or in a checkout."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.loading import shipped


@pytest.fixture(autouse=True)
def _look_again() -> Iterator[None]:
    shipped._folder.cache_clear()
    yield
    shipped._folder.cache_clear()


@pytest.fixture(params=["installed", "checkout"])
def layout(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    package = tmp_path / "game"
    top = package / "shipped" if request.param == "installed" else tmp_path
    (top / "scenarios").mkdir(parents=True)
    (top / "assets").mkdir()
    for name in ("b.yaml", "a.yaml", "README.md"):
        (top / "scenarios" / name).touch()
    monkeypatch.setattr(shipped, "_PACKAGE", package)
    return top


def test_shipped_files_are_found_in_either_layout(layout: Path) -> None:
    assert shipped.scenarios_folder() == layout / "scenarios"
    assert shipped.assets_folder() == layout / "assets"
    assert shipped.shipped_scenarios() == ("a", "b")
    assert shipped.scenario_path("a") == layout / "scenarios" / "a.yaml"


@pytest.mark.parametrize("id", ["c", "README", "../a", "", "a.yaml", "A"])
def test_what_is_not_a_shipped_scenario_is_none(layout: Path, id: str) -> None:
    assert shipped.scenario_path(id) is None


def test_missing_files_are_one_clear_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shipped, "_PACKAGE", tmp_path / "game")
    with pytest.raises(shipped.ShippedFilesMissing, match="scenarios are missing"):
        shipped.scenarios_folder()


def test_the_fonts_and_their_licence_are_there() -> None:
    fonts = shipped.assets_folder() / "fonts"
    for name in ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSansMono.ttf", "LICENSE-DejaVu.txt"):
        assert (fonts / name).stat().st_size > 1000

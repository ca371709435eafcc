"""Scenarios and assets are found, installed or in a checkout."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from game import places


@pytest.fixture(autouse=True)
def _look_again() -> Iterator[None]:
    places._folder.cache_clear()
    yield
    places._folder.cache_clear()


@pytest.fixture(params=["installed", "checkout"])
def layout(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    package = tmp_path / "game"
    top = package / "shipped" if request.param == "installed" else tmp_path
    (top / "scenarios").mkdir(parents=True)
    (top / "assets").mkdir()
    for name in ("b.yaml", "a.yaml", "README.md"):
        (top / "scenarios" / name).touch()
    monkeypatch.setattr(places, "_PACKAGE", package)
    return top


def test_shipped_files_are_found_in_either_layout(layout: Path) -> None:
    assert places.scenarios_folder() == layout / "scenarios"
    assert places.assets_folder() == layout / "assets"
    assert places.shipped_scenarios() == ("a", "b")
    assert places.scenario_path("a") == layout / "scenarios" / "a.yaml"


@pytest.mark.parametrize("id", ["c", "README", "../a", "", "a.yaml", "A"])
def test_what_is_not_a_shipped_scenario_is_none(layout: Path, id: str) -> None:
    assert places.scenario_path(id) is None


def test_missing_files_are_one_clear_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "_PACKAGE", tmp_path / "game")
    with pytest.raises(places.ShippedFilesMissing, match="scenarios are missing"):
        places.scenarios_folder()


def test_the_fonts_and_their_licence_are_there() -> None:
    fonts = places.assets_folder() / "fonts"
    for name in (
        "Inter-Regular.ttf",
        "Inter-Bold.ttf",
        "DejaVuSans.ttf",
        "LICENSE-Inter.txt",
        "LICENSE-DejaVu.txt",
    ):
        assert (fonts / name).stat().st_size > 1000

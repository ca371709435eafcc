"""The start screen's data."""

from pathlib import Path

from game.loading import scenarios_folder, shipped_scenarios
from game.view.menu import menu_view, scenario_view


def test_the_menu_shows_every_shipped_scenario_the_shortest_first() -> None:
    shown = menu_view().scenarios
    assert {scenario.id for scenario in shown} == set(shipped_scenarios())
    assert [scenario.minutes for scenario in shown] == sorted(scenario.minutes for scenario in shown)
    for scenario in shown:
        assert not scenario.problems
        assert scenario.title
        assert scenario.summary
        assert {seat.actor for seat in scenario.seats} == set(scenario.default_players)
        names = {player.id for player in scenario.players}
        assert set(scenario.default_players.values()) <= names
        assert "random" in names


def test_a_file_that_is_written_anew_is_read_anew(tmp_path: Path) -> None:
    text = (scenarios_folder() / "chicken.yaml").read_text(encoding="utf-8")
    path = tmp_path / "mine.yaml"
    path.write_text(text, encoding="utf-8")
    first = scenario_view(str(path))
    assert scenario_view(str(path)) is first
    path.write_text(text.replace(f'title: "{first.title}"', 'title: "Mine"', 1), encoding="utf-8")
    assert scenario_view(str(path)).title == "Mine"


def test_a_scenario_with_problems_is_shown_with_them(tmp_path: Path) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text("format: 1\ntitle: x\n")
    shown = scenario_view(str(path))
    assert shown.problems
    assert "broken.yaml" in shown.problems[0]

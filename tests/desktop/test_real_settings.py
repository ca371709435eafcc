"""Settings in a real window: another language in the middle of a game, and all of them after a restart."""

from pathlib import Path

import pytest

from game.desktop.settings import read_settings
from tests.desktop.real_games import SMALL, sit_down
from tests.desktop.real_window import Player, Screen

pytestmark = [pytest.mark.window, pytest.mark.slow]


def speak_german(player: Player) -> None:
    """Open the settings and choose the language, with the keyboard alone."""
    player.key("F10")
    player.tab_to("settings.language")
    player.key("Right")
    assert player.widget("settings.language/de")["selected"], player.see()["message"]
    player.key("Escape")
    assert "settings.language" not in player.names()


def test_another_language_in_the_middle_of_a_game(screen: Screen, tmp_path: Path) -> None:
    with Player(screen, tmp_path, *SMALL) as player:
        sit_down(player)
        player.arrow_to("moves", "orvana/protest/kelland")
        player.key("Return")
        before = player.labels()
        assert before["aspects/log"] == "Log"
        chosen = {name for name in player.names() if "/take_back." in name}
        assert len(chosen) == 1

        speak_german(player)
        after = player.labels()
        assert after["aspects/log"] == "Protokoll"
        assert after["end_turn"] != before["end_turn"]
        moves = [name for name in before if name.startswith("moves/") and name in after]
        assert moves
        assert [name for name in moves if before[name] == after[name]] == [], "moves of the scenario as well"
        assert chosen <= player.names(), "what was ordered is still ordered"

        player.key("ctrl+Return")
        player.tab_to("slip.reveal")
        player.key("Return")
        assert player.widget("overlay.close")["label"] == "Weiter zu Zug 2"
        player.key("Return")
        assert player.screen_name() == "crisis"
        player.key("Escape")
        player.widget("scenarios")
        assert player.widget("quit")["label"] == "Beenden"
        player.tab_to("quit")
        assert player.leave("key", "Return") == 0

        player.arguments = ()
        player.start()
        assert player.widget("quit")["label"] == "Beenden", "the language is kept"
        player.click("resume")
        player.wait(lambda seen: seen["screen"] == "crisis")
        player.settle()
        assert player.labels()["aspects/log"] == "Protokoll"
    assert player.said() == ""


def test_settings_are_kept_for_the_next_time(wide_screen: Screen, tmp_path: Path) -> None:
    wanted = {
        "theme": "light",
        "type": "large",
        "motion": "reduced",
        "speed": "fast",
        "volume": "20",
        "muted": "muted.no",
    }
    with Player(wide_screen, tmp_path, settings={"motion": "full"}) as player:
        player.widget("scenarios")
        player.click("settings")
        for name, choice in wanted.items():
            player.click(f"settings.{name}/{choice}")
        player.click("overlay.close")
        player.resize((1500, 900))
        assert player.leave(*player.over("quit")) == 0
        kept, notice = read_settings(tmp_path / "settings.json")
        assert notice is None
        assert (kept.theme, kept.type, kept.motion, kept.speed) == ("light", "large", "reduced", "fast")
        assert (kept.volume, kept.muted) == (20, False)

        player.start()
        player.wait(lambda seen: seen["size"] == [1500, 900])
        player.click("settings")
        for name, choice in wanted.items():
            assert player.widget(f"settings.{name}/{choice}")["selected"], name
    assert player.said() == ""

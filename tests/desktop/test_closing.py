"""The system asks the program to end: the window closes as by its button, and the game is there."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from game.session.record import read

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60.0


@pytest.mark.skipif(os.name != "posix", reason="needs a system that sends SIGTERM")
def test_a_window_that_is_told_to_end_keeps_its_game(tmp_path: Path) -> None:
    environment = os.environ | {
        "SDL_VIDEODRIVER": "dummy",
        "SDL_AUDIODRIVER": "dummy",
        "BACKSTOP_HOME": str(tmp_path),
        "BACKSTOP_UI_MAP": str(tmp_path / "map.json"),
    }
    command = [
        sys.executable,
        str(ROOT / "main.py"),
        "play",
        "first_ladder",
        "--seat",
        "orvana",
        "--seed",
        "3",
    ]
    with subprocess.Popen(command, env=environment, cwd=tmp_path, stderr=subprocess.PIPE) as window:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and not list(tmp_path.glob("saves/*.backstop")):
            time.sleep(0.05)
        (record,) = tmp_path.glob("saves/*.backstop")
        window.send_signal(signal.SIGTERM)
        status = window.wait(PATIENCE)
    assert status == 0
    assert read(record).header.seed == 3

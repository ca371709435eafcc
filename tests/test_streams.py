"""Closed streams, poor encodings and Ctrl-C at any moment: a line or silence, never a traceback."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from game.terminal.streams import plainer

ROOT = Path(__file__).resolve().parent.parent
MAIN = f"{sys.executable} {ROOT / 'main.py'}"
SIMULATE = ("simulate", "first_ladder", "--runs", "9999999", "--seed", "1")

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs a shell and signals")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BACKSTOP_HOME", str(tmp_path / "home"))
    return tmp_path


def shell(command: str, **environment: str) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        command, shell=True, capture_output=True, check=False, cwd=ROOT, env={**os.environ, **environment}
    )


@pytest.mark.parametrize(
    "words",
    [
        "simulate chicken --runs 3 --seed 1 >&-",
        "simulate chicken --runs 3 --seed 1 --workers 2 >&-",
        "validate scenarios/chicken.yaml >&-",
        "play chicken --text --seat row >&- </dev/null",
        "--help >&-",
        "--help >&- 2>&-",
    ],
)
def test_a_closed_output_is_no_error(words: str) -> None:
    found = shell(f"{MAIN} {words}")
    assert (found.returncode, found.stderr) == (0, b"")


def test_a_closed_input_has_ended() -> None:
    found = shell(f"{MAIN} play chicken --text <&-")
    assert found.returncode == 2
    assert b"input ended" in found.stderr


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_a_poor_encoding_gets_plain_quotation_marks(encoding: str) -> None:
    found = shell(f"echo nonsense | {MAIN} play chicken --text --seat row", PYTHONIOENCODING=encoding)
    assert found.returncode == 0
    assert b'"nonsense"' in found.stdout
    assert b"?nonsense" not in found.stdout


def test_letters_are_replaced_only_where_an_encoding_lacks_them() -> None:
    text = "“é” … → — ☃"
    assert plainer(text, "utf-8") == text
    assert plainer(text, "latin-1") == '"é" ... -> - ?'
    assert plainer(text, "ascii") == '"?" ... -> - ?'


def _hear_interrupts() -> None:
    """A shell starts what runs in its background with Ctrl-C ignored, and that is inherited."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def interrupted(*words: str, after: float = 0.0, ready: Path | None = None) -> tuple[int, str, str]:
    process = subprocess.Popen(
        [sys.executable, "main.py", *SIMULATE, *words], cwd=ROOT,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
        preexec_fn=_hear_interrupts,  # noqa: PLW1509  (the test process has no threads)
    )  # fmt: skip
    deadline = time.monotonic() + 60
    while ready is not None and not ready.exists() and time.monotonic() < deadline:
        time.sleep(0.01)
    time.sleep(after)
    os.killpg(process.pid, signal.SIGINT)
    try:
        out, err = process.communicate(timeout=30)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        out, err = process.communicate()
    return process.returncode, out, err


@pytest.mark.parametrize("after", [0.0, 0.1, 0.3, 0.6, 1.0])
@pytest.mark.parametrize("workers", ["1", "2"])
def test_an_interrupt_leaves_without_a_traceback(home: Path, workers: str, after: float) -> None:
    """Once the command runs: before its workers have started, while they import, while they play."""
    file = home / "k.backstop"
    code, out, err = interrupted("--workers", workers, "--record", "0", str(file), after=after, ready=file)
    assert (code, out, err.split()) == (130, "", ["Stopped."])


def test_an_interrupt_behind_another_error_is_an_interrupt(monkeypatch: pytest.MonkeyPatch) -> None:
    from game import cli

    def broken(path: Path) -> None:
        try:
            raise KeyboardInterrupt
        except KeyboardInterrupt as stop:
            raise ImportError("a library could not be imported") from stop

    monkeypatch.setattr("game.loading.load", broken)
    assert cli.run(SIMULATE) == 130

"""The worked example of `docs/engineers.md` works: its pieces, put together as the page says, are run."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from game.loading.rulebook import rulebook
from tests.rulebook.coverage import paragraphs

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "engineers.md"
PIECE = re.compile(r"<!-- example: (\S+) -->\n```\w+\n(.*?)\n```", re.DOTALL)


def pieces() -> dict[str, str]:
    return dict(PIECE.findall(PAGE.read_text(encoding="utf-8")))


@pytest.fixture
def workshop(tmp_path: Path) -> Path:
    """A folder in which the example is complete; its condition is registered before its test is read."""
    for name, text in pieces().items():
        (tmp_path / name).write_text(text + "\n", encoding="utf-8")
    (tmp_path / "conftest.py").write_text("import leads\n", encoding="utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers = clause: as in the house\n", encoding="utf-8")
    return tmp_path


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    paths = os.pathsep.join((str(folder), str(ROOT)))
    return subprocess.run(
        [sys.executable, *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_the_page_has_all_pieces() -> None:
    assert set(pieces()) == {"leads.py", "clause.md", "scenario.yaml", "test_leads.py"}


def test_the_example_passes_its_own_test(workshop: Path) -> None:
    done = run(workshop, "-m", "pytest", "-q", "-p", "no:cacheprovider", "test_leads.py")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "1 passed" in done.stdout


def test_the_examples_scenario_is_valid_once_its_word_is_known(workshop: Path) -> None:
    check = "import sys; {}from game.loading import problems; sys.exit(len(problems('scenario.yaml')))"
    known = run(workshop, "-c", check.format("import leads; "))
    assert known.returncode == 0, known.stdout + known.stderr
    assert run(workshop, "-c", check.format("")).returncode == 1, "nobody else knows the word `leads`"


def test_the_examples_clause_would_be_the_next_of_its_section() -> None:
    ((number, text),) = paragraphs(pieces()["clause.md"])
    section, place = map(int, number.split("."))
    assert place == len(rulebook()[section - 1].clauses) + 1
    assert "(Source: " in text
    assert f'@clause("{number}")' in pieces()["test_leads.py"]

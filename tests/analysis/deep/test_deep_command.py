"""`validate --deep` on the command line."""

import json
from pathlib import Path

import pytest

from game import cli

ROOT = Path(__file__).resolve().parents[3]
CHICKEN = str(ROOT / "scenarios" / "chicken.yaml")


def say(*words: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    code = cli.run(words)
    out, err = capsys.readouterr()
    return code, out, err


def test_a_clean_file_is_reported_and_passes(capsys: pytest.CaptureFixture[str]) -> None:
    words = ("validate", "--deep", "--games", "600", "--workers", "1", CHICKEN)
    code, out, err = say(*words, capsys=capsys)
    assert (code, err) == (0, "")
    assert "Endings, over the mixes of doctrines" in out
    assert out.endswith("No problems and 0 notes in 1 file.\n")


def test_a_problem_has_its_line_and_its_exit_code(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = Path(CHICKEN).read_text(encoding="utf-8")
    file = tmp_path / "bad.yaml"
    file.write_text(text.replace("kind: force", "kind: farce"), encoding="utf-8")
    code, out, _ = say("validate", "--deep", "--workers", "1", str(file), capsys=capsys)
    assert code == 1
    line = next(n for n, row in enumerate(text.splitlines(), 1) if "kind: force" in row)
    assert f"{file}:{line}:" in out
    assert out.endswith("1 problem and 0 notes in 1 file.\n")


def test_programs_get_problems_notes_and_tables(capsys: pytest.CaptureFixture[str]) -> None:
    words = ("validate", "--deep", "--games", "200", "--workers", "1", "--format", "json", CHICKEN)
    code, out, _ = say(*words, capsys=capsys)
    (report,) = json.loads(out)
    assert code == 0
    assert set(report) == {"file", "readings", "games", "seconds", "problems", "notes", "tables"}
    assert (report["file"], report["games"], report["problems"]) == (CHICKEN, 200, [])
    assert all(set(table) == {"title", "columns", "rows"} for table in report["tables"])


@pytest.mark.parametrize("words", [("--games", "500"), ("--workers", "2")])
def test_what_belongs_to_deep_is_refused_without_it(
    words: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = say("validate", *words, CHICKEN, capsys=capsys)
    assert (code, out) == (2, "")
    assert "go with --deep" in err

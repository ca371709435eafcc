"""Every file among the assets has a row that says where it comes from and on what terms."""

import re
from fnmatch import fnmatch

from game.places import assets_folder

ASSETS = assets_folder()
TABLE = (ASSETS / "LICENSES.md").read_text(encoding="utf-8")


def patterns() -> list[str]:
    """What the first and the last cells of the table's rows name: files, and the licences beside them."""
    rows = [line.strip("|").split("|") for line in TABLE.splitlines() if line.startswith("| ")]
    return [name for row in rows for cell in (row[0], row[-1]) for name in re.findall(r"`([^`]+)`", cell)]


def test_every_asset_has_a_row() -> None:
    files = [
        path.relative_to(ASSETS).as_posix()
        for path in ASSETS.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and path.name != "LICENSES.md"
    ]
    assert len(files) > 100
    assert [file for file in files if not any(fnmatch(file, pattern) for pattern in patterns())] == []


def test_the_rows_stand_in_one_table() -> None:
    lines = TABLE.splitlines()
    rows = [number for number, line in enumerate(lines) if line.startswith("|")]
    assert rows == list(range(rows[0], rows[-1] + 1))
    assert {line.count("|") for line in lines if line.startswith("|")} == {5}


def test_no_row_is_for_nothing() -> None:
    assert [pattern for pattern in patterns() if not list(ASSETS.glob(pattern))] == []

"""Files not written in good faith, and files that are no text at all: always a problem, never a crash."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from game.loading import problems
from game.loading.ledger import MOST_PROBLEMS
from game.loading.lint import sizes
from game.loading.nodes import DEEPEST, MOST_NODES
from game.loading.text import LIMIT

GOOD = Path(__file__).resolve().parent / "good.yaml"


def told(path: Path) -> list[str]:
    return [str(problem).removeprefix(f"{path}:") for problem in problems(path)]


def write(folder: Path, content: bytes) -> Path:
    path = folder / "bad.yaml"
    path.write_bytes(content)
    return path


NESTED = {
    "brackets": "[" * 100_000,
    "closed brackets": "[" * 100_000 + "]" * 100_000,
    "braces": "{a: " * 100_000,
    "dashes": "- " * 100_000,
    "questions": "? " * 100_000,
    "indentation": "\n".join(" " * depth + "a:" for depth in range(1_500)),
}


@pytest.mark.parametrize("text", NESTED.values(), ids=NESTED.keys())
def test_a_nesting_bomb_is_refused_before_it_goes_off(text: str, tmp_path: Path) -> None:
    path = write(tmp_path, text.encode())
    script = f"from game.loading import problems; print(problems({str(path)!r})[-1].message)"
    start = time.monotonic()
    root = GOOD.parents[2]
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, cwd=root, check=False, timeout=60
    )
    assert (done.returncode, done.stdout) == (0, f"nested more than {DEEPEST} levels deep\n")
    assert time.monotonic() - start < 30


def test_an_alias_bomb_is_refused_at_its_first_alias(tmp_path: Path) -> None:
    lines = ["a0: &a0 [x]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    found = told(write(tmp_path, "\n".join(lines).encode()))
    assert found[-1].endswith("an alias (*name); write the value out where it is needed")


def test_a_file_of_more_than_two_mebibytes_is_not_read(tmp_path: Path) -> None:
    content = b"format: 1\n" + b"# padding\n" * 300_000
    assert len(content) > LIMIT
    assert told(write(tmp_path, content)) == [
        "1:1: scenario: larger than 2 MiB; a scenario is a text that people read"
    ]


def test_a_file_of_two_mebibytes_is_read(tmp_path: Path) -> None:
    content = GOOD.read_bytes()
    content += b"#" * (LIMIT - len(content))
    assert told(write(tmp_path, content)) == []


def test_a_hundred_thousand_values_are_too_many(tmp_path: Path) -> None:
    found = told(write(tmp_path, b"format: 1\ntitle: [" + b"a," * 900_000 + b"]"))
    assert len(found) == 1
    assert found[0].endswith(f"more than {MOST_NODES} values in one file")


@pytest.mark.parametrize("section", ["actors", "variants", "k"])
def test_nobody_waits_for_ten_thousand_problems(section: str, tmp_path: Path) -> None:
    text = f"format: 1\n{section}:\n" + "".join(f"  k{n}: {{titel: x}}\n" for n in range(10_000))
    text += "".join(f"titel{n}: 1\n" for n in range(10_000))
    start = time.monotonic()
    found = told(write(tmp_path, text.encode()))
    assert found[0] == f"1:1: scenario: more than {MOST_PROBLEMS} problems; not all are shown"
    assert time.monotonic() - start < 30


def test_nobody_waits_for_ten_thousand_findings(tmp_path: Path) -> None:
    text = "".join(f'      o{n}: {{name: "O", points: 0}}\n' for n in range(5_000))
    head = b"\n    objectives:\n"
    path = write(tmp_path, GOOD.read_bytes().replace(head, head + text.encode(), 1))
    found = told(path)
    assert found[0] == f"1:1: scenario: more than {MOST_PROBLEMS} problems; not all are shown"
    assert len(found) == MOST_PROBLEMS + 1


ENCODINGS = {
    "utf-16 with a mark": ("format: 1\n".encode("utf-16"), "1:1: scenario: this is UTF-16; save it as UTF-8"),
    "utf-16 without": (
        "format: 1\n".encode("utf-16-le"),
        "1:1: scenario: this is UTF-16 or UTF-32, or no text at all; save it as UTF-8",
    ),
    "latin-1": (
        "format: 1\ntitle: Österreich\n".encode("latin-1"),
        "2:8: scenario: not UTF-8 (byte 0xD6); save the file as UTF-8",
    ),
    "a NUL byte": (
        b"format: 1\ntitle: a\x00b\n",
        "2:9: scenario: a character that does not print (U+0000); remove it",
    ),
    "nothing": (b"", "1:1: scenario: the file is empty"),
    "only blank lines": (b"\n \n", "1:1: scenario: the file is empty"),
    "only a mark": (b"\xef\xbb\xbf", "1:1: scenario: the file is empty"),
    "a surrogate": (b'title: "\xed\xa0\x80"', "1:9: scenario: not UTF-8 (byte 0xED); save the file as UTF-8"),
}  # fmt: skip


@pytest.mark.parametrize(("content", "expected"), ENCODINGS.values(), ids=ENCODINGS.keys())
def test_other_encodings_are_named(content: bytes, expected: str, tmp_path: Path) -> None:
    assert told(write(tmp_path, content)) == [expected]


def test_an_escaped_surrogate_is_refused(tmp_path: Path) -> None:
    (found,) = told(write(tmp_path, rb'title: "\ud800"'))
    assert "not readable as YAML" in found


def test_noise_is_a_problem_and_nothing_else(tmp_path: Path) -> None:
    assert told(write(tmp_path, bytes(range(256)) * 100))
    assert told(write(tmp_path, b"\x7fELF" + bytes(5_000)))


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(tmp_path: Path) -> None:
    content = GOOD.read_bytes()
    assert told(write(tmp_path, b"\xef\xbb\xbf" + content.replace(b"\n", b"\r\n"))) == []


def test_a_mark_does_not_move_columns(tmp_path: Path) -> None:
    (first, *_) = told(write(tmp_path, b"\xef\xbb\xbftitel: 1\n"))
    assert first == "1:1: scenario: `actors` is missing"


def test_what_is_no_file_is_said_to_be_none(tmp_path: Path) -> None:
    assert told(tmp_path) == ["1:1: scenario: this is a folder, not a scenario file"]
    assert told(tmp_path / "none.yaml") == ["1:1: scenario: cannot be read: No such file or directory"]
    assert told(tmp_path / "nul\0.yaml")[0].startswith("1:1: scenario: cannot be read: ")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pipe.yaml"
    os.mkfifo(path)
    assert told(path) == ["1:1: scenario: this is not an ordinary file"]


def test_what_is_too_large_to_compile_is_not_compiled(tmp_path: Path) -> None:
    actors = "".join(f'  a{n}: {{name: "A{n}"}}\n' for n in range(2_000))
    (found,) = told(
        write(tmp_path, GOOD.read_bytes().replace(b"\nactors:\n", b"\nactors:\n" + actors.encode()))
    )
    assert found.partition("actors: ")[2].startswith(
        f"at most {sizes.MOST['actors']} actors, and there are 2"
    )

"""Which clauses the rulebook has, and which of them tests carry, by the page and the text of the tests."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "rulebook.md"
TESTS = ROOT / "tests"

_PARAGRAPH = re.compile(r"\*\*(\d+)\.(\d+)\*\*")
_HEADING = re.compile(r"^## (\d+)\. \S", re.MULTILINE)
_SOURCE = re.compile(r"\*\(Source: [^()]*(?:\([^()]*\)[^()]*)*\)\*$")


def paragraphs(page: str) -> list[tuple[str, str]]:
    """Every clause of a page with its paragraph, in order."""
    found = []
    for paragraph in re.split(r"\n\s*\n", page):
        text = " ".join(paragraph.split())
        if number := _PARAGRAPH.match(text):
            found.append((f"{number[1]}.{number[2]}", text))
    return found


def page_problems(page: str) -> list[str]:
    """What is wrong with a page's numbering and sources."""
    problems = []
    headings = [int(n) for n in _HEADING.findall(page)]
    if headings != list(range(1, len(headings) + 1)):
        problems.append(f"sections are not numbered 1, 2, 3 ...: {headings}")
    section, expected = 0, 1
    for block in re.split(r"\n\s*\n", page):
        if heading := _HEADING.match(block):
            if section and expected == 1:
                problems.append(f"section {section} has no clause")
            section, expected = int(heading[1]), 1
        elif number := _PARAGRAPH.match(block.strip()):
            if (int(number[1]), int(number[2])) != (section, expected):
                problems.append(f"{number[1]}.{number[2]} stands where {section}.{expected} should")
            expected = int(number[2]) + 1
            text = " ".join(block.split())
            if not _SOURCE.search(text):
                problems.append(f"{number[1]}.{number[2]} names no source")
            elif len(_PARAGRAPH.findall(text)) > 1:
                problems.append(f"{number[1]}.{number[2]} holds another clause's number")
        elif section:
            problems.append(
                f"a paragraph of section {section} is no clause: {' '.join(block.split())[:60]!r}"
            )
    if section and expected == 1:
        problems.append(f"section {section} has no clause")
    return problems


def marks(source: str) -> Iterator[tuple[str, str]]:
    """Each clause that a test in this source carries, with the test's name."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            for mark in node.decorator_list:
                if isinstance(mark, ast.Call) and _is_clause(mark.func):
                    for number in mark.args:
                        said = number.value if isinstance(number, ast.Constant) else ast.unparse(number)
                        yield str(said), node.name


def _is_clause(function: ast.expr) -> bool:
    return ast.unparse(function) in ("clause", "clauses.clause", "pytest.mark.clause")


def mark_problems(page: str, sources: dict[str, str]) -> list[str]:
    """Clauses without a test, and marks that prove no clause; `sources` gives tests' texts by their path."""
    numbers = [number for number, _ in paragraphs(page)]
    proved: set[str] = set()
    problems = []
    for path, source in sorted(sources.items()):
        for number, name in marks(source):
            proved.add(number)
            if number not in numbers:
                problems.append(f"{path}: {name} proves {number}, which is no clause")
            if not name.lower().startswith("test"):
                problems.append(f"{path}: {name} carries {number} and is no test")
    return problems + [f"no test proves {number}" for number in numbers if number not in proved]


def sources_of_tests() -> dict[str, str]:
    """The text of every test file, by its path."""
    return {
        str(path.relative_to(ROOT)): path.read_text(encoding="utf-8")
        for path in sorted(TESTS.rglob("test_*.py"))
    }

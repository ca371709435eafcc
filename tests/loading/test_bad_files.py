"""Every bad file of the corpus gives exactly the problems beside it, and the corpus leaves nothing out."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.loading import ScenarioProblems, lint, load, problems
from game.loading.lint import secrets, sizes

HERE = Path(__file__).resolve().parent
BAD = HERE / "bad"
FILES = sorted(path.stem for path in BAD.glob("*.yaml"))
SOURCE = HERE.parents[1] / "game" / "loading"


@pytest.fixture(autouse=True)
def _beside_the_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(BAD)


@pytest.mark.parametrize("name", FILES)
def test_a_bad_file_gives_exactly_its_problems(name: str) -> None:
    expected = (BAD / f"{name}.expected").read_text(encoding="utf-8").splitlines()
    assert [str(problem) for problem in problems(f"{name}.yaml")] == expected
    assert expected


def test_every_bad_file_says_why_it_is_bad() -> None:
    unexplained = [name for name in FILES if not (BAD / f"{name}.yaml").read_text("utf-8").startswith("# ")]
    assert unexplained == []
    assert sorted(path.stem for path in BAD.glob("*.expected")) == FILES
    assert len(FILES) >= 45


def test_every_check_finds_something_in_the_corpus() -> None:
    silent = {check.__module__ for check in (sizes.check, *lint.CHECKS, secrets.check)}
    for name in FILES:
        silent -= checks_that_find_something(Path(f"{name}.yaml"))
    assert silent == set()


def checks_that_find_something(path: Path) -> set[str]:
    try:
        document = load(path)
    except ScenarioProblems:
        return set()
    found = set()
    for chosen in ((), *document.combinations()):
        scenario, _ = document.attempt(chosen)
        if scenario is not None:
            if list(sizes.check(scenario)):
                found.add(sizes.check.__module__)
                continue
            clean = not any(list(check(scenario)) for check in lint.CHECKS)
            checks = (*lint.CHECKS, secrets.check) if clean else lint.CHECKS
            found |= {check.__module__ for check in checks if list(check(scenario))}
    return found


# Said of files that cannot well be kept in a repository; test_hostile_files.py makes them.
MADE_ELSEWHERE = (
    "this is a folder, not a scenario file",
    "this is not an ordinary file",
    "cannot be read: ",
    "larger than 2 MiB",
    "this is UTF-16; save",
    "this is UTF-16 or UTF-32",
    "not UTF-8 (byte",
    "nested more than",
    "values in one file",
    "problems; not all are shown",
)
NOT_MESSAGES = (
    "yes no on off", "null none nil", "variants variant_groups", "y|n|yes",  # lists of words
    "mapping values", "could not find", "did not find", "found unexpected", "cannot start",  # PyYAML's
    "not readable as YAML",  # for what a later PyYAML may say
    "the loader cannot read a field of type",  # said to whoever extends the model
    "above {}, the most allowed",  # no field has only an upper bound yet
)  # fmt: skip


def test_every_message_is_in_the_corpus() -> None:
    told = "\n".join((BAD / f"{name}.expected").read_text("utf-8") for name in FILES)
    untold = [
        f"{path.name}: {template}"
        for path in sorted((*SOURCE.glob("*.py"), *(SOURCE / "lint").glob("*.py")))
        if path.name not in ("choose.py", "shipped.py", "schema.py", "manual.py", "translate.py")
        for template in messages(path)
        if not template.startswith(NOT_MESSAGES) and not any(part in template for part in MADE_ELSEWHERE)
        if not re.search(pattern(template), told)
    ]
    assert untold == []


def messages(path: Path) -> Iterator[str]:
    """Every text of a module that reads like a message; `{}` stands for what is filled in."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documentation = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}
    parts = {id(value) for n in ast.walk(tree) if isinstance(n, ast.JoinedStr) for value in n.values}
    for node in ast.walk(tree):
        if id(node) in documentation or id(node) in parts:
            continue
        if isinstance(node, ast.JoinedStr):
            text = "".join(str(v.value) if isinstance(v, ast.Constant) else "{}" for v in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = node.value
        else:
            continue
        if len(re.findall(r"[a-z]{2,}", text)) >= 4 and text[-1:] != ":" and "\\" not in text:
            yield text


def pattern(template: str) -> str:
    return ".*".join(re.escape(part) for part in template.split("{}"))


def test_the_good_file_is_good() -> None:
    assert problems(HERE / "good.yaml") == []

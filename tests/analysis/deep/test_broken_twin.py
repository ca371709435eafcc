"""Each deep check finds the one thing that was broken for it in a twin of the flagship."""

from pathlib import Path

import pytest

from game.analysis.deep import CHECKS, Report, Sizes, examine
from tests.analysis.deep.broken import PLACES, broken_twin

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    return examine(broken_twin(tmp_path_factory.mktemp("twin")), Sizes(200))


def test_the_twin_breaks_something_for_every_check() -> None:
    assert set(PLACES) == set(CHECKS)


@pytest.mark.parametrize("check", list(PLACES))
def test_each_check_finds_what_was_broken_for_it(report: Report, check: str) -> None:
    path, weight = PLACES[check]
    told = [one for one in report.told if one.check == check and one.problem.path == path]
    assert told, f"{check} finds nothing at {path}"
    assert told[0].weight.value == weight
    text = Path(told[0].problem.file).read_text(encoding="utf-8").splitlines()
    assert text[told[0].problem.line - 1].split(":")[0].strip() == path.split(".")[-1]


def test_what_was_broken_is_told_by_no_other_check(report: Report) -> None:
    broken = {path: check for check, (path, _) in PLACES.items()}
    for one in report.told:
        assert broken.get(one.problem.path, one.check) == one.check

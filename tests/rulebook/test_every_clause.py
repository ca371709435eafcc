"""Every clause of the rulebook has a number, a source and a test; every mark stands for a clause."""

import pytest

from game.loading.rulebook import read_rulebook, rulebook
from tests.rulebook.coverage import PAGE, mark_problems, page_problems, paragraphs, sources_of_tests

GOOD = """# Rules

An introduction.

## 1. First

**1.1** A rule,
on two lines. *(Source: Kahn 1965.)*

**1.2** Another rule. *(Source: own rule of the game.)*

## 2. Second

**2.1** A third rule (with an aside). *(Source: Fearon (1994); Tomz (2007).)*
"""
PROOF = """
@clause("1.1", "2.1")
def test_one(): ...

class TestTwo:
    @pytest.mark.slow
    @clause("1.2")
    def test_two(self): ...
"""


def test_clauses_are_numbered_and_name_their_sources() -> None:
    assert page_problems(PAGE.read_text(encoding="utf-8")) == []


def test_every_clause_is_proved_by_a_test_and_every_mark_proves_a_clause() -> None:
    assert mark_problems(PAGE.read_text(encoding="utf-8"), sources_of_tests()) == []


def test_the_game_shows_every_clause_of_the_page() -> None:
    shown = [clause.number for section in rulebook() for clause in section.clauses]
    assert shown == [number for number, _ in paragraphs(PAGE.read_text(encoding="utf-8"))]
    assert all(clause.text and clause.source for section in rulebook() for clause in section.clauses)


def test_a_good_page_has_no_problems() -> None:
    assert page_problems(GOOD) == []
    assert mark_problems(GOOD, {"tests/test_x.py": PROOF}) == []


@pytest.mark.parametrize(
    ("change", "to", "problem"),
    [
        ("**1.2**", "**1.3**", "1.3 stands where 1.2 should"),
        ("**1.2**", "**1.1**", "1.1 stands where 1.2 should"),
        ("**2.1**", "**1.3**", "1.3 stands where 2.1 should"),
        (" *(Source: Kahn 1965.)*", "", "1.1 names no source"),
        ("## 2. Second", "## 3. Third", "sections are not numbered 1, 2, 3 ...: [1, 3]"),
        ("## 2. Second", "## 2. Second\n\n## 3. Third", "section 2 has no clause"),
        ("**2.1** ", "", "a paragraph of section 2 is no clause: 'A third rule (with an aside). *(Source:"),
        ("\n\n**1.2**", "\n**1.2**", "1.1 holds another clause's number"),
    ],
)
def test_a_bad_page_is_told(change: str, to: str, problem: str) -> None:
    assert change in GOOD
    assert any(problem in found for found in page_problems(GOOD.replace(change, to)))


@pytest.mark.parametrize(
    ("change", "to", "problem"),
    [
        ('"1.1", ', "", "no test proves 1.1"),
        ('"1.2"', '"1.9"', "tests/test_x.py: test_two proves 1.9, which is no clause"),
        ("def test_one", "def prove_one", "tests/test_x.py: prove_one carries 1.1 and is no test"),
    ],
)
def test_a_bad_mark_is_told(change: str, to: str, problem: str) -> None:
    assert change in PROOF
    assert problem in mark_problems(GOOD, {"tests/test_x.py": PROOF.replace(change, to)})


def test_the_games_reader_keeps_texts_and_sources() -> None:
    first, second = read_rulebook(GOOD)
    assert (first.number, first.title) == (1, "First")
    assert (first.clauses[0].text, first.clauses[0].source) == ("A rule, on two lines.", "Kahn 1965.")
    assert second.clauses[0].source == "Fearon (1994); Tomz (2007)."

"""The rulebook in the terminal."""

import io

import pytest

from game.terminal.desk import Desk
from game.terminal.page import Page
from game.terminal.problems import NotUnderstood
from game.terminal.rules import rules
from game.view.rulebook import sections


class OnlyPage:
    """As much of a desk as the rulebook needs."""

    def __init__(self) -> None:
        self.out = io.StringIO()
        self.page = Page(self.out)


def said(words: str) -> str:
    desk = OnlyPage()
    as_desk: Desk = desk  # type: ignore[assignment]  # a desk has a page, and this needs no more
    rules(as_desk, words)
    return desk.out.getvalue()


def test_without_words_it_lists_its_sections() -> None:
    text = said("")
    assert all(f"- {section.number}. {section.title}" in text for section in sections())


def test_a_number_is_a_section_or_a_clause() -> None:
    text = said("4")
    assert "4. The hazard" in text
    assert all(f"{clause.number}. " in text for clause in sections()[3].clauses)
    assert "5.1" not in text
    assert "4.2. " in said("4.2")
    assert "4.3. " not in said("4.2")


def test_words_are_titles_or_what_clauses_hold() -> None:
    assert said("hazard").startswith("\n4. The hazard")
    text = said("hotline")
    assert "4.4. " in text
    assert "9.2. " not in text


def test_what_no_rule_has_is_said_to_be_none() -> None:
    with pytest.raises(NotUnderstood, match="no rule has"):
        said("zeppelin")


@pytest.mark.parametrize("section", [str(section.number) for section in sections()])
def test_lines_are_short_and_printable(section: str) -> None:
    for line in said(section).splitlines():
        assert len(line) <= 80
        assert not line or line.isprintable()

"""In plain text too, computer players give their reasons when the game is over."""

import io

from game.terminal.page import Page
from game.terminal.reasons import answer, invite
from game.view.ending import EndingView, ending_view
from tests.desktop.ended_games import ended


def said(view: EndingView, line: str) -> tuple[bool, str]:
    out = io.StringIO()
    asked = answer(Page(out), view, line)
    return asked, " ".join(out.getvalue().split())


def test_one_turn_of_one_player_is_told() -> None:
    view = ending_view(ended())
    turn = view.reasons.of("russia")[2]
    asked, text = said(view, "why russia 3")
    assert asked
    assert "Russia, turn 3" in text
    for move in turn.moves:
        assert move.label in text
        assert move.words in text
    assert turn.rejected[0].label in text


def test_a_name_that_nobody_has_is_asked_back() -> None:
    view = ending_view(ended())
    assert "Whose reasons? There are Russia" in said(view, "why atlantis")[1]
    assert "Whose reasons?" in said(view, "why")[1]


def test_other_lines_are_not_questions() -> None:
    view = ending_view(ended())
    assert said(view, "") == (False, "")
    assert said(view, "end") == (False, "")


def test_the_invitation_names_somebody_who_can_be_asked() -> None:
    out = io.StringIO()
    invite(Page(out), ending_view(ended()))
    assert "`why russia 1`" in " ".join(out.getvalue().split())

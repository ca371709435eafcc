"""Lines of play in the terminal: heard, and gone over to."""

from io import StringIO
from pathlib import Path

from game.terminal.play import play_text
from tests.session.tables import ORVANA, play_turn, solo


def said(game_path: Path, *lines: str) -> tuple[str, int]:
    game = solo(game_path)
    play_turn(game)
    play_turn(game)
    out = StringIO()
    play_text(game, (ORVANA,), StringIO("\n".join([*lines, "quit"]) + "\n"), out)
    return " ".join(out.getvalue().split()), game.turn


def test_lines_are_heard_and_gone_over_to(tmp_path: Path) -> None:
    words, turn = said(tmp_path / "a.backstop", "back 1", "lines", "switch A", "lines")
    assert "Line A: 2 turns played" in words
    assert "Line B: left Line A at turn 1; 0 turns played; you are here" in words
    assert "You are on Line A" in words
    assert turn == 3


def test_a_line_of_the_same_turn_is_gone_over_to(tmp_path: Path) -> None:
    words, turn = said(tmp_path / "a.backstop", "back 2", "end", "end", "switch a")
    assert "You are on Line A" in words
    assert turn == 3


def test_there_is_no_line_to_go_over_to(tmp_path: Path) -> None:
    words, _ = said(tmp_path / "a.backstop", "switch B")
    assert "there is one line of play" in words
    words, _ = said(tmp_path / "b.backstop", "back 2", "end", "end", "switch Q")
    assert "Say `switch` and one of A" in words

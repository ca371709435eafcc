"""The game as text: three kinds of problem, the end of the input, several people, lines that all can read."""

import io
import shlex
from pathlib import Path

import pytest

from game.loading import find_scenario, load
from game.model.ids import ActorId
from game.session.game import Game
from game.terminal.commands import COMMANDS
from game.terminal.play import play_text

ROOT = Path(__file__).resolve().parents[2]


def new_game(scenario: str, *people: str, path: Path | None = None) -> Game:
    seats = {ActorId(actor): "human" for actor in people}
    return Game.start(
        load(find_scenario(scenario)).scenario(), seed=5, seats=seats, path=path, save=path is not None
    )


def say(game: Game, *lines: str) -> str:
    out = io.StringIO()
    code = play_text(game, game.people, io.StringIO("".join(f"{line}\n" for line in lines)), out)
    assert code == 0
    return out.getvalue()


def answers(*lines: str) -> list[str]:
    """What each line is answered with in a new game of the lighthouse; wrapped lines are joined."""
    text = say(new_game("first_ladder", "orvana"), *lines)
    return [" ".join(part.split("\n", 1)[1].split()) for part in text.split("Orvana, hour 0> ")[1:-1]]


def test_what_is_not_understood_is_said_with_what_is_near() -> None:
    (answer,) = answers("ordrs")
    assert answer.startswith("Not understood: no command or move “ordrs”. Did you mean orders or order?")
    assert answer.endswith("`help` lists what you can say.")
    (answer,) = answers("99")
    assert answer.startswith("Not understood: no move “99”.")
    (answer,) = answers("predict kelland sideways 70")
    assert answer.startswith("Not understood: say who, then climbs")


def test_what_is_not_possible_now_is_said_with_the_reason() -> None:
    (answer,) = answers("land")
    assert answer.startswith("Not now: Land on the rock: needs: Landing party of Orvana is ready.")
    _, answer = answers("wait", "8")
    assert answer.startswith("Not now: you may order one move a turn and have ordered Wait.")
    (answer,) = answers("undo")
    assert answer.startswith("Not now: you have ordered nothing yet.")
    (answer,) = answers("back 7")
    assert answer.startswith("Not now: there is no earlier turn 7")


def test_what_fits_several_things_names_them() -> None:
    (answer,) = answers("s")
    assert answer.startswith("Which one? “s” fits")
    assert "`show`" in answer
    assert "6 Send a note of protest" in answer


@pytest.mark.parametrize("line", ["", "  ", "help", "HELP", "he"])
def test_an_empty_line_and_help_list_what_can_be_said(line: str) -> None:
    (answer,) = answers(line)
    assert "end: end your turn with these orders." in answer


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_explained_to_players(command: str) -> None:
    assert f"`{command}" in (ROOT / "docs" / "players.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "line", [*COMMANDS, *(f"{command} \x00 ☃ {'9' * 5000}" for command in COMMANDS), "1 1", "0", "-1"]
)
def test_no_line_breaks_the_game(line: str) -> None:
    assert say(new_game("first_ladder", "orvana"), line)
    assert say(new_game("chicken", "row"), line)


def test_doing_nothing_is_asked_for_twice() -> None:
    first, second = answers("end", "end")[0], answers("end", "orders", "end")[2]
    assert first.startswith("You have ordered no move.")
    assert second.startswith("You have ordered no move.")


def test_the_input_may_end_and_the_game_goes_on_later(tmp_path: Path) -> None:
    path = tmp_path / "game.backstop"
    text = say(new_game("first_ladder", "orvana", path=path), "1", "end", "claim 1")
    assert str(path) in text.splitlines()
    again = Game.resume(path)
    assert again.turn == 2
    assert "Turn 2 of 5" in say(again, "quit")


def test_the_line_to_go_on_can_be_pasted(tmp_path: Path) -> None:
    file = tmp_path / "my scenarios" / "it's mine.yaml"
    file.parent.mkdir()
    file.write_bytes((ROOT / "scenarios" / "chicken.yaml").read_bytes())
    path = tmp_path / "a.backstop"
    game = Game.start(load(file).scenario(), seed=5, seats={ActorId("row"): "human"}, path=path, source=file)
    (line,) = (line for line in say(game, "quit").splitlines() if line.startswith("backstop play"))
    assert shlex.split(line) == ["backstop", "play", str(file), "--text", "--resume"]


def test_going_back_undoes_a_turn() -> None:
    game = new_game("first_ladder", "orvana")
    text = say(game, "8", "end", "back", "quit")
    assert "Back to turn 1" in text
    assert game.turn == 1


def test_two_people_share_a_keyboard_and_hear_only_their_own() -> None:
    game = new_game("first_ladder", "orvana", "kelland")
    text = say(game, "", "11", "end", "", "1", "end", "", "quit")
    first, second = text.split("Now Kelland. Hand over the keyboard")
    assert "Your briefing: Orvana" in first
    assert "Your briefing: Kelland" in second.split("Now Orvana.")[0]
    assert "Ready a landing party" in first.split("Your orders so far:")[1]
    assert "Your orders so far:\n- Move: 11" not in second.split("Now Orvana.")[0]
    assert game.turn == 2


def test_a_line_said_instead_of_enter_is_not_lost() -> None:
    assert new_game("first_ladder", "orvana", "kelland").turn == 1
    game = new_game("first_ladder", "orvana", "kelland")
    say(game, "1", "end", "1", "end")
    assert game.turn == 2


def test_every_line_is_short_and_plain() -> None:
    text = say(
        new_game("first_ladder", "orvana"), "help", "show rungs", "details 14", "predict", *["1", "end"] * 6
    )
    assert "The end, at hour" in text
    for line in text.splitlines():
        assert len(line) <= 80, line
        assert line.isprintable(), line
        assert not any("\u2500" <= letter <= "\u25ff" for letter in line), line


def test_a_narrow_encoding_is_no_obstacle() -> None:
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="ascii")
    assert (
        play_text(new_game("chicken", "row"), (ActorId("row"),), io.StringIO("details ☃\n1\nend\n"), out) == 0
    )
    out.flush()
    assert b"The end, at hour 1" in raw.getvalue()


def test_a_turn_that_cannot_be_kept_is_not_played(tmp_path: Path) -> None:
    path = tmp_path / "game.backstop"
    game = new_game("first_ladder", "orvana", path=path)
    path.unlink()
    out = io.StringIO()
    assert play_text(game, game.people, io.StringIO("1\nend\n"), out) == 1
    assert "could not be kept, so it has not been played" in " ".join(out.getvalue().split())
    assert game.turn == 1


def test_rules_of_engagement_that_are_ordered_are_said_to_come() -> None:
    said = " ".join(say(new_game("first_ladder", "orvana"), "roe tight", "moves").split())
    assert "Rules of engagement, now normal, tight from this turn: say" in said

"""A killed process loses no turn that was shown: the game is offered again, and goes on as it would have."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from game.loading import load
from game.session.game import Game
from game.session.record import RecordProblem, canonical, read
from game.session.replay import replay
from game.session.saves import (
    ENDING,
    DamagedGame,
    SavedGame,
    get_back,
    new_path,
    picture_of,
    rename,
    saved_games,
    saves_folder,
    throw_away,
    trash_folder,
    unfinished_games,
)
from game.view.saves import saves_view
from tests.session.tables import ORVANA, play_out, play_turn, scenario, solo

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BACKSTOP_HOME", str(tmp_path))
    return tmp_path


def test_saves_have_a_folder_of_their_own(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert saves_folder() == home / "saves"
    monkeypatch.delenv("BACKSTOP_HOME")
    assert "backstop" in str(saves_folder())


def test_a_folder_that_cannot_be_made_is_one_clear_line(home: Path) -> None:
    (home / "saves").write_text("", encoding="utf-8")
    with pytest.raises(RecordProblem, match="cannot make the folder"):
        Game.start(scenario(), seed=1, seats={ORVANA: "human"})


def test_games_are_saved_unless_somebody_says_otherwise(home: Path) -> None:
    game = Game.start(scenario(), seed=1, seats={ORVANA: "human"})
    assert game.path is not None
    assert game.path.parent == home / "saves"
    again = Game.start(scenario(), seed=1, seats={ORVANA: "human"})
    assert again.path != game.path
    assert Game.start(scenario(), seed=1, save=False).path is None


def test_unfinished_games_are_listed_the_last_played_first() -> None:
    older, newer, done = (solo(new_path(f"game {number}")) for number in range(3))
    play_turn(older)
    play_out(done)
    assert newer.path is not None
    assert older.path is not None
    os.utime(older.path, (1000, 1000))
    os.utime(newer.path, (2000, 2000))
    found = unfinished_games()
    assert [saved.path for saved in found] == [newer.path, older.path]
    assert [saved.turn for saved in found] == [1, 2]
    assert found[0].seats == (ORVANA,)
    assert found[0].scenario == "first_ladder"


def test_broken_files_are_passed_over(home: Path) -> None:
    assert unfinished_games() == ()
    folder = home / "saves"
    folder.mkdir()
    (folder / f"text{ENDING}").write_text("hello", encoding="utf-8")
    (folder / f"bytes{ENDING}").write_bytes(bytes(range(256)))
    (folder / f"empty{ENDING}").write_bytes(b"")
    (folder / f"folder{ENDING}").mkdir()
    (folder / f"loop{ENDING}").symlink_to(folder / f"loop{ENDING}")
    assert unfinished_games() == ()
    game = Game.start(scenario(), seed=1, seats={ORVANA: "human"})
    assert [saved.path for saved in unfinished_games()] == [game.path]


def test_a_game_of_computers_is_not_offered() -> None:
    Game.start(scenario(), seed=1)
    assert unfinished_games() == ()


def test_a_resumed_game_goes_on_as_it_would_have(tmp_path: Path) -> None:
    whole, cut = solo(tmp_path / "whole.backstop"), solo(tmp_path / "cut.backstop")
    play_out(whole)
    play_turn(cut)
    play_turn(cut)
    resumed = Game.resume(tmp_path / "cut.backstop")
    assert (resumed.turn, resumed.notice) == (3, None)
    play_out(resumed)
    assert resumed.state() == whole.state()
    assert (tmp_path / "cut.backstop").read_bytes() == (tmp_path / "whole.backstop").read_bytes()


def test_a_torn_end_is_written_again(tmp_path: Path) -> None:
    path = tmp_path / "a.backstop"
    play_out(solo(path))
    whole = path.read_bytes()
    path.write_bytes(whole[:-10])
    assert read(path).end is None
    resumed = Game.resume(path)
    assert resumed.over
    assert resumed.notice is not None
    assert path.read_bytes() == whole


def test_a_game_that_was_over_can_be_undone_and_ended_otherwise(tmp_path: Path) -> None:
    path = tmp_path / "a.backstop"
    play_out(solo(path))
    resumed = Game.resume(path)
    resumed.undo_to(3)
    play_out(resumed, skip=2)
    assert replay(read(path)).difference is None


PLAYER = """
import sys
from pathlib import Path
from game.view.saves import saves_view
from tests.session.tables import ORVANA, some_orders, solo
game = solo(Path(sys.argv[1]))
while not game.over:
    print(game.turn, flush=True)
    sys.stdin.readline()
    game.submit(ORVANA, some_orders(game, skip=game.turn))
    game.end_turn()
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a system with SIGKILL")
@pytest.mark.parametrize("turns", [0, 3])
def test_a_killed_process_loses_no_turn_that_was_shown(tmp_path: Path, turns: int) -> None:
    path = tmp_path / "killed.backstop"
    process = subprocess.Popen(
        [sys.executable, "-c", PLAYER, str(path)],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    with process:
        assert process.stdin is not None
        assert process.stdout is not None
        for turn in range(1, turns + 2):
            assert process.stdout.readline() == f"{turn}\n"
            if turn <= turns:
                process.stdin.write("\n")
                process.stdin.flush()
        os.kill(process.pid, signal.SIGKILL)
    resumed = Game.resume(path)
    assert resumed.turn == turns + 1
    whole = play_out(solo(tmp_path / "whole.backstop"))
    assert canonical([e.as_record() for e in play_out(resumed).events()]) == canonical(
        [e.as_record() for e in whole.events()]
    )


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a system with SIGKILL")
def test_wherever_the_kill_strikes_the_record_is_sound(tmp_path: Path) -> None:
    path = tmp_path / "killed.backstop"
    process = subprocess.Popen(
        [sys.executable, "-c", PLAYER, str(path)],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    with process:
        assert process.stdin is not None
        assert process.stdout is not None
        shown = process.stdout.readline()
        process.stdin.write("\n" * 10)
        process.stdin.flush()
        time.sleep(0.02)
        os.kill(process.pid, signal.SIGKILL)
        shown += process.stdout.read()
    resumed = Game.resume(path)
    assert resumed.turn >= int(shown.split()[-1])


def test_a_game_whose_scenario_changed_says_so(tmp_path: Path) -> None:
    file, path = tmp_path / "mine.yaml", tmp_path / "a.backstop"
    text = (
        (ROOT / "scenarios" / "chicken.yaml").read_text(encoding="utf-8").replace("id: chicken", "id: mine")
    )
    file.write_text(text, encoding="utf-8")
    Game.start(load(file).scenario(), seed=1, seats={}, path=path, source=file)
    assert not Game.resume(path).over
    file.write_text(text + "# a word more\n", encoding="utf-8")
    with pytest.raises(RecordProblem, match="was changed since"):
        Game.resume(path)
    file.write_text("actors: []", encoding="utf-8")
    with pytest.raises(RecordProblem, match="cannot be played"):
        Game.resume(path)
    file.unlink()
    with pytest.raises(RecordProblem, match="cannot be played"):
        Game.resume(path)


def test_a_damaged_save_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BACKSTOP_HOME", str(tmp_path))
    (tmp_path / "saves").mkdir()
    damaged = tmp_path / "saves" / "a.backstop"
    damaged.write_text("no record at all", encoding="utf-8")
    play_turn(solo(tmp_path / "saves" / "b.backstop"))
    told: list[tuple[Path, str]] = []
    (saved,) = unfinished_games(lambda path, reason: told.append((path, reason)))
    assert saved.path.name == "b.backstop"
    ((path, reason),) = told
    assert path == damaged
    assert reason


def test_every_game_is_listed_with_what_can_be_told_of_it(home: Path) -> None:
    watched = Game.start(scenario(), seed=1)
    done = play_out(solo(new_path("done")))
    lines = solo(new_path("lines"))
    play_turn(lines)
    lines.undo_to(1)
    (home / "saves" / f"bad{ENDING}").write_text("hello", encoding="utf-8")
    found = {game.path: game for game in saved_games()}
    assert len(found) == 4
    assert watched.path is not None
    assert done.path is not None
    assert lines.path is not None
    for path, seats, turn, over, count in (
        (watched.path, (), 1, False, 1),
        (done.path, (ORVANA,), done.turns_played, True, 1),
        (lines.path, (ORVANA,), 1, False, 2),
    ):
        game = found[path]
        assert isinstance(game, SavedGame)
        assert (game.seats, game.turn, game.over, game.lines) == (seats, turn, over, count)
    damaged = found[home / "saves" / f"bad{ENDING}"]
    assert isinstance(damaged, DamagedGame)
    assert "no record" in damaged.problem


def test_a_game_is_called_what_its_players_call_it() -> None:
    game = solo(new_path("one"))
    assert game.path is not None
    rename(game.path, "  Thursday\n class  ")
    assert [saved.name for saved in unfinished_games()] == ["Thursday class"]
    rename(game.path, "")
    assert [saved.name for saved in unfinished_games()] == [""]


def test_a_game_thrown_away_can_be_got_back_whole() -> None:
    game = solo(new_path("one"))
    assert game.path is not None
    written = game.path.read_bytes()
    rename(game.path, "Mine")
    picture_of(game.path).write_bytes(b"picture")
    gone = throw_away(game.path)
    assert gone.parent == trash_folder()
    assert saved_games() == ()
    again = get_back(gone)
    assert again == game.path
    assert again.read_bytes() == written
    (saved,) = unfinished_games()
    assert (saved.name, saved.picture) == ("Mine", picture_of(again))
    assert list(trash_folder().iterdir()) == []


def test_a_game_is_moved_whole_or_not_at_all(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A picture that something holds fast: the record is where it was, as the message says."""
    path = new_path("first_ladder")
    solo(path)
    picture_of(path).write_bytes(b"")
    move = Path.replace

    def held(one: Path, to: Path) -> Path:
        if one.suffix == ".png" and one.parent == path.parent:
            raise PermissionError(13, "in use")
        return move(one, to)

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(RecordProblem, match="in use"):
        throw_away(path)
    assert path.is_file()
    assert list(trash_folder().iterdir()) == []


def test_two_games_of_one_name_are_both_kept_in_the_trash(home: Path) -> None:
    for _ in range(2):
        saves_folder().mkdir(exist_ok=True)
        game = solo(home / "saves" / f"same{ENDING}")
        assert game.path is not None
        throw_away(game.path)
    assert len(list(trash_folder().iterdir())) == 2


def test_what_cannot_be_moved_or_named_is_one_clear_line(home: Path) -> None:
    with pytest.raises(RecordProblem, match="cannot move"):
        throw_away(home / "saves" / f"nothing{ENDING}")
    with pytest.raises(RecordProblem, match="cannot write"):
        rename(home / "saves" / f"nothing{ENDING}", "Name")


def test_a_finished_game_tells_how_many_lines_are_still_open() -> None:
    game = solo(new_path("first_ladder"))
    play_turn(game)
    game.undo_to(1)
    while not game.over:
        play_turn(game)
    (saved,) = saved_games()
    assert isinstance(saved, SavedGame)
    assert (saved.lines, saved.open_lines) == (2, 1)
    (shown,) = saves_view().finished
    assert shown.still_open == "1 line still open"

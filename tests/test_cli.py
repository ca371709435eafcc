"""The commands: their names and fields are a contract, and whatever goes wrong is one line that helps."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from game import cli
from game.session.record import read
from tests.command_line import ROOT, say, start
from tests.session.tables import play_turn, solo

SIMULATE = ("simulate", "first_ladder", "--runs", "40", "--seed", "3")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BACKSTOP_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


# --- help --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", [["--help"], ["-h"], ["--version"], ["play", "--help"], ["simulate", "-h"]])
def test_help_is_quick_and_loads_nothing_heavy(words: list[str]) -> None:
    code = (
        "import sys; sys.argv[1:] = sys.argv[1:]\n"
        "from game.cli import run\n"
        "assert run(sys.argv[1:]) == 0\n"
        "heavy = {'pygame', 'numpy', 'yaml', 'rich'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    subprocess.run([sys.executable, "-c", code, *words], cwd=ROOT, check=True, capture_output=True)


# --- validate ----------------------------------------------------------------------------------------------


def test_validate_says_that_all_is_well(capsys: pytest.CaptureFixture[str]) -> None:
    file = str(ROOT / "scenarios" / "chicken.yaml")
    assert say("validate", file, file, capsys=capsys) == (0, "No problems in 2 files.\n", "")
    assert say("validate", file, "--format", "json", capsys=capsys) == (0, "[]\n", "")


def test_validate_says_every_problem(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "bad.yaml"
    text = (ROOT / "scenarios" / "chicken.yaml").read_text(encoding="utf-8")
    file.write_text(text.replace("kind: force", "kind: farce").replace("minutes: 1", "minutes: x"), "utf-8")
    code, out, _ = say("validate", str(file), str(tmp_path / "none.yaml"), capsys=capsys)
    assert code == 1
    assert len(out.splitlines()) == 3
    code, out, _ = say("validate", str(file), "--format", "json", capsys=capsys)
    assert code == 1
    problems = json.loads(out)
    assert len(problems) == 2
    assert set(problems[0]) == {"file", "line", "column", "path", "message"}
    assert problems[0]["file"] == str(file)


# --- simulate ----------------------------------------------------------------------------------------------


def test_simulate_prints_the_fields_of_the_contract(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = say(*SIMULATE, "--format", "json", capsys=capsys)
    assert (code, err) == (0, "")
    said = json.loads(out)
    assert list(said) == ["scenario", "seed", "runs", "seconds", "turns_per_second", "results"]
    assert (said["scenario"], said["seed"], said["runs"]) == ("first_ladder", 3, 40)
    (result,) = said["results"]
    told = "variant assumptions outcomes general_war_by_horizon by_cause peak_rung values digest"
    assert list(result) == told.split()
    assert (result["variant"], result["assumptions"]) == ("", None)
    assert list(result["outcomes"][0]) == ["id", "class", "count", "share", "low", "high"]
    assert sum(outcome["count"] for outcome in result["outcomes"]) == 40
    assert result["general_war_by_horizon"]["count"] == 0
    assert set(result["values"]) == {"orvana", "kelland"}
    assert set(result["values"]["orvana"]) == {"mean", "sd"}
    assert sum(result["peak_rung"]["orvana"].values()) == pytest.approx(1)


def test_simulate_says_in_words_what_it_counted(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = say(*SIMULATE, capsys=capsys)
    flat = " ".join(out.split())
    assert code == 0
    assert "of 40" in flat
    assert "under these" in flat
    assert "seed 3" in flat
    assert "no forecast" in flat


def test_simulate_plays_every_reading_that_nobody_chose(capsys: pytest.CaptureFixture[str]) -> None:
    words = ("simulate", "three_tiers_72h", "--runs", "3", "--seed", "1", "--format", "json")
    code, out, err = say(*words, capsys=capsys)
    assert code == 0
    assert [result["variant"] for result in json.loads(out)["results"]] == ["timetable", "conditional"]
    assert {result["assumptions"] for result in json.loads(out)["results"]} == {"play"}
    assert len(err.splitlines()) == 1
    assert "play" in err
    code, out, err = say(*words, "--variant", "conditional", "--assumptions", "study", capsys=capsys)
    assert [(r["variant"], r["assumptions"]) for r in json.loads(out)["results"]] == [
        ("conditional", "study")
    ]
    assert err == ""
    code, out, err = say(*words, "--variant", "class", capsys=capsys)
    assert [len(r["variant"].split("+")) for r in json.loads(out)["results"]] == [2, 2]


def test_players_and_assumptions_make_other_games(capsys: pytest.CaptureFixture[str]) -> None:
    digests = set()
    for words in (
        (),
        ("--players", "orvana=random,kelland=hawk"),
        (
            "--players",
            "orvana=random",
            "--players",
            "kelland=hawk",
            "--set",
            "regions.skerry_rock.facts_per_hour=1.5",
        ),
    ):
        code, out, _ = say(*SIMULATE, *words, "--format", "json", capsys=capsys)
        assert code == 0
        digests.add(json.loads(out)["results"][0]["digest"])
    assert len(digests) == 3


def test_a_recorded_game_of_an_ensemble_replays(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "k.backstop"
    for number in ("0", "17", "39"):
        code, _, err = say(*SIMULATE, "--record", number, str(file), capsys=capsys)
        assert (code, err) == (0, "")
        assert read(file).header.game == int(number)
        code, out, _ = say("replay", str(file), "--check", capsys=capsys)
        assert code == 0
        assert "the same game" in out


def test_record_overwrites_records_and_nothing_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "thesis.txt"
    file.write_text("years of work", encoding="utf-8")
    code, _, err = say(*SIMULATE, "--record", "1", str(file), capsys=capsys)
    assert code == 2
    assert "left alone" in err
    assert file.read_text(encoding="utf-8") == "years of work"


# --- replay ------------------------------------------------------------------------------------------------


def test_replay_tells_the_events(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "k.backstop"
    say(*SIMULATE, "--record", "5", str(file), capsys=capsys)
    code, out, err = say("replay", str(file), capsys=capsys)
    assert (code, err) == (0, "")
    assert "Turn 1" in out
    code, out, _ = say("replay", str(file), "--format", "json", capsys=capsys)
    events = json.loads(out)
    assert events[0]["kind"] == "turn"
    assert events[-1]["kind"] == "ended"
    code, out, _ = say("replay", str(file), "--format", "json", "--check", capsys=capsys)
    assert json.loads(out)["same"] is True


def test_replay_of_a_game_that_people_still_play_keeps_secrets(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "mine.backstop"
    play_turn(solo(file))
    code, out, err = say("replay", str(file), "--format", "json", capsys=capsys)
    assert code == 0
    assert {event["seen_by"] for event in json.loads(out)} == {None}
    assert "everybody saw" in err


def test_check_follows_every_line_of_play(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from attrs import evolve

    from game.session.lines import Turn, Undo
    from game.session.record import Journal

    file = tmp_path / "mine.backstop"
    game = solo(file)
    play_turn(game)
    play_turn(game)
    game.undo_to(2)
    play_turn(game, skip=1)
    code, out, _ = say("replay", str(file), "--check", "--format", "json", capsys=capsys)
    assert (code, json.loads(out)["lines"]) == (0, 2)
    record = read(file)
    file.unlink()
    left, here = record.tree.branches
    damaged: tuple[Turn, ...] = (left.turns[0], evolve(left.turns[1], events="00"))
    Journal.create(file, record.header).append(*damaged, Undo(2), here.turns[1])
    code, out, _ = say("replay", str(file), "--check", capsys=capsys)
    assert code == 1
    assert "line A: turn 2" in out


def forged(file: Path) -> None:
    """Change an order, and mend the sums as no accident would."""
    from attrs import evolve

    from game.engine.orders import Orders
    from game.model.ids import ActorId
    from game.session.record import Journal

    record = read(file)
    file.unlink()
    journal = Journal.create(file, record.header)
    orvana = ActorId("orvana")
    for turn in record.turns:
        other = "wait" if turn.orders[orvana].moves != ("orvana/wait",) else "send_divers"
        journal.append(evolve(turn, orders={**turn.orders, orvana: Orders((f"orvana/{other}",))}))


def test_check_names_the_first_difference(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "mine.backstop"
    game = solo(file)
    play_turn(game)
    play_turn(game)
    forged(file)
    code, out, _ = say("replay", str(file), "--check", capsys=capsys)
    assert code == 1
    assert "turn 1" in out
    code, out, _ = say("replay", str(file), "--check", "--format", "json", capsys=capsys)
    assert code == 1
    assert json.loads(out)["same"] is False
    code, _, err = say("replay", str(file), capsys=capsys)
    assert code == 1
    assert "turn 1" in err


# --- what goes wrong ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "near"),
    [
        (["simlate"], "simulate"),
        (["xyz"], "simulate"),
        (["simulate", "chikken", "--runs", "1", "--seed", "1"], "chicken"),
        (["simulate", "scenarios/nothing.yaml", "--runs", "1", "--seed", "1"], "nothing.yaml"),
        (
            ["simulate", "three_tiers_72h", "--variant", "conditonal", "--runs", "1", "--seed", "1"],
            "conditional",
        ),
        (
            [
                "simulate",
                "three_tiers_72h",
                "--variant",
                "timetable+conditional",
                "--runs",
                "1",
                "--seed",
                "1",
            ],
            "exclude",
        ),
        (["simulate", "three_tiers_72h", "--assumptions", "stdy", "--runs", "1", "--seed", "1"], "study"),
        ([*SIMULATE, "--set", "regions.skerry_rock.facts_per_huor=1"], "regions.skerry_rock.facts_per_hour"),
        ([*SIMULATE, "--set", "regions.skerry_rock.facts_per_hour=9"], "range"),
        ([*SIMULATE, "--set", "regions.skerry_rock.facts_per_hour=nan"], "range"),
        ([*SIMULATE, "--set", "regions.skerry_rock.facts_per_hour=1e308"], "range"),
        ([*SIMULATE, "--set", "regions.skerry_rock.facts_per_hour=much"], "number"),
        ([*SIMULATE, "--set", "hello"], "ID=VALUE"),
        ([*SIMULATE, "--players", "orvan=hawk"], "orvana"),
        ([*SIMULATE, "--players", "orvana=hawkk"], "hawk"),
        ([*SIMULATE, "--players", "orvana=human"], "human"),
        ([*SIMULATE, "--players", "orvana"], "ID=NAME"),
        ([*SIMULATE, "--players", "orvana=hawk,orvana=cautious"], "orvana twice"),
        ([*SIMULATE, "--players", "orvana=hawk,,kelland=hawk"], "nothing"),
        ([*SIMULATE, "--players", ""], "nothing"),
        ([*SIMULATE, *["--set", "regions.skerry_rock.facts_per_hour=1.5"] * 2], "twice"),
        ([*SIMULATE[:1], "three_tiers_72h", *SIMULATE[2:], *["--variant", "timetable"] * 2], "twice"),
        (["play", "chicken", "--text", "--seat", "row", "--players", "row=hawk"], "choose one"),
        (["play", "nosuch"], "no scenario nosuch"),
        ([*SIMULATE, "--record", "40", "x.backstop"], "0 to 39"),
        ([*SIMULATE, "--record", "-1", "x.backstop"], "0 to 39"),
        ([*SIMULATE, "--record", "9" * 5000, "x.backstop"], "0 to 39"),
        ([*SIMULATE, "--record", "1", "/nowhere/at/all/x.backstop"], "/nowhere"),
        (["simulate", "three_tiers_72h", "--runs", "9", "--seed", "1", "--record", "1", "x"], "--variant"),
        ([*SIMULATE, "--workers", "0"], "workers"),
        (["simulate", "chicken", "--runs", "0", "--seed", "1"], "runs"),
        (["simulate", "chicken", "--seed", "1"], "--runs"),
        (["simulate", "chicken", "--runs", "1", "--sed", "1"], "--seed"),
        ([*SIMULATE, "--format", "xml"], "json"),
        (["play", "first_ladder", "--text", "--seat", "orvanna"], "orvana"),
        (["play", "first_ladder", "--text", "--variant", "x"], "x"),
        (["play", "first_ladder", "--text", "--resume"], "no unfinished game"),
        (["play", "first_ladder", "--resume"], "--text"),
        (["replay", "nothing.backstop"], "nothing.backstop"),
        (["replay", str(ROOT / "main.py")], "no record"),
        (["simulate", "line\nbreak\x1b[31m", "--runs", "1", "--seed", "1"], "line break"),
    ],
)
def test_a_mistake_gets_one_line_that_helps(
    words: list[str], near: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = say(*words, capsys=capsys)
    assert code == 2
    assert out == ""
    lines = [line for line in err.splitlines() if not line.startswith("Assumptions: ")]
    assert len(lines) == 1
    assert near in lines[0]
    assert lines[0].isprintable()


def test_a_scenario_with_problems_is_not_played(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "bad.yaml"
    file.write_text("format: 1\nactors: []\n", encoding="utf-8")
    code, out, err = say("simulate", str(file), "--runs", "1", "--seed", "1", capsys=capsys)
    assert (code, out) == (2, "")
    assert all(line.startswith(f"{file}:") for line in err.splitlines())


@pytest.mark.skipif(sys.platform != "linux", reason="only there can one tell before trying")
@pytest.mark.parametrize("words", [[], ["play", "chicken"]])
def test_without_a_display_one_line_names_the_text_game(
    words: list[str], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"):
        monkeypatch.delenv(name, raising=False)
    found = start(*words, home=home)
    assert (found.returncode, found.stdout) == (2, "")
    assert len(found.stderr.splitlines()) == 1
    assert "--text" in found.stderr


def test_an_error_of_our_own_is_one_line_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("BACKSTOP_DEBUG", raising=False)
    monkeypatch.setattr("game.loading.load", lambda path: 1 / 0)
    code, _, err = say(*SIMULATE, capsys=capsys)
    assert code == 70
    assert "ZeroDivisionError" in err
    monkeypatch.setenv("BACKSTOP_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        cli.run(SIMULATE)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_output_that_cannot_be_written_is_one_line() -> None:
    with open("/dev/full", "w", encoding="utf-8") as full:
        found = subprocess.run(
            [sys.executable, str(ROOT / "main.py"), *SIMULATE],
            stdout=full, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert found.returncode == 2
    assert len(found.stderr.splitlines()) == 1


@pytest.mark.skipif(os.name != "posix", reason="needs a shell")
def test_a_closed_pipe_is_no_error(home: Path) -> None:
    command = f"{sys.executable} {ROOT / 'main.py'} {' '.join(SIMULATE)} --format json | head -c 1"
    found = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert found.stderr == ""

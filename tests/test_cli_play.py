"""`play` on the command line: as plain text, resumed, and from the end of another game."""

from pathlib import Path

import pytest

from game.session.record import read
from tests.command_line import say, start


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BACKSTOP_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


# --- play --after ------------------------------------------------------------------------------------------

BEFORE = """
format: 1
id: before
title: "Before"
clock: {hours_per_turn: 1, horizon_hours: 1}
actors: {north: {name: "North"}}
actions:
  wait: {name: "Wait", kind: inaction}
  leave: {name: "Leave", kind: diplomacy}
outcomes:
  left: {name: "Left", when: [{did: {actor: north, action: leave}}]}
  stayed:
    name: "Stayed"
    leads_to: [{scenario: brinkmanship, variants: [five_balls], text: "The bag is smaller."}]
"""


def test_an_ending_is_played_on(home: Path) -> None:
    file, record = home.parent / "before.yaml", home.parent / "before.backstop"
    file.write_text(BEFORE, encoding="utf-8")
    shown = start("play", str(file), "--text", "--seat", "north", "--seed", "1", home=home, given="1\nend\n")
    assert "This ending can be carried into another game: Ten Balls in a Bag." in shown.stdout
    (record,) = (home / "saves").glob("before-*")
    assert f"backstop play brinkmanship --after {record} --text" in shown.stdout
    words = ("play", "brinkmanship", "--after", str(record), "--text", "--seat", "first", "--seed", "1")
    played = start(*words, home=home, given="1\nend\n")
    assert (played.returncode, played.stderr) == (0, "")
    assert "Ten Balls in a Bag; Five balls; seed 1" in played.stdout
    (follower,) = (home / "saves").glob("brinkmanship-*")
    assert read(follower).header.variant == ("five_balls",)


def test_what_cannot_be_played_on_is_one_line(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = home.parent / "before.yaml"
    file.write_text(BEFORE, encoding="utf-8")
    start("play", str(file), "--text", "--seat", "north", "--seed", "1", home=home, given="2\nend\n")
    (record,) = (home / "saves").glob("before-*")
    after = ("--text", "--after", str(record))
    for words, expected in (
        (("chicken", *after), "“Left”, leads to no other scenario"),
        (("chicken", *after, "--resume"), "choose one"),
        (("chicken", "--text", "--after", str(file)), "no record of a Backstop game"),
    ):
        code, out, err = say("play", *words, capsys=capsys)
        assert (code, out, len(err.splitlines())) == (2, "", 1)
        assert expected in err


# --- play as text ------------------------------------------------------------------------------------------


def test_a_text_game_is_played_resumed_and_ended(home: Path) -> None:
    found = start(
        "play", "first_ladder", "--seat", "orvana", "--seed", "4", "--text", home=home, given="quit\n"
    )
    assert found.returncode == 0, found.stderr
    found = start("play", "first_ladder", "--text", "--resume", home=home, given="end\n" * 12)
    assert found.returncode == 0, found.stderr
    (file,) = (home / "saves").iterdir()
    assert read(file).end is not None
    found = start("play", "first_ladder", "--text", "--resume", home=home)
    assert found.returncode == 2


def test_a_text_game_asks_for_what_was_not_said(home: Path) -> None:
    found = start("play", "three_tiers_72h", "--text", home=home, given="moonlight\nconditional\n1\nquit\n")
    assert found.returncode == 0, found.stderr
    (file,) = (home / "saves").iterdir()
    header = read(file).header
    assert header.variant == ("conditional",)
    assert header.assumptions == "play"
    assert list(header.seats.values()).count("human") == 1
    found = start("play", "three_tiers_72h", "--text", home=home, given="")
    assert found.returncode == 2
    assert "input ended" in found.stderr


def test_a_game_of_another_seat_and_a_damaged_one_are_told(home: Path) -> None:
    words = ("play", "first_ladder", "--text")
    start(*words, "--seat", "orvana", home=home, given="quit\n")
    damaged = home / "saves" / "damaged.backstop"
    damaged.write_text("no record", encoding="utf-8")
    found = start(*words, "--resume", "--seat", "kelland", home=home)
    assert found.returncode == 2
    first, second = found.stderr.splitlines()
    assert f"{damaged}: cannot be read: " in first
    assert "as kelland" in second
    assert "one as orvana" in second

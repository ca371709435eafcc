"""Offers and replies as players say them, kept in a record that gives the same game again."""

import io
from pathlib import Path

import pytest

from game.loading import load
from game.session.game import Game
from game.session.record import read
from game.session.replay import replay
from game.terminal.play import play_text
from tests.rules.by_hand import scenario
from tests.rules.tables import ACCEPT, GAME, SWAP, changed, offer

SHORT = ("horizon_hours: 48", "horizon_hours: 18")


def say(game: Game, *lines: str) -> str:
    out = io.StringIO()
    assert play_text(game, game.people, io.StringIO("".join(f"{line}\n" for line in lines)), out) == 0
    return " ".join(out.getvalue().split())


def red_alone(text: str = GAME) -> Game:
    return Game.start(scenario(text), seed=3, seats={"red": "human", "blue": "random"}, save=False)  # type: ignore[dict-item]


@pytest.mark.parametrize(
    "words",
    [
        "offer 1=2 2=1 first=blue", "offer swap leave=2 pay=1 first=Blue", "offer a swap 1 = 2 2= 1 first=bl",
        "offer red=2 2=1 first=blue",
    ],
)  # fmt: skip
def test_a_package_is_said_by_numbers_or_by_the_beginnings_of_words(words: str) -> None:
    said = say(red_alone(), words)
    assert "Offer at A swap: Red: Red leaves (leaves); Blue: Blue pays (pays); Blue goes first" in said
    assert "To you: 1 point better than going on." in said
    assert "To Blue, as you think: 2.8 points better than going on." in said


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("offer", "To put an offer, say `offer 1=1 3=2 first=NAME`"),
        ("offer none", "Not now: you have put no offer this turn."),
        ("offer swap", "Not understood: what do you offer?"),
        ("offer 9=1", "Not understood: no term “9”."),
        ("offer 1=much", "Not understood: Red leaves at which level? 0 is nothing, 1 is leaves half, 2 is"),
        ("offer 1=1 often", "Not understood: “often”;"),
        ("offer 1=1 first=me", "Not understood: no party “me”."),
        ("offer elsewhere 1=1", "Not understood: no table “elsewhere”."),
        ("offer 1=0", "Not now: A swap: an offer of nothing at all is no offer."),
        ("accept", "Not now: no offer stands that you could answer."),
        ("reject swap", "Not now: A swap: no offer stands that could be answered."),
    ],
)  # fmt: skip
def test_what_cannot_be_is_explained(words: str, answer: str) -> None:
    assert answer in say(red_alone(), words)


def test_an_offer_can_be_taken_back_and_ends_a_turn_without_a_move() -> None:
    said = say(red_alone(), "offer 1=1", "offer none", "offer 1=1", "end", "show deals")
    assert "You have ordered nothing yet." in said
    assert "You have ordered no move" not in said


def test_games_without_tables_have_none_of_it() -> None:
    bare = GAME[: GAME.index("actions:")] + 'actions:\n  wait: {name: "Wait", kind: inaction}\n'
    said = say(red_alone(bare), "offer", "help")
    assert "Not now: in this game there are no tables to bargain at." in said
    assert "- accept:" not in said


def test_a_record_with_offers_gives_the_same_game_again(tmp_path: Path) -> None:
    source = tmp_path / "swap.yaml"
    source.write_text(changed(SHORT), encoding="utf-8")
    path = tmp_path / "swap.backstop"
    seats = {"red": "human", "blue": "human"}
    game = Game.start(load(source).scenario(), seed=3, seats=seats, path=path, source=source)  # type: ignore[arg-type]
    said = say(
        game,
        "",
        "offer 1=2 2=1 first=blue",
        "end",
        "",
        "wait",
        "end",
        "",
        "wait",
        "end",
        "",
        "accept",
        "end",
        "",
    )
    assert "A swap: Blue accepts the offer" in said
    record = read(path)
    assert record.turns[0].orders["red"].offer == offer(2, 1, first="blue").offer  # type: ignore[index]
    assert record.turns[1].orders["blue"].replies == ACCEPT.replies  # type: ignore[index]
    again = replay(record)
    assert again.difference is None
    resumed = Game.resume(path)
    assert resumed.own_orders("blue")[2].replies[0][0] == SWAP  # type: ignore[arg-type]


def test_what_was_put_before_stands_and_the_terminal_says_what_recalls_it() -> None:
    said = say(red_alone(), "offer 1=2 2=1", "end", "end", "offer none")
    assert "What you put on A swap before stands until it lapses, is rejected, or you put another" in said
    assert "until you order “Withdraw the offer”" in said


def test_talks_are_the_tables() -> None:
    said = say(red_alone(), "talks")
    assert "2: leaves; points: Red" in said

"""A game by turns: one seat orders at a time, and who is not asked hears that it is not their turn."""

import io
from pathlib import Path

from game.loading import load
from game.model.ids import ActorId
from game.session.game import Game
from game.terminal.play import play_text
from game.view.seated import seated_view

NIM = """
format: 1
title: "Two rounds"
clock: {hours_per_turn: 1, horizon_hours: 4}
orders: {sequence: by_turns}
actors:
  ann: {name: "Ann"}
  bob: {name: "Bob"}
actions:
  left: {name: "Go left", kind: posture}
  right: {name: "Go right", kind: posture}
outcomes:
  end: {name: "The end", values: {ann: 1, bob: 2}}
"""


def start(folder: Path, *people: str) -> Game:
    path = folder / "rounds.yaml"
    path.write_text(NIM)
    seats = {ActorId("ann"): "random", ActorId("bob"): "random"} | {ActorId(one): "human" for one in people}
    return Game.start(load(path).scenario(), seed=1, seats=seats, save=False)


def test_each_seat_is_asked_in_its_own_turn(tmp_path: Path) -> None:
    out = io.StringIO()
    game = start(tmp_path, "ann", "bob")
    play_text(game, game.people, io.StringIO("left\nend\nright\nend\nleft\nend\nleft\nend\n"), out)
    assert game.over
    asked = [line.split(",")[0] for line in out.getvalue().splitlines() if "hour" in line and ">" in line]
    assert list(dict.fromkeys(asked)) == ["Ann", "Bob"]
    assert out.getvalue().count("The orders are given.") == 4


def test_the_computers_turn_passes_in_silence(tmp_path: Path) -> None:
    out = io.StringIO()
    game = start(tmp_path, "bob")
    play_text(game, game.people, io.StringIO("left\nend\nleft\nend\n"), out)
    assert game.over
    assert out.getvalue().count("The orders are given.") == 2


def test_who_is_not_asked_sees_why(tmp_path: Path) -> None:
    view = seated_view(start(tmp_path, "ann", "bob"), ActorId("bob"))
    assert not view.may_order
    assert view.moves[0].moves[0].reasons == ("it is not your turn",)

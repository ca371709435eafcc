"""Textbook games, written as scenarios and solved through the script that enumerates chance.

The engine that plays the crises yields their whole trees, so their solutions can be compared with print.
"""

from collections.abc import Mapping

import numpy as np
import pytest

from game.engine.chance import Script, enumerate_games
from game.engine.program import Program, compile_scenario
from game.loading import choose_variants, load, scenario_path
from tests.rules.by_hand import Table, program

Values = dict[str, float]
Matrix = Mapping[tuple[str, str], tuple[float, float]]


def play(game: Program, moves: tuple[Mapping[str, str], ...], script: Script) -> Table:
    """A game after these moves, or at its end if it ends before them."""
    table = Table(game, chance=script)
    for turn in moves:
        if table.world.over.any():
            break
        if table.world.turn > 1 or turn is not moves[0]:
            table.go_on()
        table.resolve(**turn)
    return table


def values(table: Table) -> Values:
    return {actor: table.number("value", actor) for actor in table.program.actors}


def expected(game: Program, *moves: Mapping[str, str]) -> Values:
    """What these moves are worth to each actor on the average of chance."""
    total = dict.fromkeys(map(str, game.actors), 0.0)
    for probability, ended in enumerate_games(lambda script: values(play(game, moves, script))):
        for actor, worth in ended.items():
            total[actor] += probability * worth
    return total


# --- Chicken (Brams 1994; Schelling 1966) ---


@pytest.fixture(scope="module")
def chicken() -> Matrix:
    """Chicken's table of values, played out move by move."""
    path = scenario_path("chicken")
    assert path is not None
    game = compile_scenario(load(path).scenario())
    found = {}
    for row in ("swerve", "straight"):
        for column in ("swerve", "straight"):
            worth = expected(game, {"row": row, "column": column})
            found[row, column] = (worth["row"], worth["column"])
    return found


def test_chicken_has_the_values_of_the_textbook(
    chicken: Matrix,
) -> None:
    assert chicken == {
        ("swerve", "swerve"): (3, 3),
        ("swerve", "straight"): (2, 4),
        ("straight", "swerve"): (4, 2),
        ("straight", "straight"): (1, 1),
    }


def test_chicken_has_two_pure_equilibria_and_one_mixed(
    chicken: Matrix,
) -> None:
    moves = ("swerve", "straight")
    row = np.array([[chicken[r, c][0] for c in moves] for r in moves])
    column = np.array([[chicken[r, c][1] for c in moves] for r in moves])
    found = []
    for r in range(2):  # supports of one move each: no other move is better
        for c in range(2):
            if row[r, c] == row[:, c].max() and column[r, c] == column[r].max():
                found.append((moves[r], moves[c]))
    assert found == [("swerve", "straight"), ("straight", "swerve")]
    # Supports of two moves each: whoever mixes makes the other indifferent.
    for mine, theirs in ((row, column.T), (column.T, row)):
        indifferent = np.linalg.solve(np.array([theirs[0] - theirs[1], np.ones(2)]), np.array([0.0, 1.0]))
        assert indifferent == pytest.approx([0.5, 0.5])
        # The closed form: swerve with (d - b) / (a - b - c + d).
        (a, b), (c, d) = mine
        assert indifferent[0] == pytest.approx((d - b) / (a - b - c + d))


# --- Entry and deterrence by an incumbent of unknown type (Kreps and Wilson 1982, one market) ---

ENTRY = """
format: 1
id: entry
title: "Entry"
clock: {hours_per_turn: 1, horizon_hours: 2}
orders: {sequence: by_turns, moves: 1}
actors:
  entrant: {name: "Entrant"}
  incumbent:
    name: "Incumbent"
    types:
      hard: {name: "Hard", probability: 0.3}
      soft: {name: "Soft", probability: 0.7}
actions:
  stay_out: {name: "Stay out", kind: inaction, by: [entrant]}
  enter: {name: "Enter", kind: movement, by: [entrant]}
  share: {name: "Share the market", kind: diplomacy, by: [incumbent]}
  fight: {name: "Fight a price war", kind: force, by: [incumbent]}
outcomes:
  war:
    name: "A price war"
    when: [{did: {actor: entrant, action: enter}}, {did: {actor: incumbent, action: fight}}]
    values: {entrant: -1}
    values_by_type: {incumbent: {hard: 1, soft: -1}}
  shared:
    name: "A shared market"
    when: [{did: {actor: entrant, action: enter}}]
    values: {entrant: 1}
    values_by_type: {incumbent: {hard: 0, soft: 1}}
  alone:
    name: "A monopoly"
    values: {entrant: 0, incumbent: 3}
"""


@pytest.mark.parametrize(
    ("hard", "enters", "worth"), [(0.3, True, 0.4), (0.45, True, 0.1), (0.6, False, 0.0)]
)
def test_an_incumbent_of_unknown_type_deters_when_it_is_likely_enough_hard(
    hard: float, enters: bool, worth: float
) -> None:
    game = program(ENTRY.replace("0.3}", f"{hard}}}").replace("0.7}", f"{1 - hard}}}"))
    types = list(game.scenario.actors[game.actors[1]].types)

    def answer(kind: int) -> str:
        """What an incumbent of that type does once somebody has entered: the last move, chosen first."""

        def worth_of(move: str) -> float:
            ends = enumerate_games(lambda s: play(game, ({"entrant": "enter"}, {"incumbent": move}), s))
            (found,) = [
                t.number("value", "incumbent") for _, t in ends if t.whole("type", "incumbent") == kind
            ]
            return found

        return max(("share", "fight"), key=worth_of)

    answers = [answer(kind) for kind in range(len(types))]
    assert answers == ["fight", "share"]

    def entering(script: Script) -> float:
        table = Table(game, chance=script)
        kind = table.whole("type", "incumbent")
        return values(play(game, ({"entrant": "enter"}, {"incumbent": answers[kind]}), Script([kind])))[
            "entrant"
        ]

    entry = sum(probability * worth for probability, worth in enumerate_games(entering))
    out = expected(game, {"entrant": "stay_out"}, {"incumbent": "share"})["entrant"]
    assert entry == pytest.approx(1 - 2 * hard)
    assert (entry > out) == enters
    assert max(entry, out) == pytest.approx(worth)


def test_a_private_type_is_the_incumbents_own_secret() -> None:
    game = program(ENTRY)
    hard, soft = (Table(game, chance=Script([kind])) for kind in (0, 1))
    assert hard.whole("type", "incumbent") != soft.whole("type", "incumbent")
    assert hard.sees("entrant").as_bytes() == soft.sees("entrant").as_bytes()
    assert hard.sees("incumbent").as_bytes() != soft.sees("incumbent").as_bytes()


# --- Haynes's classroom game of brinkmanship (Active Learning in Political Science, 5 August 2019) ---

STANDING = (0.7, -0.88, 0.1, -0.2, -0.5, -0.8, -1.1, -1.4, -1.7, -2.0)
"""The printed value of standing firm, by round, when everybody plays best from there on."""
BEST = ("stand", "concede", "stand", *["concede"] * 7)
FIVE_BALLS = (0.4, -0.2, -0.8, -1.4, -2.0)
"""The same for a bag of five balls, worked out by hand."""


def ball_game(variant: str = "") -> Program:
    path = scenario_path("brinkmanship")
    assert path is not None
    document = load(path)
    return compile_scenario(document.scenario(choose_variants(document, variant)))


def solved(game: Program) -> tuple[Values, list[float], list[str]]:
    """Backward induction: what the game is worth, what standing firm is worth by round, what is best."""
    rounds = game.scenario.clock.horizon_hours
    standing: dict[int, float] = {}
    best: dict[int, str] = {}

    def solve(number: int, history: tuple[Mapping[str, str], ...]) -> Values:
        """What round `number` is worth to both, reached by standing firm in every round before it."""
        mover = "first" if number % 2 else "second"
        worth: dict[str, Values] = {}
        for move in ("concede", f"stand_{number}"):
            total, reached = dict.fromkeys(("first", "second"), 0.0), 0.0
            for probability, table in enumerate_games(
                lambda script, move=move: play(game, (*history, {mover: move}), script)  # type: ignore[misc]
            ):
                if table.world.turn == number:  # otherwise disaster struck before
                    reached += probability
                    over = bool(table.world.over[0])
                    end = values(table) if over else solve(number + 1, (*history, {mover: move}))
                    total = {actor: total[actor] + probability * end[actor] for actor in total}
            worth[move] = {actor: total[actor] / reached for actor in total}
        standing[number] = worth[f"stand_{number}"][mover]
        chosen = max(worth, key=lambda move: worth[move][mover])
        best[number] = chosen.split("_", maxsplit=1)[0]
        return worth[chosen]

    whole = solve(1, ())
    numbers = range(1, rounds + 1)
    return whole, [standing[n] for n in numbers], [best[n] for n in numbers]


def test_brinkmanship_by_backward_induction() -> None:
    whole, standing, best = solved(ball_game())
    assert standing == pytest.approx(list(STANDING))
    assert tuple(best) == BEST
    assert whole == pytest.approx({"first": 0.7, "second": -0.2})


def test_brinkmanship_with_five_balls_is_worth_less_to_whoever_begins() -> None:
    whole, standing, best = solved(ball_game("five_balls"))
    assert standing == pytest.approx(list(FIVE_BALLS))
    assert best == ["stand", *["concede"] * 4]
    assert whole == pytest.approx({"first": 0.4, "second": -0.4})


def test_whoever_orders_nothing_in_its_round_has_conceded() -> None:
    game = ball_game()
    assert expected(game, {}) == pytest.approx({"first": 0, "second": 1})
    # One ball in ten is black; then the second government lets its round go by.
    assert expected(game, {"first": "stand_1"}, {}) == pytest.approx({"first": 0.9 - 0.2, "second": -0.2})


@pytest.mark.parametrize(("kind", "worth"), [(0, 0.6 - 0.4 * 2), (1, 0.6 - 0.4 * 0.5)])
def test_in_the_fourth_round_only_the_reckless_gain_by_standing_firm(kind: int, worth: float) -> None:
    """Against somebody who would concede next; so having stood firm says something about oneself."""
    game = ball_game("private_types")
    assert list(game.scenario.actors[game.actors[1]].types) == ["careful", "reckless"]
    first, second = ({"first": f"stand_{n}"} for n in (1, 3)), ({"second": f"stand_{n}"} for n in (2, 4))
    moves = (*(move for pair in zip(first, second, strict=True) for move in pair), {"first": "concede"})

    def played(script: Script) -> Table:
        return play(game, moves, script)

    ends = [(p, t) for p, t in enumerate_games(played) if t.whole("type", "second") == kind]
    ends = [(p, table) for p, table in ends if table.world.turn >= 4]  # otherwise disaster struck before
    total = sum(p for p, _ in ends)
    assert sum(p * values(table)["second"] for p, table in ends) / total == pytest.approx(worth)

"""Chance is addressed: the same game draws the same, alone or in company, and a script can enumerate it."""

import hashlib
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from game.engine.arrays import F64, I64
from game.engine.chance import (
    GOLDEN,
    AddressUsedTwice,
    BadChance,
    Chance,
    Dice,
    Script,
    ScriptMismatch,
    enumerate_games,
    key,
    mix,
)
from tests.rulebook.clauses import clause

GAMES: I64 = np.arange(1000, dtype=np.int64)


def story(dice: Dice) -> bytes:
    """Draw something of each kind over a few turns, and return all of it, game by game."""
    parts: list[NDArray[Any]] = []
    count = len(dice.uniform(("size",)))
    chances = np.full(count, 0.3)
    for turn in range(3):
        dice.at(turn)
        rain = dice.happens(("rain",), chances)
        parts += [rain, dice.happens(("flood", "north"), 0.5, where=rain)]
        parts += [dice.pick(("wind",), [1.0, 2.0, chances]), dice.uniform(("noise",))]
        parts += [dice.pick(("sea",), np.ones((5, count)), where=rain)]
    return np.stack([part.astype(np.float64) for part in parts], axis=-1).tobytes()


@clause("26.5")
def test_mix_is_splitmix64() -> None:
    """The published first outputs of splitmix64 for the seed 1234567."""
    state = np.array([1234567], dtype=np.uint64)
    outputs = []
    for _ in range(2):
        state = state + GOLDEN
        outputs.append(int(mix(state)[0]))
    assert outputs == [6457827717110365317, 3203168211198807973]


def test_key_is_the_digest_of_the_words() -> None:
    digest = hashlib.blake2b(b"incident\x1fdrone_strike", digest_size=8).digest()
    assert key("incident", "drone_strike") == int.from_bytes(digest, "little")
    assert key("ab", "c") != key("a", "bc")
    with pytest.raises(BadChance, match="separator"):
        key("a\x1fb")


@clause("26.1")
def test_a_draw_follows_from_its_address_by_hand() -> None:
    """The construction, spelt out in whole numbers of Python: a contract of saved records."""

    def scramble(bits: int) -> int:
        whole = (1 << 64) - 1
        bits = ((bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9) & whole
        bits = ((bits ^ (bits >> 27)) * 0x94D049BB133111EB) & whole
        return bits ^ (bits >> 31)

    golden = 0x9E3779B97F4A7C15
    root = scramble((3128 * golden & ((1 << 64) - 1)) ^ key("seed", "42"))
    bits = scramble(scramble(root ^ key("turn", "5")) ^ key("rain"))
    dice = Dice(42, np.array([3127], dtype=np.int64))
    dice.at(5)
    assert dice.uniform(("rain",)).tolist() == [(bits >> 11) / 9007199254740992]


def test_a_game_is_the_same_alone_in_batches_and_shuffled() -> None:
    whole = story(Dice("seven", GAMES))
    size = len(whole) // len(GAMES)
    for batch in (1, 2, 7, 64):
        starts = range(0, 140, batch)
        parts = b"".join(story(Dice("seven", GAMES[start : min(start + batch, 140)])) for start in starts)
        assert parts == whole[: len(parts)]
    order = (GAMES * 389) % len(GAMES)
    shuffled = story(Dice("seven", order))
    for place, game in enumerate(order):
        assert shuffled[place * size : (place + 1) * size] == whole[game * size : (game + 1) * size]


def test_only_keeps_reorders_and_repeats_games() -> None:
    columns = np.array([5, 5, 0, 999, 17], dtype=np.intp)
    assert story(Dice(1, GAMES).only(columns)) == story(Dice(1, GAMES[columns]))
    midway = Dice(1, GAMES)
    midway.at(4)
    assert midway.only(columns).uniform(("x",)).tolist() == midway.uniform(("x",))[columns].tolist()
    assert len(midway.only(np.array([], dtype=np.intp)).happens(("x",), 0.5)) == 0


@clause("26.1")
def test_seeds_streams_turns_and_names_are_apart() -> None:
    def draws(seed: int | str, stream: str, turn: int, name: str) -> tuple[float, ...]:
        dice = Dice(seed, GAMES[:50], stream)
        dice.at(turn)
        return tuple(dice.uniform((name,)).tolist())

    one = draws(1, "seed", 1, "a")
    assert draws("1", "seed", 1, "a") == one
    others = [(2, "seed", 1, "a"), (1, "player", 1, "a"), (1, "seed", 2, "a"), (1, "seed", 1, "b")]
    assert len({one, *(draws(*other) for other in others)}) == 5


@clause("26.3")
def test_frequencies() -> None:
    """Within five standard deviations, over 40,000 games; the seed is fixed, so this cannot flicker."""
    count = 40_000
    dice = Dice(2026, np.arange(count, dtype=np.int64), strict=True)
    for likely in (0.01, 0.3, 0.5, 0.97):
        seen = np.count_nonzero(dice.happens((str(likely),), likely)) / count
        assert abs(seen - likely) < 5 * (likely * (1 - likely) / count) ** 0.5
    shares = np.bincount(dice.pick(("p",), [1.0, 0.0, 2.0, 5.0, 0.0]), minlength=5) / count
    assert np.allclose(shares, [0.125, 0, 0.25, 0.625, 0], atol=0.013)
    noise = dice.uniform(("u",))
    assert abs(noise.mean() - 0.5) < 0.008
    assert abs(np.corrcoef(noise, dice.uniform(("v",)))[0, 1]) < 0.025
    assert abs(np.corrcoef(noise[:-1], noise[1:])[0, 1]) < 0.025


@clause("26.3")
def test_what_is_certain_happens_and_what_is_impossible_does_not() -> None:
    dice = Dice(1, GAMES)
    assert dice.happens(("sure",), 1.0).all()
    assert not dice.happens(("never",), np.zeros(1000)).any()
    assert set(dice.pick(("only",), [0.0, 0.0, 0.25, 0.0]).tolist()) == {2}


def test_where_leaves_the_other_games_out() -> None:
    where = GAMES % 3 == 0
    full, part = Dice(1, GAMES), Dice(1, GAMES)
    weights = np.stack([GAMES * 1.0 + 1, np.full(1000, 400.0), GAMES[::-1] * 2.0])
    assert part.happens(("h",), 0.4, where).tolist() == (full.happens(("h",), 0.4) & where).tolist()
    expected = np.where(where, full.pick(("p",), weights), 0).tolist()
    assert part.pick(("p",), weights, where).tolist() == expected
    assert part.pick(("p",), list(weights), where).tolist() == expected


def test_whole_weights_pick_as_numbers_do() -> None:
    weights = np.stack([GAMES % 7, GAMES % 5 + 1, GAMES % 3]).astype(np.int32)
    dice = Dice(9, GAMES)
    assert dice.pick(("w",), weights).tolist() == dice.pick(("w",), weights.astype(np.float64)).tolist()


def test_a_pick_where_all_weights_are_nothing_is_an_error_only_where_asked() -> None:
    weights = np.stack([np.zeros(4), np.array([1.0, 0.0, 1.0, 1.0])])
    dice = Dice(1, GAMES[:4])
    with pytest.raises(BadChance, match="some weight"):
        dice.pick(("p",), weights)
    assert dice.pick(("p",), weights, weights[1] > 0).tolist() == [1, 0, 1, 1]
    with pytest.raises(BadChance, match="nothing to pick"):
        dice.pick(("p",), [])


@clause("26.4")
def test_strict_dice_refuse_an_address_used_twice() -> None:
    dice = Dice(1, GAMES[:4], strict=True)
    first = np.array([True, False, True, False])
    dice.happens(("x",), 0.5, first)
    dice.happens(("x",), 0.5, ~first)
    with pytest.raises(AddressUsedTwice, match="turn 0: x"):
        dice.pick(("x",), [1.0, 1.0], first)
    with pytest.raises(AddressUsedTwice):
        dice.only(np.array([1], dtype=np.intp)).uniform(("x",))
    dice.at(1)
    dice.uniform(("x",))


def test_strict_dice_refuse_impossible_numbers() -> None:
    dice = Dice(1, GAMES[:2], strict=True)
    bads: list[F64 | float] = [1.1, -0.1, float("nan"), np.array([0.5, 2.0])]
    for number, bad in enumerate(bads):
        with pytest.raises(BadChance, match="between 0 and 1"):
            dice.happens(("x", str(number)), bad)
    with pytest.raises(BadChance, match="0 or more"):
        dice.pick(("y",), [2.0, -1.0])


@given(
    seed=st.integers(0, 2**70),
    games=st.lists(st.integers(0, 2**62), min_size=1, max_size=12, unique=True),
    turn=st.integers(0, 200),
    likely=st.floats(0, 1),
)
def test_each_game_draws_alone_what_it_draws_in_company(
    seed: int, games: list[int], turn: int, likely: float
) -> None:
    def draw(numbers: list[int]) -> list[tuple[bool, int]]:
        dice = Dice(seed, np.array(numbers, dtype=np.int64), strict=True)
        dice.at(turn)
        rain, wind = dice.happens(("rain",), likely), dice.pick(("wind",), [likely + 0.5, 1.0, 3.0])
        return list(zip(rain.tolist(), wind.tolist(), strict=True))

    assert draw(games) == [draw([game])[0] for game in games]


def two_coins_and_a_die(chance: Chance) -> tuple[int, ...]:
    coin = chance.happens(("coin",), 0.25)
    chance.at(1)
    again = chance.happens(("coin",), np.array([0.5]), where=coin)
    die = chance.pick(("die",), [1.0, 0.0, np.array([3.0])], where=~coin)
    return int(coin[0]), int(again[0]), int(die[0])


def test_enumerating_plays_every_game_once() -> None:
    games = {result: probability for probability, result in enumerate_games(two_coins_and_a_die)}
    assert games == {(0, 0, 0): 0.1875, (0, 0, 2): 0.5625, (1, 0, 0): 0.125, (1, 1, 0): 0.125}


def test_dice_follow_the_enumerated_probabilities() -> None:
    exactly = {result: probability for probability, result in enumerate_games(two_coins_and_a_die)}
    seen = dict.fromkeys(exactly, 0)
    for game in range(4000):
        seen[two_coins_and_a_die(Dice(5, np.array([game], dtype=np.int64)))] += 1
    for result, probability in exactly.items():
        assert abs(seen[result] / 4000 - probability) < 5 * (probability / 4000) ** 0.5


@given(st.lists(st.lists(st.floats(0, 5), min_size=1, max_size=4).filter(any), min_size=0, max_size=4))
def test_enumerated_probabilities_add_up_to_one(picks: list[list[float]]) -> None:
    def play(script: Script) -> tuple[int, ...]:
        return tuple(int(script.pick((str(n),), weights)[0]) for n, weights in enumerate(picks))

    games = list(enumerate_games(play))
    assert sum(probability for probability, _ in games) == pytest.approx(1.0)
    results = [result for _, result in games]
    assert len(set(results)) == len(results)
    assert all(
        weights[chosen] > 0 for result in results for weights, chosen in zip(picks, result, strict=True)
    )


def test_a_script_records_what_it_was_asked() -> None:
    script = Script([1])
    script.at(3)
    assert script.happens(("sure",), 1.0).tolist() == [True]
    assert script.pick(("wind", "north"), [0.0, 1.0, 3.0]).tolist() == [2]
    assert script.pick(("sea",), [5.0]).tolist() == [0]
    (draw,) = script.draws
    assert (draw.turn, draw.name, draw.branches, draw.chosen, draw.result) == (3, ("wind", "north"), 2, 1, 2)
    assert draw.probability == script.probability == 0.75


def test_a_script_is_strict() -> None:
    script = Script([7])
    with pytest.raises(ScriptMismatch, match="2 branches"):
        script.happens(("x",), 0.5)
    with pytest.raises(AddressUsedTwice):
        script.happens(("x",), 0.5)
    with pytest.raises(BadChance):
        Script().happens(("x",), 1.5)
    with pytest.raises(BadChance):
        Script().pick(("x",), [0.0, 0.0])


def test_a_script_plays_one_game_or_none() -> None:
    script = Script()
    assert script.only(np.array([0], dtype=np.intp)) is script
    over = script.only(np.array([], dtype=np.intp))
    assert len(over.happens(("x",), np.array([]))) == len(over.pick(("y",), np.zeros((2, 0)))) == 0
    assert over.draws == ()
    with pytest.raises(ValueError, match="single game"):
        script.only(np.array([0, 0], dtype=np.intp))


def test_a_game_that_changes_between_playings_is_noticed() -> None:
    calls = []

    def play(script: Script) -> None:
        calls.append(script)
        if len(calls) == 1:
            script.happens(("x",), 0.5)

    with pytest.raises(ScriptMismatch, match="0 draws where it had met 1"):
        list(enumerate_games(play))

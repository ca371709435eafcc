"""Whatever is ordered, bounds hold, one-way flags stay, and states move only as they may."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.engine.conditions.promises import CommitmentState, number_of
from game.engine.layout import NEVER
from game.engine.mechanisms.attribution import FLOOR, beliefs
from game.engine.mechanisms.credibility import BOUND
from game.engine.program import Program
from game.engine.world import World
from tests.engine.shipped import anything, named, play_on, programs, spread_values, start

GAMES = np.arange(4, dtype=np.int64)

_IN_FORCE, _DUE, _KEPT, _BROKEN, _WITHDRAWN = (
    number_of(s)
    for s in (
        CommitmentState.IN_FORCE,
        CommitmentState.DUE,
        CommitmentState.KEPT,
        CommitmentState.BROKEN,
        CommitmentState.WITHDRAWN,
    )
)
COMMITMENT = {
    number_of(CommitmentState.DORMANT): {_IN_FORCE, _DUE, _KEPT, _BROKEN, _WITHDRAWN},
    _IN_FORCE: {_DUE, _KEPT, _BROKEN, _WITHDRAWN},
    _DUE: {_KEPT, _BROKEN, _WITHDRAWN},
    _KEPT: set(),
    _BROKEN: set(),
    _WITHDRAWN: {_IN_FORCE, _DUE, _KEPT, _BROKEN},
}
"""Where a commitment may go within a turn; several steps may fall into one."""
PLAN = {s: {t for t in range(5) if t > s} for s in range(5)} | {2: {1, 3, 4}, 3: {0, 1, 4}, 4: set()}
"""idle, running, paused, stopped, ended: a pause goes back, and so does what a void stand-down stopped."""
TIER = {0: {1, 2, 3, 4}, 1: {2, 3, 4}, 2: set(), 3: set(), 4: {0, 1, 2, 3}}
"""waiting, open, met, failed, passed: what a stand-down let pass comes back once that is void."""
STAND_DOWN = {0: {1, 2, 3}, 1: {2, 3}, 2: {3}, 3: {1, 2}}
"""none, declared, certified, refused: a refused one may be declared again, a certified one become void."""
STATES = {"commitment": COMMITMENT, "plan": PLAN, "tier": TIER, "stand_down": STAND_DOWN}

ONCE = {"happened", "limit", "limit_by", "seen", "shows", "cause", "alleged_at", "type", "knows"}
"""Rows that are -1 until they are set, and then stay as they are."""
RISING = {"peak", "times", "did_at", "found_wrong", "tier_met", "above_cap", "claimed_before"}
"""Rows that never fall."""


def check_bounds(world: World) -> None:
    """What must hold of a world at the end of any turn."""
    scenario, layout = world.program.scenario, world.program.layout
    assert np.isfinite(world.number_table).all()
    for name, row in layout.numbers.items():
        values = world.number_table[row.index]
        match name[0]:
            case "track":
                track = scenario.tracks[name[2]]  # type: ignore[index]  # ids are strings at run time
                assert (values >= track.low).all(), name
                assert (values <= track.high).all(), name
            case "credibility":
                assert (np.abs(values) <= BOUND).all(), name
            case "facts":
                assert (values >= 0).all(), name
            case "value" if not any(o.values or o.values_by_type for o in scenario.outcomes.values()):
                assert (values[world.over] >= 0).all(), name
                assert (values[world.over] <= 100).all(), name
            case "lapses_at":
                ready = world.number("ready_at", *name[1:])
                assert (((values >= NEVER) == (ready >= NEVER)) & (values >= ready)).all(), name
            case _:
                pass
    for incident in scenario.incidents:
        for observer in world.program.observers:
            table = beliefs(world, incident, observer)
            assert np.abs(table.sum(axis=0) - 1).max() < 1e-9
            assert table.min() > 0.99 * FLOOR
    for name, row in layout.whole.items():
        whole = world.whole_table[row.index]
        if name[0] in ("read", "peak", "crisis", "accident_rung"):
            assert (whole >= 0).all(), name
            assert (whole < len(world.program.rungs)).all(), name
        elif name[0] in ("did_at", "happened", "limit", "alleged_at"):
            assert (whole <= world.hour).all(), name


def check_steps(before: World, after: World) -> None:
    """What must hold between two turns of the same games."""
    for name, row in after.program.layout.whole.items():
        old, new = before.whole_table[row.index], after.whole_table[row.index]
        if name[0] in ONCE:
            changed = (old >= 0) & (old != new)
            assert not changed.any(), name
        elif name[0] in RISING:
            assert (new >= old).all(), name
        elif name[0] in STATES:
            for one, other in set(zip(old.tolist(), new.tolist(), strict=True)):
                assert one == other or other in STATES[name[0]][one], (name, one, other)
        elif name[0] == "aim":
            assert (old == new).all(), name
    assert (before.number("end_hour") == after.number("end_hour")).all()
    assert (before.games == after.games).all()


def everything(world: World) -> World:
    return world.only(np.arange(world.count))


@pytest.mark.parametrize("program", programs(), ids=named)
@settings(max_examples=12)
@given(seed=st.integers(0, 2**32 - 1))
def test_whatever_is_ordered_the_world_stays_sound(program: Program, seed: int) -> None:
    rng = np.random.default_rng(seed)
    world = start(program, GAMES, spread_values(program, len(GAMES), seed), seed)
    hands = dict.fromkeys(program.played, anything(rng, slots=program.scenario.orders.moves + 1))
    check_bounds(world)
    before = everything(world)
    for played in play_on(world, hands):
        check_bounds(played)
        check_steps(before, played)
        before = played.only(np.flatnonzero(~played.over))


def test_these_checks_can_fail() -> None:
    program = max(programs(), key=lambda p: len(p.moves))
    track = next(name for name in program.layout.numbers if name[0] == "track")
    belief = next(name for name in program.layout.numbers if name[0] == "belief")
    trust = next(name for name in program.layout.numbers if name[0] == "credibility")

    def spoilt(spoil: Callable[[World], None]) -> World:
        world = start(program, GAMES)
        spoil(world)
        return world

    for spoil in (
        lambda w: w.number(*track).__setitem__(0, 1e6),
        lambda w: w.number(*belief).__setitem__(0, 0.99),
        lambda w: w.number(*trust).__setitem__(0, 5.0),
        lambda w: w.whole("crisis").__setitem__(0, 99),
    ):
        with pytest.raises(AssertionError):
            check_bounds(spoilt(spoil))
    plan = next(iter(program.scenario.plans))
    ended, running = (spoilt(lambda w, s=state: w.whole("plan", plan).__setitem__(0, s)) for state in (4, 1))  # type: ignore[misc]
    check_steps(running, ended)
    with pytest.raises(AssertionError):
        check_steps(ended, running)

"""Promises that are live count in the ledger: due ones, tiers by their own hours, forces sent somewhere."""

import attrs
import numpy as np
import pytest

from game.engine.ledger import Ledger
from game.engine.ledger.answers import Answer, book, chain_of, main_front
from game.engine.program import Program, compile_scenario
from game.model.ids import ActionId, ActorId, CommitmentId, RegionId
from tests.engine.shipped import flagship
from tests.rulebook.clauses import clause
from tests.rules.by_hand import Table

IN_FORCE, DUE, FAILED = 1, 2, 4
RUSSIA, COALITION = ActorId("russia"), ActorId("coalition")
TIER_1, TIER_2 = (CommitmentId(f"ceasefire_plan.{tier}") for tier in ("tier_1.ukraine", "tier_2.coalition"))


@pytest.fixture(scope="module")
def usual() -> Program:
    return flagship()


def promised(program: Program, commitment: CommitmentId) -> Answer:
    for act in book(program, RUSSIA, RUSSIA).distinct:
        for answer in act.answers:
            if answer.commitment == commitment:
                return answer
    return book(program, RUSSIA, RUSSIA).promised(program.commitments[commitment])


@clause("17.12")
def test_a_tier_that_is_due_counts_whatever_became_of_those_before_it(usual: Program) -> None:
    table = Table(usual)
    answer = promised(usual, TIER_2)
    everywhere = np.arange(1)
    table.world.set_whole(("commitment", TIER_2), IN_FORCE, everywhere)
    waiting = float(Ledger(table.world, RUSSIA).likely(answer)[0])
    assert waiting > 0
    table.world.set_whole(("commitment", TIER_1), FAILED, everywhere)
    table.world.set_whole(("commitment", TIER_2), DUE, everywhere)
    assert float(Ledger(table.world, RUSSIA).likely(answer)[0]) == pytest.approx(waiting)


@clause("17.12")
def test_tiers_of_the_flagship_open_by_their_own_hours(usual: Program) -> None:
    for commitment in usual.commitments.values():
        assert chain_of(usual, commitment) == ()


@clause("17.1")
def test_an_act_that_sends_forces_meets_the_line_that_is_drawn_against_them(usual: Program) -> None:
    ledgers = book(usual, COALITION, COALITION)
    named = {
        move.action.id: {answer.commitment for answer in act.answers}
        for move, act in zip(usual.moves_of[COALITION], ledgers.acts, strict=True)
        if act is not None
    }
    assert "russia_red_line" in named[ActionId("forward_shield")]


@clause("17.6")
def test_strengths_are_compared_where_the_scenario_says(usual: Program) -> None:
    deterrence = attrs.evolve(usual.scenario.deterrence, front=RegionId("village"))
    named = compile_scenario(attrs.evolve(usual.scenario, deterrence=deterrence))
    assert main_front(named) == "village"

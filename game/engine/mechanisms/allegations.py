"""Allegations: they start a plan's clock, and whoever alleged what nobody believes any more pays for it."""

import numpy as np

from game.engine.arrays import Columns, columns_of
from game.engine.conditions.knowledge import belief_in
from game.engine.conditions.promises import PlanState, number_of
from game.engine.events import EventKind, Turning
from game.engine.world import Cause, World
from game.language import N_, phrase
from game.model.commitments import ResponsePlan
from game.model.ids import PUBLIC, PlanId
from game.model.primitives import Effect

IDLE, RUNNING = number_of(PlanState.IDLE), number_of(PlanState.RUNNING)


def bring(world: World, effects: tuple[Effect, ...], where: Columns, cause: Cause) -> None:
    """Apply several effects, where anybody is concerned."""
    if len(where):
        for effect in effects:
            effect.apply(world, where, cause)


_ALLEGES = N_("{actor} alleges a violation by {accused}: the clock of {plan} starts")
_ASKS = N_("{actor} alleges a violation by {accused} (under investigation): the clock of {plan} starts")


def allege(world: World, plan_id: PlanId, where: Columns, cause: Cause, *, investigating: bool) -> None:
    """Start a plan's clock. "Under investigation" halves the liability for being wrong."""
    plan = world.program.scenario.plans[plan_id]
    happened = world.whole("happened", plan.incident)
    where = where[(world.whole("plan", plan_id)[where] == IDLE) & (happened[where] >= 0)]
    if not len(where):
        return
    world.set_whole(("plan", plan_id), RUNNING, where)
    world.set_whole(("alleged_at", plan_id), world.hour, where)
    world.set_whole(("investigating", plan_id), int(investigating), where)
    world.set_whole(
        ("plan_from", plan_id), happened[where] if plan.clock_from_incident else world.hour, where
    )
    who = world.program.words(cause.actor) if cause.actor else phrase("Somebody")
    accused = world.program.words(plan.accused)
    world.tell(
        EventKind.PLAN,
        where,
        phrase(_ASKS if investigating else _ALLEGES, actor=who, accused=accused, plan=plan.name),
        actor=cause.actor,
        target=plan.accused,
        subject=plan_id,
        cause=cause.told(None),
        turning=Turning.OPENS,
    )
    bring(world, plan.on_alleged, where, cause)
    severity = world.program.scenario.incidents[plan.incident].severity
    slight = np.broadcast_to(np.asarray(severity < world.value(plan.severity_threshold)), world.count)
    bring(world, plan.below_threshold, where[slight[where]], cause)


def check_accusation(world: World, plan: ResponsePlan) -> None:
    """Once the public no longer believes in a violation, whoever alleged it pays; half, if it only asked."""
    found = world.whole("found_wrong", plan.id)
    open_question = (world.whole("alleged_at", plan.id) >= 0) & (found == 0)
    if not open_question.any():
        return
    wrong = open_question & (
        belief_in(world, plan.incident, PUBLIC, plan.counts) < world.value(plan.wrong_below)
    )
    found[wrong] = 1
    asked = world.whole("investigating", plan.id) == 1
    where = columns_of(wrong)
    text = phrase(
        "The allegation against {actor} is no longer believed", actor=world.program.words(plan.accused)
    )
    world.tell(EventKind.PLAN, where, text, target=plan.accused, subject=plan.id, turning=Turning.LAPSED)
    bring(world, plan.found_wrong, columns_of(wrong & ~asked), Cause(f"{plan.id}.wrong"))
    bring(world, plan.found_wrong, columns_of(wrong & asked), Cause(f"{plan.id}.wrong", share=0.5))

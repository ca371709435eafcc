"""Graduated reciprocation in tension reduction (Osgood 1962): a step is announced, verified and answered.

Announcing costs face, of which an answer gives back a share; a step that everybody has seen carried out calms
the crisis, and one that was answered calms it twice. A step that is given up before it was verified is void.
What else was done in the turn of the announcement may belie it, so that verifying begins when it is over.
"""

from game.engine.arrays import Columns, Mask, columns_of
from game.engine.conditions.steps import StepState
from game.engine.events import EventKind, Turning
from game.engine.mechanisms.audience import charge_face
from game.engine.mechanisms.ladders import live
from game.engine.world import Cause, World
from game.language import N_, phrase
from game.model.steps import Step

NONE, ANNOUNCED, VERIFIED, ANSWERED = range(len(StepState))


def run_steps(world: World) -> None:
    """Phase 5 for steps. Hours run from the end of one turn to another's, so that two half turns are one."""
    for step in world.program.scenario.steps.values():
        state = world.whole("step", step.id)
        done = _done(world, step)
        if not (done.any() or state.any()):
            continue
        _announce(world, step, columns_of(done & (state == NONE)))
        _verify(world, step)
        _answer(world, step)


def _done(world: World, step: Step) -> Mask:
    """The games in which the announcing act was done this turn."""
    mask = world.nothing()
    for move in world.program.moves_matching(step.by, step.action, None):
        mask |= world.whole("did_at", move.name) == world.hour
    return mask


def _announce(world: World, step: Step, where: Columns) -> None:
    if len(where):
        world.set_whole(("step", step.id), ANNOUNCED, where)
        world.set_number(("step_at", step.id), float(world.hour), where)
        paid = charge_face(world, step.by, world.value(step.face), where, _cause(step))
        world.set_number(("step_paid", step.id), paid[where], where)
        _tell(world, step, where, Turning.CALMER, N_("{actor}: “{step}” is announced"))


def _verify(world: World, step: Step) -> None:
    state = world.whole("step", step.id)
    announced = state == ANNOUNCED
    if not announced.any():
        return
    lives = world.nothing()
    for move in world.program.moves_matching(step.by, step.action, None):
        lives |= live(world, move)
    void = columns_of(announced & ~lives)
    state[void] = NONE
    given_up = N_("{actor}: “{step}” is given up before anybody could verify it")
    _tell(world, step, void, Turning.WORSE, given_up)
    since = world.hour - world.number("step_at", step.id)  # from the end of one turn to the end of another
    shown = (since > 0) & (since >= world.value(step.verified_after_hours))
    verified = columns_of(announced & lives & shown)
    state[verified] = VERIFIED
    _tell(world, step, verified, Turning.CALMER, N_("{actor}: “{step}” is verified: it was carried out"))
    _calm(world, step, verified)


def _answer(world: World, step: Step) -> None:
    state, since = world.whole("step", step.id), world.number("step_at", step.id)
    verified = state == VERIFIED
    if not verified.any():
        return
    answered = world.nothing()
    for actor in (step.of,) if step.of else world.program.actors:
        for action in step.answered_by if actor != step.by else ():
            for move in world.program.moves_matching(actor, action, None):
                if move.target in (None, step.by):
                    done = world.whole("did_at", move.name)
                    answered |= (done >= since) & (done < since + step.within_hours)
    where = columns_of(verified & answered)
    if len(where):
        state[where] = ANSWERED
        back = world.value(step.returned) * world.number("step_paid", step.id)
        track = world.program.scenario.audience.track
        if back.any():
            world.change(step.by, track, back, where, _cause(step))
        _tell(world, step, where, Turning.CALMER, N_("{actor}: “{step}” is answered in kind"))
        _calm(world, step, where)


def _calm(world: World, step: Step, where: Columns) -> None:
    if step.track is not None and len(where):
        world.change("world", step.track, world.value(step.moves), where, _cause(step))


def _cause(step: Step) -> Cause:
    return Cause(step.id, step.by)


def _tell(world: World, step: Step, where: Columns, turning: Turning, template: str) -> None:
    text = phrase(template, actor=world.program.words(step.by), step=step.name)
    world.tell(EventKind.STEP, where, text, actor=step.by, target=step.of, subject=step.id, turning=turning)

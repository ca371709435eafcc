"""Commitments kept or broken: what any promise, a red line or a tier, does to credibility and at home."""

from functools import lru_cache

import numpy as np

from game.engine.arrays import F64, Columns, Mask, columns_of
from game.engine.conditions.knowledge import belief_in
from game.engine.conditions.logic import all_hold
from game.engine.conditions.promises import CommitmentState, TierIs, number_of
from game.engine.events import EventKind, Turning
from game.engine.layout import NEVER
from game.engine.mechanisms.audience import charge_backing_down, charge_threatening
from game.engine.mechanisms.credibility import move_credibility, when_broken, when_kept
from game.engine.mechanisms.ladders import acts_alone, live
from game.engine.program import Program
from game.engine.world import Cause, World
from game.language import N_, phrase
from game.model.commitments import Commitment
from game.model.ids import PUBLIC, CommitmentId

IN_FORCE, DUE, KEPT, BROKEN, WITHDRAWN, DORMANT = (
    number_of(s)
    for s in (
        CommitmentState.IN_FORCE,
        CommitmentState.DUE,
        CommitmentState.KEPT,
        CommitmentState.BROKEN,
        CommitmentState.WITHDRAWN,
        CommitmentState.DORMANT,
    )
)


def _cause(world: World, commitment: Commitment) -> Cause:
    """A commitment as the cause of something; only its audience learns of it."""
    seen_by = world.program.layout.whole["commitment", commitment.id].seen_by
    known_to = None if seen_by is None else tuple(sorted(seen_by))
    return Cause(commitment.id, commitment.issuer, seen_by=known_to)


def tell(world: World, commitment: Commitment, where: Columns, turning: Turning, template: str) -> None:
    """Emit COMMITMENT; the template has places for `{issuer}` and `{promise}`."""
    issuer = world.program.words(commitment.issuer)
    world.tell(
        EventKind.COMMITMENT,
        where,
        phrase(template, issuer=issuer, promise=commitment.name),
        actor=commitment.issuer,
        target=commitment.on,
        subject=commitment.id,
        seen_by=_cause(world, commitment).seen_by,
        turning=turning,
    )


def issue(world: World, commitment_id: CommitmentId, where: Columns) -> None:
    """Put a commitment in force; threatening has its price."""
    commitment = world.program.commitments[commitment_id]
    state = world.whole("commitment", commitment_id)
    where = where[(state[where] == DORMANT) | (state[where] == WITHDRAWN)]
    if commitment.stands_while:
        grounds = all_hold(world, commitment.stands_while)[where]
        tell(
            world,
            commitment,
            where[~grounds],
            Turning.LAPSED,
            N_("{issuer}: “{promise}” cannot be given: what it rests on does not hold"),
        )
        where = where[grounds]
    state[where] = IN_FORCE
    world.set_whole(("given_at", commitment_id), world.hour, where)
    publicity = world.number("publicity", commitment_id)
    _charge_threat(world, commitment, publicity, where)
    tell(world, commitment, where, Turning.GIVEN, N_("{issuer}: “{promise}” is given"))


def _severity(world: World, commitment: Commitment) -> float:
    """Severity of the promised answer, points."""
    return float(world.program.severities[world.program.rung_index(commitment.rung)])


def _charge_threat(world: World, commitment: Commitment, publicity: F64, where: Columns) -> None:
    """What the audience charges for threatening, so publicly, (games,)."""
    severity, cause = _severity(world, commitment), _cause(world, commitment)
    charge_threatening(world, commitment.issuer, publicity, severity, where, cause=cause)


def tie_hands(
    world: World, commitment_id: CommitmentId, publicity: float | F64, understood: float | F64, where: Columns
) -> None:
    """Make a commitment that stands more public, or better understood: both are capped at 1.

    It changes what breaking the promise would cost, not what others think of the issuer's word (Fearon
    1997): credibility does not move. Being more public is charged as so much more of a threat.
    """
    commitment = world.program.commitments[commitment_id]
    state = world.whole("commitment", commitment_id)
    where = where[(state[where] == IN_FORCE) | (state[where] == DUE)]
    if not len(where):
        return
    for word, by, template in (
        ("understood", understood, N_("{issuer}: “{promise}” is understood better")),
        ("publicity", publicity, N_("{issuer}: “{promise}” is made more public")),
    ):
        row = world.number(word, commitment_id)
        before = row.copy()
        step = by[where] if isinstance(by, np.ndarray) else by
        row[where] = np.minimum(row[where] + step, 1.0)
        raised = where[row[where] > before[where]]
        if word == "publicity" and len(raised):
            _charge_threat(world, commitment, row - before, raised)
        tell(world, commitment, raised, Turning.NEWS, template)


def retract(world: World, commitment_id: CommitmentId, where: Columns) -> None:
    """Take a commitment back; once it is due, that is breaking it."""
    commitment = world.program.commitments[commitment_id]
    state = world.whole("commitment", commitment_id)
    due = where[state[where] == DUE]
    fail(world, commitment, due, _guilt(world, commitment))
    where = where[state[where] == IN_FORCE]
    state[where] = WITHDRAWN
    tell(world, commitment, where, Turning.LAPSED, N_("{issuer}: “{promise}” is taken back"))


def fall_due(world: World, commitment: Commitment, where: Columns, deadline: float | F64) -> None:
    """The trigger has come: the issuer has until the deadline (an hour)."""
    if len(where):
        world.set_whole(("commitment", commitment.id), DUE, where)
        world.set_number(("due", commitment.id), deadline, where)
        tell(world, commitment, where, Turning.DUE, N_("{issuer}: “{promise}” falls due"))


def keep(world: World, commitment: Commitment, where: Columns) -> None:
    """The issuer has answered as promised."""
    if len(where):
        world.set_whole(("commitment", commitment.id), KEPT, where)
        world.set_number(("due", commitment.id), NEVER, where)
        cost = world.value(world.program.scenario.promises[commitment.promise].cost_of_keeping)
        move_credibility(world, commitment.issuer, commitment.promise, when_kept(world, cost), where)
        tell(world, commitment, where, Turning.KEPT, N_("{issuer}: “{promise}” is kept"))


def fail(world: World, commitment: Commitment, where: Columns, guilt: float | F64) -> None:
    """The issuer has not: credibility falls, and audiences charge in proportion to public belief in guilt."""
    if len(where):
        world.set_whole(("commitment", commitment.id), BROKEN, where)
        world.set_number(("due", commitment.id), NEVER, where)
        cost = world.value(world.program.scenario.promises[commitment.promise].cost_of_keeping)
        move_credibility(world, commitment.issuer, commitment.promise, when_broken(world, cost), where)
        charge_backing_down(
            world,
            commitment.issuer,
            world.number("publicity", commitment.id),
            _severity(world, commitment),
            where,
            guilt=guilt,
            cause=_cause(world, commitment),
        )
        tell(world, commitment, where, Turning.BROKEN, N_("{issuer}: “{promise}” is not kept"))


def excuse(world: World, commitment: Commitment, where: Columns) -> None:
    """What the promise was made for is gone, where it stands or is due."""
    state = world.whole("commitment", commitment.id)[where]
    where = where[(state == IN_FORCE) | (state == DUE)]
    if len(where):
        world.set_whole(("commitment", commitment.id), WITHDRAWN, where)
        world.set_number(("due", commitment.id), NEVER, where)


@lru_cache(maxsize=256)
def pledges_for(program: Program, plan: str, tier: str) -> tuple[Commitment, ...]:
    """The file's commitments that hang on a tier being open: they go where it goes."""
    return tuple(
        commitment
        for commitment in program.scenario.commitments.values()
        if any(
            isinstance(part, TierIs) and (part.plan, part.tier) == (plan, tier) for part in commitment.trigger
        )
    )


def _guilt(world: World, commitment: Commitment) -> float | F64:
    """Public belief in a violation for a pledge that hangs on a tier; 1 where guilt is not the question."""
    for part in commitment.trigger:
        if isinstance(part, TierIs):
            plan = world.program.scenario.plans[part.plan]
            return belief_in(world, plan.incident, PUBLIC, plan.counts)
    return 1.0


def answered(world: World, commitment: Commitment) -> Mask:
    """The games in which the issuer's live acts stand at the promised rung, as everybody reads them.

    What was done before the promise was given, and merely goes on, does not keep it.
    """
    rung = world.program.rung_index(commitment.rung)
    mask: Mask = acts_alone(world, PUBLIC, commitment.issuer, commitment.on) >= rung
    given = world.whole("given_at", commitment.id)
    if not (mask & (given >= 0)).any():
        return mask
    since = given < 0
    for move in world.program.moves_of[commitment.issuer]:
        if move.target == commitment.on and move.reads.get(PUBLIC, 0) >= rung:
            since |= live(world, move) & (world.whole("did_at", move.name) >= given)
    return mask & since


def _cross_true_line(world: World, commitment: Commitment) -> None:
    """Note, for the issuer alone, the hour at which what it would in truth answer first came about."""
    row = world.whole("true_line", commitment.id)
    unmarked = row < 0
    if not unmarked.any():
        return
    where = columns_of(unmarked & all_hold(world, commitment.truth))
    if len(where):
        row[where] = world.hour
        issuer = world.program.words(commitment.issuer)
        world.tell(
            EventKind.COMMITMENT,
            where,
            phrase(_TRUE_LINE, issuer=issuer, promise=commitment.name),
            actor=commitment.issuer,
            target=commitment.on,
            subject=commitment.id,
            seen_by=(commitment.issuer,),
            turning=Turning.NEWS,
        )


_TRUE_LINE = N_("What {issuer} would in truth answer has come about: “{promise}”")


def _lose_ground(world: World, commitment: Commitment) -> None:
    """What a promise rests on has ended: it is excused, unless it had fallen due before that."""
    in_force = world.whole("commitment", commitment.id) == IN_FORCE
    if in_force.any():
        where = columns_of(in_force & ~all_hold(world, commitment.stands_while))
        excuse(world, commitment, where)
        gone = N_("{issuer}: “{promise}” no longer binds: what it rested on has ended")
        tell(world, commitment, where, Turning.LAPSED, gone)


def settle_commitments(world: World) -> None:
    """Phase 5 for commitments of the file: triggers, then what they rest on, answers and deadlines."""
    for commitment in world.program.scenario.commitments.values():
        if commitment.truth:
            _cross_true_line(world, commitment)
        state = world.whole("commitment", commitment.id)
        in_force = state == IN_FORCE
        if in_force.any():
            triggered = columns_of(in_force & all_hold(world, commitment.trigger))
            fall_due(world, commitment, triggered, float(world.hour + commitment.within_hours))
            if commitment.stands_while:
                _lose_ground(world, commitment)
        due = state == DUE
        if due.any():
            kept = due & answered(world, commitment)
            keep(world, commitment, columns_of(kept))
            late = due & ~kept & (world.number("due", commitment.id) <= world.hour + world.hours_per_turn)
            fresh = world.number("due", commitment.id) == world.hour + commitment.within_hours
            broken = columns_of(late & ~(fresh & in_force))
            fail(world, commitment, broken, _guilt(world, commitment))

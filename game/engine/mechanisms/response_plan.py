"""The tiered response plan: an allegation starts a clock, tiers open and close, a stand-down may end it.

Tiers are commitments of their responders ("plan.tier.actor"). What `counts` and how grave an incident must
be are the plan's; whether an allegation was right is settled by what the public comes to believe.
"""

import numpy as np

from game.engine.arrays import F64, Columns, Mask, columns_of
from game.engine.conditions.knowledge import belief_in
from game.engine.conditions.logic import all_hold
from game.engine.conditions.promises import PlanState, StandDownState, TierState, number_of
from game.engine.events import EventKind, Turning
from game.engine.mechanisms import promises
from game.engine.mechanisms.allegations import bring, check_accusation
from game.engine.mechanisms.ladders import acts_alone
from game.engine.program import TierDuty, ground
from game.engine.world import Cause, World
from game.language import N_, phrase
from game.model.commitments import Commitment, ResponsePlan, Tier
from game.model.ids import PUBLIC, ActorId, PlanId
from game.model.primitives import Effect

IDLE, RUNNING, PAUSED, STOPPED, ENDED = (number_of(s) for s in PlanState)
WAITING, OPEN, MET, FAILED, PASSED = (number_of(s) for s in TierState)
NONE, DECLARED, CERTIFIED, REFUSED = (number_of(s) for s in StandDownState)


def pause(world: World, plan_id: PlanId, where: Columns, cause: Cause) -> None:
    """Stop the clock for the time being; hours passed do not count while it rests."""
    said = Turning.CALMER, N_("The clock of {plan} pauses")
    _switch(world, plan_id, where, (RUNNING, PAUSED), said, cause=cause)


def resume(world: World, plan_id: PlanId, where: Columns, cause: Cause) -> None:
    """Let the clock go on."""
    said = Turning.OPENS, N_("The clock of {plan} runs on")
    _switch(world, plan_id, where, (PAUSED, RUNNING), said, cause=cause)


def stop(world: World, plan_id: PlanId, where: Columns, cause: Cause) -> None:
    """End the clock for good: obligations that are open are over."""
    said = Turning.CALMER, N_("The clock of {plan} is stopped")
    for before in (RUNNING, PAUSED):
        stopped = _switch(world, plan_id, where, (before, STOPPED), said, cause=cause)
        _excuse_all(world, world.program.scenario.plans[plan_id], stopped)


def _switch(
    world: World,
    plan_id: PlanId,
    where: Columns,
    states: tuple[int, int],
    said: tuple[Turning, str],
    *,
    cause: Cause,
) -> Columns:
    """Bring a plan's clock from one state to another, and say so: what it means, and in which words."""
    turning, template = said
    before, after = states
    where = where[world.whole("plan", plan_id)[where] == before]
    world.set_whole(("plan", plan_id), after, where)
    name = world.program.scenario.plans[plan_id].name
    world.tell(
        EventKind.PLAN,
        where,
        phrase(template, plan=name),
        actor=cause.actor,
        subject=plan_id,
        cause=cause.told(None),
        turning=turning,
    )
    return where


_ADMITS = N_("{actor} declares that it stands down")
_STANDS_DOWN = N_("{actor} declares that it stands down without admission")


def stand_down(world: World, plan_id: PlanId, where: Columns, cause: Cause, *, admission: bool) -> None:
    """The accused party declares that it stands down; monitors check it after their delay."""
    plan = world.program.scenario.plans[plan_id]
    state = world.whole("stand_down", plan_id)
    where = where[(state[where] == NONE) | (state[where] == REFUSED)]
    state[where] = DECLARED
    world.set_whole(("stand_down_at", plan_id), world.hour, where)
    world.set_whole(("admitted", plan_id), int(admission), where)
    text = phrase(_ADMITS if admission else _STANDS_DOWN, actor=world.program.words(plan.accused))
    world.tell(
        EventKind.STAND_DOWN,
        where,
        text,
        actor=plan.accused,
        subject=plan_id,
        cause=cause.told(None),
        turning=Turning.CALMER,
    )


def run_plans(world: World) -> None:
    """Phase 5 for plans: stand-downs are checked, the clock moves, tiers open, are met, fail or pass."""
    for plan in world.program.scenario.plans.values():
        _hold_to_stand_down(world, plan)
        _check_stand_down(world, plan)
        running = world.whole("plan", plan.id)
        if not (running > IDLE).any():
            continue
        _rest(world, plan, columns_of(running == PAUSED))
        for tier in plan.tiers.values():
            _run_tier(world, plan, tier)
        done = running == RUNNING
        for tier in plan.tiers.values():
            done &= world.whole("tier", plan.id, tier.id) >= MET
        _switch(
            world,
            plan.id,
            columns_of(done),
            (RUNNING, ENDED),
            (Turning.LAPSED, N_("The clock of {plan} has run out")),
            cause=Cause(plan.id),
        )
        check_accusation(world, plan)


def _rest(world: World, plan: ResponsePlan, where: Columns) -> None:
    """While the clock rests, all that counts its hours waits with it."""
    if not len(where):
        return
    world.whole("plan_from", plan.id)[where] += world.hours_per_turn
    for tier in plan.tiers.values():
        unanswered = where[world.whole("tier", plan.id, tier.id)[where] == OPEN]
        world.whole("tier_opened_at", plan.id, tier.id)[unanswered] += world.hours_per_turn
        for duty in _duties(world, plan, tier):
            owed = _owed(world, duty, unanswered)
            world.number("due", duty.commitment)[owed] += world.hours_per_turn
        for pledge in promises.pledges_for(world.program, plan.id, tier.id):
            owed = unanswered[world.whole("commitment", pledge.id)[unanswered] == promises.DUE]
            world.number("due", pledge.id)[owed] += world.hours_per_turn


def complies(world: World, plan: ResponsePlan) -> Mask:
    """The games in which no act of the accused stands at the rung that a stand-down forbids, as sent."""
    mask = world.everything()
    if plan.stand_down is not None:
        rung = world.program.rung_index(plan.stand_down.below)
        for other in world.program.actors:
            if other != plan.accused:
                mask &= acts_alone(world, plan.accused, plan.accused, other) < rung
    return mask


def _check_stand_down(world: World, plan: ResponsePlan) -> None:
    spec = plan.stand_down
    declared = world.whole("stand_down", plan.id) == DECLARED
    if spec is None or not declared.any():
        return
    since = world.hour + world.hours_per_turn - world.whole("stand_down_at", plan.id)
    checked = declared & (since >= world.value(spec.verified_after_hours))
    if not checked.any():
        return
    probability = np.where(complies(world, plan), 1.0 - world.value(spec.missed), world.value(spec.fooled))
    certified = world.chance.happens(("stand_down", plan.id), probability, checked)
    state = world.whole("stand_down", plan.id)
    certify = Turning.CALMER, N_("Monitors certify the stand-down of {actor}")
    refuse = Turning.WORSE, N_("Monitors do not certify the stand-down of {actor}")
    for mask, after, effects, (turning, template) in (
        (certified, CERTIFIED, spec.on_certified, certify),
        (checked & ~certified, REFUSED, spec.on_refused, refuse),
    ):
        where = columns_of(mask)
        state[where] = after
        text = phrase(template, actor=world.program.words(plan.accused))
        world.tell(EventKind.STAND_DOWN, where, text, target=plan.accused, subject=plan.id, turning=turning)
        bring(world, effects, where, Cause(plan.id, plan.accused))
    _halt(world, plan, columns_of(certified))


def _halt(world: World, plan: ResponsePlan, settled: Columns) -> None:
    """What was certified ends the plan, unless it turns out void: what it ended is kept in mind."""
    where = settled[world.whole("plan", plan.id)[settled] <= PAUSED]
    world.set_whole(("halted_at", plan.id), world.hour + world.hours_per_turn, where)
    owed = _words_given(world, plan)
    before = [world.whole("commitment", commitment.id)[where] for commitment in owed]
    stop(world, plan.id, where, Cause(plan.id))
    never = Turning.CALMER, N_("The clock of {plan} will not start")
    idle = _switch(world, plan.id, where, (IDLE, STOPPED), never, cause=Cause(plan.id))
    _excuse_all(world, plan, idle)
    for commitment, was in zip(owed, before, strict=True):
        world.whole("halted", commitment.id)[where] = world.whole("commitment", commitment.id)[where] != was


def _words_given(world: World, plan: ResponsePlan) -> tuple[Commitment, ...]:
    """The words that a plan's tiers rest on: the responders' own, and pledges that hang on a tier."""
    found: dict[str, Commitment] = {}
    for tier in plan.tiers.values():
        own = (world.program.commitments[duty.commitment] for duty in _duties(world, plan, tier))
        for commitment in (*own, *promises.pledges_for(world.program, plan.id, tier.id)):
            found[commitment.id] = commitment
    return tuple(found.values())


def _take_up_again(world: World, plan: ResponsePlan, where: Columns) -> None:
    """A plan that a void stand-down had ended goes on where it was, as after a pause."""
    halted = world.whole("halted_at", plan.id)
    where = where[(halted[where] >= 0) & (world.whole("plan", plan.id)[where] == STOPPED)]
    if not len(where):
        return
    begun = world.whole("alleged_at", plan.id)[where] >= 0
    for there, after, said in (
        (where[begun], RUNNING, (Turning.OPENS, N_("The clock of {plan} runs on"))),
        (where[~begun], IDLE, (Turning.WORSE, N_("The clock of {plan} can start again"))),
    ):
        _switch(world, plan.id, there, (STOPPED, after), said, cause=Cause(plan.id))
    rested = world.hour + world.hours_per_turn - halted[where]
    world.whole("plan_from", plan.id)[where[begun]] += rested[begun]
    halted[where] = -1
    elapsed = world.hour + world.hours_per_turn - world.whole("plan_from", plan.id)[where]
    for tier in plan.tiers.values():
        state, opened = world.whole("tier", plan.id, tier.id), world.whole("tier_opened_at", plan.id, tier.id)
        left = state[where] == PASSED
        if tier.to_hour is not None:
            left &= ~begun | (elapsed < tier.to_hour)
        was_open = left & (opened[where] >= 0)
        state[where[left]] = WAITING
        state[where[was_open]] = OPEN
        opened[where[was_open]] += rested[was_open]
        for duty in _duties(world, plan, tier):
            commitment = world.program.commitments[duty.commitment]
            again = _give_again(world, commitment, where[left])
            due = again[state[again] == OPEN]
            until = opened[due] + tier.within_hours
            if tier.to_hour is not None:
                until = world.whole("plan_from", plan.id)[due] + tier.to_hour
            promises.fall_due(world, commitment, due, until.astype(np.float64))
        for pledge in promises.pledges_for(world.program, plan.id, tier.id):
            _give_again(world, pledge, where[left])


def _give_again(world: World, commitment: Commitment, where: Columns) -> Columns:
    """A word that only a stand-down had excused, and that nobody gave anew since, stands again."""
    excused = world.whole("halted", commitment.id)
    state = world.whole("commitment", commitment.id)
    where = where[(excused[where] == 1) & (state[where] == promises.WITHDRAWN)]
    excused[where] = 0
    state[where] = promises.IN_FORCE
    promises.tell(world, commitment, where, Turning.NEWS, N_("{issuer}: “{promise}” stands again"))
    return where


def _hold_to_stand_down(world: World, plan: ResponsePlan) -> None:
    """A certified stand-down is void once the accused party acts again at a rung that it forbids."""
    state = world.whole("stand_down", plan.id)
    where = columns_of((state == CERTIFIED) & ~complies(world, plan))
    if plan.stand_down is None or not len(where):
        return
    state[where] = REFUSED
    text = phrase(
        "{actor} acts against the stand-down that was certified: it is void",
        actor=world.program.words(plan.accused),
    )
    world.tell(EventKind.STAND_DOWN, where, text, actor=plan.accused, subject=plan.id, turning=Turning.BROKEN)
    bring(world, plan.stand_down.on_refused, where, Cause(plan.id, plan.accused))
    bring(world, plan.stand_down.on_voided, where, Cause(f"{plan.id}.voided", plan.accused))
    _take_up_again(world, plan, where)


def _tell_tier(
    world: World, plan: ResponsePlan, tier: Tier, where: Columns, said: tuple[Turning, str]
) -> None:
    turning, template = said
    text = phrase(template, tier=tier.name)
    world.tell(EventKind.TIER, where, text, subject=tier.id, cause=plan.id, turning=turning)


def _duties(world: World, plan: ResponsePlan, tier: Tier) -> tuple[TierDuty, ...]:
    return tuple(d for d in world.program.duties if d.plan == plan.id and d.tier == tier.id)


def _owed(world: World, duty: TierDuty, where: Columns) -> Columns:
    """Of these games, those in which a responder has still to answer: it may have taken its word back."""
    owed: Columns = where[world.whole("commitment", duty.commitment)[where] == promises.DUE]
    return owed


def _run_tier(world: World, plan: ResponsePlan, tier: Tier) -> None:
    """Hours are those of the coming turn, so that whoever orders next knows what is open."""
    state = world.whole("tier", plan.id, tier.id)
    running = world.whole("plan", plan.id) == RUNNING
    elapsed = world.hour + world.hours_per_turn - world.whole("plan_from", plan.id)
    opens = running & (state == WAITING)
    if tier.from_hour is not None:
        opens &= elapsed >= tier.from_hour
    if tier.to_hour is not None:
        opens &= elapsed < max(tier.to_hour, (tier.from_hour or 0) + world.hours_per_turn)
    if opens.any():
        opens &= all_hold(world, tier.when)
        where = columns_of(opens)
        state[where] = OPEN
        world.set_whole(("tier_opened_at", plan.id, tier.id), world.hour + world.hours_per_turn, where)
        _tell_tier(world, plan, tier, where, (Turning.OPENS, N_("{tier} opens")))
        for duty in _duties(world, plan, tier):
            deadline: float | F64 = float(world.hour + world.hours_per_turn + tier.within_hours)
            if tier.to_hour is not None:
                deadline = (world.whole("plan_from", plan.id)[where] + tier.to_hour).astype(np.float64)
            commitment = world.program.commitments[duty.commitment]
            given = world.whole("commitment", duty.commitment)[where] == promises.IN_FORCE
            if isinstance(deadline, np.ndarray):
                deadline = deadline[given]
            promises.fall_due(world, commitment, where[given], deadline)
    _answer(world, plan, tier)
    _close(world, plan, tier, running)


def _begun(world: World, plan: ResponsePlan, tier: Tier) -> Mask:
    """Whether this turn lies within the tier's hours: what was over before they began does not answer it."""
    if tier.from_hour is not None:
        begun: Mask = world.hour - world.whole("plan_from", plan.id) >= tier.from_hour
    else:
        begun = world.whole("tier_opened_at", plan.id, tier.id) <= world.hour
    return begun


def _answer(world: World, plan: ResponsePlan, tier: Tier) -> None:
    state = world.whole("tier", plan.id, tier.id)
    is_open = (state == OPEN) & _begun(world, plan, tier)
    if not is_open.any():
        return
    all_met = is_open.copy()
    for duty in _duties(world, plan, tier):
        met = world.whole("tier_met", plan.id, tier.id, duty.responder)
        commitment = world.program.commitments[duty.commitment]
        rung = acts_alone(world, PUBLIC, duty.responder, plan.accused)
        fresh = columns_of(is_open & (met == 0) & (rung >= duty.obliged))
        met[fresh] = 1
        promises.keep(world, commitment, _owed(world, duty, fresh))
        above = world.whole("above_cap", plan.id, tier.id, duty.responder)
        over = columns_of(is_open & (above == 0) & (rung > duty.cap))
        above[over] = 1
        bring(world, _for(plan.above_cap, duty.responder), over, Cause(f"{plan.id}.cap", duty.responder))
        all_met &= met == 1
    where = columns_of(all_met)
    state[where] = MET
    _tell_tier(world, plan, tier, where, (Turning.KEPT, N_("{tier} is answered")))


def _for(effects: tuple[Effect, ...], actor: ActorId) -> tuple[Effect, ...]:
    return tuple(ground(effect, {"$self": str(actor)}) for effect in effects)


def _close(world: World, plan: ResponsePlan, tier: Tier, running: Mask) -> None:
    state = world.whole("tier", plan.id, tier.id)
    elapsed = world.hour + world.hours_per_turn - world.whole("plan_from", plan.id)
    if tier.to_hour is not None:
        ends = running & (elapsed >= tier.to_hour)
    else:
        opened = world.whole("tier_opened_at", plan.id, tier.id)
        ends = running & (world.hour + world.hours_per_turn >= opened + tier.within_hours)
        ends &= state == OPEN
    failed = columns_of(ends & (state == OPEN))
    if len(failed):
        guilt = belief_in(world, plan.incident, PUBLIC, plan.counts)
        state[failed] = FAILED
        unanswered = Turning.BROKEN, N_("{tier} closes without the answer that was promised")
        _tell_tier(world, plan, tier, failed, unanswered)
        for duty in _duties(world, plan, tier):
            unmet = _owed(world, duty, failed)
            promises.fail(world, world.program.commitments[duty.commitment], unmet, guilt)
    passed = columns_of(ends & (state == WAITING))
    if len(passed):
        state[passed] = PASSED
        _tell_tier(world, plan, tier, passed, (Turning.LAPSED, _NOT_SO if tier.when else _TOO_LATE))
        _excuse(world, plan, tier, passed)


_NOT_SO = N_("{tier} passes: its condition did not come about")
_TOO_LATE = N_("{tier} passes: its hours were over before the clock")


def _excuse(world: World, plan: ResponsePlan, tier: Tier, where: Columns) -> None:
    """Nobody owes an answer any more: neither the tier's responders nor who pledged one for it."""
    for duty in _duties(world, plan, tier):
        promises.excuse(world, world.program.commitments[duty.commitment], where)
    for pledge in promises.pledges_for(world.program, plan.id, tier.id):
        state = world.whole("commitment", pledge.id)
        promises.excuse(world, pledge, where[state[where] == promises.DUE])


def _excuse_all(world: World, plan: ResponsePlan, where: Columns) -> None:
    for tier in plan.tiers.values():
        state = world.whole("tier", plan.id, tier.id)
        left = where[state[where] <= OPEN]
        state[left] = PASSED
        _excuse(world, plan, tier, left)

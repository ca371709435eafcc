"""What to know of a move before ordering it: how long it lasts, who sees it, which lines it meets."""

from collections.abc import Iterator

from game.engine.program import Move
from game.engine.triggers import could_pull, crosses
from game.engine.within import mentioned
from game.model.actions import Visibility
from game.view.plan import window
from game.view.sight import Sight
from game.view.words import SIGNALS, hours, number, percent


def notes(sight: Sight, move: Move) -> tuple[str, ...]:
    """The notes on one move, as clauses."""
    return (
        *_duration(sight, move),
        *_audience(sight, move),
        *_signal(move),
        *_steps(sight, move),
        *_preparation(sight, move),
        *_obligations(sight, move),
        *_lines(sight, move),
        *_risk(sight, move),
    )


def _duration(sight: Sight, move: Move) -> Iterator[str]:
    if move.rung == 0:
        return
    if move.action.stands:
        yield "stays live until it is withdrawn"
    else:
        step = sight.scenario.clock.hours_per_turn
        yield f"stays live for {hours(max(move.action.persists_hours, step), step)}"


def _audience(sight: Sight, move: Move) -> Iterator[str]:
    if move.action.seen_by is Visibility.SELF:
        yield "nobody else sees it"
    elif move.action.seen_by is Visibility.TARGET and move.target:
        yield f"only {sight.name(move.target)} sees it"


def _signal(move: Move) -> Iterator[str]:
    if move.action.signal is not None:
        cheap = "" if move.action.effects else ", and talk is cheap"
        yield f"a signal: {SIGNALS[move.action.signal.value]}{cheap}"


def _steps(sight: Sight, move: Move) -> Iterator[str]:
    for step in sight.scenario.steps.values():
        state = sight.count("step", step.id)
        if step.by == sight.me and step.action == move.action.id and state == 0:
            face = sight.amount(step.face)
            cost = f": {number(face)} points of face, {percent(sight.amount(step.returned))} back if answered"
            yield f"announces a step, “{step.name}”{cost if face else ''}"
        elif move.action.id in step.answered_by and step.by != sight.me and step.of in (None, sight.me):
            begun = sight.moment("step_at", step.id)
            aimed = move.target in (None, step.by)
            if state in (1, 2) and aimed and begun is not None and sight.hour < begun + step.within_hours:
                yield f"answers a step of {sight.name(step.by)}: “{step.name}”"


def _preparation(sight: Sight, move: Move) -> Iterator[str]:
    for effect in mentioned(move.action.effects, "prepare"):
        option = sight.scenario.options[effect.option]
        ready = sight.hour + sight.amount(option.lead_hours)
        yield (
            f"{option.name} would be ready at hour {number(ready)} and lapse "
            f"{hours(sight.amount(option.lasts_hours))} later"
        )
        if option.visible:
            yield "others see it being prepared"


def _obligations(sight: Sight, move: Move) -> Iterator[str]:
    for duty in sight.program.duties:
        if duty.responder != sight.me or duty.accused != move.target or not move.rung:
            continue
        plan = sight.scenario.plans[duty.plan]  # type: ignore[index]
        tier = plan.tiers[duty.tier]  # type: ignore[index]
        if sight.count("plan", plan.id) != 1 or sight.count("tier", plan.id, tier.id) != 1:
            continue
        met = sight.count("tier_met", plan.id, tier.id, sight.me) > 0
        if move.rung > duty.cap:
            yield f"above the cap of {tier.name}"
        if move.rung >= duty.obliged and not met:
            _, closes = window(sight, plan, tier)
            yield f"meets your obligation in {tier.name}, which closes at hour {closes}"
    for commitment in sight.scenario.commitments.values():
        if commitment.issuer == sight.me and commitment.on == move.target:
            due = sight.whole("commitment", commitment.id) == 2
            if due and move.rung >= sight.program.rung_index(commitment.rung):
                yield f"keeps your promise: {commitment.name}"


def _lines(sight: Sight, move: Move) -> Iterator[str]:
    for commitment in sight.scenario.commitments.values():
        in_force = commitment.on == sight.me and sight.whole("commitment", commitment.id) == 1
        if in_force and any(could_pull(sight.program, move, part) for part in commitment.trigger):
            yield f"may call down {sight.name(commitment.issuer)}'s promise: {commitment.name}"
    for limit in sight.scenario.limits.values():
        if crosses(sight.program, move, limit.id) and sight.count("limit", limit.id) < 0:
            brings = sight.effects(sight.program.crossings.get((limit.id, sight.me), ()))
            follows = f", which brings: {'; '.join(brings)}" if brings else ""
            yield f"would be the first to cross a limit: {limit.name}{follows}"


def _risk(sight: Sight, move: Move) -> Iterator[str]:
    if not sight.program.rungs or not sight.scenario.hazard.contacts:
        return
    hazard = sight.amount(sight.program.rungs[move.rung].hazard_per_day)
    if hazard > 0:
        yield f"at this rung, forces in full contact meet by accident on {percent(hazard)} of days"

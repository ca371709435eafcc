"""What to know of a move before ordering it: how long it lasts, who sees it, which lines it meets."""

from collections.abc import Iterator

from attrs import frozen

from game.engine.program import Move
from game.engine.triggers import could_pull, crosses
from game.engine.within import mentioned
from game.language import _, count, say
from game.model.actions import Visibility
from game.model.ids import CommitmentId, PlanId
from game.view.beliefs import known_cause
from game.view.options import options
from game.view.plan import window
from game.view.sight import Sight
from game.view.words import SIGNALS, hours, listing, number, percent


@frozen
class NoteView:
    """One thing to know of a move."""

    kind: str
    """`ready`, `deadline`, `clock`, `duty`, `keeps`, `binds`, `cap`, `calls`, `limit`, `step`, `lasts`,
    `audience`, `signal`, `untrue` or `accident`."""
    words: str
    """A clause."""
    tone: str = ""
    """`good` for what meets or keeps something, `warning` for what crosses a line or runs out; else empty."""


WEIGHTY = ("untrue", "deadline", "ready", "duty", "keeps", "cap", "calls", "limit", "clock", "binds", "step")
"""The kinds that change what a move means, in the order in which one wants to know them."""


def notes(sight: Sight, move: Move) -> tuple[str, ...]:
    """The notes on one move, as clauses."""
    return tuple(note.words for note in notes_on(sight, move))


def notes_on(sight: Sight, move: Move) -> tuple[NoteView, ...]:
    """The notes on one move."""
    return (
        *_duration(sight, move),
        *_audience(sight, move),
        *_signal(move),
        *_steps(sight, move),
        *_preparation(sight, move),
        *_truth(sight, move),
        *_clock(sight, move),
        *_obligations(sight, move),
        *_promises(sight, move),
        *_lines(sight, move),
        *_risk(sight, move),
    )


def weighty(found: tuple[NoteView, ...]) -> tuple[NoteView, ...]:
    """The notes that change what a move means, the most urgent first."""
    chosen = [note for note in found if note.kind in WEIGHTY]
    return tuple(sorted(chosen, key=lambda note: WEIGHTY.index(note.kind)))


def _duration(sight: Sight, move: Move) -> Iterator[NoteView]:
    if move.rung == 0:
        return
    if move.action.stands:
        yield NoteView("lasts", _("stays live until it is withdrawn"))
    else:
        step = sight.scenario.clock.hours_per_turn
        span = hours(max(move.action.persists_hours, step), step)
        yield NoteView("lasts", say("stays live for {span}", span=span))


def _audience(sight: Sight, move: Move) -> Iterator[NoteView]:
    if move.action.seen_by is Visibility.SELF:
        yield NoteView("audience", _("nobody else sees it"))
    elif move.action.seen_by is Visibility.TARGET and move.target:
        yield NoteView("audience", say("only {actor} sees it", actor=sight.name(move.target)))


def _signal(move: Move) -> Iterator[NoteView]:
    if move.action.signal is not None:
        sort = _(SIGNALS[move.action.signal.value])
        if move.action.effects:
            yield NoteView("signal", say("a signal: {sort}", sort=sort))
        else:
            yield NoteView("signal", say("a signal: {sort}, and talk is cheap", sort=sort))


def _steps(sight: Sight, move: Move) -> Iterator[NoteView]:
    for step in sight.scenario.steps.values():
        state = sight.count("step", step.id)
        if step.by == sight.me and step.action == move.action.id and state == 0:
            face = sight.amount(step.face)
            if face:
                words = count(
                    round(face, 2),
                    "announces a step, “{step}”: {points} point of face, {share} back if answered",
                    "announces a step, “{step}”: {points} points of face, {share} back if answered",
                    step=step.name,
                    points=number(face),
                    share=percent(sight.amount(step.returned)),
                )
            else:
                words = say("announces a step, “{step}”", step=step.name)
            yield NoteView("step", words)
        elif move.action.id in step.answered_by and step.by != sight.me and step.of in (None, sight.me):
            begun = sight.moment("step_at", step.id)
            aimed = move.target in (None, step.by)
            if state in (1, 2) and aimed and begun is not None and sight.hour < begun + step.within_hours:
                words = say("answers a step of {actor}: “{step}”", actor=sight.name(step.by), step=step.name)
                yield NoteView("step", words, "good")


def _preparation(sight: Sight, move: Move) -> Iterator[NoteView]:
    for effect in mentioned(move.action.effects, "prepare"):
        option = sight.scenario.options[effect.option]
        words = say(
            "{option} would be ready at hour {hour} and lapse {span} later",
            option=option.name,
            hour=number(sight.hour + sight.amount(option.lead_hours)),
            span=hours(sight.amount(option.lasts_hours)),
        )
        yield NoteView("ready", words)
        mine = (one for one in options(sight) if one.mine and one.id == option.id)
        for deadline in (deadline for one in mine for deadline in one.deadlines):
            if deadline.state != "in_time":
                tone = "warning" if deadline.state in ("now", "missed") else ""
                yield NoteView("deadline", deadline.words, tone)
        if option.visible:
            yield NoteView("audience", _("others see it being prepared"))


def _clock(sight: Sight, move: Move) -> Iterator[NoteView]:
    """When the tiers would open and close if this started the plan's clock now."""
    for effect in mentioned(move.action.effects, "allege"):
        plan = sight.scenario.plans[PlanId(effect.plan)]
        if sight.count("plan", plan.id) != 0:
            continue
        start = sight.count("happened", plan.incident) if plan.clock_from_incident else sight.hour
        for tier in plan.tiers.values():
            if tier.from_hour is None or start < 0:
                continue
            closes = tier.to_hour if tier.to_hour is not None else tier.from_hour + tier.within_hours
            words = say(
                "{tier} could open at hour {opens} and close at hour {closes}",
                tier=tier.name,
                opens=start + tier.from_hour,
                closes=start + closes,
            )
            yield NoteView("clock", words)


def _truth(sight: Sight, move: Move) -> Iterator[NoteView]:
    """That it alleges what this seat knows not to be so."""
    for effect in mentioned(move.action.effects, "allege"):
        plan = sight.scenario.plans[PlanId(effect.plan)]
        known = known_cause(sight, plan.incident)
        if known is not None and known.id not in plan.counts:
            yield NoteView("untrue", _("you know that this is not so"), "warning")


def _obligations(sight: Sight, move: Move) -> Iterator[NoteView]:
    for duty in sight.program.duties:
        if duty.responder != sight.me or duty.accused != move.target or not move.rung:
            continue
        plan = sight.scenario.plans[duty.plan]  # type: ignore[index]
        tier = plan.tiers[duty.tier]  # type: ignore[index]
        if sight.count("plan", plan.id) != 1 or sight.count("tier", plan.id, tier.id) != 1:
            continue
        met = sight.count("tier_met", plan.id, tier.id, sight.me) > 0
        if move.rung > duty.cap:
            yield NoteView("cap", say("above the cap of {tier}", tier=tier.name), "warning")
        if move.rung >= duty.obliged and not met:
            closes = window(sight, plan, tier)[1]
            words = say(
                "meets your obligation in {tier}, which closes at hour {hour}", tier=tier.name, hour=closes
            )
            yield NoteView("duty", words, "good")


def _promises(sight: Sight, move: Move) -> Iterator[NoteView]:
    for commitment in sight.scenario.commitments.values():
        if commitment.issuer == sight.me and commitment.on == move.target:
            due = sight.whole("commitment", commitment.id) == 2
            if due and move.rung >= sight.program.rung_index(commitment.rung):
                yield NoteView("keeps", say("keeps your promise: {promise}", promise=commitment.name), "good")
    for effect in mentioned(move.action.effects, "issue"):
        commitment = sight.scenario.commitments[CommitmentId(effect.commitment)]
        if commitment.issuer != sight.me:
            continue
        rung = sight.rung_name(sight.program.rung_index(commitment.rung))
        occasion = listing(sight.conditions(commitment.trigger))
        words = (
            say(
                "binds you to answer {other} with {rung} or more, if {occasion}",
                other=sight.name(commitment.on),
                rung=rung,
                occasion=occasion,
            )
            if occasion
            else say("binds you to answer {other} with {rung}", other=sight.name(commitment.on), rung=rung)
        )
        yield NoteView("binds", words)


def _lines(sight: Sight, move: Move) -> Iterator[NoteView]:
    for commitment in sight.scenario.commitments.values():
        in_force = commitment.on == sight.me and sight.whole("commitment", commitment.id) == 1
        if in_force and any(could_pull(sight.program, move, part) for part in commitment.trigger):
            issuer = sight.name(commitment.issuer)
            words = say(
                "may call down a promise of {actor}: {promise}", actor=issuer, promise=commitment.name
            )
            yield NoteView("calls", words, "warning")
    for limit in sight.scenario.limits.values():
        if crosses(sight.program, move, limit.id) and sight.count("limit", limit.id) < 0:
            brings = sight.effects(sight.program.crossings.get((limit.id, sight.me), ()))
            if brings:
                words = say(
                    "would be the first to cross a limit: {limit}, which brings: {effects}",
                    limit=limit.name,
                    effects="; ".join(brings),
                )
            else:
                words = say("would be the first to cross a limit: {limit}", limit=limit.name)
            yield NoteView("limit", words, "warning")


def _risk(sight: Sight, move: Move) -> Iterator[NoteView]:
    if not sight.program.rungs or not sight.scenario.hazard.contacts:
        return
    hazard = sight.amount(sight.program.rungs[move.rung].hazard_per_day)
    if hazard > 0:
        share = percent(hazard)
        words = say("at this rung, forces in full contact meet by accident on {share} of days", share=share)
        yield NoteView("accident", words)

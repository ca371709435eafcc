"""Coalitions: each member has its own thresholds, and joins or leaves by what it sees.

A member joins iff pi >= theta and q_backstop >= sigma and losses <= gamma. pi is the coalition's belief in
the causes that its plan counts, q the probability that the backstop is Hard, in the coalition's eyes. Members
ride free (Olson 1965; Olson and Zeckhauser 1966 on alliances): for one that has not joined yet, theta is
raised by `free_riding` times the share of the others' weight that has: min(1, theta + f * share). One that
has joined does not leave because others came too: else members who wait for one another would join and
leave turn by turn. All look at how things stood before, so their order does not matter.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from game.engine.arrays import F64, Columns, Mask, columns_of
from game.engine.conditions.knowledge import SLACK, belief_in
from game.engine.conditions.situation import track_row
from game.engine.events import EventKind
from game.engine.exact import logistic
from game.engine.world import Cause, World
from game.language import N_, Phrase, joined, phrase
from game.model.coalitions import Coalition, Member
from game.model.ids import ActorId, PlanId

PROOF, BACKSTOP, LOSSES = range(3)
"""What a member looks at, in the order in which it is named as the reason."""
_JOINS = (phrase("proof enough"), phrase("trust in the backstop"))
_LEAVES = (
    N_("{actor} loses “{member}” for now: too little proof"),
    N_("{actor} loses “{member}” for now: too little trust in the backstop"),
    N_("{actor} loses “{member}” for now: too many losses"),
)


def review_members(world: World) -> None:
    """End of phase 2: every member decides anew whether it is with the others."""
    for actor, spec in world.program.scenario.actors.items():
        if spec.coalition is not None:
            _review(world, actor, spec.coalition)


def _review(world: World, actor: ActorId, coalition: Coalition) -> None:
    members = tuple(coalition.members.values())
    rows = [world.whole("member", actor, member.id) for member in members]
    before = [row == 1 for row in rows]
    proof, promise, losses = proof_held(world, actor), backstop_held(world, actor), losses_borne(world, actor)
    everybody = world.everything()
    changed = False
    for place, member in enumerate(members):
        asks = _asked(world, coalition, members, before, place)
        reasons = (
            everybody if proof is None else (proof + SLACK >= asks) & (asks < 1.0) | (asks <= 0.0),
            everybody if promise is None else promise >= world.value(member.backstop),
            everybody if losses is None else losses <= world.value(member.losses),
        )
        joins = reasons[PROOF] & reasons[BACKSTOP] & reasons[LOSSES]
        moved = columns_of(joins != before[place])
        if len(moved):
            changed = True
            rows[place][moved] = joins[moved]
            # Who is in at the start is how things stand, and no news
            if world.recorder is not None and world.turn > 1:
                texts = [_why(world, actor, member, c, reasons) for c in moved.tolist()]
                world.tell(EventKind.COALITION, moved, texts, actor=actor, subject=str(member.id))
    if coalition.share_track is not None and (changed or world.turn == 1):
        _show(world, actor, coalition)


def _asked(
    world: World, coalition: Coalition, members: Sequence[Member], before: Sequence[Mask], place: int
) -> F64:
    """The belief that a member asks for, (games,): theta, raised while it is out and others are in."""
    theta = np.broadcast_to(np.asarray(world.value(members[place].proof), dtype=np.float64), world.count)
    riding = world.value(coalition.free_riding)
    if isinstance(riding, float | int) and riding == 0:
        return theta
    joined, whole = np.zeros(world.count), np.zeros(world.count)
    for other, member in enumerate(members):
        if other != place:
            weight = world.value(member.weight)
            whole += weight
            joined += weight * before[other]
    share = joined / np.maximum(whole, 1e-12)
    raised: F64 = np.where(before[place] | (theta <= 0.0), theta, np.minimum(1.0, theta + riding * share))
    return raised


def proof_held(world: World, actor: ActorId) -> F64 | None:
    """pi: a coalition's belief in what its plan counts, 0 before anything happened; None where none is asked.

    Of several plans those count that have been alleged, or all while none has, and of these the strongest.
    """
    plans = _plans(world, actor)
    if not plans:
        return None
    alleged = [world.whole("alleged_at", plan) >= 0 for plan in plans]
    quiet = ~np.logical_or.reduce(np.array(alleged), axis=0)
    strongest = np.zeros(world.count)
    for plan_id, named in zip(plans, alleged, strict=True):
        plan = world.program.scenario.plans[plan_id]
        asked = (named | quiet) & (world.whole("happened", plan.incident) >= 0)
        belief = belief_in(world, plan.incident, actor, plan.counts)
        strongest = np.maximum(strongest, np.where(asked, belief, 0.0))
    return strongest


def _plans(world: World, actor: ActorId) -> tuple[PlanId, ...]:
    coalition = _coalition(world, actor)
    return coalition.plans or (() if coalition.plan is None else (coalition.plan,))


def backstop_held(world: World, actor: ActorId) -> F64 | None:
    """q: how likely the coalition thinks it that its backstop keeps its word; None where none is asked."""
    coalition = _coalition(world, actor)
    if coalition.backstop is None or coalition.promise is None:
        return None
    return logistic(world.number("credibility", actor, coalition.backstop, coalition.promise))


def losses_borne(world: World, actor: ActorId) -> F64 | None:
    """The coalition's losses so far; None where nobody counts them."""
    coalition = _coalition(world, actor)
    if coalition.losses_track is None:
        return None
    return world.number(*track_row(world.program.scenario, actor, coalition.losses_track))


def _coalition(world: World, actor: ActorId) -> Coalition:
    coalition = world.program.scenario.actors[actor].coalition
    if coalition is None:
        raise KeyError(f"{actor} has no members")
    return coalition


def joined_share(world: World, actor: ActorId) -> F64:
    """The share of a coalition's weight that has joined, float64 (games,), 0 to 1."""
    joined, whole = np.zeros(world.count), np.zeros(world.count)
    for member in _coalition(world, actor).members.values():
        weight = world.value(member.weight)
        whole += weight
        joined += weight * (world.whole("member", actor, member.id) == 1)
    return joined / np.maximum(whole, 1e-12)


def agreed(world: World, actor: ActorId) -> Mask:
    """The games in which a coalition consents: all have joined, or enough where not all are needed."""
    coalition = _coalition(world, actor)
    enough: Mask = joined_share(world, actor) >= world.value(coalition.quorum) - SLACK
    if not coalition.unanimous:
        return enough
    everybody = world.everything()
    for member in coalition.members:
        everybody &= world.whole("member", actor, member) == 1
    going_on: Mask = enough & (world.whole("proceeding", actor) == 1)
    return everybody | going_on


_GOES_ON = N_("{actor} will not wait for unanimity")
_GOES_ON_WITHOUT = N_("{actor} will not wait for unanimity; it goes on without {members}")


def proceed(world: World, actor: ActorId, where: Columns, cause: Cause) -> None:
    """A coalition goes on without those who have not joined: its weight is that of those who have."""
    row = world.whole("proceeding", actor)
    where = where[row[where] == 0]
    row[where] = 1
    if world.recorder is None or not len(where):
        return
    members = _coalition(world, actor).members.values()
    absent = [(member.name, world.whole("member", actor, member.id)[where] == 0) for member in members]
    texts = []
    for place in range(len(where)):
        names = [phrase("“{name}”", name=name) for name, out in absent if out[place]]
        template = _GOES_ON_WITHOUT if names else _GOES_ON
        texts.append(phrase(template, actor=world.program.words(actor), members=names))
    world.tell(EventKind.COALITION, where, texts, actor=actor, subject=actor, cause=cause.told(None))


def _show(world: World, actor: ActorId, coalition: Coalition) -> None:
    """Let the track that shows the joined share follow it."""
    if coalition.share_track is None:
        return
    row = world.number("track", actor, coalition.share_track)
    by = 100.0 * joined_share(world, actor) - row
    where = columns_of(np.abs(by) > SLACK)
    if len(where):
        world.change(actor, coalition.share_track, by, where, Cause("members"))


def _why(world: World, actor: ActorId, member: Member, column: int, reasons: tuple[Mask, ...]) -> Phrase:
    """Why a member joins (what it asked for and now has) or leaves (what it misses first)."""
    missing = next((n for n, met in enumerate(reasons) if not met[column]), None)
    if missing is not None:
        return phrase(_LEAVES[missing], actor=world.program.words(actor), member=member.name)
    asked = list(_asked_for(world, _coalition(world, actor), member))
    why = joined("{one} and {other}", asked) if asked else phrase("nothing is asked")
    who = world.program.words(actor)
    return phrase("{actor} wins “{member}” over: {why}", actor=who, member=member.name, why=why)


def _asked_for(world: World, coalition: Coalition, member: Member) -> Iterator[Phrase]:
    wanted = (coalition.plan is not None or bool(coalition.plans), coalition.backstop is not None)
    for is_wanted, threshold, said in zip(wanted, (member.proof, member.backstop), _JOINS, strict=True):
        if is_wanted and np.any(np.asarray(world.value(threshold)) > 0):
            yield said

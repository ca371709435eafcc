"""Coalitions: who has joined, and of the others why not, as far as this seat may know."""

import math
from collections.abc import Iterator

from attrs import frozen

from game.model.actors import Owner
from game.model.coalitions import Coalition, Member
from game.model.ids import PUBLIC, ActorId, PlanId
from game.view.beliefs import belief_in
from game.view.sight import Sight
from game.view.words import listing, number, percent, sentence


@frozen
class AskView:
    """One thing that a member asks for before it joins."""

    kind: str
    """`proof`, `backstop` or `losses`."""
    text: str
    """In a clause: `proof of 60 % (yours is 43 %)`."""
    met: bool | None
    """Whether it is met; None where this seat cannot know."""


@frozen
class MemberView:
    """One member."""

    id: str
    name: str
    share: float
    """Of the coalition's whole weight, 0 to 1."""
    joined: bool
    changed: bool
    """Whether that is new since last turn."""
    asks: tuple[AskView, ...]
    controls: tuple[str, ...]
    """Gates that stay shut unless it has joined, in words."""
    summary: str
    words: str
    """All of it in a sentence or two."""


@frozen
class CoalitionView:
    """An actor that is many."""

    actor: str
    actor_name: str
    mine: bool
    members: tuple[MemberView, ...]
    share: float
    """Of the weight that has joined, 0 to 1."""
    quorum: float
    """Share with which it can go on without unanimity."""
    unanimous: bool
    """Whether consent needs everybody."""
    proceeding: bool
    """Whether it goes on without unanimity."""
    agreed: bool
    """Whether it consents now."""
    words: str


def coalitions(sight: Sight) -> tuple[CoalitionView, ...]:
    """Every actor with members, in the scenario's order."""
    return tuple(
        _coalition(sight, actor_id, actor.coalition)
        for actor_id, actor in sight.scenario.actors.items()
        if actor.coalition is not None
    )


def _coalition(sight: Sight, actor: ActorId, spec: Coalition) -> CoalitionView:
    weights = {member.id: sight.amount(member.weight) for member in spec.members.values()}
    whole = math.fsum(weights.values()) or 1.0
    joined = {member for member in spec.members if _joined(sight, actor, member)}
    share = math.fsum(weights[member] for member in joined) / whole
    members = tuple(
        _member(sight, actor, spec, member, weights[member.id] / whole) for member in spec.members.values()
    )
    proceeding = sight.count("proceeding", actor) == 1
    quorum = sight.amount(spec.quorum)
    everybody = len(joined) == len(spec.members)
    enough = share >= quorum - 1e-9
    agreed = everybody or (enough and (proceeding or not spec.unanimous))
    return CoalitionView(
        actor=str(actor),
        actor_name=sight.name(actor),
        mine=actor == sight.me,
        members=members,
        share=share,
        quorum=quorum,
        unanimous=spec.unanimous,
        proceeding=proceeding,
        agreed=agreed,
        words=_words(spec, len(joined), share, quorum, proceeding=proceeding, agreed=agreed),
    )


def _words(
    spec: Coalition, joined: int, share: float, quorum: float, *, proceeding: bool, agreed: bool
) -> str:
    said = f"{joined} of {len(spec.members)} members have joined, {percent(share)} of its weight"
    if agreed and proceeding and joined < len(spec.members):
        return f"{said}; it goes on without the others."
    if agreed:
        return f"{said}; it can act."
    if spec.unanimous and not proceeding:
        return f"{said}; it needs all of them, or {percent(quorum)} and a decision to go on without the rest."
    return f"{said}; it needs {percent(quorum)}."


def _joined(sight: Sight, actor: str, member: str) -> bool:
    return sight.count("member", actor, member) == 1


def _member(sight: Sight, actor: ActorId, spec: Coalition, member: Member, share: float) -> MemberView:
    joined = _joined(sight, actor, member.id)
    before = _joined(sight.before, actor, member.id) if sight.before else joined
    asks = tuple(_asks(sight, actor, spec, member))
    controls = tuple(gate.replace("_", " ") for gate in member.controls)
    wants = listing(ask.text for ask in asks)
    said = f"{member.name}: {percent(share)} of the weight, {'' if joined else 'not '}joined"
    if wants:
        said += f"; asked for: {wants}"
    if controls and not joined:
        said += f"; kept shut: {listing(controls)}"
    return MemberView(
        id=str(member.id),
        name=member.name,
        share=share,
        joined=joined,
        changed=joined != before,
        asks=asks,
        controls=controls,
        summary=member.summary,
        words=sentence(said),
    )


def _asks(sight: Sight, actor: ActorId, spec: Coalition, member: Member) -> Iterator[AskView]:
    """What it asks for, beside what this seat knows of it: its own belief, or else what is public."""
    proof = sight.amount(member.proof)
    plans = spec.plans or ((spec.plan,) if spec.plan else ())
    if plans and proof > 0:
        raised = _free_riding(sight, actor, spec, member)
        alleged = [plan for plan in plans if sight.count("alleged_at", plan) >= 0]
        held = max(_belief(sight, actor, plan) for plan in alleged or plans)
        exact = actor == sight.me
        unknown = f"{sight.name(actor)}'s own belief is not known; the public's is"
        whose = "yours is" if exact else unknown
        said = (
            "more proof than there can be" if proof + raised >= 1 else f"proof of {percent(proof + raised)}"
        )
        more = f", {percent(raised)} more than if nobody else had joined" if raised >= 0.005 else ""
        met = held >= proof + raised - 1e-9 if exact else None
        yield AskView("proof", f"{said}{more} ({whose} {percent(held)})", met)
    backstop = sight.amount(member.backstop)
    if spec.backstop is not None and spec.promise is not None and backstop > 0:
        row = ("credibility", str(actor), str(spec.backstop), str(spec.promise))
        log_odds = sight.number(*row)
        trusted = None if log_odds is None else 1 / (1 + math.exp(-log_odds))
        known = f" (you give it {percent(trusted)})" if trusted is not None else ""
        whom = sight.you(str(spec.backstop))
        yield AskView(
            "backstop",
            f"trust of {percent(backstop)} that {whom} will stand behind it{known}",
            None if trusted is None else trusted >= backstop,
        )
    most = sight.amount(member.losses)
    if spec.losses_track is not None:
        world = sight.scenario.tracks[spec.losses_track].owner is Owner.WORLD
        losses = sight.number("track", "world" if world else str(actor), str(spec.losses_track))
        known = f" (now {number(round(losses, 1))})" if losses is not None else ""
        yield AskView(
            "losses", f"losses of {number(most)} at most{known}", None if losses is None else losses <= most
        )


def _belief(sight: Sight, actor: ActorId, plan: PlanId) -> float:
    """Belief in the causes that a plan counts: the coalition's if that is this seat, or the public's."""
    spec = sight.scenario.plans[plan]
    if sight.count("happened", spec.incident) < 0:
        return 0.0
    observer = str(actor) if actor == sight.me else str(PUBLIC)
    return belief_in(sight, spec.incident, observer, spec.counts) or 0.0


def _free_riding(sight: Sight, actor: ActorId, spec: Coalition, member: Member) -> float:
    """How much the threshold of a member that is out is raised by others who have joined."""
    riding, proof = sight.amount(spec.free_riding), sight.amount(member.proof)
    if riding <= 0 or proof <= 0 or _joined(sight, actor, member.id):
        return 0.0
    others = [one for one in spec.members.values() if one.id != member.id]
    whole = math.fsum(sight.amount(one.weight) for one in others)
    joined = math.fsum(sight.amount(one.weight) for one in others if _joined(sight, actor, one.id))
    return min(1.0 - proof, riding * joined / whole) if whole > 0 else 0.0

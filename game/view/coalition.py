"""Coalitions: who has joined, and of the others why not, as far as this seat may know."""

import math
from collections.abc import Iterator

from attrs import frozen

from game.language import N_, _, count, say, told
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
    needed: float | None = None
    """The threshold: a share, or the most losses; None where no number says it."""
    held: float | None = None
    """Where that stands now, as far as this seat knows."""
    own: bool = True
    """Whether `held` is what counts; if not, the nearest that this seat can see."""


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
    said = count(
        len(spec.members),
        "{joined} of {number} member has joined, {share} of its weight",
        "{joined} of {number} members have joined, {share} of its weight",
        joined=joined,
        share=percent(share),
    )
    if agreed and proceeding and joined < len(spec.members):
        return say("{said}; it goes on without the others.", said=said)
    if agreed:
        return say("{said}; it can act.", said=said)
    if spec.unanimous and not proceeding:
        return say(
            "{said}; it needs all of them, or {quorum} and a decision to go on without the rest.",
            said=said,
            quorum=percent(quorum),
        )
    return say("{said}; it needs {quorum}.", said=said, quorum=percent(quorum))


def _joined(sight: Sight, actor: str, member: str) -> bool:
    return sight.count("member", actor, member) == 1


def _member(sight: Sight, actor: ActorId, spec: Coalition, member: Member, share: float) -> MemberView:
    joined = _joined(sight, actor, member.id)
    before = _joined(sight.before, actor, member.id) if sight.before else joined
    asks = tuple(_asks(sight, actor, spec, member))
    controls = tuple(told(gate.replace("_", " ")) for gate in member.controls)
    wants = listing(ask.text for ask in asks)
    name = told(member.name)
    state = (
        N_("{name}: {share} of the weight, joined")
        if joined
        else N_("{name}: {share} of the weight, not joined")
    )
    said = [say(state, name=name, share=percent(share))]
    if wants:
        said.append(say("asked for: {asks}", asks=wants))
    if controls and not joined:
        said.append(say("kept shut: {gates}", gates=listing(controls)))
    return MemberView(
        id=str(member.id),
        name=name,
        share=share,
        joined=joined,
        changed=joined != before,
        asks=asks,
        controls=controls,
        summary=told(member.summary),
        words=sentence("; ".join(said)),
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
        said = _proof(sight, actor, proof, raised, held)
        met = held >= proof + raised - 1e-9 if exact else None
        yield AskView("proof", said, met, min(1.0, proof + raised), held, exact)
    backstop = sight.amount(member.backstop)
    if spec.backstop is not None and spec.promise is not None and backstop > 0:
        row = ("credibility", str(actor), str(spec.backstop), str(spec.promise))
        log_odds = sight.number(*row)
        trusted = None if log_odds is None else 1 / (1 + math.exp(-log_odds))
        said = say(
            "trust of {share} that {actor} will stand behind it",
            share=percent(backstop),
            actor=sight.you(str(spec.backstop)),
        )
        if trusted is not None:
            said = say("{said} (you give it {trust})", said=said, trust=percent(trusted))
        yield AskView("backstop", said, None if trusted is None else trusted >= backstop, backstop, trusted)
    most = sight.amount(member.losses)
    if spec.losses_track is not None:
        world = sight.scenario.tracks[spec.losses_track].owner is Owner.WORLD
        losses = sight.number("track", "world" if world else str(actor), str(spec.losses_track))
        said = say("losses of {most} at most", most=number(most))
        if losses is not None:
            said = say("{said} (now {losses})", said=said, losses=number(round(losses, 1)))
        yield AskView("losses", said, None if losses is None else losses <= most, most, losses)


def _proof(sight: Sight, actor: ActorId, proof: float, raised: float, held: float) -> str:
    """Proof that a member asks for, beside what is believed."""
    if proof + raised >= 1:
        said = _("more proof than there can be")
    else:
        said = say("proof of {share}", share=percent(proof + raised))
    if raised >= 0.005:
        said = say("{said}, {more} more than if nobody else had joined", said=said, more=percent(raised))
    if actor == sight.me:
        return say("{said} (yours is {belief})", said=said, belief=percent(held))
    return say(
        "{said} ({actor}'s own belief is not known; the public's is {belief})",
        said=said,
        actor=sight.name(actor),
        belief=percent(held),
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

"""Moves: what a seat may order, what it does, and why not where it may not."""

from collections import Counter
from collections.abc import Iterable, Iterator

from attrs import evolve, frozen

from game.engine.conditions.logic import NoneOf
from game.engine.effects.branches import ByChance, When
from game.engine.effects.deals import Breach, SnapBack
from game.engine.program import Move
from game.language import _, say
from game.model.actions import Engagement, Kind
from game.model.ids import PUBLIC, CauseId
from game.model.primitives import Effect
from game.model.world_rules import Sequence
from game.view.beliefs import belief_in, known_cause
from game.view.clashes import clash_chance
from game.view.notes import NoteView, notes_on
from game.view.sight import Sight
from game.view.words import ENGAGEMENT, KINDS, listing


@frozen
class ChoiceView:
    """Something to choose: a claim's wording, rules of engagement, a contingency, a variant."""

    id: str
    name: str
    summary: str


@frozen
class MoveView:
    """One action on concrete targets."""

    number: int
    """From 1, over all groups; a move keeps its number for the whole game."""
    name: str
    """What goes into `Orders.moves`: `actor/action` or `actor/action/target`."""
    label: str
    """A short imperative; it names the target where the action has several."""
    summary: str
    kind: str
    rung: int | None
    """Index of its rung; None in a game without a ladder."""
    rung_name: str
    target: str
    target_name: str
    available: bool
    reasons: tuple[str, ...]
    """Why not, in words."""
    requires: tuple[str, ...]
    """What it needs, in words."""
    effects: tuple[str, ...]
    """What it does, in words."""
    reads_as: tuple[str, ...]
    """Where others read it higher or lower than it is sent: `Russia reads it as show of force`."""
    notes: tuple[str, ...]
    """How long it lasts, who sees it, which promise or obligation it would keep, which cap it would break."""
    readings: tuple[int, ...] = ()
    """The rungs, other than its own, at which somebody else will read it; the lowest first."""
    facts: tuple[NoteView, ...] = ()
    """The notes again, each with its kind."""


@frozen
class MoveGroupView:
    """The moves of one kind."""

    kind: str
    name: str
    moves: tuple[MoveView, ...]


@frozen
class EngagementView:
    """Rules of engagement."""

    current: str
    """`tight`, `normal` or `free`."""
    choices: tuple[ChoiceView, ...]
    hazard: tuple[float, ...] = ()
    """By how much each of them multiplies the hazard of an accidental engagement."""
    risk: tuple[float, ...] = ()
    """How likely one's forces then clash by accident this turn at the present rungs, 0-1."""


@frozen
class ClaimChoiceView:
    """A public claim that this seat may make."""

    number: int
    """From 1."""
    incident: str
    incident_name: str
    claim: str
    text: str
    current: bool
    """Whether this is what it says already."""
    believed: float | None = None
    """This seat's own belief that it is true, 0-1; None where it asserts nothing."""
    public: float | None = None
    """The public's."""
    untrue: bool = False
    """Whether this seat knows for certain that it is not so."""


@frozen
class OrdersLimit:
    """What a seat may order in a turn."""

    moves: int
    contingent: bool
    claims: bool
    engagement: bool
    simultaneous: bool
    """Whether all order at once, in secret."""


def moves(sight: Sight) -> tuple[MoveGroupView, ...]:
    """This seat's moves by kind, in the order in which acts are resolved; numbers never change in a game."""
    mine = sight.program.moves_of[sight.me]
    legal = sight.observation.legal()
    groups, number = [], 0
    several = _with_several_targets(mine)
    for kind in Kind:
        views = []
        for place, move in enumerate(mine):
            if move.action.kind is kind:
                number += 1
                views.append(_move(sight, move, number, bool(legal[place][0]), move.action.id in several))
        if views:
            groups.append(MoveGroupView(kind.value, _(KINDS[kind.value]), tuple(views)))
    return tuple(groups)


def _with_several_targets(mine: tuple[Move, ...]) -> frozenset[str]:
    counted = Counter(str(move.action.id) for move in mine)
    return frozenset(action for action, times in counted.items() if times > 1)


def _move(sight: Sight, move: Move, number: int, available: bool, several: bool) -> MoveView:
    action, target = move.action, move.target
    name = move_label(sight, move, several=several)
    facts = notes_on(sight, move)
    return MoveView(
        number=number,
        name=move.name,
        label=name,
        summary=action.summary,
        kind=action.kind.value,
        rung=move.rung if sight.program.rungs else None,
        rung_name=sight.rung_name(move.rung),
        target=str(target or ""),
        target_name=sight.name(target) if target else "",
        available=available,
        reasons=() if available else _reasons(sight, move),
        requires=sight.conditions(action.requires),
        effects=sight.effects(tuple(possible(sight, action.effects))),
        reads_as=_readings(sight, move),
        notes=tuple(fact.words for fact in facts),
        facts=facts,
        readings=tuple(sorted({rung for who, rung in _others_reading(sight, move) if rung != move.rung})),
    )


def move_label(sight: Sight, move: Move, *, several: bool) -> str:
    """A move as its action is called; one of several names its target."""
    if not several or move.target is None:
        return move.action.name
    return say("{action}: {target}", action=move.action.name, target=sight.name(move.target))


def possible(sight: Sight, effects: Iterable[Effect]) -> Iterator[Effect]:
    """The effects that could come about now: nothing is taken back of a deal that was never made."""
    for effect in effects:
        if isinstance(effect, Breach | SnapBack):
            if sight.count("deal", effect.deal) != 0:
                yield effect
        elif isinstance(effect, When | ByChance):
            then = tuple(possible(sight, effect.then))
            otherwise = tuple(possible(sight, effect.else_))
            if then or otherwise:
                yield evolve(effect, then=then, else_=otherwise)
        else:
            yield effect


def _reasons(sight: Sight, move: Move) -> tuple[str, ...]:
    """Why not, as `needs: ...` or `not while ...`."""
    said = sight.observation.why_not(move)
    if not sight.observation.may_order:
        return said
    clauses = []
    for need in sight.observation.unmet(move.requires):
        (clause,) = sight.unmet([need])
        negated = isinstance(need, NoneOf)  # reads `not while ...`
        clauses.append(clause if negated else say("needs: {condition}", condition=clause))
    return tuple(clauses)


def _others_reading(sight: Sight, move: Move) -> list[tuple[str, int]]:
    """At which rung each other actor reads it; nothing of it in a game without a ladder."""
    if not sight.program.rungs:
        return []
    return [(str(who), rung) for who, rung in move.reads.items() if who not in (sight.me, PUBLIC)]


def _readings(sight: Sight, move: Move) -> tuple[str, ...]:
    """Who reads it at another rung than it is sent at."""
    found: dict[int, list[str]] = {}
    for observer, rung in _others_reading(sight, move):
        if rung != move.rung:
            found.setdefault(rung, []).append(sight.name(observer))
    others = [a for a in sight.program.actors if a != sight.me and a in move.reads]
    said = []
    for rung, who in sorted(found.items()):
        if len(who) == len(others) > 1:
            said.append(say("everybody else will read it as {rung}", rung=sight.rung_name(rung)))
        else:
            said.append(
                say("{readers} will read it as {rung}", readers=listing(who), rung=sight.rung_name(rung))
            )
    return tuple(said)


def engagement(sight: Sight) -> EngagementView | None:
    """This seat's rules of engagement, where it sets any."""
    current = sight.whole("roe", sight.me) if sight.scenario.rules_of_engagement else None
    if current is None:
        return None
    choices = tuple(ChoiceView(key, _(name), _(summary)) for key, (name, summary) in ENGAGEMENT.items())
    rules = sight.scenario.rules_of_engagement
    assert rules is not None, "a seat has rules of engagement only where there are any"
    numbers = {Engagement.TIGHT: rules.tight, Engagement.NORMAL: rules.normal, Engagement.FREE: rules.free}
    hazard = tuple(sight.amount(numbers[Engagement(choice.id)]) for choice in choices)
    now = hazard[current] or 1.0
    risk = tuple(clash_chance(sight, factor / now) for factor in hazard)
    return EngagementView(choices[current].id, choices, hazard, risk)


def claim_choices(sight: Sight) -> tuple[ClaimChoiceView, ...]:
    """What this seat may say in public, of incidents that have happened."""
    if not sight.scenario.orders.claims:
        return ()
    found: list[ClaimChoiceView] = []
    everything = list(sight.scenario.claims.values())
    for incident in sight.scenario.incidents.values():
        if sight.count("happened", incident.id) < 0:
            continue
        current = sight.count("claim", incident.id, sight.me)
        known = known_cause(sight, incident.id)
        for index, claim in enumerate(everything):
            if not claim.by or sight.me in claim.by:
                found.append(
                    ClaimChoiceView(
                        len(found) + 1,
                        str(incident.id),
                        incident.name,
                        str(claim.id),
                        claim.name,
                        index == current,
                        _believed(sight, str(incident.id), sight.me, claim.causes),
                        _believed(sight, str(incident.id), PUBLIC, claim.causes),
                        known is not None and bool(claim.causes) and known.id not in claim.causes,
                    )
                )
    return tuple(found)


def _believed(sight: Sight, incident: str, observer: str, causes: tuple[CauseId, ...]) -> float | None:
    return belief_in(sight, incident, observer, causes) if causes else None


def contingencies(sight: Sight) -> tuple[ChoiceView, ...]:
    """What a contingent order may hang on."""
    if not sight.scenario.orders.contingent:
        return ()
    return tuple(
        ChoiceView(str(question.id), question.name, listing(sight.conditions(question.when)))
        for question in sight.scenario.contingencies.values()
        if not question.by or sight.me in question.by
    )


def orders_limit(sight: Sight) -> OrdersLimit:
    """How much may be ordered in a turn."""
    orders = sight.scenario.orders
    return OrdersLimit(
        moves=orders.moves,
        contingent=orders.contingent and bool(contingencies(sight)),
        claims=orders.claims and bool(sight.scenario.claims),
        engagement=sight.whole("roe", sight.me) is not None,
        simultaneous=orders.sequence is Sequence.SIMULTANEOUS,
    )

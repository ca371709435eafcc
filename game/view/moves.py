"""Moves: what a seat may order, what it does, and why not where it may not."""

from collections import Counter

from attrs import frozen

from game.engine.program import Move
from game.model.actions import Kind
from game.model.ids import PUBLIC
from game.model.world_rules import Sequence
from game.view.notes import notes
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
            groups.append(MoveGroupView(kind.value, KINDS[kind.value], tuple(views)))
    return tuple(groups)


def _with_several_targets(mine: tuple[Move, ...]) -> frozenset[str]:
    counted = Counter(str(move.action.id) for move in mine)
    return frozenset(action for action, times in counted.items() if times > 1)


def _move(sight: Sight, move: Move, number: int, available: bool, several: bool) -> MoveView:
    action, target = move.action, move.target
    name = action.name if not several or target is None else f"{action.name}: {sight.name(target)}"
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
        effects=sight.effects(action.effects),
        reads_as=_readings(sight, move),
        notes=notes(sight, move),
        readings=tuple(sorted({rung for who, rung in _others_reading(sight, move) if rung != move.rung})),
    )


def _reasons(sight: Sight, move: Move) -> tuple[str, ...]:
    """Why not, as `needs: ...` or `not while ...`."""
    said = sight.observation.why_not(move)
    if not sight.observation.may_order:
        return said
    plain = {f"needs: {sight.program.explain(need)}": need for need in move.action.requires}
    clauses = sight.conditions([plain[reason] for reason in said])
    return tuple(clause if clause.startswith("not while ") else f"needs: {clause}" for clause in clauses)


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
        readers = "everybody else" if len(who) == len(others) > 1 else listing(who)
        said.append(f"{readers} will read it as {sight.rung_name(rung)}")
    return tuple(said)


def engagement(sight: Sight) -> EngagementView | None:
    """This seat's rules of engagement, where it sets any."""
    current = sight.whole("roe", sight.me) if sight.scenario.rules_of_engagement else None
    if current is None:
        return None
    choices = tuple(ChoiceView(key, name, summary) for key, (name, summary) in ENGAGEMENT.items())
    return EngagementView(choices[current].id, choices)


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
                    )
                )
    return tuple(found)


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

"""The eight phases of a turn, in order, and nothing else.

1 situation, 2 intelligence (`begin`); 3 orders (the players); 4 resolution, 5 commitments, 6 chance,
7 accounting, 8 outcome (`resolve`).
"""

from collections.abc import Mapping, Sequence

import numpy as np

from game.engine.arrays import I32, Columns, Mask, columns_of
from game.engine.conditions.logic import all_hold
from game.engine.events import EventKind
from game.engine.layout import ENGAGEMENTS
from game.engine.legality import legal_moves, whose_turn
from game.engine.mechanisms import (
    accounting,
    attribution,
    bargaining,
    claims,
    coalitions,
    credibility,
    deals,
    endings,
    exposure,
    hazard,
    ladders,
    memory,
    movement,
    preparation,
    promises,
    response_plan,
    steps,
)
from game.engine.moves import ANSWERED_AFTER, STAGES, Move
from game.engine.orders import BatchOrders
from game.engine.world import Cause, World
from game.language import N_, phrase, quote
from game.model.actions import Engagement
from game.model.ids import ActorId

_ENGAGEMENT = {
    Engagement.TIGHT: N_("{actor} sets its rules of engagement to tight"),
    Engagement.NORMAL: N_("{actor} sets its rules of engagement to normal"),
    Engagement.FREE: N_("{actor} sets its rules of engagement to free"),
}


def open_games(world: World) -> None:
    """Draw what is drawn once, and begin the first turn."""
    world.chance.at(0)
    endings.draw_start(world)
    attribution.open_beliefs(world)
    begin(world)


def begin(world: World) -> None:
    """Phases 1 and 2 of the turn that the world's clock shows."""
    world.cache.clear()
    world.chance.at(world.turn)
    everyone = np.arange(world.count)
    world.tell(EventKind.TURN, everyone, phrase("Turn {turn}, hour {hour}", turn=world.turn, hour=world.hour))
    movement.advance(world)
    for incident in world.program.scenario.incidents.values():
        if (
            incident.at_hour is not None
            and world.hour - world.hours_per_turn < incident.at_hour <= world.hour
        ):
            attribution.bring(world, incident.id, everyone, Cause("clock"))
    preparation.keep_ready(world)
    attribution.receive_evidence(world)
    exposure.leak(world)
    coalitions.review_members(world)


def next_turn(world: World) -> None:
    """Move the clock of games that go on, and begin their next turn."""
    memory.remember(world)
    world.turn += 1
    world.hour += world.hours_per_turn
    begin(world)


def resolve(world: World, orders: Mapping[ActorId, BatchOrders]) -> None:
    """Phases 4 to 8. Orders that are not legal are passed over; games that end have an outcome afterwards."""
    _carry_out(world, orders)
    deals.carry_out(world)
    ladders.read_ladders(world)
    response_plan.run_plans(world)
    promises.settle_commitments(world)
    steps.run_steps(world)
    claims.charge_wrong_claims(world)
    if hazard.leave_to_chance(world):
        ladders.read_ladders(world)
    accounting.harden_facts(world)
    accounting.count_losses(world)
    accounting.drift(world)
    movement.recover(world)
    everyone = np.arange(world.count)
    for effect in world.program.scenario.every_turn:
        effect.apply(world, everyone, Cause("every turn"))
    credibility.forget(world)
    endings.settle_outcomes(world)


def _carry_out(world: World, orders: Mapping[ActorId, BatchOrders]) -> None:
    legal = legal_moves(world)
    sooner, later = range(ANSWERED_AFTER + 1), range(ANSWERED_AFTER + 1, len(STAGES))
    given = {actor: orders[actor] for actor in whose_turn(world) if actor in orders}
    bargaining.bargain(world, given)
    slots: dict[ActorId, list[I32]] = {}
    for actor, asked in given.items():
        _stand(world, actor, asked)
        slots[actor] = _ordered(world, legal, actor, asked)
    _perform(world, slots, sooner)
    for actor, asked in given.items():
        _speak(world, actor, asked)
    answers: dict[ActorId, list[I32]] = {}
    for actor, asked in given.items():
        if (asked.contingency >= 0).any() and world.program.scenario.orders.contingent:
            answer = _allowed(world, legal, _answer(world, actor, asked), actor)
            answers[actor] = [_not_together(world, answer, slots[actor])]
    _perform(world, answers, sooner)
    _perform(world, {actor: rows + answers.get(actor, []) for actor, rows in slots.items()}, later)


def _ordered(world: World, legal: Mask, actor: ActorId, orders: BatchOrders) -> list[I32]:
    """One seat's moves that it may make: as many as a turn has, and a contingent one takes the last place."""
    most = world.program.scenario.orders.moves
    slots: list[I32] = []
    for place, row in enumerate(orders.moves[:most]):
        asked = np.where(orders.contingency >= 0, np.int32(-1), row) if place == most - 1 else row
        slots.append(_not_together(world, _allowed(world, legal, asked, actor), slots))
    return slots


def _allowed(world: World, legal: Mask, row: I32, actor: ActorId) -> I32:
    """The ordered moves that are the actor's own and legal; -1 elsewhere."""
    mine = world.program.moves_of[actor]
    if not mine:
        return np.full(world.count, -1, dtype=np.int32)
    own = (row >= mine[0].index) & (row <= mine[-1].index)
    fine = own & legal[np.where(own, row, 0), np.arange(world.count)]
    if world.recorder is not None:
        for column in columns_of(own & ~fine).tolist():
            name = world.program.moves[row[column]].action.name
            who = world.program.words(actor)
            text = phrase("{actor} cannot carry out “{action}” any more", actor=who, action=name)
            world.tell(EventKind.FORGONE, np.array([column]), text, actor=actor, seen_by=(actor,))
    return np.where(fine, row, -1).astype(np.int32)


def _not_together(world: World, row: I32, before: Sequence[I32]) -> I32:
    """Nobody makes the same move twice in a turn, nor two that exclude one another."""
    for earlier in before:
        row[(row >= 0) & (earlier >= 0) & world.program.excluded[row, earlier]] = -1
    return row


def _perform(world: World, slots: Mapping[ActorId, Sequence[I32]], stages: range) -> None:
    """Make the ordered moves of these stages, each in all its games at once, in the order of the program."""
    moves: list[Move] = []
    for rows in slots.values():
        present: set[int] = set()
        for row in rows:
            present.update(columns_of(np.bincount(row + 1)[1:] > 0).tolist())
        moves += [m for m in (world.program.moves[index] for index in present) if m.stage in stages]
    for move in sorted(moves, key=lambda m: (m.stage, m.index)):
        _do(world, move, _where(slots[move.actor], move.index))


def _where(rows: Sequence[I32], index: int) -> Columns:
    """The games, in order, in which a move stands in one of these rows."""
    there: Mask = rows[0] == index
    for row in rows[1:]:
        there |= row == index
    return columns_of(there)


def _do(world: World, move: Move, where: Columns) -> None:
    ladders.perform(world, move, where)
    seen_by = None if move.seen_by is None else tuple(sorted(move.seen_by))
    if world.recorder is not None:
        words = world.program.words
        who = {"actor": words(move.actor), "target": words(move.target) if move.target else ""}
        if move.action.text:
            text = quote(move.action.text, **who)
        elif move.target:
            text = phrase("{actor}: {action} ({target})", action=move.action.name, **who)
        else:
            text = phrase("{actor}: {action}", action=move.action.name, actor=who["actor"])
        world.tell(
            EventKind.ACT,
            where,
            text,
            actor=move.actor,
            target=move.target,
            subject=move.name,
            cause=move.name,
            seen_by=seen_by,
        )
    cause = Cause(move.name, move.actor, move.target, seen_by)
    for effect in move.action.effects:
        effect.apply(world, where, cause)


def _stand(world: World, actor: ActorId, orders: BatchOrders) -> None:
    """Standing rules of engagement change at once."""
    if not world.has(("roe", actor)):
        return
    roe = world.whole("roe", actor)
    where = columns_of((orders.engagement >= 0) & (orders.engagement != roe))
    roe[where] = orders.engagement[where]
    for level, rules in enumerate(ENGAGEMENTS):
        text = phrase(_ENGAGEMENT[rules], actor=world.program.words(actor))
        world.tell(EventKind.ENGAGEMENT, where[roe[where] == level], text, actor=actor, seen_by=(actor,))


def _speak(world: World, actor: ActorId, orders: BatchOrders) -> None:
    """Public claims, with the signals."""
    scenario = world.program.scenario
    if not scenario.orders.claims or not scenario.claims:
        return
    for index, incident in enumerate(scenario.incidents):
        where = columns_of((orders.incident == index) & (orders.claim >= 0))
        if len(where):
            claims.speak(world, incident, actor, orders.claim, where)


def _answer(world: World, actor: ActorId, orders: BatchOrders) -> I32:
    """The moves that contingent orders come down to."""
    chosen = np.full(world.count, -1, dtype=np.int32)
    for index, question in enumerate(world.program.scenario.contingencies.values()):
        asked = orders.contingency == index
        if asked.any() and (not question.by or actor in question.by):
            yes = all_hold(world, question.when)
            chosen = np.where(asked, np.where(yes, orders.then, orders.otherwise), chosen).astype(np.int32)
    return chosen

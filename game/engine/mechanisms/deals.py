"""Deals in force: terms fall due in their order, are delivered or withheld, found out, snapped back.

Those who go first deliver first; the others' terms start only once all of the first's count as delivered.
A term that its giver withholds is found out with the probability of its `detection`, drawn once when it is
due; one that is not found out passes for delivered, and only its giver knows. What is found out is a promise
broken: the partners take back the breached term's share of what they have delivered, what still waits is
cancelled, and the deal is broken.
"""

from collections.abc import Iterable

import numpy as np

from game.engine.arrays import F64, I32, Columns, Mask, columns_of
from game.engine.conditions.logic import all_hold
from game.engine.events import EventKind, Turning
from game.engine.layout import NEVER
from game.engine.mechanisms.credibility import move_credibility, when_broken, when_kept
from game.engine.tables import (
    BROKEN,
    DELIVERED,
    FOUND_BROKEN,
    IN_FORCE,
    KEPT,
    NOTHING,
    SNAPPED_BACK,
    WAITING,
    Card,
    Table,
)
from game.engine.world import Cause, World
from game.language import N_, Phrase, phrase
from game.model.ids import ActorId, DealId, TermId
from game.model.primitives import Effect

HONEST, CHEATS, BACKSLIDES = range(3)
"""What a giver means by a term: to deliver it, not to, or to undo what it has delivered, undrawn as yet."""


def bring_into_force(world: World, table: Table, where: Columns) -> None:
    """The package on the table is agreed in these games: terms wait for their turn, and faces are counted."""
    deal = table.deal
    _bank(world, table, where)
    first = world.whole("offer_first", deal.id)[where]
    gives_first = np.zeros(len(where), dtype=np.bool_)
    for card in table.cards:
        level = world.whole("offer", deal.id, card.term.id)[where]
        gives_first |= (level > 0) & (first == world.program.actor_index(card.term.giver))
    for card in table.cards:
        name = (deal.id, card.term.id)
        level = world.whole("offer", *name)[where]
        at_once = ~gives_first | (first == world.program.actor_index(card.term.giver))
        world.set_whole(("term", *name), level, where)
        world.set_whole(("term_state", *name), np.where(level > 0, WAITING, NOTHING), where)
        world.set_whole(("withheld", *name), 0, where)
        due = world.hour + _in(world.value(card.term.delay_hours), where)
        world.set_number(("term_at", *name), np.where((level > 0) & at_once, due, NEVER), where)
    world.set_whole(("deal", deal.id), IN_FORCE, where)
    _tell(world, table, where, (Turning.GIVEN, phrase("agreed by all")))
    _count_face(world, table, where)
    _apply(world, deal.on_agreed, where, Cause(deal.id))


def _count_face(world: World, table: Table, where: Columns) -> None:
    """What agreeing at all costs at home, less what a mediator or reciprocity covers."""
    if table.deal.face:
        saved = face_saved(world, table)
        for actor, points in table.deal.face.items():
            face = world.value(points) * (1.0 - saved)
            row = world.number("face", table.deal.id, actor)
            row[where] = row[where] + _in(face, where)


def face_saved(world: World, table: Table) -> F64:
    """Share of the face at stake that is saved now, (games,)."""
    covered_when = world.program.scenario.audience.covered_when
    covered = all_hold(world, covered_when) if covered_when else world.nothing()
    return np.where(covered, world.value(table.deal.face_covered), 0.0)


def carry_out(world: World) -> None:
    """Deliver what is due, find out what is withheld, and see which deals are kept."""
    for table in world.program.tables.values():
        state = world.whole("deal", table.deal.id)
        live = (state == IN_FORCE) | (state == KEPT)
        if not live.any():
            continue
        _start_followers(world, table)
        found = [(card, _fall_due(world, table, card)) for card in table.cards]
        for card, broken in found:
            if len(broken):
                _find_broken(world, table, card, broken)
        _see_kept(world, table)


def _start_followers(world: World, table: Table) -> None:
    """The others' turn comes once nothing of those who go first is left to deliver."""
    deal = table.deal.id
    first = world.whole("offer_first", deal)
    open_first = world.nothing()
    later = world.nothing()
    for card in table.cards:
        waits = world.whole("term_state", deal, card.term.id) == WAITING
        open_first |= waits & (first == world.program.actor_index(card.term.giver))
        later |= waits & (world.number("term_at", deal, card.term.id) >= NEVER)
    start = (world.whole("deal", deal) == IN_FORCE) & ~open_first & later
    if not start.any():
        return
    for card in table.cards:
        waits = world.whole("term_state", deal, card.term.id) == WAITING
        at = world.number("term_at", deal, card.term.id)
        where = columns_of(start & waits & (at >= NEVER))
        at[where] = world.hour + _in(world.value(card.term.delay_hours), where)


def _fall_due(world: World, table: Table, card: Card) -> Columns:
    """One term where it is due: delivered or withheld; the games in which that or its undoing is found out.

    What was delivered and secretly undone goes on passing for delivered: nothing of it is said again.
    """
    deal, term = table.deal.id, card.term
    due: Mask = (world.whole("term_state", deal, term.id) == WAITING) & (
        world.number("term_at", deal, term.id) <= world.hour
    )
    meant = world.whole("withheld", deal, term.id)
    undone = (meant == BACKSLIDES) & (world.whole("term_state", deal, term.id) == DELIVERED)
    undone &= world.whole("deal", deal) != BROKEN
    if not (due.any() or undone.any()):
        return columns_of(due)
    withheld = due & (meant == CHEATS)
    found, cheats = world.nothing(), withheld | undone
    if cheats.any():
        found = world.chance.happens(("breach", deal, term.id), world.value(term.detection), cheats)
    meant[undone] = CHEATS
    _apply_levels(world, table, card, columns_of(due & ~withheld), card.effects)
    passes = columns_of(due & ~found)
    if len(passes):
        world.set_whole(("term_state", deal, term.id), DELIVERED, passes)
        world.set_number(("term_at", deal, term.id), float(world.hour), passes)
        _move_word(world, table, term.giver, passes, kept=True)
        _tell_levels(world, table, card, passes, (Turning.KEPT, N_("{actor} has delivered: {level}")))
    return columns_of(found)


def _find_broken(world: World, table: Table, card: Card, where: Columns) -> None:
    """A withheld term is found out: the word is broken, partners take back, and the rest is off."""
    deal, giver = table.deal, card.term.giver
    world.set_whole(("term_state", deal.id, card.term.id), FOUND_BROKEN, where)
    world.set_number(("term_at", deal.id, card.term.id), float(world.hour), where)
    world.set_whole(("deal", deal.id), BROKEN, where)
    withheld = Turning.BROKEN, N_("{actor} has not delivered what it agreed to: {level}")
    _tell_levels(world, table, card, where, withheld)
    _move_word(world, table, giver, where, kept=False)
    _apply(world, table.on_breach.get(giver, ()), where, Cause(deal.id, giver))
    back = np.zeros(len(where)) + _in(world.value(card.term.snaps_back), where) > 0
    for other in table.cards:
        if other.term.giver != giver:
            _take_back(world, table, other, where[back])
    _cancel(world, table, where)


def _take_back(world: World, table: Table, card: Card, where: Columns) -> None:
    """What a giver has delivered is undone."""
    deal, term = table.deal.id, card.term.id
    delivered = where[world.whole("term_state", deal, term)[where] == DELIVERED]
    if len(delivered):
        world.set_whole(("term_state", deal, term), SNAPPED_BACK, delivered)
        truly = delivered[world.whole("withheld", deal, term)[delivered] == 0]
        _apply_levels(world, table, card, truly, card.undone)
        _tell_levels(world, table, card, delivered, (Turning.WORSE, N_("{actor} takes back: {level}")))


def _cancel(world: World, table: Table, where: Columns) -> None:
    """Nothing that still waits will be delivered, and nothing is on the table."""
    for card in table.cards:
        name = (table.deal.id, card.term.id)
        waits = where[world.whole("term_state", *name)[where] == WAITING]
        world.set_whole(("term_state", *name), NOTHING, waits)
        world.set_number(("term_at", *name), NEVER, waits)
    for party in table.deal.parties:
        world.set_whole(("agrees", table.deal.id, party), 0, where)


def _see_kept(world: World, table: Table) -> None:
    """A deal is kept once every term of it counts as delivered."""
    deal = table.deal
    kept = world.whole("deal", deal.id) == IN_FORCE
    for card in table.cards:
        kept = kept & (world.whole("term_state", deal.id, card.term.id) != WAITING)
    where = columns_of(kept)
    if len(where):
        world.set_whole(("deal", deal.id), KEPT, where)
        _tell(world, table, where, (Turning.KEPT, phrase("every term has been delivered")))
        _apply(world, deal.on_kept, where, Cause(deal.id))


def breach(world: World, deal: DealId, giver: ActorId | None, where: Columns, term: TermId | None) -> None:
    """A giver does not mean to deliver, or undoes what it has delivered; monitors may find out."""
    table = world.program.tables[deal]
    state = world.whole("deal", deal)[where]
    where = where[(state == IN_FORCE) | (state == KEPT)]
    for card in table.cards:
        if card.term.giver != giver or term not in (None, card.term.id):
            continue
        name = (deal, card.term.id)
        stands = world.whole("term_state", *name)[where]
        honest = world.whole("withheld", *name)[where] == 0
        backslides = where[honest & (stands == DELIVERED)]
        _apply_levels(world, table, card, backslides, card.undone, seen_by=(giver,))
        world.set_whole(("withheld", *name), BACKSLIDES, backslides)
        world.set_whole(("withheld", *name), CHEATS, where[honest & (stands == WAITING)])


def snap_back(world: World, deal: DealId, giver: ActorId | None, where: Columns) -> None:
    """A party takes back all that it has delivered; a deal that stood until then is broken by it.

    Whether it had delivered anything so far makes no difference.
    """
    table = world.program.tables[deal]
    state = world.whole("deal", deal)
    for card in table.cards:
        if card.term.giver == giver:
            _take_back(world, table, card, where)
    first = where[(state[where] == IN_FORCE) | (state[where] == KEPT)]
    if len(first) and giver in table.deal.parties:
        world.set_whole(("deal", deal), BROKEN, first)
        who = world.program.words(str(giver))
        said = phrase("{actor} breaks it in the open", actor=who)
        _tell(world, table, first, (Turning.BROKEN, said), giver)
        _move_word(world, table, giver, first, kept=False)
        _apply(world, table.on_breach.get(giver, ()), first, Cause(deal, giver))
        _cancel(world, table, first)


def left_of(world: World, table: Table, card: Card) -> F64:
    """Share of a term's worth that is left, (games,): 1 where delivered, 1-sn where snapped back, else 0."""
    state = world.whole("term_state", table.deal.id, card.term.id)
    honest = world.whole("withheld", table.deal.id, card.term.id) == 0
    share = np.where(state == DELIVERED, 1.0, 0.0)
    back = state == SNAPPED_BACK
    if back.any():
        taken = world.nothing().astype(np.float64)
        breached = world.nothing()
        for other in table.cards:
            if other.term.giver != card.term.giver:
                found = world.whole("term_state", table.deal.id, other.term.id) == FOUND_BROKEN
                breached |= found
                taken = np.maximum(taken, np.where(found, world.value(other.term.snaps_back), 0.0))
        share = np.where(back, np.where(breached, 1.0 - taken, 0.0), share)
    return np.where(honest, share, 0.0)


def level_worth(world: World, card: Card, actor: ActorId, level: I32) -> F64:
    """What a term is worth to an actor at the levels of a row, points, (games,)."""
    worth = np.zeros(world.count)
    for number, spec in enumerate(card.term.levels, 1):
        if actor in spec.worth:
            worth = np.where(level == number, world.value(spec.worth[actor]), worth)
    return worth


def came_of(world: World, actor: ActorId) -> Iterable[tuple[Phrase, F64, F64]]:
    """What deals have brought an actor: for each part its title, its points, and those agreed, (games,)."""
    for table in world.program.tables.values():
        deal = table.deal
        banked = world.number("banked", deal.id, actor)
        if banked.any():
            yield phrase("{deal}: what came of a deal that was broken", deal=deal.name), banked, banked
        if actor in deal.face:
            face = world.number("face", deal.id, actor)
            yield phrase("{deal}: agreeing, as seen at home", deal=deal.name), face, face
        for card in table.cards:
            agreed = level_worth(world, card, actor, world.whole("term", deal.id, card.term.id))
            if agreed.any():
                yield (
                    phrase("{deal}: {said}", deal=deal.name, said=card.term.name),
                    agreed * left_of(world, table, card),
                    agreed,
                )


def _bank(world: World, table: Table, where: Columns) -> None:
    """What came of a broken deal still counts when another is agreed on the same table."""
    deal = table.deal.id
    again = where[world.whole("deal", deal)[where] == BROKEN]
    if not len(again):
        return
    left = {card.place: left_of(world, table, card) for card in table.cards}
    for actor in world.program.actors:
        row = world.number("banked", deal, actor)
        for card in table.cards:
            worth = level_worth(world, card, actor, world.whole("term", deal, card.term.id))
            row[again] = row[again] + (worth * left[card.place])[again]


def _move_word(world: World, table: Table, giver: ActorId, where: Columns, *, kept: bool) -> None:
    """A term is a promise: belief in its class moves as it is kept or broken."""
    promise = table.deal.promise
    if promise is not None:
        cost = world.value(world.program.scenario.promises[promise].cost_of_keeping)
        step = when_kept(world, cost) if kept else when_broken(world, cost)
        move_credibility(world, giver, promise, step, where)


def _apply(world: World, effects: Iterable[Effect], where: Columns, cause: Cause) -> None:
    for effect in effects:
        effect.apply(world, where, cause)


def _apply_levels(
    world: World,
    table: Table,
    card: Card,
    where: Columns,
    by_level: tuple[tuple[Effect, ...], ...],
    *,
    seen_by: tuple[ActorId, ...] | None = None,
) -> None:
    """The effects of a term's agreed level in each game; `seen_by` knows what they come from."""
    if not len(where) or not any(by_level):
        return
    level = world.whole("term", table.deal.id, card.term.id)[where]
    cause = Cause(f"{table.deal.id}.{card.term.id}", card.term.giver, seen_by=seen_by)
    for number, effects in enumerate(by_level, 1):
        chosen = where[level == number]
        if len(chosen):
            _apply(world, effects, chosen, cause)


def _in(value: float | F64, where: Columns) -> float | F64:
    """A value in some games."""
    return value[where] if isinstance(value, np.ndarray) and value.ndim else value


def _tell(
    world: World,
    table: Table,
    where: Columns,
    said: tuple[Turning, Phrase],
    actor: ActorId | None = None,
) -> None:
    """Emit DEAL; what is agreed and what comes of it is public."""
    turning, words = said
    text = phrase("{deal}: {said}", deal=table.deal.name, said=words)
    world.tell(EventKind.DEAL, where, text, actor=actor, subject=table.deal.id, turning=turning)


def _tell_levels(world: World, table: Table, card: Card, where: Columns, said: tuple[Turning, str]) -> None:
    if world.recorder is None or not len(where):
        return
    turning, template = said
    level = world.whole("term", table.deal.id, card.term.id)[where]
    for number, spec in enumerate(card.term.levels, 1):
        text = phrase(template, actor=world.program.words(card.term.giver), level=spec.name)
        _tell(world, table, where[level == number], (turning, text), card.term.giver)

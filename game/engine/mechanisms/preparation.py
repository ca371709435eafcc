"""Options with a lead time: ordered in advance, ready later, lapsing unless renewed."""

import numpy as np

from game.engine.arrays import F64, Columns, columns_of
from game.engine.events import EventKind, Turning
from game.engine.layout import NEVER
from game.engine.world import Cause, World
from game.language import N_, Phrase, phrase
from game.model.ids import ActorId, OptionId

TIME = Cause("")
"""What brings about that an option becomes ready or lapses."""


def _at(value: float | F64, where: Columns) -> float | F64:
    return value[where] if isinstance(value, np.ndarray) else value


def order(world: World, actor: ActorId, option_id: OptionId, where: Columns, cause: Cause) -> None:
    """Order an option; one that is ready already stays ready for longer."""
    option = world.program.scenario.options[option_id]
    ready, lapses = world.number("ready_at", actor, option_id), world.number("lapses_at", actor, option_id)
    lead, lasts = world.value(option.lead_hours), world.value(option.lasts_hours)
    new = where[ready[where] >= NEVER]
    ready[new] = world.hour + _at(lead, new)
    lapses[new] = ready[new] + _at(lasts, new)
    standing = where[ready[where] <= world.hour]
    lapses[standing] = world.hour + _at(lasts, standing)
    if world.recorder is not None:
        who, name = world.program.words(actor), option.name
        for column in new.tolist():
            hour = float(ready[column])
            text = phrase(
                "{actor} orders {option}: ready at hour {hour:g}", actor=who, option=name, hour=hour
            )
            _tell(world, np.array([column]), actor, option_id, text, cause=cause)
        text = phrase("{actor} keeps {option} ready", actor=who, option=name)
        _tell(world, standing, actor, option_id, text, cause=cause)


def cancel(world: World, actor: ActorId, option_id: OptionId, where: Columns, cause: Cause) -> None:
    """Give an option up."""
    ready = world.number("ready_at", actor, option_id)
    where = where[ready[where] < NEVER]
    ready[where] = NEVER
    world.number("lapses_at", actor, option_id)[where] = NEVER
    option = world.program.scenario.options[option_id]
    text = phrase("{actor} stands {option} down", actor=world.program.words(actor), option=option.name)
    _tell(world, where, actor, option_id, text, cause=cause, turning=Turning.LAPSED)


def _tell(
    world: World,
    where: Columns,
    actor: ActorId,
    option: OptionId,
    text: Phrase,
    *,
    cause: Cause = TIME,
    turning: Turning = Turning.NEWS,
) -> None:
    seen_by = None if world.program.scenario.options[option].visible else (actor,)
    world.tell(
        EventKind.OPTION,
        where,
        text,
        actor=actor,
        subject=option,
        cause=cause.told(seen_by),
        seen_by=seen_by,
        turning=turning,
    )


_LAPSES = N_("{actor} lets an option lapse: {option}")
_IS_READY = N_("{actor} has an option ready: {option}")


def keep_ready(world: World) -> None:
    """At the start of a turn: say what has become ready, and let lapse what was not renewed."""
    for option_id, option in world.program.scenario.options.items():
        for actor in option.by:
            ready, lapses = (
                world.number("ready_at", actor, option_id),
                world.number("lapses_at", actor, option_id),
            )
            lapsed = columns_of(lapses <= world.hour)
            if len(lapsed):
                ready[lapsed] = NEVER
                lapses[lapsed] = NEVER
                text = phrase(_LAPSES, actor=world.program.words(actor), option=option.name)
                _tell(world, lapsed, actor, option_id, text, turning=Turning.LAPSED)
            if world.recorder is not None:
                fresh = columns_of((ready <= world.hour) & (ready > world.hour - world.hours_per_turn))
                text = phrase(_IS_READY, actor=world.program.words(actor), option=option.name)
                _tell(world, fresh, actor, option_id, text)

"""Postures of strategic arms: set in the open, and what deters also makes accidents likelier."""

import numpy as np

from game.engine.arrays import F64, Columns
from game.engine.arsenals import POSTURES, by_posture, has_arsenal
from game.engine.events import EventKind, Turning
from game.engine.world import Cause, World
from game.language import N_, phrase
from game.model.deterrence import Posture
from game.model.ids import ActorId

_POSTURES = {
    Posture.ROUTINE: N_("{actor} brings its strategic arms to routine posture"),
    Posture.RAISED: N_("{actor} brings its strategic arms to raised posture"),
    Posture.HIGH: N_("{actor} brings its strategic arms to high posture"),
}


def set_posture(world: World, actor: ActorId, level: Posture, where: Columns, cause: Cause) -> None:
    """Bring an actor's strategic arms to a posture, for everybody to see."""
    index = POSTURES.index(level)
    row = world.whole("posture", actor)
    lower, higher = where[row[where] > index], where[row[where] < index]
    text = phrase(_POSTURES[level], actor=world.program.words(actor))
    for there, turning in ((lower, Turning.CALMER), (higher, Turning.WORSE)):
        row[there] = index
        world.tell(
            EventKind.POSTURE,
            there,
            text,
            actor=actor,
            subject=level.value,
            cause=cause.told(None),
            turning=turning,
        )


def hazard_factor(world: World, actor: ActorId) -> F64 | float:
    """What an actor's posture does to the hazard of every pair it is in."""
    if not has_arsenal(world.program, actor) or not np.any(world.whole("posture", actor)):
        return 1.0
    arsenal = world.program.scenario.deterrence.arsenals[actor]
    raised, high = (world.value(n) for n in (arsenal.hazard_raised, arsenal.hazard_high))
    return by_posture(world, actor, raised, high)

"""Which moves can be made this turn, and why the others cannot."""

import numpy as np

from game.engine.arrays import Mask
from game.engine.world import World
from game.model.ids import ActorId
from game.model.world_rules import Sequence

FEW = 64
"""Up to so many games, one gather is faster than a loop over moves."""


def whose_turn(world: World) -> tuple[ActorId, ...]:
    """Who gives orders this turn: everybody, or one after the other."""
    program = world.program
    if program.scenario.orders.sequence is Sequence.SIMULTANEOUS:
        return program.played
    return (program.played[(world.turn - 1) % len(program.played)],)


def requirements(world: World) -> Mask:
    """Whether each distinct requirement holds, bool (conditions + 1, games); the last row is always true."""
    if "requirements" not in world.cache:
        table = np.ones((len(world.program.conditions) + 1, world.count), dtype=np.bool_)
        for index, condition in enumerate(world.program.conditions):
            table[index] = condition.holds(world)
        table.flags.writeable = False
        world.cache["requirements"] = table
    found: Mask = world.cache["requirements"]
    return found


def legal_moves(world: World) -> Mask:
    """Which moves can be made this turn, bool (moves, games)."""
    if "legal" not in world.cache:
        program, table = world.program, requirements(world)
        if world.count <= FEW:
            legal = np.logical_and.reduce(table[program.requirement_table], axis=1)
        else:
            legal = np.ones((len(program.moves), world.count), dtype=np.bool_)
            for move in program.moves:
                for needed in move.requires:
                    legal[move.index] &= table[needed]
        orders_now = whose_turn(world)
        for move in program.moves:
            if move.actor not in orders_now:
                legal[move.index] = False
        legal.flags.writeable = False
        world.cache["legal"] = legal
    found: Mask = world.cache["legal"]
    return found

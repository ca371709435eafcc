"""What is remembered from turn to turn: at the end of a turn every counter moves on by one turn."""

from game.engine.world import World


def remember(world: World) -> None:
    """Before the clock moves: what was counted this turn becomes what was counted one turn ago."""
    places = world.program.whole_places
    for memory in world.program.layout.memories:
        counted = memory.count(world)
        newest = places[(*memory.name, "1")]
        rows = world.whole_table[newest : newest + memory.turns]
        rows[1:] = rows[:-1].copy()
        rows[0] = counted

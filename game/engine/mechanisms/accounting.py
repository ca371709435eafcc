"""What time does by itself: facts on the ground, drift of tracks, losses under rules of engagement."""

import numpy as np

from game.engine.arrays import Columns, columns_of
from game.engine.conditions.situation import track_row
from game.engine.events import EventKind
from game.engine.world import Cause, World
from game.language import phrase
from game.model.ids import ActorId, RegionId, TrackId

DRIFT = Cause("time")


def harden_facts(world: World) -> None:
    """Whoever holds what was another's consolidates it; nothing is left once the owner has it back."""
    for region in world.program.scenario.regions.values():
        rate = world.value(region.facts_per_hour)
        holder, facts = world.whole("holds", region.id), world.number("facts", region.id)
        owner = world.program.actor_index(region.owner) if region.owner else -1
        foreign = (holder >= 0) & (holder != owner)
        facts[:] = np.where(foreign, facts + rate * world.hours_per_turn, 0.0)


def take(world: World, region_id: RegionId, by: ActorId, where: Columns, cause: Cause) -> None:
    """A place changes hands."""
    index = world.program.actor_index(by)
    holder = world.whole("holds", region_id)
    where = where[holder[where] != index]
    holder[where] = index
    words = world.program.words
    text = phrase("{actor} holds {place}", actor=words(by), place=words(region_id))
    world.tell(EventKind.REGION, where, text, actor=by, subject=region_id, cause=cause.told(None))


def drift(world: World) -> None:
    """Tracks that move by themselves."""
    scenario = world.program.scenario
    for track in scenario.tracks.values():
        rate = world.value(track.drift_per_day)
        if isinstance(rate, float | int) and rate == 0:
            continue
        for actor in ("world", *scenario.actors):
            if world.has(("track", actor, track.id)):
                world.change(
                    actor, track.id, rate * world.hours_per_turn / 24.0, np.arange(world.count), DRIFT
                )


def count_losses(world: World) -> None:
    """Tight rules of engagement cost soldiers while somebody uses force on them; free ones spare some."""
    scenario = world.program.scenario
    rules = scenario.rules_of_engagement
    if rules is None or not rules.losses_track:
        return
    forced = world.program.first_rung_of_force
    for actor in world.program.actors:
        name = track_row(scenario, actor, TrackId(rules.losses_track))
        if not world.has(name) or not world.has(("roe", actor)):
            continue
        under_fire = world.nothing()
        for other in world.program.actors:
            if other != actor:
                under_fire |= world.whole("read", actor, other, actor) >= forced
        roe = world.whole("roe", actor)
        for level, amount in ((0, rules.losses_tight), (2, rules.losses_free)):
            where = columns_of(under_fire & (roe == level))
            if len(where):
                why = Cause("rules of engagement", seen_by=(actor,))
                world.change(name[1], name[2], world.value(amount), where, why)

"""Access to evidence denied, bought or admitted again; and staged incidents that are found out.

An incident was staged if a seat's covert order brought it about, or if its true cause is one of those that
mean so. It may be found out by an act (`expose`) or by itself, at a hazard of `exposure_per_day`: within dt
hours with probability 1 - (1-h)^(dt/24). What comes out is public and names the cause; everybody weighs it by
Bayes' rule at the likelihood that the scenario states, L(exposed | cause) = c and L(exposed | other) = 1 - c.
That nothing has come out in a turn is news to all too, at a likelihood of 1-p for a cause that means staged
and 1 for any other, p being the probability that it would have; and so it is, alone, to who looks in vain.
"""

import numpy as np

from game.engine.arrays import F64, Columns, Mask, columns_of
from game.engine.events import EventKind
from game.engine.grounding import ground, world_tracks
from game.engine.layout import BURNT, DENIED, NEVER
from game.engine.mechanisms.attribution import likelihood_of, weigh, weigh_alone
from game.engine.mechanisms.hazard import probability_within, rate_of
from game.engine.world import Cause, World
from game.language import N_, phrase
from game.model.ids import SELF, IncidentId, ObserverId
from game.model.incidents import Incident


def deny(world: World, incident: IncidentId, source: ObserverId, where: Columns) -> None:
    """Nothing that a source has still to bring on an incident can arrive or be gathered."""
    for row, pending in _pending(world, incident, source, where):
        open_ = pending[(row[pending] < DENIED) & (row[pending] != BURNT)]
        row[open_] += DENIED


def admit(world: World, incident: IncidentId, source: ObserverId, where: Columns) -> None:
    """A source that was denied access has it again; what was due in the meantime comes at once."""
    for row, pending in _pending(world, incident, source, where):
        shut = pending[row[pending] >= DENIED]
        row[shut] -= DENIED


def hasten(
    world: World, incident: IncidentId, source: ObserverId, hours: float | F64, where: Columns
) -> None:
    """What is under way from a source comes sooner, though not before the next turn."""
    for row, pending in _pending(world, incident, source, where):
        coming = pending[row[pending] < NEVER]
        sooner = hours[coming] if isinstance(hours, np.ndarray) else hours
        row[coming] = np.maximum(row[coming] - sooner, float(world.hour))


def _pending(
    world: World, incident: IncidentId, source: ObserverId, where: Columns
) -> list[tuple[F64, Columns]]:
    """When each item of a source arrives, (games,), with the games in which it has not yet."""
    return [
        (
            world.number("arrives", incident, item.id),
            where[world.whole("shows", incident, item.id)[where] < 0],
        )
        for item in world.program.scenario.incidents[incident].evidence.values()
        if item.source == source
    ]


def staged(world: World, incident: IncidentId) -> Mask:
    """The games in which an incident was staged, found out or not."""
    mask: Mask = world.whole("staged_by", incident) >= 0
    cause = world.whole("cause", incident)
    for index, spec in enumerate(world.program.scenario.causes.values()):
        if spec.staged:
            mask = mask | (cause == index)
    return mask


def expose(
    world: World, incident: IncidentId, probability: float | F64, where: Columns, cause: Cause
) -> None:
    """Somebody looks for the hand behind an incident; it is found with that probability if there is one.

    Whoever looks in vain weighs, alone, how likely it would have found something.
    """
    asked = _open(world, incident, world.mask(where))
    found = world.chance.happens(("exposed", incident, cause.name), probability, asked)
    _come_out(world, world.program.scenario.incidents[incident], columns_of(found))
    if cause.actor is not None:
        text = phrase(
            "Nothing comes out about who was behind “{incident}”", incident=world.program.words(incident)
        )
        quiet = where[~found[where] & (world.whole("exposed", incident)[where] < 0)]
        world.tell(EventKind.INQUIRY, quiet, text, subject=incident, seen_by=(cause.actor,))
        vain = quiet[world.whole("happened", incident)[quiet] >= 0]
        if len(vain) and _tells(world, probability):
            place = world.program.actor_index(cause.actor)
            weigh_alone(world, incident, _silence(world, probability), vain, place)


def _tells(world: World, probability: float | F64) -> bool:
    """Whether finding nothing says anything: some cause means staged, and something might have been found."""
    staged_cause = any(cause.staged for cause in world.program.scenario.causes.values())
    return staged_cause and bool(np.any(np.asarray(probability) > 0))


def _silence(world: World, probability: float | F64) -> list[float | F64]:
    """The likelihood, for each cause, that nothing comes out where a staged incident would with that one."""
    return [1.0 - probability if cause.staged else 1.0 for cause in world.program.scenario.causes.values()]


def leak(world: World) -> None:
    """Phase 2: staged incidents may come out by themselves."""
    for incident in world.program.scenario.incidents.values():
        hazard = world.value(incident.exposure_per_day)
        if isinstance(hazard, float | int) and hazard == 0:
            continue
        happened = world.whole("happened", incident.id)
        past = (happened >= 0) & (happened < world.hour) & (world.whole("exposed", incident.id) < 0)
        if not past.any():
            continue
        probability = probability_within(rate_of(hazard), world.hours_per_turn)
        secret = _open(world, incident.id, past)
        comes_out = world.chance.happens(("leak", incident.id), probability, secret)
        quiet = columns_of(past & ~comes_out)
        if len(quiet) and _tells(world, probability):
            news: Mask = np.ones((len(world.program.observers), len(quiet)), dtype=np.bool_)
            silence = likelihood_of(_silence(world, probability), quiet)
            weigh(world, incident.id, silence, quiet, source=None, news=news)
        _come_out(world, incident, columns_of(comes_out))


def _open(world: World, incident: IncidentId, mask: Mask) -> Mask:
    """Of these games, those in which there is something to find out that has not come out yet."""
    happened = world.whole("happened", incident) >= 0
    result: Mask = mask & happened & (world.whole("exposed", incident) < 0) & staged(world, incident)
    return result


_STAGED = N_("It comes out that “{incident}” was staged: {cause}")
_STAGED_BY = N_("It comes out that “{incident}” was staged by {actor}: {cause}")


def _come_out(world: World, incident: Incident, where: Columns) -> None:
    if not len(where):
        return
    world.set_whole(("exposed", incident.id), world.hour, where)
    truth, behind = world.whole("cause", incident.id)[where], _behind(world, incident.id, where)
    if world.recorder is not None:
        causes = list(world.program.scenario.causes.values())
        texts = [
            phrase(
                _STAGED if hand < 0 else _STAGED_BY,
                incident=incident.name,
                actor=world.program.words(world.program.actors[hand]) if hand >= 0 else "",
                cause=causes[n].name,
            )
            for n, hand in zip(truth.tolist(), behind, strict=True)
        ]
        world.tell(EventKind.INQUIRY, where, texts, subject=incident.id)
    certain = world.value(incident.exposure_convinces)
    convinces = certain[where] if isinstance(certain, np.ndarray) else certain
    named = np.arange(len(world.program.scenario.causes))[:, None] == truth
    likelihood = np.where(named, convinces, 1.0 - convinces)
    news: Mask = np.ones((len(world.program.observers), len(where)), dtype=np.bool_)
    weigh(world, incident.id, likelihood, where, source=None, news=news)
    _bring_on(world, incident, where, behind)


def _behind(world: World, incident: IncidentId, where: Columns) -> Columns:
    """The number of the actor behind a staged incident, (k,); -1 for a hand that is none of the actors."""
    by = world.whole("staged_by", incident)[where]
    cause = world.whole("cause", incident)[where]
    for index, spec in enumerate(world.program.scenario.causes.values()):
        if spec.staged and spec.by is not None:
            by = np.where((by < 0) & (cause == index), world.program.actor_index(spec.by), by)
    behind: Columns = by.astype(np.intp)
    return behind


def _bring_on(world: World, incident: Incident, where: Columns, behind: Columns) -> None:
    """What being found out brings; it needs somebody to bring it on."""
    shared = world_tracks(world.program.scenario)
    for index, actor in enumerate(world.program.actors):
        theirs = where[behind == index]
        if len(theirs):
            for effect in ground(incident.on_exposed, {str(SELF): str(actor)}, shared):
                effect.apply(world, theirs, Cause(f"{incident.id}.exposed.{actor}", actor))

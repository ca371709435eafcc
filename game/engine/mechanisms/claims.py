"""Claims: what actors say in public about why an incident happened, a separate act from believing it.

A claim is heard with probability `claim_likelihood` if it is true, and with the rest if it is not; how
much that moves an observer depends on its trust in the claimant. Only an actor's first assertion counts: a
party to a dispute would deny either way, and repeating a thing does not make it truer.
"""

import numpy as np

from game.engine.arrays import I32, Columns, Mask
from game.engine.events import EventKind
from game.engine.mechanisms.attribution import weigh
from game.engine.world import World
from game.model.ids import ActorId, IncidentId, ObserverId


def speak(world: World, incident: IncidentId, actor: ActorId, said: I32, where: Columns) -> None:
    """In the games of `where` an actor makes the claim of that index, (games,), if it may."""
    scenario = world.program.scenario
    claims = list(scenario.claims.values())
    standing = world.whole("claim", incident, actor)
    allowed: Mask = np.array([not claim.by or actor in claim.by for claim in claims])
    where = where[(said[where] >= 0) & (world.whole("happened", incident)[where] >= 0)]
    where = where[allowed[said[where]] & (standing[where] != said[where])]
    if not len(where):
        return
    standing[where] = said[where]
    if world.recorder is not None:
        for index in np.unique(said[where]).tolist():
            text = f"{world.program.words(actor)} says: {claims[index].name}"
            here = where[said[where] == index]
            world.tell(EventKind.CLAIM, here, text, actor=actor, subject=incident, cause=claims[index].id)
    before = world.whole("claimed_before", incident, actor)
    asserts: Mask = np.array([[cause in claim.causes for cause in scenario.causes] for claim in claims])
    something: Mask = np.array([bool(claim.causes) for claim in claims])
    fresh = where[(before[where] == 0) & something[said[where]]]
    if not len(fresh):
        return
    before[fresh] = 1
    heard = world.value(scenario.trust.claim_likelihood)
    if isinstance(heard, np.ndarray):
        heard = heard[fresh]
    likelihood = np.where(asserts[said[fresh]].T, heard, 1.0 - heard)
    news: Mask = np.ones((len(world.program.observers), len(fresh)), dtype=np.bool_)
    news[world.program.actor_index(actor)] = False
    weigh(world, incident, likelihood, fresh, source=ObserverId(actor), news=news)

"""Claims: what actors say in public about why an incident happened, a separate act from believing it.

A claim is heard with probability `claim_likelihood` if it is true, and with the rest if it is not; how
much that moves an observer depends on its trust in the claimant. Only an actor's first assertion counts: a
party to a dispute would deny either way, and repeating a thing does not make it truer.
"""

from functools import lru_cache

import numpy as np

from game.engine.arrays import F64, I32, Columns, Mask, columns_of
from game.engine.conditions.knowledge import belief_in
from game.engine.events import EventKind
from game.engine.exact import total
from game.engine.mechanisms.attribution import weigh
from game.engine.mechanisms.audience import pays
from game.engine.program import Program
from game.engine.world import Cause, World
from game.language import phrase
from game.model.ids import PUBLIC, ActorId, IncidentId, ObserverId
from game.model.incidents import Claim, Incident


def charge_wrong_claims(world: World) -> None:
    """A party pays, once an incident and claim, for a standing claim that the public has ceased to believe.

    That is, public belief in the causes it asserts is below the audience's mark and below what it was before
    any evidence; a claim that asserts nothing cannot be wrong.
    """
    scenario = world.program.scenario
    audience = scenario.audience
    if not audience.charges_wrong_claims or not scenario.claims:
        return
    points, mark = world.value(audience.for_wrong_claim), world.value(audience.wrong_claim_below)
    claims = tuple(scenario.claims.values())
    for incident in scenario.incidents.values():
        happened = world.whole("happened", incident.id) >= 0
        if not happened.any():
            continue
        for actor in world.program.actors:
            standing, paid = (world.whole(word, incident.id, actor) for word in ("claim", "wrong_claims"))
            stands = columns_of(happened & (standing >= 0))
            if not len(stands) or not pays(world, actor):
                continue
            said = standing[stands]
            owing = (paid[stands] & (1 << said)) == 0
            for index in columns_of(np.bincount(said) > 0).tolist():
                claim, where = claims[index], stands[owing & (said == index)]
                if claim.causes and len(where):
                    belief = belief_in(world, incident.id, PUBLIC, claim.causes)
                    where = where[(belief < mark)[where]]
                    if len(where):
                        where = where[(belief < _prior(world, incident, claim))[where]]
                        _charge(world, (incident.id, actor), index, points, where)


def _prior(world: World, incident: Incident, claim: Claim) -> float | F64:
    """What everybody believed at first in the causes that a claim asserts."""
    priors = {cause: np.asarray(world.value(number)) for cause, number in incident.priors.items()}
    if not priors:
        return 0.0
    asserted = [prior for cause, prior in priors.items() if cause in claim.causes]
    return total(asserted) / total(list(priors.values())) if asserted else 0.0


def _charge(
    world: World, whose: tuple[IncidentId, ActorId], index: int, points: float | F64, where: Columns
) -> None:
    incident, actor = whose
    if not len(where):
        return
    world.whole("wrong_claims", incident, actor)[where] |= 1 << index
    claim = list(world.program.scenario.claims.values())[index]
    text = phrase(
        "What {actor} said is no longer believed: {claim}", actor=world.program.words(actor), claim=claim.name
    )
    world.tell(EventKind.CLAIM, where, text, actor=actor, subject=incident, cause=claim.id)
    track = world.program.scenario.audience.track
    world.change(actor, track, -points, where, Cause(claim.id, actor))


@lru_cache(maxsize=64)
def _what_claims_say(program: Program, actor: ActorId) -> tuple[Mask, Mask, Mask]:
    """Of each claim whether an actor may make it, which causes it asserts, and whether it asserts any."""
    claims, causes = program.scenario.claims.values(), program.scenario.causes
    allowed: Mask = np.array([not claim.by or actor in claim.by for claim in claims])
    asserts: Mask = np.array([[cause in claim.causes for cause in causes] for claim in claims])
    something: Mask = np.array([bool(claim.causes) for claim in claims])
    return allowed, asserts, something


def speak(world: World, incident: IncidentId, actor: ActorId, said: I32, where: Columns) -> None:
    """In the games of `where` an actor makes the claim of that index, (games,), if it may."""
    scenario = world.program.scenario
    claims = list(scenario.claims.values())
    standing = world.whole("claim", incident, actor)
    allowed, asserts, something = _what_claims_say(world.program, actor)
    where = where[(said[where] >= 0) & (world.whole("happened", incident)[where] >= 0)]
    where = where[allowed[said[where]] & (standing[where] != said[where])]
    if not len(where):
        return
    standing[where] = said[where]
    if world.recorder is not None:
        for index in np.unique(said[where]).tolist():
            text = phrase("{actor} says: {claim}", actor=world.program.words(actor), claim=claims[index].name)
            here = where[said[where] == index]
            world.tell(EventKind.CLAIM, here, text, actor=actor, subject=incident, cause=claims[index].id)
    before = world.whole("claimed_before", incident, actor)
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

"""Coalitions can weigh what their members ask for, and only coalitions are asked about members."""

from collections.abc import Iterator

from game.loading.lint.walk import Path, central, meant, primitives
from game.loading.problems import Finding, listed
from game.model.actors import Owner
from game.model.coalitions import Coalition
from game.model.ids import ActorId, TrackId
from game.model.scenario import Scenario

_ASKING = ("members_joined", "agreed", "proceed")


def check(scenario: Scenario) -> Iterator[Finding]:
    """Members weigh something; backstop and tracks fit; conditions ask coalitions only."""
    for id, actor in scenario.actors.items():
        if actor.coalition is not None:
            yield from _coalition(scenario, id, actor.coalition)
    for path, value in primitives(scenario):
        if path[-1] in _ASKING:
            alone = [a for a in meant(scenario, path, value.actor) if scenario.actors[a].coalition is None]
            if alone:
                yield Finding((*path, "actor"), f"{listed(alone)} has no members")


def _coalition(scenario: Scenario, id: ActorId, coalition: Coalition) -> Iterator[Finding]:
    path: Path = ("actors", str(id), "coalition")
    if not sum(central(scenario, member.weight) for member in coalition.members.values()) > 0:
        yield Finding((*path, "members"), "members need some weight between them")
    if coalition.plan is not None and coalition.plans:
        yield Finding((*path, "plans"), "say either `plan` or `plans`")
    if coalition.backstop == id:
        yield Finding((*path, "backstop"), f"`{id}` cannot be its own backstop")
    if (coalition.backstop is None) != (coalition.promise is None):
        missing = "backstop" if coalition.backstop is None else "promise"
        yield Finding(path, f"a backstop is a `backstop` and its class of `promise`: `{missing}` is missing")
    for member in coalition.members.values():
        if coalition.backstop is None and central(scenario, member.backstop) > 0:
            here = (*path, "members", str(member.id), "backstop")
            yield Finding(here, "it asks for a backstop, and the coalition names none")
    yield from _track(scenario, id, coalition.share_track, "share_track", own=True)
    yield from _track(scenario, id, coalition.losses_track, "losses_track", own=False)


def _track(
    scenario: Scenario, id: ActorId, track: TrackId | None, key: str, *, own: bool
) -> Iterator[Finding]:
    if track is None:
        return
    spec = scenario.tracks[track]
    path = ("actors", str(id), "coalition", key)
    if spec.owner is Owner.WORLD:
        if own:
            yield Finding(path, f"`{track}` is the world's; the share needs a track of the coalition's own")
    elif spec.actors and id not in spec.actors:
        yield Finding(path, f"`{id}` cannot have `{track}`")

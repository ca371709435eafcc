"""Whether every id that is used names something, and `$self` and `$target` stand where they mean somebody."""

import typing
from collections.abc import Iterable, Mapping
from typing import Any

from attrs import define, field

from game.loading.ledger import Ledger, Path, Use
from game.loading.plain import out_of
from game.loading.problems import near, shown
from game.model.actors import Owner
from game.model.ids import (
    FRONT,
    PUBLIC,
    SELF,
    TARGET,
    ActorId,
    AssumptionId,
    CommitmentId,
    DealId,
    EvidenceId,
    IncidentId,
    MemberId,
    ObserverId,
    PlanId,
    RegionId,
    RungId,
    TermId,
    TierId,
    TrackId,
    TypeId,
)  # fmt: skip
from game.model.numbers import Assumption

_OTHERS = "others"
_WORLD = "world"
_SECTION_OF: Mapping[Any, tuple[str, str]] = {
    EvidenceId: ("incident", "incidents"),
    TierId: ("plan", "plans"),
    TypeId: ("actor", "actors"),
    MemberId: ("owner", "actors"),
    TermId: ("deal", "deals"),
}
"""Ids that are names within something else: the field beside them that says within what, and its mapping."""
_OWNER_KIND: Mapping[Any, Any] = {
    EvidenceId: IncidentId,
    TierId: PlanId,
    TypeId: ActorId,
    MemberId: ActorId,
    TermId: DealId,
}


@define(eq=False)
class Names:
    """Everything that has a name."""

    by_kind: dict[Any, set[str]] = field(factory=dict)
    within: dict[tuple[Any, str], set[str]] = field(factory=dict)
    """The names of a kind within one owner, such as the tiers of a plan."""
    assumptions: Mapping[AssumptionId, Assumption] = field(factory=dict)
    informants: frozenset[str] = frozenset()
    elsewhere: frozenset[str] = frozenset()
    """Assumptions that only some variant declares."""

    def of(self, kind: Any) -> set[str]:
        """The names of one kind."""
        return self.by_kind.get(kind, set())


def collect(
    ledger: Ledger, assumptions: Mapping[AssumptionId, Assumption], elsewhere: Iterable[str], plans: Any
) -> Names:
    """Gather the names that a file and the library give; the tiers of `plans` are commitments too."""
    names = Names(assumptions=assumptions, elsewhere=frozenset(elsewhere))
    for given in ledger.given:
        names.by_kind.setdefault(given.kind, set()).add(given.name)
        if len(given.path) >= 4:
            names.within.setdefault((given.kind, given.path[1]), set()).add(given.name)
    observers = names.by_kind.setdefault(ObserverId, set())
    names.informants = frozenset(observers)
    observers |= names.of(ActorId) | {PUBLIC}
    names.by_kind[AssumptionId] = set(assumptions) | names.elsewhere
    commitments = names.by_kind.setdefault(CommitmentId, set())
    for plan in (plans or {}).values():
        for tier in plan.tiers.values():
            commitments.update(f"{plan.id}.{tier.id}.{responder}" for responder in tier.responders)
    return names


def check(names: Names, tracks: Mapping[TrackId, Any], ledger: Ledger) -> None:
    """Note a problem for each id that names nothing."""
    for use in ledger.uses:
        message = _problem(use, names, tracks)
        if message:
            ledger.problem(use.node, use.path, message)


def _problem(  # noqa: PLR0911  (each says what is wrong)
    use: Use, names: Names, tracks: Mapping[TrackId, Any]
) -> str | None:
    kind = use.kind if isinstance(use.kind, typing.NewType) else typing.get_args(use.kind)[0]
    if use.name.startswith("$"):
        return _stand_in(use, kind, tracks)
    if kind is AssumptionId:
        return _assumption(use, names)
    if kind is ActorId and use.name == _WORLD and _of_the_world(use, tracks):
        return None
    if kind is ActorId and use.name == _OTHERS and "reads_as" in use.path:
        return None
    if kind is ObserverId and use.name in names.informants - names.of(ActorId) and not _is_source(use.path):
        return f"`{shown(use.name)}` is a source and holds nothing itself; name an actor, or public"
    known = names.of(kind)
    if kind in _SECTION_OF:
        beside, section = _SECTION_OF[kind]
        owner = use.owner.get(beside) or (use.path[1] if use.path[0] == section else None)
        if section == "actors" and "values_by_type" in use.path:
            owner = use.path[-2]
        if isinstance(owner, str) and owner in names.of(_OWNER_KIND[kind]):
            known = names.within.get((kind, owner), set())
            if use.name not in known:
                return f"{owner} has no {called(kind)} `{shown(use.name)}`{near(use.name, known)}"
    if use.name in known:
        return None
    if kind is RungId and not known:
        return f"there is no rung `{shown(use.name)}`: the scenario has no ladder"
    return f"there is no {called(kind)} `{shown(use.name)}`{near(use.name, known)}"


def called(kind: Any) -> str:
    """What people call what an id type names."""
    name: str = kind.__name__
    return _CALLED.get(name, name.removesuffix("Id").lower())


_CALLED = {
    "TypeId": "private type",
    "EvidenceId": "item of evidence",
    "ObserverId": "observer",
    "PromiseId": "class of promise",
    "PlanId": "plan",
    "AssumptionSetId": "assumption set",
    "VariantGroupId": "group of variants",
}


def _stand_in(use: Use, kind: Any, tracks: Mapping[TrackId, Any]) -> str | None:
    if kind is RegionId and use.name == FRONT:
        return None if use.path[0] == "actions" else f"{FRONT} is a place only inside an action"
    if kind not in (ActorId, ObserverId) or use.name not in (SELF, TARGET):
        return f"`{shown(use.name)}` stands for nobody; only $self and $target do"
    if use.name in stand_ins(use.path):
        return None
    if use.silent:
        if _of_the_world(use, tracks):
            return None
        return f"say whose: `{use.path[-1]}` may be left out only inside an action"
    return f"{use.name} stands for somebody only inside an action, or in the effects of the hazard"


def _is_source(path: Path) -> bool:
    """Whether a path is where information comes from, rather than who holds it."""
    return path[-1] == "source" or (path[:2] == ("trust", "by_observer") and len(path) == 4)


def _of_the_world(use: Use, tracks: Mapping[TrackId, Any]) -> bool:
    track = tracks.get(TrackId(str(use.owner.get("track"))))
    return track is not None and track.owner is Owner.WORLD


_SELF_IN: Mapping[str, tuple[str, ...]] = {
    "plans": ("above_cap",),
    "limits": ("on_crossed",),
    "incidents": ("on_exposed",),
    "deals": ("effects", "undone", "on_breach"),
}
"""By section, the fields in which `$self` alone means somebody."""


def stand_ins(path: Path) -> tuple[str, ...]:
    """Which of `$self` and `$target` mean somebody at a path."""
    if path[0] == "actions" and len(path) > 2 and path[2] in ("requires", "effects"):
        return (SELF, TARGET)
    if path[:2] == ("hazard", "effects"):
        return (SELF, TARGET)
    alone = _SELF_IN.get(path[0], ())
    return (SELF,) if any(part in path[2:] for part in alone) else ()


def _assumption(use: Use, names: Names) -> str | None:
    found = names.assumptions.get(AssumptionId(use.name))
    if found is None:
        if use.path[0] == "assumption_sets" and use.name in names.elsewhere:
            return None
        return f"there is no assumption `{shown(use.name)}`{near(use.name, names.assumptions)}"
    low, high = use.bounds
    for which, value in (("value", found.value), ("low", found.low), ("high", found.high)):
        if (low is not None and value < low) or (high is not None and value > high):
            return f"the {which} of `{use.name}`, {value:g}, is {out_of(use.bounds)}"
    return None

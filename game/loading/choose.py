"""From words on a command line to scenarios, variants and numbers, with the near names where nothing fits."""

from collections.abc import Mapping
from math import isfinite
from pathlib import Path

from game.loading.document import Document
from game.loading.problems import UnknownName, listed, near
from game.model.endings import VariantGroup
from game.model.ids import AssumptionId, AssumptionSetId, VariantId
from game.model.scenario import Scenario
from game.places import scenario_path, shipped_scenarios

PLAY = AssumptionSetId("play")
"""The set that a command line takes where it names none and the scenario declares it."""


def find_scenario(text: str) -> Path:
    """The file of a scenario, by its path or by the id of a shipped one. Raises UnknownName."""
    path = Path(text)
    shipped = scenario_path(text)
    try:
        exists = path.is_file()
    except (OSError, ValueError):
        exists = False
    looks_like_path = path.suffix in (".yaml", ".yml") or len(path.parts) > 1
    if exists and (shipped is None or looks_like_path):
        return path
    if shipped is not None:
        return shipped
    if looks_like_path:
        beside = sorted(p.name for p in path.parent.glob("*.y*ml")) if path.parent.is_dir() else []
        raise UnknownName(
            f"there is no file {text}{near(path.name, beside) or near(path.stem, shipped_scenarios())}"
        )
    names = shipped_scenarios()
    raise UnknownName(f"there is no scenario {text}{near(text, names) or f'; shipped are {listed(names)}'}")


def choose_variants(document: Document, text: str) -> tuple[VariantId, ...]:
    """The variants of `A+B`, in the order given; none for an empty text.

    Raises UnknownName for a name that the scenario does not have, and for two of one group. Whether a
    required group was left out is for the caller to ask (`undecided`), since only playing needs it.
    """
    chosen: list[VariantId] = []
    for word in filter(None, (part.strip() for part in text.split("+"))):
        variant = document.variants.get(VariantId(word))
        if variant is None:
            names = tuple(document.variants)
            hint = near(word, names) or (f"; it has {listed(names)}" if names else "; it has no variants")
            raise UnknownName(f"there is no variant {word}{hint}")
        for other in chosen:
            if other == variant.id:
                raise UnknownName(f"variant {word} is named twice")
            if variant.group is not None and document.variants[other].group == variant.group:
                raise UnknownName(f"{other} and {word} exclude one another; choose one")
        chosen.append(variant.id)
    return tuple(chosen)


def undecided(document: Document, chosen: tuple[str, ...]) -> tuple[VariantGroup, ...]:
    """The required groups of which no variant was chosen."""
    decided = {document.variants[VariantId(id)].group for id in chosen}
    filled = {variant.group for variant in document.variants.values()}
    return tuple(
        g for g in document.variant_groups.values() if g.required and g.id in filled and g.id not in decided
    )


def readings(document: Document, chosen: tuple[str, ...] = ()) -> tuple[tuple[VariantId, ...], ...]:
    """Every way to decide the required groups that a choice leaves open, keeping that choice."""
    order = list(document.variants)
    found: list[tuple[VariantId, ...]] = [tuple(VariantId(id) for id in chosen)]
    for group in undecided(document, chosen):
        members = [v.id for v in document.variants.values() if v.group == group.id]
        found = [tuple(sorted((*start, member), key=order.index)) for start in found for member in members]
    return tuple(found)


def default_assumption_set(scenario: Scenario) -> AssumptionSetId | None:
    """The set that serves where none was named: `play` if the scenario declares it, otherwise none."""
    return PLAY if PLAY in scenario.assumption_sets else None


def assumption_values(
    scenario: Scenario,
    set_id: str | None = None,
    overrides: Mapping[AssumptionId, float] | Mapping[str, float] | None = None,
) -> dict[AssumptionId, float]:
    """The assumptions that differ from their central values: a set's, then single ones on top.

    Raises UnknownName for a set or an assumption that the scenario does not have, and for a value out of
    range.
    """
    values: dict[AssumptionId, float] = {}
    if set_id is not None:
        chosen = scenario.assumption_sets.get(AssumptionSetId(set_id))
        if chosen is None:
            names = tuple(scenario.assumption_sets)
            hint = near(set_id, names) or (f"; it has {listed(names)}" if names else "; it declares none")
            raise UnknownName(f"there is no assumption set {set_id}{hint}")
        values.update(chosen.values)
    for name, value in (overrides or {}).items():
        found = scenario.assumptions.get(AssumptionId(name))
        if found is None:
            raise UnknownName(f"there is no assumption {name}{near(name, scenario.assumptions)}")
        if not isfinite(value) or not found.low <= value <= found.high:
            raise UnknownName(
                f"{name} = {value:g} is outside its range, {found.low:g} to {found.high:g} {found.unit}"
            )
        values[found.id] = value
    return values

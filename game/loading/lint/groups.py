"""Variants can be chosen."""

from collections.abc import Iterator

from game.loading.problems import Finding
from game.model.scenario import Scenario

MOST_VARIANTS = 60


def check(scenario: Scenario) -> Iterator[Finding]:
    """Every group has variants, and every variant changes something or is one of a group."""
    if len(scenario.variants) > MOST_VARIANTS:
        message = f"{len(scenario.variants)} variants; more than {MOST_VARIANTS} cannot all be checked"
        yield Finding(("variants",), message)
    used = {variant.group for variant in scenario.variants.values()}
    for id in scenario.variant_groups:
        if id not in used:
            yield Finding(("variant_groups", str(id)), "no variant belongs to this group")
    for variant_id, variant in scenario.variants.items():
        if not variant.changes and variant.group is None:
            yield Finding(("variants", str(variant_id)), "it changes nothing and belongs to no group")

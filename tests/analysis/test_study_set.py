"""The study set is written down before any ensemble under it, and never tuned: its values are pinned."""

from hashlib import blake2b

import pytest

from game.loading import assumption_values, find_scenario, load, readings
from game.model.ids import AssumptionSetId

PINNED = {
    "the_bargain": "18deca61ee7bf01f",
    "three_tiers_72h": "825674ddabafe453",
}
"""For each scenario that answers questions: the hash of every assumption's value under its study set."""


@pytest.mark.parametrize("name", PINNED)
def test_the_study_set_is_as_it_was_written_down(name: str) -> None:
    document = load(find_scenario(name))
    found = set()
    for reading in readings(document):
        scenario = document.scenario(reading)
        chosen = assumption_values(scenario, AssumptionSetId("study"))
        values = {id: chosen.get(id, spec.value) for id, spec in scenario.assumptions.items()}
        told = "\n".join(f"{id} = {values[id]:g}" for id in sorted(values))
        found.add(blake2b(told.encode(), digest_size=8).hexdigest())
    assert found == {PINNED[name]}, "the values of a study set are never tuned: a new number needs a new set"

"""Translations of scenarios: `backstop translate FILE --language de` renews `FILE.de.po` beside it."""

from collections.abc import Collection
from itertools import islice
from pathlib import Path

from attrs import frozen

from game.engine.prose import prose
from game.language.catalogues import catalogue_beside
from game.language.pofile import Text, flaws, read_bytes, renewed, translated
from game.loading.choose import readings
from game.loading.document import Document, load
from game.places import scenario_path

_MOST_READINGS = 64
"""So many combinations of variants are looked through for texts."""


@frozen
class Translation:
    """A scenario's catalogue in one language."""

    file: Path
    """Where it belongs."""
    content: str
    """What it should say now."""
    texts: int
    """How many texts it holds."""
    missing: tuple[str, ...]
    """What is still to be done, one sentence a text."""


def translation(scenario: Path, code: str) -> Translation:
    """Return the catalogue of a scenario as it should be now; what was translated before is kept.

    Raises ScenarioProblems, CatalogueProblem and UnknownLanguage.
    """
    document = load(scenario)
    file = catalogue_beside(scenario, code)
    title = f"The texts of the scenario {scenario.stem} ({code}); see docs/translating.md"
    old = read_bytes(file)
    texts = scenario_texts(document, translated(old, file.name))
    content = renewed(texts, old, code, title)
    return Translation(file, content, len(texts), tuple(flaws(content.encode("utf-8"), file.name)))


def scenario_texts(document: Document, own: Collection[str] = ()) -> tuple[Text, ...]:
    """Return the texts of every reading of a scenario.

    Texts of the scenario that it is based on are left to that one's catalogue, but for those that a
    translator has put into this one's `own`, to say them otherwise here.
    """
    found: dict[str, str] = {}
    for variants in islice((*readings(document), *document.combinations()), _MOST_READINGS):
        scenario, _problems = document.attempt(variants)
        for place, text in prose(scenario) if scenario is not None else ():
            found.setdefault(text, place)
    base = base_of(document)
    known = {text.one for text in scenario_texts(load(base))} if base is not None else set()
    return tuple(
        Text(text, places=(place,)) for text, place in found.items() if text in own or text not in known
    )


def base_of(document: Document) -> Path | None:
    """Return the file of the scenario that one is based on, if it is."""
    for variants in readings(document)[:1]:
        scenario = document.scenario(variants)
        if scenario.based_on is not None:
            beside = document.path.with_name(f"{scenario.based_on.scenario}.yaml")
            return beside if beside.is_file() else scenario_path(scenario.based_on.scenario)
    return None

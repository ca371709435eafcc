"""The language in which a scenario is played: the interface's texts, and those beside the scenario's file."""

from pathlib import Path

from game.language import Language
from game.language.catalogues import language
from game.model.scenario import Scenario
from game.places import assets_folder, scenario_path, scenarios_folder


def family(scenario: Path, base: str | None) -> tuple[Path, ...]:
    """Return the files in whose catalogues a scenario's texts may be; the nearest has the last word.

    These are the one that it is based on and its own, and no other: a scenario that nobody has translated
    is told in English as a whole, and not in the words of whichever happen to stand elsewhere.
    """
    near = [scenario]
    if base is not None:
        beside = scenario.with_name(f"{base}.yaml")
        found = beside if beside.is_file() else scenario_path(base)
        near[:0] = [found] if found is not None else []
    return tuple(near)


def _shipped() -> tuple[Path, ...]:
    return tuple(sorted(scenarios_folder().glob("*.yaml")))


def speech(code: str, scenario: Path | None = None, base: str | None = None) -> Language:
    """Return a language with the texts of the interface and of one scenario; of all that ship, for a menu.

    `base` is the id of the scenario that this one is based on, if it is. Raises UnknownLanguage and
    CatalogueProblem.
    """
    files = family(scenario, base) if scenario is not None else _shipped()
    return language(code, assets_folder() / "locale", files)


def speech_of(code: str, file: str | None, scenario: Scenario) -> Language:
    """Return a language in which one scenario is played; `file` is missing for one that ships."""
    path = Path(file) if file is not None else scenario_path(scenario.id)
    return speech(code, path, scenario.based_on.scenario if scenario.based_on is not None else None)

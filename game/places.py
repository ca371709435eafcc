"""Where things are: what comes with Backstop, and the folder that a person may name for what is their own.

Scenarios, assets and rules come with it, installed or in a source checkout.

An installed wheel carries them inside the package, under `game/shipped`. A source checkout (also an editable
install of one) has them beside the package, at the top of the repository.
"""

from functools import cache
from pathlib import Path
from typing import Final

HOME: Final = "BACKSTOP_HOME"
"""The environment variable that names another folder than the system's own for saved games and settings."""

_PACKAGE = Path(__file__).resolve().parent
_SUFFIX = ".yaml"


class ShippedFilesMissing(RuntimeError):
    """Backstop was installed without its scenarios or assets."""


@cache
def _folder(name: str) -> Path:
    places = (_PACKAGE / "shipped" / name, _PACKAGE.parent / name)
    for place in places:
        if place.is_dir():
            return place
    tried = " and ".join(str(place) for place in places)
    raise ShippedFilesMissing(f"Backstop's {name} are missing (looked in {tried}); install it again")


def scenarios_folder() -> Path:
    """The folder of the scenarios that come with Backstop."""
    return _folder("scenarios")


def assets_folder() -> Path:
    """The folder of fonts, pictures and sounds."""
    return _folder("assets")


def rulebook_path() -> Path:
    """The page of the rules."""
    return _folder("docs") / "rulebook.md"


def shipped_scenarios() -> tuple[str, ...]:
    """The ids of the scenarios that come with Backstop, in alphabetical order."""
    return tuple(sorted(path.stem for path in scenarios_folder().glob(f"*{_SUFFIX}") if path.is_file()))


def scenario_path(id: str) -> Path | None:
    """The file of a shipped scenario, or None when there is no such scenario."""
    if id not in shipped_scenarios():
        return None
    return scenarios_folder() / f"{id}{_SUFFIX}"

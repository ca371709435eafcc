"""What a person has set: kept in the platform's own place for such things, and never in the way of starting.

The folder is the system's own for settings, or the one that BACKSTOP_HOME names.
"""

import json
import os
from pathlib import Path
from typing import Any, Final, Literal, get_args

from attrs import asdict, evolve, fields, frozen
from platformdirs import user_config_path

from game.language import Phrase, phrase, say
from game.places import HOME

Theme = Literal["dark", "light"]
Type = Literal["normal", "large"]
Motion = Literal["full", "reduced"]
Speed = Literal["slow", "normal", "fast"]

FILE: Final = "settings.json"
FASTER: Final[dict[str, float]] = {"slow": 0.6, "normal": 1.0, "fast": 2.0}
"""How much faster everything moves at each speed."""


@frozen
class Settings:
    """One person's settings."""

    theme: Theme = "dark"
    """`light` is for a projector in a bright room."""
    type: Type = "normal"
    """`large` sets everything a fifth larger."""
    motion: Motion = "full"
    """`reduced` shows where things end up, at once."""
    speed: Speed = "normal"
    """Of everything that moves, and of watched games."""
    language: str = "en"
    """The code of a language."""
    volume: int = 60
    """Of sounds, 0 to 100."""
    muted: bool = False
    learnt: bool = False
    """Whether the tutorial has been played to its end."""
    full_screen: bool = False
    width: int = 0
    """Of the window, in points; 0 for what suits the screen."""
    height: int = 0


def settings_path() -> Path:
    """Return where settings are kept; neither file nor folder need exist."""
    home = os.environ.get(HOME)
    folder = Path(os.path.expanduser(home)) if home else user_config_path("backstop", appauthor=False)
    return folder / FILE


def read_settings(path: Path | None = None) -> tuple[Settings, Phrase | None]:
    """Return the settings, and what could not be read of them; what is missing is as usual.

    The sentence is said later, for the language is one of the settings.
    """
    path = path or settings_path()
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings(), None
    except (OSError, ValueError):
        found = None
    if not isinstance(found, dict):
        return Settings(), phrase(
            "The settings in {path} cannot be read; everything is as if never set.", path=str(path)
        )
    return _understood(found, path)


def write_settings(settings: Settings, path: Path | None = None) -> str:
    """Keep the settings; return why they cannot be kept, or nothing."""
    path = path or settings_path()
    fresh = path.with_suffix(".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_text(json.dumps(asdict(settings), indent=1), encoding="utf-8")
        fresh.replace(path)
    except OSError as problem:
        return say(
            "The settings cannot be kept in {path}: {problem}", path=path, problem=problem.strerror or problem
        )
    return ""


def _understood(found: dict[str, Any], path: Path) -> tuple[Settings, Phrase | None]:
    settings, odd = Settings(), []
    for part in fields(Settings):
        if part.name not in found:
            continue
        value = found[part.name]
        if _fits(part.name, value):
            settings = evolve(settings, **{part.name: value})
        else:
            odd.append(part.name)
    if not odd:
        return settings, None
    return settings, phrase(
        "Of the settings in {path}, {names} could not be understood.", path=str(path), names=", ".join(odd)
    )


_CHOICES: Final[dict[str, tuple[str, ...]]] = {
    "theme": get_args(Theme),
    "type": get_args(Type),
    "motion": get_args(Motion),
    "speed": get_args(Speed),
}


def _fits(name: str, value: object) -> bool:
    if name in _CHOICES:
        return value in _CHOICES[name]
    if name in ("muted", "learnt", "full_screen"):
        return isinstance(value, bool)
    if name == "language":
        return isinstance(value, str)
    if not isinstance(value, int) or isinstance(value, bool):
        return False
    return 0 <= value <= (100 if name == "volume" else 20_000)

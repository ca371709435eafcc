"""Every effect word is played in some test of the rules."""

import re
from pathlib import Path

import pytest

from game.engine import registry

HERE = Path(__file__).parent
SOURCES = "\n".join(path.read_text(encoding="utf-8") for path in sorted(HERE.glob("*.py")))


@pytest.mark.parametrize("word", sorted(registry.effects()))
def test_an_effect_is_played(word: str) -> None:
    assert re.search(rf"[\[{{ ]{word}: ", SOURCES), f"no test of the rules has a scenario with {word}"

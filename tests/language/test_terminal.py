"""Games in the terminal are said in the language that is spoken; only what players type stays as it is."""

import re

import pytest

from game.language import speaking
from game.language.pseudo import PSEUDO
from tests.language.test_games import plain_words
from tests.playthroughs.replay import transcript

TYPED = re.compile(r"`[^`]*`|“[^”]*”|^switch |^exit code 0$|^backstop play .*")
"""What is typed: commands between backquotes or on a line, and what was not understood, in quotes."""


@pytest.mark.parametrize("script", ["first_ladder", "the_bargain"])
def test_a_whole_game_is_said_in_the_language_that_is_spoken(script: str) -> None:
    with speaking(PSEUDO):
        lines = transcript(script).splitlines()
    plain = {line: plain_words(TYPED.sub("", line)) for line in lines if "> " not in line}
    assert not {line: words for line, words in plain.items() if words}

"""Numbers of things: one point is no `1 points`."""

import re

from game.language.collect import texts

COUNTED = re.compile(r"\{(\w+)(?::[^}]*)?\} (\w+s)\b")
NUMBERS = frozenset(
    "points turns number score behind levels terms units limit lines hours days gain cost wrong "
    "missed times".split()
)
"""Names of places in which a number stands."""
NO_THINGS = frozenset("less times is has as this".split())
"""Words that a number stands before without counting them; a factor counts nothing."""
RECORDED = frozenset({"game/engine/mechanisms/movement.py"})
"""Events whose English is part of the digests of games that were saved: `1 hours` stays there."""


def test_things_are_counted_where_their_number_stands_before_them() -> None:
    found = [
        text.one
        for text in texts()
        if not text.many and not RECORDED.issuperset(text.places)
        for place, word in COUNTED.findall(text.one)
        if place in NUMBERS and word not in NO_THINGS
    ]
    assert found == [], "`count` them: a language has other words for one of them"

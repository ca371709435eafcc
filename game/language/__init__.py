"""Words for people in their own language: every text of the interface goes through here.

`_`, `say`, `count` and `sense` answer at once in the language that is spoken here; `phrase` keeps a sentence
for whoever reads it later, in another language perhaps. English is written in the code itself, and nothing
has to be loaded for it. See docs/adr/0017.
"""

from game.language.phrases import Phrase, phrase
from game.language.spoken import (
    ENGLISH,
    N_,
    Language,
    _,
    count,
    say,
    sense,
    speaking,
    spoken,
    told,
)

__all__ = [
    "ENGLISH",
    "N_",
    "Language",
    "Phrase",
    "_",
    "count",
    "phrase",
    "say",
    "sense",
    "speaking",
    "spoken",
    "told",
]

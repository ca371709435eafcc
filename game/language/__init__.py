"""Words for people in their own language: every text of the interface goes through here.

`_`, `say`, `count` and `sense` answer at once in the language that is spoken here; `phrase` keeps a sentence
for whoever reads it later, in another language perhaps. English is written in the code itself, and nothing
has to be loaded for it. See docs/adr/0017.
"""

from game.language.phrases import Phrase, joined, opening, phrase, phrase_count, quote
from game.language.spoken import (
    ENGLISH,
    N_,
    Language,
    N_sense,
    _,
    count,
    point,
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
    "N_sense",
    "Phrase",
    "_",
    "count",
    "joined",
    "opening",
    "phrase",
    "phrase_count",
    "point",
    "quote",
    "say",
    "sense",
    "speaking",
    "spoken",
    "told",
]

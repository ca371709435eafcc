"""English that is 40 % longer and accented: a language to see what is not translated or does not fit.

Every vowel of a text that came through a catalogue has an accent; a word without one did not.
"""

import re
from gettext import NullTranslations

from game.language.spoken import Language

LONGER = 0.4
"""How much longer a text becomes."""
_PLACES = re.compile(r"(\{[^}]*\})")
_ACCENTS = str.maketrans("aeiouAEIOU", "áéíóúÁÉÍÓÚ")
_FILLER = "lórém ípsúm dólór sít ámét "


class _Longer(NullTranslations):
    """Makes every text longer."""

    def gettext(self, message: str) -> str:
        parts = _PLACES.split(message)
        letters = sum(len(part) for part in parts[::2])
        if not any(sign.isalpha() for part in parts[::2] for sign in part):
            return message
        accented = "".join(
            part if number % 2 else part.translate(_ACCENTS) for number, part in enumerate(parts)
        )
        more = max(1, round(letters * LONGER) - 1)
        filler = (_FILLER * (more // len(_FILLER) + 1))[:more].strip()
        stop = accented[-1:] if accented[-1:] in ".:?!…" else ""
        return f"{accented.removesuffix(stop)} {filler}{stop}"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        return self.gettext(message)


PSEUDO = Language("en_LONG", "English, longer", _Longer(), _Longer())
"""The language of the layout's tests."""

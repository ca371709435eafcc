"""English that is 40 % longer and marked: a language to see what is not translated or does not fit."""

import re
from gettext import NullTranslations

from game.language.spoken import Language

OPEN, SHUT = "«", "»"
"""Stand around every text that came through a catalogue."""
LONGER = 0.4
"""How much longer a text becomes."""
_PLACES = re.compile(r"(\{[^}]*\})")
_FILLER = "lorum ipson dolar sitem amot "


class _Longer(NullTranslations):
    """Makes every text longer."""

    def gettext(self, message: str) -> str:
        words = _PLACES.sub("", message).strip()
        if not words:
            return message
        more = max(1, round(len(words) * LONGER) - 2)
        filler = (_FILLER * (more // len(_FILLER) + 1))[:more].strip() or "·"
        return f"{OPEN}{message}{' ' if more > 3 else ''}{filler}{SHUT}"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        return self.gettext(message)


PSEUDO = Language("en_LONG", "English, longer", _Longer(), _Longer())
"""The language of the layout's tests."""

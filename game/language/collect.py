"""Collects the texts of the program: `python -m game.language.collect` renews its catalogues.

`python -m game.language.collect fr` begins one for another language.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.extract import extract

from game.language.catalogues import DOMAIN, CatalogueProblem, UnknownLanguage
from game.language.pofile import Text, flaws, read_bytes, renewed

SOURCES = Path(__file__).resolve().parents[1]
"""The package whose texts these are."""
LOCALE = SOURCES.parent / "assets" / "locale"
"""The catalogues in a source checkout."""

KEYWORDS = {
    "_": None,
    "N_": None,
    "say": None,
    "phrase": None,
    "joined": None,
    "count": (2, 3),
    "phrase_count": (2, 3),
    "sense": ((1, "c"), 2),
    "N_sense": ((1, "c"), 2),
}
"""The functions whose texts are translated, and which of their arguments are texts."""


def texts(sources: Path = SOURCES) -> tuple[Text, ...]:
    """Return every text of the interface with the modules that say it, in the order of the modules."""
    found: dict[tuple[str, str | None], Text] = {}
    for text in _in_order(sources):
        before = found.get(text.key)
        if before is None:
            found[text.key] = text
        else:
            places = tuple(dict.fromkeys((*before.places, *text.places)))
            found[text.key] = Text(text.one, before.many or text.many, text.context, places)
    return tuple(found.values())


def _in_order(sources: Path) -> Iterator[Text]:
    for file in sorted(sources.rglob("*.py"), key=lambda path: path.as_posix()):
        place = f"{sources.name}/{file.relative_to(sources).as_posix()}"
        with file.open("rb") as stream:
            for _line, message, _comments, context in extract("python", stream, KEYWORDS):
                one, many = message if isinstance(message, tuple) else (message, "")
                if one:
                    yield Text(one, many, context, (place,))


def catalogue(code: str, locale: Path = LOCALE) -> str:
    """Return the interface's catalogue of a language as it should be now."""
    file = locale / code / DOMAIN
    return renewed(
        texts(), read_bytes(file), code, f"The texts of Backstop ({code}); see docs/translating.md"
    )


def main(codes: list[str]) -> int:
    """Renew the catalogues of these languages, or of all that there are."""
    for code in codes or sorted(file.parent.name for file in LOCALE.glob(f"*/{DOMAIN}")):
        try:
            content = catalogue(code)
        except (CatalogueProblem, UnknownLanguage) as problem:
            sys.stderr.write(f"{problem}\n")
            return 2
        file = LOCALE / code / DOMAIN
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
        missing = len(list(flaws(content.encode(), code)))
        sys.stdout.write(f"{code}: {missing or 'nothing'} to translate\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

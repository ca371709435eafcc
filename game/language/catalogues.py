"""Catalogues: which languages there are, and the texts of one of them, read from .po files by Babel.

The interface's texts are in `assets/locale/CODE/backstop.po`. A scenario's are in `NAME.CODE.po` beside its
file, so a scenario that somebody writes can bring its own translation. See docs/adr/0017.
"""

from collections.abc import Iterable
from copy import copy
from functools import cache, lru_cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from game.language.pseudo import PSEUDO
from game.language.spoken import ENGLISH, Language

DOMAIN = "backstop.po"
"""The file of an interface's texts in its language's folder."""
NAME = "name"
"""The context of what the program calls things that stand beside a scenario's own names."""


class CatalogueProblem(ValueError):
    """A catalogue that cannot be read; the message says which and why."""


class UnknownLanguage(ValueError):
    """A language that nobody has translated the interface to."""


def languages(locale: Path) -> dict[str, str]:
    """Return the languages that can be spoken, by code: their names in themselves; English first."""
    found = {ENGLISH.code: ENGLISH.name}
    for file in sorted(locale.glob(f"*/{DOMAIN}")):
        found[file.parent.name] = name_of(file.parent.name)
    return found


@cache
def name_of(code: str) -> str:
    """Return what a language calls itself."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415  (English needs none of it)

    try:
        return Locale.parse(code).get_display_name(code) or code
    except (ValueError, UnknownLocaleError):
        return code


def language(code: str, locale: Path, scenarios: Iterable[Path] = ()) -> Language:
    """Return a language with the texts of the interface and of some scenario files.

    Raises UnknownLanguage and CatalogueProblem.
    """
    if code == ENGLISH.code:
        return ENGLISH
    if code == PSEUDO.code:
        return PSEUDO
    file = locale / code / DOMAIN
    if not file.is_file():
        known = ", ".join(languages(locale))
        raise UnknownLanguage(f"there is no language {code!r}; there are {known}")
    interface = read_catalogue(file)
    texts: NullTranslations = _Names(interface)
    for scenario in scenarios:
        beside = catalogue_beside(scenario, code)
        if beside.is_file():
            read = read_catalogue(beside)
            read.add_fallback(texts)
            texts = read
    return Language(code, name_of(code), interface, texts, _point(code))


class _Names(NullTranslations):
    """What the program itself calls things that no scenario names: `everybody`; nothing else of its texts.

    A scenario's word that is also one of the program's, as Line is, may mean something else there.
    """

    def __init__(self, interface: NullTranslations) -> None:
        super().__init__()
        self._interface = interface

    def gettext(self, message: str) -> str:
        return self._interface.pgettext(NAME, message)


def _point(code: str) -> str:
    """What stands between a whole number and its decimals."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415

    try:
        symbols = Locale.parse(code).number_symbols
    except (ValueError, UnknownLocaleError):
        return ENGLISH.point
    return str(symbols.get("latn", {}).get("decimal", ENGLISH.point))


def catalogue_beside(scenario: Path, code: str) -> Path:
    """Return where a scenario's texts in a language are: `a.yaml` has its German in `a.de.po`."""
    return scenario.with_name(f"{scenario.stem}.{code}.po")


def read_catalogue(file: Path) -> GNUTranslations:
    """Read a .po file. Raises CatalogueProblem with what is wrong and where."""
    try:
        return copy(_read(file.read_bytes(), file))
    except OSError as problem:
        raise CatalogueProblem(f"{file}: {problem.strerror or problem}") from None


@lru_cache(maxsize=64)
def _read(content: bytes, file: Path) -> GNUTranslations:
    """What was read once is not read again for every game; a fresh copy has no fallback yet."""
    from babel.messages.mofile import write_mo  # noqa: PLC0415
    from babel.messages.pofile import PoFileError, read_po  # noqa: PLC0415

    from game.language.pofile import other_places  # noqa: PLC0415

    try:
        catalogue = read_po(BytesIO(content), abort_invalid=True)
    except UnicodeDecodeError:
        raise CatalogueProblem(f"{file} is no catalogue: it is not written in UTF-8") from None
    except (ValueError, LookupError, TypeError, AttributeError, PoFileError) as problem:
        line = getattr(problem, "lineno", None)  # Babel's own words differ from version to version
        where = f" (line {line + 1})" if isinstance(line, int) else ""
        raise CatalogueProblem(f"{file} is no catalogue of texts in the format of .po files{where}") from None
    for message in catalogue:
        if wrong := other_places(message):
            raise CatalogueProblem(f"{file}: {wrong}")
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return GNUTranslations(compiled)

"""Catalogue files as translators get them: made anew from what there is to say, keeping what was translated.

Nothing in a file changes by itself: no dates, no line numbers, no paths but those inside the project. A text
that is gone is dropped, and a text is never guessed from one that resembles it.
"""

import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from string import Formatter

from attrs import field, frozen
from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as PoMessage
from babel.messages.plurals import get_plural
from babel.messages.pofile import PoFileError, read_po, write_po

from game.language.catalogues import CatalogueProblem, UnknownLanguage

WIDTH = 100
"""Columns of a catalogue file."""
LONGEST = 60
"""How many characters of a text a message quotes."""


@frozen
class Text:
    """Something to say: what a translator sees of it."""

    one: str
    """In English."""
    many: str = ""
    """In English for several things, where the number matters."""
    context: str | None = None
    """Which of its meanings is meant."""
    places: tuple[str, ...] = field(default=(), eq=False)
    """Where it is said."""

    @property
    def key(self) -> tuple[str, str | None]:
        """What a catalogue finds it by."""
        return self.one, self.context


def renewed(texts: Iterable[Text], old: bytes, code: str, title: str) -> str:
    """Return a catalogue of these texts with the translations that the old one has.

    Raises CatalogueProblem and UnknownLanguage.
    """
    plural = plural_forms(code)
    before, fresh = _read(old, title), Catalog(locale=None)
    for text in texts:
        known = before.get(text.one, text.context)
        done = known is not None and not known.fuzzy
        fresh.add(
            (text.one, text.many) if text.many else text.one,
            string=_kept(known, text) if known is not None and done else None,
            locations=[(place, 0) for place in text.places],
            user_comments=known.user_comments if known is not None else (),
            context=text.context,
        )
    for message in fresh:
        # Braces are ours; a per cent sign is no place to fill in
        message.flags -= {"python-format", "python-brace-format"}
    body = BytesIO()
    write_po(body, fresh, width=WIDTH, omit_header=True, include_lineno=False)
    header = (
        f"# {title}\n"
        'msgid ""\n'
        'msgstr ""\n'
        f'"Language: {code}\\n"\n'
        '"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n'
        f'"Plural-Forms: {plural}\\n"\n'
    )
    return f"{header}\n{body.getvalue().decode('utf-8')}".rstrip("\n") + "\n"


def plural_forms(code: str) -> str:
    """Return how a language counts, as catalogues say it. Raises UnknownLanguage."""
    try:
        locale = Locale.parse(code)
    except (ValueError, UnknownLocaleError):
        raise UnknownLanguage(f"{code} is not the code of a language, as de and pt_BR are") from None
    return get_plural(locale).plural_forms


def _kept(known: PoMessage, text: Text) -> str | tuple[str, ...] | None:
    """The translation, where it still has the same forms."""
    string = known.string
    if isinstance(string, tuple | list):
        return tuple(string) if text.many else None
    return None if text.many else string


def _read(content: bytes, title: str) -> Catalog:
    try:
        return read_po(BytesIO(content), abort_invalid=True) if content else Catalog()
    except (UnicodeDecodeError, ValueError, PoFileError) as problem:
        raise CatalogueProblem(f"{title}: {problem}") from None


def translated(content: bytes, title: str) -> frozenset[str]:
    """Return the texts that a catalogue translates. Raises CatalogueProblem."""
    return frozenset(
        message.id for message in _read(content, title) if isinstance(message.id, str) and message.string
    )


def flaws(content: bytes, title: str) -> Iterator[str]:
    """Say what a catalogue still lacks: texts without a translation, and places that differ."""
    for message in _read(content, title):
        if not message.id:
            continue
        ids = message.id if isinstance(message.id, tuple | list) else (message.id,)
        string = message.string
        said = tuple(string) if isinstance(string, tuple | list) else (string or "",)
        if message.fuzzy:
            yield f"{_cut(ids[0])} is marked as uncertain"
        elif not all(said):
            yield f"{_cut(ids[0])} is not translated"
        else:
            if wrong := other_places(message):
                yield wrong
            for one in said:
                if _TYPED.findall(one) != _TYPED.findall(ids[-1]):
                    yield f"{_cut(ids[0])}: what players type between backquotes is other in {_cut(one)}"


def other_places(message: PoMessage) -> str:
    """Say in which translation of a text places are missing or others; nothing where all is well.

    Only the last plural form has to name every place: `one turn` needs no number.
    """
    if not message.id or not message.string or message.fuzzy:
        return ""
    ids = message.id if isinstance(message.id, tuple | list) else (message.id,)
    said = message.string if isinstance(message.string, tuple | list) else (message.string,)
    wanted = places(ids[-1])
    for one in said:
        found = places(one)
        missing = wanted - found if one is said[-1] and one else frozenset()
        if found - wanted or missing:
            lost = _braced("is missing", missing)
            new = _braced("is not in the English", found - wanted)
            how = "; ".join(filter(None, (lost, new)))
            return f"{_cut(ids[0])}: the places in {_cut(one)} are others ({how})"
    return ""


def _braced(what: str, names: frozenset[str]) -> str:
    return f"{', '.join(f'{{{name}}}' for name in sorted(names))} {what}" if names else ""


def _cut(text: str) -> str:
    """A text as messages quote it: its beginning, where it is long."""
    whole = " ".join(text.split())
    return repr(whole if len(whole) <= LONGEST else f"{whole[:LONGEST].rstrip()} …")


_TYPED = re.compile(r"`[^`]*`")
_QUOTED = re.compile(r"\{(\w+)[^{}]*\}")


def places(text: str) -> frozenset[str]:
    """Return the names of the places in a text: `actor` in `{actor} holds`."""
    try:
        return frozenset(name for _, name, _, _ in Formatter().parse(text) if name)
    except ValueError:  # an author's braces
        return frozenset(_QUOTED.findall(text))


def read_bytes(file: Path) -> bytes:
    """Return a file's content; nothing where there is no file."""
    return file.read_bytes() if file.is_file() else b""

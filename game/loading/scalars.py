"""What an unquoted word means. Nothing is ever turned into something else without a word.

Only those spellings are numbers that every version of YAML reads alike. What one reader would take for a
number, a yes, a time or a date and another for text is a problem, wherever it stands.
"""

import re

INTEGER = re.compile(r"-?(0|[1-9][0-9]*)")
DECIMAL = re.compile(r"-?(0|[1-9][0-9]*)\.[0-9]+([eE][-+][0-9]+)?")
_NUMBER = r"\.?[0-9][0-9_]*\.?[0-9_]*"
_LOOKS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("yes or no", re.compile(r"y|n|yes|no|on|off|true|false", re.IGNORECASE)),
    ("nothing", re.compile(r"~|null|none|nil", re.IGNORECASE)),
    ("infinity or not a number", re.compile(r"[-+]?\.?(inf|nan|infinity)", re.IGNORECASE)),
    ("a date", re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ].*)?")),
    ("a time, or a number to base 60", re.compile(r"[-+]?[0-9]+(:[0-9]+)+(\.[0-9]*)?")),
    ("a number to base 8", re.compile(r"[-+]?0[0-9_]+|0o[0-7_]+", re.IGNORECASE)),
    ("a number to base 16", re.compile(r"[-+]?0x[0-9a-f_]+", re.IGNORECASE)),
    ("a number to base 2", re.compile(r"[-+]?0b[01_]+", re.IGNORECASE)),
    ("a number", re.compile(rf"[-+]?{_NUMBER}([eE][-+]?[0-9]+)?")),
)


def looks_like(text: str) -> str | None:
    """What some reader of YAML would take an unquoted word for, besides text."""
    if not text:
        return "nothing"
    for name, pattern in _LOOKS:
        if pattern.fullmatch(text):
            return name
    return None


def rewritten(text: str) -> str | None:
    """How to write what was probably meant as a number, where that can be told."""
    if re.fullmatch(r"\+?[0-9]{1,3}(_[0-9]{3})+", text):
        return text.replace("_", "").lstrip("+")
    if re.fullmatch(r"[-+]?0[0-9]+", text):
        return str(int(text))
    if re.fullmatch(r"0x[0-9a-fA-F]{1,8}", text):
        return str(int(text, 16))
    if re.fullmatch(r"[-+]?[0-9]*\.?[0-9]*([eE][-+]?[0-9]{1,2})?", text) and re.search(
        r"[0-9]", text.split("e", maxsplit=1)[0]
    ):
        value = float(text)
        return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)
    return None

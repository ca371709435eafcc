"""What an id may look like."""

import re

_ID = re.compile(r"[a-z][a-z0-9_]*")
_LONGEST = 48
_READ_AS_YES_OR_NO = frozenset("yes no on off true false y n".split())
_TAKEN = frozenset("null none nil public others world self target everybody".split())


def id_problem(name: str) -> str | None:
    """What is wrong with a new id, if anything."""
    if not _ID.fullmatch(name):
        clean = re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_")
        hint = f"; try {clean}" if _ID.fullmatch(clean) and len(clean) <= _LONGEST else ""
        return f"an id is small letters, digits and _, and begins with a letter{hint}"
    if len(name) > _LONGEST:
        return f"an id has at most {_LONGEST} letters"
    if name in _READ_AS_YES_OR_NO:
        return f"YAML readers take `{name}` for yes or no; it cannot be an id"
    if name in _TAKEN:
        return f"`{name}` means something else and cannot be an id"
    return None

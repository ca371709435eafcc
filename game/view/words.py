"""Plain words for states, hours, numbers and ids."""

import re
from collections.abc import Iterable

KINDS = {
    "inaction": "Holding back",
    "diplomacy": "Diplomacy",
    "stand_down": "Standing down",
    "signal": "Signals",
    "posture": "Posture",
    "preparation": "Preparation",
    "movement": "Movement",
    "intelligence": "Intelligence",
    "covert": "Covert acts",
    "force": "Force",
}
"""Titles of the kinds of acts."""

SIGNALS = {
    "speech": "a speech",
    "leak": "a leak",
    "visit": "a visit",
    "exercise": "an exercise",
    "mobilisation": "a mobilisation",
}
"""What an act is that is a message."""

ENGAGEMENT = {
    "tight": ("Tight", "Soldiers hold fire longer: fewer accidents, more of your own at risk."),
    "normal": ("Normal", "Standing rules."),
    "free": ("Free", "Soldiers fire first: safer for them, more accidents."),
}
"""Rules of engagement: their title and what they mean."""

OUTCOME_CLASSES = {
    "general_war": "general war",
    "limited_war": "limited war",
    "frozen": "frozen conflict",
    "stand_down": "stand-down",
    "settlement": "settlement",
    "other": "another ending",
}
"""Titles of the classes of endings."""

COMMITMENT_STATES = ("dormant", "in_force", "due", "kept", "broken", "withdrawn")
"""As the rows of the world count them."""

TIER_STATES = ("waiting", "open", "met", "failed", "passed")
"""As the rows of the world count them."""

TIER_WORDS = {
    "waiting": "not open yet",
    "open": "open",
    "met": "met",
    "failed": "closed without the promised answer",
    "passed": "did not apply",
}
"""A tier's state in words."""

PLAN_STATES = ("idle", "running", "paused", "stopped", "ended")
"""As the rows of the world count them."""

STAND_DOWN_STATES = ("none", "declared", "certified", "refused")
"""As the rows of the world count them."""


def hours(count: float, step: float = 0) -> str:
    """`1 hour`, `6 hours`, `1.5 hours`; in a game whose turns have `step` hours, a day or more: `7 days`."""
    if step >= 24 and count >= 24:
        return "1 day" if count == 24 else f"{number(count / 24)} days"
    return f"{number(count)} hour" if count == 1 else f"{number(count)} hours"


QUOTED_NUMBER = re.compile(r"“(-?\d+(?:\.\d+)?)”")
"""A number that an explanation quotes as if it were a name."""

_NEGATION = "it is not so that "


def required(clause: str) -> str:
    """A required condition as a clause; what must not hold reads `not while ...`."""
    clause = QUOTED_NUMBER.sub(r"\1", clause)
    return f"not while {clause.removeprefix(_NEGATION)}" if clause.startswith(_NEGATION) else clause


def number(value: float) -> str:
    """A number as people write it, to two decimals at most."""
    value = round(value, 2) + 0.0
    return f"{value:.2f}".rstrip("0").rstrip(".") if value % 1 else f"{value:.0f}"


def percent(share: float) -> str:
    """A probability as a whole per cent; never `0 %` or `100 %` for what is not certain."""
    whole = round(share * 100)
    if whole == 0 and share > 0:
        return "under 1 %"
    if whole == 100 and share < 1:
        return "over 99 %"
    return f"{whole} %"


def listing(items: Iterable[str], joint: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    words = list(items)
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {joint} {words[-1]}" if words else ""


def sentence(text: str) -> str:
    """A clause as a sentence: a capital first and a full stop last."""
    text = text.strip()
    if not text:
        return ""
    return text[0].upper() + text[1:] + ("" if text[-1] in ".!?" else ".")

"""Plain words for states, hours, numbers and ids."""

from collections.abc import Iterable

from game.language import N_, count, point, say

KINDS = {
    "inaction": N_("Holding back"),
    "diplomacy": N_("Diplomacy"),
    "stand_down": N_("Standing down"),
    "signal": N_("Signals"),
    "posture": N_("Posture"),
    "preparation": N_("Preparation"),
    "movement": N_("Movement"),
    "intelligence": N_("Intelligence"),
    "covert": N_("Covert acts"),
    "force": N_("Force"),
}
"""Titles of the kinds of acts."""

SIGNALS = {
    "speech": N_("a speech"),
    "leak": N_("a leak"),
    "visit": N_("a visit"),
    "exercise": N_("an exercise"),
    "mobilisation": N_("a mobilisation"),
}
"""What an act is that is a message."""

ENGAGEMENT = {
    "tight": (
        N_("Tight"),
        N_("Soldiers hold fire longer: fewer accidents, more of your own at risk."),
    ),
    "normal": (N_("Normal"), N_("Standing rules.")),
    "free": (N_("Free"), N_("Soldiers fire first: safer for them, more accidents.")),
}
"""Rules of engagement: their title and what they mean."""

OUTCOME_CLASSES = {
    "general_war": N_("general war"),
    "limited_war": N_("limited war"),
    "frozen": N_("frozen conflict"),
    "stand_down": N_("stand-down"),
    "settlement": N_("settlement"),
    "other": N_("another ending"),
}
"""Titles of the classes of endings."""

COMMITMENT_STATES = ("dormant", "in_force", "due", "kept", "broken", "withdrawn")
"""As the rows of the world count them."""

TIER_STATES = ("waiting", "open", "met", "failed", "passed")
"""As the rows of the world count them."""

TIER_WORDS = {
    "waiting": N_("not open yet"),
    "open": N_("open"),
    "met": N_("met"),
    "failed": N_("closed without the promised answer"),
    "passed": N_("did not apply"),
}
"""A tier's state in words."""

PLAN_STATES = ("idle", "running", "paused", "stopped", "ended")
"""As the rows of the world count them."""

STAND_DOWN_STATES = ("none", "declared", "certified", "refused")
"""As the rows of the world count them."""


def hours(length: float, step: float = 0) -> str:
    """`1 hour`, `6 hours`, `1.5 hours`; in a game whose turns have `step` hours, a day or more: `7 days`."""
    if step >= 24 and length >= 24:
        return count(length / 24, "{days} day", "{days} days", days=number(length / 24))
    return count(length, "{hours} hour", "{hours} hours", hours=number(length))


def instant(hour: float, step: float = 0) -> str:
    """`hour 18`; in a game whose turns have `step` hours, a day or more: `day 14`."""
    if step >= 24:
        return say("day {day}", day=number(hour / 24))
    return say("hour {hour}", hour=number(hour))


def number(value: float) -> str:
    """A number as people write it, to two decimals at most."""
    value = round(value, 2) + 0.0
    return point(f"{value:.2f}".rstrip("0").rstrip(".")) if value % 1 else f"{value:.0f}"


def percent(share: float) -> str:
    """A probability as a whole per cent; never `0 %` or `100 %` for what is not certain."""
    whole = round(share * 100)
    if whole == 0 and share > 0:
        return say("under {percent} %", percent=1)
    if whole == 100 and share < 1:
        return say("over {percent} %", percent=99)
    return say("{percent} %", percent=whole)


def belief(share: float) -> str:
    """A belief as a whole per cent. What is ruled out says `0 %`: the floor of beliefs means nothing."""
    return percent(round(share, 2))


LISTS = {"and": N_("{items} and {last}"), "or": N_("{items} or {last}")}
"""How a list ends, by what joins it."""


def listing(items: Iterable[str], joint: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`; or with `or`."""
    words = list(items)
    if len(words) < 2:
        return "".join(words)
    return say(LISTS[joint], items=", ".join(words[:-1]), last=words[-1])


def quoted(name: str) -> str:
    """A name between the quotation marks of the language spoken here."""
    return say("“{name}”", name=name)


def sentence(text: str) -> str:
    """A clause as a sentence: a capital first and a full stop last."""
    text = text.strip()
    if not text:
        return ""
    return text[0].upper() + text[1:] + ("" if text[-1] in ".!?" else ".")

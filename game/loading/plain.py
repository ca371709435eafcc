"""Builders of single values: text, whole numbers, numbers, true and false, members of enums."""

from enum import StrEnum
from typing import Any

from game.loading.ledger import FAILED, At
from game.loading.nodes import Fields, Items, Node, Scalar
from game.loading.problems import listed, near, shown
from game.loading.scalars import DECIMAL, INTEGER, looks_like, rewritten
from game.loading.text import UNWANTED, unwanted

Bounds = tuple[float | None, float | None]
ANY: Bounds = (None, None)
LARGEST = 1_000_000_000
"""No number in a scenario is larger: sums and products of such numbers stay finite in a game."""
_TOO_LARGE = f"is too large; numbers lie between -{LARGEST:,} and {LARGEST:,}"


def described(node: Node) -> str:
    """What a node is, for people."""
    if isinstance(node, Items):
        return "a list"
    if isinstance(node, Fields):
        return "a mapping"
    if node.plain and not node.text:
        return "nothing"
    if not node.plain:
        return "text in quotes"
    return f"`{shown(node.text)}`"


def is_null(node: Node) -> bool:
    """Whether `null` is written there."""
    return isinstance(node, Scalar) and node.plain and node.text == "null"


def text(node: Node, at: At) -> Any:
    """Text; what other readers might not take for text needs quotes."""
    if not isinstance(node, Scalar):
        at.problem(f"text is wanted here, not {described(node)}", node)
        return FAILED
    if node.plain and not node.text:
        at.problem('nothing is written here; write text, or "" for none')
        return FAILED
    if node.plain and (seems := looks_like(node.text)):
        at.problem(f'{shown(node.text)} without quotes looks like {seems}; write "{shown(node.text)}"', node)
        return FAILED
    if not node.plain:
        for character in node.text:
            if character != "\n" and UNWANTED.match(character):
                at.problem(f"an escape for {unwanted(character)}", node)
                return FAILED
    return node.text


def boolean(node: Node, at: At) -> Any:
    """`true` or `false`."""
    if isinstance(node, Scalar) and node.plain and node.text in ("true", "false"):
        return node.text == "true"
    hint = ""
    if isinstance(node, Scalar):
        meant = {"yes": "true", "on": "true", "true": "true", "no": "false", "off": "false", "false": "false"}
        if (said := meant.get(node.text.lower())) is not None:
            hint = f"; write {said}"
    at.problem(f"true or false is wanted here, not {described(node)}{hint}", node)
    return FAILED


def whole(node: Node, at: At, bounds: Bounds = ANY) -> Any:
    """A whole number."""
    if isinstance(node, Scalar) and node.plain and INTEGER.fullmatch(node.text):
        value = int(node.text) if len(node.text) <= 12 else LARGEST + 1
        if abs(value) > LARGEST:
            at.problem(f"{shown(node.text)} {_TOO_LARGE}", node)
            return FAILED
        return value if within(value, bounds, at, node) else FAILED
    return _not_a_number(node, at, "a whole number", whole_only=True)


def decimal(node: Node, at: At, bounds: Bounds = ANY) -> Any:
    """A number."""
    if (
        isinstance(node, Scalar)
        and node.plain
        and (INTEGER.fullmatch(node.text) or DECIMAL.fullmatch(node.text))
    ):
        value = float(node.text)
        if not abs(value) <= LARGEST:
            at.problem(f"{shown(node.text)} {_TOO_LARGE}", node)
            return FAILED
        return value if within(value, bounds, at, node) else FAILED
    return _not_a_number(node, at, "a number", whole_only=False)


def within(value: float, bounds: Bounds, at: At, node: Node, what: str = "") -> bool:
    """Whether a value lies within bounds; notes a problem where it does not."""
    low, high = bounds
    if (low is None or value >= low) and (high is None or value <= high):
        return True
    at.problem(f"{what}{value:g} is {out_of(bounds)}", node)
    return False


def out_of(bounds: Bounds) -> str:
    """Bounds as a message says that a value lies outside them."""
    low, high = bounds
    if low is None:
        return f"above {high:g}, the most allowed here"
    if high is None:
        return f"below {low:g}, the least allowed here"
    return f"outside {low:g} to {high:g}"


def _not_a_number(node: Node, at: At, wanted: str, *, whole_only: bool) -> Any:
    if not isinstance(node, Scalar):
        at.problem(f"{wanted} is wanted here, not {described(node)}", node)
        return FAILED
    if not node.plain:
        clean = (INTEGER if whole_only else DECIMAL).fullmatch(node.text) or INTEGER.fullmatch(node.text)
        hint = f"; write {node.text} without quotes" if clean else ""
        at.problem(f"{wanted} is wanted here, not text in quotes{hint}", node)
        return FAILED
    seems = looks_like(node.text) if node.text else None
    better = rewritten(node.text) if seems else None
    looks = f", which looks like {seems}" if seems and seems != "a number" else ""
    if seems == "a number" and whole_only and DECIMAL.fullmatch(node.text):
        better = None
    elif seems == "a number":
        looks = ", which not every reader takes for a number"
    hint = f"; write {better}" if better and not (whole_only and "." in better) else ""
    at.problem(f"{wanted} is wanted here, not {described(node)}{looks}{hint}", node)
    return FAILED


def member(kind: type[StrEnum], node: Node, at: At) -> Any:
    """One word of a closed list."""
    words = [str(word) for word in kind]
    if isinstance(node, Scalar) and node.text in words:
        return kind(node.text)
    if not isinstance(node, Scalar) or (node.plain and not node.text):
        at.problem(
            f"{listed(words)} is wanted here, not {described(node)}",
            node if not isinstance(node, Scalar) else None,
        )
    else:
        at.problem(f"`{shown(node.text)}` is not one of {listed(words)}{near(node.text, words)}", node)
    return FAILED

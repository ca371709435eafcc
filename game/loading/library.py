"""The ladders and doctrines that come with Backstop."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from game.loading.build import build_class, builder
from game.loading.ledger import FAILED, At, Ledger
from game.loading.nodes import Node, parse
from game.loading.problems import ScenarioProblems
from game.loading.text import read
from game.model.endings import Doctrine
from game.model.ids import DoctrineId
from game.model.ladder import Ladder
from game.places import assets_folder


def shipped_ladders() -> tuple[str, ...]:
    """The names of the ladders that come with Backstop."""
    return tuple(sorted(path.stem for path in (assets_folder() / "ladders").glob("*.yaml")))


@cache
def shipped_ladder(name: str) -> tuple[Ladder, bytes]:
    """A shipped ladder and the bytes of its file. Raises ScenarioProblems where the file was spoilt."""
    path = assets_folder() / "ladders" / f"{name}.yaml"
    content, ledger, at, node = _open(path)
    built = build_class(Ladder, node, at)
    if built is FAILED or ledger.problems:
        raise ScenarioProblems(ledger.problems)
    ladder: Ladder = built
    return ladder, content


@cache
def shipped_doctrines() -> tuple[Mapping[DoctrineId, Doctrine], bytes]:
    """The shipped doctrines and the bytes of their file; none where there is no such file."""
    path = assets_folder() / "doctrines.yaml"
    if not path.is_file():
        return {}, b""
    content, ledger, at, node = _open(path)
    built = builder(dict[DoctrineId, Doctrine])(node, at)
    if built is FAILED or ledger.problems:
        raise ScenarioProblems(ledger.problems)
    doctrines: Mapping[DoctrineId, Doctrine] = built
    return doctrines, content


def _open(path: Path) -> tuple[bytes, Ledger, At, Node]:
    name = f"{path.parent.name}/{path.name}"
    content, text = read(path, name)
    node = parse(text, name)
    ledger = Ledger(name)
    return content, ledger, At((), node, ledger, {}), node

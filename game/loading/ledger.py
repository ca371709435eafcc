"""What the loader notes down while it builds: problems, names that were given, names that were used."""

from collections.abc import Mapping
from typing import Any, Final

from attrs import define, field, frozen

from game.loading.nodes import Node
from game.loading.problems import Problem, dotted
from game.model.ids import AssumptionId
from game.model.numbers import Assumption

Path = tuple[str, ...]
"""Ids and fields from the top of the file; items of lists counted from 1."""


MOST_PROBLEMS = 500
"""So many are told: looking for near names takes time, and nobody wrote a file with more by hand."""


class TooManyProblems(Exception):
    """Building stops here; carries the problems that were found."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__()
        self.problems = problems


@frozen(eq=False)
class Use:
    """An id standing where something else is meant."""

    kind: Any
    """The id type: what the id must name."""
    name: str
    """The id."""
    node: Node
    """Where it stands."""
    path: Path
    owner: Mapping[str, Any]
    """The fields beside it, which may say in whose list to look."""
    bounds: tuple[float | None, float | None] = (None, None)
    """For an assumption: what the field allows."""
    silent: bool = False
    """Whether nobody wrote it: a default such as `$self`."""


@frozen(eq=False)
class Given:
    """A name that a mapping's key gives to something."""

    kind: Any
    """The id type."""
    name: str
    """The id."""
    path: Path
    """Where it is, its own name last."""


@define(eq=False)
class Ledger:
    """The notes of one build."""

    file: str
    """The file being read."""
    problems: list[Problem] = field(factory=list)
    uses: list[Use] = field(factory=list)
    given: list[Given] = field(factory=list)
    assumptions: dict[AssumptionId, Assumption] = field(factory=dict)
    """Assumptions written in place."""
    memory: dict[tuple[int, Path], tuple[Any, "Ledger"]] | None = None
    """Parts already built for another variant of the same file."""
    shipped: list[bytes] = field(factory=list)
    """The bytes of shipped files that were used."""

    def problem(self, node: Node, path: Path, message: str) -> None:
        """Note a problem at a node. Raises TooManyProblems where there are more than anybody would read."""
        if len(self.problems) >= MOST_PROBLEMS:
            raise TooManyProblems(self.problems)
        self.problems.append(Problem(node.file or self.file, node.line, node.column, dotted(path), message))

    def take(self, other: "Ledger") -> None:
        """Add another ledger's notes to these."""
        self.problems += other.problems
        if len(self.problems) > MOST_PROBLEMS:
            raise TooManyProblems(self.problems[:MOST_PROBLEMS])
        self.uses += other.uses
        self.given += other.given
        self.assumptions.update(other.assumptions)
        self.shipped += other.shipped


@frozen(eq=False)
class At:
    """Where the builder is."""

    path: Path
    here: Node
    """Where a problem with the whole of it is shown: its key, if it has one."""
    ledger: Ledger
    owner: dict[str, Any]
    """The fields built so far of the object it belongs to."""

    def problem(self, message: str, node: Node | None = None) -> None:
        """Note a problem."""
        self.ledger.problem(self.here if node is None else node, self.path, message)


class _Failed:
    def __repr__(self) -> str:
        return "FAILED"


FAILED: Final = _Failed()
"""What a builder returns for something whose problems it has noted."""

"""A scenario file in memory: read once, built for any choice of its variants."""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import islice, product
from pathlib import Path
from typing import Any, get_args

import attrs
from attrs import define, field

from game.loading import library, references
from game.loading.build import build_fields, builder, plan_of
from game.loading.declared import assumptions_in
from game.loading.derive import whole
from game.loading.ids import id_problem
from game.loading.ledger import FAILED, MOST_PROBLEMS, At, Given, Ledger, TooManyProblems
from game.loading.lint import findings
from game.loading.locate import locate
from game.loading.merge import merged
from game.loading.nodes import Fields, Scalar, parse
from game.loading.plain import described
from game.loading.problems import WHOLE, Problem, ScenarioProblems, UnknownName, dotted, near
from game.loading.scalars import INTEGER
from game.loading.text import read
from game.model.endings import Variant, VariantGroup
from game.model.ids import AssumptionId, AssumptionSetId, DoctrineId, VariantGroupId, VariantId
from game.model.numbers import Assumption, AssumptionSet
from game.model.scenario import FORMAT, Scenario

_MOST_COMBINATIONS = 64


@define(eq=False)
class Document:
    """One scenario file, as it was written."""

    file: str
    """The file, as the caller named it."""
    path: Path
    content: bytes
    root: Fields
    """Its sections, over those of the scenario that it is based on, if any."""
    bases: tuple[bytes, ...] = ()
    """The bytes of the files that it is based on."""
    variants: dict[VariantId, Variant] = field(factory=dict)
    """Its variants, as far as they could be read."""
    variant_groups: dict[VariantGroupId, VariantGroup] = field(factory=dict)
    """Their groups."""
    _memory: dict[tuple[int, tuple[str, ...]], tuple[Any, Ledger]] = field(factory=dict)
    _anywhere: frozenset[str] | None = None
    _trees: dict[tuple[str, ...], tuple[Fields, list[Problem]]] = field(factory=dict)

    def scenario(self, variants: Sequence[str] = ()) -> Scenario:
        """Build the scenario with these variants, in order. Raises ScenarioProblems with every problem."""
        built, problems = self.attempt(variants)
        if problems or built is None:
            raise ScenarioProblems(problems)
        return built

    def attempt(self, variants: Sequence[str] = ()) -> tuple[Scenario | None, list[Problem]]:
        """Build the scenario, and return every problem with it."""
        built, ledger = self.examine(variants)
        return built, sorted(set(ledger.problems))

    def examine(self, variants: Sequence[str] = ()) -> tuple[Scenario | None, Ledger]:
        """Build the scenario, and return the notes that were taken."""
        tree, problems = self._tree(tuple(variants))
        ledger = Ledger(self.file, memory=self._memory)
        ledger.problems += problems
        try:
            built = self._build(tree, ledger, tuple(variants))
            for finding in findings(built) if built is not None else ():
                node = locate(tree, finding.path)
                ledger.problem(node, tuple(map(str, finding.path)), finding.message)
        except TooManyProblems as error:
            message = f"more than {MOST_PROBLEMS} problems; not all are shown"
            ledger.problems = [Problem(self.file, 1, 1, WHOLE, message), *ledger.problems, *error.problems]
            return None, ledger
        return built, ledger

    def place(self, path: tuple[str, ...], message: str, variants: Sequence[str] = ()) -> Problem:
        """A problem at a path of the scenario with these variants, found by other means than reading it."""
        node = locate(self._tree(tuple(variants))[0], path)
        return Problem(node.file or self.file, node.line, node.column, dotted(path), message)

    def combinations(self) -> Iterator[tuple[VariantId, ...]]:
        """Every legal choice of variants; where there are very many, each alone beside what is required."""
        groups = {g: [v.id for v in self.variants.values() if v.group == g] for g in self.variant_groups}
        required = [ids for g, ids in groups.items() if self.variant_groups[g].required and ids]
        choices: list[list[VariantId | None]] = [
            [*([] if self.variant_groups[g].required else [None]), *ids] for g, ids in groups.items() if ids
        ]
        free = [v.id for v in self.variants.values() if v.group not in groups]
        choices += [[None, id] for id in free]
        total = 1
        for choice in choices:
            total *= len(choice)
        order = list(self.variants)
        if total <= _MOST_COMBINATIONS:
            every: Iterable[tuple[VariantId | None, ...]] = product(*choices)
        else:
            needed = tuple(ids[0] for ids in required)
            every = [needed, *((*(n for n in needed if self.variants[n].group != v.group), v.id)
                               for v in self.variants.values())]  # fmt: skip
        for chosen in islice(every, _MOST_COMBINATIONS):
            yield tuple(sorted((id for id in chosen if id is not None), key=order.index))

    def _tree(self, variants: tuple[str, ...]) -> tuple[Fields, list[Problem]]:
        if not variants:
            return self.root, []
        if variants not in self._trees:
            base, problems = self._tree(variants[:-1])
            ledger = Ledger(self.file)
            changes = self._changes(variants[-1])
            tree = merged(base, changes, ledger.problem) if changes else base
            self._trees[variants] = tree, [*problems, *ledger.problems]
        return self._trees[variants]

    def _changes(self, variant: str) -> Fields | None:
        written = self.root.values.get("variants")
        spec = written.values.get(variant) if isinstance(written, Fields) else None
        if spec is None:
            raise UnknownName(f"no variant `{variant}` in {self.file}{near(variant, self.variants)}")
        changes = spec.values.get("changes") if isinstance(spec, Fields) else None
        return changes if isinstance(changes, Fields) else None

    def _build(self, tree: Fields, ledger: Ledger, variants: tuple[str, ...]) -> Scenario | None:
        doctrines, content = library.shipped_doctrines()
        ledger.shipped.append(content)
        ledger.given += [Given(DoctrineId, id, ("doctrines", id)) for id in doctrines]
        values: dict[str, Any] = {"id": self.path.stem}
        complete = build_fields(plan_of(Scenario), tree, At((), tree, ledger, values), values)
        values = {name: value for name, value in values.items() if value is not FAILED}
        self._check_own_name(tree, ledger)
        assumptions = {**values.get("assumptions", {}), **ledger.assumptions}
        elsewhere = self._assumptions_anywhere()
        names = references.collect(ledger, assumptions, elsewhere, values.get("plans"))
        references.check(names, values.get("tracks", {}), ledger)
        if not complete or ledger.problems:
            return None
        values["assumptions"] = assumptions
        values["assumption_sets"] = _only(values.get("assumption_sets", {}), assumptions)
        values["doctrines"] = {**doctrines, **values.get("doctrines", {})}
        values["variant"] = variants
        values["content_hash"] = blake2b(
            b"\0".join((self.content, *self.bases, *ledger.shipped)), digest_size=16
        ).hexdigest()
        return Scenario(**values)

    def _check_own_name(self, tree: Fields, ledger: Ledger) -> None:
        written = tree.values.get("id")
        if isinstance(written, Scalar) and (problem := id_problem(written.text)):
            ledger.problem(written, ("id",), problem)

    def _assumptions_anywhere(self) -> frozenset[str]:
        if self._anywhere is None:
            found = set(assumptions_in(self.root, ()))
            written = self.root.values.get("variants")
            for variant in written.values if isinstance(written, Fields) else ():
                changes = self._changes(variant)
                if changes is not None:
                    found.update(assumptions_in(changes, ()))
            self._anywhere = frozenset(found)
        return self._anywhere


def _only(
    sets: dict[AssumptionSetId, AssumptionSet], assumptions: dict[AssumptionId, Assumption]
) -> dict[AssumptionSetId, AssumptionSet]:
    """The sets without the values of assumptions that only another variant has."""
    return {
        id: attrs.evolve(
            made, values={name: value for name, value in made.values.items() if name in assumptions}
        )
        for id, made in sets.items()
    }


def load(path: str | Path) -> Document:
    """Read a scenario file. Raises ScenarioProblems where it is not readable at all, or of another format."""
    file, path = str(path), Path(path)
    content, text = read(path, file)
    root = parse(text, file)
    if not isinstance(root, Fields):
        raise ScenarioProblems(
            [
                Problem(
                    file,
                    root.line,
                    root.column,
                    WHOLE,
                    f"a scenario is a mapping of fields, not {described(root)}",
                )
            ]
        )
    written = root.values.get("format")
    if (
        isinstance(written, Scalar)
        and written.plain
        and INTEGER.fullmatch(written.text)
        and written.text != str(FORMAT)
    ):
        message = f"this is format {written.text}; this version of Backstop reads format {FORMAT}"
        raise ScenarioProblems([Problem(file, written.line, written.column, "format", message)])
    made = whole(root, path, file)
    root = made.root
    document = Document(file, path, content, root, made.bases)
    for section, kind, into in (
        ("variants", dict[VariantId, Variant], document.variants),
        ("variant_groups", dict[VariantGroupId, VariantGroup], document.variant_groups),
    ):
        _read_section(root, section, kind, into)
    return document


def _read_section(root: Fields, section: str, kind: Any, into: dict[Any, Any]) -> None:
    """Read what can be read of a section; its problems are noted when the scenario is built."""
    written = root.values.get(section)
    if isinstance(written, Fields):
        for id, node in written.values.items():
            try:
                made = builder(get_args(kind)[1])(node, At((section, id), node, Ledger(""), {}))
            except TooManyProblems:
                continue
            if made is not FAILED:
                into[id] = made


def problems(path: str | Path) -> list[Problem]:
    """Every problem of a scenario file, as it stands and in every legal combination of its variants."""
    try:
        document = load(path)
    except ScenarioProblems as error:
        return list(error.problems)
    found: set[Problem] = set()
    used: set[str] = set()
    for chosen in dict.fromkeys(((), *document.combinations())):
        ledger = document.examine(chosen)[1]
        found.update(ledger.problems)
        used.update(use.name for use in ledger.uses if use.path[0] != "assumption_sets")
    return sorted(found) or list(_unused(document, used))


def _unused(document: Document, used: set[str]) -> Iterator[Problem]:
    """Assumptions that no variant uses: to change one would change nothing."""
    written = document.root.values.get("assumptions")
    for name, key in written.keys.items() if isinstance(written, Fields) else ():
        if name not in used:
            path = dotted(("assumptions", name))
            yield Problem(
                key.file or document.file, key.line, key.column, path, "nothing uses this assumption"
            )

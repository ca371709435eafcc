"""Scenarios made from others: the other file, with ids and words replaced, and this file laid over it."""

from collections.abc import Collection, Mapping
from pathlib import Path

from attrs import frozen

from game.loading.ids import id_problem
from game.loading.merge import merged
from game.loading.nodes import Fields, Items, Node, Scalar, parse
from game.loading.plain import described
from game.loading.problems import Problem, ScenarioProblems, dotted, near, shown
from game.loading.rename import Renamer
from game.loading.text import read
from game.places import scenario_path, shipped_scenarios

KEY = "based_on"
"""The section that names the other scenario."""
_DEEPEST = 4
"""How many scenarios may stand behind one another."""


@frozen(eq=False)
class Whole:
    """A scenario file with what it is made from."""

    root: Fields
    """Its sections, those of the other scenario under them."""
    bases: tuple[bytes, ...] = ()
    """The bytes of the files it is made from, nearest first."""


def whole(root: Fields, path: Path, file: str, depth: int = 0) -> Whole:
    """Lay a file over what it is based on, if anything.

    Raises ScenarioProblems where the other scenario is not there or not readable, and for ids and words that
    it does not have.
    """
    if KEY not in root.values:
        return Whole(root)
    reader = _Reader(file, root.keys[KEY])
    section = root.values[KEY]
    if not isinstance(section, Fields):
        raise reader.stop(f"a mapping of fields is wanted here, not {described(section)}", section)
    other = _find(section, path, reader)
    if depth >= _DEEPEST:
        raise reader.stop(f"more than {_DEEPEST} scenarios stand behind one another, or each behind itself")
    name = str(Path(file).parent / other.name) if other.parent == path.parent else f"scenarios/{other.name}"
    content, text = read(other, name)
    parsed = parse(text, name)
    if not isinstance(parsed, Fields):
        raise reader.stop(f"{name} holds no scenario", section.values["scenario"])
    base = whole(parsed, other, name, depth + 1)
    ids, parts, words = (_pairs(section, key, reader) for key in ("ids", "id_parts", "words"))
    invented = section.values.get("invented")
    why = invented if isinstance(invented, Scalar) and invented.text else None
    renamer = Renamer(ids, parts, words, name, why)
    under = renamer.scenario(base.root)
    _check_ids(section, ids, renamer, reader)
    _check_used(section, "id_parts", parts.keys() - renamer.parts_found, renamer, reader)
    _check_used(section, "words", words.keys() - renamer.words_found, renamer, reader)
    for node, called in renamer.clashes if not reader.problems else ():
        message = f"`{shown(node.text)}` would be called `{called}`, and another one is"
        reader.problems.append(Problem(node.file or name, node.line, node.column, KEY, message))
    if reader.problems:
        raise ScenarioProblems(reader.problems)
    for key in ("id", KEY):
        under.values.pop(key, None)
        under.keys.pop(key, None)
    problems: list[Problem] = []

    def report(node: Node, where: tuple[str, ...], message: str) -> None:
        problems.append(Problem(node.file or file, node.line, node.column, dotted(where), message))

    result = merged(under, root, report, untouchable=())
    if problems:
        raise ScenarioProblems(problems)
    result.line, result.column, result.file = root.line, root.column, ""
    return Whole(result, (content, *base.bases))


class _Reader:
    """Notes problems of the section."""

    def __init__(self, file: str, key: Scalar) -> None:
        self.file, self.key = file, key
        self.problems: list[Problem] = []

    def problem(self, message: str, node: Node | None = None, *path: str) -> None:
        here = self.key if node is None else node
        self.problems.append(Problem(self.file, here.line, here.column, dotted((KEY, *path)), message))

    def stop(self, message: str, node: Node | None = None, *path: str) -> ScenarioProblems:
        self.problem(message, node, *path)
        return ScenarioProblems(self.problems)


def _find(section: Fields, path: Path, reader: _Reader) -> Path:
    """The file of the other scenario: one beside this file, or a shipped one."""
    named = section.values.get("scenario")
    if not isinstance(named, Scalar) or not named.text:
        raise reader.stop("say on which `scenario` this one is based", named)
    beside = path.parent / f"{named.text}.yaml"
    try:
        is_beside = not id_problem(named.text) and beside.is_file()
    except OSError:
        is_beside = False
    other = beside if is_beside else scenario_path(named.text)
    if other is None:
        hint = near(named.text, shipped_scenarios())
        raise reader.stop(f"there is no scenario `{shown(named.text)}`{hint}", named, "scenario")
    if other.resolve() == path.resolve():
        raise reader.stop("a scenario cannot be based on itself", named, "scenario")
    return other


def _pairs(section: Fields, key: str, reader: _Reader) -> dict[str, str]:
    """A mapping of text to text; what is nothing of the kind is a problem."""
    found: dict[str, str] = {}
    node = section.values.get(key)
    if node is None:
        return found
    if not isinstance(node, Fields):
        reader.problem(f"a mapping is wanted here, not {described(node)}", node, key)
        return found
    for old, new in node.values.items():
        if not isinstance(new, Scalar) or not new.text:
            what = "a list" if isinstance(new, Items) else described(new)
            reader.problem(f"what stands in its place is wanted here, not {what}", node.keys[old], key, old)
        else:
            found[old] = new.text
    return found


def _check_ids(section: Fields, ids: Mapping[str, str], renamer: Renamer, reader: _Reader) -> None:
    nodes = section.values.get("ids")
    given: dict[str, str] = {}
    for old, new in ids.items():
        key = nodes.keys[old] if isinstance(nodes, Fields) else None
        if old not in renamer.ids_found:
            hint = near(old, renamer.ids_found)
            reader.problem(f"{renamer.file} has no id `{shown(old)}`{hint}", key, "ids", old)
        if problem := id_problem(new):
            reader.problem(problem, key, "ids", old)
        elif new in given:
            reader.problem(f"`{given[new]}` is called `{new}` already", key, "ids", old)
        elif new in renamer.ids_found and new not in ids:
            reader.problem(f"{renamer.file} has another `{new}`", key, "ids", old)
        given.setdefault(new, old)


def _check_used(
    section: Fields, key: str, unused: Collection[str], renamer: Renamer, reader: _Reader
) -> None:
    nodes = section.values.get(key)
    for word in sorted(unused):
        node = nodes.keys[word] if isinstance(nodes, Fields) else None
        reader.problem(f"`{shown(word)}` stands nowhere in {renamer.file} by itself", node, key, word)

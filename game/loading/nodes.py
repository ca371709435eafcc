"""From text to nodes that know where they stand, with limits on everything a hostile file could blow up.

The nodes are made from PyYAML's stream of events rather than by its composer: the C composer recurses and
kills the interpreter on 100,000 brackets, lets aliases multiply, and keeps the last of two equal keys.
"""

from typing import Any, TypeAlias

import yaml
from attrs import define, field

from game.loading.problems import WHOLE, Problem, ScenarioProblems, dotted, shown

DEEPEST = 50
"""How deeply lists and mappings may nest."""
MOST_NODES = 100_000
"""How many values a file may hold."""


@define(eq=False)
class Scalar:
    """A single value, as it was written."""

    text: str
    """Its text, without quotes."""
    plain: bool
    """Whether it was written without quotes, so that it may be a number."""
    line: int
    column: int
    file: str = ""
    """The file, where it is not the one being read."""


@define(eq=False)
class Items:
    """A list."""

    values: list["Node"]
    line: int
    column: int
    file: str = ""
    """The file, where it is not the one being read."""


@define(eq=False)
class Fields:
    """A mapping; keys are always text."""

    values: dict[str, "Node"]
    keys: dict[str, Scalar]
    """Where each key stands."""
    line: int
    column: int
    file: str = ""
    """The file, where it is not the one being read."""


Node: TypeAlias = Scalar | Items | Fields


@define(eq=False)
class _Open:
    node: Items | Fields
    key: Scalar | None = None
    """The key that waits for its value."""
    skip: bool = False
    """Whether that value is to be dropped, its key being unusable."""
    named: str = "?"
    """The last key, usable or not."""
    name: str = ""
    """What this collection is called in paths."""


@define(eq=False)
class _Reader:
    file: str
    problems: list[Problem] = field(factory=list)
    open: list[_Open] = field(factory=list)
    root: Node | None = None
    documents: int = 0
    count: int = 0

    def problem(self, mark: Any, message: str) -> None:
        path = dotted(level.name for level in self.open[1:])
        self.problems.append(Problem(self.file, mark.line + 1, mark.column + 1, path, message))

    def stop(self, mark: Any, message: str) -> ScenarioProblems:
        self.problem(mark, message)
        return ScenarioProblems(self.problems)

    def take(self, event: Any) -> None:
        mark, kind = event.start_mark, type(event)
        if kind is yaml.ScalarEvent:
            if event.anchor or event.tag:
                self.refuse_marks(event)
            self.put(Scalar(event.value, not event.style, mark.line + 1, mark.column + 1), mark)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            if event.anchor or event.tag:
                self.refuse_marks(event)
            line, column = mark.line + 1, mark.column + 1
            self.begin(
                Fields({}, {}, line, column) if kind is yaml.MappingStartEvent else Items([], line, column),
                mark,
            )
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self.open.pop()
        elif kind is yaml.AliasEvent:
            raise self.stop(mark, "an alias (*name); write the value out where it is needed")
        elif kind is yaml.DocumentStartEvent:
            self.documents += 1
            if self.documents > 1:
                raise self.stop(mark, "a second document starts here; one file holds one scenario")
            if event.version or event.tags:
                self.problem(mark, "a directive (%); remove it")

    def refuse_marks(self, event: Any) -> None:
        if event.anchor:
            message = f"an anchor (&{shown(event.anchor)}); write the value out where it is needed"
            self.problem(event.start_mark, message)
        if event.tag:
            self.problem(event.start_mark, f"a tag ({shown(event.tag)}); remove it")

    def begin(self, node: Items | Fields, mark: Any) -> None:
        name = ""
        if self.open:
            above = self.open[-1]
            name = str(len(above.node.values) + 1) if isinstance(above.node, Items) else above.named
        self.put(node, mark)
        if len(self.open) >= DEEPEST:
            raise self.stop(mark, f"nested more than {DEEPEST} levels deep")
        self.open.append(_Open(node, name=name))

    def put(self, node: Node, mark: Any) -> None:
        self.count += 1
        if self.count > MOST_NODES:
            raise self.stop(mark, f"more than {MOST_NODES} values in one file")
        if not self.open:
            self.root = node
            return
        level = self.open[-1]
        if isinstance(level.node, Items):
            level.node.values.append(node)
        elif level.key is None and not level.skip:
            self.name(level, level.node, node, mark)
        else:
            if level.key is not None and not level.skip:
                level.node.values[level.key.text] = node
                level.node.keys[level.key.text] = level.key
            level.key, level.skip = None, False

    def name(self, level: _Open, mapping: Fields, node: Node, mark: Any) -> None:
        level.skip = True
        level.named = node.text if isinstance(node, Scalar) else "?"
        if not isinstance(node, Scalar):
            self.problem(mark, "a list or a mapping stands where a key should; a key is one word")
        elif node.text == "":
            self.problem(mark, "a key is missing before the colon")
        elif node.text == "<<" and node.plain:
            self.problem(mark, "a merge key (<<); write the fields out")
        elif node.text in mapping.keys:
            first = mapping.keys[node.text]
            self.problem(mark, f"`{shown(node.text)}` is given twice; the first is on line {first.line}")
        else:
            level.key, level.skip = node, False


def parse(text: str, file: str) -> Node:
    """Read one YAML document into nodes. Raises ScenarioProblems with all that can be found in one go."""
    reader = _Reader(file)
    try:
        loader = yaml.CSafeLoader(text)
        while loader.check_event():
            reader.take(loader.get_event())
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        what = _in_words(error)
        if mark is None:
            reader.problems.append(Problem(file, 1, 1, WHOLE, what))
        else:
            reader.problem(mark, what)
    except yaml.YAMLError as error:
        reader.problems.append(
            Problem(file, 1, 1, WHOLE, f"not readable as YAML: {' '.join(str(error).split())}")
        )
    if reader.problems:
        raise ScenarioProblems(reader.problems)
    if reader.root is None:
        raise ScenarioProblems([Problem(file, 1, 1, WHOLE, "the file is empty")])
    return reader.root


_HINTS = {
    "mapping values are not allowed": "a colon where none is expected; put text that contains `: ` in quotes",
    "could not find expected ':'": "a colon is missing after a key, or the line is indented wrongly",
    "did not find expected key": "a key is expected here; check the indentation, close brackets and quotes",
    "did not find expected '-' indicator": "a list item is expected here; look at the indentation",
    "did not find expected ',' or ']'": "a comma or the closing ] is missing before this",
    "did not find expected ',' or '}'": "a comma or the closing } is missing before this",
    "found unexpected end of stream": "the file ends inside quotes; close them",
    "cannot start any token": "text may not begin with this character; put it in quotes",
    "unknown escape character": "an unknown escape after a backslash; use single quotes or write \\\\",
}


def _in_words(error: yaml.MarkedYAMLError) -> str:
    said = " ".join(filter(None, (error.context, error.problem)))
    for part, hint in _HINTS.items():
        if part in said:
            return hint
    return f"not readable as YAML: {said}"

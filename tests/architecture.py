"""The rules of the house: who may import whom, and what the rules of the game may not call.

`problems` reads one module's source and says everything that is wrong with it. It reads the syntax tree, so
an import inside a function or under TYPE_CHECKING counts as well.
"""

import ast
from collections.abc import Iterator

ALLOWED: dict[str, frozenset[str]] = {}
"""For each package of `game`, the packages it may import."""

_FLOORS = (
    ("model", "language", "places"),
    ("engine",),
    ("loading", "players"),
    ("session", "analysis", "research"),
    ("view",),
    ("report", "desktop", "terminal", "classroom"),
)
_below: frozenset[str] = frozenset()
for _floor in _FLOORS:
    ALLOWED.update(dict.fromkeys(_floor, _below))
    _below |= set(_floor)
ALLOWED["commands"] = _below
ALLOWED["cli"] = _below | {"commands"}

NO_WORLD = frozenset({"players", "desktop", "terminal", "classroom"})
"""They get observations and views, never the state of the world."""

NOT_IN_ENGINE = frozenset(
    """yaml pygame os pathlib io time datetime logging random secrets uuid socket subprocess tempfile shutil
    threading multiprocessing asyncio locale platform""".split()
)
NO_OTHER_CHANCE = frozenset({"model", "engine", "players"})
CHANCE = "game.engine.chance"

BIT_EXACT = frozenset({"engine", "players"})
EXACT = "game.engine.exact"
NUMPY_FUNCTIONS = frozenset(
    """exp exp2 expm1 log log1p log2 log10 logaddexp power float_power sin cos tan sinh cosh tanh arctan2 cbrt
    hypot sum nansum mean nanmean average dot vdot inner outer matmul einsum tensordot trace cumsum nancumsum
    cumulative_sum prod nanprod cumprod std nanstd var nanvar median percentile quantile linalg fft convolve
    correlate interp trapezoid polyval""".split()
)
METHODS = frozenset({"sum", "mean", "dot", "cumsum", "prod", "cumprod", "std", "var"})
FLOAT_UFUNCS = frozenset({"add", "subtract", "multiply", "divide", "true_divide", "logaddexp"})
FOLDS = frozenset({"reduce", "accumulate", "reduceat"})
MATH_FUNCTIONS = frozenset(
    """exp exp2 expm1 log log1p log2 log10 pow sin cos tan asin acos atan atan2 sinh cosh tanh asinh acosh
    atanh cbrt hypot dist erf erfc gamma lgamma sumprod""".split()
)


def package_of(module: str) -> str | None:
    """Return which package of `game` a module belongs to; a module beside them counts as a package."""
    words = module.split(".")
    if words[0] != "game" or len(words) == 1:
        return None
    return words[1] if words[1] in ALLOWED else f"unknown:{words[1]}"


def problems(module: str, source: str, *, is_package: bool = False) -> list[str]:
    """Return what is wrong with a module, in the order of its lines."""
    tree = ast.parse(source)
    found = [*_import_problems(module, tree, is_package)]
    package = package_of(module)
    if package in BIT_EXACT and module != EXACT:
        found += _numeric_problems(tree)
    if package == "engine":
        found += [
            (node.lineno, f"{node.func.id}() has no place in the engine")
            for node in ast.walk(tree)
            if isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in ("open", "input")
        ]
    return [f"{module}:{line}: {text}" for line, text in sorted(set(found))]


def _imports(module: str, tree: ast.AST, is_package: bool) -> Iterator[tuple[int, str]]:
    """Yield what is imported, as dotted names; `from a import b` gives both `a` and `a.b`."""
    parts = module.split(".")
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                up = parts if is_package else parts[:-1]
                up = up[: len(up) - (node.level - 1)]
                base = ".".join([*up, *([base] if base else [])])
            yield node.lineno, base
            for alias in node.names:
                yield node.lineno, f"{base}.{alias.name}"
        elif isinstance(node, ast.Call) and _dotted(node.func) in ("importlib.import_module", "__import__"):
            first = node.args[0] if node.args else None
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield node.lineno, first.value


def _import_problems(module: str, tree: ast.AST, is_package: bool) -> Iterator[tuple[int, str]]:
    package = package_of(module)
    aliases = _numpy_names(tree)
    needs_chance = package in NO_OTHER_CHANCE and module != CHANCE
    for line, name in _imports(module, tree, is_package):
        words = name.split(".")
        if words[0] == "game":
            yield from _arrow_problems(package, line, name, module)
        if package == "engine" and words[0] in NOT_IN_ENGINE:
            yield line, f"the engine may not import {words[0]}"
        random = words[0] in ("random", "secrets") or words[:2] == ["numpy", "random"]
        if random and needs_chance:
            yield line, f"only {CHANCE} may be random, not {name}"
    if needs_chance:
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and node.attr == "random" and _name(node.value) in aliases:
                yield node.lineno, f"only {CHANCE} may be random, not numpy.random"


def _arrow_problems(package: str | None, line: int, name: str, module: str) -> Iterator[tuple[int, str]]:
    words = name.split(".")
    target = package_of(name)
    if module == "main" and name not in ("game.cli", "game.cli.main"):
        yield line, f"main starts game.cli and imports nothing else, not {name}"
    if package is None or target is None:
        return
    if package.startswith("unknown:"):
        yield line, f"{module} has no place in the house; give {package[8:]} a floor in tests/architecture.py"
    elif not target.startswith("unknown:") and target != package and target not in ALLOWED[package]:
        yield line, f"{package} may not import {target}"
    if package in NO_WORLD and (
        words[:3] == ["game", "engine", "world"] or (target and words[-1] == "World")
    ):
        yield line, f"{package} may not touch the World"


def _numpy_names(tree: ast.AST) -> frozenset[str]:
    return frozenset(
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
        if alias.name == "numpy"
    )


def _numeric_problems(tree: ast.AST) -> Iterator[tuple[int, str]]:
    numpy_names = _numpy_names(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module in ("numpy", "math"):
            banned = NUMPY_FUNCTIONS if node.module == "numpy" else MATH_FUNCTIONS
            for alias in node.names:
                if alias.name in banned:
                    yield node.lineno, f"{node.module}.{alias.name} differs by machine; see {EXACT}"
        elif isinstance(node, ast.Attribute):
            yield from _attribute_problems(node, numpy_names)
        elif isinstance(node, ast.Call):
            yield from _call_problems(node, numpy_names)
        elif isinstance(node, (ast.BinOp, ast.AugAssign)):
            if isinstance(node.op, ast.MatMult):
                yield node.lineno, f"@ differs by machine; see whole_product in {EXACT}"
            elif isinstance(node.op, ast.Pow) and not _whole_constants(node):
                yield node.lineno, f"** differs by machine; multiply, or see power in {EXACT}"


def _attribute_problems(node: ast.Attribute, numpy_names: frozenset[str]) -> Iterator[tuple[int, str]]:
    owner = _name(node.value)
    if owner in numpy_names and node.attr in NUMPY_FUNCTIONS:
        yield node.lineno, f"numpy.{node.attr} differs by machine or batch size; see {EXACT}"
    elif owner == "math" and node.attr in MATH_FUNCTIONS:
        yield node.lineno, f"math.{node.attr} differs by machine; see {EXACT}"
    elif (
        node.attr in FOLDS
        and isinstance(node.value, ast.Attribute)
        and _name(node.value.value) in numpy_names
        and node.value.attr in FLOAT_UFUNCS
    ):
        yield node.lineno, f"numpy.{node.value.attr}.{node.attr} groups by batch size; see total in {EXACT}"


def _call_problems(node: ast.Call, numpy_names: frozenset[str]) -> Iterator[tuple[int, str]]:
    function = node.func
    if (
        isinstance(function, ast.Attribute)
        and function.attr in METHODS
        and _name(function.value) not in numpy_names
    ):
        yield node.lineno, f".{function.attr}() differs by machine or batch size; see total in {EXACT}"
    elif isinstance(function, ast.Name) and function.id == "pow":
        yield node.lineno, f"pow() differs by machine; see power in {EXACT}"
    elif isinstance(function, ast.Name) and function.id == "sum" and not _counts(node):
        yield (
            node.lineno,
            "sum() of floats differs by Python's version; use total, math.fsum, or sum whole numbers",
        )


def _counts(call: ast.Call) -> bool:
    """Return whether a call of `sum` visibly adds whole numbers: `sum(1 for ...)`, `sum(len(x) for ...)`."""
    if not call.args or not isinstance(call.args[0], (ast.GeneratorExp, ast.ListComp)):
        return False
    element = call.args[0].elt
    if isinstance(element, ast.Constant):
        return isinstance(element.value, int)
    return isinstance(element, ast.Call) and _name(element.func) in ("len", "int")


def _whole_constants(node: ast.BinOp | ast.AugAssign) -> bool:
    return isinstance(node, ast.BinOp) and all(
        isinstance(side, ast.Constant) and isinstance(side.value, int) for side in (node.left, node.right)
    )


def _name(node: ast.AST) -> str | None:
    return node.id if isinstance(node, ast.Name) else None


def _dotted(node: ast.AST) -> str:
    if isinstance(node, ast.Attribute):
        return f"{_dotted(node.value)}.{node.attr}"
    return _name(node) or ""

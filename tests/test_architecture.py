"""The house stands as drawn: imports point downwards, and the rules are the same on every machine."""

from pathlib import Path

import pytest

from tests.architecture import ALLOWED, package_of, problems

ROOT = Path(__file__).resolve().parent.parent
LONGEST = 420


def module_name(path: Path) -> str:
    words = list(path.relative_to(ROOT).with_suffix("").parts)
    return ".".join(words[:-1] if words[-1] == "__init__" else words)


def modules() -> list[Path]:
    return [ROOT / "main.py", *sorted((ROOT / "game").rglob("*.py"))]


def too_long(files: dict[str, str]) -> list[str]:
    lengths = {name: len(source.splitlines()) for name, source in files.items()}
    return [f"{name}: {lines} lines" for name, lines in sorted(lengths.items()) if lines > LONGEST]


def test_every_module_keeps_the_rules_of_the_house() -> None:
    found = [
        problem
        for path in modules()
        for problem in problems(
            module_name(path), path.read_text(encoding="utf-8"), is_package=path.name == "__init__.py"
        )
    ]
    assert not found, "\n" + "\n".join(found)


def test_every_module_has_a_floor() -> None:
    unknown = [
        module_name(path) for path in modules() if str(package_of(module_name(path))).startswith("unknown:")
    ]
    assert not [module for module in unknown if module != "game.__main__"]


def test_no_code_file_is_longer_than_a_room() -> None:
    code = [path for folder in ("game", "tests", "bench") for path in (ROOT / folder).rglob("*.py")]
    files = {str(path.relative_to(ROOT)): path.read_text(encoding="utf-8") for path in code}
    assert too_long(files) == []


def test_a_long_file_is_noticed() -> None:
    assert too_long({"a.py": "x\n" * LONGEST, "b.py": "x\n" * (LONGEST + 1)}) == [
        f"b.py: {LONGEST + 1} lines"
    ]


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("game.model.scenario", "from game.engine.world import World"),
        ("game.model.scenario", "import game.loading"),
        ("game.engine.turn", "from game.loading import nodes"),
        ("game.engine.turn", "def f():\n    import game.players.doctrines"),
        ("game.engine.mechanisms.hazard", "from ...players import doctrines"),
        ("game.engine.turn", "import importlib\nimportlib.import_module('game.view')"),
        ("game.loading.build", "from game.players import doctrines"),
        ("game.players.search", "from game.loading import build"),
        ("game.players.search", "from game.session.record import Record"),
        ("game.session.play", "from game.analysis import ensemble"),
        ("game.analysis.ensemble", "from game.view import ladders"),
        ("game.research.zoo", "from game import view"),
        ("game.view.ladders", "from game.desktop import theme"),
        ("game.desktop.app", "from game.terminal import text"),
        ("game.terminal.text", "from game.desktop import theme"),
        ("game.classroom.rooms", "from game.report import cards"),
        ("game.report.cards", "import game.classroom.rooms"),
        ("game.desktop.app", "from game.cli import main"),
        ("game.players.search", "from game.engine.world import Anything"),
        ("game.players.search", "from game.engine import world"),
        ("game.players.search", "if TYPE_CHECKING:\n    from game.engine.program import World"),
        ("game.desktop.app", "import game.engine.world"),
        ("game.terminal.text", "from game.engine.world import World"),
        ("game.classroom.rooms", "from game.engine.world import World"),
        ("game.cellar.rats", "from game.model import ids"),
        ("main", "from game.session import play"),
    ],
)
def test_a_forbidden_arrow_is_caught(module: str, source: str) -> None:
    assert problems(module, source)


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("game.engine.turn", "from game.model.ids import ActorId\nfrom .world import World"),
        ("game.loading.build", "from game.model import ids\nfrom game.engine.registry import condition"),
        ("game.players.search", "from game.engine.observe import Observation"),
        ("game.session.play", "from game.engine.world import World\nfrom game.players import doctrines"),
        ("game.desktop.app", "from game.view import ladders\nimport pygame"),
        ("game.cli", "from game.desktop import app\nfrom game.engine.world import World"),
        ("main", "from game.cli import main"),
    ],
)
def test_an_allowed_arrow_is_left_alone(module: str, source: str) -> None:
    assert problems(module, source) == []


@pytest.mark.parametrize(
    "name",
    """yaml pygame os pathlib io time datetime logging random secrets numpy.random os.path""".split(),
)
def test_the_engine_may_not_reach_outside(name: str) -> None:
    assert problems("game.engine.turn", f"import {name}")
    assert problems("game.engine.turn", f"from {name} import anything")


def test_the_engine_may_not_open_files() -> None:
    assert problems("game.engine.turn", "open('x')")


def test_chance_is_the_only_source_of_randomness() -> None:
    for source in (
        "import numpy as np\nnp.random.default_rng()",
        "from numpy import random",
        "import random",
    ):
        assert problems("game.players.random_player", source)
        assert problems("game.engine.turn", source)
    assert problems("game.engine.chance", "from numpy import random") == []


@pytest.mark.parametrize(
    "call",
    """np.exp(x) np.log(x) np.log2(x) np.log10(x) np.power(x,y) np.tanh(x) np.sum(x) np.mean(x) np.dot(x,y)
    np.matmul(x,y) np.einsum(s,x) np.cumsum(x) np.prod(x) np.std(x) np.var(x) np.linalg.norm(x)
    x.sum() x.mean() x.dot(y) x.cumsum() x.prod() (x>0).sum() x.std() x.var() x@y x**y x**2 x**0.5 2**x
    2.0**-53 np.add.reduce(x) np.multiply.accumulate(x) math.exp(x) math.log(x) math.pow(x,y) pow(x,y) sum(x)
    sum(v*p) x@=y x**=y""".split(),
)
@pytest.mark.parametrize("module", ["game.engine.turn", "game.players.doctrines"])
def test_a_number_that_differs_by_machine_is_caught(module: str, call: str) -> None:
    source = f"import math\nimport numpy as np\n{call}"
    assert problems(module, source)
    assert problems("game.engine.exact", source) == []
    assert problems("game.analysis.ensemble", source) == []


@pytest.mark.parametrize(
    "source", ["from numpy import exp", "from math import log", "import numpy\nnumpy.exp(1)"]
)
def test_another_spelling_is_caught_too(source: str) -> None:
    assert problems("game.engine.turn", source)


@pytest.mark.parametrize(
    "call",
    """x.any() x.all() np.count_nonzero(x) np.any(x) np.maximum.reduce(x) np.sqrt(x) np.rint(x) math.fsum(x)
    math.isfinite(x) total(x) 2**24 f(**x)""".split(),
)
def test_what_is_the_same_everywhere_is_left_alone(call: str) -> None:
    assert problems("game.engine.turn", f"import math\nimport numpy as np\n{call}") == []


def test_counting_with_sum_is_left_alone() -> None:
    assert problems("game.engine.turn", "sum(1 for a in x)\nsum(len(a) for a in x)") == []


def test_the_floors_are_those_of_the_house() -> None:
    assert ALLOWED["model"] == ALLOWED["language"] == ALLOWED["places"] == frozenset()
    ground = {"model", "language", "places"}
    assert ALLOWED["engine"] == ground
    assert ALLOWED["loading"] == ALLOWED["players"] == ground | {"engine"}
    assert ALLOWED["session"] == ALLOWED["analysis"] == ground | {"engine", "loading", "players"}

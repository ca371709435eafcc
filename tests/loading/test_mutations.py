"""Whatever happens to a good scenario, the answer is a scenario or its problems, never another exception."""

import random
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from game.loading import Problem, load, problems

GOOD = (Path(__file__).resolve().parent / "good.yaml").read_text("utf-8")
LINES = GOOD.splitlines()
WORDS = sorted({word.strip(",:{}[]\"'") for line in LINES for word in line.split()} - {""})
ODD = (
    "no", "~", "null", "true", "010", "1e3", ".nan", "-1", "0", "1.5", "99999999999999999999", "$self",
    "$target", "$other", "others", "public", "world", "[]", "{}", "[[]]", "{a: {b: c}}", '""', "- ", ":",
    "&a", "*a", "!!str x", "<<", "|", ">", "\t", "#", "---", "{assumption: north_support}", "{value: 1}",
    "é", "\U0001f600", "x" * 200,
)  # fmt: skip


def outcome(folder: Path, text: str) -> list[Problem]:
    path = folder / "mutant.yaml"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    found = problems(path)
    for problem in found:
        assert problem.line >= 1
        assert problem.column >= 1
        assert problem.message
        assert "\n" not in str(problem)
    if not found:
        document = load(path)
        assert all(document.scenario(chosen).variant == chosen for chosen in document.combinations())
    return found


@st.composite
def mutants(draw: st.DrawFn) -> str:
    """A good scenario with one to four words, lines or stretches of it changed."""
    chance = random.Random(draw(st.integers(0, 2**32)))
    lines = list(LINES)
    for _ in range(draw(st.integers(1, 4))):
        n = chance.randrange(len(lines))
        kind = draw(
            st.sampled_from(["word", "word", "word", "odd", "odd", "drop", "swap", "indent", "cut", "move"])
        )
        words = [word.strip(",:{}[]\"'") for word in lines[n].split()]
        words = [word for word in words if word]
        if kind == "word" and words:
            lines[n] = lines[n].replace(chance.choice(words), chance.choice(WORDS), 1)
        elif kind == "odd" and words:
            lines[n] = lines[n].replace(chance.choice(words), chance.choice(ODD), 1)
        elif kind == "drop":
            del lines[n]
        elif kind == "swap":
            other = chance.randrange(len(lines))
            lines[n], lines[other] = lines[other], lines[n]
        elif kind == "indent":
            lines[n] = (
                " " * chance.randrange(1, 5) + lines[n] if chance.random() < 0.5 else lines[n].lstrip(" ")
            )
        elif kind == "cut":
            lines[n] = lines[n][: chance.randrange(len(lines[n]) + 1)]
        else:
            lines.insert(chance.randrange(len(lines)), lines.pop(n))
    return "\n".join(lines) + "\n"


@settings(max_examples=150)
@given(text=mutants())
def test_a_mutated_scenario_is_a_scenario_or_its_problems(text: str, tmp_path_factory: object) -> None:
    folder = tmp_path_factory.getbasetemp()  # type: ignore[attr-defined]
    outcome(folder, text)


@settings(max_examples=100)
@given(text=st.text(max_size=300))
def test_any_text_is_a_scenario_or_its_problems(text: str, tmp_path_factory: object) -> None:
    folder = tmp_path_factory.getbasetemp()  # type: ignore[attr-defined]
    assert outcome(folder, text)

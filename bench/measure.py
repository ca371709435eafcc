"""What all benchmarks share: one core, repeats, and how results are printed."""

import argparse
import json
import os
import platform
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

for _threads in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[_threads] = "1"

ROOT = Path(__file__).resolve().parent.parent
"""The source checkout, in which every benchmark runs."""

Result = dict[str, Any]


def arguments(what: str, repeats: int) -> argparse.Namespace:
    """Read `--json` and `--repeats`."""
    parser = argparse.ArgumentParser(description=what)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--repeats", type=int, default=repeats, help=f"how often to measure ({repeats})")
    return parser.parse_args()


def seconds(action: Callable[[], object]) -> float:
    """How long something takes, once."""
    started = perf_counter()
    action()
    return perf_counter() - started


def process(words: Sequence[str], env: Mapping[str, str] | None = None) -> float:
    """How long a process of this Python takes, from its start to its end; it must succeed."""
    return seconds(
        lambda: subprocess.run(
            [sys.executable, *words],
            cwd=ROOT,
            env={**os.environ, **(env or {})},
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    )


def spread(times: Sequence[float]) -> Result:
    """The least, the middle and the greatest of some times."""
    return {"best": round(min(times), 5), "median": round(median(times), 5), "worst": round(max(times), 5)}


def machine() -> Result:
    """On what it was measured."""
    import numpy as np

    name = platform.processor() or platform.machine()
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        name = next(line.split(":")[1].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        pass
    return {"processor": name, "python": platform.python_version(), "numpy": np.__version__}


def report(result: Result, line: str, *, as_json: bool) -> None:
    """Print a benchmark's result."""
    print(json.dumps({**result, "machine": machine()}, indent=2) if as_json else line)

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
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
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
    return both(action)[0]


def both(action: Callable[[], object]) -> tuple[float, float]:
    """How long something takes, once: by the clock, and in time of the processor, which others may want."""
    started, busy = perf_counter(), process_time()
    action()
    return perf_counter() - started, process_time() - busy


def processes(
    runs: Mapping[str, Sequence[str]], repeats: int, env: Mapping[str, str] | None = None
) -> dict[str, list[float]]:
    """How long processes of this Python take from start to end, in turn; each must succeed.

    They find compiled modules, as on any machine where the program has been started before; those are kept
    apart from the checkout.
    """
    times: dict[str, list[float]] = {name: [] for name in runs}
    with TemporaryDirectory() as compiled:
        around = {**os.environ, **(env or {}), "PYTHONPYCACHEPREFIX": compiled}
        around.pop("PYTHONDONTWRITEBYTECODE", None)
        for repeat in range(repeats + 1):
            for name, words in runs.items():
                took = seconds(lambda w=words: _run(w, around))  # type: ignore[misc]
                if repeat:  # the first time compiles
                    times[name].append(took)
    return times


def _run(words: Sequence[str], env: Mapping[str, str]) -> None:
    quiet = subprocess.DEVNULL
    subprocess.run([sys.executable, *words], cwd=ROOT, env=env, check=True, stdout=quiet, stderr=quiet)


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

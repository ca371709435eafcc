"""From the start of the process to the first frame, on SDL's dummy driver; and `--help`, without pygame.

Run it as `python -m bench.start`.
"""

import subprocess
import sys

from bench.measure import ROOT, Result, arguments, processes, report, spread

AIMS = {"first frame": 1.0, "--help": 0.3}
DUMMY = {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy", "PYGAME_HIDE_SUPPORT_PROMPT": "1"}
FIRST_FRAME = """
import os, sys
import game.desktop.window as window

def flip(self):
    os._exit(0)

for thing in vars(window).values():
    if isinstance(thing, type) and "flip" in vars(thing):
        thing.flip = flip
sys.argv = ["main.py"]
from game.cli import main
main()
os._exit(1)
"""
"""`python main.py`, ended by its first frame."""
BARE = """
import os, pygame
pygame.init()
pygame.display.set_mode((1280, 720)).fill((20, 30, 40))
pygame.display.flip()
os._exit(0)
"""
"""The least that any pygame program does until its first frame."""


def imports_of_help() -> list[str]:
    """The modules that `--help` imports."""
    run = subprocess.run(
        [sys.executable, "-X", "importtime", "main.py", "--help"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    return [line.rsplit("|", maxsplit=1)[-1].strip() for line in run.stderr.splitlines() if "|" in line]


def main() -> None:
    asked = arguments("start to first frame, and `--help`", 7)
    runs = {
        "first frame": ["-c", FIRST_FRAME],
        "bare pygame window": ["-c", BARE],
        "--help": ["main.py", "--help"],
        "python and click alone": ["-c", "import click"],
    }
    times = processes(runs, asked.repeats, DUMMY)
    imported = imports_of_help()
    assert "click" in imported, "the list of imports could not be read"
    found: Result = {
        "bench": "start",
        "unit": "seconds",
        "aims": AIMS,
        **{name: spread(each) for name, each in times.items()},
        "help_imports_pygame": any(name.split(".")[0] == "pygame" for name in imported),
        "help_imports_numpy": any(name.split(".")[0] == "numpy" for name in imported),
    }
    line = ", ".join(f"{name} {found[name]['median']:.3f} s" for name in runs)
    pygame = "imports" if found["help_imports_pygame"] else "does not import"
    report(found, f"{line}; --help {pygame} pygame", as_json=asked.json)
    if found["help_imports_pygame"]:
        sys.exit("--help imports pygame")


if __name__ == "__main__":
    main()

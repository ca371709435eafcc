"""The ensembles whose digests are committed, and how each is played.

`python -m tests.analysis.games --write` writes the digests anew.
"""

import sys
from pathlib import Path

from game.analysis.ensemble import simulate
from game.loading import assumption_values, choose_variants, default_assumption_set, find_scenario, load

DIGESTS = Path(__file__).with_name("digests.txt")
"""One line each: scenario, variants (`-` for none), runs, seed, digest."""


def committed() -> tuple[tuple[str, ...], ...]:
    """The lines of the file."""
    return tuple(tuple(line.split()) for line in DIGESTS.read_text(encoding="utf-8").splitlines())


def digest(scenario: str, variants: str, runs: str, seed: str) -> str:
    """The digest of an ensemble as it comes out here and now."""
    document = load(find_scenario(scenario))
    made = document.scenario(choose_variants(document, variants.strip("-")))
    values = assumption_values(made, default_assumption_set(made))
    return simulate(made, int(runs), int(seed), values=values).digest


def now() -> str:
    """What the file would say if it were written now."""
    return "".join(f"{' '.join([*ensemble, digest(*ensemble)])}\n" for *ensemble, _ in committed())


if __name__ == "__main__":
    said = now()
    print(said, end="")
    if "--write" in sys.argv:
        DIGESTS.write_text(said, encoding="utf-8")

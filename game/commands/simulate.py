"""Play many games by computer players and count how they end."""

from pathlib import Path
from typing import Any

import click

from game.commands.given import Complaint, choices_of_game
from game.terminal.said import console, print_json, progress


@click.command()
@click.argument("scenario")
@click.option("--runs", type=click.IntRange(1, 100_000_000), required=True, help="How many games.")
@click.option("--seed", type=click.IntRange(0, 2**63 - 1), required=True, help="The seed.")
@click.option("--variant", "variants", multiple=True, metavar="A+B", help="A reading; every one if missing.")
@choices_of_game
@click.option("--workers", type=click.IntRange(1, 1024), default=1, help="How many processes.")
@click.option(
    "--format", "form", type=click.Choice(["table", "json"]), default="table", help="How to say it."
)
@click.option("--record", nargs=2, metavar="K FILE", help="Write game number K, from 0, as a record.")
@click.option("--draws", type=click.IntRange(4, 100_000), help="So many draws of all assumptions.")
def simulate(
    scenario: str,
    runs: int,
    seed: int,
    variants: tuple[str, ...],
    assumptions: str | None,
    changes: tuple[str, ...],
    players: tuple[str, ...],
    workers: int,
    form: str,
    record: tuple[str, str] | None,
    draws: int | None,
) -> None:
    """Play SCENARIO many times by computer players and count how it ends."""
    from game.analysis.ensemble import simulate as play_all
    from game.analysis.telling import Study
    from game.loading import choose_variants, find_scenario, load, readings
    from game.session.recording import record_game
    from game.session.setup import Setup, changes_of
    from game.terminal.opening import say_which_set

    document = load(find_scenario(scenario))
    chosen = [choose_variants(document, one) for one in variants or ("",)]
    if len(set(chosen)) < len(chosen):
        raise Complaint("--variant names the same choice twice")
    if draws is not None:
        _check_draws(runs, draws, assumptions or changes or record)
    wanted = dict.fromkeys(reading for one in chosen for reading in readings(document, one))
    setups = [
        Setup.of(
            document, one, assumptions=assumptions, changes=changes_of(changes), players=players, people=False
        )
        for one in wanted
    ]
    if draws is not None:
        from game.analysis.ranges import over_ranges
        from game.analysis.telling_ranges import RangeStudy

        how: Any = {"draws": draws, "workers": workers}
        with progress(runs * len(setups)) as how["progress"]:
            found = [over_ranges(one.scenario, runs, seed, players=one.players, **how) for one in setups]
        drawn = RangeStudy(tuple(found))
        if form == "json":
            print_json(drawn.as_record())
        else:
            drawn.show(console())
        return
    say_which_set(setups[0], assumptions)
    number, file = _number_and_file(record, runs, len(setups))
    alone = None if file is None else record_game(setups[0], seed, number, file)
    with progress(runs * len(setups)) as finished:
        ensembles = [
            play_all(
                one.scenario,
                runs,
                seed,
                values=one.values,
                players=one.players,
                workers=workers,
                progress=finished,
            )
            for one in setups
        ]
    if alone is not None and alone.state() != ensembles[0].state(number):
        raise RuntimeError(f"game {number} is another one alone than in the ensemble")
    study = Study(tuple(ensembles), setups[0].assumptions, setups[0].changes)
    if form == "json":
        print_json(study.as_record())
    else:
        study.show(console())


def _number_and_file(words: tuple[str, str] | None, runs: int, readings: int) -> tuple[int, Path | None]:
    """The words of `--record`."""
    if words is None:
        return 0, None
    if readings > 1:
        raise Complaint(
            f"--record takes a game of one variant, and {readings} are played; choose with --variant"
        )
    if not words[0].isdecimal() or int(words[0][:12]) >= runs:
        raise Complaint(f"--record takes the number of a game from 0 to {runs - 1}, not {words[0]}")
    return int(words[0]), Path(words[1])


def _check_draws(runs: int, draws: int, given: object) -> None:
    """Whether `--draws` can be done."""
    if given:
        raise Complaint("--draws takes assumptions from their ranges: no --assumptions, --set or --record")
    if runs % draws:
        raise Complaint(f"--runs must be a multiple of --draws: {runs} games cannot be dealt to {draws}")

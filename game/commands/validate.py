"""Check scenario files."""

import sys
from collections.abc import Sequence

import click

from game.commands.given import Complaint
from game.terminal.said import console, counted, print_json


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to say it.")
@click.option("--deep", is_flag=True, help="Also play them: what only many games can show.")
@click.option("--games", type=click.IntRange(100, 1_000_000), help="With --deep: games a reading (4,000).")
@click.option("--workers", type=click.IntRange(1, 1024), help="With --deep: how many processes (2).")
def validate(paths: tuple[str, ...], form: str, deep: bool, games: int | None, workers: int | None) -> int:
    """Check scenario files, as they stand and in every combination of their variants."""
    if deep:
        return _validate_deep(paths, form, games, workers or 2)
    if games is not None or workers is not None:
        raise Complaint("--games and --workers go with --deep")
    from game.loading import problems

    found = [problem for path in paths for problem in problems(path)]
    if form == "json":
        import attrs

        print_json([attrs.asdict(problem) for problem in found])
    else:
        for problem in found:
            click.echo(str(problem))
        if not found:
            click.echo(f"No problems in {counted(len(paths), 'file')}.")
    return 1 if found else 0


def _validate_deep(paths: Sequence[str], form: str, games: int | None, workers: int) -> int:
    """Check files by playing them; each is told as soon as it has been."""
    from game.analysis.deep import Sizes, examine

    sizes = Sizes() if games is None else Sizes(games)
    reports = []
    for path in paths:
        reports.append(examine(path, sizes, workers))
        if form == "text":
            reports[-1].show(console())
            sys.stdout.flush()
    bad = sum(len(report.problems) for report in reports)
    if form == "json":
        print_json([report.as_record() for report in reports])
    else:
        notes = counted(sum(len(report.notes) for report in reports), "note")
        click.echo(
            f"{counted(bad, 'problem') if bad else 'No problems'} and {notes} in "
            f"{counted(len(paths), 'file')}."
        )
    return 1 if bad else 0

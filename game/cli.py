"""The commands. Whatever a command needs is imported when it runs, so that `--help` is quick."""

import os
import sys
from collections.abc import Callable, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from game import __version__
from game.terminal.exits import INTERRUPTED, WRONG, complain, explain, lost_output, was_interrupted
from game.terminal.said import console, counted, print_json, progress
from game.terminal.streams import prepare

if TYPE_CHECKING:
    from game.language import Language
    from game.model.scenario import Scenario


class Complaint(click.ClickException):
    """Something that the person at the keyboard can mend, in one line."""

    exit_code = WRONG


class Commands(click.Group):
    """A group that names the commands near an unknown one."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that the first word names."""
        if args and self.get_command(ctx, args[0]) is None:
            names = self.list_commands(ctx)
            close = get_close_matches(args[0], names, n=2)
            hint = f"(did you mean {' or '.join(close)}?)" if close else f"; there are {', '.join(names)}"
            raise Complaint(f"there is no command {args[0]}{' ' if close else ''}{hint}")
        return super().resolve_command(ctx, args)


def choices_of_game(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that say what is played."""
    for option in (
        click.option("--players", multiple=True, metavar="ID=NAME,...", help="Who plays which other seats."),
        click.option("--set", "changes", multiple=True, metavar="ID=VALUE", help="Change one assumption."),
        click.option("--assumptions", metavar="SET", help="The assumption set; `play` if there is one."),
    ):
        command = option(command)
    return command


@click.group(
    cls=Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(__version__, prog_name="backstop")
@click.pass_context
def backstop(context: click.Context) -> int:
    """A wargame about escalation and deterrence. Without a command it opens its window."""
    if context.invoked_subcommand is None:
        _need_display()
        from game.desktop.app import run

        return run()
    return 0


@backstop.command()
@click.argument("scenario")
@click.option("--seat", metavar="ID", help="The seat that you play.")
@click.option("--variant", metavar="A+B", help="Variants of the scenario.")
@choices_of_game
@click.option("--seed", type=click.IntRange(0, 2**63 - 1), help="The seed; another one each time if missing.")
@click.option("--text", is_flag=True, help="Play in this terminal, as plain text.")
@click.option("--after", type=click.Path(path_type=Path), metavar="RECORD", help="Go on from its ending.")
@click.option("--watch", is_flag=True, help="Look on in the window: computers play every seat.")
@click.option("--resume", is_flag=True, help="With --text: go on with the game of it that you played last.")
@click.option(
    "--language", "code", envvar="BACKSTOP_LANGUAGE", metavar="CODE", help="As in the settings if missing."
)
def play(
    scenario: str,
    seat: str | None,
    variant: str | None,
    assumptions: str | None,
    changes: tuple[str, ...],
    players: tuple[str, ...],
    seed: int | None,
    text: bool,
    after: Path | None,
    watch: bool,
    resume: bool,
    code: str | None,
) -> int:
    """Play SCENARIO, a file or the id of a shipped one, in the window or as plain text."""
    if watch and (text or seat is not None):
        raise Complaint("--watch looks on in the window; it goes with neither --seat nor --text")
    if resume and not text:
        raise Complaint("--resume goes with --text; the menu of the window offers unfinished games by itself")
    from game.loading import choose_variants, find_scenario, load, readings
    from game.session import setup

    path = find_scenario(scenario)
    if not text:
        _need_display()
    document = load(path)
    numbers = setup.changes_of(changes)
    if after is not None:
        if resume:
            raise Complaint("--resume goes on with a game and --after starts a new one; choose one")
        from game.session.sequel import following

        carried = following(after, path.stem if setup.is_shipped(path) else str(path))
        variant = "+".join((*carried.variants, *filter(None, [variant])))
        numbers = {**carried.values, **numbers}
    chosen = choose_variants(document, variant or "")
    # The words are checked on a complete reading before anything is asked or opened
    first = readings(document, chosen)[0]
    sample = setup.Setup.of(document, first, assumptions=assumptions, changes=numbers, players=players)
    if seat is not None:
        setup.own_seat(sample, seat)
    language = _language(code, path, sample.scenario)
    if not text:
        from game.desktop.app import run

        return run(
            language=language.code if code else None,
            scenario_path=path,
            seat=seat,
            variant="+".join(chosen),
            assumptions=assumptions,
            values=numbers,
            seed=seed,
            players={str(actor): name for actor, name in sample.players.items()},
            watch=watch,
        )
    from game.language import speaking
    from game.terminal.opening import play_text

    with speaking(language):
        return play_text(
            document,
            sample,
            chosen=chosen,
            assumptions=assumptions,
            numbers=numbers,
            players=players,
            seed=seed,
            seat=seat,
            after=after,
            resume=resume,
        )


@backstop.command()
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


@backstop.command()
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


@backstop.command()
@click.argument("record", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to say it.")
@click.option(
    "--check", is_flag=True, help="Say only whether it is the same game again; exit 1 if it is not."
)
def replay(record: Path, form: str, check: bool) -> int:
    """Play a recorded game again, and tell what happened."""
    from game.session.record import RecordProblem, read
    from game.session.replay import replay as play_again
    from game.session.retelling import events_to_tell, told, verdict

    read_record = read(record)
    if read_record.notice is not None:
        click.echo(f"{record}: {read_record.notice}", err=True)
    try:
        again = play_again(read_record)
    except RecordProblem as problem:
        raise RecordProblem(f"{record}: {problem}") from None
    code = 0 if again.difference is None else 1
    if check and form == "json":
        same = {"turns": len(read_record.turns), "same": not code, "difference": again.difference}
        print_json(same)
    elif check:
        click.echo(f"{record}: {verdict(read_record, again)}")
    if check:
        return code
    events, complete = events_to_tell(read_record, again)
    if form == "json":
        print_json([event.as_record() for event in events])
    else:
        for line in told(events):
            click.echo(line)
    if not complete:
        click.echo("The game is not over: this is only what everybody saw.", err=True)
    if code:
        click.echo(f"{record}: {verdict(read_record, again)}", err=True)
    return code


@backstop.command()
@click.argument("scenario")
@click.option("--language", "code", required=True, metavar="CODE", help="Which: de, fr, pt_BR, ...")
@click.option("--check", is_flag=True, help="Write nothing; say what is missing, and exit 1 if anything is.")
def translate(scenario: str, code: str, check: bool) -> int:
    """Make or renew the catalogue in which the texts of SCENARIO are translated, beside its file."""
    from game.loading import find_scenario
    from game.loading.translate import translation

    made = translation(find_scenario(scenario), code)
    if check:
        for problem in made.missing:
            click.echo(f"{made.file}: {problem}")
        return 1 if made.missing else 0
    made.file.write_text(made.content, encoding="utf-8")
    click.echo(f"{made.file}: {counted(made.texts, 'text')}, {len(made.missing) or 'none'} to translate")
    return 0


def run(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return the exit code; no error leaves a traceback."""
    try:
        code = backstop.main(args=arguments, prog_name="backstop", standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except (click.exceptions.Abort, KeyboardInterrupt):
        click.echo("Stopped.", err=True)
        return INTERRUPTED
    except click.ClickException as error:
        return complain(error.format_message())
    except OSError as error:
        return lost_output(error)
    except Exception as error:
        if was_interrupted(error):
            click.echo("Stopped.", err=True)
            return INTERRUPTED
        return explain(error)


def main() -> NoReturn:
    """Run the command of this process."""
    prepare()
    # Ensembles use whole processes; threads of the linear algebra library would only get in their way
    for threads in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(threads, "1")
    sys.exit(run())


def _need_display() -> None:
    """Say so at once where no window can be opened."""
    if sys.platform != "linux" or os.environ.get("SDL_VIDEODRIVER"):
        return
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        raise Complaint(
            "there is no display to open a window on; `play SCENARIO --text` plays in the terminal"
        )


def _language(code: str | None, path: Path, scenario: "Scenario") -> "Language":
    """The language to play in: one that was asked for, or else the one in the settings."""
    from game.desktop.settings import read_settings
    from game.language import ENGLISH
    from game.language.catalogues import CatalogueProblem, UnknownLanguage
    from game.loading.speech import speech

    base = scenario.based_on.scenario if scenario.based_on is not None else None
    if code:
        return speech(code, path, base)
    try:
        return speech(read_settings()[0].language, path, base)
    except (CatalogueProblem, UnknownLanguage) as problem:
        complain(f"{problem}; English is spoken")
        return ENGLISH


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

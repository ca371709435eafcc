"""Play a recorded game again."""

from pathlib import Path

import click

from game.terminal.said import print_json


@click.command()
@click.argument("record", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to say it.")
@click.option(
    "--check", is_flag=True, help="Say only whether it is the same game again; exit 1 if it is not."
)
def replay(record: Path, form: str, check: bool) -> int:
    """Play a recorded game again, and tell what happened."""
    from game.session.record import RecordProblem, read
    from game.session.replay import replay as play_again
    from game.session.replay import replay_all
    from game.session.retelling import events_to_tell, told, verdict

    read_record = read(record)
    if read_record.notice is not None:
        click.echo(f"{record}: {read_record.notice}", err=True)
    try:
        again = (replay_all if check else play_again)(read_record)
    except RecordProblem as problem:
        raise RecordProblem(f"{record}: {problem}") from None
    code = 0 if again.difference is None else 1
    if check and form == "json":
        same = {
            "turns": len(read_record.turns),
            "lines": again.lines,
            "same": not code,
            "difference": again.difference,
        }
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

"""Make or renew the catalogue of a scenario's texts."""

import click

from game.terminal.said import counted


@click.command()
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

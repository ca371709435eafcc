"""Play a game, in the window or as plain text."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from game.commands.given import Complaint, choices_of_game, need_display
from game.terminal.exits import complain

if TYPE_CHECKING:
    from game.language import Language
    from game.model.scenario import Scenario


@click.command()
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
        need_display()
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


def _language(code: str | None, path: Path, scenario: "Scenario") -> "Language":
    """The language to play in: one that was asked for, or else the one in the settings."""
    from game.desktop.settings import read_settings
    from game.language import ENGLISH
    from game.language.catalogues import CatalogueProblem, UnknownLanguage
    from game.loading.speech import speech

    base = scenario.based_on.scenario if scenario.based_on is not None else None
    try:
        return speech(code or read_settings()[0].language, path, base)
    except (CatalogueProblem, UnknownLanguage) as problem:
        if code and isinstance(problem, UnknownLanguage):
            raise  # it was asked for just now: a slip of the fingers
        complain(f"{problem}; English is spoken")
        return ENGLISH

"""What is asked in the terminal before a game starts, and the line that says what is played."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TextIO

from game.loading import Document, undecided
from game.model.ids import ActorId, VariantId
from game.session.game import Game
from game.session.saves import SavedGame, unfinished_games
from game.session.setup import Setup
from game.session.setup import seat as seat_of
from game.terminal.choosing import choose
from game.terminal.page import Page
from game.terminal.play import play_text


def decide(
    document: Document, chosen: tuple[VariantId, ...], source: TextIO, out: TextIO
) -> tuple[VariantId, ...]:
    """Ask for a variant of each required group that is still open: none of them is a silent default."""
    for group in undecided(document, chosen):
        members = [variant for variant in document.variants.values() if variant.group == group.id]
        choices = [(str(one.id), one.name, one.summary) for one in members]
        answer = VariantId(choose(group.question or group.name, choices, source, out))
        chosen = tuple(sorted((*chosen, answer), key=list(document.variants).index))
    return chosen


def seats_for(setup: Setup, word: str | None, source: TextIO, out: TextIO) -> tuple[ActorId, ...]:
    """The seats that people play: the one named, and those that `--players` gives to people, or asks."""
    people = [actor for actor, name in setup.players.items() if name == "human"]
    if word is not None:
        people = list(dict.fromkeys((seat_of(setup.scenario, word), *people)))
    if people:
        return tuple(people)
    actors = [actor for actor in setup.scenario.actors.values() if actor.played]
    choices = [(str(actor.id), actor.name, actor.seat.dilemma if actor.seat else "") for actor in actors]
    return (seat_of(setup.scenario, choose("Which seat do you take?", choices, source, out)),)


def unfinished(scenario: str, unreadable: Callable[[Path, str], None]) -> tuple[SavedGame, ...]:
    """The unfinished games of a scenario, the last played first; what cannot be read is told."""
    return tuple(saved for saved in unfinished_games(unreadable) if saved.scenario == scenario)


def of_seat(saved: Iterable[SavedGame], seat: str | None) -> tuple[SavedGame, ...]:
    """Those in which a person plays that seat; all of them where none is named."""
    return tuple(one for one in saved if seat is None or seat in one.seats)


def nothing_open(scenario: str, seat: str | None, others: Sequence[SavedGame]) -> str:
    """Why there is nothing to go on with, naming the game of another seat if there is one."""
    if not others:
        return f"there is no unfinished game of {scenario} to go on with"
    there = " and ".join(others[0].seats)
    return f"there is no unfinished game of {scenario} as {seat} to go on with, but one as {there}"


def offer(saved: Sequence[SavedGame], source: TextIO, out: TextIO) -> Game | None:
    """Offer to go on with the game that was played last.

    Only a person at a terminal is asked; input from a file must mean the same whatever was played before, so
    it is told of `--resume` instead.
    """
    if not saved:
        return None
    last = saved[0]
    page = Page(out)
    when = f"as {' and '.join(last.seats)}, turn {last.turn}, last played {last.when:%Y-%m-%d %H:%M}"
    if not source.isatty():
        page.paragraph(f"There is an unfinished game ({when}); `--resume` goes on with it.")
        return None
    choices = [("resume", "Go on with it", ""), ("new", "Start a new game", "")]
    if choose(f"There is an unfinished game ({when}).", choices, source, out) == "new":
        return None
    return Game.resume(last.path)


def play_here(game: Game, source: TextIO, out: TextIO) -> int:
    """Say what is played, and play it."""
    page, scenario, header = Page(out), game.scenario, game.header
    said = [scenario.title, *(scenario.variants[id].name for id in scenario.variant)]
    if header.assumptions is not None:
        said.append(f"assumptions: {scenario.assumption_sets[header.assumptions].name}")
    said += [f"{name.replace('_', ' ')} = {value:g}" for name, value in header.values.items()]
    page.heading("; ".join((*said, f"seed {header.seed}")))
    others = [f"{game.program.words(actor)}: {name}" for actor, name in game.seats.items() if name != "human"]
    if others:
        page.paragraph(f"The computer plays {', '.join(others)}.")
    if game.notice is not None:
        page.paragraph(f"Note: {game.notice}.")
    return play_text(game, game.people, source, out)

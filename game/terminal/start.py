"""What is asked in the terminal before a game starts, and the line that says what is played."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TextIO

from game.language import _, say, told
from game.loading import Document, undecided
from game.model.ids import ActorId, VariantId
from game.session.game import Game
from game.session.saves import SavedGame, unfinished_games
from game.session.setup import Setup
from game.session.setup import seat as seat_of
from game.terminal.choosing import choose
from game.terminal.page import Page
from game.terminal.play import play_text
from game.view.words import listing


def decide(
    document: Document, chosen: tuple[VariantId, ...], source: TextIO, out: TextIO
) -> tuple[VariantId, ...]:
    """Ask for a variant of each required group that is still open: none of them is a silent default."""
    for group in undecided(document, chosen):
        members = [variant for variant in document.variants.values() if variant.group == group.id]
        choices = [(str(one.id), told(one.name), told(one.summary)) for one in members]
        answer = VariantId(choose(told(group.question or group.name), choices, source, out))
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
    choices = [(str(one.id), told(one.name), told(one.seat.dilemma) if one.seat else "") for one in actors]
    return (seat_of(setup.scenario, choose(_("Which seat do you take?"), choices, source, out)),)


def unfinished(scenario: str, unreadable: Callable[[Path, str], None]) -> tuple[SavedGame, ...]:
    """The unfinished games of a scenario, the last played first; what cannot be read is told."""
    return tuple(saved for saved in unfinished_games(unreadable) if saved.scenario == scenario)


def of_seat(saved: Iterable[SavedGame], seat: str | None) -> tuple[SavedGame, ...]:
    """Those in which a person plays that seat; all of them where none is named."""
    return tuple(one for one in saved if seat is None or seat in one.seats)


def nothing_open(scenario: str, seat: str | None, others: Sequence[SavedGame]) -> str:
    """Why there is nothing to go on with, naming the game of another seat if there is one."""
    if not others:
        return say("there is no unfinished game of {scenario} to go on with", scenario=scenario)
    return say(
        "there is no unfinished game of {scenario} as {seat} to go on with, but one as {others}",
        scenario=scenario,
        seat=seat,
        others=listing(others[0].seats),
    )


def offer(saved: Sequence[SavedGame], source: TextIO, out: TextIO) -> Game | None:
    """Offer to go on with the game that was played last.

    Only a person at a terminal is asked; input from a file must mean the same whatever was played before, so
    it is told of `--resume` instead.
    """
    if not saved:
        return None
    last = saved[0]
    page = Page(out)
    when = say(
        "as {seats}, turn {turn}, last played {moment}",
        seats=listing(last.seats),
        turn=last.turn,
        moment=f"{last.when:%Y-%m-%d %H:%M}",
    )
    if not source.isatty():
        page.paragraph(say("There is an unfinished game ({when}); `--resume` goes on with it.", when=when))
        return None
    choices = [("resume", _("Go on with it"), ""), ("new", _("Start a new game"), "")]
    if choose(say("There is an unfinished game ({when}).", when=when), choices, source, out) == "new":
        return None
    return Game.resume(last.path)


def play_here(game: Game, source: TextIO, out: TextIO) -> int:
    """Say what is played, and play it."""
    page, scenario, header = Page(out), game.scenario, game.header
    said = [told(scenario.title), *(told(scenario.variants[id].name) for id in scenario.variant)]
    if header.assumptions is not None:
        said.append(say("assumptions: {name}", name=told(scenario.assumption_sets[header.assumptions].name)))
    said += [f"{name.replace('_', ' ')} = {value:g}" for name, value in header.values.items()]
    page.heading("; ".join((*said, say("seed {seed}", seed=header.seed))))
    others = [
        f"{game.program.called(actor)}: {name}" for actor, name in game.seats.items() if name != "human"
    ]
    if others:
        page.paragraph(say("The computer plays {seats}.", seats=", ".join(others)))
    if game.notice is not None:
        page.paragraph(say("Note: {notice}.", notice=game.notice))
    return play_text(game, game.people, source, out)

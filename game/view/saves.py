"""The games that are kept, in words: what was played, by whom, how far it came; what is wrong with some."""

from datetime import datetime
from pathlib import Path

from attrs import field, frozen

from game.language import _, count, say, told
from game.model.scenario import Scenario
from game.session.record import RecordProblem
from game.session.replay import scenario_of
from game.session.saves import DamagedGame, SavedGame, saved_games


@frozen
class SaveView:
    """One game that is kept."""

    path: Path
    name: str
    """What its players call it; else the scenario's title."""
    title: str
    """The scenario's title."""
    variant: str
    """The names of the variants that are played."""
    seats: str
    """Whose seats people play."""
    where: str
    """`Turn 3, hour 12`, or how it ended."""
    when: datetime | None
    """When it was last played."""
    lines: str
    """How many lines of play it has; empty for one."""
    watched: bool
    """Whether computers play every seat."""
    over: bool
    picture: Path | None
    problem: str = ""
    """Why it cannot be opened, in words; empty where it can."""
    still_open: str = ""
    """In a game that has ended: how many of its lines can still be played on; empty for none."""


@frozen
class SavesView:
    """Everything that lies among the saved games, last played first."""

    games: tuple[SaveView, ...] = field(factory=tuple)

    @property
    def going_on(self) -> tuple[SaveView, ...]:
        """Those that can be played on."""
        return tuple(one for one in self.games if not one.over and not one.problem)

    @property
    def finished(self) -> tuple[SaveView, ...]:
        """Those that have ended."""
        return tuple(one for one in self.games if one.over and not one.problem)

    @property
    def damaged(self) -> tuple[SaveView, ...]:
        """Those that cannot be opened."""
        return tuple(one for one in self.games if one.problem)


def saves_view() -> SavesView:
    """Look through the folder of saved games."""
    known: dict[tuple[str, str, str], Scenario | str] = {}
    return SavesView(
        tuple(
            _damaged(game) if isinstance(game, DamagedGame) else save_view(game, known)
            for game in saved_games()
        )
    )


def save_view(game: SavedGame, known: dict[tuple[str, str, str], Scenario | str] | None = None) -> SaveView:
    """One sound record in words; `known` keeps scenarios that were read for other records."""
    scenario = _scenario(game, {} if known is None else known)
    if isinstance(scenario, str):
        return _named(game, problem=scenario)
    seats = [told(scenario.actors[seat].name) for seat in game.seats if seat in scenario.actors]
    title = told(scenario.title)
    where = say(
        "Turn {turn}, hour {hour}", turn=game.turn, hour=(game.turn - 1) * scenario.clock.hours_per_turn
    )
    if game.outcome is not None:
        outcome = scenario.outcomes.get(game.outcome)
        where = told(outcome.name) if outcome else str(game.outcome)
    return SaveView(
        path=game.path,
        name=game.name or title,
        title=title,
        variant=" · ".join(told(scenario.variants[id].name) for id in scenario.variant),
        seats=", ".join(seats) if seats else _("Computers play every seat"),
        where=where,
        when=game.when,
        lines="" if game.lines == 1 else count(game.lines, "{number} line of play", "{number} lines of play"),
        still_open=count(game.open_lines, "{number} line still open", "{number} lines still open")
        if game.over and game.open_lines
        else "",
        watched=not game.seats,
        over=game.over,
        picture=game.picture,
    )


def _scenario(game: SavedGame, known: dict[tuple[str, str, str], Scenario | str]) -> Scenario | str:
    """What a record was played on, or why that cannot be found."""
    header = game.header
    key = (header.file or header.scenario, game.variant, header.content)
    if key not in known:
        try:
            known[key] = scenario_of(header)
        except RecordProblem as problem:
            known[key] = str(problem)
    return known[key]


def _named(game: SavedGame, problem: str) -> SaveView:
    name = game.name or game.scenario
    turn = say("Turn {turn}", turn=game.turn)
    return SaveView(
        game.path, name, game.scenario, "", "", turn, game.when, "", False, game.over, game.picture, problem
    )


def _damaged(game: DamagedGame) -> SaveView:
    return SaveView(
        game.path, game.path.stem, "", "", "", "", game.when, "", False, False, None, game.problem
    )

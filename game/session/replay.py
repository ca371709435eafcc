"""Replays: a record played again through the engine gives the same events, byte by byte, on any machine."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from attrs import evolve, frozen

from game.engine.events import Event
from game.engine.program import Program, compile_scenario
from game.language import _, say, told
from game.loading import ScenarioProblems, UnknownName, assumption_values, load, scenario_path
from game.model.ids import ActorId, AssumptionId
from game.model.scenario import Scenario
from game.players import names
from game.session import predictions
from game.session.branches import Branch
from game.session.lines import End, Header, Override, Turn
from game.session.match import Match
from game.session.record import Record, RecordProblem, events_digest
from game.session.saves import HUMAN
from game.session.story import letters


@frozen(eq=False)
class Replay:
    """A record that was played again."""

    scenario: Scenario
    """What was played."""
    match: Match
    """The game on the line of play that counts, as far as it could be followed."""
    difference: str | None
    """Where it first differs from the record, in words; None where it is the same all through."""
    lines: int = 1
    """How many lines of play were followed to their ends."""

    @property
    def events(self) -> tuple[Event, ...]:
        """Everything that happened."""
        return self.match.events()


def replay(record: Record) -> Replay:
    """Play a record again. Raises RecordProblem where its scenario cannot be found or is another one now."""
    scenario, match = _begun(record)
    return followed(scenario, match, record.tree.current)


def replay_all(record: Record) -> Replay:
    """Play every line of play of a record again, those too that were left. Raises RecordProblem as `replay`.

    What lines share is played once, if it is as it was.
    """
    scenario, start = _begun(record)
    tree = record.tree
    if len(tree.branches) == 1:
        return followed(scenario, start, tree.current)
    found: dict[int, Replay] = {}
    different = None
    for number, branch in enumerate(tree.branches):
        parent = None if branch.parent is None else found[branch.parent]
        sound = parent is not None and parent.difference is None
        found[branch.id] = again = followed(
            scenario, parent.match.back_to(branch.first) if parent and sound else start, branch
        )
        if again.difference is not None and different is None:
            different = say(
                "line {letters}: {difference}", letters=letters(number), difference=again.difference
            )
    return evolve(found[tree.at], difference=different, lines=len(found))


def at_end_of(scenario: Scenario, header: Header, branch: Branch) -> Match:
    """The game at the end of a line of play. Raises RecordProblem where it cannot be followed so far."""
    again = followed(scenario, opened(scenario, header), branch)
    if again.difference is not None:
        raise RecordProblem(
            say("this line of play cannot be gone on with: {difference}", difference=again.difference)
        )
    return again.match


def followed(scenario: Scenario, match: Match, branch: Branch) -> Replay:
    """Play a line of play, from a game's start or from anywhere on its way."""
    for turn in branch.turns[match.turns :]:
        following = _following(match, turn, branch.changed_in(turn.turn))
        if isinstance(following, str):
            return Replay(scenario, match, following)
        match = following
        if events_digest(match.latest_events()) != turn.events:
            problem = _("other things happen than the record says")
            return Replay(scenario, match, _in_turn(turn.turn, problem))
    following = _changed(match, branch.changed_in(len(branch.turns) + 1))
    if isinstance(following, str):
        return Replay(scenario, match, following)
    return Replay(scenario, following, next(_other_end(following, branch.end), None))


def scenario_of(header: Header) -> Scenario:
    """The scenario that a record was played on. Raises RecordProblem where it cannot be found."""
    if header.file is None:
        path = scenario_path(header.scenario)
        if path is None:
            raise RecordProblem(
                say(
                    "its scenario {scenario} does not come with this version of Backstop",
                    scenario=header.scenario,
                )
            )
    else:
        path = Path(header.file)
    try:
        scenario = load(path).scenario(header.variant)
    except ScenarioProblems as error:
        raise RecordProblem(
            say("its scenario cannot be played: {problem}", problem=error.problems[0])
        ) from None
    except UnknownName as error:
        raise RecordProblem(say("its scenario cannot be played: {problem}", problem=error)) from None
    if scenario.content_hash != header.content:
        raise RecordProblem(say("the scenario {path} was changed since this game was played", path=path))
    return scenario


def opened(scenario: Scenario, header: Header) -> Match:
    """The game of a header, up to its first orders. Raises RecordProblem for unknown assumptions."""
    return Match.start(compile_scenario(scenario), header.seed, header.game, values_of(scenario, header))


def values_of(scenario: Scenario, header: Header) -> dict[AssumptionId, float]:
    """The assumptions that differ from their central values. Raises RecordProblem for unknown ones."""
    try:
        return assumption_values(scenario, header.assumptions, header.values)
    except UnknownName as error:
        raise RecordProblem(say("its scenario cannot be played: {problem}", problem=error)) from None


def end_of(match: Match) -> End:
    """The last line of the record of a game that is over."""
    outcome = match.outcome
    assert outcome is not None
    return End(outcome, match.values(), match.state())


def _begun(record: Record) -> tuple[Scenario, Match]:
    scenario = scenario_of(record.header)
    match = opened(scenario, record.header)
    _check_seats(record.header, match.program)
    return scenario, match


def seats_of(scenario: Scenario, chosen: Mapping[ActorId, str]) -> dict[ActorId, str]:
    """Who plays each actor: whom somebody chose, and the actor's own doctrine for the rest."""
    played = {id: str(actor.doctrine) for id, actor in scenario.actors.items() if actor.played}
    strangers = [actor for actor in chosen if actor not in played]
    if strangers:
        names = ", ".join(strangers)
        raise ValueError(say("nobody can play {seats} in {scenario}", seats=names, scenario=scenario.id))
    return {**played, **chosen}


def _check_seats(header: Header, program: Program) -> None:
    if set(header.seats) != set(program.played):
        raise RecordProblem(_("its seats are not those of the scenario"))
    for name in set(header.seats.values()) - {HUMAN, *names(program)}:
        raise RecordProblem(say("there is no player called {name}", name=name))


def override_problems(scenario: Scenario, values: Mapping[AssumptionId, float]) -> tuple[str, ...]:
    """What is wrong with changes of assumptions, in words."""
    if not values:
        return (_("no assumption is changed"),)
    try:
        assumption_values(scenario, None, values)
    except UnknownName as error:
        return (str(error),)
    return ()


def _changed(match: Match, changes: Iterable[Override]) -> Match | str:
    """The match with other assumptions, or why they cannot be."""
    for change in changes:
        if match.over:
            return _in_turn(change.turn, _("assumptions change although the game is over"))
        found = override_problems(match.program.scenario, change.values)
        if found:
            return _in_turn(change.turn, found[0])
        match = match.overridden(change.values)
    return match


def _following(match: Match, turn: Turn, changes: Iterable[Override]) -> Match | str:
    """The match after a recorded turn, or why that turn cannot be played."""
    if match.over:
        return _in_turn(turn.turn, _("the game is over before it"))
    changed = _changed(match, changes)
    if isinstance(changed, str):
        return changed
    match = changed
    found = match.problems(turn.orders)
    for actor, slip in turn.predictions.items():
        found += predictions.problems(slip, actor, match.program.played)
    if found:
        return _in_turn(turn.turn, found[0])
    return match.played(turn.orders)


def _in_turn(turn: int, problem: str) -> str:
    return say("turn {turn}: {problem}", turn=turn, problem=problem)


def _other_end(match: Match, end: End | None) -> Iterator[str]:
    if end is None:
        return
    if not match.over:
        yield _("the end: the game goes on")
        return
    found = end_of(match)
    if found.outcome != end.outcome:
        outcomes = match.program.scenario.outcomes
        now = told(outcomes[found.outcome].name)
        then = told(outcomes[end.outcome].name) if end.outcome in outcomes else str(end.outcome)
        yield say("the end: it ends as {now}, not as {then}", now=now, then=then)
    for actor in sorted({*found.values, *end.values}):
        if found.values.get(actor) != end.values.get(actor):
            yield say(
                "the end: it is worth {now} to {actor}, not {then}",
                now=found.values.get(actor, "?"),
                actor=match.program.called(actor),
                then=end.values.get(actor, "?"),
            )
    if found.state != end.state:
        yield _("the end: the end state is another one")

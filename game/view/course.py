"""The course of a whole game, told when it is over: everybody's ladder by turns, and what was done when."""

from collections.abc import Iterator, Sequence
from typing import Final

from attrs import frozen

from game.engine.events import Event, EventKind
from game.language import told
from game.model.ids import ActorId
from game.session.game import Game
from game.session.match import Truth
from game.view.ladders import RungView


@frozen
class CourseMark:
    """How high one actor stood at one moment."""

    hour: int
    sent: int
    """Index of the highest rung that it sent to anybody ..."""
    read: int
    """... and of the highest at which one to whom it was done read it."""


@frozen
class CourseView:
    """One actor's ladder over the whole game."""

    actor: str
    name: str
    short: str
    marks: tuple[CourseMark, ...]
    """At the beginning of each turn, then at the end of the last."""


@frozen
class DeedView:
    """Something that was done or happened in a turn."""

    actor: str
    """Who did it; empty where nobody did."""
    kind: str
    """As events are called."""
    text: str
    hidden: bool
    """Whether some seat did not see it."""


@frozen
class CourseTurn:
    """One turn of the game."""

    turn: int
    hour: int
    """When it began."""
    until: int
    """When it ended."""
    deeds: tuple[DeedView, ...]
    """What was done and what happened, in order."""
    crossings: tuple[tuple[str, int], ...]
    """Who reached the rung of a threshold in it, by acts as they were sent, and the index of the rung."""


@frozen
class GameCourse:
    """The whole game."""

    rungs: tuple[RungView, ...]
    actors: tuple[CourseView, ...]
    turns: tuple[CourseTurn, ...]


TOLD: Final = frozenset(
    {
        EventKind.INCIDENT,
        EventKind.ACT,
        EventKind.FORGONE,
        EventKind.ENGAGEMENT,
        EventKind.CLAIM,
        EventKind.PLAN,
        EventKind.TIER,
        EventKind.STAND_DOWN,
        EventKind.COMMITMENT,
        EventKind.DEAL,
        EventKind.COALITION,
        EventKind.STEP,
        EventKind.POSTURE,
        EventKind.LIMIT,
        EventKind.ACCIDENT,
        EventKind.REGION,
        EventKind.ENDED,
    }
)
"""The kinds of events that make a course; tracks and evidence are told elsewhere."""


def course(game: Game) -> GameCourse:
    """The course of a game that is over."""
    truth = game.truth()
    actors = tuple(_course(game, truth, actor) for actor in game.program.actors if _acts(game, actor))
    rungs = tuple(
        RungView(str(rung.id), told(rung.name), rung.severity, told(rung.threshold or ""), told(rung.summary))
        for rung in game.program.rungs
    )
    return GameCourse(rungs, actors, tuple(_turns(game, truth, actors)))


def _acts(game: Game, actor: ActorId) -> bool:
    return actor in game.program.played or any(move.rung for move in game.program.moves_of[actor])


def _course(game: Game, truth: Truth, actor: ActorId) -> CourseView:
    others = [other for one, other in game.program.pairs if one == actor]
    marks = tuple(
        CourseMark(
            hour,
            max((truth.whole("read", actor, actor, other, at=at) for other in others), default=0),
            max((truth.whole("read", other, actor, other, at=at) for other in others), default=0),
        )
        for at, hour in enumerate(truth.hours)
        if game.program.rungs
    )
    spec = game.scenario.actors[actor]
    return CourseView(str(actor), told(spec.name), told(spec.short or spec.name), marks)


def _turns(game: Game, truth: Truth, actors: Sequence[CourseView]) -> Iterator[CourseTurn]:
    played = game.program.played
    events: dict[int, list[Event]] = {}
    for event in game.events():
        if event.kind in TOLD:
            events.setdefault(event.turn, []).append(event)
    for number, (begun, ended) in enumerate(zip(truth.hours, truth.hours[1:], strict=False)):
        deeds = tuple(
            DeedView(
                str(event.actor or ""),
                event.kind.value,
                event.text,
                not all(event.visible_to(actor) for actor in played),
            )
            for event in events.get(number + 1, ())
        )
        yield CourseTurn(number + 1, begun, ended, deeds, tuple(_crossings(game, actors, number)))


def _crossings(game: Game, actors: Sequence[CourseView], at: int) -> Iterator[tuple[str, int]]:
    """The thresholds that actors came to in a turn, from below and for the first time."""
    for actor in actors:
        if not actor.marks:
            continue
        before = max(mark.sent for mark in actor.marks[: at + 1])
        for index in range(before + 1, actor.marks[at + 1].sent + 1):
            if game.program.rungs[index].threshold:
                yield actor.actor, index

"""The ending: how it ended, what it was worth to each, and what was true."""

from collections.abc import Iterator
from shlex import join

from attrs import frozen

from game.engine.events import EventKind
from game.engine.tables import DELIVERED
from game.language import _, say, sense, speaking, spoken, told
from game.language.catalogues import CatalogueProblem
from game.loading.speech import speech
from game.model.ids import PUBLIC, ActorId, AssumptionId
from game.model.incidents import Incident
from game.places import scenario_path
from game.session.game import Game
from game.session.match import Truth
from game.session.sequel import Following, words
from game.view.assumptions import assumption_name
from game.view.course import GameCourse, course
from game.view.deterred import DeterredTrail, deterrence_review
from game.view.missed_deal import MissedDealView, missed_deals
from game.view.prediction import COURSES, ScoreView
from game.view.reasons import Reasons, reasons
from game.view.words import OUTCOME_CLASSES, listing, number


@frozen
class ValuePart:
    """What one objective brought."""

    name: str
    kind: str
    """`objective`, `aim`, `aftermath` or `deal`; `outcome` where the ending itself sets the value."""
    got: float
    of: float


@frozen
class ValueView:
    """What the game was worth to one actor, on its own scale; never compared with another's."""

    actor: str
    actor_name: str
    value: float
    type_name: str
    parts: tuple[ValuePart, ...]
    """Sum to `value`, but for clipping and for general war, which is worth 0 to everyone."""


@frozen
class TruthView:
    """Something that was hidden while the game was played."""

    subject: str
    text: str


@frozen
class BeliefTrail:
    """What was believed about the true cause of an incident, turn by turn."""

    incident_name: str
    cause_name: str
    """The true cause."""
    observer_name: str
    marks: tuple[tuple[int, float], ...]
    """Hour, probability given to the true cause."""
    observer: str = ""
    """The id of who believed it; that of the public too."""


@frozen
class EvidenceMark:
    """Evidence on an incident that reached somebody."""

    incident_name: str
    hour: int
    text: str
    """What it showed."""
    to: str
    """Whom it reached; empty for everybody."""


@frozen
class ReadTrail:
    """What was sent beside how the other side read it, turn by turn."""

    by_name: str
    on_name: str
    marks: tuple[tuple[int, str, str], ...]
    """Hour, rung sent, rung read by the one it was done to."""


@frozen
class PastEvent:
    """Something that happened."""

    hour: int
    turn: int
    text: str
    kind: str
    hidden: bool
    """Whether some seat did not see it."""


@frozen
class SequelView:
    """Another scenario that can be played on from this ending."""

    scenario: str
    """Its id."""
    title: str
    text: str
    """What carries over, in a sentence."""
    variants: tuple[str, ...]
    """Ids of its variants that say what was left behind ..."""
    variant_names: tuple[str, ...]
    """... and their titles."""
    values: tuple[tuple[str, float], ...]
    """Its assumptions that this ending decides ..."""
    value_names: tuple[str, ...]
    """... and what they are called."""
    command: str
    """What starts it, on a command line."""


@frozen
class EndingView:
    """The end of a game."""

    outcome: str
    outcome_name: str
    class_: str
    class_name: str
    text: str
    hour: int
    turn: int
    values: tuple[ValueView, ...]
    truths: tuple[TruthView, ...]
    beliefs: tuple[BeliefTrail, ...]
    readings: tuple[ReadTrail, ...]
    """Only pairs in which sent and read differed at some time."""
    scores: tuple[ScoreView, ...]
    log: tuple[PastEvent, ...]
    """All events, also those that were hidden."""
    sequels: tuple[SequelView, ...]
    """What can be played on from here."""
    deterred: tuple[DeterredTrail, ...]
    """How promises looked to those whom they were to deter."""
    missed: tuple[MissedDealView, ...]
    """What each table could have brought."""
    not_a_forecast: str
    course: GameCourse
    """Everybody's ladder over the whole game, and what was done when."""
    evidence: tuple[EvidenceMark, ...]
    """Everything that was learnt about incidents, in order."""
    reasons: Reasons
    """Why computer players moved as they did; worked out when it is asked for."""


def ending_view(game: Game) -> EndingView:
    """The end of a game that is over. Raises `NotYet` before."""
    truth, scenario = game.truth(), game.scenario
    assert game.outcome is not None
    outcome = scenario.outcomes[game.outcome]
    return EndingView(
        outcome=str(outcome.id),
        outcome_name=told(outcome.name),
        class_=outcome.class_.value,
        class_name=_(OUTCOME_CLASSES[outcome.class_.value]),
        text=told(outcome.text),
        hour=truth.hours[-1],
        turn=game.turn,
        values=tuple(_value(game, truth, actor) for actor in game.program.played),
        truths=tuple(_truths(game, truth)),
        beliefs=tuple(_trails(game, truth)),
        readings=tuple(_readings(game, truth)),
        scores=tuple(_scores(game)),
        log=tuple(_log(game)),
        sequels=tuple(_sequels(game)),
        deterred=deterrence_review(game),
        missed=missed_deals(game),
        not_a_forecast=told(scenario.not_a_forecast),
        course=course(game),
        evidence=tuple(_evidence(game)),
        reasons=reasons(game),
    )


def _name(game: Game, actor: str) -> str:
    if actor == PUBLIC:
        return sense("observer", "the public")
    return told(game.scenario.actors[ActorId(actor)].name)


def _value(game: Game, truth: Truth, actor: ActorId) -> ValueView:
    spec = game.scenario.actors[actor]
    index = truth.whole("type", actor) if spec.types else -1
    kind = told(list(spec.types.values())[index].name) if 0 <= index < len(spec.types) else ""
    value = game.values()[actor]
    assert game.outcome is not None
    outcome = game.scenario.outcomes[game.outcome]
    if outcome.values or outcome.values_by_type:
        parts: tuple[ValuePart, ...] = (ValuePart(told(outcome.name), "outcome", value, value),)
    else:
        parts = tuple(
            ValuePart(told(score.objective), score.part, score.points, score.of)
            for score in truth.scores(actor)
        )
    return ValueView(str(actor), told(spec.name), value, kind, parts)


def _truths(game: Game, truth: Truth) -> Iterator[TruthView]:
    causes = list(game.scenario.causes.values())
    for incident in game.scenario.incidents.values():
        if truth.whole("happened", incident.id) >= 0:
            cause = causes[truth.whole("cause", incident.id)]
            text = told(cause.name)
            if cause.summary:
                text = say("{cause}. {summary}", cause=text, summary=told(cause.summary))
            yield TruthView(told(incident.name), text)
            knew = [_name(game, actor) for actor in game.program.actors if _knew(truth, incident, actor)]
            if knew:
                text = say("Known for certain at the end to {actors}", actors=listing(knew))
                yield TruthView(told(incident.name), text)
    clock = game.scenario.clock
    if clock.hidden_end_hours:
        hour = number(truth.number("end_hour"))
        if truth.hours[-1] >= truth.number("end_hour"):
            yield TruthView(_("The clock"), say("It ran out at hour {hour}", hour=hour))
        else:
            yield TruthView(_("The clock"), say("It would have run out at hour {hour}", hour=hour))
    yield from _hidden_breaches(game, truth)
    for commitment in game.scenario.commitments.values():
        if commitment.audience and PUBLIC not in commitment.audience:
            text = say("A promise that not everybody knew of: {promise}", promise=told(commitment.name))
            yield TruthView(_name(game, commitment.issuer), text)


def _hidden_breaches(game: Game, truth: Truth) -> Iterator[TruthView]:
    """What passed for delivered and was not."""
    for deal in game.scenario.deals.values():
        for term in deal.terms.values():
            state = truth.whole("term_state", deal.id, term.id)
            if state == DELIVERED and truth.whole("withheld", deal.id, term.id) > 0:
                text = say(
                    "{actor} never delivered “{term}”, and nobody found out",
                    actor=_name(game, term.giver),
                    term=told(term.name),
                )
                yield TruthView(told(deal.name), text)


def _knew(truth: Truth, incident: Incident, actor: ActorId) -> bool:
    return truth.whole("knows", incident.id, actor) >= 0


def _trails(game: Game, truth: Truth) -> Iterator[BeliefTrail]:
    causes = list(game.scenario.causes.values())
    for incident in game.scenario.incidents.values():
        happened = truth.whole("happened", incident.id)
        if happened < 0:
            continue
        cause = causes[truth.whole("cause", incident.id)]
        for observer in (*game.program.played, PUBLIC):
            marks = tuple(
                (hour, truth.number("belief", incident.id, observer, cause.id, at=at))
                for at, hour in enumerate(truth.hours)
                if hour >= happened
            )
            yield BeliefTrail(
                told(incident.name), told(cause.name), _name(game, observer), marks, str(observer)
            )


def _evidence(game: Game) -> Iterator[EvidenceMark]:
    names = {str(incident.id): told(incident.name) for incident in game.scenario.incidents.values()}
    for event in game.events():
        if event.kind is EventKind.EVIDENCE and event.subject in names:
            to = listing(_name(game, who) for who in event.seen_by) if event.seen_by is not None else ""
            yield EvidenceMark(names[event.subject], event.hour, event.text, to)


def _readings(game: Game, truth: Truth) -> Iterator[ReadTrail]:
    rungs = game.program.rungs
    if not rungs:
        return
    for one, other in game.program.pairs:
        trail = []
        for at, hour in enumerate(truth.hours):
            sent = truth.whole("read", one, one, other, at=at)
            read = truth.whole("read", other, one, other, at=at)
            if sent != read:
                trail.append((hour, told(rungs[sent].name), told(rungs[read].name)))
        if trail:
            yield ReadTrail(_name(game, one), _name(game, other), tuple(trail))


def _scores(game: Game) -> Iterator[ScoreView]:
    for actor in game.people:
        for scored in game.score(actor).predictions:
            yield ScoreView(
                turn=scored.turn,
                predictor_name=_name(game, actor),
                actor_name=_name(game, scored.prediction.actor),
                predicted=_(COURSES[scored.prediction.course][0]),
                sure=scored.prediction.sureness,
                happened=_(COURSES[scored.happened][0]),
                right=scored.right,
                score=scored.penalty,
            )


def _log(game: Game) -> Iterator[PastEvent]:
    for event in game.events():
        hidden = not all(event.visible_to(actor) for actor in game.program.played)
        yield PastEvent(event.hour, event.turn, event.text, event.kind.value, hidden)


def _in_its_words(sequel: Following) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Of another scenario the title, its variants and assumptions: that one's own catalogue has them."""
    try:
        language = speech(spoken().code, scenario_path(sequel.scenario))
    except CatalogueProblem:
        language = spoken()
    with speaking(language):
        values = tuple(_assumption(sequel, AssumptionId(name)) for name in sequel.values)
        return told(sequel.title), tuple(map(told, sequel.variant_names)), values


def _assumption(sequel: Following, name: AssumptionId) -> str:
    scenario = next(one for one in sequel.readings if name in one.assumptions)
    return assumption_name(scenario, scenario.assumptions[name])


def _sequels(game: Game) -> Iterator[SequelView]:
    for one in game.followings():
        title, names, value_names = _in_its_words(one)
        yield SequelView(
            scenario=one.scenario,
            title=title,
            text=told(one.text),
            variants=one.variants,
            variant_names=names,
            values=tuple(one.values.items()),
            value_names=value_names,
            command=join(words(one, game.path)),
        )

"""Incidents with a hidden cause, evidence that arrives, beliefs by Bayes' rule.

b'(c) is proportional to b(c) [tau Lk(e|c) + (1-tau) n(e)], with n(e) the plain mean of the likelihood over
causes and tau the observer's trust in the source. Each piece of evidence counts once for each observer,
however often it is repeated.
"""

from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.engine.arrays import F64, I32, Columns, Mask, columns_of
from game.engine.events import EventKind
from game.engine.exact import FEW, total
from game.engine.layout import BURNT, DENIED, NEVER
from game.engine.world import Cause, World
from game.language import phrase
from game.model.ids import PUBLIC, ActorId, CauseId, EvidenceId, IncidentId, ObserverId
from game.model.incidents import Evidence, Incident

FLOOR = 1e-12
"""No cause is ever quite ruled out: an observer can still be surprised."""


def posterior(prior: F64, likelihood: F64, trust: float | F64) -> F64:
    """Beliefs (causes, ...) after evidence of that likelihood (causes, ...) from a source so trusted."""
    mean = total(likelihood) / float(len(likelihood))
    weighed: F64 = prior * (trust * likelihood + (1.0 - trust) * mean)
    weighed /= total(weighed)
    return weighed


def proof_needed(wrong: float | F64, missed: float | F64) -> float | F64:
    """The belief above which acting beats sparing: C_wrong / (C_wrong + C_missed).

    `wrong` is what it costs to act on the innocent, `missed` what it costs to spare the guilty, in points of
    one's own and not both 0. Acting costs (1-pi) C_wrong on average, sparing pi C_missed.
    """
    return wrong / (wrong + missed)


def trust(world: World, observer: ObserverId, source: ObserverId) -> float | F64:
    """How far an observer trusts a source."""
    spec = world.program.scenario.trust
    if observer == source:
        return world.value(spec.own)
    return world.value(spec.by_observer.get(observer, {}).get(source, spec.default))


def beliefs(world: World, incident: IncidentId, observer: ObserverId) -> F64:
    """An observer's beliefs over the causes of an incident, (causes, games), as a view."""
    first = next(iter(world.program.scenario.causes))
    start = world.program.layout.numbers["belief", incident, observer, first].index
    return world.number_table[start : start + len(world.program.scenario.causes)]


def open_beliefs(world: World) -> None:
    """Rescale the priors so that they sum to 1."""
    for incident in world.program.scenario.incidents:
        for observer in world.program.observers:
            table = np.maximum(beliefs(world, incident, observer), FLOOR)
            beliefs(world, incident, observer)[:] = np.maximum(table / total(table), FLOOR)


def bring(
    world: World, incident_id: IncidentId, where: Columns, cause: Cause, staged: CauseId | None = None
) -> None:
    """An incident happens, once a game: its cause is drawn, or given by the actor who staged it."""
    incident = world.program.scenario.incidents[incident_id]
    where = where[world.whole("happened", incident_id)[where] < 0]
    if not len(where):
        return
    ids = list(world.program.scenario.causes)
    mask = world.mask(where)
    world.set_whole(("happened", incident_id), world.hour, where)
    world.tell(
        EventKind.INCIDENT, where, incident.text, subject=incident_id, cause="", target=incident.accused
    )
    if staged is not None:
        world.set_whole(("cause", incident_id), ids.index(staged), where)
        if cause.actor is not None:
            world.set_whole(("staged_by", incident_id), world.program.actor_index(cause.actor), where)
            _learn(world, incident_id, cause.actor, where)
    else:
        weights = [world.value(incident.priors.get(c, 0.0)) for c in world.program.scenario.causes]
        drawn = world.chance.pick(("cause", incident_id), weights, mask)
        world.set_whole(("cause", incident_id), drawn[where], where)
        _who_knows(world, incident_id, where)
    _infer_from_not_knowing(world, incident_id, where)
    for item in incident.evidence.values():
        if not item.on_order:
            due = world.hour + world.value(item.after_hours)
            row = world.number("arrives", incident_id, item.id)
            denied = np.where(row[where] >= DENIED, DENIED, 0.0)
            row[where] = (due[where] if isinstance(due, np.ndarray) else due) + denied
    for effect in incident.effects:
        effect.apply(world, where, Cause(f"incident:{incident_id}"))


def _who_knows(world: World, incident_id: IncidentId, where: Columns) -> None:
    incident = world.program.scenario.incidents[incident_id]
    ids = list(world.program.scenario.causes)
    for cause_id, knowers in incident.known_to.items():
        of_cause = world.mask(where) & (world.whole("cause", incident_id) == ids.index(cause_id))
        for actor, probability in knowers.items():
            knows = world.chance.happens(
                ("knows", incident_id, cause_id, actor), world.value(probability), of_cause
            )
            _learn(world, incident_id, actor, columns_of(knows))


def _infer_from_not_knowing(world: World, incident_id: IncidentId, where: Columns) -> None:
    """Whoever would have known of a cause and does not, weighs that: at 1 - P(it knows | cause), in private.

    It does so whoever brought the incident about, so that nothing tells a staged one from another.
    """
    incident = world.program.scenario.incidents[incident_id]
    for place, actor in enumerate(world.program.actors):
        chances = [incident.known_to.get(c, {}).get(actor, 0.0) for c in world.program.scenario.causes]
        if any(chance != 0 for chance in chances):
            unknown = [np.maximum(1.0 - world.value(chance), FLOOR) for chance in chances]
            weigh_alone(world, incident_id, unknown, where, place)


def weigh_alone(
    world: World, incident: IncidentId, by_cause: Iterable[float | F64], where: Columns, place: int
) -> None:
    """One observer, by its place among them, weighs something of that likelihood for each cause."""
    news: Mask = np.zeros((len(world.program.observers), len(where)), dtype=np.bool_)
    news[place] = True
    weigh(world, incident, likelihood_of(by_cause, where), where, source=None, news=news)


def likelihood_of(by_cause: Iterable[float | F64], where: Columns) -> F64:
    """Likelihoods in some games, (causes, k), from one for each cause: a number, or one for every game."""
    found = [n[where] if isinstance(n, np.ndarray) else n for n in by_cause]
    return np.array([np.broadcast_to(np.asarray(n, dtype=np.float64), len(where)) for n in found])


def _learn(world: World, incident: IncidentId, actor: ActorId, where: Columns) -> None:
    if not len(where):
        return
    truth = world.whole("cause", incident)[where]
    world.set_whole(("knows", incident, actor), truth, where)
    table = beliefs(world, incident, ObserverId(actor))
    table[:, where] = FLOOR
    table[truth, where] = 1.0
    if world.recorder is not None:
        names = [cause.name for cause in world.program.scenario.causes.values()]
        texts = [
            phrase("{actor} knows why it happened: {cause}", actor=world.program.words(actor), cause=names[n])
            for n in truth.tolist()
        ]
        world.tell(EventKind.INQUIRY, where, texts, actor=actor, subject=incident, seen_by=(actor,))


def inquire(
    world: World, incident: IncidentId, actor: ActorId, probability: float | F64, where: Columns
) -> None:
    """An actor asks its own people; it learns the truth with that probability."""
    asked = (
        world.mask(where)
        & (world.whole("happened", incident) >= 0)
        & (world.whole("knows", incident, actor) < 0)
    )
    learns = world.chance.happens(("inquiry", incident, actor), probability, asked)
    _learn(world, incident, actor, columns_of(learns))
    nothing = columns_of(asked & ~learns)
    text = phrase("{actor}'s inquiry finds nothing certain yet", actor=world.program.words(actor))
    world.tell(EventKind.INQUIRY, nothing, text, actor=actor, subject=incident, seen_by=(actor,))


def gather(world: World, incident: IncidentId, evidence: EvidenceId, where: Columns) -> None:
    """Order a piece of evidence that comes only when somebody gathers it."""
    item = world.program.scenario.incidents[incident].evidence[evidence]
    row = world.number("arrives", incident, evidence)
    where = where[(row[where] == NEVER) & (world.whole("happened", incident)[where] >= 0)]
    due = world.hour + world.value(item.after_hours)
    row[where] = due[where] if isinstance(due, np.ndarray) else due


def delay(world: World, incident: IncidentId, source: ObserverId, hours: float | F64, where: Columns) -> None:
    """Hold up what is still to come from a source."""
    for item in world.program.scenario.incidents[incident].evidence.values():
        if item.source == source:
            row = world.number("arrives", incident, item.id)
            pending = where[(world.whole("shows", incident, item.id)[where] < 0) & (row[where] < NEVER)]
            row[pending] += hours[pending] if isinstance(hours, np.ndarray) else hours


def receive_evidence(world: World) -> None:
    """What is due by now is drawn by the true cause, and goes to those who get it first."""
    for incident in world.program.scenario.incidents.values():
        if not (world.whole("happened", incident.id) >= 0).any():
            continue
        if not incident.evidence:
            continue
        items = tuple(incident.evidence.values())
        due = (_items(world, "arrives", incident) <= world.hour) & (_items(world, "shows", incident) < 0)
        for place in columns_of(np.logical_or.reduce(due, axis=1)).tolist():
            _receive(world, incident, items[place], due[place])


def _items(world: World, word: str, incident: Incident) -> NDArray[Any]:
    """A row for each piece of evidence of an incident, (evidence, games), as a view: they lie together."""
    name = (word, incident.id, next(iter(incident.evidence)))
    program, count = world.program, len(incident.evidence)
    if word == "arrives":
        return world.number_table[program.number_places[name] : program.number_places[name] + count]
    return world.whole_table[program.whole_places[name] : program.whole_places[name] + count]


def _receive(world: World, incident: Incident, item: Evidence, due: Mask) -> None:
    causes = np.maximum(world.whole("cause", incident.id), 0)
    table = _likelihoods(world, incident.id, item.id)
    weights = table[:, causes] if table.ndim == 2 else table[:, causes, np.arange(world.count)]
    drawn = world.chance.pick(("evidence", incident.id, item.id), weights, due)
    where = columns_of(due)
    world.whole("shows", incident.id, item.id)[where] = drawn[where]
    share(world, incident.id, item.id, item.to, where)


def _likelihoods(world: World, incident: IncidentId, evidence: EvidenceId) -> F64:
    """The likelihoods of an item, worked out once."""
    name = f"likelihoods {incident} {evidence}"
    if name not in world.lasting:
        world.lasting[name] = _work_out_likelihoods(world, incident, evidence)
    table: F64 = world.lasting[name]
    return table


def _work_out_likelihoods(world: World, incident: IncidentId, evidence: EvidenceId) -> F64:
    """Likelihoods, (showings, causes), or (showings, causes, games) where they differ between games.

    A cause on which the item is silent, as the incident cannot have it, gets the mean of the others, so that
    it weighs nothing in n(e).
    """
    item = world.program.scenario.incidents[incident].evidence[evidence]
    causes = tuple(world.program.scenario.causes)
    rows = [[world.value(s.likelihood.get(c, 0.0)) for c in causes] for s in item.shows.values()]
    if any(isinstance(number, np.ndarray) for row in rows for number in row):
        table = np.array([[np.broadcast_to(number, world.count) for number in row] for row in rows])
    else:
        table = np.array(rows, dtype=np.float64)
    by_cause = np.moveaxis(table, 1, 0)
    stated = np.array([any(c in s.likelihood for s in item.shows.values()) for c in causes])
    if not stated.all():
        by_cause[~stated] = total(by_cause[stated]) / float(np.count_nonzero(stated))
    return table


def share(
    world: World, incident: IncidentId, evidence: EvidenceId, to: Iterable[ObserverId], where: Columns
) -> None:
    """Give a drawn piece of evidence to observers; what is public, every actor has. Each counts it once."""
    everybody = world.program.observers
    told = tuple(to)
    if PUBLIC in told:
        told = everybody
    item = world.program.scenario.incidents[incident].evidence[evidence]
    shown = world.whole("shows", incident, evidence)[where]
    table = _likelihoods(world, incident, evidence)
    likelihood = np.ascontiguousarray(table[shown].T if table.ndim == 2 else table[shown, :, where].T)
    seen = _seen(world, incident, evidence)
    before = np.take(seen, where, axis=1)
    news: Mask = before < 0
    if len(told) < len(everybody):
        news[[place for place, observer in enumerate(everybody) if observer not in told]] = False
    _write(seen, np.where(news, shown, before), where)
    if world.recorder is not None:
        texts = [showing.text for showing in item.shows.values()]
        for observer in told if PUBLIC not in told else (PUBLIC,):
            mine = news[everybody.index(observer)]
            said = [
                phrase("{evidence}: {shows}", evidence=item.name, shows=texts[n])
                for n in shown[mine].tolist()
            ]
            seen_by = None if observer == PUBLIC else (observer,)
            who = None if observer == PUBLIC else ActorId(observer)
            world.tell(
                EventKind.EVIDENCE,
                where[mine],
                said,
                actor=who,
                subject=incident,
                cause=evidence,
                seen_by=seen_by,
            )
    weigh(world, incident, likelihood, where, source=item.source, news=news)


def _seen(world: World, incident: IncidentId, evidence: EvidenceId) -> I32:
    """What each observer has seen of a piece of evidence, (observers, games), as a view."""
    first = world.program.whole_places["seen", incident, evidence, world.program.observers[0]]
    step = len(world.program.scenario.incidents[incident].evidence)
    rows: I32 = world.whole_table[first : first + step * len(world.program.observers) : step]
    return rows


def weigh(
    world: World,
    incident: IncidentId,
    likelihood: F64,
    where: Columns,
    *,
    source: ObserverId | None,
    news: Mask,
) -> None:
    """Observers weigh something of that likelihood, (causes, k), all at once.

    `news`, (observers, k), says for whom it is news; who knows the truth is not moved by it. What has no
    `source` everybody takes for what it is.
    """
    everybody, causes = world.program.observers, len(likelihood)
    knowing = [world.program.whole_places["knows", incident, actor] for actor in world.program.actors]
    moved = news.copy()
    moved[: len(knowing)] &= world.whole_table[np.ix_(np.array(knowing), where)] < 0
    concerned = columns_of(np.logical_or.reduce(moved, axis=1))
    if not len(concerned):
        return
    first, after_last = int(concerned[0]), int(concerned[-1]) + 1
    moved = moved[first:after_last]
    start = world.program.number_places["belief", incident, everybody[first], _first_cause(world)]
    rows = world.number_table[start : start + (after_last - first) * causes]
    held = rows if len(where) == world.count else np.take(rows, where, axis=1)
    prior = held.reshape(-1, causes, len(where)).swapaxes(0, 1)
    taus = _trusts(world, source)[first:after_last]
    if taus.shape[1] > 1:
        taus = taus[:, where]
    after = posterior(prior, likelihood[:, None], taus)
    np.maximum(after, FLOOR, out=after)
    after /= total(after)
    if not moved.all():
        np.copyto(after, prior, where=~moved)
    _write(rows, after.swapaxes(0, 1).reshape(rows.shape[0], -1), where)


def _first_cause(world: World) -> CauseId:
    return next(iter(world.program.scenario.causes))


def _write(rows: NDArray[Any], values: NDArray[Any], where: Columns) -> None:
    """Write values, (rows, k), into the columns `where` of some rows."""
    if len(where) == rows.shape[1]:
        rows[:] = values
    elif len(where) <= FEW:
        rows[:, where] = values
    else:  # row by row is quicker where there is much to write
        for row, value in zip(rows, values, strict=True):
            row[where] = value


def _trusts(world: World, source: ObserverId | None) -> F64:
    """How far each observer trusts a source, (observers, 1), or (observers, games) where games differ."""
    name = f"trust in {source}"
    if name not in world.lasting:
        everybody = world.program.observers
        taus = [1.0 if source is None else trust(world, observer, source) for observer in everybody]
        if any(isinstance(tau, np.ndarray) for tau in taus):
            world.lasting[name] = np.array([np.broadcast_to(tau, world.count) for tau in taus])
        else:
            world.lasting[name] = np.array(taus, dtype=np.float64)[:, None]
    table: F64 = world.lasting[name]
    return table


def release(
    world: World, incident: IncidentId, holder: ActorId, to: tuple[ObserverId, ...], where: Columns
) -> None:
    """A holder gives all it has to others. A source that this burns brings nothing more."""
    spec = world.program.scenario.incidents[incident]
    for item in spec.evidence.values():
        seen = _seen(world, incident, item.id)
        held, public = seen[world.program.actor_index(holder)], seen[-1]
        fresh = where[(held[where] >= 0) & (public[where] < 0)]
        if not len(fresh):
            continue
        share(world, incident, item.id, to or (PUBLIC,), fresh)
        if item.costs_source:
            for other in spec.evidence.values():
                if other.source == item.source:
                    arrives = world.number("arrives", incident, other.id)
                    pending = fresh[world.whole("shows", incident, other.id)[fresh] < 0]
                    arrives[pending] = BURNT

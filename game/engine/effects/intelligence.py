"""Effects on incidents, evidence and what is known."""

from collections.abc import Iterable

from attrs import frozen

from game.engine.arrays import Columns
from game.engine.clauses import per_cent
from game.engine.effects.branches import Consequence, central
from game.engine.mechanisms import attribution, exposure
from game.engine.registry import effect
from game.engine.world import Cause, World
from game.language import _, say
from game.model.ids import SELF, ActorId, CauseId, EvidenceId, IncidentId, ObserverId
from game.model.numbers import Number, bounded
from game.model.primitives import Words
from game.model.scenario import Scenario


@effect("raise_incident")
@frozen
class RaiseIncident:
    """An incident happens, with a drawn cause."""

    incident: IncidentId
    """Which."""

    def apply(self, world: World, where: Columns, cause: Cause) -> None:
        """Apply to the games of `where`."""
        attribution.bring(world, self.incident, where, cause)

    def consequences(self, scenario: Scenario) -> Iterable[Consequence]:
        """An incident."""
        yield ("incident", self.incident), 1.0

    def explain(self, words: Words) -> str:
        """In plain words."""
        return say("“{incident}” happens", incident=words(self.incident))


@effect("stage_incident")
@frozen
class StageIncident:
    """An actor covertly brings an incident about; only it knows the cause."""

    incident: IncidentId
    """Which."""
    cause: CauseId
    """Its true cause."""

    def apply(self, world: World, where: Columns, cause: Cause) -> None:
        """Apply to the games of `where`."""
        attribution.bring(world, self.incident, where, cause, staged=self.cause)

    def consequences(self, scenario: Scenario) -> Iterable[Consequence]:
        """An incident staged."""
        yield ("staged", self.incident), 1.0

    def explain(self, words: Words) -> str:
        """In plain words."""
        return say("“{incident}” is staged", incident=words(self.incident))


@effect("inquire")
@frozen
class Inquire:
    """An actor asks its own people: leaders do not know what their colonels did."""

    incident: IncidentId
    """About which incident."""
    probability: Number = bounded(0, 1)
    """How likely it learns the truth."""
    actor: ActorId = SELF
    """Who asks."""

    def apply(self, world: World, where: Columns, cause: Cause) -> None:
        """Apply to the games of `where`."""
        attribution.inquire(world, self.incident, self.actor, world.value(self.probability), where)

    def consequences(self, scenario: Scenario) -> Iterable[Consequence]:
        """Something learnt."""
        yield ("learn", self.actor, self.incident), central(scenario, self.probability)

    def explain(self, words: Words) -> str:
        """In plain words."""
        who, what = words(self.actor), words(self.incident)
        if not isinstance(self.probability, int | float):
            return say("{actor} may learn why “{incident}” happened", actor=who, incident=what)
        return say(
            "{actor} learns why “{incident}” happened, with {percent}",
            actor=who,
            incident=what,
            percent=per_cent(self.probability),
        )


@effect("gather")
@frozen
class Gather:
    """A piece of evidence is ordered."""

    incident: IncidentId
    """About which incident."""
    evidence: EvidenceId
    """Which piece; one that comes only `on_order`."""

    def apply(self, world: World, where: Columns, cause: Cause) -> None:
        """Apply to the games of `where`."""
        attribution.gather(world, self.incident, self.evidence, where)

    def consequences(self, scenario: Scenario) -> Iterable[Consequence]:
        """Something to be learnt."""
        yield ("gather", self.incident, self.evidence), 1.0

    def explain(self, words: Words) -> str:
        """In plain words."""
        return say("“{evidence}” is ordered", evidence=words(self.evidence))


@effect("release")
@frozen
class Release:
    """A holder gives its evidence to others; a source that this burns brings nothing more."""

    incident: IncidentId
    """About which incident."""
    to: tuple[ObserverId, ...] = ()
    """To whom; to everybody where empty."""
    actor: ActorId = SELF
    """Who."""

    def apply(self, world: World, where: Columns, cause: Cause) -> None:
        """Apply to the games of `where`."""
        attribution.release(world, self.incident, self.actor, self.to, where)

    def consequences(self, scenario: Scenario) -> Iterable[Consequence]:
        """Others learn."""
        yield ("release", self.incident, self.actor), 1.0

    def explain(self, words: Words) -> str:
        """In plain words."""
        return say(
            "{actor} shares what it holds on “{incident}” with {others}",
            actor=words(self.actor),
            incident=words(self.incident),
            others=", ".join(words(o) for o in self.to) or _("everybody"),
        )


@effect("delay_evidence")
@frozen
class DelayEvidence:
    """What a source has still to bring comes later: monitors are jammed or denied access."""

    incident: IncidentId
    """About which incident."""
    source: ObserverId
    """Whose evidence."""
    hours: Number = bounded(0, None)
    """By how long."""

    def apply(self, world: World, where: Columns, cause: Cause) -> None:
        """Apply to the games of `where`."""
        attribution.delay(world, self.incident, self.source, world.value(self.hours), where)

    def consequences(self, scenario: Scenario) -> Iterable[Consequence]:
        """Less is learnt in time."""
        yield ("delay", self.incident), central(scenario, self.hours)

    def explain(self, words: Words) -> str:
        """In plain words."""
        return say(
            "evidence from {source} on “{incident}” is delayed",
            source=words(self.source),
            incident=words(self.incident),
        )


@effect("deny_evidence")
@frozen
class DenyEvidence:
    """A source is denied access: what it has still to bring can neither arrive nor be gathered."""

    incident: IncidentId
    """About which incident."""
    source: ObserverId
    """Whose evidence."""

    def apply(self, world: World, where: Columns, cause: Cause) -> None:
        """Apply to the games of `where`."""
        exposure.deny(world, self.incident, self.source, where)

    def consequences(self, scenario: Scenario) -> Iterable[Consequence]:
        """Nothing more is learnt from there."""
        yield ("deny", self.incident), 1.0

    def explain(self, words: Words) -> str:
        """In plain words."""
        return say(
            "{source} can learn nothing more about “{incident}”",
            source=words(self.source),
            incident=words(self.incident),
        )


@effect("admit_evidence")
@frozen
class AdmitEvidence:
    """A source that was denied access has it again; what was due in the meantime comes at once."""

    incident: IncidentId
    """About which incident."""
    source: ObserverId
    """Whose evidence."""

    def apply(self, world: World, where: Columns, cause: Cause) -> None:
        """Apply to the games of `where`."""
        exposure.admit(world, self.incident, self.source, where)

    def consequences(self, scenario: Scenario) -> Iterable[Consequence]:
        """More is learnt."""
        yield ("deny", self.incident), -1.0

    def explain(self, words: Words) -> str:
        """In plain words."""
        return say(
            "{source} may look into “{incident}” again",
            source=words(self.source),
            incident=words(self.incident),
        )


@effect("hasten_evidence")
@frozen
class HastenEvidence:
    """What is under way from a source comes sooner: more monitoring is bought."""

    incident: IncidentId
    """About which incident."""
    source: ObserverId
    """Whose evidence."""
    hours: Number = bounded(0, None)
    """By how long; not before the next turn."""

    def apply(self, world: World, where: Columns, cause: Cause) -> None:
        """Apply to the games of `where`."""
        exposure.hasten(world, self.incident, self.source, world.value(self.hours), where)

    def consequences(self, scenario: Scenario) -> Iterable[Consequence]:
        """More is learnt in time: the opposite of a delay."""
        yield ("delay", self.incident), -central(scenario, self.hours)

    def explain(self, words: Words) -> str:
        """In plain words."""
        return say(
            "evidence from {source} on “{incident}” comes sooner",
            source=words(self.source),
            incident=words(self.incident),
        )


@effect("expose")
@frozen
class Expose:
    """Somebody looks for the hand behind an incident: if it was staged, that may come out for all to see."""

    incident: IncidentId
    """Which."""
    probability: Number = bounded(0, 1)
    """How likely it is found out if it was staged."""

    def apply(self, world: World, where: Columns, cause: Cause) -> None:
        """Apply to the games of `where`."""
        exposure.expose(world, self.incident, world.value(self.probability), where, cause)

    def consequences(self, scenario: Scenario) -> Iterable[Consequence]:
        """A chance that the stager is found out."""
        yield ("expose", self.incident), central(scenario, self.probability)

    def explain(self, words: Words) -> str:
        """In plain words."""
        return say("if “{incident}” was staged, it may come out who did it", incident=words(self.incident))

"""Effects that are messages: tied hands, strategic posture, loss of face."""

from collections.abc import Iterable

from attrs import frozen

from game.engine.arrays import Columns
from game.engine.clauses import all_of, figure
from game.engine.effects.branches import Consequence, central
from game.engine.mechanisms import arsenals, promises
from game.engine.mechanisms.audience import charge_face
from game.engine.registry import effect
from game.engine.world import Cause, World
from game.language import N_, _, say
from game.model.deterrence import Posture
from game.model.ids import SELF, ActorId, CommitmentId
from game.model.numbers import Number, bounded
from game.model.primitives import Words
from game.model.scenario import Scenario

_POSTURES = {
    Posture.ROUTINE: N_("the strategic arms of {actor} go to routine posture"),
    Posture.RAISED: N_("the strategic arms of {actor} go to raised posture"),
    Posture.HIGH: N_("the strategic arms of {actor} go to high posture"),
}


@effect("tie_hands")
@frozen
class TieHands:
    """An issuer makes a commitment of its own more public, or better understood, while it stands.

    Breaking it then costs more at home; what others think of the issuer's word does not move.
    """

    commitment: CommitmentId
    """Which; one's own."""
    publicity: Number = bounded(0, 1, default=0.0)
    """How much more public; the whole is capped at 1."""
    understood: Number = bounded(0, 1, default=0.0)
    """How much better understood; the whole is capped at 1. A leak adds this alone."""

    def apply(self, world: World, where: Columns, cause: Cause) -> None:
        """Apply to the games of `where`."""
        if cause.actor == world.program.commitments[self.commitment].issuer:
            public, understood = world.value(self.publicity), world.value(self.understood)
            promises.tie_hands(world, self.commitment, public, understood, where)

    def consequences(self, scenario: Scenario) -> Iterable[Consequence]:
        """Hands tied."""
        yield ("tie", self.commitment), central(scenario, self.publicity)

    def explain(self, words: Words) -> str:
        """In plain words."""
        firmer = [
            say(template, points=figure(by, words))
            for template, by in (
                (N_("more public by {points}"), self.publicity),
                (N_("better understood by {points}"), self.understood),
            )
            if by != 0
        ]
        return say(
            "“{promise}” becomes {firmer}",
            promise=words(self.commitment),
            firmer=all_of(firmer) or _("no firmer"),
        )


@effect("set_posture")
@frozen
class SetPosture:
    """An actor's strategic arms are brought to a posture."""

    posture: Posture
    """Which."""
    actor: ActorId = SELF
    """Whose."""

    def apply(self, world: World, where: Columns, cause: Cause) -> None:
        """Apply to the games of `where`."""
        arsenals.set_posture(world, self.actor, self.posture, where, cause)

    def consequences(self, scenario: Scenario) -> Iterable[Consequence]:
        """A posture taken."""
        yield ("posture", self.actor, self.posture.value), 1.0

    def explain(self, words: Words) -> str:
        """In plain words."""
        return say(_POSTURES[self.posture], actor=words(self.actor))


@effect("lose_face")
@frozen
class LoseFace:
    """An actor loses face at home: less, while a mediator or reciprocity covers it."""

    points: Number = bounded(0, None)
    """How much, before what is covered."""
    actor: ActorId = SELF
    """Who."""

    def apply(self, world: World, where: Columns, cause: Cause) -> None:
        """Apply to the games of `where`."""
        charge_face(world, self.actor, world.value(self.points), where, cause)

    def consequences(self, scenario: Scenario) -> Iterable[Consequence]:
        """The track of audiences falls; a player does not reckon with cover."""
        track = scenario.audience.track
        if track:
            yield ("track", self.actor, track), -central(scenario, self.points)

    def explain(self, words: Words) -> str:
        """In plain words."""
        return say(
            "{actor} loses face at home (points: {points}, less if covered)",
            actor=words(self.actor),
            points=figure(self.points, words),
        )

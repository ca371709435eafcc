"""Effects made of effects: on a condition, or by chance."""

from collections.abc import Iterable

from attrs import frozen

from game.engine.arrays import Columns
from game.engine.clauses import all_of, per_cent
from game.engine.conditions.logic import all_hold
from game.engine.registry import effect
from game.engine.world import Cause, World
from game.language import _, say
from game.model.numbers import Assumed, Number, bounded
from game.model.primitives import Condition, Effect, Words
from game.model.scenario import Scenario

Consequence = tuple[tuple[str, ...], float]


def central(scenario: Scenario, number: Number) -> float:
    """The central value of a number: what players reckon with."""
    return scenario.assumptions[number.assumption].value if isinstance(number, Assumed) else float(number)


def say_all(effects: tuple[Effect, ...], words: Words) -> str:
    """Several effects in plain words."""
    return "; ".join(e.explain(words) for e in effects) or _("nothing")


def _otherwise(clause: str, effects: tuple[Effect, ...], words: Words) -> str:
    if not effects:
        return clause
    return say("{clause}; otherwise {effects}", clause=clause, effects=say_all(effects, words))


@effect("when")
@frozen
class When:
    """Effects that depend on conditions at that moment."""

    holds: tuple[Condition, ...]
    """All of these."""
    then: tuple[Effect, ...]
    """What happens if they hold."""
    else_: tuple[Effect, ...] = ()
    """What happens otherwise."""

    def apply(self, world: World, where: Columns, cause: Cause) -> None:
        """Apply to the games of `where`."""
        mask = all_hold(world, self.holds)[where]
        for effects, columns in ((self.then, where[mask]), (self.else_, where[~mask])):
            if len(columns):
                for e in effects:
                    e.apply(world, columns, cause)

    def consequences(self, scenario: Scenario) -> Iterable[Consequence]:
        """Half of each branch: a player does not reckon further."""
        for effects in (self.then, self.else_):
            for e in effects:
                for kind, amount in e.consequences(scenario):
                    yield kind, 0.5 * amount

    def explain(self, words: Words) -> str:
        """In plain words."""
        clause = say(
            "if {condition}: {effects}",
            condition=all_of(c.explain(words) for c in self.holds),
            effects=say_all(self.then, words),
        )
        return _otherwise(clause, self.else_, words)


@effect("chance")
@frozen
class ByChance:
    """Effects that may or may not happen."""

    probability: Number = bounded(0, 1)
    """How likely `then` is."""
    then: tuple[Effect, ...] = ()
    """What happens with that probability."""
    else_: tuple[Effect, ...] = ()
    """What happens otherwise."""
    name: str = "chance"
    """Tells the draws of one action apart; part of the names of draws in records."""

    def apply(self, world: World, where: Columns, cause: Cause) -> None:
        """Apply to the games of `where`."""
        name = ("effect", cause.name, self.name)
        happens = world.chance.happens(name, world.value(self.probability), world.mask(where))[where]
        for effects, columns in ((self.then, where[happens]), (self.else_, where[~happens])):
            if len(columns):
                for e in effects:
                    e.apply(world, columns, cause)

    def consequences(self, scenario: Scenario) -> Iterable[Consequence]:
        """Each branch by its probability."""
        probability = central(scenario, self.probability)
        for effects, share in ((self.then, probability), (self.else_, 1.0 - probability)):
            for e in effects:
                for kind, amount in e.consequences(scenario):
                    yield kind, share * amount

    def explain(self, words: Words) -> str:
        """In plain words."""
        if isinstance(self.probability, Assumed):
            likely = say("with the chance “{name}”", name=words(self.probability.assumption))
        else:
            likely = say("with {percent}", percent=per_cent(self.probability))
        return _otherwise(f"{likely}: {say_all(self.then, words)}", self.else_, words)


__all__ = ["ByChance", "When", "central", "say_all"]

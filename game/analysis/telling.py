"""What an ensemble showed, as JSON for programs and as a table for people. Never as a forecast."""

from math import fsum
from typing import Any

from attrs import asdict, frozen
from rich.box import SIMPLE_HEAD
from rich.console import Console, Group
from rich.table import Table
from rich.text import Text

from game.analysis.ensemble import Ensemble
from game.analysis.shares import Share
from game.model.endings import OutcomeClass
from game.model.ids import AssumptionId, AssumptionSetId, IncidentId


@frozen(eq=False)
class Study:
    """The readings of one scenario, played the same number of times with the same seed."""

    ensembles: tuple[Ensemble, ...]
    """One for each reading; at least one."""
    assumptions: AssumptionSetId | None
    """The assumption set of all of them; central values where missing."""
    changes: dict[AssumptionId, float]
    """The assumptions changed beyond that set."""

    @property
    def seconds(self) -> float:
        """How long all of it took."""
        return max(1e-9, fsum(one.seconds for one in self.ensembles))

    @property
    def turns_per_second(self) -> float:
        """Turns of games that were not over yet, in a second."""
        return sum(one.turns for one in self.ensembles) / self.seconds

    def as_record(self) -> dict[str, Any]:
        """Plain values, for JSON."""
        first = self.ensembles[0]
        return {
            "scenario": first.scenario.id,
            "seed": first.seed,
            "runs": first.runs,
            "seconds": round(self.seconds, 3),
            "turns_per_second": round(self.turns_per_second, 1),
            "results": [self._result(one) for one in self.ensembles],
        }

    def _result(self, one: Ensemble) -> dict[str, Any]:
        war = one.by_horizon(OutcomeClass.GENERAL_WAR)
        return {
            "variant": "+".join(one.scenario.variant),
            "assumptions": self.assumptions,
            "outcomes": [
                {
                    "id": id,
                    "class": one.scenario.outcomes[id].class_.value,
                    "count": found.count,
                    "share": found.share,
                    "low": found.low,
                    "high": found.high,
                }
                for id, found in one.outcomes().items()
            ],
            "general_war_by_horizon": asdict(war),
            "by_cause": {
                incident: {
                    cause: {id: found.count for id, found in shares.items()}
                    for cause, shares in one.outcomes_by_cause(incident).items()
                }
                for incident in _asked_about(one)
            },
            "peak_rung": one.peak_rungs(),
            "values": {actor: {"mean": found.mean, "sd": found.sd} for actor, found in one.values().items()},
            "digest": one.digest,
        }

    def show(self, console: Console) -> None:
        """Print it for people."""
        for one in self.ensembles:
            console.print(self._page(one))
        first = self.ensembles[0]
        left_out = " ".join(first.scenario.not_a_forecast.split())
        said = f"This is no forecast: so often games between computer players ended so, under {self._under()}"
        console.print(Text(f"{said}, seed {first.seed}. Other assumptions give other numbers. {left_out}"))
        turns = f"{sum(one.turns for one in self.ensembles):,} turns in {self.seconds:.1f} s"
        console.print(Text(f"\n{turns}, {self.turns_per_second:,.0f} a second."))

    def _page(self, one: Ensemble) -> Group:
        reading = " + ".join(one.scenario.variants[id].name for id in one.scenario.variant)
        title = one.scenario.title + (f": {reading}" if reading else "")
        parts: list[Text | Table] = [
            Text(f"\n{title}", style="bold"),
            Text(f"Under {self._under()}, seed {one.seed}."),
            _outcomes(one),
        ]
        if any(outcome.class_ is OutcomeClass.GENERAL_WAR for outcome in one.scenario.outcomes.values()):
            war, hours = one.by_horizon(OutcomeClass.GENERAL_WAR), one.scenario.clock.horizon_hours
            said = f"in {war.count:,} of {one.runs:,} games, {_percent(war)}"
            parts.append(Text(f"General war within the announced {hours} hours: {said}."))
        parts += [table for incident in _asked_about(one) for table in _by_cause(one, incident)]
        if one.scenario.ladder is not None:
            parts.append(_peaks(one))
        return Group(*parts, _values(one))

    def _under(self) -> str:
        scenario = self.ensembles[0].scenario
        if self.assumptions is None:
            words = "the central value of every assumption"
        else:
            chosen = scenario.assumption_sets[self.assumptions]
            words = f"the assumptions of the set “{chosen.name}” ({self.assumptions})"
        changes = ", ".join(f"{name} = {value:g}" for name, value in self.changes.items())
        return f"{words}, changed: {changes}" if changes else words


def _outcomes(one: Ensemble) -> Table:
    table = sheet(
        "How it ended", "Class", "Simulated games, under these assumptions", "Share (95 % interval)"
    )
    for id, found in sorted(one.outcomes().items(), key=lambda item: -item[1].count):
        ending = one.scenario.outcomes[id]
        in_words = f"in {found.count:,} of {one.runs:,}"
        table.add_row(ending.name, ending.class_.value.replace("_", " "), in_words, _percent(found))
    return table


def _asked_about(one: Ensemble) -> tuple[IncidentId, ...]:
    """The incidents that response plans are about: what was true of them is what the games turn on."""
    return tuple(dict.fromkeys(plan.incident for plan in one.scenario.plans.values()))


def _by_cause(one: Ensemble, incident: IncidentId) -> tuple[Text, Table]:
    """How the games ended by what was true, in per cent of the games in which it was."""
    found = one.outcomes_by_cause(incident)
    causes = [one.scenario.causes[cause].name for cause in found]
    title = Text(
        f"\nBy the cause of “{one.scenario.incidents[incident].name}”, in % of the games that had it"
    )
    table = sheet("How it ended", *causes)
    for id, ending in one.scenario.outcomes.items():
        if any(shares[id].count for shares in found.values()):
            table.add_row(ending.name, *(f"{100 * shares[id].share:.0f}" for shares in found.values()))
    return title, table


def _peaks(one: Ensemble) -> Table:
    assert one.scenario.ladder is not None
    peaks = one.peak_rungs()
    reached = [rung for rung in one.scenario.ladder.rungs if any(rung in shares for shares in peaks.values())]
    names = [one.scenario.actors[actor].name for actor in peaks]
    table = sheet("Highest rung of its own acts", *names)
    for rung in reversed(reached):
        shares = (f"{100 * peaks[actor].get(rung, 0.0):.1f} %" for actor in peaks)
        table.add_row(one.scenario.ladder.rungs[rung].name, *shares)
    return table


def _values(one: Ensemble) -> Table:
    table = sheet("What it was worth, on its own scale", "Mean", "Standard deviation")
    for actor, found in one.values().items():
        table.add_row(one.scenario.actors[actor].name, f"{found.mean:.1f}", f"{found.sd:.1f}")
    return table


def sheet(first: str, *rest: str) -> Table:
    """An empty table with these columns, numbers to the right."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    table.add_column(first)
    for name in rest:
        table.add_column(name, justify="left" if name == "Class" else "right")
    return table


def _percent(found: Share) -> str:
    return f"{100 * found.share:.1f} % ({100 * found.low:.1f} to {100 * found.high:.1f})"

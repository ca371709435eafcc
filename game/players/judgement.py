"""What each kind of consequence is worth to a seat in each game, in points of its own scale.

The form is the one of the deterrence ledger, simplified: gains, less the expected answer of those who have
promised one, less what breaking one's own word costs. Weights are the doctrine's.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.engine.arrays import F64
from game.engine.layout import NEVER
from game.model.actors import Objective
from game.model.endings import Doctrine, Drive
from game.model.numbers import Assumed, Number
from game.players.outlook import DUE, IN_FORCE, Outlook
from game.players.reckoning import Kind, Reckoning

EFFORT = -1.0
"""Every act costs a little attention, so that waiting is a choice."""
DRIVE_SCALE = 0.9
"""Points of value for each unit by which an action serves an ordinary drive."""
RUNG_SCALE = 0.3
"""Points of value for each point of severity nearer to the rung aimed at."""
HARM_SCALE = 0.3
"""Points of harm for each point of severity of a promised answer."""


class Judgement:
    """A doctrine's values for one seat's kinds of consequence."""

    def __init__(self, reckoning: Reckoning, doctrine: Doctrine) -> None:
        self.reckoning, self.doctrine = reckoning, doctrine
        self._worth = self._track_worth()
        self._judges: list[tuple[int, Callable[[Outlook], F64]]] = []
        for kind, column in reckoning.kinds.items():
            judge = self._judge(kind)
            if judge is not None:
                self._judges.append((column, judge))
        self._rungs = self._rungs_by_target()
        self._drives = [
            (column, Drive(kind[1])) for kind, column in reckoning.kinds.items() if kind[0] == "drive"
        ]

    def _rungs_by_target(self) -> dict[str, tuple[list[int], F64]]:
        """For each target the columns of its rungs, and their severities as a column, (rungs, 1)."""
        found: dict[str, list[tuple[int, float]]] = {}
        for kind, column in self.reckoning.kinds.items():
            if kind[0] == "rung":
                severity = float(self.reckoning.program.severities[int(kind[2])])
                found.setdefault(kind[1], []).append((column, severity))
        return {
            target: ([column for column, _ in rungs], np.array([[severity] for _, severity in rungs]))
            for target, rungs in found.items()
        }

    def values(self, outlook: Outlook) -> F64:
        """Points for one unit of each kind, (kinds, games)."""
        table = np.zeros((self.reckoning.table.shape[1], outlook.seen.count))
        self._aims = {target: self.aim(outlook, target) for target in self._rungs}
        for target, (columns, severities) in self._rungs.items():
            table[columns] = self._rung(target, severities, outlook)
        if self._drives:
            felt = self._urgencies(outlook)
            for column, drive in self._drives:
                table[column] = felt[drive] * (self._drive_weight(drive) * DRIVE_SCALE)
        for column, judge in self._judges:
            table[column] = judge(outlook)
        return table

    def aim(self, outlook: Outlook, target: str) -> F64:
        """The severity at which it would like its own acts on somebody to stand."""
        threat = outlook.threat(target)
        answer = self.doctrine.answers * threat
        if outlook.plan is not None and outlook.plan.accused == target:
            suspicion = np.maximum(outlook.mine - self.doctrine.needs_proof * 0.6, 0.0) * 2.0
            opening = self.doctrine.first_step * suspicion
            doubtful = 0.5 + 0.5 * (outlook.mine >= self.doctrine.needs_proof)
            answer = answer * doubtful
        else:
            opening = outlook.nothing + self.doctrine.first_step * 0.4
        return np.maximum(answer, opening)

    # --- one judge a kind

    def _judge(self, kind: Kind) -> Callable[[Outlook], F64] | None:  # noqa: PLR0911, PLR0912  (a case a kind)
        scenario, actor = self.reckoning.program.scenario, self.reckoning.actor
        match kind:
            case ("effort",):
                return lambda outlook: outlook.nothing + EFFORT
            case ("keep", commitment):
                return partial(self._keep, commitment)
            case ("cross", commitment):
                return partial(self._cross, commitment)
            case ("above cap", duty):
                return partial(self._above_cap, duty)
            case ("track", _, _) if kind in self._worth:
                return partial(self._track, kind)
            case ("option", owner, option) if owner == actor:
                return partial(self._option, option)
            case ("holds", region, holder):
                return partial(self._holds, region, holder)
            case ("learn", who, _) if who == actor:
                return lambda outlook: self._drive_weight(Drive.TRUTH) * 6.0 * outlook.doubt
            case ("gather", _, _):
                return lambda outlook: (
                    self._drive_weight(Drive.TRUTH)
                    * (4.0 * outlook.doubt - (2.0 if outlook.accused else 0.0))
                )
            case ("release", _, _):
                return self._release
            case ("allege", _):
                return self._allege
            case ("stand_down", _):
                return self._stand_down
            case ("withdraw", who) if who == actor:
                return self._withdraw
            case ("credibility", who, _) if who == actor:
                return lambda outlook: outlook.nothing + 0.1 * self._drive_weight(Drive.RESOLVE)
            case ("issue", commitment) if commitment in scenario.commitments:
                return partial(self._issue, commitment)
            case ("staged", _):
                return lambda outlook: outlook.nothing - 6.0
            case _:
                return None

    def _drive_weight(self, drive: Drive) -> float:
        return self.doctrine.drives.get(drive.value, 1.0)

    def _rung(self, target: str, severities: F64, outlook: Outlook) -> F64:
        """How much nearer an act at each rung brings one's acts on somebody to where one wants them."""
        aim, now = self._aims[target], outlook.sent(target)
        after = np.maximum(now, severities)
        overshoot = np.maximum(after - aim, 0.0) - np.maximum(now - aim, 0.0)
        return (
            self.doctrine.matching * RUNG_SCALE * (np.abs(now - aim) - np.abs(after - aim) - 0.5 * overshoot)
        )

    def _urgencies(self, outlook: Outlook) -> dict[Drive, NDArray[Any]]:
        """How pressing each drive is as things stand; 1 is ordinary."""
        crisis = outlook.crisis / 100.0
        return {
            Drive.RESOLVE: 0.6 * outlook.resolve
            + outlook.worst_threat / 100.0
            + (0.0 if outlook.accused else 0.5) * outlook.mine,
            Drive.CAUTION: 0.5 + 2.0 * crisis,
            Drive.TRUTH: 0.3 + outlook.doubt,
            Drive.ALLIANCE: 0.7 + 0.6 * outlook.running,
            Drive.FACE: 0.8 + 0.4 * outlook.running,
            Drive.DEAL: 1.2 * crisis + (0.3 + 0.6 * outlook.late),
            Drive.GROUND: 0.3 + 1.2 * outlook.ground_lost,
            Drive.DECEIT: outlook.nothing + 0.4,
        }

    def _keep(self, commitment_id: str, outlook: Outlook) -> F64:
        """What breaking one's word would cost, where it is due; less where one does not believe in guilt."""
        commitment = self.reckoning.program.commitments[commitment_id]  # type: ignore[index]  # ids are strings
        scenario = self.reckoning.program.scenario
        severity = float(
            self.reckoning.program.severities[self.reckoning.program.rung_index(commitment.rung)]
        )
        strength = self._central(
            scenario.audience.strengths.get(commitment.issuer, scenario.audience.strength)
        )
        at_home = strength * self._central(commitment.publicity) * severity / 100.0
        believed = 0.4 + 0.6 * outlook.mine if commitment.trigger == () else 1.0
        home = outlook.publics if commitment.trigger == () else 1.0
        return (
            outlook.resolve
            * self.doctrine.keeps_word
            * outlook.due(commitment)
            * (10.0 * believed + at_home * home)
        )

    def _cross(self, commitment_id: str, outlook: Outlook) -> F64:
        """The answer that others have promised, by how likely it seems."""
        commitment = self.reckoning.program.commitments[commitment_id]  # type: ignore[index]  # ids are strings
        severity = float(
            self.reckoning.program.severities[self.reckoning.program.rung_index(commitment.rung)]
        )
        stands = (outlook.seen.whole("commitment", commitment.id) == IN_FORCE).astype(np.float64)
        answer: F64 = outlook.word(commitment) * stands * (severity * HARM_SCALE)
        return -self.doctrine.heeds_threats * answer

    def _above_cap(self, duty: str, outlook: Outlook) -> F64:
        due = outlook.seen.whole("commitment", duty) == DUE
        penalty: F64 = np.where(due, -8.0, -2.0)
        return penalty

    def _track(self, kind: Kind, outlook: Outlook) -> F64:
        worth = outlook.nothing + self._worth[kind][0]
        for aim, points in self._worth[kind][1]:
            worth = worth + points * outlook.seen.whole("aim", self.reckoning.actor, aim)
        return worth

    def _option(self, option: str, outlook: Outlook) -> F64:
        """Something to have in time: worth most before it has been ordered."""
        ready = outlook.seen.number("ready_at", self.reckoning.actor, option)
        lapses = outlook.seen.number("lapses_at", self.reckoning.actor, option)
        soon = lapses - outlook.seen.hour <= outlook.seen.program.scenario.clock.hours_per_turn
        wanted = np.where(ready >= NEVER, 1.0, np.where(soon, 0.7, -0.5))
        if outlook.accused:
            need = outlook.worst_threat / 60.0 + 0.4 * outlook.running
        else:
            need = outlook.mine * (0.6 + 0.8 * outlook.running) + outlook.worst_threat / 120.0
        return self.doctrine.prepares * 7.0 * wanted * need

    def _holds(self, region: str, holder: str, outlook: Outlook) -> F64:
        program = self.reckoning.program
        here = outlook.seen.whole("holds", region) == program.actor_index(holder)
        owner = program.scenario.regions[region].owner  # type: ignore[index]  # ids are strings
        mine = 1.0 if holder == self.reckoning.actor else (-1.0 if owner == self.reckoning.actor else 0.0)
        return np.where(here, 0.0, 9.0 * mine * self._drive_weight(Drive.GROUND))

    def _release(self, outlook: Outlook) -> F64:
        """Worth it where one knows better than the public and it helps; nobody argues against itself."""
        gap = outlook.mine - outlook.publics
        if outlook.accused:
            helps = -gap - np.maximum(outlook.mine - 0.5, 0.0)
        else:
            helps = np.where(gap > 0, gap, -0.5 * gap)
        worth: F64 = self._drive_weight(Drive.TRUTH) * (14.0 * helps - 1.0)
        return worth

    def _allege(self, outlook: Outlook) -> F64:
        sure = outlook.mine - self.doctrine.needs_proof * 0.9
        return 22.0 * sure + 6.0 * outlook.late + 3.0 * outlook.ground_lost

    def _stand_down(self, outlook: Outlook) -> F64:
        """Worth more the higher the crisis, the surer the public, the likelier the promised answers."""
        fear = self._drive_weight(Drive.CAUTION) * (
            0.16 * outlook.crisis + 6.0 * outlook.running * outlook.publics
        )
        return fear + self._answers_to_come(outlook) - 9.0 * self.doctrine.answers

    def _answers_to_come(self, outlook: Outlook) -> F64:
        """The worst answer that others have promised while the clock runs, by how likely each seems."""
        worst = outlook.nothing
        for commitment, _ in self.reckoning.threats:
            severity = float(
                self.reckoning.program.severities[self.reckoning.program.rung_index(commitment.rung)]
            )
            stands = outlook.running * outlook.due(commitment)
            worst = np.maximum(worst, outlook.word(commitment) * stands * (severity * HARM_SCALE))
        return self.doctrine.heeds_threats * worst

    def _withdraw(self, outlook: Outlook) -> F64:
        """Climbing down: worth it where one's acts stand higher than one wants them."""
        gain = outlook.nothing
        for target, aim in self._aims.items():
            now = outlook.sent(target)
            gain = gain + np.abs(now - aim) - aim
        return self.doctrine.matching * RUNG_SCALE * gain

    def _issue(self, commitment_id: str, outlook: Outlook) -> F64:
        commitment = self.reckoning.program.commitments[commitment_id]  # type: ignore[index]  # ids are strings
        dormant = outlook.seen.whole("commitment", commitment.id) == 0 if outlook.seen.can_see(
            "commitment", commitment.id
        ) else outlook.nothing  # fmt: skip
        mine = 1.0 if commitment.issuer == self.reckoning.actor else 0.0
        return dormant * mine * (1.0 + 2.0 * outlook.worst_threat / 100.0) * self._drive_weight(Drive.RESOLVE)

    # --- what tracks are worth

    def _central(self, number: Number) -> float:
        scenario = self.reckoning.program.scenario
        return scenario.assumptions[number.assumption].value if isinstance(number, Assumed) else float(number)

    def _track_worth(self) -> dict[Kind, tuple[float, tuple[tuple[str, float], ...]]]:
        """Points for one unit of a track: from objectives always, from aims where they are drawn."""
        scenario, me = self.reckoning.program.scenario, self.reckoning.actor
        actor = scenario.actors[me]
        always: dict[Kind, float] = {}
        drawn: dict[Kind, list[tuple[str, float]]] = {}
        for table, is_aim in ((actor.objectives, False), (actor.aftermath, False), (actor.aims, True)):
            for objective in table.values():
                found = self._marginal(objective)
                if found is not None:
                    kind, points = found
                    if is_aim:
                        drawn.setdefault(kind, []).append((objective.id, points))
                    else:
                        always[kind] = always.get(kind, 0.0) + points
        return {k: (always.get(k, 0.0), tuple(drawn.get(k, ()))) for k in {*always, *drawn}}

    def _marginal(self, objective: Objective) -> tuple[Kind, float] | None:
        scenario = self.reckoning.program.scenario
        if objective.track is None:
            return None
        owner = (
            "world"
            if scenario.tracks[objective.track].owner.value == "world"
            else objective.of or self.reckoning.actor
        )
        span = objective.full_at - objective.nothing_at
        return ("track", owner, objective.track), self._central(objective.points) / span

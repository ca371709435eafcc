"""What each kind of consequence is worth to a seat in each game, in points of its own scale.

The form is that of the deterrence ledger: gains, less the share of them that others would take back, less the
expected answers of others, less the risk of accidents, less what breaking one's own word costs. How likely
answers are and what they would cost is read from the ledger itself; weights are the doctrine's.
"""

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from game.engine.arrays import F64, I32, Mask
from game.engine.exact import whole_product
from game.engine.ledger import Act, worth
from game.engine.ledger.risk import chances, pair_of, standing
from game.engine.ledger.worth import APPEAL
from game.engine.program import PairInContact
from game.model.endings import Doctrine, Drive
from game.model.numbers import Number
from game.players import conduct, dealings, warfare
from game.players.outlook import Outlook
from game.players.reckoning import Kind, Reckoning

EFFORT = -1.0
"""Every act costs a little attention, so that waiting is a choice."""
RUNG_SCALE = 0.3
"""Points of value for each point of severity nearer to the rung aimed at."""

JUDGES = conduct.JUDGES | dealings.JUDGES | warfare.JUDGES
"""What judges each kind of consequence, by its first word, besides tracks, rungs, drives and answers."""


@frozen(eq=False)
class Denied:
    """Moves whose gains others may take back."""

    places: tuple[int, ...]
    """Their places among the seat's moves."""
    acts: tuple[Act, ...]
    """What each is in the ledger."""
    columns: list[int]
    """The kinds of consequence that can be a gain."""
    table: F64
    """Amounts above nothing of those kinds, then those below, (moves, 2 kinds)."""


class Judgement:
    """A doctrine's values for one seat's kinds of consequence."""

    def __init__(self, reckoning: Reckoning, doctrine: Doctrine) -> None:
        self.reckoning, self.doctrine = reckoning, doctrine
        self.program, self.actor = reckoning.program, reckoning.actor
        self.worth = worth(self.program, self.actor)
        self._aims: dict[str, F64] = {}
        self._room = np.zeros((0, 0))
        self._judges: list[tuple[int, Callable[[Outlook], F64]]] = []
        for kind, column in reckoning.kinds.items():
            judge = self._judge(kind)
            if judge is not None:
                self._judges.append((column, judge))
        self._rungs = self._rungs_by_target()
        self._drives = [
            (column, Drive(kind[1])) for kind, column in reckoning.kinds.items() if kind[0] == "drive"
        ]
        self._pairs = {target: pair_of(self.program, self.actor, target) for target in self._rungs}
        self._denied = self._moves_denied()

    def _rungs_by_target(self) -> dict[str, tuple[list[int], I32, F64]]:
        """For each target the columns of its rungs, their indexes, and their severities, (rungs, 1)."""
        found: dict[str, list[tuple[int, int]]] = {}
        for kind, column in self.reckoning.kinds.items():
            if kind[0] == "rung":
                found.setdefault(kind[1], []).append((column, int(kind[2])))
        table = {}
        for target, rungs in found.items():
            indexes = np.array([rung for _, rung in rungs], dtype=np.int32)
            table[target] = (
                [column for column, _ in rungs],
                indexes,
                self.program.severities[indexes][:, None],
            )
        return table

    def values(self, outlook: Outlook, among: Mask | None = None) -> F64:
        """Points for one unit of each kind, (kinds, games), in a table that the next call writes over.

        Where `among` names some of the seat's moves, kinds that none of them brings count for nothing.
        """
        table = self._table(outlook.seen.count)
        wanted = None if among is None else np.logical_or.reduce(self.reckoning.brings[among], axis=0)
        self._aims = {target: self.aim(outlook, target) for target in self._rungs}
        for target, (columns, rungs, severities) in self._rungs.items():
            points = self._rung(target, severities, outlook)
            if (pair := self._pairs[target]) is not None:
                points -= self._risk(target, pair, rungs, outlook)
            table[columns] = points
        if self._drives:
            felt = self._urgencies(outlook)
            for column, drive in self._drives:
                np.multiply(felt[drive], self.weight(drive) * APPEAL, out=table[column])
        for column, judge in self._judges:
            table[column] = judge(outlook) if wanted is None or wanted[column] else 0.0
        return table

    def _table(self, games: int) -> F64:
        """Room for values, kept from turn to turn: fresh memory for so much costs more than what fills it."""
        if self._room.shape[1] != games:
            self._room = np.zeros((self.reckoning.table.shape[1], games))
        return self._room

    def aim(self, outlook: Outlook, target: str) -> F64:
        """The severity at which it would like its own acts on somebody to stand."""
        threat = outlook.threat(target)
        answer = self.doctrine.answers * threat
        guilt = outlook.suspicion(target)
        if guilt is not None:
            suspicion = np.maximum(guilt - self.doctrine.needs_proof * 0.6, 0.0) * 2.0
            opening = self.doctrine.first_step * suspicion
            doubtful = 0.5 + 0.5 * (guilt >= self.doctrine.needs_proof)
            answer = answer * doubtful
        else:
            opening = outlook.nothing + self.doctrine.first_step * 0.4
        return np.maximum(answer, opening)

    # --- one judge a kind

    def _judge(self, kind: Kind) -> Callable[[Outlook], F64] | None:
        match kind:
            case ("effort",):
                return lambda outlook: outlook.nothing + EFFORT
            case ("act", index):
                act = self.reckoning.book.distinct[int(index)]
                return lambda outlook: -self.doctrine.heeds_threats * outlook.ledger.loss(act)
            case ("track", _, _) if kind in self.worth.tracks:
                return lambda outlook: self.worth.of(kind, outlook.seen)
            case ("holds", region, holder):
                return lambda outlook: (
                    self.weight(Drive.GROUND) * self.worth.of_place(region, holder, outlook.seen)
                )
            case _ if kind[0] in JUDGES:
                return JUDGES[kind[0]](self, kind)
            case _:
                return None

    def weight(self, drive: Drive) -> float:
        """The doctrine's weight of a drive."""
        return self.doctrine.drives.get(drive.value, 1.0)

    def central(self, number: Number) -> float:
        """The central value of a number: players weigh by these."""
        return self.worth.central(number)

    def severity(self, rung: str) -> float:
        """Points of severity of a rung."""
        return float(self.program.severities[self.program.rung_index(rung)])

    def _rung(self, target: str, severities: F64, outlook: Outlook) -> F64:
        """How much nearer an act at each rung brings one's acts on somebody to where one wants them."""
        aim, now = self._aims[target], outlook.sent(target)
        above = now - aim
        after = np.maximum(now, severities)
        after -= aim
        overshoot = np.maximum(after, 0.0)
        overshoot -= np.maximum(above, 0.0)
        overshoot *= 0.5
        np.abs(after, out=after)
        points: F64 = np.subtract(np.abs(above), after, out=after)
        points -= overshoot
        points *= self.doctrine.matching * RUNG_SCALE
        return points

    def climb(self, outlook: Outlook) -> F64:
        """What climbing down is worth: the more, the higher one's acts stand above where one wants them."""
        gain = outlook.nothing
        for target, aim in self._aims.items():
            now = outlook.sent(target)
            gain = gain + np.abs(now - aim) - aim
        return self.doctrine.matching * RUNG_SCALE * gain

    def _risk(self, target: str, pair: PairInContact, rungs: I32, outlook: Outlook) -> F64:
        """V0 times what acts at these rungs add to the chance of an accident, by how cautious one is."""
        war = outlook.seen.value(self.program.scenario.deterrence.war) * self.weight(Drive.CAUTION)
        by_rung = chances(outlook.seen, pair)
        now = standing(outlook.seen, self.actor, target)  # type: ignore[arg-type]  # ids are strings
        added: F64 = np.maximum(by_rung[rungs] - by_rung[now, np.arange(outlook.seen.count)], 0.0)
        return added * war

    def _urgencies(self, outlook: Outlook) -> dict[Drive, NDArray[Any]]:
        """How pressing each drive is as things stand; 1 is ordinary."""
        crisis = outlook.crisis / 100.0
        return {
            Drive.RESOLVE: 0.6 * outlook.resolve
            + outlook.worst_threat / 100.0
            + np.where(outlook.accused, 0.0, 0.5) * outlook.mine,
            Drive.CAUTION: 0.5 + 2.0 * crisis,
            Drive.TRUTH: 0.3 + outlook.doubt,
            Drive.ALLIANCE: 0.7 + 0.6 * outlook.running,
            Drive.FACE: 0.8 + 0.4 * outlook.running,
            Drive.DEAL: 1.2 * crisis + (0.3 + 0.6 * outlook.late),
            Drive.GROUND: 0.3 + 1.2 * outlook.ground_lost,
            Drive.DECEIT: outlook.nothing + 0.4,
        }

    # --- denial

    def _moves_denied(self) -> Denied | None:
        """The moves whose gains others may take back; None where there is none."""
        denial = self.program.scenario.deterrence.denial
        kinds = self.reckoning.kinds.items()
        columns = [column for kind, column in kinds if kind[0] in ("track", "holds", "drive")]
        table = self.reckoning.table[:, columns]
        found = [
            (place, act)
            for place, act in enumerate(self.reckoning.book.acts)
            if act is not None
            and any(self.actor in denial.get(answer.issuer, {}) for answer in act.answers)
            and table[place].any()
        ]
        if not found:
            return None
        places = [place for place, _ in found]
        rises, falls = np.maximum(table[places], 0.0), np.minimum(table[places], 0.0)
        return Denied(tuple(places), tuple(act for _, act in found), columns, np.hstack((rises, falls)))

    def denied(
        self, outlook: Outlook, values: NDArray[Any], among: Mask | None = None
    ) -> Iterator[tuple[int, F64]]:
        """For each move whose gains others may take back, those gains times the share that is lost.

        `values` are whole numbers, (kinds, games); what is found is in their units times the table's. Moves
        that are not `among` those asked for are left out, and so are those of which nothing is lost.
        """
        if (these := self._denied) is None:
            return
        worth = values[these.columns]
        gains = whole_product(these.table, np.concatenate((np.maximum(worth, 0.0), np.minimum(worth, 0.0))))
        for place, act, gain in zip(these.places, these.acts, gains, strict=True):
            if (among is None or among[place]) and (lost := outlook.ledger.gain_lost(act)) is not None:
                yield place, gain * lost

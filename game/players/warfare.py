"""How a doctrine judges forces and strategic arms: battles, strikes, presence, readiness, posture."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from game.engine.arrays import F64
from game.engine.arsenals import POSTURES
from game.engine.ledger.formulas import superiority
from game.engine.reach import in_reach
from game.model.deterrence import Posture
from game.model.endings import Drive
from game.players.conduct import Judge, Judging
from game.players.outlook import Outlook
from game.players.reckoning import Kind

if TYPE_CHECKING:
    from game.players.judgement import Judgement


ALL = 6.0
"""Points lost by a general war beyond what its rung says; by then much of the rest is lost already."""


def _odds(outlook: Outlook, region: str, attacker: str, defender: str) -> F64:
    """The attacker's share of the strength that reaches a place, 0-1."""
    mine, theirs = (in_reach(outlook.seen, who, region) for who in (attacker, defender))  # type: ignore[arg-type]
    return np.asarray(superiority(mine, theirs))


def _battle(by: Judgement, kind: Kind) -> Judge | None:
    """Fighting for a place: worth it where one is the stronger, the more so where it was one's own."""
    _, region, attacker, defender = kind
    if attacker != by.actor:
        return None
    owner = by.program.scenario.regions[region].owner  # type: ignore[index]  # ids are strings
    stake = 10.0 if owner == by.actor else 7.0

    def judge(outlook: Outlook) -> F64:
        worth: F64 = by.weight(Drive.GROUND) * stake * (_odds(outlook, region, attacker, defender) - 0.45)
        return worth

    return judge


def _strike(by: Judgement, kind: Kind) -> Judge | None:
    """Wearing the other down from afar: worth a little, more the harder one is pressed."""
    _, _, attacker, _ = kind
    if attacker != by.actor:
        return None
    return lambda outlook: by.weight(Drive.RESOLVE) * (3.0 * outlook.worst_threat / 100.0 - 0.5)


def _presence(by: Judgement, kind: Kind) -> Judge | None:
    """Soldiers in a place: they hold it and stand in the way; where it burns they are in danger too."""
    _, actor, region = kind
    if actor != by.actor:
        return None
    regions, me = by.program.scenario.regions, by.program.actor_index(by.actor)
    contested = regions[region].facts_per_hour != 0.0  # type: ignore[index]  # ids are strings

    def judge(outlook: Outlook) -> F64:
        wanted = 2.5 * np.minimum(outlook.need, 1.2) * (1.0 if contested else 0.5)
        held = outlook.seen.whole("holds", region) == me
        hold = 1.5 * by.weight(Drive.GROUND) * held * (0.3 + outlook.worst_threat / 100.0)
        danger = 2.0 * by.weight(Drive.CAUTION) * outlook.crisis / 100.0
        worth: F64 = by.doctrine.prepares * wanted + hold - danger
        return worth

    return judge


def _ready_force(by: Judgement, kind: Kind) -> Judge | None:
    """Units made ready: as an option is, before they are needed."""
    if kind[1] != by.actor:
        return None
    return lambda outlook: by.doctrine.prepares * 2.0 * np.minimum(outlook.need, 1.5)


def _posture(by: Judgement, kind: Kind) -> Judge | None:
    """Strategic arms raised hold answers off and make accidents likelier; lowered, the reverse."""
    _, actor, posture = kind
    if actor != by.actor or (actor not in by.program.scenario.deterrence.arsenals):
        return None
    wanted = POSTURES.index(Posture(posture))

    def judge(outlook: Outlook) -> F64:
        change = wanted - outlook.seen.whole("posture", actor)
        feared = by.doctrine.heeds_threats * outlook.worst_threat / 100.0
        shields = 7.0 * by.weight(Drive.RESOLVE) * feared
        risks = by.weight(Drive.CAUTION) * (4.0 + 4.0 * outlook.crisis / 100.0)
        worth: F64 = change * (shields - risks)
        return worth

    return judge


def _ruin(by: Judgement, kind: Kind) -> Judge | None:
    """The last step: general war is worth nothing to anybody, so all that one holds is lost."""
    return lambda outlook: outlook.nothing - ALL


JUDGES: dict[str, Judging] = {
    "ruin": _ruin,
    "battle": _battle,
    "strike": _strike,
    "presence": _presence,
    "ready force": _ready_force,
    "posture": _posture,
}
"""By the first word of a kind."""

"""How a doctrine judges deals already made and partners: breach, snap-back, going ahead without all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from game.engine.arrays import F64
from game.engine.exact import logistic
from game.model.endings import Drive
from game.players.conduct import Judge, Judging
from game.players.outlook import Outlook
from game.players.reckoning import Kind

if TYPE_CHECKING:
    from game.players.judgement import Judgement

IN_FORCE, BROKEN = 1, 3
"""States of a deal, as rows count them."""
BREACH = 12.0
"""Points that one's word in a deal is worth to who keeps it as others do."""
GUARANTOR = 8.0
"""Points that a guarantor's answer to a breach is expected to cost, if it is sure."""


def _breach(by: Judgement, kind: Kind) -> Judge | None:
    """Not delivering: saves the effort, costs one's word, and a guarantor may make it cost more."""
    deal = by.program.scenario.deals.get(kind[1])  # type: ignore[call-overload]  # ids are strings
    if deal is None or by.actor not in deal.parties:
        return None
    table = by.program.tables[deal.id]
    guarantors = [who for who in deal.guarantors if who != by.actor and deal.promise is not None]

    def judge(outlook: Outlook) -> F64:
        stands = outlook.seen.whole("deal", deal.id) == IN_FORCE
        kept: F64 = by.doctrine.keeps_word * BREACH * outlook.resolve
        for who in guarantors:
            word = outlook.seen.number("credibility", by.actor, who, str(deal.promise))
            stands_behind = table.vouches(outlook.seen, who)
            kept = kept + by.doctrine.heeds_threats * GUARANTOR * logistic(word) * stands_behind
        worth: F64 = stands * (6.0 * outlook.worst_threat / 100.0 - kept) - 2.0
        return worth

    return judge


def _snap_back(by: Judgement, kind: Kind) -> Judge | None:
    """Taking back what was given: what a broken deal asks for, and the end of one that holds."""
    deal = by.program.scenario.deals.get(kind[1])  # type: ignore[call-overload]  # ids are strings
    if deal is None or by.actor not in deal.parties:
        return None

    def judge(outlook: Outlook) -> F64:
        state = outlook.seen.whole("deal", deal.id)
        answer = 6.0 * by.weight(Drive.RESOLVE) * outlook.resolve
        return np.where(state == BROKEN, answer, np.where(state == IN_FORCE, -9.0, -2.0))

    return judge


def _proceed(by: Judgement, kind: Kind) -> Judge | None:
    """Going ahead without all members: worth it where one is sure and pressed, and dear to the alliance."""
    if kind[1] != by.actor:
        return None

    def judge(outlook: Outlook) -> F64:
        already = outlook.seen.whole("proceeding", by.actor) > 0
        sure = outlook.mine - by.doctrine.needs_proof
        pressed = 12.0 * np.maximum(sure, -0.3) + 5.0 * outlook.running + 4.0 * outlook.worst_threat / 100.0
        worth = by.weight(Drive.RESOLVE) * pressed - 5.0 * by.weight(Drive.ALLIANCE)
        return np.where(already, -4.0, worth)

    return judge


JUDGES: dict[str, Judging] = {"breach": _breach, "snap back": _snap_back, "proceed": _proceed}
"""By the first word of a kind."""

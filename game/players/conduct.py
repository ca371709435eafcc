"""How a doctrine judges words, plans and knowledge: promises, allegations, evidence, options in hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from game.engine.arrays import F64
from game.engine.layout import NEVER
from game.engine.ledger.answers import tier_of
from game.model.endings import Drive
from game.players.outlook import DUE, Outlook
from game.players.reckoning import Kind

if TYPE_CHECKING:
    from game.players.judgement import Judgement

Judge = Callable[[Outlook], F64]
"""Points for one unit of a kind in each game."""
Judging = Callable[["Judgement", Kind], Judge | None]
"""Makes the judge of a kind for one doctrine and seat; None where it does not matter to them."""


def _keep(by: Judgement, kind: Kind) -> Judge:
    """What breaking one's word would cost, where it is due; less where one does not believe in guilt."""
    commitment = by.program.commitments[kind[1]]  # type: ignore[index]  # ids are strings
    severity = by.severity(commitment.rung)
    audience = by.program.scenario.audience
    strength = by.central(audience.strengths.get(commitment.issuer, audience.strength))
    hung = tier_of(by.program, commitment) if commitment.trigger == () else None

    def judge(outlook: Outlook) -> F64:
        public = outlook.seen.number("publicity", commitment.id)
        believed, home = 1.0, 1.0
        if hung is not None:
            plan = outlook.of_plan(hung[0])
            believed = 0.4 + 0.6 * outlook.guilt(plan)  # type: ignore[assignment]
            home = outlook.guilt(plan, "public")  # type: ignore[assignment]
        at_home = public * (strength * severity / 100.0)
        stakes: F64 = 10.0 * believed + at_home * home
        return outlook.resolve * by.doctrine.keeps_word * outlook.due(commitment) * stakes

    return judge


def _above_cap(by: Judgement, kind: Kind) -> Judge:
    def judge(outlook: Outlook) -> F64:
        due = outlook.seen.whole("commitment", kind[1]) == DUE
        return np.where(due, -8.0, -2.0)

    return judge


def _issue(by: Judgement, kind: Kind) -> Judge | None:
    """A promise not yet made is worth making while one is threatened; its price at home is taken off."""
    commitment = by.program.commitments.get(kind[1])  # type: ignore[call-overload]  # ids are strings
    if commitment is None or commitment.issuer != by.actor:
        return None
    audience = by.program.scenario.audience
    price = by.central(audience.for_threatening) * by.severity(commitment.rung) / 100.0
    paid = by.worth.tracks.get(("track", by.actor, audience.track))
    price *= paid.always if paid is not None else 0.0

    def judge(outlook: Outlook) -> F64:
        dormant = outlook.seen.whole("commitment", commitment.id) == 0
        wanted = (1.0 + 2.0 * outlook.worst_threat / 100.0) * by.weight(Drive.RESOLVE)
        worth: F64 = dormant * (wanted - price * outlook.seen.number("publicity", commitment.id))
        return worth

    return judge


def _tie(by: Judgement, kind: Kind) -> Judge | None:
    """Hands tied in public make one's word likelier to be believed, and dearer to break."""
    commitment = by.program.commitments.get(kind[1])  # type: ignore[call-overload]  # ids are strings
    if commitment is None or commitment.issuer != by.actor:
        return None

    def judge(outlook: Outlook) -> F64:
        standing = outlook.due(commitment) > 0
        left = 1.0 - outlook.seen.number("publicity", commitment.id)
        gain = by.weight(Drive.RESOLVE) * (2.0 + 6.0 * outlook.worst_threat / 100.0)
        worth: F64 = standing * (gain * left - 1.5 * by.weight(Drive.FACE))
        return worth

    return judge


def _credibility(by: Judgement, kind: Kind) -> Judge | None:
    if kind[1] != by.actor:
        return None
    return lambda outlook: outlook.nothing + 0.1 * by.weight(Drive.RESOLVE)


def _option(by: Judgement, kind: Kind) -> Judge | None:
    """Something to have in time: worth most before it has been ordered."""
    owner, option = kind[1], kind[2]
    if owner != by.actor:
        return None

    def judge(outlook: Outlook) -> F64:
        ready = outlook.seen.number("ready_at", by.actor, option)
        lapses = outlook.seen.number("lapses_at", by.actor, option)
        soon = lapses - outlook.seen.hour <= by.program.scenario.clock.hours_per_turn
        wanted = np.where(ready >= NEVER, 1.0, np.where(soon, 0.7, -0.5))
        return by.doctrine.prepares * 7.0 * wanted * outlook.need

    return judge


def _learn(by: Judgement, kind: Kind) -> Judge | None:
    if kind[1] != by.actor:
        return None
    return lambda outlook: by.weight(Drive.TRUTH) * 6.0 * outlook.doubt


def _gather(by: Judgement, kind: Kind) -> Judge:
    def judge(outlook: Outlook) -> F64:
        return by.weight(Drive.TRUTH) * (4.0 * outlook.doubt - np.where(outlook.accused, 2.0, 0.0))

    return judge


def _release(by: Judgement, kind: Kind) -> Judge:
    """Worth it where one knows better than the public and it helps; nobody argues against itself."""

    def judge(outlook: Outlook) -> F64:
        gap = outlook.mine - outlook.publics
        against = -gap - np.maximum(outlook.mine - 0.5, 0.0)
        helps = np.where(outlook.accused, against, np.where(gap > 0, gap, -0.5 * gap))
        return by.weight(Drive.TRUTH) * (14.0 * helps - 1.0)

    return judge


def _deny(by: Judgement, kind: Kind) -> Judge:
    """Evidence kept from coming: worth it to whom it would convict, and a wrong to everybody else."""

    def judge(outlook: Outlook) -> F64:
        hidden = by.weight(Drive.DECEIT) * (9.0 * outlook.mine - 4.0)
        open_to_all = -by.weight(Drive.TRUTH) * (2.0 + 4.0 * outlook.doubt)
        return np.where(outlook.accused, hidden, open_to_all)

    return judge


def _delay(by: Judgement, kind: Kind) -> Judge:
    """Each hour by which evidence comes later, or below nothing sooner."""

    def judge(outlook: Outlook) -> F64:
        late = np.where(outlook.accused, 0.5 * outlook.mine - 0.25, -0.3 * outlook.doubt)
        return by.weight(Drive.TRUTH) * late

    return judge


def _expose(by: Judgement, kind: Kind) -> Judge:
    """A staged incident found out: worth it to whoever does not believe what it seemed to show."""

    def judge(outlook: Outlook) -> F64:
        plan = outlook.plan_about(kind[1])
        doubt = 1.0 - outlook.guilt(plan) if plan is not None else outlook.nothing + 0.5
        helps = np.where(outlook.accused, 10.0, 7.0)
        return by.weight(Drive.TRUTH) * helps * doubt

    return judge


def _staged(by: Judgement, kind: Kind) -> Judge:
    return lambda outlook: outlook.nothing - 6.0


def _allege(by: Judgement, kind: Kind) -> Judge:
    def judge(outlook: Outlook) -> F64:
        sure = outlook.guilt(outlook.of_plan(kind[1])) - by.doctrine.needs_proof * 0.9
        return 22.0 * sure + 6.0 * outlook.late + 3.0 * outlook.ground_lost

    return judge


def _stand_down(by: Judgement, kind: Kind) -> Judge:
    """Worth more the higher the crisis, the surer the public, the likelier the promised answers."""

    def judge(outlook: Outlook) -> F64:
        plan = outlook.of_plan(kind[1])
        running = outlook.seen.whole("plan", plan.id) == 1
        fear = by.weight(Drive.CAUTION) * (
            0.16 * outlook.crisis + 6.0 * running * outlook.guilt(plan, "public")
        )
        coming = answers_to_come(by, outlook) if running.any() else 0.0
        worth: F64 = fear + running * coming - 9.0 * by.doctrine.answers
        return worth

    return judge


def answers_to_come(by: Judgement, outlook: Outlook) -> F64:
    """The weightiest answer that others have promised, by how likely each seems; a tenth before it is due."""
    worst = outlook.nothing
    ledger = outlook.ledger
    for answer in ledger.book.threatened:
        assert answer.commitment is not None, "a threat is a promise"
        presses = outlook.due(by.program.commitments[answer.commitment])
        if presses.any():
            worst = np.maximum(worst, presses * ledger.hope(answer))
    return by.doctrine.heeds_threats * worst


def _withdraw(by: Judgement, kind: Kind) -> Judge | None:
    """Climbing down: worth it where one's acts stand higher than one wants them."""
    return by.climb if kind[1] == by.actor else None


JUDGES: dict[str, Judging] = {
    "keep": _keep,
    "above cap": _above_cap,
    "issue": _issue,
    "tie": _tie,
    "credibility": _credibility,
    "option": _option,
    "learn": _learn,
    "gather": _gather,
    "release": _release,
    "deny": _deny,
    "delay": _delay,
    "expose": _expose,
    "staged": _staged,
    "allege": _allege,
    "stand_down": _stand_down,
    "withdraw": _withdraw,
}
"""By the first word of a kind."""

"""The deterrence ledger for people: who would answer a move, how likely, and whether that deters.

All of it is this seat's own estimate, by the numbers that computer players choose by; what others believed
comes in the review.
"""

from collections.abc import Iterator

import numpy as np
from attrs import frozen

from game.engine.arsenals import has_arsenal
from game.engine.exact import logistic
from game.engine.ledger import Act, Answer, Ledger, book, worth
from game.engine.ledger.formulas import Expected, critical_risk, worth_of_acting
from game.engine.ledger.risk import accident_risk
from game.engine.ledger.words import at, why
from game.engine.program import Move
from game.language import N_, say
from game.model.commitments import Commitment
from game.model.ids import ActorId
from game.view.ledger_rows import ActLedger, LedgerRow, LedgerView, OtherLedger, PromiseLedger
from game.view.levers import levers
from game.view.moves import move_label
from game.view.sight import Sight
from game.view.words import number, percent

__all__ = [
    "ActLedger",
    "LedgerRow",
    "LedgerView",
    "OtherLedger",
    "PromiseLedger",
    "ledger",
    "move_ledger",
    "points",
    "promise_ledger",
]

TEMPTING = 3
"""How many acts of each other actor the ledger lists."""


def ledger(sight: Sight) -> LedgerView:
    """This seat's ledger."""
    program = sight.program
    if not program.rungs:
        return LedgerView((), (), ())
    mine = Ledger(sight.observation, sight.me)
    acts = []
    for move, act in zip(program.moves_of[sight.me], mine.book.acts, strict=True):
        if act is not None:
            acts.append(_act(sight, mine, move, act))
    arms = tuple(sight.name(actor) for actor in program.actors if has_arsenal(program, actor))
    return LedgerView(tuple(acts), tuple(_promises(sight)), arms, tuple(_others(sight)))


def move_ledger(sight: Sight, name: str) -> ActLedger | None:
    """What one of this seat's moves would meet; None where nobody would answer it."""
    program = sight.program
    if not program.rungs or not program.has_move(name):
        return None
    move, mine = program.move(name), Ledger(sight.observation, sight.me)
    act = mine.book.act(move)
    return None if act is None else _act(sight, mine, move, act)


@frozen
class _Balance:
    """An act's numbers before and after answers, in one game."""

    gain: float
    cost: float
    waiting: float
    risk: float
    answers: dict[ActorId, Expected]

    @property
    def worth(self) -> float:
        return float(worth_of_acting(self.gain, self.cost, self.answers.values(), self.risk))

    @property
    def punished(self) -> float:
        return sum(float(each.likely) * float(each.harm) for each in self.answers.values())

    @property
    def denied(self) -> float:
        return self.gain - self.cost - self.risk - self.punished - self.worth

    def takes(self, issuer: ActorId) -> float:
        """q* for one responder, given what the others may do: infinite where no chance deters."""
        one = self.answers[issuer]
        others = [each for other, each in self.answers.items() if other != issuer]
        spared = float(worth_of_acting(self.gain, self.cost, others, self.risk))
        at_stake = float(one.harm) + float(one.denial) * self.gain
        return float(critical_risk(spared, 0.0, self.waiting, at_stake, 0.0))


def _balance(sight: Sight, found: Ledger, move: Move, act: Act) -> _Balance:
    rows, value = sight.observation, worth(sight.program, found.mover)
    gain, cost = (at(amount, 0) for amount in value.of_move(move, rows))
    answers = {
        issuer: Expected(at(each.likely, 0), at(each.harm, 0), at(each.denial, 0))
        for issuer, each in found.expected(act)
    }
    lost = at(rows.value(sight.scenario.deterrence.war), 0)
    risk = at(accident_risk(rows, move), 0) * lost
    return _Balance(gain, cost, at(value.of_waiting(rows), 0), risk, answers)


def _act(sight: Sight, found: Ledger, move: Move, act: Act) -> ActLedger:
    balance = _balance(sight, found, move, act)
    rows = [
        _row(sight, found, _strongest(found, act, issuer), balance)
        for issuer, each in balance.answers.items()
        if float(each.likely) > 0
    ]
    rows.sort(key=lambda row: -row.likely * row.harm)
    several = sum(1 for other in sight.program.moves_of[move.actor] if other.action.id == move.action.id) > 1
    return ActLedger(
        move=move.name,
        label=move_label(sight, move, several=several),
        gain=balance.gain,
        cost=balance.cost,
        waiting=balance.waiting,
        accident=at(accident_risk(sight.observation, move), 0),
        worth=balance.worth,
        rows=tuple(rows),
        words=_balance_words(balance),
        denied=balance.denied,
        punished=balance.punished,
        risked=balance.risk,
        rung=move.rung,
    )


_BETTER = N_(
    "In points, it brings {gain} and costs {cost} before anybody answers; after the answers you expect it is "
    "worth more than waiting, by {net}."
)
_WORSE = N_(
    "In points, it brings {gain} and costs {cost} before anybody answers; after the answers you expect it is "
    "worth less than waiting, by {net}."
)


def _balance_words(balance: _Balance) -> str:
    net = balance.worth - balance.waiting
    template = _BETTER if net > 0 else _WORSE
    return say(template, gain=points(balance.gain), cost=points(balance.cost), net=points(abs(net)))


def _strongest(found: Ledger, act: Act, issuer: ActorId) -> Answer:
    mine = [answer for answer in act.answers if answer.issuer == issuer]
    return max(mine, key=lambda answer: (at(found.cost(answer), 0), at(found.likely(answer), 0)))


def _row(sight: Sight, found: Ledger, answer: Answer, balance: _Balance) -> LedgerRow:
    row = found.row(answer)
    said = why(found, row)
    expected = balance.answers[answer.issuer]
    likely, takes = float(expected.likely), balance.takes(answer.issuer)
    reached = takes != float("inf")
    takes = max(takes, 0.0)
    commitment = sight.program.commitments[answer.commitment] if answer.commitment else None
    spoken = commitment is not None
    severities = sight.program.severities.tolist()
    rung = severities.index(answer.severity)
    return LedgerRow(
        issuer=str(answer.issuer),
        issuer_name=sight.name(answer.issuer),
        promise=commitment.name if commitment is not None else "",
        rung=rung,
        rung_name=sight.rung_name(rung),
        likely=likely,
        harm=float(expected.harm),
        denial=float(expected.denial),
        takes=takes if reached else None,
        margin=likely - takes if reached else None,
        capability=said.capability,
        credibility=said.credibility,
        communication=said.communication,
        words=_verdict(sight, found, answer.issuer, likely, takes),
        able=at(found.bearing.superior(answer)[0], 0),
        word=float(logistic(np.asarray(at(row.credibility, 0)))),
        heard=at(row.understood, 0) if spoken else None,
        deters_me=found.mover == sight.me,
    )


_DETERS_ME = N_("The answer of {other} would deter you: it looks like {looks}, it takes {needs}.")
_DETERS_ME_NOT = N_("The answer of {other} would not deter you: it looks like {looks}, it takes {needs}.")


def _verdict(sight: Sight, found: Ledger, issuer: ActorId, likely: float, takes: float) -> str:
    """`It takes 22 %, Blue looks like 43 %: that deters.`; of one's own act whom it would deter."""
    looks, needs = percent(likely), percent(takes) if takes <= 1.0 else ""
    if issuer == sight.me:
        other = sight.name(found.mover)
        if takes > 1.0:
            template = N_("No chance of an answer is enough to deter {other}; you look like {looks}.")
        elif takes <= 0.0:
            template = N_("Even without an answer this is not worth it; you look like {looks}.")
        elif likely > takes:
            template = N_("It takes {needs}, you look like {looks}: that deters.")
        else:
            template = N_("It takes {needs}, you look like {looks}: that does not deter.")
    else:
        other = sight.name(issuer)
        if takes > 1.0 and found.mover == sight.me:
            template = N_("No chance of an answer is enough to deter you; {other} looks like {looks}.")
        elif takes > 1.0:
            template = N_("No chance of an answer is enough to deter it; {other} looks like {looks}.")
        elif takes <= 0.0:
            template = N_("Even without an answer this is not worth it; {other} looks like {looks}.")
        elif found.mover == sight.me:
            template = _DETERS_ME if likely > takes else _DETERS_ME_NOT
        elif likely > takes:
            template = N_("It takes {needs}, {other} looks like {looks}: that deters.")
        else:
            template = N_("It takes {needs}, {other} looks like {looks}: that does not deter.")
    return say(template, needs=needs, looks=looks, other=other)


def _promises(sight: Sight) -> list[PromiseLedger]:
    """This seat's own promises, as it thinks that those they are addressed to see them."""
    found = []
    for commitment in sight.program.commitments.values():
        state = sight.whole("commitment", commitment.id)
        if commitment.issuer == sight.me and state in (0, 1, 5):
            found.append(promise_ledger(sight, commitment, in_force=state == 1))
    return found


def promise_ledger(sight: Sight, commitment: Commitment, *, in_force: bool = True) -> PromiseLedger:
    """Whether one of this seat's own promises deters; one that is not in force is reckoned as if it stood."""
    program, other = sight.program, commitment.on
    theirs = Ledger(sight.observation, other, sight.me, given=() if in_force else (commitment.id,))
    best: tuple[float, Move, Answer, _Balance] | None = None
    for move, act in zip(program.moves_of[other], book(program, other, sight.me).acts, strict=True):
        answer = next((a for a in act.answers if a.commitment == commitment.id), None) if act else None
        if act is not None and answer is not None:
            balance = _balance(sight, theirs, move, act)
            if best is None or balance.worth - balance.waiting > best[0]:
                best = balance.worth - balance.waiting, move, answer, balance
    name = sight.name(other)
    if best is None:
        said = say("No act of {actor} can call it down by itself.", actor=name)
        return PromiseLedger(str(commitment.id), commitment.name, str(other), name, "", in_force, None, said)
    _, move, answer, balance = best
    row = _row(sight, theirs, answer, balance)
    return PromiseLedger(
        commitment=str(commitment.id),
        name=commitment.name,
        on=str(other),
        on_name=name,
        act=move.action.name,
        in_force=in_force,
        row=row,
        words=say(
            "To keep {actor} from “{act}”: {verdict}", actor=name, act=move.action.name, verdict=row.words
        ),
        levers=levers(theirs, theirs.row(answer)) if commitment.issuer == sight.me else (),
    )


def _others(sight: Sight) -> Iterator[OtherLedger]:
    """What tempts each other actor most, as this seat reckons by what it sees."""
    program = sight.program
    for other in program.played:
        if other == sight.me:
            continue
        theirs = Ledger(sight.observation, other, sight.me)
        found: dict[str, ActLedger] = {}
        for move, act in zip(program.moves_of[other], book(program, other, sight.me).acts, strict=True):
            if act is not None and move.rung > 0 and not _is_ruled_out(sight, move):
                one = _act(sight, theirs, move, act)
                if one.label not in found or one.net > found[one.label].net:
                    found[one.label] = one
        acts = sorted(found.values(), key=lambda one: -one.net)[:TEMPTING]
        if acts:
            yield OtherLedger(str(other), sight.name(other), tuple(acts))


def _is_ruled_out(sight: Sight, move: Move) -> bool:
    """Whether this seat can see that another's move is not possible now; what it may not see might hold."""
    seen = sight.observation.can_see
    open_to_me = [
        index
        for index in move.requires
        if all(seen(*row) for row in sight.program.conditions[index].reads(sight.scenario))
    ]
    return bool(sight.observation.unmet(open_to_me))


def points(value: float) -> str:
    """Points of somebody's own scale as every part of the ledger gives them: to one decimal."""
    return number(round(value, 1))

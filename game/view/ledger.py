"""The deterrence ledger for people: who would answer a move, how likely, and whether that deters.

All of it is this seat's own estimate, by the numbers that computer players choose by; what others believed
comes in the review.
"""

from attrs import frozen

from game.engine.arsenals import has_arsenal
from game.engine.ledger import Act, Answer, Ledger, book, worth
from game.engine.ledger.formulas import Expected, critical_risk, worth_of_acting
from game.engine.ledger.risk import accident_risk
from game.engine.ledger.words import at, why
from game.engine.program import Move
from game.model.commitments import Commitment
from game.model.ids import ActorId
from game.view.sight import Sight
from game.view.words import number, percent


@frozen
class LedgerRow:
    """One responder's answer to an act."""

    issuer: str
    issuer_name: str
    promise: str
    """The promise that it rests on, by its title; empty for an answer that nobody has promised."""
    rung: int
    """Of the answer."""
    rung_name: str
    likely: float
    """q^, 0-1: how likely the answer is believed to be."""
    harm: float
    """h, points that it would cost the mover: punishment."""
    denial: float
    """delta, the share of the gain that it would take back: denial."""
    takes: float | None
    """q*, 0-1: the chance of an answer above which the act is worth less than waiting, given what others may
    do; 0 where any chance deters, None where none would."""
    margin: float | None
    """q^ - q*: above nothing, this answer deters; None where `takes` is."""
    capability: tuple[str, ...]
    """Why it could, in clauses about the responder: `has 3 units ready within a day, against 2 units`."""
    credibility: tuple[str, ...]
    """Why it would: `its word has weight 62 %`."""
    communication: tuple[str, ...]
    """How its promise was heard: `half understood`; empty where there is no promise."""
    words: str
    """`It takes 22 %, Blue looks like 43 %: that deters.`"""


@frozen
class ActLedger:
    """What a seat's own move would meet, in its own points."""

    move: str
    """The move's name, as orders use it."""
    label: str
    gain: float
    """G: what it brings before anybody answers."""
    cost: float
    """c."""
    waiting: float
    """U(wait)."""
    accident: float
    """How much likelier an accidental engagement becomes this turn, 0-1."""
    worth: float
    """U(m), after all answers."""
    rows: tuple[LedgerRow, ...]
    """The weightiest first; empty where nobody would answer."""
    words: str
    """The balance in a sentence or two."""


@frozen
class PromiseLedger:
    """Whether one of this seat's own promises deters, by its own estimate of the other."""

    commitment: str
    name: str
    on: str
    on_name: str
    """Whom it is to deter."""
    act: str
    """The most tempting act that would call it down, as its action is called; empty where there is none."""
    in_force: bool
    """Whether it stands; otherwise the row says what it would do if it were given now."""
    row: LedgerRow | None
    """This seat's answer to that act, as the other may see it; None where there is no such act."""
    words: str
    """`To keep Red from “Shell the sector” it takes 22 %, you look like 43 %.`"""


@frozen
class LedgerView:
    """The whole ledger of a seat at one moment."""

    acts: tuple[ActLedger, ...]
    """Its moves that somebody might answer, in the order of its moves."""
    promises: tuple[PromiseLedger, ...]
    """Its own promises that stand, or that it may give."""
    arms: tuple[str, ...]
    """The names of the actors whose strategic arms count in these numbers."""


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
    return LedgerView(tuple(acts), tuple(_promises(sight)), arms)


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
    net = balance.worth - balance.waiting
    verdict = "worth more than waiting" if net > 0 else "worth less than waiting"
    words = (
        f"It brings {number(balance.gain)} points and costs {number(balance.cost)} before anybody answers; "
        f"after the answers you expect it is {verdict}, by {number(abs(net))}."
    )
    several = sum(1 for other in sight.program.moves_of[sight.me] if other.action.id == move.action.id) > 1
    label = move.action.name
    return ActLedger(
        move=move.name,
        label=f"{label}: {sight.name(move.target)}" if several and move.target else label,
        gain=balance.gain,
        cost=balance.cost,
        waiting=balance.waiting,
        accident=at(accident_risk(sight.observation, move), 0),
        worth=balance.worth,
        rows=tuple(rows),
        words=words,
    )


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
    )


def _verdict(sight: Sight, found: Ledger, issuer: ActorId, likely: float, takes: float) -> str:
    """`It takes 22 %, Blue looks like 43 %: that deters.`"""
    looks = "you look like" if issuer == sight.me else f"{sight.name(issuer)} looks like"
    whom = "you" if found.mover == sight.me else sight.name(found.mover)
    if takes > 1.0:
        return f"No chance of an answer is enough to deter {whom}; {looks} {percent(likely)}."
    if takes <= 0.0:
        return f"Even without an answer this is not worth it; {looks} {percent(likely)}."
    verdict = "that deters" if likely > takes else "that does not deter"
    return f"It takes {percent(takes)}, {looks} {percent(likely)}: {verdict}."


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
        said = f"No act of {name} can call it down by itself."
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
        words=f"To keep {name} from “{move.action.name}”: {row.words[0].lower()}{row.words[1:]}",
    )

"""What the deterrence ledger says: answers to an act, an act's balance, a promise, what tempts another."""

from attrs import frozen

from game.view.levers import LeverView


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
    """`It takes 22 %, Blue looks like 43 %: that deters.`; of one's own act, whom it would deter."""
    able: float = 0.5
    """The responder's ready strength as a share of its own and the mover's, 0-1; one half without forces."""
    word: float = 0.0
    """How much its word weighs, or how often it answers such acts unasked, 0-1."""
    heard: float | None = None
    """How well its promise was understood, 0-1; None where it has promised nothing."""

    deters_me: bool = False
    """Whether the act that it would answer is this seat's own, so that it deters this seat or does not."""

    @property
    def deters(self) -> bool:
        """Whether the answer alone makes the act worth less than waiting."""
        return self.takes is not None and 0 < self.takes < self.likely

    @property
    def points(self) -> int | None:
        """The margin in whole points, as the two whole percentages differ; None where there is no margin."""
        if self.takes is None or not 0 < self.takes <= 1:
            return None
        return round(self.likely * 100) - round(self.takes * 100)


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
    denied: float = 0.0
    """Of the gain, what answers are expected to take back, in points."""
    punished: float = 0.0
    """What answers are expected to cost, in points."""
    risked: float = 0.0
    """What the accident is expected to cost, in points."""
    rung: int = 0
    """At which it is sent."""

    @property
    def net(self) -> float:
        """How much more it is worth than waiting."""
        return self.worth - self.waiting


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
    levers: tuple[LeverView, ...] = ()
    """What would make it more believed."""


@frozen
class OtherLedger:
    """What another actor might do next, as this seat thinks: what tempts it most, and what restrains it."""

    actor: str
    name: str
    acts: tuple[ActLedger, ...]
    """The most tempting first, after answers; in its points, as this seat estimates them."""


@frozen
class LedgerView:
    """The whole ledger of a seat at one moment."""

    acts: tuple[ActLedger, ...]
    """Its moves that somebody might answer, in the order of its moves."""
    promises: tuple[PromiseLedger, ...]
    """Its own promises that stand, or that it may give."""
    arms: tuple[str, ...]
    """The names of the actors whose strategic arms count in these numbers."""
    others: tuple[OtherLedger, ...] = ()
    """What each other actor might do next."""

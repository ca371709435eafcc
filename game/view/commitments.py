"""Commitments: who has promised what, whether it is due, and whether it was kept."""

from attrs import frozen

from game.language import N_, _, say
from game.model.commitments import Commitment
from game.view.sight import Sight
from game.view.words import COMMITMENT_STATES, number


@frozen
class CommitmentView:
    """A promise that this seat knows of."""

    id: str
    name: str
    issuer: str
    issuer_name: str
    on: str
    on_name: str
    """Against whom the answer goes."""
    rung: int
    rung_name: str
    """What keeps it."""
    promise_name: str
    publicity: float
    state: str
    """`dormant`, `in_force`, `due`, `kept`, `broken` or `withdrawn`."""
    words: str
    """Its state in a sentence."""
    trigger: tuple[str, ...]
    """When it falls due, in words."""
    due: float | None
    """The deadline, while due."""
    mine: bool
    against_me: bool
    understood: float = 1.0
    """How well others have understood it, 0 to 1."""
    rests_on: tuple[str, ...] = ()
    """What it stands on, in words: it is excused when that ends."""
    truth: tuple[str, ...] = ()
    """What this seat would in truth answer, in words; its own promises alone, where that differs."""
    true_since: float | None = None
    """The hour at which that came about."""


def commitments(sight: Sight) -> tuple[CommitmentView, ...]:
    """Every promise this seat knows of, those that are due first; tiers are shown with their plan."""
    found = [
        view for commitment in sight.scenario.commitments.values() if (view := _commitment(sight, commitment))
    ]
    order = {
        state: place
        for place, state in enumerate(("due", "in_force", "dormant", "kept", "broken", "withdrawn"))
    }
    return tuple(sorted(found, key=lambda view: order[view.state]))


def _commitment(sight: Sight, commitment: Commitment) -> CommitmentView | None:
    index = sight.whole("commitment", commitment.id)
    if index is None:
        return None
    state, due = COMMITMENT_STATES[index], sight.moment("due", commitment.id)
    rung = sight.program.rung_index(commitment.rung)
    crossed = sight.whole("true_line", commitment.id)
    return CommitmentView(
        id=str(commitment.id),
        name=commitment.name,
        issuer=str(commitment.issuer),
        issuer_name=sight.name(commitment.issuer),
        on=str(commitment.on),
        on_name=sight.name(commitment.on),
        rung=rung,
        rung_name=sight.rung_name(rung),
        promise_name=sight.scenario.promises[commitment.promise].name,
        publicity=_share(sight, "publicity", commitment),
        state=state,
        words=_words(state, due),
        trigger=sight.conditions(commitment.trigger),
        due=due if state == "due" else None,
        mine=commitment.issuer == sight.me,
        against_me=commitment.on == sight.me,
        understood=_share(sight, "understood", commitment),
        rests_on=sight.conditions(commitment.stands_while),
        truth=sight.conditions(commitment.truth) if commitment.issuer == sight.me else (),
        true_since=None if crossed is None or crossed < 0 else float(crossed),
    )


def _share(sight: Sight, word: str, commitment: Commitment) -> float:
    """How public a promise is, or how well understood, by now."""
    return sight.number(word, commitment.id) or 0.0


STATE_WORDS = {
    "dormant": N_("not made"),
    "in_force": N_("in force"),
    "due": N_("due"),
    "kept": N_("kept"),
    "broken": N_("broken"),
    "withdrawn": N_("withdrawn"),
}
"""A promise's state in a word or two."""


def _words(state: str, due: float | None) -> str:
    if state == "due" and due is not None:
        return say("due: to be kept by hour {hour}", hour=number(due))
    return _(STATE_WORDS[state])

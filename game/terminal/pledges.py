"""Says who has promised what, and how far each is believed."""

from collections.abc import Iterator, Sequence

from game.language import _, say
from game.terminal.page import Page
from game.view.commitments import CommitmentView
from game.view.seat import SeatView
from game.view.tracks import CredibilityView
from game.view.words import listing, percent


def promises(page: Page, view: SeatView) -> None:
    """Who has promised what."""
    shown = [promise for promise in view.commitments if promise.state != "dormant"]
    if shown:
        page.heading(_("Promises and red lines:"))
    for promise in shown:
        page.item(" ".join(_promise(promise)))


def _promise(promise: CommitmentView) -> Iterator[str]:
    """One promise, a sentence at a time."""
    who = _("You") if promise.mine else promise.issuer_name
    yield f"{who}, {promise.words}: {promise.name}."
    if promise.trigger:
        yield say("If {conditions}:", conditions=listing(promise.trigger))
    if promise.against_me:
        yield say("{rung} or more on you.", rung=promise.rung_name)
    else:
        yield say("{rung} or more on {actor}.", rung=promise.rung_name, actor=promise.on_name)
    for clause in promise.rests_on:
        yield say("It rests on this: {condition}.", condition=clause)
    if not promise.truth:
        return
    truth = listing(promise.truth)
    if promise.true_since is None:
        yield say("In truth you would answer if {conditions}.", conditions=truth)
    else:
        since = f"{promise.true_since:.0f}"
        yield say(
            "In truth you would answer if {conditions}, since hour {hour}.", conditions=truth, hour=since
        )


def standing(page: Page, view: SeatView) -> None:
    """How far this seat believes the others' promises."""
    _standing(page, view.credibility)


def standing_moved(page: Page, view: SeatView) -> None:
    """The same, where it has moved since last turn."""
    moved = [one for one in view.credibility if one.change is None or abs(one.change) >= 0.005]
    _standing(page, moved)


def _standing(page: Page, shown: Sequence[CredibilityView]) -> None:
    if shown:
        page.heading(_("How likely you think each is to keep its word:"))
    page.items(f"{one.issuer_name}, {one.promise_name}: {percent(one.probability)}" for one in shown)

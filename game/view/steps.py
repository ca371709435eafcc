"""Announced steps towards a calmer crisis: what was announced, what is verified, what invites an answer."""

from attrs import frozen

from game.model.steps import Step
from game.view.sight import Sight
from game.view.words import hours, listing, number, sentence

STATES = ("none", "announced", "verified", "answered")
"""As the rows of the world count them."""


@frozen
class StepView:
    """One unilateral concession."""

    id: str
    name: str
    by: str
    by_name: str
    mine: bool
    of: str
    """Who may answer it; empty for anybody."""
    state: str
    """`none`, `announced`, `verified` or `answered`."""
    at: float | None
    """The hour that belongs to its state, as the rules keep it."""
    mine_to_answer: bool
    """Whether an answer by this seat would count now."""
    answers: tuple[str, ...]
    """Names of the acts that answer it."""
    words: str
    """All of it in a sentence."""


def steps(sight: Sight) -> tuple[StepView, ...]:
    """The steps of the scenario; those on the way first."""
    found = [_step(sight, step) for step in sight.scenario.steps.values()]
    order = {"announced": 0, "verified": 0, "answered": 1, "none": 2}
    return tuple(sorted(found, key=lambda view: order[view.state]))


def _step(sight: Sight, step: Step) -> StepView:
    state = STATES[max(0, sight.count("step", step.id))]
    at = sight.moment("step_at", step.id)
    answers = tuple(sight.words(action) for action in step.answered_by)
    ran_out = at is not None and sight.hour >= at + step.within_hours
    open_now = state in ("announced", "verified") and bool(answers) and not ran_out
    mine_to_answer = open_now and (step.of == sight.me or (step.of is None and step.by != sight.me))
    who = sight.name(step.by)
    verified = hours(sight.amount(step.verified_after_hours))
    said = {
        "none": f"{step.name}: open to {who}, by “{sight.words(step.action)}”; seen by all {verified} later",
        "announced": f"{step.name}: announced by {who}, not verified yet",
        "verified": f"{step.name}: announced by {who}, and verified",
        "answered": f"{step.name}: announced by {who}, and answered",
    }[state]
    if at is not None and state == "announced":
        said += f" (hour {number(at)})"
    if open_now:
        invited = "you" if step.of == sight.me else sight.name(step.of) if step.of else "anybody"
        said += f"; it invites {listing((f'“{name}”' for name in answers), 'or')} by {invited}"
        said += f" before hour {number((at or 0.0) + step.within_hours)}"
    return StepView(
        id=str(step.id),
        name=step.name,
        by=str(step.by),
        by_name=who,
        mine=step.by == sight.me,
        of=str(step.of or ""),
        state=state,
        at=at,
        mine_to_answer=mine_to_answer,
        answers=answers,
        words=sentence(said),
    )

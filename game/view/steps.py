"""Announced steps towards a calmer crisis: what was announced, what is verified, what invites an answer."""

from attrs import frozen

from game.language import N_, _, say, told
from game.model.steps import Step
from game.view.sight import Sight
from game.view.words import hours, listing, number, quoted, sentence

STATES = ("none", "announced", "verified", "answered")
"""As the rows of the world count them."""

_SAID = {
    "none": N_("{step}: open to {actor}, by “{act}”; seen by all {time} later"),
    "announced": N_("{step}: announced by {actor}, not verified yet (hour {hour})"),
    "verified": N_("{step}: announced by {actor}, and verified"),
    "answered": N_("{step}: announced by {actor}, and answered"),
}
"""Each state in a clause."""


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
    until: float | None
    """The hour before which an answer would count, while one is invited."""
    act: str
    """The name of the act that announces it."""
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
    said = say(
        _SAID[state],
        step=told(step.name),
        actor=who,
        act=sight.words(step.action),
        time=hours(sight.amount(step.verified_after_hours)),
        hour=number(at) if at is not None else "?",
    )
    if open_now:
        anybody = _("anybody")
        invited = sight.you(str(step.of)) if step.of else anybody
        said = say(
            "{said}; it invites {answers} by {actor} before hour {hour}",
            said=said,
            answers=listing(map(quoted, answers), "or"),
            actor=invited,
            hour=number((at or 0.0) + step.within_hours),
        )
    return StepView(
        id=str(step.id),
        name=told(step.name),
        by=str(step.by),
        by_name=who,
        mine=step.by == sight.me,
        of=str(step.of or ""),
        state=state,
        at=at,
        mine_to_answer=mine_to_answer,
        answers=answers,
        until=(at or 0.0) + step.within_hours if open_now else None,
        act=sight.words(step.action),
        words=sentence(said),
    )

"""Says how a game ended: the ending, what it was worth to each, and what was true."""

from collections.abc import Iterable, Iterator

from game.terminal.page import Page
from game.view.deterred import DeterredMark, DeterredTrail
from game.view.ending import EndingView, SequelView, ValueView
from game.view.words import number, percent, sentence

SECRETS = frozenset({"act", "option", "inquiry", "incident", "commitment", "plan"})
"""Kinds of hidden events that are worth hearing."""


def ending(page: Page, view: EndingView) -> None:
    """The whole ending."""
    kind = "" if view.class_ == "other" else f" ({view.class_name})"
    page.heading(f"The end, at hour {view.hour}: {view.outcome_name}{kind}.")
    if view.text:
        page.paragraph(view.text)
    page.heading("What it was worth to each, on its own scale of 0 to 100; never compare one with another:")
    for value in view.values:
        _value(page, value)
    if view.truths:
        page.heading("What was true:")
        page.items(f"{truth.subject}: {sentence(truth.text)}" for truth in view.truths)
    if view.beliefs:
        page.heading("How much was believed in the true cause, hour by hour:")
    for trail in view.beliefs:
        marks = ", ".join(_changes((f"hour {hour}", percent(share)) for hour, share in trail.marks))
        page.item(f"{trail.observer_name}, {trail.incident_name} ({trail.cause_name}): {marks}.")
    if view.readings:
        page.heading("What was sent, and how it was read by the one it was done to, where they differed:")
    for reading in view.readings:
        page.item(f"{reading.by_name} on {reading.on_name}:")
        page.items(
            _changes((f"hour {hour}:", f"sent {sent}, read {read}") for hour, sent, read in reading.marks), 1
        )
    _deterred(page, view)
    _missed(page, view)
    if view.scores:
        page.heading("Your predictions (score 0 is perfect, 0.25 is what always saying 50 % gets):")
    for score in view.scores:
        page.item(
            f"Turn {score.turn}, {score.predictor_name}: {score.actor_name} {score.predicted}, "
            f"{score.sure} % sure. It {score.happened}. Score {number(score.score)}."
        )
    hidden = [past for past in view.log if past.hidden and past.kind in SECRETS]
    if hidden:
        page.heading("What happened in secret:")
    page.items(f"Hour {past.hour}: {sentence(past.text)}" for past in hidden)
    for sequel in view.sequels:
        _sequel(page, sequel)
    if view.not_a_forecast:
        page.blank()
        page.paragraph(view.not_a_forecast)


def _deterred(page: Page, view: EndingView) -> None:
    """How promises looked to those whom they were to deter."""
    if view.deterred:
        page.heading("How promises looked to those whom they were to deter:")
    for trail in view.deterred:
        page.item(f"{trail.issuer_name}, “{trail.name}”, to {trail.on_name}: {trail.words}")
        page.items(
            _changes((f"hour {mark.hour}:", _mark(trail, mark)) for mark in trail.marks),
            1,
        )


def _mark(trail: DeterredTrail, mark: DeterredMark) -> str:
    """One turn's numbers; of an act that needed no deterring, that alone."""
    if mark.needless:
        return f"{trail.on_name} would not have done “{mark.act}” anyway"
    likely = mark.takes is not None and mark.takes <= 1
    took = f"took {percent(mark.takes or 0.0)}" if likely else "could not have been likely enough"
    looked = f"against “{mark.act}” it {took} and looked like {percent(mark.looked)}"
    return f"{looked}; its issuer thought {percent(mark.thought)}"


def _missed(page: Page, view: EndingView) -> None:
    """What the tables could have brought."""
    if view.missed:
        page.heading("What the tables could have brought, by what each party believed then:")
    page.items(f"{missed.name}: {missed.words}" for missed in view.missed)


def _sequel(page: Page, sequel: SequelView) -> None:
    """What can be played on from here, and how."""
    page.heading(f"This ending can be carried into another game: {sequel.title}.")
    if sequel.text:
        page.paragraph(sequel.text)
    page.items([*sequel.variant_names, *(f"{name} = {value:g}" for name, value in sequel.values)])
    page.paragraph("To play it:")
    page.verbatim(f"{sequel.command} --text")


def _changes(marks: Iterable[tuple[str, str]]) -> Iterator[str]:
    """The marks without those that say the same as the one before."""
    last = ""
    for when, what in marks:
        if what != last:
            yield f"{when} {what}"
        last = what


def _value(page: Page, value: ValueView) -> None:
    kind = f", of the kind “{value.type_name}”" if value.type_name else ""
    page.item(f"{value.actor_name}{kind}: {number(round(value.value, 1))}")
    for part in value.parts:
        if part.kind == "outcome":
            continue
        private = " (private aim)" if part.kind == "aim" else ""
        page.item(f"{part.name}{private}: {number(round(part.got, 1))} of {number(part.of)}", 1)

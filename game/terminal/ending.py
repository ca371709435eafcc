"""Says how a game ended: the ending, what it was worth to each, and what was true."""

from collections.abc import Iterable, Iterator

from game.language import N_, _, say
from game.terminal.page import Page
from game.view.deterred import DeterredMark, DeterredTrail
from game.view.ending import EndingView, SequelView, ValueView
from game.view.words import number, percent, sentence

SECRETS = frozenset({"act", "option", "inquiry", "incident", "commitment", "plan"})
"""Kinds of hidden events that are worth hearing."""


def ending(page: Page, view: EndingView) -> None:
    """The whole ending."""
    template = (
        N_("The end, at hour {hour}: {outcome}.")
        if view.class_ == "other"
        else N_("The end, at hour {hour}: {outcome} ({class_name}).")
    )
    page.heading(say(template, hour=view.hour, outcome=view.outcome_name, class_name=view.class_name))
    if view.text:
        page.paragraph(view.text)
    page.heading(
        _("What it was worth to each, on its own scale of 0 to 100; never compare one with another:")
    )
    for value in view.values:
        _value(page, value)
    if view.truths:
        page.heading(_("What was true:"))
        page.items(f"{truth.subject}: {sentence(truth.text)}" for truth in view.truths)
    if view.beliefs:
        page.heading(_("How much was believed in the true cause, hour by hour:"))
    for trail in view.beliefs:
        marks = ", ".join(
            _changes((say("hour {hour}", hour=hour), percent(share)) for hour, share in trail.marks)
        )
        page.item(f"{trail.observer_name}, {trail.incident_name} ({trail.cause_name}): {marks}.")
    if view.readings:
        page.heading(_("What was sent, and how it was read by the one it was done to, where they differed:"))
    for reading in view.readings:
        page.item(say("{actor} on {other}:", actor=reading.by_name, other=reading.on_name))
        page.items(
            _changes(
                (say("hour {hour}:", hour=hour), say("sent {sent}, read {read}", sent=sent, read=read))
                for hour, sent, read in reading.marks
            ),
            1,
        )
    _deterred(page, view)
    _missed(page, view)
    if view.scores:
        page.heading(_("Your predictions (score 0 is perfect, 0.25 is what always saying 50 % gets):"))
    for score in view.scores:
        page.item(
            say(
                "Turn {turn}, {predictor}: {actor} {predicted}, {sure} % sure. It {happened}. Score {score}.",
                turn=score.turn,
                predictor=score.predictor_name,
                actor=score.actor_name,
                predicted=score.predicted,
                sure=score.sure,
                happened=score.happened,
                score=number(score.score),
            )
        )
    hidden = [past for past in view.log if past.hidden and past.kind in SECRETS]
    if hidden:
        page.heading(_("What happened in secret:"))
    page.items(say("Hour {hour}: {words}", hour=past.hour, words=sentence(past.text)) for past in hidden)
    for sequel in view.sequels:
        _sequel(page, sequel)
    if view.not_a_forecast:
        page.blank()
        page.paragraph(view.not_a_forecast)


def _deterred(page: Page, view: EndingView) -> None:
    """How promises looked to those whom they were to deter."""
    if view.deterred:
        page.heading(_("How promises looked to those whom they were to deter:"))
    for trail in view.deterred:
        page.item(
            say(
                "{issuer}, “{promise}”, to {actor}: {words}",
                issuer=trail.issuer_name,
                promise=trail.name,
                actor=trail.on_name,
                words=trail.words,
            )
        )
        page.items(
            _changes((say("hour {hour}:", hour=mark.hour), _mark(trail, mark)) for mark in trail.marks),
            1,
        )


def _mark(trail: DeterredTrail, mark: DeterredMark) -> str:
    """One turn's numbers; of an act that needed no deterring, that alone."""
    if mark.needless:
        return say("{actor} would not have done “{act}” anyway", actor=trail.on_name, act=mark.act)
    likely = mark.takes is not None and mark.takes <= 1
    return say(
        N_("against “{act}” it took {takes} and looked like {looked}; its issuer thought {thought}")
        if likely
        else N_(
            "against “{act}” it could not have been likely enough and looked like {looked}; "
            "its issuer thought {thought}"
        ),
        act=mark.act,
        takes=percent(mark.takes or 0.0),
        looked=percent(mark.looked),
        thought=percent(mark.thought),
    )


def _missed(page: Page, view: EndingView) -> None:
    """What the tables could have brought."""
    if view.missed:
        page.heading(_("What the tables could have brought, by what each party believed then:"))
    page.items(f"{missed.name}: {missed.words}" for missed in view.missed)


def _sequel(page: Page, sequel: SequelView) -> None:
    """What can be played on from here, and how."""
    page.heading(say("This ending can be carried into another game: {title}.", title=sequel.title))
    if sequel.text:
        page.paragraph(sequel.text)
    page.items([*sequel.variant_names, *(f"{name} = {value:g}" for name, value in sequel.values)])
    page.paragraph(_("To play it:"))
    page.verbatim(f"{sequel.command} --text")


def _changes(marks: Iterable[tuple[str, str]]) -> Iterator[str]:
    """The marks without those that say the same as the one before."""
    last = ""
    for when, what in marks:
        if what != last:
            yield f"{when} {what}"
        last = what


def _value(page: Page, value: ValueView) -> None:
    worth = number(round(value.value, 1))
    template = N_("{actor}, of the kind “{type}”: {worth}") if value.type_name else N_("{actor}: {worth}")
    page.item(say(template, actor=value.actor_name, type=value.type_name, worth=worth))
    for part in value.parts:
        if part.kind == "outcome":
            continue
        template = (
            N_("{aim} (private aim): {got} of {of}") if part.kind == "aim" else N_("{aim}: {got} of {of}")
        )
        page.item(say(template, aim=part.name, got=number(round(part.got, 1)), of=number(part.of)), 1)

"""Says a seat's view in words: one function for each thing that can be looked at."""

from collections.abc import Callable, Iterator

from game.language import N_, _, say
from game.terminal import deterrence, diplomacy, pledges, theatre
from game.terminal.page import Page
from game.terminal.theatre import held, with_facts
from game.view.ladders import LadderView, RungMark
from game.view.plan import PlanView, TierView
from game.view.seat import SeatView
from game.view.tracks import TrackView
from game.view.words import hours, listing, number, percent, sentence


def briefing(page: Page, view: SeatView) -> None:
    """Who one is and what one wants."""
    told = view.briefing
    page.heading(say("Your briefing: {actor}", actor=view.actor_name))
    for text in (told.setting, told.role, told.briefing):
        if text:
            page.paragraph(text)
            page.blank()
    if told.dilemma:
        page.paragraph(say("Your dilemma: {dilemma}", dilemma=told.dilemma))
    if told.type_name:
        private = say("Private: you are of the kind “{type}”.", type=told.type_name)
        page.paragraph(f"{private} {told.type_summary}")
    if told.aims:
        page.paragraph(_("What you value, in points of your own scale; nobody else's is compared with it:"))
        page.items(say(_AIMS[aim.kind], aim=aim.name, points=number(aim.points)) for aim in told.aims)
    if told.not_a_forecast:
        page.paragraph(told.not_a_forecast)


_AIMS = {
    "objective": N_("{aim}: {points}"),
    "aim": N_("{aim}: {points} (your private aim in this game)"),
    "aftermath": N_("{aim}: {points} (what is left at the end)"),
}


def hour_line(view: SeatView) -> str:
    """Where the game stands."""
    return say(
        N_("Turn {turn} of {last} or a little more. Hour {hour} of {end}. You are {actor}.")
        if view.hidden_end
        else N_("Turn {turn} of {last}. Hour {hour} of {end}. You are {actor}."),
        turn=view.turn,
        last=view.of,
        hour=view.hour,
        end=view.horizon,
        actor=view.actor_name,
    )


def news(page: Page, view: SeatView) -> None:
    """What happened since the last orders."""
    lines = [line for line in view.log if line.new and line.kind != "track"]
    if not lines and view.turn == 1:
        return
    since = _("What has happened since your last orders:")
    page.heading(since if view.turn > 1 else _("What has happened:"))
    if not lines:
        page.paragraph(_("Nothing that you saw."))
    page.items(say("Hour {hour}: {words}", hour=line.hour, words=sentence(line.text)) for line in lines)


def log(page: Page, view: SeatView) -> None:
    """Everything that this seat saw."""
    page.heading(_("Everything you saw:"))
    page.items(say("Hour {hour}: {words}", hour=line.hour, words=sentence(line.text)) for line in view.log)
    if not view.log:
        page.paragraph(_("Nothing yet."))


def ladders(page: Page, view: SeatView) -> None:
    """Where everybody stands."""
    if not view.rungs:
        page.paragraph(_("This game has no ladder."))
        return
    page.heading(
        say(
            "Ladders, from rung 0 (calm) to rung {top} ({name}):",
            top=len(view.rungs) - 1,
            name=view.rungs[-1].name,
        )
    )
    for ladder in view.ladders:
        page.item(_ladder_line(view, ladder))
        for pair in ladder.pairs:
            if pair.read or pair.sent:
                page.item(_pair_line(view, ladder, pair.on_name, pair.history[-1]), 1)
    crossed = [limit for limit in view.limits if limit.crossed_at is not None]
    page.items(
        say(
            "Limit crossed: {limit}, by {actor} at hour {hour}.",
            limit=limit.name,
            actor=limit.by_name,
            hour=limit.crossed_at,
        )
        for limit in crossed
    )


def _rung(view: SeatView, index: int | None) -> str:
    return _("unknown") if index is None else f"{index} {view.rungs[index].name}"


def _ladder_line(view: SeatView, ladder: LadderView) -> str:
    who = _("You") if ladder.mine else ladder.by_name
    stood = [mark.sent if ladder.mine else mark.read for mark in ladder.history]
    trail = ", ".join("?" if rung is None else str(rung) for rung in stood)
    now = _rung(view, ladder.sent if ladder.mine else ladder.read)
    if len(stood) > 1:
        return say("{who}: {now}. Turn by turn: {trail}.", who=who, now=now, trail=trail)
    return say("{who}: {now}.", who=who, now=now)


def _pair_line(view: SeatView, ladder: LadderView, on: str, mark: RungMark) -> str:
    if not ladder.mine:
        if on == view.actor_name:
            return say("on you: you read {rung}", rung=_rung(view, mark.read))
        return say("on {actor}: you read {rung}", actor=on, rung=_rung(view, mark.read))
    if mark.sent == mark.read:
        return say("on {actor}: {rung}", actor=on, rung=_rung(view, mark.sent))
    return say(
        "on {actor}: you sent {sent}, which they read as {read}",
        actor=on,
        sent=_rung(view, mark.sent),
        read=_rung(view, mark.read),
    )


def rungs(page: Page, view: SeatView) -> None:
    """The ladder itself, from the top down, with the lines on it."""
    if not view.rungs:
        page.paragraph(_("This game has no ladder."))
        return
    page.heading(say("The ladder “{ladder}”, from the bottom up:", ladder=view.ladder_name))
    you = _("you")
    for index, rung in enumerate(view.rungs):
        if rung.threshold:
            page.paragraph(say("Threshold: {threshold}", threshold=rung.threshold))
        severe = say(
            "{number} {rung}, severity {severity}.",
            number=index,
            rung=rung.name,
            severity=number(rung.severity),
        )
        page.item(f"{severe} {rung.summary}")
        for ladder in view.ladders:
            page.items(
                (
                    f"{you if ladder.mine else ladder.by_name}: {mark.text}"
                    for mark in ladder.marks
                    if mark.rung == index
                ),
                1,
            )


def plans(page: Page, view: SeatView) -> None:
    """The plans' clocks and windows."""
    if not view.plans:
        page.paragraph(_("This game has no response plan."))
    for plan in view.plans:
        page.heading(f"{plan.name[0].upper()}{plan.name[1:]}. {plan.words}")
        for tier in plan.tiers:
            page.item(_tier_line(plan, tier))
        if plan.stand_down and plan.state != "idle":
            page.item(plan.stand_down.words)
        if plan.my_obligation:
            page.paragraph(plan.my_obligation)
        if plan.state == "idle":
            page.item(say("It counts as a violation: {causes}.", causes=listing(plan.counts)))


def _tier_line(plan: PlanView, tier: TierView) -> str:
    return sentence("; ".join(_of_tier(plan, tier)))


def _of_tier(plan: PlanView, tier: TierView) -> Iterator[str]:
    yield f"{tier.name}: {tier.state_words}"
    yield say(
        "asks {rung} or more of {actors}, {cap} at most",
        rung=tier.obliged_name,
        actors=listing(tier.responders),
        cap=tier.cap_name,
    )
    if tier.state == "open" and tier.hours_left is not None:
        yield say("{time} left, until hour {hour}", time=hours(tier.hours_left), hour=tier.closes_at)
    elif tier.state == "waiting" and tier.opens_at is not None:
        yield _span(tier.opens_at, tier.closes_at)
    elif tier.state == "waiting" and tier.from_hour is not None and plan.state == "idle":
        yield say("{hours} of its clock", hours=_span(tier.from_hour, tier.to_hour))
    if tier.conditions and tier.state == "waiting":
        yield say("only if {conditions}", conditions=listing(tier.conditions))
    if tier.met_by:
        yield say("met by {actors}", actors=listing(tier.met_by))


def _span(start: float, end: float | None) -> str:
    if end is None:
        return say("from hour {start}", start=start)
    return say("from hour {start} to {end}", start=start, end=end)


def options(page: Page, view: SeatView) -> None:
    """What must be ordered ahead, and by when."""
    if not view.options:
        return
    page.heading(_("Options that take time to prepare:"))
    for option in view.options:
        said = f"{option.name}: {option.words}"
        page.item(sentence(said if option.mine else f"{option.owner_name}, {said}"))
        page.items((sentence(deadline.words) for deadline in option.deadlines), 1)


def tracks(page: Page, view: SeatView) -> None:
    """The numbers: one's own with what they mean, those of each other in one line."""
    if view.tracks:
        page.heading(_("Tracks:"))
    for track in view.tracks:
        if track.mine or track.owner == "world":
            name = say("Your {track}", track=track.name) if track.mine else track.name
            bounds = say(_WANTED[track.good], low=number(track.low), high=number(track.high))
            page.item(f"{name}: {_level(track)} ({bounds})")
    others = [track for track in view.tracks if not track.mine and track.owner != "world"]
    for owner in dict.fromkeys(track.owner_name for track in others):
        levels = (f"{track.name} {_level(track)}" for track in others if track.owner_name == owner)
        page.item(f"{owner}: {'; '.join(levels)}")


_WANTED = {
    None: N_("{low} to {high}"),
    True: N_("{low} to {high}, wanted high"),
    False: N_("{low} to {high}, wanted low"),
}


def _level(track: TrackView) -> str:
    value = number(round(track.value, 1))
    if track.change is None or abs(track.change) < 0.5:
        return value
    return _moved(value, track.change > 0, number(round(abs(track.change), 1)))


def _moved(value: str, up: bool, by: str) -> str:
    template = N_("{value}, up {change}") if up else N_("{value}, down {change}")
    return say(template, value=value, change=by)


def places(page: Page, view: SeatView) -> None:
    """Who holds what."""
    if view.regions:
        page.heading(_("Places:"))
    for region in view.regions:
        if not region.holder and not region.owner:
            continue
        text = held(region.name, region.holder_name)
        if region.facts:
            text = with_facts(text, region.facts)
        page.item(sentence(text))


def beliefs(page: Page, view: SeatView) -> None:
    """What is believed about what happened."""
    for belief in view.beliefs:
        page.heading(
            say(
                "{incident} (hour {hour}). How likely you hold each cause to be; in brackets, the public:",
                incident=belief.incident_name,
                hour=belief.hour,
            )
        )
        if belief.known_cause:
            page.item(say("You know for certain: {cause}.", cause=belief.known_cause))
        for cause in belief.causes:
            if cause.mine is None:
                continue
            public = "" if cause.public is None else f" ({percent(cause.public)})"
            share = f"{percent(cause.mine)}{public}"
            if cause.change is not None and abs(cause.change) >= 0.01:
                share = _moved(share, cause.change > 0, percent(abs(cause.change)))
            page.item(f"{cause.name}: {share}")
        for plan in view.plans:
            if plan.incident == belief.incident and plan.my_belief is not None:
                public = "" if plan.public_belief is None else f" ({percent(plan.public_belief)})"
                counted = say(
                    "A cause that {plan} counts: {share}", plan=plan.name, share=percent(plan.my_belief)
                )
                page.item(f"{counted}{public}")


def evidence(page: Page, view: SeatView) -> None:
    """What is known, and what is due."""
    if view.evidence:
        page.heading(_("Evidence:"))
    for item in view.evidence:
        if item.state == "seen":
            known = _("everybody has it") if item.public else _("not public")
            about = [
                f"{item.source_name}, {known}",
                say("you trust {source} {share}", source=item.source_name, share=percent(item.trust)),
            ]
            if item.burns_source and not item.public:
                about.append(_("releasing it would burn the source"))
            page.item(f"{item.name} ({'; '.join(about)}): {item.text}")
        elif item.state == "awaited":
            due = item.due or 0.0
            template = (
                N_("{evidence} ({source}): expected at about hour {hour}, overdue.")
                if due < view.hour
                else N_("{evidence} ({source}): expected at about hour {hour}.")
            )
            page.item(say(template, evidence=item.name, source=item.source_name, hour=number(due)))
        else:
            page.item(
                say(
                    "{evidence} ({source}): only if it is gathered.",
                    evidence=item.name,
                    source=item.source_name,
                )
            )
    if view.claims:
        page.heading(_("What is said in public:"))
    page.items(
        say(
            "{actor}, about {incident}: {claim}",
            actor=one.actor_name,
            incident=one.incident_name,
            claim=one.text,
        )
        for one in view.claims
    )


TOPICS: dict[str, tuple[Callable[[Page, SeatView], None], ...]] = {
    "briefing": (briefing,),
    "news": (news,),
    "log": (log,),
    "ladders": (ladders,),
    "rungs": (rungs,),
    "plan": (plans,),
    "options": (options,),
    "tracks": (tracks,),
    "places": (places,),
    "beliefs": (beliefs,),
    "evidence": (evidence,),
    "promises": (pledges.promises, pledges.standing),
    "map": (theatre.chart,),
    "ledger": (deterrence.summary,),
    "coalition": (theatre.coalitions, theatre.without_coalition),
    "deals": (diplomacy.tables,),
    "arms": (theatre.arms,),
    "steps": (theatre.steps,),
    "situation": (
        ladders,
        plans,
        options,
        tracks,
        places,
        theatre.under_way,
        theatre.coalitions,
        theatre.arms,
        theatre.steps,
        beliefs,
        evidence,
        pledges.promises,
        diplomacy.tables,
        pledges.standing,
    ),
}
"""What `show` can show."""


def turn(page: Page, view: SeatView) -> None:
    """The beginning of a turn: where the game stands."""
    page.heading(hour_line(view))
    news(page, view)
    of_turn = (theatre.under_way, theatre.coalitions_moved, theatre.arms_raised, theatre.steps_taken)
    known = (beliefs, evidence, pledges.promises, diplomacy.tables_moved, pledges.standing_moved)
    for part in (ladders, plans, options, tracks, places, *of_turn, *known):
        if (part is ladders and not view.rungs) or (part is plans and not view.plans):
            continue
        part(page, view)

"""Says a seat's view in words: one function for each thing that can be looked at."""

from collections.abc import Callable, Sequence

from game.terminal import deterrence, diplomacy, theatre
from game.terminal.page import Page
from game.view.ladders import LadderView, RungMark
from game.view.plan import PlanView, TierView
from game.view.seat import SeatView
from game.view.tracks import CredibilityView, TrackView
from game.view.words import hours, listing, number, percent, sentence


def briefing(page: Page, view: SeatView) -> None:
    """Who one is and what one wants."""
    told = view.briefing
    page.heading(f"Your briefing: {view.actor_name}")
    for text in (told.setting, told.role, told.briefing):
        if text:
            page.paragraph(text)
            page.blank()
    if told.dilemma:
        page.paragraph(f"Your dilemma: {told.dilemma}")
    if told.type_name:
        page.paragraph(f"Private: you are of the kind “{told.type_name}”. {told.type_summary}")
    if told.aims:
        page.paragraph("What you value, in points of your own scale; nobody else's is compared with it:")
        kinds = {
            "objective": "",
            "aim": " (your private aim in this game)",
            "aftermath": " (what is left at the end)",
        }
        page.items(f"{aim.name}: {number(aim.points)}{kinds[aim.kind]}" for aim in told.aims)
    if told.not_a_forecast:
        page.paragraph(told.not_a_forecast)


def hour_line(view: SeatView) -> str:
    """Where the game stands."""
    end = f" of {view.of}" + (" or a little more" if view.hidden_end else "")
    return f"Turn {view.turn}{end}. Hour {view.hour} of {view.horizon}. You are {view.actor_name}."


def news(page: Page, view: SeatView) -> None:
    """What happened since the last orders."""
    lines = [line for line in view.log if line.new and line.kind != "track"]
    if not lines and view.turn == 1:
        return
    page.heading("What has happened since your last orders:" if view.turn > 1 else "What has happened:")
    if not lines:
        page.paragraph("Nothing that you saw.")
    page.items(f"Hour {line.hour}: {sentence(line.text)}" for line in lines)


def log(page: Page, view: SeatView) -> None:
    """Everything that this seat saw."""
    page.heading("Everything you saw:")
    page.items(f"Hour {line.hour}: {sentence(line.text)}" for line in view.log)
    if not view.log:
        page.paragraph("Nothing yet.")


def ladders(page: Page, view: SeatView) -> None:
    """Where everybody stands."""
    if not view.rungs:
        page.paragraph("This game has no ladder.")
        return
    page.heading(f"Ladders, from rung 0 (calm) to rung {len(view.rungs) - 1} ({view.rungs[-1].name}):")
    for ladder in view.ladders:
        page.item(_ladder_line(view, ladder))
        for pair in ladder.pairs:
            if pair.read or pair.sent:
                page.item(_pair_line(view, ladder, pair.on_name, pair.history[-1]), 1)
    crossed = [limit for limit in view.limits if limit.crossed_at is not None]
    page.items(
        f"Limit crossed: {limit.name}, by {limit.by_name} at hour {limit.crossed_at}." for limit in crossed
    )


def _rung(view: SeatView, index: int | None) -> str:
    return "unknown" if index is None else f"{index} {view.rungs[index].name}"


def _ladder_line(view: SeatView, ladder: LadderView) -> str:
    who = "You" if ladder.mine else ladder.by_name
    stood = [mark.sent if ladder.mine else mark.read for mark in ladder.history]
    trail = ", ".join("?" if rung is None else str(rung) for rung in stood)
    now = _rung(view, ladder.sent if ladder.mine else ladder.read)
    text = f"{who}: {now}."
    if len(stood) > 1:
        text += f" Turn by turn: {trail}."
    return text


def _pair_line(view: SeatView, ladder: LadderView, on: str, mark: RungMark) -> str:
    if not ladder.mine:
        return f"on {'you' if on == view.actor_name else on}: you read {_rung(view, mark.read)}"
    if mark.sent == mark.read:
        return f"on {on}: {_rung(view, mark.sent)}"
    return f"on {on}: you sent {_rung(view, mark.sent)}, which they read as {_rung(view, mark.read)}"


def rungs(page: Page, view: SeatView) -> None:
    """The ladder itself, from the top down, with the lines on it."""
    if not view.rungs:
        page.paragraph("This game has no ladder.")
        return
    page.heading(f"The ladder “{view.ladder_name}”, from the bottom up:")
    for index, rung in enumerate(view.rungs):
        if rung.threshold:
            page.paragraph(f"Threshold: {rung.threshold}")
        page.item(f"{index} {rung.name}, severity {number(rung.severity)}. {rung.summary}")
        for ladder in view.ladders:
            page.items(
                (
                    f"{'you' if ladder.mine else ladder.by_name}: {mark.text}"
                    for mark in ladder.marks
                    if mark.rung == index
                ),
                1,
            )


def plans(page: Page, view: SeatView) -> None:
    """The plans' clocks and windows."""
    if not view.plans:
        page.paragraph("This game has no response plan.")
    for plan in view.plans:
        page.heading(f"{plan.name[0].upper()}{plan.name[1:]}. {plan.words}")
        for tier in plan.tiers:
            page.item(_tier_line(plan, tier))
        if plan.stand_down and plan.state != "idle":
            page.item(plan.stand_down.words)
        if plan.my_obligation:
            page.paragraph(plan.my_obligation)
        if plan.state == "idle":
            page.item(f"It counts as a violation: {listing(plan.counts)}.")


def _tier_line(plan: PlanView, tier: TierView) -> str:
    who = listing(tier.responders)
    what = f"asks {tier.obliged_name} or more of {who}, {tier.cap_name} at most"
    text = f"{tier.name}: {tier.state_words}; {what}"
    if tier.state == "open" and tier.hours_left is not None:
        text += f"; {hours(tier.hours_left)} left, until hour {tier.closes_at}"
    elif tier.state == "waiting" and tier.opens_at is not None:
        text += f"; from hour {tier.opens_at}" + (
            f" to {tier.closes_at}" if tier.closes_at is not None else ""
        )
    elif tier.state == "waiting" and tier.from_hour is not None and plan.state == "idle":
        until = f" to {tier.to_hour}" if tier.to_hour is not None else ""
        text += f"; from hour {tier.from_hour}{until} of its clock"
    if tier.conditions and tier.state == "waiting":
        text += f"; only if {listing(tier.conditions)}"
    if tier.met_by:
        text += f"; met by {listing(tier.met_by)}"
    return sentence(text)


def options(page: Page, view: SeatView) -> None:
    """What must be ordered ahead, and by when."""
    if not view.options:
        return
    page.heading("Options that take time to prepare:")
    for option in view.options:
        who = "" if option.mine else f"{option.owner_name}, "
        page.item(sentence(f"{who}{option.name}: {option.words}"))
        page.items((sentence(deadline.words) for deadline in option.deadlines), 1)


def tracks(page: Page, view: SeatView) -> None:
    """The numbers: one's own with what they mean, those of each other in one line."""
    if view.tracks:
        page.heading("Tracks:")
    for track in view.tracks:
        if track.mine or track.owner == "world":
            who = "Your " if track.mine else ""
            wanted = "" if track.good is None else f", wanted {'high' if track.good else 'low'}"
            end = f"{number(track.low)} to {number(track.high)}{wanted}"
            page.item(f"{who}{track.name}: {_level(track)} ({end})")
    others = [track for track in view.tracks if not track.mine and track.owner != "world"]
    for owner in dict.fromkeys(track.owner_name for track in others):
        levels = (f"{track.name} {_level(track)}" for track in others if track.owner_name == owner)
        page.item(f"{owner}: {'; '.join(levels)}")


def _level(track: TrackView) -> str:
    value = number(round(track.value, 1))
    if track.change is None or abs(track.change) < 0.5:
        return value
    return f"{value}, {'up' if track.change > 0 else 'down'} {number(round(abs(track.change), 1))}"


def places(page: Page, view: SeatView) -> None:
    """Who holds what."""
    if view.regions:
        page.heading("Places:")
    for region in view.regions:
        if not region.holder and not region.owner:
            continue
        text = f"{region.name}: held by {region.holder_name or 'nobody'}"
        if region.facts:
            text += f", {number(round(region.facts, 1))} points of facts on the ground"
        page.item(text + ".")


def beliefs(page: Page, view: SeatView) -> None:
    """What is believed about what happened."""
    for belief in view.beliefs:
        page.heading(
            f"{belief.incident_name} (hour {belief.hour}). "
            "How likely you hold each cause to be; in brackets, the public:"
        )
        if belief.known_cause:
            page.item(f"You know for certain: {belief.known_cause}.")
        for cause in belief.causes:
            if cause.mine is None:
                continue
            public = "" if cause.public is None else f" ({percent(cause.public)})"
            moved = ""
            if cause.change is not None and abs(cause.change) >= 0.01:
                moved = f", {'up' if cause.change > 0 else 'down'} {percent(abs(cause.change))}"
            page.item(f"{cause.name}: {percent(cause.mine)}{public}{moved}")
        for plan in view.plans:
            if plan.incident == belief.incident and plan.my_belief is not None:
                public = "" if plan.public_belief is None else f" ({percent(plan.public_belief)})"
                page.item(f"A cause that {plan.name} counts: {percent(plan.my_belief)}{public}")


def evidence(page: Page, view: SeatView) -> None:
    """What is known, and what is due."""
    if view.evidence:
        page.heading("Evidence:")
    for item in view.evidence:
        if item.state == "seen":
            who = "everybody has it" if item.public else "not public"
            burns = "; releasing it would burn the source" if item.burns_source and not item.public else ""
            trust = f"you trust {item.source_name} {percent(item.trust)}"
            page.item(f"{item.name} ({item.source_name}, {who}; {trust}{burns}): {item.text}")
        elif item.state == "awaited":
            due = item.due or 0.0
            late = ", overdue" if due < view.hour else ""
            page.item(f"{item.name} ({item.source_name}): expected at about hour {number(due)}{late}.")
        else:
            page.item(f"{item.name} ({item.source_name}): only if it is gathered.")
    if view.claims:
        page.heading("What is said in public:")
    page.items(f"{claim.actor_name}, about {claim.incident_name}: {claim.text}" for claim in view.claims)


def _only(clause: str) -> str:
    """A condition that a promise rests on, as a sentence without its stop."""
    return f"Not{clause.removeprefix('not')}" if clause.startswith("not while ") else f"Only while {clause}"


def promises(page: Page, view: SeatView) -> None:
    """Who has promised what."""
    shown = [promise for promise in view.commitments if promise.state != "dormant"]
    if shown:
        page.heading("Promises and red lines:")
    for promise in shown:
        who = "You" if promise.mine else promise.issuer_name
        on = "you" if promise.against_me else promise.on_name
        trigger = f" If {listing(promise.trigger)}:" if promise.trigger else ""
        rests = "".join(f" {_only(clause)}." for clause in promise.rests_on)
        since = f", since hour {promise.true_since:.0f}" if promise.true_since is not None else ""
        truth = f" In truth you would answer if {listing(promise.truth)}{since}." if promise.truth else ""
        promised = f"{promise.name}.{trigger} {promise.rung_name} or more on {on}."
        page.item(f"{who}, {promise.words}: {promised}{rests}{truth}")


def standing(page: Page, view: SeatView) -> None:
    """How far this seat believes the others' promises."""
    _standing(page, view.credibility)


def standing_moved(page: Page, view: SeatView) -> None:
    """The same, where it has moved since last turn."""
    moved = [one for one in view.credibility if one.change is None or abs(one.change) >= 0.005]
    _standing(page, moved)


def _standing(page: Page, shown: Sequence[CredibilityView]) -> None:
    if shown:
        page.heading("How likely you think each is to keep its word:")
    page.items(f"{one.issuer_name}, {one.promise_name}: {percent(one.probability)}" for one in shown)


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
    "promises": (promises, standing),
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
        promises,
        diplomacy.tables,
        standing,
    ),
}
"""What `show` can show."""


def turn(page: Page, view: SeatView) -> None:
    """The beginning of a turn: where the game stands."""
    page.heading(hour_line(view))
    news(page, view)
    of_turn = (theatre.under_way, theatre.coalitions_moved, theatre.arms_raised, theatre.steps_taken)
    known = (beliefs, evidence, promises, diplomacy.tables_moved, standing_moved)
    for part in (ladders, plans, options, tracks, places, *of_turn, *known):
        if (part is ladders and not view.rungs) or (part is plans and not view.plans):
            continue
        part(page, view)

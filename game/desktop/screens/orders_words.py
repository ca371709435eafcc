"""What is ordered besides moves: rules of engagement, and what is said in public."""

from typing import TYPE_CHECKING

import pygame

from game.desktop.page import Page
from game.desktop.theme import Style, mix
from game.desktop.widgets.stacks import Slab, stack
from game.language import _, say
from game.view.moves import ClaimChoiceView, EngagementView
from game.view.words import belief, number, percent

if TYPE_CHECKING:
    from game.desktop.screens.crisis import Crisis


def _ground(page: Page, place: pygame.Rect, *, chosen: bool, active: bool) -> None:
    """Draw the ground of a choice."""
    palette = page.palette
    back = palette.pressed if chosen else palette.raised
    page.fill(place, mix(back, palette.ink, 0.06) if page.over(place) else back, 5)
    if active:
        page.outline(place, palette.focus, 5, 2)


def _radio(page: Page, place: pygame.Rect, *, chosen: bool) -> int:
    """Draw whether a choice is made; return where its words begin."""
    size = page.icon_width(18)
    box = pygame.Rect(place.x + page.gap, place.y, size, place.height)
    colour = page.palette.accent_ink if chosen else page.palette.soft
    page.icon("circle-dot" if chosen else "circle", box, colour)
    return box.right + page.gap


# --- rules of engagement ------------------------------------------------------------------------------------


def draw_rules(page: Page, room: pygame.Rect, crisis: "Crisis") -> None:
    """Draw the three choices and what each does to the risk of an accident."""
    engagement = crisis.play.view.engagement
    if engagement is None:
        return
    words = _("Standing orders to soldiers: their safety, or control of the crisis.")
    y = page.paragraph(words, room, colour=page.palette.soft) + page.gap
    slabs = [_rule(page, crisis, engagement, place, room.width) for place in range(len(engagement.choices))]
    stack(page, "rules", pygame.Rect(room.x, y, room.width, room.bottom - y), slabs, space=page.gap)


def _rule(page: Page, crisis: "Crisis", engagement: EngagementView, number_of: int, width: int) -> Slab:
    choice = engagement.choices[number_of]
    current, draft = choice.id == engagement.current, crisis.draft
    chosen = choice.id == (draft.engagement or engagement.current)
    name = say("{name} (in force)", name=choice.name) if current else choice.name
    text = width - page.icon_width(18) - 4 * page.gap
    summary = page.measure(choice.summary, text)
    measured = number_of < len(engagement.hazard)
    height = page.line(Style.HEADING) + summary + page.px(16) + (page.line() + page.px(16) if measured else 0)

    def choose() -> None:
        draft.engagement = "" if current else choice.id
        crisis.stage.redraw()

    def draw(page: Page, place: pygame.Rect, active: bool) -> None:
        _ground(page, place, chosen=chosen, active=active)
        head = pygame.Rect(place.x, place.y + page.px(6), place.width, page.line(Style.HEADING))
        left = _radio(page, head, chosen=chosen)
        page.text(name, pygame.Rect(left, head.y, place.right - page.gap - left, head.height), Style.HEADING)
        below = pygame.Rect(left, head.bottom, text, summary)
        page.paragraph(choice.summary, below, colour=page.palette.soft)
        if measured:
            line = pygame.Rect(left, below.bottom + page.px(4), text, page.line())
            _hazard(page, line, engagement, number_of)

    return Slab(choice.id, choice.name, height, draw, choose, selected=chosen)


def _hazard(page: Page, line: pygame.Rect, engagement: EngagementView, place: int) -> None:
    """Draw how much likelier a clash is under one choice: in words, and as a bar against the others'."""
    factor, most = engagement.hazard[place], max(engagement.hazard)
    page.text(_hazard_words(engagement, place), line)
    track = pygame.Rect(line.x, line.bottom + page.px(2), line.width, page.px(6))
    page.fill(track, page.palette.faint, 3)
    share = factor / most if most else 0.0
    page.fill(
        pygame.Rect(track.x, track.y, round(track.width * share), track.height), page.palette.warning, 3
    )


def _hazard_words(engagement: EngagementView, place: int) -> str:
    factor = number(engagement.hazard[place])
    if place < len(engagement.risk) and engagement.risk[place] > 0:
        share = percent(engagement.risk[place])
        return say("Accidental clashes: × {factor}, {share} this turn", factor=factor, share=share)
    return say("Accidental clashes: × {factor}", factor=factor)


# --- a public claim -----------------------------------------------------------------------------------------


def draw_claim(page: Page, room: pygame.Rect, crisis: "Crisis") -> None:
    """Draw what may be said in public of each incident, beside what is believed of it."""
    view = crisis.play.view
    words = _(
        "What you say in public about why it happened. Saying is not believing; being caught out costs trust."
    )
    y = page.paragraph(words, room, colour=page.palette.soft) + page.gap
    slabs = [_claim(page, crisis, None)]
    incident = ""
    for choice in view.claim_choices:
        if choice.incident != incident:
            incident = choice.incident
            slabs.append(_incident(page, choice))
        slabs.append(_claim(page, crisis, choice))
    if not view.claim_choices:
        words = _("Nothing has happened yet that you could speak of.")
        page.paragraph(words, pygame.Rect(room.x, y, room.width, room.bottom - y))
        return
    space = page.px(3)
    stack(page, "claims", pygame.Rect(room.x, y, room.width, room.bottom - y), slabs, space=space)


def _incident(page: Page, choice: ClaimChoiceView) -> Slab:
    def draw(page: Page, place: pygame.Rect, active: bool) -> None:
        page.text(choice.incident_name, place, Style.STRONG, page.palette.soft)

    height = page.line(Style.STRONG) + page.px(6)
    return Slab(f"about.{choice.incident}", choice.incident_name, height, draw)


def _claim(page: Page, crisis: "Crisis", choice: ClaimChoiceView | None) -> Slab:
    draft = crisis.draft
    mine = (choice.incident, choice.claim) if choice else None
    chosen = draft.claim == mine
    name = f"{choice.incident}.{choice.claim}" if choice else "none"
    label = choice.text if choice else _("Make no new claim")
    if choice and choice.current:
        label = say("{claim} (you say so now)", claim=choice.text)
    beliefs = _beliefs(choice) if choice else ""
    untrue = choice is not None and choice.untrue
    height = page.line() + page.px(10) + (page.line() if beliefs else 0)

    def press() -> None:
        draft.say(mine)
        crisis.stage.redraw()

    def draw(page: Page, place: pygame.Rect, active: bool) -> None:
        _ground(page, place, chosen=chosen, active=active)
        head = pygame.Rect(place.x, place.y + page.px(5), place.width, page.line())
        left = _radio(page, head, chosen=chosen)
        right = place.right - page.gap
        style = Style.STRONG if chosen else Style.BODY
        page.text(label, pygame.Rect(left, head.y, right - left, head.height), style)
        if beliefs:
            box = pygame.Rect(left, head.bottom, right - left, page.line())
            colour = page.palette.warning if untrue else page.palette.soft
            page.text(beliefs, box, colour=colour)

    return Slab(name, label, height, draw, press, selected=chosen)


def _beliefs(choice: ClaimChoiceView) -> str:
    """Say how likely a claim is thought to be true, and where it is known not to be."""
    if choice.untrue:
        return _("You know that this is not so.")
    if choice.believed is None:
        return ""
    if choice.public is None:
        return say("you believe it: {mine}", mine=belief(choice.believed))
    return say(
        "you believe it: {mine}; the public: {public}",
        mine=belief(choice.believed),
        public=belief(choice.public),
    )

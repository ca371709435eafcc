"""Intelligence: what is believed of an incident and said of it, beside the evidence in hand and to come."""

from functools import partial
from typing import TYPE_CHECKING

import pygame
from attrs import define

from game.desktop.drawing.marks import draw_mark
from game.desktop.page import Page
from game.desktop.screens.evidence import evidence_tiles
from game.desktop.theme import Colour, Style
from game.desktop.typeset import capital
from game.desktop.widgets.choices import Pick, tabs
from game.desktop.widgets.tiles import Tile, tiles
from game.language import _, say
from game.view.beliefs import BeliefView, CauseView
from game.view.evidence import ClaimView
from game.view.words import belief as belief_words
from game.view.words import instant, percent

if TYPE_CHECKING:
    from game.desktop.screens.crisis import Crisis

SPARK_HEIGHT = 64
"""What the course of a belief takes at least, in pixels at 1280 x 720."""
SMALLEST_CHANGE = 0.005


@define
class Looked:
    """What is looked at."""

    cause: str = ""


def draw_intelligence(page: Page, rect: pygame.Rect, crisis: "Crisis") -> None:
    """Draw what is known of the incidents."""
    view, gap = crisis.play.view, page.gap
    if not view.beliefs:
        _evidence(page, rect, crisis, "")
        return
    number = _chosen(crisis)
    belief = view.beliefs[number]
    y = rect.y
    if len(view.beliefs) > 1:
        y = _incidents(page, rect, crisis, number) + gap
    left = pygame.Rect(rect.x, y, (rect.width - 4 * gap) // 2, rect.bottom - y)
    right = pygame.Rect(left.right + 4 * gap, y, rect.right - left.right - 4 * gap, left.height)
    page.stroke((left.right + 2 * gap, y), (left.right + 2 * gap, rect.bottom), page.palette.faint)
    _believed(page, left, belief, crisis)
    _evidence(page, right, crisis, belief.incident)


def _chosen(crisis: "Crisis") -> int:
    """Return which incident is shown: the chosen one, else the one that the plan is about."""
    view = crisis.play.view
    if crisis.incident is None:
        about = view.plan.incident if view.plan else ""
        return next((place for place, one in enumerate(view.beliefs) if one.incident == about), 0)
    return min(crisis.incident, len(view.beliefs) - 1)


def _incidents(page: Page, rect: pygame.Rect, crisis: "Crisis", number: int) -> int:
    """Draw a tab for each incident; a dot where something new has come in."""
    view = crisis.play.view
    fresh = {item.incident for item in view.evidence if item.new}
    picks = [
        Pick(one.incident, one.incident_name, hint=one.text, icon="zap", badge=one.incident in fresh)
        for one in view.beliefs
    ]
    ids = [pick.id for pick in picks]

    def choose(incident: str) -> None:
        crisis.incident = ids.index(incident)
        crisis.stage.memory.forget("intel")
        crisis.stage.redraw()

    place = pygame.Rect(rect.x, rect.y, rect.width, page.line() + page.px(12))
    tabs(page, "intel.incidents", place, picks, ids[number], choose)
    return place.bottom


# --- what is believed -------------------------------------------------------------------------------------


def _believed(page: Page, rect: pygame.Rect, belief: BeliefView, crisis: "Crisis") -> None:
    """Draw the incident, the causes with their shares, the course of one belief, and what is said."""
    palette, gap = page.palette, page.gap
    step = crisis.play.view.hours_per_turn
    when = say("{moment}: {text}", moment=capital(instant(belief.hour, step)), text=belief.text)
    claims = [claim for claim in crisis.play.view.claims if claim.incident == belief.incident]
    said = (len(claims) + 1) * page.line() + 2 * gap if claims else 0
    rows = len(belief.causes) * (_row_height(page) + gap // 2)
    head = page.line() + gap // 2
    legend = page.line() + gap if any(cause.counts for cause in belief.causes) else 0
    least = page.line() + gap
    spare = rect.height - least - head - rows - legend - said
    lines = min(page.measure(when, rect.width), max(page.line(), least - gap + spare))
    y = page.paragraph(when, pygame.Rect(rect.x, rect.y, rect.width, lines), colour=palette.soft) + gap
    spare = rect.bottom - y - head - rows - legend - said
    spark = page.px(SPARK_HEIGHT) + 2 * page.line() + gap
    drawn = len(belief.history) > 1 and spare >= spark
    _heads(page, pygame.Rect(rect.x, y, rect.width, page.line()))
    y += head
    room = pygame.Rect(
        rect.x, y, rect.width, min(rows, max(3 * _row_height(page), rect.bottom - y - said - legend))
    )
    looked = crisis.part(Looked)
    cause = next((one for one in belief.causes if one.id == looked.cause), _likeliest(belief))
    _causes(page, room, belief, cause, crisis)
    y = room.bottom
    if legend and y + legend + said <= rect.bottom:
        words = _("§ would be a violation under a plan")
        page.text(words, pygame.Rect(rect.x, y, rect.width, page.line()), colour=palette.soft)
        y += legend
    if drawn:
        deep = min(spare - gap, 2 * page.px(SPARK_HEIGHT) + 2 * page.line())
        _course(page, pygame.Rect(rect.x, y, rect.width, deep), belief, cause, step)
        y += deep + gap
    if claims and rect.bottom - y >= said - gap:
        _claims(page, pygame.Rect(rect.x, y, rect.width, rect.bottom - y), claims, crisis)


def _likeliest(belief: BeliefView) -> CauseView:
    return max(belief.causes, key=lambda one: one.mine or 0.0)


def _row_height(page: Page) -> int:
    return page.line() + page.px(6)


def _figures(page: Page) -> tuple[int, int, int]:
    """Return the widths of the columns at the right: mine, its change, the public's."""
    figure = max(page.type.width(percent(1.0), Style.BODY), page.type.width(_("Public"), Style.BODY))
    mine = page.type.width(percent(0.88), Style.STRONG) + page.gap
    return mine, page.type.width("↑88", Style.BODY) + page.gap, figure + page.gap


def _heads(page: Page, rect: pygame.Rect) -> None:
    mine, change, public = _figures(page)
    palette = page.palette
    title = pygame.Rect(rect.x, rect.y, rect.width - mine - change - public, rect.height)
    page.text(_("Possible causes"), title, Style.STRONG, palette.soft)
    place = pygame.Rect(title.right - page.px(16), rect.y, mine + page.px(16), rect.height)
    page.text(_("You"), place, Style.STRONG, palette.accent_ink, "right")
    place = pygame.Rect(rect.right - public, rect.y, public - page.gap // 2, rect.height)
    page.text(_("Public"), place, colour=palette.soft, align="right")


def _causes(page: Page, rect: pygame.Rect, belief: BeliefView, chosen: CauseView, crisis: "Crisis") -> None:
    looked = crisis.part(Looked)

    def look(cause: str) -> None:
        looked.cause = cause
        crisis.stage.redraw()

    items = [
        Tile(
            cause.id,
            cause.name,
            lambda width: _row_height(page),
            partial(_cause, page, cause, belief),
            partial(look, cause.id),
            selected=cause.id == chosen.id,
            hint=cause.summary,
        )
        for cause in belief.causes
    ]
    tiles(page, "intel.causes", rect, items, on_cursor=lambda tile: look(tile.name))


def _cause(page: Page, cause: CauseView, belief: BeliefView, box: pygame.Rect) -> None:
    """Draw one cause: its name, how belief in it moved, its bars and the figures."""
    palette, gap, known = page.palette, page.gap, belief.known_cause
    mine, change, public = _figures(page)
    right = box.right - gap // 2
    sign = page.px(14)
    left = box.x + gap // 2 + sign
    numbers = right - public - change - mine
    names = max(page.type.width(one.name, Style.BODY) for one in belief.causes) + gap // 2
    room = numbers - left
    spark = page.px(36) if len(belief.history) > 1 and room >= names + page.px(84) else 0
    bars = max(page.px(40), min(page.px(120), room - names - spark - (gap if spark else 0)))
    if cause.counts:
        page.text("§", pygame.Rect(left - sign, box.y, sign, box.height), Style.STRONG, palette.warning)
    elif cause.name == known:
        page.icon("check", pygame.Rect(left - sign, box.y, sign, box.height), palette.good, 13)
    name = pygame.Rect(left, box.y, room - bars - spark - (gap if spark else 0) - gap // 2, box.height)
    page.text(cause.name, name, Style.STRONG if cause.name == known else Style.BODY)
    if spark:
        _spark(
            page,
            pygame.Rect(name.right + gap // 2, box.y + page.px(5), spark, box.height - page.px(10)),
            belief,
            cause,
        )
    bar = pygame.Rect(numbers - bars, box.centery - page.px(7), bars, page.px(8))
    _bar(page, bar, cause.mine, palette.accent)
    _bar(page, pygame.Rect(bar.x, bar.bottom + page.px(1), bars, page.px(4)), cause.public, palette.soft)
    page.text(_share(cause.mine), pygame.Rect(numbers, box.y, mine, box.height), Style.STRONG, align="right")
    if cause.change is not None and abs(cause.change) >= SMALLEST_CHANGE:
        words = f"{'↑' if cause.change > 0 else '↓'}{abs(cause.change) * 100:.0f}"
        place = pygame.Rect(numbers + mine + gap // 2, box.y, change, box.height)
        page.text(words, place, colour=palette.soft)
    place = pygame.Rect(right - public, box.y, public, box.height)
    page.text(_share(cause.public), place, colour=palette.soft, align="right")


def _spark(page: Page, rect: pygame.Rect, belief: BeliefView, cause: CauseView) -> None:
    """Draw in small how belief in a cause moved, turn by turn."""
    place = [one.id for one in belief.causes].index(cause.id)
    last = len(belief.history) - 1
    points = [
        (rect.x + rect.width * number // last, round(rect.bottom - rect.height * mark.mine[place]))
        for number, mark in enumerate(belief.history)
    ]
    pygame.draw.lines(page.surface, page.palette.accent, False, points, max(1, page.px(1.5)))
    pygame.draw.circle(page.surface, page.palette.accent, points[-1], page.px(2.5))


def _share(share: float | None) -> str:
    return "–" if share is None else belief_words(share)


def _bar(page: Page, rect: pygame.Rect, share: float | None, colour: Colour) -> None:
    page.fill(rect, page.palette.ground, 2)
    if share is not None:
        page.fill(pygame.Rect(rect.x, rect.y, max(1, round(rect.width * share)), rect.height), colour, 2)


def _course(page: Page, rect: pygame.Rect, belief: BeliefView, cause: CauseView, step: int) -> None:
    """Draw how belief in one cause moved, turn by turn: mine as a thick line, the public's as a thin one."""
    palette, line = page.palette, page.line()
    title = say("How far you believed in “{cause}”", cause=cause.name)
    page.text(title, pygame.Rect(rect.x, rect.y, rect.width, line), Style.STRONG, palette.soft)
    foot = pygame.Rect(rect.x, rect.bottom - line, rect.width, line)
    lead = page.type.width(percent(1.0), Style.BODY) + page.gap
    plot = pygame.Rect(rect.x + lead, rect.y + line + page.gap, rect.width - lead - page.gap, 0)
    plot.height = foot.y - plot.y - page.gap // 2
    for share in (0.0, 0.5, 1.0):
        y = round(plot.bottom - share * plot.height)
        page.stroke((plot.x, y), (plot.right, y), palette.faint)
    for share, top in ((1.0, plot.y - line // 2), (0.0, plot.bottom - line // 2)):
        place = pygame.Rect(rect.x, top, lead - page.gap // 2, line)
        page.text(percent(share), place, colour=palette.soft, align="right")
    place_of = [one.id for one in belief.causes].index(cause.id)
    last = max(1, len(belief.history) - 1)

    def at(number: int, share: float) -> tuple[int, int]:
        return round(plot.x + plot.width * number / last), round(plot.bottom - plot.height * share)

    public = [at(number, mark.public[place_of]) for number, mark in enumerate(belief.history)]
    mine = [at(number, mark.mine[place_of]) for number, mark in enumerate(belief.history)]
    pygame.draw.lines(page.surface, palette.soft, False, public, max(1, page.px(1.5)))
    pygame.draw.lines(page.surface, palette.accent, False, mine, page.px(3))
    pygame.draw.circle(page.surface, palette.accent, mine[-1], page.px(5))
    first, now = belief.history[0].hour, belief.history[-1].hour
    ends = pygame.Rect(plot.x, foot.y, plot.width // 2, line)
    page.text(instant(first, step), ends, colour=palette.soft)
    ends = pygame.Rect(plot.centerx, foot.y, plot.right - plot.centerx, line)
    page.text(instant(now, step), ends, colour=palette.soft, align="right")


def _claims(page: Page, rect: pygame.Rect, claims: list[ClaimView], crisis: "Crisis") -> None:
    """Draw who says what in public, and how far it is believed."""
    palette, line = page.palette, page.line()
    page.stroke(rect.topleft, (rect.right, rect.y), palette.faint)
    y = rect.y + page.gap // 2
    page.text(_("Said in public"), pygame.Rect(rect.x, y, rect.width, line), Style.STRONG, palette.soft)
    y += line
    badges = crisis.badges(page)
    for claim in claims:
        if y + line > rect.bottom:
            return
        badge = badges.get(claim.actor)
        size = page.px(6)
        if badge is not None:
            draw_mark(page, badge.mark, (rect.x + size, y + line // 2), size, badge.colour)
        left = rect.x + 2 * size + page.gap
        believed = (
            "" if claim.public_belief is None else say("public {share}", share=_share(claim.public_belief))
        )
        room = page.type.width(believed, Style.BODY)
        who = _("You") if claim.mine else capital(crisis.short(claim.actor))
        words = say("{actor}: “{claim}”", actor=who, claim=claim.text)
        page.text(words, pygame.Rect(left, y, rect.right - left - room - page.gap, line))
        page.text(believed, pygame.Rect(rect.right - room, y, room, line), colour=palette.soft)
        y += line


# --- evidence ---------------------------------------------------------------------------------------------


def _evidence(page: Page, rect: pygame.Rect, crisis: "Crisis", incident: str) -> None:
    """Draw the evidence of one incident, or of all where none has happened yet."""
    view = crisis.play.view
    found = [item for item in view.evidence if not incident or item.incident == incident]
    if not found:
        words = _("No evidence on this incident yet, and none is due.")
        page.paragraph(words, rect, colour=page.palette.soft)
        return
    tiles(page, "intel.evidence", rect, evidence_tiles(page, found, view.hour, view.hours_per_turn))

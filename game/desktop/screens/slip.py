"""The prediction slip: what the others will do, and how sure one is, before the turn is told."""

from functools import partial
from typing import TYPE_CHECKING

import pygame

from game.desktop.draft import Expected
from game.desktop.drawing.marks import draw_mark
from game.desktop.page import Page
from game.desktop.screens.sheet import box_overlay
from game.desktop.theme import Style
from game.desktop.typeset import capital
from game.desktop.widgets.buttons import button, button_width
from game.desktop.widgets.choices import Pick
from game.desktop.widgets.segments import segments
from game.desktop.widgets.sliders import slider, slider_height
from game.language import _, count, say
from game.view.prediction import PredictionView, ScoreView
from game.view.words import number, percent

if TYPE_CHECKING:
    from game.desktop.screens.crisis import Crisis

ICONS = {"climbs": "trending-up", "holds": "equal", "climbs_down": "trending-down"}
SURE = 60
"""Per cent: what the slider says before it was moved."""


def draw_slip(page: Page, crisis: "Crisis") -> None:
    """Ask what the others will do; the main button goes on, with a slip or without."""
    view, gap = crisis.play.view, page.gap
    row = max(slider_height(page), 2 * page.line()) + 2 * gap
    width = min(page.px(1040), page.area.width - 4 * gap) - 6 * gap
    under = _("Nothing here moves the game. Afterwards you see whether you were as right as you were sure.")
    head = page.line(Style.TITLE) + page.measure(under, width) + 3 * gap + _score_height(page, view.scores)
    height = head + len(view.predictions) * row + page.line() + 4 * gap + _foot_height(page) + 4 * gap
    inner = box_overlay(page, 1040, round(height / page.scale))
    title = pygame.Rect(inner.x, inner.y, inner.width, page.line(Style.TITLE))
    page.text(_("Before it is told: what do you expect?"), title, Style.TITLE)
    text = pygame.Rect(inner.x, title.bottom + gap // 2, inner.width, 3 * page.line())
    y = page.paragraph(under, text, colour=page.palette.soft)
    y = _score(page, pygame.Rect(inner.x, y, inner.width, page.line()), view.scores) + 2 * gap
    columns = _columns(page, inner)
    for words, column in zip((_("Seat"), _("This turn it …"), _("How sure?")), columns, strict=True):
        place = pygame.Rect(column.x, y, column.width, page.line())
        page.text(words, place, Style.STRONG, page.palette.soft)
    y += page.line() + gap // 2
    for prediction in view.predictions:
        page.stroke((inner.x, y), (inner.right, y), page.palette.faint)
        _row(page, [pygame.Rect(one.x, y, one.width, row) for one in columns], prediction, crisis)
        y += row
    _foot(page, inner, crisis)


def _columns(page: Page, inner: pygame.Rect) -> list[pygame.Rect]:
    gap = 2 * page.gap
    room = inner.width - 2 * gap
    widths = [room * 24 // 100, room * 42 // 100, room * 34 // 100]
    lefts = [inner.x, inner.x + widths[0] + gap, inner.x + widths[0] + widths[1] + 2 * gap]
    return [pygame.Rect(left, 0, width, 0) for left, width in zip(lefts, widths, strict=True)]


# --- the score --------------------------------------------------------------------------------------------


def score_words(scores: tuple[ScoreView, ...]) -> str:
    """Say how well one did so far; empty before the first prediction was judged."""
    if not scores:
        return ""
    right = len([one for one in scores if one.right])
    mean = sum(one.score for one in scores) / len(scores)
    return count(
        len(scores),
        "So far: {right} of {number} prediction right; score {score} (0 is perfect, 0.25 is guessing)",
        "So far: {right} of {number} predictions right; score {score} (0 is perfect, 0.25 is guessing)",
        right=right,
        score=number(mean),
    )


def _score_height(page: Page, scores: tuple[ScoreView, ...]) -> int:
    return page.line() + page.gap if scores else 0


def _score(page: Page, rect: pygame.Rect, scores: tuple[ScoreView, ...]) -> int:
    """Draw the running score; return the y below."""
    words = score_words(scores)
    if not words:
        return rect.y
    size = page.icon_width()
    place = pygame.Rect(rect.x, rect.y + page.gap // 2, size, rect.height)
    page.icon("target", place, page.palette.accent_ink)
    text = pygame.Rect(place.right + page.gap, place.y, rect.right - place.right - page.gap, rect.height)
    page.text(words, text)
    return text.bottom


# --- a seat -----------------------------------------------------------------------------------------------


def _row(page: Page, columns: list[pygame.Rect], prediction: PredictionView, crisis: "Crisis") -> None:
    name, choice, sure = columns
    slip, actor = crisis.draft.slip, prediction.actor
    answer = slip.get(actor)
    _name(page, name, prediction, crisis)
    height = page.line() + page.px(16)
    place = pygame.Rect(choice.x, choice.centery - height // 2, choice.width, height)
    picks = [
        Pick(one.id, capital(one.name), hint=one.summary, icon=ICONS[one.id]) for one in prediction.choices
    ]
    chosen = answer.choice if answer else ""
    segments(page, f"slip.{actor}", place, picks, chosen, partial(_choose, crisis, actor, picks))
    steps = list(prediction.sureness)
    if answer is None:
        words = _("Choose first, or leave it out.")
        line = pygame.Rect(sure.x, sure.centery - page.line() // 2, sure.width, page.line())
        page.text(words, line, colour=page.palette.soft)
        return

    def change(step: int) -> None:
        slip[actor] = Expected(actor, slip[actor].choice, steps[step])

    at = max(0, len([step for step in steps if step <= answer.sure]) - 1)
    deep = slider_height(page)
    place = pygame.Rect(sure.x, sure.centery - deep // 2, sure.width, deep)
    slider(page, f"sure.{actor}", place, [percent(step / 100) for step in steps], at, change)


def _choose(crisis: "Crisis", actor: str, picks: list[Pick], choice: str) -> None:
    """Expect something of somebody; the same again takes it back."""
    slip = crisis.draft.slip
    answer = slip.get(actor)
    if answer is not None and answer.choice == choice:
        del slip[actor]
    else:
        slip[actor] = Expected(actor, choice, answer.sure if answer else SURE)
    crisis.stage.redraw()


def _name(page: Page, rect: pygame.Rect, prediction: PredictionView, crisis: "Crisis") -> None:
    """Draw whose acts it is about, and where they are now."""
    view, size = crisis.play.view, page.px(7)
    badge = crisis.badges(page).get(prediction.actor)
    ladder = next((one for one in view.ladders if one.by == prediction.actor), None)
    now = say("Now read as: {rung}", rung=view.rungs[ladder.read].name) if ladder and view.rungs else ""
    top = rect.centery - (page.line() if now else page.line() // 2)
    if badge is not None:
        draw_mark(page, badge.mark, (rect.x + size, top + page.line() // 2), size, badge.colour)
    left = rect.x + 2 * size + page.gap
    name = pygame.Rect(left, top, rect.right - left, page.line())
    page.text(capital(prediction.actor_name), name, Style.STRONG)
    page.text(now, pygame.Rect(left, name.bottom, name.width, page.line()), colour=page.palette.soft)


# --- the foot ---------------------------------------------------------------------------------------------


def _foot_height(page: Page) -> int:
    return page.line() + page.px(20)


def _foot(page: Page, inner: pygame.Rect, crisis: "Crisis") -> None:
    slip = list(crisis.draft.slip.values())
    height = _foot_height(page)
    seal = _("Seal the slip and go on") if slip else _("Go on without a slip")
    width = button_width(page, seal, icon="check")
    right = pygame.Rect(inner.right - width, inner.bottom - height, width, height)
    go = partial(crisis.resolve, slip)
    icon = "check" if slip else "skip-forward"
    button(page, "slip.reveal", right, seal, go, look="primary", hint=_("Enter goes on at once."), icon=icon)
    back = _("Back to orders")
    width = button_width(page, back, icon="arrow-left")
    left = pygame.Rect(inner.x, right.y, width, height)
    button(page, "slip.back", left, back, crisis.close, look="quiet", icon="arrow-left")
    page.first = "slip.reveal"

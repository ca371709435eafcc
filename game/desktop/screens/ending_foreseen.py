"""What was foreseen: every prediction beside what happened, and what the score means in words."""

from collections.abc import Mapping, Sequence
from math import fsum

import pygame

from game.desktop.drawing.marks import Badge, draw_mark
from game.desktop.page import Page
from game.desktop.terms import term
from game.desktop.theme import Style
from game.desktop.widgets.scrolls import scroll_rows
from game.language import _, count, say
from game.view.prediction import ScoreView
from game.view.words import number, percent

GUESSING = 0.25
"""What always saying 50 % scores."""


def draw_foreseen(
    page: Page,
    room: pygame.Rect,
    scores: Sequence[ScoreView],
    signs: Mapping[str, Badge],
    ids: Mapping[str, str],
) -> None:
    """Draw the sum on the left and a line for each prediction on the right."""
    if not scores:
        _none(page, room)
        return
    side = room.width * 32 // 100
    _sum(page, pygame.Rect(room.x, room.y, side, room.height), scores)
    left = room.x + side + 2 * page.gap
    inner = page.panel(pygame.Rect(left, room.y, room.right - left, room.height), _("Each prediction"))
    height = 2 * page.line() + page.gap

    def draw(place: int, box: pygame.Rect) -> None:
        score = scores[place]
        _line(page, box, score, signs.get(ids.get(score.actor_name, "")))

    scroll_rows(page, "slips", inner, len(scores), height, draw)


def _none(page: Page, room: pygame.Rect) -> None:
    inner = page.panel(room)
    icon = pygame.Rect(inner.x, inner.y, inner.width, page.px(90))
    page.icon("telescope", icon, page.palette.line, 48)
    words = _("You sealed no prediction slip in this game.")
    line = pygame.Rect(inner.x, icon.bottom, inner.width, page.line(Style.HEADING))
    page.text(words, line, Style.HEADING, align="centre")
    more = _("Before a turn is resolved you can say what each other seat will do, and how sure you are.")
    wide = min(inner.width, page.px(620))
    box = pygame.Rect(inner.centerx - wide // 2, line.bottom + page.gap, wide, 3 * page.line())
    page.paragraph(more, box, colour=page.palette.soft)


def _sum(page: Page, rect: pygame.Rect, scores: Sequence[ScoreView]) -> None:
    palette = page.palette
    inner = page.panel(rect)
    right = len([score for score in scores if score.right])
    mean = fsum(score.score for score in scores) / len(scores)
    y = inner.y
    figure = page.text(
        number(round(mean, 2)), pygame.Rect(inner.x, y, inner.width, page.line(Style.DISPLAY)), Style.DISPLAY
    )
    beside = pygame.Rect(figure.right + page.gap, y, inner.right - figure.right - page.gap, figure.height)
    term(page, page.text(_("Brier score"), beside, Style.HEADING, palette.soft), "brier")
    y += page.line(Style.DISPLAY) + page.gap
    y = _scale(page, pygame.Rect(inner.x, y, inner.width, page.px(12)), mean) + 2 * page.gap
    words = count(
        len(scores),
        "{right} of {number} prediction came true.",
        "{right} of {number} predictions came true.",
        right=right,
    )
    y = page.paragraph(words, pygame.Rect(inner.x, y, inner.width, 2 * page.line()), Style.STRONG) + page.gap
    y = page.paragraph(_verdict(mean), pygame.Rect(inner.x, y, inner.width, 4 * page.line())) + page.gap
    note = _("0 is perfect foresight. Always saying 50 % scores 0.25; above that, be less sure.")
    y = page.paragraph(note, pygame.Rect(inner.x, y, inner.width, inner.bottom - y), colour=palette.soft)
    _calibration(
        page, pygame.Rect(inner.x, y + 2 * page.gap, inner.width, inner.bottom - y - 2 * page.gap), scores
    )


def _calibration(page: Page, rect: pygame.Rect, scores: Sequence[ScoreView]) -> None:
    """For each sureness, how often one was right: a bar, and a mark where it should end."""
    palette, row = page.palette, page.line() + page.gap
    head = page.text(
        _("How sure, and how often right"),
        pygame.Rect(rect.x, rect.y, rect.width, page.line()),
        Style.STRONG,
        palette.accent_ink,
    )
    y = head.bottom + page.gap
    wide = page.type.width(percent(1.0), Style.BODY) + page.gap
    figures = page.type.width(say("{right} of {number}", right=88, number=88), Style.BODY) + page.gap
    for sure in sorted({score.sure for score in scores}):
        if y + row > rect.bottom:
            return
        these = [score for score in scores if score.sure == sure]
        right = len([score for score in these if score.right])
        page.text(percent(sure / 100), pygame.Rect(rect.x, y, wide, page.line()))
        bar = pygame.Rect(
            rect.x + wide, y + page.line() // 2 - page.px(5), rect.width - wide - figures, page.px(10)
        )
        page.fill(bar, palette.faint, 4)
        share = right / len(these)
        page.fill(pygame.Rect(bar.x, bar.y, round(bar.width * share), bar.height), palette.good, 4)
        x = bar.x + bar.width * sure // 100
        page.stroke((x, bar.y - page.px(4)), (x, bar.bottom + page.px(3)), palette.ink, page.px(2))
        words = say("{right} of {number}", right=right, number=len(these))
        page.text(words, pygame.Rect(bar.right, y, rect.right - bar.right, page.line()), align="right")
        y += row


def _scale(page: Page, bar: pygame.Rect, mean: float) -> int:
    """Where the score lies between perfect and always wrong, with a mark at guessing; the y below."""
    palette = page.palette
    page.fill(bar, palette.faint, 4)
    guessing = bar.x + round(bar.width * GUESSING)
    page.fill(pygame.Rect(bar.x, bar.y, guessing - bar.x, bar.height), palette.good, 4)
    page.stroke((guessing, bar.y - page.px(3)), (guessing, bar.bottom + page.px(3)), palette.ink, page.px(2))
    x = bar.x + round(bar.width * max(0.0, min(1.0, mean)))
    draw_mark(page, "diamond", (x, bar.centery), page.px(9), palette.ink)
    below = pygame.Rect(bar.x, bar.bottom + page.px(6), bar.width, page.line())
    page.text(
        _("guessing"),
        pygame.Rect(guessing, below.y, below.right - guessing, below.height),
        colour=palette.soft,
    )
    return below.bottom


def _verdict(mean: float) -> str:
    if mean < 0.1:
        return _("You saw what the others would do, and knew how sure to be.")
    if mean < GUESSING:
        return _("You foresaw them better than a guess would have.")
    if mean < 0.3:
        return _("About as good as guessing.")
    return _("You were surer than you had reason to be.")


def _line(page: Page, box: pygame.Rect, score: ScoreView, sign: Badge | None) -> None:
    palette, line = page.palette, page.line()
    colour = palette.good if score.right else palette.warning
    icon = pygame.Rect(box.x, box.y, page.px(24), line)
    page.icon("circle-check" if score.right else "circle-x", icon, colour)
    turn = pygame.Rect(
        icon.right + page.gap, box.y, page.type.width(say("turn {turn}", turn=88), Style.BODY), line
    )
    page.text(say("turn {turn}", turn=score.turn), turn, colour=palette.soft)
    x = turn.right + 2 * page.gap
    if sign is not None:
        draw_mark(page, sign.mark, (x + page.px(5), box.y + line // 2), page.px(5), sign.colour)
        x += page.px(10) + page.gap
    points = page.type.width(number(0.88), Style.STRONG)
    page.text(score.actor_name, pygame.Rect(x, box.y, box.right - points - page.gap - x, line), Style.STRONG)
    page.text(
        number(round(score.score, 2)),
        pygame.Rect(box.right - points, box.y, points, line),
        Style.STRONG,
        colour,
        "right",
    )
    below = pygame.Rect(x, box.y + line, box.right - x, line)
    if score.right:
        words = say("You said “{said}”, {sure} % sure.", said=score.predicted, sure=score.sure)
    else:
        words = say(
            "You said “{said}”, {sure} % sure; it {happened}.",
            said=score.predicted,
            sure=score.sure,
            happened=score.happened,
        )
    page.text(words, below, colour=palette.soft)

"""Coalitions and their members, the posture of strategic arms, and steps towards a calmer crisis."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

import pygame
from attrs import frozen

from game.desktop.drawing.marks import draw_flag, draw_mark
from game.desktop.page import Page
from game.desktop.theme import Colour, Style
from game.desktop.typeset import capital
from game.desktop.widgets.tiles import Tile, tiles
from game.language import N_, _, say
from game.view.arsenals import ArsenalView
from game.view.coalition import AskView, CoalitionView, MemberView
from game.view.steps import StepView
from game.view.words import instant, listing, percent, quoted

if TYPE_CHECKING:
    from game.desktop.screens.crisis import Crisis

POSTURES = ("routine", "raised", "high")
STEP_ICONS = {
    "none": "circle-dashed",
    "announced": "megaphone",
    "verified": "badge-check",
    "answered": "handshake",
}
STEP_WORDS = {
    "none": N_("open to {actor}, by “{act}”"),
    "announced": N_("announced by {actor}, not verified yet"),
    "verified": N_("announced by {actor} and verified"),
    "answered": N_("announced by {actor} and answered"),
}
TWO_COLUMNS = 620
"""Pixels at 1280 x 720 from which members stand in two columns."""


@frozen
class Line:
    """One line of a card."""

    icon: str
    words: str
    colour: Colour | None = None
    tint: Colour | None = None
    """The icon's colour, where it is not that of the words."""
    ask: AskView | None = None
    """A threshold that is drawn under it."""


def draw_members(page: Page, rect: pygame.Rect, crisis: "Crisis") -> None:
    """Draw members on the left, arms and steps on the right."""
    view, gap = crisis.play.view, page.gap
    side = bool(view.arsenals or view.steps)
    width = rect.width
    if view.coalitions and side:
        width = (rect.width - 4 * gap) * 56 // 100
    if view.coalitions:
        _coalitions(page, pygame.Rect(rect.x, rect.y, width, rect.height), crisis)
    if side:
        left = rect.x + width + 4 * gap if view.coalitions else rect.x
        right = pygame.Rect(left, rect.y, rect.right - left, rect.height)
        if view.coalitions:
            page.stroke((left - 2 * gap, rect.y), (left - 2 * gap, rect.bottom), page.palette.faint)
        items = [*_arms(page, view.arsenals, crisis), *_steps(page, view.steps, view.hours_per_turn)]
        columns = 1 if view.coalitions or right.width < page.px(TWO_COLUMNS) else 2
        tiles(page, "arms", right, items, columns=columns)


def _coalitions(page: Page, rect: pygame.Rect, crisis: "Crisis") -> None:
    y = rect.y
    for coalition in crisis.play.view.coalitions:
        y = _weight(page, pygame.Rect(rect.x, y, rect.width, rect.bottom - y), coalition, crisis) + page.gap
    items = [
        _card(
            page,
            f"{one.actor}.{member.id}",
            member.name,
            list(_member_lines(page, member)),
            _member_icon(page, member),
            _member_note(member),
        )
        for one in crisis.play.view.coalitions
        for member in one.members
    ]
    columns = 2 if rect.width >= page.px(TWO_COLUMNS) and not page.tight else 1
    tiles(page, "members", pygame.Rect(rect.x, y, rect.width, rect.bottom - y), items, columns=columns)


def _weight(page: Page, rect: pygame.Rect, coalition: CoalitionView, crisis: "Crisis") -> int:
    """Draw a bar of the weight that has joined, with the quorum on it; return the y below."""
    palette, gap = page.palette, page.gap
    name = pygame.Rect(rect.x, rect.y, rect.width, page.line(Style.HEADING))
    badge = crisis.badges(page).get(coalition.actor)
    size = page.px(7)
    left = rect.x
    if badge is not None:
        draw_mark(page, badge.mark, (rect.x + size, name.centery), size, badge.colour)
        left += 2 * size + gap
    drawn = page.text(
        capital(coalition.actor_name),
        pygame.Rect(left, name.y, rect.width * 6 // 10, name.height),
        Style.HEADING,
    )
    if coalition.proceeding:
        state, icon = _("goes on without all"), "users"
    elif coalition.agreed:
        state, icon = _("can act"), "circle-check"
    else:
        state, icon = _("cannot act yet"), "circle-x"
    colour = palette.good if coalition.agreed else palette.warning
    left = drawn.right + 2 * gap
    page.icon(icon, pygame.Rect(left, name.y, page.icon_width(16), name.height), colour, 16)
    left += page.icon_width(16) + gap // 2
    page.text(state, pygame.Rect(left, name.y, name.right - left, name.height), Style.STRONG, colour)
    bar = pygame.Rect(rect.x, name.bottom + page.px(10), rect.width, page.px(14))
    page.fill(bar, palette.ground, 3)
    x = float(bar.x)
    for member in sorted(coalition.members, key=lambda member: not member.joined):
        width = bar.width * member.share
        part = pygame.Rect(round(x), bar.y, max(1, round(x + width) - round(x) - 2), bar.height)
        if member.joined:
            page.fill(part, palette.good, 2)
        else:
            page.outline(part, palette.soft, 2)
        x += width
    quorum = round(bar.x + bar.width * coalition.quorum)
    page.stroke((quorum, bar.y - page.px(4)), (quorum, bar.bottom + page.px(3)), palette.accent, page.px(2))
    draw_flag(page, (quorum, bar.y - page.px(4)), palette.accent)
    note = pygame.Rect(rect.x, bar.bottom + page.px(4), rect.width, 3 * page.line())
    return page.paragraph(coalition.words, note, colour=palette.soft)


# --- cards ------------------------------------------------------------------------------------------------


def _card(
    page: Page,
    name: str,
    title: str,
    lines: Sequence[Line],
    icon: tuple[str, Colour],
    note: str,
    *,
    selected: bool = False,
) -> Tile:
    return Tile(
        name,
        title,
        partial(_card_height, page, title, lines, note),
        partial(_draw_card, page, title, lines, icon, note),
        selected=selected,
    )


def _title_lines(page: Page, title: str, note: str, width: int) -> int:
    room = width - 2 * page.gap - page.icon_width() - page.gap - page.type.width(note, Style.BODY) - page.gap
    return min(2, len(page.type.wrap(title, Style.STRONG, max(40, room))))


def _card_height(page: Page, title: str, lines: Sequence[Line], note: str, width: int) -> int:
    room = width - 2 * page.gap
    text = sum(page.measure(line.words, room - _indent(page, line)) for line in lines)
    meters = sum(page.px(12) for line in lines if _metered(line.ask))
    return _title_lines(page, title, note, width) * page.line() + text + meters + page.px(16)


def _indent(page: Page, line: Line) -> int:
    return page.icon_width(15) + page.gap if line.icon else 0


def _metered(ask: AskView | None) -> bool:
    return ask is not None and ask.kind != "losses" and ask.needed is not None and ask.held is not None


def _draw_card(
    page: Page, title: str, lines: Sequence[Line], icon: tuple[str, Colour], note: str, box: pygame.Rect
) -> None:
    palette, gap, height = page.palette, page.gap, page.line()
    x, y = box.x + gap, box.y + page.px(8)
    size = page.icon_width()
    page.icon(icon[0], pygame.Rect(x, y, size, height), icon[1])
    room = page.type.width(note, Style.BODY)
    left = x + size + gap
    place = pygame.Rect(left, y, box.right - 2 * gap - room - left, 2 * height)
    page.text(note, pygame.Rect(box.right - gap - room, y, room, height), colour=palette.soft)
    y = page.paragraph(title, place, Style.STRONG)
    for line in lines:
        indent = _indent(page, line)
        if line.icon:
            where = pygame.Rect(x, y, page.icon_width(15), height)
            page.icon(line.icon, where, line.tint or line.colour or palette.ink, 15)
        text = pygame.Rect(x + indent, y, box.right - gap - x - indent, max(height, box.bottom - y))
        y = page.paragraph(line.words, text, colour=line.colour)
        if line.ask is not None and _metered(line.ask):
            _meter(page, pygame.Rect(x + indent, y + page.px(3), text.width, page.px(5)), line.ask)
            y += page.px(12)


def _meter(page: Page, rect: pygame.Rect, ask: AskView) -> None:
    """Draw how far a threshold is met: the bar is what is held, the stroke what is asked for."""
    palette = page.palette
    assert ask.needed is not None
    assert ask.held is not None
    page.fill(rect, palette.ground, 2)
    colour = palette.soft if ask.met is None else palette.good if ask.met else palette.warning
    page.fill(
        pygame.Rect(rect.x, rect.y, max(2, round(rect.width * min(1.0, ask.held))), rect.height), colour, 2
    )
    x = round(rect.x + rect.width * min(1.0, ask.needed))
    page.stroke((x, rect.y - page.px(2)), (x, rect.bottom + page.px(1)), palette.ink, page.px(2))


# --- members ----------------------------------------------------------------------------------------------


def _member_icon(page: Page, member: MemberView) -> tuple[str, Colour]:
    return ("circle-check", page.palette.good) if member.joined else ("circle-dashed", page.palette.soft)


def _member_note(member: MemberView) -> str:
    if member.changed:
        said = N_("joined just now, {share}") if member.joined else N_("left just now, {share}")
    else:
        said = N_("joined, {share}") if member.joined else N_("out, {share}")
    return say(said, share=percent(member.share))


def _member_lines(page: Page, member: MemberView) -> list[Line]:
    palette = page.palette
    lines = [Line("", member.summary, palette.soft)] if member.summary else []
    for ask in member.asks:
        icon = "circle-help" if ask.met is None else "check" if ask.met else "x"
        tint = palette.soft if ask.met is None else palette.good if ask.met else palette.warning
        lines.append(Line(icon, capital(ask.text), palette.soft if ask.met else None, tint, ask))
    if member.controls:
        gates = listing(member.controls)
        if member.joined:
            lines.append(Line("lock-open", say("Has opened: {gates}", gates=gates), palette.soft))
        else:
            lines.append(Line("lock", say("Keeps shut: {gates}", gates=gates), palette.warning))
    return lines


# --- arms and steps ---------------------------------------------------------------------------------------


def _heading(page: Page, name: str, words: str) -> Tile:
    def draw(box: pygame.Rect) -> None:
        page.text(words, pygame.Rect(box.x, box.y, box.width, page.line(Style.HEADING)), Style.HEADING)

    return Tile(name, words, lambda width: page.line(Style.HEADING) + page.px(2), draw, bare=True)


def _arms(page: Page, arsenals: tuple[ArsenalView, ...], crisis: "Crisis") -> list[Tile]:
    palette = page.palette
    items = [_heading(page, "arms.heading", _("Strategic arms"))] if arsenals else []
    for one in arsenals:
        level = POSTURES.index(one.posture)
        colour = (palette.soft, palette.warning, palette.danger)[level]
        words = one.posture_words
        if one.changed:
            words = say("{posture} (new)", posture=words)
        pips = "●" * (level + 1) + "○" * (2 - level)
        lines = [Line("", say("{pips} {posture}", pips=pips, posture=words), palette.ink)]
        lines.append(Line("", one.said, palette.soft))
        if one.summary:
            lines.append(Line("", one.summary, palette.soft))
        items.append(_card(page, f"arms.{one.owner}", one.owner_name, lines, ("radiation", colour), ""))
    return items


def _steps(page: Page, steps: tuple[StepView, ...], turn: int) -> list[Tile]:
    palette = page.palette
    items = [_heading(page, "steps.heading", _("Steps towards a calmer crisis"))] if steps else []
    for step in steps:
        tint = palette.accent_ink if step.mine_to_answer else palette.soft
        if step.state in ("verified", "answered") and not step.mine_to_answer:
            tint = palette.good
        said = capital(say(STEP_WORDS[step.state], actor=step.by_name, act=step.act))
        lines = [Line("", said, palette.soft)]
        if step.until is not None:
            answers = listing(map(quoted, step.answers), "or")
            asked = (
                N_("Invites your answer, {answers}, before {moment}")
                if step.mine_to_answer
                else N_("Invites an answer, {answers}, before {moment}")
            )
            words = say(asked, answers=answers, moment=instant(step.until, turn))
            lines.append(Line("mail-open", words, palette.accent_ink if step.mine_to_answer else None))
        items.append(
            _card(
                page,
                f"steps.{step.id}",
                step.name,
                lines,
                (STEP_ICONS[step.state], tint),
                "",
                selected=step.mine_to_answer,
            )
        )
    return items

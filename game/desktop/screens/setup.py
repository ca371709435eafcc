"""Before a game: one question at a time, and beside it everything that is chosen so far."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import pygame
from attrs import frozen

from game.desktop.drawing.emblems import Emblems
from game.desktop.page import Key, Page, Part, Widget
from game.desktop.screens.questions import AS_WRITTEN, draw_step
from game.desktop.screens.shelf import tag_words
from game.desktop.stage import Stage
from game.desktop.start import Choices
from game.desktop.theme import Style
from game.desktop.widgets.buttons import button, button_width
from game.language import N_, _, count, sense, told

if TYPE_CHECKING:
    from game.desktop.screens.numbers import Numbers
    from game.view.menu import GroupView

STEP_TITLES = {
    "assumptions": N_("Assumptions"),
    "numbers": N_("Single numbers"),
    "seat": N_("Your seat"),
    "others": N_("The others"),
}

__all__ = ["AS_WRITTEN", "STEP_TITLES", "Setting", "draw_setup", "steps"]


@frozen(eq=False)
class Setting:
    """What the screen before a game shows, and what can be done on it."""

    choices: Choices
    step: str
    go: Callable[[str], None]
    leave: Callable[[], None]
    begin: Callable[[], None]
    emblems: Emblems
    numbers: "Numbers"
    stage: Stage


def steps(choices: Choices) -> list[str]:
    """Return the steps of a scenario, in order."""
    order = [group.id for group in choices.scenario.groups]
    if choices.scenario.sets:
        order += ["assumptions", "numbers"]
    return [*order, "seat", "others"]


def draw_setup(page: Page, frame: pygame.Rect, setting: Setting) -> None:
    """Draw the scenario at the top, the steps and what was chosen at the left, the question at the right."""
    gap, palette = page.gap, page.palette
    scenario = setting.choices.scenario
    head = _head(page, frame, setting)
    body = pygame.Rect(frame.x, head.bottom + 2 * gap, frame.width, frame.bottom - head.bottom - 2 * gap)
    if scenario.problems:
        inner = page.panel(body, _("This scenario cannot be played"))
        page.paragraph("\n".join(scenario.problems[:12]), inner, colour=palette.warning)
        return
    side = pygame.Rect(body.x, body.y, body.width * (34 if page.tight else 30) // 100, body.height)
    _summary(page, side, setting)
    main = pygame.Rect(side.right + 2 * gap, body.y, body.right - side.right - 2 * gap, body.height)
    page.fill(main, palette.panel, 8)
    inner = main.inflate(-6 * gap, -4 * gap)
    foot = pygame.Rect(inner.x, inner.bottom - page.line() - 3 * gap, inner.width, page.line() + 3 * gap)
    room = pygame.Rect(inner.x, inner.y, inner.width, foot.y - 2 * gap - inner.y)
    if setting.step == "numbers":
        setting.numbers.draw(page, room, setting.choices)
    else:
        draw_step(page, room, setting.choices, setting.step, setting.stage)
    _foot(page, foot, setting)


def _head(page: Page, frame: pygame.Rect, setting: Setting) -> pygame.Rect:
    """Draw what is played: its emblem, its name, its facts, and in a sentence what it is about."""
    gap, palette, scenario = page.gap, page.palette, setting.choices.scenario
    back = _("All scenarios")
    width = button_width(page, back, Style.BODY, "arrow-left")
    high = page.line() + 2 * gap
    button(
        page,
        "shelf",
        pygame.Rect(frame.x, frame.y, width, high),
        back,
        setting.leave,
        look="quiet",
        icon="arrow-left",
    )
    top = frame.y + high + gap
    height = page.line(Style.TITLE) + 3 * page.line() + gap
    box = pygame.Rect(frame.x, top, frame.width, height)
    setting.emblems.draw(page, scenario.emblem, pygame.Rect(box.x, box.y, height, height))
    left = box.x + height + 2 * gap
    room = pygame.Rect(left, box.y, box.right - left, box.height)
    page.text(
        told(scenario.title),
        pygame.Rect(room.x, room.y, room.width, page.line(Style.TITLE)),
        Style.TITLE,
    )
    y = room.y + page.line(Style.TITLE)
    if not scenario.problems:
        _tags(page, pygame.Rect(room.x, y, room.width, page.line()), tag_words(scenario))
    y += page.line() + gap // 2
    page.paragraph(
        told(scenario.summary), pygame.Rect(room.x, y, room.width, box.bottom - y), colour=palette.soft
    )
    return box


def _tags(page: Page, rect: pygame.Rect, tags: tuple[tuple[str, str], ...]) -> None:
    size, x = page.icon_width(16), rect.x
    for icon, words in tags:
        width = page.type.width(words, Style.BODY)
        if x + size + width + page.gap > rect.right:
            return
        page.icon(icon, pygame.Rect(x, rect.y, size, rect.height), page.palette.accent_ink, 16)
        page.text(words, pygame.Rect(x + size + page.gap // 2, rect.y, width + 2, rect.height))
        x += size + width + 3 * page.gap


def _summary(page: Page, rect: pygame.Rect, setting: Setting) -> None:
    """Draw the steps with what was chosen in each; Up and Down go from one to the next."""
    palette, gap, choices = page.palette, page.gap, setting.choices
    inner = page.panel(rect, _("Your game"))
    order = steps(choices)
    open_steps = choices.missing()
    names = {group.id: told(group.name) for group in choices.scenario.groups}
    height = min(2 * page.line() + 2 * gap, (inner.height + gap) // len(order))
    box = pygame.Rect(inner.x - gap, inner.y, inner.width + 2 * gap, height * len(order))
    widget = Widget("steps", box, "tabs", label=setting.step, at=setting.step)
    for number, step in enumerate(order):
        place = pygame.Rect(box.x, box.y + number * height, box.width, height - gap // 2)
        here, missing = step == setting.step, step in open_steps
        if here or page.over(place):
            page.fill(place, palette.pressed if here else palette.raised, 6)
        if here:
            page.fill(pygame.Rect(place.x, place.y, page.px(4), place.height), palette.accent, 2)
        size = page.icon_width(18)
        icon = "circle" if missing else "circle-check"
        colour = palette.warning if missing else palette.good
        page.icon(icon, pygame.Rect(place.x + 2 * gap, place.y, size, place.height), colour)
        left = place.x + 3 * gap + size
        title = names.get(step) or _(STEP_TITLES[step])
        words = _("still to choose") if missing else _said(choices, step)
        width = place.right - gap - left
        cut = page.type.width(words, Style.BODY) > width
        middle = place.centery
        page.text(title, pygame.Rect(left, middle - page.line(), width, page.line()), Style.STRONG)
        page.text(
            words,
            pygame.Rect(left, middle, width, page.line()),
            colour=palette.warning if missing else palette.soft,
        )
        widget.parts.append(
            Part(step, place, title, partial(setting.go, step), True, here, hint=words if cut else "")
        )

    def key(pressed: Key) -> bool:
        step = {pygame.K_UP: -1, pygame.K_DOWN: 1, pygame.K_LEFT: -1, pygame.K_RIGHT: 1}.get(pressed.code, 0)
        target = order.index(setting.step) + step
        if not step or not 0 <= target < len(order):
            return False
        setting.go(order[target])
        return True

    widget.key = key
    page.add(widget)


def _said(choices: Choices, step: str) -> str:
    """Return what was chosen in a step."""
    scenario = choices.scenario
    group = next((group for group in scenario.groups if group.id == step), None)
    if group is not None:
        return _variant(choices, group)
    if step == "assumptions":
        return next((told(one.name) for one in scenario.sets if one.id == choices.assumptions), "")
    if step == "numbers":
        changed = len(choices.values)
        return count(changed, "{number} changed", "{number} changed") if changed else _("as the set says")
    names = {seat.actor: told(seat.name) for seat in scenario.seats}
    if step == "seat":
        return _("nobody: you look on") if choices.watch else names.get(choices.seat, "")
    people = [names[actor] for actor in choices.seats_of_people() if actor != choices.seat]
    if people:
        return ", ".join(people)
    return sense("who plays the other seats", "the computer")


def _variant(choices: Choices, group: "GroupView") -> str:
    chosen = choices.variants.get(group.id, "")
    return next((told(one.name) for one in group.choices if one.id == chosen), _("As written"))


def _foot(page: Page, foot: pygame.Rect, setting: Setting) -> None:
    choices, order = setting.choices, steps(setting.choices)
    why = choices.why_not()
    label = _("Watch the game") if choices.watch else _("Start the game")
    width = button_width(page, label, icon="play")
    start = pygame.Rect(foot.right - width, foot.y, width, foot.height)
    here = order.index(setting.step)
    forward = order[here + 1] if here + 1 < len(order) else ""
    button(
        page,
        "start",
        start,
        label,
        setting.begin,
        look="plain" if why else "primary",
        enabled=not why,
        hint=why,
        icon="play",
    )
    left = start.x - page.gap
    if forward:
        words = _("Next")
        wide = button_width(page, words, icon="arrow-right")
        following = pygame.Rect(left - wide, foot.y, wide, foot.height)
        done = setting.step not in choices.missing()
        button(
            page,
            "next",
            following,
            words,
            partial(setting.go, forward),
            look="primary" if why and done else "plain",
            icon="arrow-right",
        )
        left = following.x - page.gap
    words = why or _("Everything is chosen. You can still look through the steps.")
    box = pygame.Rect(foot.x, foot.y, left - page.gap - foot.x, foot.height)
    lines = min(page.measure(words, box.width), 2 * page.line())
    page.paragraph(
        words,
        pygame.Rect(box.x, box.y + max(0, box.height - lines) // 2, box.width, max(lines, page.line())),
        colour=page.palette.soft,
    )
    page.first = f"step.{setting.step}" if page.widget(f"step.{setting.step}") else "steps"

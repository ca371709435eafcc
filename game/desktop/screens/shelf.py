"""The scenarios on their shelf: a card for each, and filters that leave some of them out."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

import pygame
from attrs import evolve, frozen

from game.desktop.drawing.emblems import Emblems
from game.desktop.page import Key, Page, Part, Widget
from game.desktop.theme import Style, mix
from game.desktop.widgets.buttons import button, button_width
from game.desktop.widgets.entries import text_entry
from game.desktop.widgets.lists import draw_bar
from game.language import N_, _, count, told

if TYPE_CHECKING:
    from game.view.menu import ScenarioView

LEVELS: Final = {
    "introductory": N_("introductory"),
    "intermediate": N_("intermediate"),
    "advanced": N_("advanced"),
}
LENGTHS: Final = {"short": N_("up to 15 minutes"), "long": N_("more than 15 minutes")}
KINDS: Final = {"map": N_("with a map"), "talks": N_("with talks"), "textbook": N_("textbook games")}
SHORT: Final = 15
"""Minutes of what counts as short."""
TAGS: Final = {
    "ladder": ("trending-up", N_("ladder")),
    "map": ("map", N_("map")),
    "talks": ("handshake", N_("talks")),
    "coalition": ("users", N_("coalition")),
    "textbook": ("book-open", N_("textbook")),
}


@frozen
class Filters:
    """Which scenarios are shown; nothing left out at first."""

    level: str = ""
    length: str = ""
    kind: str = ""
    words: str = ""

    def lets(self, scenario: "ScenarioView") -> bool:
        """Return whether a scenario is shown."""
        if self.level and scenario.level != self.level:
            return False
        if self.length and (scenario.minutes <= SHORT) != (self.length == "short"):
            return False
        if self.kind and self.kind not in scenario.has:
            return False
        text = f"{told(scenario.title)} {told(scenario.summary)}".casefold()
        return all(word in text for word in self.words.casefold().split())


def draw_filters(page: Page, rect: pygame.Rect, filters: Filters, change: Callable[[Filters], None]) -> None:
    """Draw the filters in a row: each press takes the next value; the search at the right."""
    left = rect.x
    for name, values, unset in (
        ("level", LEVELS, N_("Any level")),
        ("length", LENGTHS, N_("Any length")),
        ("kind", KINDS, N_("Anything in it")),
    ):
        here: str = getattr(filters, name)
        label = _(values[here]) if here else _(unset)
        keys = ["", *values]
        following = keys[(keys.index(here) + 1) % len(keys)]
        width = min(button_width(page, label, Style.BODY, "filter"), (rect.width - 2 * page.gap) // 3)
        button(
            page,
            f"filter.{name}",
            pygame.Rect(left, rect.y, width, rect.height),
            label,
            lambda name=name, following=following: change(evolve(filters, **{name: following})),  # type: ignore[misc]
            look="quiet",
            selected=bool(here),
            icon="filter",
            hint=_("Press for the next choice."),
        )
        left += width + page.gap
    room = min(rect.right - left, page.px(280))
    if room >= page.px(120):
        text_entry(
            page,
            "search",
            pygame.Rect(rect.right - room, rect.y, room, rect.height),
            filters.words,
            lambda words: change(evolve(filters, words=words)),
            _("Search"),
        )


def draw_shelf(
    page: Page,
    rect: pygame.Rect,
    scenarios: Sequence["ScenarioView"],
    emblems: Emblems,
    choose: Callable[[str], None],
) -> None:
    """Draw the cards in whole rows. Arrows move a cursor; Enter or Space opens the card under it."""
    if not scenarios:
        words = _("No scenario is like that. Take a filter away.")
        page.paragraph(words, rect, colour=page.palette.soft)
        return
    columns = 2 if page.tight or rect.width < page.px(980) else 3
    gap = 2 * page.gap
    least = _least(page)
    lines = -(-len(scenarios) // columns)
    shown = max(1, min(lines, (rect.height + gap) // (least + gap)))
    height = min((rect.height - gap * (shown - 1)) // shown, page.px(280))
    most = max(0, lines - shown)
    cursor = min(page.memory.get("scenarios.cursor"), len(scenarios) - 1)
    offset = min(page.memory.get("scenarios.offset"), most)
    bar = page.px(14) if most else 0
    width = (rect.width - bar - gap * (columns - 1)) // columns
    share = _emblem_share(page, scenarios, width, height)
    box = pygame.Rect(rect.x, rect.y, rect.width, shown * height + (shown - 1) * gap)
    widget = Widget("scenarios", box, "cards", at=scenarios[cursor].id, label=told(scenarios[cursor].title))
    for number, scenario in enumerate(scenarios):
        line, column = divmod(number, columns)
        if not offset <= line < offset + shown:
            continue
        place = pygame.Rect(
            rect.x + column * (width + gap), rect.y + (line - offset) * (height + gap), width, height
        )
        active = page.has_focus("scenarios") and number == cursor
        hint = _card(page, place, scenario, emblems, active, share)
        widget.parts.append(
            Part(
                scenario.id,
                place,
                told(scenario.title),
                _opening(page, number, scenario.id, choose),
                hint=hint,
            )
        )
    if most:
        draw_bar(
            page, pygame.Rect(box.right - page.px(6), box.y, page.px(6), box.height), offset, shown, lines
        )

    def key(pressed: Key) -> bool:
        step = {
            pygame.K_UP: -columns,
            pygame.K_DOWN: columns,
            pygame.K_LEFT: -1,
            pygame.K_RIGHT: 1,
            pygame.K_HOME: -cursor,
            pygame.K_END: len(scenarios) - 1 - cursor,
        }.get(pressed.code, 0)
        target = cursor + step
        if pressed.code == pygame.K_DOWN and target >= len(scenarios) and cursor // columns < lines - 1:
            target = len(scenarios) - 1
        if target == cursor or not 0 <= target < len(scenarios):
            return False
        page.memory.put("scenarios.cursor", target)
        here = page.memory.get("scenarios.offset")
        page.memory.put("scenarios.offset", max(min(here, target // columns), target // columns - shown + 1))
        return True

    def wheel(steps: int) -> None:
        page.memory.put("scenarios.offset", max(0, min(most, offset - steps)))

    widget.key, widget.wheel = key, wheel
    widget.press = _opening(page, cursor, scenarios[cursor].id, choose)
    page.add(widget)


def _opening(page: Page, number: int, id: str, choose: Callable[[str], None]) -> Callable[[], None]:
    def press() -> None:
        page.memory.put("scenarios.cursor", number)
        choose(id)

    return press


def _least(page: Page) -> int:
    """Return the least height of a card: a title of two lines, two lines of text, the facts."""
    return 2 * page.line(Style.HEADING) + 3 * page.line() + page.icon_width(16) + 5 * page.gap


SHARES = (44, 40, 36, 32, 28, 24)
"""The share of a card that its emblem may take, in per cent: the largest for which all words have room."""


def _emblem_share(page: Page, scenarios: "Sequence[ScenarioView]", width: int, height: int) -> int:
    """Return the share of every card that emblems take."""
    inner = pygame.Rect(0, 0, width - 3 * page.gap, height - 3 * page.gap)

    def fits(scenario: "ScenarioView", share: int) -> bool:
        text, room = _text_room(page, inner, share).width, _text_room(page, inner, share).height
        lines = page.measure(told(scenario.title), text, Style.HEADING) + page.gap // 2
        return lines + page.measure(told(scenario.summary), text) <= room

    found = (share for share in SHARES if all(fits(one, share) for one in scenarios))
    return next(found, SHARES[2])


def _text_room(page: Page, inner: pygame.Rect, share: int) -> pygame.Rect:
    """Return the room beside the emblem and over the facts."""
    foot = page.line() + page.gap // 2
    high = inner.height - foot - page.gap
    left = min(high, inner.width * share // 100) + 2 * page.gap
    return pygame.Rect(inner.x + left, inner.y, inner.width - left, high)


def _card(
    page: Page, place: pygame.Rect, scenario: "ScenarioView", emblems: Emblems, active: bool, share: int
) -> str:
    """Draw a card; return its summary where it has no room for all of it."""
    palette, gap = page.palette, page.gap
    over = page.over(place)
    page.fill(place, mix(palette.panel, palette.ink, 0.06) if over or active else palette.panel, 8)
    page.outline(
        place, palette.focus if active else palette.soft if over else palette.faint, 8, 2 if active else 1
    )
    inner = place.inflate(-3 * gap, -3 * gap)
    foot = page.line() + gap // 2
    room = _text_room(page, inner, share)
    side = room.x - 2 * gap - inner.x
    emblems.draw(page, scenario.emblem, pygame.Rect(inner.x, inner.y, side, side))
    title = told(scenario.title)
    lines = min(2, len(page.type.wrap(title, Style.HEADING, room.width)))
    y = page.paragraph(
        title, pygame.Rect(room.x, room.y, room.width, lines * page.line(Style.HEADING)), Style.HEADING
    )
    y += gap // 2
    words = told(scenario.summary)
    colour = palette.soft
    if scenario.problems:
        words, colour = _("This scenario has problems and cannot be played."), palette.warning
    left_over = pygame.Rect(room.x, y, room.width, inner.bottom - foot - gap - y)
    if left_over.height >= page.line():
        page.paragraph(words, left_over, colour=colour)
    if not scenario.problems:
        _facts(page, pygame.Rect(inner.x, inner.bottom - foot, inner.width, foot), scenario)
    return words if page.measure(words, left_over.width) > left_over.height else ""


def _facts(page: Page, rect: pygame.Rect, scenario: "ScenarioView") -> None:
    """Draw minutes, level and seats in words, what is in it as icons."""
    palette, size = page.palette, page.icon_width(16)
    right = rect.right
    for tag in reversed(scenario.has):
        icon = TAGS[tag][0]
        page.icon(icon, pygame.Rect(right - size, rect.y, size, rect.height), palette.soft, 16)
        right -= size + page.gap
    words = (
        count(scenario.minutes, "{number} min", "{number} min"),
        _(LEVELS.get(scenario.level, scenario.level)),
        count(len(scenario.seats), "{number} seat", "{number} seats"),
    )
    line = " · ".join(words)
    start = rect.x + size + page.gap // 2
    page.icon("clock", pygame.Rect(rect.x, rect.y, size, rect.height), palette.soft, 16)
    page.text(line, pygame.Rect(start, rect.y, right - page.gap - start, rect.height), colour=palette.soft)


def tag_words(scenario: "ScenarioView") -> tuple[tuple[str, str], ...]:
    """Return icons and words for what is in a scenario and how long it takes."""
    facts = [
        ("clock", count(scenario.minutes, "{number} minute", "{number} minutes")),
        ("graduation-cap", _(LEVELS.get(scenario.level, scenario.level))),
        ("users", count(len(scenario.seats), "{number} seat", "{number} seats")),
    ]
    if scenario.turns > 1:
        facts.append(("hourglass", count(scenario.turns, "{number} turn", "{number} turns")))
    return (*facts, *((TAGS[tag][0], _(TAGS[tag][1])) for tag in scenario.has if tag != "coalition"))

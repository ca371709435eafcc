"""Text that may be longer than its room: it scrolls by whole lines."""

from collections.abc import Callable, Sequence

import pygame
from attrs import frozen

from game.desktop.page import Key, Page, Widget
from game.desktop.theme import Colour, Style
from game.desktop.widgets.lists import draw_bar, wheel


@frozen
class Block:
    """A paragraph."""

    text: str
    style: Style = Style.BODY
    colour: Colour | None = None
    lead: str = ""
    """Stands in the margin before the first line: an hour, a bullet."""
    flush: bool = False
    """Whether it starts at the left edge, over the margin of the leads."""
    space: bool = False
    """Whether half a line is left free above it."""
    icon: str = ""
    """The name of an icon that stands in the margin before the first line, in place of a lead."""
    paint: Callable[[Page, pygame.Rect], None] | None = None
    """Draws it on one line in place of the text."""
    height: int = 0
    """The height of what is painted; by default that of a line."""


@frozen
class _Line:
    text: str
    style: Style
    colour: Colour | None
    lead: str
    height: int
    flush: bool = False
    icon: str = ""
    paint: Callable[[Page, pygame.Rect], None] | None = None


def scroll(
    page: Page,
    name: str,
    rect: pygame.Rect,
    blocks: Sequence[Block],
    *,
    margin: int = 0,
    from_end: bool = False,
) -> Widget | None:
    """Draw paragraphs; where they do not fit, the wheel, arrows and page keys scroll them by lines.

    `margin` is the width in pixels kept for the leads. `from_end` starts at the end, as a log does.
    """
    width = rect.width - margin
    lines = _set(page, blocks, width, margin)
    overflow = _total(lines) > rect.height
    if overflow:
        lines = _set(page, blocks, width - page.px(14), margin)
    most = _last_offset(lines, rect.height) if overflow else 0
    key = f"{name}.offset"
    offset = min(page.memory.get(key, most if from_end else 0), most)
    y = rect.y
    shown = 0
    bar = page.px(14) if overflow else 0
    for line in lines[offset:]:
        if y + line.height > rect.bottom:
            break
        if line.icon:
            place = pygame.Rect(rect.x, y, max(0, margin - page.gap), line.height)
            page.icon(line.icon, place, line.colour or page.palette.soft, 16)
        elif line.lead:
            page.text(
                line.lead,
                pygame.Rect(rect.x, y, max(0, margin - page.gap), line.height),
                line.style,
                page.palette.soft,
            )
        left = 0 if line.flush else margin
        place = pygame.Rect(rect.x + left, y, rect.width - left - bar, line.height)
        if line.paint:
            line.paint(page, place)
        elif line.text:
            page.text(line.text, place, line.style, line.colour)
        y += line.height
        shown += 1
    if not overflow:
        return None
    draw_bar(
        page, pygame.Rect(rect.right - page.px(6), rect.y, page.px(6), rect.height), offset, shown, len(lines)
    )
    return page.add(
        Widget(
            name,
            rect,
            "scroll",
            key=_scrolling(page, key, offset, most, shown),
            wheel=wheel(page, name, most),
        )
    )


def leads(page: Page, blocks: Sequence[Block], least: float = 0) -> int:
    """Return the margin that the leads of paragraphs need, at least so many pixels at 1280 x 720."""
    widest = max((page.type.width(block.lead, block.style) for block in blocks), default=0)
    return max(page.px(least), widest + 2 * page.gap)


def blocks_height(page: Page, blocks: Sequence[Block], width: int, margin: int = 0) -> int:
    """Return the height that paragraphs need where all of them have room."""
    return _total(_set(page, blocks, width - margin, margin))


def _set(page: Page, blocks: Sequence[Block], width: int, margin: int) -> list[_Line]:
    lines: list[_Line] = []
    for block in blocks:
        if block.space and lines:
            lines.append(_Line("", block.style, None, "", page.line(block.style) // 2))
        if block.paint:
            height = block.height or page.line(block.style)
            lines.append(
                _Line("", block.style, block.colour, "", height, block.flush, block.icon, block.paint)
            )
            continue
        room = max(40, width + margin if block.flush else width)
        for number, text in enumerate(page.type.wrap(block.text, block.style, room)):
            lead, icon = ("", "") if number else (block.lead, block.icon)
            height = page.line(block.style)
            lines.append(_Line(text, block.style, block.colour, lead, height, block.flush, icon))
    return lines


def _total(lines: Sequence[_Line]) -> int:
    return sum(int(line.height) for line in lines)


def _last_offset(lines: Sequence[_Line], room: int) -> int:
    used = 0
    for number in range(len(lines) - 1, -1, -1):
        used += lines[number].height
        if used > room:
            return number + 1
    return 0


def scroll_rows(
    page: Page,
    name: str,
    rect: pygame.Rect,
    count: int,
    height: int,
    draw: Callable[[int, pygame.Rect], None],
) -> None:
    """Draw rows of one height, whole ones only; the wheel, arrows and page keys scroll them."""
    shown = max(1, rect.height // height)
    most = max(0, count - shown)
    key = f"{name}.offset"
    offset = min(page.memory.get(key), most)
    bar = page.px(14) if most else 0
    for number in range(offset, min(count, offset + shown)):
        draw(number, pygame.Rect(rect.x, rect.y + (number - offset) * height, rect.width - bar, height))
    if not most:
        return
    draw_bar(
        page, pygame.Rect(rect.right - page.px(6), rect.y, page.px(6), shown * height), offset, shown, count
    )
    page.add(
        Widget(
            name,
            rect,
            "scroll",
            key=_scrolling(page, key, offset, most, shown),
            wheel=wheel(page, name, most),
        )
    )


def _scrolling(page: Page, memory: str, offset: int, most: int, shown: int) -> Callable[[Key], bool]:
    def keys(pressed: Key) -> bool:
        steps = {
            pygame.K_UP: -1,
            pygame.K_DOWN: 1,
            pygame.K_PAGEUP: -shown,
            pygame.K_PAGEDOWN: shown,
            pygame.K_HOME: -most,
            pygame.K_END: most,
        }.get(pressed.code)
        if steps is None:
            return False
        target = max(0, min(most, offset + steps))
        if target == offset and abs(steps) == 1:
            return False
        page.memory.put(memory, target)
        return True

    return keys


def scroll_to(
    page: Page, name: str, rect: pygame.Rect, heights: Sequence[int], end: int, *, follow: bool
) -> int:
    """Return the first of some pieces, `end` in all, that is shown; the caller draws them from there.

    With `follow` it is the one from which the last piece still has room. Where not all have room, the wheel,
    arrows and page keys scroll them.
    """
    room, most = rect.height, 0
    for number in range(end - 1, -1, -1):
        room -= heights[number]
        if room < 0:
            most = number + 1
            break
    most = min(most, max(0, end - 1))
    key = f"{name}.offset"
    if follow:
        page.memory.put(key, most)
    offset = min(page.memory.get(key), most)
    if not most:
        return 0
    shown = end - most
    bar = pygame.Rect(rect.right - page.px(6), rect.y, page.px(6), rect.height)
    draw_bar(page, bar, offset, shown, end)
    keys = _scrolling(page, key, offset, most, shown)
    page.add(Widget(name, rect, "scroll", key=keys, wheel=wheel(page, name, most)))
    return offset

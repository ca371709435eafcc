"""A slider over a few values."""

from collections.abc import Callable, Sequence

import pygame

from game.desktop.page import Key, Page, Part, Widget


def slider(
    page: Page,
    name: str,
    rect: pygame.Rect,
    labels: Sequence[str],
    at: int,
    change: Callable[[int], None],
) -> Widget:
    """Draw a slider with one stop for each label. Left and right move it; so do a click and dragging."""
    palette = page.palette
    text_height = page.line()
    track_y = rect.y + page.px(10)
    width = rect.width / max(1, len(labels))
    stops = [round(rect.x + width * (number + 0.5)) for number in range(len(labels))]
    widget = Widget(name, rect, "slider", label=labels[at], at=labels[at])
    page.stroke((stops[0], track_y), (stops[-1], track_y), palette.line, page.px(2))
    for number, (stop, label) in enumerate(zip(stops, labels, strict=True)):
        here = number == at
        pygame.draw.circle(
            page.surface, palette.accent if here else palette.line, (stop, track_y), page.px(8 if here else 4)
        )
        box = pygame.Rect(round(stop - width / 2), rect.y + page.px(20), round(width), text_height)
        page.text(label, box, colour=palette.ink if here else palette.soft, align="centre")
        part = pygame.Rect(box.x, rect.y, box.width, rect.height)
        widget.parts.append(Part(label, part, label, _moving(change, number), True, here))

    def key(pressed: Key) -> bool:
        step = {pygame.K_LEFT: -1, pygame.K_RIGHT: 1}.get(pressed.code)
        if step is None or not 0 <= at + step < len(labels):
            return False
        change(at + step)
        return True

    def drag(point: tuple[int, int]) -> None:
        change(min(range(len(stops)), key=lambda number: abs(stops[number] - point[0])))

    widget.key, widget.drag = key, drag
    return page.add(widget)


def _moving(change: Callable[[int], None], number: int) -> Callable[[], None]:
    return lambda: change(number)


def slider_height(page: Page) -> int:
    """Return the height that a slider needs."""
    return page.px(20) + page.line()

"""Ways between places, what moves along them, and where orders would lead."""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

import pygame

from game.desktop.drawing.marks import Badge
from game.desktop.page import Page
from game.desktop.theme import Colour, Style, mix
from game.language import say
from game.view.map import LinkView
from game.view.map_forces import ForceView
from game.view.words import number

Point = tuple[int, int]
Where = Callable[[str], Point]
"""Where a place stands in the window."""

BOW = 0.16
"""How far a flight bends from the straight line, as a share of its length."""
PIECES = 18
"""In how many pieces a bent line is drawn."""
ICONS = {"land": "truck", "sea": "ship", "air": "plane"}


def main_domain(link: LinkView) -> str:
    """Return the domain that a way is drawn for: by land, or else by sea, or else by air."""
    domains = dict(link.hours)
    return next((domain for domain in ("land", "sea", "air") if domain in domains), "")


def curve(one: Point, other: Point, domain: str) -> list[Point]:
    """Return the points of a way: straight by land, bent a little by sea, in an arc by air."""
    bow = {"land": 0.0, "sea": BOW * 0.6}.get(domain, BOW)
    (x0, y0), (x1, y1) = sorted((one, other))
    middle = (x0 + x1) / 2 + (y1 - y0) * bow, (y0 + y1) / 2 - (x1 - x0) * bow
    if not bow:
        return [one, other]
    points = []
    for step in range(PIECES + 1):
        t = step / PIECES
        a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
        points.append(
            (
                round(a * one[0] + b * middle[0] + c * other[0]),
                round(a * one[1] + b * middle[1] + c * other[1]),
            )
        )
    return points


def along(points: Sequence[Point], share: float) -> Point:
    """Return the point that lies at a share of a line's length."""
    lengths = [math.dist(*pair) for pair in pairwise(points)]
    left = share * sum(lengths)
    for (one, other), length in zip(pairwise(points), lengths, strict=True):
        if left <= length and length > 0:
            t = left / length
            return round(one[0] + (other[0] - one[0]) * t), round(one[1] + (other[1] - one[1]) * t)
        left -= length
    return points[-1]


def draw_way(page: Page, link: LinkView, where: Where) -> None:
    """Draw a way: a road by land, long dashes by sea, dots by air; in warning where its gate is shut."""
    palette, domain = page.palette, main_domain(link)
    points = curve(where(link.one), where(link.other), domain)
    colour = palette.warning if link.shut else mix(palette.line, palette.soft, 0.35)
    if domain == "land":
        casing = mix(palette.land, palette.ground, 0.5)
        pygame.draw.lines(page.surface, casing, False, points, page.px(5))
        pygame.draw.lines(page.surface, colour, False, points, page.px(2))
        return
    dash = (10, 6) if domain == "sea" else (3, 5)
    for start, end in dashes(points, page.px(dash[0]), page.px(dash[1])):
        pygame.draw.line(page.surface, colour, start, end, page.px(2))


def dashes(points: Sequence[Point], dash: int, gap: int, shift: float = 0.0) -> Iterator[tuple[Point, Point]]:
    """Yield the dashes of a line, measured along all of it; `shift` moves them on by a share of a step."""
    step = float(dash + gap)
    at = step * (1.0 - shift) % step  # how far into a dash and its gap the line is
    for one, other in pairwise(points):
        length, gone = math.dist(one, other), 0.0
        while gone < length:
            left = min(length - gone, (dash - at) if at < dash else (step - at))
            if at < dash:
                yield _between(one, other, gone / length), _between(one, other, (gone + left) / length)
            gone, at = gone + left, (at + left) % step


def _between(one: Point, other: Point, share: float) -> Point:
    return round(one[0] + (other[0] - one[0]) * share), round(one[1] + (other[1] - one[1]) * share)


def way_label(link: LinkView) -> tuple[str, str, str]:
    """Return the icon, the time, and the second icon of a way's label."""
    domain = main_domain(link)
    if not domain:
        return "", "", ""
    text = say("{hours} h", hours=number(dict(link.hours)[domain]))
    return ICONS[domain], text, "lock" if link.shut else "key-round" if link.gate else ""


def label_size(page: Page, link: LinkView) -> tuple[int, int]:
    """Return the room that a way's label takes."""
    _, text, lock = way_label(link)
    icons = page.px(20) * (2 if lock else 1)
    return page.type.width(text, Style.BODY) + icons + page.px(8), page.line()


def draw_label(page: Page, link: LinkView, rect: pygame.Rect) -> None:
    """Draw how long a way takes, and whether its gate is shut."""
    palette = page.palette
    icon, text, lock = way_label(link)
    ink = palette.warning if link.shut else palette.soft
    page.fill(rect, mix(palette.panel, palette.ground, 0.3), 9)
    if link.shut:
        page.outline(rect, palette.warning, 9)
    left = rect.x + page.px(4)
    page.icon(icon, pygame.Rect(left, rect.y, page.px(18), rect.height), ink, 14)
    left += page.px(20)
    right = rect.right - page.px(4)
    if lock:
        right -= page.px(18)
        page.icon(lock, pygame.Rect(right, rect.y, page.px(18), rect.height), ink, 14)
    page.text(text, pygame.Rect(left, rect.y, right - left, rect.height), colour=ink)


# --- moves ------------------------------------------------------------------------------------------------


def road(force: ForceView, where: Where) -> list[Point]:
    """Return the line of a force's whole way from the place it left last."""
    stops = [where(one) for one in (force.place, *force.way)]
    points: list[Point] = []
    for one, other in pairwise(stops):
        points += curve(one, other, force.domain)
    return points or stops


def spot(force: ForceView, where: Where) -> Point:
    """Return where a force on its way stands now."""
    if not force.way:
        return where(force.place)
    return along(curve(where(force.place), where(force.way[0]), force.domain), force.gone)


def draw_road(page: Page, points: Sequence[Point], colour: Colour, width: int = 3) -> None:
    """Draw a broad arrow along a line."""
    if len(points) < 2 or points[0] == points[-1]:
        return
    pygame.draw.lines(page.surface, mix(colour, page.palette.ground, 0.6), False, points, page.px(width + 3))
    pygame.draw.lines(page.surface, colour, False, points, page.px(width))
    _head(page, points, colour, page.px(12))


def draw_plan(page: Page, points: Sequence[Point], colour: Colour, shift: float = 0.0) -> None:
    """Draw where an order would lead: an arrow of dashes."""
    if len(points) < 2 or points[0] == points[-1]:
        return
    for start, end in dashes(points, page.px(9), page.px(6), shift):
        pygame.draw.line(page.surface, colour, start, end, page.px(3))
    _head(page, points, colour, page.px(12))


def _head(page: Page, points: Sequence[Point], colour: Colour, size: int) -> None:
    whole = sum(math.dist(*pair) for pair in pairwise(points))
    if whole < 2 * size:
        return
    tip = pygame.Vector2(along(points, 1.0 - min(0.4, page.px(10) / whole)))
    back = pygame.Vector2(along(points, 1.0 - min(0.8, (page.px(10) + size) / whole)))
    if tip == back:
        return
    way = (tip - back).normalize()
    side = pygame.Vector2(-way.y, way.x) * size * 0.55
    pygame.draw.polygon(page.surface, colour, [tip, back + side, back - side])


def colour_of(page: Page, badges: Mapping[str, Badge], actor: str) -> Colour:
    """Return an actor's colour; soft for nobody."""
    badge = badges.get(actor)
    return badge.colour if badge else page.palette.soft

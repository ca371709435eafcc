"""Numbers and words in rows: tracks, places, evidence, promises."""

from collections.abc import Sequence

import pygame

from game.desktop.page import Page
from game.desktop.theme import Style
from game.desktop.typeset import capital
from game.desktop.widgets.scrolls import Block, scroll, scroll_rows
from game.view.evidence import EvidenceView
from game.view.seat import SeatView
from game.view.tracks import RegionView, TrackView


def draw_tracks(page: Page, rect: pygame.Rect, tracks: Sequence[TrackView]) -> None:
    """Draw tracks, each with its value, its change and which way is good.

    In two columns where they fit; otherwise in one, under the names of their owners.
    """
    height = page.line() + page.px(6)
    items: list[TrackView | str] = list(tracks)
    columns = 2 if rect.width >= page.px(620) else 1
    if columns == 1:
        items = []
        for track in tracks:
            owner = "Yours" if track.mine else capital(track.owner_name)
            if owner not in items:
                items.append(owner)
            items.append(track)
    lines = (len(items) + columns - 1) // columns

    def row(number: int, place: pygame.Rect) -> None:
        width = (place.width - (columns - 1) * 4 * page.gap) // columns
        for column in range(columns):
            index = number + column * lines
            if index < len(items):
                left = place.x + column * (width + 4 * page.gap)
                _item(page, pygame.Rect(left, place.y, width, place.height), items[index], columns == 1)

    scroll_rows(page, "tracks", rect, lines, height, row)


def _item(page: Page, place: pygame.Rect, item: TrackView | str, plain: bool) -> None:
    if isinstance(item, str):
        page.text(item, place, Style.STRONG, page.palette.soft)
    else:
        _track(page, place, item, plain)


def _track(page: Page, place: pygame.Rect, track: TrackView, plain: bool) -> None:
    palette = page.palette
    numbers = page.px(86)
    bar_width = min(page.px(110), max(page.px(28), place.width - page.px(330)))
    alone = plain or track.mine or track.owner == "world"
    label = track.name if alone else f"{track.owner_name}: {track.name}"
    name = pygame.Rect(place.x, place.y, place.width - numbers - bar_width - page.gap, place.height)
    page.text(label, name, Style.STRONG if track.mine else Style.BODY)
    bar = pygame.Rect(name.right, place.y + place.height // 3, bar_width, place.height // 3)
    page.fill(bar, palette.ground, 2)
    span = track.high - track.low or 1.0
    share = max(0.0, min(1.0, (track.value - track.low) / span))
    page.fill(pygame.Rect(bar.x, bar.y, max(1, round(bar.width * share)), bar.height), palette.soft, 2)
    value = pygame.Rect(bar.right + page.gap, place.y, page.px(34), place.height)
    page.text(f"{track.value:.0f}", value, Style.STRONG, align="right")
    if track.change is not None and round(abs(track.change)) >= 1:
        better = track.good is None or (track.change > 0) == track.good
        sign = "▲" if track.change > 0 else "▼"
        words = f"{sign}{abs(track.change):.0f}{'' if better else ' !'}"
        box = pygame.Rect(
            value.right + page.px(4), place.y, place.right - value.right - page.px(4), place.height
        )
        neither = track.good is None
        page.text(words, box, colour=palette.soft if neither else palette.good if better else palette.warning)


def draw_places(page: Page, rect: pygame.Rect, regions: Sequence[RegionView], name: str = "places") -> None:
    """Draw who holds each place and how far facts on the ground have hardened."""
    blocks = []
    for region in regions:
        words = f"held by {region.holder_name}" if region.holder_name else "held by nobody"
        if region.owner_name and region.owner != region.holder:
            words += f", belongs to {region.owner_name}"
        if region.facts is not None and region.facts > 0:
            words += f"; facts on the ground {region.facts:.0f}"
            if region.change:
                words += f" ({region.change:+.0f} since last turn)"
        blocks += [Block(region.name, Style.STRONG, space=True), Block(words, colour=page.palette.soft)]
    scroll(page, name, rect, blocks or [Block("This game has no places.", colour=page.palette.soft)])


def draw_evidence(page: Page, rect: pygame.Rect, view: SeatView) -> None:
    """Draw what has come in, what is due, what could be gathered, and what is said in public."""
    soft = page.palette.soft
    blocks: list[Block] = []
    for item in view.evidence:
        blocks.append(
            Block(
                _evidence(item),
                Style.BODY,
                lead=_when(item, view.hour),
                colour=None if item.state == "seen" else soft,
            )
        )
    for claim in view.claims:
        blocks.append(
            Block(
                f"{claim.actor_name} says of {claim.incident_name.lower()}: {claim.text}",
                lead="says",
                colour=soft,
            )
        )
    scroll(
        page,
        "evidence",
        rect,
        blocks or [Block("There is no evidence yet.", colour=soft)],
        margin=page.px(84),
    )


def _when(item: EvidenceView, hour: int) -> str:
    if item.state == "seen":
        return "seen ✓"
    if item.due is not None:
        return "overdue" if item.due < hour else f"hour {item.due:.0f}"
    return "gather" if item.state == "on_order" else "due"


def _evidence(item: EvidenceView) -> str:
    words = f"{item.name} ({item.source_name}; you trust it {item.trust:.0%})"
    if item.text:
        words += f": {item.text}"
    if item.state == "seen":
        words += " Everybody has it." if item.public else " Not public."
    if item.burns_source and not item.public:
        words += " Releasing it burns the source."
    return words


def draw_promises(page: Page, rect: pygame.Rect, view: SeatView) -> None:
    """Draw commitments and how far each is believed."""
    soft, warning = page.palette.soft, page.palette.warning
    blocks: list[Block] = []
    for promise in view.commitments:
        due = promise.state == "due"
        state = promise.state.replace("_", " ")
        words = f"{promise.issuer_name}: “{promise.name}”, kept by {promise.rung_name} on {promise.on_name}."
        if due and promise.due is not None:
            words += f" Due by hour {promise.due:.0f}."
        blocks.append(Block(words, colour=warning if due else None, lead=state))
    for standing in view.credibility:
        blocks.append(
            Block(
                f"{standing.observer_name} gives {standing.issuer_name} {standing.probability:.0%} "
                f"to be of the kind that keeps its word ({standing.promise_name.lower()}).",
                colour=soft,
                lead="believed",
            )
        )
    scroll(
        page,
        "promises",
        rect,
        blocks or [Block("Nobody has promised anything.", colour=soft)],
        margin=page.px(92),
    )

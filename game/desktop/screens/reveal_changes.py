"""What a turn changed: rungs, beliefs, tracks, places, members; and what came of predictions."""

from collections.abc import Iterator

from game.desktop.page import Page
from game.desktop.theme import Style
from game.desktop.widgets.scrolls import Block
from game.language import N_, _, say
from game.view.seat import SeatView
from game.view.words import percent

SHIFT = 0.05
"""A belief that moved by less is not worth a line here."""


def change_blocks(page: Page, view: SeatView) -> list[Block]:
    """Return what changed since last turn."""
    parts = (
        (N_("What you predicted"), _predicted(page, view)),
        (N_("On the ladders, as you read them"), list(_rungs(view))),
        (N_("What you believe"), list(_beliefs(view))),
        (N_("Yours"), list(_tracks(page, view, True))),
        (N_("The others' and the world's"), list(_tracks(page, view, False))),
        (N_("Places"), list(_places(view))),
        (N_("Members and arms"), list(_standing(view))),
    )
    blocks: list[Block] = []
    for title, lines in parts:
        if lines:
            blocks.append(Block(_(title), Style.STRONG, flush=True, space=bool(blocks)))
            blocks += lines
    return blocks


def _predicted(page: Page, view: SeatView) -> list[Block]:
    """Predictions of the last turn, with what came of them."""
    found = []
    for score in view.scores:
        if score.turn != view.turn - 1:
            continue
        words = say(
            "{actor}: you said “{predicted}”, {sure} sure; it {happened}",
            actor=score.actor_name,
            predicted=score.predicted,
            sure=percent(score.sure / 100),
            happened=score.happened,
        )
        colour = page.palette.good if score.right else page.palette.warning
        found.append(Block(words, lead=_("✓ right") if score.right else _("✗ wrong"), colour=colour))
    return found


def _beliefs(view: SeatView) -> Iterator[Block]:
    for belief in view.beliefs:
        for cause in belief.causes:
            if cause.mine is not None and cause.change is not None and abs(cause.change) >= SHIFT:
                words = say("{cause}: now {share}", cause=cause.name, share=percent(cause.mine))
                yield Block(words, lead=signed(cause.change * 100))


def _tracks(page: Page, view: SeatView, mine: bool) -> Iterator[Block]:
    for track in view.tracks:
        if track.mine is mine and track.change is not None and abs(track.change) >= 1:
            named = track.name
            if track.unit:
                named = say("{track} ({unit})", track=track.name, unit=track.unit)
            if not mine and track.owner != "world":
                named = say("{owner}: {track}", owner=track.owner_name, track=named)
            colour = None
            if mine and track.good is not None:
                better = (track.change > 0) == track.good
                colour = page.palette.good if better else page.palette.warning
            yield Block(named, lead=signed(track.change), colour=colour)


def _places(view: SeatView) -> Iterator[Block]:
    for region in view.regions:
        if region.change:
            yield Block(say("{place}: facts on the ground", place=region.name), lead=signed(region.change))


def _standing(view: SeatView) -> Iterator[Block]:
    """Members who came or went, and postures that changed."""
    for coalition in view.coalitions:
        for member in coalition.members:
            if member.changed:
                template = (
                    N_("“{member}” has joined {coalition}")
                    if member.joined
                    else N_("“{member}” has left {coalition}")
                )
                yield Block(say(template, member=member.name, coalition=coalition.actor_name), lead=_("new"))
    for one in view.arsenals:
        if one.changed:
            words = say(
                "{owner}: strategic arms now at {posture} posture", owner=one.owner_name, posture=one.posture
            )
            yield Block(words, lead=_("new"))


def _rungs(view: SeatView) -> Iterator[Block]:
    for ladder in view.ladders:
        if len(ladder.history) < 2:
            continue
        before, after = ladder.history[-2].read, ladder.history[-1].read
        if before is None or after is None or before == after:
            continue
        sign = "↑" if after > before else "↓"
        words = say("{actor}: {rung}", actor=ladder.by_name, rung=view.rungs[after].name)
        yield Block(words, lead=f"{sign} {before}→{after}")


def signed(change: float) -> str:
    """Return a change with an arrow for its direction."""
    return f"{'↑' if change > 0 else '↓'} {abs(change):.0f}"

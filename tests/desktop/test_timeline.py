"""The clock: whole words or none, nothing on the line of the present, what cannot wait first."""

import pygame
import pytest
from attrs import evolve

from game.desktop.drawing.axis import axis
from game.desktop.drawing.calendar import lanes
from game.desktop.drawing.lanes import ICONS
from game.desktop.drawing.timeline import lane_dues, tier_state, window_lanes
from game.desktop.icons import Icons
from game.desktop.page import Page, Part
from game.desktop.screens.crisis import Crisis
from game.desktop.stage import Stage
from game.engine.program import Program
from game.language import speaking
from game.language.pseudo import PSEUDO
from game.view.deadlines import deadlines
from game.view.options import DeadlineView
from game.view.seat import SeatView
from tests.desktop.grown import READINGS, grown
from tests.desktop.layout import LOOKS, Look, problems
from tests.desktop.sample_parts import PLAN
from tests.desktop.sample_views import seat_view
from tests.desktop.table import Glass, Hand, StillPlay
from tests.view.games import named


class Leave:
    def to_menu(self) -> None: ...

    def to_ending(self, play: object) -> None: ...


def table(view: SeatView, look: Look = LOOKS[0]) -> tuple[Crisis, Hand]:
    glass = Glass(look.size)
    stage = Stage(glass.surface, glass.flip)
    stage.apply(look.settings, look.language)
    with speaking(look.language):
        crisis = Crisis(stage, StillPlay(view), Leave())
        stage.show(crisis)
        return crisis, Hand(stage, glass)


def strip(page: Page) -> pygame.Rect:
    widget = page.widget("timeline")
    assert widget is not None
    return widget.rect


@pytest.mark.parametrize("look", [look for look in LOOKS if str(look) != "1280x720-light-large-en"], ids=str)
@pytest.mark.parametrize("program", READINGS, ids=named)
def test_nothing_on_the_strip_is_cut_or_crossed_by_the_present(program: Program, look: Look) -> None:
    view = grown(program, look.language)
    _, hand = table(view, look)
    if hand.page.widget("timeline") is None:
        assert not view.plans
        return
    rect = strip(hand.page)
    inside = [mark for mark in hand.page.marks if rect.contains(mark.rect)]
    assert inside
    assert not [mark.text for mark in inside if mark.cut]
    line = axis(hand.page, rect, view)
    pills = [part.rect for part in _parts(hand) if part.name.startswith("tier.")]
    figures = rect.y + (pills[0].height if pills else 0) + 2 * hand.page.line()
    for mark in inside:
        if mark.rect.y > figures:
            assert not line.crosses_now(mark.rect.left, mark.rect.right), mark.text


def _parts(hand: Hand) -> list[Part]:
    widget = hand.page.widget("timeline")
    assert widget is not None
    return widget.parts


def test_tiers_say_their_state_and_count_down() -> None:
    view = seat_view()
    said = [tier_state(view, PLAN, tier) for tier in PLAN.tiers]
    assert said == ["met", "open, 30 hours left", "opens in 30 hours"]
    unknown = evolve(PLAN.tiers[2], opens_at=None)
    assert tier_state(view, PLAN, unknown) == "no hour yet"
    assert tier_state(view, PLAN, evolve(unknown, opens_at=24)) == "opens now"
    assert tier_state(view, evolve(PLAN, state="stopped"), unknown) == "will not open"
    assert tier_state(view, PLAN, evolve(unknown, state="failed")) == "not answered"


def test_a_tier_without_an_hour_has_a_pill_and_no_window() -> None:
    unknown = evolve(PLAN.tiers[2], opens_at=None, closes_at=None)
    view = evolve(seat_view(), plans=(evolve(PLAN, tiers=(*PLAN.tiers[:2], unknown)),))
    assert [[tier.id for tier in lane] for lane in window_lanes(view)] == [["one", "two"]]
    _, hand = table(view)
    assert "timeline/tier.three" in hand.names()
    assert "timeline/window.three" not in hand.names()


def test_what_cannot_wait_comes_first_and_stands_at_the_present() -> None:
    view = seat_view()
    first = lane_dues(view)[0]
    assert first.urgent
    assert first.words == "Last turn to order Reserve brigade, for Tier 2"
    assert first.hour == view.hour
    _, hand = table(view)
    named = next(mark for mark in hand.page.marks if mark.text == "Reserve brigade")
    line = axis(hand.page, strip(hand.page), view)
    assert named.rect.x > line.x(view.hour)


def test_every_sign_has_an_icon_and_a_hint() -> None:
    _, hand = table(seat_view())
    icons = Icons()
    for name in ICONS.values():
        icons.get(name, 16, (0, 0, 0))
    widget = hand.page.widget("timeline")
    assert widget is not None
    assert all(part.hint for part in widget.parts)


def test_large_type_in_a_small_window_has_one_line_that_says_what_comes_next() -> None:
    look = next(look for look in LOOKS if look.size == (1280, 720) and look.settings.type == "large")
    _, hand = table(seat_view(), look)
    texts = [mark.text for mark in hand.page.marks]
    assert hand.page.widget("timeline") is None
    assert "Last turn to order Reserve brigade, for Tier 2" in texts
    assert problems(hand.page) == []


def test_the_details_have_a_lane_for_everything() -> None:
    view = seat_view()
    names = [lane.name for lane in lanes(view)]
    for tier in PLAN.tiers:
        assert tier.name in names
    assert "Reserve brigade" in names
    assert "Coalition: Land option" in names
    assert "Satellite imagery" in names
    assert "We answer every attack on the line" in names
    crisis, hand = table(view)
    hand.click("plan.details")
    assert crisis.overlay == "plan"
    assert "Long-range drones" in [mark.text for mark in hand.page.marks]


def test_a_press_on_the_strip_opens_the_details() -> None:
    crisis, hand = table(seat_view())
    hand.click("timeline/tier.two")
    assert crisis.overlay == "plan"


def test_deadlines_are_said_in_whole_sentences() -> None:
    view = seat_view()
    said = {due.words for due in deadlines(view)}
    assert "Tier 2: the coalition responds closes in 30 hours" in said
    assert "Tier 3: the United States joins opens in 30 hours" in said
    assert "Coalition: Air option lapses in 18 hours" in said
    assert "Satellite imagery due in 3 hours" in said
    assert "We answer every attack on the line: answer due in 6 hours" in said
    assert "Monitors answer on the stand-down in 2 hours" in said
    assert "The game may end from hour 72" in said
    with speaking(PSEUDO):
        assert not said & {due.words for due in deadlines(view)}


def test_evidence_that_should_have_come_is_overdue() -> None:
    view = seat_view()
    late = tuple(evolve(item, due=12.0) if item.item == "imagery" else item for item in view.evidence)
    said = {due.words: due.hour for due in deadlines(evolve(view, evidence=late))}
    assert said["Satellite imagery is overdue"] == view.hour


def test_options_of_others_are_never_urgent() -> None:
    view = seat_view()
    now = DeadlineView("two", "Tier 2", 54, 24, "now", "")
    theirs = tuple(evolve(one, mine=False, state="not_ordered", deadlines=(now,)) for one in view.options)
    orders = [due for due in deadlines(evolve(view, options=theirs)) if due.kind == "order"]
    assert orders
    assert not any(due.urgent for due in orders)
